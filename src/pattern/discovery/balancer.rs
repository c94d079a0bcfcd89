//! Picks without a request: a service's instances are kept in memory.
//!
//! What must stay true: a pick never waits; what it picks from is what was known last, and how old that is can be asked.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::follow::Following;
use super::instance::{Instance, Status};
use super::meta::Meta;
use super::name::Service;
use super::strategy::{self, Strategy};
use super::{Error, Registry};
use crate::client::Client;
use crate::clock::BootTime;
use crate::random;

/// Picks instances of one service, as long as it lives.
///
/// ```no_run
/// # async fn example(client: etcdpat::client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use etcdpat::pattern::discovery::{Balancer, Meta, Registry, Strategy};
///
/// let registry = Registry { root: "/services".parse()?, state_root: "/_etcdpat".to_owned() };
/// let balancer = Balancer::follow(&client, registry, "web".parse()?, Meta::new());
/// balancer.ready().await?;
/// if let Some(instance) = balancer.pick(Strategy::RoundRobin) {
///     println!("{}", instance.address);
/// }
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Balancer {
    shared: Arc<Shared>,
    known: watch::Receiver<Known>,
    following: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    instances: RwLock<Arc<[Instance]>>,
    turn: AtomicU64,
    failed: Mutex<Option<Error>>,
}

/// How old what is known is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The revision up to which the instances are known to be right; 0 before they were read.
    pub revision: i64,
    /// Since when changes arrive as they happen; nothing while etcd is away.
    pub connected_since: Option<BootTime>,
}

impl Balancer {
    /// Of the instances of a service of which all this is said; none are known before [`Balancer::ready`].
    pub fn follow(client: &Client, registry: Registry, service: Service, wanted: Meta) -> Self {
        let (tell, known) = watch::channel(Known::default());
        let shared = Arc::new(Shared::default());
        let kept = Arc::clone(&shared);
        let mut following = Following::new(client, registry, service);
        let following = tokio::spawn(async move {
            loop {
                let turned = following.turn().await;
                let known = Known { revision: following.revision(), connected_since: following.connected_since() };
                if let Err(error) = turned {
                    *kept.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    return;
                }
                let may_be_picked = |one: &Instance| one.status == Status::Up && one.has(&wanted);
                let instances = following.instances().into_iter().filter(may_be_picked).collect();
                *kept.instances.write().unwrap_or_else(PoisonError::into_inner) = instances;
                tell.send_replace(known);
            }
        });
        Self { shared, known, following }
    }

    /// Waits until the instances are known.
    ///
    /// # Errors
    /// etcd was never reached, or refuses.
    pub async fn ready(&self) -> Result<(), Error> {
        let mut known = self.known.clone();
        if known.wait_for(|known| known.revision != 0).await.is_ok() {
            return Ok(());
        }
        let failed = self.shared.failed.lock().unwrap_or_else(PoisonError::into_inner).take();
        failed.map_or(Ok(()), Err)
    }

    /// One of the instances that are known now; nothing where there is none. [`Strategy::RoundRobin`] counts the picks of this
    /// balancer; [`Strategy::LeastConn`] needs counts that only etcd has, and is refused.
    pub fn pick(&self, strategy: Strategy<'_>) -> Option<Instance> {
        self.pick_with(strategy, Instance::clone)
    }

    /// The same without a copy: what is wanted of the instance is taken from it in place.
    pub fn pick_with<T>(&self, strategy: Strategy<'_>, take: impl FnOnce(&Instance) -> T) -> Option<T> {
        let instances = self.shared.instances.read().unwrap_or_else(PoisonError::into_inner);
        let picked = match strategy {
            Strategy::RoundRobin => strategy::in_turn(&instances, self.shared.turn.fetch_add(1, Ordering::Relaxed)),
            Strategy::Random => strategy::in_turn(&instances, random::number()),
            Strategy::Weighted => strategy::weighted(&instances, random::number()),
            Strategy::Hash(key) => strategy::hashed(&instances, key),
            Strategy::LeastConn => None,
        };
        picked.map(take)
    }

    /// How old what is known is.
    pub fn known(&self) -> Known {
        *self.known.borrow()
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        self.following.abort();
    }
}
