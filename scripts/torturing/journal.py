"""What the sections say, read from their log while they run."""

import asyncio

import boot

SILENT = 2 * boot.SECOND  # after which a node's section is not running any more, as far as faults need to know


class Section:
    """One critical section, from its first line on. From `begin` to `last` at least, a process of it was running."""

    def __init__(self, sid, run, begin, said):
        self.sid, self.run, self.begin, self.last = sid, run, begin, begin
        pid, self.key, fence, self.mode, self.role, names, milliseconds, tree = said
        self.pid, self.fence, self.milliseconds = int(pid), int(fence), int(milliseconds)
        self.names = [] if names == "-" else names.split(",")  # none where it is a secondary
        self.tree = [] if tree == "-" else tree.split(",")
        self.traits = [habit.partition(":")[0] for habit in self.tree]
        self.lease = self.key.rsplit("/", 1)[-1]
        self.others = set()  # numbers of other processes of its tree that were seen
        self.ended = None
        self.writes = {}  # number -> (when, how it went)
        # What the nemesis did to it, as far as the checker has to know.
        self.lost_by_force = None  # from when on somebody may have taken its key or lease away
        self.unguarded = None  # (from, to): keeper and guardian both stopped
        self.killed = None  # when its keeper or guardian had been killed
        self.tortured = False  # a fault is at work on it

    def lives(self, history):
        """Its keys in etcd, one per name."""
        return [history.life(f"{name}/{self.lease}", self.fence) for name in self.names]


class Journal:
    """All sections, by id."""

    def __init__(self, path, runs):
        self.path, self.runs = path, runs
        self.sections = {}
        self.running = {}
        self.rest = b""
        self.file = open(path, "rb")  # noqa: SIM115

    async def follow(self):
        while True:
            self.read()
            await asyncio.sleep(0.02)

    def read(self):
        *lines, self.rest = (self.rest + self.file.read()).split(b"\n")
        for line in lines:
            self.take(line.decode())
        # A node goes on when one of its sections was killed, which says nothing of its end.
        silent = boot.now() - SILENT
        for section in [section for section in self.running.values() if section.run.is_node and section.last < silent]:
            del self.running[section.sid]

    def take(self, line):
        word, sid, when, *rest = line.split(" ")
        when = int(when)
        if word == "begin":
            section = Section(sid, self.runs[sid.split("/")[0]], when, rest)
            self.sections[sid] = self.running[sid] = section
            return
        section = self.sections[sid]
        section.last = max(section.last, when)
        if word == "alive":
            section.others.add(int(rest[0]))
        elif word == "write":
            section.writes[int(rest[0])] = (when, rest[1])
        elif word == "end":
            section.ended = when
            self.running.pop(sid, None)

    def of(self, run):
        """Those that run there now."""
        return [section for section in self.running.values() if section.run is run]

    def over(self, run):
        """The locker of these sections has ended."""
        for section in self.of(run):
            del self.running[section.sid]

    def lines(self, sids):
        """The log's lines about these sections, but for signs of life."""
        with open(self.path, encoding="ascii") as log:
            return [line.rstrip() for line in log if not line.startswith("alive") and line.split(" ")[1] in sids]

    def signs(self, sid):
        with open(self.path, encoding="ascii") as log:
            return [line.rstrip() for line in log if line.startswith("alive") and line.split(" ")[1] == sid]


def describe(section, since):
    """One line on a section, for people: when it began and was last seen alive, in seconds of the run."""
    run = section.run
    spans = f"{boot.seconds(section.begin - since):.3f}s..{boot.seconds(section.last - since):.3f}s"
    habits = " ".join([*section.tree, run.start and f"({run.start})"]).strip()
    what = f"{section.sid} {section.role} {section.mode} {','.join(section.names)}"
    return f"{what} ttl {run.ttl} fence {section.fence} {spans} {habits}".rstrip()
