"""The measuring half of scripts/bench --ha: expects an etcd in ETCDPAT_ENDPOINTS and ETCDCTL_ENDPOINTS."""

import argparse
import collections
import contextlib
import datetime
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

REQUESTS, NAMES, JOBS, ROUNDS = 200, 50, 8, 3
FEW, MARKS, MILLION = 2_000, (20_000, 100_000), 1_000_000  # lines
SHARDS, INSTANCES = 1_000, 10
SWITCHES = 10
FLAT = 1.10  # times the memory that few lines take

options = argparse.ArgumentParser(prog="scripts/bench --ha", description="etcdpat ha")
options.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
options.add_argument("--etcdpat", default="target/release/etcdpat", help=argparse.SUPPRESS)
options.add_argument("--probe", default="target/release/examples/probe", help=argparse.SUPPRESS)
options.add_argument("--only", metavar="PART,...", help="of throughput, memory, shards, switch (default: all)")
args = options.parse_args()

ENV = {**os.environ, "ETCDCTL_API": "3"}
ETCDCTL = shutil.which("etcdctl") or sys.exit("bench: no etcdctl on the PATH")
missed = []


def row(what, shown, target="", met=True):
    missed.extend([] if met else [what])
    print(f"{what:<66}{shown:>22}   {target}{'' if met else '  MISSED'}".rstrip(), flush=True)


