//! YAML, from the events of its parser.

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::scalar;
use crate::typed::DEPTH;
use crate::typed::error::{Mistake, Wrong};
use crate::typed::node::{Map, Node, Value};

/// Reads a whole text, of one document at most.
pub(in crate::typed) fn read(text: &str) -> Result<Node, Mistake> {
    let options: Options = granit_parser::options! { disallow_directives: true };
    let mut reader = Reader { parser: Parser::new_from_str_with_options(text, options), text, end: text.len() };
    let mut root = None;
    loop {
        let (event, at) = reader.next()?;
        match event {
            Event::StreamStart | Event::DocumentEnd => {}
            Event::DocumentStart(..) if root.is_some() => return Err(refused(at, "a second document")),
            Event::DocumentStart(..) => {
                let (event, at) = reader.next()?;
                root = Some(reader.node(event, at, DEPTH)?);
            }
            _ => return Ok(root.unwrap_or(Node { at: 0, value: Value::Map(Map::default()) })),
        }
    }
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    end: usize,
}

impl<'a> Reader<'a> {
    /// The next event, and its offset. After the last one, the end again.
    fn next(&mut self) -> Result<(Event<'a>, usize), Mistake> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.start(&span))),
            Some(Err(error)) => Err(self.mistake(&error)),
            None => Ok((Event::StreamEnd, self.end)),
        }
    }

    fn start(&self, span: &Span) -> usize {
        span.start.byte_offset().unwrap_or(self.end)
    }

    /// Where a word stands that begins like this, at this offset or before.
    fn before(&self, at: usize, mark: char) -> usize {
        let head = self.text.get(..=at).unwrap_or(self.text);
        let begins =
            |found: usize| found == 0 || head[..found].ends_with(|c: char| c.is_whitespace() || "[{,:".contains(c));
        head.rmatch_indices(mark).map(|(found, _)| found).find(|&found| begins(found)).unwrap_or(at)
    }

    /// The node that begins with this event, with at most so many levels in it.
    fn node(&mut self, event: Event<'a>, at: usize, levels: usize) -> Result<Node, Mistake> {
        let below = || levels.checked_sub(1).ok_or_else(|| Mistake::new(at, Wrong::TooDeep(DEPTH)));
        if event.tag().is_some() {
            return Err(refused(self.before(at, '!'), "a tag"));
        }
        if event.is_alias() {
            return Err(refused(at, "an alias"));
        }
        if event.anchor_id().is_some() {
            return Err(refused(self.before(at, '&'), "an anchor"));
        }
        let value = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) => {
                scalar::resolve(&text).map_err(|why| Mistake::new(at, why))?
            }
            Event::Scalar(text, ..) => Value::String(text.into_owned()),
            Event::SequenceStart(..) => self.list(below()?)?,
            Event::MappingStart(..) => self.map(below()?)?,
            _ => return Err(Mistake::new(at, Wrong::Syntax("expected a value".to_owned()))),
        };
        Ok(Node { at, value })
    }

    fn list(&mut self, levels: usize) -> Result<Value, Mistake> {
        let mut nodes = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::List(nodes)),
                (event, at) => nodes.push(self.node(event, at, levels)?),
            }
        }
    }

    fn map(&mut self, levels: usize) -> Result<Value, Mistake> {
        let mut map = Map::default();
        loop {
            let (event, at) = self.next()?;
            if event == Event::MappingEnd {
                return Ok(Value::Map(map));
            }
            let name = self.name(event, at)?;
            map.check(at, &name)?;
            let node = self.next().and_then(|(event, at)| self.node(event, at, levels));
            // A bracket that is never closed, is before what it swallows.
            map.add(at, name.clone(), node.map_err(|mistake| mistake.within_from(at, &name))?);
        }
    }

    /// The name that this event is.
    fn name(&mut self, event: Event<'a>, at: usize) -> Result<String, Mistake> {
        if let Event::Scalar(text, ScalarStyle::Plain, ..) = &event {
            if text == "<<" {
                return Err(refused(at, "a merge key (<<)"));
            }
            if !matches!(scalar::resolve(text), Ok(Value::String(_))) {
                return Err(Mistake::new(at, Wrong::KeyNotString).within(text));
            }
        }
        if matches!(event, Event::SequenceStart(..) | Event::MappingStart(..)) {
            return Err(Mistake::new(at, Wrong::KeyNotString));
        }
        match self.node(event, at, 0)?.value {
            Value::String(name) => Ok(name),
            _ => Err(Mistake::new(at, Wrong::KeyNotString)),
        }
    }

    fn mistake(&self, error: &ScanError) -> Mistake {
        let why = match error.kind() {
            ErrorKind::RecursionLimitExceeded => Wrong::TooDeep(DEPTH),
            ErrorKind::UnknownAnchor => Wrong::Refused("an alias"),
            ErrorKind::UndeclaredTagHandle => Wrong::Refused("a tag"),
            ErrorKind::DirectiveDisallowed => Wrong::Refused("a directive (%)"),
            _ => Wrong::Syntax(error.info()),
        };
        Mistake::new(error.marker().byte_offset().unwrap_or(self.end), why)
    }
}

fn refused(at: usize, what: &'static str) -> Mistake {
    Mistake::new(at, Wrong::Refused(what))
}
