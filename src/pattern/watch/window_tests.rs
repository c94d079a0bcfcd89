//! A window against a model of the server (mvcc/watchable_store.go): whatever history there is, however its answers are
//! mixed, cut into parts or sent twice, every event comes out once, in order, revisions whole.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::event::Text;

const LIMITS: Limits = Limits { batch: 5, chunks: 6, bytes: 8000 };

/// A server: the history of a range, and watchers that are behind it.
struct Server {
    /// Revision by revision, how many events of the range there are.
    history: Vec<usize>,
    /// What each watcher is to be sent next; those that are not there were cancelled.
    watchers: BTreeMap<i64, i64>,
    ids: i64,
    /// On their way to the client.
    answers: VecDeque<Answer>,
}

impl Server {
    fn head(&self) -> i64 {
        i64::try_from(self.history.len()).expect("small")
    }

    fn create(&mut self, from: i64) {
        self.ids += 1;
        self.watchers.insert(self.ids, from);
        let (id, revision) = (self.ids, self.head());
        self.answers.push_back(Answer { id, revision, created: true, ..Answer::default() });
    }

    fn cancel(&mut self, id: i64) {
        self.watchers.remove(&id);
        let canceled = Some(Text::default());
        self.answers.push_back(Answer { id, revision: self.head(), canceled, ..Answer::default() });
    }

    /// One round over all watchers: a batch for each, in any order, in parts or twice.
    fn sync(&mut self, order: &[u8], notice: bool) {
        let mut ids: Vec<_> = self.watchers.keys().copied().collect();
        ids.sort_by_key(|id| order[usize::try_from(*id).expect("small") % order.len()]);
        for id in ids {
            let dice = order[usize::try_from(id * 7).expect("small") % order.len()];
            let from = self.watchers[&id];
            let batch: Vec<_> = self.events(from).collect();
            let revisions = batch.iter().map(|change| change.mod_revision).collect::<std::collections::BTreeSet<_>>();
            let end = revisions.iter().nth(LIMITS.batch).copied().unwrap_or(self.head() + 1);
            let batch: Vec<_> = batch.into_iter().filter(|change| change.mod_revision < end).collect();
            let twice = dice.is_multiple_of(7) && !batch.is_empty();
            for _ in 0..=usize::from(twice) {
                self.send(id, &batch, usize::from(dice % 4));
            }
            self.watchers.insert(id, end);
            if notice && end > self.head() {
                self.answers.push_back(Answer { id, revision: self.head(), ..Answer::default() });
            }
        }
    }

    fn events(&self, from: i64) -> impl Iterator<Item = Change> {
        (1..)
            .zip(&self.history)
            .filter(move |(revision, _)| *revision >= from)
            .flat_map(|(revision, count)| (0..*count).map(move |index| change(revision, index)))
    }

    /// Sends a batch in one part, or in parts of so many events.
    fn send(&mut self, id: i64, batch: &[Change], part: usize) {
        let parts: Vec<_> = if part == 0 { vec![batch] } else { batch.chunks(part).collect() };
        let last = parts.len().saturating_sub(1);
        let revision = self.head();
        for (index, changes) in parts.into_iter().enumerate().filter(|(_, changes)| !changes.is_empty()) {
            let (fragment, changes) = (index < last, changes.to_vec());
            self.answers.push_back(Answer { id, revision, fragment, changes, ..Answer::default() });
        }
    }
}

fn change(revision: i64, index: usize) -> Change {
    Change {
        key: Text::from(index.to_string().into_bytes()),
        value: None,
        prev_value: None,
        mod_revision: revision,
        create_revision: 0,
        version: 0,
        lease: None,
        initial: false,
        resync: false,
    }
}

/// Runs a replay to the head and on. What came out, how many watchers were open at once, and how many in the end.
fn replay(history: Vec<usize>, order: &[u8], late: Vec<usize>, notice: bool) -> (Vec<Vec<Change>>, usize, usize) {
    let mut server = Server { history, watchers: BTreeMap::new(), ids: 0, answers: VecDeque::new() };
    server.create(1);
    let mut window = Window::new(1, LIMITS);
    let (mut out, mut most, mut late) = (Vec::new(), 0, late.into_iter());
    let mut quiet = 0;
    while quiet < 3 {
        while let Some(request) = window.next_request() {
            match request {
                Request::Create(from) => server.create(from),
                Request::Cancel(id) => server.cancel(id),
            }
            window.sent();
        }
        most = most.max(server.watchers.len());
        while let Some(taken) = window.take() {
            match taken {
                Taken::Revision(changes) => out.push(changes),
                Taken::Nothing(revision) => assert!(out.last().is_none_or(|last| last[0].mod_revision <= revision)),
            }
        }
        match server.answers.pop_front() {
            Some(answer) => assert_eq!(window.receive(answer), Ok(())),
            None => {
                let more = late.next();
                server.history.extend(more);
                server.sync(order, notice && more.is_some());
                quiet = if server.answers.is_empty() && more.is_none() { quiet + 1 } else { 0 };
            }
        }
    }
    let seen = |change: &Change| (change.mod_revision, change.key.clone());
    let wanted: Vec<_> = server.events(1).map(|change| seen(&change)).collect();
    assert_eq!(out.concat().iter().map(seen).collect::<Vec<_>>(), wanted, "{window:?} {:?}", server.watchers);
    (out, most, server.watchers.len())
}

proptest! {
    #[test]
    fn every_event_comes_once_in_order_and_revisions_whole(
        history in prop::collection::vec(prop_oneof![3 => Just(0usize), 5 => Just(1), 1 => Just(4)], 1..200),
        gaps in prop::collection::vec(prop_oneof![Just(0usize), Just(60)], 0..3),
        late in prop::collection::vec(0usize..3, 0..20),
        order in prop::collection::vec(any::<u8>(), 1..40),
        notice: bool,
    ) {
        // Dense stretches with empty ones between them, and a present that goes on; its last revision has an event, so
        // that every watcher has something to show.
        let mut whole = history.clone();
        for gap in gaps {
            whole.extend(std::iter::repeat_n(0, gap));
            whole.extend(&history);
        }
        let late: Vec<_> = late.into_iter().chain([1]).collect();
        let (out, ..) = replay(whole, &order, late, notice);
        for changes in out {
            prop_assert!(changes.iter().all(|change| change.mod_revision == changes[0].mod_revision));
        }
    }
}

#[test]
fn dense_history_is_replayed_by_many_watchers_of_which_one_is_left() {
    let (_, most, left) = replay(vec![1; 300], &[0, 1, 2, 3, 4, 5, 6, 8], vec![1; 5], false);
    assert!((4..=LIMITS.chunks).contains(&most), "{most}");
    assert_eq!(left, 1);
}

#[test]
fn sparse_history_is_a_plain_watch() {
    let history = (0..300).map(|revision| usize::from(revision % 50 == 0)).collect();
    let (_, most, left) = replay(history, &[1], vec![1; 5], false);
    assert_eq!((most, left), (1, 1));
}
