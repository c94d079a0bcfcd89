//! A file made of a template and of what is registered, kept up to date.
//!
//! What must stay true: the file is written only when its text changes, and the reload command runs only then; while etcd is
//! away, when the template fails, or when a service that was there has no instance left, the file stays as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::future::pending;
use std::time::Duration;

use serde::Serialize;
use tokio::time::{Instant, sleep, sleep_until};

use super::Error;
use super::follow::Following;
use super::instance::{Instance, Meta, Status};
use super::react::Reaction;
use crate::event::{Emit, RenderEvent, Text};
use crate::render::{Output, Template};
use crate::shutdown::Shutdown;
use crate::supervise::Status as Ended;

/// The longest that the reload command may take.
const LIMIT: Duration = Duration::from_secs(60);
/// Before what failed is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// What is rendered, and how.
pub struct Rendering {
    /// What is registered: all services.
    pub following: Following,
    /// The template.
    pub template: Template,
    /// The file.
    pub output: Output,
    /// What runs after each change of it.
    pub reload: Option<Reaction>,
    /// Whether a service that has no instance left is an empty list, instead of a reason to keep the file.
    pub allow_empty: bool,
    /// Whether it is done only once.
    pub once: bool,
}

/// Why the file was left as it was.
struct Unwritten {
    message: Text,
    /// Whether that may pass without a change of what is registered.
    may_pass: bool,
}

impl Unwritten {
    fn for_good(why: &dyn std::fmt::Display) -> Self {
        Self { message: why.to_string().into(), may_pass: false }
    }
}

/// What a template finds: `services.web[0].address`.
#[derive(Serialize)]
struct Context {
    services: BTreeMap<String, Vec<View>>,
}

#[derive(Serialize)]
struct View {
    service: String,
    id: String,
    address: String,
    host: String,
    port: u16,
    weight: u64,
    meta: Meta,
}

impl From<Instance> for View {
    fn from(one: Instance) -> Self {
        Self {
            service: one.service.to_string(),
            id: one.id.to_string(),
            address: one.address.to_string(),
            host: one.address.host(),
            port: one.address.port(),
            weight: one.weight(),
            meta: one.meta,
        }
    }
}

/// Renders at first and after every change, until something asks to stop; or once. Whether the file is as it is to be.
///
/// # Errors
/// etcd was never reached, or refuses; the reload command could not be run; something has asked to stop.
pub async fn render(rendering: &mut Rendering, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<bool, Error> {
    let (mut is_first, mut seen, mut told) = (true, BTreeSet::new(), None);
    let path: Text = rendering.output.path().display().to_string().into();
    let mut again: Option<Instant> = None;
    loop {
        tokio::select! {
            changed = rendering.following.settled(is_first, emit) => changed?,
            () = at(again) => {}
            cause = shutdown.next() => return Err(Error::Stopped(cause)),
        }
        (is_first, again) = (false, None);
        let mut is_good = match rendering.write(&mut seen) {
            Ok(written) => {
                let path = path.clone();
                emit(if written { RenderEvent::Written { path } } else { RenderEvent::Unchanged { path } }.into());
                told = None;
                true
            }
            Err(Unwritten { message, may_pass }) => {
                again = may_pass.then(|| Instant::now() + AGAIN);
                // What is tried again, is told once.
                if told.replace(message.clone()).as_ref() != Some(&message) {
                    emit(RenderEvent::Kept { path: path.clone(), message }.into());
                }
                false
            }
        };
        if is_good && rendering.output.is_marked() && !rendering.reload(shutdown, emit).await? {
            again = Some(Instant::now() + AGAIN);
            is_good = false;
        }
        if rendering.once {
            return Ok(is_good);
        }
    }
}

async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant).await,
        None => pending().await,
    }
}

impl Rendering {
    /// Whether the file was written; why it is left as it was. `seen`: services that had instances before.
    fn write(&self, seen: &mut BTreeSet<String>) -> Result<bool, Unwritten> {
        let mut services: BTreeMap<String, Vec<View>> = BTreeMap::new();
        for one in self.following.instances().into_iter().filter(|one| one.status == Status::Up) {
            services.entry(one.service.to_string()).or_default().push(one.into());
        }
        let gone = seen.iter().find(|service| !services.contains_key(*service)).cloned();
        seen.extend(services.keys().cloned());
        match gone {
            Some(gone) if !self.allow_empty => return Err(Unwritten::for_good(&format!("{gone} has no instance"))),
            None if services.is_empty() && !self.allow_empty => {
                return Err(Unwritten::for_good(&"no service has an instance"));
            }
            _ => {}
        }
        for service in seen.iter() {
            services.entry(service.clone()).or_default();
        }
        let text = self.template.render(Context { services }).map_err(|error| Unwritten::for_good(&error))?;
        // The disk may have room again.
        let said = |error: crate::render::Error| Unwritten { message: error.to_string().into(), may_pass: true };
        let staged = self.output.stage(text.as_bytes()).map_err(said)?;
        let Some(staged) = staged else { return Ok(false) };
        // Before: who dies in between has the reload still before him.
        if self.reload.is_some() {
            self.output.mark().map_err(said)?;
        }
        staged.commit().map(|()| true).map_err(said)
    }

    /// Runs the reload command. Whether it succeeded; else it is tried again.
    async fn reload(&mut self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<bool, Error> {
        let path: Text = self.output.path().display().to_string().into();
        let Some(reload) = &mut self.reload else { return Ok(true) };
        reload.guardian.prepare(reload.task.clone()).map_err(crate::supervise::Error::from)?;
        let outcome = reload.guardian.run(Vec::new(), None, pending(), sleep(LIMIT), shutdown, emit).await?;
        if let Some(cause) = shutdown.asked() {
            return Err(Error::Stopped(cause));
        }
        if outcome.status == Ended::Code(0) {
            self.output.unmark();
            return Ok(true);
        }
        emit(RenderEvent::ReloadFailed { path, code: outcome.status.as_shell() }.into());
        Ok(false)
    }
}
