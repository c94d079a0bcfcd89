"""One torture run: everything that is started for it, and that is ended with it."""

import asyncio
import os
import secrets
import sys

import boot
import gateway
import leftovers
import lockers
import plants
import processes
from cluster import MEMBERS, Cluster
from history import History
from journal import Journal
from nemesis import Nemesis
from proxy import Proxy

ETCDPATS, ETCDCTLS = 16, 3
MODES = {
    "exclusive": 9,
    "several-exclusive": 2,
    "shared": 5,
    "permit": 4,
    "several-shared": 1,
    "several-permit": 1,
}


class World:
    """The cluster, the weather, the lockers, the nemesis, and the record of it all."""

    def __init__(self, options, directory):
        self.directory, self.seed, self.plant = directory, options.seed, options.plant
        self.options = options
        self.runs, self.findings = {}, []
        self.ending, self.compacted, self.etcdctls_processes = False, 0, 0
        self.proxy, self.began = Proxy(MEMBERS), boot.now()
        self.log_path = os.path.join(directory, "log")
        os.mkdir(os.path.join(directory, "lockers"))
        open(self.log_path, "wb").close()
        self.notes = open(os.path.join(directory, "nemesis"), "w", encoding="utf-8")  # noqa: SIM115
        token = secrets.token_hex(8)
        self.mark = f"TORTURE_RUN={token}"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": directory,
            "ETCDCTL_API": "3",
            "TORTURE_RUN": token,
            "TORTURE_LOG": self.log_path,
        }

    def note(self, text):
        print(f"{boot.seconds(boot.now() - self.began):9.3f} {text}", file=self.notes, flush=True)

    def endpoints(self, rng):
        ports = rng.sample(self.proxy.ports, MEMBERS)
        return ",".join(f"127.0.0.1:{port}" for port in ports)

    def after(self, seconds, what, *arguments):
        asyncio.get_running_loop().call_later(seconds, what, *arguments)

    async def run(self, seconds):
        await self.proxy.listen()
        self.environment["TORTURE_PORTS"] = ",".join(map(str, self.proxy.ports))
        self.cluster = Cluster(self.directory, self.options.etcd, self.environment, self.proxy.ports)
        for link, port in zip(self.proxy.links, self.cluster.ports, strict=True):
            link.target = port
        await self.cluster.heal()
        for name in lockers.NAMES:
            value = f"{0:020} nobody 0"
            body = {"key": gateway.encoded(f"/guarded{name}"), "value": gateway.encoded(value)}
            await gateway.anyone(self.cluster.ports, "/v3/kv/put", body, 5.0)
        self.history = History(self.cluster)
        self.history.record()
        self.journal = Journal(self.log_path, self.runs)
        self.nemesis = Nemesis(self)
        self.lockers = self.crew()
        await self.torture(seconds)

    def crew(self):
        binaries = self.options.etcd
        ctl = os.path.join(binaries, "etcdctl") if binaries else "etcdctl"
        modes = MODES
        program = lockers.etcdpat(self.options.etcdpat)
        if self.plant in ("etcdctl", "no-queue"):
            modes = {"exclusive": 1}
            program = lockers.etcdctl(ctl) if self.plant == "etcdctl" else plants.no_queue(ctl)
        crew = [lockers.Locker(self, f"p{i}", lockers.ETCDPAT, program, modes) for i in range(ETCDPATS)]
        return crew + [
            lockers.Locker(self, f"c{i}", lockers.ETCDCTL, lockers.etcdctl(ctl), {"exclusive": 1})
            for i in range(ETCDCTLS)
        ]

    async def torture(self, seconds):
        background = [asyncio.create_task(task) for task in (self.journal.follow(), self.progress(), self.reap())]
        loops = [asyncio.create_task(locker.loop()) for locker in self.lockers]
        lanes = self.nemesis.tasks()
        over = asyncio.create_task(asyncio.sleep(seconds))
        try:
            # Only the time is to end by itself now: whatever else does has failed.
            done, _ = await asyncio.wait([over, *loops, *lanes, *background], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
            self.ending = True
            await asyncio.gather(*lanes)
            self.proxy.heal()
            await self.cluster.heal()
            await asyncio.sleep(1.0)
            self.findings += await leftovers.end_lockers(self, loops)
            self.etcdctls_processes, found = leftovers.in_processes(self)
            self.findings += found
            if not self.plant:
                self.findings += await leftovers.in_etcd(self)
            if not await self.history.catch_up() or any(task.done() for task in self.history.tasks):
                raise RuntimeError("the record of etcd's history is not whole")
            self.journal.read()
        finally:
            await self.end([over, *background, *lanes, *self.history.tasks], loops)

    async def end(self, tasks, loops):
        """On every path: all processes killed, then what waits for them is over, then the proxy is closed."""
        self.ending = True
        for task in tasks:
            task.cancel()
        for _ in range(100):
            processes.kill_all(self.mark)
            if not (await asyncio.wait(loops, timeout=0.05))[1]:
                break
        self.proxy.close()
        await asyncio.sleep(0.05)

    async def progress(self):
        while True:
            await asyncio.sleep(5)
            faults = sum(self.nemesis.done.values())
            sections, running = len(self.journal.sections), len(self.journal.running)
            elapsed = boot.seconds(boot.now() - self.began)
            print(f"torture: {elapsed:.0f}s: {sections} sections, {running} running, {faults} faults", file=sys.stderr)

    async def reap(self):
        """Orphans come to us. Children of ours are waited for elsewhere, well within a second."""
        seen = set()
        while True:
            await asyncio.sleep(1)
            ours = {locker.current[0].pid for locker in self.lockers if locker.current}
            ours |= {member.process.pid for member in self.cluster.members if member.process}
            ended = processes.zombies() - ours
            for pid in ended & seen:
                os.waitpid(pid, 0)
            seen = ended - seen
