//! Where an instance is reached: a host and a port.
//!
//! What must stay true: an address that is read from etcd is checked like one that is given: what it is written into (a
//! proxy's configuration, a shell) sees letters, digits and the few signs of host names, nothing else.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::str::FromStr;

/// A host and a port: `10.0.0.7:80`, `db.example.com:5432`, `[2001:db8::7]:80`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    host: Host,
    port: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Host {
    Ip(IpAddr),
    Name(String),
}

/// What is no address, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAddress {
    /// It has no port, or none from 1 to 65535.
    #[error("expected HOST:PORT, with a port from 1 to 65535")]
    Port,
    /// An IPv6 address without brackets.
    #[error("expected [IPV6]:PORT for an IPv6 address")]
    Brackets,
    /// The host is no IP address, and no name.
    #[error("expected an IP address or a host name before the port")]
    Host,
    /// An address to listen on, which nobody can connect to.
    #[error(
        "{0} is an address to listen on: expected one that others can connect to, or auto:PORT for this host's own"
    )]
    Unspecified(IpAddr),
    /// `auto`, and the host has none.
    #[error("this host has no address of its own by which others could reach it: expected HOST:PORT")]
    NoneOfItsOwn,
}

impl Address {
    /// An address as it is given: `auto:PORT` is this host's own, as it would be seen from outside.
    ///
    /// # Errors
    /// [`InvalidAddress`].
    pub fn given(text: &str) -> Result<Self, InvalidAddress> {
        match text.strip_prefix("auto:") {
            Some(port) => {
                let host = outward().ok_or(InvalidAddress::NoneOfItsOwn)?;
                Ok(Self { host: Host::Ip(host), port: port_of(port)? })
            }
            None => text.parse(),
        }
    }

    /// Of a host and a port.
    ///
    /// # Errors
    /// [`InvalidAddress`].
    pub fn new(host: &str, port: u16) -> Result<Self, InvalidAddress> {
        let host = match host.parse::<IpAddr>() {
            Ok(ip) if ip.to_canonical().is_unspecified() => return Err(InvalidAddress::Unspecified(ip)),
            Ok(ip) => Host::Ip(ip),
            Err(_) if is_name(host) => Host::Name(host.to_owned()),
            Err(_) => return Err(InvalidAddress::Host),
        };
        if port == 0 { Err(InvalidAddress::Port) } else { Ok(Self { host, port }) }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The host, without brackets.
    pub fn host(&self) -> String {
        match &self.host {
            Host::Ip(ip) => ip.to_string(),
            Host::Name(name) => name.clone(),
        }
    }

    /// The host, where it is an IP address.
    pub fn ip(&self) -> Option<IpAddr> {
        match self.host {
            Host::Ip(ip) => Some(ip),
            Host::Name(_) => None,
        }
    }
}

impl FromStr for Address {
    type Err = InvalidAddress;

    fn from_str(text: &str) -> Result<Self, InvalidAddress> {
        if text.parse::<Ipv6Addr>().is_ok() {
            return Err(InvalidAddress::Brackets);
        }
        let (host, port) = text.rsplit_once(':').ok_or(InvalidAddress::Port)?;
        let port = port_of(port)?;
        match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
            Some(inner) => Self::new(&inner.parse::<Ipv6Addr>().map_err(|_| InvalidAddress::Host)?.to_string(), port),
            None if host.contains(':') => Err(InvalidAddress::Brackets),
            None => Self::new(host, port),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Ip(ip) => write!(f, "{}", SocketAddr::new(*ip, self.port)),
            Host::Name(name) => write!(f, "{name}:{}", self.port),
        }
    }
}

fn port_of(text: &str) -> Result<u16, InvalidAddress> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|port| is_plain && *port != 0).ok_or(InvalidAddress::Port)
}

/// A host name as DNS has it (RFC 1123), with `_` besides, which many use.
fn is_name(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let name = text.strip_suffix('.').unwrap_or(text);
    // What has digits in its last label alone is meant to be an IPv4 address.
    let is_number = name.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    name.len() <= 253 && !is_number && name.split('.').all(is_label)
}

/// The address from which this host reaches others. Nothing is sent: a UDP socket is only given a peer (one that no packet
/// would ever reach, RFC 5737 and 3849), and the system says from where it would send.
fn outward() -> Option<IpAddr> {
    let from = |local: SocketAddr, peer: SocketAddr| {
        let socket = UdpSocket::bind(local).ok()?;
        socket.connect(peer).ok()?;
        let ip = socket.local_addr().ok()?.ip();
        (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
    };
    let v4 = from((Ipv4Addr::UNSPECIFIED, 0).into(), (Ipv4Addr::new(192, 0, 2, 1), 9).into());
    v4.or_else(|| from((Ipv6Addr::UNSPECIFIED, 0).into(), (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 9).into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_as_people_write_them() {
        for text in ["10.0.0.7:80", "db:5432", "a-b.c_d.example.com:65535", "[2001:db8::7]:80", "127.0.0.1:1", "x.:1"] {
            assert_eq!(text.parse::<Address>().map(|address| address.to_string()), Ok(text.to_owned()));
        }
        for (text, why) in [
            ("10.0.0.7", InvalidAddress::Port),
            ("10.0.0.7:0", InvalidAddress::Port),
            ("10.0.0.7:65536", InvalidAddress::Port),
            ("10.0.0.7:+80", InvalidAddress::Port),
            (":80", InvalidAddress::Host),
            ("10.0.0.999:80", InvalidAddress::Host),
            ("a b:80", InvalidAddress::Host),
            ("1.2.3.4:80; }", InvalidAddress::Port),
            ("x;y:80", InvalidAddress::Host),
            ("2001:db8::7:80", InvalidAddress::Brackets),
            ("[10.0.0.7]:80", InvalidAddress::Host),
            ("0.0.0.0:80", InvalidAddress::Unspecified(Ipv4Addr::UNSPECIFIED.into())),
            ("[::]:80", InvalidAddress::Unspecified(Ipv6Addr::UNSPECIFIED.into())),
        ] {
            assert_eq!(text.parse::<Address>(), Err(why), "{text}");
        }
    }

    proptest! {
        /// Whatever is read, what is taken for an address has no sign in it that a shell or a proxy could mean something by.
        #[test]
        fn what_is_taken_for_an_address_is_harmless(text in "\\PC{0,20}:[0-9]{1,5}|.{0,30}") {
            if let Ok(address) = text.parse::<Address>() {
                let shown = address.to_string();
                prop_assert!(shown.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".:-_[]".contains(&byte)));
                prop_assert_eq!(shown.parse::<Address>(), Ok(address));
            }
        }
    }
}
