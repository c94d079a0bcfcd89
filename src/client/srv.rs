//! Members of a cluster that are found by DNS: SRV records, as etcd's client looks them up (client/pkg/srv).
//!
//! What must stay true: a domain that offers encrypted members is never reached in the clear, nor one whose offer could not be
//! looked up. (etcdctl takes what it gets.)

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use domain::base::Name;
use domain::base::iana::{Rcode, Rtype};
use domain::rdata::Srv;
use domain::resolv::StubResolver;
use domain::resolv::stub::conf::{ResolvConf, ServerConf, Transport};

use super::Endpoint;
use crate::random;
use crate::value::Text;

/// Where members are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discovery {
    /// The domain.
    pub domain: String,
    /// What follows `_etcd-client-ssl` in the records' names.
    pub service: Option<String>,
    /// Whether members without TLS will do, where there are none with it.
    pub insecure: bool,
    /// The DNS server to ask, instead of those of the system.
    pub server: Option<SocketAddr>,
}

/// Nobody was found.
#[derive(Debug, thiserror::Error)]
pub enum NotFound {
    /// The domain's name can't be one.
    #[error("{0:?} is no name of a domain")]
    NoDomain(String),
    /// There are none.
    #[error("DNS has no SRV records {}", .0.join(", "))]
    NoRecords(Vec<String>),
    /// There are none with TLS, and others will not do.
    #[error("DNS has members without TLS alone: {0}")]
    Unencrypted(String),
    /// It could not be found out.
    #[error("cannot look up the SRV records {name}")]
    Failed {
        /// Their name.
        name: String,
        /// Why.
        cause: Text,
    },
}

/// One record.
struct Record {
    priority: u16,
    weight: u16,
    authority: String,
}

impl Discovery {
    /// The members, in the order in which to try them; within `limit`.
    ///
    /// # Errors
    /// There are none, or DNS does not answer.
    pub async fn members(&self, limit: Duration) -> Result<Vec<Endpoint>, NotFound> {
        let conf = self.conf(limit);
        let (encrypted, plain) = (self.name("etcd-client-ssl"), self.name("etcd-client"));
        let members = |scheme: &str, records: Vec<Record>| {
            let parse = |record: &Record| format!("{scheme}://{}", record.authority).parse().ok();
            in_order(records).iter().filter_map(parse).collect::<Vec<Endpoint>>()
        };
        let found = members("https", look_up(&conf, &encrypted, limit).await?);
        if !found.is_empty() {
            return Ok(found);
        }
        let found = members("http", look_up(&conf, &plain, limit).await?);
        if found.is_empty() {
            return Err(NotFound::NoRecords(vec![encrypted, plain]));
        }
        if !self.insecure {
            let found: Vec<_> = found.iter().map(ToString::to_string).collect();
            return Err(NotFound::Unencrypted(found.join(", ")));
        }
        Ok(found)
    }

    fn name(&self, service: &str) -> String {
        let more = self.service.as_ref().map(|more| format!("-{more}")).unwrap_or_default();
        format!("_{service}{more}._tcp.{}", self.domain)
    }

    /// The servers to ask, and how.
    fn conf(&self, limit: Duration) -> ResolvConf {
        let mut conf = ResolvConf::new();
        match self.server {
            Some(server) => conf.servers.push(ServerConf::new(server, Transport::UdpTcp)),
            // As the C library does, a line that is not understood is passed over.
            None => std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default().lines().for_each(|line| {
                let _ = conf.parse(&mut line.as_bytes());
            }),
        }
        conf.options.timeout = conf.options.timeout.min(limit);
        conf.finalize();
        conf
    }
}

/// The address of a DNS server, with or without its port.
pub fn dns_server(text: &str) -> Option<SocketAddr> {
    text.parse().ok().or_else(|| Some(SocketAddr::new(text.parse::<IpAddr>().ok()?, 53)))
}

