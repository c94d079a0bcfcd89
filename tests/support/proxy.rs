//! A TCP proxy before a member, which can cut its connections, or swallow what goes through them.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::spawn;

/// It lives as long as the test process.
pub struct Proxy {
    pub endpoint: String,
    connections: Arc<Mutex<Vec<TcpStream>>>,
    swallows: Arc<AtomicBool>,
}

impl Proxy {
    /// A proxy before `target`.
    pub fn start(target: String) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let endpoint = listener.local_addr().unwrap().to_string();
        let connections = Arc::new(Mutex::new(Vec::new()));
        let (kept, swallows) = (Arc::clone(&connections), Arc::new(AtomicBool::new(false)));
        let swallowing = Arc::clone(&swallows);
        spawn(move || {
            for near in listener.incoming().flatten() {
                // A member that is down refuses: so does the proxy, as well as it can.
                let Ok(far) = TcpStream::connect(&target) else { continue };
                kept.lock().unwrap().push(near.try_clone().unwrap());
                pass_on(near.try_clone().unwrap(), far.try_clone().unwrap(), Arc::clone(&swallowing));
                pass_on(far, near, Arc::clone(&swallowing));
            }
        });
        Self { endpoint, connections, swallows }
    }

    /// Cuts every connection.
    pub fn cut(&self) {
        for connection in self.connections.lock().unwrap().drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }

    /// From now on, nothing comes through, and nobody is told.
    pub fn swallow(&self) {
        self.swallows.store(true, Ordering::Relaxed);
    }
}

fn pass_on(mut from: TcpStream, mut to: TcpStream, swallows: Arc<AtomicBool>) {
    spawn(move || {
        let mut chunk = [0; 16 << 10];
        while let Ok(read @ 1..) = from.read(&mut chunk) {
            if !swallows.load(Ordering::Relaxed) && to.write_all(&chunk[..read]).is_err() {
                break;
            }
        }
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    });
}
