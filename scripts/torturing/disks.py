"""Disks of members that can stall: what a member writes or syncs then waits, and all else of it goes on.

There are two ways. As root, each member's data is on a filesystem of its own, in a file, which `fsfreeze` stops. With
strace, without any privilege, the member's calls of fdatasync and fsync are held. What must stay true: no frozen
filesystem, mount or loop device is left behind. So a helper does all of it, and cleans up when its standard input
ends, which it does even when the torture run is killed.
"""

import asyncio
import contextlib
import os
import shutil
import subprocess

# Orders on standard input: what to do, and with which directory. `mount -o loop` frees the device with the mount.
HELPER = r"""
trap '' INT TERM HUP
while read -r order at; do
    case $order in
    make) truncate -s 2G "$at.img" && mkfs.ext4 -q -F -O ^has_journal "$at.img" && mkdir "$at" &&
        mount -o loop "$at.img" "$at" && made+=("$at") ;;
    freeze) fsfreeze -f "$at" ;;
    thaw) fsfreeze -u "$at" ;;
    esac >&2 </dev/null && echo ok || echo failed
done
for at in "${made[@]}"; do
    fsfreeze -u "$at" 2>/dev/null
    umount "$at" || umount -l "$at"
done
"""
HOLD = "fdatasync,fsync"
FREEZING, TRACING = "fsfreeze", "strace"


class Disks:
    """How disks can be stalled on this machine, and the helper that does it."""

    def __init__(self, directory):
        self.directory = directory
        self.helper, self.ways, self.why_not = None, [], []

    async def open(self, names):
        """Finds out what works here, by doing it."""
        if shutil.which("strace") and await self.can_trace():
            self.ways.append(TRACING)
        else:
            self.why_not.append("strace is not there or may not trace")
        needed = ["fsfreeze", "mkfs.ext4", "mount", "umount"]
        if os.geteuid() == 0 and all(map(shutil.which, needed)) and await self.can_freeze(names):
            self.ways.append(FREEZING)
        else:
            self.why_not.append("not root with loop devices and fsfreeze")

    async def can_trace(self):
        """A program of ours that we attach to, as we shall to a member."""
        target = subprocess.Popen(["sleep", "5"])
        try:
            tracer = await self.attach(target.pid)
            await asyncio.sleep(0.2)
            works = tracer.returncode is None
            await self.detach(tracer)
            return works
        finally:
            target.kill()
            target.wait()

    async def can_freeze(self, names):
        self.helper = await asyncio.create_subprocess_exec(
            "bash", "-c", HELPER, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        for name in names:
            for order in ("make", "freeze", "thaw"):
                if not await self.order(order, name):
                    await self.close()
                    return False
        return True

    def path(self, name):
        return os.path.join(self.directory, f"disk-{name}")

    def data(self, name):
        """Where this member's data is to be."""
        return self.path(name) if FREEZING in self.ways else self.directory

    async def order(self, what, name):
        self.helper.stdin.write(f"{what} {self.path(name)}\n".encode())
        return await self.helper.stdout.readline() == b"ok\n"

    @staticmethod
    async def attach(pid):
        return await asyncio.create_subprocess_exec(
            "strace", "-f", "-qq", "-p", str(pid), "-o", "/dev/null",
            "-e", f"trace={HOLD}", "-e", f"inject={HOLD}:delay_enter=60000000",
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    @staticmethod
    async def detach(tracer):
        """All threads of the member go on when strace has gone."""
        with contextlib.suppress(ProcessLookupError):
            tracer.terminate()
        await tracer.wait()

    @contextlib.asynccontextmanager
    async def stalled(self, way, member):
        """Stalled while the body runs, and not after it, on any path."""
        if way == TRACING:
            tracer = await self.attach(member.process.pid)
            try:
                yield
            finally:
                await asyncio.shield(self.detach(tracer))
            return
        try:
            if not await self.order("freeze", f"m{member.index}"):
                raise RuntimeError("the filesystem could not be frozen")
            yield
        finally:
            # As one step, so that an order and its answer stay together even when this is cancelled.
            await asyncio.shield(self.order("thaw", f"m{member.index}"))

    async def close(self):
        """All that was made is gone. Members must have ended."""
        if self.helper:
            self.helper.stdin.close()
            await self.helper.wait()
            self.helper = None
