//! A command with a request in it, as data.
//!
//! What must stay true: a request is one argument, or part of one, whatever bytes it has: no shell reads it.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use crate::supervise::LONGEST_VARIABLE;
use crate::value::shell_word;

/// What stands for the request in a command.
const PLACE: &[u8] = b"{}";
/// A request of as many bytes is in no argument and no variable: neither may have more than [`LONGEST_VARIABLE`], and a
/// variable has its name, too.
pub const LONGEST_REQUEST: usize = LONGEST_VARIABLE - 1024;

/// A command, without a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<OsString>);

impl Template {
    /// A command and its arguments, at least one word: `{}` in any of them stands for the request; where there is none, the
    /// request comes last.
    pub fn new(mut command: Vec<OsString>) -> Self {
        if !command.iter().any(|word| has_place(word)) {
            command.push(OsString::from_vec(PLACE.to_vec()));
        }
        Self(command)
    }

    /// The program, where that is the same for every request.
    pub fn program(&self) -> Option<OsString> {
        self.0.first().cloned().filter(|word| !has_place(word))
    }

    /// The command for a request.
    pub fn with(&self, request: &[u8]) -> Vec<OsString> {
        self.0.iter().map(|word| OsString::from_vec(replaced(word.as_bytes(), request))).collect()
    }

    /// The same as a shell would read it, in one line.
    pub fn line(&self, request: &[u8]) -> Vec<u8> {
        let words: Vec<_> = self.with(request).iter().map(|word| shell_word(word.as_bytes())).collect();
        words.join(&b' ')
    }
}

fn has_place(word: &OsStr) -> bool {
    word.as_bytes().windows(PLACE.len()).any(|part| part == PLACE)
}

fn replaced(word: &[u8], request: &[u8]) -> Vec<u8> {
    let mut with = Vec::with_capacity(word.len() + request.len());
    let mut rest = word;
    while let Some(at) = rest.windows(PLACE.len()).position(|part| part == PLACE) {
        with.extend_from_slice(&rest[..at]);
        with.extend_from_slice(request);
        rest = &rest[at + PLACE.len()..];
    }
    with.extend_from_slice(rest);
    with
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(words: &[&str]) -> Template {
        Template::new(words.iter().map(OsString::from).collect())
    }

    #[test]
    fn a_request_takes_its_place() {
        let with = |words: &[&str], request: &str| template(words).with(request.as_bytes());
        assert_eq!(with(&["cmd"], "a b"), ["cmd", "a b"]);
        assert_eq!(with(&["cmd", "-x", "{}", "y={}{}"], "a"), ["cmd", "-x", "a", "y=aa"]);
        // What is put in is not looked at again.
        assert_eq!(with(&["cmd", "{}"], "{}"), ["cmd", "{}"]);
        assert_eq!(template(&["cmd"]).with(b"\xff\n"), [OsStr::new("cmd"), OsStr::from_bytes(b"\xff\n")]);
    }

    #[test]
    fn a_shell_reads_a_line_as_the_words_that_are_run() {
        for request in ["a", "a b", "it's", "$(touch x) `x`", "", "a\nb\t'\\", "*", "-n", "\u{e4}", "#", "~"] {
            let line = template(&["printf", "%s", "{}"]).line(request.as_bytes());
            let ran =
                std::process::Command::new("bash").arg("-c").arg(OsStr::from_bytes(&line)).output().expect("bash");
            assert_eq!(ran.stdout, request.as_bytes(), "{}", String::from_utf8_lossy(&line));
            assert!(!line.contains(&b'\n'));
        }
    }
}
