//! Certificates and keys, as they are read.

use std::path::PathBuf;

/// Which files to read, and what else was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Whom to trust, instead of the system's authorities.
    pub cacert: Option<PathBuf>,
    /// Our certificate, and its key.
    pub identity: Option<(PathBuf, PathBuf)>,
    /// The server's certificate is not verified.
    pub insecure: bool,
    /// The name that the server's certificate must be for, instead of the host's.
    pub server_name: Option<String>,
}

/// A file that can't be used, or a pair of files.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The system does not give it.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
    /// What is wanted is not in it.
    #[error("{} has no {wanted}: {why}", path.display())]
    Lacks {
        /// The file.
        path: PathBuf,
        /// A certificate, or a private key.
        wanted: &'static str,
        /// What is there instead.
        why: Instead,
    },
    /// What is wanted is in it, and more that can't be understood.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What can't be understood.
        what: String,
    },
    /// The key is another certificate's.
    #[error("the private key in {} does not belong to the certificate in {}", key.display(), certificate.display())]
    NoPair {
        /// The key's file.
        key: PathBuf,
        /// The certificate's file.
        certificate: PathBuf,
    },
    /// There is nobody to trust.
    #[error("this system has no certificates of authorities")]
    NoAuthorities,
    /// The server can't be named in a handshake.
    #[error("{0:?} can't be the name of a server in TLS")]
    Name(String),
    /// A build without the feature `tls`.
    #[error("this etcdpat was built without TLS")]
    NoTls,
}

/// What is in a file instead of what is wanted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Instead {
    /// Nothing.
    #[error("it is empty")]
    Nothing,
    /// More than any certificate or key.
    #[error("it is larger than 16 MiB")]
    TooMuch,
    /// The binary form.
    #[error("it is DER, not PEM")]
    Der,
    /// No PEM.
    #[error("it is not PEM (-----BEGIN ...-----)")]
    NoPem,
    /// PEM of another kind.
    #[error("it has {0}")]
    Another(&'static str),
    /// What OpenSSL adds its own trust to.
    #[error("it has OpenSSL's TRUSTED CERTIFICATE")]
    Trusted,
    /// A key under a passphrase.
    #[error("it is encrypted, and etcdpat asks for no passphrase")]
    Encrypted,
    /// A key that is of no use.
    #[error("{0}")]
    Unusable(String),
}

impl Unfit {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        let tool = |wanted: &str| if wanted == "certificate" { "x509" } else { "pkey" };
        match self {
            Self::Lacks { path, wanted, why } => match why {
                Instead::Der => {
                    Some(format!("`openssl {} -inform der -in {}` prints it as PEM", tool(wanted), path.display()))
                }
                Instead::Trusted => Some(format!("`openssl x509 -in {}` prints it as others read it", path.display())),
                Instead::Encrypted => {
                    Some(format!("`openssl pkey -in {}` prints it without a passphrase", path.display()))
                }
                Instead::Another(_) => Some("are the files of --cacert, --cert and --key mixed up?".to_owned()),
                _ => None,
            },
            Self::NoAuthorities => Some("install ca-certificates, or name a file of them with --cacert".to_owned()),
            Self::Name(_) => Some("expected a DNS name or an IP address".to_owned()),
            Self::NoTls => Some("use http://, or a build with the feature `tls`".to_owned()),
            Self::Unreadable { .. } | Self::Damaged { .. } | Self::NoPair { .. } => None,
        }
    }
}
