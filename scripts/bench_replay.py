"""What scripts/bench --replay measures: `etcdpat watch` beside `etcdctl watch`, on the etcd in ETCDPAT_ENDPOINTS."""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time

SPARSE_ROUNDS = 5
LIVE, LIVE_RATE = 100_000, 20_000
CALM, CALM_RATE = 200, 100  # for the latency of one event at a time
VALUE = 64

options = argparse.ArgumentParser(prog="scripts/bench --replay", description="etcdpat watch beside etcdctl watch")
options.add_argument("--events", type=int, default=200_000, metavar="N", help="length of the history (default: 200000)")
options.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
options.add_argument("--etcdpat", default="target/release/etcdpat", help=argparse.SUPPRESS)
options.add_argument("--probe", default="target/release/examples/probe", help=argparse.SUPPRESS)
args = options.parse_args()

ENV = {**os.environ, "ETCDCTL_API": "3"}
ENDPOINT = os.environ["ETCDPAT_ENDPOINTS"].split(",")[0]
ETCDCTL = shutil.which("etcdctl") or sys.exit("bench: no etcdctl on the PATH")
missed = []


def etcdpat(prefix, *more):
    return [args.etcdpat, "watch", "--prefix", prefix, "-o", "json", *more]


def etcdctl(prefix, *more):
    return [ETCDCTL, "watch", "--prefix", prefix, *more]


def replay(argv, lines):
    """Seconds until so many lines have come, the lines, and the peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(argv, env=ENV, stdout=subprocess.PIPE)
    chunks, count = [], 0
    while count < lines and (chunk := process.stdout.read1(1 << 20)):
        chunks.append(chunk)
        count += chunk.count(b"\n")
    took = time.perf_counter() - start
    os.kill(process.pid, signal.SIGTERM)  # unreaped, even if it has ended
    process.stdout.close()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    if count < lines:
        sys.exit(f"bench: {count} of {lines} lines: {' '.join(argv)}")
    return took, b"".join(chunks), usage.ru_maxrss / 1024


def latencies(argv, count, rate, prefix, stamp):
    """Milliseconds from the sending of each put to its line, and seconds in all. `stamp`: a line's time, if it has one."""
    process = subprocess.Popen(argv, env=ENV, stdout=subprocess.PIPE)
    time.sleep(0.5)  # neither says when it stands
    start = time.perf_counter()
    writer = subprocess.Popen([args.probe, "write", ENDPOINT, prefix, str(count), str(rate)])
    found = []
    for line in process.stdout:
        if (sent := stamp(line)) is not None:
            found.append((time.clock_gettime_ns(time.CLOCK_BOOTTIME) - sent) / 1e6)
            if len(found) == count:
                break
    took = time.perf_counter() - start
    process.terminate()
    process.wait()
    if writer.wait() != 0:
        sys.exit("bench: the writer failed")
    return found, took


def row(what, ours="", theirs="", ratio="", target="", met=True):
    missed.extend([] if met else [what])
    print(f"{what:<38}{ours:>12}{theirs:>12}{ratio:>8}   {target}{'' if met else '  MISSED'}".rstrip(), flush=True)


def in_order(text, prefix, count):
    """Whether these JSON lines are every event once, in order of revisions."""
    events = [json.loads(line) for line in text.splitlines()]
    revisions = [event["mod_revision"] for event in events]
    keys = {event["key"] for event in events}
    return len(keys) == count == len(events) and all(a < b for a, b in zip(revisions, revisions[1:]))


version = subprocess.run([ETCDCTL, "version"], env=ENV, capture_output=True, text=True, check=True).stdout
target = 0.10 if ": 3.4" in version.splitlines()[0] else 0.08
print(f"etcdpat watch beside etcdctl watch ({version.splitlines()[0]})\n")
row("", "etcdpat", "etcdctl", "ratio", "target")
subprocess.run([args.probe, "fill", ENDPOINT, str(args.events)], check=True)
sparse = -(-args.events // 1000)

ours, text, peak = replay(etcdpat("k/", "--rev", "1", "--count", str(args.events)), args.events)
theirs, *_ = replay(etcdctl("k/", "--rev", "1"), 3 * args.events)
row(f"replay of {args.events} events", f"{ours:.2f} s", f"{theirs:.2f} s", f"{ours / theirs:.3f}x", f"<= {target:.2f}x",
    ours <= target * theirs)
row("  peak memory", f"{peak:.1f} MiB", target="<= 64 MB", met=peak * 1.048576 <= 64)
exact = in_order(text, "k/", args.events)
row("  order", "exact" if exact else "WRONG", target="exact", met=exact)

pairs = []
for _ in range(SPARSE_ROUNDS):
    mine, *_ = replay(etcdpat("s/", "--rev", "1", "--count", str(sparse)), sparse)
    plain, *_ = replay(etcdctl("s/", "--rev", "1"), 3 * sparse)
    pairs.append((mine, plain))
ours, theirs = (statistics.median(side) for side in zip(*pairs))
row(f"{sparse} events, one in 1,000 revisions", f"{ours * 1000:.0f} ms", f"{theirs * 1000:.0f} ms", f"{ours / theirs:.3f}x",
    "the same", ours <= 1.1 * theirs)  # both wait for the server's rounds of 100 ms; a busy machine adds some


def json_stamp(line):
    return int(json.loads(line)["value"].rstrip("v"))


def plain_stamp(line):
    return int(line.strip().rstrip(b"v")) if len(line) == VALUE + 1 and line[:1].isdigit() else None


for count, rate, what in [(CALM, CALM_RATE, "latency, one event at a time"), (LIVE, LIVE_RATE, f"{LIVE_RATE} events/s, latency")]:
    mine, took = latencies(etcdpat(f"m{rate}/"), count, rate, f"m{rate}/", json_stamp)
    plain, _ = latencies(etcdctl(f"p{rate}/"), count, rate, f"p{rate}/", plain_stamp)
    ours, theirs = statistics.median(mine), statistics.median(plain)
    row(what, f"{ours:.2f} ms", f"{theirs:.2f} ms", f"{ours / theirs:.3f}x")
    kept = count / took
    row("  events/s", f"{kept:.0f}", target=f">= {0.9 * rate:.0f}", met=kept >= 0.9 * rate)

if missed:
    print(f"\nmissed: {'; '.join(missed)}")
sys.exit(1 if missed and args.check else 0)
