//! docs/events.md against the code: every event, every field.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZeroU32;
use std::path::Path;

use etcdpat::event::{
    ActiveActiveEvent, ActivePassiveEvent, ActivePassiveRow, CandidateRow, Change, ChildEvent, ConfigEvent,
    ConfigValue, ContenderRow, DevEvent, DiscoverEvent, ElectEvent, ElectWait, ErrorEvent, EtcdEvent, Event,
    ExampleEvent, FlagRow, Gap, HaEvent, HaRow, Hook, InstanceChange, InstanceRow, Leading, LeaseEvent, LeaseId,
    LeaseRow, LeaseStanding, LockEvent, LockRow, LockWait, Loss, OutputEvent, Parting, Release, RenderEvent,
    ServiceCount, Shape, ShardRow, ShardedEvent, ShardedMemberRow, SlotRow, SnapshotRow, Text, Time, Told, TxnAnswer,
    TxnBranch, TxnEvent, TxnKey, TxnRow, ValueChange, ValueRow, WatchEvent, Withdrawal,
};
use etcdpat::record::{Condition, Mode, Node, Owner, Role};

fn owner() -> Owner {
    let (permits, locks) = (Some(NonZeroU32::MIN), vec![Text::from(&b"/l"[..])]);
    Owner { note: Some("note".into()), boot: "boot".into(), permits, locks, detached: true, ..Owner::default() }
}

fn change(put: bool) -> Change {
    Change {
        key: Text::from(&b"/k"[..]),
        value: put.then(Text::default),
        prev_value: Some(Text::default()),
        mod_revision: 3,
        create_revision: 2,
        version: 2,
        lease: None,
        initial: put,
        resync: put,
    }
}

/// One of each of a sharded group.
fn sharded_samples() -> Vec<Event> {
    let (group, id, key) = (|| Text::from("/g"), || Text::from("node-1"), || Text::from("/g/3/1"));
    let (lease, shard, fence, text) = (LeaseId(1), 3, 5, || Text::from("text"));
    let member = ShardedMemberRow {
        group: group(),
        id: id(),
        owned: 8,
        planned: 8,
        shards: 16,
        weight: 1,
        planner: true,
        absent: false,
        leaving: false,
        barred: vec![3],
        lease: Some(lease),
        node: Some(Node::new(owner(), 5000)),
    };
    let all = [
        ShardedEvent::Joined { group: group(), id: id(), lease, ttl: 30, shards: 16, weight: 1 },
        ShardedEvent::IdTaken { group: group(), id: id(), host: Some(text()), pid: Some(7), lease, ttl_left: 3 },
        ShardedEvent::Lost { group: group(), id: id(), lease, reason: Loss::Unreachable },
        ShardedEvent::Retrying { group: group(), id: id(), wait_ms: 1000, message: text() },
        ShardedEvent::Left { group: group(), id: id(), lease, held_ms: 1 },
        ShardedEvent::Unreleased { group: group(), id: id(), lease, frees_at: Time::default(), message: text() },
        ShardedEvent::Planned {
            group: group(),
            planner: id(),
            members: 2,
            absent: 1,
            moves: 8,
            unowned: 0,
            revision: 9,
        },
        ShardedEvent::Waiting { group: group(), id: id(), shard, key: key(), holder: Some(text()), holder_key: key() },
        ShardedEvent::Owned { group: group(), id: id(), shard, key: key(), lease, fence, waited_ms: 1 },
        ShardedEvent::Ended { group: group(), id: id(), shard, fence, code: 3, ran_ms: 1, wait_ms: 250 },
        ShardedEvent::Barred { group: group(), id: id(), shard, fence, code: 3, failures: 4, bar_ms: 10_000 },
        ShardedEvent::Unbarred { group: group(), id: id(), shard },
        ShardedEvent::Given { group: group(), id: id(), generation: 3, shards: 8, by: Told::Signal },
        ShardedEvent::Acknowledged { group: group(), id: id(), generation: 3 },
        ShardedEvent::Unacknowledged { group: group(), id: id(), generation: 3, waited_ms: 5000 },
        ShardedEvent::Unwritten { group: group(), id: id(), message: text() },
        ShardedEvent::CommonEnded { group: group(), id: id(), generation: 3, code: 3, ran_ms: 1, wait_ms: 250 },
        ShardedEvent::ShardLost { group: group(), id: id(), shard, key: key(), lease, fence, reason: Loss::Deleted },
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
            lease: Some(lease),
            fence: Some(fence),
            planned: Some(id()),
        }),
        ShardedEvent::Member(member),
    ];
    all.map(Event::from).into()
}

