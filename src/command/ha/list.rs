//! `ha list`.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{HaEvent, Shape};
use crate::options::Global;
use crate::pattern::ha;
use crate::report::Stdout;

/// Show all services that have nodes: active-passive ones and sharded groups
///
/// Examples:
///   etcdpat ha list
///   etcdpat ha list --shape sharded
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ListArgs {
    /// Only those of this shape
    #[arg(long, value_parser = shape())]
    shape: Option<Shape>,
    /// Their names alone, a line each
    #[arg(long)]
    names: bool,
}

fn shape() -> impl TypedValueParser<Value = Shape> {
    let of = |name: &str| Shape::ALL.into_iter().find(|shape| shape.name() == name);
    PossibleValuesParser::new(Shape::ALL.map(Shape::name)).try_map(move |name| of(&name).ok_or("no such shape"))
}

pub(super) fn run(global: &Global, args: &ListArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let mut rows = ha::list(&context.client()?, &global.state_root()).await?;
        rows.retain(|row| args.shape.is_none_or(|shape| row.shape == shape));
        if args.names && !context.reporter.is_json() {
            // One name may have both shapes.
            rows.dedup_by(|one, other| one.name == other.name);
            context.reporter.names(rows.iter().map(|row| row.name.raw()));
        } else {
            context.reporter.rows(rows.into_iter().map(HaEvent::Entry));
        }
        Ok(ExitCode::Done)
    })
}
