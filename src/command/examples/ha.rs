//! High availability: a primary that another node takes over, requests that two processes do, shards that the fewest of
//! which move.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::show::{PATIENCE, PAUSE, Show};
use crate::error::Failure;
use crate::event::{ActivePassiveRow, ShardRow, Text};
use crate::pattern::ha::{active_passive, sharded};
use crate::pattern::lock::LockName;
use crate::record::Role;

/// How long a request takes: long enough for another process to come into the queue meanwhile.
const WORK: Duration = Duration::from_secs(1);

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let base = show.begin("ha");
    let id = show.node_id().to_owned();
    take_over(show, &format!("{base}/db"), &id).await?;
    share_requests(show, &format!("{base}/mail")).await?;
    share_shards(show, &format!("{base}/jobs"), &id).await
}

/// Active-passive.
async fn take_over(show: &mut Show<'_>, name: &str, id: &str) -> Result<(), Failure> {
    let primary = r#"echo "$ETCDPAT_NODE_ID is the primary, with fence $ETCDPAT_FENCE"; exec sleep 60"#;
    let secondary = r#"echo "$ETCDPAT_NODE_ID is a secondary"; exec sleep 60"#;
    let node = |id| ["ha", "active-passive", name, "--node-id", id, "--primary", primary, "--secondary", secondary];
    let one = show.start("Active-passive, on two nodes: one runs the primary ...", &node(id))?;
    until_nodes_run(show, name, &[(id, Role::Primary)]).await?;
    let other = &another(id, 2);
    let two = show.start("... and the other one a secondary.", &node(other))?;
    until_nodes_run(show, name, &[(id, Role::Primary), (other, Role::Secondary)]).await?;
    show.run("Which node runs what?", &["ha", "status", name], 0).await?;
    show.note("The primary's node is stopped.", "kill PID");
    show.terminate(one);
    show.finished(one, 143).await?;
    until_nodes_run(show, name, &[(other, Role::Primary)]).await?;
    show.run("The other one has taken over.", &["ha", "status", name], 0).await?;
    show.note("It is stopped, too.", "kill PID");
    show.terminate(two);
    show.finished(two, 143).await
}

/// Active-active.
async fn share_requests(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let work = format!(r#"echo "$0, with fence $ETCDPAT_FENCE"; sleep {}"#, WORK.as_secs());
    let words = ["ha", "active-active", name, "--jobs", "2", "--", "sh", "-c", &work];
    let contested = &format!("{name}/ann");
    let one =
        show.feed("Active-active: a process does requests, two at a time ...", &["ann", "bob", "ann"], &words).await?;
    show.contenders(contested, 1).await?;
    let two = show.feed("... and another one does, too.", &["ann", "eve"], &words).await?;
    show.contenders(contested, 2).await?;
    show.run("Each is done under a lock of its own.", &["lock", "status", contested], 0).await?;
    show.note("Different ones run side by side, equal ones one after another: see the fences.", "wait");
    show.finished(one, 0).await?;
    show.finished(two, 0).await
}

/// Sharded.
async fn share_shards(show: &mut Show<'_>, name: &str, id: &str) -> Result<(), Failure> {
    let work = r#"echo "$ETCDPAT_NODE_ID has shard $ETCDPAT_SHARD"; exec sleep 60"#;
    let instance = |id| ["ha", "sharded", name, "--shards", "4", "--node-id", id, "--", "sh", "-c", work];
    let mut instances = vec![show.start("Sharded: one instance owns all 4 shards ...", &instance(id))?];
    owners(show, name, &[4]).await?;
    let (second, third) = (&another(id, 2), &another(id, 3));
    instances.push(show.start("... two have two each ...", &instance(second))?);
    let before = owners(show, name, &[2, 2]).await?;
    show.run("... as the plan says.", &["ha", "status", name], 0).await?;
    instances.push(show.start("A third one joins.", &instance(third))?);
    let after = owners(show, name, &[1, 1, 2]).await?;
    let moved = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    if moved != 1 {
        return Err(show.failed(&format!("{moved} shards have moved, not one")));
    }
    show.run("The fewest have moved: one.", &["ha", "status", name], 0).await?;
    show.note("All three are stopped.", "kill PID PID PID");
    for &instance in &instances {
        show.terminate(instance);
    }
    for instance in instances {
        show.finished(instance, 0).await?;
    }
    Ok(())
}

/// Waits until there are these nodes and no others, each running this.
async fn until_nodes_run(show: &Show<'_>, name: &str, expected: &[(&str, Role)]) -> Result<(), Failure> {
    let (lock, root) = (lock_name(name)?, show.state_root());
    let is_running = |(row, (id, role)): (&ActivePassiveRow, &(&str, Role))| {
        row.id.raw() == id.as_bytes() && row.role == *role && row.running == Some(*role)
    };
    let waited = timeout(PATIENCE, async {
        loop {
            let (rows, _) = active_passive::status(&show.client, &lock, &root).await?;
            if rows.len() == expected.len() && rows.iter().zip(expected).all(is_running) {
                return Ok::<_, Failure>(());
            }
            sleep(PAUSE).await;
        }
    });
    waited.await.map_err(|_| show.failed("the nodes did not run what they should"))?
}

/// Waits until every shard is where the plan wants it, and the instances own so many, fewest first. The owner of each shard.
async fn owners(show: &Show<'_>, name: &str, expected: &[usize]) -> Result<Vec<Option<Text>>, Failure> {
    let (lock, root) = (lock_name(name)?, show.state_root());
    let waited = timeout(PATIENCE, async {
        loop {
            let group = sharded::status(&show.client, &lock, &root).await?;
            let mut owned: Vec<_> = group.members.iter().map(|member| member.owned).collect();
            owned.sort_unstable();
            let is_planned = |shard: &ShardRow| shard.owner.is_some() && shard.owner == shard.planned;
            if owned == expected && group.shards.iter().all(is_planned) {
                return Ok::<_, Failure>(group.shards.into_iter().map(|shard| shard.owner).collect());
            }
            sleep(PAUSE).await;
        }
    });
    waited.await.map_err(|_| show.failed("the shards were not shared out"))?
}

/// The id of another node.
fn another(id: &str, number: u32) -> String {
    format!("{id}-{number}")
}

fn lock_name(name: &str) -> Result<LockName, Failure> {
    LockName::new(name).map_err(|invalid| Failure::usage(invalid.to_string()))
}
