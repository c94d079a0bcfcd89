//! Every event, with the same text wherever one may stand. Those of services are in `services`.

mod services;

use std::num::NonZeroU32;

use services::{active_active, active_passive, config, discover, render, sharded};

use crate::event::{
    CandidateRow, Change, ChildEvent, ContenderRow, DevEvent, ElectEvent, ElectWait, EtcdEvent, Event, ExampleEvent,
    HaEvent, HaRow, Hook, Leading, LeaseEvent, LeaseId, LeaseStanding, LockEvent, LockRow, LockWait, Loss, Parting,
    Shape, SlotRow, Text, Time, TxnAnswer, TxnBranch, TxnEvent, TxnKey, TxnRow, WatchEvent,
};
use crate::record::{Node, Owner};

const LEASE: LeaseId = LeaseId(1);

fn owner(text: &Text) -> Owner {
    let text = || text.clone();
    let (locks, note) = (vec![text(), "other".into()], Some(text()));
    Owner { locks, note, host: text(), boot: text(), user: text(), command: text(), ..Owner::default() }
}

fn lock(text: &Text) -> Vec<LockEvent> {
    let (lock, key, lease, fence) = (|| text.clone(), || text.clone(), LEASE, 1);
    let wait = LockWait {
        lock: lock(),
        key: key(),
        position: 1,
        holders: 2,
        holder_key: key(),
        holder_host: Some(text.clone()),
        holder_pid: Some(1),
        holder_user: Some(text.clone()),
        holder_command: Some(text.clone()),
        holder_detached: false,
        holder_since: Some(Time::default()),
    };
    let contender = ContenderRow {
        lock: lock(),
        key: key(),
        lease: None,
        stands: true,
        fence,
        holder: true,
        position: 0,
        ttl: None,
        ttl_left: None,
        candidate: None,
        owner: Some(owner(text)),
    };
    let row = LockRow {
        lock: lock(),
        election: false,
        key: key(),
        lease: None,
        fence,
        holders: 1,
        waiters: 0,
        candidate: None,
        owner: Some(owner(text)),
    };
    let (locks, deadline) = (vec![lock(), lock()], None);
    vec![
        LockEvent::Waiting(LockWait { holder_host: None, ..wait.clone() }),
        LockEvent::Waiting(wait),
        LockEvent::Holding { lock: lock() },
        LockEvent::Acquired { lock: lock(), locks, key: key(), lease, fence, ttl: 1, waited_ms: 1, deadline },
        LockEvent::Cut { lock: lock(), field: "note", length: 2, longest: 1 },
        LockEvent::Refused { lock: lock(), permits: NonZeroU32::MIN, queue_permits: NonZeroU32::MIN },
        LockEvent::Requeued { lock: lock(), key: key(), lease, lost_key: key(), reason: crate::event::Loss::Deleted },
        LockEvent::Released { lock: lock(), key: key(), lease, fence, held_ms: None },
        LockEvent::Unreleased { lock: lock(), key: key(), lease, frees_at: Time::default(), message: text.clone() },
        LockEvent::Status(contender),
        LockEvent::Entry(row),
        LockEvent::Free { lock: lock() },
        LockEvent::Checked { lock: lock(), fence, held: true, holder_fence: None },
        LockEvent::Broken { lock: lock(), key: key(), fence },
    ]
}

fn elect(text: &Text) -> Vec<ElectEvent> {
    let (t, lease, fence) = (|| text.clone(), LEASE, 1);
    let node = Node { host: t(), user: t(), command: t(), ..Node::default() };
    let wait = ElectWait { election: t(), id: t(), key: t(), position: 1, leader: t(), leader_key: t() };
    let row = CandidateRow {
        election: t(),
        id: t(),
        leads: false,
        position: 1,
        key: t(),
        lease: None,
        fence,
        node: Some(node),
    };
    let reason = Loss::Revoked;
    let (leading, hook) =
        (Leading { election: t(), leader: t(), key: t(), lease: None, fence, revision: 1 }, Hook::OnDefeat);
    let parting = Parting::Resigned;
    let slot = SlotRow { election: t(), slot: Time::default(), schedule: t(), zone: t(), id: t(), fence, ended: true };
    vec![
        ElectEvent::Waiting(wait),
        ElectEvent::Elected { election: t(), id: t(), key: t(), lease, fence, ttl: 1, waited_ms: 1 },
        ElectEvent::Requeued { election: t(), id: t(), key: t(), lease, lost_key: t(), reason },
        ElectEvent::StoodAside { election: t(), id: t(), to: t() },
        ElectEvent::IdTaken { election: t(), id: t(), host: Some(t()), pid: Some(1), lease, ttl_left: 1 },
        ElectEvent::Lost { election: t(), id: t(), key: t(), lease, fence, reason },
        ElectEvent::Asking { election: t(), id: t(), fence, to: Some(t()), limit_ms: 1 },
        ElectEvent::NextSlot { election: t(), id: t(), fence, slot: Time::default() },
        ElectEvent::LastSlot(slot),
        ElectEvent::Asked { election: t(), id: t(), fence, to: Some(t()), host: t(), pid: 1, user: t() },
        ElectEvent::LeadsOn { election: t(), id: t(), fence, message: t() },
        ElectEvent::Resigned { election: t(), id: t(), key: t(), lease, fence, reason: parting, held_ms: 1 },
        ElectEvent::Unreleased { election: t(), key: t(), lease, frees_at: Time::default(), message: t() },
        ElectEvent::HookFailed { election: t(), hook, code: 1, too_long: true },
        ElectEvent::Retrying { election: t(), id: t(), wait_ms: 1, message: t() },
        ElectEvent::SlotInterrupted { election: t(), id: t(), fence, slot: Time::default() },
        ElectEvent::ScheduleChanged { election: t(), id: t(), before: t(), after: t(), slot: Time::default() },
        ElectEvent::Leader(leading),
        ElectEvent::Vacant { election: t(), revision: 1 },
        ElectEvent::Status(row),
        ElectEvent::HandedOver { election: t(), id: t(), fence, leader: Some(t()), leader_fence: None, forced: true },
    ]
}

