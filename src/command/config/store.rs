//! Where configuration lies, and names as they are given.

use clap::Args;

use crate::error::Failure;
use crate::options::Global;
use crate::pattern::config::{Path, Store};

/// Where the configuration lies.
#[derive(Debug, Args)]
pub(super) struct StoreArgs {
    /// The prefix of all values
    #[arg(long, value_name = "PREFIX", default_value = "/config/app")]
    root: String,
}

impl StoreArgs {
    /// The configuration.
    ///
    /// # Errors
    /// Code 2.
    pub(super) fn store(&self, global: &Global) -> Result<Store, Failure> {
        let root = self.root.parse().map_err(|invalid| Failure::usage(format!("--root: {invalid}")))?;
        let store = Store { root, state_root: global.state_root() };
        if store.root.all().contains(format!("{}/", store.state_root).as_bytes()) {
            let why = format!(
                "--state-root {} lies below --root {}: bookkeeping would be values",
                store.state_root, store.root
            );
            return Err(Failure::usage(why));
        }
        Ok(store)
    }
}

/// A value's name.
///
/// # Errors
/// Code 2.
pub(super) fn path(text: &str) -> Result<Path, Failure> {
    text.parse()
        .map_err(|invalid| Failure::usage(format!("not a name: {invalid}")).hint("parts, divided by /: database/host"))
}
