//! Sharded groups with one command for all shards of an instance.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{
    Etcd, Pat, Running, Signal, children_of, eventually, gone_within, is_alive, path, rows, signal, stubborn_tree,
    tree, until,
};

/// Two seconds more than a TTL.
const TAKEN_OVER: Duration = Duration::from_secs(6);

/// A group `/g` with 8 shards, the commands of which write a common log.
struct Group {
    etcd: Etcd,
    dir: tempfile::TempDir,
}

/// What a command has noted: what, instance, pid, generation, and the fence of each shard.
#[derive(Clone, Debug)]
struct Line {
    what: String,
    node: String,
    pid: i32,
    generation: u64,
    owned: BTreeMap<u32, i64>,
}

impl Group {
    fn new() -> Self {
        Self { etcd: Etcd::start(), dir: tempfile::tempdir().unwrap() }
    }

    /// What commands have in common: `note WHAT` notes what the file says, and has its generation in `$generation`.
    fn functions(&self) -> String {
        format!(
            "cd {}; note() {{ line=$(jq -r '\"\\(.generation) \\(.owned | map(\"\\(.shard):\\(.fence)\") | join(\",\"))\"' \
             $ETCDPAT_OWNED_FILE); generation=${{line%% *}}; echo $1 $ETCDPAT_NODE_ID $$ $line >> log; }}",
            self.dir.path().display()
        )
    }

    /// A command that notes its begin and end.
    fn restarted(&self) -> String {
        format!("{}; trap 'sleep 0.3; note end; kill $!; exit 0' TERM; note begin; sleep 1000 & wait", self.functions())
    }

    /// One that notes each change, and acknowledges it then.
    fn told(&self) -> String {
        format!(
            "{}; take() {{ note $1; echo $generation > $ETCDPAT_OWNED_ACK; }}; trap 'take told' HUP; \
             trap 'note end; kill $!; exit 0' TERM; take begin; while :; do sleep 1000 & wait; kill $!; done",
            self.functions()
        )
    }

    fn node(&self, id: &str, options: &str, script: &str) -> Running {
        let words =
            ["ha", "sharded", "-o", "json", "/g", "--shards", "8", "--per-instance", "--ttl", "4s", "--node-id", id];
        let options: Vec<_> = options.split_whitespace().collect();
        self.etcd.pat(&[&words[..], &options, &["--", "sh", "-c", script]].concat()).spawn()
    }

    fn lines(&self) -> Vec<Line> {
        let text = fs::read_to_string(self.dir.path().join("log")).unwrap_or_default();
        let owned = |words: &str| {
            let pairs = words.split(',').filter_map(|pair| pair.split_once(':'));
            pairs.map(|(shard, fence)| (shard.parse().unwrap(), fence.parse().unwrap())).collect()
        };
        let line = |line: &str| {
            let words: Vec<_> = line.split(' ').collect();
            let [what, node, pid, generation, shards] = words[..] else { panic!("{line}") };
            Line {
                what: what.to_owned(),
                node: node.to_owned(),
                pid: pid.parse().unwrap(),
                generation: generation.parse().unwrap(),
                owned: owned(shards),
            }
        };
        text.lines().map(line).collect()
    }

    /// The last line of each command that is alive.
    fn running(&self) -> BTreeMap<String, Line> {
        let alive = self.lines().into_iter().filter(|line| is_alive(line.pid));
        alive.map(|line| (line.node.clone(), line)).collect()
    }

    /// Waits until these instances' commands work on so many shards each, on all of them together.
    fn until_owned(&self, limit: Duration, wanted: &[(&str, usize)]) {
        let wanted: BTreeMap<_, _> = wanted.iter().map(|(node, count)| ((*node).to_owned(), *count)).collect();
        eventually(&format!("{wanted:?}"), limit, || {
            let running = self.running();
            let counts: BTreeMap<_, _> = running.iter().map(|(node, line)| (node.clone(), line.owned.len())).collect();
            let all: BTreeSet<_> = running.values().flat_map(|line| line.owned.keys()).collect();
            (counts == wanted && all.len() == 8).then_some(())
        });
    }

    /// No shard at two instances at once, by the order of what they have noted; the fences of each grow. `killed`: those
    /// that had no time to note their end, which is before the next owner's begin.
    fn check_log(&self, killed: &[i32]) {
        let (mut at, mut fences) = (BTreeMap::<String, Line>::new(), BTreeMap::<u32, (i64, String)>::new());
        for line in self.lines() {
            at.remove(&line.node);
            if line.what == "end" {
                continue;
            }
            for (shard, fence) in &line.owned {
                let others = at.values().filter(|other| !killed.contains(&other.pid));
                assert_eq!(others.filter(|other| other.owned.contains_key(shard)).count(), 0, "{:#?}", self.lines());
                let before = fences.insert(*shard, (*fence, line.node.clone()));
                let grows = |(before, node): (i64, String)| *fence > before || (*fence == before && node == line.node);
                assert!(before.is_none_or(grows), "{:#?}", self.lines());
            }
            at.insert(line.node.clone(), line);
        }
    }

