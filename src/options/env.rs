//! Environment variables.

/// The value of the first of these variables that is set and not empty.
pub(crate) fn env(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}
