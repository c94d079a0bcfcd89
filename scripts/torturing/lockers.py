"""The lockers: each runs one section after another, every time with other names, modes, limits and habits."""

import asyncio
import os
import random
import signal
import sys

import boot
import processes
from pipes import Pipe

NAMES = [f"/t/{letter}" for letter in "abcdefghijklmn"]
PERMITS = 2
AMONG_NODES = 0.05  # who wants a lock that nodes of `ha` want, too
SECTION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "section.py")
ETCDPAT, ETCDCTL = "etcdpat", "etcdctl"
TRAITS = {"stubborn": 0.2, "grandchild": 0.15, "daemon": 0.15, "named": 0.1, "nested": 0.1, "moving": 0.05}
ETCDCTLS_TRAITS = {trait: TRAITS[trait] for trait in ("stubborn", "grandchild", "daemon")}  # it leaves all running
# What processes call themselves. The kernel keeps 15 bytes, and cuts a character in two.
UNUSUAL = [
    "архиватор".encode(),
    "αντίγραφο".encode(),
    "sauvegarde-été".encode()[:15],
    "dépôt".encode("latin-1"),
    b"\xff\xfe\xfd",
    b"a) S 1 1 1 (b",
    b"))) Z 0",
    b"two words",
    b"new\nline",
    b"(",
    b"",
]
# How the parent of etcdpat left signals, for env(1).
STARTS = {
    "": [],
    "CHLD blocked": ["--block-signal=CHLD"],
    "TERM blocked": ["--block-signal=TERM"],
    "INT blocked": ["--block-signal=INT"],
    "all blocked": ["--block-signal"],
    "INT, HUP ignored": ["--ignore-signal=INT", "--ignore-signal=HUP"],
}
STARTS_WEIGHTS = [50, 12, 15, 8, 15, 25]


def tree(rng, traits=TRAITS):
    """How a section behaves, and what it leaves running."""
    details = {
        "named": rng.choice(UNUSUAL).hex(),
        "nested": rng.randint(1, 20),
        "moving": rng.choice([5, 10, 20]),
    }
    chosen = [trait for trait, chance in traits.items() if rng.random() < chance]
    return [f"{trait}:{details[trait]}" if trait in details else trait for trait in chosen]


def life(milliseconds, habits, code):
    """One life of a section, as its command line has it."""
    return f"{milliseconds}/{','.join(habits) or '-'}/{code}"


def section(sid, role, mode, permits, names, *lives):
    """A section's command line. Without names its lock is what etcdpat says; of several lives it takes one."""
    return [sys.executable, "-I", "-S", SECTION, sid, role, mode, str(permits), names, *lives]


class Process:
    """One run of a program: how it was started, and how it went."""

    is_node = elects = False

    def __init__(self, sid, locker, rng):
        self.sid, self.locker = sid, locker
        self.ttl = rng.choice([2, 2, 2, 2, 3, 4])
        self.start = rng.choices(list(STARTS), weights=STARTS_WEIGHTS)[0]
        self.told_in_json = rng.random() < 0.5
        self.pid = self.started = self.exited = self.status = self.pipe = self.first = None
        self.killed_by_us = self.told_to_end = self.terminated = None
        self.node_id = None
        self.halted = False  # stopped while it waited, or a node that a fault is at work on


class Run(Process):
    """One run of a locker that runs one section."""

    def __init__(self, sid, locker, rng, modes):
        super().__init__(sid, locker, rng)
        self.kind = rng.choices(list(modes), weights=list(modes.values()))[0]
        self.mode = self.kind.removeprefix("several-")
        self.names = rng.sample(NAMES, 1 if self.kind == self.mode else 2)
        if len(self.names) == 1 and rng.random() < AMONG_NODES:
            self.names = [rng.choice(locker.world.nodes_names)]
        self.limit = rng.choices(["wait", "try", "timeout"], weights=[6, 2, 2])[0]
        self.timeout = rng.choice([50, 300, 1500])
        # A node of an election is one more exclusive contender.
        self.elects = self.kind == "exclusive" and locker.kind == ETCDPAT and rng.random() < 0.4
        self.node_id = sid if self.elects else None
        span = rng.choices([(2, 80), (80, 500), (1500 * self.ttl, 3000 * self.ttl)], weights=[65, 13, 22])[0]
        self.milliseconds = rng.randint(*span)
        self.tree = tree(rng, ETCDCTLS_TRAITS if locker.kind == ETCDCTL else TRAITS)
        self.code = rng.choice([0, 0, 0, 7])
        self.pause = rng.uniform(0, 0.2)

    def section(self):
        permits, role = PERMITS if self.mode == "permit" else 0, "elect" if self.elects else "lock"
        lived = life(self.milliseconds, self.tree, self.code)
        return section(self.sid, role, self.mode, permits, ",".join(self.names), lived)

    def flags(self):
        """etcdpat's, for what this run is."""
        flags = ["--ttl", str(self.ttl)]
        flags += ["--output", "json"] if self.told_in_json else []
        at_once = ["--timeout", "0"] if self.elects else ["--try"]
        flags += {"wait": [], "try": at_once, "timeout": ["--timeout", f"{self.timeout}ms"]}[self.limit]
        flags += ["--once", "--id", self.sid] if self.elects else []
        flags += {"exclusive": [], "shared": ["--shared"], "permit": ["--permits", str(PERMITS)]}[self.mode]
        return flags


