//! What people and pipes see: the only writers of standard output.
//!
//! What must stay true: events come in, lines go out; no etcd types here. A write that fails because nobody reads asks
//! for an orderly end, it is not an error.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod human;
mod json;
mod spinner;

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use tokio::io::Interest;
use tokio::sync::Notify;

use crate::event::Event;
use crate::os;
use spinner::Spinner;

/// How often a reader that is slow is looked at.
const SLOW: Duration = Duration::from_millis(5);

/// For whom output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Tables and plain lines.
    Human,
    /// One JSON object a line.
    Json,
}

/// How output is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// For whom.
    pub format: Format,
    /// Colour on standard error.
    pub color: bool,
    /// -1 quiet, 0, or the number of `-v`.
    pub verbosity: i8,
    /// What standard output is for.
    pub stdout: Stdout,
}

/// What standard output is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stdout {
    /// Results and, in JSON, events.
    Events,
    /// Results alone.
    Results,
    /// It belongs to a child: everything goes to standard error.
    Taken,
}

/// Takes events, writes lines.
#[derive(Debug)]
pub struct Reporter {
    style: Style,
    closed: Arc<Notify>,
    /// Why standard output can't be written, though it has a reader.
    unwritable: OnceLock<String>,
    spinner: Mutex<Spinner>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stream {
    Out,
    Err,
}

impl Reporter {
    /// A reporter, and what it notifies when nobody reads standard output any more.
    pub fn new(style: Style) -> (Self, Arc<Notify>) {
        let closed = Arc::new(Notify::new());
        let spins = style.format == Format::Human && style.verbosity >= 0 && io::stderr().is_terminal();
        (
            Self {
                style,
                closed: Arc::clone(&closed),
                unwritable: OnceLock::new(),
                spinner: Mutex::new(Spinner::new(spins)),
            },
            closed,
        )
    }

    /// Whether somebody watches a wait as it goes on.
    pub fn is_live(&self) -> bool {
        self.spinner().is_live()
    }

    /// Whether `-v` was given.
    pub fn is_verbose(&self) -> bool {
        self.style.verbosity > 0
    }

    /// Why standard output could not be written, where that was not because nobody reads it: a full disk.
    pub fn unwritable(&self) -> Option<&str> {
        self.unwritable.get().map(String::as_str)
    }

    /// Writes one event.
    pub fn emit(&self, event: &Event) {
        let stream = self.stream(event);
        if self.style.format == Format::Json {
            return self.write(stream, &json::line(event));
        }
        let waited = self.spinner().heed(event);
        if let Some(line) = human::line(event, self.style, waited) {
            self.write(stream, &line);
        }
    }

    /// Writes the rows of an answer: a table for people.
    pub fn rows(&self, rows: &[Event]) {
        match self.style.format {
            Format::Json => rows.iter().for_each(|row| self.emit(row)),
            Format::Human => self.write(Stream::Out, &human::table(rows)),
        }
    }

    /// Sets the next answer apart from the last, for people.
    pub fn set_apart(&self) {
        if self.style.format == Format::Human {
            self.write_bytes(Stream::Out, b"\n");
        }
    }

    /// Writes text that is its own format: completions, manual pages.
    pub fn text(&self, text: &[u8]) {
        self.write_bytes(Stream::Out, text);
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
    pub async fn ready(&self) {
        let stdout = io::stdout();
        loop {
            let mut out = [PollFd::new(stdout.as_fd(), PollFlags::POLLOUT)];
            if !matches!(poll(&mut out, PollTimeout::ZERO), Ok(0)) {
                return;
            }
            tokio::time::sleep(SLOW).await;
        }
    }

    /// Results and events go to standard output, as far as it is for them; diagnostics never do.
    fn stream(&self, event: &Event) -> Stream {
        let events_too = self.style.format == Format::Json && self.style.stdout == Stdout::Events;
        let diagnostic = match event {
            Event::Error { .. } => true,
            _ => !events_too && human::is_diagnostic(event),
        };
        if self.style.stdout == Stdout::Taken || diagnostic { Stream::Err } else { Stream::Out }
    }

    fn write(&self, stream: Stream, text: &str) {
        if !text.is_empty() {
            self.write_bytes(stream, format!("{text}\n").as_bytes());
        }
    }

    fn write_bytes(&self, stream: Stream, bytes: &[u8]) {
        self.spinner().hide();
        let written = match stream {
            Stream::Out => write(io::stdout().lock(), bytes),
            Stream::Err => write(io::stderr().lock(), bytes),
        };
        // Nobody is left to hear of a standard error that can't be written.
        if let (Err(error), Stream::Out) = (written, stream) {
            if error.kind() != io::ErrorKind::BrokenPipe {
                let _ = self.unwritable.set(error.to_string());
            }
            self.closed.notify_one();
        }
    }

    fn spinner(&self) -> std::sync::MutexGuard<'_, Spinner> {
        self.spinner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write(mut stream: impl Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}

/// The line that an event is in JSON, as a handler reads it.
pub fn json_line(event: &Event) -> Vec<u8> {
    let mut line = json::line(event).into_bytes();
    line.push(b'\n');
    line
}

/// Writes a failure that came before there was a reporter.
pub fn early(event: &Event, format: Format) {
    let line = match format {
        Format::Json => json::line(event),
        Format::Human => human::line(event, Style { format, color: false, verbosity: 0, stdout: Stdout::Taken }, None)
            .unwrap_or_default(),
    };
    let _ = write(io::stderr().lock(), format!("{line}\n").as_bytes());
}