/// One of each of an election.
fn elect_samples() -> Vec<Event> {
    let (election, id, key) = (|| Text::from("/e"), || Text::from("node-1"), || Text::from("/e/1"));
    let (lease, fence, text) = (LeaseId(1), 3, || Text::from("text"));
    let all = [
        ElectEvent::Waiting(ElectWait {
            election: election(),
            id: id(),
            key: key(),
            position: 1,
            leader: text(),
            leader_key: key(),
        }),
        ElectEvent::Elected { election: election(), id: id(), key: key(), lease, fence, ttl: 30, waited_ms: 1 },
        ElectEvent::Requeued {
            election: election(),
            id: id(),
            key: key(),
            lease,
            lost_key: key(),
            reason: Loss::Revoked,
        },
        ElectEvent::StoodAside { election: election(), id: id(), to: text() },
        ElectEvent::IdTaken { election: election(), id: id(), host: Some(text()), pid: Some(7), lease, ttl_left: 3 },
        ElectEvent::Lost { election: election(), id: id(), key: key(), lease, fence, reason: Loss::Unreachable },
        ElectEvent::Asking { election: election(), id: id(), fence, to: Some(id()), limit_ms: 10_000 },
        ElectEvent::Asked {
            election: election(),
            id: id(),
            fence,
            to: Some(text()),
            host: text(),
            pid: 7,
            user: text(),
        },
        ElectEvent::LeadsOn { election: election(), id: id(), fence, message: text() },
        ElectEvent::Resigned {
            election: election(),
            id: id(),
            key: key(),
            lease,
            fence,
            reason: Parting::HookFailed,
            held_ms: 1,
        },
        ElectEvent::Unreleased { election: election(), key: key(), lease, frees_at: Time::default(), message: text() },
        ElectEvent::HookFailed { election: election(), hook: Hook::OnElected, code: 3, too_long: false },
        ElectEvent::Retrying { election: election(), id: id(), wait_ms: 1000, message: text() },
        ElectEvent::NextSlot { election: election(), id: id(), fence, slot: Time::default() },
        ElectEvent::SlotBegun { election: election(), id: id(), fence, slot: Time::default(), missed: 1, late_ms: 2 },
        ElectEvent::SlotEnded { election: election(), id: id(), fence, slot: Time::default(), code: 0, took_ms: 5 },
        ElectEvent::SlotInterrupted { election: election(), id: id(), fence, slot: Time::default() },
        ElectEvent::SlotsMissed { election: election(), id: id(), missed: 2, slot: Time::default() },
        ElectEvent::ScheduleChanged {
            election: election(),
            id: id(),
            before: text(),
            after: text(),
            slot: Time::default(),
        },
        ElectEvent::ClockBehind { election: election(), id: id(), slot: Time::default(), now: Time::default() },
        ElectEvent::Leader(Leading {
            election: election(),
            leader: id(),
            key: key(),
            lease: Some(lease),
            fence,
            revision: 4,
        }),
        ElectEvent::Vacant { election: election(), revision: 5 },
        ElectEvent::Status(CandidateRow {
            election: election(),
            id: id(),
            leads: true,
            position: 0,
            key: key(),
            lease: Some(lease),
            fence,
            node: Some(Node::new(owner(), 5000)),
        }),
        ElectEvent::LastSlot(SlotRow {
            election: election(),
            slot: Time::default(),
            schedule: text(),
            zone: text(),
            id: id(),
            fence,
            ended: true,
        }),
        ElectEvent::HandedOver {
            election: election(),
            id: id(),
            fence,
            leader: Some(text()),
            leader_fence: Some(4),
            forced: false,
        },
    ];
    all.into_iter().map(Event::from).collect()
}

fn instance() -> InstanceRow {
    let text = || Text::from(&b"text"[..]);
    InstanceRow {
        service: text(),
        id: text(),
        address: text(),
        meta: BTreeMap::from([(text(), text())]),
        status: "up",
        key: text(),
        lease: Some(LeaseId(1)),
        host: Some(text()),
        pid: Some(7),
        since: Some(Time::default()),
    }
}

