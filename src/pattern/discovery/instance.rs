//! An instance of a service: where it is reached, and what else is told of it.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::by::By;
use super::meta::{Meta, variable};
use super::name::{Id, Service};
use crate::value::Text;

/// A place where a service is to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Of which service.
    pub service: Service,
    /// Its id.
    pub id: Id,
    /// Where it is reached.
    pub address: Address,
    /// What else is told of it.
    pub meta: Meta,
    /// Whether it may be picked.
    pub status: Status,
    /// Who has registered it; nothing where the form does not say.
    pub by: Option<By>,
}

/// Whether an instance may be picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It may.
    #[default]
    Up,
    /// It is about to go.
    Draining,
    /// Its check fails.
    Unhealthy,
}

impl Instance {
    /// What a command is told of it: names and values of environment variables.
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        let own = [
            ("ETCDPAT_SERVICE", self.service.to_string()),
            ("ETCDPAT_INSTANCE", self.id.to_string()),
            ("ETCDPAT_ADDRESS", self.address.to_string()),
            ("ETCDPAT_HOST", self.address.host()),
            ("ETCDPAT_PORT", self.address.port().to_string()),
        ];
        let own = own.map(|(name, value)| (name.into(), value.into()));
        let meta = self.meta.iter().map(|(name, value)| {
            (format!("ETCDPAT_META_{}", variable(name)).into(), OsString::from_vec(value.raw().to_vec()))
        });
        own.into_iter().chain(meta).collect()
    }

    /// Whether all of this is said of it.
    pub fn has(&self, wanted: &Meta) -> bool {
        wanted.iter().all(|(name, value)| self.meta.get(name) == Some(value))
    }

    /// How often it is to be picked, beside others: `weight` of its metadata, 1 where it has none that is a number.
    pub fn weight(&self) -> u64 {
        self.meta.get("weight").and_then(number).unwrap_or(1)
    }
}

impl Status {
    /// As records and events have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Draining => "draining",
            Self::Unhealthy => "unhealthy",
        }
    }
}

/// The number that a text is, if it is one.
pub(super) fn number(text: &Text) -> Option<u64> {
    std::str::from_utf8(text.raw()).ok()?.parse().ok()
}
