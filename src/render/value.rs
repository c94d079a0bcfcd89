//! What fills the gaps of a template.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub use minijinja::value::Value;
use minijinja::value::{DynObject, Kwargs, Object, ObjectRepr, Serde, ValueKind};
use minijinja::{Error, ErrorKind};
use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use serde_json::value::RawValue;

/// A number that the template language would spell in another way: `1.10`, or an integer of forty digits. It is shown as it
/// is, and made a number of the language where it is calculated with or compared (`rewritten`).
#[derive(Debug)]
struct Digits(String);

impl Object for Digits {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.float() != 0.0
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        Some(self.float().total_cmp(&other.downcast_ref::<Self>()?.float()))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Digits {
    fn float(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// The number that the language has for it.
    fn native(&self) -> Value {
        self.0.parse::<i128>().map_or_else(|_| Value::from(self.float()), Value::from)
    }
}

/// A number to be calculated with, or a list with such numbers; all else as it is.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn native(value: Value) -> Value {
    match value.kind() {
        _ if value.is_undefined() => value,
        ValueKind::Plain => value.downcast_object_ref::<Digits>().map_or_else(|| value.clone(), Digits::native),
        ValueKind::Seq => match value.try_iter() {
            Ok(items) => items.map(native).collect(),
            Err(_) => value,
        },
        _ => value,
    }
}

/// A list whose numbers can be compared with one another, and are shown as they are.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn ordered(value: Value) -> Value {
    let is_kept = |item: &Value| item.downcast_object_ref::<Digits>().is_some();
    let items: Vec<Value> = match value.try_iter() {
        Ok(items) if value.kind() == ValueKind::Seq => items.collect(),
        _ => return value,
    };
    if !items.iter().any(is_kept) {
        return value;
    }
    let kept = |item: Value| match item.kind() {
        ValueKind::Number => Value::from_object(Digits(item.to_string())),
        _ => item,
    };
    items.into_iter().map(kept).collect()
}

/// A value as a text: a string as it is, and all else in JSON's spelling, as `config get` has it.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn text(value: Value) -> Result<Value, Error> {
    match value.kind() {
        ValueKind::Bool | ValueKind::None | ValueKind::Seq | ValueKind::Iterable | ValueKind::Map => {
            written(&value, CompactFormatter).map(Value::from).map_err(not_json)
        }
        ValueKind::Number | ValueKind::Plain if !is_function(&value) => Ok(Value::from(value.to_string())),
        _ => Ok(value),
    }
}

/// A list with the texts of its items; all else as it is.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn texts(value: Value) -> Result<Value, Error> {
    match value.kind() {
        ValueKind::Seq | ValueKind::Iterable => {
            let items: Vec<Value> = value.try_iter()?.map(text).collect::<Result<_, _>>()?;
            Ok(Value::from(items))
        }
        _ => Ok(value),
    }
}

/// An empty folder in the place of none.
#[allow(clippy::needless_pass_by_value)] // As the engine passes them.
pub(super) fn folder(value: Value) -> Value {
    if value.is_undefined() { object::<String>([]) } else { value }
}

fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::InvalidOperation, "cannot be JSON").with_source(error)
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
    Ok(Value::from_safe_string(text.map_err(not_json)?))
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
            ValueKind::Undefined => Err(Error::custom("something in it is undefined")),
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

    #[test]
    fn a_number_is_calculated_with_as_a_number_and_shown_as_it_is_until_then() {
        let context = object([
            ("num", number("1.10")),
            ("zero", number("0.00")),
            ("big", number("123456789012345678901234567890123456789012")),
            ("list", Value::from(vec![number("1.10"), number("1.9"), number("1.50")])),
            ("mixed", Value::from(vec![number("2"), number("1.10"), number("1.5")])),
            ("nested", object([("a", number("2.50"))])),
        ]);
        let rendered = |text: &str| {
            Template::new("t", text).expect(text).render(&context).unwrap_or_else(|error| error.to_string())
        };
        for (text, expected) in [
            ("{{ num }} {{ num * 2 }} {{ 2 * num }} {{ -num }} {{ num + num }}", "1.10 2.2 2.2 -1.1 2.2"),
            ("{{ num | int }} {{ num | float }} {{ num | round }} {{ nested.a | abs }}", "1 1.1 1.0 2.5"),
            ("{% if num == 1.1 and num < nested.a and 1 <= num < 2 %}yes{% endif %}", "yes"),
            ("{{ (num if num > 1 else 0) * 2 }} {{ (zero or num) * 2 }} {{ num ** 2 > 1.2 }}", "2.2 2.2 true"),
            ("{{ nested['a'] // 1 }} {{ (list | first) * 2 }} {{ ((num)) * 2 }} {{ list[0] + 1 }}", "2.0 2.2 2.2 2.1"),
            ("{% if zero %}on{% else %}off{% endif %} {{ num is number }}", "off true"),
            ("{{ 1.1 in list }} {{ num in [1.1, 2] }} {{ num is eq(1.1) }} {{ num is eq 1.1 }}", "true true true true"),
            ("{{ list | sort | join(' ') }} {{ list | max }}", "1.10 1.50 1.9 1.9"),
            ("{{ mixed | sort | join(' ') }} {{ mixed | sum }}", "1.10 1.5 2 4.6"),
            ("{% for i in range(nested.a | int) %}{{ i * num }} {% endfor %}", "0.0 1.1 "),
            (
                "{{ num ~ big }} {{ num | string }} {{ \"%s\" | format(num) }}",
                "1.10123456789012345678901234567890123456789012 1.10 1.10",
            ),
            ("{% set x = num %}{{ x }} {% macro m(y) %}{{ y }}={{ y + 1 }}{% endmacro %}{{ m(num) }}", "1.10 1.10=2.1"),
        ] {
            assert_eq!(rendered(text), expected, "{text}");
        }
    }

    #[test]
    fn values_are_spelled_as_json_has_them_also_in_texts() {
        let list = Value::from(vec![Value::from(true), number("1.10"), Value::from("a b"), Value::from(())]);
        let context = object([
            ("debug", Value::from(true)),
            ("off", Value::from(false)),
            ("list", list),
            ("map", object([("a", Value::from(false)), ("b", Value::from("x"))])),
            ("s", Value::from("text")),
        ]);
        let rendered = |text: &str| {
            Template::new("t", text).expect(text).render(&context).unwrap_or_else(|error| error.to_string())
        };
        for (text, expected) in [
            ("{{ debug }} {{ off }} {{ list }} {{ map }}", r#"true false [true,1.10,"a b",null] {"a":false,"b":"x"}"#),
            ("{{ list | join(\",\") }}", "true,1.10,a b,null"),
            ("{{ 'debug=' ~ debug ~ ';' ~ map.a ~ list }}", r#"debug=true;false[true,1.10,"a b",null]"#),
            ("{{ (debug == true) ~ '' ~ (not debug) ~ (s is string) ~ true }}", "truefalsetruetrue"),
            (
                "{{ debug == true }} {{ not debug }} {{ none }} {{ s }} {{ [debug, off] }}",
                "true false null text [true,false]",
            ),
            ("{{ debug | string }} {{ (debug and off) | string }} {{ debug | replace('t', 'T') }}", "true false True"),
            ("{% if debug == true and debug %}on{% endif %}{{ 'yes' if debug else 'no' }}", "onyes"),
            ("{{ list | tojson }}", r#"[true, 1.10, "a b", null]"#),
            ("{{ [missing] }}", "t:1: invalid operation: cannot be JSON"),
        ] {
            assert_eq!(rendered(text), expected, "{text}");
        }
    }
}
