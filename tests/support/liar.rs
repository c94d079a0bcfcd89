//! An endpoint that is not etcd: it answers every request with an error of its own making.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};

/// gRPC's `FailedPrecondition`: no other attempt does better.
const STATUS: &str = "9";

/// Listens for ever. Its address.
pub fn liar(message: &str) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    // As gRPC encodes it: each byte as %XX.
    let message: String = message.bytes().map(|byte| format!("%{byte:02X}")).collect();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let message = message.clone();
            std::thread::spawn(move || answer(client, &message));
        }
    });
    address
}

/// HTTP/2: our settings, then for each request's headers the answer's, which are all of it.
fn answer(mut client: TcpStream, message: &str) -> Option<()> {
    const HEADERS: u8 = 1;
    const SETTINGS: u8 = 4;
    const PING: u8 = 6;

    let mut preface = [0; 24];
    client.read_exact(&mut preface).ok()?;
    client.write_all(&frame(SETTINGS, 0, 0, &[])).ok()?;
    loop {
        let mut head = [0; 9];
        client.read_exact(&mut head).ok()?;
        let mut body = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
        client.read_exact(&mut body).ok()?;
        let (kind, flags, stream) = (head[3], head[4], u32::from_be_bytes([head[5], head[6], head[7], head[8]]));
        let is_answer = flags & 1 == 1;
        let reply = match kind {
            SETTINGS if !is_answer => frame(SETTINGS, 1, 0, &[]),
            PING if !is_answer => frame(PING, 1, 0, &body),
            HEADERS => {
                let fields = [("content-type", "application/grpc"), ("grpc-status", STATUS), ("grpc-message", message)];
                // `:status 200`, by its number in the table of HPACK.
                let mut block = vec![0x88];
                fields.iter().for_each(|(name, value)| block.extend(literal(name, value)));
                // The end of the headers, and of the stream.
                frame(HEADERS, 5, stream, &block)
            }
            _ => continue,
        };
        client.write_all(&reply).ok()?;
    }
}

fn frame(kind: u8, flags: u8, stream: u32, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), body].concat()
}

/// A field as HPACK writes it literally, without the table.
fn literal(name: &str, value: &str) -> Vec<u8> {
    let mut field = vec![0];
    for text in [name, value] {
        let mut length = text.len();
        if length < 127 {
            field.push(length as u8);
        } else {
            field.push(127);
            length -= 127;
            while length >= 128 {
                field.push((length % 128 + 128) as u8);
                length /= 128;
            }
            field.push(length as u8);
        }
        field.extend(text.bytes());
    }
    field
}
