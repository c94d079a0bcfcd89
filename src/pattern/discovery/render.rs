//! What is registered, as templates find it: `services.web[0].address`.
//!
//! What must stay true: a service that was there, and has no instance left, does not empty a file.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::follow::Following;
use super::instance::{Instance, Status};
use crate::event::Emit;
use crate::pattern::rendering::Source;
use crate::render::{self, Value};

/// The instances of all services that are up.
pub struct Instances {
    following: Following,
    /// Whether a service that has no instance left is an empty list, instead of a reason to keep the files.
    allow_empty: bool,
    /// Services that had instances before.
    seen: BTreeSet<String>,
}

impl Instances {
    /// Of all services; with `allow_empty`, one that has no instance left is an empty list.
    pub fn new(following: Following, allow_empty: bool) -> Self {
        Self { following, allow_empty, seen: BTreeSet::new() }
    }
}

impl Source for Instances {
    type Error = Error;

    async fn settled(&mut self, any: bool, emit: Emit<'_>) -> Result<(), Error> {
        self.following.settled(any, emit).await
    }

    fn context(&mut self) -> Result<Value, String> {
        let mut services: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for one in self.following.instances().into_iter().filter(|one| one.status == Status::Up) {
            services.entry(one.service.to_string()).or_default().push(view(one));
        }
        let gone = self.seen.iter().find(|service| !services.contains_key(*service)).cloned();
        self.seen.extend(services.keys().cloned());
        match gone {
            Some(gone) if !self.allow_empty => return Err(format!("{gone} has no instance")),
            None if services.is_empty() && !self.allow_empty => return Err("no service has an instance".to_owned()),
            _ => {}
        }
        for service in &self.seen {
            services.entry(service.clone()).or_default();
        }
        Ok(render::object([("services", Value::from(services))]))
    }
}

fn view(one: Instance) -> Value {
    render::object([
        ("service", Value::from(one.service.to_string())),
        ("id", Value::from(one.id.to_string())),
        ("address", Value::from(one.address.to_string())),
        ("host", Value::from(one.address.host())),
        ("port", Value::from(one.address.port())),
        ("weight", Value::from(one.weight())),
        ("meta", render::serialized(one.meta)),
    ])
}
