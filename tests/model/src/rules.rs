//! The rules that make the protocol safe and live, each with a switch: the model without it has a counter-example.

/// One rule of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The deadline counts from before the request was sent. Without: from the receipt of its answer.
    DeadlineFromSending,
    /// Only an acknowledged renewal moves the deadline. Without: the sending of one does.
    OnlyAcknowledged,
    /// A grant that is repeated and read back counts from its first attempt. Without: from its last.
    FirstAttempt,
    /// Renewals go one at a time. Without: the answer to an earlier one is credited to a later one.
    OneRenewalAtATime,
    /// SIGKILL goes out one margin before the deadline. Without: at the deadline.
    Margin,
    /// A guardian kills in time though the keeper is paused. Without: the keeper does, when it gets to run.
    Guardian,
    /// The clock is looked at once more before the child is started. Without: whatever the time is, it starts.
    LookAtTheClock,
    /// After a wake-up the queue is read again. Without: a wake-up is taken for the lock.
    ReadAfterWake,
    /// The lease is revoked after the child's tree is reaped. Without: when the command itself has ended.
    ReapBeforeRelease,
    /// Several names are entered in one transaction. Without: one after another.
    OneTransaction,
    /// Of several names, a place lost in one is lost in all. Without: what is left counts.
    AllOrNothing,
    /// A reader waits behind a writer that waits. Without: it passes, and the writer, which looks only at what is ahead,
    /// starts beside it.
    WaitBehindWriter,
    /// Different claims conflict. Without: only equal ones are looked at.
    ClaimsConflict,
    /// A permit of N holds when fewer than N are ahead. Without: also when N are.
    PermitCount,
    /// Permits enter only a queue that has not changed since it was read. Without: unconditionally after the read.
    GuardedPermits,
    /// A waiter that has lost its place enters again. Without: it goes on waiting.
    Requeue,
    /// A guarded write compares the fence. Without: it is applied as it comes.
    GuardedWrite,
    /// A renewal counts only when a linearizable read after it shows who answered it, and when. Without: its
    /// acknowledgement is enough.
    Witness,
    /// The keepalive's own header is compared with that of the read. Without: the header of the read before, whoever
    /// has answered the keepalive.
    KeepaliveHeader,
    /// The two headers name one member. Without: one term is enough. (It is: the search finds nothing.)
    SameMember,
    /// etcd's rule: a member writes the header of its answer before the lease is renewed. Without: afterwards.
    HeaderBeforeRenewal,
    /// A renewal's read shows that all own keys stand as they were made, or the holder is killed. Without: who has
    /// answered is all that is looked at.
    ReadOwnKeys,
    /// A key that was written again without its lease still blocks. Without: it is no contender's any more.
    ForeignLeaseBlocks,
    /// The child is dead by the time that the guardian, or the keeper in its place, is allowed for the kill. Without: a
    /// tick later.
    KillInTime,
    /// The keeper orders first and tells afterwards, and telling holds nothing up. Without: whose output blocks does
    /// nothing more.
    OrdersFirst,
}
