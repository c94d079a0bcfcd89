//! Three nodes of one election on a cluster of three, and what makes the leader lose its place: never two lead at once.

use std::fs;
use std::time::{Duration, Instant};

use super::{Etcd, Proxy, Running, Setup, Signal, eventually, is_alive, path, until};

/// How long it may take until another one leads, whatever has happened.
const LIMIT: Duration = Duration::from_secs(30);

/// Starts a node: with these endpoints, this id, and this script to run while it leads; the directory is the contest's.
pub type Start = fn(endpoints: &str, id: &str, script: &str, dir: &str) -> Running;

/// The contest.
pub struct Contest {
    pub etcd: Etcd,
    pub nodes: Vec<Node>,
    dir: tempfile::TempDir,
    name: &'static str,
    start: Start,
    started: usize,
}

/// A node, and the way from it to the cluster.
pub struct Node {
    pub id: String,
    pub running: Running,
    ways: Vec<Proxy>,
}

impl Contest {
    /// What can happen to the leader's node, its lease, its etcd, or the way to it, in every such contest.
    pub const FAULTS: [&str; 7] =
        ["terminated", "killed", "frozen", "revoked", "cut off", "member killed", "member frozen"];

    pub fn new(name: &'static str, start: Start) -> Self {
        let (etcd, dir) = (Etcd::with(Setup { members: 3, ..Setup::default() }), tempfile::tempdir().unwrap());
        fs::create_dir(path(&dir, "live")).unwrap();
        let mut contest = Self { etcd, nodes: Vec::new(), dir, name, start, started: 0 };
        (0..3).for_each(|_| contest.join());
        contest
    }

    /// A file of the contest.
    pub fn path(&self, name: &str) -> String {
        path(&self.dir, name)
    }

    /// Starts a node. What it runs says so when it begins beside another one that lives.
    fn join(&mut self) {
        let ways: Vec<_> = (0..3).map(|member| Proxy::start(self.etcd.endpoint(member))).collect();
        let endpoints: Vec<_> = ways.iter().map(|way| way.endpoint.clone()).collect();
        let (id, dir) = (format!("n{}", self.started), self.dir.path().to_str().unwrap());
        let script = format!(
            "for old in {dir}/live/*; do [ -e \"$old\" ] || continue; \
             case $(cut -d' ' -f3 /proc/${{old##*/}}/stat 2> {dir}/none) in ''|Z|X) rm -f $old;; \
             *) echo \"$old $ETCDPAT_FENCE\" >> {dir}/overlaps;; esac; done
             : > {dir}/live/$$; echo $ETCDPAT_NODE_ID > {dir}/leads.new; mv {dir}/leads.new {dir}/leads
             echo $ETCDPAT_FENCE >> {dir}/fences
             exec sleep 1000"
        );
        let running = (self.start)(&endpoints.join(","), &id, &script, dir);
        self.started += 1;
        self.nodes.push(Node { id, running, ways });
    }

    /// How often one has begun to lead.
    fn began(&self) -> usize {
        self.fences().len()
    }

    fn fences(&self) -> Vec<i64> {
        let text = fs::read_to_string(self.path("fences")).unwrap_or_default();
        text.lines().map(|line| line.parse().unwrap()).collect()
    }

    /// Has this happen to the leader, and waits until another one leads. How long that took. What is none of
    /// [`Contest::FAULTS`] is for `other`, which gets the leader's place among the nodes. `resign` asks the leader to make way.
    pub fn round(&mut self, fault: &str, other: impl FnOnce(&Self, usize), resign: impl Fn(&Self) -> bool) -> Duration {
        eventually("somebody leads", LIMIT, || (self.began() > 0).then_some(()));
        eventually("three stand", LIMIT, || (self.etcd.queue(self.name).len() == 3).then_some(()));
        let leads = fs::read_to_string(self.path("leads")).unwrap();
        let at = self.nodes.iter().position(|node| node.id == leads.trim_end()).unwrap();
        let (fell, before) = (Instant::now(), self.began());
        let node = &self.nodes[at];
        match fault {
            "terminated" => node.running.signal(Signal::TERM),
            "killed" => node.running.signal(Signal::KILL),
            "frozen" => node.running.signal(Signal::STOP),
            "revoked" => self.etcd.revoke_lease_of(&self.etcd.queue(self.name)[0]),
            "cut off" => node.ways.iter().for_each(Proxy::swallow),
            "member killed" | "member frozen" => {
                self.strike_etcds_leader(fault);
                // Nobody need lose the leadership by that; who has done so may have no successor yet.
                until("it is asked", || resign(self));
            }
            _ => other(self, at),
        }
        eventually(&format!("another one leads, as one was {fault}"), LIMIT, || (self.began() > before).then_some(()));
        let took = fell.elapsed();
        match fault {
            "revoked" => self.forgive_one_overlap(),
            "terminated" | "killed" | "frozen" | "cut off" => {
                self.nodes[at].running.signal(Signal::CONT);
                drop(self.nodes.remove(at));
                self.join();
            }
            _ => {}
        }
        took
    }

    fn strike_etcds_leader(&mut self, fault: &str) {
        let member = self.etcd.leader();
        if fault == "member killed" {
            self.etcd.kill_member(member);
            self.etcd.start_member(member);
        } else {
            let etcd = &self.etcd;
            etcd.signal_member(member, Signal::STOP);
            eventually("another member leads", Duration::from_secs(10), || (etcd.leader() != member).then_some(()));
            etcd.signal_member(member, Signal::CONT);
        }
        self.etcd.wait_healthy();
    }

    /// A lease that is revoked on purpose: the next one may start before the old one's etcdpat has learned of that, but not
    /// for long.
    fn forgive_one_overlap(&self) {
        let beside = fs::read_to_string(self.path("overlaps")).unwrap_or_default();
        let old = beside.split_once(' ').and_then(|(live, _)| live.rsplit('/').next()?.parse().ok());
        if let Some(old) = old {
            until("the old command is dead", || !is_alive(old));
            fs::remove_file(self.path("overlaps")).unwrap();
        }
    }

    /// Ends it: never have two led at once, and every fence was above the one before.
    pub fn end(self) {
        assert_eq!(fs::read_to_string(self.path("overlaps")).unwrap_or_default(), "");
        let fences = self.fences();
        assert!(fences.is_sorted(), "{fences:?}");
        for node in self.nodes {
            node.running.end();
        }
        self.etcd.revoke_all();
    }
}
