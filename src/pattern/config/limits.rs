//! What fits into one request: etcd takes 1.5 MiB by default, and 128 comparisons or operations.

use super::Error;
use super::store::Path;

/// The most that one value takes as it is stored, in bytes.
pub const LARGEST: usize = 1 << 20;
/// The most that a name takes, in bytes, and in parts: each part is a comparison.
const NAME: usize = 4096;
const PARTS: usize = 100;

/// Refuses a value that can't be stored.
///
/// # Errors
/// [`Error::TooLarge`].
pub fn check(path: &Path, wire: &[u8]) -> Result<(), Error> {
    let too_large = |why| Err(Error::TooLarge { path: path.clone(), why });
    match path.as_str() {
        _ if wire.len() > LARGEST => too_large("a value has at most 1 MiB as it is stored"),
        name if name.len() > NAME => too_large("a name has at most 4096 bytes"),
        name if name.split('/').count() > PARTS => too_large("a name has at most 100 parts"),
        _ => Ok(()),
    }
}
