//! etcd itself, for people.

use super::seconds;
use crate::event::EtcdEvent;
use crate::report::class::Class;

pub(super) fn class(event: &EtcdEvent) -> Class {
    match event {
        EtcdEvent::Unreachable { .. } | EtcdEvent::Reachable { .. } | EtcdEvent::Outdated { .. } => Class::NOTE,
        EtcdEvent::Unverified { .. } => Class::Warning,
    }
}

pub(super) fn words(event: &EtcdEvent) -> String {
    match event {
        EtcdEvent::Unreachable { message } => format!("etcd is away, still waiting: {message}"),
        EtcdEvent::Reachable { away_ms } => format!("etcd is back after {}", seconds(*away_ms)),
        EtcdEvent::Outdated { version, message } => format!("etcd {version} has a known defect: {message}"),
        EtcdEvent::Unverified { endpoints } => {
            format!(
                "warning: the certificate of {endpoints} is not verified: whoever answers there reads and writes all"
            )
        }
    }
}
