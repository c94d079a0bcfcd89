//! What is compared, and how it is sent.
//!
//! etcd compares with `=`, `!=`, `<` and `>`; `>=` and `<=` do not exist there. What must stay true: what is sent in
//! their place is the same for every stored value, at the ends of the number range and for all byte strings.

use std::cmp::Ordering;
use std::fmt;

use etcd_client::{Compare as SentCompare, CompareOp};
use serde::Deserialize;

use crate::event::LeaseId;

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// Of this key.
    pub key: Vec<u8>,
    /// How.
    pub operator: Operator,
    /// What of it, and with what.
    pub operand: Operand,
}

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[allow(missing_docs)]
pub enum Operator {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = "!=")]
    NotEqual,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = ">")]
    Greater,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">=")]
    AtLeast,
}

/// What is compared with: the target, and the right hand side. The numbers of a missing key are 0; nothing holds of the
/// value of one, nor of its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The value, byte by byte.
    Value(Vec<u8>),
    /// How often the key was written since it was made.
    Version(i64),
    /// The revision at which it was made.
    Create(i64),
    /// The revision at which it was last written.
    Mod(i64),
    /// The lease that it stands on; 0 for none.
    Lease(LeaseId),
    /// The value as a decimal integer.
    Int(i64),
}

/// A comparison as the server can do it.
#[derive(Clone, Debug)]
pub(super) enum Sent {
    /// It holds whatever is stored.
    Always,
    /// It is this one.
    One(SentCompare),
    /// It holds where the key exists and its value is not below. This takes a transaction within one: no single
    /// comparison says "not below", since a byte string has no greatest string before it.
    NotBelow { exists: SentCompare, below: SentCompare },
}

impl Operator {
    /// All six.
    pub const ALL: [Self; 6] = [Self::Equal, Self::NotEqual, Self::Less, Self::Greater, Self::AtMost, Self::AtLeast];

    /// Whether it holds of two things that compare like this.
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::Greater => ordering.is_gt(),
            Self::AtMost => ordering.is_le(),
            Self::AtLeast => ordering.is_ge(),
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::Greater => ">",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
        }
    }

    /// The operator that is written like this.
    pub(super) fn from_symbol(symbol: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|operator| operator.symbol().as_bytes() == symbol)
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}

impl Compare {
    /// As the server can do it; nothing for `int()`, which the client decides.
    pub(super) fn sent(&self) -> Option<Sent> {
        let key = || self.key.clone();
        Some(match &self.operand {
            Operand::Value(value) => self.value(value),
            Operand::Version(number) => self.number(*number, |op, number| SentCompare::version(key(), op, number)),
            Operand::Create(number) => {
                self.number(*number, |op, number| SentCompare::create_revision(key(), op, number))
            }
            Operand::Mod(number) => self.number(*number, |op, number| SentCompare::mod_revision(key(), op, number)),
            Operand::Lease(lease) => self.number(lease.0, |op, number| SentCompare::lease(key(), op, number)),
            Operand::Int(_) => return None,
        })
    }

    /// Between two neighbours lies no integer: `>= N` is `> N-1`, and what has no neighbour is always so.
    fn number(&self, number: i64, compare: impl Fn(CompareOp, i64) -> SentCompare) -> Sent {
        let (op, number) = match self.operator {
            Operator::Equal => (CompareOp::Equal, Some(number)),
            Operator::NotEqual => (CompareOp::NotEqual, Some(number)),
            Operator::Less => (CompareOp::Less, Some(number)),
            Operator::Greater => (CompareOp::Greater, Some(number)),
            Operator::AtMost => (CompareOp::Less, number.checked_add(1)),
            Operator::AtLeast => (CompareOp::Greater, number.checked_sub(1)),
        };
        number.map_or(Sent::Always, |number| Sent::One(compare(op, number)))
    }

    /// The least string after V is V with a NUL, so `<= V` is `< V\0`; and `>= V\0` is `> V`. What does not end in NUL
    /// has no greatest string before it, but the empty string, which has none at all.
    fn value(&self, value: &[u8]) -> Sent {
        let compare = |op, value: &[u8]| SentCompare::value(self.key.clone(), op, value);
        let exists = || SentCompare::version(self.key.clone(), CompareOp::Greater, 0);
        Sent::One(match (self.operator, value) {
            (Operator::Equal, _) => compare(CompareOp::Equal, value),
            (Operator::NotEqual, _) => compare(CompareOp::NotEqual, value),
            (Operator::Less, _) => compare(CompareOp::Less, value),
            (Operator::Greater, _) => compare(CompareOp::Greater, value),
            (Operator::AtMost, _) => compare(CompareOp::Less, &[value, b"\0"].concat()),
            (Operator::AtLeast, []) => exists(),
            (Operator::AtLeast, [before @ .., 0]) => compare(CompareOp::Greater, before),
            (Operator::AtLeast, _) => {
                return Sent::NotBelow { exists: exists(), below: compare(CompareOp::Less, value) };
            }
        })
    }

    /// Whether it takes a transaction within one.
    pub(super) fn nests(&self) -> bool {
        matches!(self.sent(), Some(Sent::NotBelow { .. }))
    }
}
