//! `discover services`.

use clap::Args;

use super::registry::RegistryArgs;
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{DiscoverEvent, Event};
use crate::options::Global;
use crate::pattern::discovery;
use crate::report::Stdout;

/// Show all services, and how many instances each has
///
/// Examples:
///   etcdpat discover services
///   etcdpat discover services --names
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ServicesArgs {
    /// Their names alone, a line each
    #[arg(long)]
    names: bool,
    #[command(flatten)]
    registry: RegistryArgs,
}

pub(super) fn run(global: &Global, args: &ServicesArgs) -> Result<ExitCode, Failure> {
    let registry = args.registry.registry(global)?;
    context::run(global, Stdout::Events, async |context| {
        let emit = |event: Event| context.emit(event);
        let services = discovery::services(&context.client()?, &registry, &emit).await?;
        if args.names && !context.reporter.is_json() {
            context.reporter.names(services.iter().map(|service| service.service.raw()));
        } else {
            context.reporter.rows(services.into_iter().map(DiscoverEvent::Entry));
        }
        Ok(ExitCode::Done)
    })
}
