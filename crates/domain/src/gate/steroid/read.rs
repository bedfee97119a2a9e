//! What a text says was injected: each steroid with its amount, in any order ("8 mg dexamethasone", "Kenalog 40 mg",
//! "Depo-Medrol 40 mg/mL 2 mL", "80mg methylprednisolone + bupivacaine"). Names are data (`gates/steroids.toml`).
//!
//! What must hold: an amount is read only where everything around it is understood; what is not is given back as unread, so
//! that a total can say that it lacks it. Nothing is guessed and nothing is dropped.

use super::MilligramTenths;
use serde::Deserialize;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../gates/steroids.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    kind: Vec<String>,
    other: Vec<String>,
    plain: Vec<String>,
    doubt: Vec<String>,
    steroid: Vec<Known>,
    strength: Vec<Strength>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    name: String,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strength {
    name: String,
    milligrams: u64,
}

static LIST: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// Where names and strengths come from.
pub fn source() -> &'static str {
    &LIST.source
}

/// One steroid that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name, lower case; nothing where it is not said which steroid it was.
    pub name: Option<String>,
    /// How much, where that can be read.
    pub amount: Option<MilligramTenths>,
}

/// What was injected, as far as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// These steroids.
    Steroids(Vec<Given>),
    /// Something else, and no steroid is named.
    NoSteroid,
    /// It is not told, or not in a way that can be read.
    NotTold,
}

/// Numbers are kept in thousandths.
const THOUSAND: u64 = 1000;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// In thousandths.
    Number(u64),
    /// A number that can be read in two ways, or has too many places.
    Doubtful,
    Sign(char),
}

