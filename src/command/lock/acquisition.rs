//! How locks are taken: the options of `lock NAME` and `lock acquire`, and the acquisition itself.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::time::Duration;

use clap::Args;

use crate::client::{Client, Version};
use crate::command::child;
use crate::command::context::Context;
use crate::error::{ExitCode, Failure};
use crate::event::{Emit, EtcdEvent, Event, LockEvent};
use crate::options::{at_least_one, duration, exit_code, ttl};
use crate::pattern::lock::{self, Acquired, Claim, LockNames, Params, Wait};
use crate::record::{LONGEST_TEXT, fitted};
use crate::shutdown::Shutdown;
use crate::supervise::Guardian;

/// How often a waiter looks at the queue unasked: as a safety net, and while somebody watches.
const LOOK_EVERY: Duration = Duration::from_secs(30);
const LOOK_EVERY_LIVE: Duration = Duration::from_secs(2);

/// How long `-v` waits for the server's version.
const PATIENCE: Duration = Duration::from_millis(500);

/// How a lock is taken.
#[derive(Debug, Args)]
pub(super) struct AcquisitionArgs {
    /// The lease's time to live: how long an unreachable holder keeps others out
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// Don't wait: exit with 122 when the lock can't be had at once
    #[arg(long = "try", conflicts_with = "timeout")]
    try_once: bool,
    /// Wait at most this long, then exit with 124; 0 is --try
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    timeout: Option<Duration>,
    /// Hold it together with all who say --shared
    #[arg(long, conflicts_with = "permits")]
    shared: bool,
    /// Hold it together with others, at most N at a time; all say the same N
    #[arg(long, value_name = "N", value_parser = at_least_one, allow_hyphen_values = true)]
    permits: Option<NonZeroU32>,
    /// A text that `lock status` shows to others
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The exit code for a lock that is busy, instead of 122
    #[arg(long, value_name = "CODE", value_parser = exit_code, allow_hyphen_values = true)]
    conflict_exit_code: Option<u8>,
}

/// What is to be acquired, checked.
pub(super) struct Acquisition {
    params: Params,
    conflict_exit_code: u8,
    /// What did not fit the record.
    cut: Vec<LockEvent>,
}

impl AcquisitionArgs {
    fn wait(&self) -> Wait {
        match self.timeout {
            _ if self.try_once => Wait::Not,
            Some(Duration::ZERO) => Wait::Not,
            Some(after) => Wait::AtMost(after),
            None => Wait::ForEver,
        }
    }

    fn claim(&self) -> Claim {
        match self.permits {
            Some(permits) => Claim::Permit(permits),
            None if self.shared => Claim::Shared,
            None => Claim::Exclusive,
        }
    }
}

impl Acquisition {
    /// Checks what can be checked before anything is sent.
    ///
    /// # Errors
    /// Code 2.
    pub(super) fn new(
        names: LockNames,
        args: AcquisitionArgs,
        grace: Option<Duration>,
        command: &[OsString],
    ) -> Result<Self, Failure> {
        child::check_times(args.ttl, grace)?;
        let lock = names.first().text();
        let line = lock::command_line(command);
        let texts = [("note", args.note.as_deref().unwrap_or_default()), ("command", line.as_str())];
        let too_long = texts.into_iter().filter(|(_, text)| text.len() > LONGEST_TEXT);
        let cut = too_long.map(|(field, text)| LockEvent::Cut {
            lock: lock.clone(),
            field,
            length: text.len(),
            longest: LONGEST_TEXT,
        });
        let cut = cut.collect();
        let params = Params {
            names,
            claim: args.claim(),
            ttl: args.ttl,
            grace,
            wait: args.wait(),
            owner: lock::owner(command, args.note.map(fitted)),
            look_every: LOOK_EVERY,
        };
        Ok(Self { params, conflict_exit_code: args.conflict_exit_code.unwrap_or(ExitCode::BUSY), cut })
    }

    /// Has the record say that no process stands behind the lock once it is held.
    pub(super) fn detached(mut self) -> Self {
        self.params.owner.detached = true;
        self
    }

    /// Takes the locks. `guardian` is to run something then.
    pub(super) async fn acquire(
        mut self,
        client: &Client,
        context: &Context<'_>,
        guardian: Option<&Guardian>,
        shutdown: &mut Shutdown,
    ) -> Result<Acquired, Failure> {
        if context.reporter.is_live() {
            self.params.look_every = LOOK_EVERY_LIVE;
        }
        let emit = |event: Event| context.emit(event);
        for cut in std::mem::take(&mut self.cut) {
            context.emit(cut);
        }
        let acquired = lock::acquire(client, &self.params, guardian, shutdown, &emit).await;
        let held = acquired.map_err(|error| {
            let failure = Failure::from(error);
            let busy = matches!(failure.code, ExitCode::Busy(_));
            let code = if busy { ExitCode::Busy(self.conflict_exit_code) } else { failure.code };
            Failure { code, ..failure }
        })?;
        if context.reporter.is_verbose() {
            tell_defects(client, &emit).await;
        }
        Ok(held)
    }
}

/// Says what is known to be wrong with the connected server. It works without an answer.
async fn tell_defects(client: &Client, emit: Emit<'_>) {
    let Ok(Ok(version)) = tokio::time::timeout(PATIENCE, client.version()).await else { return };
    for defect in Version::of(&version).iter().flat_map(|version| version.defects()) {
        emit(EtcdEvent::Outdated { version: version.clone(), message: defect }.into());
    }
}
