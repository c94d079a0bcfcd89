//! `etcdpat man [DIR]`.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::report::Stdout;

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

/// Writes or prints the manual pages of `command`, the whole command line.
pub fn run(global: &Global, args: &ManArgs, command: clap::Command) -> Result<ExitCode, Failure> {
    if let Some(dir) = args.dir.as_deref().filter(|dir| !dir.is_dir()) {
        return Err(Failure::usage(format!("there is no directory {}", dir.display())));
    }
    let page = pages(args.dir.as_deref(), command).map_err(|error| {
        Failure::new(ExitCode::Failed, "cannot write the manual pages").caused_by(error.to_string())
    })?;
    context::run(global, Stdout::Events, async |context| {
        context.reporter.text(&page);
        Ok(ExitCode::Done)
    })
}

/// Writes all pages to a directory; without one, etcdpat's own page is what is left to print.
fn pages(dir: Option<&Path>, command: clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    match dir {
        Some(dir) => clap_mangen::generate_to(command, dir)?,
        None => clap_mangen::Man::new(command).render(&mut page)?,
    }
    Ok(page)
}
