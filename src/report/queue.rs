//! What is to be written, and the thread that writes it.
//!
//! What must stay true: whoever puts something in never waits for a reader; each stream keeps its order; a reader gets
//! whole lines.
//!
//! Standard output and standard error are shared with others (the command, the shell), so they can't be made
//! non-blocking, and a pipe that has room now may be full a moment later. So a thread of their own writes them. It is
//! started by the first text: most commands under a lock say nothing, and cost no thread.

use std::collections::VecDeque;
use std::io;
use std::os::fd::AsFd;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use tokio::sync::Notify;

use crate::os::signals::{leave_signals, shielded};

/// How many bytes of diagnostics may wait, and from how many bytes of results on their source is to wait: what a pipe
/// holds by default, some hundreds of lines.
const ROOM: usize = 64 << 10;
/// The most that a pipe takes all or none of (`PIPE_BUF`): a line of ours is not torn by what others write there.
const ATOMIC: usize = 4 << 10;
/// How often a stream is looked at that has no thread.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// The thread's stack: it calls write(2).
const STACK: usize = 64 << 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    Err,
}

/// What becomes of a text for which there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It waits: its source waits for room, or sends only a few.
    Kept,
    /// It is dropped and counted.
    Diagnostic,
    /// It is dropped as soon as anything else waits: the next one replaces it.
    Frame,
}

/// The texts for one file: a stream's, or both where they are one (a terminal, `2>&1`).
#[derive(Debug)]
pub(super) struct Queue {
    state: Mutex<State>,
    filled: Condvar,
    /// Something has been taken out, or written.
    moved: Notify,
    /// Nobody reads standard output.
    closed: Arc<Notify>,
    /// The line that says how many were dropped.
    dropped: fn(u64) -> Vec<u8>,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<(Stream, Vec<u8>)>,
    /// How many of the bytes that wait are results, and how many diagnostics.
    kept: usize,
    diagnostics: usize,
    /// Lines that found no room, since this was said last.
    dropped: [u64; 2],
    has_writer: bool,
    /// Something is being written, or about to be.
    writing: bool,
    /// Streams that can't be written.
    broken: [bool; 2],
    /// Why standard output can't be, though it has a reader.
    unwritable: Option<String>,
}

impl Queue {
    pub(super) fn new(closed: Arc<Notify>, dropped: fn(u64) -> Vec<u8>) -> Arc<Self> {
        Arc::new(Self { state: Mutex::default(), filled: Condvar::new(), moved: Notify::new(), closed, dropped })
    }

    /// Puts a text in, if there is room for its kind. Whether it is in.
    pub(super) fn put(self: &Arc<Self>, stream: Stream, kind: Kind, text: &[u8]) -> bool {
        let mut state = self.lock();
        let has_room = match kind {
            Kind::Kept => true,
            Kind::Diagnostic => state.diagnostics < ROOM,
            Kind::Frame => state.is_written(),
        };
        if state.broken[stream as usize] || text.is_empty() {
            return false;
        }
        if !has_room {
            if kind == Kind::Diagnostic {
                state.dropped[stream as usize] += lines(text);
            }
            return false;
        }
        state.add(stream, kind, text);
        if !state.has_writer {
            state.has_writer = self.start_writer();
        }
        if state.has_writer && !state.writing {
            state.writing = true;
            self.filled.notify_one();
        }
        true
    }

    /// Waits until there is room for more results.
    pub(super) async fn has_room(&self) {
        self.reaches(|state| state.kept < ROOM).await;
    }

    /// Waits until all is written, or can't be.
    pub(super) async fn is_written(&self) {
        self.reaches(State::is_written).await;
    }

    /// Whether all is written, or can't be.
    pub(super) fn is_written_now(&self) -> bool {
        self.lock().is_written()
    }

    /// Why standard output can't be written, where that is not because nobody reads it.
    pub(super) fn unwritable(&self) -> Option<String> {
        self.lock().unwritable.clone()
    }

    async fn reaches(&self, reached: impl Fn(&State) -> bool) {
        loop {
            let moved = self.moved.notified();
            let (is_reached, has_writer) = self.look(&reached);
            if is_reached {
                return;
            }
            if has_writer {
                moved.await;
            } else {
                tokio::time::sleep(LOOK_EVERY).await;
            }
        }
    }

    /// Whether a state is reached, and whether there is a thread that comes nearer to it. Where no more threads can be
    /// had, a little is written from here, as far as it does not block.
    fn look(&self, reached: impl Fn(&State) -> bool) -> (bool, bool) {
        let mut state = self.lock();
        let is_reached = reached(&state);
        if !is_reached && !state.has_writer {
            self.write_some(&mut state);
        }
        (is_reached, state.has_writer)
    }

