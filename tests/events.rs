//! docs/events.md against the code: every event, every field.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZeroU32;
use std::path::Path;

use etcdpat::event::{
    Change, ContenderRow, Event, Gap, LeaseId, LeaseRow, LeaseStanding, LockRow, Loss, Mode, Owner, Text, Time,
    TxnAnswer, TxnBranch, TxnKey, TxnRow,
};

fn owner() -> Owner {
    let (permits, locks) = (Some(NonZeroU32::MIN), vec![Text::from(&b"/l"[..])]);
    Owner { note: Some("note".to_owned()), boot: "boot".to_owned(), permits, locks, ..Owner::default() }
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

/// One of each, with every field that it can have.
fn samples() -> Vec<Event> {
    let (lock, key, lease) = (|| Text::from(&b"/l"[..]), || Text::from(&b"/l/1"[..]), LeaseId(1));
    let text = || "text".to_owned();
    vec![
        Event::LockWaiting {
            lock: lock(),
            key: key(),
            position: 1,
            holders: 1,
            holder_key: key(),
            holder_host: None,
            holder_pid: None,
            holder_user: None,
            holder_command: None,
            holder_since: None,
        },
        Event::LockAcquired {
            lock: lock(),
            locks: vec![lock()],
            key: key(),
            lease,
            fence: 1,
            ttl: 30,
            waited_ms: 1,
            deadline: Some(owner().since),
        },
        Event::LockRefused { lock: lock(), permits: NonZeroU32::MIN, queue_permits: NonZeroU32::MIN },
        Event::LockRenewed { lock: lock(), key: key(), lease, fence: 1, ttl: 30, deadline: owner().since },
        Event::LockRequeued { lock: lock(), key: key(), lease, lost_key: key(), reason: Loss::Deleted },
        Event::LockLost { lock: lock(), key: key(), lease, fence: 1, reason: Loss::Revoked },
        Event::LockReleased { lock: lock(), key: key(), lease, fence: 1, held_ms: Some(1) },
        Event::LockUnreleased { lock: lock(), key: key(), lease, frees_at: owner().since, message: text() },
        Event::LockStatus(ContenderRow {
            lock: lock(),
            key: key(),
            lease: Some(lease),
            stands: true,
            fence: 1,
            holder: true,
            position: 0,
            ttl: Some(30),
            ttl_left: Some(29),
            owner: Some(owner()),
        }),
        Event::LockFree { lock: lock() },
        Event::LockEntry(LockRow {
            lock: lock(),
            election: false,
            key: key(),
            lease: Some(lease),
            fence: 1,
            holders: 1,
            waiters: 0,
            owner: Some(owner()),
        }),
        Event::LockChecked { lock: lock(), fence: 1, held: true, holder_fence: Some(1) },
        Event::LockBroken { lock: lock(), key: key(), fence: 1 },
        Event::LeaseGranted { lease, ttl: 60, granted_ttl: 60, keys: 0 },
        Event::LeaseTtlRaised { lease, asked_ttl: 1, granted_ttl: 2 },
        Event::LeaseRevoked { lease },
        Event::LeaseTtl(LeaseStanding { lease, ttl: 59, granted_ttl: 60, keys: Some(vec![key()]) }),
        Event::LeaseRenewed { lease, ttl: 60, granted_ttl: 60, deadline: owner().since },
        Event::LeaseEntry(LeaseRow { lease, ttl: 59, granted_ttl: 60, keys: Some(1) }),
        Event::LeaseAttached { lease, key: key() },
        Event::LeaseOf { key: key(), lease },
        Event::LeaseHeld { lease, ttl: 30, keys: vec![key()] },
        Event::LeaseLost { lease, reason: Loss::Revoked },
        Event::LeaseReleased { lease, held_ms: 1 },
        Event::LeaseUnreleased { lease, frees_at: owner().since, message: text() },
        Event::TxnDone(TxnRow {
            succeeded: false,
            branch: TxnBranch::None,
            revision: 1,
            lock: Some(lock()),
            fence: Some(1),
            responses: Vec::new(),
        }),
        Event::Put(change(true)),
        Event::Delete(change(false)),
        Event::WatchResync { reason: Gap::Compacted, compact_revision: 1, revision: 2 },
        Event::WatchProgress { revision: 1 },
        Event::WatchOmitted { key: key(), mod_revision: 1, variables: text() },
        Event::WatchHandlerFailed { key: Some(key()), mod_revision: 1, code: 1 },
        Event::WatchHandled { handled: 2, failed: 1 },
        Event::EtcdUnreachable { message: text() },
        Event::EtcdReachable { away_ms: 1 },
        Event::EtcdOutdated { version: text(), message: text() },
        Event::ChildStarted { pid: 1 },
        Event::ChildTerminating { pid: 1, reason: Loss::Unreachable, grace_ms: 1 },
        Event::ChildKilled { pid: 1, reason: text() },
        Event::ChildUnkillable { pid: 1, message: text() },
        Event::ChildExited { pid: 1, code: Some(1), signal: None },
        Event::ChildStragglers { pid: 1, count: 1 },
        Event::OutputDropped { lines: 1 },
        Event::DevReady { endpoints: text(), members: 1, data_dir: lock() },
        Event::ExampleStep { example: text(), step: 1, text: text(), command: None },
        Event::Error { code: 1, message: text(), cause: None, hint: None },
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

#[test]
fn there_is_a_sample_of_every_event() {
    let code = fs::read_to_string(root().join("src/event.rs")).unwrap();
    let names: BTreeSet<_> = code
        .lines()
        .filter_map(|line| line.trim().strip_prefix("#[serde(rename = \"")?.strip_suffix("\")]"))
        .map(str::to_owned)
        .collect();
    assert_eq!(names, documented().into_keys().collect());
    assert_eq!(names.len(), samples().len());
}

/// What [`samples`] has once more, with every optional field the other way.
fn sparse_samples() -> Vec<Event> {
    let (lock, key, lease) = (|| Text::from(&b"/l"[..]), || Text::from(&b"/l/1"[..]), LeaseId(1));
    let (text, since) = (|| "text \u{1b}[31m\n".to_owned(), Time::default());
    let bare = || Owner { mode: Mode::Shared, ..Owner::default() };
    vec![
        Event::LockWaiting {
            lock: lock(),
            key: Text::from(&b"/l/\xff"[..]),
            position: 1,
            holders: 2,
            holder_key: key(),
            holder_host: Some(text()),
            holder_pid: Some(7),
            holder_user: Some(text()),
            holder_command: Some(text()),
            holder_since: Some(since),
        },
        Event::LockAcquired {
            lock: lock(),
            locks: Vec::new(),
            key: key(),
            lease,
            fence: 1,
            ttl: 30,
            waited_ms: 1,
            deadline: None,
        },
        Event::LockReleased { lock: lock(), key: key(), lease, fence: 1, held_ms: None },
        Event::LockStatus(ContenderRow {
            lock: lock(),
            key: key(),
            lease: None,
            stands: false,
            fence: 1,
            holder: false,
            position: 1,
            ttl: None,
            ttl_left: None,
            owner: Some(bare()),
        }),
        Event::LockStatus(ContenderRow {
            lock: lock(),
            key: key(),
            lease: None,
            stands: false,
            fence: 1,
            holder: false,
            position: 1,
            ttl: None,
            ttl_left: None,
            owner: None,
        }),
        Event::LockEntry(LockRow {
            lock: lock(),
            election: true,
            key: key(),
            lease: None,
            fence: 1,
            holders: 1,
            waiters: 0,
            owner: None,
        }),
        Event::LockChecked { lock: lock(), fence: 1, held: false, holder_fence: None },
        Event::LeaseTtl(LeaseStanding { lease, ttl: 59, granted_ttl: 60, keys: None }),
        Event::LeaseEntry(LeaseRow { lease, ttl: 59, granted_ttl: 60, keys: None }),
        Event::TxnDone(TxnRow {
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
        }),
        Event::Put(Change { prev_value: None, lease: Some(lease), initial: false, resync: false, ..change(true) }),
        Event::Delete(Change { prev_value: None, initial: true, resync: true, ..change(false) }),
        Event::WatchResync { reason: Gap::Restored, compact_revision: 0, revision: 2 },
        Event::WatchHandlerFailed { key: None, mod_revision: 1, code: 1 },
        Event::ChildExited { pid: 1, code: None, signal: Some(9) },
        Event::ExampleStep { example: text(), step: 1, text: text(), command: Some(text()) },
        Event::Error { code: 1, message: text(), cause: Some(text()), hint: Some(text()) },
    ]
}

fn read(lease: Option<LeaseId>) -> TxnKey {
    let key = Text::from(&b"/k\xff"[..]);
    TxnKey { key, value: Text::from("\u{202e}ä".as_bytes()), create_revision: 1, mod_revision: 2, version: 3, lease }
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
    let json = serde_json::to_string(&Event::LockFree { lock: Text(vec![0xff, 0xfe]) }).unwrap();
    assert_eq!(json, r#"{"event":"lock.free","lock":{"base64":"//4="}}"#);
}
