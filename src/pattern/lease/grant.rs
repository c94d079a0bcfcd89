//! The permissions that a refused request needs. etcd asks for them key by key: whoever renews, revokes or uses a lease
//! must have them for every key on it.

use super::{Error, failed, query};
use crate::client::{self, Client};
use crate::event::{LeaseId, Text};

/// More keys than these are only counted.
const SHOWN: usize = 10;

/// What a request about `lease` ran into. It needs `permission` for all its keys, and whatever `also` says.
pub(super) async fn refused(
    client: &Client,
    doing: String,
    lease: LeaseId,
    (permission, also): (&str, Option<String>),
    error: client::Error,
) -> Error {
    let needs = match error {
        client::Error::Denied => needs(client, lease, permission, also).await,
        _ => String::new(),
    };
    failed(doing, lease, needs)(error)
}

async fn needs(client: &Client, lease: LeaseId, permission: &str, also: Option<String>) -> String {
    let mut grants = match query::state(client, lease, true).await {
        Ok(state) => for_keys(permission, state.map(|state| state.keys).unwrap_or_default()),
        Err(_) => vec![format!("{permission} KEY, for every KEY on the lease")],
    };
    grants.extend(also.filter(|also| !grants.contains(also)));
    grants.join(", ")
}

fn for_keys(permission: &str, keys: Vec<Vec<u8>>) -> Vec<String> {
    let more = keys.len().saturating_sub(SHOWN);
    let shown = keys.into_iter().take(SHOWN).map(|key| format!("{permission} {}", Text::from(key)));
    shown.chain((more > 0).then(|| format!("the same for {more} more keys"))).collect()
}
