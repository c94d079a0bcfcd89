//! Whether what answers is still the store that has been watched.
//!
//! What must stay true: "no" only when a linearizable read has said so twice. "Yes" of the member that a stream comes from
//! is said after the stream was confirmed, over the same connection: so it holds for what the stream will bring.

use std::time::Duration;

use etcd_client::{GetOptions, GetResponse, KeyValue, Txn, TxnOp, TxnResponse};

use super::store::{Store, Word};
use crate::client::{self, Client, Origin};
use crate::pattern::keys::{Range, reads};

/// Before the second look: a member that has just been started may need a moment to know what was committed.
const PAUSE: Duration = Duration::from_millis(100);

/// Whether it is that store, at the member that a stream comes from, or at any. What it says more is learnt.
pub(super) async fn is_same(
    client: &Client,
    range: &Range,
    store: &mut Store,
    origin: Option<&Origin>,
) -> Result<bool, client::Error> {
    for pause in [None, Some(PAUSE)] {
        if let Some(pause) = pause {
            tokio::time::sleep(pause).await;
        }
        if let Some(word) = look(client, range, store, origin).await? {
            store.learn(&word);
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a member knows of the store without asking the others: enough to remember, not to compare.
pub(super) async fn local_word(client: &Client, origin: &Origin, cluster_id: u64) -> Word {
    let mut word = Word { cluster_id, ..Word::default() };
    add_raft(client, Some(origin), None, &mut word).await;
    word
}

/// What the store says, if it is the one.
async fn look(
    client: &Client,
    range: &Range,
    store: &Store,
    origin: Option<&Origin>,
) -> Result<Option<Word>, client::Error> {
    let Some(read) = read(client, range, store, origin).await? else { return Ok(None) };
    let mut word = Word::from(read.header());
    if !store.is_other(&word) {
        add_raft(client, origin, read.header().map(etcd_client::ResponseHeader::member_id), &mut word).await;
    }
    Ok((!store.is_other(&word)).then_some(word))
}

/// Reads the sample's key, linearizably: nothing when the store can't be the one. What is compacted can't be compared.
async fn read(
    client: &Client,
    range: &Range,
    store: &Store,
    origin: Option<&Origin>,
) -> Result<Option<TxnResponse>, client::Error> {
    let sample = store.sample();
    let key = sample.map_or(range.first(), |sample| sample.key.raw());
    let choices: &[&[i64]] = match sample {
        Some(sample) => &[&[sample.until, sample.mod_revision], &[sample.until], &[0]],
        None => &[&[0]],
    };
    for revisions in choices {
        let gets = revisions.iter().map(|at| TxnOp::get(key, Some(GetOptions::new().with_revision(*at))));
        let read = match client.read(origin, Txn::new().and_then(gets.collect::<Vec<_>>())).await {
            Err(client::Error::Compacted) => continue,
            Err(client::Error::FutureRevision) => return Ok(None),
            read => read?,
        };
        let gets: Vec<_> = reads(&read).collect();
        let agrees = sample.is_none_or(|sample| match (*revisions, gets.as_slice()) {
            ([0], _) => true,
            (_, [later]) => sample.became(first(later)),
            (_, [later, then]) => sample.became(first(later)) && sample.is(first(then)),
            _ => false,
        });
        return Ok(agrees.then_some(read));
    }
    // A read of the present is never of what is compacted.
    Err(client::Error::Compacted)
}

fn first(get: &GetResponse) -> Option<&KeyValue> {
    get.kvs().first()
}

/// Adds what the member says of its log, where it can be asked, has a leader, and is the `member` that answered before
/// (a proxy may ask another). Its log is then as long as what that answer has seen.
async fn add_raft(client: &Client, origin: Option<&Origin>, member: Option<u64>, word: &mut Word) {
    let Ok(status) = client.status(origin).await else { return };
    let answered = status.header().map(etcd_client::ResponseHeader::member_id);
    if status.leader() != 0 && (member.is_none() || member == answered) {
        (word.raft_term, word.raft_index) = (status.raft_term(), status.raft_index());
    }
}
