//! A file of settings in TOML, as `--file` takes it.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::Failure;
use crate::options::file;
use crate::typed;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// What is in it. `what` it is to be: `a list of services`.
///
/// # Errors
/// Code 2, with the place that is wrong.
pub(super) fn read<T: DeserializeOwned>(file: &Path, what: &str) -> Result<T, Failure> {
    let bytes = file::read(file, LARGEST)?;
    parse(&bytes).map_err(|why| Failure::usage(format!("{} is not {what}: {why}", file.display())))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    typed::check_toml_depth(text).map_err(|error| error.to_string())?;
    toml::from_str(text).map_err(|error| typed::told_of_toml(text, &error).to_string())
}
