//! The command, for people.

use super::seconds;
use crate::event::ChildEvent;
use crate::report::class::Class;

pub(super) fn class(event: &ChildEvent) -> Class {
    match event {
        ChildEvent::Started { .. } | ChildEvent::Exited { .. } => Class::DETAIL,
        ChildEvent::Terminating { .. }
        | ChildEvent::Killed { .. }
        | ChildEvent::Unkillable { .. }
        | ChildEvent::Stragglers { .. } => Class::NOTE,
    }
}

pub(super) fn words(event: &ChildEvent) -> String {
    match event {
        ChildEvent::Started { pid } => format!("started the command (pid {pid})"),
        ChildEvent::Terminating { reason, grace_ms, .. } => {
            format!("{reason}; stopping the command with SIGTERM, in {} with SIGKILL", seconds(*grace_ms))
        }
        ChildEvent::Killed { reason, .. } => format!("killing the command: {reason}"),
        ChildEvent::Unkillable { pid, message } => {
            format!("can't kill process {pid} of the command ({message}): waiting for it to end")
        }
        ChildEvent::Exited { code: Some(code), .. } => format!("the command exited with {code}"),
        ChildEvent::Exited { code: None, signal, .. } => {
            format!("the command died of signal {}", signal.unwrap_or(0))
        }
        ChildEvent::Stragglers { count, .. } => format!("stopping {count} process(es) that the command left running"),
    }
}
