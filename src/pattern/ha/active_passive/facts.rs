//! What is known of a node, by all that make it up.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::clock::BootTime;
use crate::event::{ActivePassiveEvent, ChildEvent, ElectEvent, Emit, Event, Text, Time};
use crate::pattern::election;
use crate::record::{Condition, Presence, Role};

/// Without a word of others after this, the node stands by.
const ALONE: Duration = Duration::from_secs(1);

/// What is known of a node.
pub(super) struct Facts {
    pub(super) name: Text,
    pub(super) id: Text,
    /// What it is to run, and since when.
    role: Cell<(Role, BootTime)>,
    /// Of its leadership, or its last one.
    fence: Cell<i64>,
    /// Whether it is known that it does not lead at once.
    stands_by: watch::Sender<bool>,
    fit: watch::Sender<bool>,
    presence: watch::Sender<Arc<Presence>>,
}

impl Facts {
    pub(super) fn new(params: &election::Params, is_checked: bool) -> Self {
        let presence = Presence {
            id: params.id.clone().into(),
            node: params.node.clone(),
            running: None,
            running_since: Time::now(),
            health: if is_checked { Condition::Unhealthy } else { Condition::Unchecked },
            health_since: Time::now(),
        };
        Self {
            name: params.name.text(),
            id: params.id.clone().into(),
            role: Cell::new((Role::Secondary, BootTime::now())),
            fence: Cell::new(0),
            stands_by: watch::Sender::new(is_checked),
            fit: watch::Sender::new(!is_checked),
            presence: watch::Sender::new(Arc::new(presence)),
        }
    }

    /// Takes in what is told of the node, and tells what follows from it.
    pub(super) fn note(&self, event: &Event, emit: Emit<'_>) {
        match event {
            Event::Elect(ElectEvent::Elected { fence, .. }) => self.fence.set(*fence),
            Event::Elect(ElectEvent::Waiting(_) | ElectEvent::IdTaken { .. }) | Event::Etcd(_) => {
                self.stands_by.send_replace(true);
            }
            Event::Child(ChildEvent::Started { pid }) => self.started(*pid, emit),
            Event::Child(ChildEvent::Exited { .. }) => self.stopped(),
            _ => {}
        }
    }

    fn started(&self, pid: i32, emit: Emit<'_>) {
        let (name, id, role) = (self.name.clone(), self.id.clone(), self.role());
        // A start period begins here.
        self.take(role);
        self.say(|presence| (presence.running, presence.running_since) = (Some(role), Time::now()));
        let event = match role {
            Role::Primary => ActivePassiveEvent::Primary { name, id, fence: self.fence.get(), pid },
            Role::Secondary => ActivePassiveEvent::Secondary { name, id, pid },
        };
        emit(event.into());
    }

    /// It runs nothing any more.
    pub(super) fn stopped(&self) {
        if self.presence.borrow().running.is_some() {
            self.say(|presence| (presence.running, presence.running_since) = (None, Time::now()));
        }
    }

    /// What it is to run.
    pub(super) fn role(&self) -> Role {
        self.role.get().0
    }

    /// The same, and since when.
    pub(super) fn role_since(&self) -> (Role, BootTime) {
        self.role.get()
    }

    /// It is to run this from now on.
    pub(super) fn take(&self, role: Role) {
        self.role.set((role, BootTime::now()));
    }

    /// Waits until it is known that the node does not lead at once.
    pub(super) async fn stands_by(&self) {
        let mut stands_by = self.stands_by.subscribe();
        let _ = tokio::time::timeout(ALONE, stands_by.wait_for(|stands_by| *stands_by)).await;
        self.stands_by.send_replace(true);
    }

    /// It has led, and does not lead again at once.
    pub(super) fn has_led(&self) {
        self.stands_by.send_replace(true);
    }

    /// Whether it is fit to lead.
    pub(super) fn fit(&self) -> watch::Receiver<bool> {
        self.fit.subscribe()
    }

    /// Its health has turned.
    pub(super) fn turned(&self, is_healthy: bool) {
        let health = if is_healthy { Condition::Healthy } else { Condition::Unhealthy };
        self.say(|presence| (presence.health, presence.health_since) = (health, Time::now()));
        self.fit.send_replace(is_healthy);
    }

    /// What it says of itself.
    pub(super) fn presence(&self) -> watch::Receiver<Arc<Presence>> {
        self.presence.subscribe()
    }

    fn say(&self, change: impl FnOnce(&mut Presence)) {
        self.presence.send_modify(|presence| change(Arc::make_mut(presence)));
    }
}
