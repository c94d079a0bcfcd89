//! Names of locks and keys as they are written on a command line: any bytes but none.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use crate::error::Failure;
use crate::pattern::lock::LockName;

/// The name of a lock.
///
/// # Errors
/// Code 2 for what is no name.
pub fn lock_name(given: OsString) -> Result<LockName, Failure> {
    LockName::new(given.into_vec()).map_err(|invalid| Failure::usage(invalid.to_string()))
}

/// A key.
///
/// # Errors
/// Code 2 for an empty one.
pub fn key(given: OsString) -> Result<Vec<u8>, Failure> {
    if given.is_empty() { Err(Failure::usage("the key must not be empty")) } else { Ok(given.into_vec()) }
}
