//! A text cut into parts, each a drug with its amounts, and how the amounts of one drug agree.

use super::{
    names::{LIST, Strength},
    token::{Amount, Cursor, THOUSAND, Token, tokens},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drug {
    /// By its place in the table.
    Steroid(usize),
    Other,
}

/// What stands between two joining words or signs.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) drugs: Vec<Drug>,
    pub(super) amounts: Vec<Amount>,
    /// Milligrams in a millilitre, where the brand's name says it.
    strength: Option<u64>,
    /// A word that is not known.
    pub(super) unknown: bool,
    /// Something makes every amount of it doubtful.
    pub(super) doubtful: bool,
    /// It was joined with a plus or a word that begins another drug.
    added: bool,
}

impl Part {
    pub(super) fn steroid(&self) -> Option<usize> {
        self.drugs.iter().find_map(|drug| match drug {
            Drug::Steroid(place) => Some(*place),
            Drug::Other => None,
        })
    }

    fn is_empty(&self) -> bool {
        self.drugs.is_empty() && self.amounts.is_empty() && !self.unknown && !self.doubtful
    }

    /// A name that is not known, with an amount in milligrams: it may be a steroid.
    pub(super) fn is_stranger(&self) -> bool {
        let mass = |amount: &Amount| !matches!(amount, Amount::Volume(_));
        self.drugs.is_empty() && self.unknown && self.amounts.iter().any(mass)
    }

    fn take(&mut self, other: Part) {
        self.amounts.extend(other.amounts);
        self.unknown |= other.unknown;
        self.doubtful |= other.doubtful;
    }

    /// The milligrams, in thousandths, where the amounts agree on one reading.
    pub(super) fn milligrams(&self, strict: bool) -> Option<u64> {
        if self.doubtful || strict && self.unknown || self.drugs.len() != 1 {
            return None;
        }
        let mut masses = Vec::new();
        let mut volumes = Vec::new();
        let mut strengths = Vec::new();
        for amount in &self.amounts {
            match *amount {
                Amount::Mass(mass) => masses.push(mass),
                Amount::Volume(volume) => volumes.push(volume),
                Amount::In(mass, volume) => strengths.push((mass, volume)),
            }
        }
        let strength = match (strengths.as_slice(), self.strength) {
            ([], named) => named.map(|each| (each, THOUSAND)),
            ([one], _) => Some(*one),
            _ => return None,
        };
        let worked_out = |volume: u64| strength.map(|(mass, of)| mass * volume / of);
        match (masses.as_slice(), volumes.as_slice(), strengths.as_slice()) {
            ([mass], [volume], [_]) => worked_out(*volume).filter(|out| out == mass),
            ([mass], [] | [_], _) => Some(*mass),
            ([], [volume], _) => worked_out(*volume),
            // "80 mg/2 mL" by itself is what was drawn up; "40 mg/mL" is a strength and no amount.
            ([], [], [(mass, of)]) if *of != THOUSAND => Some(*mass),
            _ => None,
        }
    }
}

pub(super) fn parts(text: &str) -> Vec<Part> {
    let tokens = tokens(text);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    let mut parts = vec![Part::default()];
    while let Some(token) = cursor.tokens.get(cursor.at) {
        let joins = match token {
            Token::Sign('+' | '&') => Some(true),
            Token::Sign(',' | ';' | ':') => Some(false),
            Token::Word(word) if matches!(word.as_str(), "and" | "with" | "plus") => Some(true),
            _ => None,
        };
        if let Some(added) = joins {
            parts.push(Part {
                added,
                ..Part::default()
            });
            cursor.at += 1;
            continue;
        }
        if let Some(part) = parts.last_mut() {
            step(&mut cursor, part);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Steps over what stands here and puts it into the part.
fn step(cursor: &mut Cursor<'_>, part: &mut Part) {
    if let Some(amount) = cursor.amount() {
        part.amounts.extend(amount);
        return;
    }
    if let Some(strength) = named_strength(cursor) {
        part.strength = Some(strength.milligrams * THOUSAND);
        part.drugs.extend(steroid_in(&strength.name).map(Drug::Steroid));
        return;
    }
    let steroid = LIST.steroid.iter().position(|known| {
        let mut names: Vec<&String> = std::iter::once(&known.name).chain(&known.also).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.into_iter().any(|name| cursor.eat(name))
    });
    if let Some(place) = steroid {
        // "Triamcinolone (Kenalog)" is one.
        if !part.drugs.contains(&Drug::Steroid(place)) {
            part.drugs.push(Drug::Steroid(place));
        }
        return;
    }
    if LIST.other.iter().any(|name| cursor.eat(name)) {
        if !part.drugs.contains(&Drug::Other) {
            part.drugs.push(Drug::Other);
        }
        return;
    }
    let known = |list: &[String], word: &str| list.iter().any(|one| one == word);
    match cursor.tokens.get(cursor.at) {
        Some(Token::Word(word)) if known(&LIST.doubt, word) => part.doubtful = true,
        Some(Token::Word(word)) if known(&LIST.plain, word) || known(&LIST.kind, word) || is_level(word) => {}
        Some(Token::Word(_)) => part.unknown = true,
        Some(Token::Sign('/')) | None => {}
        Some(Token::Sign(_) | Token::Number(_) | Token::Doubtful) => part.doubtful = true,
    }
    cursor.at += 1;
}

/// A brand whose name says the strength, unless the number belongs to a unit: "Kenalog 40 mg" is no Kenalog-40.
fn named_strength(cursor: &mut Cursor<'_>) -> Option<&'static Strength> {
    let before = cursor.at;
    let found = LIST.strength.iter().find(|one| cursor.eat(&one.name))?;
    let ends_in_number = found.name.ends_with(|c: char| c.is_ascii_digit());
    if ends_in_number
        && matches!(
            cursor.word(0),
            "mg" | "mgs" | "mcg" | "g" | "milligram" | "milligrams" | "ml"
        )
    {
        cursor.at = before;
        return None;
    }
    Some(found)
}

pub(super) fn steroid_in(name: &str) -> Option<usize> {
    let tokens = tokens(name);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    LIST.steroid.iter().position(|known| {
        std::iter::once(&known.name)
            .chain(&known.also)
            .any(|one| cursor.eat(one))
    })
}

/// "L5", "S1": where it went and no amount.
fn is_level(word: &str) -> bool {
    let mut chars = word.chars();
    matches!(chars.next(), Some('c' | 't' | 'l' | 's')) && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Gives each part without a drug to the one before it, or the first to the one after it.
pub(super) fn settled(all: Vec<Part>) -> Vec<Part> {
    let mut settled: Vec<Part> = Vec::new();
    let mut waiting: Option<Part> = None;
    for mut part in all {
        // What is added without an amount in milligrams is another drug whose name is not known here.
        if part.drugs.is_empty() && part.added && part.unknown && !part.is_stranger() && !part.doubtful {
            part.drugs.push(Drug::Other);
        }
        if let Some(first) = waiting.take() {
            part.take(first);
        }
        match settled.last_mut() {
            _ if !part.drugs.is_empty() || part.is_stranger() && part.added => settled.push(part),
            Some(before) if before.steroid().is_some() || !part.is_stranger() => before.take(part),
            Some(_) => settled.push(part),
            None => waiting = Some(part),
        }
    }
    settled.extend(waiting);
    settled
}