/// The records of a name, or of the first that has some among those which the system's search list makes of it.
async fn look_up(conf: &ResolvConf, name: &str, limit: Duration) -> Result<Vec<Record>, NotFound> {
    let resolver = StubResolver::from_conf(conf.clone());
    let failed = |cause: String| NotFound::Failed { name: name.to_owned(), cause: cause.into() };
    let asked = async {
        for name in candidates(conf, name) {
            let records = ask(&resolver, &name).await?;
            if !records.is_empty() {
                return Ok(records);
            }
        }
        Ok(Vec::new())
    };
    match tokio::time::timeout(limit, asked).await {
        Ok(Ok(records)) => Ok(records),
        Ok(Err(Some(cause))) => Err(failed(cause)),
        Ok(Err(None)) => Err(NotFound::NoDomain(name.to_owned())),
        Err(_) => Err(failed(format!("no answer within {}", humantime::format_duration(limit)))),
    }
}

/// The names to ask for, as resolv.conf(5) has it.
fn candidates(conf: &ResolvConf, name: &str) -> Vec<String> {
    if name.ends_with('.') {
        return vec![name.to_owned()];
    }
    let suffixes = conf.options.search.as_slice().iter().filter(|suffix| suffix.len() > 1);
    let mut names: Vec<_> = suffixes.map(|suffix| format!("{name}.{suffix}")).collect();
    let first = name.matches('.').count() >= conf.options.ndots;
    names.insert(if first { 0 } else { names.len() }, name.to_owned());
    names
}

/// The records of this very name.
///
/// # Errors
/// What DNS answered instead; nothing where the name can't be one.
async fn ask(resolver: &StubResolver, name: &str) -> Result<Vec<Record>, Option<String>> {
    let name = Name::<Vec<u8>>::vec_from_str(name).map_err(|_| None)?;
    let answer = resolver.query((name, Rtype::SRV)).await.map_err(|error| Some(error.to_string()))?;
    match answer.header().rcode() {
        Rcode::NOERROR => {}
        Rcode::NXDOMAIN => return Ok(Vec::new()),
        other => return Err(Some(format!("the DNS server answers {other}"))),
    }
    let malformed = |_| Some("the DNS server's answer is malformed".to_owned());
    let mut records = Vec::new();
    for record in answer.answer().map_err(malformed)?.limit_to_in::<Srv<_>>() {
        let record = record.map_err(malformed)?;
        let (srv, target) = (record.data(), record.data().target().to_string());
        let target = target.trim_end_matches('.');
        // The root says that there is no such service.
        if !target.is_empty() {
            let authority = format!("{target}:{}", srv.port());
            records.push(Record { priority: srv.priority(), weight: srv.weight(), authority });
        }
    }
    Ok(records)
}

/// The lowest priority first; among equal ones, by chance, the more often the more weight (RFC 2782).
fn in_order(mut records: Vec<Record>) -> Vec<Record> {
    let mut ordered = Vec::new();
    while let Some(priority) = records.iter().map(|record| record.priority).min() {
        let share = |record: &Record| if record.priority == priority { u64::from(record.weight) + 1 } else { 0 };
        let mut left = random::number() % records.iter().map(share).sum::<u64>();
        let chosen = records.iter().position(|record| match left.checked_sub(share(record)) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
        ordered.push(records.swap_remove(chosen.unwrap_or(0)));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_tried_by_priority_and_weight() {
        let record = |priority, weight, authority: &str| Record { priority, weight, authority: authority.to_owned() };
        let mut first = std::collections::HashMap::new();
        for _ in 0..300 {
            let all = vec![record(20, 60000, "c"), record(10, 0, "a"), record(10, 999, "b")];
            let ordered: Vec<_> = in_order(all).into_iter().map(|record| record.authority).collect();
            assert_eq!(ordered[2], "c");
            *first.entry(ordered[0].clone()).or_insert(0) += 1;
        }
        assert!(first["b"] > 250, "{first:?}");
    }

    #[test]
    fn relative_names_follow_the_search_list() {
        let mut conf = ResolvConf::new();
        for line in ["search a.org b.org", "options ndots:4", "nameserver 127.0.0.1"] {
            conf.parse(&mut line.as_bytes()).expect(line);
        }
        assert_eq!(candidates(&conf, "_s._tcp.x"), ["_s._tcp.x.a.org", "_s._tcp.x.b.org", "_s._tcp.x"]);
        assert_eq!(candidates(&conf, "_s._tcp.x.y.z")[0], "_s._tcp.x.y.z");
        assert_eq!(candidates(&conf, "_s._tcp.x."), ["_s._tcp.x."]);
    }
}
