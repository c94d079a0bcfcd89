//! A connection that wakes the server as seldom as it can.
//!
//! What is written a moment apart (HTTP/2's preface, a request's headers, its data) would wake it once each. Here a flush
//! waits until whoever else is ready has had its turn; what was written meanwhile goes with it.
//!
//! And a server in Go answers the data of every request with a PING, to measure the connection, unless an earlier one is
//! still unanswered (gRPC's bandwidth estimation): two more times that each side is woken. Its PINGs are answered a
//! little later, as TCP delays its acknowledgements. So are settings: a server needs them with a request, not before.
//!
//! What must stay true: all that was written is sent though nothing else is ever written, and in order, but for the
//! acknowledgements of PINGs, which HTTP/2 lets stand between any two frames.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// More than this is not held back.
const SEGMENT: usize = 16 * 1024;
/// How long is held back what nobody waits for: what TCP takes for its acknowledgements.
const DELAY: Duration = Duration::from_millis(40);

/// A stream that holds back what is written to it.
#[derive(Debug)]
pub(super) struct Segments<S> {
    stream: S,
    /// What is to be sent next.
    held: Vec<u8>,
    /// Acknowledgements of PINGs, which go behind it.
    acknowledgements: Vec<u8>,
    /// None where they are encrypted, and nothing is known to be able to wait.
    frames: Option<Frames>,
    /// Somebody waits for what is held.
    urgent: bool,
    /// A flush was asked for in the last turn, and nothing was written since.
    waited: bool,
    /// When the rest is sent.
    due: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncWrite + Unpin> Segments<S> {
    /// `plain`: HTTP/2 is written to it as it is, from the beginning.
    pub(super) fn new(stream: S, plain: bool) -> Self {
        let (held, acknowledgements) = (Vec::new(), Vec::new());
        let frames = plain.then(Frames::new);
        Self { stream, held, acknowledgements, frames, urgent: false, waited: false, due: None }
    }

    /// Puts each frame where it belongs.
    fn sort(&mut self, mut bytes: &[u8]) {
        let Some(frames) = &mut self.frames else {
            self.urgent = true;
            return self.held.extend_from_slice(bytes);
        };
        while !bytes.is_empty() {
            self.urgent |= frames.read_header(&mut bytes);
            let to = if frames.is_acknowledgement { &mut self.acknowledgements } else { &mut self.held };
            frames.hand_on(&mut bytes, to);
        }
    }

    fn send(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.held.is_empty() {
            let sent = ready!(Pin::new(&mut self.stream).poll_write(cx, &self.held))?;
            if sent == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.held.drain(..sent);
        }
        (self.urgent, self.waited) = (false, false);
        Poll::Ready(Ok(()))
    }

    fn send_all(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.held.append(&mut self.acknowledgements);
        self.due = None;
        // What the stream does not take now goes as soon as it takes more.
        (self.urgent, self.waited) = (true, true);
        self.send(cx)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Segments<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.held.len() >= SEGMENT {
            // The rest of a frame is as urgent as its beginning.
            let urgent = self.urgent;
            ready!(self.send(cx))?;
            self.urgent = urgent;
        }
        let taken = bytes.len().min(SEGMENT);
        self.sort(&bytes[..taken]);
        self.waited = false;
        Poll::Ready(Ok(taken))
    }

    /// Called between two frames only.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.urgent {
            if !std::mem::replace(&mut self.waited, true) {
                // Polled again as soon as the others have had their turn.
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            ready!(self.send(cx))?;
        }
        if self.held.is_empty() && self.acknowledgements.is_empty() {
            self.due = None;
        } else if self.due.get_or_insert_with(|| Box::pin(sleep(DELAY))).as_mut().poll(cx).is_ready() {
            ready!(self.send_all(cx))?;
        }
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.send_all(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Segments<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

/// Where we are in HTTP/2's frames (RFC 9113, sections 3.4 and 4.1).
#[derive(Debug)]
struct Frames {
    /// What has come of a header.
    header: Vec<u8>,
    /// What is still to come of the frame.
    rest: usize,
    is_acknowledgement: bool,
    /// A request has begun.
    opened: bool,
}

impl Frames {
    const PREFACE: usize = 24;
    const HEADER: usize = 9;
    const SETTINGS: u8 = 4;
    const PING: u8 = 6;
    const WINDOW_UPDATE: u8 = 8;
    const ACK: u8 = 1;

    fn new() -> Self {
        Self { header: Vec::new(), rest: Self::PREFACE, is_acknowledgement: false, opened: false }
    }

    /// Reads on in a frame's header, if we are in one. Whether it is now known that somebody waits for the frame.
    fn read_header(&mut self, bytes: &mut &[u8]) -> bool {
        if self.rest > 0 {
            return false;
        }
        let missing = bytes.len().min(Self::HEADER - self.header.len());
        self.header.extend(bytes.split_off(..missing).unwrap_or_default());
        let [high, middle, low, kind, flags, _, _, _, _] = self.header[..] else { return false };
        self.rest = usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low);
        self.is_acknowledgement = kind == Self::PING && flags & Self::ACK != 0;
        // As are the windows that a connection begins with.
        let is_setting = kind == Self::SETTINGS || kind == Self::WINDOW_UPDATE && !self.opened;
        let is_urgent = !(self.is_acknowledgement || is_setting);
        self.opened |= is_urgent;
        is_urgent
    }

    /// Hands on what there is of the frame.
    fn hand_on(&mut self, bytes: &mut &[u8], to: &mut Vec<u8>) {
        if self.rest == 0 && self.header.len() < Self::HEADER {
            return;
        }
        to.append(&mut self.header);
        let part = bytes.split_off(..bytes.len().min(self.rest)).unwrap_or_default();
        to.extend_from_slice(part);
        self.rest -= part.len();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
    use tokio::time::{Instant, timeout};

    use super::*;

    const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    fn frame(kind: u8, flags: u8, payload: &[u8]) -> Vec<u8> {
        let length = u32::try_from(payload.len()).expect("short").to_be_bytes();
        [&length[1..], &[kind, flags, 0, 0, 0, 1], payload].concat()
    }

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime")
    }

    proptest! {
        /// Whatever is written, and however it is cut: it arrives whole and in order, with the acknowledgements of PINGs
        /// at the end.
        #[test]
        fn nothing_is_lost(
            frames in prop::collection::vec((0..10u8, 0..2u8, prop::collection::vec(any::<u8>(), 0..40)), 0..12),
            cuts in prop::collection::vec(1..50usize, 1..20),
        ) {
            let is_late = |(kind, flags, _): &&(u8, u8, Vec<u8>)| *kind == Frames::PING && *flags == Frames::ACK;
            let bytes = |(kind, flags, payload): &(u8, u8, Vec<u8>)| frame(*kind, *flags, payload);
            let written = [PREFACE.to_vec(), frames.iter().flat_map(bytes).collect()].concat();
            let (late, rest): (Vec<_>, Vec<_>) = frames.iter().partition(is_late);
            let expected = [PREFACE.to_vec(), rest.into_iter().chain(late).flat_map(bytes).collect()].concat();
            let arrived = runtime().block_on(async {
                let (ours, mut theirs) = duplex(1 << 20);
                let mut segments = Segments::new(ours, true);
                let mut left = &written[..];
                for cut in cuts.iter().cycle() {
                    if left.is_empty() {
                        break;
                    }
                    let part = left.split_off(..left.len().min(*cut)).unwrap_or_default();
                    segments.write_all(part).await.expect("written");
                }
                segments.shutdown().await.expect("shut down");
                let mut arrived = Vec::new();
                theirs.read_to_end(&mut arrived).await.expect("read");
                arrived
            });
            prop_assert_eq!(arrived, expected);
        }
    }

    #[test]
    fn a_request_of_any_size_is_sent_when_it_is_flushed() {
        runtime().block_on(async {
            for size in [1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 5 * SEGMENT / 2] {
                let (ours, _theirs) = duplex(1 << 20);
                let mut segments = Segments::new(ours, true);
                segments.write_all(&[PREFACE, &frame(0, 1, &vec![7; size])].concat()).await.expect("written");
                segments.flush().await.expect("flushed");
                assert!(segments.held.is_empty(), "{size}: {} left", segments.held.len());
            }
        });
    }

    #[test]
    fn an_acknowledgement_is_sent_though_nothing_follows() {
        runtime().block_on(async {
            let (ours, mut theirs) = duplex(1024);
            let mut segments = Segments::new(ours, true);
            let acknowledgement = frame(Frames::PING, Frames::ACK, b"12345678");
            let request = frame(1, 4, b"headers");
            segments.write_all(&[PREFACE, &acknowledgement, &request].concat()).await.expect("written");
            segments.flush().await.expect("flushed");
            let first = [PREFACE, &request].concat();
            let mut arrived = vec![0; first.len()];
            theirs.read_exact(&mut arrived).await.expect("read");
            assert_eq!(arrived, first, "what somebody waits for is sent, and first");
            let begun = Instant::now();
            let mut late = vec![0; acknowledgement.len()];
            let reads = theirs.read_exact(&mut late);
            // As h2 does: it flushes when it is woken, and only then.
            let flushes = std::future::poll_fn(|cx| match Pin::new(&mut segments).poll_flush(cx) {
                Poll::Ready(Err(error)) => Poll::Ready(error),
                _ => Poll::Pending,
            });
            tokio::select! {
                read = timeout(Duration::from_secs(10), reads) => { read.expect("in time").expect("read"); }
                error = flushes => panic!("{error}"),
            }
            assert_eq!(late, acknowledgement);
            assert!(begun.elapsed() >= DELAY / 2, "{:?}", begun.elapsed());
        });
    }
}
