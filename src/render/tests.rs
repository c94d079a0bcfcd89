//! Files that are replaced, as their readers see it.

use std::ffi::CString;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{Error, Output, Staged};

fn dir() -> tempfile::TempDir {
    tempfile::tempdir().expect("a directory")
}

fn output(path: &Path) -> Output {
    Output::new(path).expect("a file")
}

fn stage(output: &Output, text: &str) -> Staged {
    output.stage(text.as_bytes()).expect("it can be written").expect("it is new")
}

fn write(path: &Path, text: &str) {
    stage(&output(path), text).commit().expect("it can be replaced");
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a directory").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_reader_never_sees_a_part() {
    let dir = dir();
    let path = dir.path().join("a");
    let texts = ["a".repeat(100_000), "b".repeat(50_000)];
    write(&path, &texts[1]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut count = 0;
            while !done.load(Ordering::Relaxed) {
                let seen = fs::read_to_string(&path).expect("it is always there");
                assert!(texts.contains(&seen), "{} bytes", seen.len());
                count += 1;
            }
            count
        });
        for round in 0..500 {
            write(&path, &texts[round % 2]);
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().expect("only whole files") > 0);
    });
    assert_eq!(names(dir.path()), ["a"]);
}

#[test]
fn two_writers_leave_one_whole_file() {
    let dir = dir();
    let path = dir.path().join("a");
    let texts = ["a".repeat(100_000), "b".repeat(50_000)];
    thread::scope(|scope| {
        let path = &path;
        for text in &texts {
            scope.spawn(move || {
                for round in 0..50 {
                    if let Some(staged) = output(path).stage(format!("{text}{round}").as_bytes()).expect("it works") {
                        staged.commit().expect("it is replaced");
                    }
                }
            });
        }
    });
    let last = fs::read_to_string(&path).expect("a file");
    assert!(texts.iter().any(|text| last == format!("{text}49")));
    assert_eq!(names(dir.path()), ["a"]);
}

#[test]
fn a_file_that_has_the_text_is_not_written() {
    let dir = dir();
    let path = dir.path().join("a");
    write(&path, "text");
    let before = fs::metadata(&path).expect("a file");
    assert!(output(&path).stage(b"text").expect("it can be read").is_none());
    let after = fs::metadata(&path).expect("a file");
    assert_eq!((after.ino(), after.mtime_nsec()), (before.ino(), before.mtime_nsec()));
    for other in ["texx", "tex", "textt", ""] {
        assert!(output(&path).stage(other.as_bytes()).expect("it can be written").is_some());
    }
    assert_eq!(fs::read_to_string(&path).expect("a file"), "text");
}

#[test]
fn permissions_are_kept_and_those_of_a_new_file_are_the_usual_ones() {
    let dir = dir();
    let (path, usual) = (dir.path().join("a"), dir.path().join("usual"));
    fs::write(&usual, "").expect("a file");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode();
    write(&path, "1");
    assert_eq!(mode(&path), mode(&usual));
    for (kept, text) in [(0o640, "2"), (0o600, "3"), (0o755, "4"), (0o666, "5"), (0o400, "6")] {
        fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("it is ours");
        let staged = stage(&output(&path), text);
        assert_eq!(mode(staged.path()) & 0o7777, kept);
        staged.commit().expect("it can be replaced");
        assert_eq!(mode(&path) & 0o7777, kept);
    }
    // Only root may give files away.
    if std::os::unix::fs::chown(&path, Some(12), Some(34)).is_ok() {
        write(&path, "7");
        let found = fs::metadata(&path).expect("a file");
        assert_eq!((found.uid(), found.gid()), (12, 34));
    }
}

#[test]
fn a_private_file_is_nobody_elses_from_its_first_moment() {
    let dir = dir();
    let path = dir.path().join("a");
    let output = Output::private(&path).expect("a file");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o7777;
    for (wider, text) in [(None, "1"), (Some(0o644), "1"), (Some(0o644), "2"), (Some(0o400), "2")] {
        if let Some(wider) = wider {
            fs::set_permissions(&path, fs::Permissions::from_mode(wider)).expect("it is ours");
        }
        let staged = stage(&output, text);
        assert_eq!(mode(staged.path()), 0o600);
        staged.commit().expect("it can be replaced");
        assert_eq!(mode(&path), 0o600);
    }
    assert!(output.stage(b"2").expect("it can be read").is_none());
}

#[test]
fn a_link_stays_and_its_target_is_replaced() {
    let dir = dir();
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("real")).expect("a directory");
    symlink("second", at("first")).expect("a link");
    symlink("real/a", at("second")).expect("a link");
    // A link that leads to nothing yet.
    for text in ["1", "2"] {
        write(&at("first"), text);
        assert_eq!(fs::read_to_string(at("real/a")).expect("a file"), text);
        assert_eq!(fs::read_link(at("first")).expect("a link"), Path::new("second"));
        assert_eq!(
            (names(dir.path()), names(&at("real"))),
            (["first", "real", "second"].map(str::to_owned).to_vec(), vec!["a".to_owned()])
        );
    }
    // The link is followed anew.
    let output = output(&at("first"));
    fs::remove_file(at("second")).expect("a link");
    symlink("other", at("second")).expect("a link");
    stage(&output, "3").commit().expect("it can be replaced");
    assert_eq!(fs::read_to_string(at("other")).expect("a file"), "3");
    assert_eq!(fs::read_to_string(at("real/a")).expect("a file"), "2");
}

