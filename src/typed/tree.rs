//! A document's paths put together again.

use std::collections::BTreeMap;

use super::Typed;
use super::document::Document;

/// A value, or the values below a folder by their names.
pub(super) enum Tree<'a> {
    Leaf(&'a Typed),
    Branch(BTreeMap<&'a str, Tree<'a>>),
}

impl<'a> Tree<'a> {
    /// A whole document, in which no value is also a folder.
    pub(super) fn new(document: &'a Document) -> Self {
        let mut root = BTreeMap::new();
        for (path, value) in document {
            insert(&mut root, path.as_str(), value);
        }
        Self::Branch(root)
    }
}

fn insert<'a>(branch: &mut BTreeMap<&'a str, Tree<'a>>, path: &'a str, value: &'a Typed) {
    let Some((folder, rest)) = path.split_once('/') else {
        branch.insert(path, Tree::Leaf(value));
        return;
    };
    if let Tree::Branch(below) = branch.entry(folder).or_insert_with(|| Tree::Branch(BTreeMap::new())) {
        insert(below, rest, value);
    }
}
