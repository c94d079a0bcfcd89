//! Periodic work of the leader alone: each slot of a schedule at most once, whichever node leads.
//!
//! A slot is its nominal instant in UTC. Before its command starts, the leader records it, in a transaction that compares the
//! leader's own key and the record that it knows. The record stands on no lease: the next leader reads it.
//!
//! What must stay true: no slot is begun that is not recorded, or recorded by anybody before; a clock decides only when a
//! slot is begun, never whether it was.

use std::cell::RefCell;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, KeyValue, ResponseHeader, Txn, TxnOp};
use jiff::{SignedDuration, Timestamp};

use super::campaign::Candidate;
use super::requests::Received;
use super::runner::{Role, Runner};
use super::term::{Term, Why};
use crate::client;
use crate::clock::{BootTime, millis};
use crate::event::{ElectEvent, Text, Time};
use crate::pattern::keys::each_read;
use crate::pattern::outage::Outage;
use crate::record::SlotRecord;
use crate::schedule::{Due, Schedule};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Status};

/// The clock may be set meanwhile: it is looked at so often.
const LOOK: Duration = Duration::from_secs(1);

/// A slot that comes sooner is not announced.
const WORTH_TELLING: SignedDuration = SignedDuration::from_secs(60);

/// When the command is run, instead of once for as long as the node leads.
#[derive(Clone, Debug)]
pub struct Periodic {
    /// Its slots.
    pub schedule: Schedule,
    /// A slot that is older is missed; by default, one that is older than the time to the next one.
    pub catch_up: Option<Duration>,
}

/// What is known of the slots.
struct Book {
    /// The last one that was begun, or left out.
    done: Timestamp,
    /// Where a period counts from.
    anchor: Timestamp,
    /// The revision of the record; 0 for none.
    revision: i64,
}

