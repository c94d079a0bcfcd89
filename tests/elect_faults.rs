//! Faults on a cluster of three, of which each could make two leaders.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::{Etcd, Pat, Proxy, Running, Setup, Signal, eventually, is_alive, path, until};

const TTL: Duration = Duration::from_secs(2);

/// What happens to the leader's node, its lease, its etcd, or the way to it.
const FAULTS: [&str; 8] =
    ["asked", "terminated", "killed", "frozen", "revoked", "cut off", "member killed", "member frozen"];

/// A node, and the way from it to the cluster.
struct Node {
    id: String,
    running: Running,
    ways: Vec<Proxy>,
}

impl Node {
    /// Its command says so when it begins beside another one that lives.
    fn new(etcd: &Etcd, number: usize, dir: &str) -> Self {
        let ways: Vec<_> = (0..3).map(|member| Proxy::start(etcd.endpoint(member))).collect();
        let endpoints: Vec<_> = ways.iter().map(|way| way.endpoint.clone()).collect();
        let (id, ttl) = (format!("n{number}"), format!("{}s", TTL.as_secs()));
        let script = format!(
            "for old in {dir}/live/*; do [ -e \"$old\" ] || continue; case $(cut -d' ' -f3 /proc/${{old##*/}}/stat 2> {dir}/none) in ''|Z|X) rm -f $old;; *) echo \"$old $ETCDPAT_FENCE\" >> {dir}/overlaps;; esac; done
             : > {dir}/live/$$; echo $ETCDPAT_NODE_ID > {dir}/leads.new; mv {dir}/leads.new {dir}/leads; echo $ETCDPAT_FENCE >> {dir}/fences
             exec sleep 1000"
        );
        let words = ["elect", "/e", "--id", &id, "--ttl", &ttl, "--grace", "100ms", "--", "sh", "-c", &script];
        let running = Pat::new(&words).env("ETCDPAT_ENDPOINTS", &endpoints.join(",")).spawn();
        Self { id, running, ways }
    }
}

/// Some rounds, or as many as ROUNDS says: all faults in turn.
#[test]
fn no_fault_makes_two_leaders() {
    let rounds = std::env::var("ROUNDS").map_or(FAULTS.len(), |rounds| rounds.parse().unwrap());
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().to_str().unwrap().to_owned();
    fs::create_dir(path(&temporary, "live")).unwrap();
    let mut nodes: Vec<_> = (0..3).map(|number| Node::new(&etcd, number, &dir)).collect();
    let mut number = nodes.len();
    let began = || fs::read_to_string(path(&temporary, "fences")).map_or(0, |text| text.lines().count());
    let mut took: Vec<(&str, u128)> = Vec::new();
    for round in 0..rounds {
        let count = round + 1;
        eventually("somebody leads", Duration::from_secs(20), || (began() >= count).then_some(()));
        eventually("three stand", Duration::from_secs(20), || (etcd.queue("/e").len() == 3).then_some(()));
        let leads = fs::read_to_string(path(&temporary, "leads")).unwrap();
        let at = nodes.iter().position(|node| node.id == leads.trim_end()).unwrap();
        let (fault, fell) = (FAULTS[round % FAULTS.len()], Instant::now());
        let after = began();
        match fault {
            "asked" => assert_eq!(etcd.run("elect resign /e").code, 0),
            "terminated" => nodes[at].running.signal(Signal::TERM),
            "killed" => nodes[at].running.signal(Signal::KILL),
            "frozen" => nodes[at].running.signal(Signal::STOP),
            "revoked" => etcd.revoke_lease_of(&etcd.queue("/e")[0]),
            "cut off" => nodes[at].ways.iter().for_each(Proxy::swallow),
            _ => {}
        }
        if let Some(what) = fault.strip_prefix("member ") {
            // etcd's own leader: nobody need lose the election by that.
            let member = etcd.leader();
            if what == "killed" {
                etcd.kill_member(member);
                etcd.start_member(member);
            } else {
                etcd.signal_member(member, Signal::STOP);
                eventually("another member leads", Duration::from_secs(10), || (etcd.leader() != member).then_some(()));
                etcd.signal_member(member, Signal::CONT);
            }
            etcd.wait_healthy();
            // The leader may have lost its place by that, and the next one not be there yet.
            until("it is asked", || {
                let asked = etcd.run("elect resign /e");
                assert!(asked.code == 0 || asked.stderr.contains("nobody leads"), "{}", asked.stderr);
                asked.code == 0
            });
        }
        eventually(&format!("another one leads, as one was {fault}"), Duration::from_secs(20), || {
            (began() > after).then_some(())
        });
        took.push((fault, fell.elapsed().as_millis()));
        if fault == "revoked" {
            // On purpose: the next one may start before the old one's etcdpat has learned of that, but not for long.
            let beside = fs::read_to_string(path(&temporary, "overlaps")).unwrap_or_default();
            let old = beside.split_once(' ').and_then(|(live, _)| live.rsplit('/').next()?.parse().ok());
            if let Some(old) = old {
                until("the old command is dead", || !is_alive(old));
                fs::remove_file(path(&temporary, "overlaps")).unwrap();
            }
        }
        if fault == "killed" {
            assert!(fell.elapsed() < TTL + Duration::from_secs(1), "{:?}", fell.elapsed());
        }
        if ["terminated", "killed", "frozen", "cut off"].contains(&fault) {
            nodes[at].running.signal(Signal::CONT);
            drop(nodes.remove(at));
            nodes.push(Node::new(&etcd, number, &dir));
            number += 1;
        }
    }
    println!("{took:?}");
    let overlaps = fs::read_to_string(path(&temporary, "overlaps")).unwrap_or_default();
    assert_eq!(overlaps, "");
    let fences: Vec<i64> =
        fs::read_to_string(path(&temporary, "fences")).unwrap().lines().map(|line| line.parse().unwrap()).collect();
    assert!(fences.is_sorted(), "{fences:?}");
    for node in nodes {
        node.running.end();
    }
    etcd.revoke_all();
}
