//! Numbers of things.

use std::num::{NonZeroU32, NonZeroU64};

/// A number from 1 on.
pub(crate) fn at_least_one(text: &str) -> Result<NonZeroU32, String> {
    text.parse().map_err(|_| between(1, u32::MAX))
}

/// A number from 1 on, of what there may be more of.
pub(crate) fn many(text: &str) -> Result<NonZeroU64, String> {
    text.parse().map_err(|_| between(1, u64::MAX))
}

/// A number from 1 to `most`.
pub fn count(most: u32) -> impl Fn(&str) -> Result<u32, String> + Clone {
    move |text| match text.parse() {
        Ok(count) if (1..=most).contains(&count) => Ok(count),
        _ => Err(between(1, most)),
    }
}

/// A revision that something has, or a fence.
pub(crate) fn revision(text: &str) -> Result<i64, String> {
    text.parse().ok().filter(|revision| *revision > 0).ok_or_else(|| between(1, i64::MAX))
}

/// An exit code.
pub(crate) fn exit_code(text: &str) -> Result<u8, String> {
    text.parse().map_err(|_| between(0, u8::MAX))
}

fn between(least: u8, most: impl Into<i128>) -> String {
    format!("it must be a number from {least} to {}", most.into())
}
