"""What a run did, and the verdict."""

import collections

import boot
from journal import describe
from lockers import ETCDPAT

SHOWN = 10  # findings, in full
# Shown first.
GRAVEST = ["overlap", "queue", "write", "fence", "foreign", "outlived", "roles", "deadline", "deaf", "watch"]


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
    table("sections", collections.Counter(f"{s.run.locker.kind} {kind(s)}" for s in checker.sections))
    results = collections.Counter(result for s in checker.ours for _, result in s.writes.values())
    table("guarded writes of etcdpat's sections", results)
    unguarded = [s for s in checker.ours if s.unguarded]
    refused = sum(any(result == "refused" for _, result in s.writes.values()) for s in unguarded)
    print(f"  sections with keeper and guardian stopped: {len(unguarded)}; refused a write in {refused}")
    codes = collections.Counter(run.status for run in world.runs.values() if run.locker.kind == ETCDPAT)
    table("etcdpat's exit codes", {code: codes[code] for code in sorted(codes, key=str)})
    unusual(world, checker)
    print(f"etcd: {world.history.newest} revisions, {len(world.history.lives)} keys of contenders")
    print(f"overlaps with etcdctl's own sections (its known defect): {checker.etcdctl_overlaps}")
    print(f"overlaps with holders that lost a key by force or had no guardian: {checker.forced}")
    print(f"keys taken from running holders by a leader that had been stopped (etcd's defect): {checker.taken_early}")
    print(f"processes that etcdctl left running: {world.etcdctls_processes}")


def kind(section):
    """What it was in its queues: nothing where it is a secondary."""
    return section.role if section.run.is_node else section.run.kind


def unusual(world, checker):
    """What sections left running and how they were started; what could not be done here."""
    traits = collections.Counter(
        trait for s in checker.ours if s.others for trait in s.traits if trait in ("named", "nested", "moving")
    )
    table("sections with processes that were named, nested, moving", traits)
    table("sections by the command that ran them", collections.Counter(s.role for s in checker.ours))
    table("nodes of ha", nodes_lives(world, checker))
    asked = {f"{what}, {how}": count for (what, how), count in world.asked.items()}
    table("leaders of elections asked to leave", asked)
    starts = collections.Counter(s.run.start or "-" for s in checker.ours)
    table("sections by how etcdpat's parent left signals", starts)
    stalls = {f"{way}, {how}": count for (way, how), count in world.stalls.items()}
    table("disks stalled, and whether the member answered", stalls)
    table("keys overwritten, then", {"taken away": len(world.foreign), "gone by themselves": world.gone_by_themselves})
    table("restores from a snapshot", {"at the end": world.restores.done})
    never = [kind for kind, count in world.nemesis.done.items() if not count]
    never += sorted({"lock", "elect", "primary", "secondary", "shard"} - {s.role for s in checker.ours})
    if never:
        print("NOT DONE in this run: " + ", ".join(never))
    for kind, reason in world.skipped.items():
        print(f"SKIPPED: {kind}: {reason}")


def nodes_lives(world, checker):
    """How often they began, and how often a name went from one to another."""
    runs = [run for run in world.runs.values() if run.is_node]
    moves, owner = collections.Counter(), {}
    for section in checker.holders:
        for name in section.names if section.run.is_node else []:
            before = owner.get(name)
            moves[section.role] += before is not None and before is not section.run.locker
            owner[name] = section.run.locker
    return {
        "runs": len(runs),
        "runs that were killed": sum(run.killed_by_us is not None for run in runs),
        "runs that were told to leave": sum(run.terminated is not None for run in runs),
        "primaries that moved to another node": moves["primary"],
        "shards that moved to another instance": moves["shard"],
    }


def gravity(rule):
    return GRAVEST.index(rule) if rule in GRAVEST else len(GRAVEST)


def is_on(fault, section):
    """Whether it struck this section, by what the nemesis noted."""
    struck = {word.partition("/")[0] for word in fault.detail.split()}
    return section.run.sid in struck or (section.key != "-" and section.key in fault.detail)


def meanwhile(world, section):
    """What the nemesis did to this section, and around it, in the order of time."""
    kinds = {}
    for fault in world.nemesis.faults:
        if fault.began <= section.last and (fault.healed or fault.ended) >= section.begin - boot.SECOND:
            kinds[fault.kind] = kinds.get(fault.kind) or is_on(fault, section)
    return ", ".join(f"*{kind}*" if mine else kind for kind, mine in kinds.items()) or "none"


def findings(world, checker):
    """Shows them, with the log's lines."""
    found = sorted(checker.findings + world.findings, key=lambda finding: gravity(finding[0]))
    alike = collections.Counter((rule, tuple(sids)) for rule, _, sids in found)
    first = {(rule, tuple(sids)): (rule, text, sids) for rule, text, sids in reversed(found)}
    shown = [first[key] for key in alike]
    for rule, text, sids in shown[:SHOWN]:
        more = alike[rule, tuple(sids)] - 1
        print(f"\n{rule}: {text}{f'; and {more} more like it' if more else ''}")
        for sid in sids:
            if section := world.journal.sections.get(sid):
                print(f"  {describe(section, world.began)}")
                print(f"    faults meanwhile: {meanwhile(world, section)}")
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
    if len(shown) > SHOWN:
        print(f"\n… and {len(shown) - SHOWN} more")
    if found:
        print()
        table("findings, by what struck a section of theirs, or is particular to it", particulars(world, shown))
    return collections.Counter(rule for rule, _, _ in found)


def particulars(world, shown):
    counts = collections.Counter()
    for rule, _, sids in shown:
        sections = [section for sid in sids if (section := world.journal.sections.get(sid))]
        own = {fault.kind for section in sections for fault in world.nemesis.faults if is_on(fault, section)}
        own |= {trait for section in sections for trait in [*section.traits, section.run.start] if trait}
        counts.update(f"{rule}: {what}" for what in own)
    return dict(sorted(counts.items()))


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
