//! Feature flags: what a flag says, and for whom: no I/O.
//!
//! ```text
//! true                                                          on
//! false                                                         off
//! {"enabled":true,"percent":20,"allow":["ann"],"deny":["bob"]}  on for ann, not for bob, and for 20 % of the others
//! ```
//!
//! What must stay true: a higher percentage only adds users; the same user has the same answer on every machine and in every
//! version.

use serde::{Deserialize, Serialize};

use crate::hash;

/// Buckets of users: hundredths of a percent.
const BUCKETS: u64 = 10_000;

/// A flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Off for everybody, where not.
    pub enabled: bool,
    /// For how many of a hundred users it is on; for all, where nothing is said.
    pub percent: Option<u8>,
    /// For whom it is on in any case.
    pub allow: Vec<String>,
    /// For whom it is off in any case.
    pub deny: Vec<String>,
}

/// What is no flag, or a question that it can't answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidFlag {
    /// It is something else.
    #[error("it is not a flag: expected true, false, or an object with enabled, percent, allow and deny")]
    NotAFlag,
    /// More than all.
    #[error("a percentage is from 0 to 100")]
    Percent,
    /// It depends on the user.
    #[error("it is on for some users only, and none is named")]
    NeedsUser,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Wire {
    Plain(bool),
    Detailed(Detailed),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Detailed {
    enabled: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    allow: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    deny: Vec<String>,
}

impl Flag {
    /// One that is on, or off, for everybody.
    pub fn plain(enabled: bool) -> Self {
        Self { enabled, percent: None, allow: Vec::new(), deny: Vec::new() }
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`InvalidFlag::NotAFlag`], [`InvalidFlag::Percent`].
    pub fn decode(wire: &[u8]) -> Result<Self, InvalidFlag> {
        // serde takes a list for an object, too.
        if wire.first() == Some(&b'[') {
            return Err(InvalidFlag::NotAFlag);
        }
        match serde_json::from_slice(wire).map_err(|_| InvalidFlag::NotAFlag)? {
            Wire::Plain(enabled) => Ok(Self::plain(enabled)),
            Wire::Detailed(Detailed { percent: Some(101..), .. }) => Err(InvalidFlag::Percent),
            Wire::Detailed(Detailed { enabled, percent, allow, deny }) => Ok(Self { enabled, percent, allow, deny }),
        }
    }

    /// As it is stored: plainly, where that says all.
    pub fn encode(&self) -> Vec<u8> {
        let Self { enabled, percent, allow, deny } = self.clone();
        let is_plain = percent.is_none() && allow.is_empty() && deny.is_empty();
        let wire =
            if is_plain { Wire::Plain(enabled) } else { Wire::Detailed(Detailed { enabled, percent, allow, deny }) };
        serde_json::to_vec(&wire).unwrap_or_default()
    }

    /// On for this user in any case.
    pub fn allow(&mut self, user: &str) {
        self.forget(user);
        self.allow.push(user.to_owned());
    }

    /// Off for this user in any case.
    pub fn deny(&mut self, user: &str) {
        self.forget(user);
        self.deny.push(user.to_owned());
    }

    /// This user is like all others.
    pub fn forget(&mut self, user: &str) {
        for list in [&mut self.allow, &mut self.deny] {
            list.retain(|one| one != user);
        }
    }

    /// Whether the flag called `name` is on for `user`: not if it is disabled, or the user denied; if he is allowed; else by
    /// the percentage.
    ///
    /// # Errors
    /// [`InvalidFlag::NeedsUser`].
    pub fn is_on(&self, name: &str, user: Option<&str>) -> Result<bool, InvalidFlag> {
        let is_in = |list: &[String]| user.is_some_and(|user| list.iter().any(|one| one == user));
        if !self.enabled || is_in(&self.deny) {
            return Ok(false);
        }
        if is_in(&self.allow) {
            return Ok(true);
        }
        match (self.percent, user) {
            (None, None) if !self.allow.is_empty() || !self.deny.is_empty() => Err(InvalidFlag::NeedsUser),
            // Those who are allowed, and nobody else.
            (None, _) => Ok(self.allow.is_empty()),
            // On for all, or for nobody.
            (Some(100), None) if self.deny.is_empty() => Ok(true),
            (Some(0), None) if self.allow.is_empty() => Ok(false),
            (Some(_), None) => Err(InvalidFlag::NeedsUser),
            (Some(percent), Some(user)) => Ok(u64::from(bucket(name, user)) < u64::from(percent) * (BUCKETS / 100)),
        }
    }
}

/// In which of 10,000 buckets a user is, for the flag of this name: `percent` lets in those below `percent * 100`.
pub fn bucket(name: &str, user: &str) -> u32 {
    u32::try_from(hash::of_two(name.as_bytes(), user.as_bytes()) % BUCKETS).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flag(wire: &str) -> Flag {
        Flag::decode(wire.as_bytes()).expect(wire)
    }

    #[test]
    fn flags_are_read_and_written() {
        for wire in
            ["true", "false", r#"{"enabled":true,"percent":20}"#, r#"{"enabled":false,"allow":["a"],"deny":["b"]}"#]
        {
            assert_eq!(flag(wire).encode(), wire.as_bytes());
        }
        assert_eq!(flag(r#"{"enabled":true}"#).encode(), b"true");
        for (wire, why) in [
            ("1", InvalidFlag::NotAFlag),
            (r#""true""#, InvalidFlag::NotAFlag),
            ("{}", InvalidFlag::NotAFlag),
            (r#"[true,20,["a"],[]]"#, InvalidFlag::NotAFlag),
            (r#"{"enabled":true,"percnt":2}"#, InvalidFlag::NotAFlag),
            (r#"{"enabled":true,"percent":101}"#, InvalidFlag::Percent),
            (r#"{"enabled":true,"percent":-1}"#, InvalidFlag::NotAFlag),
        ] {
            assert_eq!(Flag::decode(wire.as_bytes()), Err(why), "{wire}");
        }
    }

    #[test]
    fn the_order_is_disabled_deny_allow_percent() {
        let is_on = |wire: &str, user| flag(wire).is_on("f", user);
        assert_eq!(is_on(r#"{"enabled":false,"allow":["a"]}"#, Some("a")), Ok(false));
        assert_eq!(is_on(r#"{"enabled":true,"allow":["a"],"deny":["a"]}"#, Some("a")), Ok(false));
        assert_eq!(is_on(r#"{"enabled":true,"percent":0,"allow":["a"]}"#, Some("a")), Ok(true));
        assert_eq!(is_on(r#"{"enabled":true,"percent":100}"#, Some("a")), Ok(true));
        assert_eq!(is_on(r#"{"enabled":true,"percent":0}"#, Some("a")), Ok(false));
        for (wire, on) in [
            (r#"{"enabled":true,"percent":0}"#, Ok(false)),
            (r#"{"enabled":true,"percent":100}"#, Ok(true)),
            (r#"{"enabled":true,"percent":100,"allow":["a"]}"#, Ok(true)),
            (r#"{"enabled":true,"percent":100,"deny":["a"]}"#, Err(InvalidFlag::NeedsUser)),
            (r#"{"enabled":true,"percent":0,"allow":["a"]}"#, Err(InvalidFlag::NeedsUser)),
            (r#"{"enabled":true,"percent":50}"#, Err(InvalidFlag::NeedsUser)),
        ] {
            assert_eq!(is_on(wire, None), on, "{wire}");
        }
        assert_eq!(is_on(r#"{"enabled":true,"deny":["a"]}"#, Some("b")), Ok(true));
        assert_eq!(is_on(r#"{"enabled":true,"allow":["a"]}"#, Some("b")), Ok(false));
        assert_eq!(is_on("true", None), Ok(true));
    }

    #[test]
    fn buckets_are_those_of_every_version() {
        let buckets = [("new-ui", "ann"), ("new-ui", "bob"), ("dark", "ann"), ("", ""), ("ä", "ö")];
        let buckets = buckets.map(|(name, user)| bucket(name, user));
        assert_eq!(buckets, VECTORS);
    }

    /// Computed apart from this code: docs/guide/config.md says how.
    const VECTORS: [u32; 5] = [8056, 5734, 6367, 2295, 4494];

    #[test]
    fn a_percentage_is_kept_and_a_higher_one_only_adds() {
        let users: Vec<_> = (0..100_000).map(|number| format!("user-{number:05}")).collect();
        let on = |percent: u8| {
            let flag = Flag { percent: Some(percent), ..Flag::plain(true) };
            users.iter().filter(|user| flag.is_on("new-ui", Some(user)) == Ok(true)).collect::<Vec<_>>()
        };
        let mut before = Vec::new();
        for percent in [10, 20, 30] {
            let now = on(percent);
            let wanted = usize::from(percent) * 1000;
            assert!(now.len().abs_diff(wanted) < 1000, "{percent}: {}", now.len());
            assert!(before.iter().all(|user: &&String| now.binary_search(user).is_ok()), "{percent}");
            before = now;
        }
    }

    proptest! {
        #[test]
        fn who_is_in_stays_in(name in ".{0,8}", user in ".{0,8}", low in 0..=100u8, high in 0..=100u8) {
            let is_on = |percent| Flag { percent: Some(percent), ..Flag::plain(true) }.is_on(&name, Some(&user));
            if low <= high && is_on(low) == Ok(true) {
                prop_assert_eq!(is_on(high), Ok(true));
            }
        }
    }
}
