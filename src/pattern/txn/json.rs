//! Transactions in a file (docs/guide/txn.md has the schema).
//!
//! What must stay true: what is not in the schema is refused.

use serde::Deserialize;
use serde_json::Value;

use super::{Compare, KeyRange, Op, Operand, Operator, Transaction};
use crate::event::{LeaseId, Text};
use crate::plain;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with if, then and else")]
struct File {
    #[serde(default, rename = "if")]
    compares: Vec<FileCompare>,
    #[serde(default)]
    then: Vec<FileOp>,
    #[serde(default, rename = "else")]
    otherwise: Vec<FileOp>,
}

#[derive(Deserialize)]
#[serde(tag = "target", rename_all = "lowercase", deny_unknown_fields, expecting = "an object")]
enum FileCompare {
    Value { key: Text, op: Operator, value: Text },
    Version { key: Text, op: Operator, value: i64 },
    Create { key: Text, op: Operator, value: i64 },
    Mod { key: Text, op: Operator, value: i64 },
    Lease { key: Text, op: Operator, value: Hex },
    Int { key: Text, op: Operator, value: i64 },
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase", deny_unknown_fields, expecting = "an object")]
enum FileOp {
    Put { key: Text, value: Text, lease: Option<Hex> },
    Get { key: Text, range_end: Option<Text>, prefix: Option<bool>, from_key: Option<bool> },
    Del { key: Text, range_end: Option<Text>, prefix: Option<bool>, from_key: Option<bool> },
    Add { key: Text, by: i64 },
}

/// A lease's id as a string.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Hex(LeaseId);

impl TryFrom<String> for Hex {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|error| format!("{error}"))
    }
}

/// Reads one. Guards are not part of it.
///
/// # Errors
/// What is wrong, and where.
pub fn parse_json(text: &[u8]) -> Result<Transaction, String> {
    let file = serde_json::from_slice(text).map_err(|error| plain::json(&error))?;
    if !has_objects(text) {
        return Err("expected an object with if, then and else, each a list of objects".to_owned());
    }
    let File { compares, then, otherwise } = file;
    Ok(Transaction {
        guards: Vec::new(),
        compares: compares.into_iter().map(FileCompare::compare).collect(),
        then: ops("then", then)?,
        otherwise: ops("else", otherwise)?,
    })
}

/// Whether all that is an object in the schema is one: serde takes a list of its values for it, too.
fn has_objects(text: &[u8]) -> bool {
    let Ok(Value::Object(file)) = serde_json::from_slice(text) else { return false };
    file.values().all(|list| list.as_array().is_some_and(|list| list.iter().all(Value::is_object)))
}

fn ops(list: &str, ops: Vec<FileOp>) -> Result<Vec<Op>, String> {
    let each = ops.into_iter().enumerate();
    each.map(|(index, op)| {
        op.op().ok_or_else(|| format!("{list}[{index}]: prefix, from_key and range_end exclude each other"))
    })
    .collect()
}

impl FileCompare {
    fn compare(self) -> Compare {
        let (key, operator, operand) = match self {
            Self::Value { key, op, value } => (key, op, Operand::Value(value.into_raw())),
            Self::Version { key, op, value } => (key, op, Operand::Version(value)),
            Self::Create { key, op, value } => (key, op, Operand::Create(value)),
            Self::Mod { key, op, value } => (key, op, Operand::Mod(value)),
            Self::Lease { key, op, value } => (key, op, Operand::Lease(value.0)),
            Self::Int { key, op, value } => (key, op, Operand::Int(value)),
        };
        Compare { key: key.into_raw(), operator, operand }
    }
}

impl FileOp {
    fn op(self) -> Option<Op> {
        Some(match self {
            Self::Put { key, value, lease } => {
                let lease = lease.map(|lease| lease.0).filter(|lease| lease.0 != 0);
                Op::Put { key: key.into_raw(), value: value.into_raw(), lease }
            }
            Self::Get { key, range_end, prefix, from_key } => {
                Op::Get { key: key.into_raw(), range: range(range_end, prefix, from_key)? }
            }
            Self::Del { key, range_end, prefix, from_key } => {
                Op::Delete { key: key.into_raw(), range: range(range_end, prefix, from_key)? }
            }
            Self::Add { key, by } => Op::Add { key: key.into_raw(), by },
        })
    }
}

fn range(end: Option<Text>, prefix: Option<bool>, from_key: Option<bool>) -> Option<KeyRange> {
    match (end, prefix.unwrap_or(false), from_key.unwrap_or(false)) {
        (None, false, false) => Some(KeyRange::One),
        (None, true, false) => Some(KeyRange::Prefix),
        (None, false, true) => Some(KeyRange::FromKey),
        (Some(end), false, false) => Some(KeyRange::Until(end.into_raw())),
        _ => None,
    }
}
