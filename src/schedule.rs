//! When periodic work is due: every so often, or by a cron expression. No clock and no I/O here.
//!
//! A slot is an instant in UTC. By a cron expression in a zone with daylight saving, a local time that does not exist has no
//! slot, and one that exists twice has two.

use std::fmt;
use std::time::Duration;

use cronexpr::{Crontab, MakeTimestamp};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// More slots than these are not counted one by one.
const MOST: u64 = 10_000;

/// When periodic work is due.
#[derive(Clone, Debug)]
pub enum Schedule {
    /// At an anchor, and every so often after it.
    Every(Duration),
    /// When a cron expression says so.
    Cron(Box<Cron>),
}

/// A cron expression in a time zone.
#[derive(Clone, Debug)]
pub struct Cron {
    text: String,
    zone: String,
    crontab: Crontab,
}

/// Not a schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSchedule {
    /// There is no such zone in the system's database.
    #[error("{0:?} is not a time zone: expected UTC, or a name like Europe/Berlin")]
    Zone(String),
    /// A part of the expression is wrong.
    #[error("{text:?} is not a schedule: {why}, at character {at}")]
    Expression {
        /// The expression.
        text: String,
        /// What is wrong.
        why: String,
        /// Where, from 1.
        at: usize,
    },
    /// It has no slot.
    #[error("{0:?} is not a schedule: it never comes")]
    Never(String),
}

/// A slot that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The newest one.
    pub slot: Timestamp,
    /// How many there were before it that had not been done; no more than 10,000 are counted.
    pub missed: u64,
}

impl Schedule {
    /// By a cron expression of five fields, in this time zone.
    ///
    /// # Errors
    /// [`InvalidSchedule`].
    pub fn cron(text: &str, zone: &str) -> Result<Self, InvalidSchedule> {
        TimeZone::get(zone).map_err(|_| InvalidSchedule::Zone(zone.to_owned()))?;
        let text = text.trim().to_owned();
        let fields = text.split_whitespace().count();
        if fields != 5 {
            let at = text.len() - text.split_whitespace().last().map_or(0, str::len) + 1;
            return Err(InvalidSchedule::Expression {
                why: format!("{fields} field{} instead of 5", if fields == 1 { "" } else { "s" }),
                at,
                text,
            });
        }
        let crontab = cronexpr::parse_crontab(&format!("{text} {zone}")).map_err(|error| {
            // An expression, and a line below it that has a mark under the place.
            let error = error.to_string();
            let (place, why) = error.lines().last().and_then(|line| line.split_once('^')).unwrap_or(("", &error));
            InvalidSchedule::Expression {
                text: text.clone(),
                why: why.trim().to_owned(),
                at: place.chars().count() + 1,
            }
        })?;
        if crontab.find_next(MakeTimestamp(Timestamp::UNIX_EPOCH)).is_err() {
            return Err(InvalidSchedule::Never(text));
        }
        Ok(Self::Cron(Box::new(Cron { text, zone: zone.to_owned(), crontab })))
    }

    /// The time zone; UTC where it does not matter.
    pub fn zone(&self) -> &str {
        match self {
            Self::Every(_) => "UTC",
            Self::Cron(cron) => &cron.zone,
        }
    }

