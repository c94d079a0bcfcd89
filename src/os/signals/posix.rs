//! Where there is only the C library.

use std::io;

use nix::libc;

use super::succeeded;
use crate::signal::{Number, Set};

pub(super) fn disposition(_: Number) -> Option<libc::sighandler_t> {
    None
}

pub(super) fn set_disposition(_: Number, _: libc::sighandler_t) -> Option<io::Result<()>> {
    None
}

pub(super) fn mask(how: i32, set: Set) -> io::Result<Set> {
    // SAFETY: both sets are initialised before they are read; the calls take numbers that exist.
    unsafe {
        let (mut new, mut old) = (std::mem::zeroed(), std::mem::zeroed());
        libc::sigemptyset(&raw mut new);
        libc::sigemptyset(&raw mut old);
        set.iter().for_each(|signal| {
            libc::sigaddset(&raw mut new, signal.0);
        });
        succeeded(libc::pthread_sigmask(how, &raw const new, &raw mut old))?;
        Ok(Number::all().filter(|signal| libc::sigismember(&raw const old, signal.0) == 1).collect())
    }
}
