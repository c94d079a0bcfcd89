//! Candidates of elections, all of them in `/e`.

use super::{Etcd, Running, rows, until};

/// A candidate that runs `script` while it leads.
pub fn stands(etcd: &Etcd, id: &str, options: &str, script: &str) -> Running {
    let options: Vec<_> = options.split_whitespace().collect();
    let words = [&["elect", "-v", "/e", "--id", id][..], &options, &["--", "sh", "-c", script]].concat();
    etcd.pat(&words).spawn()
}

/// Waits until so many stand, the last of them with this id.
pub fn until_stand(etcd: &Etcd, count: usize) {
    until("they stand", || etcd.queue("/e").len() == count);
}

pub fn leader(etcd: &Etcd) -> String {
    etcd.run("elect leader /e").stdout.trim_end().to_owned()
}

pub fn until_leads(etcd: &Etcd, id: &str) {
    until("it leads", || leader(etcd) == id);
}

/// The ids in the order of the queue.
pub fn ids(etcd: &Etcd) -> Vec<String> {
    let shown = rows(&etcd.run("elect status -o json /e").stdout);
    shown.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect()
}

/// A script that notes its beginning and its end, and ends with a moment's delay when it is asked to.
pub fn section(log: &str) -> String {
    format!(
        "echo begin $ETCDPAT_NODE_ID >> {log}; trap 'sleep 0.1; echo end $ETCDPAT_NODE_ID >> {log}; exit 0' TERM; while :; do sleep 0.02; done"
    )
}
