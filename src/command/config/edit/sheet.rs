//! Values as the text that is edited, with notes on top, and the text as values.

use super::{Round, Values};
use crate::command::config::export::unfit;
use crate::error::Failure;
use crate::event::Text;
use crate::pattern::config::{self, Conflict, Path, Seen, Store};
use crate::typed::{Document, Format, KeyPath, Typed};

/// What our lines at the top of a text begin with.
const NOTE: &str = "#:";
/// How much of a value is shown in a note, in characters.
const SHOWN: usize = 200;
/// How long a note is at most, in characters, behind what it begins with.
const WIDTH: usize = 77;

#[derive(Debug)]
pub(super) struct Sheet {
    format: Format,
    root: String,
}

impl Sheet {
    pub(super) fn new(format: Format, store: &Store) -> Self {
        Self { format, root: store.root.to_string() }
    }

    /// Values as a text.
    ///
    /// # Errors
    /// Code 2: this format can't hold one of them.
    pub(super) fn written(&self, values: &Values) -> Result<String, Failure> {
        // One can't add to YAML's `{}`.
        if values.is_empty() && self.has_notes() {
            return Ok(String::new());
        }
        let mut document = Document::new();
        for (path, value) in values {
            let path = KeyPath::new(path.as_str()).map_err(|invalid| Failure::usage(invalid.to_string()))?;
            document.insert(path, value.clone());
        }
        self.format.export(&document).map_err(|error| unfit(&error, &document))
    }

    /// The values that a text says.
    ///
    /// # Errors
    /// The mistake, with the line on which it is when the text is shown with it.
    pub(super) fn read(&self, text: &str, seen: &Seen) -> Result<Values, String> {
        let is_blank = text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#'));
        let document = if is_blank {
            Document::new()
        } else {
            self.format.import(text.as_bytes()).map_err(|mut mistake| {
                let line = mistake.line;
                // The number of the line may be what makes its note longer by a line.
                for _ in 0..2 {
                    let notes = self.notes(seen, &Round::Mistake(mistake.to_string()));
                    mistake.line = line + if self.has_notes() { notes.len() } else { 0 };
                }
                mistake.to_string()
            })?
        };
        if document.is_empty() && !seen.entries.is_empty() {
            return Err("no value is left in it: `etcdpat config delete NAME --prefix` deletes all".to_owned());
        }
        let mut values = Values::new();
        for (path, value) in document {
            let path: Path =
                path.as_str().parse().map_err(|invalid: crate::pattern::keys::InvalidName| invalid.to_string())?;
            if let Some(meant) = seen.path.as_ref().filter(|_| !seen.is_meant(&path)) {
                return Err(format!("{} is not at or below {meant}, which is edited", Text::from(path.as_str())));
            }
            config::check_size(&path, value.wire().as_bytes()).map_err(|error| error.to_string())?;
            values.insert(path, value);
        }
        Ok(values)
    }

    /// What is said above the text.
    pub(super) fn notes(&self, seen: &Seen, round: &Round) -> Vec<String> {
        let mut notes = match round {
            Round::First => Vec::new(),
            Round::Mistake(mistake) => {
                let mut notes = wrapped(&format!("Mistake: {}", Text::from(mistake.as_str())));
                notes.extend(["Save it as it is to give up.".to_owned(), String::new()]);
                notes
            }
            Round::Conflicts(conflicts) => {
                let mut notes = vec!["Somebody else has changed what you have changed:".to_owned()];
                notes.extend(conflicts.iter().map(|conflict| format!("  {}", told(conflict))));
                notes.extend(wrapped(
                    "Your changes are below, on top of what is there now. Save it with any change, or without these \
                     lines, to write them. Save it as it is to give up.",
                ));
                notes.push(String::new());
                notes
            }
        };
        let what = seen.path.as_ref().map_or_else(
            || format!("All values in {}", self.root),
            |path| format!("The values at and below {} in {}", Text::from(path.as_str()), self.root),
        );
        notes.extend(wrapped(&format!("{what}, at revision {}.", seen.revision)));
        notes.extend(wrapped("Change, add and remove what you like, and save: it is written in one step."));
        notes
    }

    pub(super) fn with_notes(&self, notes: &[String], text: &str) -> String {
        if !self.has_notes() {
            return text.to_owned();
        }
        let line = |note: &String| format!("{NOTE} {note}").trim_end().to_owned() + "\n";
        notes.iter().map(line).collect::<String>() + text
    }

    pub(super) fn without_notes<'a>(&self, mut text: &'a str) -> &'a str {
        while let Some(note) = text.strip_prefix(NOTE).filter(|_| self.has_notes()) {
            text = note.split_once('\n').map_or("", |(_, rest)| rest);
        }
        text
    }

    /// What others have changed, in a line: their values only where there is no other place for them.
    pub(super) fn summary(&self, conflicts: &[Conflict<Typed>]) -> String {
        let name = |conflict: &Conflict<Typed>| Text::from(conflict.path.as_str()).to_string();
        let all = conflicts.iter().map(|one| if self.has_notes() { name(one) } else { told(one) });
        format!("somebody else has changed {}", all.collect::<Vec<_>>().join("; "))
    }

    /// JSON has no comments.
    pub(super) fn has_notes(&self) -> bool {
        self.format != Format::Json
    }
}

/// A note in lines of 80 columns, as far as it has spaces.
fn wrapped(note: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in note.split(' ') {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + 1 + word.chars().count() > WIDTH {
            lines.push(String::new());
        }
        let Some(line) = lines.last_mut() else { continue };
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    lines
}

/// A conflict, in a line.
fn told(Conflict { path, was, theirs }: &Conflict<Typed>) -> String {
    let shown = |value: &Typed| {
        let (wire, mut short) = (value.wire(), String::new());
        short.extend(wire.chars().take(SHOWN));
        let more = if short.len() < wire.len() { "..." } else { "" };
        format!("{}{more}", Text::from(short))
    };
    let path = Text::from(path.as_str());
    match (was, theirs) {
        (Some(was), Some(theirs)) => format!("{path} = {} (was {})", shown(theirs), shown(was)),
        (None, Some(theirs)) => format!("{path} = {} (was not there)", shown(theirs)),
        (Some(was), None) => format!("{path} deleted (was {})", shown(was)),
        (None, None) => path.to_string(),
    }
}
