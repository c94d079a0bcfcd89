//! A template as the engine gets it: the same text, with filters of ours where the engine would do something else than is
//! wanted of values that come from JSON.
//!
//! - A number that keeps its digits is no number for the engine: before it is calculated or compared, it is made one.
//! - A text that is put together of values has them in JSON's spelling, not in Python's.
//! - Where a default is given, or it is asked whether a name is there, what it lies in need not be there either.
//!
//! What must stay true: a line stays the line that it was, so that errors name the right one; a text that can't be read is
//! left as it is, so that the engine itself says what is wrong; what is undefined stays that, for the engine to refuse.

use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, Stmt, UnaryOpKind};
use minijinja::machinery::parse;
use minijinja::syntax::SyntaxConfig;

/// A number, or a list of numbers, to be calculated with.
pub(super) const NUMBER: &str = "etcdpat_number";
/// The same where all are to be compared with one another, and then shown.
pub(super) const ORDERED: &str = "etcdpat_ordered";
/// A value as a text.
pub(super) const TEXT: &str = "etcdpat_text";
/// A list of values as a list of texts.
pub(super) const TEXTS: &str = "etcdpat_texts";
/// An empty folder where there is none.
pub(super) const FOLDER: &str = "etcdpat_folder";

/// The text that the engine gets.
pub(super) fn rewritten(name: &str, text: &str, syntax: SyntaxConfig) -> String {
    let Ok(template) = parse(text, name, syntax) else { return text.to_owned() };
    let mut rewriting = Rewriting { text, inserts: Vec::new() };
    rewriting.statements(&template);
    rewriting.applied()
}

/// What is put in, and where.
struct Rewriting<'t> {
    text: &'t str,
    inserts: Vec<(usize, String)>,
}

