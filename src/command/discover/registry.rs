//! Where a registry lies, and metadata as it is given.

use clap::Args;

use crate::error::Failure;
use crate::options::Global;
use crate::pattern::discovery::{Id, Meta, Registry, Root, Service, check_meta};

/// Where CoreDNS looks for a zone, by default.
const SKYDNS: &str = "/skydns";
const SERVICES: &str = "/services";

/// Where the registry lies.
#[derive(Debug, Args)]
pub(super) struct RegistryArgs {
    /// The prefix of all services [default: /services; with --domain /skydns]
    #[arg(long, value_name = "PREFIX")]
    root: Option<String>,
    /// The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone's labels in reverse
    #[arg(long, value_name = "ZONE")]
    pub(super) domain: Option<String>,
}

impl RegistryArgs {
    /// The registry.
    ///
    /// # Errors
    /// Code 2.
    pub(super) fn registry(&self, global: &Global) -> Result<Registry, Failure> {
        let root = self.root.as_deref();
        let path = match &self.domain {
            None => root.unwrap_or(SERVICES).to_owned(),
            Some(zone) => {
                let labels = labels(zone).ok_or_else(|| {
                    Failure::usage(format!("{zone:?} is not a DNS zone")).hint("lower-case labels: cluster.local")
                })?;
                let root = root.unwrap_or(SKYDNS);
                labels
                    .iter()
                    .rev()
                    .fold(root.strip_suffix('/').unwrap_or(root).to_owned(), |path, label| path + "/" + label)
            }
        };
        let root = path.parse::<Root>().map_err(|invalid| Failure::usage(invalid.to_string()))?;
        Ok(Registry { root, state_root: global.state_root() })
    }
}

/// The labels of a name, if all of them are of DNS and in lower case.
pub(super) fn labels(name: &str) -> Option<Vec<&str>> {
    let labels: Vec<_> = name.strip_suffix('.').unwrap_or(name).split('.').collect();
    labels.iter().all(|label| is_label(label)).then_some(labels)
}

/// Whether it is a label of DNS (RFC 1123), in lower case.
pub(super) fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// A service's name.
///
/// # Errors
/// Code 2.
pub(super) fn service(text: &str) -> Result<Service, Failure> {
    text.parse().map_err(|invalid| Failure::usage(format!("not a service's name: {invalid}")))
}

/// An instance's id.
///
/// # Errors
/// Code 2.
pub(super) fn id(text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|invalid| Failure::usage(format!("not an instance's id: {invalid}")))
}

/// Metadata, each as `K=V`.
///
/// # Errors
/// Code 2.
pub(super) fn meta(pairs: &[String]) -> Result<Meta, Failure> {
    let mut meta = Meta::new();
    for pair in pairs {
        let Some((name, value)) = pair.split_once('=') else {
            return Err(Failure::usage(format!("{pair:?} is not metadata")).hint("K=V: zone=b"));
        };
        if meta.insert(name.to_owned(), value.into()).is_some() {
            return Err(Failure::usage(format!("{name} is given twice as metadata")));
        }
    }
    check_meta(&meta).map_err(|invalid| Failure::usage(invalid.to_string()))?;
    Ok(meta)
}
