//! A pseudo-terminal of any width: what is written to it, byte by byte, as no terminal has touched it.

use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nix::pty::{OpenptyResult, Winsize, openpty};
use nix::sys::termios::{SetArg, cfmakeraw, tcgetattr, tcsetattr};

use super::{Pat, Running, eventually};

/// What a test writes behind everything else.
const END: &[u8] = b"\0the end\0";

pub struct Pty {
    slave: OwnedFd,
    text: Arc<Mutex<Vec<u8>>>,
}

impl Pty {
    /// With 0 columns, one that does not say how wide it is.
    pub fn open(columns: u16) -> Self {
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let OpenptyResult { master, slave } = openpty(&size, None).unwrap();
        let mut modes = tcgetattr(&slave).unwrap();
        cfmakeraw(&mut modes);
        tcsetattr(&slave, SetArg::TCSANOW, &modes).unwrap();
        let (text, mut master) = (Arc::new(Mutex::new(Vec::new())), std::fs::File::from(master));
        let read = Arc::clone(&text);
        std::thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(length @ 1..) = master.read(&mut some) {
                read.lock().unwrap().extend_from_slice(&some[..length]);
            }
        });
        Self { slave, text }
    }

    /// Standard output and standard error are the terminal. (Not the controlling one.)
    pub fn spawn(&self, pat: Pat) -> Running {
        let [out, err] = [(); 2].map(|()| Stdio::from(self.slave.try_clone().unwrap()));
        pat.env_unless_given("TERM", "xterm").spawn_onto(out, err)
    }

    /// What has been written so far.
    pub fn now(&self) -> String {
        String::from_utf8_lossy(&self.text.lock().unwrap()).into_owned()
    }

    pub fn wait_for(&self, text: &str) -> String {
        eventually(&format!("{text:?} on the terminal"), Duration::from_secs(20), || {
            Some(self.now()).filter(|now| now.contains(text))
        })
    }

    /// All that was written, once those who write have ended.
    pub fn end(self) -> String {
        std::fs::File::from(self.slave.try_clone().unwrap()).write_all(END).unwrap();
        let all = self.wait_for(std::str::from_utf8(END).unwrap());
        all.replace(std::str::from_utf8(END).unwrap(), "")
    }

    /// What `pat` writes on a terminal of this width, to its end. Its code, too.
    pub fn shows(columns: u16, pat: Pat) -> (i32, String) {
        let pty = Self::open(columns);
        let code = pty.spawn(pat).wait().code;
        (code, pty.end())
    }
}
