"""A critical section: the command that a locker runs. Started by etcdpat or etcdctl with an isolated, bare Python.

It says in the log, one O_APPEND write per line, with the boot-time clock: that it begins, every 10 ms that it is alive
(so a killed section's end is known to 10 ms), how its guarded writes went, and that it ends. What must stay true: a
line claims no more than what was so when its clock was read, so that an overlap seen in the log was one.

The secondary of an active-passive node is one, too, only that it holds nothing and writes nothing.
"""

import binascii
import os
import select
import signal
import socket
import sys
import time

TICK = 0.01
WRITE_EVERY = 300_000_000
ANSWER_WITHIN = 400_000_000
SLOW_TICK = 0.05  # of the many processes of a nest, but for the innermost
LINGER = 20_000_000_000  # how long what was left running would live, if nobody ended it

sid, role, mode, permits, names, *lives = sys.argv[1:]
if names == "-":  # a node of `ha`, whose run has many sections
    sid = f"{sid}/{os.environ.get('ETCDPAT_SHARD', role)}/{os.getpid()}"
    names = "-" if role == "secondary" else os.environ["ETCDPAT_LOCK"]
milliseconds, habits, code = lives[os.getpid() % len(lives)].split("/")
names, traits = names.split(","), habits.split(",")
key = "-" if role == "secondary" else os.environ.get("ETCDPAT_KEY") or os.environ["ETCD_LOCK_KEY"]
fence = int(os.environ.get("ETCDPAT_FENCE", "0"))  # etcdctl doesn't know it
lease = key.rsplit("/", 1)[-1]
over = os.environ["TORTURE_LOG"] + ".over"  # it is there when the torture run ends
ports = [int(port) for port in os.environ["TORTURE_PORTS"].split(",")]
log = os.open(os.environ["TORTURE_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)


def now():
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def say(word, *rest):
    os.write(log, " ".join([word, sid, str(now()), *map(str, rest)]).encode() + b"\n")


def text(value):
    return '"' + binascii.b2a_base64(value.encode(), newline=False).decode() + '"'


def transaction(number):
    """Put my mark on each name if I hold its key still, and nobody with a newer fence was there before."""
    compares, puts = [], []
    for name in names:
        mine, guarded = text(f"{name}/{lease}"), text(f"/guarded{name}")
        if fence:
            compares.append(f'{{"target":"CREATE","key":{mine},"result":"EQUAL","create_revision":"{fence}"}}')
            compares.append(f'{{"target":"LEASE","key":{mine},"result":"EQUAL","lease":"{int(lease, 16)}"}}')
        else:
            compares.append(f'{{"target":"CREATE","key":{mine},"result":"GREATER","create_revision":"0"}}')
        if fence and mode == "exclusive":
            bound = text(f"{fence:020}~")
            compares.append(f'{{"target":"VALUE","key":{guarded},"result":"LESS","value":{bound}}}')
        mark = text(f"{fence:020} {sid} {number}")
        puts.append(f'{{"request_put":{{"key":{guarded},"value":{mark}}}}}')
    return f'{{"compare":[{",".join(compares)}],"success":[{",".join(puts)}]}}'


def guarded_write(number):
    """One try at one member. Yields the socket that it waits for, until it has said how it went."""
    body = transaction(number)
    request = f"POST /v3/kv/txn HTTP/1.0\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
    answer, until = b"", now() + ANSWER_WITHIN
    with socket.socket() as connection:
        connection.setblocking(False)
        connection.connect_ex(("127.0.0.1", ports[(os.getpid() + number) % len(ports)]))
        while now() < until:
            try:
                if request:
                    connection.send(request)
                    request = b""
                piece = connection.recv(65536)
                if not piece:
                    break
                answer += piece
            except BlockingIOError:
                yield connection
            except OSError:
                break
    status, _, result = answer.partition(b"\r\n")
    known = b" 200 " in status and result.endswith(b"}")
    say("write", number, ("applied" if b'"succeeded":true' in result else "refused") if known else "unknown")


def be_alive(until, step=None, tick=TICK):
    """Says so every tick. With a step, also goes on with the guarded writes."""
    beat = 0
    while (time_now := now()) < until:
        if time_now >= beat:
            say("alive", os.getpid())
            beat = time_now + int(tick * 1e9)
        waiting = step() if step else None
        select.select([waiting] if waiting else [], [], [], tick)


def stay(tick=TICK):
    """Lives on until somebody ends it."""
    be_alive(now() + LINGER, tick=tick)
    os._exit(0)


def leave_running(escape, name=None):
    """A process that outlives the section unless it is stopped; with escape, in a session of its own and orphaned."""
    if os.fork():
        return
    if escape:
        os.setsid()
        if os.fork():
            os._exit(0)
    if name is not None:
        with open("/proc/self/comm", "wb", buffering=0) as comm:
            comm.write(name or b"\0")
    stay()


def nest(levels):
    """So many processes, each below the one before, and each in a session of its own."""
    if os.fork():
        return
    os.setsid()
    if levels > 1:
        nest(levels - 1)
    stay(SLOW_TICK if levels > 1 else TICK)


def move(milliseconds):
    """A process that forks the next one, in a new session, and exits, again and again."""
    if os.fork():
        return
    until = now() + LINGER
    while True:
        os.setsid()
        say("alive", os.getpid())
        time.sleep(milliseconds / 1000)
        if now() > until or os.path.exists(over) or os.fork():
            os._exit(0)


class Writes:
    """Guarded writes one after another, one at a time."""

    def __init__(self):
        self.number, self.current, self.due = 0, None, 0

    def step(self):
        if self.current is None and now() >= self.due:
            self.number += 1
            self.current = guarded_write(self.number)
        if self.current is None:
            return None
        try:
            return next(self.current)
        except StopIteration:
            self.current, self.due = None, now() + WRITE_EVERY
            return None


say("begin", os.getpid(), key, fence, mode, role, ",".join(names), milliseconds, habits)
if "stubborn" in traits:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
for trait in traits:
    kind, _, detail = trait.partition(":")
    if kind in ("grandchild", "daemon"):
        leave_running(kind == "daemon")
    elif kind == "named":
        leave_running(True, bytes.fromhex(detail))
    elif kind == "nested":
        nest(int(detail))
    elif kind == "moving":
        move(int(detail))
if role == "secondary":  # it holds nothing
    be_alive(now() + int(milliseconds) * 1_000_000)
    say("end")
    os._exit(int(code))
writes = Writes()
be_alive(now() + int(milliseconds) * 1_000_000, writes.step)
writes.due = 0  # the last write is at the very end
if writes.current is None:
    writes.step()
while writes.current is not None:
    be_alive(now() + 1_000_000, writes.step)
say("end")
os._exit(int(code))
