//! etcdctl's text: the same result in etcd.

use std::io::Write;
use std::process::Stdio;

use crate::support::{Etcd, Setup, Version};

/// What etcdctl takes, and which branch that is. (Of '...' etcdctl 3.4 takes as many characters as the line has words,
/// less two.)
const INPUTS: [(&str, bool); 22] = [
    ("value(\"k\") = \"v\"\n\nput k w\n\nput k x\n\n", true),
    ("val(\"k\") = \"v\"\n\nput k w\n\nput k2 x\n\n", false),
    ("ver(\"k\") > \"1\"\nversion(\"none\") = \"0\"\n\nput a \"with space\"\n\n\n", true),
    ("c(\"k\") = \"2\"\ncreate(\"k\") < \"3\"\n\nput b 's'\n\n\n", true),
    ("m(\"k\") != \"0\"\nmod(\"k\") > \"2\"\n\nput c \"a\\tb\\n\\x00\\377\\u00e4\\\"\"\n\n\n", true),
    ("\nput d 1\nput e 2\n\nput f 3\n\n", true),
    ("\n\n\n", true),
    ("val(\"none\") = \"\"\n\n\nput none-else 1\n\n", false),
    ("val(\"none\") != \"x\"\n\nput never 1\n\nput none-ne 1\n\n", false),
    ("val(\"b\") < \"t\"\nval(\"b\") > \"r\"\n\ndel b\n\n\n", true),
    ("val(\"c\") = \"a\\tb\\n\\x00\\377\\u00e4\\\"\"\n\nput c same\n\n\n", true),
    ("  ver(\"d\") = \"1\"  \n \n  put   d    spaces  \n\t\n\n", true),
    ("\nput p/1 x\nput p/2 y\nput p3 z\n\n\n", true),
    ("\nget p/ --prefix\ndel p/ --prefix\n\n\n", true),
    ("val(\"p3\") = `z`\n\nput raw `a\\n`\n\n\n", true),
    ("\nput bare a\\nb\n\n\n", true),
    ("\nput -- dash -v\n\n\n", true),
    ("\nput r1 1\nput r2 2\nput r3 3\n\n\n", true),
    ("\ndel r1 r3\nget r1 r4\n\n\n", true),
    ("\ndel r --from-key\n\n\n", true),
    ("ver(\"k\") = \"0\"\n\nput k 1\n\ndel k\nget k\n\n", false),
    ("\nput \"quoted key\" \"\"\nput quoted\"within \"'\"\n\n\n", true),
];

fn ctl(etcd: &Etcd, input: &str) -> String {
    let mut child =
        etcd.ctl_command("txn").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{input:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every key with its value, version and revisions.
fn everything(etcd: &Etcd) -> serde_json::Value {
    let all = etcd.ctl("get '' --prefix -w json").stdout;
    serde_json::from_str::<serde_json::Value>(&all).unwrap()["kvs"].clone()
}

#[test]
fn etcdctls_text_does_what_etcdctl_does() {
    for version in Version::all() {
        let start = || Etcd::with(Setup { version, ..Setup::default() });
        let (mut theirs, mut ours) = (start(), start());
        for etcd in [&mut theirs, &mut ours] {
            etcd.leave_be();
            etcd.ctl("put k v");
        }
        for (input, then) in INPUTS {
            let told = ctl(&theirs, input);
            assert_eq!(told.starts_with("SUCCESS"), then, "{input:?}: {told}");
            let done = ours.pat("txn -").input(input.as_bytes()).run();
            // With nothing to do, etcdpat says that there is nothing.
            let code = if input.trim().is_empty() { 2 } else { i32::from(!then) };
            assert_eq!(done.code, code, "{input:?}: {done:?}");
            assert_eq!(everything(&ours), everything(&theirs), "{input:?}");
        }
    }
}

#[test]
fn the_end_ends_a_block_and_leases_and_numbers_work_too() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let (lease, id) = etcd.grant();
    let run = |input: String| etcd.pat("txn -").input(input.as_bytes()).run().code;
    assert_eq!(run(format!("\nput k 1 --lease={lease}")), 0);
    assert_eq!(run(format!("lease(\"k\") = \"{lease}\"\nint(\"k\") >= \"1\"\r\n\r\nadd k 4\r\n")), 0);
    assert_eq!(run("int(\"k\") = \"5\"".to_owned()), 0);
    assert_eq!(run(format!("lease(\"k\") = \"{:x}\"\n\nput k x\n\nadd k 1", id + 1)), 1);
    assert_eq!(run("int(\"k\") = \"6\"".to_owned()), 0);
}
