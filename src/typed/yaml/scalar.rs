//! Plain text in YAML: what it is read as (YAML 1.2.2, section 10.3.2), and which texts can be plain.

use crate::typed::error::Wrong;
use crate::typed::node::{Value, quoted};
use crate::typed::number;

/// What a plain text is.
pub(super) fn resolve(text: &str) -> Result<Value, Wrong> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number::yaml(text)?.unwrap_or_else(|| Value::String(text.to_owned())),
    })
}

/// A string, in quotes unless every reader takes it for one without them, those of YAML 1.1 among them.
pub(super) fn string(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { escaped(text) }
}

/// A string in quotes, with all that YAML calls not printable escaped, and the two breaks of lines that its 1.1 had.
pub(super) fn escaped(text: &str) -> String {
    let is_printable =
        |c| !matches!(c, '\u{7f}'..='\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let escape = |c: char| if is_printable(c) { c.to_string() } else { format!("\\u{:04X}", u32::from(c)) };
    quoted(text).chars().map(escape).collect()
}

/// Whether a text begins with a letter, has nothing in it that means something, and is no word that is more than a string.
fn is_plain(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/'))
        && !matches!(
            lower.as_str(),
            "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null" | "nan" | "inf"
        )
}
