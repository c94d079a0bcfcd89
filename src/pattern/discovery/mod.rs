//! Service discovery: a registry of where services are to be had, which is never older than a lease, and picks from it.
//!
//! - `address`: where an instance is reached
//! - `name`: services, ids, and their keys
//! - `by`: who has registered an instance
//! - `instance`: where an instance is reached, and what else is told of it
//! - `meta`: its metadata
//! - `form`: its record, in three forms
//! - `query`: what is registered, asked once
//! - `follow`: what is registered, and every change
//! - `registration`: keeping records in etcd, whatever happens to them
//! - `checking`: health checks
//! - `register`: a process and its registration: its command, its checks, draining
//! - `react`: a command for each change
//! - `render`: what is registered, as templates find it
//! - `strategy`: which instance is picked, as data
//! - `pick`: picking one through etcd, so that picks are fair over all machines
//! - `balancer`: picking one without a request
//! - `state`: where the bookkeeping lies
//!
//! What must stay true: a registration says where something is, it is no lock: nothing that happens to it stops a command; no
//! record of another is overwritten; what another wrote is checked before it is used.

mod address;
mod balancer;
mod by;
mod checking;
mod follow;
mod form;
mod instance;
mod meta;
mod name;
mod pick;
mod query;
mod react;
mod register;
mod registration;
mod render;
mod state;
mod strategy;

pub use super::keys::{InvalidName, Root};
pub use address::{Address, InvalidAddress};
pub use balancer::{Balancer, Known};
pub use by::{By, pid_ns};
pub use checking::{Checking, Probe};
pub use follow::{Changed, Following};
pub use form::{Form, Unusable};
pub use instance::{Instance, Status};
pub use meta::{InvalidMeta, Meta, check_meta, variable};
pub use name::{Id, Service};
pub use pick::{Picked, Wanted, pick, until_there_is_one};
pub use query::{Found, deregister, find, services};
pub use react::{Reaction, react};
pub use register::{Entry, Params, Reload, Runners, register};
pub use registration::Record;
pub use render::Instances;
pub use strategy::Strategy;

use crate::client;
use crate::shutdown::Cause;
use crate::supervise;

/// Where a registry lies.
#[derive(Clone, Debug)]
pub struct Registry {
    /// The prefix of its records.
    pub root: Root,
    /// The prefix under which all bookkeeping lives.
    pub state_root: String,
}

/// Why a question was not answered, or an instance not registered or picked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such instance is registered.
    #[error("{service} has no instance {id}")]
    NoInstance {
        /// The service.
        service: Service,
        /// The instance.
        id: Id,
    },
    /// No instance may be picked.
    #[error("{service} has no instance{}", if *.filtered { " like that" } else { "" })]
    None {
        /// The service.
        service: Service,
        /// Whether only some were wanted.
        filtered: bool,
    },
    /// A living process has registered the instance.
    #[error("{id} of {service} is registered already{}", whose(.by.as_deref()))]
    IdTaken {
        /// The service.
        service: Service,
        /// The instance.
        id: Id,
        /// By whom, where that is known.
        by: Option<Box<By>>,
    },
    /// The service has records in another form.
    #[error("{service} has records in the form {there}, not {wanted}")]
    OtherForm {
        /// The service.
        service: Service,
        /// The form of what is there.
        there: &'static str,
        /// The form that was asked for.
        wanted: &'static str,
    },
    /// Something asked to stop.
    #[error("stopped while waiting")]
    Stopped(Cause),
    /// A command could not be run.
    #[error(transparent)]
    Child(#[from] supervise::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

fn whose(by: Option<&By>) -> String {
    by.map(|By { host, pid, .. }| format!(" by pid {pid} on {host}")).unwrap_or_default()
}

impl Error {
    fn client(doing: &str, needs: String) -> impl FnOnce(client::Error) -> Self + use<> {
        let doing = format!("cannot {doing}");
        move |error| client::Failed { doing, needs, error }.into()
    }
}
