//! A file made of a template and of what is registered, kept up to date.
//!
//! What must stay true: the file is written only when its text changes, and the reload command runs only then; while etcd is
//! away, when the template fails, or when a service that was there has no instance left, the file stays as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::future::pending;

use serde::Serialize;

use super::Error;
use super::follow::Following;
use super::instance::{Instance, Meta, Status};
use super::react::Reaction;
use crate::event::{Emit, RenderEvent, Text};
use crate::render::{Output, Template};
use crate::shutdown::Shutdown;
use crate::supervise::Status as Ended;

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
    let (mut is_first, mut seen) = (true, BTreeSet::new());
    let path: Text = rendering.output.path().display().to_string().into();
    loop {
        tokio::select! {
            changed = rendering.following.settled(is_first, emit) => changed?,
            cause = shutdown.next() => return Err(Error::Stopped(cause)),
        }
        is_first = false;
        let written = match rendering.write(&mut seen) {
            Ok(written) => {
                let path = path.clone();
                emit(if written { RenderEvent::Written { path } } else { RenderEvent::Unchanged { path } }.into());
                Some(written)
            }
            Err(message) => {
                emit(RenderEvent::Kept { path: path.clone(), message }.into());
                None
            }
        };
        if written == Some(true)
            && let Some(reload) = &mut rendering.reload
        {
            reload.guardian.prepare(reload.task.clone()).map_err(crate::supervise::Error::from)?;
            let outcome = reload.guardian.run(Vec::new(), None, pending(), pending(), shutdown, emit).await?;
            if outcome.status != Ended::Code(0) {
                emit(RenderEvent::ReloadFailed { path: path.clone(), code: outcome.status.as_shell() }.into());
            }
            if let Some(cause) = shutdown.asked() {
                return Err(Error::Stopped(cause));
            }
        }
        if rendering.once {
            return Ok(written.is_some());
        }
    }
}

impl Rendering {
    /// Whether the file was written; why it is left as it was. `seen`: services that had instances before.
    fn write(&self, seen: &mut BTreeSet<String>) -> Result<bool, Text> {
        let mut services: BTreeMap<String, Vec<View>> = BTreeMap::new();
        for one in self.following.instances().into_iter().filter(|one| one.status == Status::Up) {
            services.entry(one.service.to_string()).or_default().push(one.into());
        }
        let gone = seen.iter().find(|service| !services.contains_key(*service)).cloned();
        seen.extend(services.keys().cloned());
        match gone {
            Some(gone) if !self.allow_empty => return Err(format!("{gone} has no instance").into()),
            None if services.is_empty() && !self.allow_empty => return Err("no service has an instance".into()),
            _ => {}
        }
        for service in seen.iter() {
            services.entry(service.clone()).or_default();
        }
        let said = |error: crate::render::Error| Text::from(error.to_string());
        let text = self.template.render(Context { services }).map_err(said)?;
        let staged = self.output.stage(text.as_bytes()).map_err(said)?;
        staged.map_or(Ok(false), |staged| staged.commit().map(|()| true).map_err(said))
    }
}
