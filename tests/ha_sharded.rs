//! Sharded groups: who owns which shard, what moves, and what ends.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{
    Etcd, Random, Running, Signal, children_of, eventually, gone_within, is_alive, path, rows, signal, stubborn_tree,
    tree, until,
};

/// How long a loss of an instance may keep shards from being owned, with a TTL of 3 s.
const TAKEN_OVER: Duration = Duration::from_secs(5);

/// A group `/g`, the shards' commands of which write a common log.
struct Group {
    etcd: Etcd,
    dir: tempfile::TempDir,
    shards: u32,
}

/// A line of the log: what, shard, fence, instance, pid.
type Line = (String, u32, i64, String, i32);

impl Group {
    fn new(shards: u32) -> Self {
        Self { etcd: Etcd::start(), dir: tempfile::tempdir().unwrap(), shards }
    }

    /// A command that notes its begin and end. Where its shard's last command is alive when it begins, it says so.
    fn script(&self) -> String {
        let dir = self.dir.path().display();
        format!(
            "cd {dir}; note() {{ echo $1 $ETCDPAT_SHARD $ETCDPAT_FENCE $ETCDPAT_NODE_ID $$ >> log; }}; \
             last=pid-$ETCDPAT_SHARD; if [ -e $last ] && kill -0 $(cat $last) 2> kill; then note overlap; fi; \
             echo $$ > $last; note begin; trap 'note end; kill $!; exit 0' TERM; sleep 1000 & wait"
        )
    }

    fn node(&self, id: &str, options: &str) -> Running {
        self.node_with(id, options, &self.script())
    }

    fn node_with(&self, id: &str, options: &str, script: &str) -> Running {
        let shards = self.shards.to_string();
        let ttl = if options.contains("--ttl") { "" } else { "--ttl 3s" };
        let options: Vec<_> = options.split_whitespace().chain(ttl.split_whitespace()).collect();
        let words = [
            &["ha", "sharded", "-o", "json", "/g", "--shards", &shards, "--node-id", id][..],
            &options,
            &["--", "sh", "-c", script],
        ];
        self.etcd.pat(&words.concat()).spawn()
    }

    fn lines(&self) -> Vec<Line> {
        let text = fs::read_to_string(self.dir.path().join("log")).unwrap_or_default();
        let line = |line: &str| {
            let mut words = line.split(' ');
            let mut next = || words.next().unwrap().to_owned();
            let (what, shard, fence, node, pid) = (next(), next(), next(), next(), next());
            (what, shard.parse().unwrap(), fence.parse().unwrap(), node, pid.parse().unwrap())
        };
        text.lines().map(line).collect()
    }

    fn begins(&self) -> usize {
        self.lines().iter().filter(|line| line.0 == "begin").count()
    }

    /// The command of each shard that has begun last.
    fn running(&self) -> BTreeMap<u32, (String, i32)> {
        let begun = self.lines().into_iter().filter(|line| line.0 == "begin");
        begun.map(|(_, shard, _, node, pid)| (shard, (node, pid))).collect()
    }

    /// Never two commands of one shard at once, and a higher fence for each owner than for the one before. A command that
    /// is started again by the same owner has the same.
    fn check_log(&self) {
        let mut last: BTreeMap<u32, (i64, String)> = BTreeMap::new();
        for (what, shard, fence, node, _) in self.lines() {
            assert_ne!(what, "overlap", "{:?}", self.lines());
            let before = last.insert(shard, (fence, node.clone()));
            let is_next = |(before, owner)| fence > before || (fence == before && node == owner);
            assert!(before.is_none_or(is_next), "{:?}", self.lines());
        }
    }

    fn status(&self) -> Vec<Value> {
        rows(&self.etcd.run("ha status -o json /g").stdout)
    }

    /// Who owns each shard.
    fn owners(&self) -> BTreeMap<u64, String> {
        let status = self.status();
        let shards = status.iter().filter(|row| row["event"] == "ha.shard.status");
        shards.filter_map(|row| Some((row["shard"].as_u64()?, row["owner"].as_str()?.to_owned()))).collect()
    }

    fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        self.owners().into_values().for_each(|owner| *counts.entry(owner).or_default() += 1);
        counts
    }

    /// Waits until these instances own so many shards, and run their commands.
    fn until_owned(&self, limit: Duration, wanted: &[(&str, usize)]) {
        let wanted: BTreeMap<String, usize> = wanted.iter().map(|(id, count)| ((*id).to_owned(), *count)).collect();
        let end = Instant::now() + limit;
        loop {
            let (owned, mut running) = (self.counts(), BTreeMap::new());
            for (node, _) in self.running().into_values().filter(|(_, pid)| is_alive(*pid)) {
                *running.entry(node).or_insert(0) += 1;
            }
            if owned == wanted && running == wanted {
                return;
            }
            assert!(Instant::now() < end, "not within {limit:?}: {wanted:?}, but {owned:?} and {running:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until these instances own all shards, none more than one above another, and run their commands.
    fn until_balanced(&self, ids: &[String]) {
        eventually("balance", TAKEN_OVER, || {
            let (owners, running) = (self.owners(), self.running());
            let counts: Vec<_> = ids.iter().map(|id| owners.values().filter(|owner| *owner == id).count()).collect();
            let runs = |(shard, (node, pid)): (&u32, &(String, i32))| {
                owners.get(&u64::from(*shard)) == Some(node) && is_alive(*pid)
            };
            let all = counts.iter().sum::<usize>() == self.shards as usize && running.len() == self.shards as usize;
            let is_even = counts.iter().max()? - counts.iter().min()? <= 1;
            (all && is_even && running.iter().all(runs)).then_some(())
        });
    }

    /// Waits until no lease of a killed instance is left.
    fn until_leases(&self, count: usize) {
        until("leases have ended", || self.etcd.leases().len() == count);
    }
}

fn parent_of(pid: i32) -> i32 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    stat.rsplit_once(')').unwrap().1.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn event(node: &Running, name: &str) -> Option<Value> {
    let text = node.stderr();
    let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines.rfind(|row| row["event"] == name)
}

fn until_event(node: &Running, name: &str) -> Value {
    eventually(name, Duration::from_secs(20), || event(node, name))
}

#[test]
fn shards_follow_instances_by_the_fewest_moves() {
    let group = Group::new(16);
    let limit = Duration::from_secs(10);
    let mut nodes = vec![group.node("a", "")];
    group.until_owned(limit, &[("a", 16)]);
    let mut begun = 16;
    let mut step = |moves: usize, wanted: &[(&str, usize)], limit| {
        group.until_owned(limit, wanted);
        begun += moves;
        assert_eq!(group.begins(), begun, "{wanted:?}");
    };
    nodes.push(group.node("b", ""));
    step(8, &[("a", 8), ("b", 8)], limit);
    nodes.push(group.node("c", ""));
    step(5, &[("a", 6), ("b", 5), ("c", 5)], limit);
    nodes.push(group.node("d", ""));
    step(4, &[("a", 4), ("b", 4), ("c", 4), ("d", 4)], limit);
    nodes.push(group.node("e", ""));
    step(3, &[("a", 4), ("b", 3), ("c", 3), ("d", 3), ("e", 3)], limit);
    // One leaves in order: what it had, and nothing else, moves.
    assert_eq!(nodes.pop().unwrap().end().code, 0);
    step(3, &[("a", 4), ("b", 4), ("c", 4), ("d", 4)], limit);
    // The planner is killed.
    drop(nodes.remove(0));
    step(4, &[("b", 6), ("c", 5), ("d", 5)], TAKEN_OVER);
    // One is frozen for longer than its lease lasts; when it goes on, it joins again.
    let frozen = nodes.pop().unwrap();
    frozen.signal(Signal::STOP);
    step(5, &[("b", 8), ("c", 8)], TAKEN_OVER);
    frozen.signal(Signal::CONT);
    step(5, &[("b", 6), ("c", 5), ("d", 5)], limit);
    assert!(event(&frozen, "ha.sharded.lost").is_some(), "{}", frozen.stderr());
    group.check_log();
    nodes.push(frozen);
    nodes.into_iter().for_each(|node| assert_eq!(node.end().code, 0));
    assert_eq!(group.running().values().filter(|(_, pid)| is_alive(*pid)).count(), 0);
}

#[test]
fn whatever_comes_goes_and_hangs_each_shard_is_at_one_instance() {
    let (group, mut random) = (Group::new(16), Random::new());
    let mut nodes: Vec<(String, Running)> = Vec::new();
    for round in 0..10 {
        let (before, owned) = (group.begins(), group.owners().len());
        let at = random.below(nodes.len().max(1));
        let mut frozen = None;
        match random.below(4) {
            _ if nodes.len() < 2 => {
                let id = format!("n{round}");
                nodes.push((id.clone(), group.node(&id, "")));
            }
            0 if nodes.len() < 5 => {
                let ids = [format!("n{round}"), format!("n{round}-too")];
                nodes.extend(ids.map(|id| (id.clone(), group.node(&id, ""))));
            }
            1 => assert_eq!(nodes.remove(at).1.end().code, 0),
            2 => drop(nodes.remove(at)),
            _ => {
                nodes[at].1.signal(Signal::STOP);
                frozen = Some(nodes.remove(at));
            }
        }
        let ids: Vec<_> = nodes.iter().map(|(id, _)| id.clone()).collect();
        group.until_balanced(&ids);
        // Only what was its own moves away from one, and no more than its share to one.
        assert!(group.begins() - before <= 16_usize.div_ceil(nodes.len()) * 2 || owned == 0, "{round}");
        if let Some(frozen) = frozen {
            frozen.1.signal(Signal::CONT);
            nodes.push(frozen);
            group.until_balanced(&nodes.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
        }
        group.check_log();
    }
    group.until_leases(nodes.len());
    nodes.into_iter().for_each(|(_, node)| assert_eq!(node.end().code, 0));
}

#[test]
fn instances_that_join_at_once_settle_by_weight() {
    let group = Group::new(16);
    let nodes = [group.node("a", "--weight 1"), group.node("b", "--weight 3"), group.node("c", "--weight 4")];
    group.until_owned(Duration::from_secs(10), &[("a", 2), ("b", 6), ("c", 8)]);
    group.check_log();
    assert_eq!(group.etcd.leases().len(), 3);
    let status = group.status();
    let planner: Vec<_> = status.iter().filter(|row| row["planner"] == true).collect();
    assert_eq!(planner.len(), 1, "{status:?}");
    let table = group.etcd.run("ha status /g");
    assert_eq!(table.code, 0);
    assert!(table.stdout.contains("planner") && table.stdout.contains("/g/15/"), "{}", table.stdout);
    // All at once: the plan goes with the last of them.
    nodes.iter().for_each(|node| node.signal(Signal::TERM));
    nodes.into_iter().for_each(|node| assert_eq!(node.wait().code, 0));
    let none = group.etcd.run("ha status /g");
    assert_eq!((none.code, none.stdout.as_str()), (1, "no node of /g is there\n"));
}

#[test]
fn the_command_is_told_its_shard_and_gets_no_input() {
    let group = Group::new(2);
    let (out, hup) = (path(&group.dir, "told"), path(&group.dir, "hup"));
    let script = format!(
        "trap 'echo hup >> {hup}' HUP; cat; echo $ETCDPAT_SHARD/$ETCDPAT_SHARDS $ETCDPAT_NODE_ID $ETCDPAT_LOCK \
         $ETCDPAT_KEY $ETCDPAT_LEASE $ETCDPAT_FENCE >> {out}; sleep 1000 & wait; wait"
    );
    let node = group.node_with("node 1", "", &script);
    let text = eventually("both", Duration::from_secs(10), || {
        fs::read_to_string(&out).ok().filter(|text| text.lines().count() == 2)
    });
    let mut lines: Vec<Vec<_>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    lines.sort();
    for (shard, words) in lines.iter().enumerate() {
        assert_eq!(words[..4], [&format!("{shard}/2"), "node", "1", &format!("/g/{shard}")]);
        assert_eq!(words[4], format!("/g/{shard}/{}", words[5]));
        assert!(words[6].parse::<i64>().unwrap() > 0);
    }
    // One lease; a lock of the same name respects the shard.
    assert_eq!(group.etcd.leases().len(), 1);
    assert_eq!(group.etcd.run("lock --try /g/0 -- true").code, 122);
    // SIGHUP is for the commands.
    node.signal(Signal::HUP);
    until("both have it", || fs::read_to_string(&hup).is_ok_and(|text| text.lines().count() == 2));
    group.etcd.revoke_all();
    until("it has joined again", || fs::read_to_string(&out).is_ok_and(|text| text.lines().count() == 4));
    assert_eq!(node.end().code, 0);
}

#[test]
fn who_is_to_leave_while_a_lost_lease_is_given_up_does_not_join_again() {
    let group = Group::new(2);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    group.etcd.freeze();
    until_event(&node, "ha.sharded.lost");
    // For half a second at the least it is being revoked.
    node.signal(Signal::TERM);
    assert_eq!(node.wait().code, 128 + 15);
    // Without an instance that has left in order, the plan stays.
    group.etcd.thaw();
    group.until_leases(0);
    group.etcd.ctl("del --prefix /_etcdpat/");
}

#[test]
fn what_is_for_the_commands_ends_no_instance_that_joins_again() {
    let group = Group::new(2);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    group.etcd.freeze();
    until_event(&node, "ha.sharded.lost");
    until_event(&node, "ha.sharded.unreleased");
    for signal in [Signal::HUP, Signal::USR1] {
        node.signal(signal);
    }
    group.etcd.thaw();
    until("they are owned again", || group.begins() == 4);
    assert_eq!(node.end().code, 0);
}

#[test]
fn the_number_of_shards_is_one_and_goes_with_the_last_instance() {
    let group = Group::new(4);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 4)]);
    let done = group.etcd.run("ha sharded /g --shards 5 --node-id b -- true");
    assert_eq!(done.code, 122, "{}", done.stderr);
    assert!(done.stderr.contains("/g has 4 shards, not 5"), "{}", done.stderr);
    assert_eq!(node.end().code, 0);
    assert!(group.etcd.keys("").is_empty());
    let other = Group { shards: 5, ..group };
    let node = other.node("b", "");
    other.until_owned(Duration::from_secs(10), &[("b", 5)]);
    assert_eq!(node.end().code, 0);
}

