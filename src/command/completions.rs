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
    context::run(global, Stdout::Events, async |context| {
        context.reporter.text(&text);
        Ok(ExitCode::Done)
    })
}
