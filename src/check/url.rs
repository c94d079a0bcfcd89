//! What a URL says about a check: whether it is encrypted, where it goes, and what it asks for.

use hyper::http::uri::PathAndQuery;

use super::address::{Address, InvalidAddress};

/// `http://HOST[:PORT][/PATH][?QUERY]`, or with `https`.
#[derive(Clone, Debug)]
pub(super) struct Url {
    pub(super) encrypted: bool,
    pub(super) address: Address,
    /// What is asked for; `/` where the URL ends with the host.
    pub(super) path: PathAndQuery,
}

/// Not a URL for a check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidUrl {
    /// It begins with something else.
    #[error("{0:?} is not a URL for a check: expected http://HOST[:PORT]/PATH or https://HOST[:PORT]/PATH")]
    Scheme(String),
    /// There is a user or a password in it. The URL is not repeated here, to keep them secret.
    #[error(
        "there is a user or a password in the URL: leave it out, and give a header \"Authorization: Basic BASE64\""
    )]
    Userinfo,
    /// There is a fragment in it.
    #[error(
        "{0:?} has a fragment, which is never sent to a server: leave out what begins with #, or write %23 for a #"
    )]
    Fragment(String),
    /// A character can't be in a URL.
    #[error("{url:?} has a {character:?} in it: write it percent-encoded (a space is %20)")]
    Character {
        /// The URL.
        url: String,
        /// The character.
        character: char,
    },
    /// The host, or the port, is wrong.
    #[error(transparent)]
    Address(#[from] InvalidAddress),
}

impl Url {
    pub(super) fn parse(text: &str) -> Result<Self, InvalidUrl> {
        let (scheme, rest) = text.split_once("://").unwrap_or_default();
        let encrypted = match scheme.to_ascii_lowercase().as_str() {
            "http" => false,
            "https" => true,
            _ => return Err(InvalidUrl::Scheme(text.to_owned())),
        };
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(InvalidUrl::Userinfo);
        }
        if path.contains('#') {
            return Err(InvalidUrl::Fragment(text.to_owned()));
        }
        let refused = |c: &char| !c.is_ascii_graphic() || r#""<>\^`{|}"#.contains(*c);
        let character = |character| InvalidUrl::Character { url: text.to_owned(), character };
        if let Some(wrong) = path.chars().find(refused) {
            return Err(character(wrong));
        }
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        let address = Address::parse(authority, Some(usual_port(encrypted)))?;
        let path = PathAndQuery::try_from(path).map_err(|_| InvalidUrl::Scheme(text.to_owned()))?;
        Ok(Self { encrypted, address, path })
    }

    /// What the `Host` header says.
    pub(super) fn authority(&self) -> String {
        self.address.authority(usual_port(self.encrypted))
    }
}

fn usual_port(encrypted: bool) -> u16 {
    if encrypted { 443 } else { 80 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_say_where_to_go_and_what_to_ask_for() {
        for (text, address, authority, path) in [
            ("http://a", "a:80", "a", "/"),
            ("HTTP://a:80/", "a:80", "a", "/"),
            ("http://a:443/x", "a:443", "a:443", "/x"),
            ("https://a/b/c?d=e%20f&g=/", "a:443", "a", "/b/c?d=e%20f&g=/"),
            ("https://a:80?d@e", "a:80", "a:80", "/?d@e"),
            ("http://[::1]/", "[::1]:80", "[::1]", "/"),
            ("http://[fe80::1]:8080/", "[fe80::1]:8080", "[fe80::1]:8080", "/"),
            ("http://127.0.0.1:8080//a:b", "127.0.0.1:8080", "127.0.0.1:8080", "//a:b"),
        ] {
            let url = Url::parse(text).expect(text);
            assert_eq!((url.address.to_string(), url.authority()), (address.to_owned(), authority.to_owned()));
            assert_eq!((url.encrypted, url.path.as_str()), (text.starts_with("https"), path));
        }
    }

    #[test]
    fn what_is_wrong_with_a_url_is_told() {
        for (text, expected) in [
            ("", "expected http://HOST"),
            ("localhost:80", "expected http://HOST"),
            ("ftp://a/", "expected http://HOST"),
            ("://a/", "expected http://HOST"),
            ("http://u:secret@a/", "there is a user or a password in the URL"),
            ("http://a/b#c", "leave out what begins with #"),
            ("http://a#c", "leave out what begins with #"),
            ("http://a/b c", "has a ' ' in it"),
            ("http://a/ü", "has a 'ü' in it"),
            ("http://a/\r\nX: y", r"has a '\r' in it"),
            ("http:///b", "has no host"),
            ("http://a:0/", "\"0\" is not a port"),
            ("http://[fe80::1%25eth0]/", "is not a host"),
            ("http://a b/", "is not a host"),
        ] {
            let error = Url::parse(text).expect_err(text).to_string();
            assert!(error.contains(expected), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }
}
