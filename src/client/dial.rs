//! The connection to one endpoint: over TCP or a Unix socket, in the clear or encrypted; and what it says of why it came to
//! nothing, which a request is not told.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::UnixStream;
use tokio::time::timeout;
use tonic::codegen::Service;
use tonic::codegen::http::Uri;

use super::endpoint::{Address, Endpoint};
use crate::tls::{Config, Problem};

/// How long a server is asked which protocol it speaks, after it has closed a connection.
const PROBE: Duration = Duration::from_millis(500);
/// A record of TLS that every server answers, with an alert: a ClientHello of one byte.
const HELLO: &[u8] = b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00";
/// How HTTP/2 begins, and an empty SETTINGS frame.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Makes the connections to one endpoint.
#[derive(Clone)]
pub(super) struct Dialer {
    endpoint: Endpoint,
    tls: Option<Config>,
    limit: Duration,
    noted: Noted,
}

/// What the last connection to an endpoint has shown.
#[derive(Clone, Default)]
pub(super) struct Noted(Arc<Mutex<Option<Sign>>>);

#[derive(Clone)]
enum Sign {
    /// It was closed before the server said anything.
    Mute,
    Problem(Problem),
}

impl Noted {
    fn set(&self, sign: Option<Sign>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = sign;
    }

    /// A problem says more than that it was closed, and the first one is the reason for others.
    fn add(&self, sign: Sign) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(*noted, Some(Sign::Problem(_))) {
            *noted = Some(sign);
        }
    }

    /// Why the last connection came to nothing, as far as that is known.
    pub(super) fn known(&self) -> Option<Problem> {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(Sign::Problem(problem)) => Some(problem.clone()),
            Some(Sign::Mute) | None => None,
        }
    }

    fn is_mute(&self) -> bool {
        matches!(&*self.0.lock().unwrap_or_else(PoisonError::into_inner), Some(Sign::Mute))
    }

    /// Asks a server that closed the connection without a word: one that wants TLS does so, and some web servers.
    pub(super) async fn ask(&self, endpoint: &Endpoint, is_encrypted: bool) {
        if self.is_mute()
            && !is_encrypted
            && let Some(problem @ (Problem::WantsTls | Problem::Http1)) = says(endpoint, HELLO).await
        {
            self.set(Some(Sign::Problem(problem)));
        }
    }
}

impl Dialer {
    pub(super) fn new(endpoint: &Endpoint, tls: Option<&Config>, limit: Duration, noted: &Noted) -> Self {
        Self { endpoint: endpoint.clone(), tls: tls.cloned(), limit, noted: noted.clone() }
    }

    async fn dial(self) -> Result<TokioIo<Watched>, BoxError> {
        self.noted.set(None);
        let raw = connect(&self.endpoint, self.limit).await?;
        let io: Box<dyn Io> = match &self.tls {
            None => raw,
            Some(tls) => match tls.connect(self.endpoint.server_name(), raw).await {
                Ok(encrypted) => Box::new(encrypted),
                Err(problem) => return Err(self.failed(problem).await.into()),
            },
        };
        Ok(TokioIo::new(Watched { io, heard: false, noted: self.noted }))
    }

    /// Notes why a handshake has failed. Whoever closed it may speak no TLS.
    async fn failed(&self, problem: Problem) -> Problem {
        let problem = match problem {
            Problem::Closed => says(&self.endpoint, PREFACE).await.unwrap_or(Problem::Closed),
            problem => problem,
        };
        let problem = if problem == Problem::Http1 { Problem::NoTls } else { problem };
        self.noted.set(Some(Sign::Problem(problem.clone())));
        problem
    }
}

impl Service<Uri> for Dialer {
    type Response = TokioIo<Watched>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        Box::pin(self.clone().dial())
    }
}

/// A connection in the clear.
async fn connect(endpoint: &Endpoint, limit: Duration) -> Result<Box<dyn Io>, BoxError> {
    match endpoint.address() {
        Address::Tcp(authority) => {
            let mut tcp = HttpConnector::new();
            tcp.set_nodelay(true);
            tcp.set_connect_timeout(Some(limit));
            let uri = Uri::builder().scheme("http").authority(authority.as_str()).path_and_query("/").build()?;
            Ok(Box::new(tcp.call(uri).await?.into_inner()))
        }
        Address::Unix(path) => Ok(Box::new(UnixStream::connect(path).await?)),
    }
}

/// What a server's answer to these bytes shows: [`Problem::WantsTls`] where it speaks TLS, [`Problem::NoTls`] or
/// [`Problem::Http1`] where it does not.
async fn says(endpoint: &Endpoint, bytes: &[u8]) -> Option<Problem> {
    let asked = async {
        let mut io = connect(endpoint, PROBE).await.ok()?;
        io.write_all(bytes).await.ok()?;
        let mut answer = [0; 9];
        io.read_exact(&mut answer[..2]).await.ok()?;
        let more = io.read(&mut answer[2..]).await.unwrap_or_default();
        first_words(&answer[..2 + more])
    };
    timeout(PROBE, asked).await.ok().flatten()
}

/// What the first bytes of a server show. Of HTTP/2 they are the length of a frame (3 bytes), and its type, which is 4.
fn first_words(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        [0x15 | 0x16, 0x03, ..] => Some(Problem::WantsTls),
        [b'H', b'T', ..] => Some(Problem::Http1),
        [0, 0, _, 4, ..] => Some(Problem::NoTls),
        _ => None,
    }
}

/// What a connection is made of.
trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// A connection whose first words are looked at.
pub(super) struct Watched {
    io: Box<dyn Io>,
    /// Whether the server has said anything yet.
    heard: bool,
    noted: Noted,
}

impl Watched {
    /// Looks at the first bytes, or at the end of the connection where there are none.
    fn hear(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() {
            self.noted.add(Sign::Mute);
            return Ok(());
        }
        self.heard = true;
        match first_words(bytes) {
            Some(problem @ (Problem::WantsTls | Problem::Http1)) => {
                self.noted.add(Sign::Problem(problem.clone()));
                Err(io::Error::other(problem))
            }
            _ => Ok(()),
        }
    }

    /// Notes an error before anything was heard.
    fn note(&self, error: &io::Error) {
        let problem = error.get_ref().and_then(|inner| inner.downcast_ref::<Problem>());
        self.noted.add(problem.map_or(Sign::Mute, |problem| Sign::Problem(problem.clone())));
    }

    /// Who closes the connection may have said why: that can still be read when nothing can be written any more.
    fn written<T>(&mut self, cx: &mut Context<'_>, done: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if let (Poll::Ready(Err(error)), false) = (&done, self.heard) {
            let mut bytes = [0; 9];
            let mut buffer = ReadBuf::new(&mut bytes);
            match Pin::new(&mut self.io).poll_read(cx, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                    let _ = self.hear(buffer.filled());
                }
                Poll::Ready(Err(reason)) if reason.get_ref().is_some() => self.note(&reason),
                _ => self.note(error),
            }
        }
        done
    }
}

impl AsyncRead for Watched {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = ready!(Pin::new(&mut self.io).poll_read(cx, buffer));
        if self.heard {
            return Poll::Ready(read);
        }
        Poll::Ready(match read {
            Ok(()) => self.hear(&buffer.filled()[before..]),
            Err(error) => {
                self.note(&error);
                Err(error)
            }
        })
    }
}

impl AsyncWrite for Watched {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write(cx, bytes);
        self.written(cx, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.io).poll_flush(cx);
        self.written(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write_vectored(cx, bytes);
        self.written(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}
