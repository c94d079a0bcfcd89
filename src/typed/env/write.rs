//! Writing what a shell and systemd read alike.

use super::{name, value};
use crate::typed::document::Document;
use crate::typed::error::Unfit;
use crate::typed::{KeyPath, Kind, Typed};

/// A document as lines.
pub(in crate::typed) fn write(document: &Document) -> String {
    let line = |(path, value): (&KeyPath, &Typed)| {
        name::variable(path).map(|name| format!("{name}={}\n", quoted(value.text())))
    };
    document.iter().filter_map(line).collect()
}

/// Whether a value can be written.
pub(in crate::typed) fn check(path: &KeyPath, typed: &Typed) -> Result<(), Unfit> {
    if name::variable(path).is_none() {
        return Err(Unfit::Variable);
    }
    if typed.text().contains('\0') {
        return Err(Unfit::Nul);
    }
    match value(typed.text()).kind() {
        kind if typed.kind() == Kind::String && kind != Kind::String => Err(Unfit::LooksLike(kind)),
        _ => Ok(()),
    }
}

/// A text as it is, or in quotes. systemd takes a quote after a quote for a part of the text, so a text with a single
/// quote in it can't be put together of pieces, as it often is for shells.
fn quoted(text: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "_-./:,+@%=".contains(c);
    if !text.is_empty() && text.chars().all(is_bare) {
        return text.to_owned();
    }
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let mut out = String::from('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            out.push('\\');
        }
        out.push(c);
    }
    out + "\""
}
