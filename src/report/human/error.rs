//! Failures, for people.

use crate::event::{ErrorEvent, Text};

/// Nothing, where there is nothing to talk about.
pub(super) fn words(event: &ErrorEvent, color: bool) -> String {
    let ErrorEvent { code: _, message, cause, hint } = event;
    if message.is_empty() {
        return String::new();
    }
    let title = if color { "\x1b[1;31merror:\x1b[0m" } else { "error:" };
    let mut lines = vec![format!("{title} {}", indented(message))];
    lines.extend(cause.as_ref().map(|cause| format!("  Caused by: {}", indented(cause))));
    lines.extend(hint.as_ref().map(|hint| format!("  Hint: {}", indented(hint))));
    lines.join("\n")
}

/// A text of several lines, a log's end for one. All but the first stand in, so that none looks like a line of ours.
fn indented(text: &Text) -> String {
    text.lines().map(|line| line.to_string()).collect::<Vec<_>>().join("\n    ")
}
