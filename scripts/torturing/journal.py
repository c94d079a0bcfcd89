"""What the sections say, read from their log while they run."""

import asyncio

import boot


class Section:
    """One critical section, from its first line on. From `begin` to `last` at least, a process of it was running."""

    def __init__(self, run, begin, pid, key, fence, line):
        self.run, self.begin, self.last = run, begin, begin
        self.pid, self.key, self.fence = pid, key, fence
        self.line = line
        self.others = set()  # numbers of other processes of its tree that were seen
        self.ended = None
        self.writes = {}  # number -> (when, how it went)
        # What the nemesis did to it, as far as the checker has to know.
        self.lost_by_force = None  # from when on somebody may have taken its key or lease away
        self.unguarded = None  # (from, to): keeper and guardian both stopped
        self.killed = None  # when its keeper or guardian had been killed
        self.tortured = False  # a fault is at work on it

    @property
    def sid(self):
        return self.run.sid

    def lives(self, history):
        """Its keys in etcd, one per name."""
        lease = self.key.rsplit("/", 1)[1]
        return [history.life(f"{name}/{lease}", self.fence) for name in self.run.names]


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

    def take(self, line):
        word, sid, when, *rest = line.split(" ")
        when = int(when)
        if word == "begin":
            section = Section(self.runs[sid], when, int(rest[0]), rest[1], int(rest[2]), line)
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

    def over(self, sid):
        """The locker of this section has ended."""
        self.running.pop(sid, None)

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
    habits = " ".join([*run.tree, run.start and f"({run.start})"]).strip()
    return f"{run.sid} {run.mode} {','.join(run.names)} ttl {run.ttl} fence {section.fence} {spans} {habits}".rstrip()
