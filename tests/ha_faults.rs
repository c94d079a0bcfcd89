//! Faults on active-passive nodes of a cluster of three, at random: the primary is never on two nodes.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::ha::node_at;
use crate::support::{
    Etcd, Proxy, Random, Running, Setup, Signal, children_of, eventually, is_alive, path, signal, until,
};

/// What happens to the primary's node, its child, its lease, its health, its etcd, or the way to it.
const FAULTS: [&str; 10] = [
    "switched",
    "unhealthy",
    "terminated",
    "killed",
    "child killed",
    "frozen",
    "revoked",
    "cut off",
    "member killed",
    "member frozen",
];

/// A node, and the way from it to the cluster.
struct Node {
    id: String,
    running: Running,
    ways: Vec<Proxy>,
}

impl Node {
    /// Its primary says so when it begins beside another one that lives.
    fn new(etcd: &Etcd, number: usize, dir: &str) -> Self {
        let ways: Vec<_> = (0..3).map(|member| Proxy::start(etcd.endpoint(member))).collect();
        let endpoints: Vec<_> = ways.iter().map(|way| way.endpoint.clone()).collect();
        let id = format!("n{number}");
        let primary = format!(
            "for old in {dir}/live/*; do [ -e \"$old\" ] || continue; case $(cut -d' ' -f3 /proc/${{old##*/}}/stat 2> {dir}/none) in ''|Z|X) rm -f $old;; *) echo \"$old $ETCDPAT_FENCE\" >> {dir}/overlaps;; esac; done
             : > {dir}/live/$$; echo $ETCDPAT_NODE_ID > {dir}/leads.new; mv {dir}/leads.new {dir}/leads; echo $ETCDPAT_FENCE >> {dir}/fences
             exec sleep 1000"
        );
        let check = format!("test ! -e {dir}/ill/{id}");
        let options = [
            &["--secondary", "exec sleep 1000", "--grace", "100ms", "--health", &check][..],
            &["--health-interval", "100ms", "--fall", "2", "--start-period", "0"],
        ];
        let running = node_at(&endpoints.join(","), &id, &primary, &options.concat());
        Self { id, running, ways }
    }
}

/// Some rounds, or as many as ROUNDS says.
#[test]
fn no_fault_makes_two_primaries() {
    let rounds = std::env::var("ROUNDS").map_or(FAULTS.len(), |rounds| rounds.parse().unwrap());
    let mut random = Random::new();
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let temporary = tempfile::tempdir().unwrap();
    let dir = temporary.path().to_str().unwrap().to_owned();
    fs::create_dir(path(&temporary, "live")).unwrap();
    fs::create_dir(path(&temporary, "ill")).unwrap();
    let mut nodes: Vec<_> = (0..3).map(|number| Node::new(&etcd, number, &dir)).collect();
    let mut number = nodes.len();
    let began = || fs::read_to_string(path(&temporary, "fences")).map_or(0, |text| text.lines().count());
    let mut took: Vec<(&str, u128)> = Vec::new();
    for round in 0..rounds {
        eventually("somebody leads", Duration::from_secs(30), || (began() > round).then_some(()));
        eventually("three stand", Duration::from_secs(30), || (etcd.queue("/ha").len() == 3).then_some(()));
        let leads = fs::read_to_string(path(&temporary, "leads")).unwrap();
        let at = nodes.iter().position(|node| node.id == leads.trim_end()).unwrap();
        // Each at least once in as many rounds as there are faults.
        let fault = FAULTS.get(round).copied().unwrap_or_else(|| FAULTS[random.below(FAULTS.len())]);
        let (fell, after) = (Instant::now(), began());
        let ill = format!("{dir}/ill/{}", nodes[at].id);
        match fault {
            "switched" => {
                let to = &nodes[(at + 1) % 3].id;
                assert_eq!(etcd.run(&["ha", "switch", "/ha", "--to", to]).code, 0);
            }
            "unhealthy" => fs::write(&ill, "").unwrap(),
            "terminated" => nodes[at].running.signal(Signal::TERM),
            "killed" => nodes[at].running.signal(Signal::KILL),
            "child killed" => {
                // The work's guardian is started before the checks'.
                let guardians = children_of(nodes[at].running.pid());
                signal(children_of(*guardians.iter().min().unwrap())[0], Signal::KILL);
            }
            "frozen" => nodes[at].running.signal(Signal::STOP),
            "revoked" => etcd.revoke_lease_of(&etcd.queue("/ha")[0]),
            "cut off" => nodes[at].ways.iter().for_each(Proxy::swallow),
            "member killed" => {
                let member = etcd.leader();
                etcd.kill_member(member);
                etcd.start_member(member);
                etcd.wait_healthy();
            }
            _ => {
                let member = etcd.leader();
                etcd.signal_member(member, Signal::STOP);
                eventually("another member leads", Duration::from_secs(10), || (etcd.leader() != member).then_some(()));
                etcd.signal_member(member, Signal::CONT);
                etcd.wait_healthy();
            }
        }
        if fault.starts_with("member ") {
            // Nobody need lose the leadership by that.
            until("it is asked", || etcd.run("elect resign /ha").code == 0);
        }
        eventually(&format!("another primary runs, as one was {fault}"), Duration::from_secs(30), || {
            (began() > after).then_some(())
        });
        took.push((fault, fell.elapsed().as_millis()));
        let _ = fs::remove_file(&ill);
        if fault == "revoked" {
            // On purpose: the next one may start before the old one's etcdpat has learned of that, but not for long.
            let beside = fs::read_to_string(path(&temporary, "overlaps")).unwrap_or_default();
            let old = beside.split_once(' ').and_then(|(live, _)| live.rsplit('/').next()?.parse().ok());
            if let Some(old) = old {
                until("the old primary is dead", || !is_alive(old));
                fs::remove_file(path(&temporary, "overlaps")).unwrap();
            }
        }
        if ["terminated", "killed", "frozen", "cut off"].contains(&fault) {
            nodes[at].running.signal(Signal::CONT);
            drop(nodes.remove(at));
            nodes.push(Node::new(&etcd, number, &dir));
            number += 1;
        }
    }
    println!("{took:?}");
    assert_eq!(fs::read_to_string(path(&temporary, "overlaps")).unwrap_or_default(), "");
    let fences: Vec<i64> =
        fs::read_to_string(path(&temporary, "fences")).unwrap().lines().map(|line| line.parse().unwrap()).collect();
    assert!(fences.is_sorted(), "{fences:?}");
    for node in nodes {
        node.running.end();
    }
    etcd.revoke_all();
}
