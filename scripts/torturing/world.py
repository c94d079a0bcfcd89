"""One torture run: everything that is started for it, and that is ended with it."""

import asyncio
import collections
import os
import secrets
import sys

import boot
import faults_host
import faults_keys
import faults_process
import gateway
import leftovers
import lockers
import nodes
import plants
import processes
from cluster import MEMBERS, Cluster
from disks import Disks
from history import History
from journal import Journal
from nemesis import Nemesis
from proxy import Proxy
from restore import Restores
from watcher import Watcher

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
        self.nodes_names = nodes.NAMES
        self.ending = self.over = False  # over: even the members are killed
        self.compacted, self.etcdctls_processes = 0, 0
        self.skipped = {}  # kinds of faults that can't be done here, and why
        self.foreign, self.gone_by_themselves = [], 0  # keys that stood in a queue and belonged to nobody
        self.stalls = collections.Counter()
        self.asked = collections.Counter()  # leaders that were asked to leave
        self.proxy, self.began = Proxy(MEMBERS), boot.now()
        self.log_path, self.disks = os.path.join(directory, "log"), None
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

    async def survey(self):
        """What this machine can't do is said at the end, and not left out in silence."""
        self.disks = Disks(self.directory)
        await self.disks.open([f"m{index}" for index in range(MEMBERS)])
        if not self.disks.ways:
            self.skipped["disk stall"] = "; ".join(self.disks.why_not)
        if reason := faults_host.why_not():
            self.skipped["busy host"] = reason
        words = ["env", "--block-signal=TERM", "true"]
        env = await asyncio.create_subprocess_exec(*words, stderr=asyncio.subprocess.DEVNULL)
        if await env.wait():
            lockers.STARTS = dict.fromkeys(lockers.STARTS, [])
            for kind in faults_process.BLOCKED | faults_process.IGNORED:
                self.skipped[kind] = "env has no --block-signal: coreutils before 8.31"

    async def run(self, seconds):
        try:
            await self.whole(seconds)
        finally:
            if self.disks:
                processes.end_all(self.mark)  # members have their data there
                await asyncio.shield(self.disks.close())

    async def whole(self, seconds):
        await self.proxy.listen()
        self.environment["TORTURE_PORTS"] = ",".join(map(str, self.proxy.ports))
        await self.survey()
        self.cluster = Cluster(self.directory, self.options.etcd, self.environment, self.proxy.ports, self.disks)
        for link, port in zip(self.proxy.links, self.cluster.ports, strict=True):
            link.target = port
        await self.cluster.heal()
        for name in [*lockers.NAMES, *nodes.NAMES]:
            value = f"{0:020} nobody 0"
            body = {"key": gateway.encoded(f"/guarded{name}"), "value": gateway.encoded(value)}
            await gateway.anyone(self.cluster.ports, "/v3/kv/put", body, 5.0)
        await faults_keys.grant(self.cluster)
        self.history = History(self.cluster)
        self.history.record()
        self.watcher = Watcher(self)
        await self.watcher.start()
        self.restores = Restores(self)
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
        ha = plants.no_owner(ctl) if self.plant == "no-owner" else nodes.etcdpat(self.options.etcdpat)
        crew += nodes.crew(self, ha) if self.plant not in ("etcdctl", "no-queue") else []
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
            await faults_keys.revoke(self.cluster)
            if not self.plant:
                self.findings += await leftovers.in_etcd(self)
            if not await self.history.catch_up() or any(task.done() for task in self.history.tasks):
                raise RuntimeError("the record of etcd's history is not whole")
            self.journal.read()
            self.history.close()
            if not self.plant:
                self.findings += await self.watcher.compare(self.history)
                await self.restores.run(seconds)
        finally:
            await self.end([over, *background, *lanes, *self.history.tasks], loops)

    async def end(self, tasks, loops):
        """On every path: all processes killed, then what waits for them is over, then the proxy is closed."""
        self.ending = self.over = True
        open(self.log_path + ".over", "wb").close()
        for task in tasks:
            task.cancel()
        watching = asyncio.create_task(self.watcher.process.wait())
        for _ in range(100):
            processes.kill_all(self.mark)
            if not (await asyncio.wait([*loops, *tasks, watching], timeout=0.05))[1]:
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
            ours.add(self.watcher.process.pid)
            ours |= {member.process.pid for member in self.cluster.members if member.process}
            ended = processes.zombies() - ours
            for pid in ended & seen:
                os.waitpid(pid, 0)
            seen = ended - seen
