"""The weather between clients and members: one listening port per member, and for each what goes through.

Bytes are never reordered or dropped inside a connection that goes on: a black hole holds them, and when it ends either
delivers them late or resets the connection, as a real network does.
"""

import asyncio
import contextlib

TO_MEMBER, TO_CLIENT = "to member", "to client"
BOTH = (TO_MEMBER, TO_CLIENT)


class Link:
    """What lies between the clients and one member."""

    def __init__(self):
        self.port = self.target = self.server = None
        self.connections, self.serving = set(), set()
        self.latency = 0.0
        self.cut = False
        self.refuses = False  # a fault's of its own, so that no other's end takes it back
        self.open = {direction: asyncio.Event() for direction in BOTH}
        self.heal()

    def heal(self):
        self.latency, self.cut = 0.0, False
        for event in self.open.values():
            event.set()

    def hold(self, directions):
        for direction in directions:
            self.open[direction].clear()

    def refuse(self):
        self.refuses = True
        self.reset()

    def reset(self):
        for transport in list(self.connections):
            transport.abort()

    async def listen(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        task = asyncio.current_task()
        self.serving.add(task)  # asyncio itself keeps no reference
        task.add_done_callback(self.serving.discard)
        transports = [writer.transport]
        self.connections.add(writer.transport)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            try:
                if self.cut or self.refuses:
                    return
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
                transports.append(far_writer.transport)
                self.connections.add(far_writer.transport)
                await asyncio.gather(
                    self.pump(reader, far_writer, TO_MEMBER), self.pump(far_reader, writer, TO_CLIENT)
                )
            finally:
                for transport in transports:
                    transport.abort()
                    self.connections.discard(transport)

    async def pump(self, reader, writer, direction):
        while data := await reader.read(1 << 16):
            if self.latency:
                await asyncio.sleep(self.latency)
            await self.open[direction].wait()
            writer.write(data)
            await writer.drain()
        await self.open[direction].wait()
        writer.write_eof()


class Proxy:
    """All links."""

    def __init__(self, count):
        self.links = [Link() for _ in range(count)]

    async def listen(self):
        for link in self.links:
            await link.listen()

    @property
    def ports(self):
        return [link.port for link in self.links]

    def heal(self):
        for link in self.links:
            link.heal()

    def close(self):
        for link in self.links:
            link.server.close()
            link.reset()
