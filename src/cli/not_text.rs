//! Arguments that must be text and are none: clap says that there is one, this says which.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;

use clap::error::ErrorKind;

use super::reachable;
use crate::error::Failure;
use crate::value::Text;

/// What to say, if the error is about such an argument.
pub(super) fn failure(error: &clap::Error, words: &[OsString]) -> Option<Failure> {
    if error.kind() != ErrorKind::InvalidUtf8 {
        return None;
    }
    let suspects = (1..words.len()).filter(|&at| words[at].to_str().is_none());
    let message = suspects.into_iter().find(|&at| is_refused(words, at)).map(|at| message(words, at));
    let message = message.unwrap_or_else(|| "an argument is not UTF-8".to_owned());
    Some(Failure::usage(message).hint("--help shows all options"))
}

/// Whether it is refused when all others are text.
fn is_refused(words: &[OsString], at: usize) -> bool {
    let as_text = |word: &OsString| word.to_string_lossy().into_owned().into();
    let others = words.iter().enumerate().map(|(other, word)| if other == at { word.clone() } else { as_text(word) });
    reachable::parse(&others.collect::<Vec<_>>()).is_err_and(|error| error.kind() == ErrorKind::InvalidUtf8)
}

/// An option is named, and its value not shown: it may be a password.
fn message(words: &[OsString], at: usize) -> String {
    let of_option = |option: &[u8]| format!("the value of {} is not UTF-8", Text::from(option));
    let bytes = words[at].as_bytes();
    let is_option = |word: &OsStr| word.as_bytes().starts_with(b"-") && word.len() > 1 && word != "--";
    match bytes.iter().position(|&byte| byte == b'=') {
        Some(equals) if is_option(&words[at]) => of_option(&bytes[..equals]),
        _ if is_option(&words[at]) && !bytes.starts_with(b"--") => of_option(&bytes[..2]),
        _ if !is_option(&words[at]) && is_option(&words[at - 1]) && words[at - 1].to_str().is_some() => {
            of_option(words[at - 1].as_bytes())
        }
        _ => format!("{} is not UTF-8", Text::from(bytes)),
    }
}
