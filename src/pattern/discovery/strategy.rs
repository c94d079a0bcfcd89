//! Which of some instances is picked: no I/O.
//!
//! What must stay true: only instances that are up are given to these; the same key and the same instances give the same
//! pick on every machine and in every version (`hash`), and an instance that goes or comes moves only its own keys.

use super::instance::Instance;
use crate::hash;

/// How instances are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy<'a> {
    /// One after the other, counted in etcd over all who pick.
    RoundRobin,
    /// Each as likely as any other.
    Random,
    /// Each as likely as its weight says.
    Weighted,
    /// The one that is used least; while a command runs, it counts as used.
    LeastConn,
    /// By a key: the same one as long as it is there.
    Hash(&'a [u8]),
}

/// The one whose turn it is, where `turn` counts from 0.
pub(super) fn in_turn(instances: &[Instance], turn: u64) -> Option<&Instance> {
    let count = u64::try_from(instances.len()).ok().filter(|count| *count > 0)?;
    instances.get(usize::try_from(turn % count).ok()?)
}

/// One by weight: `random` is any number, each as likely.
pub(super) fn weighted(instances: &[Instance], random: u64) -> Option<&Instance> {
    let total: u128 = instances.iter().map(|one| u128::from(one.weight())).sum();
    // Scaled, not cut off by a remainder: exact to one part in 2^64.
    let mut at = (u128::from(random) * total) >> 64;
    instances.iter().find(|one| {
        let weight = u128::from(one.weight());
        let is_it = at < weight;
        at = at.saturating_sub(weight);
        is_it
    })
}

/// One by a key: rendezvous hashing (Thaler and Ravishankar, 1998), which takes the instance that has the highest score
/// together with the key.
pub(super) fn hashed<'a>(instances: &'a [Instance], key: &[u8]) -> Option<&'a Instance> {
    instances.iter().max_by_key(|one| (hash::of_two(key, one.id.as_str().as_bytes()), &one.id))
}

/// The least used; of several, the one whose turn it is.
pub(super) fn least(instances: &[Instance], used: impl Fn(&Instance) -> usize, turn: u64) -> Option<&Instance> {
    let fewest = instances.iter().map(&used).min()?;
    let tied: Vec<_> = instances.iter().filter(|one| used(one) == fewest).collect();
    let count = u64::try_from(tied.len()).ok()?;
    tied.get(usize::try_from(turn % count).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::discovery::instance::Status;
    use crate::pattern::discovery::meta::Meta;
    use crate::random;
    use proptest::prelude::*;

    fn some(weights: &[u64]) -> Vec<Instance> {
        let one = |(at, weight): (usize, &u64)| Instance {
            service: "s".parse().expect("a service"),
            id: format!("i{at}").parse().expect("an id"),
            address: format!("10.0.0.1:{}", at + 1).parse().expect("an address"),
            meta: Meta::from([("weight".to_owned(), weight.to_string().into())]),
            status: Status::Up,
            by: None,
        };
        weights.iter().enumerate().map(one).collect()
    }

    #[test]
    fn none_is_picked_from_none() {
        assert!(in_turn(&[], 7).is_none() && weighted(&[], 7).is_none() && hashed(&[], b"k").is_none());
        assert!(least(&[], |_| 0, 7).is_none() && weighted(&some(&[0, 0]), 7).is_none());
    }

    #[test]
    fn weights_are_kept_over_ten_thousand_picks() {
        let instances = some(&[1, 3, 0, 6]);
        let mut counts = [0u32; 4];
        for _ in 0..10_000 {
            let picked = weighted(&instances, random::number()).expect("one");
            counts[usize::from(picked.address.port()) - 1] += 1;
        }
        for (count, share) in counts.into_iter().zip([0.1, 0.3, 0.0, 0.6]) {
            assert!((f64::from(count) / 10_000.0 - share).abs() < 0.05, "{counts:?}");
        }
        assert_eq!(counts[2], 0);
    }

    #[test]
    fn hashes_are_those_of_every_version() {
        let ids = |count| some(&vec![1; count]);
        let picked = |key: &str, count| hashed(&ids(count), key.as_bytes()).map(|one| one.id.to_string());
        let picks: Vec<_> =
            ["", "a", "b", "user-1", "user-2", "ä"].map(|key| picked(key, 5).unwrap_or_default()).into();
        assert_eq!(picks.join(" "), "i0 i1 i1 i2 i3 i3");
    }

    proptest! {
        /// Who goes, moves only its own keys; so does who comes.
        #[test]
        fn a_departed_instance_moves_only_its_own_keys(count in 2..20usize, gone in 0..20usize, keys in prop::collection::vec("[a-z0-9]{0,12}", 1..50)) {
            let all = some(&vec![1; count]);
            let gone = gone % count;
            let mut left = all.clone();
            left.remove(gone);
            for key in keys {
                let (before, after) = (hashed(&all, key.as_bytes()), hashed(&left, key.as_bytes()));
                if before != all.get(gone) {
                    prop_assert_eq!(before, after);
                }
            }
        }

        /// In turn, each comes as often as any other.
        #[test]
        fn turns_are_fair(count in 1..10usize, rounds in 1..10u64, first in any::<u32>()) {
            let all = some(&vec![1; count]);
            let mut counts = vec![0; count];
            for turn in 0..rounds * count as u64 {
                let picked = in_turn(&all, u64::from(first) + turn).expect("one");
                counts[usize::from(picked.address.port()) - 1] += 1;
            }
            prop_assert!(counts.iter().all(|times| *times == rounds));
        }
    }
}
