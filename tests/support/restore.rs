//! Backups of a cluster, and restoring it from one.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::{Etcd, eventually, finish, path};

impl Etcd {
    /// Saves the cluster as it is.
    pub fn save(&self) -> PathBuf {
        let file = self.dir.path().join("backup");
        let _ = std::fs::remove_file(&file);
        let done = self.ctl_at(0, &["snapshot", "save", file.to_str().unwrap()]);
        assert_eq!(done.code, 0, "{done:?}");
        file
    }

    /// Stops all members.
    pub fn stop(&mut self) {
        (0..self.members.len()).for_each(|index| self.kill_member(index));
    }

    /// Starts all members, which must be stopped, with what a backup has: as the same cluster (its id is that of the
    /// members and the token), or with another token as another one.
    pub fn restore(&mut self, backup: &PathBuf, token: &str) {
        let url = |index: usize| format!("http://127.0.0.1:{}", self.members[index].peer);
        let cluster = (0..self.members.len()).map(|index| format!("m{index}={}", url(index))).collect::<Vec<_>>();
        for index in 0..self.members.len() {
            let name = format!("m{index}");
            std::fs::remove_dir_all(self.dir.path().join(&name)).unwrap();
            let mut command = Command::new(self.setup.version.restorer());
            command.env("ETCDCTL_API", "3").args(["snapshot", "restore"]).arg(backup).args([
                format!("--name={name}"),
                format!("--data-dir={}", path(&self.dir, &name)),
                format!("--initial-cluster={}", cluster.join(",")),
                format!("--initial-advertise-peer-urls={}", url(index)),
                format!("--initial-cluster-token={token}"),
            ]);
            let done = finish(command);
            assert_eq!(done.code, 0, "{done:?}");
        }
        self.start_all();
    }

    /// Stops all members, and keeps their directories as they are then.
    pub fn keep(&mut self) {
        self.stop();
        for index in 0..self.members.len() {
            copy(&path(&self.dir, &format!("m{index}")), &path(&self.dir, &format!("m{index}.kept")));
        }
        self.start_all();
    }

    /// Starts all members, which must be stopped, with the directories that were kept.
    pub fn put_back(&mut self) {
        for index in 0..self.members.len() {
            let dir = path(&self.dir, &format!("m{index}"));
            std::fs::remove_dir_all(&dir).unwrap();
            copy(&format!("{dir}.kept"), &dir);
        }
        self.start_all();
    }

    /// Puts a key at the other members than one that does not answer. The revision.
    pub fn put_past(&self, index: usize, key: &str, value: &str) -> i64 {
        let others = (0..self.members.len()).filter(|other| *other != index).map(|other| self.endpoint(other));
        let others = others.collect::<Vec<_>>().join(",");
        eventually("a put", Duration::from_secs(20), || {
            let mut command = self.ctl_command(&["put", key, value, "-w", "json"]);
            command.env("ETCDCTL_ENDPOINTS", &others);
            let answer: serde_json::Value = serde_json::from_str(&finish(command).stdout).ok()?;
            answer["header"]["revision"].as_i64()
        })
    }

    fn start_all(&mut self) {
        (0..self.members.len()).for_each(|index| self.start_member(index));
        self.wait_healthy();
    }
}

fn copy(from: &str, to: &str) {
    let mut command = Command::new("cp");
    command.args(["-a", from, to]);
    assert_eq!(finish(command).code, 0);
}