#[test]
fn an_id_is_one_instances_at_a_time() {
    let group = Group::new(2);
    let first = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    let refused = group.node("a", "").wait();
    assert_eq!(refused.code, 122, "{}", refused.stderr);
    assert!(refused.stderr.contains("is in use in /g"), "{}", refused.stderr);
    // One that was killed leaves it with its lease.
    drop(first);
    let next = group.node("a", "");
    group.until_owned(TAKEN_OVER, &[("a", 2)]);
    assert!(event(&next, "ha.sharded.id_taken").is_some());
    group.check_log();
    assert_eq!(next.end().code, 0);
}

#[test]
fn a_record_that_somebody_has_written_without_a_lease_is_in_nobodys_way() {
    let group = Group::new(2);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    group.etcd.ctl(&["put", "/_etcdpat/ha/%2Fg/member/00002/a", "x"]);
    until_event(&node, "ha.sharded.lost");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    group.check_log();
    assert_eq!(node.end().code, 0);
}

#[test]
fn after_an_outage_an_instance_does_not_wait_for_its_own_lease() {
    let group = Group::new(2);
    let node = group.node("a", "--ttl 20s");
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    group.etcd.freeze();
    eventually("it is lost", Duration::from_secs(30), || event(&node, "ha.sharded.lost"));
    group.etcd.thaw();
    until("it owns them again", || group.begins() == 4);
    assert!(event(&node, "ha.sharded.id_taken").is_none(), "{}", node.stderr());
    group.check_log();
    assert_eq!(node.end().code, 0);
}

