"""The nemesis: lanes that each do one fault after another, side by side.

In each lane the kind that was picked least comes next, with some chance, so that counts grow evenly. What is picked,
and every parameter, is drawn from the seed in the lane's own sequence; only which process is hit depends on who runs.
"""

import asyncio
import collections
import random

import boot
import faults_cluster
import faults_host
import faults_keys
import faults_network
import faults_nodes
import faults_output
import faults_process
import faults_waiters

# One fault of a lane at a time: two that would together take the quorum, or hit one link, are in the same lane.
LANES = [
    (faults_cluster.MEMBERS, (0.2, 1.0)),
    (faults_cluster.UPKEEP, (1.0, 6.0)),
    (faults_network.KINDS, (1.2, 4.0)),
    (faults_process.KEEPERS, (0.5, 3.0)),
    (faults_process.GUARDIANS, (0.5, 3.0)),
    (faults_process.GUARDLESS, (0.5, 3.0)),
    (faults_process.TREES, (1.0, 5.0)),
    (faults_process.ELECTIONS, (0.5, 3.0)),
    (faults_nodes.NODES, (1.0, 4.0)),
    (faults_nodes.FORKS, (2.0, 6.0)),
    (faults_waiters.WAITERS, (2.5, 6.0)),
    (faults_process.BLOCKED, (1.0, 5.0)),
    (faults_process.IGNORED, (1.0, 5.0)),
    (faults_output.KINDS, (0.5, 3.0)),
    (faults_keys.KINDS, (0.3, 2.0)),
    (faults_host.KINDS, (2.0, 8.0)),
]


class Fault:
    """One fault: what, when, and on whom. `everybody` is true while no client's request can be answered."""

    def __init__(self, kind):
        self.kind = kind
        self.began, self.ended = boot.now(), None
        self.healed = None  # where that is later than its end: until when its consequences were being put right
        self.detail = ""
        self.everybody = False
        self.shakes_etcd = False  # while it lasts, news of a loss may be late
        self.back = None  # until when no member that is concerned was there
        self.leader_resumed = None  # when a leader that had been stopped went on
        self.isolates = None  # the id of the run that can reach nobody while it lasts


class Nemesis:
    """All lanes, what they did, and what they could not do for lack of a target."""

    def __init__(self, world):
        self.world = world
        self.faults = []
        self.revoked = {}  # leases that were revoked by force -> since when they may have been
        self.taken = {}  # (key, create revision) -> the same, of keys that were deleted or put again
        self.done, self.missed = collections.Counter(), collections.Counter()
        for kinds, _ in LANES:
            self.done.update(dict.fromkeys((kind for kind in kinds if kind not in world.skipped), 0))

    def tasks(self):
        return [
            asyncio.create_task(self.lane(possible, pauses, number))
            for number, (kinds, pauses) in enumerate(LANES)
            if (possible := {kind: how for kind, how in kinds.items() if kind not in self.world.skipped})
        ]

    async def lane(self, kinds, pauses, number):
        order, planned = random.Random(f"{self.world.seed}/nemesis/{number}"), collections.Counter()
        while not self.world.ending:
            scores = {kind: planned[kind] + order.uniform(0, 1.5) for kind in kinds}
            kind = min(scores, key=scores.get)
            planned[kind] += 1
            rng = random.Random(order.getrandbits(64))
            await asyncio.sleep(order.uniform(*pauses))
            await self.commit(kind, kinds[kind], rng)

    async def commit(self, kind, how, rng):
        fault = Fault(kind)
        self.faults.append(fault)
        done = False
        try:
            done = await how(self.world, fault, rng)
        finally:
            fault.ended = fault.ended or boot.now()
            if done:
                self.done[kind] += 1
            else:
                self.faults.remove(fault)
                self.missed[kind] += 1
            state = "did" if done else "no target for"
            self.world.note(f"{state} {kind} {fault.detail} {fault.began}..{fault.ended}")
