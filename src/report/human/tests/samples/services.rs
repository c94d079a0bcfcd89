//! Services: configuration, discovery, high availability.

use super::{LEASE, owner};
use crate::event::{
    ActiveActiveEvent, ActivePassiveEvent, ActivePassiveRow, ConfigEvent, ConfigValue, DiscoverEvent, FlagRow,
    InstanceChange, InstanceRow, LeaseId, Loss, Release, RenderEvent, ServiceCount, ShardRow, ShardedEvent,
    ShardedMemberRow, SnapshotRow, Text, Time, Told, ValueChange, ValueRow, Withdrawal,
};
use crate::record::{Condition, Node, Role};

pub(super) fn active_active(text: &Text) -> Vec<ActiveActiveEvent> {
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

pub(super) fn active_passive(text: &Text) -> Vec<ActivePassiveEvent> {
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

pub(super) fn sharded(text: &Text) -> Vec<ShardedEvent> {
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

pub(super) fn discover(text: &Text) -> Vec<DiscoverEvent> {
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

pub(super) fn config(text: &Text) -> Vec<ConfigEvent> {
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

pub(super) fn render(text: &Text) -> Vec<RenderEvent> {
    let path = || text.clone();
    vec![
        RenderEvent::Written { path: path() },
        // Each of its lines begins with a sign of ours.
        RenderEvent::Differs { path: path(), diff: path().to_string().into() },
        RenderEvent::Kept { path: path(), message: path() },
        RenderEvent::ReloadFailed { path: path(), code: 1 },
    ]
}
