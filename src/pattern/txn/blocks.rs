//! etcdctl's text: a block of comparisons, one of operations for when they hold, and one for when they don't, a line
//! each. A blank line ends a block; so does the end.

use super::words::{Malformed, Quoting};
use super::{Transaction, parse};

/// Reads it. Guards are not part of it.
///
/// # Errors
/// The number of the line, counted from 1, and what is wrong in it.
pub fn parse_blocks(text: &[u8]) -> Result<Transaction, (usize, Malformed)> {
    let mut transaction = Transaction::default();
    let mut block = 0;
    for (number, line) in (1..).zip(text.split(|&byte| byte == b'\n')) {
        let line = line.trim_ascii();
        let at = |malformed| (number, malformed);
        match block {
            _ if line.is_empty() => block += 1,
            0 => transaction.compares.push(parse::compare(line, Quoting::Go).map_err(at)?),
            1 => transaction.then.push(parse::op(line, Quoting::Etcdctl).map_err(at)?),
            2 => transaction.otherwise.push(parse::op(line, Quoting::Etcdctl).map_err(at)?),
            _ => {
                let what = "this is after the third block, which a blank line has ended".to_owned();
                return Err(at(Malformed { at: 1, what }));
            }
        }
    }
    Ok(transaction)
}
