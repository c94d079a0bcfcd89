//! What fills the gaps of a template.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub use minijinja::value::Value;
use minijinja::value::{Kwargs, Object, ObjectRepr, Serde, ValueKind};
use minijinja::{Error, ErrorKind};
use serde::{Serialize, Serializer};
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::value::RawValue;

/// A number that the template language would spell in another way: `1.10`, or an integer of forty digits. It is shown as it
/// is, but can't be calculated with.
#[derive(Debug)]
struct Digits(String);

impl Object for Digits {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Values by their names.
pub fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Value)>) -> Value {
    let members: BTreeMap<String, Value> = members.into_iter().map(|(name, value)| (name.into(), value)).collect();
    Value::from(members)
}

/// Whatever can be serialized.
pub fn serialized(value: impl Serialize) -> Value {
    Value::from(Serde(value))
}

/// A number in JSON's spelling, which is kept digit for digit.
pub fn number(digits: &str) -> Value {
    let int = digits.parse::<i128>().ok().map(Value::from);
    let float = || digits.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from);
    let native = int.or_else(float).filter(|native| native.to_string() == digits);
    native.unwrap_or_else(|| Value::from_object(Digits(digits.to_owned())))
}

/// Whether it is a function of the template language.
pub(super) fn is_function(value: &Value) -> bool {
    value.kind() == ValueKind::Plain && value.downcast_object_ref::<Digits>().is_none()
}

/// The filter `tojson`: as Jinja has it, but digit for digit, and without the escapes that HTML needs.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn to_json(value: &Value, indent: Option<Value>, args: Kwargs) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let indent: Option<Value> = if indent.is_some() { indent } else { args.get("indent")? };
    args.assert_all_used()?;
    let indent = indent.map(|indent| match bool::try_from(indent.clone()) {
        Ok(is_indented) => Ok(is_indented.then_some(2)),
        Err(_) => usize::try_from(indent).map(Some),
    });
    let text = match indent.transpose()?.flatten() {
        Some(indent) => written(value, PrettyFormatter::with_indent(" ".repeat(indent.min(80)).as_bytes())),
        None => written(value, Spaced),
    };
    let text = text.map_err(|error| Error::new(ErrorKind::InvalidOperation, "cannot be JSON").with_source(error))?;
    Ok(Value::from_safe_string(text))
}

fn written(value: &Value, formatter: impl Formatter) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    Json(value.clone()).serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A value, serialized digit for digit.
struct Json(Value);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;

        let Self(value) = self;
        if let Some(Digits(digits)) = value.downcast_object_ref() {
            return RawValue::from_string(digits.clone()).map_err(Error::custom)?.serialize(serializer);
        }
        match value.kind() {
            ValueKind::Seq | ValueKind::Iterable => {
                serializer.collect_seq(value.try_iter().map_err(Error::custom)?.map(Json))
            }
            ValueKind::Map => {
                let member = |key: Value| Ok((key.to_string(), Json(value.get_item(&key)?)));
                let members = value.try_iter().map_err(Error::custom)?.map(member);
                let members: Result<Vec<_>, minijinja::Error> = members.collect();
                serializer.collect_map(members.map_err(Error::custom)?)
            }
            _ => value.serialize(serializer),
        }
    }
}

/// `{"a": 1, "b": [2, 3]}`.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, first: bool) -> std::io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, first: bool) -> std::io::Result<()> {
        self.begin_array_value(writer, first)
    }

    fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W) -> std::io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Template;
    use super::*;

    #[test]
    fn numbers_keep_their_digits_and_small_ones_can_be_calculated_with() {
        let numbers = ["1.10", "-0", "1e5", "123456789012345678901234567890123456789012", "30", "1.5"];
        let values: Vec<_> = numbers.iter().map(|digits| number(digits)).collect();
        let context = object([
            ("all", Value::from(values)),
            ("nested", object([("a", number("1.10")), ("b", Value::from("<&>"))])),
            ("n", number("30")),
        ]);
        let rendered = |text: &str| Template::new("t", text).expect(text).render(&context).expect(text);
        let shown = numbers.join(" ");
        assert_eq!(rendered("{{ all | join(' ') }}"), shown);
        assert_eq!(rendered("{% for one in all %}{{ one }} {% endfor %}"), format!("{shown} "));
        assert_eq!(rendered("{{ all | tojson }}"), format!("[{}]", numbers.join(", ")));
        assert_eq!(rendered("{{ nested | tojson }}"), r#"{"a": 1.10, "b": "<&>"}"#);
        assert_eq!(rendered("{{ nested | tojson(indent=1) }}"), "{\n \"a\": 1.10,\n \"b\": \"<&>\"\n}");
        assert_eq!(rendered("{{ n + 1 }} {% if n > 7 %}more{% endif %}"), "31 more");
    }
}
