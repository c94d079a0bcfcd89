//! Health checks of instances: each on its own time, one run of it at a time.
//!
//! What must stay true: a check that hangs is cut at its timeout, and the whole process tree of a check by command is dead
//! before its result counts; only turns are passed on, never single results.

use std::future::pending;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use tokio::sync::{Mutex, mpsc};
use tokio::time::{Instant, sleep_until};

use super::instance::{Instance, Status};
use super::registration::{Order, Wish};
use crate::check::{Health, Http, Tcp, Thresholds, Turn};
use crate::event::{DiscoverEvent, Emit, Text};
use crate::supervise::{Guardian, Task};

/// From one check to the next, before the first success.
const STARTING: Duration = Duration::from_millis(500);
/// So many failures before the first success are told.
const WORTH_TELLING: u32 = 3;

/// How an instance is checked.
#[derive(Clone, Debug)]
pub struct Checking {
    /// What is asked.
    pub probe: Probe,
    /// From one beginning to the next.
    pub interval: Duration,
    /// The longest that one may take.
    pub timeout: Duration,
    /// How many results in a row count.
    pub thresholds: Thresholds,
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Probe {
    /// An HTTP server: 2xx and 3xx are healthy.
    Http(Http),
    /// Whether a connection is accepted.
    Tcp(Tcp),
    /// A command: exit code 0 is healthy.
    Command(Box<Task>),
}

type Check<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// All checks of a process.
pub(super) struct Checks<'a> {
    /// Who runs commands, one at a time.
    guardian: &'a Mutex<Option<Guardian>>,
    orders: mpsc::UnboundedSender<Order>,
    emit: Emit<'a>,
    running: Vec<(Vec<u8>, Check<'a>)>,
}

impl<'a> Checks<'a> {
    pub(super) fn new(
        guardian: &'a Mutex<Option<Guardian>>,
        orders: mpsc::UnboundedSender<Order>,
        emit: Emit<'a>,
    ) -> Self {
        Self { guardian, orders, emit, running: Vec::new() }
    }

    /// Checks the instance with this key from now on, in this way and no other.
    pub(super) fn set(&mut self, key: Vec<u8>, instance: &Instance, checking: Option<Checking>) {
        self.remove(&key);
        let Some(checking) = checking else { return };
        let (guardian, orders, emit) = (self.guardian, self.orders.clone(), self.emit);
        let names = (instance.service.as_str().into(), instance.id.as_str().into());
        let check = check_for_ever(checking, key.clone(), names, guardian, orders, emit);
        self.running.push((key, Box::pin(check)));
    }

    pub(super) fn remove(&mut self, key: &[u8]) {
        self.running.retain(|(other, _)| other != key);
    }

    /// Goes on with all of them, for ever.
    pub(super) async fn go_on(&mut self) {
        std::future::poll_fn::<(), _>(|cx| {
            for (_, check) in &mut self.running {
                let _ = check.as_mut().poll(cx);
            }
            Poll::Pending
        })
        .await;
    }
}

async fn check_for_ever(
    checking: Checking,
    key: Vec<u8>,
    (service, id): (Text, Text),
    guardian: &Mutex<Option<Guardian>>,
    orders: mpsc::UnboundedSender<Order>,
    emit: Emit<'_>,
) {
    let mut health: Health<Text> = Health::new(checking.thresholds);
    let mut failures = 0;
    loop {
        // What has only just been started is asked more often.
        let is_new = health.turned().is_none();
        let next = Instant::now() + if is_new { checking.interval.min(STARTING) } else { checking.interval };
        let result = checking.once(guardian).await;
        let (service, id) = (service.clone(), id.clone());
        failures += u32::from(result.is_err());
        if let (Err(message), true, WORTH_TELLING) = (&result, is_new, failures) {
            let (service, id) = (service.clone(), id.clone());
            emit(DiscoverEvent::Unhealthy { service, id, message: message.clone() }.into());
        }
        let status = match health.take(result) {
            None => None,
            Some(Turn::Healthy) => {
                emit(DiscoverEvent::Healthy { service, id }.into());
                Some(Status::Up)
            }
            Some(Turn::Unhealthy) => {
                let message = health.reason().cloned().unwrap_or_default();
                emit(DiscoverEvent::Unhealthy { service, id, message }.into());
                Some(Status::Unhealthy)
            }
        };
        if let Some(status) = status {
            let _ = orders.send(Order::One(key.clone(), Wish::Is(status)));
        }
        sleep_until(next).await;
    }
}

impl Checking {
    async fn once(&self, guardian: &Mutex<Option<Guardian>>) -> Result<(), Text> {
        match &self.probe {
            Probe::Http(http) => http.run(self.timeout).await.map_err(|failed| failed.to_string().into()),
            Probe::Tcp(tcp) => tcp.run(self.timeout).await.map_err(|failed| failed.to_string().into()),
            Probe::Command(task) => {
                let mut guardian = guardian.lock().await;
                let Some(guardian) = guardian.as_mut() else { return pending().await };
                let checked = guardian.check((**task).clone(), Vec::new(), self.timeout).await;
                checked.map_err(|failed| failed.to_string().into())
            }
        }
    }
}
