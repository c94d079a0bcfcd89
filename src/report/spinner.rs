//! The line that shows a wait while it lasts: position, holder, elapsed time; on a terminal only.

use std::sync::Arc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::class::Class;
use super::queue::Queue;
use super::screen::Screen;

/// A shorter wait shows nothing.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often the line is drawn.
const TICK: Duration = Duration::from_millis(100);
/// The whole width; but the cursor rests two columns before its end, so that the `^C` a terminal echoes there does not
/// begin a line of its own, and the one above it would stay.
const LINE: &str = "{spinner} {wide_msg} {elapsed}  \u{1b}[2D";

#[derive(Debug)]
pub(super) struct Spinner {
    live: bool,
    screen: Screen,
    since: Option<Instant>,
    bar: Option<ProgressBar>,
}

impl Spinner {
    pub(super) fn new(live: bool, queue: Arc<Queue>) -> Self {
        Self { live, screen: Screen::new(queue), since: None, bar: None }
    }

    pub(super) fn is_live(&self) -> bool {
        self.live
    }

    /// Starts, updates or ends the line as an event of this class has it, `text` for a wait. How long a wait that this
    /// event ended has lasted.
    pub(super) fn update(&mut self, class: Class, text: impl FnOnce() -> String) -> Option<Duration> {
        match class {
            Class::Wait => {
                let since = *self.since.get_or_insert_with(Instant::now);
                if self.live {
                    self.show(since, text());
                }
                None
            }
            Class::WaitOver | Class::Turn | Class::Failure => {
                self.hide();
                self.since.take().map(|since| since.elapsed())
            }
            Class::Result | Class::Renewal | Class::Warning | Class::Diagnostic(..) => None,
        }
    }

    /// Takes the line away before something else is written. Whether there was one.
    pub(super) fn hide(&mut self) -> bool {
        let Some(bar) = self.bar.take() else { return false };
        bar.finish_and_clear();
        self.screen.clear();
        true
    }

    fn show(&mut self, since: Instant, text: String) {
        if let Some(bar) = &self.bar {
            bar.set_message(text);
            return;
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(LINE) {
            bar.set_style(style);
        }
        bar.set_message(text);
        self.bar = Some(bar.clone());
        let screen = self.screen.clone();
        tokio::spawn(async move {
            tokio::time::sleep(PATIENCE.saturating_sub(since.elapsed())).await;
            bar.set_elapsed(since.elapsed());
            bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(screen)));
            while !bar.is_finished() {
                bar.tick();
                tokio::time::sleep(TICK).await;
            }
        });
    }
}