#[test]
fn what_is_no_group_is_refused_and_nothing_is_sent() {
    for (options, says) in [
        (&["--shards", "0", "--node-id", "a"][..], "it must be a number from 1 to 10000"),
        (&["--shards", "10001", "--node-id", "a"], "it must be a number from 1 to 10000"),
        (&["--shards", "-1", "--node-id", "a"], "it must be a number from 1 to 10000"),
        (&["--shards", "2", "--node-id", ""], "must not be empty"),
        (&["--shards", "2", "--node-id", "a", "--weight", "0"], "--weight"),
        (&["--shards", "2", "--node-id", "a", "--weight", "-1"], "--weight"),
        (&["--shards", "2", "--node-id", "a", "--ttl", "2s", "--grace", "5s"], "does not fit"),
        (&["--shards", "2"], "--node-id"),
        (&["--node-id", "a"], "--shards"),
    ] {
        let words = [&["ha", "sharded", "/g", "--endpoints", "127.0.0.1:1"][..], options, &["--", "true"]].concat();
        let done = crate::support::Pat::new(&words).run();
        assert_eq!(done.code, 2, "{options:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{options:?}: {}", done.stderr);
    }
    let many = "ulimit -n 256; exec \"$0\" ha sharded /g --shards 500 --node-id a -- true";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", many, env!("CARGO_BIN_EXE_etcdpat")]);
    let done = crate::support::finish(command);
    assert_eq!(done.code, 2, "{}", done.stderr);
    assert!(done.stderr.contains("open files") && done.stderr.contains("ulimit -n 2064"), "{}", done.stderr);
}

