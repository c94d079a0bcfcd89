//! Periodic work of the leader alone: a slot for each period, none twice, whoever leads.

use std::time::Duration;

use super::show::Show;
use crate::client::Failed;
use crate::error::{ExitCode, Failure};
use crate::pattern::election::{self, Name};

/// Between two looks at the record of slots, and how many of them.
const PAUSE: Duration = Duration::from_millis(20);
const LOOKS: usize = 500;

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("leader-task");
    let record =
        election::slot_key(&show.state_root(), &Name::new(name.as_str()).map_err(|_| show.failed("its name"))?);
    let record = String::from_utf8_lossy(&record).into_owned();
    let id = show.node_id().to_owned();
    let task = r#"echo "$ETCDPAT_NODE_ID runs slot $ETCDPAT_SLOT""#;
    let node = |id| ["elect", name, "--id", id, "--every", "1s", "--", "sh", "-c", task];
    let one = show.start("A task is to run every second, on the leader alone ...", &node(&id))?;
    show.contenders(name, 1).await?;
    let two = show.start("... whichever node that is: another one waits.", &node("other"))?;
    show.contenders(name, 2).await?;
    slots(show, &record, &id, 2).await?;
    show.run("The leader steps down; the next one goes on with the next slot.", &["elect", "resign", name], 0).await?;
    slots(show, &record, "other", 2).await?;
    show.note("Both are stopped.", "kill PID PID");
    for node in [one, two] {
        show.terminate(node);
    }
    show.finished(one, 143).await?;
    show.finished(two, 143).await?;
    let forget = format!("del {record}");
    show.run("The last slot stays recorded, for the next leader. Here it is forgotten.", &["txn", "--then", &forget], 0)
        .await
}

/// Waits until the node has run so many slots to their end.
async fn slots(show: &Show<'_>, record: &str, id: &str, count: usize) -> Result<(), Failure> {
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..LOOKS {
        let read = show.client.get(record.as_bytes(), None).await;
        let read = read.map_err(|error| {
            Failure::from(Failed { doing: "cannot read the slots".into(), needs: format!("read {record}"), error })
        })?;
        let slot =
            read.kvs().first().and_then(|kv| serde_json::from_slice::<crate::record::SlotRecord>(kv.value()).ok());
        if let Some(slot) = slot.filter(|slot| slot.ended && slot.id.raw() == id.as_bytes()) {
            seen.insert(slot.slot.0);
        }
        if seen.len() >= count {
            return Ok(());
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(Failure::new(ExitCode::Failed, "the slots were not run"))
}
