//! A throwaway etcd.

use serde::Serialize;

use super::Text;

/// What becomes of a throwaway etcd.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum DevEvent {
    #[serde(rename = "dev.ready")]
    Ready { endpoints: Text, members: usize, data_dir: Text },
}
