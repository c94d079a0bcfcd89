//! One instance as it is given, by options or in a file, and checked.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::time::Duration;

use super::register::{Format, Unhealthy};
use super::registry::{id, is_label, labels, meta, service};
use crate::check::{Http, Tcp, Thresholds};
use crate::error::Failure;
use crate::pattern::discovery::{Address, By, Checking, Entry, Form, Instance, Meta, Probe, Record, Status, pid_ns};
use crate::pattern::lock;
use crate::supervise::Task;

/// From SIGTERM to SIGKILL, for what a command leaves running when it has ended.
const GRACE: Duration = Duration::from_secs(5);

/// One instance as it is given.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) service: String,
    pub(super) id: String,
    pub(super) address: String,
    pub(super) meta: Vec<String>,
    pub(super) check_http: Option<String>,
    pub(super) check_header: Vec<String>,
    pub(super) check_tcp: Option<String>,
    pub(super) check_cmd: Option<OsString>,
    pub(super) check_interval: Duration,
    pub(super) check_timeout: Duration,
    pub(super) rise: NonZeroU32,
    pub(super) fall: NonZeroU32,
    pub(super) unhealthy: Unhealthy,
}

/// How a shell line becomes a check.
pub(super) type MakeCheck<'a> = dyn Fn(OsString) -> Task + 'a;

impl Given {
    /// What is registered.
    ///
    /// # Errors
    /// Code 2.
    pub(super) fn entry(
        self,
        format: Format,
        ttl: Duration,
        domain: Option<&str>,
        by: &By,
        check: &MakeCheck<'_>,
    ) -> Result<Entry, Failure> {
        let (service, id, meta) = (service(&self.service)?, id(&self.id)?, meta(&self.meta)?);
        let address = Address::given(&self.address)
            .map_err(|invalid| Failure::usage(format!("{:?} is not an address: {invalid}", self.address)))?;
        if meta.get("weight").is_some_and(|weight| weight.to_string().parse::<u64>().is_err()) {
            return Err(Failure::usage("weight is a whole number, not negative: --meta weight=3"));
        }
        let form = form(format, ttl, domain, (service.as_str(), id.as_str()), &meta)?;
        let checking = self.checking(check)?;
        let mark = self.unhealthy == Unhealthy::Mark;
        if mark && form != Form::Json {
            return Err(Failure::usage("only records of --format json can be marked as unhealthy"));
        }
        let instance = Instance { service, id, address, meta, status: Status::Up, by: Some(by.clone()) };
        Ok(Entry { record: Record { instance, form, mark }, checking })
    }

    fn checking(&self, check: &MakeCheck<'_>) -> Result<Option<Checking>, Failure> {
        let usage = |error: &dyn std::fmt::Display| Failure::usage(error.to_string());
        let probe = match (&self.check_http, &self.check_tcp, &self.check_cmd) {
            (Some(url), None, None) => {
                Probe::Http(Http::parse(url, &self.check_header).map_err(|invalid| usage(&invalid))?)
            }
            (None, Some(address), None) => Probe::Tcp(Tcp::parse(address).map_err(|invalid| usage(&invalid))?),
            (None, None, Some(line)) => Probe::Command(Box::new(check(line.clone()))),
            (None, None, None) => return Ok(None),
            _ => return Err(Failure::usage("one check for each instance: http, tcp or cmd")),
        };
        let thresholds = Thresholds { rise: self.rise, fall: self.fall };
        Ok(Some(Checking { probe, interval: self.check_interval, timeout: self.check_timeout, thresholds }))
    }
}

/// This process.
pub(super) fn ourselves() -> By {
    let owner = lock::owner(&[], None);
    By { host: owner.host, boot: owner.boot, pid: owner.pid, pid_ns: pid_ns(), since: owner.since }
}

/// The form of a record, if it has a place for all that is said.
fn form(
    format: Format,
    ttl: Duration,
    domain: Option<&str>,
    (service, id): (&str, &str),
    meta: &Meta,
) -> Result<Form, Failure> {
    match format {
        Format::Json if domain.is_some() => {
            Err(Failure::usage("--domain is for --format skydns").hint("--root PREFIX puts the registry elsewhere"))
        }
        Format::Json => Ok(Form::Json),
        Format::Grpc if domain.is_some() => Err(Failure::usage("--domain is for --format skydns")),
        Format::Grpc if !meta.is_empty() => {
            Err(Failure::usage("--format grpc has no place for --meta: metadata there makes Go's clients panic"))
        }
        Format::Grpc => Ok(Form::Grpc),
        Format::Skydns => {
            if domain.and_then(labels).is_none() {
                return Err(Failure::usage("--format skydns needs --domain ZONE").hint("--domain cluster.local"));
            }
            if let Some(wrong) = [service, id].into_iter().find(|part| !is_label(part)) {
                return Err(Failure::usage(format!("{wrong:?} is not a DNS label"))
                    .hint("lower-case letters, digits and -, for the service and the id"));
            }
            let is_number = |name: &str| meta.get(name).is_none_or(|value| value.to_string().parse::<u16>().is_ok());
            if !is_number("priority") || !is_number("weight") {
                return Err(Failure::usage("priority and weight are numbers from 0 to 65535"));
            }
            let is_known = |name: &&String| ["priority", "weight", "text"].contains(&name.as_str());
            if let Some(other) = meta.keys().find(|name| !is_known(name)) {
                return Err(Failure::usage(format!("--format skydns has no place for --meta {other}"))
                    .hint("it has one for priority, weight and text"));
            }
            Ok(Form::Skydns { ttl: ttl.as_secs() })
        }
    }
}

/// How long what a command leaves running has to end.
pub(super) trait Grace {
    fn with_grace(self) -> Self;
}

impl Grace for Task {
    fn with_grace(self) -> Self {
        Self { grace: GRACE, ..self }
    }
}
