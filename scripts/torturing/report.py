"""What a run did, and the verdict."""

import collections

import boot
from journal import describe
from lockers import ETCDPAT

SHOWN = 10  # findings, in full
GRAVEST = ["overlap", "queue", "write", "fence", "outlived", "deadline"]  # shown first


def table(title, counts):
    print(title)
    width = max(map(len, map(str, counts)), default=0)
    for name, count in counts.items():
        print(f"  {name!s:<{width}}  {count:>6}")


def summary(world, checker):
    missed = {kind: count for kind, count in world.nemesis.missed.items() if count}
    table("faults", world.nemesis.done)
    if missed:
        print("  without a target, so not counted: " + ", ".join(f"{kind} {n}" for kind, n in missed.items()))
    table("sections", collections.Counter(f"{s.run.locker.kind} {s.run.kind}" for s in checker.sections))
    results = collections.Counter(result for s in checker.ours for _, result in s.writes.values())
    table("guarded writes of etcdpat's sections", results)
    unguarded = [s for s in checker.ours if s.unguarded]
    refused = sum(any(result == "refused" for _, result in s.writes.values()) for s in unguarded)
    print(f"  sections with keeper and guardian stopped: {len(unguarded)}; refused a write in {refused}")
    codes = collections.Counter(run.status for run in world.runs.values() if run.locker.kind == ETCDPAT)
    table("etcdpat's exit codes", {code: codes[code] for code in sorted(codes, key=str)})
    print(f"etcd: {world.history.newest} revisions, {len(world.history.lives)} keys of contenders")
    print(f"overlaps with etcdctl's own sections (its known defect): {checker.etcdctl_overlaps}")
    print(f"overlaps with holders that lost a key by force or had no guardian: {checker.forced}")
    print(f"keys taken from running holders by a leader that had been stopped (etcd's defect): {checker.taken_early}")
    print(f"processes that etcdctl left running: {world.etcdctls_processes}")


def gravity(rule):
    return GRAVEST.index(rule) if rule in GRAVEST else len(GRAVEST)


def findings(world, checker):
    """Shows them, with the log's lines."""
    found = sorted(checker.findings + world.findings, key=lambda finding: gravity(finding[0]))
    for rule, text, sids in found[:SHOWN]:
        print(f"\n{rule}: {text}")
        for sid in sids:
            if section := world.journal.sections.get(sid):
                print(f"  {describe(section, world.began)}")
        for line in world.journal.lines(set(sids)):
            print(f"    {line}")
        for sid in sids:
            for sign in world.journal.signs(sid)[-1:]:
                print(f"    {sign}  (the last sign of life)")
            if section := world.journal.sections.get(sid):
                for life in section.lives(world.history):
                    if life:
                        fate = f"created {life.created}, deleted {life.deleted}, seen {life.deleted_seen}"
                        print(f"    etcd: {life.key} {fate}")
    if len(found) > SHOWN:
        print(f"\n… and {len(found) - SHOWN} more")
    return collections.Counter(rule for rule, _, _ in found)


def verdict(world, checker, elapsed):
    """Prints all of it. True if nothing was found."""
    summary(world, checker)
    rules = findings(world, checker)
    faults = sum(world.nemesis.done.values())
    ran = f"seed {world.seed}, {boot.seconds(elapsed):.0f}s, {len(checker.ours)} sections, {faults} faults"
    if not rules:
        print(f"torture: ok: {ran}: 0 overlaps, 0 leftovers")
    else:
        print(f"torture: FAILED: {', '.join(f'{count} {rule}' for rule, count in rules.items())} ({ran})")
    return not rules
