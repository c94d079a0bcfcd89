//! Active-passive nodes, all of them of `/ha`.

use serde_json::Value;

use super::{Etcd, Pat, Running, rows, until};

/// A primary that notes its beginning and its end, each with its fence.
pub fn primary(log: &str) -> String {
    let note = |what: &str| format!("echo {what} $ETCDPAT_FENCE >> {log}");
    format!("{}; trap 'sleep 0.1; {}; exit 0' TERM; while :; do sleep 0.02; done", note("begin"), note("end"))
}

/// A node with `--ttl 2s`.
pub fn node(etcd: &Etcd, id: &str, primary: &str, options: &[&str]) -> Running {
    node_at(&etcd.endpoints(), id, primary, options)
}

pub fn node_at(endpoints: &str, id: &str, primary: &str, options: &[&str]) -> Running {
    let words = ["ha", "active-passive", "/ha", "-v", "--node-id", id, "--ttl", "2s", "--primary", primary];
    Pat::new(&[&words[..], options].concat()).env("ETCDPAT_ENDPOINTS", endpoints).spawn()
}

/// What `ha status` shows: id, place in the queue, what it runs, health; `a:0:primary:healthy`.
pub fn status(etcd: &Etcd) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let shown = rows(&etcd.run("ha status /ha -o json").stdout);
    let nodes = shown.iter().filter(|row| row["event"] == "ha.status");
    nodes.map(|row| ["id", "position", "running", "health"].map(|field| text(&row[field])).join(":")).collect()
}

/// Waits until it shows these.
pub fn until_status(etcd: &Etcd, expected: &[&str]) {
    let mut seen = Vec::new();
    let until_then = std::panic::AssertUnwindSafe(|| {
        until("the status", || {
            seen = status(etcd);
            seen == expected
        });
    });
    if std::panic::catch_unwind(until_then).is_err() {
        assert_eq!(seen, expected);
    }
}
