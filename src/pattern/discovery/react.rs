//! A command that runs at first and after every change of a service.
//!
//! What must stay true: it is never run twice at a time, and after the last change it runs once more; it is given all
//! instances, as they are then.

use std::future::pending;

use super::Error;
use super::follow::Following;
use super::name::Service;
use crate::event::{DiscoverEvent, Emit, Event};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status, Task};

/// What runs, and who runs it.
#[derive(Debug)]
pub struct Reaction {
    /// The command; its standard input is set for each run.
    pub task: Task,
    /// Who runs it.
    pub guardian: Guardian,
}

/// Runs the command at first and after every change, until something asks to stop. `line` is what it reads of an instance.
/// That it failed is told.
///
/// # Errors
/// Why it ended: always one.
pub async fn react(
    service: &Service,
    mut following: Following,
    reaction: &mut Reaction,
    line: &dyn Fn(&Event) -> Vec<u8>,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Error {
    let mut is_first = true;
    loop {
        let changed = tokio::select! {
            changed = following.settled(is_first, emit) => changed,
            cause = shutdown.next() => return Error::Stopped(cause),
        };
        if let Err(error) = changed {
            return error;
        }
        is_first = false;
        let mut task = reaction.task.clone();
        task.stdin = Some(following.rows().flat_map(|row| line(&DiscoverEvent::Instance(row).into())).collect());
        let ran = async {
            reaction.guardian.prepare(task)?;
            reaction.guardian.run(Vec::new(), None, pending(), pending(), shutdown, emit).await
        };
        match ran.await {
            Ok(outcome) if outcome.status == Status::Code(0) => {}
            Ok(outcome) => {
                let service = service.as_str().into();
                emit(DiscoverEvent::ExecFailed { service, code: outcome.status.as_shell() }.into());
            }
            Err(error) => return error.into(),
        }
        if let Some(cause) = shutdown.asked() {
            return Error::Stopped(cause);
        }
    }
}
