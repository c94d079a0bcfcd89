//! The examples as a command under a lease: etcdpat runs itself again, as `etcdpat lease run` would.
//!
//! What must stay true: whatever ends `etcdpat examples`, SIGKILL or a crash of the host among it, no process of an example
//! is left, and no key of one is left for longer than the lease's TTL.

use std::time::Duration;

use crate::client::Client;
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ChildEvent, Event, LeaseEvent};
use crate::options::Global;
use crate::pattern::keys::Pairs;
use crate::pattern::lease::{self, Params};
use crate::random;
use crate::report::Stdout;
use crate::supervise::{Guardian, Status, Task};

/// How long a key may be left by a host that has crashed.
pub(super) const TTL: Duration = Duration::from_secs(10);

/// Whether this process is such a command already: the lease that it runs under has whatever is put to stay.
pub(super) fn is_supervised() -> bool {
    let [own, scratch] = ["ETCDPAT_LEASE", "ETCDPAT_SCRATCH_LEASE"].map(std::env::var_os);
    scratch.is_some() && own == scratch
}

/// Runs this very command line as one.
pub(super) fn run_ourselves(global: &Global) -> Result<ExitCode, Failure> {
    let connection = global.connection()?;
    let argv = std::iter::once(std::env::current_exe()?.into()).chain(std::env::args_os().skip(1)).collect();
    let key = format!("{}/running/{:016x}", super::show::PREFIX, random::number());
    let pairs = Pairs::parse([[key.as_bytes(), b"=yes"].concat()]);
    let pairs = pairs.map_err(|invalid| Failure::usage(invalid.to_string()))?;
    let params = Params { pairs, replace: false, ttl: TTL, grace: None, scratch: true };
    // What reaches etcd here, reaches it there: the password may be in the environment.
    let guardian = Guardian::start_for(Task { argv, ..Task::default() })?;
    context::run(global, Stdout::Taken, async |context| {
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| {
            if is_told(&event) {
                context.emit(event);
            }
        };
        let ran = lease::run(&Client::new(connection), &params, guardian, &mut shutdown, &emit).await?;
        // A step that the signal has ended may be what fails, before the example hears of the signal itself.
        match (ran, shutdown.asked()) {
            (Status::Code(_), Some(cause)) => Ok(<Failure as From<_>>::from(cause).code),
            _ => Ok(ran.into()),
        }
    })
}

/// Whether it is worth a word: that all goes as it should, is not.
fn is_told(event: &Event) -> bool {
    !matches!(
        event,
        Event::Lease(LeaseEvent::Held { .. } | LeaseEvent::Released { .. })
            | Event::Child(ChildEvent::Started { .. } | ChildEvent::Exited { .. })
    )
}

/// A password that is read from standard input, is read once.
pub(super) fn check_password(global: &Global) -> Result<(), Failure> {
    if global.password_file().is_some_and(|file| file.as_os_str() == "-") {
        let message = "the examples run many commands, which can't all read a password from standard input";
        return Err(Failure::usage(message));
    }
    Ok(())
}
