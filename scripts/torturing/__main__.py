"""`scripts/torture`: etcdpat's locks under real faults. See docs/torture.md."""

import argparse
import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile

import boot
import plants
import processes
import report
from checker import Checker
from world import World


def parse():
    options = argparse.ArgumentParser(prog="scripts/torture", description=__doc__)
    options.add_argument("--seconds", type=float, default=60, metavar="N", help="how long (default: 60)")
    options.add_argument("--minutes", type=float, metavar="N", help="how long, in minutes")
    options.add_argument("--seed", type=int, metavar="N", help="repeats a run's faults and lockers (default: new)")
    options.add_argument("--etcd", metavar="DIR", help="where etcd and etcdctl are (default: on the PATH)")
    options.add_argument("--etcdpat", default="target/release/etcdpat", metavar="FILE", help="the binary under test")
    options.add_argument("--keep", action="store_true", help="keep logs and data, and say where")
    kinds = "; ".join(f"{kind}: {what}" for kind, what in plants.KINDS.items())
    options.add_argument("--plant", choices=plants.KINDS, help=f"a bug that must be found. {kinds}")
    args = options.parse_args()
    args.seconds = args.minutes * 60 if args.minutes else args.seconds
    args.seed = secrets.randbelow(1_000_000) if args.seed is None else args.seed
    args.etcdpat = os.path.abspath(args.etcdpat)
    args.etcd = args.etcd and os.path.abspath(args.etcd)
    for program in (args.etcdpat, os.path.join(args.etcd, "etcd") if args.etcd else "etcd", "setpriv"):
        shutil.which(program) or options.error(f"no {program}")
    return args


def version(args):
    etcd = os.path.join(args.etcd, "etcd") if args.etcd else "etcd"
    return subprocess.run([etcd, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


async def tortured(world, seconds):
    """The run, ended in order by SIGINT, SIGTERM and SIGHUP."""
    task = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    await world.run(seconds)


def main():
    args = parse()
    print(f"torture: seed {args.seed}, {args.seconds:g}s, {version(args)}", file=sys.stderr)
    processes.become_subreaper()
    if sys.version_info < (3, 12):  # what is the default from then on: no thread per child
        asyncio.get_event_loop_policy().set_child_watcher(asyncio.PidfdChildWatcher())
    directory = tempfile.mkdtemp(prefix="torture-")
    began = boot.now()
    world = World(args, directory)
    try:
        asyncio.run(tortured(world, args.seconds))
        checker = Checker(world.journal, world.history, world.nemesis, world.foreign, args.plant)
        checker.check()
        return 0 if report.verdict(world, checker, boot.now() - began) else 1
    except (asyncio.CancelledError, KeyboardInterrupt):
        print("torture: interrupted", file=sys.stderr)
        return 130
    finally:
        open(world.log_path + ".over", "wb").close()
        processes.end_all(world.mark)
        if args.keep:
            print(f"torture: kept {directory}", file=sys.stderr)
        else:
            shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
