"""Restores of the whole cluster from an earlier snapshot, at the end, when no section runs: fences go back with it.

An `etcdpat watch` runs through all of them. After each it has to say that history was lost (watch.resync with a
reason), show the state, and miss nothing from then on: what it has shown adds up to what is in etcd.
"""

import asyncio
import os
import random
import shutil
import subprocess

import gateway
import leftovers

EVERY = 20.0  # seconds of the run, for one restore at its end
PREFIX = "/guarded"


def state(seen):
    """What is there, by all that was shown."""
    known = {}
    for event in seen:
        if event["event"] == "watch.resync":
            known.clear()
        elif event["event"] == "put":
            known[event["key"]] = event["value"]
        elif event["event"] == "delete":
            known.pop(event["key"], None)
    return known


def resyncs(seen):
    return [event for event in seen if event["event"] == "watch.resync"]


class Restores:
    """How many there were; what was found."""

    def __init__(self, world):
        self.world, self.cluster, self.watcher = world, world.cluster, world.watcher
        self.rng = random.Random(f"{world.seed}/restores")
        self.done = 0

    async def run(self, seconds):
        for number in range(max(1, int(seconds / EVERY))):
            if found := await self.one(number):
                self.world.findings.append(("watch", f"restore {number}: {found}", []))
                return
            self.done += 1

    async def put(self, number, count):
        for index in range(count):
            body = {"key": gateway.encoded(f"{PREFIX}/restored/{self.rng.randrange(30)}")}
            body["value"] = gateway.encoded(f"{number} {index}")
            await gateway.anyone(self.cluster.ports, "/v3/kv/put", body, 5.0)

    async def same(self):
        """Whether what the watcher has shown is what is there, soon."""
        there = await leftovers.below(self.world, PREFIX)
        return await self.watcher.until(lambda seen: state(seen) == there)

    async def one(self, number):
        """What was wrong, or None."""
        before = os.path.join(self.world.directory, f"snapshot-{number}")
        await self.ctl("--endpoints", f"127.0.0.1:{self.cluster.ports[0]}", "snapshot", "save", before)
        await self.put(number, self.rng.randint(5, 40))
        if not await self.same():
            return "puts before it were not shown"
        known = len(resyncs(self.watcher.seen))
        another = self.rng.random() < 0.5
        await self.restore(before, another)
        if another:  # it can be told from its id alone, however much was put since
            await self.put(number, self.rng.randint(1, 80))
        if not await self.watcher.until(lambda seen: len(resyncs(seen)) > known):
            return f"no watch.resync ({'another' if another else 'the same'} cluster id)"
        if not resyncs(self.watcher.seen)[known].get("reason"):
            return "watch.resync without a reason"
        await self.put(number, self.rng.randint(1, 25))
        return None if await self.same() else "what was shown does not add up to what is there"

    async def restore(self, snapshot, another):
        """All members are killed, and begin anew with the snapshot's data."""
        for member in self.cluster.members:
            member.kill()
            shutil.rmtree(self.cluster.data(member))
        self.cluster.generation += 1
        if another:
            self.cluster.token = f"restored-{self.cluster.generation}"
        for member in self.cluster.members:
            await self.execute(
                self.restorer(), "snapshot", "restore", snapshot,
                "--name", f"m{member.index}", "--data-dir", self.cluster.data(member),
                "--initial-cluster", self.cluster.everyone, "--initial-cluster-token", self.cluster.token,
                "--initial-advertise-peer-urls", f"http://127.0.0.1:{member.peer}",
            )  # fmt: skip
        os.unlink(snapshot)
        await self.cluster.heal()

    def restorer(self):
        """From etcd 3.6 on etcdctl restores no more; before 3.5 there is no etcdutl."""
        there = shutil.which("etcdutl", path=self.world.options.etcd)
        return "etcdutl" if there else "etcdctl"

    async def ctl(self, *arguments):
        await self.execute("etcdctl", *arguments)

    async def execute(self, name, *arguments):
        program = os.path.join(self.world.options.etcd or "", name)
        process = await asyncio.create_subprocess_exec(
            program, *arguments, env=self.world.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        _, errors = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"{name} {' '.join(arguments)}: {errors.decode()}")
