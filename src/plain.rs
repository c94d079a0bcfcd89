//! What the system and the parsers of libraries say, in plain English: without words that only a programmer of Rust knows.

use std::io;

/// How Rust ends what the system said.
const NUMBER: &str = " (os error ";

/// A text in which the system may have said something, without the numbers of its errors: `No such file or directory`.
pub(crate) fn system(text: impl Into<String>) -> String {
    let mut text = text.into();
    let mut from = 0;
    while let Some(at) = text[from..].find(NUMBER).map(|at| from + at) {
        let digits = at + NUMBER.len();
        let end = text[digits..].find(')').map(|length| digits + length + 1);
        let number = end.and_then(|end| text[digits..end - 1].parse().ok());
        from = digits;
        // What somebody else wrote stays as it is.
        if let (Some(end), Some(number)) = (end, number)
            && text[..end].ends_with(&io::Error::from_raw_os_error(number).to_string())
        {
            text.replace_range(at..end, "");
            from = at;
        }
    }
    text
}

/// Why a text is not the JSON that was expected, and where.
pub(crate) fn json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let why = message.rsplit_once(" at line ").map_or(message.as_str(), |(why, _)| why);
    let why = if error.is_data() { data(why) } else { json_syntax(why).to_owned() };
    match error.line() {
        0 => why,
        line => format!("line {line}, column {}: {why}", error.column().max(1)),
    }
}

/// What is wrong with the grammar of JSON.
pub(crate) fn json_syntax(why: &str) -> &str {
    match why {
        "expected value" => "expected a value: in JSON, a string stands in double quotes",
        "EOF while parsing an object" => "the text ends in an object that is not closed",
        "EOF while parsing a list" => "the text ends in a list that is not closed",
        "EOF while parsing a string" => "the text ends in a string that is not closed",
        "EOF while parsing a value" => "the text ends where a value is expected",
        "key must be a string" => "expected a name in double quotes",
        "trailing characters" => "there is something behind the value",
        "trailing comma" => "there is nothing behind the comma",
        "recursion limit exceeded" => "there are too many levels",
        "invalid unicode code point" => "it is not UTF-8",
        other => other,
    }
}

/// What is wrong with a value, of JSON or TOML, that does not fit.
pub(crate) fn data(why: &str) -> String {
    let wrong = ["invalid type: ", "invalid value: "].iter().find_map(|begin| why.strip_prefix(begin));
    if let Some((there, expected)) = wrong.and_then(|wrong| wrong.rsplit_once(", expected ")) {
        return format!("expected {}, not {}", self::expected(expected), self::there(there));
    }
    let named = |begin: &str| why.strip_prefix(begin).and_then(|rest| rest.split_once(", expected "));
    if let Some((name, known)) = named("unknown field ") {
        return format!("{name} is not known here: expected {known}");
    }
    if let Some((name, known)) = named("unknown variant ") {
        return format!("{name} is not known: expected {known}");
    }
    if let Some(name) = why.strip_prefix("missing field ") {
        return format!("{name} is missing");
    }
    if let Some(name) = why.strip_prefix("duplicate field ") {
        return format!("{name} is there twice");
    }
    why.to_owned()
}

/// What was expected.
fn expected(what: &str) -> &str {
    match what {
        "i64" | "i32" => "a whole number",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0",
        "a nonzero u32" | "a nonzero u64" => "a whole number from 1",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        "path string" => "a path",
        other => other,
    }
}

/// What is there instead.
fn there(what: &str) -> String {
    let quoted = |begin: &str| what.strip_prefix(begin).and_then(|rest| rest.strip_suffix('`'));
    if let Some(number) = quoted("integer `").or_else(|| quoted("floating point `")) {
        return format!("the number {number}");
    }
    if let Some(value) = quoted("boolean `") {
        return value.to_owned();
    }
    if let Some(text) = what.strip_prefix("string ") {
        return format!("the string {text}");
    }
    match what {
        "map" => "an object",
        "sequence" => "a list",
        "unit value" => "null",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[test]
    fn numbers_of_the_system_are_left_out_and_nothing_else() {
        let missing = io::Error::from_raw_os_error(2);
        assert_eq!(system(format!("cannot read a: {missing}; b: {missing}.")), {
            "cannot read a: No such file or directory; b: No such file or directory."
        });
        for text in ["a (os error 2)", "a (os error x)", "a (os error 2", "a (os error ", "(os error 2)"] {
            assert_eq!(system(text), text);
        }
    }

    #[test]
    fn what_does_not_fit_is_told_in_plain_words() {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code)]
        struct One {
            name: String,
            count: u32,
            list: Option<Vec<bool>>,
        }
        for (text, told) in [
            (r#"{"name":5}"#, "line 1, column 9: expected a string, not the number 5"),
            (r#"{"name":"a","count":-1}"#, "line 1, column 22: expected a whole number from 0, not the number -1"),
            (r#"{"name":"a","count":"b"}"#, "line 1, column 23: expected a whole number from 0, not the string \"b\""),
            (r#"{"nom":"a"}"#, "line 1, column 6: `nom` is not known here: expected one of `name`, `count`, `list`"),
            (r#"{"name":"a"}"#, "line 1, column 12: `count` is missing"),
            (r#"{"name":"a","name":"b"}"#, "line 1, column 18: `name` is there twice"),
            (r#"{"list":{}}"#, "line 1, column 8: expected a list, not an object"),
            (r#"{"list":[1]}"#, "line 1, column 10: expected true or false, not the number 1"),
            ("{", "line 1, column 1: the text ends in an object that is not closed"),
            ("{}}", "line 1, column 2: `name` is missing"),
            ("", "line 1, column 1: the text ends where a value is expected"),
        ] {
            assert_eq!(json(&serde_json::from_str::<One>(text).expect_err(text)), told, "{text}");
        }
    }
}
