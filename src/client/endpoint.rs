//! One member's address, and the connection to it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use etcd_client::{Channel, Client as EtcdClient, ConnectOptions};
use tonic::codegen::http::Uri;
use tonic::transport::Endpoint as Transport;

use super::dial::{Dialer, Noted};
use super::error::{Error, Verdict, chain};
use super::options::{Credentials, Options};

/// HTTP/2 pings while a request or stream is open. Servers close connections that are pinged more often than every 5 s.
const PING_EVERY: Duration = Duration::from_secs(6);

/// `HOST:PORT`, with or without `http://` or `https://`; or a socket of this machine, `unix:PATH`, `unix://PATH` or the same
/// with `unixs`, as etcdctl takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// As the user gave it.
    given: String,
    /// Whether it is to be encrypted, where it says so.
    encrypted: Option<bool>,
    address: Address,
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// `HOST:PORT`.
    Tcp(String),
    Unix(PathBuf),
}

/// Not an endpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is something else.
    #[error("malformed endpoint {0:?}: expected HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH")]
    Other(String),
    /// It has a user, and a password perhaps, which is not to be shown.
    #[error("malformed endpoint: a user has no place in it, but in --user")]
    User,
}

impl FromStr for Endpoint {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        if Self::names_a_user(given) {
            return Err(Malformed::User);
        }
        // What follows ? or # may be a secret.
        let shown = given.find(['?', '#']).map_or_else(|| given.to_owned(), |end| format!("{}...", &given[..=end]));
        let malformed = || Malformed::Other(shown);
        let (scheme, rest) = scheme(given);
        let (encrypted, address) = match scheme.to_ascii_lowercase().as_str() {
            "unix:" => (None, unix(rest)),
            "unixs:" => (Some(true), unix(rest)),
            "http:" => (Some(false), rest.strip_prefix("//").and_then(tcp)),
            "https:" => (Some(true), rest.strip_prefix("//").and_then(tcp)),
            _ => (None, tcp(given)),
        };
        Ok(Self { given: given.to_owned(), encrypted, address: address.ok_or_else(malformed)? })
    }
}

/// `SCHEME:`, where there is one, and what follows.
fn scheme(given: &str) -> (&str, &str) {
    given.split_at(given.find(':').map_or(0, |colon| colon + 1))
}

/// A path with or without `//` before it: `unix:///a` and `unix:/a` are `/a`, `unix://a` and `unix:a` are `a`.
fn unix(rest: &str) -> Option<Address> {
    let path = rest.strip_prefix("//").unwrap_or(rest);
    (!path.is_empty() && !path.contains('\0')).then(|| Address::Unix(path.into()))
}

fn tcp(authority: &str) -> Option<Address> {
    let authority = authority.strip_suffix('/').unwrap_or(authority);
    let (host, port) = authority.rsplit_once(':')?;
    let bracketed = host.starts_with('[') && host.ends_with(']');
    let plain = !host.is_empty() && !host.contains([':', '/', '@', '?', '#', ' ']);
    let numbered = port.parse::<u16>().is_ok_and(|port| port > 0) && port.bytes().all(|b| b.is_ascii_digit());
    let is_valid =
        (bracketed || plain) && numbered && authority.parse::<tonic::codegen::http::uri::Authority>().is_ok();
    is_valid.then(|| Address::Tcp(authority.to_owned()))
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

impl Endpoint {
    /// Whether a text would be an endpoint with a user in it. What follows `user:` may be a password.
    pub(crate) fn names_a_user(given: &str) -> bool {
        let (scheme, rest) = scheme(given);
        let is_socket = ["unix:", "unixs:"].contains(&scheme.to_ascii_lowercase().as_str());
        // A path may have an @; where a host stands in an address, it is none.
        let host = rest.strip_prefix("//");
        let place = if is_socket { host.and_then(|host| host.split('/').next()).unwrap_or_default() } else { given };
        place.contains('@') || place.contains("%40")
    }

    /// Whether it is `http://`, where TLS files make no sense.
    pub(crate) fn is_plain_text(&self) -> bool {
        self.encrypted == Some(false)
    }

    /// Whether it is `https://` or `unixs://`.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.encrypted == Some(true)
    }

    /// As another process takes it, wherever that stands.
    pub(crate) fn absolute(&self) -> String {
        match &self.address {
            Address::Unix(path) => {
                let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                format!("{}://{}", if self.is_encrypted() { "unixs" } else { "unix" }, path.display())
            }
            Address::Tcp(_) => self.given.clone(),
        }
    }

    /// What the server's certificate is to be for: the host; of a socket its file's name up to a colon, as etcdctl has it.
    pub(crate) fn server_name(&self) -> &str {
        match &self.address {
            Address::Tcp(authority) => {
                let host = authority.rsplit_once(':').map_or(authority.as_str(), |(host, _)| host);
                host.trim_start_matches('[').trim_end_matches(']')
            }
            Address::Unix(path) => {
                let file = path.file_name().and_then(|file| file.to_str()).unwrap_or_default();
                file.split(':').next().unwrap_or_default()
            }
        }
    }

    pub(super) fn address(&self) -> &Address {
        &self.address
    }

    /// Connects, and authenticates where there are credentials: at most `dial_timeout` for the one and `limit` for the
    /// other.
    pub(super) async fn connect(
        &self,
        options: &Options,
        limit: Duration,
        noted: &Noted,
    ) -> Result<Arc<EtcdClient>, Verdict> {
        let channel = self.dial(options, noted).await?;
        let credentials = options.credentials.as_ref();
        match tokio::time::timeout(limit, log_in(channel.clone(), credentials)).await {
            Ok(Err(etcd_client::Error::GRpcStatus(status)))
                if status.message().contains("authentication is not enabled") =>
            {
                // As etcdctl does: a cluster that asks for no user takes any.
                Ok(log_in(channel, None).await?)
            }
            Ok(client) => Ok(client?),
            Err(_) => Err(Verdict::Elsewhere("authenticating timed out".into())),
        }
    }

    async fn dial(&self, options: &Options, noted: &Noted) -> Result<Channel, Verdict> {
        let transport = self.transport(options)?;
        let dialer = Dialer::new(self, options.tls.as_ref(), options.dial_timeout, noted);
        match tokio::time::timeout(options.dial_timeout, transport.connect_with_connector(dialer)).await {
            Ok(Ok(channel)) => Ok(Channel::Tonic(channel)),
            Ok(Err(error)) => Err(Verdict::Elsewhere(chain(&error).into())),
            Err(_) => Err(Verdict::Elsewhere("connecting timed out".into())),
        }
    }

    fn transport(&self, options: &Options) -> Result<Transport, Verdict> {
        let authority = match &self.address {
            Address::Tcp(authority) => authority,
            Address::Unix(_) => "localhost",
        };
        // The server trusts the client's certificate where the scheme says that there is one.
        let scheme = if options.tls.is_some() { "https" } else { "http" };
        let invalid = |error: String| Verdict::Final(Error::Server(error.into()));
        let origin = Uri::builder().scheme(scheme).authority(authority).path_and_query("/").build();
        Ok(Transport::from_shared(format!("http://{authority}"))
            .map_err(|error| invalid(error.to_string()))?
            .origin(origin.map_err(|error| invalid(error.to_string()))?)
            .connect_timeout(options.dial_timeout)
            .http2_keep_alive_interval(PING_EVERY)
            .keep_alive_timeout(options.dial_timeout)
            .keep_alive_while_idle(false))
    }
}

