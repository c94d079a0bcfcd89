//! `etcdpat completions SHELL`.
//!
//! - `zsh`: the script for zsh, of which more is rewritten
//! - `names.bash`, `names.zsh`, `names.fish`, `command.fish`: what is added to clap's scripts

mod zsh;

use clap::Args;
use clap_complete::Shell;

use super::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::report::Stdout;

/// Print the completions for a shell.
///
/// Examples:
///   etcdpat completions bash > /etc/bash_completion.d/etcdpat
///   etcdpat completions zsh > /usr/local/share/zsh/site-functions/_etcdpat
///   etcdpat completions fish > ~/.config/fish/completions/etcdpat.fish
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CompletionsArgs {
    /// For which shell
    shell: Shell,
}

/// Prints the completions of `command`, the whole command line.
pub fn run(global: &Global, args: &CompletionsArgs, mut command: clap::Command) -> Result<ExitCode, Failure> {
    let text = script(args.shell, &mut command);
    context::run(global, Stdout::Events, async |context| {
        context.reporter.text(text.as_bytes());
        Ok(ExitCode::Done)
    })
}

/// clap's script for a shell.
fn generated(shell: Shell, command: &mut clap::Command, name: &str) -> String {
    let mut text = Vec::new();
    clap_complete::generate(shell, command, name, &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// The script, which asks etcd for names where one is expected, and leaves what stands behind `--` to the command there, for
/// the shells that can be told how. (Names are another's text: no shell may evaluate them, as bash's `compgen -W` would.)
fn script(shell: Shell, command: &mut clap::Command) -> String {
    match shell {
        Shell::Bash => generated(shell, command, "etcdpat") + "\n" + include_str!("completions/names.bash"),
        Shell::Fish => {
            let text = generated(shell, command, "etcdpat") + "\n" + include_str!("completions/names.fish");
            text.replace("-c etcdpat -n \"", "-c etcdpat -n \"not __fish_etcdpat_has_command; and ")
                + include_str!("completions/command.fish")
        }
        Shell::Zsh => zsh::script(command),
        _ => generated(shell, command, "etcdpat"),
    }
}
