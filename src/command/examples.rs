//! `etcdpat examples`.
use crate::cli::Global;
use crate::error::ExitCode;
use clap::Args;
/// x
#[derive(Debug, Args)]
pub struct ExamplesArgs {}
/// x
pub fn run(_global: &Global, _args: &ExamplesArgs) -> ExitCode {
    ExitCode::Done
}
