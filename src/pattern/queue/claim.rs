//! How contenders exclude each other: the rule of the queue, as data.

use std::fmt;
use std::num::NonZeroU32;
use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::event::Text;

/// What a contender claims. Different claims always conflict, in both directions; equal ones as each says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Claim {
    /// The name for itself alone. Other clients' contenders (etcdctl's, etcd's Go client's) count as this.
    #[default]
    Exclusive,
    /// The name together with everybody else who claims it so.
    Shared,
    /// One of so many permits.
    Permit(NonZeroU32),
}

impl Claim {
    /// Whom a contender with this claim waits for, given the claims of all that are ahead of it, earliest first: it can't
    /// hold while every one of the contenders at these places is there, and it holds when the range is empty.
    ///
    /// Exclusive and shared contenders wait for the nearest one that conflicts, so that one release wakes one exclusive
    /// waiter. A permit of N waits for the N nearest permits, since any of them may leave first.
    pub fn blockers(self, ahead: &[Self]) -> Range<usize> {
        let nearest = match self {
            Self::Exclusive => ahead.len().checked_sub(1),
            Self::Shared | Self::Permit(_) => ahead.iter().rposition(|&other| other != self),
        };
        match (nearest, self) {
            (Some(at), _) => at..at + 1,
            (None, Self::Permit(permits)) => {
                let permits = usize::try_from(permits.get()).unwrap_or(usize::MAX);
                if ahead.len() < permits { 0..0 } else { ahead.len() - permits..ahead.len() }
            }
            (None, _) => 0..0,
        }
    }
}

/// What the value of a contender's key says of its claim. The rest of the value is the matter of whoever wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) claim: Claim,
    /// The names of all the queues that it has entered at once, where there are several.
    pub(super) names: Vec<Vec<u8>>,
}

impl Stated {
    /// Reads a value. One that is not a record of etcdpat's says nothing: that is an exclusive claim.
    pub(super) fn read(value: &[u8]) -> Self {
        let Ok(Record { mode, permits, locks, .. }) = serde_json::from_slice(value) else { return Self::default() };
        let claim = match (mode, permits) {
            (Mode::Shared, _) => Claim::Shared,
            (Mode::Permit, Some(permits)) => Claim::Permit(permits),
            _ => Claim::Exclusive,
        };
        Self { claim, names: locks.into_iter().map(|name| name.raw().to_vec()).collect() }
    }
}

/// Whether a value reads as a claim of etcdpat's.
pub(in crate::pattern) fn is_claim(value: &[u8]) -> bool {
    serde_json::from_slice::<Record>(value).is_ok()
}

/// The fields of a record that the queue needs, and those by which it is told from another client's value.
#[derive(Deserialize)]
struct Record {
    mode: Mode,
    #[serde(default)]
    permits: Option<NonZeroU32>,
    #[serde(default)]
    locks: Vec<Text>,
    #[serde(rename = "host")]
    _host: IgnoredAny,
    #[serde(rename = "pid")]
    _pid: IgnoredAny,
    #[serde(rename = "since")]
    _since: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    Shared,
    Permit,
    #[serde(other)]
    Exclusive,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exclusive => f.write_str("exclusive"),
            Self::Shared => f.write_str("shared"),
            Self::Permit(permits) => write!(f, "permit of {permits}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn claim() -> impl Strategy<Value = Claim> {
        let permit = |permits| Claim::Permit(NonZeroU32::new(permits).expect("at least one"));
        prop_oneof![Just(Claim::Exclusive), Just(Claim::Shared), (1u32..5).prop_map(permit)]
    }

    /// The rule, said once more: who may hold beside whom.
    fn may_hold(own: Claim, ahead: &[Claim]) -> bool {
        match own {
            Claim::Exclusive => ahead.is_empty(),
            Claim::Shared => ahead.iter().all(|&other| other == Claim::Shared),
            Claim::Permit(permits) => ahead.iter().all(|&other| other == own) && ahead.len() < permits.get() as usize,
        }
    }

    #[test]
    fn a_value_that_is_no_record_is_an_exclusive_claim() {
        let claim = |value: &str| Stated::read(value.as_bytes()).claim;
        let three = NonZeroU32::new(3).expect("at least one");
        let owner = r#""host":"h","pid":7,"since":"2026-01-01T00:00:00Z""#;
        assert_eq!(claim(&format!(r#"{{"mode":"shared",{owner}}}"#)), Claim::Shared);
        assert_eq!(claim(&format!(r#"{{"mode":"permit","permits":3,{owner}}}"#)), Claim::Permit(three));
        for other in [
            "",
            "node-1",
            "{}",
            r#"{"mode":"shared"}"#,
            &format!(r#"{{"mode":"permit",{owner}}}"#),
            &format!(r#"{{"mode":"permit","permits":0,{owner}}}"#),
            &format!(r#"{{"mode":"of a later version",{owner}}}"#),
        ] {
            assert_eq!(Stated::read(other.as_bytes()), Stated::default(), "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_contender_holds_exactly_when_nothing_blocks_it(own in claim(), ahead in prop::collection::vec(claim(), 0..9)) {
            let blockers = own.blockers(&ahead);
            prop_assert_eq!(blockers.is_empty(), may_hold(own, &ahead));
            // While all blockers stay, whoever else leaves, it does not hold.
            if !blockers.is_empty() {
                prop_assert!(!may_hold(own, &ahead[blockers]));
            }
        }

        /// Holders never conflict, whatever stands in the queue.
        #[test]
        fn those_who_hold_may_hold_together(queue in prop::collection::vec(claim(), 0..9)) {
            let holders: Vec<_> =
                (0..queue.len()).filter(|&at| queue[at].blockers(&queue[..at]).is_empty()).map(|at| queue[at]).collect();
            if let Some(&first) = holders.first() {
                let most = match first {
                    Claim::Exclusive => 1,
                    Claim::Shared => usize::MAX,
                    Claim::Permit(permits) => permits.get() as usize,
                };
                prop_assert!(holders.iter().all(|&one| one == first) && holders.len() <= most);
            } else {
                prop_assert!(queue.is_empty());
            }
        }
    }
}
