//! Why a check failed.

use std::error::Error;
use std::fmt;
use std::io;
use std::time::Duration;

/// Why a check failed, in a few plain words on one line: `HTTP 503`, `connection refused`, `no answer within 2s`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failed {
    /// The name has no address, or the resolver could not say.
    #[error("no address: {0}")]
    Unresolved(String),
    /// There is no connection, or it broke: what the system says.
    #[error("{0}")]
    Connection(String),
    /// The TLS handshake failed, as when a certificate is not trusted.
    #[error("TLS: {0}")]
    Tls(String),
    /// The server closed the connection before the answer was complete.
    #[error("connection closed before the end of the answer")]
    Closed,
    /// What came is no answer of HTTP/1.
    #[error("not an HTTP answer: {0}")]
    NotHttp(String),
    /// The answer's status is neither 2xx nor 3xx.
    #[error("HTTP {0}")]
    Status(u16),
    /// The time was up.
    #[error("no {step} within {}", humantime::format_duration(*.within))]
    Late {
        /// What was waited for.
        step: Step,
        /// The check's timeout.
        within: Duration,
    },
}

/// What a check waits for, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The addresses of a name.
    Address,
    /// A TCP connection.
    Connection,
    /// A TLS handshake.
    Tls,
    /// The head of the answer: status and headers.
    Answer,
    /// The body of the answer.
    Body,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "address",
            Self::Connection => "connection",
            Self::Tls => "TLS handshake",
            Self::Answer => "answer",
            Self::Body => "end of the answer",
        })
    }
}

impl Failed {
    /// The kind's words are plainer ("connection refused") than the system's text with its number.
    pub(super) fn connection(error: &io::Error) -> Self {
        let kind = error.kind().to_string();
        let known = error.raw_os_error().is_some() && !kind.contains("uncategorized");
        Self::Connection(if known { kind } else { error.to_string() })
    }

    /// Of a request that has been sent.
    pub(super) fn exchange(error: &hyper::Error) -> Self {
        if let Some(error) = error.source().and_then(|source| source.downcast_ref::<io::Error>()) {
            return match error.kind() {
                io::ErrorKind::UnexpectedEof => Self::Closed,
                _ => Self::connection(error),
            };
        }
        if error.is_parse() {
            return Self::NotHttp(error.to_string());
        }
        if error.is_incomplete_message() || error.is_canceled() || error.is_closed() {
            return Self::Closed;
        }
        Self::Connection(error.to_string())
    }
}
