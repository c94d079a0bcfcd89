//! A throwaway etcd, for people.

use crate::event::DevEvent;
use crate::report::class::Class;

pub(super) fn class(event: &DevEvent) -> Class {
    match event {
        DevEvent::Ready { .. } => Class::Result,
    }
}

pub(super) fn words(event: &DevEvent) -> String {
    match event {
        DevEvent::Ready { endpoints, members, data_dir } => {
            let plural = if *members == 1 { "" } else { "s" };
            format!(
                "etcd with {members} member{plural} at {endpoints}\ndata in {data_dir}, removed at the end\nexport ETCDPAT_ENDPOINTS={endpoints}"
            )
        }
    }
}
