//! `etcdpat completions` and `etcdpat man`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::report;
use crate::cli::{self, Global};
use crate::error::{ExitCode, Failure};
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

/// Write the manual pages.
///
/// Example:
///   etcdpat man /usr/local/share/man/man1
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ManArgs {
    /// Where to; without it, etcdpat's own page is printed
    dir: Option<PathBuf>,
}

/// Prints completions.
pub fn run(global: &Global, args: &CompletionsArgs) -> ExitCode {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut cli::command(), "etcdpat", &mut text);
    print(global, &text)
}

/// Writes or prints manual pages.
pub fn man(global: &Global, args: &ManArgs) -> ExitCode {
    let written = match &args.dir {
        Some(dir) => clap_mangen::generate_to(cli::command(), dir).map(|()| Vec::new()),
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(cli::command()).render(&mut page).map(|()| page)
        }
    };
    match written {
        Ok(page) => print(global, &page),
        Err(error) => {
            cli::refuse(&Failure::new(ExitCode::Failed, "cannot write the manual pages").because(error.to_string()))
        }
    }
}

fn print(global: &Global, text: &[u8]) -> ExitCode {
    report(global, Stdout::Events, async |reporter, _| {
        reporter.text(text);
        Ok(ExitCode::Done)
    })
}
