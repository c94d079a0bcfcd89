//! Configuration: values and their changes, flags, snapshots, as rows and events.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Text, Time};

/// What happens to configuration.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ConfigEvent {
    #[serde(rename = "config.value")]
    Value(ValueRow),
    #[serde(rename = "config.set")]
    Set(ValueChange),
    #[serde(rename = "config.deleted")]
    Deleted(ValueChange),
    #[serde(rename = "config.differs")]
    Differs(ValueChange),
    #[serde(rename = "config.unchanged")]
    Unchanged { root: Text },
    #[serde(rename = "config.edit_again")]
    EditAgain { message: Text },
    #[serde(rename = "config.imported")]
    Imported { root: Text, set: usize, deleted: usize, unchanged: usize, in_steps: bool, dry_run: bool },
    #[serde(rename = "config.importing")]
    Importing { root: Text, host: Text, pid: u32, user: Text, since: Time },
    #[serde(rename = "config.flag")]
    Flag(FlagRow),
    #[serde(rename = "config.no_flag")]
    NoFlag { flag: Text },
    #[serde(rename = "config.not_a_flag")]
    NotAFlag { key: Text, message: Text },
    #[serde(rename = "config.snapshot")]
    Snapshot(SnapshotRow),
    #[serde(rename = "config.snapshot_deleted")]
    SnapshotDeleted { version: Text },
    #[serde(rename = "config.restored")]
    Restored { version: Text, set: usize, deleted: usize, unchanged: usize, in_steps: bool },
    #[serde(rename = "config.applied")]
    Applied { revision: i64, action: &'static str, variables: Vec<Text> },
    #[serde(rename = "config.kept")]
    Kept { revision: i64, message: Text },
    #[serde(rename = "config.exec_failed")]
    ExecFailed { code: u8, wait_ms: u64 },
    #[serde(rename = "config.retrying")]
    Retrying { wait_ms: u64, message: Text },
    #[serde(rename = "config.from_cache")]
    FromCache { path: Text, revision: i64, written: Time, message: Text },
    #[serde(rename = "config.cache_damaged")]
    CacheDamaged { path: Text, message: Text },
    #[serde(rename = "config.uncached")]
    Uncached { path: Text, message: Text },
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValueRow {
    /// Its path.
    pub key: Text,
    /// The value, typed; absent where it was deleted, is no JSON, or only names are asked for.
    #[serde(flatten, serialize_with = "ConfigValue::as_value")]
    pub value: Option<ConfigValue>,
    /// `string`, `int`, `float`, `bool`, `json`; `none` where it is no JSON, `deleted` where it was deleted.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The revision at which it was put last.
    pub mod_revision: i64,
    /// Why it is no JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Text>,
}

/// A value that is another one than it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValueChange {
    /// Its path.
    pub key: Text,
    /// What it is; absent when it was deleted.
    #[serde(flatten, serialize_with = "ConfigValue::as_value")]
    pub value: Option<ConfigValue>,
    /// What it was; absent when it was not there.
    #[serde(flatten, serialize_with = "ConfigValue::as_old_value")]
    pub old_value: Option<ConfigValue>,
    /// The type of what it is, or was.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The revision of the change.
    pub mod_revision: i64,
    /// That it was so when the watch began.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub initial: bool,
}

/// A flag.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagRow {
    /// Its name.
    pub flag: Text,
    /// Whether it is on at all.
    pub enabled: bool,
    /// For how many of a hundred users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// For whom in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Text>,
    /// For whom not, in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deny: Vec<Text>,
    /// For the user that was asked about: whether it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<bool>,
}

/// A snapshot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SnapshotRow {
    /// Its version.
    pub version: Text,
    /// The revision that it is of.
    pub revision: i64,
    /// When it was made.
    pub created: Time,
    /// How many values are in it.
    pub values: usize,
}

/// A value as it stands in JSON output: what it is in etcd, digit for digit.
#[derive(Clone, Debug)]
pub struct ConfigValue(pub Text);

impl PartialEq for ConfigValue {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl ConfigValue {
    #[expect(clippy::ref_option, reason = "serde hands it over so")]
    fn as_value<S: Serializer>(value: &Option<Self>, serializer: S) -> Result<S::Ok, S::Error> {
        Self::fields(value.as_ref(), "value", "text", serializer)
    }

    #[expect(clippy::ref_option, reason = "serde hands it over so")]
    fn as_old_value<S: Serializer>(value: &Option<Self>, serializer: S) -> Result<S::Ok, S::Error> {
        Self::fields(value.as_ref(), "old_value", "old_text", serializer)
    }

    /// A number has its text beside it: many readers of JSON know 53 bits of a number, and lose the rest.
    fn fields<S: Serializer>(value: Option<&Self>, name: &str, text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        if let Some(value) = value {
            fields.serialize_entry(name, value)?;
            if value.0.raw().first().is_some_and(|first| first.is_ascii_digit() || *first == b'-') {
                fields.serialize_entry(text, &value.0)?;
            }
        }
        fields.end()
    }
}

impl Serialize for ConfigValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = std::str::from_utf8(self.0.raw())
            .ok()
            .and_then(|text| serde_json::from_str::<&serde_json::value::RawValue>(text).ok());
        match raw {
            Some(raw) => raw.serialize(serializer),
            None => self.0.serialize(serializer),
        }
    }
}
