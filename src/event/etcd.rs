//! etcd itself, as any pattern meets it.

use serde::Serialize;

use super::Text;

/// What becomes of etcd meanwhile.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum EtcdEvent {
    #[serde(rename = "etcd.unreachable")]
    Unreachable { message: Text },
    #[serde(rename = "etcd.reachable")]
    Reachable { away_ms: u64 },
    #[serde(rename = "etcd.outdated")]
    Outdated { version: Text, message: &'static str },
    #[serde(rename = "etcd.unverified")]
    Unverified { endpoints: Text },
}
