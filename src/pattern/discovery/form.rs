//! The three forms in which the record of an instance is written and read.
//!
//! | form | who reads it besides | value |
//! |---|---|---|
//! | `json` | | `{"id","address","meta","since","host","boot","pid","status"}` |
//! | `grpc` | Go's `naming/endpoints` and `naming/resolver` | `{"Op":0,"Addr":"HOST:PORT","Metadata":null}`, byte for byte |
//! | `skydns` | `CoreDNS`'s plug-in `etcd` | `{"host","port","priority","weight","ttl","text"}` |
//!
//! What must stay true: a record is checked when it is read, whoever wrote it; what can't be used is an [`Unusable`], never an
//! instance with something missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::by::By;
use super::instance::{Instance, Status, number};
use super::meta::{InvalidMeta, Meta, check_meta};
use super::name::{Id, Service};
use crate::value::Text;

/// The form of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// etcdpat's own.
    Json,
    /// That of Go's gRPC resolver.
    Grpc,
    /// That of `CoreDNS`; its answers may be kept for so many seconds.
    Skydns {
        /// Seconds; at most the lease's.
        ttl: u64,
    },
}

/// Why a record is not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It is no record in any of the forms.
    #[error("it is not a record of an instance")]
    NoRecord,
    /// Its key can't be an instance's.
    #[error("its name can't be one")]
    Name,
    /// It says another id than its key.
    #[error("its id is another one than its key's")]
    OtherId,
    /// Its address can't be one.
    #[error("its address {0:?} can't be used")]
    Address(Text),
    /// Its metadata can't be passed on.
    #[error("its metadata can't be used: {0}")]
    Meta(#[from] InvalidMeta),
}

impl Form {
    /// As `--format` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Grpc => "grpc",
            Self::Skydns { .. } => "skydns",
        }
    }
}

/// etcdpat's own form.
#[derive(Serialize, Deserialize)]
struct Json {
    #[serde(default)]
    id: Option<String>,
    address: Text,
    #[serde(default)]
    meta: BTreeMap<String, Value>,
    #[serde(flatten)]
    by: Option<By>,
    #[serde(default, skip_serializing_if = "is_up")]
    status: Status,
}

/// Go's. The order of the fields is that of `naming/endpoints/internal.Update`.
#[derive(Serialize, Deserialize)]
struct Grpc {
    #[serde(rename = "Op")]
    op: u8,
    #[serde(rename = "Addr")]
    address: Text,
    #[serde(rename = "Metadata")]
    meta: Value,
}

/// `CoreDNS`'s.
#[derive(Serialize, Deserialize)]
struct Skydns {
    host: Text,
    #[serde(default)]
    port: u16,
    #[serde(default, skip_serializing_if = "is_zero")]
    priority: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    weight: u64,
    #[serde(default)]
    ttl: u64,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    text: Text,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
fn is_up(status: &Status) -> bool {
    *status == Status::Up
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Instance {
    /// The value of its key in this form; `grpc` has no place for metadata and status, `skydns` for `priority`, `weight` and
    /// `text` of the metadata alone.
    pub fn encode(&self, form: Form) -> Vec<u8> {
        let encoded = match form {
            Form::Json => serde_json::to_vec(&Json {
                id: Some(self.id.to_string()),
                address: self.address.to_string().into(),
                meta: self.meta.iter().map(|(name, value)| (name.clone(), json(value))).collect(),
                by: self.by.clone(),
                status: self.status,
            }),
            Form::Grpc => {
                serde_json::to_vec(&Grpc { op: 0, address: self.address.to_string().into(), meta: Value::Null })
            }
            Form::Skydns { ttl } => {
                let number = |name: &str| self.meta.get(name).and_then(number).unwrap_or(0);
                serde_json::to_vec(&Skydns {
                    host: self.address.host().into(),
                    port: self.address.port(),
                    priority: number("priority"),
                    weight: number("weight"),
                    ttl,
                    text: self.meta.get("text").cloned().unwrap_or_default(),
                })
            }
        };
        // Strings and numbers can always be written.
        encoded.unwrap_or_default()
    }

    /// Reads a record in any of the forms.
    ///
    /// # Errors
    /// [`Unusable`].
    pub fn decode(service: Service, id: Id, value: &[u8]) -> Result<Self, Unusable> {
        let fields: Value = serde_json::from_slice(value).map_err(|_| Unusable::NoRecord)?;
        let has = |name| fields.get(name).is_some();
        let (address, meta, status, by) = if has("Addr") {
            let Grpc { address, .. } = parsed(fields)?;
            (address, Meta::new(), Status::Up, None)
        } else if has("address") {
            let Json { id: said, address, meta, by, status } = parsed(fields)?;
            if said.is_some_and(|said| said != id.as_str()) {
                return Err(Unusable::OtherId);
            }
            let text = |(name, value): (String, Value)| Some((name, text(value)?));
            let count = meta.len();
            let meta: Meta = meta.into_iter().filter_map(text).collect();
            if meta.len() < count {
                return Err(Unusable::NoRecord);
            }
            (address, meta, status, by)
        } else {
            let Skydns { host, port, priority, weight, text, .. } = parsed(fields)?;
            let numbers = [("priority", priority), ("weight", weight)].into_iter().filter(|(_, number)| *number != 0);
            let numbers = numbers.map(|(name, number)| (name.to_owned(), number.to_string().into()));
            let text = (!text.is_empty()).then(|| ("text".to_owned(), text));
            let host = if host.contains(":") { format!("[{host}]") } else { host.to_string() };
            (format!("{host}:{port}").into(), numbers.chain(text).collect(), Status::Up, None)
        };
        check_meta(&meta)?;
        let address = std::str::from_utf8(address.raw())
            .ok()
            .and_then(|text| text.parse().ok())
            .ok_or(Unusable::Address(address))?;
        Ok(Self { service, id, address, meta, status, by })
    }
}

fn parsed<T: for<'de> Deserialize<'de>>(fields: Value) -> Result<T, Unusable> {
    serde_json::from_value(fields).map_err(|_| Unusable::NoRecord)
}

fn json(text: &Text) -> Value {
    serde_json::to_value(text).unwrap_or_default()
}

/// Metadata that another program wrote as a number or a truth value is the text of that.
fn text(value: Value) -> Option<Text> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Bool(truth) => Some(truth.to_string().into()),
        Value::Null | Value::Array(_) => None,
        bytes @ Value::Object(_) => serde_json::from_value(bytes).ok(),
    }
}

