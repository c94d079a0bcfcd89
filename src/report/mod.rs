//! What people and pipes see: the only writers of standard output and standard error.
//!
//! - `human`, `json`: an event as lines
//! - `class`: what an event is to its reader: where it goes, whether it is said, whether it waits for room
//! - `queue`: what is to be written, and the thread that writes it
//! - `spinner`, `screen`: the line that shows a wait while it lasts
//! - `terminal`: what is known of the terminal
//! - `style`: how output is written, and for whom
//!
//! What must stay true: events come in, lines go out; no etcd types here. Nothing here waits for a reader, except where
//! a source of results asks to. A write that fails because nobody reads asks for an orderly end, it is not an error.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod class;
mod human;
mod json;
mod queue;
mod screen;
mod spinner;
mod style;
mod terminal;

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use nix::sys::stat::fstat;
use tokio::io::Interest;
use tokio::sync::Notify;

use crate::event::{Event, OutputEvent, Text};
use crate::os;
use class::Class;
use queue::{Kind, Queue, Stream};
use spinner::Spinner;
pub use style::{Format, Stdout, Style};
pub use terminal::is_dumb;

/// How long a command that has acquired what it waited for is held up by the line of that wait.
const MAKING_WAY: Duration = Duration::from_millis(20);

/// Takes events, writes lines.
#[derive(Debug)]
pub struct Reporter {
    style: Style,
    closed: Arc<Notify>,
    /// What goes to standard output, and to standard error. One and the same where these are.
    out: Arc<Queue>,
    err: Arc<Queue>,
    spinner: Mutex<Spinner>,
    is_urgent: AtomicBool,
}

impl Reporter {
    /// A reporter, and what it notifies when nobody reads standard output any more.
    pub fn new(style: Style) -> (Self, Arc<Notify>) {
        let closed = Arc::new(Notify::new());
        let dropped = match style.format {
            Format::Json => |lines| json_line(&OutputEvent::Dropped { lines }.into()),
            Format::Human => |lines| human::dropped(lines).into_bytes(),
        };
        let err = Queue::new(Arc::clone(&closed), dropped);
        // In one file the lines keep the order in which they were written.
        let out = if are_one() { Arc::clone(&err) } else { Queue::new(Arc::clone(&closed), dropped) };
        let spins = style.format == Format::Human && style.verbosity >= 0 && io::stderr().is_terminal() && !is_dumb();
        let spinner = Mutex::new(Spinner::new(spins, Arc::clone(&err)));
        (Self { style, closed: Arc::clone(&closed), out, err, spinner, is_urgent: AtomicBool::new(false) }, closed)
    }

    /// Whether somebody watches a wait as it goes on.
    pub fn is_live(&self) -> bool {
        self.spinner().is_live()
    }

    /// Whether `-v` was given.
    pub fn is_verbose(&self) -> bool {
        self.style.verbosity > 0
    }

    /// Whether everything is written as JSON.
    pub fn is_json(&self) -> bool {
        self.style.format == Format::Json
    }

    /// Why standard output could not be written, where that was not because nobody reads it: a full disk.
    pub fn unwritable(&self) -> Option<String> {
        self.out.unwritable()
    }

    /// Writes one event, as soon as it can be: this waits for nobody.
    pub fn emit(&self, event: &Event) {
        let class = human::class(event);
        let stream = self.stream(class);
        let kind = if class.is_kept(stream) { Kind::Kept } else { Kind::Diagnostic };
        if self.style.format == Format::Json {
            return self.write(stream, kind, &json::line(event));
        }
        let waited = self.spinner().update(class, || human::wait(event));
        if let Some(line) = human::line(event, self.style, self.is_live(), waited, || terminal::width(stream)) {
            self.write(stream, kind, &line);
        }
    }

    /// Writes the rows of an answer: a table for people.
    pub fn rows(&self, rows: impl IntoIterator<Item: Into<Event>>) {
        let rows: Vec<Event> = rows.into_iter().map(Into::into).collect();
        match self.style.format {
            Format::Json => rows.iter().for_each(|row| self.emit(row)),
            Format::Human => self.write(Stream::Out, Kind::Kept, &human::table(&rows, terminal::width(Stream::Out))),
        }
    }

    /// Takes the line of a wait off the terminal, on which a command is about to write: a moment is enough for that,
    /// and a terminal that is stopped is not waited for any longer.
    pub async fn make_way(&self) {
        if self.spinner().hide() {
            let _ = tokio::time::timeout(MAKING_WAY, self.is_written()).await;
        }
    }

    /// Sets the next answer apart from the last, for people.
    pub fn set_apart(&self) {
        if self.style.format == Format::Human {
            self.write_bytes(Stream::Out, Kind::Kept, b"\n");
        }
    }

    /// Writes a value as it is, and ends the line. On a terminal it must not do more than be read.
    pub fn value(&self, value: &str) {
        let line = if io::stdout().is_terminal() { Text::from(value).to_string() } else { value.to_owned() };
        self.text(format!("{line}\n").as_bytes());
    }

    /// Writes a document of values as it is; on a terminal, too, its lines must not do more than be read.
    pub fn document(&self, text: &str) {
        if !io::stdout().is_terminal() {
            return self.text(text.as_bytes());
        }
        let lines: Vec<_> = text.split('\n').map(|line| human::harmless_line(line.as_bytes())).collect();
        self.text(lines.join("\n").as_bytes());
    }