class Locker:
    """One loop. `program` turns a run into a command line and environment.

    No process is signalled by its object: if it has just ended, that would read its exit code away.
    """

    def __init__(self, world, name, kind, program, modes):
        self.world, self.name, self.kind, self.program, self.modes = world, name, kind, program, modes
        self.rng = random.Random(f"{world.seed}/locker/{name}")
        self.current = None

    def run(self, sid):
        return Run(sid, self, self.rng, self.modes)

    def began(self, run):
        """A run's process is there."""
        if self.kind == ETCDCTL and not self.world.ending:  # it has no timeout of its own
            self.world.after(self.rng.uniform(5, 15), self.give_up, run)

    async def loop(self):
        number = 0
        while not self.world.ending:
            number += 1
            run = self.run(f"{self.name}.{number}")
            self.world.runs[run.sid] = run
            await self.one(run)
            await asyncio.sleep(0.5 if run.status == 125 else run.pause)

    async def one(self, run):
        endpoints = self.world.endpoints(self.rng)
        run.first = int(endpoints.split(",")[0].rsplit(":")[-1])
        argv, extra = self.program(run, endpoints)
        environment = {**self.world.environment, **extra, "TORTURE_SECTION": run.sid}
        run.started = boot.now()
        with open(os.path.join(self.world.directory, "lockers", self.name), "ab") as said:
            said.write(f"--- {run.started} {run.sid}: {' '.join(argv[:20])}\n".encode())
            said.flush()
            run.pipe = Pipe(said) if self.kind == ETCDPAT else None
            try:
                await self.through(run, argv, environment, said)
            finally:
                if run.pipe:
                    run.pipe.close()
            said.write(f"--- {boot.now()} {run.sid}: {run.status}\n".encode())
        run.exited = boot.now()
        self.current = None
        self.world.journal.over(run)

    async def through(self, run, argv, environment, said):
        stderr = run.pipe.writer if run.pipe else said
        as_left = ["env", *STARTS[run.start]] if run.start and self.kind == ETCDPAT else []
        process = await asyncio.create_subprocess_exec(
            "setpriv", "--pdeathsig", "KILL", *as_left, *argv,
            env=environment, stdin=asyncio.subprocess.DEVNULL, stdout=said, stderr=stderr, start_new_session=True,
        )  # fmt: skip
        run.pid, self.current = process.pid, (run, process)
        self.began(run)
        run.status = await process.wait()

    def give_up(self, run):
        """An etcdctl that still waits is sent away, so that its queue moves on."""
        if run.exited is None and run.sid not in self.world.journal.sections:
            processes.signal_if(run.pid, run.sid, signal.SIGTERM)

    def tell_to_end(self):
        if self.current:
            run = self.current[0]
            is_to = run.exited is None and run.told_to_end is None
            if is_to and processes.signal_if(run.pid, run.sid, signal.SIGTERM):
                run.told_to_end = boot.now()


def etcdpat(binary):
    def program(run, endpoints):
        pattern = "elect" if run.elects else "lock"
        argv = [binary, "-v", pattern, *run.flags(), *run.names, "--", *run.section()]
        return argv, {"ETCDPAT_ENDPOINTS": endpoints}

    return program


def etcdctl(binary):
    def program(run, endpoints):
        ttl = f"--ttl={run.ttl}"
        return [binary, "lock", ttl, run.names[0], "--", *run.section()], {"ETCDCTL_ENDPOINTS": endpoints}

    return program