fn lease(text: &Text) -> Vec<LeaseEvent> {
    let (lease, keys) = (LEASE, vec![text.clone()]);
    vec![
        LeaseEvent::Ttl(LeaseStanding { lease, ttl: 1, granted_ttl: 1, keys: Some(keys.clone()) }),
        LeaseEvent::Attached { lease, key: text.clone() },
        LeaseEvent::Held { lease, ttl: 1, keys },
        LeaseEvent::Unconfirmed { lease, message: text.clone(), deadline: Time::default() },
        LeaseEvent::Unreleased { lease, frees_at: Time::default(), message: text.clone() },
    ]
}

fn txn(text: &Text) -> Vec<TxnEvent> {
    let (key, value) = (|| text.clone(), text.clone());
    let read = TxnKey { key: key(), value, create_revision: 1, mod_revision: 1, version: 1, lease: None };
    let responses = vec![
        TxnAnswer::Put { key: key() },
        TxnAnswer::Get { key: key(), kvs: vec![read] },
        TxnAnswer::Get { key: key(), kvs: Vec::new() },
        TxnAnswer::Del { key: key(), deleted: 1 },
        TxnAnswer::Add { key: key(), value: 1 },
    ];
    let (lock, fence) = (Some(text.clone()), Some(1));
    vec![TxnEvent::Done(TxnRow { succeeded: false, branch: TxnBranch::None, revision: 1, lock, fence, responses })]
}

fn watch(text: &Text) -> Vec<WatchEvent> {
    let change = Change {
        key: text.clone(),
        value: Some(text.clone()),
        prev_value: Some(text.clone()),
        mod_revision: 1,
        create_revision: 1,
        version: 1,
        lease: None,
        initial: false,
        resync: false,
    };
    vec![
        WatchEvent::Delete(Change { value: None, ..change.clone() }),
        WatchEvent::Put(change),
        WatchEvent::Omitted { key: text.clone(), mod_revision: 1, variables: text.clone() },
        WatchEvent::HandlerFailed { key: Some(text.clone()), mod_revision: 1, code: 1 },
    ]
}

pub(super) fn events(text: &Text) -> Vec<Event> {
    let mut events: Vec<Event> = lock(text).into_iter().map(Into::into).collect();
    events.extend(elect(text).into_iter().map(Event::from));
    events.extend(active_active(text).into_iter().map(Event::from));
    events.push(HaEvent::Entry(HaRow { name: text.clone(), shape: Shape::Sharded, nodes: 1 }).into());
    events.extend(active_passive(text).into_iter().map(Event::from));
    events.extend(discover(text).into_iter().map(Event::from));
    events.extend(config(text).into_iter().map(Event::from));
    events.extend(render(text).into_iter().map(Event::from));
    events.extend(lease(text).into_iter().map(Event::from));
    events.extend(txn(text).into_iter().map(Event::from));
    events.extend(watch(text).into_iter().map(Event::from));
    events.extend(sharded(text).into_iter().map(Event::from));
    events.extend([
        EtcdEvent::Unreachable { message: text.clone() }.into(),
        EtcdEvent::Outdated { version: text.clone(), message: "" }.into(),
        EtcdEvent::Unverified { endpoints: text.clone() }.into(),
        ChildEvent::Killed { pid: 1, reason: text.clone() }.into(),
        DevEvent::Ready { endpoints: text.clone(), members: 1, data_dir: text.clone() }.into(),
        ExampleEvent::Step { example: "", step: 1, text: text.clone(), command: Some(text.clone()) }.into(),
    ]);
    events
}
