//! A text with gaps, in the language of Jinja (<https://docs.rs/minijinja/latest/minijinja/syntax/>).

use std::fs;
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, escape_formatter};
use serde::Serialize;

use super::Error;
use super::value::{is_function, to_json};

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
}

impl Template {
    /// The template in this file.
    ///
    /// # Errors
    /// The file can't be read or is not UTF-8, or has a mistake as in [`Template::new`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        // A pipe would be waited for.
        if !fs::metadata(path).map_err(|error| Error::unreadable(path, error))?.is_file() {
            return Err(Error::NotAFile { path: path.display().to_string(), what: "no file" });
        }
        let bytes = fs::read(path).map_err(|error| Error::unreadable(path, error))?;
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
        let template = Self { name: name.into(), text: text.into() };
        bounded(&template.text).map_err(|(line, why)| Error::Template {
            name: template.name.clone(),
            line: Some(line),
            why: why.into(),
        })?;
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
            let template = environment.template_from_named_str(&self.name, &self.text)?;
            context.map(|context| template.render(context)).transpose()
        });
        filled.map_err(|error| self.error(&error))
    }

    fn error(&self, error: &minijinja::Error) -> Error {
        let why = match (error.kind(), error.detail()) {
            (ErrorKind::UndefinedError, Some(detail)) => detail.to_owned(),
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

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_fuel(Some(STEPS));
    environment.set_syntax(SyntaxConfig::builder().keep_trailing_newline(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A name that is not there would be one of these functions, and `default` of no use.
    for function in ["debug", "dict", "namespace"] {
        environment.remove_global(function);
    }
    environment.set_formatter(|out, state, value| {
        if is_function(value) { Err(ErrorKind::UndefinedError.into()) } else { escape_formatter(out, state, value) }
    });
    environment.add_filter("tojson", to_json);
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
        ] {
            assert_eq!(rendered(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn errors_name_file_line_and_what_is_undefined() {
        for (text, place, what) in [
            ("a\n{{ missing }}", "app.conf:2: `missing` is undefined", ""),
            ("{{ nodes[0].hots }}", "app.conf:1: `nodes[0].hots` is undefined", ""),
            ("\n\n{{ one.two.three }}", "app.conf:3: `one` is undefined", ""),
            ("{{ nodes[7].host }}", "app.conf:1: `nodes[7]` is undefined", ""),
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
