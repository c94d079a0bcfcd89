//! Two members of the cluster that clients ask: which of them leads, and which only believes so. A third one, which votes,
//! is asked by nobody.
//!
//! A leader that was frozen and has been replaced goes on at some time and answers what waits for it, and only then learns
//! of its successor.

use crate::state::Slot;

/// Who answered, and in which term, as the answer's header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// The member that was asked.
    pub member: u8,
    /// The term that it knew when it wrote the header.
    pub term: u8,
}

/// What a member knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// The term that its headers say. It may know of a later one, but has not applied anything of it yet.
    pub term: u8,
    /// It believes that it leads, and renews leases by itself.
    pub leads: bool,
}

/// The members as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Members {
    /// By number. A configuration with one member leaves the other out.
    pub members: [Member; 2],
    /// The one that leads in the last term.
    pub leader: u8,
    /// The last term.
    pub term: u8,
    /// The leases that a replaced leader knows: bits of slots.
    pub knew: u8,
}

impl Members {
    /// The first member leads, and everybody knows it.
    pub fn first() -> Self {
        let member = |leads| Member { term: 1, leads };
        Self { members: [member(true), member(false)], leader: 0, term: 1, knew: 0 }
    }

    /// A majority makes `member` the leader of a new term. Whoever led before does not hear of it yet.
    pub fn elect(&mut self, member: u8, leases: &[Option<u8>]) {
        if self.leader != member {
            let bit = |(slot, left): (usize, &Option<u8>)| u8::from(left.is_some()) << slot;
            self.knew = leases.iter().enumerate().map(bit).sum();
        }
        self.leader = member;
        self.term += 1;
        self.members[usize::from(member)].leads = true;
    }

    /// Whether there is something that `member` has not learned yet.
    pub fn lags(&self, member: u8) -> bool {
        self.members[usize::from(member)].term != self.term
    }

    /// `member` learns of the last term, and gives up leading where that is another's. From now on its headers say so.
    pub fn learn(&mut self, member: u8) {
        self.members[usize::from(member)] = Member { term: self.term, leads: member == self.leader };
        if !self.members.iter().zip(0..).any(|(one, at)| one.leads && at != self.leader) {
            self.knew = 0;
        }
    }

    /// What an answer of `member` says of it now.
    pub fn header(&self, member: u8) -> Header {
        Header { member, term: self.members[usize::from(member)].term }
    }

    /// Who renews what `member` receives: it itself where it believes that it leads, otherwise the one that it takes for
    /// the leader.
    pub fn renewer(&self, member: u8) -> u8 {
        if self.members[usize::from(member)].leads { member } else { 1 - member }
    }

    /// Whether `member` believes that it leads, though another has replaced it.
    pub fn is_replaced(&self, member: u8) -> bool {
        self.members[usize::from(member)].leads && member != self.leader
    }

    /// Whether a replaced leader knows this lease.
    pub fn knew(&self, slot: Slot) -> bool {
        self.knew & 1 << slot != 0
    }
}
