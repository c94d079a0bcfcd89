//! Files made of the configuration: whole, of one revision, checked before they are replaced.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use etcd_client::TxnOp;

use crate::support::history::commit;
use crate::support::{Etcd, path, rows, until};

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

fn put(etcd: &Etcd, values: &[(&str, &str)]) {
    commit(etcd, values.iter().map(|(key, wire)| TxnOp::put(format!("/config/app/{key}"), *wire, None)).collect());
}

#[test]
fn a_burst_of_changes_is_few_files_each_of_them_whole_and_all_of_one_revision() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| path(&dir, name);
    fs::write(at("a.j2"), "begin {{ n }}\n{% for i in range(500) %}{{ n }} {% endfor %}\nend {{ m }}\n").unwrap();
    fs::write(at("b.j2"), "{{ m }} {{ n }}\n").unwrap();
    let check = format!("[ -s $ETCDPAT_FILE ] && dirname $ETCDPAT_FILE >> {}", at("checks"));
    let reload = format!("cat {} {} | tr '\\n' ' ' | cut -c 7- >> {}", at("a"), at("b"), at("log"));
    let table = |name: &str| {
        let (template, out) = (at(&format!("{name}.j2")), at(name));
        format!("[[template]]\ntemplate = {template:?}\nout = {out:?}\ncheck = {check:?}\nreload = {reload:?}\n")
    };
    fs::write(at("render.toml"), [table("a"), table("b")].concat()).unwrap();
    put(&etcd, &[("n", "1"), ("m", "1")]);
    let node = etcd.pat(&["config", "render", "--file", &at("render.toml")]).spawn();
    until("both are written", || text(&at("b")) == "1 1\n" && !text(&at("log")).is_empty());
    let done = Arc::new(AtomicBool::new(false));
    let reader = {
        let (done, file) = (Arc::clone(&done), at("a"));
        std::thread::spawn(move || {
            let mut count = 0;
            while !done.load(Ordering::Relaxed) {
                let seen = text(&file);
                let number =
                    seen.lines().next().and_then(|line| line.strip_prefix("begin ")).unwrap_or("none").to_owned();
                assert!(seen.ends_with(&format!("\nend {number}\n")), "{seen:?}");
                assert_eq!(seen.matches(&format!("{number} ")).count(), 500, "{seen:?}");
                count += 1;
            }
            count
        })
    };
    for number in 2..=1000 {
        let number = number.to_string();
        put(&etcd, &[("n", &number), ("m", &number)]);
    }
    until("the last is there", || text(&at("b")) == "1000 1000\n" && text(&at("log")).contains("end 1000 1000 1000"));
    done.store(true, Ordering::Relaxed);
    assert!(reader.join().unwrap() > 10);
    let log = text(&at("log"));
    assert!(log.lines().count() < 20, "{log}");
    // Each reload has seen both files, of one revision.
    for line in log.lines() {
        let numbers: Vec<_> = line.split_whitespace().filter(|word| word.parse::<u32>().is_ok()).collect();
        assert!(numbers.iter().all(|number| *number == numbers[0]), "{line}");
    }
    assert_eq!(text(&at("checks")).lines().count(), 2 * log.lines().count());
    assert!(text(&at("checks")).lines().all(|folder| folder == dir.path().to_str().unwrap()));
    assert_eq!(node.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn an_import_in_several_steps_is_rendered_whole() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (template, out, file) = (path(&dir, "t.j2"), path(&dir, "out"), path(&dir, "large.json"));
    fs::write(&template, "{{ k | default({}) | length }}\n").unwrap();
    let values: Vec<_> = (0..1000).map(|number| format!("\"k{number}\": 1")).collect();
    fs::write(&file, format!("{{\"k\": {{{}}}}}", values.join(","))).unwrap();
    let log = path(&dir, "log");
    let node = etcd.pat(&["config", "render", &template, &out, "--reload", &format!("cat {out} >> {log}")]).spawn();
    until("it has begun", || text(&out) == "0\n");
    for _ in 0..3 {
        assert_eq!(etcd.run(&["config", "import", &file]).code, 0);
        until("it is there", || text(&out) == "1000\n");
        assert_eq!(etcd.run(&["config", "delete", "k", "--prefix"]).code, 0);
        until("it is gone", || text(&out) == "0\n");
    }
    node.end();
    assert!(text(&log).lines().all(|line| ["0", "1000"].contains(&line)), "{}", text(&log));
    etcd.ctl("del --prefix /");
}

