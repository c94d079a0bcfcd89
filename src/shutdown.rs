//! Signals, and an output that nobody reads any more, as one awaitable.
//!
//! What must stay true: it is an argument, never a global; every signal that ends a process by default arrives here
//! before anything is acquired, so that none ends etcdpat without a release; what was ignored when etcdpat started is
//! left alone (`nohup`, a script's job in the background).

use std::io;
use std::sync::Arc;
use std::task::Poll;

use nix::sys::signal::Signal;
use tokio::signal::unix::{self, SignalKind};
use tokio::sync::{Notify, mpsc};

use crate::os::signals;
use crate::signal::{Action, Number, Set};

/// Puts the signals in order that a parent may have left blocked or ignored. Call it first of all in `main`.
///
/// # Errors
/// None that a kernel is known to give.
pub fn begin() -> io::Result<()> {
    signals::put_in_order()
}

/// What asks etcdpat to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A signal.
    Signal {
        /// Which.
        number: Number,
        /// The terminal sent it, for a key, to all of etcdpat's process group.
        from_terminal: bool,
    },
    /// For the command alone, and from etcdpat itself: it asks nobody to stop.
    ForCommand(Number),
    /// Standard output was closed by its reader.
    OutputClosed,
}

impl Cause {
    /// Whether it is between the user and a command alone.
    pub fn is_for_the_command(self) -> bool {
        match self {
            Self::Signal { number, .. } => number.is_for_the_command(),
            Self::ForCommand(_) => true,
            Self::OutputClosed => false,
        }
    }

    /// Whether it asks a command to end, which may also take SIGHUP for a word to read its files again.
    pub fn is_to_end(self) -> bool {
        matches!(self, Self::Signal { number, .. } if number != Signal::SIGHUP.into()) && !self.is_for_the_command()
    }
}

/// Where requests to stop arrive. The first one drains, a second one aborts; what that means is the caller's.
#[derive(Debug)]
pub struct Shutdown {
    requests: Source,
    closed: Arc<Notify>,
    asked: Option<Cause>,
}

/// From where requests come.
#[derive(Debug)]
enum Source {
    Signals(Requests),
    /// From somebody who passes them on when he likes.
    Relay(mpsc::UnboundedReceiver<Cause>),
}

impl Source {
    async fn next(&mut self) -> Cause {
        match self {
            Self::Signals(requests) => requests.next().await,
            Self::Relay(causes) => match causes.recv().await {
                Some(cause) => cause,
                None => std::future::pending().await,
            },
        }
    }
}

impl Shutdown {
    /// Has signals arrive here from now on. One at a time, made in the main thread: each signal arrives once. `closed` is
    /// notified when the output is gone.
    ///
    /// # Errors
    /// The process has too many descriptors open.
    pub fn new(closed: Arc<Notify>) -> io::Result<Self> {
        let ignored = signals::ignored_at_start();
        let wanted = Number::all().filter(|&signal| is_a_request(signal) && !ignored.has(signal));
        Ok(Self { requests: Source::Signals(Requests::new(wanted.collect())?), closed, asked: None })
    }

    /// For what is asked to stop by us alone, when we like: what is sent arrives here, and nothing else.
    pub fn relay() -> (mpsc::UnboundedSender<Cause>, Self) {
        let (sender, causes) = mpsc::unbounded_channel();
        (sender, Self { requests: Source::Relay(causes), closed: Arc::default(), asked: None })
    }

    /// The next request to stop.
    pub async fn next(&mut self) -> Cause {
        let cause = tokio::select! {
            // A signal that comes with it must not hide that what was written has not been read.
            biased;
            () = self.closed.notified() => Cause::OutputClosed,
            signal = self.requests.next() => signal,
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

    /// Takes note of all that asks to stop up to now: it is not to hit what begins next.
    pub async fn take_note(&mut self) {
        loop {
            tokio::select! {
                biased;
                _ = self.next() => {}
                () = std::future::ready(()) => return,
            }
        }
    }

    /// What has asked to stop so far, if anything has. SIGUSR1 and SIGUSR2 do not.
    pub fn asked(&self) -> Option<Cause> {
        self.asked
    }
}

/// Whether a signal asks to end, and can be read. SIGPIPE says only what the failed write says too.
fn is_a_request(signal: Number) -> bool {
    signal.default_action() == Action::End && !signal.is_absolute() && signal != Number::from(Signal::SIGPIPE)
}

/// The requests, as the kernel queues them.
#[cfg(any(target_os = "linux", target_os = "android"))]
#[derive(Debug)]
struct Requests(signals::Receiver);

#[cfg(any(target_os = "linux", target_os = "android"))]
impl Requests {
    fn new(wanted: Set) -> io::Result<Self> {
        Ok(Self(signals::Receiver::new(wanted)?))
    }

    async fn next(&mut self) -> Cause {
        loop {
            let signals::Received { signal: number, by_kernel, by_ourselves } = self.0.next().await;
            // A file of ours may not grow (SIGXFSZ): the write that failed says it.
            if !by_ourselves {
                return Cause::Signal { number, from_terminal: by_kernel && number.is_interrupt() };
            }
        }
    }
}

/// The requests, by handlers, where these can be had: a signal that faults raise too can't be told from a fault.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[derive(Debug)]
struct Requests(SignalSet);

#[cfg(not(any(target_os = "linux", target_os = "android")))]
impl Requests {
    fn new(wanted: Set) -> io::Result<Self> {
        use Signal::{SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP};

        let faults = [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP];
        let named = Signal::iterator().filter(|&signal| wanted.has(signal.into()));
        Ok(Self(SignalSet::new(named.filter(|signal| !faults.contains(signal)))?))
    }

    /// Who has sent it is not known: in the foreground, the terminal.
    async fn next(&mut self) -> Cause {
        let number = Number::from(self.0.next().await);
        let from_terminal = number.is_interrupt() && crate::os::terminal::is_in_foreground();
        Cause::Signal { number, from_terminal }
    }
}

/// Some signals as one stream, by handlers.
#[derive(Debug)]
pub(crate) struct SignalSet(Vec<(Signal, unix::Signal)>);

impl SignalSet {
    /// Installs a handler for each, but for those that were ignored when etcdpat started.
    pub(crate) fn new(signals: impl IntoIterator<Item = Signal>) -> io::Result<Self> {
        let ignored = signals::ignored_at_start();
        let listen = |signal| Ok((signal, unix::signal(SignalKind::from_raw(signal as i32))?));
        let wanted = signals.into_iter().filter(|&signal| !ignored.has(signal.into()));
        Ok(Self(wanted.map(listen).collect::<io::Result<_>>()?))
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
