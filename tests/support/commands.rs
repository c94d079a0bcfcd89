//! Commands that are hard to end, and logs of what commands have done.

use std::time::{Duration, Instant};

use super::{eventually, is_alive, number_in, path};

/// A command that notes its pid, and ends for SIGKILL alone.
pub fn stubborn(pid: &str) -> String {
    format!("trap '' TERM; echo $$ > {pid}; while :; do sleep 0.02; done")
}

/// A command that is there and executable, and can't be started all the same: 127, once it is tried.
pub fn script_without_interpreter(dir: &tempfile::TempDir) -> String {
    let script = path(dir, "broken");
    std::fs::write(&script, "#!/no/such/interpreter\n").unwrap();
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    script
}

/// A tree of three that ignore SIGTERM: the command, a child, and a grandchild in a session of its own. Their pids go
/// into files in the directory.
pub fn stubborn_tree(dir: &tempfile::TempDir) -> String {
    let inner = format!("trap \"\" TERM; echo \\$\\$ > {}; while :; do sleep 0.2; done", path(dir, "grandchild"));
    format!(
        "trap '' TERM; echo $$ > {}; (trap '' TERM; setsid sh -c '{}' & sh -c 'echo $PPID' > {}; while :; do sleep 0.2; done) & \
         while :; do sleep 0.2; done",
        path(dir, "command"),
        inner.replace("\\$", "$"),
        path(dir, "child"),
    )
}

/// A tree of the same shape, which any signal ends.
pub fn plain_tree(dir: &tempfile::TempDir) -> String {
    format!(
        "echo $$ > {}; sleep 1000 & echo $! > {}; setsid sh -c 'echo $$ > {}; sleep 1000; :' & wait; wait",
        path(dir, "command"),
        path(dir, "child"),
        path(dir, "grandchild")
    )
}

/// The pids of a tree, once it has grown.
pub fn tree(dir: &tempfile::TempDir) -> [i32; 3] {
    ["command", "child", "grandchild"].map(|name| number_in(&path(dir, name)))
}

/// Waits for a process's end. How long it took.
pub fn gone_within(limit: Duration, pid: i32) -> Duration {
    let begun = Instant::now();
    eventually("the end of the command", limit, || (!is_alive(pid)).then_some(()));
    begun.elapsed()
}

/// How many sections a log has. They never overlap: each has noted its begin and end, by appending.
pub fn sections_are_disjoint(log: &str) -> usize {
    let text = std::fs::read_to_string(log).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let mut last = 0;
    for pair in lines.chunks(2) {
        let (begin, end) = (pair[0].split_once(' ').unwrap(), pair[1].split_once(' ').unwrap());
        assert_eq!((begin.0, end.0, begin.1), ("begin", "end", end.1), "sections overlap: {text}");
        let fence: i64 = begin.1.parse().unwrap();
        assert!(fence > last, "fences grow: {text}");
        last = fence;
    }
    lines.len() / 2
}
