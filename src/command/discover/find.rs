//! `discover find SERVICE`.

use clap::{Args, ValueEnum};

use super::registry::{RegistryArgs, meta, service};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{DiscoverEvent, Event};
use crate::options::Global;
use crate::pattern::discovery::{self, Found, Service, variable};
use crate::report::Stdout;

/// Show the instances of a service; exit code 1 when there is none
///
/// Examples:
///   etcdpat discover find web
///   etcdpat discover find web --meta zone=b --format address
///   eval "$(etcdpat discover find web --format env)"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct FindArgs {
    /// The service
    service: String,
    /// Only those of which this is said; repeatable
    #[arg(long, value_name = "K=V")]
    meta: Vec<String>,
    /// As lines for scripts, of those that may be picked: addresses; variables, safe to eval; DNS records (SRV, A, AAAA)
    #[arg(long, value_enum)]
    format: Option<Lines>,
    #[command(flatten)]
    registry: RegistryArgs,
}

/// What is printed instead of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Lines {
    Address,
    Env,
    Dns,
}

pub(super) fn run(global: &Global, args: &FindArgs) -> Result<ExitCode, Failure> {
    let (registry, service, wanted) = (args.registry.registry(global)?, service(&args.service)?, meta(&args.meta)?);
    context::run(global, Stdout::Events, async |context| {
        let emit = |event: Event| context.emit(event);
        let found = discovery::find(&context.client()?, &registry, &service, &wanted, &emit).await?;
        let usable: Vec<_> = found.iter().filter(|found| found.is_up()).collect();
        let lines = args.format.filter(|_| !context.reporter.is_json());
        let none = if lines.is_some() { usable.is_empty() } else { found.is_empty() };
        if none {
            return Err(discovery::Error::None { service, filtered: !wanted.is_empty() }.into());
        }
        match lines {
            None => context.reporter.rows(found.iter().map(|found| DiscoverEvent::Instance(found.row()))),
            Some(lines) => {
                let lines = self::lines(lines, &service, &usable);
                context.reporter.text((lines.join("\n") + "\n").as_bytes());
            }
        }
        Ok(ExitCode::Done)
    })
}

fn lines(lines: Lines, service: &Service, found: &[&Found]) -> Vec<String> {
    match lines {
        Lines::Address => found.iter().map(|found| found.instance.address.to_string()).collect(),
        Lines::Env => variables(found),
        Lines::Dns => found.iter().flat_map(|found| records(service, found)).collect(),
    }
}

/// `NAME='value'` lines. A value that can't be printed as it is, is left out.
fn variables(found: &[&Found]) -> Vec<String> {
    let addresses: Vec<_> = found.iter().map(|found| found.instance.address.to_string()).collect();
    let mut lines =
        vec![format!("ETCDPAT_COUNT={}", found.len()), format!("ETCDPAT_ADDRESSES={}", quoted(&addresses.join(" ")))];
    for (number, found) in (1..).zip(found) {
        let instance = &found.instance;
        let mut add = |name: &str, value: &str| lines.push(format!("{name}_{number}={}", quoted(value)));
        add("ETCDPAT_INSTANCE", instance.id.as_str());
        add("ETCDPAT_ADDRESS", &instance.address.to_string());
        add("ETCDPAT_HOST", &instance.address.host());
        add("ETCDPAT_PORT", &instance.address.port().to_string());
        for (name, value) in &instance.meta {
            let shown = value.to_string();
            if shown.as_bytes() == value.raw() {
                add(&format!("ETCDPAT_META_{}", variable(name)), &shown);
            }
        }
    }
    lines
}

/// As a shell takes it literally.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Records as RFC 1035 and 2782 have them, under the service's own name.
fn records(service: &Service, found: &Found) -> Vec<String> {
    let label = |text: &str| text.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-");
    let (instance, ttl) = (&found.instance, 30);
    let (service, id) = (label(service.as_str()), label(instance.id.as_str()));
    let (target, address) = match instance.address.ip() {
        Some(ip) => {
            let kind = if ip.is_ipv4() { "A" } else { "AAAA" };
            (format!("{id}.{service}."), Some(format!("{id}.{service}. {ttl} IN {kind} {ip}")))
        }
        None => (format!("{}.", instance.address.host().trim_end_matches('.')), None),
    };
    let srv = format!("{service}. {ttl} IN SRV 10 {} {} {target}", instance.weight(), instance.address.port());
    std::iter::once(srv).chain(address).collect()
}
