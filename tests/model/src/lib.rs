//! The model of etcdpat's lock protocol, searched with [`stateright`]. docs/safety.md says what follows from it.
//!
//! | module | what it is for |
//! |---|---|
//! | [`config`] | who contends, on which clocks, and how much may go wrong; the product's arithmetic in ticks |
//! | [`rules`] | the rules of the protocol, each with a switch |
//! | [`state`] | one state of the world |
//! | [`action`] | what can happen, and when |
//! | [`step`] | what it does |
//! | [`queue`] | what a read of the queue says |
//! | [`model`] | the model as the checker sees it, and what its search comes across |
//! | [`property`] | what must be true |
//! | [`fair`] | "is eventually served" |
//! | [`search`] | running a search |
//! | [`suite`] | what is searched |
//!
//! Taken from the product: `deadline::{Plan, deadline, renew_at}` for every decision about time, and
//! `pattern::lock::Claim::blockers` for who waits for whom.
//!
//! What happens at any time, for as long as it takes, uncounted: a keeper pauses between two steps (SIGSTOP, starvation);
//! a request, its answer, a renewal or a watch's word is delayed; the server expires a lease later than it might; a child
//! runs on, or ends. What is counted, so that there is an end: lost messages, renewals, an administrator's breaks.
//!
//! What must stay true, the assumptions: the server never expires a lease before its TTL has passed on its clock since the
//! last renewal that it received; in one TTL of the server a client's clock advances by at least TTL minus margin; what
//! SIGKILL hits is dead within what is left of the margin; the guardian gets to run in time. In the model the last two are
//! part of the passing of time, so that a child whose time has come is dead before the server can act in that instant.
//!
//! Left out: the grace (a child may end whenever it likes, which covers SIGTERM), a guardian that is stopped while its
//! keeper runs, suspended hosts, looks without a wake-up, `--try`, broken watches, copies of an enqueuing transaction that
//! arrive late, and a client that has more than two leases alive on the server.

pub mod action;
pub mod config;
pub mod fair;
pub mod model;
pub mod property;
pub mod queue;
pub mod rules;
pub mod search;
pub mod state;
pub mod step;
pub mod suite;
