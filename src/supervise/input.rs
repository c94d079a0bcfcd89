//! What a command reads on standard input, where that is not ours: a file that only it knows, so that nobody has to write
//! while it reads, and nothing hangs when it does not.

use std::fs::File;
use std::io::{self, Seek, Write};

use nix::unistd::dup2_stdin;

/// Makes a file with these bytes this process's standard input.
pub(super) fn become_stdin(bytes: &[u8]) -> io::Result<()> {
    let mut file = nameless()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(dup2_stdin(file)?)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn nameless() -> io::Result<File> {
    use nix::sys::memfd::{MFdFlags, memfd_create};

    Ok(memfd_create("etcdpat-stdin", MFdFlags::MFD_CLOEXEC)?.into())
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn nameless() -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    let path = std::env::temp_dir().join(format!("etcdpat-stdin-{}", std::process::id()));
    let file = File::options().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
    std::fs::remove_file(path)?;
    Ok(file)
}
