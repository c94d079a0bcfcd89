//! Command lines in a table, as bytes: `NAME=VALUE... ARGUMENT... < INPUT`, with '...' and the escapes \n, \t, \\ and \xNN.

/// What a row says.
#[derive(Default)]
pub struct Words {
    pub variables: Vec<(Vec<u8>, Vec<u8>)>,
    pub arguments: Vec<Vec<u8>>,
    pub input: Option<Vec<u8>>,
}

/// The words of a row. Variables come first, in brackets: `[NAME=VALUE]`.
pub fn words(line: &str) -> Words {
    let mut words = Words::default();
    let mut input_follows = false;
    for (quoted, word) in split(line) {
        if word == b"<" && !quoted {
            input_follows = true;
        } else if input_follows {
            words.input = Some(word);
        } else if let Some(variable) = word.strip_prefix(b"[").and_then(|word| word.strip_suffix(b"]")) {
            let equals = variable.iter().position(|&byte| byte == b'=').expect("NAME=VALUE");
            words.variables.push((variable[..equals].to_vec(), variable[equals + 1..].to_vec()));
        } else {
            words.arguments.push(word);
        }
    }
    words
}

/// Each word, and whether it has a quote in it.
fn split(line: &str) -> Vec<(bool, Vec<u8>)> {
    let mut words = Vec::new();
    let (mut word, mut is_word, mut quoted, mut within) = (Vec::new(), false, false, false);
    let mut bytes = line.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\'' => (within, is_word, quoted) = (!within, true, true),
            b' ' if !within => {
                if std::mem::take(&mut is_word) {
                    words.push((std::mem::take(&mut quoted), std::mem::take(&mut word)));
                }
            }
            b'\\' => {
                is_word = true;
                word.push(match bytes.next().expect("something behind the \\") {
                    b'n' => b'\n',
                    b't' => b'\t',
                    b'x' => {
                        let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                        u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
                    }
                    other => other,
                });
            }
            plain => {
                is_word = true;
                word.push(plain);
            }
        }
    }
    if is_word {
        words.push((quoted, word));
    }
    words
}
