//! A check that makes one GET request over HTTP/1.1.

use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::http::uri::PathAndQuery;
use hyper::{HeaderMap, Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::address::Address;
use super::failed::{Failed, Step};
use super::headers::{InvalidHeader, headers};
use super::limit::Limit;
use super::tls::Tls;
use super::trust::Trust;
use super::url::{InvalidUrl, Url};
use crate::tls::Unfit;

/// As much of a body is read; what comes after it is not waited for.
const MOST_BODY: usize = 64 * 1024;
/// The longest head of an answer.
const MOST_HEAD: usize = 64 * 1024;

/// A check that is passed when a GET request is answered with a status of 2xx or 3xx.
///
/// A redirect is not followed: the service answered. Each check makes its own connection, never through a proxy, and
/// asks the server to close it.
#[derive(Clone)]
pub struct Http {
    given: String,
    address: Address,
    path: PathAndQuery,
    headers: HeaderMap,
    /// For `https://`.
    tls: Option<Tls>,
}

/// Not a check over HTTP.
#[derive(Debug, thiserror::Error)]
pub enum InvalidHttp {
    /// The URL is wrong.
    #[error(transparent)]
    Url(#[from] InvalidUrl),
    /// A header is wrong.
    #[error(transparent)]
    Header(#[from] InvalidHeader),
    /// An encrypted check has nobody to trust, or is not possible.
    #[error(transparent)]
    Trust(#[from] Unfit),
}

impl Http {
    /// A check of this URL that trusts the system's authorities. See [`Http::trusting`].
    ///
    /// # Errors
    /// [`InvalidHttp`].
    pub fn parse<T: AsRef<str>>(url: &str, headers: &[T]) -> Result<Self, InvalidHttp> {
        Self::trusting(url, headers, &Trust::System)
    }

    /// A check of `http://HOST[:PORT][/PATH][?QUERY]`, or with `https`, with headers as `Name: value`. `Host` and
    /// `User-Agent` may be among them. For `https://` this reads the certificates of those to trust; the server is
    /// verified as the host of the URL, whatever `Host` says.
    ///
    /// # Errors
    /// [`InvalidHttp`].
    pub fn trusting<T: AsRef<str>>(url: &str, given: &[T], trust: &Trust) -> Result<Self, InvalidHttp> {
        let parsed = Url::parse(url)?;
        let headers = headers(given, &parsed.authority())?;
        let Url { encrypted, address, path } = parsed;
        let tls = if encrypted { Some(Tls::new(address.host(), trust)?) } else { None };
        Ok(Self { given: url.to_owned(), address, path, headers, tls })
    }

    /// Checks once. All of it is within the timeout, from the lookup of a name to the end of the body, or of its first
    /// 64 KiB.
    ///
    /// # Errors
    /// There is no answer, or another one than 2xx and 3xx: [`Failed`] says why.
    pub async fn run(&self, timeout: Duration) -> Result<(), Failed> {
        let limit = Limit::new(timeout);
        let stream = self.address.connect(limit).await?;
        match &self.tls {
            Some(tls) => self.ask(tls.connect(stream, limit).await?, limit).await,
            None => self.ask(stream, limit).await,
        }
    }

    async fn ask(&self, stream: impl AsyncRead + AsyncWrite + Unpin, limit: Limit) -> Result<(), Failed> {
        let mut builder = http1::Builder::new();
        // Some old servers know headers only as they are usually written.
        builder.max_buf_size(MOST_HEAD).title_case_headers(true);
        let (mut sender, connection) =
            builder.handshake(TokioIo::new(stream)).await.map_err(|error| Failed::exchange(&error))?;
        // Its end says nothing that the exchange is not told too.
        let driving = async {
            let _ = connection.await;
            std::future::pending::<Infallible>().await
        };
        let exchange = async {
            let answer = limit.keep(Step::Answer, send(&mut sender, self.request())).await?;
            judge(&answer)?;
            limit.keep(Step::Body, read(answer.into_body())).await
        };
        tokio::select! {
            biased;
            result = exchange => result,
            never = driving => match never {},
        }
    }

    fn request(&self) -> Request<Empty<Bytes>> {
        let mut request = Request::new(Empty::new());
        *request.uri_mut() = Uri::from(self.path.clone());
        *request.headers_mut() = self.headers.clone();
        request
    }
}

async fn send(
    sender: &mut http1::SendRequest<Empty<Bytes>>,
    request: Request<Empty<Bytes>>,
) -> Result<Response<Incoming>, Failed> {
    sender.send_request(request).await.map_err(|error| Failed::exchange(&error))
}

fn judge(answer: &Response<Incoming>) -> Result<(), Failed> {
    let status = answer.status();
    if status.is_success() || status.is_redirection() { Ok(()) } else { Err(Failed::Status(status.as_u16())) }
}

/// Reads the body, or its beginning, and drops it.
async fn read(mut body: Incoming) -> Result<(), Failed> {
    let mut count = 0;
    while count < MOST_BODY {
        let Some(frame) = body.frame().await else { return Ok(()) };
        let frame = frame.map_err(|error| Failed::exchange(&error))?;
        count += frame.data_ref().map_or(0, Bytes::len);
    }
    Ok(())
}

/// The URL, as it was given.
impl fmt::Display for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

/// The URL: headers may be secret.
impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Http").field(&self.given).finish()
    }
}
