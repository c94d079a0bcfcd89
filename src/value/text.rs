//! Text that another may have written.

use std::borrow::Cow;
use std::fmt::{self, Write};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Text that another may have written, a key, a value or a server's message for one: bytes, mostly UTF-8.
///
/// Printed, it is harmless and stays in its line: what drives a terminal, reorders a line or can't be seen is escaped, and
/// everything else shown as it is. In JSON it is a string; `{"base64": "..."}` where it is not UTF-8.
///
/// ```
/// # use etcdpat::event::Text;
/// let name = Text::from("/locks/ä\x1b[2J\n\u{202e}");
/// assert_eq!(name.to_string(), r"/locks/ä\u{1b}[2J\n\u{202e}");
/// ```
///
/// The bytes as they are have to be asked for, and are no text that could be printed by mistake:
///
/// ```compile_fail,E0277
/// # use etcdpat::event::Text;
/// println!("{}", Text::from("/locks/x").raw());
/// ```
///
/// ```compile_fail,E0308
/// # use etcdpat::event::Text;
/// let printable: &str = &Text::from("/locks/x");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text(Vec<u8>);

impl Text {
    /// The bytes, as they were written.
    pub fn raw(&self) -> &[u8] {
        &self.0
    }

    /// The same.
    pub fn into_raw(self) -> Vec<u8> {
        self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// It, or its beginning: at most so many bytes, cut between two characters, with `…` and how much is missing.
    #[must_use]
    pub fn brief(&self, longest: usize) -> Self {
        if self.0.len() <= longest {
            return self.clone();
        }
        let kept = whole_characters(&self.0, longest);
        let missing = format!("… ({} bytes more)", self.0.len() - kept);
        Self([&self.0[..kept], missing.as_bytes()].concat())
    }

    /// Whether these words are in it.
    pub fn contains(&self, words: &str) -> bool {
        self.lossy().contains(words)
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = Self> {
        self.0.split(|&byte| byte == b'\n').map(Self::from)
    }

    /// With what is not UTF-8 replaced.
    fn lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

/// How many of the first bytes, at most `longest`, are whole characters.
pub fn whole_characters(bytes: &[u8], longest: usize) -> usize {
    let is_begin = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xc0 != 0x80);
    // A character has four bytes at most: what has no begin among so many is no UTF-8.
    (longest.saturating_sub(3)..=longest.min(bytes.len())).rev().find(is_begin).unwrap_or(longest)
}

/// A line of JSON that says the same, and is harmless wherever it is printed: what [`Text`] escapes for people is written as
/// JSON's own `\uXXXX`. (Controls below U+0020 are never in a string of JSON; what stands between strings is a space.)
pub fn harmless_json(json: String) -> String {
    // Nearly every line is one.
    if json.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return json;
    }
    let mut line = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            ..' ' => line.push(' '),
            c if is_harmful(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Writing to a string does not fail.
                    let _ = write!(line, "\\u{unit:04x}");
                }
            }
            c => line.push(c),
        }
    }
    line
}

impl From<Vec<u8>> for Text {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Text {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(text.as_bytes())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lossy()
            .chars()
            .try_for_each(|c| if is_harmful(c) { write!(f, "{}", c.escape_default()) } else { f.write_char(c) })
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.lossy(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match std::str::from_utf8(&self.0) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => serializer.collect_map([("base64", BASE64_STANDARD.encode(&self.0))]),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a string, or an object with base64")]
        enum Either {
            Text(String),
            Bytes { base64: String },
        }
        match Either::deserialize(deserializer)? {
            Either::Text(text) => Ok(text.into()),
            Either::Bytes { base64 } => {
                BASE64_STANDARD.decode(base64).map(Self).map_err(|_| serde::de::Error::custom("this is not base64"))
            }
        }
    }
}

/// Whether a character does something to a terminal or to the characters around it, or can't be seen: controls, breaks of
/// a line or paragraph, what turns the direction of writing (Unicode's `Bidi_Control`), and what is shown as nothing
/// (`Default_Ignorable_Code_Point`, and the marks of annotations, shorthand and music).
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_harmless() {
        for (written, printed) in [
            ("\x1b[31mred", r"\u{1b}[31mred"),
            ("\x1b]0;title\x07", r"\u{1b}]0;title\u{7}"),
            ("\u{9b}2J", r"\u{9b}2J"),
            ("one\r\ntwo\tthree\x08\x7f", r"one\r\ntwo\tthree\u{8}\u{7f}"),
            ("a\u{2028}b\u{2029}c\u{85}d", r"a\u{2028}b\u{2029}c\u{85}d"),
            ("\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}", r"\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}"),
            ("\u{2066}\u{2067}\u{2068}\u{2069}", r"\u{2066}\u{2067}\u{2068}\u{2069}"),
            ("\u{200e}\u{200f}\u{61c}", r"\u{200e}\u{200f}\u{61c}"),
            ("a\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}b", r"a\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}b"),
            ("a\u{fe0f}\u{e0041}b", r"a\u{fe0f}\u{e0041}b"),
            // As it is.
            (
                "/locks/größe 東京 עברית العربية e\u{301} 🔒 \\ \"x\" '",
                "/locks/größe 東京 עברית العربية e\u{301} 🔒 \\ \"x\" '",
            ),
        ] {
            assert_eq!(Text::from(written).to_string(), printed);
        }
        assert_eq!(Text::from(&b"a\xff\x1bb"[..]).to_string(), "a\u{fffd}\\u{1b}b");
        assert_eq!(format!("{:?}", Text::from("\x1b\u{202e}\u{200b}\n")), r#""\u{1b}\u{202e}\u{200b}\n""#);
    }

    #[test]
    fn a_line_of_json_is_harmless_and_says_the_same() {
        let text = "\x1b]0;t\x07\r\n\u{7f}\u{9b}2J\u{85}\u{2028}\u{202e}\u{2066}\u{200e}\u{61c}\u{feff}\u{e0041}größe 東京 🔒 \\ \"x\"";
        let line = harmless_json(serde_json::to_string(&Text::from(text)).unwrap());
        assert!(
            line.contains(r"\u007f\u009b2J\u0085\u2028\u202e\u2066\u200e\u061c\ufeff\udb40\udc41größe 東京 🔒"),
            "{line}"
        );
        assert!(!line.chars().any(is_harmful), "{line}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
        assert_eq!(harmless_json("{\n\t\"ä\": 1}".to_owned()), "{  \"ä\": 1}");
    }

    #[test]
    fn a_long_text_is_cut_between_characters_and_says_so() {
        assert_eq!(Text::from("größe").brief(7).to_string(), "größe");
        assert_eq!(Text::from("größe").brief(6).to_string(), "größ… (1 bytes more)");
        assert_eq!(Text::from("größe").brief(5).to_string(), "grö… (3 bytes more)");
        assert_eq!(Text::from("🔒🔒").brief(5).to_string(), "🔒… (4 bytes more)");
        assert_eq!(Text::from(&[0x80; 9][..]).brief(5).raw().len(), 5 + "… (4 bytes more)".len());
    }
}
