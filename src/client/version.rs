//! The server's version, and what is known to be wrong with it.

use std::str::FromStr;

use crate::value::Text;

/// An etcd release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    major: u32,
    minor: u32,
    patch: u32,
}

/// A defect that matters to what stands on leases and watches, and the releases that fixed it, one a minor version.
struct Defect {
    text: &'static str,
    fixed: &'static [(u32, u32, u32)],
}

const MISSED_DELETE: Defect =
    Defect { text: "a watch opened at the compacted revision can miss a delete", fixed: &[(3, 4, 36), (3, 5, 18)] };

const EARLY_PROGRESS: Defect =
    Defect { text: "a question for progress is answered before all was sent", fixed: &[(3, 4, 25), (3, 5, 8)] };

/// From etcd's changelogs.
const DEFECTS: &[Defect] = &[
    Defect { text: "a stuck old leader can revoke live leases", fixed: &[(3, 4, 31), (3, 5, 13)] },
    MISSED_DELETE,
    Defect {
        text: "a renewal can be acknowledged though the lease was revoked",
        fixed: &[(3, 4, 38), (3, 5, 23), (3, 6, 5)],
    },
];

impl Version {
    /// The release that a server says it is, where it says one.
    pub fn of(said: &Text) -> Option<Self> {
        std::str::from_utf8(said.raw()).ok()?.parse().ok()
    }

    /// The defects that this release still has.
    pub fn defects(self) -> impl Iterator<Item = &'static str> {
        DEFECTS.iter().filter(move |defect| defect.is_in(self)).map(|defect| defect.text)
    }

    /// Whether a watch that is opened at the compacted revision can miss a delete at that revision.
    pub fn may_miss_a_delete(self) -> bool {
        MISSED_DELETE.is_in(self)
    }

    /// Whether a watch that is asked for its progress may answer before it has sent all.
    pub fn may_answer_too_early(self) -> bool {
        EARLY_PROGRESS.is_in(self)
    }
}

impl Defect {
    /// Minor versions newer than the newest fixed one have the fix from the start, others that are not named never got it.
    fn is_in(&self, version: Version) -> bool {
        let last = self.fixed[self.fixed.len() - 1];
        let at = (version.major, version.minor);
        let same = self.fixed.iter().find(|fixed| (fixed.0, fixed.1) == at);
        match same {
            Some(fixed) => version.patch < fixed.2,
            None => at < (last.0, last.1),
        }
    }
}

impl FromStr for Version {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let release = text.split(['-', '+']).next().unwrap_or_default();
        let mut numbers = release.split('.').map(|number| number.parse().map_err(|_| ()));
        let mut next = || numbers.next().unwrap_or(Err(()));
        Ok(Self { major: next()?, minor: next()?, patch: next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defects_are_known_by_release() {
        let defects = |text: &str| text.parse::<Version>().map(|version| version.defects().count());
        assert_eq!(defects("3.4.23"), Ok(3));
        assert_eq!(defects("3.4.37"), Ok(1));
        assert_eq!(defects("3.4.42"), Ok(0));
        assert_eq!(defects("3.5.1"), Ok(3));
        assert_eq!(defects("3.5.30"), Ok(0));
        assert_eq!(defects("3.6.0-rc.1"), Ok(1));
        assert_eq!(defects("3.6.5"), Ok(0));
        assert_eq!(defects("3.7.0"), Ok(0));
        assert_eq!(defects("3.3.10"), Ok(3));
        assert_eq!(defects("not provided"), Err(()));
    }
}
