//! Bad input is refused before anything is sent; unreachable and unfriendly servers are told apart; a password is
//! never seen.

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use crate::support::{Done, Etcd, Pat, black_hole, finish, path};

#[test]
fn bad_input_is_refused_with_2_and_nothing_is_sent() {
    // An endpoint that takes note of anybody who connects.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let endpoint = listener.local_addr().unwrap().to_string();
    let dir = tempfile::tempdir().unwrap();
    let missing = path(&dir, "missing");
    let (missing_dir, malformed) = (path(&dir, "missing/file"), path(&dir, "malformed"));
    fs::write(&malformed, r#"{"key":"k","range_end":"","revision":-1}"#).unwrap();
    let lines = [
        "lock --ttl 0 /l -- true",
        "lock --ttl -5 /l -- true",
        "lock --ttl text /l -- true",
        "lock --ttl 1s /l -- true",
        "lock --ttl 3651d /l -- true",
        "lock --try --timeout 1s /l -- true",
        "lock --timeout -1s /l -- true",
        "lock --ttl 10s --grace 5s /l -- true",
        "lock --grace x /l -- true",
        "lock '' -- true",
        "lock",
        "lock -- true",
        "lock /l --",
        "lock --conflict-exit-code 256 /l -- true",
        "lock /l -o yaml -- true",
        "lock /l --key NOWHERE -- true",
        "lock /l --cert NOWHERE -- true",
        "lock /l --cacert NOWHERE -- true",
        "lock /l --user u --password-file NOWHERE -- true",
        "lock /l --user u -- true",
        "lock /l --user :p -- true",
        "lock /l --password-file /dev/null -- true",
        "lock /l --command-timeout 0 -- true",
        "lock /l --dial-timeout soon -- true",
        "lock /l --shared --permits 2 -- true",
        "lock /l --permits 0 -- true",
        "lock /l --permits -1 -- true",
        "lock /a '/b\n' -- true",
        "lock /a '' -- true",
        "lock acquire",
        "lock acquire ''",
        "lock acquire /l --ttl 0",
        "lock renew /l",
        "lock renew /l/0",
        "lock release 1234",
        "lock release ''",
        "lock status",
        "lock check /l",
        "lock check /l --fence x",
        "lock break /l",
        "lease",
        "lease grant",
        "lease grant 0",
        "lease grant -5",
        "lease grant text",
        "lease grant 3651d",
        "lease grant 60 --id 0",
        "lease grant 60 --id 8000000000000000",
        "lease revoke xyz",
        "lease revoke ''",
        "lease revoke 0x",
        "lease ttl 00000000000000001",
        "lease keepalive -1 --once",
        "lease attach 0 /k v",
        "lease attach 1 '' v",
        "lease attach 1 /k",
        "lease of ''",
        "lease run --put /k=v",
        "lease run --put /k=v --",
        "lease run -- true",
        "lease run --put /k -- true",
        "lease run --put =v -- true",
        "lease run --put /k=1 --put /k=2 -- true",
        "lease run --ttl 0 --put /k=v -- true",
        "lease run --ttl 1s --put /k=v -- true",
        "lease run --ttl 10s --grace 5s --put /k=v -- true",
        "lock /l --dev --endpoints 127.0.0.1:1 -- true",
        "lock /l --dev --discovery-srv example.org -- true",
        "lock /l --discovery-srv example.org --endpoints 127.0.0.1:1 -- true",
        "lock /l --insecure-transport=no -- true",
        "lock /l --insecure-transport",
        "lock /l --tls-server-name a/b -- true",
        "watch",
        "watch ''",
        "watch k ''",
        "watch k k",
        "watch k a",
        "watch k l --prefix",
        "watch k --prefix --from-key",
        "watch k --rev 0",
        "watch k --rev -1",
        "watch k --rev x",
        "watch k --rev 1 --initial",
        "watch k --count 0",
        "watch k --filter get",
        "watch k --on-error continue",
        "watch k --on-error panic -- true",
        "watch k --",
        "watch k --resume-file NO_DIR",
        "watch k --resume-file MALFORMED",
        "watch k --resume-file /",
        "unknown",
        "",
        "man NO_DIR",
        "man MALFORMED",
        "dev --",
        "dev --data-dir MALFORMED",
        "lock break /l --key ''",
        "lock --ttl 1M /l -- true",
        "lock --timeout 2months /l -- true",
    ];
    let places = [("NOWHERE", &missing), ("NO_DIR", &missing_dir), ("MALFORMED", &malformed)];
    let lines = lines.map(|line| places.iter().fold(line.to_owned(), |line, (name, path)| line.replace(name, path)));
    let numbers: Vec<_> = (0..64).map(|number| number.to_string()).collect();
    let too_many = format!("lock {}", numbers.join(" "));
    for arguments in lines.iter().chain([&too_many]) {
        let done = Pat::new(arguments).env("ETCDPAT_ENDPOINTS", &endpoint).run();
        assert_eq!(done.code, 2, "{arguments:?}: {}", done.stderr);
        assert!(!done.stderr.is_empty() && done.stdout.is_empty(), "{arguments:?}");
    }
    for bad in ["nohost", "127.0.0.1:", "a:b", "ftp://a:1", "http://", "127.0.0.1:1,,", "127.0.0.1:70000", "unix://"] {
        let done = Pat::new(&["lock", "/l", "--endpoints", bad, "--", "true"]).run();
        assert_eq!(done.code, 2, "{bad}: {}", done.stderr);
        assert!(done.stderr.contains("malformed endpoint"), "{}", done.stderr);
    }
    for (endpoints, says) in [
        ("http://user:secret@127.0.0.1:1", "a user has no place in it"),
        ("user:secret@127.0.0.1:1", "a user has no place in it"),
        ("http://127.0.0.1:1,https://127.0.0.1:2", "is encrypted, and http://127.0.0.1:1 is not"),
        ("HTTP://127.0.0.1:1,HTTPS://127.0.0.1:2", "is encrypted, and HTTP://127.0.0.1:1 is not"),
    ] {
        let done = Pat::new(&["lock", "/l", "--endpoints", endpoints, "--", "true"]).run();
        assert_eq!(done.code, 2, "{endpoints}: {}", done.stderr);
        assert!(done.stderr.contains(says) && !done.stderr.contains("secret"), "{endpoints}: {}", done.stderr);
    }
    for (name, value) in [("ETCDPAT_OUTPUT", "yaml"), ("ETCDPAT_COMMAND_TIMEOUT", "x"), ("ETCDPAT_CERT", "/nowhere")] {
        let done = Pat::new("lock /l -- true").env("ETCDPAT_ENDPOINTS", &endpoint).env(name, value).run();
        assert_eq!(done.code, 2, "{name}: {}", done.stderr);
    }
    let plain = format!("http://{endpoint}");
    let done = Pat::new("lock /l --cacert /etc/hostname -- true").env("ETCDPAT_ENDPOINTS", &plain).run();
    assert_eq!(done.code, 2, "{}", done.stderr);
    assert!(listener.accept().is_err(), "nobody connected");
}

/// What etcdctl's variables do, of 3.4 to 3.7: docs/compat.md has the same table.
#[test]
fn etcdctls_variables_are_honoured_or_refused() {
    let etcd = Etcd::start();
    let endpoints = etcd.endpoints();
    let run = |variables: &[(&str, &str)]| {
        // No DNS server is there.
        let pat = Pat::new("lock list").env("ETCDPAT_DNS_SERVER", "127.0.0.1:1");
        variables.iter().fold(pat, |pat, (name, value)| pat.env(name, value)).run()
    };
    let with = |name, value| run(&[("ETCDCTL_ENDPOINTS", &endpoints), (name, value)]);
    for (name, value, code) in [
        ("ETCDCTL_API", "3", 0),
        ("ETCDCTL_API", "2", 2),
        // It names no cluster.
        ("ETCDCTL_DISCOVERY_SRV", "example.org", 125),
        ("ETCDCTL_DISCOVERY_SRV_NAME", "x", 0),
        ("ETCDCTL_INSECURE_DISCOVERY", "false", 0),
        ("ETCDCTL_AUTH_JWT_TOKEN", "token", 2),
        // So it is encrypted, and the server is not.
        ("ETCDCTL_INSECURE_SKIP_TLS_VERIFY", "true", 125),
        ("ETCDCTL_INSECURE_SKIP_TLS_VERIFY", "false", 0),
        ("ETCDCTL_INSECURE_SKIP_TLS_VERIFY", "yes", 2),
        ("ETCDCTL_INSECURE_TRANSPORT", "true", 0),
        // A server without TLS is not talked to in the clear.
        ("ETCDCTL_INSECURE_TRANSPORT", "false", 125),
        ("ETCDCTL_INSECURE_TRANSPORT", "maybe", 2),
        ("ETCDCTL_COMMAND_TIMEOUT", "3s", 0),
        ("ETCDCTL_COMMAND_TIMEOUT", "soon", 2),
        ("ETCDCTL_DIAL_TIMEOUT", "1s500ms", 0),
        ("ETCDCTL_DIAL_TIMEOUT", "0", 2),
        ("ETCDCTL_WRITE_OUT", "json", 0),
        ("ETCDCTL_WRITE_OUT", "table", 0),
        ("ETCDCTL_WRITE_OUT", "simple", 0),
        ("ETCDCTL_WRITE_OUT", "fields", 2),
        ("ETCDCTL_WRITE_OUT", "protobuf", 2),
        ("ETCDCTL_HEX", "true", 2),
        ("ETCDCTL_HEX", "false", 0),
        ("ETCDCTL_DEBUG", "false", 0),
        ("ETCDCTL_DEBUG", "true", 0),
        ("ETCDCTL_KEEPALIVE_TIME", "2s", 2),
        ("ETCDCTL_KEEPALIVE_TIMEOUT", "6s", 2),
        ("ETCDCTL_MAX_RECV_BYTES", "0", 0),
        ("ETCDCTL_MAX_RECV_BYTES", "1", 2),
        ("ETCDCTL_MAX_REQUEST_BYTES", "1", 2),
        ("ETCDCTL_CACERT", "/no/such/file", 2),
        ("ETCDCTL_CERT", "/no/such/file", 2),
        ("ETCDCTL_KEY", "/no/such/file", 2),
        ("ETCDCTL_USER", "u", 2),
    ] {
        let done = with(name, value);
        assert_eq!(done.code, code, "{name}={value}: {done:?}");
        assert!(
            code != 2
                || done.stderr.contains(name)
                || name.ends_with('T')
                || name.ends_with('Y')
                || name.ends_with('R'),
            "{name}: {done:?}"
        );
    }
    let prefer = |own: (&str, &str), other| run(&[("ETCDPAT_ENDPOINTS", &endpoints), own, other]).code;
    assert_eq!(prefer(("ETCDPAT_OUTPUT", "human"), ("ETCDCTL_WRITE_OUT", "fields")), 0);
    assert_eq!(prefer(("ETCDPAT_DIAL_TIMEOUT", "1s"), ("ETCDCTL_DIAL_TIMEOUT", "soon")), 0);
    assert_eq!(
        prefer(("ETCDPAT_OUTPUT", "human"), ("ETCDCTL_DISCOVERY_SRV", "example.org")),
        0,
        "etcdpat's endpoints win"
    );
    let json = Pat::new("lock nowhere x").env("ETCDCTL_WRITE_OUT", "json").run();
    assert!(json.stderr.starts_with('{'), "{json:?}");
}

#[test]
fn what_is_not_utf8_is_taken_as_it_is_or_refused() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    use std::process::Command;

    let bytes = OsStr::from_bytes(b"a\xff");
    let pat = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etcdpat"));
        command.env("ETCDPAT_ENDPOINTS", "127.0.0.1:1");
        command
    };
    for name in ["USER", "ENDPOINTS", "PASSWORD", "CACERT", "CERT", "DIAL_TIMEOUT", "COMMAND_TIMEOUT"] {
        for tool in ["ETCDPAT", "ETCDCTL"] {
            let mut command = pat();
            command.args(["lock", "list"]).env(format!("{tool}_{name}"), bytes);
            let done = finish(command);
            assert_eq!(done.code, 2, "{tool}_{name}: {done:?}");
        }
    }
    let words: &[&[&str]] = &[
        &["BYTES"],
        &["lock", "--bad", "BYTES"],
        &["lock", "--ttl", "BYTES", "/l"],
        &["lock", "--ttl=BYTES", "/l"],
        &["lock", "/l", "--output", "BYTES"],
        &["lock", "/l", "--endpoints", "BYTES"],
        &["lock", "check", "/l", "--fence", "BYTES"],
        &["lock", "/l", "BYTES"],
        &["elect", "/e", "BYTES"],
        &["lease", "revoke", "BYTES"],
        &["watch", "k", "--rev", "BYTES"],
        &["config", "get", "BYTES"],
        &["discover", "find", "BYTES"],
        &["ha", "sharded", "/g", "--node-id", "a", "--shards", "BYTES", "--", "true"],
        &["ha", "BYTES"],
        &["examples", "BYTES"],
        &["completions", "BYTES"],
        &["dev", "--members", "BYTES"],
    ];
    for line in words {
        let mut command = pat();
        for word in *line {
            let mut argument = OsString::from(word.strip_suffix("BYTES").unwrap_or(word));
            if word.ends_with("BYTES") {
                argument.push(bytes);
            }
            command.arg(argument);
        }
        let done = finish(command);
        assert_eq!(done.code, 2, "{line:?}: {done:?}");
        assert!(!done.stderr.contains("panicked"), "{line:?}: {done:?}");
    }
}

