"""Faults of nodes of `etcdpat ha`, and what their users do to them; all other faults strike them, too."""

import asyncio
import contextlib
import signal

import boot
import faults_process
import lockers
import processes

FORK_SERVER = "pat-fork-server"


def nodes(world, fits):
    """Runs of nodes that no fault is at work on."""
    return [
        run
        for locker in world.lockers
        if locker.kind == lockers.ETCDPAT and locker.current
        for run in [locker.current[0]]
        if run.is_node and run.exited is None and not run.halted and fits(run)
    ]


def struck_at_nodes(fits):
    """Makes a fault of a function of (world, fault, rng, run)."""

    def decorate(strike):
        async def fault_of(world, fault, rng):
            for _ in range(int(faults_process.PATIENCE / 0.05)):
                if world.ending:
                    return False
                if found := nodes(world, fits):
                    run = rng.choice(found)
                    run.halted, fault.detail = True, run.sid
                    for section in world.journal.of(run):
                        section.tortured = True
                    try:
                        return await strike(world, fault, rng, run)
                    finally:
                        faults_process.let_go(world, run)
                await asyncio.sleep(0.05)
            return False

        return fault_of

    return decorate


@struck_at_nodes(lambda run: run.terminated is None and run.started < boot.now() - 3 * boot.SECOND)
async def leaves(world, fault, rng, run):
    """In order. It is told so a second time later, where a command ignores it."""
    done = processes.signal_if(run.pid, run.sid, signal.SIGTERM)
    if done:
        run.terminated = boot.now()
    return done


@struck_at_nodes(lambda run: not run.shards)
async def switched(world, fault, rng, run):
    """The primary is to go to this node, or, where it is there, elsewhere."""
    leads = any(section.names for section in world.journal.of(run))
    if leads:
        return await faults_process.ask(world, fault, rng, "elect", ["resign", run.name, "--id", run.node_id])
    return await faults_process.ask(world, fault, rng, "ha", ["switch", run.name, "--to", run.node_id])


def fork_server(run):
    """The number of the process that forks its guardians, or None."""
    for number in processes.numbers():
        with contextlib.suppress(OSError):
            if processes.parent(number) == run.pid:
                with open(f"/proc/{number}/comm", encoding="ascii", errors="replace") as comm:
                    if comm.read().strip() == FORK_SERVER:
                        return int(number)
    return None


def signal_fork_server(run, number):
    """Whether it was there."""
    pid = fork_server(run)
    return pid is not None and processes.signal_if(pid, run.sid, number)


@struck_at_nodes(lambda run: run.shards)
async def fork_server_stop(world, fault, rng, run):
    """Commands that run have their guardians. Those that are to begin wait, for ten seconds at the most."""
    try:
        if not signal_fork_server(run, signal.SIGSTOP):
            return False
        await asyncio.sleep(rng.uniform(0.5, 4.0) if rng.random() < 0.7 else rng.uniform(10.5, 12.0))
        return True
    finally:
        signal_fork_server(run, signal.SIGCONT)


@struck_at_nodes(lambda run: run.shards)
async def fork_server_kill(world, fault, rng, run):
    """The commands run on. The instance leaves when it needs another guardian."""
    return signal_fork_server(run, signal.SIGKILL)


def at_nodes(fault_of, **how):
    """A fault of etcdpat's processes, that strikes a node."""
    strikes = faults_process.struck_at_running(holders=False, fits=lambda section: section.run.is_node, **how)
    return strikes(fault_of.strike)


NODES = {
    "node leaves": leaves,
    "node kill -9": at_nodes(faults_process.keeper_kill, whole=False),
    "node stop": at_nodes(faults_process.keeper_stop, whole=False),
    "guardian of a node kill -9": at_nodes(faults_process.guardian_kill),
    "primary switched": switched,
}
FORKS = {"fork server stop": fork_server_stop, "fork server kill -9": fork_server_kill}
