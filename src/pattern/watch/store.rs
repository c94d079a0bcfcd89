//! What is remembered of the store that is watched, so that another one behind the same endpoints is noticed: another
//! cluster, or the same one restored from a backup.
//!
//! What must stay true: in one cluster, none of what is compared here ever goes back, as long as it is read linearizably.
//! A member that is merely behind, was restarted, or has lost its leader, answers such a read later or not at all.
//!
//! - The cluster's id. A restore with another token or other members gives another one.
//! - The revision. A restore goes back to the backup's.
//! - Raft's term, and the index of its log. `etcdctl snapshot restore` begins both anew (3.4: etcdctl/ctlv3/command/
//!   snapshot_command.go, `saveWALAndSnap`), so that a restored store takes about as many writes as the old one has ever
//!   had to reach its index again, while its revision is past the old one's after those that the backup lacks.
//! - A sample: the last key that is known to have been put in the range, as it was then and as long as that is known. It
//!   tells histories apart that differ from before it on, even where directories of data were copied back.
//!
//! No I/O here.

use etcd_client::{KeyValue, ResponseHeader};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::{Change, Text};

/// No more of a value goes into its sum, in bytes.
const SUMMED: usize = 64 << 10;

/// What is remembered of a store. What is 0 is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Store {
    #[serde(serialize_with = "as_hex", deserialize_with = "from_hex")]
    cluster_id: u64,
    /// The highest revision that it has shown.
    revision: i64,
    raft_term: u64,
    raft_index: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sample: Option<Sample>,
}

/// A key as it was put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) key: Text,
    pub(super) mod_revision: i64,
    create_revision: i64,
    version: i64,
    /// Of the value and the lease: 16 bits, from which no value can be had back.
    sum: u16,
    /// Up to this revision it is known what became of the key: nothing, or that it was deleted.
    pub(super) until: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    deleted: bool,
}

/// What a store says of itself. What is 0 it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) cluster_id: u64,
    pub(super) revision: i64,
    pub(super) raft_term: u64,
    pub(super) raft_index: u64,
}

impl Store {
    /// One of which nothing is known but that it has reached this revision.
    pub fn at(revision: i64) -> Self {
        Self { revision, ..Self::default() }
    }

    pub(super) fn is_known(&self) -> bool {
        self.revision > 0 || self.cluster_id > 0
    }

    pub(super) fn revision(&self) -> i64 {
        self.revision
    }

    pub(super) fn sample(&self) -> Option<&Sample> {
        self.sample.as_ref()
    }

    /// Whether it may be of this cluster.
    pub(super) fn is_of(&self, cluster_id: u64) -> bool {
        same_cluster(self.cluster_id, cluster_id)
    }

    /// Whether another store says this. Its revision, term and index must have been read linearizably.
    pub(super) fn is_other(&self, word: &Word) -> bool {
        let went_back = |then: u64, now: u64| now > 0 && now < then;
        !same_cluster(self.cluster_id, word.cluster_id)
            || word.revision < self.revision
            || went_back(self.raft_term, word.raft_term)
            || went_back(self.raft_index, word.raft_index)
    }

    /// Takes in what this store says.
    pub(super) fn learn(&mut self, word: &Word) {
        self.cluster_id = if word.cluster_id > 0 { word.cluster_id } else { self.cluster_id };
        self.revision = self.revision.max(word.revision);
        self.raft_term = self.raft_term.max(word.raft_term);
        self.raft_index = self.raft_index.max(word.raft_index);
    }

    /// All that happened in the range at one revision.
    pub(super) fn happened(&mut self, revision: i64, changes: &[Change]) {
        if let Some(put) = changes.iter().rfind(|change| !change.is_delete()) {
            self.sample = Some(Sample::new(put));
        } else if let Some(sample) = &mut self.sample {
            sample.deleted |= changes.iter().any(|change| change.key == sample.key);
        }
        self.nothing_more(revision);
    }

    /// Part of the state of the range at one revision.
    pub(super) fn stood(&mut self, revision: i64, changes: &[Change]) {
        let newest = changes.iter().max_by_key(|change| change.mod_revision);
        let known = self.sample.as_ref().map_or(0, |sample| sample.mod_revision);
        if let Some(newest) = newest.filter(|newest| newest.mod_revision > known) {
            self.sample = Some(Sample::new(newest));
        }
        self.nothing_more(revision);
    }

    /// Nothing more happened in the range up to this revision.
    pub(super) fn nothing_more(&mut self, revision: i64) {
        self.revision = self.revision.max(revision);
        if let Some(sample) = &mut self.sample {
            sample.until = revision;
        }
    }
}

