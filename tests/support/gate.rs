//! A way to a member that can be frozen, cut, refused and healed, and that can hold back single HTTP/2 frames.

use std::collections::HashSet;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

/// It lives as long as the test process.
#[derive(Clone)]
pub struct Gate {
    pub endpoint: String,
    shared: Arc<Shared>,
}

struct Shared {
    way: Mutex<Way>,
    connections: Mutex<Vec<TcpStream>>,
    rule: Mutex<Rule>,
    /// What clients have sent lately.
    sent: Mutex<Vec<u8>>,
    /// When the rule last shut the way.
    shut_at: Mutex<Option<Instant>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Open,
    /// Connections are taken and stay, nothing passes.
    Frozen,
    /// No connection lasts.
    Refused,
}

/// What a member sends on a stream of one connection.
pub struct Frame<'a> {
    pub connection: usize,
    pub stream: u32,
    pub data: &'a [u8],
}

/// What becomes of a frame of data.
pub enum Fate {
    Pass,
    Drop,
    /// It passes, and nothing any more: the way is frozen.
    PassAndFreeze,
    /// It passes, then the connections are cut, and no more are taken.
    PassAndRefuse,
}

pub type Rule = Box<dyn FnMut(&Frame) -> Fate + Send>;

impl Gate {
    /// An open one before `target`.
    pub fn before(target: String) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let shared = Arc::new(Shared {
            way: Mutex::new(Way::Open),
            connections: Mutex::default(),
            rule: Mutex::new(Box::new(|_| Fate::Pass)),
            sent: Mutex::default(),
            shut_at: Mutex::default(),
        });
        let gate = Self { endpoint: listener.local_addr().unwrap().to_string(), shared };
        let taking = gate.clone();
        spawn(move || {
            for (connection, near) in listener.incoming().flatten().enumerate() {
                let far = TcpStream::connect(&target);
                let (Ok(far), false) = (far, taking.is(Way::Refused)) else { continue };
                for stream in [&near, &far] {
                    taking.shared.connections.lock().unwrap().push(stream.try_clone().unwrap());
                    stream.set_nodelay(true).unwrap();
                }
                let (requests, answers) = (taking.clone(), taking.clone());
                let (from_near, to_far) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                spawn(move || requests.pass_requests(from_near, to_far));
                spawn(move || answers.pass_frames(far, near, connection));
            }
        });
        gate
    }

    pub fn freeze(&self) {
        *self.shared.way.lock().unwrap() = Way::Frozen;
    }

    pub fn heal(&self) {
        *self.shared.way.lock().unwrap() = Way::Open;
    }

    pub fn refuse(&self) {
        *self.shared.way.lock().unwrap() = Way::Refused;
        self.cut();
    }

    pub fn cut(&self) {
        for connection in self.shared.connections.lock().unwrap().drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }

    /// Has this decide about each frame of data from the member.
    pub fn set_rule(&self, rule: impl FnMut(&Frame) -> Fate + Send + 'static) {
        *self.shared.rule.lock().unwrap() = Box::new(rule);
    }

    /// From now on no watch delivers anything: what is sent on a stream that has confirmed a watch is dropped.
    pub fn silence_watches(&self) {
        let mut watches = HashSet::new();
        self.set_rule(move |frame| {
            let stream = (frame.connection, frame.stream);
            match frame.data {
                _ if watches.contains(&stream) && !confirms_a_watch(frame.data) => Fate::Drop,
                data if confirms_a_watch(data) => {
                    watches.insert(stream);
                    Fate::Pass
                }
                _ => Fate::Pass,
            }
        });
    }

    /// Whether these bytes are among the last that clients have sent.
    pub fn was_sent(&self, bytes: &[u8]) -> bool {
        self.shared.sent.lock().unwrap().windows(bytes.len()).any(|window| window == bytes)
    }

    /// When a rule shut it.
    pub fn shut_at(&self) -> Option<Instant> {
        *self.shared.shut_at.lock().unwrap()
    }

    fn is(&self, way: Way) -> bool {
        *self.shared.way.lock().unwrap() == way
    }

    fn wait_open(&self) {
        while self.is(Way::Frozen) {
            sleep(Duration::from_millis(1));
        }
    }

    fn pass_requests(&self, mut from: TcpStream, mut to: TcpStream) {
        let mut chunk = [0; 16384];
        while let Ok(read @ 1..) = from.read(&mut chunk) {
            {
                let mut sent = self.shared.sent.lock().unwrap();
                sent.extend_from_slice(&chunk[..read]);
                let old = sent.len().saturating_sub(chunk.len());
                sent.drain(..old);
            }
            self.wait_open();
            if to.write_all(&chunk[..read]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    }

    fn pass_frames(&self, mut from: TcpStream, mut to: TcpStream, connection: usize) {
        const DATA: u8 = 0;
        let mut head = [0; 9];
        while from.read_exact(&mut head).is_ok() {
            let mut data = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
            let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
            if from.read_exact(&mut data).is_err() {
                break;
            }
            self.wait_open();
            let frame = Frame { connection, stream, data: &data };
            let fate = if head[3] == DATA { (self.shared.rule.lock().unwrap())(&frame) } else { Fate::Pass };
            if matches!(fate, Fate::Drop) {
                continue;
            }
            if to.write_all(&[&head[..], &data].concat()).is_err() {
                break;
            }
            match fate {
                Fate::PassAndFreeze => self.freeze(),
                Fate::PassAndRefuse => {
                    // What has passed is to be read before the end is.
                    sleep(Duration::from_millis(20));
                    self.refuse();
                }
                Fate::Pass | Fate::Drop => continue,
            }
            *self.shared.shut_at.lock().unwrap() = Some(Instant::now());
        }
        let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    }
}

/// Whether it is a `WatchResponse` that says created: its last field but for the events, and true.
pub fn confirms_a_watch(data: &[u8]) -> bool {
    data.ends_with(&[0x18, 1])
}

/// Whether it is a `LeaseKeepAliveResponse`: its last field is the TTL, in seconds.
pub fn renews(data: &[u8], ttl: u8) -> bool {
    data.ends_with(&[0x18, ttl])
}
