//! Elections: lead, ask who leads, hand over, step down.

use super::show::Show;
use crate::error::Failure;

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("election");
    let id = show.node_id().to_owned();
    let inside = r#"echo "$ETCDPAT_NODE_ID leads, with fence $ETCDPAT_FENCE""#;
    let once = ["elect", name, "--id", &id, "--", "sh", "-c", inside];
    show.run("Run a command while this node leads.", &once, 0).await?;

    let long = |id: &'static str| ["elect", name, "--id", id, "--", "sleep", "60"];
    let one = show.start("Three nodes stand: the first leads ...", &long("one"))?;
    show.contenders(name, 1).await?;
    let two = show.start("... the second waits ...", &long("two"))?;
    show.contenders(name, 2).await?;
    let three = show.start("... and the third.", &long("three"))?;
    show.contenders(name, 3).await?;
    show.run("Who leads?", &["elect", "leader", name], 0).await?;
    show.run("Does two? The answer is no, exit code 1.", &["elect", "leader", name, "--id", "two"], 1).await?;
    show.run("Who stands, in which order?", &["elect", "status", name], 0).await?;
    show.run("Hand over to the third.", &["elect", "transfer", name, "--to", "three"], 0).await?;
    show.run("Ask the leader to step down: the next one leads.", &["elect", "resign", name], 0).await?;
    show.note("SIGTERM to a node ends its command, and it stands no more.", "kill PID");
    for node in [one, two, three] {
        show.terminate(node);
        show.finished(node, 143).await?;
    }
    show.run("Nobody is left.", &["elect", "leader", name], 1).await
}
