//! The keeper's end of the line to its guardian: orders out, reports in.
//!
//! What must stay true: nothing waits for the guardian to read; what it does not take now goes as soon as it takes more.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream as Stream;
use std::task::{Context, Poll};

use tokio::net::UnixStream;

use super::Error;
use super::protocol::{Inbox, Notice, Order, Outbox};

pub(super) struct Connection<'a> {
    /// The guardian's socket, and the same as the runtime has it.
    stream: &'a Stream,
    socket: UnixStream,
    inbox: Inbox,
    outbox: Outbox,
}

impl<'a> Connection<'a> {
    /// `outbox`: what was ordered before.
    pub(super) fn new(stream: &'a Stream, outbox: Outbox) -> io::Result<Self> {
        let socket = UnixStream::from_std(stream.try_clone()?)?;
        Ok(Self { stream, socket, inbox: Inbox::default(), outbox })
    }

    /// Sends an order, now or as soon as the guardian takes it.
    pub(super) fn order(&mut self, order: &Order) -> Result<(), Error> {
        self.outbox.add(order)?;
        self.flush()
    }

    /// The next report. Sends what is still to be sent, meanwhile.
    pub(super) async fn report(&mut self) -> Result<Notice, Error> {
        std::future::poll_fn(|cx| self.poll_report(cx)).await
    }

    /// Looks at the socket itself, whatever the runtime knows of it: when this process has been stopped for a while, the
    /// runtime learns first that times have passed, and what the guardian said meanwhile must count before them.
    fn poll_report(&mut self, cx: &mut Context<'_>) -> Poll<Result<Notice, Error>> {
        loop {
            if let Some(report) = self.inbox.next()? {
                return Poll::Ready(Ok(report));
            }
            self.flush()?;
            let mut chunk = [0; 1024];
            let mut stream = self.stream;
            let read = match stream.read(&mut chunk) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    let is_writable = !self.outbox.is_empty() && self.socket.poll_write_ready(cx)?.is_ready();
                    if self.socket.poll_read_ready(cx)?.is_pending() && !is_writable {
                        return Poll::Pending;
                    }
                    // Told that it can't be read, the runtime knows.
                    self.socket.try_read(&mut chunk)
                }
                read => read,
            };
            match read {
                Ok(0) => return Poll::Ready(Err(Error::GuardianDied)),
                Ok(read) => self.inbox.add(&chunk[..read]),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if is_hangup(&error) => return Poll::Ready(Err(Error::GuardianDied)),
                Err(error) => return Poll::Ready(Err(error.into())),
            }
        }
    }

    fn flush(&mut self) -> Result<(), Error> {
        let mut stream = self.stream;
        // At once, whether or not the runtime knows already that it can be written to; told that it can't, it knows.
        let write = |bytes: &[u8]| match stream.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => self.socket.try_write(bytes),
            written => written,
        };
        match self.outbox.flush(write) {
            // What it has said before it died is to be read first.
            Err(error) if is_hangup(&error) => {
                self.outbox = Outbox::default();
                Ok(())
            }
            flushed => Ok(flushed?),
        }
    }
}

fn is_hangup(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset)
}
