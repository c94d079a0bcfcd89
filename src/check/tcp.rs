//! A check that connects, and no more.

use std::fmt;
use std::time::Duration;

use super::address::{Address, InvalidAddress};
use super::failed::Failed;
use super::limit::Limit;

/// A check that is passed when a TCP connection can be made. It is closed at once, with nothing sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tcp {
    address: Address,
}

impl Tcp {
    /// A check of `HOST:PORT`. A name is looked up at each check, and its addresses are tried one after the other.
    ///
    /// # Errors
    /// [`InvalidAddress`].
    pub fn parse(text: &str) -> Result<Self, InvalidAddress> {
        Ok(Self { address: Address::parse(text, None)? })
    }

    /// Checks once, within the timeout.
    ///
    /// # Errors
    /// There is no connection: [`Failed`] says why.
    pub async fn run(&self, timeout: Duration) -> Result<(), Failed> {
        self.address.connect(Limit::new(timeout)).await.map(drop)
    }
}

/// `HOST:PORT`.
impl fmt::Display for Tcp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.address.fmt(f)
    }
}
