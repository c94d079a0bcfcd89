//! Whether a renewal counts, as data: no clock, no I/O. The model of the protocol (tests/model) calls the same function.
//!
//! What must stay true (docs/safety.md, rule 1): a renewal counts only when the keepalive and the read after it were
//! answered by one member in one term of Raft, and the read shows every key that must stand as it was made.

/// Who answered, and in which term of Raft: a part of an answer's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answered {
    /// The member.
    pub member: u64,
    /// The term that it knew.
    pub term: u64,
}

/// How a key that was made on a lease stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyState {
    /// As it was made.
    AsMade,
    /// Gone, or made anew by somebody else.
    Gone,
    /// Written by somebody else: it stands on another lease, or on none.
    Taken,
}

/// What the answers to a keepalive and to the read after it say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confirmation {
    /// The renewal counts.
    Counts,
    /// It may not have reached the leader: it is to be made again.
    Changed,
    /// A key that must stand is gone: the lock is lost.
    Gone,
    /// A key that must stand was written by somebody else: the lock is lost.
    Taken,
}

impl KeyState {
    /// Of a key that was made on `lease` at the revision `fence`; `found`: the create revision and the lease of the key
    /// that a read shows.
    pub fn of(found: Option<(i64, i64)>, fence: i64, lease: i64) -> Self {
        match found {
            Some((created, on)) if created == fence => {
                if on == lease {
                    Self::AsMade
                } else {
                    Self::Taken
                }
            }
            _ => Self::Gone,
        }
    }
}

impl Confirmation {
    /// `keys`: all that must stand.
    pub fn of(
        renewed_by: Option<Answered>,
        read_by: Option<Answered>,
        keys: impl IntoIterator<Item = KeyState>,
    ) -> Self {
        let lost = keys.into_iter().find(|&key| key != KeyState::AsMade);
        match lost {
            Some(KeyState::Taken) => Self::Taken,
            Some(_) => Self::Gone,
            None if renewed_by.is_some() && renewed_by == read_by => Self::Counts,
            None => Self::Changed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [KeyState; 2] = [KeyState::AsMade; 2];

    #[test]
    fn only_one_member_in_one_term_confirms_a_renewal() {
        let answered = |member, term| Some(Answered { member, term });
        assert_eq!(Confirmation::of(answered(1, 2), answered(1, 2), KEYS), Confirmation::Counts);
        for other in [answered(2, 2), answered(1, 3), None] {
            assert_eq!(Confirmation::of(answered(1, 2), other, KEYS), Confirmation::Changed);
            assert_eq!(Confirmation::of(other, answered(1, 2), KEYS), Confirmation::Changed);
        }
        assert_eq!(Confirmation::of(None, None, KEYS), Confirmation::Changed);
    }

    #[test]
    fn a_key_that_does_not_stand_is_a_loss_whoever_answered() {
        let answered = |member, term| Some(Answered { member, term });
        let (fence, lease) = (7, 12);
        let keys = |found| [KeyState::AsMade, KeyState::of(found, fence, lease)];
        for read_by in [answered(1, 2), answered(1, 3), None] {
            let said = |found| Confirmation::of(answered(1, 2), read_by, keys(found));
            assert_eq!(said(None), Confirmation::Gone);
            assert_eq!(said(Some((8, lease))), Confirmation::Gone);
            assert_eq!(said(Some((fence, 0))), Confirmation::Taken);
            assert_eq!(said(Some((fence, 13))), Confirmation::Taken);
        }
        assert_eq!(Confirmation::of(answered(1, 2), answered(1, 2), keys(Some((fence, lease)))), Confirmation::Counts);
    }
}
