//! A node that stands, leads, and stands again.
//!
//! What must stay true: while a node waits before it stands again after a failure, it is not in the queue.

use std::time::Duration;

use super::campaign::Candidate;
use super::runner::{Runner, Work};
use super::term::Left;
use super::{Error, Params};
use crate::client::Client;
use crate::clock::{BootTime, millis};
use crate::event::{ElectEvent, Emit};
use crate::pattern::hold;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Status};

/// Before a node stands again after a failure: the first time, and at the most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Stands in the election. When elected, runs the work; then stands again, unless the command has ended by itself or
/// something has asked to stop. How the command ended, or `--on-elected` where that has failed and the node stands only once.
///
/// # Errors
/// [`Error`]; nothing of ours is left in the queue then, or, where etcd is away, it leaves with its lease.
pub async fn stand(
    client: &Client,
    params: &Params,
    work: Option<Work>,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Option<Status>, Error> {
    let node = Candidate::new(client, params, None, emit)?;
    let mut runner = work.map(|work| Runner::new(work, node.plan.grace()));
    let (mut is_first, mut pause) = (true, PAUSE);
    loop {
        if let Some(runner) = &mut runner {
            runner.make_ready().map_err(hold::Error::from)?;
        }
        let guardian = runner.as_ref().map(Runner::guardian);
        let failure = match node.campaign(is_first, supervise::failure_of(guardian), shutdown).await {
            Ok(term) => {
                let began = BootTime::now();
                let left = Box::pin(node.lead(term, None, runner.as_mut(), shutdown)).await?;
                if BootTime::now().since(began) > LONGEST_PAUSE {
                    pause = PAUSE;
                }
                match left {
                    Left::Ended(status) => return Ok(Some(status)),
                    // As while it waits, where there is a command, which was not running.
                    Left::Stopped => match shutdown.asked().filter(|_| params.periodic.is_some()) {
                        Some(cause) => return Err(hold::Error::Stopped(cause).into()),
                        None => return Ok(None),
                    },
                    Left::Lost(lost) if params.once || shutdown.asked().is_some() => return Err(lost.into()),
                    Left::HookFailed(status) if params.once => return Ok(Some(status)),
                    Left::Asked if params.once => return Ok(None),
                    Left::HookFailed(_) => Some("--on-elected has failed".to_owned()),
                    Left::Lost(_) | Left::Asked | Left::Unfit => None,
                }
            }
            Err(Error::Client(failed)) if !is_first && !failed.error.is_denial() => Some(failed.to_string()),
            Err(error) => return Err(error),
        };
        is_first = false;
        // What asked to stop while the node left was passed on to the command, or to a hook.
        if let Some(cause) = shutdown.asked() {
            return Err(hold::Error::Stopped(cause).into());
        }
        if let Some(message) = failure {
            node.tell(ElectEvent::Retrying {
                election: node.name().text(),
                id: node.id(),
                wait_ms: millis(pause),
                message: message.into(),
            });
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                cause = shutdown.next() => return Err(hold::Error::Stopped(cause).into()),
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}
