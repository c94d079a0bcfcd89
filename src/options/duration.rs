//! Durations and TTLs as they are written on a command line.

use std::time::Duration;

/// The longest: added to any time, it is still a time.
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 3600);

/// A duration: `500ms`, `30s`, `5m`, `1h 30m`, or a bare number of seconds.
pub fn duration(text: &str) -> Result<Duration, String> {
    let span = any_duration(text)?;
    if span > LONGEST { Err("a duration is at most 100 years".to_owned()) } else { Ok(span) }
}

fn any_duration(text: &str) -> Result<Duration, String> {
    let expected = || format!("{text:?} is not a duration: expected 500ms, 30s, 5m or a number of seconds");
    if let Ok(seconds) = text.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).map_err(|_| expected());
    }
    // Months are `M` there: who writes `1M` means a minute, or a mistake.
    if text.contains(['M', 'Y']) || text.contains("mon") {
        return Err(expected());
    }
    humantime::parse_duration(text).map_err(|_| expected())
}

/// A duration of more than nothing.
pub(crate) fn positive_duration(text: &str) -> Result<Duration, String> {
    let span = duration(text)?;
    if span.is_zero() { Err("it must be more than 0".to_owned()) } else { Ok(span) }
}

/// A lease's TTL under which a command can be supervised: whole seconds, a fraction rounded up.
pub fn ttl(text: &str) -> Result<Duration, String> {
    whole_seconds(text, 2)
}

/// A lease's TTL: whole seconds, a fraction rounded up.
pub fn lease_ttl(text: &str) -> Result<Duration, String> {
    whole_seconds(text, 1)
}

fn whole_seconds(text: &str, least: u64) -> Result<Duration, String> {
    const LONGEST_TTL: Duration = Duration::from_secs(10 * 365 * 24 * 3600);
    let given = any_duration(text)?;
    let whole = Duration::from_secs(given.as_secs().saturating_add(u64::from(given.subsec_nanos() > 0)));
    if whole < Duration::from_secs(least) {
        return Err(format!("a TTL is at least {least}s"));
    }
    if whole > LONGEST_TTL {
        return Err("a TTL is at most 10 years".to_owned());
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_unit_or_are_seconds() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("1.5"), Ok(Duration::from_millis(1500)));
        assert_eq!(duration("5m"), Ok(Duration::from_secs(300)));
        for bad in ["", "-1", "abc", "NaN", "inf", "1 parsec", "1e300", "1M", "2months", "1Y", "101y", "1e12"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_duration_can_be_added_to_any_time() {
        for huge in ["18446744073709551615s", "500ms18446744073709551615s", "1.8e19", "101y"] {
            assert_eq!(duration(huge), Err("a duration is at most 100 years".to_owned()), "{huge}");
        }
        assert_eq!(duration("36500d"), Ok(LONGEST));
    }

    #[test]
    fn ttls_are_whole_seconds_within_bounds() {
        assert_eq!(ttl("2500ms"), Ok(Duration::from_secs(3)));
        assert_eq!(ttl("3650d"), Ok(Duration::from_secs(3650 * 86_400)));
        for bad in ["0", "1", "1s", "-5", "11years", "text", "99999999999999999999"] {
            assert!(ttl(bad).is_err(), "{bad}");
        }
        assert_eq!(lease_ttl("1ms"), Ok(Duration::from_secs(1)));
        for bad in ["0", "-1", "0ms", "11years", "text"] {
            assert!(lease_ttl(bad).is_err(), "{bad}");
        }
    }
}
