//! Those who hold a lock, and those who wait for it.

use super::{Done, Etcd, Pat, Running, Words, until};

/// `etcdpat lock`, as it is to be run.
#[derive(Clone)]
pub struct Lock<'a> {
    etcd: &'a Etcd,
    names: Vec<String>,
    options: Vec<String>,
    command: Vec<String>,
}

impl Etcd {
    /// `etcdpat lock NAME -- sleep 1000`.
    pub fn lock(&self, name: &str) -> Lock<'_> {
        self.locks(&[name])
    }

    /// The same with several names.
    pub fn locks(&self, names: &[&str]) -> Lock<'_> {
        Lock { etcd: self, names: names.words(), options: Vec::new(), command: "sleep 1000".words() }
    }
}

impl Lock<'_> {
    pub fn shared(self) -> Self {
        self.with("--shared")
    }

    pub fn permits(self, permits: u32) -> Self {
        self.with(&format!("--permits {permits}"))
    }

    /// In seconds.
    pub fn with_ttl(self, ttl: u64) -> Self {
        self.with(&format!("--ttl {ttl}s"))
    }

    /// With other options.
    pub fn with(mut self, options: &(impl Words + ?Sized)) -> Self {
        self.options.extend(options.words());
        self
    }

    /// With this command.
    pub fn command(mut self, command: &(impl Words + ?Sized)) -> Self {
        self.command = command.words();
        self
    }

    /// With a command of the shell.
    pub fn sh(self, script: &str) -> Self {
        self.command(&["sh", "-c", script])
    }

    pub fn pat(&self) -> Pat {
        let lock = ["lock".to_owned()].into_iter();
        let words = lock.chain(self.options.clone()).chain(self.names.clone()).chain(["--".to_owned()]);
        let words: Vec<_> = words.chain(self.command.clone()).collect();
        self.etcd.pat(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub fn start(&self) -> Running {
        self.pat().spawn()
    }

    /// Starts it, and waits until it holds.
    pub fn hold(self) -> Running {
        let held = self.with("-v").start();
        held.wait_for_stderr("acquired lock");
        held
    }

    /// Starts it, and waits until it waits.
    pub fn queue(self) -> Running {
        let waiter = self.start();
        waiter.wait_for_stderr("waiting for lock");
        waiter
    }

    /// Starts it, and waits until it waits at this place of the last name's queue, from 1 on.
    pub fn queue_at(self, place: usize) -> Running {
        let (etcd, name) = (self.etcd, self.names.last().unwrap().clone());
        let waiter = self.with("-v").start();
        until("in the queue", || etcd.queue(&name).len() == place);
        waiter.wait_for_stderr("waiting for lock");
        waiter
    }

    /// To its end.
    pub fn run(&self) -> Done {
        self.pat().run()
    }

    /// With `--try` and a command that ends at once. The exit code.
    pub fn try_once(self) -> i32 {
        self.with("--try").command("true").run().code
    }
}
