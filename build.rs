//! How the release binary is linked: for a process that lives a few milliseconds, its start counts.
//!
//! Not position-independent, and with libgcc inside: no relocations to apply, no pages to copy for them, one shared
//! library less to load. The C library stays shared: a static one can't be relied on to resolve host names elsewhere.

use std::env;
use std::fs;
use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !(is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release")) {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // The standard library asks for -lgcc_s by name; a linker script of that name has the static one taken.
    let dir = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(dir.join("libgcc_s.so"), "INPUT(-l:libgcc_eh.a -l:libgcc.a)\n").expect("OUT_DIR can be written");
    println!("cargo::rustc-link-arg-bins=-L{}", dir.display());
}
