//! Rust text taken apart into code, string literals and nothing else, as far as the rules need it.
//!
//! Comments go, since a rule may be spoken about where it must not be broken. Line numbers stay true.

/// A source file without its comments.
pub struct Rust {
    /// The code, with comments and the insides of literals as spaces; as many lines as the file.
    pub code: String,
    /// Each string literal's inside, as written, with the line it begins on (from 1).
    pub strings: Vec<(usize, String)>,
}

/// Takes one file apart.
pub fn read(text: &str) -> Rust {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut strings = Vec::new();
    let mut at = 0;
    let mut line = 1;
    while at < chars.len() {
        let here = chars[at];
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let after_word = at > 0 && is_word(chars[at - 1]);
        let end = if here == '/' && next == '/' {
            (at..chars.len())
                .find(|&i| chars[i] == '\n')
                .unwrap_or(chars.len())
        } else if here == '/' && next == '*' {
            end_of_block(&chars, at)
        } else if let Some((open, end)) = raw_string(&chars, at).filter(|_| !after_word) {
            let hashes = open - at - 2;
            let close = end.saturating_sub(1 + hashes).max(open);
            strings.push((line, chars[open..close].iter().collect()));
            end
        } else if here == '"' {
            let end = end_of_quoted(&chars, at, '"');
            strings.push((
                line,
                chars[at + 1..end.saturating_sub(1).max(at + 1)].iter().collect(),
            ));
            end
        } else if here == '\'' && (next == '\\' || chars.get(at + 2) == Some(&'\'')) {
            end_of_quoted(&chars, at, '\'')
        } else {
            code.push(here);
            line += usize::from(here == '\n');
            at += 1;
            continue;
        };
        for &gone in &chars[at..end] {
            code.push(if gone == '\n' { '\n' } else { ' ' });
            line += usize::from(gone == '\n');
        }
        at = end;
    }
    Rust { code, strings }
}

/// The code without `#[cfg(test)]` modules, and the names of modules that are whole files and only for tests.
pub fn without_tests(code: &str) -> (String, Vec<String>) {
    let mut rest = code;
    let mut kept = String::with_capacity(code.len());
    let mut files = Vec::new();
    while let Some(start) = rest.find("#[cfg(test)]") {
        let item = &rest[start..];
        let stop = item.find(['{', ';']).unwrap_or(item.len());
        let end = if item[stop..].starts_with('{') {
            end_of_braces(item, stop)
        } else {
            stop
        };
        let name = item[..stop]
            .split_whitespace()
            .skip_while(|word| *word != "mod")
            .nth(1);
        if let Some(name) = name.filter(|_| item[stop..].starts_with(';')) {
            files.push(name.to_owned());
        }
        kept.push_str(&rest[..start]);
        kept.extend(
            item[..end]
                .chars()
                .map(|gone| if gone == '\n' { '\n' } else { ' ' }),
        );
        rest = &item[end..];
    }
    kept.push_str(rest);
    (kept, files)
}

/// The lines (from 1) on which a path or word stands by itself: `tauri` is in `tauri::App`, not in `src_tauri`.
pub fn lines_with(code: &str, wanted: &str) -> Vec<usize> {
    let stands = |line: &str| {
        line.match_indices(wanted).any(|(start, found)| {
            let before = line[..start].chars().next_back();
            let after = line[start + found.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
    };
    code.lines()
        .enumerate()
        .filter(|(_, line)| stands(line))
        .map(|(index, _)| index + 1)
        .collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn end_of_block(chars: &[char], start: usize) -> usize {
    let (mut depth, mut at) = (0, start);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn end_of_quoted(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            letter if letter == quote => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

/// Where the inside of a raw string begins and where the literal ends, if one starts here.
fn raw_string(chars: &[char], start: usize) -> Option<(usize, usize)> {
    let hashes = chars
        .get(start + 1..)?
        .iter()
        .take_while(|letter| **letter == '#')
        .count();
    let open = start + 1 + hashes;
    if chars[start] != 'r' || chars.get(open) != Some(&'"') {
        return None;
    }
    let closes = |at: &usize| {
        chars[*at] == '"'
            && chars[at + 1..]
                .iter()
                .take(hashes)
                .filter(|letter| **letter == '#')
                .count()
                == hashes
    };
    let end = (open + 1..chars.len())
        .find(closes)
        .map_or(chars.len(), |at| at + 1 + hashes);
    Some((open + 1, end))
}

fn end_of_braces(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, letter) in code[open..].char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return open + at + 1;
        }
    }
    code.len()
}

#[test]
fn comments_go_and_strings_are_kept_apart() {
    let rust = read(
        "let a = \"x // \\\" y\"; // tauri\n/* a /* b */ tauri */ let c = '\"'; f(r#\"SELECT \"1\"\"#);\nplotters",
    );
    assert_eq!(
        rust.strings,
        [(1, "x // \\\" y".to_owned()), (2, "SELECT \"1\"".to_owned())]
    );
    assert!(lines_with(&rust.code, "tauri").is_empty());
    assert_eq!(lines_with(&rust.code, "plotters"), [3]);
}

#[test]
fn lifetimes_are_not_letters() {
    let rust = read("fn f<'a>(x: &'a str) -> char { 'x' } // \"gone\"\nlet s = \"kept\";");
    assert_eq!(rust.strings, [(2, "kept".to_owned())]);
}

#[test]
fn modules_for_tests_are_left_out() {
    let (code, files) = without_tests(
        "now();\n#[cfg(test)]\nmod tests { fn f() { now() } }\n#[cfg(test)]\nmod more;\nnow();",
    );
    assert_eq!(lines_with(&code, "now"), [1, 6]);
    assert_eq!(files, ["more"]);
}

#[test]
fn words_stand_by_themselves() {
    assert_eq!(
        lines_with("src_tauri\nuse tauri::App;\ntauri_build::build();", "tauri"),
        [2]
    );
}
