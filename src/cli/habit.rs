//! Tips for those who come from flock, etcdctl and consul, in place of clap's own, which take an option for a value.

use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, Subcommand};

use super::Command;
use crate::command::lock;
use crate::options::duration;
use crate::value::shell_text;

/// Words of other tools before the command: what to do instead.
const COMMANDS: [(&[&str], &str); 12] = [
    (&["get"], "`etcdpat config get` reads a value, `etcdpat txn --then 'get KEY'` a key; `etcdctl get` reads any"),
    (&["put", "set"], "`etcdpat config set` writes a value, `etcdpat txn` any key; or `etcdctl put`"),
    (&["del", "delete", "rm"], "`etcdpat config delete` deletes a value, `etcdpat txn` any key; or `etcdctl del`"),
    (
        &[
            "member",
            "members",
            "endpoint",
            "alarm",
            "defrag",
            "compaction",
            "user",
            "role",
            "auth",
            "move-leader",
            "check",
            "hashkv",
            "make-mirror",
            "downgrade",
        ],
        "that is etcdctl's: etcdpat coordinates, and does not administer a cluster",
    ),
    (&["snapshot"], "`etcdpat config snapshot` keeps the configuration; `etcdctl snapshot save` all of etcd"),
    (
        &["exec"],
        "`etcdpat lock NAME -- CMD` runs a command under a lock, `etcdpat config exec -- CMD` one with the configuration",
    ),
    (&["completion"], "`etcdpat completions SHELL`"),
    (&["version"], "`etcdpat --version`"),
    (&["unlock", "release"], "`etcdpat lock release KEY`"),
    (&["election", "leader"], "`etcdpat elect`"),
    (
        &["ls", "list", "status"],
        "`etcdpat lock list` shows locks; `etcdpat ha list` and `etcdpat ha status NAME` what runs where; \
         `etcdpat discover services` services; `etcdpat config list` values",
    ),
    (&["kv", "services", "catalog", "register"], "`etcdpat config` has values, `etcdpat discover` services"),
];

/// Options of other tools behind `lock`.
const LOCK: [(&[&str], &str); 7] = [
    (&["-n", "--nb", "--nonblock", "--nonblocking"], "flock's -n is --try (exit code 122 when it is held)"),
    (&["-E", "--conflict-code"], "flock's -E is --conflict-exit-code"),
    (&["-s", "--share"], "flock's -s is --shared"),
    (&["-x", "-e", "--exclusive"], "a lock is exclusive unless --shared or --permits says otherwise"),
    (&["-c", "--command"], "a command comes after --: etcdpat lock NAME -- sh -c '...'"),
    (&["-u", "--unlock"], "the lock ends with its command; `etcdpat lock release KEY` ends one from `lock acquire`"),
    (&["-F", "--no-fork", "--close"], "etcdpat stays to watch over the lock, and hands no descriptor to the command"),
];

/// Words of other tools behind one of our commands.
const BEHIND: [(&str, &[&str], &str); 11] = [
    ("lease", &["timetolive"], "`etcdpat lease ttl ID`"),
    ("elect", &["-l", "--listen"], "`etcdpat elect observe NAME` looks on"),
    ("watch", &["-i", "--interactive"], "each `etcdpat watch` follows one key or range: start several"),
    ("txn", &["-i", "--interactive"], "`etcdpat txn -` reads etcdctl's text"),
    ("discover", &["list", "ls", "status"], "`etcdpat discover services` lists services, `discover find` instances"),
    ("discover", &["get", "show", "resolve", "lookup"], "`etcdpat discover find SERVICE`"),
    ("discover", &["unregister", "delete", "rm"], "`etcdpat discover deregister SERVICE ID`"),
    ("config", &["put"], "`etcdpat config set NAME VALUE`"),
    ("config", &["rm", "del", "unset", "remove"], "`etcdpat config delete NAME`"),
    ("config", &["kv"], "`etcdpat config get NAME`; set, delete and list stand there, too"),
    ("ha", &["failover", "switchover", "promote", "move", "transfer"], "`etcdpat ha switch NAME --to NODE`"),
];

