//! Signals, and an output that nobody reads any more, as one awaitable.
//!
//! What must stay true: it is an argument, never a global; handlers are in place before anything is acquired, so that
//! no signal ends etcdpat without a release.

use std::io;
use std::sync::Arc;
use std::task::Poll;

use nix::sys::signal::Signal;
use tokio::signal::unix::{self, SignalKind};
use tokio::sync::Notify;

use crate::os;

/// The signals that are passed on to a child, or end a wait.
const FORWARDED: [Signal; 6] =
    [Signal::SIGTERM, Signal::SIGINT, Signal::SIGHUP, Signal::SIGQUIT, Signal::SIGUSR1, Signal::SIGUSR2];

/// What asks etcdpat to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A signal.
    Signal(Signal),
    /// Standard output was closed by its reader.
    OutputClosed,
}

impl Cause {
    /// Whether it is between the user and a command alone.
    pub fn is_for_the_command(self) -> bool {
        matches!(self, Self::Signal(Signal::SIGUSR1 | Signal::SIGUSR2))
    }
}

/// Where requests to stop arrive. The first one drains, a second one aborts; what that means is the caller's.
#[derive(Debug)]
pub struct Shutdown {
    signals: SignalSet,
    closed: Arc<Notify>,
    asked: Option<Cause>,
}

impl Shutdown {
    /// Installs the handlers. SIGHUP stays ignored where it is (`nohup`). `closed` is notified when the output is gone.
    pub fn new(closed: Arc<Notify>) -> io::Result<Self> {
        let wanted = FORWARDED.into_iter().filter(|&s| s != Signal::SIGHUP || !os::is_ignored(s));
        Ok(Self { signals: SignalSet::new(wanted)?, closed, asked: None })
    }

    /// The next request to stop.
    pub async fn next(&mut self) -> Cause {
        let cause = tokio::select! {
            // A signal that comes with it must not hide that what was written has not been read.
            biased;
            () = self.closed.notified() => Cause::OutputClosed,
            signal = self.signals.next() => Cause::Signal(signal),
        };
        if !cause.is_for_the_command() {
            self.asked.get_or_insert(cause);
        }
        cause
    }

    /// What asks to stop this very moment, or has done so before.
    pub async fn asked_now(&mut self) -> Option<Cause> {
        tokio::select! {
            biased;
            cause = self.next() => Some(cause),
            () = std::future::ready(()) => self.asked,
        }
    }

    /// What has asked to stop so far, if anything has. SIGUSR1 and SIGUSR2 do not.
    pub fn asked(&self) -> Option<Cause> {
        self.asked
    }
}

/// Some signals as one stream.
#[derive(Debug)]
pub(crate) struct SignalSet(Vec<(Signal, unix::Signal)>);

impl SignalSet {
    /// Installs a handler for each.
    pub(crate) fn new(signals: impl IntoIterator<Item = Signal>) -> io::Result<Self> {
        let listen = |signal| Ok((signal, unix::signal(SignalKind::from_raw(signal as i32))?));
        Ok(Self(signals.into_iter().map(listen).collect::<io::Result<_>>()?))
    }

    /// The next of them; for ever pending when there are none.
    pub(crate) async fn next(&mut self) -> Signal {
        std::future::poll_fn(|cx| {
            for (signal, stream) in &mut self.0 {
                if let Poll::Ready(Some(())) = stream.poll_recv(cx) {
                    return Poll::Ready(*signal);
                }
            }
            Poll::Pending
        })
        .await
    }
}
