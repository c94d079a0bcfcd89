//! Locks: run, try, wait, hand over, lose; readers and writers, permits, several at once; a guarded write.

use etcd_client::{Compare, CompareOp, Txn};

use super::show::Show;
use crate::client;
use crate::error::{ExitCode, Failure};
use crate::event::ContenderRow;

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("lock");
    one_at_a_time(show, name).await?;
    several_at_a_time(show, name).await?;
    lose(show, name).await
}

async fn one_at_a_time(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
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
    show.finished(waiter, 0).await
}

async fn several_at_a_time(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let reader = show.start("Readers hold a lock together ...", &["lock", "--shared", name, "--", "sleep", "60"])?;
    show.contenders(name, 1).await?;
    show.run("... with other readers ...", &["lock", "--shared", "--try", name, "--", "echo", "reading"], 0).await?;
    show.run("... while writers have to wait.", &["lock", "--try", name, "--", "echo", "writing"], 122).await?;
    show.terminate(reader);
    show.finished(reader, 143).await?;

    let permits = ["lock", "--permits", "2", name, "--", "sleep", "60"];
    let one = show.start("At most two at a time: one ...", &permits)?;
    show.contenders(name, 1).await?;
    let two = show.start("... two ...", &permits)?;
    show.contenders(name, 2).await?;
    show.run("... and no more.", &["lock", "--permits", "2", "--try", name, "--", "true"], 122).await?;
    for holder in [one, two] {
        show.terminate(holder);
        show.finished(holder, 143).await?;
    }

    let (alice, bob) = (format!("{name}/alice"), format!("{name}/bob"));
    let both = r#"echo "holding:" $ETCDPAT_LOCKS"#;
    show.run(
        "Several locks are taken at once, all or none; whoever names them in another order is in no danger of deadlock.",
        &["lock", &alice, &bob, "--", "sh", "-c", both],
        0,
    )
    .await
}

async fn lose(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let holder = show.start("Somebody holds the lock again ...", &["lock", name, "--", "sleep", "60"])?;
    let rows = show.contenders(name, 1).await?;
    if let Some((row, lease)) = rows.first().and_then(|row| Some((row, row.lease?))) {
        write(show, "... and writes as long as that is so: the transaction compares the fence.", name, row, true)
            .await?;
        show.note(
            "The lock is lost: the command is stopped first, then etcdpat exits with 123.",
            &format!("etcdctl lease revoke {lease}"),
        );
        let limit = show.client.command_timeout();
        show.client.revoke(lease.0, limit).await.map_err(failed)?;
    }
    show.finished(holder, 123).await?;
    show.contenders(name, 0).await?;
    if let Some(row) = rows.first() {
        write(show, "A write that comes too late is refused, whoever sends it.", name, row, false).await?;
    }
    Ok(())
}

/// A put that is applied only while this contender's key is there.
async fn write(
    show: &mut Show<'_>,
    text: &str,
    name: &str,
    holder: &ContenderRow,
    expected: bool,
) -> Result<(), Failure> {
    let ContenderRow { key, fence, .. } = holder;
    let target = guarded(name);
    show.note(text, &format!("etcdctl txn <<<$'mod(\"{key}\") = \"{fence}\"\\n\\nput {target} done\\n\\n\\n'"));
    let held = Compare::mod_revision(key.raw(), CompareOp::Equal, *fence);
    let put = Txn::new().when([held]).and_then([show.client.put(target, "done")]);
    let applied = show.client.txn(put).await.map_err(failed)?.succeeded();
    if applied == expected { Ok(()) } else { Err(show.failed("the guarded write went the other way")) }
}

fn guarded(name: &str) -> String {
    format!("{name}.guarded")
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn failed(error: client::Error) -> Failure {
    Failure::new(ExitCode::Failed, error.to_string())
}
