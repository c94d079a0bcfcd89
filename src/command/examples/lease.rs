//! Leases: grant, attach, look, renew, revoke; keys that live as long as a command.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::show::Show;
use crate::error::{ExitCode, Failure};
use crate::event::LeaseId;
use crate::pattern::lease;

/// Between two looks at a key.
const PAUSE: Duration = Duration::from_millis(20);
/// The longest that a key may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Shows them.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let name = &show.begin("lease");
    step_by_step(show, name).await?;
    as_long_as_a_command(show, name).await
}

async fn step_by_step(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    // Without --id, each line would have to name what the first one printed.
    let id = &show.fresh_lease().to_string();
    let key = &format!("{name}/node");
    show.run("Grant a lease; without --id, its id is chosen for you.", &["lease", "grant", "10s", "--id", id], 0)
        .await?;
    show.run("Put a key on it, which goes when the lease ends.", &["lease", "attach", id, key, "up"], 0).await?;
    show.run("What is left of it, and what is on it.", &["lease", "ttl", id, "--keys"], 0).await?;
    show.run("The lease of a key.", &["lease", "of", key], 0).await?;
    show.run("Renew it; without --once, for as long as it takes.", &["lease", "keepalive", id, "--once"], 0).await?;
    show.run("Revoke it ...", &["lease", "revoke", id], 0).await?;
    show.run("... and the key is gone, too: the answer is no, exit code 1.", &["lease", "of", key], 1).await?;
    show.run("A lease that is gone is no, whatever is asked of it.", &["lease", "ttl", id], 1).await
}

async fn as_long_as_a_command(show: &mut Show<'_>, name: &str) -> Result<(), Failure> {
    let key = &format!("{name}/present");
    let pair = &format!("{key}=yes");
    let inside = r#"echo "inside, on lease $ETCDPAT_LEASE""#;
    let present = ["lease", "run", "--put", pair, "--", "sh", "-c", inside];
    show.run("Keep a key exactly as long as a command runs.", &present, 0).await?;
    show.run("It is gone with the command.", &["lease", "of", key], 1).await?;

    let running = show.start("Somebody runs for long ...", &["lease", "run", "--put", pair, "--", "sleep", "60"])?;
    let held = on_a_lease(show, key).await?;
    show.run("... so the key is not to be had twice: nothing is written, exit code 1.", &present, 1).await?;
    show.note(
        "The lease is lost: the command is stopped first, then etcdpat exits with 123.",
        &format!("etcdpat lease revoke {held}"),
    );
    let revoked = show.client.revoke_present(held.0).await;
    revoked.map_err(|error| Failure::new(ExitCode::Failed, error.to_string()))?;
    show.finished(running, 123).await
}

/// Waits until the key is there: its lease.
async fn on_a_lease(show: &Show<'_>, key: &str) -> Result<LeaseId, Failure> {
    let waited = timeout(PATIENCE, async {
        loop {
            match lease::of(&show.client, key.as_bytes()).await {
                Err(lease::Error::NoKey(_)) => sleep(PAUSE).await,
                answer => return answer.map_err(Failure::from),
            }
        }
    });
    waited.await.map_err(|_| show.failed("its key did not appear"))?
}
