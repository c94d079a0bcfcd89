//! `config edit [KEY|PREFIX]`.
//!
//! - `draft`: the file that the editor gets
//! - `editor`: running it
//! - `sheet`: values as the text of that file, and back
//!
//! What must stay true: nothing is written before all of the text was read and checked; a text that somebody has worked on is
//! never thrown away: where it is not written, it is kept in a file, and that is named.

mod draft;
mod editor;
mod sheet;

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};

use clap::Args;

use super::export::DocumentFormat;
use super::shown::change;
use super::store::{StoreArgs, path};
use crate::client::Client;
use crate::command::child;
use crate::command::context::{self, Context};
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config::{self, Conflict, Edits, Merged, Path, Seen, Store};
use crate::report::Stdout;
use crate::shutdown::Shutdown;
use crate::supervise::Guardian;
use crate::typed::Typed;
use draft::Draft;
use editor::Editor;
use sheet::Sheet;

/// Edit values in your editor, as one document
///
/// Opens $VISUAL, else $EDITOR, else vi, on the values at and below KEY. What you have changed, added and
/// removed is written in one step when you save, if nobody has changed the same values meanwhile. If
/// somebody has, the editor opens again, with your changes on top of his, and says what he has changed.
/// After a mistake it opens again, too, if there is a terminal. Save it as it is to give up: your text is
/// then kept in a file.
///
/// Examples:
///   etcdpat config edit database
///   etcdpat config edit database/host --format json
///   EDITOR='code --wait' etcdpat config edit
///   EDITOR="sed -i s/db1/db2/" etcdpat config edit database  # by a script
///
/// Exit codes: 0 done, or nothing was changed; 1 given up after somebody's change, or the editor failed;
/// 2 given up after a mistake, more than 100 changes, or a value that the format can't hold; 122 an
/// import is not finished; 125 etcd unreachable or another failure.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct EditArgs {
    /// Only what is at and below this
    #[arg(value_name = "KEY|PREFIX")]
    key: Option<String>,
    /// As what they are edited
    #[arg(long, value_enum, default_value = "yaml")]
    format: DocumentFormat,
    #[command(flatten)]
    store: StoreArgs,
}

type Values = BTreeMap<Path, Typed>;

pub(super) fn run(global: &Global, args: &EditArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let path = args.key.as_deref().map(path).transpose()?;
    let connection = global.connection()?;
    let command = editor::command()?;
    let task = child::task(global, &connection, Vec::new());
    let guardian = Guardian::start()?;
    context::run(global, Stdout::Results, async |context| {
        let mut editor = Editor::new(command, task, guardian, context)?;
        let (client, sheet) = (context.connect(connection), Sheet::new(args.format.into(), &store));
        let editing = Editing { client, store: &store, sheet, context };
        let seen = editor.unless_stopped(Box::pin(Seen::read(&editing.client, &store, path.as_ref()))).await??;
        let mut draft = Draft::new(args.format.into())?;
        Box::pin(editing.edit(seen, &mut draft, &mut editor)).await.map_err(|failure| draft.kept(failure))
    })
}

/// Why the editor is opened.
enum Round {
    First,
    Mistake(String),
    Conflicts(Vec<Conflict<Typed>>),
}

/// What has become of an edit.
enum Settled {
    Nothing,
    Written(Edits<Typed>, i64),
    /// Not yet: this is what it would be, on top of what others have changed.
    Disputed(Merged<Typed>),
}

struct Editing<'a> {
    client: Client,
    store: &'a Store,
    sheet: Sheet,
    context: &'a Context<'a>,
}

