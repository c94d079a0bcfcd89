//! Which member is to own each shard: a pure function.
//!
//! What must stay true: the same input gives the same answer on every node, in whatever order it was collected. Without
//! bars, each member gets the floor or the ceiling of its share, and no answer that does so moves fewer shards. A bar
//! moves no shard but the barred one: a shard that is barred anywhere does not count where it is, and stays where it is
//! allowed to be, or goes to the member with the lightest load that may have it. So the balance is off by as many shards as
//! are barred, at the most.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use crate::event::Text;

/// What the balance knows of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// Its part of the shards, in proportion to the others' weights.
    pub(super) weight: NonZeroU32,
    /// The shards that it must not have now.
    pub(super) bars: BTreeSet<u32>,
}

/// The shards' owners, by the number of the shard. `before`: who owned them.
pub(super) fn assign(members: &BTreeMap<Text, Share>, before: &[Option<Text>]) -> Vec<Option<Text>> {
    let ids: Vec<&Text> = members.keys().collect();
    let shares: Vec<&Share> = members.values().collect();
    if ids.is_empty() {
        return vec![None; before.len()];
    }
    let numbered = || (0u32..).zip(before);
    let may_own = |at: usize, shard| !shares[at].bars.contains(&shard);
    let kept = |shard, owner: &Option<Text>| {
        let at = ids.binary_search(&owner.as_ref()?).ok()?;
        may_own(at, shard).then_some(at)
    };
    let mut owners: Vec<Option<usize>> = numbered().map(|(shard, owner)| kept(shard, owner)).collect();
    let (barred, balanced): (Vec<_>, Vec<_>) =
        numbered().map(|(shard, _)| shard).partition(|shard| shares.iter().any(|share| share.bars.contains(shard)));
    let mut counts = vec![0; ids.len()];
    balanced.iter().filter_map(|&shard| owners[index(shard)]).for_each(|at| counts[at] += 1);
    let weights: Vec<_> = shares.iter().map(|share| share.weight).collect();
    // Of all shards: a barred one that has gone leaves room, which no healthy one has to fill.
    let quotas = quotas(before.len(), &weights, &counts);
    for &shard in balanced.iter().rev() {
        if let Some(at) = owners[index(shard)].filter(|&at| counts[at] > quotas[at]) {
            counts[at] -= 1;
            owners[index(shard)] = None;
        }
    }
    for &shard in &balanced {
        if owners[index(shard)].is_none() {
            // (The first of those with the most room: `max_by_key` would take the last.)
            let most = (0..ids.len()).rev().max_by_key(|&at| quotas[at].saturating_sub(counts[at])).unwrap_or(0);
            counts[most] += 1;
            owners[index(shard)] = Some(most);
        }
    }
    barred.iter().filter_map(|&shard| owners[index(shard)]).for_each(|at| counts[at] += 1);
    for &shard in &barred {
        if owners[index(shard)].is_none() {
            let allowed = (0..ids.len()).filter(|&at| may_own(at, shard));
            let lightest = allowed.min_by(|&one, &other| load(&counts, &weights, one, other));
            if let Some(at) = lightest {
                counts[at] += 1;
            }
            owners[index(shard)] = lightest;
        }
    }
    owners.into_iter().map(|owner| owner.map(|at| ids[at].clone())).collect()
}

/// How many shards have another owner now; those that had none before are not counted.
pub(super) fn moves(before: &[Option<Text>], after: &[Option<Text>]) -> usize {
    before.iter().zip(after).filter(|(before, after)| before.is_some() && before != after).count()
}

/// How many shards each member is to have: the floor of its share, or one more. Those that have more than the floor
/// already come first, so that the fewest shards move; then those who miss the most of their share.
fn quotas(shards: usize, weights: &[NonZeroU32], counts: &[usize]) -> Vec<usize> {
    let all: u64 = weights.iter().map(|weight| u64::from(weight.get())).sum();
    let part = |weight: &NonZeroU32| shards as u64 * u64::from(weight.get());
    let mut quotas: Vec<_> = weights.iter().map(|weight| usize::try_from(part(weight) / all).unwrap_or(0)).collect();
    let left = shards - quotas.iter().sum::<usize>();
    // Where the share is a whole number, floor and ceiling are the same.
    let mut open: Vec<_> = (0..weights.len()).filter(|&at| part(&weights[at]) % all > 0).collect();
    open.sort_by_key(|&at| (counts[at] <= quotas[at], std::cmp::Reverse(part(&weights[at]) % all), at));
    open.into_iter().take(left).for_each(|at| quotas[at] += 1);
    quotas
}

/// Which of two members would have less to carry with one more shard, as its weight goes.
fn load(counts: &[usize], weights: &[NonZeroU32], one: usize, other: usize) -> std::cmp::Ordering {
    let carried = |at: usize, by: usize| (counts[at] as u64 + 1) * u64::from(weights[by].get());
    carried(one, other).cmp(&carried(other, one))
}

