//! A DNS server on loopback that knows the records it is given.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::sync::{Arc, Mutex};

/// What it answers.
#[derive(Clone)]
pub enum Answer {
    /// SRV records: priority, weight, port, target.
    Srv(Vec<(u16, u16, u16, &'static str)>),
    /// An error.
    Code(u8),
    /// Nothing, ever.
    Silence,
    /// Over UDP, that it is too long; over TCP, these.
    Truncated(Vec<(u16, u16, u16, &'static str)>),
}

/// A server. It goes when the tests do.
pub struct Dns {
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Dns {
    /// A server with these names; others do not exist.
    pub fn start(known: Vec<(&'static str, Answer)>) -> Self {
        // The same port for both, which may be taken for one.
        let (udp, tcp) = std::iter::repeat_with(|| UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap())
            .find_map(|udp| TcpListener::bind(udp.local_addr().unwrap()).ok().map(|tcp| (udp, tcp)))
            .unwrap();
        let address = udp.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (known, told) = (Arc::new(known), asked.clone());
        let (knows, tells) = (known.clone(), told.clone());
        std::thread::spawn(move || {
            let mut buffer = [0; 1500];
            while let Ok((length, from)) = udp.recv_from(&mut buffer) {
                if let Some(answer) = answer(&buffer[..length], &known, &told, false) {
                    let _ = udp.send_to(&answer, from);
                }
            }
        });
        std::thread::spawn(move || {
            for stream in tcp.incoming().flatten() {
                let _ = serve(stream, &knows, &tells);
            }
        });
        Self { address, asked }
    }

    /// The names that it was asked for.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, known: &[(&'static str, Answer)], told: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut query = vec![0; u16::from_be_bytes(length).into()];
    stream.read_exact(&mut query)?;
    if let Some(answer) = answer(&query, known, told, true) {
        stream.write_all(&[&(answer.len() as u16).to_be_bytes()[..], &answer].concat())?;
    }
    Ok(())
}

/// The answer to a query (RFC 1035, RFC 2782), where there is to be one.
fn answer(query: &[u8], known: &[(&'static str, Answer)], told: &Mutex<Vec<String>>, is_tcp: bool) -> Option<Vec<u8>> {
    let (name, end) = name(query);
    told.lock().unwrap().push(name.clone());
    let found = known.iter().find(|(known, _)| *known == name).map_or(Answer::Code(3), |(_, answer)| answer.clone());
    let (code, truncated, records) = match found {
        Answer::Srv(records) => (0, 0, records),
        Answer::Truncated(records) if is_tcp => (0, 0, records),
        Answer::Truncated(_) => (0, 2, Vec::new()),
        Answer::Code(code) => (code, 0, Vec::new()),
        Answer::Silence => return None,
    };
    let mut bytes = query[..2].to_vec();
    bytes.extend([0x81 | truncated, 0x80 | code, 0, 1, 0, records.len() as u8, 0, 0, 0, 0]);
    bytes.extend(&query[12..end + 4]);
    for (priority, weight, port, target) in records {
        let mut labels = Vec::new();
        for label in target.split('.').filter(|label| !label.is_empty()) {
            labels.push(label.len() as u8);
            labels.extend(label.as_bytes());
        }
        labels.push(0);
        bytes.extend([0xc0, 12, 0, 33, 0, 1, 0, 0, 0, 60]);
        bytes.extend((6 + labels.len() as u16).to_be_bytes());
        [priority, weight, port].iter().for_each(|number| bytes.extend(number.to_be_bytes()));
        bytes.extend(labels);
    }
    Some(bytes)
}

/// The name that a query asks for, and where it ends.
fn name(query: &[u8]) -> (String, usize) {
    let (mut labels, mut at) = (Vec::new(), 12);
    while query[at] != 0 {
        let length = usize::from(query[at]);
        labels.push(String::from_utf8_lossy(&query[at + 1..=at + length]).into_owned());
        at += length + 1;
    }
    (labels.join("."), at + 1)
}
