//! What is told of an instance besides its address.

use std::collections::BTreeMap;

use crate::value::Text;

/// Everything that is told of an instance besides its address.
pub type Meta = BTreeMap<String, Text>;

/// What can't be metadata.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMeta {
    /// The name can't be one.
    #[error("{0:?} is not a name for metadata: letters, digits, - _ and . are allowed")]
    Name(Text),
    /// The value can't be passed on.
    #[error("the value of {0} has a NUL byte")]
    Nul(String),
    /// Two names are one variable.
    #[error("{0} and {1} are both ETCDPAT_META_{2} for a command")]
    Collision(String, String, String),
}

/// Checks metadata.
///
/// # Errors
/// [`InvalidMeta`].
pub fn check_meta(meta: &Meta) -> Result<(), InvalidMeta> {
    let mut variables: BTreeMap<String, &str> = BTreeMap::new();
    for (name, value) in meta {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if name.is_empty() || !name.chars().all(is_plain) {
            return Err(InvalidMeta::Name(name.as_str().into()));
        }
        if value.raw().contains(&0) {
            return Err(InvalidMeta::Nul(name.clone()));
        }
        if let Some(other) = variables.insert(variable(name), name) {
            return Err(InvalidMeta::Collision(other.to_owned(), name.clone(), variable(name)));
        }
    }
    Ok(())
}

/// What metadata of this name is called in an environment, behind `ETCDPAT_META_`.
pub fn variable(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}
