//! Configuration: set, get, import, follow, two who edit at once, snapshots.

use super::show::Show;
use crate::error::Failure;
use crate::pattern::config::{self, Store};

const SETTINGS: &str = "database:\n  host: db.com\n  port: 5433\n  timeout: 30s\nhosts: [web-1, web-2]\n";

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let base = show.begin("config");
    let root = &format!("--root={base}");
    let set = ["config", "set", root];
    show.run("A value is set.", &[&set[..], &["database/host", "db.com"]].concat(), 0).await?;
    show.run("A number is one.", &[&set[..], &["database/port", "5432"]].concat(), 0).await?;
    let get = ["config", "get", root];
    show.run("A script reads it, and wants an int.", &[&get[..], &["database/port", "--type", "int"]].concat(), 0)
        .await?;
    let as_bool = ["database/port", "--type", "bool"];
    show.run("As something else, it is refused.", &[&get[..], &as_bool].concat(), 2).await?;
    let seen = revision(show, &base, "database/port").await?;
    let first = ["database/port", "6000", "--if-revision", &seen];
    show.run("Two have read it, and change it: the first one does ...", &[&set[..], &first].concat(), 0).await?;
    let second = ["database/port", "7000", "--if-revision", &seen];
    show.run("... and the second one is told that it has changed.", &[&set[..], &second].concat(), 1).await?;
    let create = ["config", "snapshot", "create", root, "before-import"];
    show.run("All values are kept under a version.", &create, 0).await?;
    let watcher =
        show.start("A program follows the values below database ...", &["config", "watch", root, "database"])?;
    let settings = &show.file("settings.yaml")?;
    std::fs::write(settings, SETTINGS)?;
    let import = ["config", "import", root, settings];
    show.run("... while a file is imported, whole: database/port is 5433 in it.", &import, 0).await?;
    show.run("These are the values now.", &["config", "list", root], 0).await?;
    let diff = ["config", "snapshot", "diff", root, "before-import"];
    show.run("What differs from the snapshot?", &diff, 1).await?;
    let restore = ["config", "snapshot", "restore", root, "before-import"];
    show.run("All is as it was: what came later, is deleted.", &restore, 0).await?;
    show.run("What was the port before?", &["config", "history", root, "database/port"], 0).await?;
    show.note("The program ends: it has seen each step whole.", "kill PID");
    show.terminate(watcher);
    show.finished(watcher, 143).await?;
    show.run("The snapshot is deleted ...", &["config", "snapshot", "delete", root, "before-import"], 0).await?;
    show.run("... and the values.", &["config", "delete", root, "database", "--prefix"], 0).await
}

/// At which revision a value is.
async fn revision(show: &Show<'_>, root: &str, path: &str) -> Result<String, Failure> {
    let invalid = |_| show.failed("its names are none");
    let store = Store { root: root.parse().map_err(invalid)?, state_root: show.state_root() };
    let entry = config::get(&show.client, &store, &path.parse().map_err(invalid)?).await?;
    Ok(entry.mod_revision.to_string())
}
