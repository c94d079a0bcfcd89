//! How the release binary is linked: for a process that lives a few milliseconds, its start counts.
//!
//! Not position-independent, and with libgcc inside: no relocations to apply, no pages to copy for them, one shared
//! library less to load. `etcdpat lock x -- true` takes about an eighth less time for it. The C library stays shared,
//! because a static one can't be relied on to resolve host names on other machines.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        println!("cargo::rustc-link-arg-bins=-static-libgcc");
    }
}
