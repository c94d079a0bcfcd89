//! Endpoints at which something odd answers: what is no etcd, or only half of one. All of it is real network.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::spawn;

use nix::libc;

/// What becomes of a connection.
#[derive(Clone, Copy, Debug)]
pub enum Odd {
    /// It is closed after so many bytes were read.
    Closes(usize),
    /// The same with a reset (RST), not an orderly end.
    Resets(usize),
    /// These bytes are answered, then it is closed.
    Says(&'static [u8]),
    /// HTTP/2: these headers end each request's stream, as HPACK has them.
    Answers(&'static [u8]),
    /// HTTP/2: each request's stream is reset with this code.
    RefusesStreams(u8),
    /// HTTP/2: the settings come, and nothing ever after.
    FallsSilent,
    /// HTTP/2: the settings come, and the end (GOAWAY) at the first request.
    GoesAway,
}

/// `:status 404`, as a web server answers.
pub const NOT_FOUND: &[u8] = &[0x8d];
/// `:status 403`: a gateway.
pub const FORBIDDEN: &[u8] = b"\x48\x03403";
/// `:status 401`: another one.
pub const UNAUTHORIZED: &[u8] = b"\x48\x03401";
/// `:status 503`: a balancer of which no server is there.
pub const UNAVAILABLE: &[u8] = b"\x48\x03503";
/// `:status 200` and no gRPC: a page.
pub const PAGE: &[u8] = &[0x88];
/// `:status 200, content-type application/grpc, grpc-status 12`: gRPC, but not etcd's services.
pub const UNIMPLEMENTED: &[u8] = b"\x88\x5f\x10application/grpc\x40\x0bgrpc-status\x0212";

/// An endpoint where every connection fares so. It lives as long as the test process.
pub fn odd(kind: Odd) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    spawn(move || {
        for stream in listener.incoming().flatten() {
            spawn(move || fare(stream, kind));
        }
    });
    address
}

fn fare(mut stream: TcpStream, kind: Odd) {
    match kind {
        Odd::Closes(bytes) => drop(stream.read_exact(&mut vec![0; bytes])),
        Odd::Resets(bytes) => {
            let _ = stream.read_exact(&mut vec![0; bytes]);
            reset(&stream);
        }
        Odd::Says(bytes) => {
            // To the end: what is left unread would make a reset of it.
            let _ = (stream.write_all(bytes), stream.shutdown(Shutdown::Write), stream.read_to_end(&mut Vec::new()));
        }
        _ => drop(http2(stream, kind)),
    }
}

/// Has the end of the connection be a reset.
fn reset(stream: &TcpStream) {
    let linger = libc::linger { l_onoff: 1, l_linger: 0 };
    nix::sys::socket::setsockopt(stream, nix::sys::socket::sockopt::Linger, &linger).unwrap();
}

const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

fn http2(mut stream: TcpStream, kind: Odd) -> std::io::Result<()> {
    stream.read_exact(&mut [0; 24])?;
    stream.write_all(&frame(SETTINGS, 0, 0, &[]))?;
    loop {
        let (head, payload) = read_frame(&mut stream)?;
        let number = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        let answer = match (head[3], kind) {
            (SETTINGS, _) if head[4] & 1 == 0 => frame(SETTINGS, 1, 0, &[]),
            (PING, _) if head[4] & 1 == 0 => frame(PING, 1, 0, &payload),
            (HEADERS, Odd::Answers(headers)) => frame(HEADERS, 5, number, headers),
            (HEADERS, Odd::RefusesStreams(code)) => frame(RST_STREAM, 0, number, &[0, 0, 0, code]),
            (HEADERS, Odd::GoesAway) => {
                stream.write_all(&frame(GOAWAY, 0, 0, &[0; 8]))?;
                return Ok(());
            }
            _ => continue,
        };
        stream.write_all(&answer)?;
    }
}

fn read_frame(stream: &mut TcpStream) -> std::io::Result<([u8; 9], Vec<u8>)> {
    let mut head = [0; 9];
    stream.read_exact(&mut head)?;
    let mut payload = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
    stream.read_exact(&mut payload)?;
    Ok((head, payload))
}

/// What a way to an etcd does with one request of each connection.
#[derive(Clone, Copy, Debug)]
pub enum Instead {
    /// The stream is reset with this code, and nothing passed on.
    Reset(u8),
    /// Nothing is passed on any more, and the connection closed.
    Close,
    /// The request is passed on, and the connection closed then.
    PassAndClose,
}

/// A way to an etcd on which all requests pass but the n-th of each connection.
pub struct Nth {
    pub address: String,
    met: Arc<AtomicUsize>,
}

impl Nth {
    pub fn request(n: u32, target: &str, instead: Instead) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (target, met) = (target.to_owned(), Arc::new(AtomicUsize::new(0)));
        let counter = Arc::clone(&met);
        spawn(move || {
            for near in listener.incoming().flatten() {
                let Ok(far) = TcpStream::connect(&target) else { continue };
                let (mut answers, mut back) = (far.try_clone().unwrap(), near.try_clone().unwrap());
                spawn(move || std::io::copy(&mut answers, &mut back));
                let counter = Arc::clone(&counter);
                spawn(move || {
                    let _ = requests(&near, &far, n, instead, &counter);
                    let _ = (near.shutdown(Shutdown::Both), far.shutdown(Shutdown::Both));
                });
            }
        });
        Self { address, met }
    }

    /// How often it was met.
    pub fn met(&self) -> usize {
        self.met.load(Ordering::SeqCst)
    }
}

/// Passes on frames: the n-th request has stream 2n - 1.
fn requests(
    mut near: &TcpStream,
    mut far: &TcpStream,
    n: u32,
    instead: Instead,
    met: &AtomicUsize,
) -> std::io::Result<()> {
    let mut preface = [0; 24];
    near.read_exact(&mut preface)?;
    far.write_all(&preface)?;
    let mut near_frames = near.try_clone()?;
    loop {
        let (head, payload) = read_frame(&mut near_frames)?;
        let number = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        let (is_it, is_end) = (number == 2 * n - 1, head[4] & 1 == 1);
        match instead {
            Instead::Reset(code) if is_it => {
                if head[3] == HEADERS {
                    met.fetch_add(1, Ordering::SeqCst);
                    near.write_all(&frame(RST_STREAM, 0, number, &[0, 0, 0, code]))?;
                }
                continue;
            }
            Instead::Close if is_it => {
                met.fetch_add(1, Ordering::SeqCst);
                return Ok(());
            }
            _ => far.write_all(&[&head[..], &payload].concat())?,
        }
        if is_it && is_end {
            met.fetch_add(1, Ordering::SeqCst);
            // It is to arrive before the end does.
            far.shutdown(Shutdown::Write)?;
            near.shutdown(Shutdown::Both)?;
            std::thread::sleep(std::time::Duration::from_millis(200));
            return Ok(());
        }
    }
}
