//! The configuration, as templates find it: `database.host`, and `database["max-conns"]`.

use std::collections::BTreeMap;

use super::Error;
use super::follow::Following;
use super::read::Entry;
use super::store::Path;
use crate::event::Emit;
use crate::pattern::rendering::Source;
use crate::render::{self, Value};
use crate::typed;

impl Source for Following {
    type Error = Error;

    async fn settled(&mut self, any: bool, emit: Emit<'_>) -> Result<(), Error> {
        Self::settled(self, any, emit).await
    }

    fn context(&mut self) -> Result<Value, String> {
        context(self.entries())
    }
}

/// Values, nested by the parts of their names.
///
/// # Errors
/// A value is no JSON, or is also a folder.
fn context(entries: &BTreeMap<Path, Entry>) -> Result<Value, String> {
    let mut root = Folder::default();
    for (path, entry) in entries {
        let typed = entry.typed().map_err(|error| error.to_string())?;
        let mut folder = &mut root;
        let (folders, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
        for part in folders.split('/').filter(|part| !part.is_empty()) {
            let Node::Folder(inner) =
                folder.0.entry(part.to_owned()).or_insert_with(|| Node::Folder(Folder::default()))
            else {
                return Err(format!("{path} lies below a value"));
            };
            folder = inner;
        }
        if folder.0.insert(name.to_owned(), Node::Value(value(&typed.value()))).is_some() {
            return Err(format!("{path} is a value, and others lie below it"));
        }
    }
    Ok(root.into())
}

#[derive(Default)]
struct Folder(BTreeMap<String, Node>);

enum Node {
    Folder(Folder),
    Value(Value),
}

impl From<Folder> for Value {
    fn from(Folder(nodes): Folder) -> Self {
        render::object(nodes.into_iter().map(|(name, node)| match node {
            Node::Folder(folder) => (name, folder.into()),
            Node::Value(value) => (name, value),
        }))
    }
}

fn value(typed: &typed::Value) -> Value {
    match typed {
        typed::Value::Null => Value::from(()),
        typed::Value::Bool(value) => Value::from(*value),
        typed::Value::Int(digits) | typed::Value::Float(digits) => render::number(digits),
        typed::Value::String(text) => Value::from(text.as_str()),
        typed::Value::List(nodes) => nodes.iter().map(|node| value(&node.value)).collect(),
        typed::Value::Map(map) => {
            render::object(map.members().iter().map(|member| (member.name.clone(), value(&member.node.value))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Template;
    use crate::typed::Typed;

    fn entries(values: &[(&str, &str)]) -> BTreeMap<Path, Entry> {
        let entry = |&(path, wire): &(&str, &str)| {
            let path: Path = path.parse().expect(path);
            let value = Typed::from_wire(wire.as_bytes()).map_err(|error| error.to_string());
            (path.clone(), Entry { path, value, mod_revision: 1, create_revision: 1, version: 1 })
        };
        values.iter().map(entry).collect()
    }

    #[test]
    fn a_template_finds_values_by_their_names() {
        let values = [
            ("database/host", "\"db\""),
            ("database/max-conns", "1.10"),
            ("database/pool/sizes", "[1, 2.0, {\"a\": null}]"),
            ("debug", "true"),
        ];
        let context = context(&entries(&values)).expect("a context");
        let rendered = |text: &str| Template::new("t", text).expect(text).render(&context).map_err(|e| e.to_string());
        for (text, expected) in [
            ("{{ database.host }}:{{ database[\"max-conns\"] }}", "db:1.10"),
            ("{{ database.pool.sizes | tojson }}", "[1, 2.0, {\"a\": null}]"),
            ("{% if debug %}on{% endif %}", "on"),
            ("{% for name in database %}{{ name }} {% endfor %}", "host max-conns pool "),
            ("{{ database.none | default('x') }}", "x"),
        ] {
            assert_eq!(rendered(text).as_deref(), Ok(expected), "{text}");
        }
        assert!(rendered("{{ database.none }}").is_err());
    }

    #[test]
    fn what_can_not_be_nested_is_told() {
        for (values, says) in
            [(&[("a", "1"), ("a/b", "2")][..], "a/b lies below a value"), (&[("a", "no json")], "a is not typed")]
        {
            let error = context(&entries(values)).expect_err("it is refused");
            assert!(error.starts_with(says), "{error}");
        }
    }
}
