"""The measuring half of scripts/bench --discover: expects an etcd in ETCDPAT_ENDPOINTS and ETCDCTL_ENDPOINTS."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

INSTANCES, SERVICES, WATCHERS, PAIRS = 10_000, 1_000, 1_000, 10
CALLERS, FEW = 3_000, 7  # concurrent picks, over so many instances

options = argparse.ArgumentParser(prog="scripts/bench --discover", description="etcdpat discover")
options.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
options.add_argument("--etcdpat", default="target/release/etcdpat", help=argparse.SUPPRESS)
options.add_argument("--probe", default="target/release/examples/probe", help=argparse.SUPPRESS)
args = options.parse_args()

ENV = {**os.environ, "ETCDCTL_API": "3"}
ENDPOINT = os.environ["ETCDPAT_ENDPOINTS"].split(",")[0]
ETCDCTL = shutil.which("etcdctl") or sys.exit("bench: no etcdctl on the PATH")
missed = []


def seconds(argv):
    start = time.perf_counter()
    subprocess.run(argv, env=ENV, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def row(what, shown, target="", met=True):
    missed.extend([] if met else [what])
    print(f"{what:<56}{shown:>22}   {target}{'' if met else '  MISSED'}".rstrip(), flush=True)


def probe(*words):
    return subprocess.run([args.probe, *words], env=ENV, capture_output=True, text=True, check=True).stdout.split()


def metric(name):
    url = f"http://{ENDPOINT}/metrics"
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url) as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name) and "Lease" in line)


# Records as etcdpat has them.
probe("instances", ENDPOINT, "/services/big", str(INSTANCES))
picks = float(probe("picks", ENDPOINT, "big", "2")[0])
row("picks from memory, a second, on one core", f"{picks / 1e6:.1f} million", ">= 10", picks >= 10e6)

ours = [args.etcdpat, "discover", "find", "big", "--format", "address"]
theirs = [ETCDCTL, "get", "--prefix", "/services/big/"]
for argv in (ours, theirs):
    seconds(argv)
pairs = [(seconds(ours), seconds(theirs)) for _ in range(PAIRS)]
ratio = statistics.median(a / b for a, b in pairs)
row(f"find over {INSTANCES} instances, beside etcdctl get --prefix",
    f"{statistics.median(a for a, _ in pairs) * 1000:.0f} ms  {ratio:.2f}x")

# One process, many services: one lease, and its one stream of renewals.
with tempfile.TemporaryDirectory() as scratch:
    path = os.path.join(scratch, "services.toml")
    with open(path, "w", encoding="ascii") as file:
        for number in range(SERVICES):
            file.write(f'[[service]]\nname = "s{number}"\nid = "one"\naddress = "10.0.0.7:{number + 1}"\n')
    streams = metric("grpc_server_started_total")
    start = time.perf_counter()
    with subprocess.Popen([args.etcdpat, "discover", "register", "--ttl", "6s", "--file", path], env=ENV,
                          stdout=subprocess.DEVNULL) as process:
        while int(subprocess.run([args.etcdpat, "discover", "services", "-o", "json"], env=ENV, capture_output=True,
                                 text=True, check=True).stdout.count("service.entry")) < SERVICES + 1:
            time.sleep(0.05)
        took = time.perf_counter() - start
        before = metric("grpc_server_started_total")
        time.sleep(6)
        renewals = metric("grpc_server_started_total") - before
        with open(f"/proc/{process.pid}/status", encoding="ascii") as lines:
            memory = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
        process.terminate()
    row(f"{SERVICES} services registered by one process", f"{took:.1f} s, {memory:.1f} MiB")
    row("  requests about leases while they are registered, in 6 s", f"{renewals:g}", "<= 6", renewals <= 6)
    row("  in all, beginning and end included", f"{metric('grpc_server_started_total') - streams:g}")

probe("instances", ENDPOINT, "/services/few", str(FEW))
counts = sorted(int(count) for count in probe("turns", ENDPOINT, "few", str(CALLERS)))
row(f"{CALLERS} concurrent picks over {FEW} instances, least and most", f"{counts[0]} {counts[-1]}", "1 apart",
    len(counts) == FEW and counts[-1] - counts[0] <= 1)

one, all_of_them = (float(probe("watchers", ENDPOINT, "few", str(count))[0]) for count in (1, WATCHERS))
row(f"{WATCHERS} watchers of a service in one process, each", f"{(all_of_them - one) / (WATCHERS - 1):.1f} KiB")

if missed:
    print(f"\nmissed: {'; '.join(missed)}")
sys.exit(1 if missed and args.check else 0)
