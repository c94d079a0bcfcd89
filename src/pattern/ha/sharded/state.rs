//! Where a group's bookkeeping lies: under the state root, never under a name that others read.
//!
//! ```text
//! ROOT/ha/NAME/plan                   which member is to own each shard, on no lease; gone with the last member
//! ROOT/ha/NAME/member/SHARDS/ID       a member of a group with so many shards (five digits), on its lease: whoever has it,
//!                                     has the id
//! ```
//!
//! NAME and ID are escaped, so that each is one part of the key. A shard's own key is that of a contender of the queue
//! `NAME/SHARD`.

use etcd_client::{Compare, CompareOp};

use crate::pattern::keys::{Range, escaped};
use crate::pattern::queue::{Name, split_key};

/// The keys of one group.
#[derive(Clone, Debug)]
pub(super) struct State {
    base: String,
    name: Name,
}

impl State {
    pub(super) fn new(root: &str, name: &Name) -> Self {
        Self { base: format!("{root}/ha/{}", escaped(name.as_bytes())), name: name.clone() }
    }

    /// The plan.
    pub(super) fn plan(&self) -> Vec<u8> {
        format!("{}/plan", self.base).into()
    }

    /// The record of the member with this id.
    pub(super) fn member(&self, shards: u32, id: &[u8]) -> Vec<u8> {
        format!("{}/member/{shards:05}/{}", self.base, escaped(id)).into()
    }

    /// All records.
    pub(super) fn members(&self) -> Range {
        Range::prefix(self.members_prefix())
    }

    fn members_prefix(&self) -> Vec<u8> {
        format!("{}/member/", self.base).into()
    }

    /// All of the bookkeeping.
    pub(super) fn all(&self) -> Range {
        Range::prefix(format!("{}/", self.base).into_bytes())
    }

    /// That there is no member of a group with another number of shards.
    pub(super) fn no_other_number(&self, shards: u32) -> [Compare; 2] {
        let all = self.members();
        let own = Range::prefix(format!("{}/member/{shards:05}/", self.base).into_bytes());
        [none_between(all.first(), own.first()), none_between(own.end(), all.end())]
    }

    /// That there is no member but the one with this key.
    pub(super) fn no_other_member(&self, own: &[u8]) -> [Compare; 2] {
        let all = self.members();
        [none_between(all.first(), own), none_between(&[own, b"\0"].concat(), all.end())]
    }

    /// The number of shards that this member's key says.
    pub(super) fn number(&self, key: &[u8]) -> Option<u32> {
        let rest = key.strip_prefix(&self.members_prefix()[..])?;
        std::str::from_utf8(rest.get(..5)?).ok()?.parse().ok()
    }

    /// The queue of a shard.
    pub(super) fn queue(&self, shard: u32) -> Name {
        let name = [self.name.as_bytes(), format!("/{shard}").as_bytes()].concat();
        // With the group's name, it is one too.
        Name::new(name).unwrap_or_else(|_| self.name.clone())
    }

    /// All keys of all shards.
    pub(super) fn queues(&self) -> Range {
        Range::prefix([self.name.as_bytes(), b"/"].concat())
    }

    /// The shard that a contender's key is about.
    pub(super) fn shard(&self, key: &[u8]) -> Option<u32> {
        let (queue, _) = split_key(key)?;
        let number = queue.as_bytes().strip_prefix(self.name.as_bytes())?.strip_prefix(b"/")?;
        let shard: u32 = std::str::from_utf8(number).ok()?.parse().ok()?;
        (number == shard.to_string().as_bytes()).then_some(shard)
    }

    /// The permission that this takes.
    pub(super) fn permission(&self) -> String {
        format!("readwrite --prefix {}/, and readwrite --prefix {}/", self.base, self.name)
    }
}

/// That there is no key from `first` up to, not including, `end`.
fn none_between(first: &[u8], end: &[u8]) -> Compare {
    Compare::create_revision(first, CompareOp::Equal, 0).with_range(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_as_documented() {
        let state = State::new("/_etcdpat", &Name::new("/ha/jobs").expect("a name"));
        assert_eq!(state.plan(), b"/_etcdpat/ha/%2Fha%2Fjobs/plan");
        let key = state.member(16, b"web 1");
        assert_eq!(key, b"/_etcdpat/ha/%2Fha%2Fjobs/member/00016/web%201");
        assert_eq!(state.number(&key), Some(16));
        assert_eq!(state.queue(3).as_bytes(), b"/ha/jobs/3");
        assert_eq!(state.shard(b"/ha/jobs/3/123456789abcdef0"), Some(3));
        for other in
            ["/ha/jobs/123456789abcdef0", "/ha/jobs/03/12", "/ha/jobs/+3/12", "/ha/jobs/x/12", "/ha/jobs/3/4/12"]
        {
            assert_eq!(state.shard(other.as_bytes()), None, "{other}");
        }
    }
}
