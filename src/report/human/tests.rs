//! Whatever another wrote, in whatever place of whatever event: people see it harmless, and in its line.

use std::num::NonZeroU32;

use super::{table, words};
use crate::event::{
    ActiveActiveEvent, ActivePassiveEvent, ActivePassiveRow, CandidateRow, Change, ChildEvent, ConfigEvent,
    ConfigValue, ContenderRow, DevEvent, DiscoverEvent, ElectEvent, ElectWait, ErrorEvent, EtcdEvent, Event,
    ExampleEvent, FlagRow, HaEvent, HaRow, Hook, InstanceChange, InstanceRow, Leading, LeaseEvent, LeaseId,
    LeaseStanding, LockEvent, LockRow, LockWait, Loss, Parting, Release, RenderEvent, ServiceCount, Shape, ShardRow,
    ShardedEvent, ShardedMemberRow, SlotRow, SnapshotRow, Text, Time, Told, TxnAnswer, TxnBranch, TxnEvent, TxnKey,
    TxnRow, ValueChange, ValueRow, WatchEvent, Withdrawal,
};
use crate::record::{Condition, Node, Owner, Role};

/// Colour, a title, the C1 form of an escape, forged lines, reversed and invisible text.
const HOSTILE: &str =
    "\x1b[31m\x1b]0;title\x07\u{9b}2J\r\nerror: forged\u{85}\u{2028}x\u{202e}y\u{2066}z\u{200b}\u{feff}\x08\x7f";
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

