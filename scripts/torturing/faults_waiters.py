"""Faults of those who wait for their turn."""

import asyncio
import signal

import boot
import faults_process
import lockers
import processes


def waits(world, run):
    """A node does while it holds nothing."""
    if run.is_node:
        return run.exited is None and not run.halted and not any(section.names for section in world.journal.of(run))
    return run.exited is None and run.sid not in world.journal.sections


async def waiting(world, fault, rng):
    """A run of etcdpat that has waited for a while, or None. Give a node back with `let_go`."""
    for _ in range(int(faults_process.PATIENCE / 0.05)):
        if world.ending:
            return None
        found = [
            run
            for locker in world.lockers
            if locker.kind == lockers.ETCDPAT and locker.current
            for run in [locker.current[0]]
            if waits(world, run) and run.started < boot.now() - boot.SECOND // 4
        ]
        if found:
            run = rng.choice(found)
            run.halted = run.halted or run.is_node
            fault.detail = run.sid
            return run
        await asyncio.sleep(0.05)
    return None


async def waiter_kill(world, fault, rng):
    run = await waiting(world, fault, rng)
    if run is None:
        return False
    done = processes.signal_if(run.pid, run.sid, signal.SIGKILL)
    if done:
        run.killed_by_us = boot.now()
    faults_process.let_go(world, run)
    return done


async def waiter_stop(world, fault, rng):
    """Mostly until its lease has expired: it has lost its place, and must find out before it runs anything."""
    run = await waiting(world, fault, rng)
    if run is None:
        return False
    # It may just have begun to hold: with its guardian stopped too, nobody would be left to end its section.
    run.halted = True
    if not processes.signal_if(run.pid, run.sid, signal.SIGSTOP):
        faults_process.let_go(world, run)
        return False
    fault.began, fault.isolates = boot.now() + 10_000_000, run.sid
    try:
        await asyncio.sleep(faults_process.past_or_within(rng, run.ttl))
    finally:
        fault.ended = boot.now()
        processes.signal_if(run.pid, run.sid, signal.SIGCONT)
        faults_process.let_go(world, run)
    return True


WAITERS = {"waiter stop": waiter_stop, "waiter kill -9": waiter_kill}
