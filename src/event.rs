//! Every event as data: what a reader of the JSON output sees (docs/events.md lists them, and a test holds that page
//! against these files).
//!
//! One file for each subject, with its enum of events and the rows of its answers: `lock`, `elect`, `ha`, `ha_active_passive`,
//! `ha_active_active`, `ha_sharded`, `discover`, `config`, `lease`, `txn`, `watch`, `etcd`, `child`, `render`, `output`, `dev`, `example`,
//! `error`. `report/human` has a file for each of these, in which every event
//! is worded: one that is not does not compile.
//!
//! What must stay true: fields are flat, snake_case and only ever added; no etcd types, no clap. A field that holds text is
//! a [`Text`], which prints harmlessly, or a `&'static str` of our own.

mod child;
mod config;
mod dev;
mod discover;
mod elect;
mod error;
mod etcd;
mod example;
mod ha;
mod ha_active_active;
mod ha_active_passive;
mod ha_sharded;
mod lease;
mod lock;
mod loss;
mod output;
mod render;
mod txn;
mod watch;

use serde::Serialize;

pub use crate::value::{LeaseId, Text, Time};
pub use child::ChildEvent;
pub use config::{ConfigEvent, ConfigValue, FlagRow, SnapshotRow, ValueChange, ValueRow};
pub use dev::DevEvent;
pub use discover::{DiscoverEvent, InstanceChange, InstanceRow, ServiceCount, Withdrawal};
pub use elect::{CandidateRow, ElectEvent, ElectWait, Hook, Leading, Parting, SlotRow};
pub use error::ErrorEvent;
pub use etcd::EtcdEvent;
pub use example::ExampleEvent;
pub use ha::{HaEvent, HaRow, Shape};
pub use ha_active_active::ActiveActiveEvent;
pub use ha_active_passive::{ActivePassiveEvent, ActivePassiveRow};
pub use ha_sharded::{Release, ShardRow, ShardedEvent, ShardedMemberRow, Told};
pub use lease::{LeaseEvent, LeaseRow, LeaseStanding};
pub use lock::{ContenderRow, LockEvent, LockRow, LockWait};
pub use loss::Loss;
pub use output::OutputEvent;
pub use render::RenderEvent;
pub use txn::{TxnAnswer, TxnBranch, TxnEvent, TxnKey, TxnRow};
pub use watch::{Change, Gap, WatchEvent};

/// Where events go: tests collect them, the command line hands them to a reporter.
pub type Emit<'a> = &'a dyn Fn(Event);

/// Something that happened, or one row of an answer. In JSON it is the event of its subject.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)] // A variant is its subject.
pub enum Event {
    Lock(LockEvent),
    Elect(ElectEvent),
    Ha(HaEvent),
    ActivePassive(ActivePassiveEvent),
    Discover(DiscoverEvent),
    Config(ConfigEvent),
    ActiveActive(ActiveActiveEvent),
    Lease(LeaseEvent),
    Txn(TxnEvent),
    Watch(WatchEvent),
    Etcd(EtcdEvent),
    Child(ChildEvent),
    Render(RenderEvent),
    Output(OutputEvent),
    Dev(DevEvent),
    Example(ExampleEvent),
    Sharded(ShardedEvent),
    Error(ErrorEvent),
}

/// The way from a subject's event to the event that is emitted.
macro_rules! subjects {
    ($($subject:ident($event:ident)),*) => {
        $(impl From<$event> for Event {
            fn from(event: $event) -> Self {
                Self::$subject(event)
            }
        })*
    };
}

subjects!(
    Lock(LockEvent),
    Elect(ElectEvent),
    Ha(HaEvent),
    ActivePassive(ActivePassiveEvent),
    Discover(DiscoverEvent),
    Config(ConfigEvent),
    ActiveActive(ActiveActiveEvent),
    Lease(LeaseEvent),
    Txn(TxnEvent),
    Watch(WatchEvent),
    Etcd(EtcdEvent),
    Child(ChildEvent),
    Render(RenderEvent),
    Output(OutputEvent),
    Dev(DevEvent),
    Example(ExampleEvent),
    Sharded(ShardedEvent),
    Error(ErrorEvent)
);