#[test]
fn files_stay_as_they_were_when_there_is_nothing_good_to_write() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| path(&dir, name);
    let once = |words: &[&str]| etcd.run(&[&["config", "render", &at("t.j2"), &at("out"), "--once"], words].concat());
    put(&etcd, &[("database/host", "\"db\""), ("database/max-conns", "1.10"), ("big", "12345678901234567890123")]);
    // Digit for digit, nothing escaped, the last line break kept; a default for what is not there.
    fs::write(
        at("t.j2"),
        "{{ database.host }} {{ database[\"max-conns\"] }} {{ big }} {{ other | default('<&>') }} {{ database | tojson }}\n",
    )
    .unwrap();
    let dry = once(&["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert!(dry.stdout.contains("+db 1.10 ") && !fs::exists(at("out")).unwrap(), "{}", dry.stdout);
    let made = once(&[]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let good = "db 1.10 12345678901234567890123 <&> {\"host\": \"db\", \"max-conns\": 1.10}\n";
    assert_eq!(text(&at("out")), good);
    fs::set_permissions(at("out"), fs::Permissions::from_mode(0o640)).unwrap();
    let kept = |words: &[&str], says: &str| {
        let done = once(words);
        assert_eq!((done.code, text(&at("out")).as_str()), (1, good), "{}", done.stderr);
        assert!(done.stderr.contains(says), "{says}: {}", done.stderr);
    };
    // A missing name, a check that fails, a value that is no JSON.
    fs::write(at("t.j2"), "{{ database.hots }}\n").unwrap();
    kept(&[], "`database.hots` is undefined");
    fs::write(at("t.j2"), "new {{ database.host }}\n").unwrap();
    kept(&["--check", "grep -q old $ETCDPAT_FILE"], "--check failed with 1");
    kept(&["--check", "kill -9 $$"], "--check failed with 137");
    put(&etcd, &[("raw", "no json")]);
    kept(&[], "raw is not typed");
    etcd.ctl("del /config/app/raw");
    let quiet = once(&["-q", "--check", "false"]);
    assert!(quiet.stderr.contains("--check failed with 1"), "{}", quiet.stderr);
    // Of several, all are named that were left.
    let entry = |out: &str| format!("[[template]]\ntemplate = {:?}\nout = {:?}\n", at("t.j2"), at(out));
    fs::write(at("two.toml"), format!("{}check = \"false\"\n{}", entry("out"), entry("second"))).unwrap();
    let two = etcd.run(&["config", "render", "--file", &at("two.toml"), "--once"]);
    assert_eq!(two.code, 1, "{}", two.stderr);
    let (out, second) = (at("out"), at("second"));
    let together = format!("left {second} as it was: all of them are replaced together, and {out} is not");
    assert!(two.stderr.contains(&format!("left {out} as it was: --check")) && two.stderr.contains(&together));
    assert!(!fs::exists(&second).unwrap());
    // Its folder is gone, and there again: another template's file is not replaced meanwhile.
    fs::create_dir(at("sub")).unwrap();
    let table = |out: &str| format!("[[template]]\ntemplate = {:?}\nout = {out:?}\n", at("t.j2"));
    fs::write(at("render.toml"), [table(&at("out")), table(&at("sub/out"))].concat()).unwrap();
    let node = etcd.pat(&["config", "render", "--file", &at("render.toml")]).spawn();
    until("both are there", || text(&at("sub/out")) == "new db\n" && text(&at("out")) == "new db\n");
    assert_eq!(fs::metadata(at("out")).unwrap().mode() & 0o777, 0o640);
    fs::remove_dir_all(at("sub")).unwrap();
    put(&etcd, &[("database/host", "\"db2\"")]);
    node.wait_for_stderr("there is no directory");
    assert_eq!(text(&at("out")), "new db\n");
    fs::create_dir(at("sub")).unwrap();
    until("both are there", || text(&at("sub/out")) == "new db2\n" && text(&at("out")) == "new db2\n");
    // The template is read anew; etcd is away.
    fs::write(at("t.j2"), "newer {{ database.host }}\n").unwrap();
    etcd.kill_member(0);
    node.wait_for_stderr("etcd is away");
    assert_eq!(text(&at("out")), "new db2\n");
    etcd.start_member(0);
    etcd.wait_healthy();
    put(&etcd, &[("database/host", "\"db3\"")]);
    until("both are there", || text(&at("sub/out")) == "newer db3\n" && text(&at("out")) == "newer db3\n");
    node.end();
    let away = etcd.run(&["config", "render", &at("t.j2"), &at("out"), "--once", "--endpoints", "http://127.0.0.1:1"]);
    assert_eq!((away.code, text(&at("out")).as_str()), (125, "newer db3\n"));
    etcd.ctl("del --prefix /");
}

#[test]
fn a_reload_that_was_interrupted_is_made_up_for_by_the_next_process() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| path(&dir, name);
    put(&etcd, &[("n", "1")]);
    fs::write(at("t.j2"), "{{ n }}\n").unwrap();
    fs::write(at("real"), "0\n").unwrap();
    symlink(at("real"), at("out")).unwrap();
    let render = |reload: &str| etcd.pat(&["config", "render", &at("t.j2"), &at("out"), "--reload", reload, "--once"]);
    let slow = render(&format!("echo begun >> {}; sleep 60", at("log"))).spawn();
    until("the reload has begun", || text(&at("log")) == "begun\n");
    assert_eq!(text(&at("out")), "1\n");
    drop(slow);
    let made_up = render(&format!("echo done >> {}", at("log"))).run();
    assert_eq!((made_up.code, text(&at("log")).as_str()), (0, "begun\ndone\n"), "{}", made_up.stderr);
    assert_eq!(render(&format!("echo done >> {}", at("log"))).run().code, 0);
    assert_eq!(text(&at("log")), "begun\ndone\n");
    // The link is one still.
    assert!(fs::symlink_metadata(at("out")).unwrap().is_symlink());
    assert_eq!(text(&at("real")), "1\n");
    etcd.ctl("del --prefix /");
}

#[test]
fn what_can_not_be_rendered_is_refused_before_anything_is_sent() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| path(&dir, name);
    fs::write(at("t.j2"), "x\n").unwrap();
    fs::write(at("bad.j2"), "{% if").unwrap();
    let files = std::cell::Cell::new(0);
    let file = |text: &str| {
        files.set(files.get() + 1);
        let file = at(&format!("render{}.toml", files.get()));
        fs::write(&file, text).unwrap();
        vec!["--file".to_owned(), file]
    };
    let entry = |out: &str| format!("[[template]]\ntemplate = {:?}\nout = {:?}\n", at("t.j2"), at(out));
    let deep = format!("a = {}1{}\n", "[".repeat(5000), "]".repeat(5000));
    let dotted = format!("{} = 1\n", vec!["a"; 20_000].join("."));
    for (words, says) in [
        (vec![at("t.j2"), "/dev/null".to_owned()], "is no file that can be replaced"),
        (vec![at("t.j2"), at("no/out")], "there is no directory"),
        (vec![at("t.j2"), at("t.j2")], "would be replaced by what is made of it"),
        (vec![at("none.j2"), at("out")], "cannot read"),
        (vec![at("bad.j2"), at("out")], "bad.j2:1"),
        (vec![at("t.j2")], "<OUT>"),
        (Vec::new(), "<TEMPLATE>"),
        (file(&[entry("out"), entry("./out")].concat()), "is made of two templates"),
        (file(""), "has no [[template]]"),
        (file("[[template]]\ntemplate = 1\n"), "is not a list of templates"),
        (file("[[template]]\nout = \"x\"\n"), "`template` is missing"),
        (file("[[template]]\nmode = 7\n"), "`mode` is not known here"),
        (file(&deep), "more than 80 levels"),
        (file(&dotted), "more than 80 levels"),
        (vec!["--file".to_owned(), "/dev/zero".to_owned()], "it is not a regular file"),
    ] {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let done = etcd.run(&[&["config", "render", "--endpoints", "http://127.0.0.1:1"], &words[..]].concat());
        assert_eq!(done.code, 2, "{words:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
    }
    // In JSON, what would change is an event.
    put(&etcd, &[("n", "1")]);
    let dry = etcd.run(&["config", "render", &at("t.j2"), &at("out"), "--dry-run", "-o", "json"]);
    assert_eq!(rows(&dry.stdout)[0]["event"].as_str(), Some("render.differs"), "{}", dry.stdout);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_reload_belongs_to_the_text_that_it_was_for_and_a_check_only_looks() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| path(&dir, name);
    let mark = at(".out.etcdpat-reload");
    put(&etcd, &[("n", "1")]);
    fs::write(at("t.j2"), "{{ n }}\n").unwrap();
    let once = |words: &[&str]| etcd.run(&[&["config", "render", &at("t.j2"), &at("out"), "--once"], words].concat());
    // Its name is somebody's link, or a pipe: nothing is written through it, and nobody waits.
    fs::write(at("victim"), "mine\n").unwrap();
    symlink(at("victim"), &mark).unwrap();
    assert_eq!(once(&["--reload", "false"]).code, 1);
    assert_eq!(text(&at("victim")), "mine\n");
    assert!(fs::symlink_metadata(&mark).unwrap().is_file());
    fs::remove_file(&mark).unwrap();
    nix::unistd::mkfifo(std::path::Path::new(&mark), nix::sys::stat::Mode::S_IRWXU).unwrap();
    put(&etcd, &[("n", "2")]);
    assert_eq!(once(&["--reload", "true"]).code, 0);
    assert!(!fs::exists(&mark).unwrap());
    // A reload of an older text does not count for a newer one, which another process has put meanwhile.
    let slow = format!("echo begun >> {}; until [ -e {} ]; do sleep 0.01; done", at("log"), at("go"));
    put(&etcd, &[("n", "3")]);
    let first = etcd.pat(&["config", "render", &at("t.j2"), &at("out"), "--once", "--reload", &slow]).spawn();
    until("it reloads", || text(&at("log")) == "begun\n");
    put(&etcd, &[("n", "4")]);
    assert_eq!(once(&["--reload", "false"]).code, 1);
    fs::write(at("go"), "").unwrap();
    assert_eq!(first.wait().code, 0);
    assert!(fs::exists(&mark).unwrap());
    assert_eq!(once(&["--reload", &format!("echo made up >> {}", at("log"))]).code, 0);
    assert_eq!(text(&at("log")), "begun\nmade up\n");
    // What a check has changed is not put in place.
    put(&etcd, &[("n", "5")]);
    for check in ["echo other > $ETCDPAT_FILE", "rm $ETCDPAT_FILE; ln -s /etc/passwd $ETCDPAT_FILE", "rm $ETCDPAT_FILE"]
    {
        let done = once(&["--check", check, "--reload", &format!("echo never >> {}", at("log"))]);
        assert_eq!((done.code, text(&at("out")).as_str()), (1, "4\n"), "{}", done.stderr);
        assert!(done.stderr.contains("is not what was written"), "{}", done.stderr);
    }
    assert_eq!(text(&at("log")), "begun\nmade up\n");
    assert!(!fs::exists(&mark).unwrap());
    etcd.ctl("del --prefix /");
}