    /// The pid of each command that has begun at this instance, in order.
    fn begun(&self, node: &str) -> Vec<i32> {
        let begins = self.lines().into_iter().filter(|line| line.what == "begin" && line.node == node);
        begins.map(|line| line.pid).collect()
    }
}

fn events(node: &Running, name: &str) -> Vec<Value> {
    let lines = node.stderr();
    let events = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    events.filter(|row| row["event"] == name).collect()
}

#[test]
fn the_command_is_started_again_when_its_shards_change() {
    let group = Group::new();
    let limit = Duration::from_secs(10);
    let a = group.node("a", "", &group.restarted());
    group.until_owned(limit, &[("a", 8)]);
    assert_eq!(group.begun("a").len(), 1, "shards that come at once are one start");
    let b = group.node("b", "", &group.restarted());
    group.until_owned(limit, &[("a", 4), ("b", 4)]);
    assert_eq!((group.begun("a").len(), group.begun("b").len()), (2, 1));
    let status = rows(&group.etcd.run("ha status /g -o json").stdout);
    assert_eq!(status.iter().filter(|row| row["event"] == "ha.shard.status" && row["owner"] == "a").count(), 4);
    assert_eq!(b.end().code, 0);
    group.until_owned(limit, &[("a", 8)]);
    // Killed: its shards are taken over when its lease has ended.
    let c = group.node("c", "", &group.restarted());
    group.until_owned(limit, &[("a", 4), ("c", 4)]);
    let killed = group.running()["a"].pid;
    drop(a);
    gone_within(Duration::from_secs(2), killed);
    group.until_owned(TAKEN_OVER, &[("c", 8)]);
    group.check_log(&[killed]);
    assert_eq!(c.end().code, 0);
    assert!(group.running().is_empty() && group.etcd.leases().is_empty());
}

#[test]
fn a_command_that_is_told_goes_on_and_gives_up_a_shard_when_it_has_acknowledged() {
    let group = Group::new();
    let (limit, hup) = (Duration::from_secs(10), "--on-change signal:HUP");
    let a = group.node("a", hup, &group.told());
    group.until_owned(limit, &[("a", 8)]);
    let b = group.node("b", hup, &group.told());
    group.until_owned(limit, &[("a", 4), ("b", 4)]);
    let c = group.node("c", hup, &group.told());
    eventually("three", limit, || {
        let counts: Vec<_> = group.running().values().map(|line| line.owned.len()).collect();
        (counts.iter().sum::<usize>() == 8 && counts.len() == 3 && counts.iter().all(|&count| count <= 3)).then_some(())
    });
    assert_eq!(b.end().code, 0);
    group.until_owned(limit, &[("a", 4), ("c", 4)]);
    assert_eq!(c.end().code, 0);
    group.until_owned(limit, &[("a", 8)]);
    // The same process all the time.
    assert_eq!((group.begun("a").len(), group.begun("b").len(), group.begun("c").len()), (1, 1, 1));
    let generation = group.running()["a"].generation;
    assert!((4..=8).contains(&generation), "{generation}");
    until("it is acknowledged", || {
        events(&a, "ha.owned.acknowledged").last().is_some_and(|row| row["generation"] == generation)
    });
    assert!(events(&a, "ha.owned.unacknowledged").is_empty());
    group.check_log(&[]);
    assert_eq!(a.end().code, 0);
}

