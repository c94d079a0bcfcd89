//! Which services there are, by the records of their nodes, asked once.
//!
//! Each shape has its own records below `ROOT/ha/NAME/` (`active_passive::presence`, `sharded::state`).

use std::collections::BTreeMap;

use etcd_client::GetOptions;

use crate::client::{Client, Failed};
use crate::event::{HaRow, Shape, Text};
use crate::pattern::keys::unescaped;

/// Every service that has nodes, or shards that wait for theirs, in the order of the names.
///
/// # Errors
/// The request failed.
pub async fn list(client: &Client, state_root: &str) -> Result<Vec<HaRow>, Failed> {
    let prefix = format!("{state_root}/ha/");
    let read = client.get(prefix.as_bytes(), Some(GetOptions::new().with_prefix().with_keys_only())).await;
    let read = read.map_err(|error| Failed {
        doing: "cannot list the services".into(),
        needs: format!("read --prefix {prefix}"),
        error,
    })?;
    let mut nodes: BTreeMap<(Vec<u8>, Shape), usize> = BTreeMap::new();
    for kv in read.kvs() {
        let Some((name, shape, is_node)) = kv.key().strip_prefix(prefix.as_bytes()).and_then(record) else { continue };
        *nodes.entry((name, shape)).or_default() += usize::from(is_node);
    }
    let row = |((name, shape), nodes)| HaRow { name: Text::from(name), shape, nodes };
    Ok(nodes.into_iter().map(row).collect())
}

/// The service that a record is of, its shape, and whether the record is a node's.
fn record(rest: &[u8]) -> Option<(Vec<u8>, Shape, bool)> {
    let mut parts = rest.split(|&byte| byte == b'/');
    let (name, kind) = (unescaped(parts.next()?)?, parts.next()?);
    match kind {
        b"node" => Some((name, Shape::ActivePassive, true)),
        b"member" => Some((name, Shape::Sharded, true)),
        b"plan" => Some((name, Shape::Sharded, false)),
        _ => None,
    }
}
