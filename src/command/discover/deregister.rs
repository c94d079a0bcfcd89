//! `discover deregister SERVICE ID`.

use clap::Args;

use super::registry::{RegistryArgs, id, service};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{DiscoverEvent, Text};
use crate::options::Global;
use crate::pattern::discovery;
use crate::report::Stdout;

/// Remove the record of an instance; exit code 1 when there is none
///
/// A process that keeps the record is told that this was meant: it goes on, and does not register the
/// instance again.
///
/// Examples:
///   etcdpat discover deregister web web-1
///   etcdpat discover deregister web web-1 --root /staging/services
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct DeregisterArgs {
    /// The service
    service: String,
    /// The instance
    id: String,
    #[command(flatten)]
    registry: RegistryArgs,
}

pub(super) fn run(global: &Global, args: &DeregisterArgs) -> Result<ExitCode, Failure> {
    let (registry, service, id) = (args.registry.registry(global)?, service(&args.service)?, id(&args.id)?);
    context::run(global, Stdout::Events, async |context| {
        let key = discovery::deregister(&context.client()?, &registry, &service, &id).await?;
        let (service, id) = (service.as_str().into(), id.as_str().into());
        context.emit(DiscoverEvent::Deregistered { service, id, key: Text::from(key) });
        Ok(ExitCode::Done)
    })
}
