//! The coordination patterns: the public library. No clap, no printing; what happens is told as events.

pub mod lock;
pub mod watch;
