//! Documents: many values in one text.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::error::{ExportError, ImportError, Mistake, Unfit, Wrong, decoded};
use super::kind::Unknown;
use super::node::{Map, Member, Node, Value};
use super::path::check_name;
use super::{DEPTH, KeyPath, Typed, env, json, toml, yaml};

/// What the paths of flags begin with.
const FLAGS: &str = "features/";
/// What is in every flag that is an object.
const ENABLED: &str = "enabled";

/// Many values by their paths.
pub type Document = BTreeMap<KeyPath, Typed>;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Nested objects (RFC 8259).
    Json,
    /// Nested mappings (YAML 1.2.2, core schema).
    Yaml,
    /// Tables (TOML 1.1).
    Toml,
    /// A variable of the environment on each line.
    Env,
}

impl Format {
    /// All of them, in the order in which help shows them.
    pub const ALL: [Self; 4] = [Self::Json, Self::Yaml, Self::Toml, Self::Env];

    /// Its name, as on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Toml => "toml",
            Self::Env => "env",
        }
    }

    /// The format of files with names that end like this: `json`, `yaml`, `yml`, `toml` or `env`.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = if extension == "yml" { "yaml" } else { extension };
        extension.parse().ok()
    }

    /// Reads a document.
    ///
    /// # Errors
    /// What is wrong, with the first place where something is.
    pub fn import(self, bytes: &[u8]) -> Result<Document, ImportError> {
        let text = decoded(bytes)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = match self {
            Self::Json => json::read(text).and_then(flat),
            Self::Yaml => yaml::read(text).and_then(flat),
            Self::Toml => toml::read(text).and_then(flat),
            Self::Env => env::read(text),
        };
        document.map_err(|mistake| mistake.told(text))
    }

    /// Writes a document that [`Format::import`] reads back to the very same one.
    ///
    /// # Errors
    /// The first key that this format can't hold, and why.
    pub fn export(self, document: &Document) -> Result<String, ExportError> {
        for (path, value) in document {
            self.check(document, path, value).map_err(|why| ExportError { key: path.clone(), format: self, why })?;
        }
        Ok(match self {
            Self::Json => json::write(document),
            Self::Yaml => yaml::write(document),
            Self::Toml => toml::write(document),
            Self::Env => env::write(document),
        })
    }

    /// Whether one value can be written.
    fn check(self, document: &Document, path: &KeyPath, value: &Typed) -> Result<(), Unfit> {
        if let Some(folder) = path.folders().find(|folder| document.contains_key(folder)) {
            return Err(Unfit::Folder(folder));
        }
        let most = if self == Self::Toml { toml::DEPTH } else { DEPTH };
        let parts = value.value();
        if path.names().count() + parts.depth() > most {
            return Err(Unfit::TooDeep(most));
        }
        let is_object = matches!(parts, Value::Map(_));
        if self != Self::Env && is_object && !is_flag(path.as_str(), &parts) {
            return Err(Unfit::Object);
        }
        let is_of_a_flag = path.as_str().strip_prefix(FLAGS).is_some_and(|rest| rest.ends_with("/enabled"));
        if self != Self::Env && is_of_a_flag && !is_object {
            return Err(Unfit::PartOfFlag);
        }
        match self {
            Self::Json => Ok(()),
            Self::Yaml => yaml::check(path, &parts),
            Self::Toml => toml::check(&parts),
            Self::Env => env::check(path, value),
        }
    }
}

/// Whether what stands at this path is a flag: an object below `features/` with `enabled` in it. It is one value.
fn is_flag(path: &str, value: &Value) -> bool {
    let Value::Map(map) = value else { return false };
    let is_enabled = |member: &Member| member.name == ENABLED && !matches!(member.node.value, Value::Map(_));
    path.starts_with(FLAGS) && map.members().iter().any(is_enabled)
}

/// The values in nested objects, by their paths.
fn flat(node: Node) -> Result<Document, Mistake> {
    let Value::Map(map) = node.value else { return Err(Mistake::new(node.at, Wrong::NotAnObject)) };
    let mut document = Document::new();
    flatten(map, "", &mut document)?;
    Ok(document)
}

fn flatten(map: Map, folder: &str, document: &mut Document) -> Result<(), Mistake> {
    for member in map.into_members() {
        let wrong = |why: Wrong| Mistake::new(member.at, why).within(&member.name);
        check_name(&member.name).map_err(|why| wrong(why.into()))?;
        let path = format!("{folder}{}", member.name);
        let is_flag = is_flag(&path, &member.node.value);
        match member.node.value {
            Value::Map(below) if !is_flag => {
                flatten(below, &format!("{path}/"), document).map_err(|mistake| mistake.within(&member.name))?;
            }
            value => {
                let null = || Mistake::new(member.node.at, Wrong::Null).within(&member.name);
                let path = KeyPath::new(path).map_err(|why| wrong(why.into()))?;
                document.insert(path, Typed::new(value).ok_or_else(null)?);
            }
        }
    }
    Ok(())
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        Self::ALL.into_iter().find(|it| it.name() == name).ok_or(Unknown("json, yaml, toml, env"))
    }
}
