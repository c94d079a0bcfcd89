//! Durations and sizes: strings that a program will read, checked here.

/// Whether this is a duration with units, like `30s` or `1h 30m`.
pub(super) fn is_duration(text: &str) -> bool {
    text.contains(char::is_alphabetic) && humantime::parse_duration(text).is_ok()
}

/// Whether this is a size with a unit, like `64KiB`, `10MB` or `1.5 GiB`, and no more than 2^64 - 1 bytes.
///
/// `K` and `M` alone are no units: some read them as 1000, and others as 1024.
pub(super) fn is_bytes(text: &str) -> bool {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let Some(bytes) = unit(&text[number.len()..]) else { return false };
    let number = number.strip_suffix(' ').unwrap_or(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let fits = |whole: u64| whole.checked_mul(bytes).is_some();
    is_digits(whole) && is_digits(fraction) && whole.parse().is_ok_and(fits)
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
