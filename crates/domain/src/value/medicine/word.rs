//! A typed line as words, numbers and signs. No meaning yet: only where one ends and the next begins.

use super::number::Number;
use crate::value::misread::MedicineProblem;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Sign,
}

/// One piece, in lower case.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) kind: Kind,
    /// All its letters were capitals.
    pub(super) capitals: bool,
    /// First and one past the last character of the line.
    place: (usize, usize),
}

/// A place in a line, which moves forward only when something was understood.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    line: &'a [char],
    tokens: &'a [Token],
    at: usize,
}

/// The characters as they are compared: one sign for each kind of dash, micro and multiplication.
pub(super) fn characters(line: &str) -> Vec<char> {
    line.chars()
        .map(|c| match c {
            'µ' | 'μ' => 'u',
            '–' | '—' | '−' | '‐' | '‑' => '-',
            '×' => 'x',
            other => other,
        })
        .collect()
}

/// Cuts a line up.
pub(super) fn tokens(line: &[char]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    let letter = |i: usize| line.get(i).is_some_and(|c| c.is_alphabetic());
    let digit = |i: usize| line.get(i).is_some_and(|c| c.is_ascii_digit());
    while let Some(&c) = line.get(at) {
        let start = at;
        at += 1;
        if c.is_whitespace() {
            continue;
        }
        let free = start == 0
            || line
                .get(start - 1)
                .is_some_and(|c| c.is_whitespace() || matches!(c, '/' | '-' | '('));
        let mut text: String = c.to_lowercase().collect();
        let kind = if c.is_ascii_digit() || c == '.' && digit(at) && free {
            while let Some(&next) = line.get(at) {
                if next.is_ascii_digit() || matches!(next, '.' | ',') && digit(at + 1) {
                    text.push(next);
                    at += 1;
                } else {
                    break;
                }
            }
            Kind::Number
        } else if let Some(part) = fraction(c) {
            text = part.to_string();
            Kind::Number
        } else if c.is_alphabetic() {
            let mut since_dot = 1;
            while let Some(&next) = line.get(at) {
                if next.is_alphabetic()
                    || next.is_ascii_digit() && !matches!(text.as_str(), "q" | "x" | "max")
                {
                    text.extend(next.to_lowercase());
                    since_dot += 1;
                } else if next == '-' && letter(at + 1) && since_dot > 1 {
                    text.push(next);
                } else if next == '.' && since_dot == 1 && (letter(at + 1) || text.len() > 1) {
                    since_dot = 0;
                } else {
                    break;
                }
                at += 1;
            }
            Kind::Word
        } else {
            Kind::Sign
        };
        let typed = line.get(start..at).unwrap_or_default();
        found.push(Token {
            text,
            kind,
            capitals: typed.iter().all(|c| !c.is_lowercase()),
            place: (start, at),
        });
    }
    found
}

fn fraction(c: char) -> Option<Number> {
    Some(Number::hundredths(match c {
        '¼' => 25,
        '½' => 50,
        '¾' => 75,
        _ => return None,
    }))
}

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a [char], tokens: &'a [Token]) -> Self {
        Cursor { line, tokens, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn token(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    /// The text so many pieces ahead; empty past the end.
    pub(super) fn peek(&self, ahead: usize) -> &'a str {
        self.token(ahead).map_or("", |token| token.text.as_str())
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Steps over `phrase` (words with spaces between them) if it stands here.
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        let mut count = 0;
        for word in phrase.split(' ') {
            if self.peek(count) != word {
                return false;
            }
            count += 1;
        }
        self.at += count;
        true
    }

    /// Steps over the first of `phrases` that stands here.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Steps over a number in digits or in words.
    pub(super) fn number(&mut self) -> Result<Option<Number>, MedicineProblem> {
        let Some(token) = self.token(0) else {
            return Ok(None);
        };
        let number = match token.kind {
            Kind::Number => token.text.parse()?,
            Kind::Word => match in_words(&token.text) {
                Some(number) => Number::whole(number),
                None => return Ok(None),
            },
            Kind::Sign => return Ok(None),
        };
        self.at += 1;
        Ok(Some(number))
    }

    /// "1", "1-2" or "1 to 2", both ends.
    pub(super) fn range(&mut self) -> Result<Option<(Number, Number)>, MedicineProblem> {
        let Some(low) = self.number()? else {
            return Ok(None);
        };
        let mut after = self.clone();
        if after.eat_any(&["-", "to", "or"])
            && let Some(high) = after.number()?
        {
            if high < low {
                return Err(MedicineProblem::RangeReversed {
                    low: high.to_string(),
                    high: low.to_string(),
                });
            }
            *self = after;
            return Ok(Some((low, high)));
        }
        Ok(Some((low, low)))
    }

    /// What was typed between two places.
    pub(super) fn typed(&self, from: usize, to: usize) -> String {
        let first = self.tokens.get(from).map(|token| token.place.0);
        let last = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last.min(self.tokens.len().saturating_sub(1))))
            .map(|token| token.place.1);
        match (first, last) {
            (Some(first), Some(last)) => self.line.get(first..last).unwrap_or_default().iter().collect(),
            _ => String::new(),
        }
    }

    /// What was typed from here on.
    pub(super) fn rest(&self) -> String {
        self.typed(self.at, self.tokens.len())
    }
}

fn in_words(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let place = WORDS.iter().position(|one| *one == word)?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("10mg q6h", &["10", "mg", "q", "6", "h"])]
    #[case("t.d.s. q.i.d", &["tds", "qid"])]
    #[case("co-codamol 30/500", &["co-codamol", "30", "/", "500"])]
    #[case("q4-6h", &["q", "4", "-", "6", "h"])]
    #[case("MSO4 B12", &["mso4", "b12"])]
    #[case(".5 mg, 1,5 mL", &[".5", "mg", ",", "1,5", "ml"])]
    #[case("25 µg/h", &["25", "ug", "/", "h"])]
    #[case("tabs. 5.", &["tabs", ".", "5", "."])]
    #[case("½ tab", &["0.5", "tab"])]
    #[case("mg.5", &["mg", ".", "5"])]
    fn cuts(#[case] line: &str, #[case] pieces: &[&str]) {
        let line = characters(line);
        let texts: Vec<String> = tokens(&line).into_iter().map(|token| token.text).collect();
        assert_eq!(texts, pieces);
    }
}
