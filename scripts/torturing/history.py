"""etcd's own history from revision 1 on, recorded past the proxy by one watch at each member.

What must stay true: nothing is missed. Each watch goes on without a gap from where it began, and begins right behind
what is recorded already; only what is recorded is ever compacted. So the union has no gap, whichever members are away.
"""

import asyncio
import json

import boot
import gateway

EVERYTHING = {"key": gateway.encoded("\0"), "range_end": gateway.encoded("\0")}
LOCKS, GUARDED = "/t/", "/guarded"


class Life:
    """One key of a queue: created once, deleted once; overwritten is when another lease was first put in place of
    its own, or none. Times are those of the recorder, never before the event."""

    def __init__(self, key, created, value):
        self.key, self.created = key, created
        self.name, self.lease = key.rsplit("/", 1)
        self.deleted = self.deleted_seen = self.overwritten = self.overwritten_seen = None
        self.values = [(created, value)]

    @property
    def lost_seen(self):
        """When it was first seen that its holder has it no more."""
        return min((seen for seen in (self.deleted_seen, self.overwritten_seen) if seen), default=None)


class History:
    """What has happened in etcd."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.newest = 0
        self.lives = {}  # (key, create revision) -> life
        self.latest = {}  # key -> its latest life
        self.watched = {}  # revision -> the guarded keys that were put
        self.writes = []  # (revision, name, fence, section, number), of all guarded writes that were applied
        self.tasks = []

    def record(self):
        self.tasks = [asyncio.create_task(self.watch(member)) for member in self.cluster.members]

    async def watch(self, member):
        while True:
            request = {**EVERYTHING, "start_revision": str(self.newest + 1)}
            try:
                reader, writer = await gateway.connected(member.client, "/v3/watch", {"create_request": request})
                try:
                    await self.read(reader)
                finally:
                    writer.close()
            except (OSError, ValueError):
                pass
            await asyncio.sleep(0.1)

    async def read(self, reader):
        """Until the stream ends or the server cancels it."""
        while line := await reader.readline():
            if not line.startswith(b"{"):
                continue  # the head of the answer
            seen = boot.now()
            result = json.loads(line).get("result", {})
            if result.get("canceled"):
                return
            known = self.newest
            for event in result.get("events", []):
                revision = int(event["kv"]["mod_revision"])
                if revision > known:  # all events of one revision come in one answer
                    self.apply(event, revision, seen)
                    self.newest = max(self.newest, revision)

    def apply(self, event, revision, seen):
        key = gateway.decoded(event["kv"]["key"])
        if key.startswith(GUARDED):
            fence, section, number = gateway.decoded(event["kv"]["value"]).split()
            self.writes.append((revision, key.removeprefix(GUARDED), int(fence), section, int(number)))
            self.watched.setdefault(revision, set()).add(key)
        elif not key.startswith(LOCKS):
            return
        elif event.get("type") == "DELETE":
            life = self.latest[key]
            life.deleted, life.deleted_seen = revision, seen
        else:
            self.put(key, revision, seen, event["kv"])

    def put(self, key, revision, seen, pair):
        value = gateway.decoded(pair.get("value", ""))
        if int(pair["create_revision"]) == revision:
            self.latest[key] = Life(key, revision, value)
            self.lives[key, revision] = self.latest[key]
            return
        life = self.latest[key]
        life.values.append((revision, value))
        if format(int(pair.get("lease", "0")), "x") != life.lease.lstrip("0") and not life.overwritten:
            life.overwritten, life.overwritten_seen = revision, seen

    def life(self, key, fence):
        """The life of a key that began at this revision, else its latest, or None."""
        return self.lives.get((key, fence)) or self.latest.get(key)

    async def catch_up(self):
        """Until all that had happened when this was called is recorded. True if it is."""
        answer = await gateway.anyone(self.cluster.ports, "/v3/kv/range", {"key": gateway.encoded("/none")}, 5.0)
        head = int(answer["header"]["revision"])
        for _ in range(200):
            if self.newest >= head:
                return True
            await asyncio.sleep(0.05)
        return False

    def close(self):
        for task in self.tasks:
            task.cancel()
