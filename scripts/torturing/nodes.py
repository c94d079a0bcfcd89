"""Nodes of `etcdpat ha`: processes that stay, and run one section after another, or one for each of their shards.

A node is one locker, which has the same id in all its runs: it joins again when it was killed, or was told to leave.
"""

import shlex
import signal

import boot
import lockers
import processes

ELECTIONS = {"/t/v": 3, "/t/w": 2}  # of active-passive, and how many nodes stand there
GROUP, SHARDS, INSTANCES = "/t/z", 7, 3
NAMES = [*ELECTIONS, *(f"{GROUP}/{shard}" for shard in range(SHARDS))]
LIVES = 8  # a section takes one of so many, by its process number


class NodeRun(lockers.Process):
    """One run of a node, from joining to its end."""

    is_node = True

    def __init__(self, sid, node, rng):
        super().__init__(sid, node, rng)
        self.name, self.node_id = node.queue, node.name
        self.pause = rng.uniform(0, 1.5)
        self.second = rng.uniform(0, 5)  # after which it is told to leave once more
        self.shards = node.queue == GROUP
        self.weight, self.rejoin = rng.choice([1, 1, 2]), rng.choice(["0s", "0s", "0s", "1s"])
        self.stands_by, self.checked = rng.random() < 0.9, rng.random() < 0.3
        self.unfit = rng.randrange(3)
        self.lives = [life(rng) for _ in range(LIVES)]
        self.standby_lives = [life(rng) for _ in range(LIVES)]

    def command(self, role, lives):
        return lockers.section(self.sid, role, "exclusive", 0, "-", *lives)

    def flags(self):
        flags = [self.name, "--node-id", self.node_id, "--ttl", str(self.ttl)]
        flags += ["--output", "json"] if self.told_in_json else []
        if self.shards:
            numbers = ["--shards", str(SHARDS), "--weight", str(self.weight), "--rejoin", self.rejoin]
            return ["sharded", *flags, *numbers, "--", *self.command("shard", self.lives)]
        primary = f"exec {shlex.join(self.command('primary', self.lives))}"
        secondary = f"exec {shlex.join(self.command('secondary', self.standby_lives))}"
        if self.locker.world.plant == "both-roles":
            primary = f"{secondary.removeprefix('exec ')} & {primary}"
        flags += ["--primary", primary, *(["--secondary", secondary] if self.stands_by else [])]
        # For 7 s of 21 it is not fit to lead.
        check = f"[ $(($(date +%s) / 7 % 3)) != {self.unfit} ]"
        how = ["--health-interval", "500ms", "--fall", "1", "--start-period", "1s"]
        return ["active-passive", *flags, *(["--health", check, *how] if self.checked else [])]


def life(rng):
    """A section runs mostly until it is ended. One that ends by itself is started again, or its node gives it up."""
    span = rng.choices([(20_000, 60_000), (3000, 9000), (50, 1500)], weights=[65, 20, 15])[0]
    return lockers.life(rng.randint(*span), lockers.tree(rng), rng.choices([7, 0], weights=[9, 1])[0])


class Node(lockers.Locker):
    """The loop of one node, in the election or the group of this name."""

    def __init__(self, world, name, queue, program):
        super().__init__(world, name, lockers.ETCDPAT, program, {})
        self.queue = queue

    def run(self, sid):
        return NodeRun(sid, self, self.rng)

    def began(self, run):
        """Whoever was told to leave once is told again, so that a section that ignores it does not hold it up."""

        def look():
            if run.exited is not None:
                return
            if run.terminated is None or boot.now() < run.terminated + run.second * boot.SECOND:
                self.world.after(0.2, look)
                return
            processes.signal_if(run.pid, run.sid, signal.SIGTERM)

        look()


def etcdpat(binary):
    def program(run, endpoints):
        return [binary, "-v", "ha", *run.flags()], {"ETCDPAT_ENDPOINTS": endpoints}

    return program


def crew(world, program):
    """All nodes."""
    nodes = [
        Node(world, f"n{number}", name, program)
        for number, name in enumerate(name for name, count in ELECTIONS.items() for _ in range(count))
    ]
    return nodes + [Node(world, f"s{number}", GROUP, program) for number in range(INSTANCES)]
