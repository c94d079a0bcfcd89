//! Files made of templates: the arguments of `config render` and `discover render`, and their run.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use serde::Deserialize;

use super::context::Context;
use super::{child, toml_file};
use crate::client::Options;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::Global;
use crate::pattern::rendering::{self, Ended, File, How, Rendering, Runner, Source};
use crate::render::{Error, Output, Template};
use crate::shutdown::Cause;
use crate::supervise::{Guardian, Task};

/// From SIGTERM to SIGKILL, for what a command leaves running.
const GRACE: Duration = Duration::from_secs(5);

/// The files, and what depends on them.
#[derive(Debug, Args)]
pub(super) struct RenderingArgs {
    /// The template
    #[arg(required_unless_present = "file", conflicts_with = "file", requires = "out")]
    template: Option<PathBuf>,
    /// The file
    #[arg(required_unless_present = "file")]
    out: Option<PathBuf>,
    /// Several templates, as [[template]] with template, out, check and reload each
    #[arg(long, value_name = "FILE.toml", conflicts_with_all = ["check", "reload"])]
    file: Option<PathBuf>,
    /// A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one's place
    #[arg(long, value_name = "SH")]
    check: Option<OsString>,
    /// A shell command to run after each change of the file
    #[arg(long, value_name = "SH")]
    reload: Option<OsString>,
    /// Do it once
    #[arg(long)]
    once: bool,
    /// Show what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
struct Templates {
    #[serde(default)]
    template: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
struct Entry {
    template: PathBuf,
    out: PathBuf,
    check: Option<String>,
    reload: Option<String>,
}

/// What is to be rendered, checked.
pub(super) struct Prepared {
    files: Vec<File>,
    runner: Option<Runner>,
    how: How,
}

impl RenderingArgs {
    /// Checks all that can be checked before anything is sent, and starts the guardian if there are commands.
    ///
    /// # Errors
    /// Code 2; the guardian can't be started.
    pub(super) fn prepare(self, global: &Global, connection: &Options) -> Result<Prepared, Failure> {
        let entries = match (self.file, self.template, self.out) {
            (Some(file), ..) => listed(&file)?,
            (None, Some(template), Some(out)) => vec![(template, out, self.check, self.reload)],
            _ => return Err(Failure::usage("a template and a file are to be given")),
        };
        let how = match (self.dry_run, self.once) {
            (true, _) => How::DryRun,
            (false, true) => How::Once,
            (false, false) => How::Always,
        };
        let mut files: Vec<File> = Vec::new();
        for (template, out, check, reload) in entries {
            Template::read(&template).map_err(|error| usage(&error))?;
            if out.as_os_str() == "-" || out.starts_with("/dev") {
                return Err(Failure::usage(format!("{} is no file that can be replaced", out.display())));
            }
            let place = place(&out);
            if files.iter().any(|other| self::place(other.output.path()) == place) {
                return Err(Failure::usage(format!("{} is made of two templates", out.display())));
            }
            if self::place(&template) == place {
                return Err(Failure::usage(format!("{} would be replaced by what is made of it", template.display())));
            }
            files.push(File { template, output: Output::new(&out).map_err(|error| usage(&error))?, check, reload });
        }
        let has_commands = files.iter().any(|file| file.check.is_some() || file.reload.is_some());
        let runner = (has_commands && how != How::DryRun).then(|| -> Result<Runner, Failure> {
            let task = Task { grace: GRACE, stdin: Some(Vec::new()), ..child::task(global, connection, Vec::new()) };
            Ok(Runner { task, guardian: Guardian::start()? })
        });
        Ok(Prepared { files, runner: runner.transpose()?, how })
    }
}

impl Prepared {
    /// Whether it ends by itself.
    pub(super) fn is_once(&self) -> bool {
        self.how != How::Always
    }

    /// Renders.
    ///
    /// # Errors
    /// As [`rendering::render`].
    pub(super) async fn run<S: Source>(self, source: S, context: &Context<'_>) -> Result<ExitCode, Failure>
    where
        Failure: From<S::Error>,
    {
        let Self { files, runner, how } = self;
        let mut rendering = Rendering::new(source, files, runner, how);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        match rendering::render(&mut rendering, &mut shutdown, &emit).await? {
            Ended::Once(true) => Ok(ExitCode::Done),
            Ended::Once(false) => Ok(ExitCode::No),
            // A signal is the way to end it, and nothing to talk about.
            Ended::Stopped(cause) => Ok(<Failure as From<Cause>>::from(cause).code),
        }
    }
}

type Given = (PathBuf, PathBuf, Option<OsString>, Option<OsString>);

fn listed(file: &Path) -> Result<Vec<Given>, Failure> {
    let Templates { template } = toml_file::read(file, "a list of templates")?;
    if template.is_empty() {
        return Err(Failure::usage(format!("{} has no [[template]]", file.display())));
    }
    let given = |Entry { template, out, check, reload }| (template, out, check.map(Into::into), reload.map(Into::into));
    Ok(template.into_iter().map(given).collect())
}

/// Where a path leads to, as far as it exists: two paths with one place are one file.
fn place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        path.file_name().map_or_else(|| path.to_owned(), |name| folder.join(name))
    })
}

fn usage(error: &Error) -> Failure {
    Failure::usage(error.to_string())
}
