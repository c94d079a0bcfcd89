"""The measuring half of scripts/bench: expects an etcd in ETCDPAT_ENDPOINTS and ETCDCTL_ENDPOINTS."""

import argparse
import collections
import contextlib
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

WORKERS, SECTIONS, ROUNDS = 8, 20, 9
LATE = 0.025  # seconds between the beginnings of two sections
CHAIN = 20  # hand-overs measured with each crowd
CANDIDATES = 100  # of etcdctl in one election
HOLDS = 5  # how often memory is read
COUNTED = 20  # runs over which requests are counted
EXPECTED = {"LeaseGrant": 1, "Txn": 1, "LeaseRevoke": 1}
# One worker: so many sections, one after another. A failure ends it, and is seen in its exit code.
WORKER = 'n=$1; shift; while [ "$n" -gt 0 ]; do "$@" || exit 1; n=$((n - 1)); done'

options = argparse.ArgumentParser(prog="scripts/bench", description="etcdpat lock beside etcdctl lock")
options.add_argument("--pairs", type=int, default=100, metavar="N", help="uncontended runs of each (default: 100)")
options.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
options.add_argument("--etcdpat", default="target/release/etcdpat", help=argparse.SUPPRESS)
options.add_argument("--probe", default="target/release/examples/probe", help=argparse.SUPPRESS)
options.add_argument("--crowds", default="0,1,10,100,1000", metavar="N,...", help="waiters behind a hand-over")
args = options.parse_args()
if args.pairs < 1:
    options.error("--pairs must be at least 1")

ENV = {**os.environ, "ETCDCTL_API": "3"}  # etcdctl before 3.4 needs to be told
LOG = tempfile.TemporaryFile()
ETCDCTL = shutil.which("etcdctl") or sys.exit("bench: no etcdctl on the PATH")


def etcdpat(name, *command):
    return [args.etcdpat, "lock", f"bench/{name}", "--", *command]


def elect(name, *command):
    return [args.etcdpat, "elect", f"bench/{name}", "--", *command]


def etcdctl(name, *command):
    return [ETCDCTL, "lock", f"bench/{name}", "--", *command]


def bare(name):
    """The least that a lock needs, without any of etcdpat: benches/probe.rs."""
    return [args.probe, "bare", os.environ["ETCDPAT_ENDPOINTS"], f"bench/{name}"]


def spawn(argv):
    """Starts a process, as cheaply as can be. What it says is kept for the case that it fails."""
    to_log = [(os.POSIX_SPAWN_DUP2, LOG.fileno(), stream) for stream in (1, 2)]
    return os.posix_spawn(shutil.which(argv[0]), argv, ENV, file_actions=to_log)


def wait(pid, argv):
    """Waits for a process; ends the run if it failed, since its time says nothing then."""
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code != 0:
        LOG.seek(0)
        said = LOG.read().decode(errors="replace").splitlines()[-10:]
        sys.exit("\n".join([*said, f"bench: exit code {code}: {' '.join(argv)}"]))


def seconds(*commands):
    """Wall time from starting all of them to the end of the last."""
    start = time.perf_counter()
    started = [(spawn(argv), argv) for argv in commands]
    for pid, argv in started:
        wait(pid, argv)
    return time.perf_counter() - start


def crowd(argv):
    return [["sh", "-c", WORKER, "worker", str(SECTIONS), *argv]] * WORKERS


def kib(pid, file, *fields):
    """The sum of these fields of a file in /proc, in KiB."""
    with open(f"/proc/{pid}/{file}", encoding="ascii") as lines:
        values = dict(line.split(":", 1) for line in lines if ":" in line and line.rstrip().endswith("kB"))
    return sum(int(values[field].split()[0]) for field in fields)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as pids:
        return pids.read().split()


@contextlib.contextmanager
def holding(argv_of, name):
    """The process that holds the lock, for long enough to be looked at. (etcdctl gives its command no standard input.)"""
    argv = argv_of(name, "sh", "-c", "echo held; sleep 0.5")
    with subprocess.Popen(argv, env=ENV, stdout=subprocess.PIPE) as process:
        if process.stdout.readline() != b"held\n":
            sys.exit(f"bench: did not get the lock: {' '.join(argv)}")
        yield process.pid


def requests():
    """Requests that the server has begun since it started, by method."""
    url = "http://" + os.environ["ETCDPAT_ENDPOINTS"].split(",")[0] + "/metrics"
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url) as answer:
        text = answer.read().decode()
    counted = collections.Counter()
    for method, count in re.findall(r'^grpc_server_started_total\{.*grpc_method="(\w+)".*\} (\S+)$', text, re.M):
        counted[method] += float(count)
    return counted


def quiet():
    """Waits until nobody asks the server for anything: all waiters have opened their watches."""
    before = None
    while (now := requests()) != before:
        before = now
        time.sleep(0.5)


def compare(pairs):
    """The median of each side, and of the ratios pair by pair."""
    ours, theirs = zip(*pairs)
    return statistics.median(ours), statistics.median(theirs), statistics.median(a / b for a, b in pairs)