/// Cuts a text up. A hyphen joins the words of a brand and is left out, between numbers it stays.
fn tokens(text: &str) -> Vec<Token> {
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
            found.push(Token::Word(chars.get(start..i).unwrap_or_default().iter().collect()));
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
enum Amount {
    /// Milligrams.
    Mass(u64),
    /// Milligrams in so many millilitres.
    In(u64, u64),
    /// Millilitres.
    Volume(u64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drug {
    /// By its place in the table.
    Steroid(usize),
    Other,
}

/// What stands between two joining words or signs.
#[derive(Debug, Default)]
struct Part {
    drugs: Vec<Drug>,
    amounts: Vec<Amount>,
    /// Milligrams in a millilitre, where the brand's name says it.
    strength: Option<u64>,
    /// A word that is not known.
    unknown: bool,
    /// Something makes every amount of it doubtful.
    doubtful: bool,
    /// It was joined with a plus or a word that begins another drug.
    added: bool,
}

impl Part {
    fn steroid(&self) -> Option<usize> {
        self.drugs.iter().find_map(|drug| match drug {
            Drug::Steroid(place) => Some(*place),
            Drug::Other => None,
        })
    }

    fn is_empty(&self) -> bool {
        self.drugs.is_empty() && self.amounts.is_empty() && !self.unknown && !self.doubtful
    }

    /// A name that is not known, with an amount in milligrams: it may be a steroid.
    fn is_stranger(&self) -> bool {
        let mass = |amount: &Amount| !matches!(amount, Amount::Volume(_));
        self.drugs.is_empty() && self.unknown && self.amounts.iter().any(mass)
    }

    fn take(&mut self, other: Part) {
        self.amounts.extend(other.amounts);
        self.unknown |= other.unknown;
        self.doubtful |= other.doubtful;
    }

    /// The milligrams, in thousandths, where the amounts agree on one reading.
    fn milligrams(&self, strict: bool) -> Option<u64> {
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

/// Walks over the tokens.
struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Cursor<'_> {
    fn word(&self, ahead: usize) -> &str {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    fn number(&self, ahead: usize) -> Option<u64> {
        match self.tokens.get(self.at + ahead) {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn sign(&self, ahead: usize, sign: char) -> bool {
        self.tokens.get(self.at + ahead) == Some(&Token::Sign(sign))
    }

    /// Steps over a name where it stands here.
    fn eat(&mut self, name: &str) -> bool {
        let name = tokens(name);
        let here = self.tokens.get(self.at..).unwrap_or_default();
        let stands = here.starts_with(&name);
        self.at += if stands { name.len() } else { 0 };
        stands
    }

    /// Steps over an amount with its unit where one stands here; `None` where the number has no unit that is known.
    fn amount(&mut self) -> Option<Option<Amount>> {
        let number = self.number(0)?;
        let volume = |word: &str| matches!(word, "ml" | "mls" | "cc" | "millilitre" | "millilitres" | "milliliter" | "milliliters");
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

fn parts(text: &str) -> Vec<Part> {
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
    if ends_in_number && matches!(cursor.word(0), "mg" | "mgs" | "mcg" | "g" | "milligram" | "milligrams" | "ml") {
        cursor.at = before;
        return None;
    }
    Some(found)
}

fn steroid_in(name: &str) -> Option<usize> {
    let tokens = tokens(name);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    LIST.steroid
        .iter()
        .position(|known| std::iter::once(&known.name).chain(&known.also).any(|one| cursor.eat(one)))
}

/// "L5", "S1": where it went and no amount.
fn is_level(word: &str) -> bool {
    let mut chars = word.chars();
    matches!(chars.next(), Some('c' | 't' | 'l' | 's')) && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Gives each part without a drug to the one before it, or the first to the one after it.
fn settled(all: Vec<Part>) -> Vec<Part> {
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

fn given(part: &Part, strict: bool) -> Option<Given> {
    let known = LIST.steroid.get(part.steroid()?)?;
    let tenths = |thousandths: u64| {
        let whole = thousandths.is_multiple_of(THOUSAND / 10);
        let tenths = whole.then(|| i64::try_from(thousandths / (THOUSAND / 10)).ok())??;
        MilligramTenths::try_from(tenths).ok().filter(|amount| amount.get() > 0)
    };
    Some(Given {
        name: Some(known.name.clone()),
        amount: part.milligrams(strict).and_then(tenths),
    })
}

/// The steroids of a text; `strict` where every word has to be understood.
fn steroids(text: &str, strict: bool) -> Vec<Given> {
    settled(parts(text))
        .iter()
        .filter_map(|part| given(part, strict))
        .collect()
}

fn says_kind(text: &str) -> bool {
    tokens(text).iter().any(|token| match token {
        Token::Word(word) => LIST.kind.contains(word),
        _ => false,
    })
}

/// Nothing but other drugs, each understood.
fn only_others(text: &str) -> bool {
    let parts = settled(parts(text));
    let other = |part: &Part| part.drugs == [Drug::Other] && !part.unknown && !part.doubtful;
    !parts.is_empty() && parts.iter().all(other)
}

/// What an injection held, from its name, its dose and what was told in prose about it. Prose is never read for an amount;
/// a steroid that stands there alone is one whose amount is not read.
pub fn contents(name: &str, dose: Option<&str>, prose: &[&str]) -> Contents {
    let by_name = steroids(name, false);
    let unread = |one: &Given| Given {
        amount: None,
        ..one.clone()
    };
    let mut found = match dose {
        None => by_name.clone(),
        Some(dose) => {
            let by_dose = steroids(dose, true);
            match (by_dose.is_empty(), by_name.as_slice()) {
                // "Depo-Medrol injection", "80 mg": the amount belongs to the one steroid of the name.
                (true, [one]) if one.amount.is_none() => {
                    let word = one.name.as_deref().unwrap_or_default();
                    steroids(&format!("{word} {dose}"), true)
                }
                (true, [_]) => steroids(&format!("{name}, {dose}"), false),
                (true, several) => several.iter().map(unread).collect(),
                (false, _) => by_dose,
            }
        }
    };
    // The name and the dose tell of one steroid, or both are told.
    let also = by_name.iter().filter(|one| !found.iter().any(|other| other.name == one.name));
    let also: Vec<Given> = also.cloned().collect();
    found.extend(also);
    for one in &mut found {
        let other = by_name.iter().find(|other| other.name == one.name && other.amount.is_some());
        if other.is_some_and(|other| other.amount != one.amount) {
            one.amount = None;
        }
    }
    let in_prose = prose.iter().flat_map(|text| steroids(text, true));
    for one in in_prose {
        if !found.iter().any(|other| other.name == one.name) {
            found.push(unread(&one));
        }
    }
    let strangers = |text: &str| settled(parts(text)).iter().any(Part::is_stranger);
    if !found.is_empty() && std::iter::once(name).chain(dose).any(strangers) {
        found.push(Given {
            name: None,
            amount: None,
        });
    }
    if !found.is_empty() {
        return Contents::Steroids(found);
    }
    let texts = std::iter::once(name).chain(dose).chain(prose.iter().copied());
    if texts.into_iter().any(says_kind) {
        return Contents::Steroids(vec![Given {
            name: None,
            amount: None,
        }]);
    }
    match dose {
        Some(dose) if only_others(dose) => Contents::NoSteroid,
        None if names_other(name) => Contents::NoSteroid,
        _ => Contents::NotTold,
    }
}

fn names_other(name: &str) -> bool {
    parts(name).iter().any(|part| part.drugs.contains(&Drug::Other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn one(name: &str, amount: Option<f64>) -> (String, Option<f64>) {
        (name.to_owned(), amount)
    }

    fn read(name: &str, dose: &str) -> Vec<(String, Option<f64>)> {
        let dose = (!dose.is_empty()).then_some(dose);
        match contents(name, dose, &[]) {
            Contents::Steroids(list) => list
                .into_iter()
                .map(|one| {
                    let amount = one.amount.map(|amount| f64::from(amount.get()) / 10.0);
                    (one.name.unwrap_or_default(), amount)
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn the_data_is_whole() {
        let file: File = toml::from_str(FILE).unwrap();
        assert!(file.steroid.len() >= 6 && !source().is_empty());
        for known in &file.steroid {
            for name in std::iter::once(&known.name).chain(&known.also) {
                assert_eq!(read(&format!("{name} 10 mg"), ""), [one(&known.name, Some(10.0))], "{name}");
            }
        }
        for strength in &file.strength {
            assert!(steroid_in(&strength.name).is_some(), "{}", strength.name);
        }
    }

    #[rstest]
    #[case("dexamethasone 10 mg", "dexamethasone", 10.0)]
    #[case("8 mg dexamethasone", "dexamethasone", 8.0)]
    #[case("8 mg of dexamethasone", "dexamethasone", 8.0)]
    #[case("Kenalog 40 mg", "triamcinolone", 40.0)]
    #[case("Kenalog-40, 1 mL", "triamcinolone", 40.0)]
    #[case("1 ml Kenalog 40", "triamcinolone", 40.0)]
    #[case("Depo-Medrol 40 mg/mL 2 mL", "methylprednisolone", 80.0)]
    #[case("Depo-Medrol 40 mg/mL, 2 mL", "methylprednisolone", 80.0)]
    #[case("2 mL Depo-Medrol 40mg/ml", "methylprednisolone", 80.0)]
    #[case("Depomedrone 80mg", "methylprednisolone", 80.0)]
    #[case("80mg methylprednisolone + bupivacaine", "methylprednisolone", 80.0)]
    #[case("methylprednisolone acetate 80 mg/2 mL", "methylprednisolone", 80.0)]
    #[case("methylprednisolone 80 mg (40 mg/mL, 2 mL)", "methylprednisolone", 80.0)]
    #[case("triamcinolone (Kenalog) 40 mg with 2 mL lidocaine 1%", "triamcinolone", 40.0)]
    #[case("bupivacaine 0.25% 3 mL, dexamethasone 7,5 mg", "dexamethasone", 7.5)]
    #[case("dexamethasone 4 mg/mL 2.5 mL + saline 2 mL", "dexamethasone", 10.0)]
    #[case("dexamethasone 8 mg + somethingcaine 2 mL", "dexamethasone", 8.0)]
    #[case("Celestone Soluspan 2 mL", "betamethasone", 12.0)]
    #[case("betamethasone 6000 mcg", "betamethasone", 6.0)]
    #[case("0.01 g dexamethasone", "dexamethasone", 10.0)]
    fn amounts_are_read_in_any_order(#[case] dose: &str, #[case] name: &str, #[case] amount: f64) {
        assert_eq!(read("epidural injection", dose), [one(name, Some(amount))], "{dose}");
        assert_eq!(read(dose, ""), [one(name, Some(amount))], "in the name: {dose}");
    }

    #[rstest]
    #[case("about 10 mg dexamethasone, I think")]
    #[case("dexamethasone 10 mg twice")]
    #[case("dexamethasone 10 mg each side")]
    #[case("dexamethasone 2 x 4 mg")]
    #[case("dexamethasone 8-10 mg")]
    #[case("dexamethasone 8 or 10 mg")]
    #[case("dexamethasone 10 mg and again 8 mg")]
    #[case("dexamethasone 10")]
    #[case("dexamethasone 4 mg/mL")]
    #[case("dexamethasone 4 mg/mL, lidocaine 1% 2 mL")]
    #[case("dexamethasone 1,000 mg")]
    #[case("dexamethasone 0 mg")]
    #[case("dexamethasone 9 g")]
    #[case("dexamethasone 10 mg (4 mg/mL, 2 mL)")]
    #[case("dexamethasone")]
    #[case("dexamethasone 10 mg ???")]
    fn what_is_not_understood_as_a_whole_is_not_an_amount(#[case] dose: &str) {
        assert_eq!(read("epidural injection", dose), [one("dexamethasone", None)], "{dose}");
    }

    #[test]
    fn an_amount_alone_belongs_to_the_one_steroid_of_the_name() {
        assert_eq!(read("Depo-Medrol, caudal", "80mg"), [one("methylprednisolone", Some(80.0))]);
        assert_eq!(read("epidural steroid injection", "80mg"), [one("", None)]);
        assert_eq!(
            read("dexamethasone 10 mg injection", "8 mg"),
            [one("dexamethasone", None)],
            "the two disagree"
        );
        assert_eq!(
            read("dexamethasone injection", "triamcinolone 40 mg"),
            [one("triamcinolone", Some(40.0)), one("dexamethasone", None)]
        );
    }

    #[test]
    fn several_steroids_are_several() {
        assert_eq!(
            read("injection", "dexamethasone 8 mg + triamcinolone 40 mg"),
            [one("dexamethasone", Some(8.0)), one("triamcinolone", Some(40.0))]
        );
        assert_eq!(
            read("injection", "dexamethasone 8 mg + bupivacaine 2 mL + Unknownone 40 mg"),
            [one("dexamethasone", Some(8.0)), one("", None)],
            "a name that is not known may be a steroid"
        );
    }

    #[rstest]
    #[case("facet injection", Some("lidocaine 20 mg"), Contents::NoSteroid)]
    #[case("facet injection", Some("0.5 % bupivacaine 2 mL"), Contents::NoSteroid)]
    #[case("epidural blood patch", None, Contents::NoSteroid)]
    #[case("caudal epidural injection", None, Contents::NotTold)]
    #[case("facet injection", Some("3 sessions"), Contents::NotTold)]
    #[case("trigger point injection", Some("2 mL"), Contents::NotTold)]
    #[case("facet injection", Some("lidocaine 20 mg + Unknownone 40 mg"), Contents::NotTold)]
    fn what_else_was_given_is_no_steroid_and_silence_is_no_answer(
        #[case] name: &str,
        #[case] dose: Option<&str>,
        #[case] wanted: Contents,
    ) {
        assert_eq!(contents(name, dose, &[]), wanted);
    }

    #[test]
    fn prose_is_never_an_amount_and_never_forgotten() {
        let told = contents("epidural injection", None, &["with 40 mg triamcinolone, went well"]);
        let unread = Given {
            name: Some("triamcinolone".to_owned()),
            amount: None,
        };
        assert_eq!(told, Contents::Steroids(vec![unread]));
    }
}