#[test]
fn a_command_that_keeps_failing_moves_and_no_other_does() {
    let group = Group::new(6);
    let failing = format!("if [ $ETCDPAT_SHARD$ETCDPAT_NODE_ID = 1a ]; then exit 3; fi; {}", group.script());
    let a = group.node_with("a", "", &failing);
    until("it fails", || event(&a, "ha.shard.ended").is_some());
    let b = group.node_with("b", "", &failing);
    let barred = until_event(&a, "ha.shard.barred");
    assert_eq!((&barred["shard"], &barred["code"], &barred["failures"]), (&1.into(), &3.into(), &4.into()));
    until("the other one has it", || group.owners().get(&1).is_some_and(|owner| owner == "b"));
    until("it runs there", || group.running().get(&1).is_some_and(|(node, pid)| node == "b" && is_alive(*pid)));
    let moved: Vec<_> = group.lines().into_iter().filter(|line| line.0 == "end").map(|line| line.1).collect();
    // What b has got when it joined; nothing for the sake of the barred one.
    assert!(moved.len() <= 3 && !moved.contains(&1), "{moved:?}");
    let status = group.status();
    let row = status.iter().find(|row| row["event"] == "ha.sharded.member" && row["id"] == "a").unwrap();
    assert_eq!(row["barred"], serde_json::json!([1]));
    group.check_log();
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn a_command_that_is_not_there_ends_the_instance() {
    let etcd = Etcd::start();
    let done = etcd.run("ha sharded /g --shards 3 --node-id a -- no-such-command");
    assert_eq!(done.code, 127, "{}", done.stderr);
    assert!(etcd.keys("").is_empty() && etcd.leases().is_empty());
}

#[test]
fn a_shard_that_is_lost_alone_ends_its_tree_alone() {
    let group = Group::new(4);
    let trees = tempfile::tempdir().unwrap();
    let script = format!(
        "if [ $ETCDPAT_SHARD = 2 ] && [ ! -e {0} ]; then touch {0}; {1}; fi; {2}",
        path(&trees, "once"),
        stubborn_tree(&trees),
        group.script()
    );
    let node = group.node_with("a", "", &script);
    let pids = tree(&trees);
    until("the others run", || group.begins() == 3);
    let others = group.running();
    let key = group.etcd.queue("/g/2")[0].clone();
    group.etcd.ctl(&["del", &key]);
    for pid in pids {
        gone_within(Duration::from_secs(2), pid);
    }
    assert_eq!(until_event(&node, "ha.shard.lost")["shard"], 2);
    // It is owned anew, with a higher fence; the others have not noticed.
    until("it runs again", || group.begins() == 4);
    assert!(others.iter().all(|(shard, (_, pid))| group.running()[shard].1 == *pid && is_alive(*pid)));
    assert!(event(&node, "ha.sharded.lost").is_none());
    group.check_log();
    assert_eq!(node.end().code, 0);
}

#[test]
fn a_lost_lease_ends_every_tree_before_the_deadline_and_the_instance_joins_again() {
    let group = Group::new(5);
    let trees: Vec<_> = (0..5).map(|_| tempfile::tempdir().unwrap()).collect();
    let once = |(shard, dir): (usize, &tempfile::TempDir)| {
        let mark = path(dir, "once");
        format!("if [ $ETCDPAT_SHARD = {shard} ] && [ ! -e {mark} ]; then touch {mark}; {}; fi; ", stubborn_tree(dir))
    };
    let script: String = trees.iter().enumerate().map(once).collect();
    let node = group.node_with("a", "", &(script + &group.script()));
    let pids: Vec<_> = trees.iter().flat_map(tree).collect();
    group.etcd.revoke_all();
    for pid in pids {
        gone_within(Duration::from_secs(3), pid);
    }
    group.until_owned(Duration::from_secs(10), &[("a", 5)]);
    assert_eq!(event(&node, "ha.sharded.lost").unwrap()["reason"], "revoked");
    assert_eq!(node.end().code, 0);
}

#[test]
fn etcdpat_or_a_guardian_killed_leaves_no_command() {
    let group = Group::new(3);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 3)]);
    let before = group.running();
    // The guardian of one: its command dies with it, and is started anew by another one.
    signal(parent_of(before[&1].1), Signal::KILL);
    gone_within(Duration::from_secs(2), before[&1].1);
    until("it runs again", || group.begins() == 4);
    group.until_owned(Duration::from_secs(10), &[("a", 3)]);
    let after = group.running();
    assert!([0, 2].iter().all(|shard| before[shard] == after[shard]), "{before:?} {after:?}");
    assert!(children_of(node.pid()).len() >= 3);
    drop(node);
    for (_, pid) in after.values() {
        gone_within(Duration::from_secs(2), *pid);
    }
    group.until_leases(0);
    // Without an instance that has left in order, the plan stays.
    group.etcd.ctl("del --prefix /_etcdpat/");
}

