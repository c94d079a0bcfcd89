//! The rules of periodic work, each with a switch.

/// One rule of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A slot is recorded before its run starts. Without: when the run has started.
    RecordFirst,
    /// The transaction that records compares the writer's own key. Without: only the record.
    CompareKey,
    /// The transaction that records compares the record's revision. Without: only the writer's own key.
    CompareRecord,
    /// Only a slot after the recorded one is due. Without: the newest one on the own clock.
    AfterRecorded,
    /// A refused write is taken for an earlier attempt of itself only when the record names the own fence. Without: when it
    /// names the same slot.
    ReadBackByFence,
    /// A slot is begun only when the run before it has ended. Without: also while that goes on.
    AwaitEnd,
}
