//! The model of etcdpat's lock protocol, searched with [`stateright`]. docs/model.md says what follows from it. What
//! elections have besides has two models of its own.
//!
//! | module | what it is for |
//! |---|---|
//! | [`config`] | who contends, on which clocks, and how much may go wrong; the product's arithmetic in ticks |
//! | [`rules`] | the rules of the protocol, each with a switch |
//! | [`state`] | one state of the world |
//! | [`members`] | two members of the cluster, and who believes that it leads |
//! | [`action`] | what can happen, and when |
//! | [`step`] | what it does |
//! | [`renewal`] | a renewal: a keepalive and a read |
//! | [`time`] | what passing time does, and who is killed when |
//! | [`queue`] | what a read of the queue says |
//! | [`model`] | the model as the checker sees it |
//! | [`notice`] | what its search comes across |
//! | [`notes`] | how that is kept |
//! | [`property`] | what must be true |
//! | [`fair`] | "is eventually served" |
//! | [`search`] | running a search |
//! | [`suite`] | what is searched |
//! | [`transfer`] | elections: handing over |
//! | [`slots`] | elections: periodic work |
//!
//! Taken from the product: `deadline::{Plan, deadline, renew_at, renewal_limits}` for every decision about time,
//! `client::{Confirmation, KeyState}` for whether a renewal counts, and `pattern::lock::Claim::blockers` for who waits for
//! whom.
//!
//! What happens at any time, for as long as it takes, uncounted: a keeper pauses between two steps (SIGSTOP, starvation);
//! a request, its answer, a renewal or a watch's word is delayed; a member stays behind; the server expires a lease later
//! than it might; a child runs on, or ends. What is counted, so that there is an end: lost messages, renewals, an
//! administrator's breaks, leaders replaced, guardians stopped, outputs that block.
//!
//! What must stay true, the assumptions: the server never expires a lease before its TTL has passed on its clock since the
//! last renewal that its leader received, and a new leader gives every lease its whole TTL; a member answers a linearizable
//! read only when it knows the last term, and writes the header of a keepalive's answer before the lease is renewed; in one
//! TTL of the server a client's clock advances by at least TTL minus margin; what SIGKILL hits is dead, and the guardian or
//! the keeper in its place has run, within what clocks leave of the margin. In the model the last two are part of the
//! passing of time, so that a child whose time has come is dead before the server can act in that instant.
//!
//! docs/model.md says what is left out.

pub mod action;
pub mod config;
pub mod fair;
pub mod members;
pub mod model;
pub mod notes;
pub mod notice;
pub mod property;
pub mod queue;
pub mod renewal;
pub mod rules;
pub mod search;
pub mod slots;
pub mod state;
pub mod step;
pub mod suite;
pub mod time;
pub mod transfer;
