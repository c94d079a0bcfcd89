"""Faults of keys in etcd: one is put again without its lease, or on another, and goes a while later.

Whoever it belonged to has lost it, and whoever comes after it waits until it goes.
"""

import asyncio
import contextlib
import json

import boot
import faults_process
import faults_waiters
import gateway

LEASE = 0x7073F0E1  # on which some of them are put; it is nobody's


async def grant(cluster):
    await gateway.anyone(cluster.ports, "/v3/lease/grant", {"ID": str(LEASE), "TTL": "86400"}, 5.0)


async def revoke(cluster):
    await gateway.anyone(cluster.ports, "/v3/lease/revoke", {"ID": str(LEASE)}, 5.0)


class Foreign:
    """A key that stood in a queue, and belonged to nobody, from `since` to `until` at least."""

    def __init__(self, key, created, value):
        self.key, self.created, self.value = key, created, value
        self.name = key.rsplit("/", 1)[0]
        self.since = self.until = None
        self.on_waiter = False


def put_over(foreign, rng):
    put = {"key": gateway.encoded(foreign.key), "value": gateway.encoded(foreign.value)}
    put |= {"lease": str(LEASE)} if rng.random() < 0.5 else {}
    return {"compare": [faults_process.compared(foreign)], "success": [{"request_put": put}]}


async def remove(world, foreign):
    """Until a member has said that it is gone. Whether it was still there then."""
    while not world.over:
        foreign.until = boot.now()
        with contextlib.suppress(gateway.Unreachable):
            compare = faults_process.compared(foreign)
            body = {"compare": [compare], "success": [{"request_delete_range": {"key": compare["key"]}}]}
            return bool((await gateway.anyone(world.cluster.ports, "/v3/kv/txn", body)).get("succeeded"))
        await asyncio.sleep(0.1)
    return False


async def stand(world, rng, foreign, ttl):
    """It stands there for a while, and is removed on every path."""
    foreign.since = boot.now()
    try:
        await asyncio.sleep(rng.uniform(0.3, ttl + 1.0))
    finally:
        there = await asyncio.shield(remove(world, foreign))
    if there:
        world.foreign.append(foreign)
    else:
        world.gone_by_themselves += 1


@faults_process.struck_at_running(needs=0.5, whole=False)
async def holders_key(world, fault, rng, target):
    key = f"{rng.choice(target.section.names)}/{target.section.lease}"
    life = world.history.latest.get(key)
    if life is None:
        return False
    foreign = Foreign(key, life.created, life.values[0][1] if rng.random() < 0.5 else "foreign")
    if not await faults_process.take_key(world, rng, target, life, put_over(foreign, rng)):
        await asyncio.shield(remove(world, foreign))  # it may have been done all the same
        return False
    fault.detail += f" {key}"
    await stand(world, rng, foreign, target.run.ttl)
    return True


def says(value):
    """Whose key it is, as its value says: a process number, or the id of a node or of an election's candidate."""
    try:
        return json.loads(value).get("pid")
    except (ValueError, AttributeError):
        return value


def key_of(world, run):
    """A key in a queue that is this run's, and that none of its sections has, or None."""
    held = {f"{name}/{section.lease}" for section in world.journal.of(run) for name in section.names}
    for life in world.history.latest.values():
        if life.deleted or life.overwritten or life.key in held:
            continue
        said = says(life.values[0][1])
        if said is not None and said in (run.pid, run.node_id):
            return life
    return None


async def waiters_key(world, fault, rng):
    """It has lost its place, and must find out before it runs anything."""
    run = await faults_waiters.waiting(world, fault, rng)
    if run is None:
        return False
    try:
        return await overwritten(world, fault, rng, run)
    finally:
        faults_process.let_go(world, run)


async def overwritten(world, fault, rng, run):
    life = key_of(world, run)
    if life is None or (life.key, life.created) in world.nemesis.taken:
        return False
    foreign = Foreign(life.key, life.created, life.values[0][1] if rng.random() < 0.5 else "foreign")
    world.nemesis.taken[life.key, life.created] = boot.now()
    try:
        answer = await gateway.anyone(world.cluster.ports, "/v3/kv/txn", put_over(foreign, rng))
    except gateway.Unreachable:
        answer = {}
    if not answer.get("succeeded"):
        await asyncio.shield(remove(world, foreign))
        return False
    fault.detail += f" {life.key}"
    await stand(world, rng, foreign, run.ttl)
    return True


KINDS = {"holder's key overwritten": holders_key, "waiter's key overwritten": waiters_key}