/// consul's options, which have one dash and several letters.
const CONSUL: [(&str, &str); 8] = [
    ("-child-exit-code", "the command's exit code is etcdpat's"),
    ("-monitor-retry", "etcdpat renews through an outage, as long as its lease certainly lives"),
    ("-pass-stdin", "standard input is the command's"),
    ("-shell", "no shell runs the command; `-- sh -c '...'` has one"),
    ("-name", "--note says to others what a lock is for"),
    ("-token", "--user and --password-file say who you are"),
    ("-ca-file", "the authorities to trust are --cacert"),
    ("-verbose", "it is -v"),
];

/// Options of other tools, behind any command.
const ANYWHERE: [(&[&str], &str); 7] = [
    (&["-w", "--write-out"], "etcdctl's -w json is -o json"),
    (&["--json", "-json"], "it is -o json"),
    (
        &["--hex", "--keepalive-time", "--keepalive-timeout", "--auth-jwt-token", "--max-recv-bytes"],
        "etcdpat has no such option of etcdctl's",
    ),
    (
        &["--password"],
        "--password-file FILE, or - for standard input; or ETCDPAT_PASSWORD: arguments are seen by all in `ps`",
    ),
    (&["-d"], "etcdctl's -d is --discovery-srv"),
    (&["--debug"], "it is -vv"),
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
            .and_then(|word| if command(words).is_none() { find(&COMMANDS, &word) } else { behind(words, &word) })
            .map(str::to_owned),
        ErrorKind::UnknownArgument => invalid(ContextKind::InvalidArg).and_then(|word| {
            let option = word.split('=').next().unwrap_or_default();
            let of_lock = if takes_a_lock(words) { find(&LOCK, option) } else { None };
            let table = || of_lock.or_else(|| behind(words, option)).or_else(|| find(&ANYWHERE, option));
            let told = || table().or_else(|| forgotten(&word, &error, words)).map(str::to_owned);
            one_dash(words, option).or_else(|| waiting(words, option)).or_else(told)
        }),
        ErrorKind::MissingRequiredArgument => missing(words),
        ErrorKind::ArgumentConflict => {
            let is_dev = |kind| invalid(kind).is_some_and(|arg| arg.starts_with("--dev"));
            let either = is_dev(ContextKind::InvalidArg) || is_dev(ContextKind::PriorArg);
            either.then(|| "--dev starts an etcd of its own, and asks no other".to_owned())
        }
        ErrorKind::InvalidValue if is_command(words, "txn") && !options(words).any(|word| word == "--then") => {
            Some("operations stand behind --then: etcdpat txn --then 'put KEY VALUE'".to_owned())
        }
        _ => return error,
    };
    if error.kind() == ErrorKind::UnknownArgument {
        // clap's own names the option that is most alike.
        error.insert(ContextKind::Usage, ContextValue::StyledStr(usage(words)));
    }
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

/// Where to look for what is missing.
fn missing(words: &[OsString]) -> Option<String> {
    let mut own = own_words(words);
    let (group, command) = (own.next()?.to_str()?, own.next()?.to_str()?);
    let name = own.next().map_or_else(|| "NAME".to_owned(), |name| shell_text(name.as_bytes()));
    match (group, command) {
        ("lock", "break") => Some(format!("`etcdpat lock status {name}` shows the keys")),
        ("ha", "switch") => Some(format!("`etcdpat ha status {name}` shows the nodes")),
        ("elect", "transfer") => Some(format!("`etcdpat elect status {name}` shows the candidates")),
        _ => None,
    }
}

/// How the command that was typed is used.
fn usage(words: &[OsString]) -> StyledStr {
    let mut whole = super::command();
    whole.build();
    let mut typed = &mut whole;
    for word in own_words(words).filter_map(|word| word.to_str()) {
        if typed.find_subcommand(word).is_none() {
            break;
        }
        typed = typed.find_subcommand_mut(word).expect("it was found");
    }
    typed.render_usage()
}

/// What is another tool's behind one of our commands.
fn behind(words: &[OsString], word: &str) -> Option<&'static str> {
    let ours = command(words)?;
    BEHIND.iter().find(|(command, theirs, _)| ours == *command && theirs.contains(&word)).map(|(.., tip)| *tip)
}

