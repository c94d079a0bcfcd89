//! The keeper in its guardian's place, when that one is dead: it ends the tree, whose processes are its own now.
//!
//! What must stay true: it returns when nothing of the tree is left; where a process can't be killed, that is said, and
//! signals are taken meanwhile.

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::Error;
use super::kept;
use super::tree::{Left, Tree, Unkillable};
use crate::event::{ChildEvent, Emit, Event};
use crate::shutdown::{Cause, Shutdown};

/// Kills and reaps everything below the keeper that is of the tree, the guardian included. Where that can't end, a
/// request to stop ends it.
pub(super) async fn sweep(
    tree: &mut Tree,
    [guardian, command]: [Pid; 2],
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let _ = kill(guardian, Signal::SIGKILL);
    // It is to be found, and reaped, with what it has left.
    kept::remove(guardian);
    let mut in_the_way = None;
    loop {
        let unkillable = tree.kill(command);
        if tree.reap() == Left::Nothing {
            return Ok(());
        }
        if let Some(Unkillable { pid, errno }) = unkillable {
            in_the_way.get_or_insert(pid);
            emit(unkillable_event(pid, errno));
        }
        tokio::select! {
            () = tokio::time::sleep(tree.round()) => {}
            cause = shutdown.next() => {
                let is_request = matches!(cause, Cause::Signal { .. }) && !cause.is_for_the_command();
                if let (Some(pid), true) = (in_the_way, is_request) {
                    return Err(Error::Unkillable { pid: pid.as_raw() });
                }
            }
        }
    }
}

/// What is told of a process that can't be killed.
pub(super) fn unkillable_event(pid: Pid, errno: Errno) -> Event {
    ChildEvent::Unkillable { pid: pid.as_raw(), message: errno.desc() }.into()
}
