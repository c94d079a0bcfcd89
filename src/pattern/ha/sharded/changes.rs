//! What the one command of an instance is told of changes of its shards: that it is to be started again, or by the file and a
//! signal, which it acknowledges.
//!
//! What must stay true: it counts as working on a shard from before the write that names it; it gets no signal before it has
//! acknowledged what it was started with.

use std::time::Duration;

use tokio::sync::{mpsc, watch};

use super::OnChange;
use super::desk::Phase;
use super::owned::Owned;
use super::owned_file::OwnedFile;
use super::roster::Given;
use crate::clock::{BootTime, millis, sleep_until};
use crate::event::{ShardedEvent, Told};
use crate::pattern::mirror;
use crate::plain;
use crate::shutdown::Cause;

/// Why a command is told to end.
enum Change {
    /// It is to be started for other shards, or for none.
    Restart,
    /// It has not acknowledged a generation in time.
    Unacknowledged { generation: u64, waited: Duration },
}

impl Owned<'_> {
    /// Waits until the command is to end in order. Tells it of changes meanwhile, where it wants to be told. One that has got
    /// a signal ends when it likes.
    pub(super) async fn common_is_to_end(
        &self,
        on_change: OnChange,
        shards: &[Given],
        file: &mut OwnedFile,
        signals: &mpsc::UnboundedSender<Cause>,
    ) {
        let changed = async {
            let change = match on_change {
                OnChange::Restart => self.changed(shards).await,
                OnChange::Signal(number) => {
                    let signal = || {
                        let _ = signals.send(Cause::ForCommand(number));
                    };
                    self.tell_changes(shards, file, signal).await
                }
            };
            if self.desk.phase() > Phase::Working {
                std::future::pending::<()>().await;
            }
            if let Change::Unacknowledged { generation, waited } = change {
                self.tell_unacknowledged(generation, millis(waited));
            }
        };
        tokio::select! {
            () = changed => {}
            () = self.desk.reached(Phase::Ending) => {}
        }
    }

    /// Waits until other shards are to be worked on.
    async fn changed(&self, shards: &[Given]) -> Change {
        loop {
            let (news, any) = (self.roster.news(), self.roster.wanted() != shards);
            settled(news, any).await;
            if self.roster.wanted() != shards {
                return Change::Restart;
            }
        }
    }

    /// Tells the command of each change: by a new generation of the file, then by a signal, as soon as it has acknowledged any
    /// generation: one that has not may not be ready for signals. Until it is to end.
    async fn tell_changes(&self, shards: &[Given], file: &mut OwnedFile, signal: impl Fn()) -> Change {
        let (grace, lease) = (self.membership.plan.grace(), self.membership.session.lease());
        let (mut current, first) = (shards.to_vec(), file.generation());
        let (mut acknowledged, mut signalled) = (0, first);
        // Since when an acknowledgement of what is in the file is awaited.
        let mut since = None;
        let (mut news, mut any) = (self.roster.news(), self.roster.wanted() != shards);
        let mut settling = Box::pin(settled(news.clone(), any));
        loop {
            let run_out = async {
                match since {
                    Some(since) => sleep_until(since + grace).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                // What comes of a command that has ended is not this one's.
                generation = file.acknowledged() => {
                    if generation < first || generation <= acknowledged {
                        continue;
                    }
                    acknowledged = generation;
                    self.roster.acknowledged(acknowledged);
                    since = since.filter(|_| acknowledged < file.generation()).map(|_| BootTime::now());
                    if acknowledged == file.generation() {
                        self.tell_acknowledged(acknowledged);
                    } else if signalled < file.generation() {
                        signalled = file.generation();
                        signal();
                    }
                }
                () = &mut settling => {
                    news = self.roster.news();
                    let wanted = self.roster.wanted();
                    if wanted != current {
                        if wanted.is_empty() {
                            return Change::Restart;
                        }
                        // First: from the write on, it may read it.
                        self.roster.give(&wanted, file.generation() + 1);
                        // A disk that hangs holds up no shard for longer.
                        let written = tokio::time::timeout(grace, file.write(self.group.params, lease, &wanted)).await;
                        match written {
                            Ok(Ok(())) => {}
                            Ok(Err(error)) => {
                                self.tell_unwritten(&error);
                                return Change::Restart;
                            }
                            Err(_) => return Change::Restart,
                        }
                        self.tell_given(file.generation(), &wanted, Told::Signal);
                        current = wanted;
                        since.get_or_insert_with(BootTime::now);
                        if acknowledged > 0 {
                            signalled = file.generation();
                            signal();
                        }
                    }
                    any = self.roster.wanted() != current;
                    settling = Box::pin(settled(news, any));
                }
                () = run_out => return Change::Unacknowledged { generation: file.generation(), waited: grace },
            }
        }
    }

    pub(super) fn tell_given(&self, generation: u64, shards: &[Given], by: Told) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        self.group.tell(ShardedEvent::Given { group, id, generation, shards: shards.len(), by });
    }

    pub(super) fn tell_unwritten(&self, error: &std::io::Error) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        self.group.tell(ShardedEvent::Unwritten { group, id, message: plain::system(error.to_string()).into() });
    }

    fn tell_acknowledged(&self, generation: u64) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        self.group.tell(ShardedEvent::Acknowledged { group, id, generation });
    }

    fn tell_unacknowledged(&self, generation: u64, waited_ms: u64) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        self.group.tell(ShardedEvent::Unacknowledged { group, id, generation, waited_ms });
    }
}

/// Waits for news, unless there are `any` already, and then until there are none for a while.
pub(super) async fn settled(mut news: watch::Receiver<()>, any: bool) {
    let mut is_first = any;
    let next = async || {
        if !std::mem::take(&mut is_first) {
            let _ = news.changed().await;
        }
        Ok::<_, std::convert::Infallible>(true)
    };
    let _ = mirror::settled(next, false).await;
}
