//! Rows of a table as text: which bytes it is written in, what stands between columns, and in which line of the file each
//! row begins.
//!
//! What must hold: a file that can't be read for sure is refused by name; nothing is left out but lines without a sign; the
//! number of a row is its line in the file, counted as an editor counts.

use crate::print::Failure;
use lamina_clinic::{say, say_with};

/// A row that could be read.
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Its cells without the space around them; `None` where it is no text.
    pub cells: Option<Vec<String>>,
}

/// Every row with a sign in it. `name` is what the file is called in messages.
///
/// # Errors
/// A file that is empty, or written in a way that is not read here.
pub fn rows(bytes: &[u8], name: &str) -> Result<Vec<Row>, Failure> {
    let text = plain(bytes, name)?;
    let (columns, skipped) = separator(&text, name)?;
    let rest = text.get(skipped..).unwrap_or_default();
    let before = lines_before(&text, skipped);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(columns)
        .from_reader(rest);
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        // Bytes that lie in memory are always read.
        let record = record.map_err(|error| Failure::Refused(format!("{name}: {error}")))?;
        let begins = record.position().map_or(0, csv::Position::byte);
        let line = before + 1 + lines_before(rest, first_sign(rest, usize::try_from(begins).unwrap_or(0)));
        let cells: Option<Vec<String>> = record
            .iter()
            .map(|cell| std::str::from_utf8(cell).ok().map(|cell| cell.trim().to_owned()))
            .collect();
        if cells
            .as_ref()
            .is_some_and(|cells| matches!(cells.as_slice(), [only] if only.is_empty()))
        {
            continue;
        }
        rows.push(Row { line, cells });
    }
    if rows.is_empty() {
        return Err(Failure::Refused(say_with!(
            "cli-score-empty",
            [("name", name.into())]
        )));
    }
    Ok(rows)
}

/// The bytes as UTF-8 without a mark at the beginning. Bytes that are no text stay, so that the row is told in which they are.
fn plain(bytes: &[u8], name: &str) -> Result<Vec<u8>, Failure> {
    let refused = |what: String| {
        Failure::Refused(say_with!(
            "cli-score-written-in",
            [("name", name.into()), ("what", what.into())]
        ))
    };
    let damaged = || refused(say!("cli-score-utf-16-damaged"));
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(refused("UTF-32".to_owned())),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).ok_or_else(damaged),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).ok_or_else(damaged),
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok(rest.to_vec()),
        [b'P', b'K', 3, 4, ..] => Err(refused(say!("cli-score-spreadsheet"))),
        _ if bytes.contains(&0) => Err(refused(say!("cli-score-utf-16-unmarked"))),
        _ => Ok(bytes.to_vec()),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Vec<u8>> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [one, other] => unit([*one, *other]),
        _ => 0,
    });
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    Some(text.into_bytes())
}

/// A byte that no table holds: with it a line is one cell, and a comma in it is a decimal comma.
const NOTHING: u8 = 0x1f;

/// What stands between columns, and how many bytes a first line takes that only says so (`sep=;`). The first line with a sign
/// decides: tabs, else semicolons, else commas. Where it holds none of them there is one column.
fn separator(text: &[u8], name: &str) -> Result<(u8, usize), Failure> {
    let start = text
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())
        .unwrap_or(text.len());
    let line = text.get(start..).unwrap_or_default();
    let end = line
        .iter()
        .position(|byte| matches!(byte, b'\r' | b'\n'))
        .unwrap_or(line.len());
    let line = line.get(..end).unwrap_or_default();
    if let Some([columns]) = line.strip_prefix(b"sep=") {
        return Ok((*columns, start + end));
    }
    let mut quoted = false;
    let bare = |byte: &&u8| {
        quoted ^= **byte == b'"';
        !quoted
    };
    let outside: Vec<u8> = line.iter().filter(bare).copied().collect();
    match (
        outside.contains(&b'\t'),
        outside.contains(&b';'),
        outside.contains(&b','),
    ) {
        (true, true, _) => Err(Failure::Refused(say_with!(
            "cli-score-tabs-and-semicolons",
            [("name", name.into())]
        ))),
        (true, false, _) => Ok((b'\t', 0)),
        (false, true, _) => Ok((b';', 0)),
        (false, false, true) => Ok((b',', 0)),
        (false, false, false) => Ok((NOTHING, 0)),
    }
}

/// The place of the first byte from `from` on that ends no line.
fn first_sign(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let ends = |byte: &u8| !matches!(byte, b'\r' | b'\n');
    from + rest.iter().position(ends).unwrap_or(rest.len())
}

/// How many lines end before a place. A line ends with CR, LF, or both.
fn lines_before(text: &[u8], place: usize) -> u64 {
    let before = text.get(..place).unwrap_or_default();
    let mut lines = 0;
    let mut last = 0;
    for byte in before {
        lines += u64::from(*byte == b'\r' || *byte == b'\n' && last != b'\r');
        last = *byte;
    }
    lines
}
