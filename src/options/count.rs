//! Numbers of things.

use std::num::NonZeroU32;

/// A number from 1 on.
pub(crate) fn at_least_one(text: &str) -> Result<NonZeroU32, String> {
    text.parse().map_err(|_| "it must be a number from 1 on".to_owned())
}

/// A number from 1 to `most`.
pub fn count(most: u32) -> impl Fn(&str) -> Result<u32, String> + Clone {
    move |text| match text.parse() {
        Ok(count) if (1..=most).contains(&count) => Ok(count),
        _ => Err(format!("it must be a number from 1 to {most}")),
    }
}
