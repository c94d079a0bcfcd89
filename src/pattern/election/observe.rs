//! Every change of leadership, without a lease and without standing.

use std::convert::Infallible;

use super::board::leader;
use super::{Error, Name};
use crate::client::Client;
use crate::event::{ElectEvent, Emit, Leading};
use crate::pattern::keys::Range;
use crate::pattern::mirror::{Mirror, Turn};
use crate::pattern::watch;

/// Tells who leads, then every change: another leader, another value of the leader's key, a vacancy. After history that is
/// gone (`watch.resync`), who leads is told again. `has_room` returns when there is room for more.
///
/// # Errors
/// etcd was never reached, or refuses. An outage is waited out.
pub async fn observe(
    client: &Client,
    name: &Name,
    emit: Emit<'_>,
    has_room: impl AsyncFn(),
) -> Result<Infallible, Error> {
    let mut mirror = Mirror::new(client.clone(), Range::prefix(name.prefix()));
    // Who was said to lead last; nothing before anybody was.
    let mut told: Option<Option<Leading>> = None;
    loop {
        match mirror.next().await {
            Ok(Turn::At { skipped, .. }) => {
                if let Some(skipped) = skipped {
                    emit(skipped.into());
                    told = None;
                }
            }
            Ok(Turn::Etcd(change)) => emit(change.into()),
            Err(watch::Error::Client(failed)) => return Err(failed.into()),
            Err(error) => tracing::debug!(%error, "observing"),
        }
        // The first state may not be there yet.
        let revision = mirror.revision();
        let now = leader(name, mirror.entries(), revision);
        if revision != 0 && told.as_ref().is_none_or(|told| !is_same(told.as_ref(), now.as_ref())) {
            emit(match &now {
                Some(leading) => ElectEvent::Leader(leading.clone()).into(),
                None => ElectEvent::Vacant { election: name.text(), revision }.into(),
            });
            told = Some(now);
            has_room().await;
        }
    }
}

fn is_same(one: Option<&Leading>, other: Option<&Leading>) -> bool {
    let what = |leading: &Leading| (leading.key.clone(), leading.fence, leading.leader.clone());
    one.map(what) == other.map(what)
}
