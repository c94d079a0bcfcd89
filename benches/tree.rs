//! Process trees that are hard to end, for `scripts/bench --tree`. Every process of one holds FIFO open, so that its
//! reader sees the end when the last has gone; `r` is written into it when the tree has grown.
//!
//! - `tree nested DEPTH FIFO`: so many levels, each in a session of its own
//! - `tree moving MILLISECONDS FIFO`: a process that forks its successor, in a session of its own, and exits after that time
//! - `tree crowd COUNT`: so many idle processes, until standard input ends

#![allow(unsafe_code, missing_docs)]

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::time::Duration;

use anyhow::{Result, bail};
use nix::sys::signal::Signal;
use nix::unistd::{ForkResult, fork, pause, setsid};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let open = |path: &str| OpenOptions::new().write(true).open(path);
    match words[..] {
        ["nested", depth, path] => nested(depth.parse()?, open(path)?),
        ["moving", milliseconds, path] => moving(Duration::from_millis(milliseconds.parse()?), open(path)?),
        ["crowd", count] => crowd(count.parse()?),
        _ => bail!("usage: tree nested DEPTH FIFO | moving MILLISECONDS FIFO | crowd COUNT"),
    }
}

fn is_child() -> Result<bool> {
    // SAFETY: this process has one thread.
    Ok(matches!(unsafe { fork() }?, ForkResult::Child))
}

fn nested(depth: u32, mut fifo: File) -> Result<()> {
    for _ in 1..depth {
        if !is_child()? {
            break_off();
        }
        setsid()?;
    }
    fifo.write_all(b"r")?;
    break_off()
}

fn moving(life: Duration, mut fifo: File) -> Result<()> {
    if !is_child()? {
        break_off();
    }
    for link in 0_u64.. {
        setsid()?;
        if link == 20 {
            fifo.write_all(b"r")?;
        }
        std::thread::sleep(life);
        if !is_child()? {
            std::process::exit(0);
        }
    }
    Ok(())
}

fn crowd(count: u32) -> Result<()> {
    for _ in 0..count {
        if is_child()? {
            nix::sys::prctl::set_pdeathsig(Signal::SIGKILL)?;
            break_off();
        }
    }
    std::io::stderr().write_all(b"r")?;
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

fn break_off() -> ! {
    loop {
        pause();
    }
}
