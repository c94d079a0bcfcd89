//! The ways between members, of which one member's can be stopped.

use std::collections::HashSet;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{sleep, spawn};
use std::time::Duration;

/// The members that are alone: their ids in hex, and their ports.
#[derive(Clone, Debug, Default)]
pub struct Alone(Arc<Mutex<HashSet<String>>>);

impl Alone {
    pub fn isolate(&self, id: String, port: u16) {
        self.0.lock().unwrap().extend([id, port.to_string()]);
    }

    pub fn rejoin(&self) {
        self.0.lock().unwrap().clear();
    }

    fn waits_for(&self, member: &str) {
        while self.0.lock().unwrap().contains(member) {
            sleep(Duration::from_millis(1));
        }
    }
}

/// Passes on what comes in at `port` to the peer at `target`. A member that asks says who it is.
pub fn link(port: u16, target: u16, alone: &Alone) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
    let alone = alone.clone();
    spawn(move || {
        for near in listener.incoming().flatten() {
            let alone = alone.clone();
            spawn(move || pass(near, target, &alone));
        }
    });
}

fn pass(mut near: TcpStream, target: u16, alone: &Alone) -> Option<()> {
    let mut chunk = vec![0; 16384];
    let read = near.read(&mut chunk).ok()?;
    let head = String::from_utf8_lossy(&chunk[..read]).into_owned();
    let from = head.split_once("X-Server-From: ").and_then(|(_, rest)| rest.split_whitespace().next());
    let members = [from.unwrap_or_default().to_owned(), target.to_string()];
    let mut far = TcpStream::connect((Ipv4Addr::LOCALHOST, target)).ok()?;
    members.iter().for_each(|member| alone.waits_for(member));
    far.write_all(&chunk[..read]).ok()?;
    let (back_from, back_to) = (far.try_clone().ok()?, near.try_clone().ok()?);
    let (back_members, back_alone) = (members.clone(), alone.clone());
    spawn(move || copy(back_from, back_to, &back_members, &back_alone));
    copy(near, far, &members, alone);
    Some(())
}

fn copy(mut from: TcpStream, mut to: TcpStream, members: &[String], alone: &Alone) {
    let mut chunk = vec![0; 65536];
    while let Ok(read @ 1..) = from.read(&mut chunk) {
        members.iter().for_each(|member| alone.waits_for(member));
        if to.write_all(&chunk[..read]).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
