//! Watches: the state first, history, what was before, a command for each event, a restart.

use etcd_client::{Txn, TxnOp};

use super::show::Show;
use crate::error::{ExitCode, Failure};

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("watch");
    let file = show.file("position")?;
    steps(show, name, &file).await
}

async fn steps(show: &mut Show<'_>, name: &str, file: &str) -> Result<(), Failure> {
    let (db, port) = (format!("{name}/db"), format!("{name}/port"));
    show.note("Two keys are put, and one is put again.", &format!("etcdctl put {db} one"));
    let first = write(show, show.client.put(db.as_str(), "one")).await?.to_string();
    write(show, show.client.put(port.as_str(), "80")).await?;
    write(show, show.client.put(db.as_str(), "two")).await?;

    let watch = ["watch", "--prefix", name];
    let with =
        |more: &[&'static str]| -> Vec<String> { watch.iter().chain(more).map(|&word| word.to_owned()).collect() };
    let from_first = |more: &[&'static str]| [with(&["--rev"]), vec![first.clone()], with(more).split_off(3)].concat();
    run(show, "A watch can begin with the present state ...", &with(&["--initial", "--count", "2"])).await?;
    run(show, "... or with any revision that etcd still has.", &from_first(&["--count", "3", "--prev-kv"])).await?;

    let script = r#"echo "$ETCDPAT_EVENT $ETCDPAT_KEY: $ETCDPAT_VALUE""#;
    let handled = from_first(&["--count", "2", "--", "sh", "-c", script]);
    run(show, "A command is run for each event, one at a time.", &handled).await?;

    let resumed = |count| [from_first(&["--count", count, "--resume-file"]), vec![file.to_owned()]].concat();
    run(show, "With a resume file, a watch that ends early, or is killed ...", &resumed("1")).await?;
    run(show, "... goes on where it was.", &resumed("2")).await?;

    let waiting = with(&["--filter", "delete", "--count", "1"]);
    let waiter =
        show.start("Without any of these, a watch waits for what happens: here for a delete.", &words(&waiting))?;
    // It may not stand yet; what was deleted before is not its matter.
    for _ in 0..50 {
        write(show, show.client.put(port.as_str(), "80")).await?;
        write(show, TxnOp::delete(port.as_str(), None)).await?;
        if show.is_over(waiter)? {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    show.note("The key is deleted.", &format!("etcdctl del {port}"));
    show.finished(waiter, 0).await
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

async fn run(show: &mut Show<'_>, text: &str, arguments: &[String]) -> Result<(), Failure> {
    show.run(text, &words(arguments), 0).await
}

/// The revision at which it was done.
async fn write(show: &Show<'_>, operation: TxnOp) -> Result<i64, Failure> {
    let done = show.client.txn(Txn::new().and_then([operation])).await;
    let done = done.map_err(|error| Failure::new(ExitCode::Failed, error.to_string()))?;
    Ok(done.header().map_or(0, etcd_client::ResponseHeader::revision))
}
