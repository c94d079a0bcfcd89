"""The measuring half of scripts/bench --config: expects an etcd in ETCDPAT_ENDPOINTS and ETCDCTL_ENDPOINTS."""

import argparse
import base64
import http.client
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

VALUES, KEYS, LOOPED = 1_000, 10_000, 200
IMPORTS, PUTS = 3, 30

options = argparse.ArgumentParser(prog="scripts/bench --config", description="etcdpat config")
options.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
options.add_argument("--etcdpat", default="target/release/etcdpat", help=argparse.SUPPRESS)
options.add_argument("--reader", default="target/release/examples/config", help=argparse.SUPPRESS)
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
    print(f"{what:<58}{shown:>22}   {target}{'' if met else '  MISSED'}".rstrip(), flush=True)


# Reads from memory, on one core.
reads = subprocess.run([args.reader, "reads", ENDPOINT, "/bench/reads", str(VALUES), "2"], env=ENV, capture_output=True,
                       text=True, check=True).stdout.splitlines()
for name, rate in (line.split() for line in reads):
    rate = float(rate) / 1e6
    row(f"cached reads over {VALUES} values, a second: {name}", f"{rate:.1f} million", ">= 10", rate >= 10)

# Many values at once. The loop is timed over fewer keys: it takes as long for each.
with tempfile.TemporaryDirectory() as scratch:
    document = os.path.join(scratch, "values.json")
    with open(document, "w", encoding="ascii") as file:
        json.dump({f"part-{part:03}": {f"key-{key:03}": f"value {part} {key}" for key in range(100)}
                   for part in range(KEYS // 100)}, file)
    took = statistics.median(
        seconds([args.etcdpat, "config", "import", document, "--root", f"/bench/import-{number}"])
        for number in range(IMPORTS))
loop = f'i=0; while [ $i -lt {LOOPED} ]; do "$0" put /bench/loop/key-$i "value $i"; i=$((i + 1)); done'
scaled = seconds(["sh", "-c", loop, ETCDCTL]) * KEYS / LOOPED
row(f"import of {KEYS} keys", f"{took * 1000:.0f} ms")
row(f"  beside a loop of etcdctl put ({LOOPED} timed, scaled)", f"{scaled:.1f} s  {scaled / took:.0f}x", ">= 20x",
    scaled / took >= 20)


class Putter:
    """Puts over one connection to etcd's JSON gateway: no process is started in the time that is measured."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(ENDPOINT.split("://")[-1])

    def put(self, key, value):
        encoded = {"key": base64.b64encode(key.encode()).decode(), "value": base64.b64encode(value.encode()).decode()}
        self.connection.request("POST", "/v3/kv/put", json.dumps(encoded))
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            sys.exit(f"bench: put was answered with {answer.status}")


def until_it_has(path, text):
    deadline = time.perf_counter() + 10
    while time.perf_counter() < deadline:
        try:
            with open(path, encoding="utf-8") as file:
                if text in file.read():
                    return
        except FileNotFoundError:
            pass
        time.sleep(0.0002)
    sys.exit(f"bench: {text} did not come into {path}")


def latency(argv, key, out):
    """The median time from a put until the file has it, while this command keeps the file."""
    putter = Putter()
    putter.put(key, '"first"')
    with subprocess.Popen(argv, env=ENV, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            time.sleep(1)
            putter.put(key, '"second"')
            until_it_has(out, "second")
            times = []
            for number in range(PUTS):
                time.sleep(0.3)
                start = time.perf_counter()
                putter.put(key, f'"db-{number}.example.com"')
                until_it_has(out, f"db-{number}.example.com")
                times.append(time.perf_counter() - start)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
    return statistics.median(times)


# From a put to the file.
if subprocess.run([args.etcdpat, "config", "render", "--help"], capture_output=True, check=False).returncode == 0:
    with tempfile.TemporaryDirectory() as scratch:
        template, ours, theirs = (os.path.join(scratch, name) for name in ("template", "ours", "theirs"))
        with open(template, "w", encoding="ascii") as file:
            file.write("host = {{ database.host }}\n")
        rendered = latency([args.etcdpat, "config", "render", template, ours, "--root", "/bench/render"],
                           "/bench/render/database/host", ours)
        script = ('"$0" watch /bench/render/database/host | while read -r event; do read -r key; read -r value; '
                  'printf "host = %s\\n" "$value" > "$1.new"; mv "$1.new" "$1"; done')
        watched = latency(["sh", "-c", script, ETCDCTL, theirs], "/bench/render/database/host", theirs)
    row("from a put to the file of config render, median", f"{rendered * 1000:.1f} ms")
    row("  beside etcdctl watch and a script that writes it", f"{watched * 1000:.1f} ms")
else:
    row("from a put to the file of config render, median", "skipped: no such command")

if missed:
    print(f"\nmissed: {'; '.join(missed)}")
sys.exit(1 if missed and args.check else 0)