/// A long option with one dash, as consul and Go have them: clap names its first letter.
fn one_dash(words: &[OsString], option: &str) -> Option<String> {
    let name = |word: &str| word.split('=').next().unwrap_or_default().to_owned();
    let known = options(words).find_map(|word| CONSUL.iter().find(|(theirs, _)| *theirs == name(&word)));
    if let Some((_, tip)) = known {
        return Some((*tip).to_owned());
    }
    let given = options(words).find(|word| word.starts_with(option) && !word.starts_with("--") && word.len() > 3)?;
    let (name, value) = given.split_once('=').unwrap_or((&given, ""));
    match name {
        "-n" => Some(format!("consul's -n={value} is --permits {value}")),
        "-try" if !value.is_empty() => Some(format!("consul's -try={value} is --timeout {value}")),
        _ => has_option(words, &name[1..]).then(|| format!("a long option has two dashes: -{given}")),
    }
}

/// Whether the command that was typed has this option.
fn has_option(words: &[OsString], long: &str) -> bool {
    let whole = super::command();
    let typed = command(words).and_then(|name| whole.find_subcommand(name)).unwrap_or(&whole);
    typed.get_arguments().any(|arg| arg.get_long() == Some(long))
}

/// flock's time to wait, as ours.
fn waiting(words: &[OsString], option: &str) -> Option<String> {
    if !takes_a_lock(words) || !matches!(option, "-w" | "--wait") {
        return None;
    }
    let mut given = words.iter().map(|word| word.to_string_lossy()).skip_while(|word| !word.starts_with(option));
    let first = given.next().unwrap_or_default();
    let joined = first[option.len()..].trim_start_matches('=').to_owned();
    let value = if joined.is_empty() { given.next().unwrap_or_default().into_owned() } else { joined };
    // `-w json` is etcdctl's.
    duration(&value).ok()?;
    let unit = if value.ends_with(|c: char| c.is_ascii_digit()) { "s" } else { "" };
    Some(format!("flock's -w {value} is --timeout {value}{unit} (exit code 124 when it has passed)"))
}

/// What was forgotten before a word that is no option.
fn forgotten(word: &str, error: &Error, words: &[OsString]) -> Option<&'static str> {
    let takes_command = error.get(ContextKind::Usage).is_some_and(|usage| usage.to_string().contains("<CMD>"));
    match word {
        // An option of a program, which stands behind a name, and which clap finds like none of ours.
        _ if word.starts_with('-') => {
            let has_program = own_words(words).count() > 2 && words.iter().all(|word| word != "--");
            let is_like_ours = error.get(ContextKind::SuggestedArg).is_some();
            (takes_command && has_program && !is_like_ours).then_some("a command comes after `--`, with its options")
        }
        _ if is_command(words, "examples") => Some("--example=NAME chooses one"),
        _ if is_command(words, "elect") => Some("a command comes after `--`; what etcdctl calls a proposal is --id"),
        _ if is_command(words, "txn") => Some("an operation is one word: --then 'put KEY VALUE'"),
        _ if takes_command => Some("a command comes after `--`"),
        _ => None,
    }
}

/// The command among the words, where there is one.
fn command(words: &[OsString]) -> Option<&OsString> {
    own_words(words).find(|word| word.to_str().is_some_and(Command::has_subcommand))
}

fn is_command(words: &[OsString], name: &str) -> bool {
    command(words).is_some_and(|command| command == name)
}

/// Whether it is `lock NAME`, with no subcommand.
fn takes_a_lock(words: &[OsString]) -> bool {
    is_command(words, "lock") && !own_words(words).any(|word| word.to_str().is_some_and(lock::has_subcommand))
}

/// The options that were typed, up to `--`.
fn options(words: &[OsString]) -> impl Iterator<Item = String> {
    let before = words.iter().skip(1).take_while(|word| *word != "--").map(|word| word.to_string_lossy().into_owned());
    before.filter(|word| word.starts_with('-'))
}

/// What was typed, up to `--`, without options.
fn own_words(words: &[OsString]) -> impl Iterator<Item = &OsString> {
    words.iter().skip(1).take_while(|word| *word != "--").filter(|word| !word.to_string_lossy().starts_with('-'))
}

fn find(tips: &[(&[&str], &'static str)], word: &str) -> Option<&'static str> {
    tips.iter().find(|(words, _)| words.contains(&word)).map(|(_, tip)| *tip)
}
