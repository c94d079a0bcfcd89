//! A file made of what is registered: whole, never empty by mistake, and not more often than need be.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use etcd_client::TxnOp;

use crate::support::history::commit;
use crate::support::{Etcd, path, until};

const TEMPLATE: &str = "# begin\n{% for one in services.web %}server {{ one.address }};\n{% endfor %}# end\n";

fn put(etcd: &Etcd, id: &str, port: usize) -> i64 {
    commit(etcd, vec![TxnOp::put(format!("/services/web/{id}"), format!(r#"{{"address":"10.0.0.1:{port}"}}"#), None)])
}

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

#[test]
fn a_burst_of_changes_is_few_files_each_of_them_whole() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (template, out, log) = (path(&dir, "template"), path(&dir, "out"), path(&dir, "log"));
    fs::write(&template, TEMPLATE).unwrap();
    put(&etcd, "a", 1);
    let reload = format!("grep server {out} | tail -n 1 >> {log}");
    let node = etcd.pat(&["discover", "render", &template, &out, "--reload", &reload]).spawn();
    until("it is written", || text(&out) == "# begin\nserver 10.0.0.1:1;\n# end\n");
    // Somebody reads it all the time.
    let (done, reads) = (Arc::new(AtomicBool::new(false)), Arc::clone(&Arc::new(out.clone())));
    let reader = {
        let done = Arc::clone(&done);
        std::thread::spawn(move || {
            let mut count = 0;
            while !done.load(Ordering::Relaxed) {
                let seen = text(&reads);
                assert!(seen.starts_with("# begin\n") && seen.ends_with("# end\n"), "{seen:?}");
                count += 1;
            }
            count
        })
    };
    for port in 2..=1000 {
        put(&etcd, "a", port);
    }
    until("the last is there", || text(&out).contains("10.0.0.1:1000;"));
    until("it is reloaded", || text(&log).ends_with("server 10.0.0.1:1000;\n"));
    done.store(true, Ordering::Relaxed);
    assert!(reader.join().unwrap() > 10);
    let reloads = text(&log).lines().count();
    assert!(reloads < 20, "{reloads}");
    // What changes nothing in the text, reloads nothing.
    let before = fs::metadata(&out).unwrap().ino();
    put(&etcd, "a", 1000);
    commit(&etcd, vec![TxnOp::put("/services/web/a", r#"{"address":"10.0.0.1:1000","meta":{"x":"y"}}"#, None)]);
    put(&etcd, "b", 7);
    until("it is written", || text(&out).contains("10.0.0.1:7;"));
    until("it is reloaded", || text(&log).ends_with("server 10.0.0.1:7;\n"));
    assert_eq!(text(&log).lines().count(), reloads + 1);
    assert_ne!(fs::metadata(&out).unwrap().ino(), before);
    assert_eq!(node.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_reload_that_failed_or_was_interrupted_is_tried_again() {
    let etcd = Etcd::start();
    put(&etcd, "a", 1);
    let dir = tempfile::tempdir().unwrap();
    let (template, out, log, good) = (path(&dir, "template"), path(&dir, "out"), path(&dir, "log"), path(&dir, "good"));
    fs::write(&template, TEMPLATE).unwrap();
    let reload = format!("echo reload >> {log}; [ -e {good} ]");
    let render =
        |more: &[&str]| etcd.pat(&[&["discover", "render", &template, &out, "--reload", &reload], more].concat());
    let done = render(&["--once"]).run();
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("--reload for"), "{}", done.stderr);
    // The file is as it is to be: it is reloaded all the same.
    fs::write(&good, "").unwrap();
    assert_eq!(render(&["--once"]).run().code, 0);
    assert_eq!(text(&log), "reload\nreload\n");
    assert_eq!(render(&["--once"]).run().code, 0);
    assert_eq!(text(&log), "reload\nreload\n");
    // While it runs, by itself.
    fs::remove_file(&good).unwrap();
    put(&etcd, "b", 2);
    let node = render(&[]).spawn();
    node.wait_for_stderr("failed with 1");
    fs::write(&good, "").unwrap();
    until("it is reloaded", || text(&log).lines().count() >= 4 && !path(&dir, ".out.etcdpat-reload").is_empty());
    node.end();
    etcd.ctl("del --prefix /");
}

#[test]
fn a_file_stays_as_it_was_when_there_is_nothing_good_to_write() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (template, out) = (path(&dir, "template"), path(&dir, "out"));
    fs::write(&template, TEMPLATE).unwrap();
    let once = |more: &[&str]| etcd.run(&[&["discover", "render", &template, &out, "--once"][..], more].concat());
    // Nothing is registered.
    let done = once(&[]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("as it was: no service has an instance") && !fs::exists(&out).unwrap());
    put(&etcd, "a", 1);
    assert_eq!(once(&[]).code, 0);
    let good = text(&out);
    // The template fails.
    fs::write(&template, "{{ services.web[0].hots }}").unwrap();
    let done = once(&[]);
    assert_eq!((done.code, text(&out)), (1, good.clone()), "{}", done.stderr);
    assert!(done.stderr.contains("template:1") && done.stderr.contains("hots"), "{}", done.stderr);
    fs::write(&template, "{% for").unwrap();
    assert_eq!((once(&[]).code, text(&out)), (2, good.clone()));
    fs::write(&template, TEMPLATE).unwrap();
    // The last one goes; etcd is away.
    let node = etcd.pat(&["discover", "render", &template, &out]).spawn();
    let open = etcd.pat(&["discover", "render", "--allow-empty", &template, &path(&dir, "open")]).spawn();
    until("both have begun", || {
        fs::exists(path(&dir, "open")).unwrap() && !node.stdout().is_empty() | (text(&out) == good)
    });
    put(&etcd, "b", 2);
    until("it is written", || text(&out).contains("10.0.0.1:2;"));
    let good = text(&out);
    etcd.ctl("del --prefix /services/");
    node.wait_for_stderr("as it was: web has no instance");
    until("the other one is empty", || text(&path(&dir, "open")) == "# begin\n# end\n");
    etcd.kill_member(0);
    node.wait_for_stderr("etcd is away");
    assert_eq!(text(&out), good);
    etcd.start_member(0);
    etcd.wait_healthy();
    node.wait_for_stderr("etcd is back");
    put(&etcd, "c", 3);
    until("it is written", || text(&out) == "# begin\nserver 10.0.0.1:3;\n# end\n");
    node.end();
    open.end();
    // A target that can't be one.
    for (target, says) in
        [("/dev/null", "is no file that can be replaced"), ("/no/such/dir/file", "there is no directory")]
    {
        let done = etcd.run(&["discover", "render", &template, target]);
        assert_eq!(done.code, 2, "{}", done.stderr);
        assert!(done.stderr.contains(says), "{}", done.stderr);
    }
    etcd.ctl("del --prefix /");
}
