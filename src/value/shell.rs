//! Command lines that can be copied into a shell.

use super::Text;

/// A word as a shell takes it, on one line.
pub fn shell_word(word: &[u8]) -> Vec<u8> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-_=.:,@%+".contains(byte);
    if !word.is_empty() && word.iter().all(is_plain) {
        return word.to_vec();
    }
    if word.iter().any(u8::is_ascii_control) {
        let escaped = word.iter().flat_map(|&byte| match byte {
            b'\'' | b'\\' => vec![b'\\', byte],
            _ if byte.is_ascii_control() => format!("\\{byte:03o}").into_bytes(),
            _ => vec![byte],
        });
        return [b"$'".to_vec(), escaped.collect(), b"'".to_vec()].concat();
    }
    let escaped = word.iter().flat_map(|&byte| if byte == b'\'' { b"'\\''".to_vec() } else { vec![byte] });
    [b"'".to_vec(), escaped.collect(), b"'".to_vec()].concat()
}

/// The same for a message: what a terminal takes for a command is escaped, and so can't be copied.
pub fn shell_text(word: &[u8]) -> String {
    Text::from(shell_word(word)).to_string()
}
