//! `etcdpat txn`: a transaction from flags, a file or etcdctl's text.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::context;
use crate::client::Options;
use crate::error::{ExitCode, Failure};
use crate::event::{Text, TxnBranch, TxnEvent};
use crate::options::{Global, file};
use crate::pattern::txn::{self, Malformed, Transaction};
use crate::report::Stdout;

/// The largest transaction that is read, in bytes: many times what etcd takes.
const LARGEST: u64 = 64 << 20;

/// Compare keys, and apply one of two lists of operations, at once or not at all.
///
/// --then is applied when every --if holds, else --else. Without --if, --then is. Words are quoted
/// as in a shell; a transaction can also come from a file (-f) or be etcdctl's text (-).
///
/// Comparisons, with = != < > <= >=:
///   value(K)                 byte by byte; never true of a missing key
///   version(K) create(K)     numbers; 0 for a missing key
///   mod(K) lease(K)          numbers, too; a lease is a hex id
///   int(K)                   the value as an integer; never of a missing key
///
/// Operations:
///   put K V [--lease ID]     no lease given: the key is on none afterwards
///   get K, del K             a range: K END (left out), K --prefix, K --from-key
///   add K N                  to an integer (0 where no key is); the lease stays
///
/// Examples:
///   etcdpat txn --if 'version(/once) = 0' --then 'put /once done' \
///       --else 'get /once'
///   etcdpat txn --if 'value(/counter) = 0' --then 'put /counter 1' \
///       --else 'get /counter'
///   etcdpat txn --then 'add /hits 1'  # exact, however many do it at once
///   etcdpat txn --if 'int(/account/a) >= 50' --then 'add /account/a -50' \
///       --then 'add /account/b 50' --then 'put /transfer/log "a to b: 50"' \
///       --else 'get /account/a'
///   etcdpat txn --guard "$ETCDPAT_LOCK@$ETCDPAT_FENCE" \
///       --then 'put /report/state done'
///   etcdpat txn -f transaction.json
///   printf '%s\n' 'mod("/k") > "0"' '' 'get /k' '' '' | etcdpat txn -
///
/// Exit codes: 0 then, 1 else, or a guard does not hold and nothing was applied; 2 bad input, not an
/// integer, or more than the server takes (nothing was changed); 121 authentication or permission,
/// 125 another failure: the message says so where it may have been applied all the same.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct TxnArgs {
    /// Apply it only while this lock is held with this fence; may be repeated
    #[arg(long = "guard", value_name = "NAME@FENCE", allow_hyphen_values = true)]
    guards: Vec<OsString>,
    /// A comparison; may be repeated, all have to hold
    #[arg(long = "if", value_name = "CMP", allow_hyphen_values = true)]
    compares: Vec<OsString>,
    /// An operation for when they hold; may be repeated
    #[arg(long = "then", value_name = "OP", allow_hyphen_values = true)]
    then: Vec<OsString>,
    /// An operation for when they don't; may be repeated
    #[arg(long = "else", value_name = "OP", allow_hyphen_values = true)]
    otherwise: Vec<OsString>,
    /// Read it from a JSON file; - is standard input
    #[arg(short, long, value_name = "FILE", conflicts_with_all = ["compares", "then", "otherwise", "text"])]
    file: Option<PathBuf>,
    /// Read it from standard input, as etcdctl's three blocks
    #[arg(value_name = "-", value_parser = PossibleValuesParser::new(["-"]), hide_possible_values = true,
        conflicts_with_all = ["compares", "then", "otherwise"])]
    text: Option<String>,
}

/// Commits the transaction.
pub fn run(global: &Global, args: TxnArgs) -> Result<ExitCode, Failure> {
    let (connection, transaction) = prepare(global, args)?;
    context::run(global, Stdout::Events, async |context| {
        let row = txn::commit(&context.connect(connection), &transaction).await?;
        let code = if row.branch == TxnBranch::Then { ExitCode::Done } else { ExitCode::No };
        context.emit(TxnEvent::Done(row));
        Ok(code)
    })
}

/// Reads and checks everything before anything is sent.
fn prepare(global: &Global, args: TxnArgs) -> Result<(Options, Transaction), Failure> {
    let TxnArgs { guards, compares, then, otherwise, file, text } = args;
    let mut transaction = match (file, text) {
        (Some(file), _) => from_file(global, &file)?,
        (None, Some(_)) => from_text(&standard_input(global)?)?,
        (None, None) => Transaction {
            guards: Vec::new(),
            compares: each("--if", compares, txn::parse_compare)?,
            then: each("--then", then, txn::parse_op)?,
            otherwise: each("--else", otherwise, txn::parse_op)?,
        },
    };
    for given in guards {
        let given = given.into_vec();
        let guard = txn::parse_guard(&given)
            .map_err(|what| Failure::usage(format!("--guard `{}`: {what}", Text::from(given))))?;
        transaction.guards.push(guard);
    }
    transaction.check().map_err(|invalid| {
        let failure = Failure::usage(invalid.to_string());
        match invalid {
            txn::Invalid::Empty => failure.hint("give --if, --then, --else; -f FILE; or - for etcdctl's text"),
            txn::Invalid::WrittenTwice(_) => failure.hint("etcd takes one write of each key in a transaction"),
            _ => failure,
        }
    })?;
    Ok((global.connection()?, transaction))
}

fn each<T>(flag: &str, given: Vec<OsString>, parse: impl Fn(&[u8]) -> Result<T, Malformed>) -> Result<Vec<T>, Failure> {
    let one = |given: OsString| {
        let given = given.into_vec();
        parse(&given).map_err(|malformed| Failure::usage(format!("{flag} `{}`: {malformed}", Text::from(given))))
    };
    given.into_iter().map(one).collect()
}

fn from_file(global: &Global, path: &Path) -> Result<Transaction, Failure> {
    let (name, text) = if path == Path::new("-") {
        ("standard input".to_owned(), standard_input(global)?)
    } else {
        (path.display().to_string(), file::named(path, LARGEST)?)
    };
    txn::parse_json(&text).map_err(|what| Failure::usage(format!("{name}: {what}")))
}

fn from_text(text: &[u8]) -> Result<Transaction, Failure> {
    txn::parse_blocks(text).map_err(|(line, malformed)| Failure::usage(format!("line {line}, {malformed}")))
}

fn standard_input(global: &Global) -> Result<Vec<u8>, Failure> {
    global.leave_standard_input_to("the transaction")?;
    file::standard_input(LARGEST)
}
