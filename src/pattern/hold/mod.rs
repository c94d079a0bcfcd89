//! What is held: a lease that is renewed, and the keys that stand on it, until a command has ended or something asks to
//! stop; then the lease is revoked.
//!
//! Locks, elections and keys that live as long as a command are held in this way.
//!
//! - `own_keys`: noticing that own keys were lost
//! - `renewals`: telling that renewals fail
//! - `release`: revoking the lease, and what is known where that can't be confirmed
//!
//! What must stay true (docs/safety.md, rules 2 and 4): a command runs only while the lease is certainly held and every
//! key that has to stand is not known to be lost; release comes after the command's whole tree is reaped, on every path.

mod own_keys;
mod release;
mod renewals;

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

pub(super) use release::{Unreleased, abandon, from_now, release, withdraw};
pub(super) use renewals::told_meanwhile;

use own_keys::OwnKeys;

use crate::client::Client;
use crate::clock::BootTime;
use crate::deadline::{Plan, Unfit};
use crate::event::{Emit, LeaseId, Loss};
use crate::pattern::deletion::Own;
use crate::pattern::keys;
use crate::pattern::outage::{self, Outage};
use crate::session::{Expected, Session};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Guardian, Outcome, Status, Term};

/// How long the reason of a loss may be looked for, and what is left of it be cleared away, once nothing runs any more.
const AFTERMATH: Duration = Duration::from_secs(1);

/// A lease and its keys. Dropping it stops the renewal: end it with one of the methods that take it.
#[derive(Debug)]
pub struct Hold {
    client: Client,
    session: Arc<Session>,
    plan: Plan,
    keys: OwnKeys,
    /// Where others are held under the same lease: the key, which is lost and given up alone.
    alone: Option<Expected>,
    since: BootTime,
}

/// How it ended, told in this order.
#[derive(Clone, Debug)]
pub enum End {
    /// It was lost; nothing runs under it any more.
    Lost(Loss),
    /// Its lease was revoked, and its keys went with it.
    Released {
        /// How long it was held.
        held: Duration,
    },
    /// No server has confirmed that.
    Unreleased(Unreleased),
    /// That takes long: etcd is away. Or it is back.
    Etcd(outage::Change),
}

/// Why nothing could be held any longer, or no command run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It was lost while held; its command was stopped first.
    #[error("{what} lost: {loss}")]
    Lost {
        /// What, with its verb: `lock /x was`.
        what: String,
        /// Why.
        loss: Loss,
    },
    /// Something asked to stop before anything was run.
    #[error("stopped while waiting")]
    Stopped(Cause),
    /// The TTL that the server granted does not fit the grace.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The command did not run, or its supervision failed.
    #[error(transparent)]
    Child(#[from] supervise::Error),
}

impl Hold {
    /// Holds keys that were made on the session's lease at the revision `fence`, and must stay so: losing one of them is
    /// losing all. `read_at` is the revision of the answer that showed them.
    pub(super) fn of_keys(
        client: &Client,
        session: Arc<Session>,
        plan: Plan,
        keys: Vec<Vec<u8>>,
        fence: i64,
        read_at: i64,
    ) -> Self {
        let own = Own { keys, lease: session.lease(), fence };
        Self::new(client, session, plan, OwnKeys::MustStand { own, read_at }, None)
    }

    /// The same of a session that others share: the first of these keys is lost for itself, and given up for itself.
    pub(super) fn of_keys_among_others(
        client: &Client,
        session: Arc<Session>,
        plan: Plan,
        mut keys: Vec<Vec<u8>>,
        fence: i64,
        read_at: i64,
    ) -> Self {
        keys.truncate(1);
        let alone = keys.first().map(|key| session.expect_each(key.clone(), fence));
        let own = Own { keys, lease: session.lease(), fence };
        Self::new(client, session, plan, OwnKeys::MustStand { own, read_at }, alone)
    }

    /// Holds the session's lease. What becomes of the keys that were put on it is their readers' matter.
    pub(super) fn of_lease(client: &Client, session: Session, plan: Plan, keys: Vec<Vec<u8>>) -> Self {
        Self::new(client, Arc::new(session), plan, OwnKeys::MayGo(keys), None)
    }

    fn new(client: &Client, session: Arc<Session>, plan: Plan, keys: OwnKeys, alone: Option<Expected>) -> Self {
        Self { client: client.clone(), session, plan, keys, alone, since: BootTime::now() }
    }

    /// Its lease, and what is known of that.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Its lease's id.
    pub fn lease(&self) -> LeaseId {
        self.session.lease()
    }

    /// Since when it is held.
    pub fn since(&self) -> BootTime {
        self.since
    }

