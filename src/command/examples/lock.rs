//! Locks: run, try, wait, hand over, lose.

use super::show::Show;
use crate::error::Failure;

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("lock");

    let inside = r#"echo "inside, with fence $ETCDPAT_FENCE""#;
    show.run("Run a command while holding a lock.", &["lock", name, "--", "sh", "-c", inside], 0).await?;
    show.run("Its exit code is etcdpat's.", &["lock", name, "--", "sh", "-c", "exit 7"], 7).await?;

    let holder = show
        .start("Somebody holds the lock for long ...", &["lock", "--note", "an example", name, "--", "sleep", "60"])?;
    show.contenders(name, 1).await?;
    show.run("... which everybody can see.", &["lock", "status", name], 0).await?;
    show.run("Who must not wait, tries: busy is 122.", &["lock", "--try", name, "--", "true"], 122).await?;
    show.run(
        "Who may wait a little, says how long: too late is 124.",
        &["lock", "--timeout", "500ms", name, "--", "true"],
        124,
    )
    .await?;

    let waiter = show.start("Who waits, waits in line.", &["lock", name, "--", "echo", "my turn"])?;
    show.contenders(name, 2).await?;
    show.note(
        "SIGTERM to the holder's etcdpat is passed on; the lock is released when its command has ended.",
        "kill PID",
    );
    show.terminate(holder);
    show.finished(holder, 143).await?;
    show.note("The waiter's turn has come.", "wait");
    show.finished(waiter, 0).await?;

    let holder = show.start("Somebody holds the lock again ...", &["lock", name, "--", "sleep", "60"])?;
    let rows = show.contenders(name, 1).await?;
    if let Some(row) = rows.first() {
        show.note(
            "... and loses it: the command is stopped first, then etcdpat exits with 123.",
            &format!("etcdctl lease revoke {}", row.lease),
        );
        let limit = show.client.command_timeout();
        let revoked = show.client.revoke(row.lease.0, limit).await;
        revoked.map_err(|error| Failure::new(crate::error::ExitCode::Failed, error.to_string()))?;
    }
    show.finished(holder, 123).await?;
    show.contenders(name, 0).await?;
    Ok(())
}
