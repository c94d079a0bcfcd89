//! Feature flags: for some users, for all, for nobody.

use super::show::Show;
use crate::error::Failure;

/// Shows it.
pub(super) async fn show(show: &mut Show<'_>) -> Result<(), Failure> {
    let base = show.begin("flags");
    let root = &format!("--root={base}");
    let flag = |words: &[&'static str]| -> Vec<String> {
        ["config", "flag"].iter().chain(words).map(|word| (*word).to_owned()).chain([root.clone()]).collect()
    };
    for (text, words, code) in [
        ("Is it on? There is no such flag.", &["get", "new-ui"][..], 1),
        (
            "On for 20 of 100 users, for ann in any case, and never for eve.",
            &["enable", "new-ui", "--percent", "20", "--allow", "ann", "--deny", "eve"],
            0,
        ),
        ("ann has it.", &["get", "new-ui", "--for", "ann"], 0),
        ("eve does not.", &["get", "new-ui", "--for", "eve"], 1),
        // He is in bucket 5734 of 10,000.
        ("bob is not among the 20, on any machine.", &["get", "new-ui", "--for", "bob"], 1),
        ("For 60 of 100: who had it, has it, and others too.", &["enable", "new-ui", "--percent", "60"], 0),
        ("bob among them.", &["get", "new-ui", "--for", "bob"], 0),
        ("For all.", &["enable", "new-ui", "--for-all"], 0),
        ("Nobody needs to be named now.", &["get", "new-ui"], 0),
        ("Another one, that is on.", &["enable", "dark"], 0),
        ("Something is wrong with the first: it is off for everybody.", &["disable", "new-ui"], 0),
        ("Not even for ann.", &["get", "new-ui", "--for", "ann"], 1),
        ("Which flags are there?", &["list"], 0),
    ] {
        let line = flag(words);
        show.run(text, &line.iter().map(String::as_str).collect::<Vec<_>>(), code).await?;
    }
    show.run("A flag is a value like others: both are deleted.", &["config", "delete", root, "features", "--prefix"], 0)
        .await
}