    /// Writes text of our own that is its own format: completions, manual pages.
    pub fn text(&self, text: &[u8]) {
        self.write_bytes(Stream::Out, Kind::Kept, text);
    }

    /// Writes names alone, a line each: for who reads no table.
    pub fn names(&self, names: impl IntoIterator<Item = impl AsRef<[u8]>>) {
        let line = |name: &[u8]| format!("{}\n", Text::from(name.to_vec()));
        let lines: String = names.into_iter().map(|name| line(name.as_ref())).collect();
        self.text(lines.as_bytes());
    }

    /// Ends with its notification when the reader of standard output goes away, though nothing is being written. For
    /// ever pending where that can't be told.
    pub async fn watch_output<T>(&self) -> T {
        if let Ok(stdout) = io::stdout().as_fd().try_clone_to_owned()
            && let Ok(pipe) = os::register(stdout, Interest::ERROR)
            && pipe.ready(Interest::ERROR).await.is_ok()
        {
            self.closed.notify_one();
        }
        std::future::pending().await
    }

    /// Waits until the reader of standard output has room for more, so that a slow one holds up nothing but what is for it.
    pub async fn has_room(&self) {
        self.out.has_room().await;
    }

    /// Passes on what a command has written, as soon as there is room: to standard output, or to standard error.
    pub async fn pass_on(&self, to_out: bool, bytes: &[u8]) {
        let (stream, queue) = if to_out { (Stream::Out, &self.out) } else { (Stream::Err, &self.err) };
        queue.has_room().await;
        self.write_bytes(stream, Kind::Kept, bytes);
    }

    /// Waits until whoever reads standard output, or standard error, has room for more.
    pub async fn has_room_for_both(&self) {
        self.out.has_room().await;
        self.err.has_room().await;
    }

    /// Waits until all that was for standard output has been written there, or can't be.
    pub async fn is_written(&self) {
        self.out.is_written().await;
    }

    /// Waits until everything has been written, or can't be.
    pub async fn is_done(&self) {
        self.out.is_written().await;
        self.err.is_written().await;
    }

    /// Whether it has.
    pub fn is_done_now(&self) -> bool {
        self.out.is_written_now() && self.err.is_written_now()
    }

    /// From now on, the end does not wait for a slow reader: etcdpat was told to stop.
    pub fn hurry(&self) {
        self.is_urgent.store(true, Ordering::Relaxed);
    }

    /// Whether it does not.
    pub fn is_urgent(&self) -> bool {
        self.is_urgent.load(Ordering::Relaxed)
    }

    /// Where traces go.
    pub fn traces(&self) -> impl Fn() -> Traces + use<> {
        let queue = Arc::clone(&self.err);
        move || Traces(Arc::clone(&queue))
    }

    /// Results and events go to standard output, as far as it is for them; diagnostics never do.
    fn stream(&self, class: Class) -> Stream {
        let events_too = self.style.format == Format::Json && self.style.stdout == Stdout::Events;
        let is_for_out = class.is_result() || (events_too && !matches!(class, Class::Warning | Class::Failure));
        if self.style.stdout != Stdout::Taken && is_for_out { Stream::Out } else { Stream::Err }
    }

    fn write(&self, stream: Stream, kind: Kind, text: &str) {
        if !text.is_empty() {
            self.write_bytes(stream, kind, format!("{text}\n").as_bytes());
        }
    }

    fn write_bytes(&self, stream: Stream, kind: Kind, bytes: &[u8]) {
        self.spinner().hide();
        let queue = match stream {
            Stream::Out => &self.out,
            Stream::Err => &self.err,
        };
        queue.put(stream, kind, bytes);
    }

    fn spinner(&self) -> std::sync::MutexGuard<'_, Spinner> {
        self.spinner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether standard output and standard error are one file: a terminal, or a pipe (`2>&1`).
fn are_one() -> bool {
    let file = |status: nix::sys::stat::FileStat| (status.st_dev, status.st_ino);
    let (out, err) = (fstat(io::stdout()).map(file), fstat(io::stderr()).map(file));
    out.is_ok() && out == err
}

/// Where one trace goes: to standard error, if there is room.
#[derive(Debug)]
pub struct Traces(Arc<Queue>);

impl Write for Traces {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // A request's and an answer's text is in it.
        let harmless = Text::from(line.strip_suffix(b"\n").unwrap_or(line));
        self.0.put(Stream::Err, Kind::Diagnostic, format!("{harmless}\n").as_bytes());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The line that an event is in JSON, as a handler reads it.
pub fn json_line(event: &Event) -> Vec<u8> {
    let mut line = json::line(event).into_bytes();
    line.push(b'\n');
    line
}

/// Writes a failure that came before there was a reporter. Nothing is held yet: this may wait for its reader.
pub fn early(event: &Event, format: Format) {
    let line = match format {
        Format::Json => json::line(event),
        Format::Human => human::line(
            event,
            Style { format, color: false, color_out: false, verbosity: 0, stdout: Stdout::Taken },
            false,
            None,
            || None,
        )
        .unwrap_or_default(),
    };
    let _ = io::stderr().lock().write_all(format!("{line}\n").as_bytes());
}
