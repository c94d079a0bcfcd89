//! Ports to listen at.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU32, Ordering};

/// Free ports, each given out once. The kernel gives those from 32768 on to connections and to whoever asks for any, so
/// that a member which starts a moment later might find its port taken, by a member of another test for one.
pub fn ports(count: usize) -> Vec<u16> {
    const FIRST: u32 = 10_000;
    const COUNT: u32 = 22_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    // Another run of the tests may be beside this one.
    let offset = std::process::id().wrapping_mul(499);
    let next = || FIRST + NEXT.fetch_add(1, Ordering::Relaxed).wrapping_add(offset) % COUNT;
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    std::iter::repeat_with(|| u16::try_from(next()).unwrap()).filter(free).take(count).collect()
}
