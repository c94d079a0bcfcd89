//! Splitting a line into words, as a shell does or as etcdctl does.
//!
//! What must stay true: bytes are bytes; whatever the input, the answer is words or where it is malformed.

/// Where a text is malformed, and how.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("character {at}: {what}")]
pub struct Malformed {
    /// The character, counted from 1.
    pub at: usize,
    /// What is wrong there.
    pub what: String,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    /// As a shell has it: '...' as it is, "..." with backslashes before `"` `\` `$` and the backquote, and a backslash
    /// before any other character that is meant as it is. A word may have several parts.
    Shell,
    /// As etcdctl has it in operations: '...' as it is, "..." as a string of Go's, anything else as it is.
    Etcdctl,
    /// As etcdctl has it in comparisons: "..." and `...` as strings of Go's.
    Go,
}

/// A word, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) at: usize,
    pub(super) bytes: Vec<u8>,
}

/// A place in a line.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    line: &'a [u8],
    at: usize,
    quoting: Quoting,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a [u8], quoting: Quoting) -> Self {
        Self { line, at: 0, quoting }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.line.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    pub(super) fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// All bytes from here on that are wanted.
    pub(super) fn run(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = &self.line[self.at..];
        let run = &rest[..rest.iter().position(|&byte| !wanted(byte)).unwrap_or(rest.len())];
        self.at += run.len();
        run
    }

    pub(super) fn skip_space(&mut self) {
        self.run(|byte| byte.is_ascii_whitespace());
    }

    /// What is wrong here.
    pub(super) fn malformed(&self, what: impl Into<String>) -> Malformed {
        self.malformed_at(self.at, what)
    }

    /// What is wrong at this byte.
    pub(super) fn malformed_at(&self, at: usize, what: impl Into<String>) -> Malformed {
        let before = &self.line[..at.min(self.line.len())];
        Malformed { at: String::from_utf8_lossy(before).chars().count() + 1, what: what.into() }
    }

    /// All words from here on.
    pub(super) fn words(&mut self) -> Result<Vec<Word>, Malformed> {
        let mut words = Vec::new();
        loop {
            self.skip_space();
            if self.peek().is_none() {
                return Ok(words);
            }
            words.push(self.word(None)?);
        }
    }

    /// One word: up to a space, the end, or an unquoted `stop`. It has bytes or quotes, or there is none.
    pub(super) fn word(&mut self, stop: Option<u8>) -> Result<Word, Malformed> {
        let at = self.at;
        let ends = |byte: u8| byte.is_ascii_whitespace() || Some(byte) == stop;
        let bytes = if self.quoting == Quoting::Shell { self.shell_word(ends)? } else { self.go_word(ends)? };
        if self.at == at { Err(self.malformed("there is nothing")) } else { Ok(Word { at, bytes }) }
    }

    fn shell_word(&mut self, ends: impl Fn(u8) -> bool) -> Result<Vec<u8>, Malformed> {
        let mut word = Vec::new();
        while let Some(byte) = self.peek().filter(|&byte| !ends(byte)) {
            let open = self.at;
            self.at += 1;
            match byte {
                b'\'' => word.extend(self.raw(open, b'\'')?),
                b'"' => self.double_quoted(open, &mut word)?,
                b'\\' => word.push(self.next().ok_or_else(|| self.malformed_at(open, "nothing follows the \\"))?),
                plain => word.push(plain),
            }
        }
        Ok(word)
    }

    fn double_quoted(&mut self, open: usize, word: &mut Vec<u8>) -> Result<(), Malformed> {
        loop {
            match self.next().ok_or_else(|| self.malformed_at(open, "the quote is not closed"))? {
                b'"' => return Ok(()),
                b'\\' => match self.peek() {
                    Some(escaped @ (b'"' | b'\\' | b'$' | b'`')) => {
                        self.at += 1;
                        word.push(escaped);
                    }
                    _ => word.push(b'\\'),
                },
                plain => word.push(plain),
            }
        }
    }

    /// One string of Go's, or bytes as they are.
    fn go_word(&mut self, ends: impl Fn(u8) -> bool + Copy) -> Result<Vec<u8>, Malformed> {
        let open = self.at;
        let word = match (self.peek(), self.quoting) {
            (Some(b'"'), _) => {
                self.at += 1;
                self.go_string(open)?
            }
            (Some(b'\''), Quoting::Etcdctl) => {
                self.at += 1;
                self.raw(open, b'\'')?.to_vec()
            }
            (Some(b'`'), Quoting::Go) => {
                self.at += 1;
                // Go drops carriage returns in these.
                self.raw(open, b'`')?.iter().copied().filter(|&byte| byte != b'\r').collect()
            }
            _ => return Ok(self.run(|byte| !ends(byte)).to_vec()),
        };
        match self.peek() {
            Some(byte) if !ends(byte) && self.quoting == Quoting::Etcdctl => {
                Err(self.malformed("a space is missing after the quote"))
            }
            _ => Ok(word),
        }
    }

    /// Up to the closing quote, as it is.
    fn raw(&mut self, open: usize, quote: u8) -> Result<&'a [u8], Malformed> {
        let text = self.run(|byte| byte != quote);
        if self.eat(quote) { Ok(text) } else { Err(self.malformed_at(open, "the quote is not closed")) }
    }

    /// A string of Go's (The Go Programming Language Specification, String literals).
    fn go_string(&mut self, open: usize) -> Result<Vec<u8>, Malformed> {
        let mut text = Vec::new();
        loop {
            match self.next().ok_or_else(|| self.malformed_at(open, "the quote is not closed"))? {
                b'"' => return Ok(text),
                b'\\' => self.escape(&mut text)?,
                plain => text.push(plain),
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Result<(), Malformed> {
        let at = self.at - 1;
        let unknown = |this: &Self| this.malformed_at(at, "this is not an escape of Go's");
        let letter = self.next().ok_or_else(|| unknown(self))?;
        let simple = b"abfnrtv\\\"".iter().position(|&known| known == letter);
        if let Some(index) = simple {
            text.push(b"\x07\x08\x0c\n\r\t\x0b\\\""[index]);
            return Ok(());
        }
        let (digits, radix) = match letter {
            b'x' => (2, 16),
            b'u' => (4, 16),
            b'U' => (8, 16),
            b'0'..=b'7' => {
                self.at -= 1;
                (3, 8)
            }
            _ => return Err(unknown(self)),
        };
        let number = self.line.get(self.at..self.at + digits).filter(|digits| digits[0] != b'+');
        let number = number.and_then(|digits| std::str::from_utf8(digits).ok());
        let number = number.and_then(|digits| u32::from_str_radix(digits, radix).ok()).ok_or_else(|| unknown(self))?;
        self.at += digits;
        if matches!(letter, b'u' | b'U') {
            let character = char::from_u32(number).ok_or_else(|| unknown(self))?;
            text.extend(character.encode_utf8(&mut [0; 4]).bytes());
        } else {
            // \x and octal are bytes.
            text.push(u8::try_from(number).map_err(|_| unknown(self))?);
        }
        Ok(())
    }
}
