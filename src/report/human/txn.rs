//! Transactions, for people.

use super::{Row, Words};
use crate::event::{TxnAnswer, TxnBranch, TxnEvent, TxnRow};
use crate::report::class::Class;

pub(super) fn class(event: &TxnEvent) -> Class {
    match event {
        TxnEvent::Done(_) => Class::Result,
    }
}

/// An answer: what became of it, and a table of what its operations gave.
pub(super) fn words(event: &TxnEvent) -> Words {
    let TxnEvent::Done(row) = event;
    let read = row.responses.iter().any(|answer| matches!(answer, TxnAnswer::Get { kvs, .. } if !kvs.is_empty()));
    let columns = if read { 7 } else { 3 };
    Words::Table(title(row), row.responses.iter().flat_map(rows).map(|row| row.first(columns)).collect())
}

fn title(row: &TxnRow) -> String {
    let TxnRow { branch, revision, lock, fence, .. } = row;
    match (branch, lock, fence) {
        (TxnBranch::None, Some(lock), Some(fence)) => {
            format!("refused: {lock} is not held with fence {fence}; nothing was applied")
        }
        (TxnBranch::None, ..) => "refused; nothing was applied".to_owned(),
        (TxnBranch::Then, ..) => format!("then, at revision {revision}"),
        (TxnBranch::Else, ..) => format!("else, at revision {revision}"),
    }
}

/// One row for each operation, and for each key that it read.
fn rows(answer: &TxnAnswer) -> Vec<Row> {
    let row = |op: &str, key: String, value: String, [version, create, modified, lease]: [String; 4]| {
        let cells = [op.to_owned(), key, value, version, create, modified, lease];
        Row::new(["OP", "KEY", "VALUE", "VERSION", "CREATE", "MOD", "LEASE"], cells)
    };
    let nothing = || [(); 4].map(|()| String::new());
    match answer {
        TxnAnswer::Put { key } => vec![row("put", key.to_string(), "(written)".to_owned(), nothing())],
        TxnAnswer::Add { key, value } => vec![row("add", key.to_string(), value.to_string(), nothing())],
        TxnAnswer::Del { key, deleted } => vec![row("del", key.to_string(), format!("({deleted} deleted)"), nothing())],
        TxnAnswer::Get { key, kvs } if kvs.is_empty() => {
            vec![row("get", key.to_string(), "(no such key)".to_owned(), nothing())]
        }
        TxnAnswer::Get { kvs, .. } => {
            let read = kvs.iter().map(|kv| {
                let lease = kv.lease.map(|lease| lease.to_string()).unwrap_or_default();
                let [version, create, modified] =
                    [kv.version, kv.create_revision, kv.mod_revision].map(|number| number.to_string());
                row("get", kv.key.to_string(), kv.value.to_string(), [version, create, modified, lease])
            });
            read.collect()
        }
    }
}