fn active_active(text: &Text) -> Vec<ActiveActiveEvent> {
    let (t, number, reason) = (|| text.clone(), 1, crate::event::Loss::Deleted);
    vec![
        ActiveActiveEvent::Waiting { name: t(), number, request: t(), position: 1, holder_key: t() },
        ActiveActiveEvent::Requeued { name: t(), number, request: t(), reason },
        ActiveActiveEvent::Ended { name: t(), number, request: t(), code: 1, waited_ms: 1, took_ms: 1 },
        ActiveActiveEvent::Refused { name: t(), number, request: t(), code: 126, message: t() },
        ActiveActiveEvent::Interrupted { name: t(), number, request: t(), took_ms: 1, reason: Some(reason) },
        ActiveActiveEvent::Interrupted { name: t(), number, request: t(), took_ms: 1, reason: None },
        ActiveActiveEvent::NotBegun { name: t(), number, request: t() },
        ActiveActiveEvent::Unreleased { name: t(), lease: LeaseId(1), frees_at: Time::default(), message: t() },
        ActiveActiveEvent::Progress { name: t(), under_way: 1, done: 1, failed: 1 },
        ActiveActiveEvent::Summary {
            name: t(),
            done: 1,
            failed: 1,
            interrupted: 1,
            not_begun: 1,
            skipped: 1,
            complete: false,
            took_ms: 1,
        },
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

fn active_passive(text: &Text) -> Vec<ActivePassiveEvent> {
    let (t, fence) = (|| text.clone(), 1);
    let row = |running| ActivePassiveRow {
        name: t(),
        id: t(),
        role: Role::Secondary,
        position: None,
        running,
        since: Some(Time::default()),
        health: Some(Condition::Unhealthy),
        health_since: None,
        host: Some(t()),
        pid: Some(1),
        user: Some(t()),
        key: Some(t()),
        lease: None,
        fence: None,
    };
    vec![
        ActivePassiveEvent::Primary { name: t(), id: t(), fence, pid: 1 },
        ActivePassiveEvent::Secondary { name: t(), id: t(), pid: 1 },
        ActivePassiveEvent::PrimaryFailed { name: t(), id: t(), fence, code: 1, wait_ms: 1 },
        ActivePassiveEvent::SecondaryEnded { name: t(), id: t(), code: 1, wait_ms: 1 },
        ActivePassiveEvent::Health { name: t(), id: t(), role: Role::Primary, healthy: false, message: Some(t()) },
        ActivePassiveEvent::Status(row(Some(Role::Secondary))),
        ActivePassiveEvent::Status(row(None)),
        ActivePassiveEvent::NoNode { name: t(), revision: 1 },
    ]
}

fn discover(text: &Text) -> Vec<DiscoverEvent> {
    let t = || text.clone();
    let row = || InstanceRow {
        service: t(),
        id: t(),
        address: t(),
        meta: [(t(), t())].into(),
        status: "up",
        key: t(),
        lease: None,
        host: Some(t()),
        pid: Some(1),
        since: Some(Time::default()),
    };
    let old = InstanceChange { row: row(), old_address: t(), old_meta: [(t(), t())].into(), old_status: "up" };
    let (host, pid) = (Some(t()), Some(1));
    vec![
        DiscoverEvent::Added(row()),
        DiscoverEvent::Updated(old),
        DiscoverEvent::Removed(row()),
        DiscoverEvent::Instance(row()),
        DiscoverEvent::Entry(ServiceCount { service: t(), instances: 1, up: 1 }),
        DiscoverEvent::Skipped { service: t(), key: t(), message: t() },
        DiscoverEvent::Picked(row()),
        DiscoverEvent::None { service: t(), waiting: true },
        DiscoverEvent::ExecFailed { service: t(), code: 1 },
        DiscoverEvent::Registered { service: t(), id: t(), address: t(), key: t(), lease: LEASE, status: "draining" },
        DiscoverEvent::Withdrawn { service: t(), id: t(), key: t(), reason: Withdrawal::Ended },
        DiscoverEvent::Unhealthy { service: t(), id: t(), message: t() },
        DiscoverEvent::Healthy { service: t(), id: t() },
        DiscoverEvent::Lost { service: t(), id: t(), key: t(), reason: Loss::Revoked },
        DiscoverEvent::IdTaken { service: t(), id: t(), host: host.clone(), pid, lease: None, ttl_left: None },
        DiscoverEvent::Replaced { service: t(), id: t(), address: Some(t()), host, pid },
        DiscoverEvent::Deregistered { service: t(), id: t(), key: t() },
        DiscoverEvent::Retrying { wait_ms: 1, message: t() },
        DiscoverEvent::FileRefused { message: t() },
        DiscoverEvent::Unreleased { lease: LEASE, frees_at: Time::default(), message: t() },
    ]
}

fn config(text: &Text) -> Vec<ConfigEvent> {
    let (text, value) = (|| text.clone(), || ConfigValue(text.clone()));
    let change = || ValueChange {
        key: text(),
        value: Some(value()),
        old_value: Some(value()),
        kind: "string",
        mod_revision: 1,
        initial: false,
    };
    vec![
        ConfigEvent::Value(ValueRow {
            key: text(),
            value: Some(value()),
            kind: "string",
            mod_revision: 1,
            message: None,
        }),
        ConfigEvent::Set(change()),
        ConfigEvent::Deleted(change()),
        ConfigEvent::Differs(change()),
        ConfigEvent::Unchanged { root: text() },
        ConfigEvent::EditAgain { message: text() },
        ConfigEvent::Imported { root: text(), set: 1, deleted: 1, unchanged: 1, in_steps: true, dry_run: true },
        ConfigEvent::Flag(FlagRow {
            flag: text(),
            enabled: true,
            percent: None,
            allow: vec![text()],
            deny: vec![text()],
            on: None,
        }),
        ConfigEvent::Snapshot(SnapshotRow { version: text(), revision: 1, created: Time::default(), values: 1 }),
        ConfigEvent::Importing { root: text(), host: text(), pid: 7, user: text(), since: Time::default() },
        ConfigEvent::SnapshotDeleted { version: text() },
        ConfigEvent::Restored { version: text(), set: 1, deleted: 1, unchanged: 1, in_steps: true },
        ConfigEvent::Applied { revision: 3, action: "restart", variables: vec![text()] },
        ConfigEvent::Kept { revision: 3, message: text() },
        ConfigEvent::ExecFailed { code: 3, wait_ms: 1000 },
        ConfigEvent::Retrying { wait_ms: 1000, message: text() },
        ConfigEvent::FromCache { path: text(), revision: 3, written: Time::default(), message: text() },
        ConfigEvent::Uncached { path: text(), message: text() },
        ConfigEvent::NoFlag { flag: text() },
        ConfigEvent::NotAFlag { key: text(), message: text() },
        ConfigEvent::CacheDamaged { path: text(), message: text() },
    ]
}

fn render(text: &Text) -> Vec<RenderEvent> {
    let path = || text.clone();
    vec![
        RenderEvent::Written { path: path() },
        // Each of its lines begins with a sign of ours.
        RenderEvent::Differs { path: path(), diff: path().to_string().into() },
        RenderEvent::Kept { path: path(), message: path() },
        RenderEvent::ReloadFailed { path: path(), code: 1 },
    ]
}

fn lease(text: &Text) -> Vec<LeaseEvent> {
    let (lease, keys) = (LEASE, vec![text.clone()]);
    vec![
        LeaseEvent::Ttl(LeaseStanding { lease, ttl: 1, granted_ttl: 1, keys: Some(keys.clone()) }),
        LeaseEvent::Attached { lease, key: text.clone() },
        LeaseEvent::Held { lease, ttl: 1, keys },
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

fn sharded(text: &Text) -> Vec<ShardedEvent> {
    let (group, id, key, lease) = (|| text.clone(), || text.clone(), || text.clone(), LEASE);
    let (shard, fence, reason) = (1, 1, Loss::Deleted);
    let row = ShardedMemberRow {
        group: group(),
        id: id(),
        owned: 1,
        planned: 1,
        shards: 2,
        weight: 1,
        planner: true,
        absent: false,
        leaving: false,
        barred: vec![1],
        lease: None,
        node: Some(Node::new(owner(text), 1)),
    };
    vec![
        ShardedEvent::Joined { group: group(), id: id(), lease, ttl: 1, shards: 1, weight: 1 },
        ShardedEvent::IdTaken { group: group(), id: id(), host: Some(id()), pid: Some(1), lease, ttl_left: 1 },
        ShardedEvent::Lost { group: group(), id: id(), lease, reason },
        ShardedEvent::Retrying { group: group(), id: id(), wait_ms: 1, message: text.clone() },
        ShardedEvent::Left { group: group(), id: id(), lease, held_ms: 1 },
        ShardedEvent::Unreleased { group: group(), id: id(), lease, frees_at: Time::default(), message: text.clone() },
        ShardedEvent::Planned {
            group: group(),
            planner: id(),
            members: 1,
            absent: 1,
            moves: 1,
            unowned: 1,
            revision: 1,
        },
        ShardedEvent::Waiting { group: group(), id: id(), shard, key: key(), holder: Some(id()), holder_key: key() },
        ShardedEvent::Waiting { group: group(), id: id(), shard, key: key(), holder: None, holder_key: key() },
        ShardedEvent::Owned { group: group(), id: id(), shard, key: key(), lease, fence, waited_ms: 1 },
        ShardedEvent::Ended { group: group(), id: id(), shard, fence, code: 1, ran_ms: 1, wait_ms: 1 },
        ShardedEvent::Barred { group: group(), id: id(), shard, fence, code: 1, failures: 4, bar_ms: 1 },
        ShardedEvent::Unbarred { group: group(), id: id(), shard },
        ShardedEvent::Given { group: group(), id: id(), generation: 1, shards: 1, by: Told::Start },
        ShardedEvent::Acknowledged { group: group(), id: id(), generation: 1 },
        ShardedEvent::Unacknowledged { group: group(), id: id(), generation: 1, waited_ms: 1 },
        ShardedEvent::Unwritten { group: group(), id: id(), message: text.clone() },
        ShardedEvent::CommonEnded { group: group(), id: id(), generation: 1, code: 1, ran_ms: 1, wait_ms: 1 },
        ShardedEvent::ShardLost { group: group(), id: id(), shard, key: key(), lease, fence, reason },
        ShardedEvent::Released {
            group: group(),
            id: id(),
            shard,
            key: key(),
            fence,
            reason: Release::Moved,
            held_ms: 1,
        },
        ShardedEvent::Shard(ShardRow {
            group: group(),
            shard,
            owner: Some(id()),
            key: Some(key()),
            lease: None,
            fence: Some(1),
            planned: Some(id()),
        }),
        ShardedEvent::Member(row),
    ]
}

/// Every event that holds a text, with `text` in all its places.
fn events(text: &Text) -> Vec<Event> {
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

fn is_harmless(printed: &str) -> bool {
    let harmful = "\u{2028}\u{202e}\u{2066}\u{200b}\u{feff}";
    printed.chars().all(|c| c == '\n' || !(c.is_control() || harmful.contains(c)))
}

#[test]
fn what_another_wrote_is_harmless_in_every_event() {
    for (hostile, plain) in events(&HOSTILE.into()).iter().zip(&events(&"plain".into())) {
        for aside in [false, true] {
            let [printed, usual] = [hostile, plain].map(|event| words(event, aside, false).into_text(|| None));
            assert!(is_harmless(&printed), "{printed:?}");
            assert_eq!(printed.lines().count(), usual.lines().count(), "{printed}");
        }
        assert!(is_harmless(&table(std::slice::from_ref(hostile), None)));
    }
}

#[test]
fn what_another_wrote_forges_no_line_of_a_failure() {
    let text = || Text::from(HOSTILE);
    let failure = ErrorEvent { code: 1, message: text(), cause: Some(text()), hint: Some(text()) };
    let printed = words(&failure.into(), true, false).into_text(|| None);
    assert!(is_harmless(&printed), "{printed:?}");
    assert!(printed.lines().skip(1).all(|line| line.starts_with("  ")), "{printed}");
}

#[test]
fn an_age_has_its_two_largest_units() {
    let at = |seconds: i64| Time(jiff::Timestamp::from_second(seconds).unwrap_or_default());
    for (seconds, shown) in [
        (-5, "0s"),
        (0, "0s"),
        (59, "59s"),
        (60, "1m 0s"),
        (3_599, "59m 59s"),
        (3_600, "1h 0m"),
        (28_140, "7h 49m"),
        (86_399, "23h 59m"),
        (201_000, "2d 7h"),
        (40_000_000, "462d 23h"),
    ] {
        assert_eq!(super::age(at(1_000_000), at(1_000_000 + seconds)), shown);
    }
}
