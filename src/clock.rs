//! The one clock that lease arithmetic uses: boot time, which goes on while the machine is suspended.
//!
//! What must stay true: a deadline is never computed from, or waited for on, a clock that stops in suspend. Tokio's
//! timers do, so [`sleep_until`] has its own timer.

use std::ops::Add;
use std::time::Duration;

use nix::time::{ClockId, clock_gettime};
use serde::Serialize;

/// A point in time, in nanoseconds since boot, suspended time included (`CLOCK_BOOTTIME`; on macOS `CLOCK_MONOTONIC`,
/// which counts sleep there).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct BootTime(u64);

#[cfg(any(target_os = "linux", target_os = "android"))]
const CLOCK: ClockId = ClockId::CLOCK_BOOTTIME;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const CLOCK: ClockId = ClockId::CLOCK_MONOTONIC;

impl BootTime {
    /// Now.
    pub fn now() -> Self {
        // The clock id is a constant that the platform has, the only documented way to fail.
        let now = clock_gettime(CLOCK).map_or(Duration::MAX, Duration::from);
        Self::from_nanos(u64::try_from(now.as_nanos()).unwrap_or(u64::MAX))
    }

    /// The point `nanos` nanoseconds after boot.
    pub const fn from_nanos(nanos: u64) -> Self {
        Self(nanos)
    }

    /// Nanoseconds since boot.
    pub const fn as_nanos(self) -> u64 {
        self.0
    }

    /// The time from `earlier` to this, zero when this is not later.
    pub const fn since(self, earlier: Self) -> Duration {
        Duration::from_nanos(self.0.saturating_sub(earlier.0))
    }

    /// This point moved back by `span`, at the least to boot.
    #[must_use]
    pub fn before(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(nanos(span)))
    }
}

impl Add<Duration> for BootTime {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(nanos(span)))
    }
}

fn nanos(span: Duration) -> u64 {
    u64::try_from(span.as_nanos()).unwrap_or(u64::MAX)
}

/// Milliseconds, as events tell them.
pub(crate) fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

/// Waits until `instant`, on the boot-time clock.
pub async fn sleep_until(instant: BootTime) {
    if instant > BootTime::now() && timer::sleep_until(instant).await.is_err() {
        // No timer could be had (descriptors used up): look at the clock often instead.
        while instant > BootTime::now() {
            tokio::time::sleep(instant.since(BootTime::now()).min(Duration::from_millis(50))).await;
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) mod timer {
    //! A kernel timer on the boot-time clock.

    use std::io;
    use std::os::fd::{AsFd, BorrowedFd};
    use std::time::Duration;

    use nix::sys::time::TimeSpec;
    use nix::sys::timerfd::{ClockId, Expiration, TimerFd, TimerFlags, TimerSetTimeFlags};
    use tokio::io::Interest;

    use super::BootTime;
    use crate::os;

    /// A descriptor that becomes readable at a set time.
    #[derive(Debug)]
    pub(crate) struct BootTimer(TimerFd);

    impl BootTimer {
        pub(crate) fn new() -> io::Result<Self> {
            let flags = TimerFlags::TFD_CLOEXEC | TimerFlags::TFD_NONBLOCK;
            Ok(Self(TimerFd::new(ClockId::CLOCK_BOOTTIME, flags)?))
        }

        /// Readable at `instant`, or never.
        pub(crate) fn set(&self, instant: Option<BootTime>) -> io::Result<()> {
            let Some(instant) = instant else { return Ok(self.0.unset()?) };
            // Zero would disarm the timer.
            let at = TimeSpec::from_duration(Duration::from_nanos(instant.as_nanos().max(1)));
            Ok(self.0.set(Expiration::OneShot(at), TimerSetTimeFlags::TFD_TIMER_ABSTIME)?)
        }
    }

    impl AsFd for BootTimer {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.0.as_fd()
        }
    }

    pub(super) async fn sleep_until(instant: BootTime) -> io::Result<()> {
        let timer = BootTimer::new()?;
        timer.set(Some(instant))?;
        os::register(timer.0.into(), Interest::READABLE)?.readable().await?.retain_ready();
        Ok(())
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(crate) mod timer {
    //! No such timer here: the callers look at the clock instead.

    use std::io;

    use super::BootTime;

    pub(super) async fn sleep_until(_: BootTime) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
