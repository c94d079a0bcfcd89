//! How deep a text of TOML goes, before it is made into tables.
//!
//! The parser limits brackets in one another, and the names in one dotted key, but not both together: 80 tables in one
//! another, each below a dotted key of 79 names, make tables 6,000 deep, which overflow a stack when they are dropped.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, Source, Span};

use super::DEPTH;
use crate::typed::error::{Mistake, Wrong};

/// Refuses a text in which brackets and dotted keys together go deeper than [`DEPTH`].
pub(super) fn check(text: &str) -> Result<(), Mistake> {
    let mut depth = Depth { open: Vec::new(), dots: 0, too_deep: None };
    // What else is wrong is found when the text is made into tables.
    parse_document(&Source::new(text).lex().into_vec(), &mut depth, &mut ());
    depth.too_deep.map_or(Ok(()), |span| Err(Mistake::new(span.start(), Wrong::TooDeep(DEPTH))))
}

struct Depth {
    /// For each open bracket, the levels that lead to it, with it.
    open: Vec<usize>,
    /// The dots in the key at which the text is now.
    dots: usize,
    too_deep: Option<Span>,
}

impl Depth {
    fn levels(&self) -> usize {
        self.open.last().copied().unwrap_or(0) + self.dots
    }

    fn is_within(&mut self, span: Span) -> bool {
        if self.levels() > DEPTH {
            self.too_deep.get_or_insert(span);
        }
        self.too_deep.is_none()
    }

    fn open(&mut self, span: Span) -> bool {
        self.open.push(self.levels() + 1);
        self.dots = 0;
        self.is_within(span)
    }

    fn close(&mut self) {
        self.open.pop();
        self.dots = 0;
    }
}

impl EventReceiver for Depth {
    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open(span)
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open(span)
    }

    fn array_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn key_sep(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.dots += 1;
        self.is_within(span);
    }

    fn scalar(&mut self, _: Span, _: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.dots = 0;
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.dots = 0;
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.dots = 0;
    }
}
