//! From each pattern's errors to their exit codes, and what to do about it.

use super::etcd::READ_FIRST;
use super::{ExitCode, Failure};
use crate::pattern::config::Unfit;
use crate::pattern::{config, discovery, election, ha, hold, lease, lock, txn, watch};
use crate::plain;
use crate::shutdown::Cause;
use crate::value::shell_text;

/// What to do about a transaction whose answer was lost.
const APPLIED_ONCE: &str =
    "read what it writes before you repeat it; what compares mod() of a key that it writes is applied once";

impl From<lock::Error> for Failure {
    fn from(error: lock::Error) -> Self {
        use lock::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        match error {
            E::Busy { name, .. } => with(ExitCode::Busy(ExitCode::BUSY))
                .hint(format!("`etcdpat lock status {}` shows the queue", name.word())),
            E::TimedOut { reason, .. } => Self { causes: reason.into_iter().collect(), ..with(ExitCode::TimedOut) },
            E::Refused { there, .. } => failure.hint(format!("use --permits {there}, or another name")),
            E::ForeignKey { name, .. } => {
                with(ExitCode::Usage).hint(format!("`etcdpat lock status {}` shows its keys", name.word()))
            }
            E::NotAKey(_) => with(ExitCode::Usage).hint("`etcdpat lock acquire` prints the key"),
            E::NotHeld { name, .. } => {
                with(ExitCode::No).hint(format!("`etcdpat lock status {}` shows the queue", name.word()))
            }
            E::Supervised { name, key, .. } => with(ExitCode::No).hint(format!(
                "`etcdpat lock break {} --key {}` takes it from its command, which is killed",
                name.word(),
                shell_text(key.raw())
            )),
            E::Hold(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<election::Error> for Failure {
    fn from(error: election::Error) -> Self {
        use election::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        let status = |name: &election::Name| format!("`etcdpat elect status {}` shows who stands", name.word());
        match error {
            E::Busy { name, .. } => with(ExitCode::Busy(ExitCode::BUSY)).hint(status(&name)),
            E::TimedOut { name, reason, .. } => {
                Self { causes: reason.into_iter().collect(), ..with(ExitCode::TimedOut) }.hint(status(&name))
            }
            E::IdTaken { .. } => with(ExitCode::Busy(ExitCode::BUSY)).hint("give each node an id of its own"),
            E::InvalidId(_) | E::ToItself { .. } => with(ExitCode::Usage),
            E::StillLeads { name, may_be_forced: true, .. } => with(ExitCode::No).hint(format!(
                "`etcdpat elect resign --force {}` removes its key; its command may run on for a while",
                name.word()
            )),
            E::Vacant(_) | E::StillLeads { .. } => with(ExitCode::No),
            E::Refused { what: "step down", .. } => with(ExitCode::No).hint("--force removes its key"),
            E::NotTheLeader { name, .. } | E::WentToAnother { name, .. } | E::Refused { name, .. } => {
                with(ExitCode::No).hint(status(&name))
            }
            E::Asked(_) => with(ExitCode::Busy(ExitCode::BUSY)).hint("try again when it has been answered"),
            E::Hold(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<ha::active_active::Error> for Failure {
    fn from(error: ha::active_active::Error) -> Self {
        use ha::active_active::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        match error {
            E::Unfit(unfit) => hold::Error::from(unfit).into(),
            E::Client(failed) => failed.into(),
            E::Child(error) => error.into(),
            E::Changed(_) => Self { code: ExitCode::Usage, ..failure }.hint("without --resume the log begins anew"),
            E::Unreadable(_) | E::Unlogged(_) | E::Output(_) => failure,
        }
    }
}

impl From<ha::sharded::Error> for Failure {
    fn from(error: ha::sharded::Error) -> Self {
        use ha::sharded::Error as E;
        let busy = Self::new(ExitCode::Busy(ExitCode::BUSY), error.to_string());
        match error {
            E::OtherNumber { there, .. } => busy.hint(format!(
                "--shards {there}; or another name; or stop every instance first: the number goes with the last one"
            )),
            E::IdTaken { .. } => busy.hint("give each instance a --node-id of its own"),
            E::OwnedFile(_) => {
                Self { code: ExitCode::Failed, ..busy }.hint("TMPDIR says where such a directory is made")
            }
            E::Hold(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<config::Error> for Failure {
    fn from(error: config::Error) -> Self {
        use config::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        match error {
            // Whether there is a folder of that name, is for the command to say.
            E::Absent(_) => with(ExitCode::No),
            E::NoVersion(_) => with(ExitCode::No).hint("`etcdpat config snapshot list` shows all"),
            E::Changed { .. } => with(ExitCode::No).hint("read it again, and decide anew"),
            E::VersionTaken(_) => {
                with(ExitCode::No).hint("a version exists once: delete it first, or choose another one")
            }
            E::IsFolder { folder, .. } => with(ExitCode::Usage).hint(format!(
                "`etcdpat config delete {} --prefix` deletes the folder; `import --prune` all that is not in its file",
                shell_text(folder.as_str().as_bytes())
            )),
            E::NotTyped { path, .. } | E::Unfit(Unfit::NotTyped { path, .. }) => with(ExitCode::Usage).hint(format!(
                "another program wrote it: `etcdpat config set {} VALUE` puts a typed value in its place",
                shell_text(path.as_str().as_bytes())
            )),
            E::Folder { .. } | E::Unfit(_) | E::TooLarge { .. } => with(ExitCode::Usage),
            E::Importing { .. } => with(ExitCode::Busy(ExitCode::BUSY)).hint(
                "where it was broken off, the same one finishes it, or --take-over puts another import, or snapshot \
                     restore, in its place",
            ),
            E::TooMany(_) => with(ExitCode::Usage)
                .hint("nothing was changed; `etcdpat config import FILE` takes a file of any number"),
            E::Damaged { .. } => failure,
            E::Stopped(cause) => cause.into(),
            E::Child(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<config::UnusableCache> for Failure {
    fn from(error: config::UnusableCache) -> Self {
        use config::UnusableCache as E;
        let failure = Self::usage(error.to_string());
        match error {
            E::OtherRoot { .. } => failure.hint("each configuration has a --cache of its own"),
            E::Damaged { .. } => Self { code: ExitCode::Failed, ..failure }.hint("remove it, or name another file"),
            E::NotACache { .. } => failure.hint("remove it, or name another file"),
            E::NotAFile(_) | E::Unreadable { .. } => failure,
        }
    }
}

impl From<discovery::Error> for Failure {
    fn from(error: discovery::Error) -> Self {
        use discovery::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        match error {
            E::NoInstance { service, .. } => {
                with(ExitCode::No).hint(format!("`etcdpat discover find {service}` shows its instances"))
            }
            E::None { .. } => with(ExitCode::No).hint("`etcdpat discover services` shows what is registered"),
            E::IdTaken { .. } => {
                with(ExitCode::Busy(ExitCode::BUSY)).hint("another --id; or --replace to take its place")
            }
            E::OtherForm { there, .. } => failure.hint(format!("--format {there}, or another service")),
            E::Stopped(cause) => cause.into(),
            E::Child(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<hold::Error> for Failure {
    fn from(error: hold::Error) -> Self {
        use hold::Error as E;
        let message = error.to_string();
        match error {
            E::Lost { .. } => Self::new(ExitCode::Lost, message),
            E::Stopped(cause) => cause.into(),
            E::Unfit(_) => Self::usage(message).hint("a longer --ttl, or a shorter --grace"),
            E::Child(error) => error.into(),
        }
    }
}

impl From<lease::Error> for Failure {
    fn from(error: lease::Error) -> Self {
        use lease::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        match error {
            E::Gone(_) => {
                with(ExitCode::No).hint("it has expired, was revoked, or never was; `etcdpat lease list` shows all")
            }
            E::Exists(_) => with(ExitCode::No).hint("leave --id out to get an id that nobody uses"),
            E::NoKey(_) | E::NoLease(_) => with(ExitCode::No),
            E::KeyExists(_) => with(ExitCode::No).hint("nothing was written; --replace overwrites it"),
            E::TooMany(_) => with(ExitCode::Usage).hint("nothing was written; all keys are put in one transaction"),
            E::Hold(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<txn::Error> for Failure {
    fn from(error: txn::Error) -> Self {
        use txn::Error as E;
        let refused = Self::usage(error.to_string());
        match error {
            E::NotANumber { .. } | E::Overflow { .. } => refused.hint("nothing was changed"),
            E::TooManyOperations { .. } => {
                refused.hint("nothing was changed, and nothing is split; the server's --max-txn-ops is 128 by default")
            }
            E::TooLarge => refused.hint("nothing was changed; the server's --max-request-bytes is 1.5 MiB by default"),
            E::DuplicateKey => refused.hint("nothing was changed; etcd takes one write of each key"),
            E::LeaseGone => refused.hint("nothing was changed; `etcdpat lease list` shows those that do"),
            E::Guard(error) => error.into(),
            E::Client(failed) => {
                let failure = Self::from(failed);
                if failure.hint.as_deref() == Some(READ_FIRST) { failure.hint(APPLIED_ONCE) } else { failure }
            }
        }
    }
}

impl From<watch::Error> for Failure {
    fn from(error: watch::Error) -> Self {
        use watch::Error as E;
        match error {
            E::Client(failed) => failed.into(),
            // A signal is the way to end it, and nothing to talk about.
            E::Stopped(cause) => Self::silent(Self::from(cause).code),
            E::Handler(error) => error.into(),
            E::Unwritable { .. } => Self::new(ExitCode::Failed, error.to_string()),
        }
    }
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Signal { number, from_terminal } => {
                let signal = number.as_u8();
                let interrupted = ExitCode::Interrupted { signal, group_has_it: true };
                let code = if from_terminal { interrupted } else { ExitCode::Signal(signal) };
                Self::new(code, format!("stopped by {number} while waiting"))
            }
            Cause::ForCommand(number) => Self::silent(ExitCode::Signal(number.as_u8())),
            Cause::OutputClosed => Self::silent(ExitCode::Done),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let mut texts = error.chain().map(|error| plain::system(error.to_string()));
        let message = texts.next().unwrap_or_default();
        Self { causes: texts.collect(), ..Self::new(ExitCode::Failed, message) }
    }
}