#[test]
fn one_that_does_not_acknowledge_is_ended_before_its_shards_are_given_up() {
    let group = Group::new();
    // Its signals come, and nothing is said.
    let deaf = format!(
        "{}; trap 'note told' HUP; trap 'note end; kill $!; exit 0' TERM; note begin; while :; do sleep 1000 & wait; done",
        group.functions()
    );
    let a = group.node("a", "--on-change signal:HUP --grace 1s", &deaf);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    let b = group.node("b", "--on-change signal:HUP", &group.told());
    until("it is said", || !events(&a, "ha.owned.unacknowledged").is_empty());
    group.until_owned(Duration::from_secs(10), &[("a", 4), ("b", 4)]);
    assert_eq!(group.begun("a").len(), 2);
    // No signal before it is known to be ready for one: it dies of SIGHUP otherwise.
    assert!(group.lines().iter().all(|line| line.what != "told"), "{:#?}", group.lines());
    group.check_log(&[]);
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn what_is_no_acknowledgement_counts_as_none() {
    let group = Group::new();
    // A later generation than there is, one of before, no number, and no end of a line.
    let liar = format!(
        "{}; trap 'note told' HUP; trap 'note end; kill $!; exit 0' TERM; note begin; \
         for word in 99 0 -1 x '' 18446744073709551617; do echo $word > $ETCDPAT_OWNED_ACK; done; \
         head -c 100000 /dev/zero > $ETCDPAT_OWNED_ACK; while :; do sleep 1000 & wait; done",
        group.functions()
    );
    let a = group.node("a", "--on-change signal:HUP --grace 1s", &liar);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    let b = group.node("b", "", &group.restarted());
    group.until_owned(Duration::from_secs(10), &[("a", 4), ("b", 4)]);
    assert!(events(&a, "ha.owned.acknowledged").is_empty());
    assert_eq!(events(&a, "ha.owned.unacknowledged").len(), 1);
    group.check_log(&[]);
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn one_that_acknowledges_only_what_is_old_is_ended() {
    let group = Group::new();
    let old = format!(
        "{}; trap : HUP; trap 'note end; exit 0' TERM; note begin; while :; do echo $generation > $ETCDPAT_OWNED_ACK; sleep 0.1; done",
        group.functions()
    );
    let a = group.node("a", "--on-change signal:HUP --grace 1s", &old);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    let b = group.node("b", "", &group.restarted());
    group.until_owned(Duration::from_secs(10), &[("a", 4), ("b", 4)]);
    assert_eq!(events(&a, "ha.owned.unacknowledged").len(), 1);
    // Each is told once.
    assert!(events(&a, "ha.owned.acknowledged").len() <= 2, "{}", a.stderr());
    group.check_log(&[]);
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn one_that_acknowledges_without_a_pause_holds_up_nothing() {
    let group = Group::new();
    let flood = |line| format!("{}; note begin; exec yes '{line}' > $ETCDPAT_OWNED_ACK", group.functions());
    for line in ["1", "", "x"] {
        let a = group.node("a", "--on-change signal:HUP --grace 1s", &flood(line));
        until("it runs", || group.running().contains_key("a"));
        let (begun, code) = (Instant::now(), a.end().code);
        assert!(code == 0 && begun.elapsed() < Duration::from_secs(5), "{line}: {code} after {:?}", begun.elapsed());
    }
    // The planner does its work meanwhile.
    let a = group.node("a", "--on-change signal:HUP --grace 1s", &flood("1"));
    until("it runs", || group.running().contains_key("a"));
    let b = group.node("b", "", &group.restarted());
    until("the other one has its share", || group.running().get("b").is_some_and(|line| line.owned.len() == 4));
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn a_directory_that_was_removed_is_made_again() {
    let group = Group::new();
    let script = format!("echo $ETCDPAT_OWNED_FILE > {}; {}", path(&group.dir, "where"), group.told());
    let a = group.node("a", "--on-change signal:HUP", &script);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    let file = fs::read_to_string(group.dir.path().join("where")).unwrap();
    fs::remove_dir_all(PathBuf::from(file.trim_end()).parent().unwrap()).unwrap();
    let b = group.node("b", "", &group.restarted());
    group.until_owned(Duration::from_secs(20), &[("a", 4), ("b", 4)]);
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn a_lost_shard_and_a_lost_lease_kill_the_whole_tree() {
    let group = Group::new();
    let trees = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let once = |dir: &tempfile::TempDir| {
        let mark = path(dir, "once");
        format!("if [ ! -e {mark} ]; then touch {mark}; {}; fi; ", stubborn_tree(dir))
    };
    let script: String = trees.iter().map(once).collect();
    let node = group.node("a", "--on-change signal:HUP", &(script + &group.told()));
    let first = tree(&trees[0]);
    group.etcd.ctl(&["del", &group.etcd.queue("/g/2")[0]]);
    for pid in first {
        gone_within(Duration::from_secs(3), pid);
    }
    until("it is said", || !events(&node, "ha.shard.lost").is_empty());
    let second = tree(&trees[1]);
    group.etcd.revoke_all();
    for pid in second {
        gone_within(Duration::from_secs(4), pid);
    }
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    assert_eq!(events(&node, "ha.shard.lost")[0]["shard"], 2);
    assert_eq!(events(&node, "ha.sharded.lost").len(), 1);
    assert_eq!(node.end().code, 0);
}

#[test]
fn while_etcd_is_away_the_command_ends_in_time_and_begins_again_when_it_is_back() {
    let group = Group::new();
    let node = group.node("a", "--on-change signal:HUP", &group.told());
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    let pid = group.running()["a"].pid;
    group.etcd.freeze();
    gone_within(Duration::from_secs(4), pid);
    group.etcd.thaw();
    group.until_owned(Duration::from_secs(20), &[("a", 8)]);
    // Its guardian.
    let pid = group.running()["a"].pid;
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let guardian = stat.rsplit_once(')').unwrap().1.split_whitespace().nth(1).unwrap().parse().unwrap();
    signal(guardian, Signal::KILL);
    gone_within(Duration::from_secs(2), pid);
    group.until_owned(Duration::from_secs(10), &[("a", 8)]);
    // And etcdpat.
    let pid = group.running()["a"].pid;
    assert!(!children_of(node.pid()).is_empty());
    drop(node);
    gone_within(Duration::from_secs(2), pid);
    until("its lease has ended", || group.etcd.leases().is_empty());
    // Without an instance that has left in order, the plan stays.
    group.etcd.ctl("del --prefix /_etcdpat/");
}

#[test]
fn a_command_that_keeps_failing_gives_up_all_of_its_shards() {
    let group = Group::new();
    let failing = format!("if [ $ETCDPAT_NODE_ID = a ]; then exit 3; fi; {}", group.restarted());
    let a = group.node("a", "", &failing);
    until("it fails", || !events(&a, "ha.owned.ended").is_empty());
    let b = group.node("b", "", &failing);
    group.until_owned(Duration::from_secs(20), &[("b", 8)]);
    let (ended, barred) = (events(&a, "ha.owned.ended"), events(&a, "ha.shard.barred"));
    assert_eq!((&ended[0]["code"], &ended[0]["wait_ms"]), (&3.into(), &250.into()));
    assert!(barred.iter().all(|row| row["code"] == 3 && row["failures"] == 4) && !barred.is_empty(), "{barred:?}");
    assert_eq!((a.end().code, b.end().code), (0, 0));
}

#[test]
fn the_file_is_for_its_user_alone_and_goes_with_the_instance() {
    use std::os::unix::fs::PermissionsExt;

    let group = Group::new();
    let script = format!("echo $ETCDPAT_OWNED_FILE > {}; {}", path(&group.dir, "where"), group.told());
    let node = group.node("a\u{e9} b", "--on-change signal:HUP", &script.replace("note $1", "true"));
    let file = eventually("the file", Duration::from_secs(10), || {
        let named = fs::read_to_string(group.dir.path().join("where")).ok()?;
        named.strip_suffix('\n').map(PathBuf::from)
    });
    let said: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!((&said["group"], &said["id"], &said["shards"]), (&"/g".into(), &"a\u{e9} b".into(), &8.into()));
    assert_eq!(said["lease"], group.etcd.leases()[0]);
    let owned = said["owned"].as_array().unwrap();
    assert_eq!(owned.iter().map(|row| row["shard"].as_u64().unwrap()).collect::<Vec<_>>(), (0..8).collect::<Vec<_>>());
    assert_eq!(owned[3]["key"], group.etcd.queue("/g/3")[0]);
    let dir = file.parent().unwrap();
    assert_eq!(fs::metadata(dir).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(node.end().code, 0);
    assert!(!dir.exists());
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_sent() {
    for (options, says) in [
        (&["--on-change", "restart"][..], "--per-instance"),
        (&["--per-instance", "--on-change", "none"], "expected restart or signal:SIG"),
        (&["--per-instance", "--on-change", "signal:"], "is not a signal"),
        (&["--per-instance", "--on-change", "signal:KILL"], "no command can answer SIGKILL"),
        (&["--per-instance", "--on-change", "signal:STOP"], "no command can answer SIGSTOP"),
        (&["--per-instance", "--on-change", "signal:HUP", "--grace", "0"], "no time to acknowledge"),
    ] {
        let words = ["ha", "sharded", "/g", "--endpoints", "127.0.0.1:1", "--shards", "2", "--node-id", "a"];
        let done = Pat::new(&[&words[..], options, &["--", "true"]].concat()).run();
        assert_eq!(done.code, 2, "{options:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{options:?}: {}", done.stderr);
    }
    let words = "ha sharded /g --shards 2 --node-id a --per-instance -- true";
    let done = Etcd::start().pat(words).env("TMPDIR", "/no/such/directory").run();
    assert_eq!(done.code, 125, "{done:?}");
    assert!(done.stderr.contains("TMPDIR"), "{done:?}");
}
