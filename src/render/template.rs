//! A text with gaps, in the language of Jinja (<https://docs.rs/minijinja/latest/minijinja/syntax/>).

use std::fs;
use std::io;
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, escape_formatter};
use serde::Serialize;

use super::Error;
use super::rewritten::{self, rewritten};
use super::undefined::undefined;
use super::value::{self, is_function, to_json};

/// The largest template, in bytes.
const LARGEST: u64 = 16 << 20;
/// A template that takes more steps than these has a mistake, and would hold everything up.
const STEPS: u64 = 20_000_000;
/// The longest part that is for the engine, in bytes.
const LONGEST_TAG: usize = 4096;
/// The most `elif` in a template.
const MOST_BRANCHES: usize = 500;

/// A template: whole in itself, it can't include another file.
#[derive(Clone, Debug)]
pub struct Template {
    /// What errors call it.
    name: String,
    text: String,
    /// What the engine gets of it.
    rewritten: String,
}

impl Template {
    /// The template in this file.
    ///
    /// # Errors
    /// The file can't be read or is not UTF-8, or has a mistake as in [`Template::new`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let unreadable = |error| Error::unreadable(path, error);
        // A pipe would be waited for.
        let meta = fs::metadata(path).map_err(unreadable)?;
        if !meta.is_file() {
            return Err(unreadable(io::Error::other("it is not a regular file")));
        }
        if meta.len() > LARGEST {
            return Err(unreadable(io::Error::other("there is more than 16 MiB in it")));
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        let name = path.display().to_string();
        match String::from_utf8(bytes) {
            Ok(text) => Self::new(name, text),
            Err(error) => {
                let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = before.split(|&byte| byte == b'\n').count();
                Err(Error::Template { name, line: Some(line), why: "not UTF-8".to_owned() })
            }
        }
    }

    /// A template of this text. Errors call it by `name`.
    ///
    /// # Errors
    /// A mistake in it that can be found before it is rendered.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Error> {
        let mut template = Self { name: name.into(), text: text.into(), rewritten: String::new() };
        bounded(&template.text).map_err(|(line, why)| Error::Template {
            name: template.name.clone(),
            line: Some(line),
            why: why.into(),
        })?;
        let syntax = syntax().map_err(|error| template.error(&error))?;
        template.rewritten = rewritten(&template.name, &template.text, syntax);
        template.filled(None)?;
        Ok(template)
    }

    /// The text, with its gaps filled from `context`, a map or a struct whose fields are the names. Nothing is escaped,
    /// and a line break at the end stays.
    ///
    /// # Errors
    /// A name is not in the context, or what it stands for does not fit.
    pub fn render(&self, context: impl Serialize) -> Result<String, Error> {
        Ok(self.filled(Some(Value::from(Serde(context))))?.unwrap_or_default())
    }

    /// Read and, where there is a context, rendered.
    fn filled(&self, context: Option<Value>) -> Result<Option<String>, Error> {
        let filled = environment().and_then(|environment| {
            let template = environment.template_from_named_str(&self.name, &self.rewritten)?;
            context.map(|context| template.render(context)).transpose()
        });
        filled.map_err(|error| self.error(&error))
    }

    fn error(&self, error: &minijinja::Error) -> Error {
        let why = match (error.kind(), error.detail()) {
            (_, Some(detail)) if detail.contains("` is undefined") => {
                let line = error.line().and_then(|line| self.text.lines().nth(line.saturating_sub(1)));
                undefined(detail, line.unwrap_or_default())
            }
            (kind, Some(detail)) => format!("{kind}: {detail}"),
            (kind, None) => kind.to_string(),
        };
        Error::Template { name: self.name.clone(), line: error.line(), why }
    }
}

