//! Why a connection came to nothing though somebody was there: what is said of it, and what to do about it.

/// Why a connection came to nothing though somebody was there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It was addressed without TLS.
    #[error("the server expects TLS, and was addressed without")]
    WantsTls,
    /// It was addressed with TLS.
    #[error("the server does not speak TLS, and was addressed with it")]
    NoTls,
    /// It speaks HTTP/1, as a web server does.
    #[error("the server answers in HTTP/1: no client of etcd is served there")]
    Http1,
    /// It ended the connection before the handshake was over.
    #[error("connection closed in the TLS handshake")]
    Closed,
    /// Its certificate is too old.
    #[error("the server's certificate expired at {0}")]
    Expired(String),
    /// Its certificate is too new.
    #[error("the server's certificate is not valid before {0}")]
    NotYet(String),
    /// Its certificate is another server's.
    #[error("the server's certificate is for {}, not for {expected}", names(.presented))]
    Name {
        /// What it should be for.
        expected: String,
        /// What it is for.
        presented: Vec<String>,
    },
    /// Nobody whom we trust has signed its certificate.
    #[error("the server's certificate is signed by nobody in {trusted}")]
    Issuer {
        /// Where those are whom we trust.
        trusted: String,
    },
    /// Its certificate has a signature that is not its issuer's, or is of a key that is too short to be looked at.
    #[error(
        "the server's certificate has a signature that is not its issuer's in {trusted}, or one by an RSA key of less than 2048 bits"
    )]
    Signature {
        /// Where those are whom we trust.
        trusted: String,
    },
    /// Its certificate is for something else than servers.
    #[error("the server's certificate is not for servers: its extended key usage lacks serverAuth")]
    Purpose,
    /// Its certificate is an authority's, and not one that we trust as it is.
    #[error("the server's certificate is an authority's (CA:TRUE)")]
    Authority,
    /// Its certificate can't be checked.
    #[error("the server's certificate can't be checked: {0}")]
    Unchecked(String),
    /// It asks for a certificate, and we have none.
    #[error("the server asks for a client certificate")]
    NoIdentity,
    /// It does not take ours.
    #[error("the server refused the client certificate in {path}: {why}")]
    Identity {
        /// Our certificate's file.
        path: String,
        /// What it says.
        why: String,
    },
    /// It ended the handshake for another reason.
    #[error("the server ended the handshake: {0}")]
    Refused(String),
    /// Anything else.
    #[error("TLS failed: {0}")]
    Other(String),
}

impl Problem {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::WantsTls => "write https:// (or unixs://), and name its authority with --cacert",
            Self::NoTls => "is it the right port? without TLS it is http://, and no --cacert, --cert or --key",
            Self::Http1 => "is it the right port? etcd's clients are served at 2379 by default",
            Self::Closed => "does the server speak TLS there?",
            Self::Expired(_) | Self::NotYet(_) => {
                "is this machine's clock right? then the server needs another certificate"
            }
            Self::Name { .. } => "name the server as its certificate does; or give that name with --tls-server-name",
            Self::Issuer { .. } | Self::Signature { .. } => "--cacert FILE names the authority that signed it",
            Self::Authority => "give this very certificate with --cacert; or have the server use one that is CA:FALSE",
            Self::Purpose | Self::Unchecked(_) => "the server needs another certificate",
            Self::NoIdentity => "--cert FILE and --key FILE name it and its key",
            Self::Identity { .. } => "it must be signed by an authority in the server's --trusted-ca-file",
            Self::Refused(_) | Self::Other(_) => "the server's log says more",
        }
    }
}

/// What a certificate is for.
fn names(presented: &[String]) -> String {
    if presented.is_empty() { "no host at all".to_owned() } else { presented.join(", ") }
}
