//! A watch stream: a window's requests go out on it, and its answers come in.

use std::time::Duration;

use etcd_client::{WatchOptions, WatchStream};
use tokio::time::timeout;

use super::answer::Answer;
use super::store::same_cluster;
use super::window::{self, Limits, Request, Taken, Window};
use crate::client::{self, Cancelled, Client, Origin, Refusal, StreamError};
use crate::event::Text;
use crate::pattern::keys::Range;

/// A stream, confirmed by the server.
pub(super) struct Live {
    stream: WatchStream,
    pub(super) origin: Origin,
    pub(super) window: Window,
    range: Range,
    options: WatchOptions,
    /// So many revisions are looked at before those that are wanted.
    lead: i64,
    /// The cluster that its confirmation came from.
    pub(super) cluster_id: u64,
    /// Whether it has brought anything but its confirmation.
    pub(super) fruitful: bool,
}

/// Why a stream has ended, or could not be opened.
#[derive(Debug)]
pub(super) enum StreamEnd {
    /// History is gone up to this revision.
    Compacted(i64),
    /// What answers is not the store that was watched.
    Restored,
    /// The member refused: no permission, or no valid token.
    Refused(Option<Origin>, Refusal),
    /// It broke: another one may do.
    Broken(Option<Origin>, Text),
    /// No stream could be had.
    Client(client::Error),
}

impl Live {
    /// Opens a stream from this revision on, or from the present one. `lead`: so many revisions before are looked at
    /// by every watcher, but not wanted.
    pub(super) async fn open(
        client: &Client,
        range: &Range,
        prev_kv: bool,
        from: Option<i64>,
        lead: i64,
    ) -> Result<(Self, i64), StreamEnd> {
        // A large batch comes in parts; the server tells it from time to time where the watch stands.
        let options = range.watched(WatchOptions::new().with_fragment().with_progress_notify());
        let options = if prev_kv { options.with_prev_key() } else { options };
        let first = from.map_or_else(|| options.clone(), |from| options.clone().with_start_revision(from - lead));
        let (mut stream, origin) = client.watch_from(range.first(), first).await.map_err(StreamEnd::Client)?;
        let limit = client.command_timeout();
        let confirmed = timeout(limit, receive(&mut stream, &origin)).await;
        let confirmed = confirmed.unwrap_or_else(|_| Err(not_confirmed(&origin, limit)))?;
        // A watch from now on begins after the revision that its confirmation has.
        let from = from.unwrap_or(confirmed.revision + 1);
        let window = Window::new(from, Limits::default());
        let cluster_id = confirmed.cluster_id;
        let range = range.clone();
        let mut live = Self { stream, origin, window, range, options, lead, cluster_id, fruitful: false };
        live.receive(confirmed)?;
        Ok((live, from))
    }

    /// What comes next.
    ///
    /// Nothing is lost when this is dropped before it is done.
    pub(super) async fn next(&mut self) -> Result<Taken, StreamEnd> {
        loop {
            while let Some(request) = self.window.next_request() {
                self.ask(request).await?;
                self.window.sent();
            }
            if let Some(taken) = self.window.take() {
                return Ok(taken);
            }
            let answer = receive(&mut self.stream, &self.origin).await?;
            self.fruitful = true;
            self.receive(answer)?;
        }
    }

    async fn ask(&mut self, request: Request) -> Result<(), StreamEnd> {
        let sent = match request {
            Request::Create(from) => {
                let options = self.options.clone().with_start_revision(from - self.lead);
                self.stream.watch(self.range.first(), Some(options)).await
            }
            Request::Cancel(id) => self.stream.cancel(id).await,
        };
        sent.map_err(|error| StreamEnd::Broken(Some(self.origin.clone()), error.to_string().into()))
    }

    fn receive(&mut self, answer: Answer) -> Result<(), StreamEnd> {
        // A proxy may go to another cluster under a stream that it keeps open.
        if !same_cluster(self.cluster_id, answer.cluster_id) {
            return Err(StreamEnd::Restored);
        }
        let plain = self.window.is_plain();
        self.window.receive(answer).map_err(|ended| match ended {
            window::WatcherEnd::Compacted(revision) if plain => StreamEnd::Compacted(revision),
            // Whether what is next is gone, the next stream will tell.
            window::WatcherEnd::Compacted(_) => StreamEnd::Broken(None, "history was compacted meanwhile".into()),
            window::WatcherEnd::Canceled(reason) => match Cancelled::from(&reason) {
                Cancelled::Refused(refusal) => StreamEnd::Refused(Some(self.origin.clone()), refusal),
                Cancelled::Never(reason) => StreamEnd::Client(client::Error::Server(reason)),
                Cancelled::Broken(reason) => StreamEnd::Broken(Some(self.origin.clone()), reason),
            },
        })
    }
}

async fn receive(stream: &mut WatchStream, origin: &Origin) -> Result<Answer, StreamEnd> {
    let broken = |text: Text| StreamEnd::Broken(Some(origin.clone()), text);
    match stream.message().await {
        Ok(Some(answer)) => Answer::try_from(answer).map_err(|unknown| broken(unknown.to_string().into())),
        Ok(None) => Err(broken("the server closed the watch".into())),
        Err(error) => Err(match client::stream_end(error) {
            StreamError::Final(error) => StreamEnd::Client(error),
            StreamError::User(text) => StreamEnd::Refused(Some(origin.clone()), Refusal::User(text)),
            StreamError::Broken(text) => broken(text),
        }),
    }
}

fn not_confirmed(origin: &Origin, limit: Duration) -> StreamEnd {
    StreamEnd::Broken(Some(origin.clone()), format!("the watch was not confirmed within {limit:.1?}").into())
}
