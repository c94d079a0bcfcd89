"""An `etcdpat watch` that runs from the beginning to the end; what it shows is compared with etcd's history."""

import asyncio
import json
import os

import boot

WITHIN = 15.0


class Watcher:
    """The process, and its record."""

    def __init__(self, world):
        self.world = world
        self.path = os.path.join(world.directory, "watched")
        self.process = None
        self.seen, self.rest = [], b""

    async def start(self):
        """From revision 1, so that it sees the whole of it."""
        argv = [self.world.options.etcdpat, "-o", "json", "watch", "--prefix", "/guarded", "--rev", "1"]
        endpoints = ",".join(f"127.0.0.1:{port}" for port in self.world.proxy.ports)
        with open(self.path, "wb") as shown, open(self.path + ".errors", "wb") as errors:
            self.process = await asyncio.create_subprocess_exec(
                "setpriv", "--pdeathsig", "KILL", *argv,
                env={**self.world.environment, "ETCDPAT_ENDPOINTS": endpoints},
                stdin=asyncio.subprocess.DEVNULL, stdout=shown, stderr=errors, start_new_session=True,
            )  # fmt: skip
        self.file = open(self.path, "rb")  # noqa: SIM115

    def read(self):
        """What it has shown since the last look, too."""
        *lines, self.rest = (self.rest + self.file.read()).split(b"\n")
        self.seen += [json.loads(line) for line in lines]
        return self.seen

    async def until(self, what, seconds=WITHIN):
        """Until that is true of what it has shown. Whether it became so."""
        end = boot.now() + seconds * boot.SECOND
        while boot.now() < end:
            if what(self.read()):
                return True
            if self.process.returncode is not None:
                return False
            await asyncio.sleep(0.05)
        return False

    async def compare(self, history):
        """No event was left out, shown twice or made up; what a resync skipped had been compacted."""
        newest = max(history.watched)
        up_to_date = await self.until(lambda seen: any(event.get("mod_revision", 0) >= newest for event in seen[-500:]))
        if not up_to_date:
            return [("watch", f"did not show revision {newest}, exit code {self.process.returncode}", [])]
        shown, skipped, findings, last, since = {}, set(), [], 0, 0
        for event in self.seen:
            if event["event"] == "watch.resync":
                skipped |= {revision for revision in history.watched if last < revision <= event["revision"]}
                since = event["revision"]
            elif event["event"] == "put" and not event.get("resync"):
                revision, key = event["mod_revision"], event["key"]
                if key in shown.get(revision, ()) or revision < last or revision <= since:
                    findings.append(("watch", f"{key} at revision {revision} was shown twice or late", []))
                shown.setdefault(revision, set()).add(key)
                last = revision
        for revision, keys in history.watched.items():
            if revision not in skipped and shown.get(revision) != keys:
                findings.append(("watch", f"revision {revision}: {keys} were put, {shown.get(revision)} shown", []))
        findings += [
            ("watch", f"revision {revision} was shown and never was", [])
            for revision in shown
            if revision not in history.watched
        ]
        return findings
