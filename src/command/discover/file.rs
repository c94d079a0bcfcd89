//! `--file services.toml`: several instances, and their changes.
//!
//! ```toml
//! [[service]]
//! name = "web"
//! id = "web-1"
//! address = "10.0.0.7:80"
//! meta = { zone = "b", weight = "3" }
//! check-http = "http://localhost/health"
//! check-interval = "5s"
//! ```

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde::Deserialize;

use super::entry::Given;
use super::register::Unhealthy;
use crate::command::toml_file;
use crate::error::Failure;
use crate::options::{duration, positive_duration};
use crate::pattern::discovery::Entry;

/// A file of services.
#[derive(Debug)]
pub(super) struct File {
    path: PathBuf,
    /// How it looked when it was read last.
    seen: Option<(SystemTime, u64)>,
    /// And when it was looked at last: what is still being written, is not read.
    glimpsed: Option<(SystemTime, u64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
struct Services {
    #[serde(default)]
    service: Vec<Service>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
struct Service {
    name: String,
    id: String,
    address: String,
    #[serde(default)]
    meta: BTreeMap<String, String>,
    check_http: Option<String>,
    #[serde(default)]
    check_header: Vec<String>,
    check_tcp: Option<String>,
    check_cmd: Option<String>,
    check_interval: Option<String>,
    check_timeout: Option<String>,
    rise: Option<NonZeroU32>,
    fall: Option<NonZeroU32>,
    #[serde(default)]
    unhealthy: WhenUnhealthy,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WhenUnhealthy {
    #[default]
    Withdraw,
    Mark,
}

/// How one that is given becomes what is registered.
type MakeEntry<'a> = dyn Fn(Given) -> Result<Entry, Failure> + 'a;

impl File {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, seen: None, glimpsed: None }
    }

    /// What is in it, if it has changed since it was read last.
    pub(super) fn changed(&mut self, entry: &MakeEntry<'_>) -> Option<Result<Vec<Entry>, Failure>> {
        let now = self.look();
        let is_still = std::mem::replace(&mut self.glimpsed, now) == now;
        (is_still && now != self.seen).then(|| self.read(entry))
    }

    fn look(&self) -> Option<(SystemTime, u64)> {
        let meta = std::fs::metadata(&self.path).ok()?;
        Some((meta.modified().ok()?, meta.len()))
    }

    /// What is in it.
    ///
    /// # Errors
    /// Code 2, with the place that is wrong.
    pub(super) fn read(&mut self, entry: &MakeEntry<'_>) -> Result<Vec<Entry>, Failure> {
        self.seen = self.look();
        let path = self.path.display().to_string();
        let services: Services = toml_file::read(&self.path, "a list of services")?;
        if services.service.is_empty() {
            return Err(Failure::usage(format!("{path} has no [[service]]")).hint("to withdraw all, stop etcdpat"));
        }
        let mut entries: Vec<Entry> = Vec::new();
        for (number, service) in (1..).zip(services.service) {
            let within = |failure: Failure| Failure {
                message: format!("{path}, service {number}: {}", failure.message),
                ..failure
            };
            let new = given(service).and_then(entry).map_err(within)?;
            let (service, id) = (&new.record.instance.service, &new.record.instance.id);
            let is_same = |old: &Entry| (&old.record.instance.service, &old.record.instance.id) == (service, id);
            if entries.iter().any(is_same) {
                return Err(within(Failure::usage(format!("{id} of {service} stands there twice"))));
            }
            entries.push(new);
        }
        Ok(entries)
    }
}

fn given(service: Service) -> Result<Given, Failure> {
    let time = |text: &Option<String>, default: u64, parse: fn(&str) -> Result<Duration, String>| match text {
        Some(text) => parse(text).map_err(Failure::usage),
        None => Ok(Duration::from_secs(default)),
    };
    Ok(Given {
        check_interval: time(&service.check_interval, 5, positive_duration)?,
        check_timeout: time(&service.check_timeout, 2, duration)?,
        rise: service.rise.unwrap_or(NonZeroU32::MIN),
        fall: service.fall.or(NonZeroU32::new(3)).unwrap_or(NonZeroU32::MIN),
        service: service.name,
        id: service.id,
        address: service.address,
        meta: service.meta.into_iter().map(|(name, value)| format!("{name}={value}")).collect(),
        check_http: service.check_http,
        check_header: service.check_header,
        check_tcp: service.check_tcp,
        check_cmd: service.check_cmd.map(Into::into),
        unhealthy: match service.unhealthy {
            WhenUnhealthy::Withdraw => Unhealthy::Withdraw,
            WhenUnhealthy::Mark => Unhealthy::Mark,
        },
    })
}