#[test]
fn thousands_that_a_stopped_guardian_has_not_reaped_hold_nobody_up() {
    let group = Group::new(2);
    let dir = group.dir.path().display().to_string();
    let orphans = format!(
        "cd {dir}; (until rm go-$ETCDPAT_SHARD 2> rm; do sleep 0.05; done; i=0; \
         while [ $i -lt 4000 ]; do (setsid true &); i=$((i + 1)); done; touch left) & {}",
        group.script()
    );
    let node = group.node_with("a", "--ttl 10s", &orphans);
    group.until_owned(Duration::from_secs(10), &[("a", 2)]);
    let guardian = parent_of(group.running()[&1].1);
    signal(guardian, Signal::STOP);
    fs::write(group.dir.path().join("go-1"), "").unwrap();
    eventually("all have ended", Duration::from_secs(60), || group.dir.path().join("left").exists().then_some(()));
    let killed = Instant::now();
    signal(guardian, Signal::KILL);
    until("it runs again", || group.begins() == 3);
    assert!(killed.elapsed() < Duration::from_secs(4), "{:?}", killed.elapsed());
    assert_eq!(node.end().code, 0);
}

#[test]
fn without_the_process_that_forks_guardians_the_instance_leaves_when_it_needs_one() {
    let group = Group::new(3);
    let node = group.node("a", "");
    group.until_owned(Duration::from_secs(10), &[("a", 3)]);
    let is_it =
        |pid: &i32| fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name == "pat-fork-server\n");
    signal(children_of(node.pid()).into_iter().find(is_it).unwrap(), Signal::KILL);
    group.etcd.ctl(&["del", &group.etcd.queue("/g/2")[0]]);
    let done = node.wait();
    assert_eq!(done.code, 125, "{}", done.stderr);
    assert!(group.running().values().all(|(_, pid)| !is_alive(*pid)));
    assert!(group.etcd.keys("").is_empty() && group.etcd.leases().is_empty());
}

