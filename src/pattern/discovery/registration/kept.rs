//! What is to stand, and what is known of it: no I/O.

use etcd_client::KeyValue;

use crate::event::{Text, Withdrawal};
use crate::pattern::discovery::form::Form;
use crate::pattern::discovery::instance::{Instance, Status};

/// A record that is to stand.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it says, when the instance is up.
    pub instance: Instance,
    /// In which form.
    pub form: Form,
    /// Whether it stands, with its status in it, while the instance is unhealthy. (Only the form `json` can say so.)
    pub mark: bool,
}

/// What is to become of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pattern::discovery) enum Wish {
    /// It is to stand, with this status.
    Is(Status),
    /// It is to go.
    Withdrawn(Withdrawal),
}

/// A change of what is to stand: of the record with this key, or of all of them.
#[derive(Clone, Debug)]
pub(in crate::pattern::discovery) enum Order {
    One(Vec<u8>, Wish),
    All(Wish),
    /// A record is to be kept from now on, or changed; as before, where nothing is wished.
    Add(Box<Record>, Option<Wish>),
    /// The record is to go, and kept no more.
    Remove(Vec<u8>),
}

/// One record, and what is known of it.
pub(super) struct Kept {
    pub(super) record: Record,
    pub(super) wish: Wish,
    /// The revision at which we put the owner's key; nothing where it is not ours.
    pub(super) owner: Option<i64>,
    /// The revision of an owner's key that is to be put over.
    pub(super) over: Option<i64>,
    /// What somebody who lives has there. It is tried again.
    pub(super) blocked: Option<KeyValue>,
    /// The revision at which we put it last; nothing when it is not ours, or not there.
    pub(super) standing: Option<i64>,
    /// The value that stands.
    pub(super) value: Vec<u8>,
    /// Whether it was ever there: what is in the way then has replaced it.
    pub(super) was_there: bool,
    /// When it is gone, it is kept no more.
    pub(super) leaves: bool,
    /// Somebody else has it, or has taken it away for good.
    pub(super) is_over: bool,
}

impl Kept {
    /// What is to stand; nothing where nothing is to.
    pub(super) fn wanted(&self) -> Option<Vec<u8>> {
        let status = match self.wish {
            _ if self.is_over => return None,
            Wish::Withdrawn(_) => return None,
            Wish::Is(Status::Up) => Status::Up,
            Wish::Is(_) if self.record.form != Form::Json => return None,
            Wish::Is(Status::Unhealthy) if !self.record.mark => return None,
            Wish::Is(status) => status,
        };
        let instance = Instance { status, ..self.record.instance.clone() };
        Some(instance.encode(self.record.form))
    }

    /// What is kept of a record that nothing is known of.
    pub(super) fn new(record: Record, wish: Wish) -> Self {
        Self {
            record,
            wish,
            owner: None,
            over: None,
            blocked: None,
            standing: None,
            value: Vec::new(),
            was_there: false,
            leaves: false,
            is_over: false,
        }
    }

    pub(super) fn is_settled(&self) -> bool {
        let is_owned = self.owner.is_some() || self.leaves;
        self.is_over
            || self.blocked.is_some()
            || (is_owned && self.wanted() == self.standing.map(|_| self.value.clone()))
    }

    pub(super) fn names(&self) -> (Text, Text) {
        (self.record.instance.service.as_str().into(), self.record.instance.id.as_str().into())
    }
}
