//! Who runs a node's command and hooks: one guardian, one after the other.

use std::time::Duration;

use crate::event::Hook;
use crate::supervise::{self, Guardian, Task};

/// What a node runs.
#[derive(Debug)]
pub struct Work {
    /// Who runs it.
    pub guardian: Guardian,
    /// What runs while the node leads.
    pub command: Option<Task>,
    /// What runs before that.
    pub on_elected: Option<Task>,
    /// What runs when the node leads no more, or is about to lead no more.
    pub on_defeat: Option<Task>,
}

/// What the guardian runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Command,
    Hook(Hook),
}

/// Who runs the work.
pub(in crate::pattern) struct Runner {
    work: Work,
    /// What the guardian has made ready.
    ready: Option<Role>,
}

impl Runner {
    pub(in crate::pattern) fn new(mut work: Work, grace: Duration) -> Self {
        for task in [&mut work.command, &mut work.on_elected, &mut work.on_defeat].into_iter().flatten() {
            task.grace = grace;
        }
        Self { work, ready: None }
    }

    pub(super) fn guardian(&self) -> &Guardian {
        &self.work.guardian
    }

    /// The guardian, to run something else while the node does not lead.
    pub(in crate::pattern) fn lend(&mut self) -> &mut Guardian {
        self.ready = None;
        &mut self.work.guardian
    }

    fn task(&self, role: Role) -> Option<&Task> {
        match role {
            Role::Command => self.work.command.as_ref(),
            Role::Hook(Hook::OnElected) => self.work.on_elected.as_ref(),
            Role::Hook(Hook::OnDefeat) => self.work.on_defeat.as_ref(),
        }
    }

    /// Has the guardian make ready what comes first.
    pub(super) fn make_ready(&mut self) -> Result<(), supervise::Error> {
        let first = [Role::Hook(Hook::OnElected), Role::Command].into_iter().find(|&role| self.task(role).is_some());
        first.map_or(Ok(()), |role| self.prepare(role).map(drop))
    }

    /// The guardian, with the task made ready; nothing where there is none.
    fn prepare(&mut self, role: Role) -> Result<Option<&mut Guardian>, supervise::Error> {
        let Some(task) = self.task(role) else { return Ok(None) };
        if self.ready != Some(role) {
            let task = task.clone();
            self.work.guardian.prepare(task)?;
        }
        self.ready = Some(role);
        Ok(Some(&mut self.work.guardian))
    }

    pub(super) fn start(&mut self, role: Role) -> Result<Option<&mut Guardian>, supervise::Error> {
        self.prepare(role)?;
        self.ready = None;
        Ok(self.task(role).is_some().then_some(&mut self.work.guardian))
    }
}
