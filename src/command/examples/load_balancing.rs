//! Load balancing: picks in turn, by weight, by use, by a key.

use super::discovery::until;
use super::show::Show;
use crate::error::Failure;

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let base = show.begin("load-balancing");
    let root = &format!("--root={base}");
    let mut nodes = Vec::new();
    for (number, weight) in [("1", "weight=1"), ("2", "weight=8"), ("3", "weight=1")] {
        let (id, address) = (format!("web-{number}"), format!("10.0.0.{number}:80"));
        let words = ["discover", "register", root, "web", "--id", &id, "--address", &address, "--meta", weight];
        nodes.push(show.start("A server is registered.", &words)?);
    }
    until(show, root, 3).await?;
    let pick = |more: &[&'static str]| {
        ["discover", "pick", root, "web"]
            .iter()
            .map(|word| (*word).to_owned())
            .chain(more.iter().map(|word| (*word).to_owned()))
            .collect::<Vec<_>>()
    };
    for text in ["Who picks, shares the turns with all who do, on all machines.", "The next one.", "The next one."] {
        run(show, text, &pick(&[])).await?;
    }
    run(show, "By weight: the second one most often.", &pick(&["--strategy", "weighted"])).await?;
    let same = pick(&["--strategy", "hash", "--hash-key", "user-1"]);
    run(show, "By a key: the same one ...", &same).await?;
    run(show, "... as long as it is there.", &same).await?;
    let uses = pick(&["--strategy", "least-conn", "--ttl=10s", "--", "sleep", "2"]);
    let user = show.start("Somebody uses one for a while ...", &words(&uses))?;
    let other = pick(&["--strategy", "least-conn", "--ttl=10s", "--", "sh", "-c", "echo $ETCDPAT_INSTANCE"]);
    run(show, "... so that the least used is another one.", &other).await?;
    show.finished(user, 0).await?;
    show.note("The servers are stopped.", "kill PID PID PID");
    for node in nodes {
        show.terminate(node);
        show.finished(node, 0).await?;
    }
    Ok(())
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

async fn run(show: &mut Show<'_>, text: &str, line: &[String]) -> Result<(), Failure> {
    show.run(text, &words(line), 0).await
}