impl Sample {
    fn new(put: &Change) -> Self {
        Self {
            key: put.key.clone(),
            mod_revision: put.mod_revision,
            create_revision: put.create_revision,
            version: put.version,
            sum: sum(put.value.as_ref().map_or(&[], |value| value.raw()), put.lease.map_or(0, |lease| lease.0)),
            until: put.mod_revision,
            deleted: false,
        }
    }

    /// Whether the key stands like this at the revision of the put.
    pub(super) fn is(&self, kv: Option<&KeyValue>) -> bool {
        kv.is_some_and(|kv| {
            (kv.mod_revision(), kv.create_revision(), kv.version())
                == (self.mod_revision, self.create_revision, self.version)
                && sum(kv.value(), kv.lease()) == self.sum
        })
    }

    /// Whether the key stands like this at the revision up to which it is known.
    pub(super) fn became(&self, kv: Option<&KeyValue>) -> bool {
        if self.deleted { kv.is_none() } else { self.is(kv) }
    }
}

impl From<Option<&ResponseHeader>> for Word {
    fn from(header: Option<&ResponseHeader>) -> Self {
        let said = |header: &ResponseHeader| Self {
            cluster_id: header.cluster_id(),
            revision: header.revision(),
            ..Self::default()
        };
        header.map_or_else(Self::default, said)
    }
}

/// Whether these are one cluster's ids, as far as both are known.
pub(super) fn same_cluster(one: u64, other: u64) -> bool {
    one == 0 || other == 0 || one == other
}

/// FNV-1a, folded. A resume file may be read by those who may not read the value: 16 bits are enough to tell two values
/// apart that were put to one key at one revision, and too few to find a value by trying.
fn sum(value: &[u8], lease: i64) -> u16 {
    let length = value.len().to_le_bytes();
    let lease = lease.to_le_bytes();
    let bytes = value.iter().take(SUMMED).chain(&length).chain(&lease);
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    hash.to_le_bytes().chunks(2).fold(0, |sum, two| sum ^ u16::from_le_bytes([two[0], two[1]]))
}

/// Beyond 2^53 a number of JSON is not the same to everybody.
#[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
fn as_hex<S: Serializer>(id: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{id:x}"))
}

fn from_hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let text = String::deserialize(deserializer)?;
    u64::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: Word = Word { cluster_id: 7, revision: 100, raft_term: 5, raft_index: 120 };

    fn change(key: &str, value: Option<&str>, mod_revision: i64) -> Change {
        Change {
            key: key.as_bytes().into(),
            value: value.map(|value| value.as_bytes().into()),
            prev_value: None,
            mod_revision,
            create_revision: 2,
            version: 3,
            lease: None,
            initial: false,
            resync: false,
        }
    }

    #[test]
    fn what_never_goes_back_tells_another_store() {
        let mut store = Store::default();
        assert!(!store.is_known() && !store.is_other(&WORD));
        store.learn(&WORD);
        assert!(store.is_known() && !store.is_other(&WORD));
        let others = [
            Word { cluster_id: 8, ..WORD },
            Word { revision: 99, ..WORD },
            Word { raft_term: 4, revision: 200, ..WORD },
            Word { raft_index: 119, revision: 200, ..WORD },
        ];
        assert!(others.iter().all(|word| store.is_other(word)));
        let unsaid = Word { cluster_id: 0, raft_term: 0, raft_index: 0, ..WORD };
        assert!(!store.is_other(&unsaid));
        store.learn(&unsaid);
        assert!(store.is_other(&others[0]));
    }

    #[test]
    fn the_sample_is_the_last_put_and_what_became_of_it() {
        let mut store = Store::default();
        store.happened(3, &[change("a", Some("1"), 3), change("b", None, 3)]);
        let of = |store: &Store| store.sample().map(|sample| (sample.key.raw().to_vec(), sample.until, sample.deleted));
        assert_eq!(of(&store), Some((b"a".to_vec(), 3, false)));
        store.happened(4, &[change("b", None, 4)]);
        store.nothing_more(9);
        assert_eq!(of(&store), Some((b"a".to_vec(), 9, false)));
        store.happened(10, &[change("a", None, 10)]);
        assert_eq!(of(&store), Some((b"a".to_vec(), 10, true)));
        store.stood(20, &[change("c", Some("1"), 8), change("d", Some("1"), 15), change("e", Some("1"), 7)]);
        store.stood(20, &[change("f", Some("1"), 12)]);
        assert_eq!(of(&store), Some((b"d".to_vec(), 20, false)));
    }

    #[test]
    fn a_sum_differs_with_the_value_and_the_lease() {
        assert_ne!(sum(b"1", 0), sum(b"2", 0));
        assert_ne!(sum(b"1", 0), sum(b"1", 9));
        assert_eq!(sum(b"1", 9), sum(b"1", 9));
    }
}
