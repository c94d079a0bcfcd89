//! Tips for those who come from flock, etcdctl and consul, in place of clap's own, which take an option for a value.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, Subcommand};

use super::Command;
use crate::command::lock;

/// Words of other tools before the command: what to do instead.
const COMMANDS: [(&[&str], &str); 9] = [
    (&["get"], "`etcdpat config get` reads a value, `etcdpat watch --initial KEY` a key; `etcdctl get` reads any"),
    (&["put", "set"], "`etcdpat config set` writes a value, `etcdpat txn` any key; or `etcdctl put`"),
    (&["del", "delete", "rm"], "`etcdpat config delete` deletes a value, `etcdpat txn` any key; or `etcdctl del`"),
    (
        &["member", "endpoint", "alarm", "defrag", "compaction", "user", "role", "auth", "move-leader"],
        "that is etcdctl's",
    ),
    (&["version"], "`etcdpat --version`"),
    (&["unlock", "release"], "`etcdpat lock release KEY`"),
    (&["election", "leader"], "`etcdpat elect`"),
    (
        &["ls", "list", "status"],
        "`etcdpat lock list` shows locks; `etcdpat discover services` services; `etcdpat config list` values",
    ),
    (&["kv", "services", "catalog", "register"], "`etcdpat config` has values, `etcdpat discover` services"),
];

/// Options of other tools behind `lock`.
const LOCK: [(&[&str], &str); 9] = [
    (&["-n", "--nb", "--nonblock", "--nonblocking"], "flock's -n is --try (exit code 122 when it is held)"),
    (&["-w", "--wait"], "flock's -w is --timeout 10s (exit code 124 when it has passed)"),
    (&["-E", "--conflict-code"], "flock's -E is --conflict-exit-code"),
    (&["-s", "--share"], "flock's -s is --shared"),
    (&["-x", "-e", "--exclusive"], "a lock is exclusive unless --shared or --permits says otherwise"),
    (&["-c", "--command"], "a command comes after --: etcdpat lock NAME -- sh -c '...'"),
    (&["-u", "--unlock"], "`etcdpat lock release KEY` ends a lock from `lock acquire`"),
    (&["-F", "--no-fork", "--close"], "etcdpat stays to watch over the lock, and hands no descriptor to the command"),
    (&["-child-exit-code", "--child-exit-code"], "the command's exit code is etcdpat's"),
];

/// Options of other tools, behind any command.
const ANYWHERE: [(&[&str], &str); 6] = [
    (&["-w", "--write-out"], "etcdctl's -w json is -o json"),
    (
        &["--hex", "--keepalive-time", "--keepalive-timeout", "--auth-jwt-token", "--max-recv-bytes"],
        "etcdpat has no such option of etcdctl's",
    ),
    (
        &["--password"],
        "--password-file FILE, or - for standard input; or ETCDPAT_PASSWORD: arguments are seen by all in `ps`",
    ),
    (&["-d"], "etcdctl's -d is --discovery-srv"),
    (&["-http-addr", "--http-addr", "-token"], "--endpoints says where etcd is"),
    (&["--prefix"], "`etcdpat watch` has --prefix; what lists takes the prefix as an argument"),
];

/// The error, with our tip where we have one, and without one of clap's that misleads.
pub(super) fn with_tip(mut error: Error, words: &[OsString]) -> Error {
    let invalid = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.clone()),
        _ => None,
    };
    let tip = match error.kind() {
        ErrorKind::InvalidSubcommand => invalid(ContextKind::InvalidSubcommand)
            .filter(|_| command(words).is_none())
            .and_then(|word| find(&COMMANDS, &word)),
        ErrorKind::UnknownArgument => invalid(ContextKind::InvalidArg).and_then(|word| {
            let option = word.split('=').next().unwrap_or_default();
            let of_lock = if takes_a_lock(words) { find(&LOCK, option) } else { None };
            of_lock.or_else(|| find(&ANYWHERE, option)).or_else(|| forgotten(&word, &error, words))
        }),
        _ => return error,
    };
    if let Some(tip) = tip {
        for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand] {
            error.remove(kind);
        }
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    } else if error.kind() == ErrorKind::UnknownArgument {
        // "to pass '-n' as a value, use '-- -n'": what stands behind -- is a command.
        error.remove(ContextKind::Suggested);
    }
    error
}

/// What was forgotten before a word that is no option.
fn forgotten(word: &str, error: &Error, words: &[OsString]) -> Option<&'static str> {
    let takes_command = error.get(ContextKind::Usage).is_some_and(|usage| usage.to_string().contains("<CMD>"));
    match word {
        _ if word.starts_with('-') => None,
        _ if command(words).is_some_and(|command| command == "examples") => Some("--example=NAME chooses one"),
        _ if takes_command => Some("a command comes after `--`"),
        _ => None,
    }
}

/// The command among the words, where there is one.
fn command(words: &[OsString]) -> Option<&OsString> {
    own_words(words).find(|word| word.to_str().is_some_and(Command::has_subcommand))
}

/// Whether it is `lock NAME`, with no subcommand.
fn takes_a_lock(words: &[OsString]) -> bool {
    command(words).is_some_and(|command| command == "lock")
        && !own_words(words).any(|word| word.to_str().is_some_and(lock::has_subcommand))
}

/// What was typed, up to `--`, without options.
fn own_words(words: &[OsString]) -> impl Iterator<Item = &OsString> {
    words.iter().skip(1).take_while(|word| *word != "--").filter(|word| !word.to_string_lossy().starts_with('-'))
}

fn find(tips: &[(&[&str], &'static str)], word: &str) -> Option<&'static str> {
    tips.iter().find(|(words, _)| words.contains(&word)).map(|(_, tip)| *tip)
}
