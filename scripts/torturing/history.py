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
    """One key of a queue: created once, deleted once. Times are those of the recorder, never before the event."""

    def __init__(self, key, created, value):
        self.key, self.created, self.value = key, created, value
        self.name, self.lease = key.rsplit("/", 1)
        self.deleted = self.deleted_seen = None


class History:
    """What has happened in etcd."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.newest = 0
        self.lives = {}
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
        elif not key.startswith(LOCKS):
            return
        elif event.get("type") == "DELETE":
            life = self.lives[key]
            life.deleted, life.deleted_seen = revision, seen
        elif key not in self.lives:
            self.lives[key] = Life(key, revision, gateway.decoded(event["kv"].get("value", "")))

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
