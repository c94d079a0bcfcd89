//! Comparisons, operations and guards from words.
//!
//! What must stay true: what can't be understood in full is refused, and where it can't is said.

use super::words::{Cursor, Malformed, Quoting, Word};
use super::{Compare, Guard, KeyRange, Op, Operand, Operator};
use crate::event::{LeaseId, Text};
use crate::pattern::lock::LockName;

/// How a flag is taken: alone, or with a value.
enum Flag {
    Alone,
    Valued,
}

/// The words of an operation after its name, told apart.
struct Arguments {
    plain: Vec<Word>,
    flags: Vec<(&'static str, Word)>,
}

/// A comparison: `TARGET(KEY) OPERATOR OPERAND`, in words of a shell.
pub fn parse_compare(text: &[u8]) -> Result<Compare, Malformed> {
    compare(text, Quoting::Shell)
}

/// An operation: `put K V [--lease ID]`, `get K`, `del K`, `add K N`, in words of a shell.
pub fn parse_op(text: &[u8]) -> Result<Op, Malformed> {
    op(text, Quoting::Shell)
}

/// A guard: `NAME@FENCE`, taken apart at the last `@`.
pub fn parse_guard(text: &[u8]) -> Result<Guard, String> {
    let expected = "expected NAME@FENCE, the fence being the create revision of the holder's key";
    let at = text.iter().rposition(|&byte| byte == b'@').ok_or(expected)?;
    let fence = number(&text[at + 1..]).filter(|fence| *fence > 0).ok_or(expected)?;
    let lock = LockName::new(&text[..at]).map_err(|invalid| invalid.to_string())?;
    Ok(Guard { lock, fence })
}

pub(super) fn compare(text: &[u8], quoting: Quoting) -> Result<Compare, Malformed> {
    let mut cursor = Cursor::new(text, quoting);
    cursor.skip_space();
    let begin = cursor.at();
    let target = cursor.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !cursor.eat(b'(') {
        return Err(cursor.malformed("expected TARGET(KEY) OPERATOR OPERAND, such as version(/k) = 1"));
    }
    cursor.skip_space();
    if cursor.peek() == Some(b')') {
        return Err(cursor.malformed("there is no key"));
    }
    let key = cursor.word(Some(b')'))?.bytes;
    cursor.skip_space();
    if !cursor.eat(b')') {
        return Err(cursor.malformed("the bracket is not closed"));
    }
    cursor.skip_space();
    let operator = operator(&mut cursor)?;
    cursor.skip_space();
    if cursor.peek().is_none() {
        return Err(cursor.malformed("there is nothing to compare with (an empty value is '')"));
    }
    let right = cursor.word(None)?;
    cursor.skip_space();
    if cursor.peek().is_some() {
        return Err(cursor.malformed("this is one word too many; quotes keep words together"));
    }
    let operand = operand(target, right, &cursor, begin)?;
    Ok(Compare { key, operator, operand })
}

fn operator(cursor: &mut Cursor) -> Result<Operator, Malformed> {
    let at = cursor.at();
    let symbol = cursor.run(|byte| b"=!<>~".contains(&byte));
    Operator::from_symbol(symbol).ok_or_else(|| {
        let symbol = Text::from(symbol);
        let unknown = if symbol.is_empty() { "no operator".to_owned() } else { format!("unknown operator {symbol}") };
        cursor.malformed_at(at, format!("{unknown}: it is =, !=, <, >, <= or >="))
    })
}

/// The short names are etcdctl's.
fn operand(target: &[u8], right: Word, cursor: &Cursor, begin: usize) -> Result<Operand, Malformed> {
    let number = || {
        let no_number =
            || cursor.malformed_at(right.at, format!("{:?} is not a number", Text::from(right.bytes.clone())));
        number(&right.bytes).ok_or_else(no_number)
    };
    Ok(match target {
        b"value" | b"val" => Operand::Value(right.bytes),
        b"version" | b"ver" => Operand::Version(number()?),
        b"create" | b"c" => Operand::Create(number()?),
        b"mod" | b"m" => Operand::Mod(number()?),
        b"int" => Operand::Int(number()?),
        b"lease" => Operand::Lease(lease(&right, cursor)?),
        other => {
            let what = format!(
                "unknown target {:?}: it is value, version, create, mod, lease or int",
                String::from_utf8_lossy(other)
            );
            return Err(cursor.malformed_at(begin, what));
        }
    })
}

pub(super) fn op(text: &[u8], quoting: Quoting) -> Result<Op, Malformed> {
    let mut cursor = Cursor::new(text, quoting);
    let mut words = cursor.words()?.into_iter();
    let expected = "put K V, get K, del K or add K N";
    let name = words.next().ok_or_else(|| cursor.malformed(format!("there is no operation: {expected}")))?;
    let arguments = |known: &[(&'static str, Flag)]| arguments(words, known, &cursor);
    let (op, allowed): (Result<Op, _>, _) = match &name.bytes[..] {
        b"put" => (put(arguments(&[("--lease", Flag::Valued)])?, &cursor), "put K V [--lease ID]"),
        b"get" => {
            let op = range(arguments(&RANGE_FLAGS)?).map(|(key, range)| Op::Get { key, range });
            (op, "get K [END] [--prefix | --from-key]")
        }
        b"del" => {
            let op = range(arguments(&RANGE_FLAGS)?).map(|(key, range)| Op::Delete { key, range });
            (op, "del K [END] [--prefix | --from-key]")
        }
        b"add" => (add(arguments(&[])?, &cursor), "add K N"),
        other => {
            let what = format!("unknown operation {:?}: {expected}", String::from_utf8_lossy(other));
            return Err(cursor.malformed_at(name.at, what));
        }
    };
    op.map_err(|why| why.unwrap_or_else(|| cursor.malformed_at(name.at, format!("expected {allowed}"))))
}

const RANGE_FLAGS: [(&str, Flag); 2] = [("--prefix", Flag::Alone), ("--from-key", Flag::Alone)];

/// Tells flags from other words, up to `--`.
fn arguments(
    mut words: impl Iterator<Item = Word>,
    known: &[(&'static str, Flag)],
    cursor: &Cursor,
) -> Result<Arguments, Malformed> {
    let (mut plain, mut flags) = (Vec::new(), Vec::new());
    while let Some(word) = words.next() {
        if word.bytes == b"--" {
            plain.extend(words);
            break;
        }
        if !word.bytes.starts_with(b"--") {
            plain.push(word);
            continue;
        }
        let equals = word.bytes.iter().position(|&byte| byte == b'=').unwrap_or(word.bytes.len());
        let (name, value) = word.bytes.split_at(equals);
        let inline = value.get(1..).map(|bytes| Word { at: word.at, bytes: bytes.to_vec() });
        let value = match (known.iter().find(|(flag, _)| flag.as_bytes() == name), inline) {
            (Some((flag, Flag::Alone)), None) => (*flag, word),
            (Some((flag, Flag::Valued)), Some(value)) => (*flag, value),
            (Some((flag, Flag::Valued)), None) => {
                (*flag, words.next().ok_or_else(|| cursor.malformed(format!("{flag} needs a value")))?)
            }
            _ => {
                let what =
                    format!("unknown flag {} (-- comes before a word that looks like one)", Text::from(word.bytes));
                return Err(cursor.malformed_at(word.at, what));
            }
        };
        flags.push(value);
    }
    Ok(Arguments { plain, flags })
}

/// Why words are not the operation: something of its own, or their number.
type NotIt = Option<Malformed>;

fn put(arguments: Arguments, cursor: &Cursor) -> Result<Op, NotIt> {
    let Ok([key, value]) = <[Word; 2]>::try_from(arguments.plain) else { return Err(None) };
    let lease = match &arguments.flags[..] {
        [] => None,
        [(_, id)] => Some(lease(id, cursor)?),
        _ => return Err(None),
    };
    Ok(Op::Put { key: key.bytes, value: value.bytes, lease: lease.filter(|lease| lease.0 != 0) })
}

fn range(arguments: Arguments) -> Result<(Vec<u8>, KeyRange), NotIt> {
    let mut plain = arguments.plain.into_iter().map(|word| word.bytes);
    let key = plain.next().ok_or(None)?;
    let range = match (plain.next(), &arguments.flags[..]) {
        (None, []) => KeyRange::One,
        (Some(end), []) => KeyRange::Until(end),
        (None, [("--prefix", _)]) => KeyRange::Prefix,
        (None, [("--from-key", _)]) => KeyRange::FromKey,
        _ => return Err(None),
    };
    if plain.next().is_some() { Err(None) } else { Ok((key, range)) }
}

fn add(arguments: Arguments, cursor: &Cursor) -> Result<Op, NotIt> {
    let Ok([key, by]) = <[Word; 2]>::try_from(arguments.plain) else { return Err(None) };
    let no_number = || cursor.malformed_at(by.at, format!("{:?} is not a number", Text::from(by.bytes.clone())));
    let by = number(&by.bytes).ok_or_else(no_number)?;
    Ok(Op::Add { key: key.bytes, by })
}

fn number(text: &[u8]) -> Option<i64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

fn lease(word: &Word, cursor: &Cursor) -> Result<LeaseId, Malformed> {
    let no_lease =
        || cursor.malformed_at(word.at, format!("{:?} is not a lease id (hex)", Text::from(word.bytes.clone())));
    std::str::from_utf8(&word.bytes).ok().and_then(|text| text.parse().ok()).ok_or_else(no_lease)
}
