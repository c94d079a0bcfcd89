"""The checker: reads the sections' log, the nemesis's record and etcd's history, and says what must not have been.

Times of a section are at least as narrow as the truth, times of etcd's events never earlier than the truth, so each
finding was so. What etcd's history says is checked by revision, without any clock.
"""

import json

import boot
from lockers import ETCDCTL, ETCDPAT, PERMITS

PROMPTLY = 1 * boot.SECOND  # for a kill that is due at once
LAGGARD = 3 * boot.SECOND  # by which the recorder may be late, with a quorum
NEW_LEADERS_GIFT = 900_000_000  # a new leader needs 450 ms to be elected, and adds 500 ms to every lease
EXITS = {0, 7, 122, 123, 124, 125, 128 + 15, 128 + 9}


def conflicting(mode, other):
    return mode != other or mode == "exclusive"


class Checker:
    """All rules over one run of the torture; `findings` are (rule, text, ids of sections)."""

    def __init__(self, journal, history, nemesis, foreign, plant):
        self.history, self.faults, self.foreign, self.plant = history, nemesis.faults, foreign, plant
        self.revoked, self.taken = nemesis.revoked, nemesis.taken
        self.sections = sorted(journal.sections.values(), key=lambda section: section.begin)
        self.ours = [section for section in self.sections if section.run.locker.kind == ETCDPAT]
        self.holders = [section for section in self.ours if section.names]  # a secondary is under no deadline
        self.by_sid = journal.sections
        self.runs = journal.runs
        self.findings = []
        self.etcdctl_overlaps = self.forced = self.taken_early = 0
        if plant:
            self.learn_fences()
        for section in self.ours:
            self.forgive_taken_keys(section)
            self.forgive_revoked_leases(section)
            self.forgive_stopped_leaders(section)
        self.bounds = {section.sid: self.bound(section) for section in self.sections}

    def check(self):
        self.overlaps()
        self.order_of_beginnings()
        for section in self.ours:
            self.keys(section)
            self.outlived_its_key(section)
            self.outlived_its_locker(section)
            self.outlived_its_command(section)
            self.deaf(section)
            self.refused_though_held(section)
        self.passed_foreign_keys()
        self.isolation()
        self.roles()
        self.replay()
        if not self.plant:
            self.exits()

    def learn_fences(self):
        """A planted locker doesn't know its fence. So that it isn't found by that alone, take it from etcd."""
        for section in self.ours:
            if section.names and not section.fence:
                life = section.lives(self.history)[0]
                section.fence = life.created if life else 0

    def find(self, rule, text, *sids):
        self.findings.append((rule, text, sids))

    # What etcd, and the nemesis, did to a section

    def gone(self, section):
        """When the first of its keys was seen to be gone, or not to be its own, or None."""
        seen = [life.lost_seen for life in section.lives(self.history) if life and life.lost_seen]
        return min(seen, default=None)

    def forgive_taken_keys(self, section):
        """Its key was taken while it waited, and it may have begun just before it knew; or while another section ran
        under it: a command that has ended is started again under the same key."""
        if section.lost_by_force or not self.gone(section):
            return
        taken = [self.taken.get((life.key, life.created)) for life in section.lives(self.history) if life]
        section.lost_by_force = min(filter(None, taken), default=None)

    def forgive_revoked_leases(self, section):
        """The lease of a whole instance was revoked, and it has many sections."""
        if section.lease in self.revoked and self.gone(section) and not section.lost_by_force:
            section.lost_by_force = self.revoked[section.lease]

    def forgive_stopped_leaders(self, section):
        """A leader that was stopped and replaced can revoke live leases when it goes on: etcd's defect, so, by force.

        It is one only where the new leader can't have decided it: it gives every lease its whole TTL and more.
        """
        gone = self.gone(section)
        for fault in self.faults:
            if gone is None or section.lost_by_force or fault.leader_resumed is None:
                continue
            honest = fault.began + section.run.ttl * boot.SECOND + NEW_LEADERS_GIFT
            if fault.leader_resumed <= gone < honest and section.last > gone:
                section.lost_by_force = fault.leader_resumed
                self.taken_early += 1

    def calm(self, since, until):
        """No fault kept news from travelling."""
        return not any(
            fault.shakes_etcd and fault.began < until and (fault.healed or fault.ended) + boot.SECOND > since
            for fault in self.faults
        )

    def bound(self, section):
        """Until when a holder that lost its key by force may run on: at once, or where news was late, its deadline."""
        gone = self.gone(section)
        if gone is None:
            return None
        lost = section.lost_by_force or gone
        calm = self.calm(lost - boot.SECOND, gone + PROMPTLY)
        return gone + (PROMPTLY if calm else section.run.ttl * boot.SECOND)

    def excused(self, section, when):
        """Whether another may run beside it at that time: it is what no client can prevent."""
        if section.unguarded and section.unguarded[0] <= when <= section.unguarded[1] + PROMPTLY:
            return True
        bound = self.bounds[section.sid]
        return bool(section.lost_by_force and section.lost_by_force <= when and (bound is None or when <= bound))

    # The rules

    def overlaps(self):
        """No two that conflict run at the same time, and no more than N permits."""
        for name in {name for section in self.sections for name in section.names}:
            active = []
            for section in self.sections:
                if name not in section.names:
                    continue
                active = [other for other in active if other.last >= section.begin]
                self.overlap(section, name, active)
                active.append(section)

    def overlap(self, section, name, active):
        permits = []
        for other in active:
            mode = section.mode
            if not conflicting(mode, other.mode) and mode != "permit":
                continue
            if ETCDCTL in (section.run.locker.kind, other.run.locker.kind):
                self.etcdctl_overlaps += 1
            elif self.excused(other, section.begin) or self.excused(section, section.begin):
                self.forced += 1
            elif conflicting(mode, other.mode):
                both = boot.seconds(min(other.last, section.last) - section.begin)
                self.find("overlap", f"{name}: both ran for {both:.3f}s", other.sid, section.sid)
            else:
                permits.append(other)
        if len(permits) >= PERMITS:
            sids = [other.sid for other in permits]
            self.find("overlap", f"{name}: {len(permits) + 1} of {PERMITS} permits in use", *sids, section.sid)

    def order_of_beginnings(self):
        """Of two that conflict, the one that began later has the newer fence."""
        newest = {}  # (name, mode) -> the section with the newest fence so far
        for section in self.ours:
            mode = section.mode
            for name in section.names:
                for (other_name, other_mode), other in newest.items():
                    behind = other_name == name and conflicting(mode, other_mode) and section.fence < other.fence
                    if behind and not self.excused(section, section.begin):
                        self.find("fence", f"{name}: began later with an older fence", other.sid, section.sid)
                if section.fence > getattr(newest.get((name, mode)), "fence", 0):
                    newest[name, mode] = section

    def keys(self, section):
        """It had a key of this fence and mode in every queue."""
        for name, life in zip(section.names, section.lives(self.history), strict=True):
            if life is None:
                self.find("key", f"{name}: its key was never created", section.sid)
            elif section.fence != life.created:
                self.find("key", f"{name}: fence {section.fence}, created at {life.created}", section.sid)
            elif mode_of(life.values[0][1]) != section.mode:
                self.find("key", f"{name}: its key says {mode_of(life.values[0][1])}", section.sid)

    def outlived_its_key(self, section):
        """Nothing of it ran when its key had gone, unless that was taken by force."""
        gone = self.gone(section)
        if gone is None or section.last <= gone or section.unguarded:
            if section.unguarded and section.last > section.unguarded[1] + PROMPTLY:
                self.find("outlived", "ran on after its guardian had been continued", section.sid)
            return
        bound = self.bounds[section.sid] if section.lost_by_force else gone
        if section.last > bound:
            late = boot.seconds(section.last - gone)
            self.find("outlived", f"ran for {late:.3f}s after its key had gone", section.sid)

    def outlived_its_locker(self, section):
        """Nothing of it ran when its etcdpat had ended; killed, its tree is ended at once."""
        run = section.run
        ends = [("its etcdpat had ended", run.exited)] if run.exited and not run.killed_by_us else []
        if run.killed_by_us:
            ends.append(("its etcdpat was killed", run.killed_by_us + PROMPTLY))
        if section.killed:
            ends.append(("its guardian was killed", section.killed + PROMPTLY))
        for what, end in ends:
            if section.last > end:
                self.find("outlived", f"ran for {boot.seconds(section.last - end):.3f}s after {what}", section.sid)

    def outlived_its_command(self, section):
        """Where no fault struck it, what its command left running ended soon: SIGTERM, the grace, SIGKILL."""
        if section.ended and not section.tortured:
            late = section.last - section.ended - grace(section) - PROMPTLY
            if late > 0:
                what = f"ran for {boot.seconds(late):.3f}s more than its grace after its end"
                self.find("outlived", what, section.sid)

    def deaf(self, section):
        """SIGTERM to etcdpat ends a command that does not ignore it, and then what it left running."""
        told = section.run.terminated
        if told and "stubborn" not in section.traits:
            late = section.last - told - grace(section) - PROMPTLY
            if late > 0:
                what = f"ran for {boot.seconds(late):.3f}s more than its grace after SIGTERM"
                self.find("deaf", f"{what} ({section.run.start or 'no signal blocked'})", section.sid)

    def passed_foreign_keys(self):
        """Nobody that conflicts begins behind a key that belongs to nobody, as long as it stands."""
        for foreign in self.foreign:
            for section in self.ours:
                behind = foreign.name in section.names and section.fence > foreign.created
                if behind and foreign.since < section.begin < foreign.until:
                    blocked = conflicting(section.mode, mode_of(foreign.value))
                    if blocked and not self.excused(section, section.begin):
                        what = f"began behind {foreign.key}, which stood there without a holder"
                        self.find("foreign", what, section.sid)

    def refused_though_held(self, section):
        """A write by one that holds is never refused."""
        gone = self.gone(section)
        for number, (when, result) in section.writes.items():
            if result == "refused" and not section.lost_by_force and (gone is None or when + LAGGARD < gone):
                self.find("refused", f"write {number} was refused though its key was there", section.sid)

    def isolation(self):
        """Where no renewal can have been answered since a moment, nothing runs a TTL later. (It was sent before.)"""
        for fault in self.faults:
            if not fault.everybody and not fault.isolates:
                continue
            for section in self.holders:
                limit = fault.began + section.run.ttl * boot.SECOND
                concerned = fault.everybody or fault.isolates == section.run.sid
                if concerned and not section.unguarded and limit < fault.ended and section.begin < fault.ended:
                    if section.last > limit:
                        late = boot.seconds(section.last - limit)
                        self.find("deadline", f"ran for {late:.3f}s past it, cut off by {fault.kind}", section.sid)

    def roles(self):
        """On one node, the primary never runs beside the secondary, nor either beside itself."""
        latest = {}  # the node -> who of it was alive last
        for section in self.ours:
            if section.role not in ("primary", "secondary"):
                continue
            other = latest.get(section.run.locker)
            if other and other.last >= section.begin:
                both = boot.seconds(min(other.last, section.last) - section.begin)
                what = f"{section.run.locker.name}: {other.role} and {section.role} both ran for {both:.3f}s"
                self.find("roles", what, other.sid, section.sid)
            if other is None or section.last > other.last:
                latest[section.run.locker] = section

    def exits(self):
        for run in self.runs.values():
            if run.locker.kind == ETCDPAT and run.exited and not run.killed_by_us and run.status not in EXITS:
                self.find("exit", f"exit code {run.status}", run.sid)

    def replay(self):
        """By revisions alone: who wrote held its locks, and no resource saw an older fence after a newer one."""
        steps = [(life.created, 0, life) for life in self.history.lives.values()]
        steps += [(life.deleted, 0, life) for life in self.history.lives.values() if life.deleted]
        steps += [(write[0], 1, write) for write in self.history.writes]
        queues, highest = {}, {}
        for revision, is_write, what in sorted(steps, key=lambda step: step[:2]):
            if is_write:
                self.written(what, queues, highest)
            elif revision == what.created:
                queues.setdefault(what.name, {})[what.key] = what
            else:
                del queues[what.name][what.key]

    def written(self, write, queues, highest):
        revision, name, fence, sid, number = write
        section = self.by_sid.get(sid)
        if section is None or section.run.locker.kind != ETCDPAT:
            return
        mode, queue = section.mode, queues.get(name, {})
        at = f"{name}: write {number} at revision {revision}"
        if section.writes.get(number, (0, ""))[1] == "refused":
            self.find("write", f"{at} is in etcd though it was refused", sid)
        mine = queue.get(f"{name}/{section.lease}")
        if mine is None:
            self.find("write", f"{at} was applied without its key", sid)
            return
        if mine.overwritten and mine.overwritten < revision:
            self.find("write", f"{at} was applied though its key was overwritten at {mine.overwritten}", sid)
        ahead = [life for life in queue.values() if life.created < mine.created]
        # What each of them claimed when it entered: a key that was put over later keeps out who has not begun yet,
        # which is looked at there.
        blocking = [life.key for life in ahead if conflicting(mode, mode_of(life.values[0][1]))]
        if blocking or (mode == "permit" and len(ahead) >= PERMITS):
            self.find("queue", f"{at} by one that did not hold; ahead: {blocking or [life.key for life in ahead]}", sid)
        for other in ("exclusive", "shared", "permit"):
            if conflicting(mode, other) and fence < highest.get((name, other), 0):
                self.find("fence", f"{at} came after one with a newer fence", sid)
        highest[name, mode] = max(fence, highest.get((name, mode), 0))


def grace(section):
    """etcdpat's, between SIGTERM and SIGKILL, in nanoseconds."""
    return section.run.ttl * boot.SECOND // 4


def mode_of(value):
    """As a key's value says; another client's key is exclusive."""
    try:
        return json.loads(value)["mode"]
    except (ValueError, KeyError, TypeError):
        return "exclusive"
