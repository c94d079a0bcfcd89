//! Transactions: compare and set, a counter, a transfer, a write under a lock.

use super::show::Show;
use crate::error::Failure;

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("txn");
    let result = steps(show, name).await;
    let all = format!("del {name}/ --prefix");
    show.run("Many keys are deleted at once.", &["txn", "--then", &all], 0).await.and(result)
}

async fn steps(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let counter = format!("{name}/counter");
    let missing = format!("version({counter}) = 0");
    let make = format!("put {counter} 0");
    show.run("A key is made only if it is not there.", &["txn", "--if", &missing, "--then", &make], 0).await?;
    let (zero, one, get) = (format!("value({counter}) = 0"), format!("put {counter} 1"), format!("get {counter}"));
    let set = ["txn", "--if", &zero, "--then", &one, "--else", &get];
    show.run("Compare and set: who finds what it expects, writes ...", &set, 0).await?;
    show.run("... and who does not, learns what is there; the exit code is 1.", &set, 1).await?;
    let add = format!("add {counter} 1");
    show.run("A counter is exact, however many add to it at once.", &["txn", "--then", &add], 0).await?;
    transfer(show, name).await?;
    guard(show, name).await
}

async fn transfer(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let (a, b) = (format!("{name}/account/a"), format!("{name}/account/b"));
    let open = [format!("put {a} 100"), format!("put {b} 100")];
    show.run("Two accounts.", &["txn", "--then", &open[0], "--then", &open[1]], 0).await?;
    let (enough, take, give) = (format!("int({a}) >= 80"), format!("add {a} -80"), format!("add {b} 80"));
    let (log, look) = (format!("put {name}/log \"a to b: 80\""), format!("get {name}/account/ --prefix"));
    let transfer = ["txn", "--if", &enough, "--then", &take, "--then", &give, "--then", &log, "--else", &look];
    show.run("A transfer compares and adds numbers, all of it at once ...", &transfer, 0).await?;
    show.run("... or not at all: there is not enough left.", &transfer, 1).await
}

async fn guard(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let lock = format!("{name}/lock");
    let holder = show.start("Somebody holds a lock ...", &["lock", &lock, "--", "sleep", "60"])?;
    let rows = show.contenders(&lock, 1).await?;
    let fence = rows.first().map_or(0, |row| row.fence);
    let (guard, write) = (format!("{lock}@{fence}"), format!("put {name}/report done"));
    let guarded = ["txn", "--guard", &guard, "--then", &write];
    show.run("... and writes as long as that is so.", &guarded, 0).await?;
    show.note("The lock is released.", "kill PID");
    show.terminate(holder);
    show.finished(holder, 143).await?;
    show.run("A write that comes too late is refused.", &guarded, 1).await
}
