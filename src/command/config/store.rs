//! Where configuration lies, and names as they are given.

use clap::Args;

use crate::client::Client;
use crate::error::Failure;
use crate::options::Global;
use crate::pattern::config::{self, Error, Path, Store};
use crate::value::shell_text;

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

/// What a command ran into, with a hint where there is a folder instead of a value.
pub(super) async fn told(client: &Client, store: &Store, error: Error, hint: impl Fn(&str) -> String) -> Failure {
    let Error::Absent(path) = &error else { return error.into() };
    let below = config::list(client, store, Some(path)).await;
    let is_folder = below.is_ok_and(|(entries, _)| !entries.is_empty());
    let folder = format!("it is a folder: {}", hint(&shell_text(path.as_str().as_bytes())));
    let failure = Failure::from(error);
    if is_folder { failure.hint(folder) } else { failure }
}

/// A value's name.
///
/// # Errors
/// Code 2.
pub(super) fn path(text: &str) -> Result<Path, Failure> {
    text.parse()
        .map_err(|invalid| Failure::usage(format!("not a name: {invalid}")).hint("parts, divided by /: database/host"))
}
