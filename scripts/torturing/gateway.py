"""etcd's JSON gateway, spoken over plain HTTP/1.0: one request per connection, bounded in time."""

import asyncio
import base64
import json


class Unreachable(Exception):
    """No answer, or one that says that the member could not do it now. What was asked may have happened or not."""


def encoded(value):
    return base64.b64encode(value.encode()).decode()


def decoded(value):
    return base64.b64decode(value).decode(errors="replace")


async def connected(port, path, body, method="POST"):
    """A connection on which this was asked."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 26)
    payload = json.dumps(body)
    writer.write(f"{method} {path} HTTP/1.0\r\nContent-Length: {len(payload)}\r\n\r\n{payload}".encode())
    return reader, writer


async def call(port, path, body, timeout=2.0, method="POST"):
    """The answer as a dict."""
    writer = None
    try:
        async with asyncio.timeout(timeout):
            reader, writer = await connected(port, path, body, method)
            answer = await reader.read()
        head, _, payload = answer.partition(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n")[0]:
            raise Unreachable(payload.decode(errors="replace").strip() or "no answer")
        return json.loads(payload)
    except (OSError, TimeoutError, ValueError) as error:
        raise Unreachable(repr(error)) from error
    finally:
        if writer:
            writer.close()


async def anyone(ports, path, body, timeout=1.0):
    """The first answer that one of the members gives."""
    refused = Unreachable("no members")
    for port in ports:
        try:
            return await call(port, path, body, timeout)
        except Unreachable as error:
            refused = error
    raise refused
