//! A leader that is to leave: it is asked to, or is not fit to lead; who stands before its successor makes way first.
//!
//! What must stay true: the leader's key is deleted for a successor only in a transaction that compares that this one stands;
//! an answer never overtakes the one before.

use std::time::Duration;

use etcd_client::{Compare, CompareOp, PutOptions, Txn, TxnOp};

use super::campaign::Candidate;
use super::requests::Received;
use super::term::{Term, Why};
use crate::clock::BootTime;
use crate::event::ElectEvent;
use crate::pattern::keys::each_read;
use crate::pattern::queue::split_key;
use crate::record::{Answer, Request, Successor};

/// How long those who stand before a successor may take to leave.
const MAKING_WAY: Duration = Duration::from_secs(5);
/// Between two looks at that.
const LOOK: Duration = Duration::from_millis(50);
/// Between two looks at whether somebody waits, while the leader is not fit to lead.
const NEXT_LOOK: Duration = Duration::from_millis(500);

impl Candidate<'_> {
    /// Waits until the leader is to leave: somebody asks for it, or it is not fit to lead.
    pub(super) async fn to_leave(&self, term: &Term, answered: i64) -> Why {
        tokio::select! {
            received = self.asked(term, answered) => Why::Asked(received),
            () = self.to_give_way(term) => Why::Unfit,
        }
    }

    /// Waits until the leader is not fit to lead while another candidate waits: those in the queue are.
    async fn to_give_way(&self, term: &Term) {
        loop {
            self.until(false).await;
            match self.read().await {
                Ok(standing) => {
                    let mut others = standing.candidates.iter().map(|(one, _)| one);
                    if others.any(|one| one.fence > term.fence && one.stands) {
                        return;
                    }
                }
                Err(error) => tracing::debug!(%error, "reading who stands"),
            }
            tokio::time::sleep(NEXT_LOOK).await;
        }
    }

    /// Waits until somebody asks the leader to leave, and, where it is to hand over, its successor is next.
    pub(super) async fn asked(&self, term: &Term, mut answered: i64) -> Received {
        loop {
            let received = self.requests.to_leader(term.fence, answered).await;
            let Request { to, host, pid, user } = received.request.clone();
            self.tell(ElectEvent::Asked {
                election: self.name().text(),
                id: self.id(),
                fence: term.fence,
                to: to.as_ref().map(|to| to.id.clone()),
                host,
                pid,
                user,
            });
            self.answer(term, &Answer::UnderWay).await;
            let Some(successor) = to else { return received };
            match self.make_way(term, &successor).await {
                Ok(()) => return received,
                Err(why) => self.lead_on(term, why).await,
            }
            answered = received.revision;
        }
    }

    /// Waits until nobody stands between the leader and its successor. Nobody comes between them either: create revisions
    /// only grow.
    async fn make_way(&self, term: &Term, successor: &Successor) -> Result<(), String> {
        let end = BootTime::now() + MAKING_WAY;
        loop {
            let between = match self.read().await {
                Ok(standing) => {
                    let mut candidates = standing.candidates.iter().map(|(one, _)| one);
                    if !candidates.clone().any(|one| one.fence == successor.fence && one.stands) {
                        return Err(format!("{} does not stand any more", successor.id));
                    }
                    candidates.by_ref().filter(|one| term.fence < one.fence && one.fence < successor.fence).count()
                }
                Err(error) => {
                    tracing::debug!(%error, "reading who stands");
                    1
                }
            };
            if between == 0 {
                return Ok(());
            }
            if BootTime::now() >= end {
                return Err(format!("{between} candidates before {} have not left their places", successor.id));
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Deletes the leader's key, if its successor still stands: that one leads then. Where no server says what has become
    /// of that, the key may be gone, and the node must not lead on.
    pub(super) async fn hand_over(&self, term: &Term, successor: &Successor) -> Result<(), String> {
        let key = self.name().key(term.hold.lease());
        let made = |key: &[u8], fence| Compare::create_revision(key, CompareOp::Equal, fence);
        let (next, next_lease) = (successor.key.raw(), split_key(successor.key.raw()).map_or(0, |(_, lease)| lease.0));
        // One that was written again without its lease is nobody's, and would block the queue.
        let stands = Compare::lease(next, CompareOp::Equal, next_lease);
        let unchanged = [made(&key, term.fence), made(next, successor.fence), stands];
        let delete = Txn::new().when(unchanged).and_then([TxnOp::delete(key.clone(), None)]);
        let is_there = match self.client.txn(delete.or_else([TxnOp::get(key, None)])).await {
            // An attempt whose answer was lost may have deleted it.
            Ok(answer) => !answer.succeeded() && each_read(&answer).flatten().next().is_some(),
            Err(error) => {
                tracing::debug!(%error, "handing over");
                false
            }
        };
        if is_there { Err(format!("{} does not stand any more", successor.id)) } else { Ok(()) }
    }

    /// Says that it leads on, and why.
    pub(super) async fn lead_on(&self, term: &Term, why: String) {
        self.answer(term, &Answer::Refused { why: why.clone().into() }).await;
        self.tell(ElectEvent::LeadsOn {
            election: self.name().text(),
            id: self.id(),
            fence: term.fence,
            message: why.into(),
        });
    }

    /// Answers a request, on the leader's lease: after the answer before, and while the leader goes on. Whoever asks sees by the
    /// leader's key, too, what has become of it.
    async fn answer(&self, term: &Term, answer: &Answer) {
        let before = term.answering.take();
        if let Some(before) = before {
            let _ = before.await;
        }
        let value = serde_json::to_vec(answer).unwrap_or_default();
        let on_lease = PutOptions::new().with_lease(term.hold.lease().0);
        let put = Txn::new().and_then([TxnOp::put(self.state.answer(term.fence), value, Some(on_lease))]);
        let client = self.client.clone();
        term.answering.replace(Some(tokio::spawn(async move {
            if let Err(error) = client.txn(put).await {
                tracing::debug!(%error, "answering a request");
            }
        })));
    }
}