fn discover_samples() -> Vec<Event> {
    let (text, lease) = (|| Text::from(&b"text"[..]), LeaseId(1));
    let (service, id, key) = (text, text, text);
    let old =
        InstanceChange { row: instance(), old_address: text(), old_meta: BTreeMap::new(), old_status: "draining" };
    let discover = [
        DiscoverEvent::Added(instance()),
        DiscoverEvent::Updated(old),
        DiscoverEvent::Removed(instance()),
        DiscoverEvent::Instance(instance()),
        DiscoverEvent::Entry(ServiceCount { service: service(), instances: 2, up: 1 }),
        DiscoverEvent::Skipped { service: service(), key: key(), message: text() },
        DiscoverEvent::Picked(instance()),
        DiscoverEvent::None { service: service(), waiting: true },
        DiscoverEvent::ExecFailed { service: service(), code: 3 },
        DiscoverEvent::Registered { service: service(), id: id(), address: text(), key: key(), lease, status: "up" },
        DiscoverEvent::Withdrawn { service: service(), id: id(), key: key(), reason: Withdrawal::Unhealthy },
        DiscoverEvent::Unhealthy { service: service(), id: id(), message: text() },
        DiscoverEvent::Healthy { service: service(), id: id() },
        DiscoverEvent::Lost { service: service(), id: id(), key: key(), reason: Loss::Revoked },
        DiscoverEvent::IdTaken {
            service: service(),
            id: id(),
            host: Some(text()),
            pid: Some(7),
            lease: Some(lease),
            ttl_left: Some(5),
        },
        DiscoverEvent::Replaced {
            service: service(),
            id: id(),
            address: Some(text()),
            host: Some(text()),
            pid: Some(7),
        },
        DiscoverEvent::Deregistered { service: service(), id: id(), key: key() },
        DiscoverEvent::Retrying { wait_ms: 1000, message: text() },
        DiscoverEvent::FileRefused { message: text() },
        DiscoverEvent::Unreleased { lease, frees_at: Time::default(), message: text() },
    ];
    let render = [
        RenderEvent::Written { path: text() },
        RenderEvent::Differs { path: text(), diff: text() },
        RenderEvent::Unchanged { path: text() },
        RenderEvent::Kept { path: text(), message: text() },
        RenderEvent::ReloadFailed { path: text(), code: 3 },
    ];
    discover.map(Event::from).into_iter().chain(render.map(Event::from)).collect()
}

/// One of each, with every field that it can have.
/// One of each of active-passive nodes.
fn active_passive_samples() -> Vec<Event> {
    let (name, id, fence) = (|| Text::from("/ha"), || Text::from("node-1"), 3);
    let all = [
        ActivePassiveEvent::Primary { name: name(), id: id(), fence, pid: 7 },
        ActivePassiveEvent::Secondary { name: name(), id: id(), pid: 7 },
        ActivePassiveEvent::PrimaryFailed { name: name(), id: id(), fence, code: 1, wait_ms: 1000 },
        ActivePassiveEvent::SecondaryEnded { name: name(), id: id(), code: 0, wait_ms: 1000 },
        ActivePassiveEvent::Health {
            name: name(),
            id: id(),
            role: Role::Secondary,
            healthy: false,
            message: Some("text".into()),
        },
        ActivePassiveEvent::Status(ActivePassiveRow {
            name: name(),
            id: id(),
            role: Role::Primary,
            position: Some(0),
            running: Some(Role::Primary),
            since: Some(Time::default()),
            health: Some(Condition::Healthy),
            health_since: Some(Time::default()),
            host: Some("host".into()),
            pid: Some(7),
            user: Some("user".into()),
            key: Some("/ha/1".into()),
            lease: Some(LeaseId(1)),
            fence: Some(fence),
        }),
        ActivePassiveEvent::NoNode { name: name(), revision: 5 },
    ];
    let entry = HaEvent::Entry(HaRow { name: name(), shape: Shape::ActivePassive, nodes: 2 });
    all.map(Event::from).into_iter().chain([entry.into()]).collect()
}

