//! What is known of the terminal that a stream leads to: its width, whether it can do more than print, and whose turn it is.

use std::env;
use std::io::{self, IsTerminal};

use super::queue::Stream;
use crate::os;

/// How many columns a stream has; nothing where that is not known.
///
/// The terminal has the first word, because it knows when it is resized, and a `COLUMNS` that was exported once does not.
/// `COLUMNS` is for a terminal that does not say. A pipe has no width, whatever the environment says: what reads it (grep,
/// awk) relies on one line for each row.
pub(super) fn width(stream: Stream) -> Option<usize> {
    let (is_terminal, columns) = match stream {
        Stream::Out => (io::stdout().is_terminal(), os::columns(io::stdout())),
        Stream::Err => (io::stderr().is_terminal(), os::columns(io::stderr())),
    };
    if !is_terminal {
        return None;
    }
    columns.map(usize::from).or_else(|| columns_of(&env::var("COLUMNS").ok()?))
}

fn columns_of(variable: &str) -> Option<usize> {
    variable.trim().parse().ok().filter(|&columns| columns > 0)
}

/// Whether terminals here can only print: `TERM` is `dumb`, or there is none. They get no colour, and no line that changes.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// Whether etcdpat's process group has the terminal that standard error is. In the background a prompt, or another program,
/// is where we would write. (A terminal that is not the controlling one has no foreground.)
pub(super) fn is_in_foreground() -> bool {
    os::terminal::has_foreground(io::stderr()) != Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_a_number_that_is_not_zero() {
        for (variable, columns) in
            [("80", Some(80)), (" 132 ", Some(132)), ("0", None), ("", None), ("-1", None), ("a", None)]
        {
            assert_eq!(columns_of(variable), columns, "{variable:?}");
        }
    }
}
