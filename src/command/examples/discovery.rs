//! Service discovery: register, find, follow, lose a lease, drain, render.

use std::time::Duration;

use super::show::Show;
use crate::error::Failure;

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let base = show.begin("discovery");
    let root = &format!("--root={base}");
    let id = show.node_id().to_owned();
    let registers = |id, address, zone| {
        ["discover", "register", root, "web", "--id", id, "--address", address, "--meta", zone, "--", "sleep", "60"]
    };
    let one = show.start("A server is registered as long as it runs ...", &registers(&id, "10.0.0.7:80", "zone=a"))?;
    let two = show.start("... and another one.", &registers("web-2", "10.0.0.8:80", "zone=b"))?;
    until(show, root, 2).await?;
    show.run("Where is the service to be had?", &["discover", "find", root, "web"], 0).await?;
    let in_b = ["discover", "find", root, "web", "--meta", "zone=b", "--format", "address"];
    show.run("In zone b, as a line for a script?", &in_b, 0).await?;
    show.run("Which services are there?", &["discover", "services", root], 0).await?;
    let pick = ["discover", "pick", root, "web", "--strategy", "random", "--", "sh", "-c"];
    let asks = r#"echo "asking $ETCDPAT_INSTANCE in zone $ETCDPAT_META_ZONE""#;
    show.run("A client picks one.", &[&pick[..], &[asks]].concat(), 0).await?;
    let gone = ["discover", "deregister", root, "web", "web-2"];
    show.run("One is taken out by hand; its server runs on.", &gone, 0).await?;
    show.note("SIGTERM to the other one takes its record away at once.", "kill PID");
    for node in [one, two] {
        show.terminate(node);
        show.finished(node, 143).await?;
    }
    show.run("Nobody is left.", &["discover", "find", root, "web"], 1).await
}

/// Waits until so many instances are registered.
pub(super) async fn until(show: &mut Show<'_>, root: &str, count: usize) -> Result<(), Failure> {
    let prefix = format!("{}/web/", root.trim_start_matches("--root="));
    for _ in 0..500 {
        let keys = etcd_client::GetOptions::new().with_prefix().with_count_only();
        let read = show.client.get(prefix.as_bytes(), Some(keys)).await;
        if read.is_ok_and(|read| usize::try_from(read.count()) == Ok(count)) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err(show.failed("its instances did not appear"))
}
