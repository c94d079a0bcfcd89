//! A file of settings in TOML, as `--file` takes it.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::Failure;
use crate::typed;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// What is in it. `what` it is to be: `a list of services`.
///
/// # Errors
/// Code 2, with the place that is wrong.
pub(super) fn read<T: DeserializeOwned>(file: &Path, what: &str) -> Result<T, Failure> {
    let path = file.display();
    let unreadable = |why: &dyn std::fmt::Display| Failure::usage(format!("cannot read {path}: {why}"));
    let meta = std::fs::metadata(file).map_err(|error| unreadable(&error))?;
    if !meta.is_file() || meta.len() > LARGEST {
        return Err(unreadable(&"expected a file of at most 16 MiB"));
    }
    let text = std::fs::read_to_string(file).map_err(|error| unreadable(&error))?;
    let is_not = |why: &str| Failure::usage(format!("{path} is not {what}: {}", why.trim_end()));
    typed::check_toml_depth(&text).map_err(|error| is_not(&error.to_string()))?;
    toml::from_str(&text).map_err(|error| is_not(&error.to_string()))
}
