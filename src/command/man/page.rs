//! A manual page: clap_mangen's name, options and subcommands; a synopsis, a description and examples of our own, because
//! clap_mangen leaves `--` out of the first, and fills the last like prose.

use std::io::{self, Write};

use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, roman};

/// What the pages are of.
const SOURCE: &str = concat!("etcdpat ", env!("CARGO_PKG_VERSION"));
/// How long a line of an example may be: 80 columns, less what it is indented by.
const WIDTH: usize = 68;

/// Writes the page of a command of a definition that is built.
pub(super) fn write(command: &Command, into: &mut impl Write) -> io::Result<()> {
    let is_first = command.get_after_long_help().is_none();
    let page = clap_mangen::Man::new(command.clone().mut_args(|arg| shown(arg, is_first))).source(SOURCE);
    let text = command.get_long_about().or_else(|| command.get_about()).map(ToString::to_string).unwrap_or_default();
    page.render_title(into)?;
    page.render_name_section(into)?;
    synopsis(command).to_writer(into)?;
    section("DESCRIPTION", &text, |kind| kind == Kind::Other).to_writer(into)?;
    page.render_options_section(into)?;
    if let Some(named) = command.get_after_long_help() {
        global_options(&named.to_string()).to_writer(into)?;
    }
    if command.has_subcommands() {
        page.render_subcommands_section(into)?;
    }
    section("EXAMPLES", &text, |kind| kind == Kind::Examples).to_writer(into)?;
    section("EXIT STATUS", &text, |kind| kind == Kind::ExitCodes).to_writer(into)?;
    if is_first { page.render_version_section(into) } else { Ok(()) }
}

/// Options that every command has are explained on the first page alone.
fn shown(arg: Arg, is_first: bool) -> Arg {
    let is_global = arg.get_help_heading().is_some();
    if is_global { arg.hide_short_help(false).hide(!is_first) } else { arg }
}

/// As clap has it in help.
fn synopsis(command: &Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let usage = command.clone().render_usage().to_string();
    for (index, line) in usage.trim_start_matches("Usage:").lines().enumerate() {
        let rest = line.trim().strip_prefix(name).unwrap_or_default();
        if index > 0 {
            roff.control("br", []);
        }
        roff.text([bold(name), roman(rest)]);
    }
    roff
}

/// What a paragraph of a help text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Examples,
    ExitCodes,
    Other,
}

/// The paragraphs of a help text that are of a kind; nothing where there are none.
fn section(title: &str, text: &str, is_here: impl Fn(Kind) -> bool) -> Roff {
    let paragraphs = text.split("\n\n").map(|paragraph| match paragraph {
        paragraph if paragraph.starts_with("Examples:\n") => (Kind::Examples, paragraph),
        paragraph if paragraph.starts_with("Exit codes: ") => (Kind::ExitCodes, paragraph),
        paragraph => (Kind::Other, paragraph),
    });
    let wanted: Vec<_> = paragraphs.filter(|(kind, _)| is_here(*kind)).collect();
    let mut roff = Roff::new();
    if wanted.is_empty() {
        return roff;
    }
    roff.control("SH", [title]);
    for (kind, paragraph) in wanted {
        roff.control("PP", []);
        let paragraph = match kind {
            Kind::Examples => paragraph.trim_start_matches("Examples:\n"),
            Kind::ExitCodes => paragraph.trim_start_matches("Exit codes: "),
            Kind::Other => paragraph,
        };
        add(&mut roff, paragraph);
    }
    roff
}

/// Adds a paragraph: prose, and lines that stay as they are, which are indented.
fn add(roff: &mut Roff, paragraph: &str) {
    let mut is_filled = true;
    // What is continued is broken anew.
    let mut parts = paragraph.split("\\\n");
    let first = parts.next().unwrap_or_default().to_owned();
    let paragraph = parts.fold(first, |joined, part| joined + part.trim_start());
    for line in paragraph.lines() {
        let kept = line.strip_prefix("  ");
        if kept.is_some() == is_filled {
            is_filled = kept.is_none();
            if is_filled {
                roff.control("fi", []).control("RE", []);
            } else {
                roff.control("RS", ["4"]).control("nf", []);
            }
        }
        for line in kept.map_or_else(|| vec![line.to_owned()], fitting) {
            roff.text([roman(line)]);
        }
    }
    if !is_filled {
        roff.control("fi", []).control("RE", []);
    }
}

/// A line that is not filled, in lines that fit: of a command line the comment before it, and broken before options; of a
/// table what stands in its second column below the first.
fn fitting(line: &str) -> Vec<String> {
    match line.split_once("  ") {
        _ if line.len() <= WIDTH => return vec![line.to_owned()],
        _ if line.starts_with("etcdpat") => {}
        Some((term, text)) => return vec![term.to_owned(), format!("    {}", text.trim_start())],
        None => return vec![line.to_owned()],
    }
    let (line, comment) = match line.split_once(" # ") {
        Some((line, comment)) => (line.trim_end(), Some(format!("# {comment}"))),
        None => (line, None),
    };
    let mut lines = vec![String::new()];
    for part in line.split_inclusive(' ').fold(Vec::new(), by_option) {
        let is_full = lines.last().is_some_and(|last| !last.is_empty() && last.len() + part.len() > WIDTH - 2);
        if is_full {
            lines.last_mut().into_iter().for_each(|last| *last += "\\");
            lines.push("    ".to_owned());
        }
        lines.last_mut().into_iter().for_each(|last| *last += &part);
    }
    comment.into_iter().chain(lines).collect()
}

/// Words in parts that stay together: each begins with an option outside of quotes.
fn by_option(mut parts: Vec<String>, word: &str) -> Vec<String> {
    let is_quoted = parts.last().is_some_and(|part| part.matches('\'').count() % 2 + part.matches('"').count() % 2 > 0);
    match parts.last_mut() {
        Some(part) if is_quoted || !word.starts_with('-') => *part += word,
        _ => parts.push(word.to_owned()),
    }
    parts
}

/// The names of the options that every command has.
fn global_options(named: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["GLOBAL OPTIONS"]);
    roff.text([roman("These are explained in "), bold("etcdpat"), roman("(1):")]);
    roff.control("PP", []);
    let names: Vec<_> =
        named.lines().skip(1).flat_map(|line| line.split("  ")).filter(|name| !name.is_empty()).collect();
    roff.text([Inline::Roman(names.join(", "))]);
    roff
}
