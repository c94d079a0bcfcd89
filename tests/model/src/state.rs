//! One state of the world: the clients as they are, the server as it is, and what is on its way between them.
//!
//! What must stay true: time is relative everywhere (ages and times left, counted up to the TTL), so that states in
//! which the same can happen are equal and the search ends.

use crate::config::{Config, Faults, NAMES};
use crate::members::{Header, Members};
use crate::renewal::Renewal;
use crate::rules::Rule;

/// A lease: the client it was granted to and which of its two it is. A client has a second one while the first, given
/// up, has not gone yet.
pub type Slot = u8;

/// Everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// By number.
    pub clients: Vec<Client>,
    /// What etcd knows.
    pub server: Server,
    /// Who leads etcd, and who believes so.
    pub members: Members,
    /// The tick within a TTL, for clocks that are off.
    pub phase: u8,
    /// What may still go wrong.
    pub faults: Faults,
    /// What has been done that must not be.
    pub wrong: Wrong,
}

/// What has been done that must not be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wrong {
    /// A child was started though the queue said no.
    pub order: bool,
    /// A child was started after a conflicting one with a higher fence.
    pub fence: bool,
}

/// etcd.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Server {
    /// By slot: the ticks until the lease may be expired.
    pub leases: Vec<Option<u8>>,
    /// The slots whose keys stand in each name's queue, by create revision.
    pub queues: [Vec<Slot>; NAMES],
    /// The slots whose keys have been written again without their lease: bits, by name.
    pub strays: [u8; NAMES],
    /// Clients by the create revision of the keys that they believe in: their fences, as an order.
    pub fences: Vec<u8>,
}

/// Keeper, guardian and child.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Client {
    /// Sections that it still wants.
    pub sections: u8,
    /// The lease in use.
    pub slot: Option<Slot>,
    /// Where it stands.
    pub stage: Stage,
    /// Ticks of its clock since the last acknowledged request was sent: what the deadline counts from.
    pub age: u8,
    /// The renewal under way.
    pub renewal: Option<Renewal>,
    /// A watched key has been deleted since the last read.
    pub woken: bool,
    /// A conflicting child with a higher fence has been started.
    pub passed: bool,
    /// It has lost a place and is to take another.
    pub again: bool,
    /// Ticks for which its child has run without a key: counted where there is a bound.
    pub keyless: u8,
    /// What does not work.
    pub fails: Fails,
    /// Who answered the last read: only without the rule of the keepalive's header.
    pub witness: Option<Header>,
}

/// What does not work at a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fails {
    /// The guardian is stopped: the keeper kills in its place.
    pub guardian: bool,
    /// The keeper's output blocks, for ever.
    pub output: bool,
}

/// Where a client stands. Nothing here is in a hurry: between two steps a keeper may be paused, and a message delayed,
/// for as long as it takes. An answer that changes nothing but what the keeper does next is one step with that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Wants nothing now.
    Out,
    /// A grant is under way, or answered; `age` since the attempt that counts was sent.
    Granting {
        /// In ticks of the client's clock.
        age: u8,
        /// The lease is made; the answer is under way, or the transaction that enters is.
        answered: bool,
    },
    /// Some of what it takes to enter is done; the next transaction is under way.
    Entering {
        /// Nothing has been made in these queues since they were read.
        fresh: bool,
        /// The names that are not entered yet, as bits.
        names: u8,
    },
    /// Another read of the queue is under way.
    Looking,
    /// A read said that these are in the way; or it is about to say so.
    Waiting(Blocked),
    /// A read said that nothing is in the way; or it is about to say so.
    Ready,
    /// The child runs.
    Running,
    /// The command has ended, and the lease is revoked though what it left still runs: only without the rule.
    Sweeping,
    /// SIGKILL is out; at most so many ticks.
    Dying(u8),
    /// The child's tree is reaped; the revoke is under way.
    Ended,
    /// Told that the queue counts another number of permits.
    Refused,
}

/// What a read says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The place or the lease is gone.
    Gone,
    /// Nothing ahead conflicts.
    Clear,
    /// Something does.
    Blocked(Blocked),
}

