//! What etcdpat stores in etcd, and reads back from there. Others may have written it: its text is [`Text`].

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, Serialize};

use crate::value::{Text, Time};

/// How a contender excludes others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Against everybody but those who share too.
    Shared,
    /// Against everybody but so many with the same number of permits.
    Permit,
    /// Against everybody.
    #[default]
    #[serde(other)]
    Exclusive,
}

/// What a contender says of itself, as the value of its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// How it excludes others.
    pub mode: Mode,
    /// Of how many permits it wants one, where that is its mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permits: Option<NonZeroU32>,
    /// All the locks that it wants at once, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Text>,
    /// Host name.
    #[serde(deserialize_with = "string")]
    pub host: Text,
    /// The kernel's id of this boot of the host: a pid means something only together with it.
    #[serde(default, deserialize_with = "string")]
    pub boot: Text,
    /// The process that the user started: the keeper.
    pub pid: u32,
    /// The user's name.
    #[serde(deserialize_with = "string")]
    pub user: Text,
    /// The command that it runs, or wants to.
    #[serde(deserialize_with = "string")]
    pub command: Text,
    /// `--note`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "optional_string")]
    pub note: Option<Text>,
    /// When it entered the queue.
    pub since: Time,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shared => "shared",
            Self::Permit => "permit",
            Self::Exclusive => "exclusive",
        })
    }
}

/// A field that is a string in every record: what is not is no record of ours.
fn string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    String::deserialize(deserializer).map(Text::from)
}

fn optional_string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    Option::<String>::deserialize(deserializer).map(|text| text.map(Text::from))
}
