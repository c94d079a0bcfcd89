//! One member's address, and the connection to it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use etcd_client::{Channel, Client as EtcdClient, ConnectOptions};
use tonic::transport::Endpoint as Transport;

use super::error::{Error, Verdict, chain};
use super::options::{Credentials, Options};

/// HTTP/2 pings while a request or stream is open. Servers close connections that are pinged more often than every 5 s.
const PING_EVERY: Duration = Duration::from_secs(6);

/// `HOST:PORT`, with or without `http://` or `https://`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// As the user gave it.
    given: String,
    scheme: Option<Scheme>,
    authority: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

/// Not an endpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is something else.
    #[error("malformed endpoint {0:?}: expected HOST:PORT, http://HOST:PORT or https://HOST:PORT")]
    Other(String),
    /// It has a user, and a password perhaps, which is not to be shown.
    #[error("malformed endpoint: a user has no place in it, but in --user")]
    User,
}

impl FromStr for Endpoint {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        if given.contains('@') {
            return Err(Malformed::User);
        }
        let malformed = || Malformed::Other(given.to_owned());
        let (scheme, rest) = match given.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (Some(Scheme::Http), rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (Some(Scheme::Https), rest),
            Some(_) => return Err(malformed()),
            None => (None, given),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = rest.rsplit_once(':').ok_or_else(malformed)?;
        let bracketed = host.starts_with('[') && host.ends_with(']');
        let plain = !host.is_empty() && !host.contains([':', '/', '@', '?', '#', ' ']);
        let numbered = port.parse::<u16>().is_ok_and(|port| port > 0) && port.bytes().all(|b| b.is_ascii_digit());
        if !(bracketed || plain) || !numbered || rest.parse::<tonic::codegen::http::uri::Authority>().is_err() {
            return Err(malformed());
        }
        Ok(Self { given: given.to_owned(), scheme, authority: rest.to_owned() })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

impl Endpoint {
    /// Whether it is `http://`, where TLS files make no sense.
    pub(crate) fn is_plain_text(&self) -> bool {
        self.scheme == Some(Scheme::Http)
    }

    /// Whether it is `https://`.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.scheme == Some(Scheme::Https)
    }

    /// Connects, and authenticates where there are credentials: at most `dial_timeout` for the one and `limit` for the
    /// other.
    pub(super) async fn connect(&self, options: &Options, limit: Duration) -> Result<Arc<EtcdClient>, Verdict> {
        let channel = self.dial(options).await?;
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

    async fn dial(&self, options: &Options) -> Result<Channel, Verdict> {
        let transport = self.transport(options)?;
        match tokio::time::timeout(options.dial_timeout, transport.connect()).await {
            Ok(Ok(channel)) => Ok(Channel::Tonic(channel)),
            Ok(Err(error)) => Err(Verdict::Elsewhere(chain(&error).into())),
            Err(_) => Err(Verdict::Elsewhere("connecting timed out".into())),
        }
    }

    fn transport(&self, options: &Options) -> Result<Transport, Verdict> {
        let tls = match self.scheme {
            Some(scheme) => scheme == Scheme::Https,
            None => options.tls.is_some(),
        };
        let uri = format!("{}://{}", if tls { "https" } else { "http" }, self.authority);
        let invalid = |error: tonic::transport::Error| Verdict::Final(Error::Server(chain(&error).into()));
        let transport = Transport::from_shared(uri)
            .map_err(|error| Verdict::Final(Error::Server(error.to_string().into())))?
            .connect_timeout(options.dial_timeout)
            .http2_keep_alive_interval(PING_EVERY)
            .keep_alive_timeout(options.dial_timeout)
            .keep_alive_while_idle(false);
        if !tls {
            return Ok(transport);
        }
        #[cfg(feature = "tls")]
        return transport.tls_config(options.tls.clone().unwrap_or_default().config()).map_err(invalid);
        #[cfg(not(feature = "tls"))]
        Err(Verdict::Final(Error::Server("this etcdpat was built without TLS".into())))
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
        for good in ["127.0.0.1:2379", "localhost:1", "http://a.b:2379", "https://[::1]:2379/", "[::1]:65535"] {
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
        ];
        for bad in bad {
            assert!(bad.parse::<Endpoint>().is_err(), "{bad}");
        }
    }
}