    /// Runs what the guardian has prepared, with `set` as more variables, then releases. How the command itself ended.
    /// `what` is held, for people: `lock /x was`.
    ///
    /// # Errors
    /// [`Error::Lost`] when it was lost meanwhile: the command was stopped first. [`Error::Child`] when it did not run.
    pub async fn run(
        self,
        what: String,
        mut guardian: Guardian,
        set: Vec<(OsString, OsString)>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
        tell: impl Fn(End),
    ) -> Result<Status, Error> {
        let supervised = self.supervise(&mut guardian, set, std::future::pending(), shutdown, emit);
        let ran = told_meanwhile(&self.session, emit, supervised).await;
        // It ends while the lease is being revoked.
        guardian.dismiss();
        match ran {
            Ok(Outcome { lost: Some(loss), .. }) => Err(self.give_up(what, loss, shutdown, tell).await),
            // A process of it is still there: the lease is renewed no more, and ends by itself.
            Err(error @ supervise::Error::Unkillable { .. }) => {
                tell(End::Unreleased(Unreleased::within(self.session.ttl(), &error)));
                Err(error.into())
            }
            ran => {
                self.release(shutdown, tell).await;
                Ok(ran?.status)
            }
        }
    }

    /// Runs what the guardian has prepared, as [`Guardian::run`] does, while this is held. It is held on afterwards, unless
    /// the outcome says that it is lost: then [`Hold::give_up`] is what is left to do.
    ///
    /// # Errors
    /// The command did not run, or its supervision failed.
    pub(super) async fn supervise(
        &self,
        guardian: &mut Guardian,
        set: Vec<(OsString, OsString)>,
        end: impl Future<Output = ()>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Outcome, supervise::Error> {
        let term = Term { plan: self.plan, deadline: self.session.deadlines() };
        guardian.run(set, Some(term), self.lost_on_server(), end, shutdown, emit).await
    }

    /// Waits until it is lost.
    pub(super) async fn lost(&self) -> Loss {
        tokio::select! {
            loss = self.session.lost(&self.plan) => loss,
            loss = self.lost_on_server() => loss,
        }
    }

    /// Whether a renewal has shown that it is lost.
    pub(super) fn is_known_to_be_lost(&self) -> bool {
        self.session.loss().is_some() || self.alone.as_ref().is_some_and(Expected::is_known_to_be_lost)
    }

    /// Has its lease be renewed no more: what is lost is not to stand in others' way.
    pub(super) fn renew_no_more(&self) {
        self.session.renew_no_more();
    }

    /// Holds until something asks to stop, then releases.
    ///
    /// # Errors
    /// [`Error::Lost`] when it was lost meanwhile.
    pub async fn wait(
        self,
        what: String,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
        tell: impl Fn(End),
    ) -> Result<(), Error> {
        let held = async {
            tokio::select! {
                _ = shutdown.next() => None,
                loss = self.lost() => Some(loss),
            }
        };
        match told_meanwhile(&self.session, emit, held).await {
            Some(loss) => Err(self.give_up(what, loss, shutdown, tell).await),
            None => {
                self.release(shutdown, tell).await;
                Ok(())
            }
        }
    }

    /// Revokes the lease, or deletes the key where others share it; retried until the deadline. Another request to stop
    /// leaves it a second more. Whether that was confirmed.
    pub async fn release(self, shutdown: &mut Shutdown, tell: impl Fn(End)) -> bool {
        let (since, mut outage) = (self.since, Outage::default());
        let releasing = async {
            match (self.alone, &self.keys) {
                (Some(alone), OwnKeys::MustStand { own, .. }) => {
                    // From now on that it is gone is no loss.
                    drop(alone);
                    // In a box: it is rare, and large.
                    Box::pin(release::give_back(&self.client, &self.session, own, &self.plan, shutdown)).await
                }
                _ => release::release(&self.session, shutdown).await,
            }
        };
        let released = outage.told_meanwhile(&self.client, releasing, |change| tell(End::Etcd(change))).await;
        let is_confirmed = released.is_ok();
        if is_confirmed && let Some(change) = outage.answered() {
            tell(End::Etcd(change));
        }
        tell(match released {
            Ok(()) => End::Released { held: BootTime::now().since(since) },
            Err(unreleased) => End::Unreleased(unreleased),
        });
        is_confirmed
    }

    /// Ends what is lost, when nothing runs under it any more: only now is there time to ask why.
    pub(super) async fn give_up(self, what: String, seen: Loss, shutdown: &mut Shutdown, tell: impl Fn(End)) -> Error {
        let loss = self.reason(seen).await;
        tell(End::Lost(loss));
        if let (Loss::Overwritten, OwnKeys::MustStand { own, .. }) = (loss, &self.keys) {
            let _ = tokio::time::timeout(AFTERMATH, keys::clear(&self.client, &own.keys, own.fence)).await;
        }
        self.release(shutdown, tell).await;
        Error::Lost { what, loss }
    }

    /// Why it is lost: with its lease, or its key alone.
    pub(super) async fn reason(&self, seen: Loss) -> Loss {
        match seen {
            Loss::Deleted if !self.lease_is_alive().await => self.session.loss_now(),
            seen => seen,
        }
    }

    /// Whether a key that is gone went without its lease. Where no answer comes, it counts as if.
    async fn lease_is_alive(&self) -> bool {
        let asked = self.client.time_to_live(self.session.lease().0, false);
        !matches!(tokio::time::timeout(AFTERMATH, asked).await, Ok(Ok(lease)) if lease.ttl() <= 0)
    }
}