impl Candidate<'_> {
    /// Runs the command in each slot, until the node works no more.
    pub(super) async fn work_in_slots(
        &self,
        term: &Term,
        periodic: &Periodic,
        answered: i64,
        runner: &mut Runner,
        shutdown: &mut Shutdown,
    ) -> Result<Why, supervise::Error> {
        let asked = self.asked(term, answered);
        tokio::pin!(asked);
        // What is known, and the slot whose end is still to be recorded.
        let (mut book, mut ended): (Option<Book>, Option<Timestamp>) = (None, None);
        let mut refused = false;
        loop {
            // What takes time, or a server, is given up when the node is to work no more.
            let next = async {
                let mut known = match book.take() {
                    Some(known) => known,
                    None => self.open_book(term, periodic).await?,
                };
                if let Some(slot) = ended.take() {
                    self.close_slot(term, periodic, &mut known, slot).await;
                }
                self.next_slot(term, periodic, known).await
            };
            let (begun, known) = tokio::select! {
                biased;
                loss = term.hold.lost() => return Ok(Why::Lost(loss)),
                received = &mut asked => return Ok(Why::Asked(received)),
                error = supervise::failure_of(Some(runner.guardian())) => return Err(error),
                cause = shutdown.next() => match cause {
                    // It is for a command, and none runs.
                    cause if cause.is_for_the_command() => continue,
                    _ => return Ok(Why::Stopped),
                },
                next = next => match next {
                    Ok(next) => next,
                    Err(error) => {
                        // Told once: it is tried again for as long as the node leads.
                        if !std::mem::replace(&mut refused, true) {
                            self.tell_refused(&error);
                        }
                        tokio::time::sleep(LOOK).await;
                        continue;
                    }
                },
            };
            (book, refused) = (Some(known), false);
            let Some(Begun { slot, missed }) = begun else { continue };
            let received: RefCell<Option<Received>> = RefCell::new(None);
            let end = async {
                received.replace(Some((&mut asked).await));
            };
            let mut set = term.environment.clone();
            set.push(("ETCDPAT_SLOT".into(), slot.to_string().into()));
            set.push(("ETCDPAT_MISSED".into(), missed.to_string().into()));
            let Some(guardian) = runner.start(Role::Command)? else { return Ok(Why::Stopped) };
            let started = BootTime::now();
            let ran = Box::pin(term.hold.supervise(guardian, set, end, shutdown, self.emit)).await;
            let (status, lost) = match ran {
                Ok(outcome) => (outcome.status, outcome.lost),
                // It may be there again for the next slot.
                Err(supervise::Error::NotFound { .. }) => (Status::Code(127), None),
                Err(supervise::Error::NotExecutable { .. }) => (Status::Code(126), None),
                Err(error) => return Err(error),
            };
            self.tell(ElectEvent::SlotEnded {
                election: self.name().text(),
                id: self.id(),
                fence: term.fence,
                slot: Time(slot),
                code: status.as_shell(),
                took_ms: millis(BootTime::now().since(started)),
            });
            if let Some(loss) = lost {
                return Ok(Why::Lost(loss));
            }
            let why = match received.take() {
                Some(received) if shutdown.asked().is_none() => Some(Why::Asked(received)),
                // A key on the terminal is for all of it.
                _ if matches!(status, Status::Interrupted { .. }) => Some(Why::Ended(status)),
                _ => shutdown.asked().map(|_| Why::Ended(status)),
            };
            ended = Some(slot);
            if let (Some(why), Some(book)) = (why, &mut book) {
                // Nobody waits for a server that is away.
                let _ = tokio::time::timeout(LOOK, self.close_slot(term, periodic, book, slot)).await;
                return Ok(why);
            }
        }
    }

    fn tell_refused(&self, error: &client::Error) {
        let message = format!("cannot read or write the record of the slots: {error}").into();
        let (election, id) = (self.name().text(), self.id());
        self.tell(ElectEvent::Retrying { election, id, wait_ms: millis(LOOK), message });
    }

    /// Reads what an earlier leader has recorded.
    async fn open_book(&self, term: &Term, periodic: &Periodic) -> Result<Book, client::Error> {
        let mut outage = Outage::default();
        let key = self.state.slot();
        let read = outage
            .retry(self.client, async || self.client.get(&key, None).await, |change| (self.emit)(change.into()))
            .await?;
        let now = now();
        let kv = read.kvs().first();
        let revision = kv.map_or(0, KeyValue::mod_revision);
        let Some(record) = kv.and_then(|kv| serde_json::from_slice::<SlotRecord>(kv.value()).ok()) else {
            // A period begins at once, a cron expression with its next slot.
            let done = match periodic.schedule {
                Schedule::Every(_) => now.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(now),
                Schedule::Cron(_) => now,
            };
            return Ok(Book { done, anchor: now, revision });
        };
        let (election, id, slot) = (|| self.name().text(), || self.id(), record.slot.0);
        // Of its own slots this leader knows.
        if !record.ended && record.fence != term.fence {
            let (fence, by) = (record.fence, record.id.clone());
            self.tell(ElectEvent::SlotInterrupted { election: election(), id: by, fence, slot: record.slot });
        }
        if slot > now {
            self.tell(ElectEvent::ClockBehind { election: election(), id: id(), slot: record.slot, now: Time(now) });
        }
        let (schedule, zone) = (Text::from(periodic.schedule.to_string()), Text::from(periodic.schedule.zone()));
        let is_same = record.schedule == schedule && record.zone == zone;
        if !is_same {
            let (before, after) = (record.schedule.clone(), schedule);
            self.tell(ElectEvent::ScheduleChanged { election: election(), id: id(), before, after, slot: record.slot });
        }
        Ok(Book { done: slot, anchor: if is_same { record.anchor.0 } else { slot }, revision })
    }

    /// Waits for the next slot that is due, and records that it is begun. Nothing was begun where the record is not what it
    /// was known to be: then it is read again.
    async fn next_slot(
        &self,
        term: &Term,
        periodic: &Periodic,
        mut book: Book,
    ) -> Result<(Option<Begun>, Book), client::Error> {
        let mut told = None;
        let Due { slot, missed } = loop {
            let now = now();
            let Some(due) = periodic.schedule.due(book.done, book.anchor, now) else {
                let next = periodic.schedule.next(book.done.max(now), book.anchor);
                let wait = next.map_or(SignedDuration::MAX, |next| next.duration_since(now));
                // Somebody may set right, or delete, a record that is ahead of the clock.
                if book.done > now
                    && self.client.get(&self.state.slot(), None).await?.kvs().first().map_or(0, KeyValue::mod_revision)
                        != book.revision
                {
                    return Ok((None, self.open_book(term, periodic).await?));
                }
                if let Some(next) = next.filter(|next| wait >= WORTH_TELLING && told != Some(*next)) {
                    let (election, id, fence) = (self.name().text(), self.id(), term.fence);
                    self.tell(ElectEvent::NextSlot { election, id, fence, slot: Time(next) });
                    told = Some(next);
                }
                tokio::time::sleep(wait.unsigned_abs().min(LOOK)).await;
                continue;
            };
            let age = now.duration_since(due.slot);
            let limit = periodic.catch_up.map(|limit| SignedDuration::try_from(limit).unwrap_or(SignedDuration::MAX));
            if age <= limit.unwrap_or_else(|| periodic.schedule.period(due.slot)) {
                break due;
            }
            self.tell(ElectEvent::SlotsMissed {
                election: self.name().text(),
                id: self.id(),
                missed: due.missed + 1,
                slot: Time(due.slot),
            });
            book.done = due.slot;
        };
        let record = self.slot_record(term, periodic, &book, slot, false);
        let written = self.write_slot(term, &record, book.revision).await?;
        let Some(revision) = written else {
            // Another one's, or none any more.
            return Ok((None, self.open_book(term, periodic).await?));
        };
        self.tell(ElectEvent::SlotBegun {
            election: self.name().text(),
            id: self.id(),
            fence: term.fence,
            slot: Time(slot),
            missed,
            late_ms: millis(now().duration_since(slot).unsigned_abs()),
        });
        Ok((Some(Begun { slot, missed }), Book { done: slot, revision, ..book }))
    }

    /// Records that a slot's command has ended.
    async fn close_slot(&self, term: &Term, periodic: &Periodic, book: &mut Book, slot: Timestamp) {
        let record = self.slot_record(term, periodic, book, slot, true);
        match self.write_slot(term, &record, book.revision).await {
            Ok(Some(revision)) => book.revision = revision,
            Ok(None) => {}
            Err(error) => tracing::debug!(%error, "recording the end of a slot"),
        }
    }

    fn slot_record(&self, term: &Term, periodic: &Periodic, book: &Book, slot: Timestamp, ended: bool) -> SlotRecord {
        SlotRecord {
            slot: Time(slot),
            anchor: Time(book.anchor),
            schedule: periodic.schedule.to_string().into(),
            zone: periodic.schedule.zone().into(),
            fence: term.fence,
            id: self.id(),
            ended,
        }
    }

    /// Writes the record, if this node leads and the record is the one of this revision. The revision of the new one; an
    /// attempt whose answer was lost is recognised by what it wrote.
    async fn write_slot(&self, term: &Term, record: &SlotRecord, known: i64) -> Result<Option<i64>, client::Error> {
        let (own, key) = (self.name().key(term.hold.lease()), self.state.slot());
        let leads = Compare::create_revision(own, CompareOp::Equal, term.fence);
        let unchanged = Compare::mod_revision(key.clone(), CompareOp::Equal, known);
        let put = self.client.put(key.clone(), serde_json::to_vec(record).unwrap_or_default());
        let txn = Txn::new().when([leads, unchanged]).and_then([put]).or_else([TxnOp::get(key, None)]);
        let mut outage = Outage::default();
        let request = async || self.client.txn(txn.clone()).await;
        let written = outage.retry(self.client, request, |change| (self.emit)(change.into())).await?;
        if written.succeeded() {
            return Ok(Some(written.header().map_or(0, ResponseHeader::revision)));
        }
        let is_ours =
            |kv: &KeyValue| serde_json::from_slice(kv.value()).is_ok_and(|there: SlotRecord| there == *record);
        Ok(each_read(&written).flatten().find(is_ours).map(|kv| kv.mod_revision()))
    }
}

/// A slot that is recorded.
struct Begun {
    slot: Timestamp,
    missed: u64,
}

/// The time of day, to the millisecond, as records have it.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}
