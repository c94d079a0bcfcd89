//! A pipe that is full, and that nobody reads for now.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::Stdio;
use std::thread::JoinHandle;

use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::unistd::pipe2;

pub struct FullPipe {
    reader: File,
    writer: File,
}

impl FullPipe {
    /// It holds one page, all of it one line.
    pub fn new() -> Self {
        let (reader, writer) = pipe2(OFlag::O_CLOEXEC).unwrap();
        fcntl(&writer, FcntlArg::F_SETPIPE_SZ(4096)).unwrap();
        let (reader, mut writer) = (File::from(reader), File::from(writer));
        writer.write_all(format!("{}\n", "x".repeat(4095)).as_bytes()).unwrap();
        Self { reader, writer }
    }

    /// Its end to write to.
    pub fn writer(&self) -> Stdio {
        OwnedFd::from(self.writer.try_clone().unwrap()).into()
    }

    /// Reads it to its end: what came after it was full.
    pub fn read(self) -> JoinHandle<String> {
        let Self { mut reader, writer } = self;
        drop(writer);
        std::thread::spawn(move || {
            let mut text = String::new();
            reader.read_to_string(&mut text).unwrap();
            text[4096..].to_owned()
        })
    }
}
