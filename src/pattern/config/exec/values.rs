//! The values of a configuration as the environment that is wanted: read, followed, and kept in a file.

use std::convert::Infallible;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::Wanted;
use crate::client::{self, Client};
use crate::clock::millis;
use crate::event::{ConfigEvent, Emit, EtcdEvent, Event, Text};
use crate::pattern::config::cache_file::{CacheFile, Cached};
use crate::pattern::config::environment::{Environment, typed};
use crate::pattern::config::follow::{Following, Happened};
use crate::pattern::config::{Error, Store};
use crate::pattern::outage::Outage;

/// How long the values are waited for at the start, where there are others in a cache.
const PATIENCE: Duration = Duration::from_secs(10);
/// Before etcd is tried again that was never reached, or has refused: at first, and at the most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

pub(super) struct Values<'a> {
    following: Following,
    prefix: String,
    file: Option<CacheFile>,
    emit: Emit<'a>,
    /// etcd is away, and was never reached. Later outages are told by who follows.
    outage: Outage,
    /// What was told of values that can't be an environment, and of a file that can't be written.
    kept: Option<Text>,
    uncached: Option<Text>,
}

/// Why the values of the cache have to do.
enum Away {
    Away(Text),
    Failed(Error),
}

impl<'a> Values<'a> {
    pub(super) fn new(client: &Client, store: Store, prefix: String, file: Option<CacheFile>, emit: Emit<'a>) -> Self {
        let mut following = Following::new(client, store);
        following.wait_for_imports(Some(client.import_patience()));
        Self { following, prefix, file, emit, outage: Outage::default(), kept: None, uncached: None }
    }

    /// What is wanted at first: what etcd has, or, while it is away, what is in the cache.
    pub(super) async fn first(&mut self, cached: Option<Cached>) -> Result<Wanted, Error> {
        let Some(cached) = cached else {
            while self.following.revision() == 0 {
                self.following.next(self.emit).await?;
            }
            return self.read_first().await;
        };
        let message = match timeout(PATIENCE, self.reach()).await {
            Ok(Ok(())) => return self.read_first().await,
            Ok(Err(Away::Failed(error))) => return Err(error),
            Ok(Err(Away::Away(message))) => message,
            Err(_) => Text::from("the configuration could not be read in time"),
        };
        let Cached { revision, written, values } = cached;
        let environment = Environment::of(&values, &self.prefix)?;
        self.following.wait_for_imports(None);
        let path = self.file.as_ref().map(CacheFile::path).unwrap_or_default();
        (self.emit)(ConfigEvent::FromCache { path: path.into(), revision, written, message }.into());
        Ok(Wanted { environment, revision })
    }

    async fn read_first(&mut self) -> Result<Wanted, Error> {
        self.following.wait_for_imports(None);
        let wanted = self.wanted()?;
        self.write().await;
        Ok(wanted)
    }

    /// Reads the values, if etcd is there.
    async fn reach(&mut self) -> Result<(), Away> {
        loop {
            match self.following.turn().await {
                Ok(Happened::Changed(_)) => return Ok(()),
                Ok(Happened::Told(events)) => {
                    let away = events.iter().find_map(|event| match event {
                        Event::Etcd(EtcdEvent::Unreachable { message }) => Some(message.clone()),
                        _ => None,
                    });
                    events.into_iter().for_each(self.emit);
                    if let Some(message) = away {
                        return Err(Away::Away(message));
                    }
                }
                Err(error @ Error::Importing { .. }) => return Err(Away::Away(error.to_string().into())),
                Err(error) => {
                    let Some(outage) = outage(&error) else { return Err(Away::Failed(error)) };
                    let message = outage.cause().cloned().unwrap_or_else(|| outage.to_string().into());
                    self.unanswered(outage);
                    return Err(Away::Away(message));
                }
            }
        }
    }

    /// Follows the values, for ever. What can't be read is told, and tried again.
    pub(super) async fn keep(&mut self, wanted: &watch::Sender<Wanted>) -> Infallible {
        let mut pause = PAUSE;
        loop {
            // Where there is nothing at first, that is a change too for who began with a cache.
            let is_first = self.following.revision() == 0;
            match self.following.settled(is_first, self.emit).await {
                Ok(()) => {
                    pause = PAUSE;
                    self.outage.answered().into_iter().for_each(|change| (self.emit)(change.into()));
                }
                Err(error) => match outage(&error) {
                    Some(outage) => {
                        self.unanswered(outage);
                        sleep(PAUSE).await;
                    }
                    None => {
                        (self.emit)(ConfigEvent::Retrying { wait_ms: millis(pause), message: said(&error) }.into());
                        sleep(pause).await;
                        pause = (pause * 2).min(LONGEST_PAUSE);
                    }
                },
            }
            // What had come before an error, counts too.
            if self.following.revision() != 0 {
                self.take(wanted).await;
            }
        }
    }

    /// Takes the values as what is wanted from now on, if they can be that.
    async fn take(&mut self, wanted: &watch::Sender<Wanted>) {
        match self.wanted() {
            Ok(new) => {
                self.kept = None;
                wanted.send_if_modified(|old| {
                    let differs = old.environment != new.environment;
                    *old = new;
                    differs
                });
                self.write().await;
            }
            Err(unfit) => {
                let message = Text::from(unfit.to_string());
                if self.kept.replace(message.clone()).as_ref() != Some(&message) {
                    (self.emit)(ConfigEvent::Kept { revision: self.following.revision(), message }.into());
                }
            }
        }
    }

    fn wanted(&self) -> Result<Wanted, Error> {
        let environment = Environment::of(&typed(self.following.entries())?, &self.prefix)?;
        Ok(Wanted { environment, revision: self.following.revision() })
    }

    /// Keeps the values in the file, where there is one. The disk holds up nobody else.
    async fn write(&mut self) {
        let (Some(file), Ok(values)) = (self.file.clone(), typed(self.following.entries())) else { return };
        let (path, text) = (file.path(), file.text(self.following.revision(), &values));
        let message = match tokio::task::spawn_blocking(move || file.write(&text)).await {
            Ok(Ok(())) => return self.uncached = None,
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        let message = Text::from(message);
        if self.uncached.replace(message.clone()).as_ref() != Some(&message) {
            (self.emit)(ConfigEvent::Uncached { path: path.into(), message }.into());
        }
    }

    fn unanswered(&mut self, error: &client::Error) {
        self.outage.unanswered(error).into_iter().for_each(|change| (self.emit)(change.into()));
    }
}

/// What says that etcd may answer later.
fn outage(error: &Error) -> Option<&client::Error> {
    match error {
        Error::Client(failed) if failed.error.is_outage() => Some(&failed.error),
        _ => None,
    }
}

fn said(error: &Error) -> Text {
    match error {
        Error::Client(failed) => format!("{failed}: {}", failed.error).into(),
        error => error.to_string().into(),
    }
}
