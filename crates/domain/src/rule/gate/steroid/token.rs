//! A text as words, numbers and signs, and amounts with their unit among them. Numbers are read only where there is one way.

/// Numbers are kept in thousandths.
pub(super) const THOUSAND: u64 = 1000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Number(u64),
    /// A number that can be read in two ways, or has too many places.
    Doubtful,
    Sign(char),
}

/// Cuts a text up. A hyphen joins the words of a brand and is left out, between numbers it stays.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.to_lowercase().replace(['µ', 'μ'], "u").chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let mut found = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = at(i);
        let start = i;
        i += 1;
        if c.is_ascii_digit() || c == '.' && at(i).is_ascii_digit() {
            while at(i).is_ascii_digit() || matches!(at(i), '.' | ',') && at(i + 1).is_ascii_digit() {
                i += 1;
            }
            let typed: String = chars.get(start..i).unwrap_or_default().iter().collect();
            found.push(thousandths(&typed).map_or(Token::Doubtful, Token::Number));
        } else if c.is_alphabetic() {
            // A level such as L5 keeps its number; "80mg" begins with the number and is cut there.
            while at(i).is_alphabetic() || i == start + 1 && at(i).is_ascii_digit() {
                i += 1;
            }
            found.push(Token::Word(
                chars.get(start..i).unwrap_or_default().iter().collect(),
            ));
        } else if c == '-' && (!at(i).is_ascii_digit() || start > 0 && at(start - 1).is_alphabetic()) {
            // Part of a name, or a dash in a sentence.
        } else if !c.is_whitespace() && !matches!(c, '(' | ')' | '®' | '™' | '.') {
            found.push(Token::Sign(c));
        }
    }
    found
}

fn thousandths(typed: &str) -> Option<u64> {
    // "1,000" is a thousand to some and one to others.
    if let Some((whole, rest)) = typed.split_once(',')
        && (rest.len() == 3 && whole != "0" || rest.contains([',', '.']) || whole.contains('.'))
    {
        return None;
    }
    let plain = typed.replace(',', ".");
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    if rest.len() > 3 || whole.len() > 6 || rest.contains('.') {
        return None;
    }
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let rest: u64 = format!("{rest:0<3}").parse().ok()?;
    Some(whole * THOUSAND + rest)
}

/// An amount with its unit, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Mass(u64),
    /// Milligrams in so many millilitres.
    In(u64, u64),
    Volume(u64),
}

/// Walks over the tokens.
pub(super) struct Cursor<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
}

impl Cursor<'_> {
    pub(super) fn word(&self, ahead: usize) -> &str {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    pub(super) fn number(&self, ahead: usize) -> Option<u64> {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn sign(&self, ahead: usize, sign: char) -> bool {
        self.tokens.get(self.at + ahead) == Some(&Token::Sign(sign))
    }

    /// Steps over a name where it stands here.
    pub(super) fn eat(&mut self, name: &str) -> bool {
        let name = tokens(name);
        let here = self.tokens.get(self.at..).unwrap_or_default();
        let stands = here.starts_with(&name);
        self.at += if stands { name.len() } else { 0 };
        stands
    }

    /// Steps over an amount with its unit where one stands here; `None` where the number has no unit that is known.
    pub(super) fn amount(&mut self) -> Option<Option<Amount>> {
        let number = self.number(0)?;
        let volume = |word: &str| {
            matches!(
                word,
                "ml" | "mls" | "cc" | "millilitre" | "millilitres" | "milliliter" | "milliliters"
            )
        };
        if self.sign(1, '%') {
            self.at += 2;
            return Some(None);
        }
        if volume(self.word(1)) {
            self.at += 2;
            return Some(Some(Amount::Volume(number)));
        }
        let mass = match self.word(1) {
            "mg" | "mgs" | "milligram" | "milligrams" => number,
            "g" | "gram" | "grams" => number * THOUSAND,
            // A part of a microgram is nothing that is given here.
            "mcg" | "ug" | "microgram" | "micrograms" if number % THOUSAND == 0 => number / THOUSAND,
            _ => return None,
        };
        self.at += 2;
        if self.sign(0, '/') || self.word(0) == "per" {
            let of = self.number(1);
            let unit = if of.is_some() { 2 } else { 1 };
            if volume(self.word(unit)) && of != Some(0) {
                self.at += unit + 1;
                return Some(Some(Amount::In(mass, of.unwrap_or(THOUSAND))));
            }
        }
        Some(Some(Amount::Mass(mass)))
    }
}
