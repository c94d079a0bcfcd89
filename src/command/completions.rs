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
    let text = with_services(args.shell, &String::from_utf8_lossy(&text));
    context::run(global, Stdout::Events, async |context| {
        context.reporter.text(text.as_bytes());
        Ok(ExitCode::Done)
    })
}

/// Asks etcd for the names of services where one is expected, for the shells that can be told how. (Names are another's
/// text: no shell may evaluate them, as bash's `compgen -W` would.)
fn with_services(shell: Shell, text: &str) -> String {
    match shell {
        Shell::Bash => format!("{text}\n{}", include_str!("completions/services.bash")),
        Shell::Fish => format!("{text}\n{}", include_str!("completions/services.fish")),
        Shell::Zsh => {
            let asked =
                text.replace("':service -- The service:_default'", "':service -- The service:_etcdpat_services'");
            // What is called must stand before the call.
            let (head, rest) = asked.split_once('\n').unwrap_or((&asked, ""));
            format!("{head}\n\n{}{rest}", include_str!("completions/services.zsh"))
        }
        _ => text.to_owned(),
    }
}
