"""A member whose disk stalls: it answers pings and knows its leader, but what it would write waits; so do watches."""

import asyncio
import contextlib

import boot
import faults_process
import gateway

MOST = 3  # holders that lose a key meanwhile
LEADERS = 2.4  # seconds, at the most, of a leader


async def answers(member):
    """Whether it does, for what needs no disk, as pings do not."""
    try:
        await gateway.call(member.client, "/version", {}, 0.5, "GET")
    except gateway.Unreachable:
        return False
    return True


async def keys_go(world, fault, rng, member):
    """Running holders lose their keys. Best are those that will run on, and asked this member first for their watch."""
    for _ in range(rng.randint(1, MOST)):
        there = faults_process.candidates(world, 4.5, lambda section: section.run.first == member.advertised)
        found = there or faults_process.candidates(world, 1.0)
        if found:
            section = rng.choice(found)
            faults_process.take(section)
            fault.detail += f" {section.sid}"
            await faults_process.delete_key(world, rng, faults_process.Target(section))
            faults_process.let_go(world, section.run)
        await asyncio.sleep(0.2)


async def disk_stall(world, fault, rng):
    """Of a follower, at times for longer than the longest TTL. A leader's is as short as when a leader is stopped.

    It is replaced, and may take live leases away when it goes on; for how long that can't be mistaken for an honest
    expiry, the checker knows.
    """
    member, way = rng.choice(world.cluster.members), rng.choice(world.disks.ways)
    leader, term = await world.cluster.leadership()
    leads = leader in (member, None)
    seconds = rng.uniform(4.5, 6.0) if rng.random() < 0.5 and not leads else rng.uniform(0.5, LEADERS)
    fault.detail, served = f"{way} m{member.index} {seconds:.2f}s", False
    async with world.disks.stalled(way, member):
        fault.began, fault.shakes_etcd = boot.now(), True
        # Where there was an election meanwhile, it may be the one that was replaced.
        if not leads and (await world.cluster.leadership())[1] != term:
            leads, seconds = True, min(seconds, LEADERS - boot.seconds(boot.now() - fault.began))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.sleep(0.1)
                served = await answers(member)
                await keys_go(world, fault, rng, member)
                await asyncio.sleep(seconds)
        # Before it goes on: on a busy host the answer of who thaws it comes late.
        fault.leader_resumed = boot.now() if leads else None
    world.stalls[way, "answered" if served else "did not answer"] += 1
    fault.ended = boot.now()
    await world.cluster.heal()
    fault.healed = boot.now()
    return True
