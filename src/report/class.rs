//! What an event is to its reader: where it is written, whether it is worth a line, what becomes of it without room.
//!
//! What must stay true: every event's file in `human` gives each event a class, in a match that leaves none out.

use std::time::Duration;

use super::queue::Stream;
use super::{Stdout, Style};

/// What an event is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// What was asked for: on standard output, and never dropped.
    Result,
    /// A result that the next one replaces, and whose source can't wait for its reader: dropped where there is no room.
    Renewal,
    /// The result of a wait, and its end. Where standard output is a child's, only who saw the wait is told, or `-v`.
    WaitOver,
    /// The same, said in any case: what was waited for begins something.
    Turn,
    /// A wait goes on: on a terminal a line shows it while it lasts.
    Wait,
    /// Said to people on standard error.
    Diagnostic(Said, Kept),
    /// What everybody must hear before anything is done, always on standard error.
    Warning,
    /// Why the command failed, always on standard error; the end of any wait.
    Failure,
}

/// To whom a diagnostic is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// To everybody: an error, though it does not end the command.
    InAnyCase,
    /// To everybody but `--quiet`.
    Always,
    /// With `-v`.
    Verbose,
    /// To no people: the failure that follows says it.
    Never,
}

/// Whether an event waits for room, instead of being dropped where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It comes once.
    Always,
    /// Among results: they make no sense without it.
    AmongResults,
    /// It is dropped.
    Never,
}

impl Class {
    /// A diagnostic that is said to everybody, as far as there is room.
    pub(super) const NOTE: Self = Self::Diagnostic(Said::Always, Kept::Never);
    /// The same, with `-v`.
    pub(super) const DETAIL: Self = Self::Diagnostic(Said::Verbose, Kept::Never);

    /// Whether it is printed as a result, as far as standard output is for results.
    pub(super) fn is_result(self) -> bool {
        match self {
            Self::Result | Self::Renewal | Self::WaitOver | Self::Turn => true,
            Self::Wait | Self::Diagnostic(..) | Self::Warning | Self::Failure => false,
        }
    }

    /// Whether it waits for room.
    pub(super) fn is_kept(self, stream: Stream) -> bool {
        match self {
            Self::Result
            | Self::WaitOver
            | Self::Turn
            | Self::Warning
            | Self::Failure
            | Self::Diagnostic(_, Kept::Always) => true,
            Self::Diagnostic(_, Kept::AmongResults) => stream == Stream::Out,
            Self::Renewal | Self::Wait | Self::Diagnostic(_, Kept::Never) => false,
        }
    }

    /// Whether people are told. `is_live`: a line shows the wait; `waited`: for how long it has been shown, or said.
    pub(super) fn is_said(self, style: Style, is_live: bool, waited: Option<Duration>) -> bool {
        let aside = style.stdout == Stdout::Taken;
        match self {
            Self::Warning | Self::Failure | Self::Diagnostic(Said::InAnyCase, _) => true,
            Self::Result | Self::Renewal | Self::WaitOver | Self::Turn if !aside => true,
            _ if style.verbosity < 0 => false,
            Self::Result | Self::Renewal | Self::Turn | Self::Diagnostic(Said::Always, _) => true,
            Self::WaitOver => waited.is_some() || style.verbosity > 0,
            Self::Wait => !is_live,
            Self::Diagnostic(Said::Verbose, _) => style.verbosity > 0,
            Self::Diagnostic(Said::Never, _) => false,
        }
    }
}
