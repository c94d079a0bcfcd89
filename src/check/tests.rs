//! Checks of real servers on this machine.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{Failed, Http, InvalidHttp, Step, Tcp};

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(300);

/// A server on a port of its own that gives each connection, with the request read from it, to `answer`. What was
/// requested can be received.
fn serve(answer: impl Fn(&mut TcpStream) + Send + 'static) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (sender, requests) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let _ = sender.send(read_request(&mut stream));
            answer(&mut stream);
        }
    });
    (address, requests)
}

fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        bytes.push(byte[0]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn says(answer: &'static str) -> (SocketAddr, Receiver<String>) {
    serve(move |stream| drop(stream.write_all(answer.as_bytes())))
}

fn http(address: SocketAddr) -> Http {
    Http::parse::<&str>(&format!("http://{address}/health"), &[]).expect("a check")
}

#[tokio::test]
async fn the_status_decides() {
    for (status, expected) in [
        ("200 OK", Ok(())),
        ("204 No Content", Ok(())),
        ("304 Not Modified", Ok(())),
        ("399 Whatever", Ok(())),
        ("401 Unauthorized", Err(Failed::Status(401))),
        ("500 Internal Server Error", Err(Failed::Status(500))),
        ("503 Service Unavailable", Err(Failed::Status(503))),
    ] {
        let (address, _requests) =
            serve(move |stream| drop(write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n")));
        assert_eq!(http(address).run(LONG).await, expected, "{status}");
    }
    assert_eq!(Failed::Status(503).to_string(), "HTTP 503");
}

#[tokio::test]
async fn a_redirect_is_healthy_and_is_not_followed() {
    let (target, followed) = says("HTTP/1.1 500 Sorry\r\nContent-Length: 0\r\n\r\n");
    let (address, requests) = serve(move |stream| {
        drop(write!(stream, "HTTP/1.1 302 Found\r\nLocation: http://{target}/\r\nContent-Length: 0\r\n\r\n"));
    });
    assert_eq!(http(address).run(LONG).await, Ok(()));
    assert!(followed.try_recv().is_err());
    assert_eq!(requests.try_iter().count(), 1);
}

#[tokio::test]
async fn the_request_is_a_plain_get_on_a_connection_of_its_own() {
    let (address, requests) = says("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    let check = Http::parse(&format!("http://localhost:{}/a?b=c", address.port()), &["X-Token: x y"]).expect("a check");
    for _ in 0..2 {
        assert_eq!(check.run(LONG).await, Ok(()));
        let request = requests.recv().expect("a request");
        let (first, headers) = request.split_once("\r\n").expect("lines");
        assert_eq!(first, "GET /a?b=c HTTP/1.1");
        let mut headers: Vec<_> = headers.trim_end().split("\r\n").collect();
        headers.sort_unstable();
        let host = format!("Host: localhost:{}", address.port());
        let agent = concat!("User-Agent: etcdpat/", env!("CARGO_PKG_VERSION"));
        assert_eq!(headers, ["Connection: close", &host, agent, "X-Token: x y"]);
    }
}

#[tokio::test]
async fn a_server_that_is_slow_is_cut_at_the_timeout() {
    let sleep = || thread::sleep(LONG);
    let silent = serve(move |_| sleep()).0;
    let stalled = serve(move |stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        sleep();
    });
    // A byte now and then keeps no check alive.
    let dripping = serve(|stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n"));
        while stream.write_all(b".").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    for (address, step) in [(silent, Step::Answer), (stalled.0, Step::Body), (dripping.0, Step::Body)] {
        let begun = Instant::now();
        assert_eq!(http(address).run(SHORT).await, Err(Failed::Late { step, within: SHORT }));
        assert!(begun.elapsed() >= SHORT && begun.elapsed() < LONG / 4, "{:?}", begun.elapsed());
    }
    let late = Failed::Late { step: Step::Answer, within: Duration::from_secs(2) };
    assert_eq!(late.to_string(), "no answer within 2s");
}

#[tokio::test]
async fn an_endless_body_is_read_no_further_than_its_beginning() {
    let (sender, written) = channel();
    let (address, _requests) = serve(move |stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        let mut count = 0_usize;
        while stream.write_all(b"400\r\n").is_ok()
            && stream.write_all(&[b'x'; 1024]).is_ok()
            && stream.write_all(b"\r\n").is_ok()
        {
            count += 1024;
        }
        let _ = sender.send(count);
    });
    assert_eq!(http(address).run(LONG).await, Ok(()));
    // The connection is closed, so that the server ends.
    assert!(written.recv_timeout(LONG).expect("an end") >= 64 * 1024);
}

#[tokio::test]
async fn what_is_no_answer_fails_with_a_reason() {
    let garbage = says("SSH-2.0-OpenSSH_9.9\r\n").0;
    assert!(matches!(http(garbage).run(LONG).await, Err(Failed::NotHttp(_))));
    let huge = serve(|stream| while stream.write_all(b"HTTP/1.1 200 OK\r\nX: y\r\n").is_ok() {}).0;
    assert!(matches!(http(huge).run(LONG).await, Err(Failed::NotHttp(_))));
    let gone = says("").0;
    assert_eq!(http(gone).run(LONG).await, Err(Failed::Closed));
    let cut = says("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf").0;
    assert_eq!(http(cut).run(LONG).await, Err(Failed::Closed));
    // Without a length, the end of the connection is the end of the body.
    let old = says("HTTP/1.0 200 OK\r\n\r\nall").0;
    assert_eq!(http(old).run(LONG).await, Ok(()));
}

#[tokio::test]
async fn no_connection_fails_with_a_reason() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let tcp = Tcp::parse(&address.to_string()).expect("a check");
    assert_eq!(tcp.run(LONG).await, Ok(()));
    drop(listener);
    let refused = Err(Failed::Connection("connection refused".to_owned()));
    assert_eq!(http(address).run(LONG).await, refused);
    assert_eq!(tcp.run(LONG).await, refused);
    let nowhere = Tcp::parse("nowhere.invalid:80").expect("a check");
    assert!(matches!(nowhere.run(LONG).await, Err(Failed::Unresolved(_) | Failed::Late { .. })));
    // A timeout that no clock holds.
    assert_eq!(tcp.run(Duration::MAX).await, refused);
}

#[test]
fn what_is_wrong_is_told_before_any_check() {
    assert!(matches!(Http::parse::<&str>("http://a:b/", &[]), Err(InvalidHttp::Url(_))));
    assert!(matches!(Http::parse("http://a/", &["X: a\r\nY: b"]), Err(InvalidHttp::Header(_))));
    #[cfg(not(feature = "tls"))]
    assert!(Http::parse::<&str>("https://a/", &[]).expect_err("it is refused").to_string().contains("without TLS"));
    let shown = format!("{:?}", Http::parse("http://a/", &["Authorization: secret"]).expect("a check"));
    assert_eq!(shown, "Http(\"http://a/\")");
}