#[test]
fn errors_are_json_where_that_is_asked_for() {
    let done = Pat::new("-o json lock --ttl 0 /l -- true").run();
    let error: serde_json::Value = serde_json::from_str(done.stderr.trim()).unwrap();
    assert_eq!((error["event"].as_str(), error["code"].as_u64()), (Some("error"), Some(2)));
}

#[test]
fn an_unreachable_etcd_is_125_with_endpoints_and_cause() {
    let hole = black_hole();
    let closed = "127.0.0.1:1".to_owned();
    let both = format!("{closed},{hole}");
    for (endpoints, cause) in [(&closed, "refused"), (&hole, "no answer within"), (&both, "refused")] {
        let done = Pat::new("lock /l -- true").env("ETCDPAT_ENDPOINTS", endpoints).run();
        assert_eq!(done.code, 125);
        assert!(done.took < Duration::from_secs(8), "{:?}", done.took);
        assert!(done.stderr.contains(endpoints.as_str()) && done.stderr.contains(cause), "{}", done.stderr);
        assert!(done.stderr.contains("Hint: "), "{}", done.stderr);
    }
    let done = Pat::new("lock /l --endpoints no.such.host.invalid:2379 -- true").run();
    assert_eq!(done.code, 125);
    assert!(done.took < Duration::from_secs(8));
}

