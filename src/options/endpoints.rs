//! Where the members of the cluster are: as they are named, or as DNS has them.

use std::thread;
use std::time::Duration;

use super::{Global, env, env_truth};
use crate::client::{Discovery, Endpoint, Malformed, NotFound, dns_server};
use crate::error::{ExitCode, Failure};
use crate::os::signals::leave_signals;

/// The members, and what their certificates are for, where it is not their hosts' names.
pub(super) struct Found {
    pub(super) endpoints: Vec<Endpoint>,
    pub(super) server_name: Option<String>,
}

/// How members are to be found.
enum Given {
    Endpoints(String),
    Domain(String),
}

impl Global {
    /// The members. Looks them up, within `limit`, where a domain is given.
    ///
    /// # Errors
    /// Code 2 for what is malformed; 125 where DNS names none.
    pub(super) fn find_endpoints(&self, limit: Duration) -> Result<Found, Failure> {
        match self.given()? {
            Given::Endpoints(list) => Ok(Found { endpoints: endpoints(&list)?, server_name: None }),
            Given::Domain(domain) => {
                let discovery = self.discovery(domain)?;
                let endpoints = look_up(&discovery, limit)?;
                let server_name = (!discovery.insecure).then_some(discovery.domain);
                Ok(Found { endpoints, server_name })
            }
        }
    }

    /// The first that is given: by options, by etcdpat's variables, by etcdctl's, of which the domain goes first.
    fn given(&self) -> Result<Given, Failure> {
        let by_env = |name: &str, make: fn(String) -> Given| env(&[name]).map(make);
        let endpoints = by_env("ETCDPAT_ENDPOINTS", Given::Endpoints);
        let domain = by_env("ETCDPAT_DISCOVERY_SRV", Given::Domain);
        let by_option = self.endpoints.clone().map(Given::Endpoints);
        let by_option = by_option.or_else(|| self.discovery_srv.clone().map(Given::Domain));
        if by_option.is_none() && endpoints.is_some() && domain.is_some() {
            return Err(Failure::usage("both ETCDPAT_ENDPOINTS and ETCDPAT_DISCOVERY_SRV are set")
                .hint("either may name another cluster: unset one of them"));
        }
        let given = by_option.or(endpoints).or(domain);
        let given = given.or_else(|| by_env("ETCDCTL_DISCOVERY_SRV", Given::Domain));
        let given = given.or_else(|| by_env("ETCDCTL_ENDPOINTS", Given::Endpoints));
        Ok(given.unwrap_or_else(|| Given::Endpoints("127.0.0.1:2379".to_owned())))
    }

    fn discovery(&self, domain: String) -> Result<Discovery, Failure> {
        let names = ["ETCDPAT_DISCOVERY_SRV_NAME", "ETCDCTL_DISCOVERY_SRV_NAME"];
        let service = self.discovery_srv_name.clone().or_else(|| env(&names));
        let insecure = match self.insecure_discovery {
            Some(given) => given,
            None => env_truth(&["ETCDPAT_INSECURE_DISCOVERY", "ETCDCTL_INSECURE_DISCOVERY"])?.unwrap_or(true),
        };
        let server = match env(&["ETCDPAT_DNS_SERVER"]) {
            None => None,
            Some(text) => Some(dns_server(&text).ok_or_else(|| {
                Failure::usage(format!("ETCDPAT_DNS_SERVER is {text:?}: expected an IP address, with or without :PORT"))
            })?),
        };
        Ok(Discovery { domain, service, insecure, server })
    }
}

/// The endpoints of a list. An empty last part is dropped.
fn endpoints(list: &str) -> Result<Vec<Endpoint>, Failure> {
    let mut parts: Vec<_> = list.split(',').map(str::trim).collect();
    // Before anything else is said of a part: a password may have a comma.
    if parts.iter().any(|part| Endpoint::names_a_user(part)) {
        return Err(Failure::usage(Malformed::User.to_string()));
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| last.is_empty()) {
        parts.pop();
    }
    let parse = |part: &&str| match *part {
        "" => Err(Failure::usage("malformed endpoint \"\": there is a comma too many")),
        part => part.parse().map_err(|error: Malformed| Failure::usage(error.to_string())),
    };
    parts.iter().map(parse).collect()
}

/// On a thread of its own, which is gone afterwards: who asks may be on a runtime, or about to fork.
fn look_up(discovery: &Discovery, limit: Duration) -> Result<Vec<Endpoint>, Failure> {
    let asked = thread::scope(|scope| {
        let asking = scope.spawn(|| {
            leave_signals();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
            Ok::<_, std::io::Error>(runtime.block_on(discovery.members(limit)))
        });
        asking.join()
    });
    let asked = asked.map_err(|_| Failure::new(ExitCode::Failed, "the DNS lookup broke off"))?;
    asked?.map_err(|error| {
        let failure = Failure::new(ExitCode::Failed, error.to_string());
        match error {
            NotFound::NoDomain(_) => Failure::usage(error.to_string()),
            NotFound::Failed { cause, .. } => {
                failure.caused_by(cause.to_string()).hint("ETCDPAT_DNS_SERVER=ADDRESS:PORT asks another DNS server")
            }
            NotFound::NoRecords(_) => failure.hint("--endpoints names the members"),
            NotFound::Unencrypted(_) => failure.hint("--insecure-discovery=true takes them"),
        }
    })
}
