"""Standard error of a locker as a pipe whose reader can stop: the pipe is filled up and left alone for a while."""

import asyncio
import contextlib
import fcntl
import os


class Pipe:
    """One run's standard error. What is read of it goes to a file."""

    def __init__(self, into):
        self.into, self.closed = into, False
        self.reader, self.writer = os.pipe()
        fcntl.fcntl(self.reader, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(self.reader, False)
        self.resume()

    def resume(self):
        """Read again, unless the run has ended meanwhile."""
        if self.closed:
            return
        asyncio.get_running_loop().add_reader(self.reader, self.read)

    def read(self):
        with contextlib.suppress(BlockingIOError):
            self.into.write(os.read(self.reader, 1 << 16).replace(b"~", b""))
            self.into.flush()

    def stall(self):
        """Nobody reads now, and not one byte more goes in."""
        if self.closed:
            return
        asyncio.get_running_loop().remove_reader(self.reader)
        # Opened again: whether it blocks is a matter of the open file, and etcdpat has the other one.
        filler = os.open(f"/proc/self/fd/{self.writer}", os.O_WRONLY | os.O_NONBLOCK)
        try:
            for size in (4096, 1):
                with contextlib.suppress(BlockingIOError):
                    while True:
                        os.write(filler, b"~" * size)
        finally:
            os.close(filler)

    def close(self):
        self.closed = True
        asyncio.get_running_loop().remove_reader(self.reader)
        os.close(self.writer)
        with contextlib.suppress(OSError):
            while data := os.read(self.reader, 1 << 16):
                self.into.write(data.replace(b"~", b""))
        os.close(self.reader)
