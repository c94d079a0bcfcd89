//! Turns on the machine. Most tests wait, so that many run at once; a few keep a core busy for long, and a few measure
//! milliseconds: these two never run together.

use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

static MACHINE: RwLock<()> = RwLock::new(());

/// Kept by a test that keeps a core busy for seconds.
pub fn busy() -> RwLockReadGuard<'static, ()> {
    MACHINE.read().unwrap_or_else(PoisonError::into_inner)
}

/// Kept by a test that measures milliseconds.
pub fn quiet() -> RwLockWriteGuard<'static, ()> {
    MACHINE.write().unwrap_or_else(PoisonError::into_inner)
}
