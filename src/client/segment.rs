//! A connection that sends what belongs together in one segment.
//!
//! A request is HTTP/2 headers and then data, written and flushed one after the other a moment apart: two segments, and
//! two times that the server is woken. Here the first flush after a write waits until whoever else is ready has had its
//! turn; what was written meanwhile goes with it.
//!
//! What must stay true: what was written is sent in order, and sent though nothing else is ever written.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// More than this is not held back.
const SEGMENT: usize = 4096;

/// A stream whose flush waits for one turn of the runtime.
#[derive(Debug)]
pub(super) struct Segments<S> {
    stream: S,
    held: Vec<u8>,
    /// A flush was asked for in the last turn.
    waited: bool,
}

impl<S: AsyncWrite + Unpin> Segments<S> {
    pub(super) fn new(stream: S) -> Self {
        Self { stream, held: Vec::new(), waited: false }
    }

    fn send(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.held.is_empty() {
            let sent = ready!(Pin::new(&mut self.stream).poll_write(cx, &self.held))?;
            if sent == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.held.drain(..sent);
        }
        self.waited = false;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Segments<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.held.len() + bytes.len() > SEGMENT {
            ready!(self.send(cx))?;
            return Pin::new(&mut self.stream).poll_write(cx, bytes);
        }
        self.held.extend_from_slice(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.held.is_empty() {
            return Pin::new(&mut self.stream).poll_flush(cx);
        }
        if !std::mem::replace(&mut self.waited, true) {
            // Polled again as soon as the others have had their turn.
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        ready!(self.send(cx))?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.send(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Segments<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}