async fn log_in(channel: Channel, user: Option<&Credentials>) -> Result<Arc<EtcdClient>, etcd_client::Error> {
    Ok(Arc::new(EtcdClient::from_channel(channel, Some(connect_options(user))).await?))
}

fn connect_options(credentials: Option<&Credentials>) -> ConnectOptions {
    // A member that has lost its leader ends its streams instead of leaving them silent.
    let options = ConnectOptions::new().with_require_leader(true).with_auto_token_refresh(true);
    match credentials {
        Some(Credentials { user, password }) => options.with_user(user, password.reveal()),
        None => options,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_have_a_host_and_a_port() {
        for good in [
            "127.0.0.1:2379",
            "localhost:1",
            "http://a.b:2379",
            "HTTPS://[::1]:2379/",
            "[::1]:65535",
            "unix:a@b",
            "UNIXS:///a",
        ] {
            assert!(good.parse::<Endpoint>().is_ok(), "{good}");
        }
        let bad = [
            "",
            ":2379",
            "a",
            "a:",
            "a:b",
            "a:0",
            "a:65536",
            "a:+1",
            "ftp://a:1",
            "http://",
            "a:1/b",
            "::1:2379",
            "u@a:1",
            "a b:1",
            "http:a:1",
            "unix:",
            "unix://",
            "unix://u:p@h",
            "unixs://u:p@h/a",
        ];
        for bad in bad {
            assert!(bad.parse::<Endpoint>().is_err(), "{bad}");
        }
        for secret in ["http://a:1/?password=hunter2", "a:1#hunter2", "http://u:hunter2@a:1", "unix://u:hunter2@a"] {
            let told = secret.parse::<Endpoint>().expect_err(secret).to_string();
            assert!(!told.contains("hunter2"), "{told}");
        }
    }

    #[test]
    fn sockets_are_named_as_etcdctl_does() {
        for (given, path, name) in [
            ("unix:///a/b.sock", "/a/b.sock", "b.sock"),
            ("unix:/a/b", "/a/b", "b"),
            ("unix://localhost:2379", "localhost:2379", "localhost"),
            ("unixs:c/localhost:1", "c/localhost:1", "localhost"),
        ] {
            let endpoint: Endpoint = given.parse().expect(given);
            assert_eq!((endpoint.address(), endpoint.server_name()), (&Address::Unix(path.into()), name), "{given}");
            assert_eq!(endpoint.is_encrypted(), given.starts_with("unixs"));
            assert!(endpoint.absolute().starts_with(if endpoint.is_encrypted() { "unixs:///" } else { "unix:///" }));
        }
    }

    #[test]
    fn a_user_in_an_endpoint_is_not_shown() {
        for given in ["http://user:secret@host:1", "user:secret@host:1", "http://user:secret%40host:1"] {
            assert_eq!(given.parse::<Endpoint>(), Err(Malformed::User));
        }
    }
}
