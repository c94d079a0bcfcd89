//! What a contender says of itself.

use std::ffi::OsString;
use std::num::NonZeroU32;

use crate::pattern::queue::{Claim, Contender};
use crate::record::{Mode, Owner, fitted};
use crate::value::{Text, Time};

/// Of a command that is too long for one line, so much is shown there.
const LONGEST_SHOWN: usize = 300;

/// The record of this process, which runs or is going to run `command`; exclusive, of one lock.
pub fn owner(command: &[OsString], note: Option<String>) -> Owner {
    Owner {
        host: nix::unistd::gethostname().map(|host| host.to_string_lossy().into_owned().into()).unwrap_or_default(),
        boot: boot_id().into(),
        pid: std::process::id(),
        user: user().into(),
        command: shown(command).into(),
        note: note.map(Text::from),
        since: Time::now(),
        ..Owner::default()
    }
}

/// What a contender says of itself: nothing when another client made its key, or when the key is nobody's any more.
pub(super) fn of(one: &Contender) -> Option<Owner> {
    if one.stands { serde_json::from_slice(&one.value).ok() } else { None }
}

/// Whether a value is a record of etcdpat's.
pub(super) fn is_record(value: &[u8]) -> bool {
    serde_json::from_slice::<Owner>(value).is_ok()
}

/// A claim as a record says it.
pub(super) fn mode(claim: Claim) -> (Mode, Option<NonZeroU32>) {
    match claim {
        Claim::Exclusive => (Mode::Exclusive, None),
        Claim::Shared => (Mode::Shared, None),
        Claim::Permit(permits) => (Mode::Permit, Some(permits)),
    }
}

/// For people: who this is.
pub(super) fn describe(one: &Contender) -> String {
    let Some(owner) = of(one) else {
        return format!("another client's key {}", Text::from(one.key.clone()));
    };
    let (who, command) = (owner.who(true), owner.command.brief(LONGEST_SHOWN));
    if command.is_empty() { who } else { format!("{who}: {command}") }
}

/// The kernel's id of this boot; empty where there is none.
fn boot_id() -> String {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id").map(|id| id.trim_end().to_owned()).unwrap_or_default()
}

/// The login name as the environment or /etc/passwd has it, else the user's number. (Asking the system's user database
/// would load all its modules.)
fn user() -> String {
    let named =
        ["USER", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()));
    named.unwrap_or_else(|| {
        let uid = nix::unistd::getuid().to_string();
        let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
        let mut entries = users.lines().map(|line| line.split(':'));
        let entry = entries.find(|entry| entry.clone().nth(2) == Some(&uid));
        entry.and_then(|mut entry| entry.next()).map_or(uid.clone(), str::to_owned)
    })
}

/// A command as a record has it.
pub(in crate::pattern) fn shown(command: &[OsString]) -> String {
    fitted(command_line(command))
}

/// A command in one line.
pub fn command_line(command: &[OsString]) -> String {
    command.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
