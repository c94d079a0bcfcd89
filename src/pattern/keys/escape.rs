//! Text as one part of a key.

use std::fmt::Write;

/// Percent-encoded (RFC 3986), all but unreserved characters.
pub(in crate::pattern) fn escaped(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(byte.into());
        } else {
            // Writing to a string does not fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// What was [`escaped`]; nothing for other text.
pub(in crate::pattern) fn unescaped(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let (hex, after) = after.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    (escaped(&bytes).as_bytes() == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_is_had_again_and_nothing_else() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(unescaped(escaped(&all).as_bytes()), Some(all));
        for other in ["%", "%2", "%2f", "%zz", "%+1", "/", "a b", "%41"] {
            assert_eq!(unescaped(other.as_bytes()), None, "{other}");
        }
    }
}