#[test]
fn while_etcd_is_away_every_command_ends_in_time_and_begins_again_when_it_is_back() {
    let group = Group::new(6);
    let nodes = [group.node("a", ""), group.node("b", "")];
    group.until_owned(Duration::from_secs(10), &[("a", 3), ("b", 3)]);
    let running = group.running();
    group.etcd.freeze();
    let begun = Instant::now();
    for (_, pid) in running.values() {
        gone_within(Duration::from_secs(4), *pid);
    }
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    group.etcd.thaw();
    group.until_owned(Duration::from_secs(20), &[("a", 3), ("b", 3)]);
    group.check_log();
    nodes.into_iter().for_each(|node| assert_eq!(node.end().code, 0));
}

#[test]
fn a_shard_that_is_slow_to_stop_delays_only_itself() {
    let group = Group::new(4);
    let slow =
        format!("if [ $ETCDPAT_SHARD = 3 ]; then trap '' TERM; while :; do sleep 0.05; done; fi; {}", group.script());
    let a = group.node_with("a", "--ttl 12s --grace 3s", &slow);
    until("all run", || group.begins() == 3);
    let b = group.node("b", "");
    until("one has moved", || group.running().values().filter(|(node, _)| node == "b").count() == 1);
    assert_eq!(group.owners().get(&3).map(String::as_str), Some("a"));
    until("the other one moves", || group.running().values().filter(|(node, _)| node == "b").count() == 2);
    group.check_log();
    assert_eq!(b.end().code, 0);
    // A second request kills what ignores the first one.
    a.signal(Signal::TERM);
    std::thread::sleep(Duration::from_millis(600));
    a.signal(Signal::TERM);
    assert_eq!(a.wait().code, 0);
}

#[test]
fn an_instance_that_returns_in_time_keeps_its_shards() {
    let group = Group::new(8);
    let (a, b) = (group.node("a", ""), group.node("b", "--rejoin 30s"));
    group.until_owned(Duration::from_secs(10), &[("a", 4), ("b", 4)]);
    let (before, begun) = (group.owners(), group.begins());
    assert_eq!(b.end().code, 0);
    until("it is away", || {
        group
            .status()
            .iter()
            .any(|row| row["event"] == "ha.sharded.member" && row["id"] == "b" && row["absent"] == true)
    });
    assert_eq!(group.etcd.run("ha status /g").code, 1);
    let b = group.node("b", "--rejoin 1s");
    group.until_owned(Duration::from_secs(10), &[("a", 4), ("b", 4)]);
    assert_eq!((group.owners(), group.begins()), (before, begun + 4));
    // When it does not return, they go to the others.
    until("the plan knows", || group.etcd.value("/_etcdpat/ha/%2Fg/plan").contains("\"rejoin_ms\":1000"));
    assert_eq!(b.end().code, 0);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    group.check_log();
    assert_eq!(a.end().code, 0);
}