#[test]
fn what_is_not_committed_is_removed() {
    let dir = dir();
    let path = dir.path().join("a");
    write(&path, "old");
    let staged = stage(&output(&path), "new");
    let name = staged.path().file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with(&format!(".a.etcdpat-{}-", std::process::id())), "{name}");
    assert_eq!(fs::read_to_string(staged.path()).expect("a file"), "new");
    assert_eq!(names(dir.path()), [name.as_str(), "a"]);
    drop(staged);
    assert_eq!(names(dir.path()), ["a"]);
    assert_eq!(fs::read_to_string(&path).expect("a file"), "old");
}

#[test]
fn leftovers_of_the_dead_are_removed_and_no_other_file() {
    let dir = dir();
    let mut child = Command::new("true").spawn().expect("a process");
    child.wait().expect("its end");
    let (dead, own) = (child.id(), std::process::id());
    let leftovers = [format!(".a.etcdpat-{dead}-0"), format!(".a.etcdpat-{own}-99999999")];
    let others = [".a.etcdpat-1-0".to_owned(), format!(".b.etcdpat-{dead}-0"), ".a.etcdpat-x-0".to_owned()];
    for name in leftovers.iter().chain(&others) {
        fs::write(dir.path().join(name), "").expect("a file");
    }
    let path = dir.path().join("a");
    let in_use = stage(&output(&path), "first");
    write(&path, "second");
    assert!(in_use.path().exists());
    in_use.commit().expect("it was left alone");
    let mut expected = others.to_vec();
    expected.push("a".to_owned());
    expected.sort();
    assert_eq!(names(dir.path()), expected);
}

#[test]
fn only_a_regular_file_in_a_directory_is_an_output() {
    let dir = dir();
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("dir")).expect("a directory");
    fs::write(at("file"), "").expect("a file");
    symlink("loop", at("loop")).expect("a link");
    symlink("dir", at("link")).expect("a link");
    let fifo = CString::new(at("fifo").as_os_str().as_bytes()).expect("a path");
    nix::unistd::mkfifo(fifo.as_c_str(), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    for (path, expected) in [
        (at("dir"), "is a directory"),
        (at("link"), "is a directory"),
        (at("new/"), "is a directory"),
        (at("dir/.."), "is a directory"),
        (PathBuf::from("/"), "is a directory"),
        (PathBuf::from(""), "is a directory"),
        (at("fifo"), "is a pipe"),
        (PathBuf::from("/dev/null"), "is a device"),
        (at("none/a"), "there is no directory"),
        (at("file/a"), "there is no directory"),
        (at("loop"), "too many symbolic links"),
    ] {
        let error = Output::new(&path).expect_err("it is refused").to_string();
        assert!(error.contains(expected) && error.contains(&path.display().to_string()), "{error}");
    }
}

#[test]
fn a_directory_that_takes_no_file_leaves_the_old_one() {
    let parent = dir();
    let dir = parent.path().join("dir");
    fs::create_dir(&dir).expect("a directory");
    write(&dir.join("a"), "old");
    let output = output(&dir.join("a"));
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o555)).expect("it is ours");
    // Root may write everywhere but where the kernel makes the files.
    let staged = if nix::unistd::geteuid().is_root() {
        self::output(Path::new("/proc/version")).stage(b"new")
    } else {
        output.stage(b"new")
    };
    let error = staged.expect_err("it can't be written");
    assert!(matches!(error, Error::Unwritable { .. }), "{error}");
    assert_eq!(
        (names(&dir), fs::read_to_string(dir.join("a")).expect("a file")),
        (vec!["a".to_owned()], "old".to_owned())
    );
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o755)).expect("it is ours");
    fs::remove_dir_all(&dir).expect("it is ours");
    assert!(matches!(output.stage(b"new"), Err(Error::NoDirectory { .. })));
}

const FULL: &str = "ETCDPAT_TEST_FULL";

#[test]
fn a_full_disk_leaves_the_old_file() {
    // A limit of the size of files fails as a full disk does, but holds for a whole process.
    let dir = dir();
    let path = dir.path().join("a");
    write(&path, "old");
    let own = std::env::current_exe().expect("this test");
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" --exact render::tests::within_a_limit --ignored";
    let done = Command::new("sh").args(["-c", script]).arg(own).env(FULL, &path).output().expect("a shell");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    assert!(String::from_utf8_lossy(&done.stdout).contains("1 passed"));
    assert_eq!(
        (names(dir.path()), fs::read_to_string(&path).expect("a file")),
        (vec!["a".to_owned()], "old".to_owned())
    );
}

#[test]
#[ignore = "a part of a_full_disk_leaves_the_old_file"]
fn within_a_limit() {
    let Some(path) = std::env::var_os(FULL) else { return };
    let error =
        output(Path::new(&path)).stage("x".repeat(100_000).as_bytes()).expect_err("it does not fit").to_string();
    assert!(error.starts_with("cannot replace ") && error.ends_with("it is left as it was"), "{error}");
}
