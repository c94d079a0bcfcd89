//! How connections are encrypted, as flags and environment have it.

use std::error::Error as _;
use std::ffi::OsString;

use super::connection::file;
use super::endpoints::Found;
use super::{Global, env, env_truth};
use crate::client::Options;
use crate::error::{ExitCode, Failure};
use crate::tls::{Config, Files, Unfit};

/// What ALPN calls HTTP/2.
const HTTP_2: &str = "h2";

impl Global {
    /// How all connections are encrypted; nothing where they are not.
    ///
    /// # Errors
    /// Code 2 for endpoints that contradict the options or each other, and for files that can't be used.
    pub(super) fn encryption(&self, found: &Found) -> Result<Option<Config>, Failure> {
        let files = self.files(found)?;
        let is_wanted = files != Files::default() || !self.allows_plain_text()?;
        let plain = found.endpoints.iter().find(|endpoint| endpoint.is_plain_text());
        let encrypted = found.endpoints.iter().find(|endpoint| endpoint.is_encrypted());
        match (plain, encrypted) {
            (Some(plain), _) if is_wanted => {
                return Err(Failure::usage(format!("endpoint {plain} is not encrypted, but TLS is asked for")).hint(
                    "use https://, or leave out --cacert, --cert, --key, --insecure-skip-tls-verify, \
                     --insecure-transport=false and --tls-server-name, or their variables",
                ));
            }
            (Some(plain), Some(encrypted)) => {
                return Err(Failure::usage(format!("endpoint {encrypted} is encrypted, and {plain} is not"))
                    .hint("all members of a cluster are reached in one way"));
            }
            (_, None) if !is_wanted => return Ok(None),
            _ => {}
        }
        let config = Config::new(&files, HTTP_2)?;
        for endpoint in &found.endpoints {
            let name = |error| Failure::from(error).hint(format!("--tls-server-name says what {endpoint} is called"));
            config.check_host(endpoint.server_name()).map_err(name)?;
        }
        Ok(Some(config))
    }

    /// What a child inherits of it, beside the files.
    pub(super) fn encryption_environment(&self, options: &Options) -> Vec<(OsString, OsString)> {
        let truth = |given: Option<bool>, name: &str| given.map(|given| (name.into(), given.to_string().into()));
        let name = options.tls.as_ref().and_then(Config::server_name);
        let set = [
            truth(self.insecure_transport, "ETCDPAT_INSECURE_TRANSPORT"),
            truth(self.insecure_skip_tls_verify, "ETCDPAT_INSECURE_SKIP_TLS_VERIFY"),
            name.map(|name| ("ETCDPAT_TLS_SERVER_NAME".into(), name.into())),
        ];
        set.into_iter().flatten().collect()
    }

    fn files(&self, found: &Found) -> Result<Files, Failure> {
        let identity = match (file(self.cert.as_ref(), &["ETCDPAT_CERT", "ETCDCTL_CERT"]), self.key_file()) {
            (Some(certificate), Some(key)) => Some((certificate, key)),
            (None, None) => None,
            (Some(_), None) => return Err(Failure::usage("--cert is given, but no --key")),
            (None, Some(_)) => return Err(Failure::usage("--key is given, but no --cert")),
        };
        let insecure = match self.insecure_skip_tls_verify {
            Some(given) => given,
            None => {
                env_truth(&["ETCDPAT_INSECURE_SKIP_TLS_VERIFY", "ETCDCTL_INSECURE_SKIP_TLS_VERIFY"])?.unwrap_or(false)
            }
        };
        let server_name = self.tls_server_name.clone().or_else(|| env(&["ETCDPAT_TLS_SERVER_NAME"]));
        let server_name = server_name.or_else(|| found.server_name.clone());
        let cacert = file(self.cacert.as_ref(), &["ETCDPAT_CACERT", "ETCDCTL_CACERT"]);
        Ok(Files { cacert, identity, insecure, server_name })
    }

    /// Whether endpoints that do not say how to be reached may be without TLS.
    fn allows_plain_text(&self) -> Result<bool, Failure> {
        match self.insecure_transport {
            Some(given) => Ok(given),
            None => {
                let given = env_truth(&["ETCDPAT_INSECURE_TRANSPORT", "ETCDCTL_INSECURE_TRANSPORT"])?;
                Ok(given.unwrap_or(true))
            }
        }
    }
}

impl From<Unfit> for Failure {
    fn from(error: Unfit) -> Self {
        let code = match error {
            Unfit::NoAuthorities | Unfit::NoTls => ExitCode::Failed,
            Unfit::Unreadable { .. }
            | Unfit::Lacks { .. }
            | Unfit::Damaged { .. }
            | Unfit::NoPair { .. }
            | Unfit::Name(_) => ExitCode::Usage,
        };
        let failure = Self::new(code, error.to_string());
        let failure = match error.source() {
            Some(cause) => failure.caused_by(cause.to_string()),
            None => failure,
        };
        match error.hint() {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}
