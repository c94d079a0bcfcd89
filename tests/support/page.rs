//! A page of the documentation: its blocks, and what comments that no reader sees say about them.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A block of a page.
pub struct Block {
    /// Where it stands, for messages.
    pub line: usize,
    pub kind: Kind,
}

pub enum Kind {
    /// `<!-- before: COMMANDS -->`: what a reader has done already, or does in another terminal.
    Hidden(String),
    /// A script: each command ends with 0.
    Script(String),
    /// `<!-- runs until it is stopped -->` stands before it: so does each of its lines.
    Endless(String),
    /// Each command line with what it prints. Where `<!-- runs until it is stopped -->` stands before it, the last does.
    Session { exchanges: Vec<Exchange>, endless: bool },
    /// `<!-- printed in the background -->` stands before it.
    Elsewhere(String),
    /// `<!-- file: NAME -->` stands before it: what the reader writes into that file.
    File { name: String, text: String },
    /// `<!-- not run: REASON -->` stands before it.
    NotRun(String),
    /// Nothing says what becomes of it: its language.
    Unknown(String),
}

/// A command line of a session, and the lines under it.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    pub command: String,
    pub output: Vec<String>,
}

/// The blocks of a page in their order.
pub fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut said, mut language) = (Vec::new(), None, None);
    let mut gathered = String::new();
    for (event, range) in Parser::new(text).into_offset_iter() {
        let line = text[..range.start].lines().count() + 1;
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                language = Some(info.into_string());
                gathered.clear();
            }
            Event::Start(Tag::HtmlBlock) => gathered.clear(),
            Event::Text(text) if language.is_some() => gathered.push_str(&text),
            Event::Html(text) => gathered.push_str(&text),
            Event::End(TagEnd::CodeBlock) if language.is_some() => {
                let kind = kind(&language.take().unwrap(), &gathered, said.take());
                blocks.push(Block { line, kind });
            }
            Event::End(TagEnd::HtmlBlock) => {
                let comment = gathered.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
                let Some(comment) = comment.map(str::trim) else { continue };
                match comment.strip_prefix("before:") {
                    Some(hidden) => blocks.push(Block { line, kind: Kind::Hidden(hidden.trim().to_owned()) }),
                    None => said = Some(comment.to_owned()),
                }
            }
            _ => {}
        }
    }
    blocks
}

fn kind(language: &str, text: &str, said: Option<String>) -> Kind {
    let said = said.as_deref().unwrap_or("");
    let after = |word: &str| said.strip_prefix(word).map(|rest| rest.trim().to_owned());
    let endless = said == "runs until it is stopped";
    match (after("not run:"), after("file:"), language) {
        (Some(reason), ..) => Kind::NotRun(reason),
        (_, Some(name), _) => Kind::File { name, text: text.to_owned() },
        _ if said == "printed in the background" => Kind::Elsewhere(text.to_owned()),
        (.., "bash") if endless => Kind::Endless(text.to_owned()),
        (.., "bash") => Kind::Script(text.to_owned()),
        (.., "console") => Kind::Session { exchanges: exchanges(text), endless },
        (.., "text") => Kind::NotRun("text".to_owned()),
        _ => Kind::Unknown(language.to_owned()),
    }
}

fn exchanges(text: &str) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("$ "), exchanges.last_mut()) {
            (Some(command), _) => exchanges.push(Exchange { command: command.to_owned(), output: Vec::new() }),
            (None, Some(last)) => last.output.push(line.to_owned()),
            (None, None) => panic!("a session begins with `$ `: {line}"),
        }
    }
    exchanges
}
