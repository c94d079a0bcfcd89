//! The terminal on which a wait is shown, as the library that draws it sees it.
//!
//! What must stay true: drawing never waits for the terminal (Ctrl-S stops it): a frame for which there is no room is
//! dropped, and the next one stands in for it. Nothing is drawn, or taken away, while etcdpat is in the background.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use indicatif::TermLike;

use super::queue::{Kind, Queue, Stream};
use super::terminal::{is_in_foreground, width};

const ERASE_LINE: &str = "\r\x1b[2K";
/// Of a terminal that does not say how wide it is.
const WIDTH: u16 = 80;

/// Standard error.
#[derive(Clone, Debug)]
pub(super) struct Screen(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    queue: Arc<Queue>,
    frame: Mutex<Frame>,
    /// A frame is on the screen, or on its way there.
    is_drawn: AtomicBool,
}

#[derive(Debug, Default)]
struct Frame {
    text: String,
    /// It shows something: another one only takes the last one away.
    shows: bool,
}

impl Screen {
    pub(super) fn new(queue: Arc<Queue>) -> Self {
        Self(Arc::new(Inner { queue, frame: Mutex::default(), is_drawn: AtomicBool::new(false) }))
    }

    /// Takes away what has been drawn.
    pub(super) fn clear(&self) {
        // What was drawn before etcdpat went to the background has scrolled away: a prompt is there now.
        if self.0.is_drawn.swap(false, Ordering::Relaxed) && is_in_foreground() {
            self.0.queue.put(Stream::Err, Kind::Kept, ERASE_LINE.as_bytes());
        }
    }

    fn add(&self, text: &str, shows: bool) {
        let mut frame = self.0.frame.lock().unwrap_or_else(PoisonError::into_inner);
        frame.text.push_str(text);
        frame.shows |= shows;
    }

    fn step(&self, count: usize, direction: char) {
        if count > 0 {
            self.add(&format!("\x1b[{count}{direction}"), false);
        }
    }
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        width(Stream::Err).and_then(|columns| u16::try_from(columns).ok()).unwrap_or(WIDTH)
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        self.step(n, 'A');
        Ok(())
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        self.step(n, 'B');
        Ok(())
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        self.step(n, 'C');
        Ok(())
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        self.step(n, 'D');
        Ok(())
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.add(&format!("{text}\n"), true);
        Ok(())
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.add(text, !text.trim().is_empty());
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        self.add(ERASE_LINE, false);
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        let Frame { text, shows } = std::mem::take(&mut *self.0.frame.lock().unwrap_or_else(PoisonError::into_inner));
        if shows && is_in_foreground() && self.0.queue.put(Stream::Err, Kind::Frame, text.as_bytes()) {
            self.0.is_drawn.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}
