//! Durations and sizes: strings with units, read the same by whoever writes and reads them.

use std::time::Duration;

/// A duration with units, like `30s` or `1h 30m`; nothing where the text is none.
///
/// Months are none: they are `M` there, and who writes `1M` means a minute, or a mistake.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let has_months = text.contains(['M', 'Y']) || text.contains("mon");
    humantime::parse_duration(text).ok().filter(|_| !has_months && text.contains(char::is_alphabetic))
}

/// How many bytes a size with a unit is, like `64KiB`, `10MB` or `1.5 GiB`; nothing where the text is none, or where it is
/// more than 2^64 - 1. A part of a byte is left out.
///
/// `K` and `M` alone are no units: some read them as 1000, and others as 1024.
pub(super) fn bytes(text: &str) -> Option<u64> {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = unit(&text[number.len()..])?;
    let number = number.strip_suffix(' ').unwrap_or(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    whole.parse::<u64>().ok()?.checked_mul(unit)?.checked_add(part(fraction, unit))
}

/// So much of a unit, given the digits after the point: less than the unit.
fn part(fraction: &str, unit: u64) -> u64 {
    // More digits than these make less than a byte of the largest unit.
    let digits = &fraction[..fraction.len().min(18)];
    let (number, scale) =
        digits.bytes().fold((0, 1), |(number, scale), digit| (number * 10 + u128::from(digit - b'0'), scale * 10));
    u64::try_from(number * u128::from(unit) / scale).unwrap_or(0)
}

/// How many bytes a unit has.
fn unit(name: &str) -> Option<u64> {
    let power = |base: u64, exponent| Some(base.pow(exponent));
    match name {
        "B" => Some(1),
        "kB" | "KB" => power(1000, 1),
        "MB" => power(1000, 2),
        "GB" => power(1000, 3),
        "TB" => power(1000, 4),
        "PB" => power(1000, 5),
        "KiB" => power(1024, 1),
        "MiB" => power(1024, 2),
        "GiB" => power(1024, 3),
        "TiB" => power(1024, 4),
        "PiB" => power(1024, 5),
        _ => None,
    }
}
