//! Variables, beside a real shell.

use std::process::Command;

use super::{imported, refused};
use crate::typed::Format::Env;
use crate::typed::{Document, KeyPath, Typed};

const NASTY: &[&str] = &[
    "",
    " ",
    "a b",
    "it's",
    "\"",
    "\\",
    "\\\\'",
    "$HOME",
    "`id`",
    "$(id)",
    "a\nb",
    "'\n\"\\\n",
    "~",
    "a:~b",
    "#a",
    "a #b",
    "a&b",
    "!x",
    "a\\",
    "\\n",
    "*",
    "{a,b}",
    "\ta\t",
    "größe",
    "=",
    "a=b",
    "\r",
    "\u{1b}[2J",
    "'$x'",
    "\\$'\\`\\\"",
];

#[test]
fn a_shell_reads_the_same() {
    for text in NASTY {
        let document = Document::from([(KeyPath::new("a/b").expect("a path"), Typed::string(*text))]);
        let lines = Env.export(&document).expect("it can be written");
        assert_eq!(Env.import(lines.as_bytes()).as_ref(), Ok(&document), "{lines}");
        let script = format!("{lines}\nprintf %s. \"$A__B\"");
        let done = Command::new("sh").args(["-uc", &script]).output().expect("a shell");
        assert_eq!(String::from_utf8_lossy(&done.stdout), format!("{text}."), "{lines}");
        assert_eq!(done.stderr, b"", "{lines}");
    }
}

#[test]
fn what_is_read_is_what_a_shell_reads() {
    for value in [
        "",
        "a",
        "a#b",
        "postgres://u@h:5/db?x=1",
        "a~b",
        "'a b'",
        "\"a b\"",
        "\"a\\\nb\"",
        "\"\\a\\\\\\$\\`\\\"\"",
        "'a\nb'",
        "[1,2]",
        "*",
        "a!b",
        "{}",
        "a=b",
        "\"it's\"",
        "'\"'",
        "\"\n\n\"",
    ] {
        let line = format!("X={value}");
        let script = format!("{line}\nprintf %s. \"$X\"");
        let done = Command::new("sh").args(["-uc", &script]).output().expect("a shell");
        let document = Env.import(line.as_bytes()).expect("a document");
        let (_, read) = document.first_key_value().expect("a value");
        assert_eq!(String::from_utf8_lossy(&done.stdout), format!("{}.", read.text()), "{line}");
    }
}

#[test]
fn what_is_read_in_different_ways_is_refused_with_its_place_and_name() {
    for (text, told) in [
        ("A=a b", "line 1, column 5: A: a value with a space in it needs quotes"),
        ("A='a'b", "line 1, column 6: A: there is something behind the quotes"),
        ("A='a' # b", "line 1, column 7: A: a comment stands on a line of its own"),
        ("B=1\nA=$HOME", "line 2, column 3: A: a shell reads this character in another way"),
        ("A={\"a\":1}", "line 1, column 4: A: a shell reads this character in another way"),
        ("A=~/x", "line 1, column 3: A: a shell reads"),
        ("A=b:~/x", "line 1, column 5: A: a shell reads"),
        ("A=#x", "line 1, column 3: A: a shell reads"),
        ("A=b;c", "line 1, column 4: A: a shell reads"),
        ("A=\"a $b\"", "line 1, column 6: A: a shell puts something else in here"),
        ("A='a\n", "line 1, column 3: A: no quote ends this value"),
        ("A=\"a\\\"\n", "line 1, column 3: A: no quote ends this value"),
        ("A =1", "line 1, column 2: expected NAME=VALUE"),
        ("; x", "line 1, column 1: expected NAME=VALUE"),
        ("A", "line 1, column 2: expected NAME=VALUE"),
        ("=1", "line 1, column 1: expected NAME=VALUE"),
        ("export A", "line 1, column 9: expected NAME=VALUE"),
        ("A-B=1", "line 1, column 2: expected NAME=VALUE"),
        ("_A=1", "line 1, column 1: _A: this is not the name of a path"),
        ("A___B=1", "line 1, column 1: A___B: this is not the name of a path"),
        ("A_=1", "line 1, column 1: A_: this is not the name of a path"),
        ("1A=1", "line 1, column 1: 1A: this is not the name of a path"),
    ] {
        let error = refused(Env, text);
        assert!(error.starts_with(told), "{text}\n{error}");
    }
}

#[test]
fn types_are_found_with_quotes_and_without() {
    for (text, wire) in [
        ("30", "30"),
        ("'30'", "30"),
        ("007", "\"007\""),
        ("null", "\"null\""),
        ("'[1, 2]'", "[1,2]"),
        ("'[1, 2'", "\"[1, 2\""),
        ("'\"x\"'", r#""\"x\"""#),
        ("'[null]'", "[null]"),
    ] {
        assert_eq!(imported(Env, &format!("A={text}")), [("a".to_owned(), wire.to_owned())]);
    }
}
