"""The end of a run: the lockers are told to end in calm weather, and then nothing of them may be left."""

import asyncio
import signal

import boot
import faults_keys
import gateway
import nodes
import processes
from lockers import ETCDCTL, ETCDPAT

LONGEST_TTL = 4
STATE_ROOT = "/_etcdpat/"
PLAN = f"{STATE_ROOT}ha/{nodes.GROUP.replace('/', '%2F')}/plan"
TO_END = 20.0


async def end_lockers(world, loops):
    """SIGTERM to all; later a second one for commands that ignore it (etcdctl is killed). The findings."""
    told = boot.now()
    for number in range(int(TO_END / 0.1)):
        if all(loop.done() for loop in loops):
            return []
        for locker in world.lockers:
            locker.tell_to_end()
            if number == 30 and locker.current:
                run = locker.current[0]
                processes.signal_if(run.pid, run.sid, signal.SIGTERM if locker.kind == ETCDPAT else signal.SIGKILL)
        await asyncio.sleep(0.1)
    text = f"did not end {boot.seconds(boot.now() - told):.0f}s after SIGTERM, with etcd there"
    return [("end", text, [locker.current[0].sid]) for locker in world.lockers if locker.current]


async def below(world, prefix):
    answer = await gateway.anyone(
        world.cluster.ports,
        "/v3/kv/range",
        {"key": gateway.encoded(prefix), "range_end": gateway.encoded(prefix[:-1] + chr(ord(prefix[-1]) + 1))},
        5.0,
    )
    return {gateway.decoded(pair["key"]): gateway.decoded(pair.get("value", "")) for pair in answer.get("kvs", [])}


async def bookkeeping(world):
    """But for the plan of a group: it stays where shards wait for an instance, and where one has not left in order."""
    recently = boot.now() - (TO_END + 2 * LONGEST_TTL) * boot.SECOND
    last = [run for run in world.runs.values() if run.is_node and run.shards and run.exited and run.exited > recently]
    may_stay = any(run.rejoin != "0s" or run.status != 0 for run in last)
    keys = await below(world, STATE_ROOT)
    return {key: value for key, value in keys.items() if not (may_stay and key == PLAN)}


async def leases(world):
    answer = await gateway.anyone(world.cluster.ports, "/v3/lease/leases", {}, 5.0)
    return [format(int(lease["ID"]), "x") for lease in answer.get("leases", [])]


async def in_etcd(world):
    """Released at once by those who could; all the rest gone with its TTL."""
    findings = []
    calmly = {
        said: run.sid
        for run in world.runs.values()
        if run.locker.kind == ETCDPAT and run.told_to_end and run.exited and not run.killed_by_us
        for said in (run.pid, run.node_id)
        if said
    }
    for key, value in (await below(world, "/t/")).items():
        said = faults_keys.says(value)
        if said in calmly:
            findings.append(("leftover", f"{key} stayed after its locker had ended in order", [calmly[said]]))
    until = boot.now() + (LONGEST_TTL + 3) * boot.SECOND
    while boot.now() < until:
        keys, granted = await below(world, "/t/") | await bookkeeping(world), await leases(world)
        if not keys and not granted:
            return findings
        await asyncio.sleep(0.1)
    findings += [("leftover", f"key {key}: {value}", []) for key, value in keys.items()]
    return findings + [("leftover", f"lease {lease}", []) for lease in granted]


def in_processes(world):
    """Processes below lockers that have ended: how many are etcdctl's (it leaves commands running), and findings."""
    etcdctls, findings = 0, []
    for pid, variables in processes.marked(world.mark):
        for variable in variables:
            sid = variable.decode(errors="replace").removeprefix("TORTURE_SECTION=")
            if sid not in world.runs:
                continue
            if world.runs[sid].locker.kind == ETCDCTL:
                etcdctls += 1
            else:
                findings.append(("leftover", f"process {pid}", [sid]))
    return etcdctls, findings
