//! A way to etcd that loses answers.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// An endpoint that passes everything on to `target` and back, until what is sent there has `marker` in it: that still
/// arrives, but no answer ever comes back any more.
pub fn deaf_after(target: &str, marker: &'static [u8]) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (target, deaf) = (target.to_owned(), Arc::new(AtomicBool::new(false)));
    std::thread::spawn(move || {
        while let Ok((client, _)) = listener.accept() {
            let server = TcpStream::connect(&target).unwrap();
            let (from_server, to_client) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            let (heard, told) = (Arc::clone(&deaf), Arc::clone(&deaf));
            let mut seen = Vec::new();
            std::thread::spawn(move || {
                pass(client, server, |bytes| {
                    seen.extend_from_slice(bytes);
                    heard.fetch_or(seen.windows(marker.len()).any(|window| window == marker), Ordering::SeqCst);
                    true
                });
            });
            std::thread::spawn(move || pass(from_server, to_client, |_| !told.load(Ordering::SeqCst)));
        }
    });
    address
}

/// Passes on what `wanted` says yes to.
fn pass(mut from: TcpStream, mut to: TcpStream, mut wanted: impl FnMut(&[u8]) -> bool) {
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut chunk) {
        if wanted(&chunk[..read]) && to.write_all(&chunk[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