fn samples() -> Vec<Event> {
    [
        other_samples(),
        elect_samples(),
        active_passive_samples(),
        active_active_samples(),
        sharded_samples(),
        discover_samples(),
        config_samples(),
    ]
    .concat()
}

fn active_active_samples() -> Vec<Event> {
    let (name, request, number) = (|| Text::from("/w"), || Text::from("a b"), 1);
    let (message, reason) = (Text::from("why"), Loss::Revoked);
    let all = [
        ActiveActiveEvent::Waiting {
            name: name(),
            number,
            request: request(),
            position: 1,
            holder_key: "/w/a b/1".into(),
        },
        ActiveActiveEvent::Requeued { name: name(), number, request: request(), reason },
        ActiveActiveEvent::Ended { name: name(), number, request: request(), code: 0, waited_ms: 1, took_ms: 2 },
        ActiveActiveEvent::Refused { name: name(), number, request: request(), code: 126, message: message.clone() },
        ActiveActiveEvent::Interrupted { name: name(), number, request: request(), took_ms: 2, reason: Some(reason) },
        ActiveActiveEvent::NotBegun { name: name(), number, request: request() },
        ActiveActiveEvent::Unreleased { name: name(), lease: LeaseId(1), frees_at: Time::default(), message },
        ActiveActiveEvent::Progress { name: name(), under_way: 1, done: 2, failed: 3 },
        ActiveActiveEvent::Summary {
            name: name(),
            done: 1,
            failed: 2,
            interrupted: 3,
            not_begun: 4,
            skipped: 5,
            complete: false,
            took_ms: 6,
        },
    ];
    all.into_iter().map(Event::from).collect()
}

fn config_samples() -> Vec<Event> {
    let text = || Text::from("text");
    let value = || ConfigValue(Text::from("1"));
    let change = || ValueChange {
        key: text(),
        value: Some(value()),
        old_value: Some(value()),
        kind: "int",
        mod_revision: 3,
        initial: true,
    };
    let all = [
        ConfigEvent::Value(ValueRow {
            key: text(),
            value: Some(value()),
            kind: "int",
            mod_revision: 3,
            message: Some(text()),
        }),
        ConfigEvent::Set(change()),
        ConfigEvent::Deleted(change()),
        ConfigEvent::Differs(change()),
        ConfigEvent::Unchanged { root: text() },
        ConfigEvent::EditAgain { message: text() },
        ConfigEvent::Imported { root: text(), set: 1, deleted: 2, unchanged: 3, in_steps: true, dry_run: true },
        ConfigEvent::Flag(FlagRow {
            flag: text(),
            enabled: true,
            percent: Some(20),
            allow: vec![text()],
            deny: vec![text()],
            on: Some(true),
        }),
        ConfigEvent::Snapshot(SnapshotRow { version: text(), revision: 3, created: Time::default(), values: 2 }),
        ConfigEvent::Importing { root: text(), host: text(), pid: 7, user: text(), since: Time::default() },
        ConfigEvent::SnapshotDeleted { version: text() },
        ConfigEvent::Restored { version: text(), set: 1, deleted: 2, unchanged: 3, in_steps: true },
        ConfigEvent::Applied { revision: 3, action: "restart", variables: vec![text()] },
        ConfigEvent::Kept { revision: 3, message: text() },
        ConfigEvent::ExecFailed { code: 3, wait_ms: 1000 },
        ConfigEvent::Retrying { wait_ms: 1000, message: text() },
        ConfigEvent::FromCache { path: text(), revision: 3, written: Time::default(), message: text() },
        ConfigEvent::Uncached { path: text(), message: text() },
        ConfigEvent::NoFlag { flag: text() },
        ConfigEvent::NotAFlag { key: text(), message: text() },
        ConfigEvent::CacheDamaged { path: text(), message: text() },
    ];
    all.into_iter().map(Event::from).collect()
}

