//! Whatever another wrote, in whatever place of whatever event: people see it harmless, and in its line.

mod samples;

use samples::events;

use super::{table, words};
use crate::event::{ErrorEvent, Text, Time};

/// Colour, a title, the C1 form of an escape, forged lines, reversed and invisible text.
const HOSTILE: &str =
    "\x1b[31m\x1b]0;title\x07\u{9b}2J\r\nerror: forged\u{85}\u{2028}x\u{202e}y\u{2066}z\u{200b}\u{feff}\x08\x7f";

fn is_harmless(printed: &str) -> bool {
    let harmful = "\u{2028}\u{202e}\u{2066}\u{200b}\u{feff}";
    printed.chars().all(|c| c == '\n' || !(c.is_control() || harmful.contains(c)))
}

#[test]
fn what_another_wrote_is_harmless_in_every_event() {
    for (hostile, plain) in events(&HOSTILE.into()).iter().zip(&events(&"plain".into())) {
        for aside in [false, true] {
            let [printed, usual] = [hostile, plain].map(|event| words(event, aside, false).into_text(|| None));
            assert!(is_harmless(&printed), "{printed:?}");
            assert_eq!(printed.lines().count(), usual.lines().count(), "{printed}");
        }
        assert!(is_harmless(&table(std::slice::from_ref(hostile), None)));
    }
}

#[test]
fn what_another_wrote_forges_no_line_of_a_failure() {
    let text = || Text::from(HOSTILE);
    let failure = ErrorEvent { code: 1, message: text(), cause: Some(text()), hint: Some(text()) };
    let printed = words(&failure.into(), true, false).into_text(|| None);
    assert!(is_harmless(&printed), "{printed:?}");
    assert!(printed.lines().skip(1).all(|line| line.starts_with("  ")), "{printed}");
}

#[test]
fn an_age_has_its_two_largest_units() {
    let at = |seconds: i64| Time(jiff::Timestamp::from_second(seconds).unwrap_or_default());
    for (seconds, shown) in [
        (-5, "0s"),
        (0, "0s"),
        (59, "59s"),
        (60, "1m 0s"),
        (3_599, "59m 59s"),
        (3_600, "1h 0m"),
        (28_140, "7h 49m"),
        (86_399, "23h 59m"),
        (201_000, "2d 7h"),
        (40_000_000, "462d 23h"),
    ] {
        assert_eq!(super::age(at(1_000_000), at(1_000_000 + seconds)), shown);
    }
}
