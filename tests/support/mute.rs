//! Answers that get lost: a way to etcd on which requests arrive, and their answers do not.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A way to an endpoint. Of each connection, the first requests are answered; the next answer is lost, and the connection
/// with it.
pub struct Mute {
    pub address: String,
    lost: Arc<AtomicUsize>,
}

impl Mute {
    pub fn after(answered: u32, endpoint: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (endpoint, lost) = (endpoint.to_owned(), Arc::new(AtomicUsize::new(0)));
        let counter = Arc::clone(&lost);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(&endpoint) else { continue };
                let (mut requests, mut taken) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                std::thread::spawn(move || std::io::copy(&mut requests, &mut taken));
                let counter = Arc::clone(&counter);
                std::thread::spawn(move || answers(server, client, answered, &counter));
            }
        });
        Self { address, lost }
    }

    /// How many answers were lost.
    pub fn lost(&self) -> usize {
        self.lost.load(Ordering::Relaxed)
    }
}

/// Passes HTTP/2 frames on until headers come for a request that is not to be answered: the n-th has stream 2n - 1.
fn answers(mut server: TcpStream, mut client: TcpStream, answered: u32, lost: &AtomicUsize) {
    const HEADERS: u8 = 1;
    let mut head = [0; 9];
    while server.read_exact(&mut head).is_ok() {
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
        let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        if head[3] == HEADERS && stream > 2 * answered {
            lost.fetch_add(1, Ordering::Relaxed);
            break;
        }
        let mut payload = vec![0; length];
        if server.read_exact(&mut payload).is_err() || client.write_all(&[&head[..], &payload].concat()).is_err() {
            break;
        }
    }
    let _ = (server.shutdown(Shutdown::Both), client.shutdown(Shutdown::Both));
}
