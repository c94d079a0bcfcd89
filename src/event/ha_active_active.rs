//! Active-active: what becomes of requests.

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};

/// What happens to requests.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ActiveActiveEvent {
    #[serde(rename = "ha.request_waiting")]
    Waiting { name: Text, number: u64, request: Text, position: usize, holder_key: Text },
    #[serde(rename = "ha.request_requeued")]
    Requeued { name: Text, number: u64, request: Text, reason: Loss },
    #[serde(rename = "ha.request_ended")]
    Ended { name: Text, number: u64, request: Text, code: u8, waited_ms: u64, took_ms: u64 },
    #[serde(rename = "ha.request_refused")]
    Refused { name: Text, number: u64, request: Text, code: u8, message: Text },
    #[serde(rename = "ha.request_interrupted")]
    Interrupted { name: Text, number: u64, request: Text, took_ms: u64, reason: Option<Loss> },
    #[serde(rename = "ha.request_not_begun")]
    NotBegun { name: Text, number: u64, request: Text },
    #[serde(rename = "ha.unreleased")]
    Unreleased { name: Text, lease: LeaseId, frees_at: Time, message: Text },
    #[serde(rename = "ha.requests_progress")]
    Progress { name: Text, under_way: usize, done: u64, failed: u64 },
    #[serde(rename = "ha.requests_summary")]
    Summary {
        name: Text,
        done: u64,
        failed: u64,
        interrupted: u64,
        not_begun: u64,
        skipped: u64,
        complete: bool,
        took_ms: u64,
    },
}