#[test]
fn a_wrong_password_or_a_missing_permission_is_121() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let run = |user: &str| etcd.pat("lock /locks/x -- true").env("ETCDPAT_USER", user).run();
    let wrong = run("root:wrong");
    assert_eq!(wrong.code, 121, "{}", wrong.stderr);
    assert!(wrong.stderr.contains("authentication failed"), "{}", wrong.stderr);
    let denied = run("guest:guest-pw");
    assert_eq!(denied.code, 121, "{}", denied.stderr);
    assert!(denied.stderr.contains("readwrite --prefix /locks/x/"), "the missing grant: {}", denied.stderr);
    let status = etcd.pat("lock status /locks/x").env("ETCDPAT_USER", "guest:guest-pw").run();
    assert_eq!(status.code, 121);
    assert!(status.stderr.contains("read --prefix /locks/x/"), "{}", status.stderr);
    let nobody = etcd.run("lock /locks/x -- true");
    assert_eq!(nobody.code, 121, "{}", nobody.stderr);
    // The grant that the message names is the one that is missing.
    for arguments in [
        &["role", "add", "locker"][..],
        &["role", "grant-permission", "locker", "readwrite", "--prefix", "/locks/x/"],
        &["user", "grant-role", "guest", "locker"],
    ] {
        assert_eq!(etcd.ctl(arguments).code, 0);
    }
    assert_eq!(run("guest:guest-pw").code, 0);
}

