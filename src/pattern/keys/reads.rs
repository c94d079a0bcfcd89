//! What a transaction has read.

use etcd_client::{GetResponse, KeyValue, TxnOpResponse, TxnResponse};

/// The answers to the reads of a transaction, in the order in which they were asked for.
pub(in crate::pattern) fn reads(answer: &TxnResponse) -> impl Iterator<Item = GetResponse> + use<> {
    answer.op_responses().into_iter().filter_map(|response| match response {
        TxnOpResponse::Get(read) => Some(read),
        _ => None,
    })
}

/// The same where each was of one key: the key, if it was there.
pub(in crate::pattern) fn each_read(answer: &TxnResponse) -> impl Iterator<Item = Option<KeyValue>> + use<> {
    reads(answer).map(|mut read| read.take_kvs().pop())
}
