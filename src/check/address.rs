//! A host and a port, and the connection to them.

use std::fmt;
use std::net::{Ipv6Addr, SocketAddr};

use tokio::net::{TcpStream, lookup_host};

use super::failed::{Failed, Step};
use super::limit::Limit;

/// A name or an IP address, and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Without the brackets of an IPv6 address.
    host: String,
    port: u16,
}

/// Not a host and a port.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAddress {
    /// There is no host.
    #[error("{0:?} has no host: expected HOST:PORT, as localhost:8080 or [::1]:8080")]
    NoHost(String),
    /// There is no port.
    #[error("{0:?} has no port: expected HOST:PORT, as localhost:8080 or [::1]:8080")]
    NoPort(String),
    /// The port is no number from 1 to 65535.
    #[error("{0:?} is not a port: expected a number from 1 to 65535")]
    Port(String),
    /// The host is neither a name nor an IP address.
    #[error("{0:?} is not a host: expected a name, an IPv4 address, or an IPv6 address in brackets, as [::1]")]
    Host(String),
}

impl Address {
    /// `HOST:PORT`, or `HOST` where there is a default for the port.
    pub(super) fn parse(text: &str, default: Option<u16>) -> Result<Self, InvalidAddress> {
        let (host, port) = split(text);
        let Some(port) = port else {
            let host = parse_host(text, host)?;
            let port = default.ok_or_else(|| InvalidAddress::NoPort(text.to_owned()))?;
            return Ok(Self { host, port });
        };
        let number = Some(port).filter(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
        let number = number.and_then(|port| port.parse().ok()).filter(|port| *port > 0);
        let number = number.ok_or_else(|| InvalidAddress::Port(port.to_owned()))?;
        Ok(Self { host: parse_host(text, host)?, port: number })
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// As a URL has it: an IPv6 address in brackets, and the port where it is not `usual`.
    pub(super) fn authority(&self, usual: u16) -> String {
        if self.port == usual { self.bracketed() } else { self.to_string() }
    }

    fn bracketed(&self) -> String {
        if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() }
    }

    /// Connects to the first address that takes a connection, of those that the name has now.
    pub(super) async fn connect(&self, limit: Limit) -> Result<TcpStream, Failed> {
        let addresses = limit.keep(Step::Address, self.resolve()).await?;
        let connecting = async { TcpStream::connect(&addresses[..]).await.map_err(|error| Failed::connection(&error)) };
        limit.keep(Step::Connection, connecting).await
    }

    async fn resolve(&self) -> Result<Vec<SocketAddr>, Failed> {
        let found = lookup_host((self.host.as_str(), self.port)).await;
        let found: Vec<_> = found.map_err(|error| Failed::Unresolved(error.to_string()))?.collect();
        if found.is_empty() { Err(Failed::Unresolved(format!("{} has none", self.host))) } else { Ok(found) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.bracketed(), self.port)
    }
}

/// At the last colon; one within brackets is the host's.
fn split(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (text, None),
    }
}

fn parse_host(text: &str, host: &str) -> Result<String, InvalidAddress> {
    if host.is_empty() {
        return Err(InvalidAddress::NoHost(text.to_owned()));
    }
    let inner = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let valid = match inner {
        Some(inner) => inner.parse::<Ipv6Addr>().is_ok(),
        None => host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)),
    };
    if valid { Ok(inner.unwrap_or(host).to_owned()) } else { Err(InvalidAddress::Host(host.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_host_and_a_port() {
        for good in ["127.0.0.1:1", "localhost:65535", "[::1]:80", "a_b.c-d:8080"] {
            assert_eq!(Address::parse(good, None).map(|address| address.to_string()), Ok(good.to_owned()));
        }
        for (bad, expected) in [
            ("", "\"\" has no host"),
            (":80", "\":80\" has no host"),
            ("a", "\"a\" has no port"),
            ("[::1]", "\"[::1]\" has no port"),
            ("a:", "\"\" is not a port"),
            ("a:0", "\"0\" is not a port"),
            ("a:+1", "\"+1\" is not a port"),
            ("a:65536", "\"65536\" is not a port"),
            ("::1:80", "\"::1\" is not a host"),
            ("[::1:80", "\"[::1\" is not a host"),
            ("[1.2.3.4]:80", "\"[1.2.3.4]\" is not a host"),
            ("u@a:80", "\"u@a\" is not a host"),
            ("a b:80", "\"a b\" is not a host"),
            ("a/b:80", "\"a/b\" is not a host"),
            ("ü:80", "\"ü\" is not a host"),
        ] {
            let error = Address::parse(bad, None).expect_err(bad).to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn the_usual_port_is_left_out() {
        let authority = |text: &str| Address::parse(text, Some(80)).map(|address| address.authority(80));
        for (given, expected) in
            [("a", "a"), ("a:80", "a"), ("a:81", "a:81"), ("[::1]", "[::1]"), ("[::1]:81", "[::1]:81")]
        {
            assert_eq!(authority(given), Ok(expected.to_owned()));
        }
    }
}
