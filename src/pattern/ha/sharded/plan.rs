//! The plan: which member is to own each shard, and what the next plan is, as data.
//!
//! What must stay true: a plan is a wish. It permits nothing: only a shard's key does.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::assign::{self, Share};
use crate::event::Text;
use crate::record::Node;

/// What a member says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Member {
    /// Its id.
    pub(super) id: Text,
    /// Its process.
    #[serde(flatten)]
    pub(super) node: Node,
    /// Its part of the shards, in proportion to the others' weights.
    pub(super) weight: NonZeroU32,
    /// For how long its shards wait for it when it is gone.
    #[serde(default)]
    pub(super) rejoin_ms: u64,
    /// The shards that it must not have now: their command keeps failing there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) bars: Vec<u32>,
    /// It is about to leave.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) leaving: bool,
}

/// A plan, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Plan {
    /// The members that it is for, by id.
    pub(super) members: Vec<Planned>,
    /// For each shard, which of these is to own it.
    owners: Vec<Option<usize>>,
}

/// A member as a plan has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Planned {
    pub(super) id: Text,
    pub(super) weight: NonZeroU32,
    #[serde(default)]
    pub(super) rejoin_ms: u64,
    /// It is gone, and its shards wait for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) absent: bool,
}

impl Plan {
    /// Reads a plan. What can't be read is none.
    pub(super) fn read(value: &[u8]) -> Option<Self> {
        serde_json::from_slice(value).ok()
    }

    /// How many shards it has.
    pub(super) fn shards(&self) -> usize {
        self.owners.len()
    }

    /// Who is to own a shard.
    pub(super) fn owner(&self, shard: u32) -> Option<&Text> {
        let at = (*self.owners.get(shard as usize)?)?;
        Some(&self.members.get(at)?.id)
    }

    /// The shards that this member is to own.
    pub(super) fn shards_of(&self, id: &Text) -> impl Iterator<Item = u32> {
        let at = self.members.iter().position(|member| member.id == *id);
        (0..).zip(&self.owners).filter(move |(_, owner)| owner.is_some() && **owner == at).map(|(shard, _)| shard)
    }

    /// How many shards nobody is to own.
    pub(super) fn unowned(&self) -> usize {
        self.owners.iter().filter(|owner| owner.is_none()).count()
    }

    fn owners(&self) -> Vec<Option<Text>> {
        (0..).zip(&self.owners).map(|(shard, _)| self.owner(shard).cloned()).collect()
    }

    /// The plan after `before`, for these members. `is_awaited`: whether the shards of a member that is gone wait for it.
    pub(super) fn next(
        shards: u32,
        before: Option<&Self>,
        members: &BTreeMap<Text, Member>,
        mut is_awaited: impl FnMut(&Planned) -> bool,
    ) -> Self {
        let before = before.filter(|plan| plan.shards() == shards as usize);
        let gone = before.iter().flat_map(|plan| &plan.members).filter(|planned| !members.contains_key(&planned.id));
        let absent = gone.filter(|planned| is_awaited(planned));
        let mut planned: BTreeMap<Text, Planned> =
            absent.map(|planned| (planned.id.clone(), Planned { absent: true, ..planned.clone() })).collect();
        planned.extend(members.iter().map(|(id, Member { weight, rejoin_ms, .. })| {
            (id.clone(), Planned { id: id.clone(), weight: *weight, rejoin_ms: *rejoin_ms, absent: false })
        }));
        let bars = |id: &Text| members.get(id).map(|member| member.bars.iter().copied().collect()).unwrap_or_default();
        let share = |(id, planned): (&Text, &Planned)| (id.clone(), Share { weight: planned.weight, bars: bars(id) });
        let had = before.map_or_else(|| vec![None; shards as usize], Self::owners);
        let owners = assign::assign(&planned.iter().map(share).collect(), &had);
        let members: Vec<_> = planned.into_values().collect();
        let at = |id: &Text| members.binary_search_by(|planned| planned.id.cmp(id)).ok();
        let owners = owners.iter().map(|owner| owner.as_ref().and_then(at)).collect();
        Self { members, owners }
    }

    /// How many shards have another owner than `before`.
    pub(super) fn moves_from(&self, before: Option<&Self>) -> usize {
        before.map_or(0, |before| assign::moves(&before.owners(), &self.owners()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(rejoin_ms: u64) -> Member {
        Member {
            id: Text::default(),
            node: Node::default(),
            weight: NonZeroU32::MIN,
            rejoin_ms,
            bars: Vec::new(),
            leaving: false,
        }
    }

    fn members(ids: &[&str]) -> BTreeMap<Text, Member> {
        ids.iter().map(|id| (Text::from(*id), member(1000))).collect()
    }

    fn owned(plan: &Plan, id: &str) -> Vec<u32> {
        plan.shards_of(&id.into()).collect()
    }

    #[test]
    fn shards_wait_for_a_member_that_may_return_and_are_its_own_when_it_does() {
        let none = |_: &Planned| false;
        let both = Plan::next(6, None, &members(&["a", "b"]), none);
        let (of_a, of_b) = (owned(&both, "a"), owned(&both, "b"));
        assert_eq!((of_a.len(), of_b.len(), both.unowned()), (3, 3, 0));
        let waits = Plan::next(6, Some(&both), &members(&["b"]), |_| true);
        assert_eq!((owned(&waits, "a"), owned(&waits, "b")), (of_a.clone(), of_b));
        assert!(waits.members[0].absent && !waits.members[1].absent);
        let back = Plan::next(6, Some(&waits), &members(&["a", "b"]), none);
        assert_eq!(back, both);
        let without = Plan::next(6, Some(&waits), &members(&["b"]), none);
        assert_eq!((owned(&without, "b").len(), without.moves_from(Some(&waits))), (6, 3));
    }

    #[test]
    fn a_plan_is_read_as_it_was_written_and_one_for_another_number_is_forgotten() {
        let plan = Plan::next(5, None, &members(&["a", "b", "c"]), |_| false);
        let text = serde_json::to_vec(&plan).expect("plain data");
        assert_eq!(Plan::read(&text), Some(plan.clone()));
        assert_eq!(Plan::next(4, Some(&plan), &members(&["a"]), |_| true).members.len(), 1);
        assert_eq!(Plan::read(b"{}"), None);
    }

    #[test]
    fn a_members_record_says_little_where_there_is_little_to_say() {
        let text = serde_json::to_string(&member(0)).expect("plain data");
        assert!(text.ends_with(r#""grace_ms":0,"weight":1,"rejoin_ms":0}"#), "{text}");
        assert_eq!(serde_json::from_str::<Member>(&text).ok(), Some(member(0)));
    }
}
