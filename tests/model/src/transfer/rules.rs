//! The rules of a hand-over, each with a switch.

/// One rule of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The leader deletes its key after its child is reaped. Without: before.
    ReapBeforeHandOver,
    /// The transaction that deletes the leader's key compares the successor's key. Without: only its own.
    CompareSuccessor,
    /// The leader ends its child only after a read has shown nobody between itself and the successor. Without: after a
    /// read that shows the successor.
    NobodyBetween,
    /// A request names the leader's fence. Without: it is for whoever leads.
    RequestNamesLeader,
    /// A leader whose deletion gets no answer leads no more. Without: it leads on.
    UnansweredLeadsNoMore,
    /// The leader's key is deleted. Without: it is moved to the successor's lease.
    KeyStaysOnItsLease,
    /// A waiter stands aside only after a read that shows the leader's key. Without: it does so at once.
    AsideOnlyWhileLeaderStands,
    /// The leader stops waiting for those between after some time. Without: it waits for ever.
    MakingWayEnds,
    /// Requests are written in a transaction that compares the leader's key. Without: whoever leads by then. (Safety does
    /// not depend on it: the search finds nothing.)
    GuardedRequest,
}
