//! Values and documents, as a user sees them.

mod env;
mod export;
mod import;
mod properties;
mod values;

use super::{Document, Format, KeyPath, Typed};

/// A document of these paths and wire texts.
fn document(values: &[(&str, &str)]) -> Document {
    let value = |(path, wire): &(&str, &str)| {
        let path = KeyPath::new(*path).expect("a path");
        (path, Typed::from_wire(wire.as_bytes()).expect("a value"))
    };
    values.iter().map(value).collect()
}

/// A document as its paths and wire texts.
fn shown(document: &Document) -> Vec<(String, String)> {
    document.iter().map(|(path, value)| (path.as_str().to_owned(), value.wire())).collect()
}

fn imported(format: Format, text: &str) -> Vec<(String, String)> {
    shown(&format.import(text.as_bytes()).unwrap_or_else(|error| panic!("{text}\n{error}")))
}

/// What is told of a document that is refused.
fn refused(format: Format, text: impl AsRef<[u8]>) -> String {
    let text = text.as_ref();
    match format.import(text) {
        Ok(document) => panic!("{}\nis {document:?}", String::from_utf8_lossy(text)),
        Err(error) => error.to_string(),
    }
}
