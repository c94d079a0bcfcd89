//! Requests on standard input, a line each.
//!
//! What must stay true: no more is read than is asked for; a line of any length takes no more memory than the longest
//! request; who reads holds up nobody's end.

use std::io::{self, BufRead, BufReader, ErrorKind};
use std::thread;

use tokio::sync::mpsc;

use crate::os::signals::leave_signals;
use crate::pattern::ha::active_active::{LONGEST_REQUEST, Request};

/// So many are read ahead: little, since whoever stops does not do them.
const AHEAD: usize = 1;

/// Reads them in a thread of its own: a read of a terminal or a pipe can't be cut short. Each ends with `end`; empty ones are
/// left out, and not counted.
///
/// # Errors
/// The thread can't be started.
pub(super) fn read(end: u8) -> io::Result<mpsc::Receiver<io::Result<Request>>> {
    let (requests, receiver) = mpsc::channel(AHEAD);
    thread::Builder::new().name("requests".to_owned()).spawn(move || {
        leave_signals();
        let mut input = BufReader::new(io::stdin());
        let mut number = 0;
        loop {
            let request = match next(&mut input, end) {
                Ok(None) => return,
                Ok(Some(bytes)) if bytes.is_empty() => continue,
                Ok(Some(bytes)) => {
                    number += 1;
                    Ok(Request { number, bytes })
                }
                Err(error) => Err(error),
            };
            let is_last = request.is_err();
            if requests.blocking_send(request).is_err() || is_last {
                return;
            }
        }
    })?;
    Ok(receiver)
}

/// The next one, without its end; nothing at the end of the input. Of one that is too long, the beginning.
fn next(input: &mut impl BufRead, end: u8) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let mut is_begun = false;
    loop {
        let chunk = match input.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        if chunk.is_empty() {
            return Ok(is_begun.then_some(bytes));
        }
        is_begun = true;
        let at = chunk.iter().position(|&byte| byte == end);
        let (text, used) = at.map_or((chunk, chunk.len()), |at| (&chunk[..at], at + 1));
        let room = LONGEST_REQUEST.saturating_sub(bytes.len());
        bytes.extend_from_slice(&text[..text.len().min(room)]);
        input.consume(used);
        if at.is_some() {
            return Ok(Some(bytes));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_out_of_any_chunks() {
        let text = b"a\n\nb c\r\n\xff\0x\nlast";
        for size in 1..text.len() {
            let mut input = BufReader::with_capacity(size, &text[..]);
            let lines: Vec<_> = std::iter::from_fn(|| next(&mut input, b'\n').expect("it can be read")).collect();
            assert_eq!(lines, [&b"a"[..], b"", b"b c\r", b"\xff\0x", b"last"]);
        }
        let long = vec![b'x'; 3 * LONGEST_REQUEST];
        let mut input = BufReader::new(&long[..]);
        assert_eq!(next(&mut input, b'\n').expect("it can be read").map(|line| line.len()), Some(LONGEST_REQUEST));
        assert_eq!(next(&mut input, b'\n').expect("it can be read"), None);
    }
}
