//! A watch's answers, taken apart.

use etcd_client::{KeyValue, WatchResponse};

use crate::event::{Change, LeaseId, Text};

/// What a change takes in memory besides its key and values: itself and the allocations, about.
const OVERHEAD: usize = 200;

/// One message of a watch stream.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// Which watcher it belongs to.
    pub(super) id: i64,
    /// The member's revision when it was made.
    pub(super) revision: i64,
    /// The cluster that it comes from; 0 where a proxy keeps that to itself.
    pub(super) cluster_id: u64,
    /// It confirms a watcher.
    pub(super) created: bool,
    /// It ends a watcher, and says why.
    pub(super) canceled: Option<Text>,
    /// The revision up to which history is gone, where a watcher wanted it; else 0.
    pub(super) compact_revision: i64,
    /// More of the same batch follows: its last revision may not be whole.
    pub(super) fragment: bool,
    /// In the order of their revisions, whole revisions but for a fragment's last.
    pub(super) changes: Vec<Change>,
}

/// An event of a kind that etcd did not have when this was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event of unknown type {0}")]
pub(super) struct UnknownEvent(i32);

impl TryFrom<WatchResponse> for Answer {
    type Error = UnknownEvent;

    fn try_from(WatchResponse(answer): WatchResponse) -> Result<Self, UnknownEvent> {
        let changes = answer.events.into_iter().map(|event| {
            let kv = event.kv.unwrap_or_default();
            let value = match event.r#type {
                0 => Some(Text::from(kv.value)),
                1 => None,
                other => return Err(UnknownEvent(other)),
            };
            Ok(Change {
                key: Text::from(kv.key),
                value,
                prev_value: event.prev_kv.map(|prev| Text::from(prev.value)),
                mod_revision: kv.mod_revision,
                create_revision: kv.create_revision,
                version: kv.version,
                lease: LeaseId::from_etcd(kv.lease),
                initial: false,
                resync: false,
            })
        });
        Ok(Self {
            id: answer.watch_id,
            revision: answer.header.as_ref().map_or(0, |header| header.revision),
            cluster_id: answer.header.map_or(0, |header| header.cluster_id),
            created: answer.created,
            canceled: answer.canceled.then_some(answer.cancel_reason.into()),
            compact_revision: answer.compact_revision,
            fragment: answer.fragment,
            changes: changes.collect::<Result<_, _>>()?,
        })
    }
}

/// A key as it stands.
pub(super) fn present(kv: &KeyValue) -> Change {
    Change {
        key: kv.key().into(),
        value: Some(kv.value().into()),
        prev_value: None,
        mod_revision: kv.mod_revision(),
        create_revision: kv.create_revision(),
        version: kv.version(),
        lease: LeaseId::from_etcd(kv.lease()),
        initial: false,
        resync: false,
    }
}

/// About what a change takes in memory.
pub(super) fn size(change: &Change) -> usize {
    let length = |text: &Option<Text>| text.as_ref().map_or(0, |text| text.raw().len());
    OVERHEAD + change.key.raw().len() + length(&change.value) + length(&change.prev_value)
}