impl Editing<'_> {
    async fn edit(&self, mut seen: Seen, draft: &mut Draft, editor: &mut Editor<'_>) -> Result<ExitCode, Failure> {
        let (mut round, mut text) = (Round::First, self.sheet.written(&seen.values()?)?);
        loop {
            let notes = self.sheet.notes(&seen, &round);
            let Some(saved) = editor.edited(draft, &self.sheet.with_notes(&notes, &text)).await? else {
                return self.given_up(round);
            };
            let body = self.sheet.without_notes(&saved).to_owned();
            let edited = match self.sheet.read(&body, &seen) {
                Ok(edited) => edited,
                // A script makes the same mistake again.
                Err(mistake) if !io::stdin().is_terminal() => return self.given_up(Round::Mistake(mistake)),
                Err(mistake) => {
                    self.tell_on_terminal(&mistake, editor).await?;
                    (round, text) = (Round::Mistake(mistake), body);
                    continue;
                }
            };
            match editor.unless_stopped(Box::pin(self.settled(&mut seen, edited))).await?? {
                Settled::Nothing => return Ok(self.nothing()),
                Settled::Written(edits, revision) => {
                    self.told(&edits, revision);
                    return Ok(ExitCode::Done);
                }
                Settled::Disputed(Merged { values, conflicts }) => {
                    self.tell_on_terminal(&self.sheet.summary(&conflicts), editor).await?;
                    (round, text) = (Round::Conflicts(conflicts), self.sheet.written(&values)?);
                }
            }
        }
    }

    /// Writes it, on top of what others have changed meanwhile, as far as there is no conflict.
    async fn settled(&self, seen: &mut Seen, mut edited: Values) -> Result<Settled, config::Error> {
        loop {
            let base = seen.values()?;
            let edits = config::edits(&base, &edited);
            if edits.is_empty() {
                return Ok(Settled::Nothing);
            }
            if let Some(revision) = config::write(&self.client, self.store, seen, &edits).await? {
                return Ok(Settled::Written(edits, revision));
            }
            let now = Seen::read(&self.client, self.store, seen.path.as_ref()).await?;
            let merged = config::merge(&base, &edited, &now.values()?);
            *seen = now;
            if !merged.conflicts.is_empty() {
                return Ok(Settled::Disputed(merged));
            }
            edited = merged.values;
        }
    }

    /// The text was saved as it was.
    fn given_up(&self, round: Round) -> Result<ExitCode, Failure> {
        match round {
            Round::First => Ok(self.nothing()),
            Round::Mistake(mistake) => Err(Failure::usage(format!("given up, nothing was written: {mistake}"))),
            Round::Conflicts(conflicts) => {
                let summary = self.sheet.summary(&conflicts);
                Err(Failure::new(ExitCode::No, format!("given up, nothing was written: {summary}")))
            }
        }
    }

    fn nothing(&self) -> ExitCode {
        self.context.emit(ConfigEvent::Unchanged { root: self.store.root.to_string().into() });
        ExitCode::Done
    }

    /// Says why the editor opens again.
    fn tell(&self, why: &str) {
        self.context.emit(ConfigEvent::EditAgain { message: why.into() });
    }

    /// The same, where the text has no notes and an editor may hide it: it opens when the user has read that.
    async fn tell_on_terminal(&self, why: &str, editor: &mut Editor<'_>) -> Result<(), Failure> {
        if self.sheet.has_notes() || !io::stdin().is_terminal() {
            self.tell(why);
            return Ok(());
        }
        self.tell(&format!("{why}; press Enter"));
        editor.unless_stopped(editor::enter()).await
    }

    fn told(&self, edits: &Edits<Typed>, revision: i64) {
        for (path, edit) in edits {
            let change = change(path, edit.after.as_ref(), edit.before.as_ref(), revision);
            let is_set = edit.after.is_some();
            self.context.emit(if is_set { ConfigEvent::Set(change) } else { ConfigEvent::Deleted(change) });
        }
    }
}

/// The result, unless etcdpat is asked to stop before.
async fn unless_stopped<T>(shutdown: &mut Shutdown, work: impl Future<Output = T>) -> Result<T, Failure> {
    tokio::select! {
        biased;
        cause = shutdown.next() => Err(cause.into()),
        done = work => Ok(done),
    }
}