impl Rewriting<'_> {
    fn applied(mut self) -> String {
        let text = self.text;
        self.inserts.sort_by_key(|(at, _)| *at);
        let (mut out, mut done) = (String::with_capacity(text.len()), 0);
        for (at, insert) in self.inserts {
            out += text.get(done..at).unwrap_or_default();
            out += &insert;
            done = at;
        }
        out + text.get(done..).unwrap_or_default()
    }

    /// All statements in a template. A row of `elif` is as deep as it is long: no statement is a call of this function.
    fn statements<'a>(&mut self, template: &'a Stmt<'a>) {
        let mut left = vec![template];
        while let Some(statement) = left.pop() {
            match statement {
                Stmt::Template(template) => left.extend(&template.children),
                Stmt::EmitExpr(emit) => self.expression(&emit.expr),
                Stmt::ForLoop(each) => {
                    self.expression(&each.iter);
                    each.filter_expr.iter().for_each(|filter| self.expression(filter));
                    left.extend(each.body.iter().chain(&each.else_body));
                }
                Stmt::IfCond(condition) => {
                    self.expression(&condition.expr);
                    left.extend(condition.true_body.iter().chain(&condition.false_body));
                }
                Stmt::WithBlock(with) => {
                    with.assignments.iter().for_each(|(_, value)| self.expression(value));
                    left.extend(&with.body);
                }
                Stmt::Set(set) => self.expression(&set.expr),
                Stmt::SetBlock(set) => {
                    set.filter.iter().for_each(|filter| self.expression(filter));
                    left.extend(&set.body);
                }
                Stmt::AutoEscape(escape) => left.extend(&escape.body),
                Stmt::FilterBlock(filter) => {
                    self.expression(&filter.filter);
                    left.extend(&filter.body);
                }
                Stmt::Macro(declared) => {
                    declared.defaults.iter().for_each(|value| self.expression(value));
                    left.extend(&declared.body);
                }
                Stmt::CallBlock(block) => {
                    arguments(&block.call.args).for_each(|argument| self.expression(argument));
                    left.extend(&block.macro_decl.body);
                }
                Stmt::Do(call) => arguments(&call.call.args).for_each(|argument| self.expression(argument)),
                Stmt::EmitRaw(_) => {}
            }
        }
    }

    /// An expression, and all that are in it, which may be as many as a tag has bytes.
    fn expression<'a>(&mut self, expression: &'a Expr<'a>) {
        let mut left = vec![expression];
        while let Some(expression) = left.pop() {
            match expression {
                Expr::BinOp(both) => {
                    match both.op {
                        BinOpKind::ScAnd | BinOpKind::ScOr => {}
                        BinOpKind::Concat => self.operands([&both.left, &both.right], TEXT),
                        _ => self.operands([&both.left, &both.right], NUMBER),
                    }
                    left.extend([&both.left, &both.right]);
                }
                Expr::Compare(compare) => {
                    let all = || [&compare.expr].into_iter().chain(compare.ops.iter().map(|op| &op.expr));
                    self.operands(all(), NUMBER);
                    left.extend(all());
                }
                Expr::UnaryOp(one) => {
                    if matches!(one.op, UnaryOpKind::Neg) {
                        self.operands([&one.expr], NUMBER);
                    }
                    left.push(&one.expr);
                }
                Expr::Filter(filter) => {
                    if let Some(value) = &filter.expr {
                        self.filtered(filter.name, value, &filter.args);
                        left.push(value);
                    }
                    left.extend(arguments(&filter.args));
                }
                Expr::Test(test) => {
                    if matches!(test.name, "defined" | "undefined") {
                        self.lenient(&test.expr);
                    } else {
                        self.operands([&test.expr].into_iter().chain(arguments(&test.args)), NUMBER);
                    }
                    left.push(&test.expr);
                    left.extend(arguments(&test.args));
                }
                Expr::Call(call) => {
                    if matches!(&call.expr, Expr::Var(function) if function.id == "range") {
                        self.operands(arguments(&call.args), NUMBER);
                    }
                    left.push(&call.expr);
                    left.extend(arguments(&call.args));
                }
                Expr::IfExpr(choice) => {
                    left.extend([&choice.test_expr, &choice.true_expr]);
                    left.extend(&choice.false_expr);
                }
                Expr::GetAttr(attribute) => left.push(&attribute.expr),
                Expr::GetItem(item) => left.extend([&item.expr, &item.subscript_expr]),
                Expr::Slice(slice) => {
                    left.push(&slice.expr);
                    left.extend([&slice.start, &slice.stop, &slice.step].into_iter().flatten());
                }
                Expr::List(list) => left.extend(&list.items),
                Expr::Tuple(tuple) => left.extend(&tuple.items),
                Expr::Map(map) => left.extend(map.keys.iter().chain(&map.values)),
                Expr::Var(_) | Expr::Const(_) => {}
            }
        }
    }

    /// What a filter is given.
    fn filtered(&mut self, name: &str, value: &Expr<'_>, args: &[CallArg<'_>]) {
        match name {
            "default" | "d" => self.lenient(value),
            "int" | "float" | "round" | "abs" | "sum" => self.operands([value], NUMBER),
            "min" | "max" | "sort" | "unique" => self.operands([value], ORDERED),
            // The attribute of each that may be named beside it is for the engine.
            "join" if args.len() <= 1 && !matches!(args.first(), Some(CallArg::Kwarg("attribute", _))) => {
                self.operands([value], TEXTS);
            }
            "string" | "upper" | "lower" | "title" | "capitalize" | "replace" | "trim" | "indent" | "split"
            | "lines" | "escape" | "e" => self.operands([value], TEXT),
            _ => {}
        }
    }

    /// Values that are given to an operator go through a filter.
    fn operands<'a>(&mut self, operands: impl IntoIterator<Item = &'a Expr<'a>>, filter: &str) {
        let mut left: Vec<_> = operands.into_iter().collect();
        while let Some(operand) = left.pop() {
            match operand {
                Expr::Var(_)
                | Expr::GetAttr(_)
                | Expr::GetItem(_)
                | Expr::Slice(_)
                | Expr::Call(_)
                | Expr::Filter(_) => {
                    self.wrap(operand, filter);
                }
                // One of these is the result.
                Expr::IfExpr(choice) => {
                    left.push(&choice.true_expr);
                    left.extend(&choice.false_expr);
                }
                Expr::BinOp(both) if matches!(both.op, BinOpKind::ScAnd | BinOpKind::ScOr) => {
                    left.extend([&both.left, &both.right]);
                }
                Expr::List(list) if filter == NUMBER => left.extend(&list.items),
                Expr::Tuple(tuple) if filter == NUMBER => left.extend(&tuple.items),
                Expr::List(_) => self.wrap(operand, filter),
                Expr::Const(constant) if filter == TEXT && constant.value.as_str().is_none() => {
                    self.wrap(operand, filter);
                }
                Expr::Test(_) if filter == TEXT => self.wrap(operand, filter),
                // They bind less than a filter does, so they stand in brackets.
                Expr::BinOp(_) | Expr::Compare(_) | Expr::UnaryOp(_) if filter == TEXT => self.after(operand, filter),
                _ => {}
            }
        }
    }

    /// What the last name of a row lies in, may be missing.
    fn lenient(&mut self, mut expression: &Expr<'_>) {
        loop {
            expression = match expression {
                Expr::GetAttr(attribute) => &attribute.expr,
                Expr::GetItem(item) => &item.expr,
                _ => return,
            };
            if matches!(expression, Expr::Var(_) | Expr::GetAttr(_) | Expr::GetItem(_)) {
                self.wrap(expression, FOLDER);
            }
        }
    }

    fn after(&mut self, expression: &Expr<'_>, filter: &str) {
        let end = expression.span().end_offset as usize;
        let rest = self.text.get(end..).unwrap_or_default();
        if let Some(behind) = rest.trim_start().strip_prefix(')') {
            self.inserts.push((self.text.len() - behind.len(), format!("|{filter}")));
        }
    }

    fn wrap(&mut self, expression: &Expr<'_>, filter: &str) {
        self.inserts.push((start(expression), "(".to_owned()));
        self.inserts.push((expression.span().end_offset as usize, format!("|{filter})")));
    }
}

/// Where an expression begins. Brackets before that are left out: `((a).b|f)` is what it is wherever the first one was put.
fn start(mut expression: &Expr<'_>) -> usize {
    loop {
        expression = match expression {
            Expr::GetAttr(attribute) => &attribute.expr,
            Expr::GetItem(item) => &item.expr,
            Expr::Slice(slice) => &slice.expr,
            Expr::Call(call) => &call.expr,
            Expr::Test(test) => &test.expr,
            Expr::BinOp(both) => &both.left,
            Expr::Compare(compare) => &compare.expr,
            Expr::IfExpr(choice) => &choice.true_expr,
            Expr::Filter(filter) => match &filter.expr {
                Some(value) => value,
                None => return expression.span().start_offset as usize,
            },
            _ => return expression.span().start_offset as usize,
        }
    }
}

fn arguments<'a>(args: &'a [CallArg<'a>]) -> impl Iterator<Item = &'a Expr<'a>> {
    args.iter().map(|arg| match arg {
        CallArg::Pos(value) | CallArg::Kwarg(_, value) | CallArg::PosSplat(value) | CallArg::KwargSplat(value) => value,
    })
}
