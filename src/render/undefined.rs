//! What a template has that nobody has given, by its whole name.

/// So many places of a line are looked at: a line may have megabytes.
const MOST: usize = 1000;
/// The longest key in brackets, in bytes.
const LONGEST_KEY: usize = 4096;

/// What is undefined, by its whole name as it stands in the line: the engine names the first part of it that is.
pub(super) fn undefined(detail: &str, line: &str) -> String {
    let from = detail.rfind("` is undefined").and_then(|end| Some((detail[..end].rfind('`')? + 1, end)));
    let Some((begin, end)) = from else { return detail.to_owned() };
    let (name, rest) = (&detail[begin..end], detail[end + 1..].trim_end_matches(')'));
    let mut whole = name;
    let is_inside = |at: usize| line[..at].ends_with(|c: char| c.is_alphanumeric() || "_.-".contains(c));
    for at in line.match_indices(name).map(|(at, _)| at).filter(|at| !is_inside(*at)).take(MOST) {
        let found = &line[at..at + reach(&line[at..])];
        if found.len() < name.len() {
            continue;
        }
        if let Some(bracketed) = dashed(found, &line[at + found.len()..]) {
            return format!("`{found}`{rest}: a name with a dash in it is written in brackets: {bracketed}");
        }
        whole = if found.len() > whole.len() { found } else { whole };
    }
    format!("`{whole}`{rest}")
}

/// How far a row of names and keys in brackets goes.
fn reach(text: &str) -> usize {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = text.find(|c| !is_name(c)).unwrap_or(text.len());
    loop {
        let rest = &text[at..];
        if let Some(name) = rest.strip_prefix('.').filter(|name| name.starts_with(is_name)) {
            at += 1 + name.find(|c| !is_name(c)).unwrap_or(name.len());
        } else if let Some(end) = rest.strip_prefix('[').and_then(key_end) {
            at += end + 2;
        } else {
            return at;
        }
    }
}

/// Where a key in brackets ends.
fn key_end(key: &str) -> Option<usize> {
    key.bytes().take(LONGEST_KEY).position(|byte| byte == b']')
}

/// `http["max-conns"]` for `http.max` with `-conns` behind it.
fn dashed(found: &str, behind: &str) -> Option<String> {
    let (folder, name) = found.rsplit_once('.')?;
    let is_more = behind.starts_with('-') && behind[1..].starts_with(|c: char| c.is_alphabetic());
    let end = behind.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(behind.len());
    let more = behind[..end].trim_end_matches('-');
    is_more.then(|| format!("{folder}[\"{name}{more}\"]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_looked_at_once() {
        // Of one row in brackets, and of names that only begin like it, each place would be a walk to the end: hours.
        for part in ["NaN", "a[", "a ", "a.b "] {
            let line = part.repeat((4 << 20) / part.len());
            assert!(undefined("`a` is undefined", &line).starts_with("`a"));
        }
    }
}
