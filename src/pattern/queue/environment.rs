//! What a command is told of the places that are held while it runs.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use super::{Name, Names};
use crate::event::LeaseId;

/// Names and values of environment variables. `read_at`: the revision of the answer that proved ownership.
pub(in crate::pattern) fn environment(
    names: &Names,
    lease: LeaseId,
    fence: i64,
    read_at: i64,
) -> Vec<(OsString, OsString)> {
    let text = |bytes: &[u8]| OsString::from_vec(bytes.to_vec());
    let (all, keys): (Vec<_>, _) = (names.iter().map(Name::as_bytes).collect(), names.keys(lease));
    [
        ("ETCDPAT_LOCK", text(all[0])),
        // All of them, a line each. Names of several locks have no line breaks.
        ("ETCDPAT_LOCKS", text(&all.join(&b'\n'))),
        ("ETCDPAT_KEY", text(&keys[0])),
        ("ETCDPAT_KEYS", text(&keys.join(&b'\n'))),
        ("ETCDPAT_LEASE", lease.to_string().into()),
        ("ETCDPAT_FENCE", fence.to_string().into()),
        // etcdctl's names, with etcdctl's meaning.
        ("ETCD_LOCK_KEY", text(&keys[0])),
        ("ETCD_LOCK_REV", read_at.to_string().into()),
    ]
    .map(|(name, value)| (name.into(), value))
    .into()
}
