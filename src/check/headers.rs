//! The headers of a check's request: those of the user, and those that every request has.

use hyper::HeaderMap;
use hyper::header::{CONNECTION, HOST, HeaderName, HeaderValue, USER_AGENT};

/// Headers that say where a message ends or what becomes of its connection.
const OWN: [&str; 10] = [
    "connection",
    "content-length",
    "expect",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "http2-settings",
];

/// Not a header for a check. Values are not repeated: they may be secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidHeader {
    /// There is no colon.
    #[error("a header has no colon: expected \"Name: value\"")]
    NoColon,
    /// The name has characters that no name has, or none at all.
    #[error("{0:?} is not the name of a header: expected \"Name: value\", the name of letters, digits and -")]
    Name(String),
    /// The value has a line break in it, or something else that is no visible ASCII character.
    #[error("the value of the header {0} has a character that is not visible ASCII: a header is one line of ASCII")]
    Value(String),
    /// A header that the check itself sets, or never sends.
    #[error("the header {0} belongs to the connection: leave it out, a check sets what it needs")]
    Own(String),
    /// A header that may be there once only.
    #[error("the header {0} is given twice: leave one of them out")]
    Twice(String),
}

/// The headers of the request: those given as `Name: value`, and of the others those that they do not replace.
pub(super) fn headers<T: AsRef<str>>(given: &[T], authority: &str) -> Result<HeaderMap, InvalidHeader> {
    let mut headers = HeaderMap::new();
    for text in given {
        let (name, value) = parse(text.as_ref())?;
        if [HOST, USER_AGENT].contains(&name) && headers.contains_key(&name) {
            return Err(InvalidHeader::Twice(name.to_string()));
        }
        headers.append(name, value);
    }
    let host = HeaderValue::from_str(authority).map_err(|_| InvalidHeader::Value("Host".to_owned()))?;
    headers.entry(HOST).or_insert(host);
    let agent = HeaderValue::from_static(concat!("etcdpat/", env!("CARGO_PKG_VERSION")));
    headers.entry(USER_AGENT).or_insert(agent);
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(headers)
}

fn parse(text: &str) -> Result<(HeaderName, HeaderValue), InvalidHeader> {
    let (name, value) = text.split_once(':').ok_or(InvalidHeader::NoColon)?;
    let parsed = name.parse::<HeaderName>().map_err(|_| InvalidHeader::Name(name.to_owned()))?;
    if OWN.contains(&parsed.as_str()) {
        return Err(InvalidHeader::Own(name.to_owned()));
    }
    let value = value.trim_matches([' ', '\t']);
    let value = if value.is_ascii() { HeaderValue::from_str(value).ok() } else { None };
    let mut value = value.ok_or_else(|| InvalidHeader::Value(name.to_owned()))?;
    // It is not shown where the request is, as in a log.
    value.set_sensitive(true);
    Ok((parsed, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_headers_add_to_the_usual_ones_or_replace_them() {
        let usual = headers::<&str>(&[], "a:8080").expect("there is nothing wrong");
        assert_eq!(usual[HOST], "a:8080");
        assert_eq!(usual[USER_AGENT], concat!("etcdpat/", env!("CARGO_PKG_VERSION")));
        assert_eq!(usual[CONNECTION], "close");
        let given = ["Host: b", "X-A:1", "x-a:\t2 ", "Authorization: Basic eDp5", "X-Empty:"];
        let given = headers(&given, "a").expect("there is nothing wrong");
        assert_eq!(given[HOST], "b");
        assert_eq!(given.get_all("x-a").iter().collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(given["x-empty"], "");
        assert!(!format!("{given:?}").contains("eDp5"));
    }

    #[test]
    fn injection_and_what_is_no_header_are_refused() {
        for (text, expected) in [
            ("no colon", "a header has no colon"),
            (": secret", "\"\" is not the name"),
            ("X A: secret", "\"X A\" is not the name"),
            ("X-A : secret", "\"X-A \" is not the name"),
            ("X\r\nY: secret", "is not the name"),
            ("X-A: secret\r\nX-B: c", "the value of the header X-A"),
            ("X-A: secret\n", "the value of the header X-A"),
            ("X-A: secret\0", "the value of the header X-A"),
            ("X-A: sécret", "the value of the header X-A"),
            ("Connection: keep-alive", "belongs to the connection"),
            ("transfer-encoding: chunked", "belongs to the connection"),
            ("CONTENT-LENGTH: 5", "belongs to the connection"),
        ] {
            let error = headers(&[text], "a").expect_err(text).to_string();
            assert!(error.contains(expected), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
        assert_eq!(headers(&["Host: a", "host: b"], "a"), Err(InvalidHeader::Twice("host".to_owned())));
    }
}