    /// The first slot after this instant, where slots are counted from `anchor`; nothing where there is none.
    pub fn next(&self, after: Timestamp, anchor: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Every(period) => {
                let period = i128::try_from(period.as_nanos()).ok()?;
                let (after, anchor) = (after.as_nanosecond(), anchor.as_nanosecond());
                let passed = if after < anchor { 0 } else { (after - anchor) / period + 1 };
                Timestamp::from_nanosecond(anchor.checked_add(passed.checked_mul(period)?)?).ok()
            }
            Self::Cron(cron) => Some(cron.crontab.find_next(MakeTimestamp(after)).ok()?.timestamp()),
        }
    }

    /// The newest slot that is due at `now`, after the one that was done last.
    pub fn due(&self, done: Timestamp, anchor: Timestamp, now: Timestamp) -> Option<Due> {
        let first = self.next(done, anchor).filter(|slot| *slot <= now)?;
        if let Self::Every(period) = self {
            let between = (now.as_nanosecond() - first.as_nanosecond()) / i128::try_from(period.as_nanos()).ok()?;
            let missed = u64::try_from(between).unwrap_or(MOST);
            let ahead = i128::try_from(period.as_nanos()).ok()?.checked_mul(between)?;
            let slot = Timestamp::from_nanosecond(first.as_nanosecond() + ahead).ok()?;
            return Some(Due { slot, missed: missed.min(MOST) });
        }
        let (mut slot, mut missed) = (first, 0);
        while let Some(next) = self.next(slot, anchor).filter(|next| *next <= now) {
            (slot, missed) = (next, missed + 1);
            if missed == MOST {
                return Some(Due { slot: self.newest(slot, now), missed });
            }
        }
        Some(Due { slot, missed })
    }

    /// The newest slot of a cron expression at `now`, not before `least`: looked for in windows that grow.
    fn newest(&self, least: Timestamp, now: Timestamp) -> Timestamp {
        for hours in [1, 24, 24 * 32, 24 * 366] {
            let from = now.checked_sub(SignedDuration::from_hours(hours)).unwrap_or(least).max(least);
            let mut newest = None;
            while let Some(next) = self.next(newest.unwrap_or(from), least).filter(|next| *next <= now) {
                newest = Some(next);
            }
            if let Some(newest) = newest {
                return newest;
            }
        }
        least
    }

    /// The time from this slot to the next one.
    pub fn period(&self, slot: Timestamp) -> SignedDuration {
        match self {
            Self::Every(period) => SignedDuration::try_from(*period).unwrap_or(SignedDuration::MAX),
            Self::Cron(_) => self.next(slot, slot).map_or(SignedDuration::MAX, |next| next.duration_since(slot)),
        }
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every(period) => write!(f, "every {}", humantime::format_duration(*period)),
            Self::Cron(cron) => f.write_str(&cron.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    fn slots(expression: &str, zone: &str, from: &str, count: usize) -> Vec<String> {
        let schedule = Schedule::cron(expression, zone).expect("a schedule");
        let mut slots = vec![at(from)];
        for _ in 0..count {
            slots.extend(schedule.next(slots[slots.len() - 1], slots[0]));
        }
        slots[1..].iter().map(ToString::to_string).collect()
    }

    /// The zone changes on 2026-03-29 at 01:00 UTC and on 2026-10-25 at 01:00 UTC.
    const BERLIN: &str = "Europe/Berlin";

    #[test]
    fn expressions_have_the_slots_that_were_computed_by_hand() {
        let day = "2026-01-01T00:00:00Z";
        // (expression, zone, after, the next slots), in UTC.
        let table: &[(&str, &str, &str, &[&str])] = &[
            ("* * * * *", "UTC", day, &["2026-01-01T00:01:00Z", "2026-01-01T00:02:00Z"]),
            ("*/15 * * * *", "UTC", day, &["2026-01-01T00:15:00Z", "2026-01-01T00:30:00Z"]),
            ("5 * * * *", "UTC", day, &["2026-01-01T00:05:00Z", "2026-01-01T01:05:00Z"]),
            ("0 0 * * *", "UTC", day, &["2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"]),
            ("30 2 * * *", "UTC", day, &["2026-01-01T02:30:00Z", "2026-01-02T02:30:00Z"]),
            ("0 12 1 * *", "UTC", day, &["2026-01-01T12:00:00Z", "2026-02-01T12:00:00Z"]),
            ("0 0 31 * *", "UTC", day, &["2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z"]),
            ("0 0 29 2 *", "UTC", day, &["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"]),
            ("0 9 * * 1", "UTC", day, &["2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z"]),
            ("0 9 * * MON", "UTC", day, &["2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z"]),
            ("0 9 * * 0", "UTC", day, &["2026-01-04T09:00:00Z", "2026-01-11T09:00:00Z"]),
            ("0 9 * * 7", "UTC", day, &["2026-01-04T09:00:00Z", "2026-01-11T09:00:00Z"]),
            ("0 9 * * 1-5", "UTC", day, &["2026-01-01T09:00:00Z", "2026-01-02T09:00:00Z", "2026-01-05T09:00:00Z"]),
            ("0 8,20 * * *", "UTC", day, &["2026-01-01T08:00:00Z", "2026-01-01T20:00:00Z"]),
            ("0 8-10 * * *", "UTC", day, &["2026-01-01T08:00:00Z", "2026-01-01T09:00:00Z", "2026-01-01T10:00:00Z"]),
            ("10-20/5 0 * * *", "UTC", day, &["2026-01-01T00:10:00Z", "2026-01-01T00:15:00Z", "2026-01-01T00:20:00Z"]),
            ("0 0 1 1 *", "UTC", day, &["2027-01-01T00:00:00Z"]),
            ("0 0 1 JAN,JUL *", "UTC", day, &["2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z"]),
            ("0 0 1 6-8 *", "UTC", day, &["2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z"]),
            ("59 23 31 12 *", "UTC", day, &["2026-12-31T23:59:00Z"]),
            ("0 0 L * *", "UTC", day, &["2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z"]),
            ("0 0 * * 5L", "UTC", day, &["2026-01-30T00:00:00Z", "2026-02-27T00:00:00Z"]),
            ("0 0 * * 1#1", "UTC", day, &["2026-01-05T00:00:00Z", "2026-02-02T00:00:00Z"]),
            ("*/7 * * * *", "UTC", day, &["2026-01-01T00:07:00Z", "2026-01-01T00:14:00Z"]),
            ("0 */6 * * *", "UTC", day, &["2026-01-01T06:00:00Z", "2026-01-01T12:00:00Z"]),
            // A whole hour ahead, and one and a half.
            ("0 12 * * *", BERLIN, day, &["2026-01-01T11:00:00Z", "2026-01-02T11:00:00Z"]),
            ("0 12 * * *", BERLIN, "2026-07-01T00:00:00Z", &["2026-07-01T10:00:00Z"]),
            ("0 12 * * *", "Asia/Kolkata", day, &["2026-01-01T06:30:00Z"]),
            ("0 12 * * *", "America/New_York", day, &["2026-01-01T17:00:00Z"]),
            ("0 0 * * *", "Pacific/Auckland", day, &["2026-01-01T11:00:00Z"]),
            // In the night in which 02:00 to 03:00 does not exist.
            ("30 2 * * *", BERLIN, "2026-03-28T12:00:00Z", &["2026-03-30T00:30:00Z"]),
            ("0 2 * * *", BERLIN, "2026-03-28T12:00:00Z", &["2026-03-30T00:00:00Z"]),
            ("0 3 * * *", BERLIN, "2026-03-28T12:00:00Z", &["2026-03-29T01:00:00Z"]),
            ("*/30 * * * *", BERLIN, "2026-03-29T00:10:00Z", &["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"]),
            ("0 * * * *", BERLIN, "2026-03-28T23:30:00Z", &["2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"]),
            ("0 12 * * *", BERLIN, "2026-03-28T12:00:00Z", &["2026-03-29T10:00:00Z", "2026-03-30T10:00:00Z"]),
            // In the night in which 02:00 to 03:00 exists twice.
            (
                "30 2 * * *",
                BERLIN,
                "2026-10-24T12:00:00Z",
                &["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z"],
            ),
            ("0 3 * * *", BERLIN, "2026-10-24T12:00:00Z", &["2026-10-25T02:00:00Z", "2026-10-26T02:00:00Z"]),
            ("0 1 * * *", BERLIN, "2026-10-24T12:00:00Z", &["2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"]),
            (
                "0 * * * *",
                BERLIN,
                "2026-10-24T23:30:00Z",
                &["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"],
            ),
        ];
        assert!(table.len() >= 40);
        for (expression, zone, after, expected) in table {
            assert_eq!(slots(expression, zone, after, expected.len()), *expected, "{expression} in {zone}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let told = |text: &str, zone: &str| Schedule::cron(text, zone).expect_err("it is none").to_string();
        for (text, expected) in [
            ("61 * * * *", "value must be in range 0..=59; found 61, at character 1"),
            ("* * 32 * *", "value must be in range 1..=31; found 32, at character 5"),
            ("* * * * 8", "value must be in range 0..=7; found 8, at character 9"),
            ("*/0 * * * *", "step must be greater than 0, at character 1"),
            ("* * * * * *", "6 fields instead of 5, at character 11"),
            ("0 0 30 2 *", "it never comes"),
        ] {
            let told = told(text, "UTC");
            assert!(told.ends_with(expected), "{told}");
        }
        for text in ["", "* * * *", "a b c d e", "@daily", "1-0 * * * *", "* * * * *UTC"] {
            assert!(Schedule::cron(text, "UTC").is_err(), "{text}");
        }
        assert!(told("* * * * *", "Nowhere/City").starts_with("\"Nowhere/City\" is not a time zone"));
    }

    #[test]
    fn the_newest_slot_is_due_and_the_others_were_missed() {
        let minutes = Schedule::cron("* * * * *", "UTC").expect("a schedule");
        let (done, now) = (at("2026-01-01T00:00:00Z"), at("2026-01-01T00:05:30Z"));
        assert_eq!(minutes.due(done, done, now), Some(Due { slot: at("2026-01-01T00:05:00Z"), missed: 4 }));
        assert_eq!(minutes.due(done, done, at("2026-01-01T00:00:59Z")), None);
        let later = at("2027-06-01T12:00:30Z");
        assert_eq!(minutes.due(done, done, later), Some(Due { slot: at("2027-06-01T12:00:00Z"), missed: MOST }));
        // A clock that is behind.
        assert_eq!(minutes.due(now, now, done), None);
    }

    proptest! {
        #[test]
        fn every_counts_from_its_anchor(
            period in 1u64..5_000_000, anchor in 0i64..2_000_000_000, done in 0u64..50, later in 0u64..100_000_000,
        ) {
            let schedule = Schedule::Every(Duration::from_millis(period));
            let anchor = Timestamp::from_second(anchor).expect("a time");
            let ms = |ms: u64| anchor + SignedDuration::from_millis(i64::try_from(ms).expect("it fits"));
            let done = ms(done * period);
            let now = ms(later);
            let newest = ms(later / period * period);
            match schedule.due(done, anchor, now) {
                Some(Due { slot, missed }) => {
                    prop_assert!(slot > done && slot <= now);
                    prop_assert_eq!(slot, newest);
                    let all = (slot.as_millisecond() - done.as_millisecond()) / i64::try_from(period).expect("it fits");
                    prop_assert_eq!(i64::try_from(missed).expect("it fits"), (all - 1).min(10_000));
                }
                None => prop_assert!(newest <= done),
            }
            prop_assert!(schedule.next(now, anchor).expect("there is one") > now);
        }
    }
}
