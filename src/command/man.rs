//! `etcdpat man [DIR]`.
//!
//! - `page`: a manual page

mod page;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::report::Stdout;

/// Write the manual pages.
///
/// Examples:
///   etcdpat man /usr/local/share/man/man1
///   etcdpat man | man -l -                # etcdpat's own page
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
    let mut command = command.disable_help_subcommand(true);
    command.build();
    match dir {
        Some(dir) => write_all(&command, dir)?,
        None => page::write(&command, &mut page)?,
    }
    Ok(page)
}

/// Writes a command's page, and those of all below it.
fn write_all(command: &clap::Command, dir: &Path) -> io::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    let mut text = Vec::new();
    page::write(command, &mut text)?;
    let file = dir.join(format!("{name}.1"));
    std::fs::write(&file, text)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
    command.get_subcommands().try_for_each(|sub| write_all(sub, dir))
}
