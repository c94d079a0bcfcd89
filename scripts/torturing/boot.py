"""The one clock of the run: boot time, in nanoseconds. All processes are on one host, so its readings compare."""

import time

SECOND = 1_000_000_000


def now():
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def seconds(nanoseconds):
    return nanoseconds / SECOND
