//! Random numbers, for ids that are unused and for pauses that differ. (The standard library seeds its hashers with
//! random bytes of the system, once. The getrandom crate reads /dev/urandom instead in a static binary.)

use std::hash::{BuildHasher, Hasher, RandomState};

/// Any number.
pub(crate) fn number() -> u64 {
    RandomState::new().build_hasher().finish()
}