fn index(shard: u32) -> usize {
    shard as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Members = BTreeMap<Text, Share>;

    fn id(number: usize) -> Text {
        format!("node-{number}").into()
    }

    fn members(weights: &[u32]) -> Members {
        let share = |&weight| Share { weight: NonZeroU32::new(weight).expect("at least 1"), bars: BTreeSet::new() };
        weights.iter().enumerate().map(|(number, weight)| (id(number), share(weight))).collect()
    }

    fn count(owners: &[Option<Text>], id: &Text) -> usize {
        owners.iter().filter(|owner| owner.as_ref() == Some(id)).count()
    }

    fn bounds(members: &Members, shards: usize) -> Vec<(usize, usize)> {
        let all: usize = members.values().map(|share| share.weight.get() as usize).sum();
        let part = |share: &Share| shards * share.weight.get() as usize;
        members.values().map(|share| (part(share) / all, part(share).div_ceil(all))).collect()
    }

    fn is_balanced(members: &Members, owners: &[Option<Text>]) -> bool {
        let counts = members.keys().map(|id| count(owners, id));
        owners.iter().all(Option::is_some)
            && bounds(members, owners.len())
                .into_iter()
                .zip(counts)
                .all(|((floor, ceiling), count)| floor <= count && count <= ceiling)
    }

    /// The fewest moves to any balance, by going through all of them.
    fn fewest_moves(members: &Members, before: &[Option<Text>]) -> usize {
        let (bounds, had) = (bounds(members, before.len()), members.keys().map(|id| count(before, id)));
        let had: Vec<_> = had.collect();
        let gone = before.iter().flatten().filter(|id| !members.contains_key(*id)).count();
        let choices = 0..1u32 << bounds.len();
        let balances = choices.filter_map(|choice| {
            let quotas = bounds.iter().enumerate().map(
                |(at, &(floor, ceiling))| {
                    if choice & 1 << at == 0 { floor } else { ceiling }
                },
            );
            let quotas: Vec<_> = quotas.collect();
            (quotas.iter().sum::<usize>() == before.len()).then_some(quotas)
        });
        let leave = |quotas: Vec<usize>| had.iter().zip(quotas).map(|(had, quota)| had.saturating_sub(quota)).sum();
        gone + balances.map(leave).min().unwrap_or(0)
    }

    fn owners(shards: std::ops::Range<usize>, nodes: usize) -> impl Strategy<Value = Vec<Option<Text>>> {
        prop::collection::vec(prop::option::weighted(0.8, (0..nodes).prop_map(id)), shards)
    }

    proptest! {
        /// From whatever plan, with members that have come and gone: balanced, and by the fewest moves.
        #[test]
        fn balanced_by_the_fewest_moves(
            weights in prop::collection::vec(1u32..6, 1..7), before in owners(1..60, 9),
        ) {
            let members = members(&weights);
            let after = assign(&members, &before);
            prop_assert!(is_balanced(&members, &after), "{after:?}");
            prop_assert_eq!(moves(&before, &after), fewest_moves(&members, &before));
            prop_assert_eq!(&assign(&members, &after), &after);
        }

        /// One that goes and comes back: what it leaves goes to the others, and only what the balance asks for goes back.
        #[test]
        fn a_leave_moves_only_what_was_its_own_and_a_join_only_its_share(
            nodes in 2usize..9, shards in 1usize..80, gone in 0usize..9,
        ) {
            let all = members(&vec![1; nodes]);
            let full = assign(&all, &vec![None; shards]);
            let mut rest = all.clone();
            rest.remove(&id(gone % nodes));
            let left = assign(&rest, &full);
            prop_assert_eq!(moves(&full, &left), count(&full, &id(gone % nodes)));
            let back = assign(&all, &left);
            prop_assert_eq!(moves(&left, &back), count(&back, &id(gone % nodes)));
            prop_assert!(count(&back, &id(gone % nodes)) <= shards.div_ceil(nodes));
        }

        /// A bar is respected, moves only its own shard, and a shard is nobody's only when it is barred everywhere.
        #[test]
        fn a_bar_moves_only_its_shard(
            weights in prop::collection::vec(1u32..4, 1..6), shards in 1u32..40,
            bars in prop::collection::vec((0usize..6, 0u32..40), 0..12),
        ) {
            let mut members = members(&weights);
            let before = assign(&members, &vec![None; shards as usize]);
            let mut now = before;
            for (node, shard) in bars.into_iter().map(|(node, shard)| (node % weights.len(), shard % shards)) {
                if let Some(share) = members.get_mut(&id(node)) { share.bars.insert(shard); }
                let next = assign(&members, &now);
                let moved = (0..).zip(now.iter().zip(&next)).filter(|(_, (now, next))| now != next);
                prop_assert!(moved.map(|(moved, _)| moved).all(|moved| moved == shard), "{now:?} {next:?}");
                for (shard, owner) in (0..).zip(&next) {
                    match owner {
                        Some(id) => prop_assert!(!members[id].bars.contains(&shard)),
                        None => prop_assert!(members.values().all(|share| share.bars.contains(&shard))),
                    }
                }
                prop_assert_eq!(&assign(&members, &next), &next);
                now = next;
            }
        }
    }

    #[test]
    fn a_thousand_shards_go_to_ten_members_by_hundreds() {
        let members = members(&[1; 10]);
        let owners = assign(&members, &vec![None; 1000]);
        assert!(members.keys().all(|id| count(&owners, id) == 100));
        let heavy = self::members(&[1, 3]);
        let owners = assign(&heavy, &vec![None; 16]);
        assert_eq!((count(&owners, &id(0)), count(&owners, &id(1))), (4, 12));
    }
}
