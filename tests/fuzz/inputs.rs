//! Inputs: what is right, changed a little; what is repeated; and anything.

use super::Random;
use super::parsers::Parser;

/// The longest.
const LONGEST: usize = 64 << 10;

/// Numbers at the limits of something, and words that mean something somewhere.
const WORDS: [&[u8]; 56] = [
    b"0",
    b"-0",
    b"1",
    b"-1",
    b"00",
    b"1e9",
    b"1e999",
    b"1.5",
    b"255",
    b"256",
    b"65535",
    b"65536",
    b"4294967295",
    b"4294967296",
    b"9223372036854775807",
    b"9223372036854775808",
    b"-9223372036854775808",
    b"18446744073709551615",
    b"18446744073709551616",
    b"99999999999999999999999999999999999999999",
    b"NaN",
    b"inf",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b"\"",
    b"'",
    b"\\",
    b"\n",
    b"\r\n",
    b"\t",
    b"\0",
    b"\xff",
    b"\xc3\xa9",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80",
    b"\x1b[2J",
    b"/",
    b"//",
    b"..",
    b"@",
    b":",
    b",",
    b"=",
    b"%",
    b"#",
    b"*",
    b"--",
    b"\xef\xbb\xbf",
];

pub struct Inputs<'a> {
    parser: &'a Parser,
    random: Random,
    made: usize,
}

impl<'a> Inputs<'a> {
    pub fn new(parser: &'a Parser, random: Random) -> Self {
        Self { parser, random, made: 0 }
    }

    pub fn next(&mut self) -> Vec<u8> {
        self.made += 1;
        if let Some(seed) = self.parser.seeds.get(self.made - 1) {
            return seed.to_vec();
        }
        let mut input = match self.random.below(20) {
            0 => self.anything(),
            1 => self.repeated(),
            _ => self.seed(),
        };
        for _ in 0..1 + self.random.below(6) {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    fn seed(&mut self) -> Vec<u8> {
        self.parser.seeds[self.random.below(self.parser.seeds.len())].to_vec()
    }

    fn word(&mut self) -> &'static [u8] {
        let words = self.parser.words;
        let at = self.random.below(WORDS.len() + 2 * words.len());
        WORDS.get(at).copied().unwrap_or_else(|| words[(at - WORDS.len()) % words.len()].as_bytes())
    }

    fn anything(&mut self) -> Vec<u8> {
        let length = self.random.below(64);
        (0..length).map(|_| self.random.below(256) as u8).collect()
    }

    /// Many of one word, or of two by turns: what is nested deeply, or long.
    fn repeated(&mut self) -> Vec<u8> {
        let unit = [self.word(), if self.random.below(2) == 0 { self.word() } else { b"" }].concat();
        let most = LONGEST / unit.len().max(1);
        let times = 1 << self.random.below(17);
        [self.word(), &unit.repeat(times.min(most)), self.word()].concat()
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.random.below(input.len() + 1);
        let end = at + self.random.below((input.len() - at).min(40) + 1);
        match self.random.below(8) {
            0 | 1 => drop(input.splice(at..end, self.word().iter().copied())),
            2 => drop(input.splice(at..at, self.word().iter().copied())),
            3 => drop(input.drain(at..end)),
            4 => drop(input.splice(at..at, input[at..end].to_vec())),
            5 if at < input.len() => input[at] = self.random.below(256) as u8,
            6 if at < input.len() => input[at] ^= 1 << self.random.below(8),
            _ => {
                let other = self.seed();
                let from = self.random.below(other.len() + 1);
                input.splice(at..end, other[from..].iter().copied());
            }
        }
    }
}