/// The form that a value seems to have.
pub(super) fn form_of(value: &[u8]) -> Option<&'static str> {
    let fields: Value = serde_json::from_slice(value).ok()?;
    let forms = [("Addr", "grpc"), ("address", "json"), ("host", "skydns")];
    forms.into_iter().find(|(field, _)| fields.get(field).is_some()).map(|(_, form)| form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Time;

    fn instance() -> Instance {
        let meta = [("zone", "b"), ("weight", "3"), ("text", "hello")];
        Instance {
            service: "web".parse().expect("a service"),
            id: "web-1".parse().expect("an id"),
            address: "10.0.0.7:80".parse().expect("an address"),
            meta: meta.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect(),
            status: Status::Draining,
            by: Some(By { host: "h".into(), boot: "b".into(), pid: 7, pid_ns: "n".into(), since: Time::default() }),
        }
    }

    fn decode(value: &str) -> Result<Instance, Unusable> {
        Instance::decode("web".parse().expect("a service"), "web-1".parse().expect("an id"), value.as_bytes())
    }

    #[test]
    fn each_form_is_written_and_read() {
        let one = instance();
        let written = String::from_utf8(one.encode(Form::Json)).expect("text");
        assert_eq!(decode(&written), Ok(one.clone()), "{written}");
        assert_eq!(one.encode(Form::Grpc), br#"{"Op":0,"Addr":"10.0.0.7:80","Metadata":null}"#);
        let bare = Instance { meta: Meta::new(), status: Status::Up, by: None, ..one.clone() };
        assert_eq!(decode(r#"{"Op":0,"Addr":"10.0.0.7:80","Metadata":null}"#), Ok(bare.clone()));
        let written = String::from_utf8(one.encode(Form::Skydns { ttl: 30 })).expect("text");
        assert_eq!(written, r#"{"host":"10.0.0.7","port":80,"weight":3,"ttl":30,"text":"hello"}"#);
        let read = decode(&written).expect("a record");
        assert_eq!((read.weight(), read.address), (3, one.address));
        assert_eq!(decode(r#"{"address":"10.0.0.7:80"}"#), Ok(bare));
        let read = decode(r#"{"address":"10.0.0.7:80","meta":{"n":1,"b":true}}"#).expect("a record");
        assert!(read.has(&Meta::from([("n".to_owned(), "1".into()), ("b".to_owned(), "true".into())])));
    }

    #[test]
    fn what_is_no_record_is_not_used() {
        for (value, why) in [
            ("", "not a record"),
            ("null", "not a record"),
            ("[]", "not a record"),
            ("10.0.0.7:80", "not a record"),
            (r#"{"address":7}"#, "not a record"),
            (r#"{"address":"1.2.3.4:80; }"}"#, "can't be used"),
            (r#"{"Op":0,"Addr":"x y:80","Metadata":null}"#, "can't be used"),
            (r#"{"host":"10.0.0.7"}"#, "can't be used"),
            (r#"{"id":"other","address":"10.0.0.7:80"}"#, "another one than its key"),
            (r#"{"address":"10.0.0.7:80","meta":{"a b":"c"}}"#, "is not a name"),
            (r#"{"address":"10.0.0.7:80","meta":{"a":[]}}"#, "not a record"),
            (r#"{"address":"10.0.0.7:80","meta":{"a.b":"1","a_b":"2"}}"#, "both ETCDPAT_META_A_B"),
            (r#"{"address":"10.0.0.7:80","meta":{"a":"x\u0000"}}"#, "NUL"),
        ] {
            let refused = decode(value).expect_err(value);
            assert!(refused.to_string().contains(why), "{value}: {refused}");
        }
    }
}