    /// Starts the thread. Signals are for others: a handler that runs there would hold it up, and a terminal that lets
    /// no background job write (`stty tostop`) would stop etcdpat, renewals included.
    fn start_writer(self: &Arc<Self>) -> bool {
        let queue = Arc::clone(self);
        let thread = std::thread::Builder::new().name("etcdpat-output".to_owned()).stack_size(STACK);
        let write = move || {
            leave_signals();
            queue.write_for_ever();
        };
        shielded(|| thread.spawn(write)).is_ok()
    }

    fn write_for_ever(&self) {
        let mut state = self.lock();
        loop {
            if state.waiting.is_empty() {
                state.writing = false;
                self.moved.notify_waiters();
                let filled = self.filled.wait_while(state, |state| state.waiting.is_empty());
                state = filled.unwrap_or_else(PoisonError::into_inner);
            }
            state.writing = true;
            let texts = state.take(self.dropped);
            drop(state);
            self.moved.notify_waiters();
            let written: Vec<_> = texts.iter().map(|(stream, text)| (*stream, write_lines(*stream, text))).collect();
            state = self.lock();
            for (stream, written) in written {
                self.note_result(&mut state, stream, written);
            }
        }
    }

    fn write_some(&self, state: &mut State) {
        let Some((stream, text)) = state.waiting.front_mut() else { return };
        let stream = *stream;
        let mut fds = [PollFd::new(descriptor(stream), PollFlags::POLLOUT)];
        if matches!(poll(&mut fds, PollTimeout::ZERO), Ok(0)) {
            return;
        }
        let some: Vec<_> = text.drain(..whole_lines(text)).collect();
        if text.is_empty() {
            state.waiting.pop_front();
        }
        if state.waiting.is_empty() {
            state.take(self.dropped);
        }
        let written = write_all(stream, &some);
        self.note_result(state, stream, written);
    }

    fn note_result(&self, state: &mut State, stream: Stream, written: io::Result<()>) {
        let Err(error) = written else { return };
        state.broken[stream as usize] = true;
        // Nobody is left to hear of a standard error that can't be written.
        if stream == Stream::Out {
            if error.kind() != io::ErrorKind::BrokenPipe {
                state.unwritable = Some(error.to_string());
            }
            self.closed.notify_one();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn add(&mut self, stream: Stream, kind: Kind, text: &[u8]) {
        match kind {
            Kind::Kept => self.kept += text.len(),
            Kind::Diagnostic | Kind::Frame => self.diagnostics += text.len(),
        }
        match self.waiting.back_mut() {
            Some((last, texts)) if *last == stream => texts.extend_from_slice(text),
            _ => self.waiting.push_back((stream, text.to_vec())),
        }
    }

    /// All that waits. What was dropped meanwhile is said after it.
    fn take(&mut self, dropped: fn(u64) -> Vec<u8>) -> VecDeque<(Stream, Vec<u8>)> {
        let taken = std::mem::take(&mut self.waiting);
        (self.kept, self.diagnostics) = (0, 0);
        for stream in [Stream::Out, Stream::Err] {
            let lines = std::mem::take(&mut self.dropped[stream as usize]);
            if lines > 0 {
                self.add(stream, Kind::Diagnostic, &dropped(lines));
            }
        }
        taken
    }

    fn is_written(&self) -> bool {
        self.waiting.is_empty() && !self.writing
    }
}

fn lines(text: &[u8]) -> u64 {
    text.iter().map(|&byte| u64::from(byte == b'\n')).sum()
}

/// How much of a text is written at once: as many whole lines as are not torn; at the least one.
fn whole_lines(text: &[u8]) -> usize {
    let end_of_line = |&byte: &u8| byte == b'\n';
    if text.len() <= ATOMIC {
        return text.len();
    }
    let last = text[..ATOMIC].iter().rposition(end_of_line);
    let end = last.or_else(|| text.iter().position(end_of_line));
    end.map_or(text.len(), |end| end + 1)
}

fn write_lines(stream: Stream, mut text: &[u8]) -> io::Result<()> {
    while !text.is_empty() {
        let (some, rest) = text.split_at(whole_lines(text));
        write_all(stream, some)?;
        text = rest;
    }
    Ok(())
}

fn write_all(stream: Stream, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match nix::unistd::write(descriptor(stream), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::EINTR) => {}
            // Somebody with whom it is shared has made it non-blocking.
            Err(Errno::EAGAIN) => {
                let _ = poll(&mut [PollFd::new(descriptor(stream), PollFlags::POLLOUT)], PollTimeout::NONE);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn descriptor(stream: Stream) -> std::os::fd::BorrowedFd<'static> {
    // Of the process, not of a lock: what is borrowed from them lives for ever.
    static OUT: std::sync::LazyLock<io::Stdout> = std::sync::LazyLock::new(io::stdout);
    static ERR: std::sync::LazyLock<io::Stderr> = std::sync::LazyLock::new(io::stderr);
    match stream {
        Stream::Out => OUT.as_fd(),
        Stream::Err => ERR.as_fd(),
    }
}
