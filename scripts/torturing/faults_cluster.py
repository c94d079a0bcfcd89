"""Faults of members, and etcd's own upkeep. After each, all three members serve again."""

import asyncio
import signal

import boot
import faults_disk
import gateway


async def down_for(world, fault, members, how, seconds):
    """Members are killed or stopped for a while."""
    fault.shakes_etcd = True
    fault.detail = f"{how} {','.join(f'm{member.index}' for member in members)} {seconds:.2f}s"
    for member in members:
        if how == "kill":
            member.kill()
        else:
            member.signal(signal.SIGSTOP)
    if len(members) == len(world.cluster.members):
        fault.began, fault.everybody = boot.now(), True
    await asyncio.sleep(seconds)
    fault.back = boot.now()  # until here nobody was
    await world.cluster.heal()
    fault.ended = fault.back if fault.everybody else boot.now()
    fault.healed = boot.now()
    return True


async def member_kill(world, fault, rng):
    return await down_for(world, fault, [rng.choice(world.cluster.members)], "kill", rng.uniform(0.1, 1.0))


async def leader_kill(world, fault, rng):
    leader = await world.cluster.leader()
    return leader is not None and await down_for(world, fault, [leader], "kill", rng.uniform(0.1, 1.0))


async def member_stop(world, fault, rng):
    member, leader = rng.choice(world.cluster.members), await world.cluster.leader()
    fault.began = boot.now()
    await down_for(world, fault, [member], "stop", rng.uniform(0.3, 2.5))
    fault.leader_resumed = fault.back if member is leader else None
    return True


async def changed(world, leader):
    """Whether the others have a new leader, soon."""
    until = boot.now() + 1_500_000_000
    while boot.now() < until:
        new = await world.cluster.leader()
        if new not in (None, leader):
            return True
        await asyncio.sleep(0.05)
    return False


async def leader_returns(world, fault, rng):
    """A frozen leader is replaced; requests are then driven to it, and it answers them when it goes on.

    The links to the others refuse for a moment, so that clients rotate to the frozen one and wait there. At times
    nobody is reached for a while after that: an answer of the old leader, which counts for nothing, is the last one.
    """
    leader = await world.cluster.leader()
    if leader is None:
        return False
    others = [link for link, member in zip(world.proxy.links, world.cluster.members, strict=True) if member != leader]
    fault.began, fault.shakes_etcd, fault.detail = boot.now(), True, f"m{leader.index}"
    leader.signal(signal.SIGSTOP)
    try:
        replaced = await changed(world, leader)
        for link in rng.sample(others, rng.choice([1, 2, 2])):
            link.refuse()
        # No longer than the checker can tell what it then takes away from an honest expiry.
        left = faults_disk.LEADERS - 0.3 - boot.seconds(boot.now() - fault.began)
        await asyncio.sleep(min(rng.uniform(0.1, 1.0), left))
        if rng.random() < 0.5:
            for link in others:
                link.refuses = False
            await asyncio.sleep(rng.uniform(0, 0.3))
    finally:
        fault.leader_resumed = boot.now()
        leader.signal(signal.SIGCONT)
        for link in others:
            link.refuses = False
    if rng.random() < 0.3:
        await asyncio.sleep(rng.uniform(0.01, 0.1))
        await nobody_reached(world, rng.uniform(2.2, 3.5))
    await world.cluster.heal()
    fault.healed = boot.now()
    return replaced


async def nobody_reached(world, seconds):
    try:
        for link in world.proxy.links:
            link.refuse()
        await asyncio.sleep(seconds)
    finally:
        for link in world.proxy.links:
            link.refuses = False


async def all_down(world, fault, rng):
    """Longer than the shortest TTL in use (2 s), often longer than the longest (4 s)."""
    how = rng.choice(["kill", "stop"])
    seconds = rng.uniform(4.2, 4.6) if rng.random() < 0.4 else rng.uniform(2.3, 2.8)
    return await down_for(world, fault, world.cluster.members, how, seconds)


async def compaction(world, fault, rng):
    """Only of what is recorded, and never up to where a watch would begin."""
    revision = world.history.newest - rng.randint(1, 10)
    if revision <= world.compacted:
        return False
    world.compacted = revision
    fault.detail = f"to {revision}"
    try:
        await gateway.anyone(world.cluster.ports, "/v3/kv/compaction", {"revision": str(revision), "physical": True})
    except gateway.Unreachable:
        return False
    return True


async def defragmentation(world, fault, rng):
    member = rng.choice(world.cluster.members)
    fault.shakes_etcd = True
    fault.detail = f"m{member.index}"
    try:
        await gateway.call(member.client, "/v3/maintenance/defragment", {}, 5.0)
    except gateway.Unreachable:
        return False
    return True


MEMBERS = {
    "member kill -9": member_kill,
    "leader kill -9": leader_kill,
    "member stop": member_stop,
    "all down > TTL": all_down,
    "leader replaced, returns": leader_returns,
    "disk stall": faults_disk.disk_stall,
}
UPKEEP = {"compaction": compaction, "defragmentation": defragmentation}
