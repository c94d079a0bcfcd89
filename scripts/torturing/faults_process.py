"""Faults of etcdpat's processes and of what it holds in etcd. One section has one fault at a time.

The tree below a locker is keeper > guardian > command; a fault that needs a part that isn't there has no target.
"""

import asyncio
import signal

import boot
import gateway
import lockers
import processes

PATIENCE = 20.0  # for a target
COOLS_DOWN = 1.5  # seconds; and a TTL


class Target:
    """A running section of etcdpat, and the processes around it."""

    def __init__(self, section):
        self.section, self.run = section, section.run
        self.keeper = section.run.pid
        self.guardian = processes.parent(section.pid)
        self.whole = self.guardian is not None and processes.parent(self.guardian) == self.keeper

    def signal(self, pid, number):
        return processes.signal_if(pid, self.run.sid, number)

    async def stop(self, pids, seconds):
        """Stopped for a while, and continued on every path. When it began and ended."""
        stopped = [self.signal(pid, signal.SIGSTOP) for pid in pids]
        began = boot.now()
        try:
            if all(stopped):
                await seconds
            else:
                seconds.close()
        finally:
            ended = boot.now()
            for pid in pids:
                self.signal(pid, signal.SIGCONT)
        return (began, ended) if all(stopped) else None


def candidates(world, needs, fits=lambda section: True, holders=True):
    """Running sections that still have so many seconds to run, and no fault yet. `holders`: not secondaries."""
    return [
        section
        for section in world.journal.running.values()
        if section.run.locker.kind == lockers.ETCDPAT
        and not section.tortured
        and not section.run.halted
        and section.begin + section.milliseconds * 1_000_000 > boot.now() + needs * boot.SECOND
        and (section.names or not holders)
        and fits(section)
    ]


def take(section):
    """It has its fault now. A node has one at a time, whichever of its sections that strikes."""
    section.tortured = True
    section.run.halted = section.run.halted or section.run.is_node


def let_go(world, run):
    """A node may have another one, but only when all that came of this one is over."""

    def free():
        run.halted = False

    if run.is_node:
        world.after(run.ttl + COOLS_DOWN, free)


def one_of(rng, sections):
    """Every run has the same chance, however many sections it has."""
    run = rng.choice(sorted({section.run.sid for section in sections}))
    return rng.choice([section for section in sections if section.run.sid == run])


async def running(world, fault, rng, needs, fits, holders):
    """One of them, or None."""
    for _ in range(int(PATIENCE / 0.05)):
        if world.ending:
            return None
        found = candidates(world, needs, fits, holders)
        if found:
            target = Target(one_of(rng, found))
            if target.whole or world.plant:
                take(target.section)
                fault.detail = target.section.sid
                return target
        await asyncio.sleep(0.05)
    return None


def struck_at_running(needs=0.0, whole=True, fits=lambda section: True, holders=True):
    """Makes a fault of a function of (world, fault, rng, target); most need keeper and guardian apart."""

    def decorate(strike):
        async def fault_of(world, fault, rng):
            target = await running(world, fault, rng, needs, fits, holders)
            if target is None:
                return False
            try:
                return (target.whole or not whole) and await strike(world, fault, rng, target)
            finally:
                let_go(world, target.run)

        fault_of.strike = strike
        return fault_of

    return decorate


def past_or_within(rng, ttl):
    """Mostly longer than the TTL."""
    return ttl + rng.uniform(0.2, 0.8) if rng.random() < 0.75 else rng.uniform(0.1, 0.8) * ttl


@struck_at_running(needs=1.0, whole=False, holders=False)
async def keeper_stop(world, fault, rng, target):
    fault.isolates = target.run.sid
    fault.began = boot.now() + 10_000_000  # a request may just be on its way out
    span = await target.stop([target.keeper], asyncio.sleep(past_or_within(rng, target.run.ttl)))
    fault.ended = span and span[1]
    return span is not None


@struck_at_running(whole=False, holders=False)
async def keeper_kill(world, fault, rng, target):
    done = target.signal(target.keeper, signal.SIGKILL)
    if done:
        target.run.killed_by_us = boot.now()
    return done


def terminate(target):
    done = target.signal(target.keeper, signal.SIGTERM)
    if done:
        target.run.terminated = boot.now()
    return done


@struck_at_running(needs=0.1, whole=False, holders=False, fits=lambda section: "blocked" in section.run.start)
async def blocked_term(world, fault, rng, target):
    """To one whose parent had blocked signals."""
    fault.detail += f" {target.run.start}"
    return terminate(target)


@struck_at_running(needs=0.1, whole=False, holders=False, fits=lambda section: "ignored" in section.run.start)
async def ignored(world, fault, rng, target):
    """Signals that etcdpat's parent had set to be ignored must not end it: its exit code would tell."""
    return target.signal(target.keeper, signal.SIGHUP) and target.signal(target.keeper, signal.SIGINT)


@struck_at_running(whole=False, holders=False)
async def keeper_term(world, fault, rng, target):
    """Passed on to the command, which may ignore it; at times a second one, which ends it."""
    done = terminate(target)
    if done and rng.random() < 0.3:
        await asyncio.sleep(rng.uniform(0, 0.5))
        target.signal(target.keeper, signal.SIGTERM)
    return done


@struck_at_running(holders=False)
async def guardian_kill(world, fault, rng, target):
    done = target.signal(target.guardian, signal.SIGKILL)
    if done:
        target.section.killed = boot.now()
    return done