/// Whose leaving is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Blocked {
    /// In which queue.
    pub name: u8,
    /// Slots, as bits.
    pub by: u8,
}

impl Stage {
    /// Whether a process of the command may be there.
    pub fn alive(self) -> bool {
        matches!(self, Self::Running | Self::Sweeping | Self::Dying(_))
    }

    /// Whether the lease is renewed.
    pub fn renews(self) -> bool {
        !matches!(self, Self::Out | Self::Granting { .. } | Self::Ended | Self::Refused)
    }
}

impl Client {
    /// Whether the keeper waits for its output, and does nothing else.
    pub fn hangs(&self, config: &Config) -> bool {
        self.fails.output && !config.keeps(Rule::OrdersFirst)
    }
}

impl State {
    /// Nobody has begun.
    pub fn first(config: &Config) -> Self {
        let client = |sections| Client {
            sections,
            slot: None,
            stage: Stage::Out,
            age: 0,
            renewal: None,
            woken: false,
            passed: false,
            again: false,
            keyless: 0,
            fails: Fails::default(),
            witness: None,
        };
        Self {
            clients: config.contenders.iter().map(|contender| client(contender.sections)).collect(),
            server: Server {
                leases: vec![None; 2 * config.contenders.len()],
                queues: [const { Vec::new() }; NAMES],
                strays: [0; NAMES],
                fences: Vec::new(),
            },
            members: Members::first(),
            phase: 0,
            faults: config.faults,
            wrong: Wrong::default(),
        }
    }

    /// Whether it is the lease that its client uses.
    pub fn in_use(&self, slot: Slot) -> bool {
        self.clients[owner(slot)].slot == Some(slot)
    }

    /// Deletes a lease and its keys.
    pub fn delete_lease(&mut self, slot: Slot) {
        self.server.leases[usize::from(slot)] = None;
        for name in 0..NAMES {
            if !self.is_stray(name, slot) {
                self.delete_key(name, slot);
            }
        }
    }

    /// Whether a key has been written again without its lease.
    pub fn is_stray(&self, name: usize, slot: Slot) -> bool {
        self.server.strays[name] & 1 << slot != 0
    }

    /// Writes a key again without its lease; a watch tells its owner.
    pub fn overwrite(&mut self, name: usize, slot: Slot) {
        self.server.strays[name] |= 1 << slot;
        for client in self.clients.iter_mut().filter(|client| client.slot == Some(slot)) {
            client.woken |= matches!(client.stage, Stage::Waiting(_) | Stage::Ready | Stage::Running);
        }
    }

    /// Deletes a key; the watches of those who wait for it tell them.
    pub fn delete_key(&mut self, name: usize, slot: Slot) {
        let queue = &mut self.server.queues[name];
        let Some(at) = queue.iter().position(|&one| one == slot) else { return };
        queue.remove(at);
        self.server.strays[name] &= !(1 << slot);
        for client in &mut self.clients {
            let own = client.slot == Some(slot);
            client.woken |= match client.stage {
                Stage::Waiting(on) => own || usize::from(on.name) == name && on.by & 1 << slot != 0,
                Stage::Ready | Stage::Running => own,
                _ => false,
            };
        }
    }

    /// The client gives its lease up; what is left of it on the server goes by a late revoke, or by itself.
    pub fn drop_lease(&mut self, client: usize) {
        self.settle(client);
        self.clients[client].slot = None;
        self.clients[client].stage = Stage::Out;
    }

    /// The child is dead, or there never was one: nothing depends on clocks any more.
    pub fn settle(&mut self, client: usize) {
        self.server.fences.retain(|&one| usize::from(one) != client);
        let one = &mut self.clients[client];
        (one.renewal, one.age, one.woken, one.passed) = (None, 0, false, false);
        (one.keyless, one.fails.guardian, one.witness) = (0, false, None);
        one.stage = Stage::Ended;
    }
}

/// The client that a lease was granted to.
pub fn owner(slot: Slot) -> usize {
    usize::from(slot / 2)
}
