//! Paths as names of variables, and back.

use crate::typed::KeyPath;

/// The name of the variable that is read back as this path.
pub(super) fn variable(path: &KeyPath) -> Option<String> {
    let name = path.as_str().replace('/', "__").to_ascii_uppercase();
    (self::path(&name).as_ref() == Some(path)).then_some(name)
}

/// The path that a variable's name stands for.
pub(super) fn path(name: &str) -> Option<KeyPath> {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && !part.starts_with('_')
            && !part.ends_with('_')
    };
    let begins_with_letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins_with_letter && name.split("__").all(is_part))
        .then(|| KeyPath::new(name.to_ascii_lowercase().replace("__", "/")).ok())?
}