fn other_samples() -> Vec<Event> {
    let (lock, key, lease) = (|| Text::from(&b"/l"[..]), || Text::from(&b"/l/1"[..]), LeaseId(1));
    let text = || Text::from("text");
    vec![
        LockEvent::Waiting(LockWait {
            lock: lock(),
            key: key(),
            position: 1,
            holders: 1,
            holder_key: key(),
            holder_host: None,
            holder_pid: None,
            holder_user: None,
            holder_command: None,
            holder_detached: true,
            holder_since: None,
        })
        .into(),
        LockEvent::Acquired {
            lock: lock(),
            locks: vec![lock()],
            key: key(),
            lease,
            fence: 1,
            ttl: 30,
            waited_ms: 1,
            deadline: Some(owner().since),
        }
        .into(),
        LockEvent::Holding { lock: lock() }.into(),
        LockEvent::Cut { lock: lock(), field: "note", length: 5000, longest: 4096 }.into(),
        LockEvent::Refused { lock: lock(), permits: NonZeroU32::MIN, queue_permits: NonZeroU32::MIN }.into(),
        LockEvent::Renewed { lock: lock(), key: key(), lease, fence: 1, ttl: 30, deadline: owner().since }.into(),
        LockEvent::Requeued { lock: lock(), key: key(), lease, lost_key: key(), reason: Loss::Deleted }.into(),
        LockEvent::Lost { lock: lock(), key: key(), lease, fence: 1, reason: Loss::Revoked }.into(),
        LockEvent::Released { lock: lock(), key: key(), lease, fence: 1, held_ms: Some(1) }.into(),
        LockEvent::Unreleased { lock: lock(), key: key(), lease, frees_at: owner().since, message: text() }.into(),
        LockEvent::Status(ContenderRow {
            lock: lock(),
            key: key(),
            lease: Some(lease),
            stands: true,
            fence: 1,
            holder: true,
            position: 0,
            ttl: Some(30),
            ttl_left: Some(29),
            candidate: Some(text()),
            owner: Some(owner()),
        })
        .into(),
        LockEvent::Free { lock: lock() }.into(),
        LockEvent::Entry(LockRow {
            lock: lock(),
            election: false,
            key: key(),
            lease: Some(lease),
            fence: 1,
            holders: 1,
            waiters: 0,
            candidate: Some(text()),
            owner: Some(owner()),
        })
        .into(),
        LockEvent::Checked { lock: lock(), fence: 1, held: true, holder_fence: Some(1) }.into(),
        LockEvent::Broken { lock: lock(), key: key(), fence: 1 }.into(),
        LeaseEvent::Granted { lease, ttl: 60, granted_ttl: 60, keys: 0 }.into(),
        LeaseEvent::Unconfirmed { lease, message: "no answer".into(), deadline: owner().since }.into(),
        LeaseEvent::Confirmed { lease, away_ms: 1 }.into(),
        LeaseEvent::TtlRaised { lease, asked_ttl: 1, granted_ttl: 2 }.into(),
        LeaseEvent::Revoked { lease }.into(),
        LeaseEvent::Ttl(LeaseStanding { lease, ttl: 59, granted_ttl: 60, keys: Some(vec![key()]) }).into(),
        LeaseEvent::Renewed { lease, ttl: 60, granted_ttl: 60, deadline: owner().since }.into(),
        LeaseEvent::Entry(LeaseRow { lease, ttl: 59, granted_ttl: 60, keys: Some(1) }).into(),
        LeaseEvent::Attached { lease, key: key() }.into(),
        LeaseEvent::Of { key: key(), lease }.into(),
        LeaseEvent::Held { lease, ttl: 30, keys: vec![key()] }.into(),
        LeaseEvent::Lost { lease, reason: Loss::Revoked }.into(),
        LeaseEvent::Released { lease, held_ms: 1 }.into(),
        LeaseEvent::Unreleased { lease, frees_at: owner().since, message: text() }.into(),
        TxnEvent::Done(TxnRow {
            succeeded: false,
            branch: TxnBranch::None,
            revision: 1,
            lock: Some(lock()),
            fence: Some(1),
            responses: Vec::new(),
        })
        .into(),
        WatchEvent::Put(change(true)).into(),
        WatchEvent::Delete(change(false)).into(),
        WatchEvent::Resync { reason: Gap::Compacted, compact_revision: 1, revision: 2 }.into(),
        WatchEvent::Progress { revision: 1 }.into(),
        WatchEvent::Omitted { key: key(), mod_revision: 1, variables: text() }.into(),
        WatchEvent::HandlerFailed { key: Some(key()), mod_revision: 1, code: 1 }.into(),
        WatchEvent::Handled { handled: 2, failed: 1 }.into(),
        EtcdEvent::Unreachable { message: text() }.into(),
        EtcdEvent::Reachable { away_ms: 1 }.into(),
        EtcdEvent::Outdated { version: text(), message: "text" }.into(),
        EtcdEvent::Unverified { endpoints: text() }.into(),
        ChildEvent::Started { pid: 1 }.into(),
        ChildEvent::Terminating { pid: 1, reason: Loss::Unreachable, grace_ms: 1 }.into(),
        ChildEvent::Killed { pid: 1, reason: text() }.into(),
        ChildEvent::Unkillable { pid: 1, message: "text" }.into(),
        ChildEvent::Exited { pid: 1, code: Some(1), signal: None }.into(),
        ChildEvent::Stragglers { pid: 1, count: 1 }.into(),
        OutputEvent::Dropped { lines: 1 }.into(),
        DevEvent::Ready { endpoints: text(), members: 1, data_dir: lock() }.into(),
        ExampleEvent::Step { example: "text", step: 1, text: text(), command: None }.into(),
        ErrorEvent { code: 1, message: text(), cause: None, hint: None }.into(),
    ]
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Headings of the page, with the field names of the table below each.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(root().join("docs/events.md")).unwrap();
    let mut events: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            current = Some(events.entry(name.trim_matches('`').to_owned()).or_default());
        } else if let (Some(fields), Some(row)) = (&mut current, line.strip_prefix("| `")) {
            fields.insert(row.split('`').next().unwrap().to_owned());
        }
    }
    events
}

