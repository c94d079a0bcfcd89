//! What those who come from flock, etcdctl and consul type, and what a slip of the hand makes of a command.

use std::time::Duration;

use crate::support::{Etcd, Pat, Signal, eventually};

/// What is refused, and with which words.
const REFUSED: &[(&str, &str)] = &[
    // A forgotten `--`, and a mistyped subcommand.
    ("lock /n ./deploy.sh", "`etcdpat lock /n -- ./deploy.sh` runs a command"),
    ("lock /n ./deploy.sh now", "`etcdpat lock /n -- ./deploy.sh now` runs a command"),
    ("lock /n --name status", "--hold"),
    ("lock statsu /x", "did you mean `etcdpat lock status`?"),
    ("lock ls", "did you mean `etcdpat lock list`?"),
    ("lock unlock", "did you mean `etcdpat lock release`?"),
    ("lock aquire", "did you mean `etcdpat lock acquire`?"),
    ("elect ls", "did you mean `etcdpat elect status`?"),
    ("elect obsreve", "did you mean `etcdpat elect observe`?"),
    ("lock --hold /n -- true", "cannot be used with"),
    ("lock /x ./deploy.sh --prod", "a command comes after `--`, with its options"),
    ("elect /e ./serve.sh --port=80", "a command comes after `--`"),
    ("lock /x ./deploy.sh --permit", "'--permits'"),
    ("lock kill /d", "did you mean `etcdpat lock break`?"),
    ("lock --ttl 9s /q --try true", "`etcdpat lock --ttl 9s /q --try -- true` runs a command"),
    ("lock break /d", "`etcdpat lock status /d` shows the keys"),
    ("ha switch /g", "`etcdpat ha status /g` shows the nodes"),
    ("elect transfer /e", "`etcdpat elect status /e` shows the candidates"),
    ("elect list", "`etcdpat lock list` shows elections, too"),
    ("discover ls", "`etcdpat discover services`"),
    ("discover get web", "`etcdpat discover find SERVICE`"),
    ("config put a b", "`etcdpat config set NAME VALUE`"),
    ("config unset a", "`etcdpat config delete NAME`"),
    ("config set a=b", "`etcdpat config set a VALUE`"),
    ("ha failover /g", "`etcdpat ha switch NAME --to NODE`"),
    ("txn put a b", "--then 'put KEY VALUE'"),
    ("txn --then put a b", "an operation is one word"),
    ("lock list --json", "it is -o json"),
    ("lock list --write-out=json", "Usage: etcdpat lock list [OPTIONS] [PREFIX]"),
    ("lock list --dev --endpoints a:1", "--dev starts an etcd of its own"),
    // etcdctl's.
    ("lock list --password x", "--password-file FILE"),
    ("lock list -d example.org", "etcdctl's -d is --discovery-srv"),
    ("lock list --auth-jwt-token x", "no such option of etcdctl's"),
    // flock's.
    ("lock -n /l -- true", "flock's -n is --try"),
    ("lock --nonblock /l -- true", "flock's -n is --try"),
    ("lock -w 5 /l -- true", "flock's -w 5 is --timeout 5s"),
    ("lock -w5 /l -- true", "flock's -w 5 is --timeout 5s"),
    ("lock -w 0.5 /l -- true", "--timeout 0.5s"),
    ("lock --wait=3 /l -- true", "flock's -w 3 is --timeout 3s"),
    ("lock --wait 3 /l -- true", "flock's -w 3 is --timeout 3s"),
    ("lock -E 3 /l -- true", "flock's -E is --conflict-exit-code"),
    ("lock -s /l -- true", "flock's -s is --shared"),
    ("lock -x /l -- true", "a lock is exclusive unless"),
    ("lock -c true /l", "a command comes after --"),
    ("lock -u /l", "`etcdpat lock release KEY`"),
    // etcdctl's.
    ("-w json lock list", "etcdctl's -w json is -o json"),
    ("lock list -w json", "etcdctl's -w json is -o json"),
    ("--write-out=json lock list", "etcdctl's -w json is -o json"),
    ("get a", "`etcdpat config get`"),
    ("put a b", "`etcdpat config set`"),
    ("-o json put a b", "`etcdpat config set`"),
    ("del a", "`etcdpat config delete`"),
    ("member list", "that is etcdctl's"),
    ("endpoint health", "that is etcdctl's"),
    ("version", "`etcdpat --version`"),
    ("status", "`etcdpat ha status NAME`"),
    ("status /x", "`etcdpat ha list`"),
    ("snapshot save f", "`etcdpat config snapshot`"),
    ("lease timetolive 1", "`etcdpat lease ttl ID`"),
    ("elect -l /e", "`etcdpat elect observe NAME`"),
    ("elect /e proposal", "what etcdctl calls a proposal is --id"),
    ("watch -i", "start several"),
    ("txn -i", "`etcdpat txn -`"),
    ("--password x lock list", "--password-file"),
    ("--debug lock list", "-vv"),
    // consul's.
    ("lock -child-exit-code /l -- true", "the command's exit code is etcdpat's"),
    ("lock -n=3 /l -- true", "consul's -n=3 is --permits 3"),
    ("lock -timeout=5s /l -- true", "a long option has two dashes: --timeout=5s"),
    ("lock -pass-stdin /l -- true", "standard input is the command's"),
    ("lock -token=x /l -- true", "--password-file"),
    ("lock -verbose /l -- true", "it is -v"),
    ("lock -monitor-retry=3 /l -- true", "through an outage"),
    ("kv get a", "`etcdpat config` has values"),
    ("exec ls", "`etcdpat lock NAME -- CMD`"),
];

#[test]
fn slips_and_other_tools_words_are_refused_with_what_to_write_instead() {
    for (line, says) in REFUSED {
        let done = Pat::new(*line).env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").run();
        assert_eq!(done.code, 2, "{line}: {done:?}");
        assert!(done.stderr.contains(says), "{line}: {}", done.stderr);
        assert!(!done.stderr.contains("as a value"), "{line}: {}", done.stderr);
    }
    // No tip where there is none, and no paragraph of nothing in its place.
    let done = Pat::new("lock --bad /l -- true").run();
    assert!(!done.stderr.contains("tip:") && !done.stderr.contains("\n\n\n"), "{}", done.stderr);
    // As JSON, in one line each.
    let done = Pat::new("lock -n /l -o json -- true").run();
    let said: serde_json::Value = serde_json::from_str(&done.stderr).unwrap();
    assert_eq!(said["message"], "unexpected argument '-n' found");
    assert_eq!(said["hint"], "flock's -n is --try (exit code 122 when it is held)");
}

#[test]
fn every_group_answers_help() {
    for group in ["lock", "elect", "discover", "config", "ha", "lease"] {
        let (word, option) = (Pat::new(&[group, "help"]).run(), Pat::new(&[group, "--help"]).run());
        assert_eq!((word.code, option.code), (0, 0), "{group}");
        assert_eq!(word.stdout, option.stdout, "{group}");
    }
}

#[test]
fn what_is_called_like_a_slip_can_be_a_name() {
    let etcd = Etcd::start();
    assert_eq!(etcd.run("lock ls -- true").code, 0, "a command follows");
    assert_eq!(etcd.run("lock help --try -- true").code, 2);
    for line in ["lock --name ls", "lock --name help --name list", "lock --hold /a /b", "elect --name help"] {
        let held = etcd.pat(line).spawn();
        eventually("it is held", Duration::from_secs(10), || (!etcd.leases().is_empty()).then_some(()));
        held.signal(Signal::TERM);
        held.wait();
    }
}