@struck_at_running(needs=0.5, holders=False)
async def guardian_stop(world, fault, rng, target):
    """Half of the time the lock is then lost, so that the keeper must do without."""
    seconds, lose = rng.uniform(0.5, 4.0), rng.random() < 0.5

    async def meanwhile():
        if lose and target.section.names:
            await revoke(world, rng, target)
        await asyncio.sleep(seconds)

    span = await target.stop([target.guardian], meanwhile())
    return span is not None


@struck_at_running(needs=2.0)
async def both_stop(world, fault, rng, target):
    """Until the lease has gone, and long enough for the command to try a guarded write then."""
    section, began = target.section, boot.now()

    async def until_lost():
        for _ in range(int((target.run.ttl + 4) / 0.05)):
            await asyncio.sleep(0.05)
            if any(life and life.deleted for life in section.lives(world.history)):
                break
        await asyncio.sleep(0.8)

    if world.plant != "deaf-guardian":
        section.unguarded = (began, None)
    span = await target.stop([target.keeper, target.guardian], until_lost())
    if section.unguarded:
        section.unguarded = (began, boot.now())
    return span is not None


@struck_at_running(needs=0.5, holders=False)
async def child_stop(world, fault, rng, target):
    return await target.stop([target.section.pid], asyncio.sleep(rng.uniform(0.3, 3.0))) is not None


async def by_force(world, rng, target, path, body, happened):
    """Asks members in turn to take something from a holder. From the first try on, it may have been done.

    Only where every answer says that it was not done is the holder still protected.
    """
    section, doubt = target.section, False
    section.lost_by_force = section.lost_by_force or boot.now()
    for member in rng.sample(world.cluster.members, len(world.cluster.members)):
        try:
            if happened(await gateway.call(member.client, path, body, 1.0)):
                return True
        except gateway.Unreachable as error:
            doubt = doubt or "not found" not in str(error)
            continue
        break
    if not doubt:
        section.lost_by_force = None
    return False


async def revoke(world, rng, target):
    """All sections of its run stand on the lease."""
    lease = target.section.lease
    is_new = lease not in world.nemesis.revoked
    world.nemesis.revoked.setdefault(lease, boot.now())
    body = {"ID": str(int(lease, 16))}
    done = await by_force(world, rng, target, "/v3/lease/revoke", body, lambda answer: True)
    if is_new and not target.section.lost_by_force:
        del world.nemesis.revoked[lease]
    return done


@struck_at_running(whole=False)
async def lease_revoke(world, fault, rng, target):
    return await revoke(world, rng, target)


@struck_at_running(whole=False)
async def key_delete(world, fault, rng, target):
    return await delete_key(world, rng, target)


async def delete_key(world, rng, target):
    """One of its keys only, where it has several."""
    life = world.history.latest.get(f"{rng.choice(target.section.names)}/{target.section.lease}")
    if life is None:
        return False
    compare = compared(life)
    body = {"compare": [compare], "success": [{"request_delete_range": {"key": compare["key"]}}]}
    return await take_key(world, rng, target, life, body)


def compared(life):
    """That it is that life of the key: what came late would create it, or hit its next life."""
    key, created = gateway.encoded(life.key), str(life.created)
    return {"target": "CREATE", "key": key, "result": "EQUAL", "create_revision": created}


async def take_key(world, rng, target, life, body):
    """By a transaction. Other sections may run under the same life of the key, one after the other."""
    taken, mark = world.nemesis.taken, (life.key, life.created)
    is_new = mark not in taken
    taken.setdefault(mark, boot.now())
    done = await by_force(world, rng, target, "/v3/kv/txn", body, lambda answer: answer.get("succeeded"))
    if is_new and not target.section.lost_by_force:
        del taken[mark]
    return done


@struck_at_running(needs=0.2, whole=False, fits=lambda section: section.run.elects)
async def leader_asked(world, fault, rng, target):
    """To step down, or to hand over to somebody who stands in the same election."""
    name = target.section.names[0]
    behind = [
        run.sid
        for locker in world.lockers
        if locker.kind == lockers.ETCDPAT and locker.current
        for run in [locker.current[0]]
        if run.elects and run.names == [name] and run.exited is None and run.sid not in world.journal.sections
    ]
    what = ["transfer", name, "--to", rng.choice(behind)] if behind else ["resign", name, "--id", target.run.sid]
    return await ask(world, fault, rng, "elect", what)


async def ask(world, fault, rng, command, what):
    process = await asyncio.create_subprocess_exec(
        world.options.etcdpat, command, *what,
        env={**world.environment, "ETCDPAT_ENDPOINTS": world.endpoints(rng)},
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    code = await process.wait()
    fault.detail += f" {' '.join(what)}: {code}"
    world.asked[what[0], {0: "done", 1: "refused"}.get(code, "no answer")] += 1
    return True


KEEPERS = {"etcdpat stop": keeper_stop, "etcdpat kill -9": keeper_kill, "lease revoke": lease_revoke}
GUARDIANS = {"guardian stop": guardian_stop, "guardian kill -9": guardian_kill, "key delete": key_delete}
GUARDLESS = {"both stop": both_stop}
TREES = {"child stop": child_stop, "etcdpat terminate": keeper_term}
BLOCKED = {"blocked, then TERM": blocked_term}
IGNORED = {"ignored, then HUP, INT": ignored}
ELECTIONS = {"leader asked": leader_asked}