#[test]
fn the_page_has_every_event_with_its_fields_and_no_other() {
    let mut in_code = BTreeMap::new();
    for sample in samples() {
        let json = serde_json::to_value(&sample).unwrap();
        let fields: BTreeSet<_> = json.as_object().unwrap().keys().filter(|key| *key != "event").cloned().collect();
        in_code.insert(json["event"].as_str().unwrap().to_owned(), fields);
    }
    assert_eq!(documented(), in_code);
}

/// The names of all events, as the files of `src/event` give them.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in fs::read_dir(root().join("src/event")).unwrap().flatten() {
        let code = fs::read_to_string(file.path()).unwrap();
        // Only an enum's or a struct's own attribute has the tag; its variants, where it has any, are its events.
        let tagged = code.lines().skip_while(|line| !line.starts_with("#[serde(tag = \"event\""));
        let mut renamed = None;
        for line in tagged.take_while(|line| *line != "}") {
            let is_variant = line.strip_prefix("    ").is_some_and(|line| line.starts_with(char::is_uppercase));
            if is_variant || line.starts_with("pub struct ") {
                names.insert(renamed.take().unwrap_or_else(|| panic!("{line} has no name of its own")));
            } else if let Some((_, rest)) = line.split_once("rename = \"") {
                renamed = rest.split('"').next().map(str::to_owned);
            }
        }
    }
    names
}

/// A `String` prints as it is: what another may have written is a `Text`, our own words are static.
#[test]
fn no_event_holds_a_string() {
    for file in fs::read_dir(root().join("src/event")).unwrap().flatten() {
        let code = fs::read_to_string(file.path()).unwrap();
        assert!(!code.contains("String"), "{}", file.path().display());
    }
}

