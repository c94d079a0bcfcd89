"""Processes of this run, found in /proc by the mark in their environment. Nobody else's is ever signalled."""

import contextlib
import ctypes
import os
import signal
import time

PR_SET_CHILD_SUBREAPER = 36

bystanders = set()  # numbers of processes that only make the host busy; they need no look


def become_subreaper():
    """Orphans of this run become our children, so that none is out of reach."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def state_and_parent(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            state, ppid = stat.read().rpartition(")")[2].split()[:2]
    except OSError:
        return "X", "0"
    return state, ppid


def parent(pid):
    """Its parent's number, or None when it has gone or is a zombie."""
    state, ppid = state_and_parent(pid)
    return None if state in "ZX" else int(ppid)


def variables(pid):
    try:
        with open(f"/proc/{pid}/environ", "rb") as environ:
            return environ.read().split(b"\0")
    except OSError:
        return []


def numbers():
    """Of all processes of the host but those that are there to make it busy."""
    return [entry for entry in os.listdir("/proc") if entry.isdigit() and int(entry) not in bystanders]


def marked(mark):
    """Numbers and environments of all living processes with this `NAME=value`."""
    mine = os.getpid()
    for entry in numbers():
        if int(entry) != mine and parent(entry) is not None:
            found = variables(entry)
            if mark.encode() in found:
                yield int(entry), found


def is_section(pid, sid):
    return f"TORTURE_SECTION={sid}".encode() in variables(pid)


def zombies():
    """Our children that have ended and were not waited for yet, orphans that came to us among them."""
    mine, found = str(os.getpid()), set()
    for entry in numbers():
        if state_and_parent(entry) == ("Z", mine):
            found.add(int(entry))
    return found


def signal_if(pid, sid, number):
    """Only if it is still a process of this section: numbers are used again. Whether it was."""
    if not is_section(pid, sid):
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
        return True
    return False


def kill_all(mark):
    """Kills every process of the run that there is now. Whether there was one."""
    left = [pid for pid, _ in marked(mark)]
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return bool(left)


def end_all(mark):
    """Kills every process of the run, and returns when none is left."""
    while kill_all(mark):
        time.sleep(0.01)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