missed = []


def etcd_cpu():
    """Seconds of processor time that the server has used."""
    pid = next(pid for pid in os.listdir("/proc") if pid.isdigit() and is_server(pid))
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        user, system = stat.read().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def is_server(pid):
    """Whether this is the etcd that is asked: its command line has the port."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/cmdline", "rb") as line:
        words = line.read().split(b"\0")
        port = os.environ["ETCDPAT_ENDPOINTS"].rsplit(":", 1)[1].encode()
        return os.path.basename(words[0]) == b"etcd" and any(word.endswith(b":" + port) for word in words)
    return False


@contextlib.contextmanager
def crowd_behind(kind, name, count):
    """So many waiters (`crowd` for a lock, `candidates` of an election) at the end of a queue, in one process."""
    if count == 0:
        yield
        return
    argv = [args.probe, kind, os.environ["ETCDPAT_ENDPOINTS"], f"bench/{name}", str(count)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdout.readline() != b"waiting\n":
            sys.exit("bench: the crowd did not get into the queue")
        yield
        process.stdin.close()
        if process.wait() != 0:
            sys.exit("bench: the crowd failed")


def late(argv_of, name):
    """How many hand-overs in a crowd took longer than LATE, and of how many."""
    with tempfile.TemporaryDirectory() as scratch:
        stamps = os.path.join(scratch, "stamps")
        seconds(*crowd(argv_of(name, args.probe, "stamp", stamps)))
        with open(stamps, encoding="ascii") as lines:
            begun = sorted(int(line.split()[0]) for line in lines)
    gaps = [after - before for before, after in zip(begun, begun[1:])]
    return sum(gap > LATE * 1e9 for gap in gaps), len(gaps)


def contenders(lock):
    url = ["get", "--prefix", "--keys-only", f"bench/{lock}/"]
    listed = subprocess.run([ETCDCTL, *url], env=ENV, capture_output=True, text=True, check=True).stdout
    return len(listed.split())


def hand_over(argv_of, name, count, kind="crowd"):
    """Seconds from a command's last instruction to the next one's first, for each of a chain of waiters with a crowd
    behind them; and what each cost the server: requests, and seconds of processor time."""
    with tempfile.TemporaryDirectory() as scratch:
        stamps, gate = os.path.join(scratch, "stamps"), os.path.join(scratch, "gate")
        os.mkfifo(gate)
        first = argv_of(name, "sh", "-c", f": <{gate}")
        chain = [(spawn(first), first)]
        for place in range(CHAIN):
            while contenders(name) <= place:
                time.sleep(0.01)
            waiter = argv_of(name, args.probe, "stamp", stamps)
            chain.append((spawn(waiter), waiter))
        while contenders(name) <= CHAIN:
            time.sleep(0.01)
        with crowd_behind(kind, name, count):
            quiet()
            before, cpu = sum(requests().values()), etcd_cpu()
            with open(gate, "w", encoding="ascii"):
                pass
            for pid, argv in chain:
                wait(pid, argv)
            cost = (sum(requests().values()) - before) / (CHAIN + 1), (etcd_cpu() - cpu) / (CHAIN + 1)
        with open(stamps, encoding="ascii") as lines:
            times = [[int(word) for word in line.split()] for line in lines]
    waits = [(after[0] - before[1]) / 1e9 for before, after in zip(times, times[1:])]
    return waits, *cost


def etcdctl_election(name, count):
    """Seconds from SIGINT to a leader until the next one says that it leads, with so many `etcdctl elect` in all; and what
    each change cost the server, as `hand_over` has it."""
    argv = [ETCDCTL, "elect", f"bench/{name}"]
    with contextlib.ExitStack() as ends:
        nodes = []
        for place in range(count):
            node = subprocess.Popen([*argv, f"node-{place}"], env=ENV, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            ends.callback(node.kill)
            nodes.append(node)
            while contenders(name) <= place:
                time.sleep(0.01)
        nodes[0].stdout.readline()
        quiet()
        before, cpu = sum(requests().values()), etcd_cpu()
        waits = []
        for leader, following in zip(nodes[:CHAIN], nodes[1:]):
            begun = time.perf_counter()
            leader.send_signal(signal.SIGINT)
            following.stdout.readline()
            waits.append(time.perf_counter() - begun)
        cost = (sum(requests().values()) - before) / CHAIN, (etcd_cpu() - cpu) / CHAIN
    subprocess.run([ETCDCTL, "del", "--prefix", f"bench/{name}/"], env=ENV, stdout=subprocess.DEVNULL, check=True)
    return waits, *cost


def row(what, ours="", theirs="", ratio="", target="", met=True):
    missed.extend([] if met else [what])
    print(f"{what:<34}{ours:>12}{theirs:>12}{ratio:>8}   {target}{'' if met else '  MISSED'}".rstrip(), flush=True)


def ratio_row(what, pairs, unit, scale, target):
    ours, theirs, ratio = compare(pairs)
    shown = [f"{value * scale:.1f} {unit}" for value in (ours, theirs)]
    row(what, *shown, f"{ratio:.3f}x", f"<= {target:.2f}x", ratio <= target)


version = subprocess.run([ETCDCTL, "version"], env=ENV, capture_output=True, text=True, check=True).stdout
print(f"etcdpat lock beside etcdctl lock ({version.splitlines()[0]})\n")
row("", "etcdpat", "etcdctl", "ratio", "target")

uncontended = [etcdpat("x", "true")], [etcdctl("y", "true")]
for commands in uncontended:  # files read once, so that neither side pays for the other
    seconds(*commands)
pairs = [[seconds(*commands) for commands in uncontended] for _ in range(args.pairs)]
ratio_row(f"whole process, {args.pairs} pairs", pairs, "ms", 1000, 0.30)

beside_bare = [etcdpat("x", "true")], [bare("z")]
for commands in beside_bare:
    seconds(*commands)
pairs = [[seconds(*commands) for commands in beside_bare] for _ in range(args.pairs)]
ratio_row("  beside a bare program, not etcdctl", pairs, "ms", 1000, 1.25)

contended = crowd(etcdpat("cx", "true")), crowd(etcdctl("cy", "true"))
pairs = [[seconds(*commands) for commands in contended] for _ in range(ROUNDS)]
ratio_row(f"{WORKERS} workers x {SECTIONS} sections, {ROUNDS} rounds", pairs, "ms", 1000, 0.25)

crowded = [[late(etcdpat, "lx"), late(etcdctl, "ly")] for _ in range(ROUNDS)]
counts = [[sum(numbers) for numbers in zip(*side)] for side in zip(*crowded)]
row(f"  hand-overs later than {LATE * 1000:.0f} ms", *[f"{late} of {all}" for late, all in counts])

peaks, guardian = [], collections.defaultdict(list)
for _ in range(HOLDS):
    with holding(etcdpat, "mx") as keeper:
        ours = kib(keeper, "status", "VmHWM")
        for child in children(keeper):
            guardian["peak RSS"].append(kib(child, "status", "VmHWM"))
            guardian["share (PSS)"].append(kib(child, "smaps_rollup", "Pss"))
            guardian["private"].append(kib(child, "smaps_rollup", "Private_Clean", "Private_Dirty"))
    with holding(etcdctl, "my") as holder:
        peaks.append((ours, kib(holder, "status", "VmHWM")))
ratio_row("keeper's peak memory, holding", peaks, "MiB", 1 / 1024, 0.40)
biggest = max(ours for ours, _ in peaks) / 1024
row("  the most that was seen", f"{biggest:.1f} MiB", target="<= 6 MB", met=biggest * 1.048576 <= 6)
for what, sizes in guardian.items():
    row(f"  its guardian's {what}", f"{statistics.median(sizes) / 1024:.1f} MiB")

for what, argv, target in [("etcdpat", etcdpat("rx", "true"), EXPECTED), ("etcdctl", etcdctl("ry", "true"), None)]:
    before = requests()
    for _ in range(COUNTED):
        seconds(argv)
    counted = {method: count / COUNTED for method, count in (requests() - before).items()}
    total = f"{sum(counted.values()):g}"
    shown = (total, "") if target else ("", total)
    row(f"requests for one lock, {what}", *shown, target="3" if target else "", met=target in (None, counted))
    print("  " + ", ".join(f"{method} {count:g}" for method, count in sorted(counted.items())))

def crowds(what, argv_of, kind, theirs):
    """Hand-overs with ever more waiters behind."""
    theirs, alone = statistics.median(theirs), None
    for count in [int(count) for count in args.crowds.split(",")]:
        waits, asked, cpu = hand_over(argv_of, f"{kind}-{count}", count, kind)
        ours = statistics.median(waits)
        alone = alone or (ours, asked)
        # Flat: the first of these, give or take what a busy machine adds.
        flat = ours <= 2 * alone[0] and asked <= alone[1] + 1
        shown = [f"{value * 1000:.2f} ms" for value in (ours, theirs)]
        row(f"{what}, {count} waiters behind", *shown, f"{ours / theirs:.3f}x", "flat", flat)
        print(f"  {asked:.1f} requests and {cpu * 1000:.1f} ms of the server's processor time each")


theirs, *_ = hand_over(etcdctl, "hy", 0)
crowds("hand-over", etcdpat, "crowd", theirs)

theirs, asked, cpu = etcdctl_election("ey", CANDIDATES)
print(f"\netcdctl elect, {CANDIDATES} candidates, from SIGINT to the next leader's word: ", end="")
print(f"{asked:.1f} requests and {cpu * 1000:.1f} ms of the server's processor time each")
crowds("change of leader", elect, "candidates", theirs)

if missed:
    print(f"\nmissed: {'; '.join(missed)}")
sys.exit(1 if missed and args.check else 0)
