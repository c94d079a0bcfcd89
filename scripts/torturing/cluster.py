"""Three members of a real etcd on free loopback ports. Clients are told of the proxy's ports, members of their own."""

import asyncio
import os
import signal
import socket
import subprocess

import gateway

MEMBERS = 3


def free_ports(count):
    """Ports that were free a moment ago."""
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def url(port):
    return f"http://127.0.0.1:{port}"


class Member:
    """One member: its ports, its data, and its process while it runs."""

    def __init__(self, index, client, peer, advertised):
        self.index, self.client, self.peer, self.advertised = index, client, peer, advertised
        self.process = None
        self.stopped = False

    def signal(self, number):
        self.process.send_signal(number)
        self.stopped = number == signal.SIGSTOP

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process, self.stopped = None, False

    async def healthy(self):
        """Whether it serves, with a leader."""
        try:
            status = await gateway.call(self.client, "/v3/maintenance/status", {}, 0.5)
            return bool(int(status.get("leader", "0")))
        except gateway.Unreachable:
            return False


class Cluster:
    """The members. Whatever a fault does to them, `heal` brings all three back."""

    def __init__(self, directory, binaries, environment, advertised, disks):
        self.directory, self.environment, self.disks = directory, environment, disks
        self.token = "torture"
        self.generation = 0  # of the data: how often it was restored
        self.etcd = os.path.join(binaries, "etcd") if binaries else "etcd"
        ports = free_ports(2 * MEMBERS)
        self.members = [Member(i, ports[2 * i], ports[2 * i + 1], advertised[i]) for i in range(MEMBERS)]

    @property
    def ports(self):
        """Where the members themselves listen, past the proxy."""
        return [member.client for member in self.members]

    def data(self, member):
        return os.path.join(self.disks.data(f"m{member.index}"), f"data-{member.index}-{self.generation}")

    @property
    def everyone(self):
        return ",".join(f"m{one.index}={url(one.peer)}" for one in self.members)

    def start(self, member):
        flags = {
            "name": f"m{member.index}",
            "data-dir": self.data(member),
            "listen-client-urls": url(member.client),
            "advertise-client-urls": url(member.advertised),
            "listen-peer-urls": url(member.peer),
            "initial-advertise-peer-urls": url(member.peer),
            "initial-cluster": self.everyone,
            "initial-cluster-token": self.token,
            "initial-cluster-state": "new",
            "heartbeat-interval": "50",
            "election-timeout": "500",
            "logger": "zap",
        }
        with open(os.path.join(self.directory, f"m{member.index}.log"), "ab") as log:
            member.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", self.etcd, *(f"--{name}={value}" for name, value in flags.items())],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us
            )

    async def heal(self):
        """All members run and serve."""
        for member in self.members:
            if member.process and member.process.poll() is not None:
                raise RuntimeError(f"member {member.index} ended by itself, code {member.process.returncode}")
            if member.process is None:
                self.start(member)
            elif member.stopped:
                member.signal(signal.SIGCONT)
        async with asyncio.timeout(60):
            while not all(await asyncio.gather(*(member.healthy() for member in self.members))):
                await asyncio.sleep(0.05)

    async def leader(self):
        """The member that leads, or None where nobody knows."""
        return (await self.leadership())[0]

    async def leadership(self):
        """The same, and its term."""
        for member in self.members:
            if member.stopped:
                continue
            try:
                status = await gateway.call(member.client, "/v3/maintenance/status", {}, 0.5)
            except gateway.Unreachable:
                continue
            if status.get("leader") == status["header"]["member_id"]:
                return member, int(status["raftTerm"])
        return None, None