#[test]
fn there_is_a_sample_of_every_event() {
    let sampled: BTreeSet<_> = samples()
        .iter()
        .map(|event| serde_json::to_value(event).unwrap()["event"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names(), sampled);
    assert_eq!(samples().len(), sampled.len());
}

/// What [`samples`] has once more, with every optional field the other way.
fn sparse_samples() -> Vec<Event> {
    let (lock, key, lease) = (|| Text::from(&b"/l"[..]), || Text::from(&b"/l/1"[..]), LeaseId(1));
    let (text, since) = (|| Text::from("text \u{1b}[31m\n"), Time::default());
    let bare = || Owner { mode: Mode::Shared, ..Owner::default() };
    vec![
        LockEvent::Waiting(LockWait {
            lock: lock(),
            key: Text::from(&b"/l/\xff"[..]),
            position: 1,
            holders: 2,
            holder_key: key(),
            holder_host: Some(text()),
            holder_pid: Some(7),
            holder_user: Some(text()),
            holder_command: Some(text()),
            holder_detached: false,
            holder_since: Some(since),
        })
        .into(),
        LockEvent::Acquired {
            lock: lock(),
            locks: Vec::new(),
            key: key(),
            lease,
            fence: 1,
            ttl: 30,
            waited_ms: 1,
            deadline: None,
        }
        .into(),
        LockEvent::Released { lock: lock(), key: key(), lease, fence: 1, held_ms: None }.into(),
        LockEvent::Status(ContenderRow {
            lock: lock(),
            key: key(),
            lease: None,
            stands: false,
            fence: 1,
            holder: false,
            position: 1,
            ttl: None,
            ttl_left: None,
            candidate: None,
            owner: Some(bare()),
        })
        .into(),
        LockEvent::Status(ContenderRow {
            lock: lock(),
            key: key(),
            lease: None,
            stands: false,
            fence: 1,
            holder: false,
            position: 1,
            ttl: None,
            ttl_left: None,
            candidate: None,
            owner: None,
        })
        .into(),
        LockEvent::Entry(LockRow {
            lock: lock(),
            election: true,
            key: key(),
            lease: None,
            fence: 1,
            holders: 1,
            waiters: 0,
            candidate: None,
            owner: None,
        })
        .into(),
        LockEvent::Checked { lock: lock(), fence: 1, held: false, holder_fence: None }.into(),
        LeaseEvent::Ttl(LeaseStanding { lease, ttl: 59, granted_ttl: 60, keys: None }).into(),
        LeaseEvent::Entry(LeaseRow { lease, ttl: 59, granted_ttl: 60, keys: None }).into(),
        TxnEvent::Done(TxnRow {
            succeeded: true,
            branch: TxnBranch::Then,
            revision: 1,
            lock: None,
            fence: None,
            responses: vec![
                TxnAnswer::Put { key: key() },
                TxnAnswer::Get { key: key(), kvs: vec![read(None), read(Some(lease))] },
                TxnAnswer::Del { key: key(), deleted: 1 },
                TxnAnswer::Add { key: key(), value: -1 },
            ],
        })
        .into(),
        WatchEvent::Put(Change { prev_value: None, lease: Some(lease), initial: false, resync: false, ..change(true) })
            .into(),
        WatchEvent::Delete(Change { prev_value: None, initial: true, resync: true, ..change(false) }).into(),
        WatchEvent::Resync { reason: Gap::Restored, compact_revision: 0, revision: 2 }.into(),
        WatchEvent::HandlerFailed { key: None, mod_revision: 1, code: 1 }.into(),
        ChildEvent::Exited { pid: 1, code: None, signal: Some(9) }.into(),
        ExampleEvent::Step { example: "text \u{1b}[31m\n", step: 1, text: text(), command: Some(text()) }.into(),
        ErrorEvent { code: 1, message: text(), cause: Some(text()), hint: Some(text()) }.into(),
    ]
}

fn read(lease: Option<LeaseId>) -> TxnKey {
    let key = Text::from(&b"/k\xff"[..]);
    TxnKey { key, value: Text::from("\u{202e}ä"), create_revision: 1, mod_revision: 2, version: 3, lease }
}

/// A line as it is written, without the time, which begins it.
fn line(event: &Event) -> String {
    let line = String::from_utf8(etcdpat::report::json_line(event)).unwrap();
    let (time, rest) = line.split_once(',').unwrap();
    assert!(time.starts_with("{\"time\":\""), "{line}");
    format!("{{{rest}")
}

#[test]
fn lines_are_byte_for_byte_what_they_were() {
    let lines: String = samples().iter().chain(&sparse_samples()).map(line).collect();
    let path = root().join("tests/data/events.jsonl");
    if std::env::var_os("ETCDPAT_BLESS").is_some() {
        fs::write(&path, &lines).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    for (now, kept) in lines.lines().zip(kept.lines()) {
        assert_eq!(now, kept);
    }
    assert_eq!(lines.len(), kept.len());
}

#[test]
fn bytes_that_are_not_text_are_base64() {
    let json = serde_json::to_string(&LockEvent::Free { lock: vec![0xff, 0xfe].into() }).unwrap();
    assert_eq!(json, r#"{"event":"lock.free","lock":{"base64":"//4="}}"#);
}
