//! Help as it is read: a command's own options and its examples; of the options that every command has, one short list.
//!
//! `etcdpat --help` explains those; every other page names them.

use clap::{Arg, Command};

/// Under this heading stand the options that every command has.
pub(super) const GLOBAL: &str = "Global options";
/// How many examples stand in the short help.
const EXAMPLES: usize = 2;
/// The longest line of names.
const WIDTH: usize = 76;

/// The whole definition, with help as it is read.
pub(super) fn arrange(command: Command) -> Command {
    let globals: Vec<_> = globals(&command).cloned().collect();
    let named = format!("{GLOBAL} (`etcdpat --help` explains them):\n{}", names(&globals));
    let command = below(with_examples(command), &globals, &named);
    let explained = with_names(command.mut_args(|arg| hide(arg, true, false)), &named);
    explained.after_long_help(None)
}

/// All commands below this one, with the options that every command has named instead of explained.
fn below(command: Command, globals: &[Arg], named: &str) -> Command {
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| below(shorten(with_examples(sub), globals, named), globals, named))
    })
}

fn shorten(mut command: Command, globals: &[Arg], named: &str) -> Command {
    // clap would add them itself, with their help.
    for global in globals {
        let is_here = command.get_arguments().any(|arg| arg.get_long() == global.get_long());
        command = if is_here { command } else { command.arg(global.clone()) };
    }
    with_names(command.mut_args(|arg| hide(arg, true, true)), named).after_long_help(named.to_owned())
}

/// Hides what every command has: in the short help, in the long one.
fn hide(arg: Arg, short: bool, long: bool) -> Arg {
    match arg.get_help_heading() {
        Some(GLOBAL) => arg.hide_short_help(short).hide_long_help(long),
        _ => arg,
    }
}

/// The same with the names of the options that every command has at the end of the short help.
fn with_names(command: Command, named: &str) -> Command {
    let short = command.get_after_help().map_or_else(|| named.to_owned(), |examples| format!("{examples}\n\n{named}"));
    command.after_help(short)
}

/// The same with its first examples in the short help, too, and with paragraphs as wide as the terminal.
fn with_examples(command: Command) -> Command {
    let Some(about) = command.get_long_about().map(ToString::to_string) else { return command };
    let examples: Vec<_> = examples(&about).take(EXAMPLES).collect();
    let command = command.long_about(flowing(&about));
    if examples.is_empty() { command } else { command.after_help(format!("Examples:\n{}", examples.join("\n"))) }
}

/// A help text whose paragraphs are a line each: what is indented keeps its lines.
fn flowing(about: &str) -> String {
    let mut flowing = String::new();
    let mut in_paragraph = false;
    for line in about.lines() {
        let is_prose = !line.is_empty() && !line.starts_with(' ');
        if !flowing.is_empty() {
            flowing.push(if in_paragraph && is_prose { ' ' } else { '\n' });
        }
        flowing.push_str(line);
        in_paragraph = is_prose && !line.ends_with(':');
    }
    flowing
}

/// The examples in a help text: each a line, or several that are continued.
pub(super) fn examples(about: &str) -> impl Iterator<Item = String> {
    let lines = about.lines().skip_while(|line| *line != "Examples:").skip(1);
    let mut lines = lines.take_while(|line| line.starts_with("  "));
    std::iter::from_fn(move || {
        let mut example = lines.next()?.to_owned();
        while example.ends_with('\\') {
            example = example + "\n" + lines.next()?;
        }
        Some(example)
    })
}

fn globals(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| arg.get_help_heading() == Some(GLOBAL))
}

/// The names of the options that every command has, in lines.
fn names(globals: &[Arg]) -> String {
    let names = globals.iter().filter_map(|arg| {
        let short = arg.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
        let value =
            arg.get_value_names().filter(|_| arg.get_action().takes_values()).map(|names| format!(" <{}>", names[0]));
        Some(format!("{short}--{}{}", arg.get_long()?, value.unwrap_or_default()))
    });
    let lines = names.fold(vec![String::new()], |mut lines, name| {
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.len() + name.len() < WIDTH => line.extend(["  ", &name]),
            _ => lines.push(format!("  {name}")),
        }
        lines
    });
    lines.join("\n")
}
