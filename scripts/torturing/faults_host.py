"""Faults of the host: thousands of other processes, beside which whatever reads the whole of /proc is slow."""

import asyncio
import os
import sys

import processes

CROWD = 3000
PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "crowd.py")
MEMORY = 4 << 20  # KiB that must be there


def why_not():
    """Why this host can't have a crowd, or None."""
    with open("/proc/meminfo", encoding="ascii") as meminfo:
        available = int(next(line.split()[1] for line in meminfo if line.startswith("MemAvailable")))
    if available < MEMORY:
        return f"less than {MEMORY >> 20} GiB of memory are free"
    with open("/proc/sys/kernel/pid_max", encoding="ascii") as limit:
        if int(limit.read()) < 4 * CROWD:
            return "pid_max is too small"
    return None


async def busy_host(world, fault, rng):
    """Creating them takes a second or two, and is a load as well."""
    crowd = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-S", PROGRAM, str(CROWD), env={}, limit=1 << 20,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    try:
        there = (await crowd.stdout.readline()).split()
        processes.bystanders.update(map(int, there))
        fault.detail = f"{len(there)} processes"
        await asyncio.sleep(rng.uniform(3, 7))
        return len(there) == CROWD
    finally:
        crowd.stdin.close()
        await asyncio.shield(crowd.wait())
        processes.bystanders.clear()


KINDS = {"busy host": busy_host}
