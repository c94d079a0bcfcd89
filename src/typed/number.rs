//! How numbers are spelled, in JSON and in YAML. They are text here: no digit is lost.

use super::error::Wrong;
use super::node::Value;

/// This text as JSON's number (RFC 8259, section 6).
pub(super) fn json(text: &str) -> Option<Value> {
    let (whole, rest) = digits(text.strip_prefix('-').unwrap_or(text));
    if whole.is_empty() || has_leading_zero(whole) {
        return None;
    }
    if rest.is_empty() {
        return Some(Value::Int(text.to_owned()));
    }
    let rest = match rest.strip_prefix('.') {
        Some(rest) => Some(digits(rest)).filter(|(fraction, _)| !fraction.is_empty())?.1,
        None => rest,
    };
    is_exponent(rest).then(|| Value::Float(text.to_owned()))
}

/// This plain text as a number of YAML's core schema (YAML 1.2.2, section 10.3.2), in JSON's spelling.
///
/// # Errors
/// It is a number, but not finite, or ambiguous, or can't be converted.
pub(super) fn yaml(text: &str) -> Result<Option<Value>, Wrong> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Err(Wrong::NotFinite);
    }
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        let Some(number) = text.strip_prefix(prefix) else { continue };
        if number.is_empty() || !number.chars().all(|c| c.is_digit(radix)) {
            return Ok(None);
        }
        let number = u128::from_str_radix(number, radix).map_err(|_| Wrong::TooLarge)?;
        return Ok(Some(Value::Int(number.to_string())));
    }
    let (whole, rest) = digits(unsigned);
    let (fraction, exponent) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest),
        None => ("", rest),
    };
    if whole.is_empty() && fraction.is_empty() || !is_exponent(exponent) {
        return Ok(None);
    }
    if has_leading_zero(whole) {
        return Err(Wrong::LeadingZero);
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    if rest.is_empty() {
        return Ok(Some(Value::Int(format!("{sign}{whole}"))));
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    Ok(Some(Value::Float(match (rest.starts_with('.'), fraction) {
        (false, _) => format!("{sign}{whole}{exponent}"),
        (true, "") => format!("{sign}{whole}.0{exponent}"),
        (true, _) => format!("{sign}{whole}.{fraction}{exponent}"),
    })))
}

/// The digits that a text begins with, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn has_leading_zero(whole: &str) -> bool {
    whole.len() > 1 && whole.starts_with('0')
}

/// Whether this is nothing, or an exponent.
fn is_exponent(text: &str) -> bool {
    let Some(exponent) = text.strip_prefix(['e', 'E']) else { return text.is_empty() };
    let (digits, rest) = digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    !digits.is_empty() && rest.is_empty()
}
