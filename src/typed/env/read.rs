//! Reading what a shell and systemd read alike, and nothing else.

use super::{name, value};
use crate::typed::document::Document;
use crate::typed::error::{Mistake, Wrong};

/// Reads a whole text.
pub(in crate::typed) fn read(text: &str) -> Result<Document, Mistake> {
    let mut document = Document::new();
    let mut reader = Reader { text, at: 0 };
    while reader.skip_to_name() {
        let (at, name) = (reader.at, reader.name()?);
        let wrong = |why| Mistake::new(at, why).within(name);
        let path = name::path(name).ok_or_else(|| wrong(Wrong::Variable))?;
        let text = reader.value().map_err(|mistake| mistake.within(name))?;
        if let Some(folder) = path.folders().find(|folder| document.contains_key(folder)) {
            return Err(Mistake::new(at, Wrong::Folder(folder.as_str().to_owned())).within(path.as_str()));
        }
        let mut alike = document.range(&path..).take_while(|(other, _)| other.as_str().starts_with(path.as_str()));
        if let Some((other, _)) = alike.find(|(other, _)| other.folders().any(|folder| folder == path)) {
            return Err(Mistake::new(at, Wrong::Folder(path.as_str().to_owned())).within(other.as_str()));
        }
        if document.insert(path, value(&text)).is_some() {
            return Err(wrong(Wrong::Duplicate));
        }
    }
    Ok(document)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Goes to the next line that is not empty or a comment, and says whether there is one.
    fn skip_to_name(&mut self) -> bool {
        loop {
            self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\r', '\n']).len();
            if !self.rest().starts_with('#') {
                break;
            }
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
        if let Some(rest) = self.rest().strip_prefix("export ") {
            self.at = self.text.len() - rest.trim_start_matches([' ', '\t']).len();
        }
        !self.rest().is_empty()
    }

    /// A name, up to the `=` after it.
    fn name(&mut self) -> Result<&'a str, Mistake> {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let name = &rest[..end];
        self.at += end;
        if name.is_empty() || !rest[end..].starts_with('=') {
            return Err(self.syntax("expected NAME=VALUE"));
        }
        self.at += 1;
        Ok(name)
    }

    /// A value, up to the end of its line.
    fn value(&mut self) -> Result<String, Mistake> {
        let first = self.rest().chars().next();
        let text = match first {
            Some('\'') => self.single()?,
            Some('"') => self.double()?,
            _ => self.bare()?,
        };
        let rest = self.rest().trim_start_matches([' ', '\t', '\r']);
        if rest.is_empty() || rest.starts_with('\n') {
            return Ok(text);
        }
        self.at = self.text.len() - rest.len();
        Err(self.syntax(match first {
            _ if rest.starts_with('#') => "a comment stands on a line of its own",
            Some('\'' | '"') => "there is something behind the quotes: expected the end of the line",
            _ => "a value with a space in it needs quotes around it",
        }))
    }

    fn bare(&mut self) -> Result<String, Mistake> {
        let rest = self.rest();
        let text = &rest[..rest.find([' ', '\t', '\r', '\n']).unwrap_or(rest.len())];
        let expands = |at: &usize| *at == 0 || text[..*at].ends_with(':');
        let special = text.find(['\'', '"', '\\', '$', '`', '&', ';', '|', '<', '>', '(', ')']);
        let home = text.match_indices('~').map(|(at, _)| at).find(expands);
        let comment = text.starts_with('#').then_some(0);
        if let Some(at) = special.or(home).or(comment) {
            self.at += at;
            return Err(self.syntax("a shell reads this character in another way: put the value in quotes"));
        }
        self.at += text.len();
        Ok(text.to_owned())
    }

    fn single(&mut self) -> Result<String, Mistake> {
        let inner = &self.rest()[1..];
        let Some(end) = inner.find('\'') else { return Err(self.syntax("no quote ends this value")) };
        self.at += end + 2;
        Ok(inner[..end].to_owned())
    }

    fn double(&mut self) -> Result<String, Mistake> {
        let mut text = String::new();
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.at += at + 1;
                    return Ok(text);
                }
                '$' | '`' => {
                    self.at += at;
                    return Err(self.syntax("a shell puts something else in here: write \\ before it"));
                }
                '\\' => match chars.next() {
                    Some((_, c @ ('"' | '\\' | '$' | '`'))) => text.push(c),
                    Some((_, '\n')) => {}
                    Some((_, c)) => text.extend(['\\', c]),
                    None => break,
                },
                _ => text.push(c),
            }
        }
        Err(self.syntax("no quote ends this value"))
    }

    fn syntax(&self, why: &str) -> Mistake {
        Mistake::new(self.at, Wrong::Syntax(why.to_owned()))
    }
}
