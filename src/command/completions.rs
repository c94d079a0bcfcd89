//! `etcdpat completions SHELL`.

use clap::Args;
use clap_complete::Shell;

use super::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::report::Stdout;

/// Print the completions for a shell.
///
/// Example:
///   etcdpat completions bash > /etc/bash_completion.d/etcdpat
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CompletionsArgs {
    /// For which shell
    shell: Shell,
}

/// Prints the completions of `command`, the whole command line.
pub fn run(global: &Global, args: &CompletionsArgs, mut command: clap::Command) -> Result<ExitCode, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut command, "etcdpat", &mut text);
    let text = with_names(args.shell, &String::from_utf8_lossy(&text));
    context::run(global, Stdout::Events, async |context| {
        context.reporter.text(text.as_bytes());
        Ok(ExitCode::Done)
    })
}

/// What the zsh completion says of a word, and which function knows the words that can stand there.
const ZSH: [(&str, &str); 12] = [
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

/// Asks etcd for names where one is expected, for the shells that can be told how. (Names are another's text: no shell may
/// evaluate them, as bash's `compgen -W` would.)
fn with_names(shell: Shell, text: &str) -> String {
    match shell {
        Shell::Bash => format!("{text}\n{}", include_str!("completions/names.bash")),
        Shell::Fish => format!("{text}\n{}", include_str!("completions/names.fish")),
        Shell::Zsh => {
            let asked = ZSH.iter().fold(text.to_owned(), |text, (word, function)| {
                text.replace(word, &word.replace("_default", function))
            });
            // What is called must stand before the call.
            let (head, rest) = asked.split_once('\n').unwrap_or((&asked, ""));
            format!("{head}\n\n{}{rest}", include_str!("completions/names.zsh"))
        }
        _ => text.to_owned(),
    }
}
