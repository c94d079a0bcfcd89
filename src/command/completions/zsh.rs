//! The script for zsh: clap's, which can tell neither a command's words behind `--` nor a name from a subcommand.
//!
//! `lock` and `elect` take a name or a subcommand. clap has zsh take the first word for a name in any case. So its functions
//! for the two know their subcommands alone, and a function of its own knows what they take beside a name; `names.zsh`
//! chooses.

use clap::Command;
use clap_complete::Shell;

/// What the script says of a word, and which function knows the words that can stand there.
const WORDS: [(&str, &str); 14] = [
    (r"':name -- The lock'\''s name:_default'", "_etcdpat_locks"),
    (r"':name -- The election'\''s name:_default'", "_etcdpat_locks"),
    ("':service -- The service:_default'", "_etcdpat_services"),
    ("':key -- Its name:_default'", "_etcdpat_values"),
    (r"':key -- Its name\: database/host:_default'", "_etcdpat_values"),
    (r"'::prefix -- By its parts\: `database` has database/host, not database2/host:_default'", "_etcdpat_values"),
    ("'::prefix -- Only what is at and below this:_default'", "_etcdpat_values"),
    ("'::key -- Only what is at and below this:_default'", "_etcdpat_values"),
    ("':name -- The flag:_default'", "_etcdpat_flags"),
    ("':version -- Its version:_default'", "_etcdpat_snapshots"),
    ("':name -- The name that the nodes share:_default'", "_etcdpat_ha"),
    (r"':name -- The name that the nodes share\: that of an election:_default'", "_etcdpat_ha_active_passive"),
    (r"':name -- The group'\''s name:_default'", "_etcdpat_ha_sharded"),
    ("'--to=[The node that is to lead]:ID:_default'", "_etcdpat_ha_nodes"),
];

/// The commands that take a name or a subcommand, and the command that knows only what stands beside a name.
const EITHER: [(&str, &str); 2] = [("lock", "etcdpat-lock"), ("elect", "etcdpat-elect")];
/// What they take beside subcommands, as the script says it.
const BESIDE: [&str; 2] = ["'::names -- The names of the locks", r"'::name -- The election'\''s name"];

/// The whole script.
pub(super) fn script(command: &mut Command) -> String {
    let whole = super::generated(Shell::Zsh, command, "etcdpat");
    let is_beside = |line: &&str| !BESIDE.iter().any(|word| line.starts_with(word));
    let whole: Vec<_> = whole.lines().filter(is_beside).collect();
    // Without what stood before it, a subcommand is the first word.
    let whole = asking(&whole.join("\n").replace("$line[3]", "$line[1]"));
    let (head, rest) = whole.split_once('\n').unwrap_or((&whole, ""));
    let rest = rest.replacen("_etcdpat() {\n", "_etcdpat() {\n    _etcdpat_elsewhere && return\n", 1);
    // What is called must stand before the call.
    format!("{head}\n\n{}\n{}{rest}\n", include_str!("names.zsh"), alone(command))
}

/// A function for each command that takes a name or a subcommand, which knows what stands beside a name.
fn alone(command: &Command) -> String {
    let functions = EITHER.iter().filter_map(|(name, alone)| {
        let either = command.find_subcommand(name)?;
        // (clap adds that of help itself.)
        let arguments = either.get_arguments().filter(|arg| arg.get_id() != "help").cloned();
        let text = super::generated(Shell::Zsh, &mut Command::new(*alone).args(arguments), alone);
        let begin = text.find(&format!("_{alone}() {{"))?;
        let end = text.find("if [ \"$funcstack[1]\"")?;
        Some(text[begin..end].to_owned())
    });
    // What is one of many words is not the last that options stand before.
    asking(&functions.collect::<String>().replace("\n'*::", "\n'*:"))
}

/// The script with names that etcd knows, and without what stands behind `--`.
fn asking(text: &str) -> String {
    let asked = WORDS
        .iter()
        .fold(text.to_owned(), |text, (word, function)| text.replace(word, &word.replace("_default", function)));
    let is_command = |line: &str| ["'::command -- ", "'*::command -- "].iter().any(|word| line.starts_with(word));
    asked.lines().filter(|line| !is_command(line)).map(|line| line.to_owned() + "\n").collect()
}