/// Refuses what the engine would overflow its stack with: it limits brackets in one another, but not `1 + 1 + 1...`, nor a
/// row of `elif`.
fn bounded(text: &str) -> Result<(), (usize, &'static str)> {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let (mut at, mut branches) = (0, 0);
    while let Some(begin) = text[at..].find('{').map(|begin| at + begin) {
        let end = match text.as_bytes().get(begin + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => {
                at = begin + 1;
                continue;
            }
        };
        let length = text[begin..].find(end).unwrap_or(text.len() - begin);
        if length > LONGEST_TAG {
            return Err((line(begin), "more than 4096 bytes between {{ and }}, or {% and %}"));
        }
        branches += usize::from(text[begin..begin + length].contains("elif"));
        if branches > MOST_BRANCHES {
            return Err((line(begin), "more than 500 elif in one template"));
        }
        at = begin + length.max(1);
    }
    Ok(())
}

fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().keep_trailing_newline(true).build()
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_fuel(Some(STEPS));
    environment.set_syntax(syntax()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A name that is not there would be one of these functions, and `default` of no use.
    for function in ["debug", "dict", "namespace"] {
        environment.remove_global(function);
    }
    environment.set_formatter(|out, state, value| {
        if is_function(value) {
            return Err(ErrorKind::UndefinedError.into());
        }
        escape_formatter(out, state, &value::text(value.clone())?)
    });
    environment.add_filter("tojson", to_json);
    environment.add_filter("string", value::text);
    environment.add_filter(rewritten::NUMBER, value::native);
    environment.add_filter(rewritten::ORDERED, value::ordered);
    environment.add_filter(rewritten::TEXT, value::text);
    environment.add_filter(rewritten::TEXTS, value::texts);
    environment.add_filter(rewritten::FOLDER, value::folder);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    // An error knows what was undefined.
    environment.set_debug(true);
    Ok(environment)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn rendered(text: &str) -> Result<String, String> {
        let context = BTreeMap::from([
            ("name", serde_json::json!("<a&b>")),
            ("nodes", serde_json::json!([{"host": "a", "port": 1}, {"host": "b", "port": 2}])),
        ]);
        let template = Template::new("app.conf", text).map_err(|error| error.to_string())?;
        template.render(&context).map_err(|error| error.to_string())
    }

    #[test]
    fn gaps_are_filled_and_all_else_stays() {
        for (text, expected) in [
            ("", ""),
            ("a\n", "a\n"),
            ("a\n\n", "a\n\n"),
            ("{{ name }}\n", "<a&b>\n"),
            ("{% for n in nodes %}{{ n.host }}:{{ n.port }};{% endfor %}", "a:1;b:2;"),
            ("{% for n in nodes -%}\n  server {{ n.host }}\n{% endfor -%}\n", "server a\nserver b\n"),
            ("{{ nodes | map(attribute='host') | join(', ') }}", "a, b"),
            ("{{ nodes[0] | tojson }}", r#"{"host": "a", "port": 1}"#),
            ("{{ missing | default('none') }}", "none"),
            ("{{ debug | default('none') }}{{ dict | default('') }}", "none"),
            ("{% for i in range(3) %}{{ i }}{% endfor %}", "012"),
            ("{% if missing is defined %}a{% else %}b{% endif %}", "b"),
            ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(name) }}", "[<a&b>]"),
            // A folder that is not there.
            ("{{ one.two.three | default('none') }}{{ one['two'] | d('!') }}", "none!"),
            ("{% if one.two.three is defined %}a{% else %}b{% endif %}", "b"),
            ("{% if nodes[0].tls.cert is not defined and one.two is undefined %}c{% endif %}", "c"),
            ("{% for key, value in one.two | default({}) | items %}{{ key }}{% endfor %}", ""),
            ("{% for n in one.two | default([]) %}{{ n }}{% endfor %}.", "."),
            ("{{ one.two | default(nodes[1].port) + 1 }}", "3"),
        ] {
            assert_eq!(rendered(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn errors_name_file_line_and_what_is_undefined() {
        for (text, place, what) in [
            ("a\n{{ missing }}", "app.conf:2: `missing` is undefined", ""),
            ("{{ nodes[0].hots }}", "app.conf:1: `nodes[0].hots` is undefined", ""),
            ("\n\n{{ one.two.three }}", "app.conf:3: `one.two.three` is undefined", ""),
            ("{{ one['two'].three | upper }}", "app.conf:1: `one['two'].three` is undefined", ""),
            ("{{ nodes[7].host }}", "app.conf:1: `nodes[7].host` is undefined", ""),
            ("{% if one.two %}{% endif %}", "app.conf:1: `one.two` is undefined", ""),
            ("{% for n in one.two %}{% endfor %}", "app.conf:1: `one.two` is undefined", ""),
            ("{{ one.two ~ name }}", "app.conf:1: `one.two` is undefined", ""),
            ("{{ one.two + 1 }}", "app.conf:1: `one.two` is undefined", ""),
            (
                "{{ nodes[0].max-conns }}",
                "app.conf:1: `nodes[0].max` is undefined: a name with a dash in it is written in brackets: nodes[0][\"max-conns\"]",
                "",
            ),
            ("{{ one.max-idle-conns - 1 }}", "app.conf:1: `one.max` is undefined", "brackets: one[\"max-idle-conns\"]"),
            ("{% for n in\n missing %}{% endfor %}", "app.conf:2: ", "missing"),
            ("{% if missing %}{% endif %}", "app.conf:1: ", "missing"),
            ("{{ missing | upper }}", "app.conf:1: ", "missing"),
            ("{{ missing + 1 }}", "app.conf:1: ", "missing"),
            ("{{ missing() }}", "app.conf:1: ", "missing"),
            ("{{ debug }}", "app.conf:1: ", "`debug` is undefined"),
            ("{{ namespace }}", "app.conf:1: ", "`namespace` is undefined"),
            ("{{ range }}", "app.conf:1: ", "undefined"),
            ("{{ name | nofilter }}", "app.conf:1: ", "nofilter"),
            ("\n{% if %}", "app.conf:2: ", "syntax error"),
            ("{{ name", "app.conf:1: ", "syntax error"),
            ("{% include 'other' %}", "app.conf:1: ", "include"),
            ("{{ name + 1 }}", "app.conf:1: ", "invalid operation"),
        ] {
            let error = rendered(text).expect_err(text);
            assert!(error.starts_with(place) && error.contains(what), "{text}: {error}");
        }
    }

    #[test]
    fn a_file_is_a_template_by_its_path() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("a.tmpl");
        let error = || Template::read(&path).expect_err("it is refused").to_string();
        assert!(error().starts_with(&format!("cannot read {}: ", path.display())));
        fs::write(&path, b"a\nb \xff\n").expect("a file");
        assert_eq!(error(), format!("{}:2: not UTF-8", path.display()));
        fs::write(&path, "{{ a }}\n").expect("a file");
        let template = Template::read(&path).expect("a template");
        assert_eq!(template.render(BTreeMap::from([("a", 1)])).expect("a text"), "1\n");
        let error = template.render(BTreeMap::<&str, u8>::new()).expect_err("it is undefined").to_string();
        assert!(error.starts_with(&format!("{}:1: ", path.display())), "{error}");
    }

    #[test]
    fn what_would_overflow_the_stack_is_refused() {
        let many = |what: &str, count: usize| what.repeat(count);
        for text in [
            format!("a\n{{{{ 1{} }}}}", many("+1", 16_000)),
            format!("a\n{{{{ {}1 }}}}", many("not ", 50_000)),
            format!("a\n{{{{ name{} }}}}", many("|string", 100_000)),
            format!("a\n{{{{ {}1 }}}}", many("1 if 0 else ", 50_000)),
            format!("a\n{{% if 0 %}}{}{{% endif %}}", many("{% elif 1 %}", 50_000)),
            format!("a\n{{{{ 1{}", many("+1", 16_000)),
        ] {
            let error = Template::new("t", text).expect_err("it is refused").to_string();
            assert!(error.starts_with("t:2: more than "), "{error}");
        }
        let context = BTreeMap::from([("name", 1)]);
        for text in
            [many("{{ name }}\n", 100_000), many("{% if name %}{% elif 1 %}{% endif %}", 400), many("x", 100_000)]
        {
            assert!(Template::new("t", text).expect("a template").render(&context).is_ok());
        }
        // As deep as it may be, on a stack as small as those of threads.
        let chain = format!("{{{{ 1{} }}}}", many("+1", 2000));
        assert_eq!(Template::new("t", chain).expect("a template").render(&context).expect("a text"), "2001");
    }
}
