//! What a contender says of itself.

use std::ffi::OsString;

use crate::record::Owner;
use crate::value::{Text, Time};

/// The longest command kept in the record, in bytes; the rest is cut off.
const LONGEST_COMMAND: usize = 300;

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

fn shown(command: &[OsString]) -> String {
    let words: Vec<_> = command.iter().map(|word| word.to_string_lossy()).collect();
    let mut line = words.join(" ");
    if line.len() > LONGEST_COMMAND {
        let end = (0..=LONGEST_COMMAND).rev().find(|&end| line.is_char_boundary(end)).unwrap_or(0);
        line.truncate(end);
        line.push('…');
    }
    line
}