def seconds(argv, lines):
    """Wall time of a command that reads these lines."""
    with tempfile.TemporaryFile() as given:
        given.write(lines)
        given.seek(0)
        start = time.perf_counter()
        subprocess.run(argv, env=ENV, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start


def etcdpat(*words):
    return [args.etcdpat, *words]


def active_active(*options):
    return etcdpat("ha", "active-active", "/bench/work", *options, "--", "true")


def asked(*words):
    """The rows that etcdpat prints."""
    done = subprocess.run(etcdpat(*words, "-o", "json"), env=ENV, capture_output=True, text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def until(what, happened, limit=60.0):
    end = time.perf_counter() + limit
    while not (found := happened()):
        if time.perf_counter() > end:
            sys.exit(f"bench: not within {limit} s: {what}")
        time.sleep(0.01)
    return found


@contextlib.contextmanager
def running(*commands, **streams):
    """Processes, all of which are ended by SIGTERM at the end."""
    processes = []
    try:
        for argv in commands:
            processes.append(subprocess.Popen(argv, env=ENV, **streams))
        yield processes
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait()


# Requests under locks, beside the same with etcdctl: the requests of all three are the same lines.
def throughput():
    lines = "".join(f"{number * 7 % NAMES}\n" for number in range(REQUESTS)).encode()
    loop = 'while read -r name; do "$0" lock "bench/loop/$name" -- true || exit 1; done'
    side_by_side = [f"-P{JOBS}", "-I{}", ETCDCTL, "lock", "bench/xargs/{}", "--", "true"]
    ours, looped, parallel = active_active("--jobs", str(JOBS)), ["sh", "-c", loop, ETCDCTL], ["xargs", *side_by_side]
    for argv in (ours, parallel):  # files read once, so that neither side pays for the other
        seconds(argv, lines)
    rounds = [[seconds(argv, lines) for argv in (ours, looped, parallel)] for _ in range(ROUNDS)]
    each = [statistics.median(side) for side in zip(*rounds)]
    row(f"{REQUESTS} requests over {NAMES} names, --jobs {JOBS}, median of {ROUNDS}",
        f"{each[0] * 1000:.0f} ms  {REQUESTS / each[0]:.0f}/s")
    ratios = [statistics.median(times[side] / times[0] for times in rounds) for side in (1, 2)]
    row("  beside a loop of etcdctl lock NAME -- true", f"{each[1]:.1f} s  {ratios[0]:.1f}x", ">= 10x", ratios[0] >= 10)
    row(f"  beside xargs -P {JOBS} etcdctl lock NAME -- true", f"{each[2]:.1f} s  {ratios[1]:.1f}x")


def kib(pid, field):
    with open(f"/proc/{pid}/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(field + ":"))


def peaks(argv, path, marks=()):
    """The most memory that a command has taken up to these places in its standard input, in bytes, and to its end; how
    long it ran. Nobody can look at its very end: it is looked at every few ms."""
    seen, most, marks = [], 0, list(marks)
    start = time.perf_counter()
    with open(path, "rb") as given, subprocess.Popen(argv, env=ENV, stdin=given, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with contextlib.suppress(OSError, StopIteration):
                with open(f"/proc/{process.pid}/fdinfo/0", encoding="ascii") as lines:
                    at = next(int(line.split()[1]) for line in lines if line.startswith("pos:"))
                most = max(most, kib(process.pid, "VmHWM"))
                while marks and at >= marks[0]:
                    marks.pop(0)
                    seen.append(most)
            time.sleep(0.005)
    if process.returncode != 0:
        sys.exit(f"bench: exit code {process.returncode}: {' '.join(argv)}")
    return [*seen, most], time.perf_counter() - start


# Memory of the keeper, which reads the requests: the most it had (VmHWM).
def memory():
    with tempfile.TemporaryDirectory() as scratch:
        def given(name, lines):
            path = os.path.join(scratch, name)
            with open(path, "w", encoding="ascii") as file:
                file.writelines(lines)
            return path

        requests = [f"{number}\n" for number in range(MARKS[-1])]
        bytes_of = lambda count: len("".join(requests[:count]))
        (few,), _ = peaks(active_active("--jobs", str(JOBS)), given("few", requests[:FEW]))
        row(f"peak memory of active-active, {FEW} requests, all done", f"{few / 1024:.1f} MiB")

        def shown(what, peak, more=""):
            row(what, f"{peak / 1024:.1f} MiB{more}", f"<= {FLAT:.2f}x", peak <= FLAT * few)

        # Up to the end of the input, not of the last request.
        ends = [bytes_of(count) for count in MARKS]
        seen, took = peaks(active_active("--jobs", str(JOBS)), given("many", requests), ends)
        for count, peak in zip(MARKS, seen):
            shown(f"  when {count} of {MARKS[-1]} requests are read", peak)
        shown(f"  at the end of these {MARKS[-1]}, all done", seen[-1], f"  {MARKS[-1] / took:.0f}/s")
        # Of a million lines, one in 500 is a request, the others are blank.
        every = MILLION // FEW
        blank = (f"{number}\n" if number % every == 0 else "\n" for number in range(MILLION))
        (peak,), _ = peaks(active_active("--jobs", str(JOBS)), given("blank", blank))
        shown(f"  {MILLION} lines, {FEW} of them requests, the others blank", peak)
        # A million requests, of which the job log has all but the last.
        log = given("log", (f"{number}\t:\t0.000\t     0.001\t0\t0\t0\t0\ttrue {number}\n"
                            for number in range(1, MILLION - FEW + 1)))
        million = given("million", (f"{number}\n" for number in range(1, MILLION + 1)))
        (peak,), _ = peaks(active_active("--jobs", str(JOBS), "--joblog", log, "--resume"), million)
        row(f"  {MILLION} requests, all but {FEW} of them skipped by --resume", f"{peak / 1024:.1f} MiB")
        row("    more than without, for each line of the job log", f"{(peak - few) * 1024 / (MILLION - FEW):.0f} bytes")


def leases():
    listed = subprocess.run([ETCDCTL, "lease", "list"], env=ENV, capture_output=True, text=True, check=True).stdout
    return set(listed.splitlines()[1:])


# When each shard was owned, by what the instances say.
def shards():
    def instance(number):
        words = ["ha", "sharded", "/bench/shards", "--shards", str(SHARDS), "--node-id", f"node-{number}", "-o", "json"]
        return etcdpat(*words, "--", "sleep", "1000")

    with tempfile.NamedTemporaryFile("ab") as said:
        before, start = leases(), time.time()
        with running(*map(instance, range(INSTANCES)), stderr=said, stdout=subprocess.DEVNULL):
            def is_settled():
                rows = asked("ha", "status", "/bench/shards")
                owned = [row["owned"] for row in rows if row["event"] == "ha.sharded.member"]
                return owned == [SHARDS // INSTANCES] * INSTANCES
            until("every instance has its share", is_settled)
            held = len(leases() - before)  # etcdctl's own of before may end meanwhile
            with open(said.name, encoding="utf-8") as lines:
                events = [json.loads(line) for line in lines]
    at = lambda event: datetime.datetime.fromisoformat(event["time"].replace("Z", "+00:00")).timestamp() - start
    changes = [event for event in events if event["event"] in ("ha.shard.owned", "ha.shard.released")]
    owners, first, moved = {}, None, collections.Counter()
    for event in sorted(changes, key=lambda event: (event["time"], event["event"] == "ha.shard.owned")):
        moved[event["event"]] += 1
        if event["event"] == "ha.shard.owned":
            owners[event["shard"]] = event["id"]
        elif owners.get(event["shard"]) == event["id"]:
            del owners[event["shard"]]
        if first is None and len(owners) == SHARDS:
            first = at(event)
    settled = max(at(event) for event in changes)
    joined = max(at(event) for event in events if event["event"] == "ha.sharded.joined")
    row(f"{SHARDS} shards, {INSTANCES} instances started at once: all joined", f"{joined:.2f} s")
    row("  every shard has an owner", f"{first:.2f} s", "< 5 s", first < 5)
    row(f"  each instance owns {SHARDS // INSTANCES}, and no more moves", f"{settled:.2f} s", "< 5 s", settled < 5)
    row("  shards that were given up again meanwhile", f"{moved['ha.shard.released']}")
    row("  leases", f"{held}", f"{INSTANCES}", held == INSTANCES)


def boot_time():
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def stamps(path):
    with contextlib.suppress(FileNotFoundError), open(path, encoding="ascii") as lines:
        return [[int(word) for word in line.split()] for line in lines]
    return []


def stamping(path):
    """A command that stamps its beginning, and, in another file, when it is told to end."""
    told = f'"{args.probe}" stamp {path}.told; kill $!; exit 0'
    return f"trap '{told}' TERM; \"{args.probe}\" stamp {path}; sleep 1000 & wait"


def gaps(path):
    """Milliseconds from when each was told to end to the beginning of the next."""
    begun, told = ([stamp[0] for stamp in stamps(name)] for name in (path, path + ".told"))
    return [(later - earlier) / 1e6 for earlier, later in zip(told, begun[1:])]


def quiet():
    """Waits until nobody asks the server for anything: what the last change has caused is over."""
    url = "http://" + os.environ["ETCDPAT_ENDPOINTS"].split(",")[0] + "/metrics"
    before = None
    while True:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url) as answer:
            now = [line for line in answer.read().decode().splitlines() if line.startswith("grpc_server_started_total")]
        if now == before:
            return
        before = now
        time.sleep(0.3)


def contenders(name):
    listed = subprocess.run([ETCDCTL, "get", "--prefix", "--keys-only", name + "/"], env=ENV, capture_output=True,
                            text=True, check=True).stdout
    return len(listed.split())


def switches(path):
    """Milliseconds from the start of `ha switch` to the first instruction of the next node's primary; and those of
    switches that are refused: the command's own start, and what it reads first."""
    def node(name):
        words = ["ha", "active-passive", "/bench/switch", "--node-id", name, "--primary", stamping(path)]
        return etcdpat(*words, "--secondary", "exec sleep 1000")

    def standby():
        """The id of the node that stands by, when both nodes run what they are to run."""
        nodes = asked("ha", "status", "/bench/switch")
        are_ready = len(nodes) == 2 and all(node["running"] == node["role"] for node in nodes)
        return are_ready and next(node["id"] for node in nodes if node["role"] == "secondary")

    took = []
    with running(node("a"), node("b"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        for number in range(1, SWITCHES + 1):
            other = until("one node leads, and the other one stands by", standby)
            quiet()
            begun = boot_time()
            subprocess.run(etcdpat("ha", "switch", "/bench/switch", "--to", other), env=ENV, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            until("the next primary runs", lambda: len(stamps(path)) > number)
            took.append((stamps(path)[number][0] - begun) / 1e6)
        refused = []
        for _ in range(SWITCHES):
            begun = boot_time()
            subprocess.run(etcdpat("ha", "switch", "/bench/switch", "--to", "nobody"), env=ENV, check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            refused.append((boot_time() - begun) / 1e6)
    return took, refused


def hand_overs(path):
    """Milliseconds from SIGTERM to the holder of a lock to the first instruction of the next one's command."""
    took = []
    with contextlib.ExitStack() as ends:
        queue = []
        for place in range(SWITCHES + 1):
            holder = etcdpat("lock", "/bench/handed", "--", "sh", "-c", stamping(path))
            queue += ends.enter_context(running(holder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            until("it is in the queue", lambda: contenders("/bench/handed") > place)
        for number, holder in enumerate(queue[:-1], 1):
            until("its command runs", lambda: len(stamps(path)) == number)
            quiet()
            begun = boot_time()
            holder.send_signal(signal.SIGTERM)
            until("the next command runs", lambda: len(stamps(path)) > number)
            took.append((stamps(path)[number][0] - begun) / 1e6)
    return took


# A planned switch beside hand-overs of a lock. In each, a command is ended by SIGTERM before the next one starts.
def switch():
    with tempfile.TemporaryDirectory() as scratch:
        paths = [os.path.join(scratch, name) for name in ("handed", "switched")]
        handed, (switched, refused) = hand_overs(paths[0]), switches(paths[1])
        without = [statistics.median(gaps(path)) for path in paths]
    hand_over, took = statistics.median(handed), statistics.median(switched)
    row(f"lock: from the end that one command is told of to the next command, median of {SWITCHES}", f"{without[0]:.1f} ms")
    row(f"ha switch: the same, of primaries, median of {SWITCHES}",
        f"{without[1]:.1f} ms  {without[1] / without[0]:.2f}x", "< 2x", without[1] < 2 * without[0])
    row("lock: from SIGTERM to etcdpat", f"{hand_over:.1f} ms")
    row("ha switch: from the start of `ha switch`", f"{took:.1f} ms  {took / hand_over:.2f}x")
    row("  the fastest and the slowest", f"{min(switched):.1f} to {max(switched):.1f} ms")
    row("  of which the command's start, and what it reads before it asks", f"{statistics.median(refused):.1f} ms")


PARTS = {"throughput": throughput, "memory": memory, "shards": shards, "switch": switch}
chosen = args.only.split(",") if args.only else list(PARTS)
if unknown := [part for part in chosen if part not in PARTS]:
    options.error(f"--only: no part {unknown[0]}: {', '.join(PARTS)}")
print(f"{os.cpu_count()} cores, load average at the beginning {os.getloadavg()[0]:.1f}\n")
for part in chosen:
    PARTS[part]()

if missed:
    print(f"\nmissed: {'; '.join(map(str.strip, missed))}")
sys.exit(1 if missed and args.check else 0)
