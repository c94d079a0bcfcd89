//! What a value was before: as far as etcd still has it, over deletions.
//!
//! What must stay true: it is whole from the oldest revision that etcd has up to the present one: a watch gives the events of
//! a key in order, so that the one that is known to be the last is preceded by all others.

use std::collections::VecDeque;
use std::time::Duration;

use etcd_client::{EventType, GetOptions, KeyValue, ResponseHeader, WatchOptions, WatchResponse, WatchStream};
use tokio::time::{Instant, timeout};

use super::Error;
use super::read::Entry;
use super::store::{Path, Store};
use crate::client::{self, Client, Version};

/// Between two questions whether all has been sent.
const ASK: Duration = Duration::from_millis(50);
/// Where a server can't be asked: after so long a silence, all has been sent.
const SILENCE: Duration = Duration::from_secs(1);
/// How often history may be compacted, or a connection break, while it is read.
const ATTEMPTS: usize = 5;

/// What a value was.
#[derive(Clone, Debug, PartialEq)]
pub enum Past {
    /// It was put.
    Value(Entry),
    /// It was deleted, at this revision.
    Deleted(i64),
}

/// What the history of a key is read into.
struct Replay<'a> {
    store: &'a Store,
    key: Vec<u8>,
    most: usize,
    /// The newest last.
    found: VecDeque<Past>,
    /// The revision up to which it is read.
    until: i64,
    /// The revision of the last event, where that is known: nothing comes after it.
    last: Option<i64>,
}

/// Why a replay has ended.
enum End {
    Whole,
    /// History is gone up to this revision.
    Compacted(i64),
    Broken(String),
}

/// What a value was, the newest first, from the present back to where etcd's history begins: the newest `most`.
///
/// # Errors
/// [`Error::Absent`]: there never was one, as far as etcd knows. Or a request failed.
pub async fn history(client: &Client, store: &Store, path: &Path, most: usize) -> Result<Vec<Past>, Error> {
    let failed = || store.failed("read the history");
    let key = store.key(path);
    let version = client.version().await.ok().and_then(|version| Version::of(&version));
    let can_be_asked = version.is_some_and(|version| !version.may_answer_too_early());
    let (mut from, mut why) = (1, String::new());
    for _ in 0..ATTEMPTS {
        let now = client.get(&key, None).await.map_err(failed())?;
        let until = now.header().map_or(0, ResponseHeader::revision);
        let last = now.kvs().first().map(KeyValue::mod_revision);
        let mut replay = Replay { store, key: key.clone(), most, found: VecDeque::new(), until, last };
        if from > 1 {
            // The oldest state that etcd has.
            match client.get(&key, Some(GetOptions::new().with_revision(from - 1))).await {
                Ok(oldest) => oldest.kvs().first().into_iter().for_each(|kv| replay.put(kv)),
                Err(client::Error::Compacted) => {}
                Err(error) => return Err(failed()(error)),
            }
        }
        match replay.read(client, from, can_be_asked).await.map_err(failed())? {
            End::Whole if replay.found.is_empty() => return Err(Error::Absent(path.clone())),
            End::Whole => return Ok(replay.found.into_iter().rev().collect()),
            End::Compacted(revision) => from = revision + 1,
            End::Broken(text) => why = text,
        }
    }
    Err(failed()(client::Error::WatchEnded(why.into())))
}

impl Replay<'_> {
    /// Reads from this revision on.
    async fn read(&mut self, client: &Client, from: i64, can_be_asked: bool) -> Result<End, client::Error> {
        if from > self.until || self.last.is_some_and(|last| last < from) {
            return Ok(End::Whole);
        }
        let options = WatchOptions::new().with_start_revision(from);
        let mut stream = client.watch(&self.key, options).await?;
        let limit = client.command_timeout();
        let mut heard = Instant::now();
        loop {
            match timeout(ASK, stream.message()).await {
                Ok(Ok(Some(answer))) => {
                    heard = Instant::now();
                    if let Some(end) = self.take(&answer) {
                        return Ok(end);
                    }
                }
                Ok(Ok(None)) => return Ok(End::Broken("the server closed the watch".to_owned())),
                Ok(Err(error)) => return Ok(End::Broken(error.to_string())),
                // Of a key that is there, the last event is known, and waited for.
                Err(_) if self.last.is_none() && !can_be_asked && heard.elapsed() > SILENCE => return Ok(End::Whole),
                Err(_) if heard.elapsed() > limit => {
                    return Ok(End::Broken(format!("no answer within {limit:.1?}")));
                }
                Err(_) if self.last.is_none() && can_be_asked => ask(&mut stream).await,
                Err(_) => {}
            }
        }
    }

    /// Takes an answer in; the end, if it is that.
    fn take(&mut self, answer: &WatchResponse) -> Option<End> {
        if answer.compact_revision() > 0 {
            return Some(End::Compacted(answer.compact_revision()));
        }
        if answer.canceled() {
            return Some(End::Broken(answer.cancel_reason().to_owned()));
        }
        for event in answer.events() {
            let Some(kv) = event.kv().filter(|kv| kv.mod_revision() <= self.until) else { return Some(End::Whole) };
            if event.event_type() == EventType::Delete {
                self.add(Past::Deleted(kv.mod_revision()));
            } else {
                self.put(kv);
            }
            if self.last == Some(kv.mod_revision()) {
                return Some(End::Whole);
            }
        }
        // An answer to the question whether all has been sent; the confirmation of the watch says nothing.
        let revision = answer.header().map_or(0, ResponseHeader::revision);
        let all_sent = answer.events().is_empty() && !answer.created() && revision >= self.until;
        (all_sent && self.last.is_none()).then_some(End::Whole)
    }

    fn put(&mut self, kv: &KeyValue) {
        if let Some(entry) = Entry::new(self.store, kv) {
            self.add(Past::Value(entry));
        }
    }

    fn add(&mut self, past: Past) {
        if self.found.len() == self.most {
            self.found.pop_front();
        }
        self.found.push_back(past);
    }
}

/// Asks whether all has been sent. A stream that is broken will say so itself.
async fn ask(stream: &mut WatchStream) {
    let _ = stream.request_progress().await;
}