#[test]
fn a_password_is_never_seen() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "password");
    fs::write(&file, "secret-pw\nmore\n").unwrap();
    let script = "env; tr '\\0' '\\n' < /proc/self/environ; cat /proc/$$/cmdline";
    let pat = |arguments: &[&str]| {
        etcd.pat(&[arguments, &["-vvvv", "lock", "/l", "--", "sh", "-c", script]].concat()).env("RUST_LOG", "trace")
    };
    let ways = [
        pat(&["--user", "root:secret-pw"]),
        pat(&["--user", "root", "--password-file", &file]),
        pat(&["--user", "root", "--password-file", "-"]).input(b"secret-pw\n"),
        pat(&[]).env("ETCDPAT_USER", "root").env("ETCDPAT_PASSWORD", "secret-pw"),
        pat(&[]).env("ETCDPAT_USER", "root:secret-pw"),
        pat(&[]).env("ETCDCTL_USER", "root").env("ETCDCTL_PASSWORD", "secret-pw"),
        pat(&[]).env("ETCDCTL_USER", "root:secret-pw"),
        pat(&[]).env("ETCDPAT_USER", "root").env("ETCDPAT_PASSWORD_FILE", &file),
    ];
    let unseen = |done: &Done| {
        for text in [&done.stdout, &done.stderr] {
            assert!(!text.contains("secret-pw"), "{text}");
        }
    };
    for (index, way) in ways.into_iter().enumerate() {
        let done = way.run();
        assert_eq!(done.code, 0, "{index}: {}", done.stderr);
        assert!(done.stdout.contains("ETCDPAT_USER=root\n"), "{}", done.stdout);
        assert!(done.stderr.len() > 1000, "tracing is on");
        unseen(&done);
        assert_eq!(done.stdout.contains(&format!("ETCDPAT_PASSWORD_FILE={file}")), index == 1 || index == 7);
    }
    // In errors neither, nor in what a nested etcdpat needs.
    for code in [121, 125] {
        let endpoint = if code == 121 { etcd.endpoints() } else { "127.0.0.1:1".to_owned() };
        let user = if code == 121 { "guest:secret-pw" } else { "root:secret-pw" };
        let done = Pat::new(&["-vvv", "--user", user, "--endpoints", &endpoint, "lock", "/l", "--", "true"]).run();
        assert_eq!(done.code, code);
        unseen(&done);
    }
    let nested = [env!("CARGO_BIN_EXE_etcdpat"), "lock", "/b", "--", "echo", "nested"];
    let done = etcd.run(&[&["--user", "root", "--password-file", &file, "lock", "/a", "--"], &nested[..]].concat());
    assert_eq!((done.code, done.stdout.as_str()), (0, "nested\n"), "{}", done.stderr);
}

#[test]
fn a_password_on_stdin_takes_one_line_and_leaves_the_rest_to_the_command() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let pat = etcd.pat("--user root --password-file - lock /l -- cat");
    let done = pat.input(b"secret-pw\nthe rest\n").run();
    assert_eq!((done.code, done.stdout.as_str()), (0, "the rest\n"));
}
