//! How the release binary is linked: for a process that lives a few milliseconds, its start counts.
//!
//! Static and not position-independent: no shared libraries to find and map, no relocations to apply, no pages to copy
//! for them, and one file that runs on any Linux. glibc's own resolver is inside, so that host names are found in
//! /etc/hosts and by DNS as ever; for other sources in /etc/nsswitch.conf (mDNS, LDAP) it needs the C library that it
//! was linked with. Who relies on those builds with `ETCDPAT_LINK=shared`; so does a machine that has no libc.a.
//! (With the musl target a contended lock takes 8 % longer, and 6 % more processor time.)

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the standard library asks the linker for by name.
const LIBRARIES: [&str; 6] = ["util", "rt", "pthread", "m", "dl", "c"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ETCDPAT_LINK");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !(is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release")) {
        return;
    }
    link_with("-no-pie");
    // `-l` prefers a shared library; a linker script of that name has the archive taken. (`-C target-feature=+crt-static`
    // would do for the whole build what is wanted of one binary, procedural macros included, and they can't be static.)
    let dir = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let take = |name: &str, text: String| fs::write(dir.join(name), text).expect("OUT_DIR can be written");
    take("libgcc_s.so", "INPUT(-l:libgcc_eh.a -l:libgcc.a)\n".to_owned());
    let is_static = has_archive("libc.a") && !is("ETCDPAT_LINK", "shared");
    for library in LIBRARIES {
        let name = format!("lib{library}.so");
        if is_static {
            take(&name, format!("GROUP(-l:lib{library}.a -l:libgcc_eh.a -l:libgcc.a)\n"));
        } else {
            let _ = fs::remove_file(dir.join(name));
        }
    }
    if is_static {
        link_with("-static");
    }
    link_with(&format!("-L{}", dir.display()));
}

/// The binary, and what it is measured against.
fn link_with(argument: &str) {
    println!("cargo::rustc-link-arg-bins={argument}");
    println!("cargo::rustc-link-arg-examples={argument}");
}

/// Whether the C compiler that links has this archive.
fn has_archive(name: &str) -> bool {
    let asked = Command::new("cc").arg(format!("-print-file-name={name}")).output();
    asked.is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_absolute())
}
