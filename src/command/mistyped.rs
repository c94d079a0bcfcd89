//! Names that are more likely a mistyped subcommand: `lock ls`, `lock statsu`.

use std::ffi::OsStr;

use clap::Subcommand;

use crate::error::Failure;

/// What other tools call these.
const ELSEWHERE: [(&str, &str); 19] = [
    ("ls", "list"),
    ("ls", "status"),
    ("list", "status"),
    ("show", "status"),
    ("get", "status"),
    ("info", "status"),
    ("who", "status"),
    ("queue", "status"),
    ("unlock", "release"),
    ("free", "release"),
    ("refresh", "renew"),
    ("keepalive", "renew"),
    ("take", "acquire"),
    ("rm", "break"),
    ("delete", "break"),
    ("steal", "break"),
    ("kill", "break"),
    ("watch", "observe"),
    ("abdicate", "resign"),
];
/// How alike two words have to be, from 0 to 1.
const ALIKE: f64 = 0.9;

/// The subcommand that is most likely meant by a name; nothing where it looks like a name.
pub(super) fn meant<'a>(name: &OsStr, subcommands: &[&'a str]) -> Option<&'a str> {
    let word = name.to_str().filter(|word| !word.contains('/'))?.to_ascii_lowercase();
    let mut elsewhere = ELSEWHERE.into_iter().filter(|(other, _)| *other == word).map(|(_, ours)| ours);
    let elsewhere = elsewhere.find_map(|ours| subcommands.iter().find(|subcommand| **subcommand == ours));
    let alike = || {
        let alike = subcommands.iter().map(|subcommand| (strsim::jaro_winkler(&word, subcommand), subcommand));
        alike.filter(|(likeness, _)| *likeness > ALIKE).max_by(|one, other| one.0.total_cmp(&other.0))
    };
    elsewhere.or_else(|| alike().map(|(_, subcommand)| subcommand)).copied()
}

/// Refuses a name that looks like a mistyped one of the command's subcommands `S`, where nothing says that it is a name: no command stands behind it.
///
/// # Errors
/// Code 2.
pub(super) fn check_name<S: Subcommand>(command: &str, name: &OsStr) -> Result<(), Failure> {
    let defined = S::augment_subcommands(clap::Command::new(""));
    let subcommands: Vec<_> = defined.get_subcommands().map(clap::Command::get_name).collect();
    let Some(meant) = meant(name, &subcommands) else { return Ok(()) };
    let name = name.to_string_lossy();
    let message = format!("there is no command `{command} {name}`: did you mean `etcdpat {command} {meant}`?");
    let all = if command == "elect" && matches!(&*name, "ls" | "list") {
        "`etcdpat lock list` shows elections, too; "
    } else {
        ""
    };
    Err(Failure::usage(message).hint(format!("{all}--name {name} takes it for a name")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: [&str; 7] = ["status", "list", "check", "break", "acquire", "renew", "release"];

    #[test]
    fn slips_and_other_tools_words_are_recognized() {
        for (word, wanted) in [
            ("ls", "list"),
            ("statsu", "status"),
            ("stat", "status"),
            ("Status", "status"),
            ("lists", "list"),
            ("unlock", "release"),
            ("relase", "release"),
            ("aquire", "acquire"),
            ("show", "status"),
        ] {
            assert_eq!(meant(OsStr::new(word), &LOCK), Some(wanted), "{word}");
        }
    }

    #[test]
    fn names_are_names() {
        for name in [
            "/status",
            "deploy",
            "backup",
            "x",
            "db",
            "stage",
            "lock",
            "locks/list",
            "nightly",
            "release-1.2/db",
            "rebuild",
        ] {
            assert_eq!(meant(OsStr::new(name), &LOCK), None, "{name}");
        }
    }
}
