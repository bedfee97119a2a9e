//! What a text says was injected: each steroid with its amount, in any order ("8 mg dexamethasone", "Kenalog 40 mg",
//! "Depo-Medrol 40 mg/mL 2 mL", "80mg methylprednisolone + bupivacaine"). Names are data (`gates/steroids.toml`).
//!
//! What must hold: an amount is read only where everything around it is understood; what is not is given back as unread, so
//! that a total can say that it lacks it. Nothing is guessed and nothing is dropped.

use super::{
    MilligramTenths,
    names::LIST,
    part::{Drug, Part, parts, settled},
    token::{THOUSAND, Token, tokens},
};

/// One steroid that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenSteroid {
    /// Its name, lower case; nothing where it is not said which steroid it was.
    pub name: Option<String>,
    /// How much, where that can be read.
    pub amount: Option<MilligramTenths>,
}

/// What was injected, as far as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// At least one steroid is named; each has its amount where that can be read.
    Steroids(Vec<GivenSteroid>),
    /// Something else, and no steroid is named.
    NoSteroid,
    /// It is not told, or not in a way that can be read.
    NotTold,
}

fn given(part: &Part, strict: bool) -> Option<GivenSteroid> {
    let known = LIST.steroid.get(part.steroid()?)?;
    let tenths = |thousandths: u64| {
        let whole = thousandths.is_multiple_of(THOUSAND / 10);
        let tenths = whole.then(|| i64::try_from(thousandths / (THOUSAND / 10)).ok())??;
        MilligramTenths::try_from(tenths)
            .ok()
            .filter(|amount| amount.get() > 0)
    };
    Some(GivenSteroid {
        name: Some(known.name.clone()),
        amount: part.milligrams(strict).and_then(tenths),
    })
}

/// The steroids of a text; `strict` where every word has to be understood.
fn steroids(text: &str, strict: bool) -> Vec<GivenSteroid> {
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
    let unread = |one: &GivenSteroid| GivenSteroid {
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
    let also = by_name
        .iter()
        .filter(|one| !found.iter().any(|other| other.name == one.name));
    let also: Vec<GivenSteroid> = also.cloned().collect();
    found.extend(also);
    for one in &mut found {
        let other = by_name
            .iter()
            .find(|other| other.name == one.name && other.amount.is_some());
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
        found.push(GivenSteroid {
            name: None,
            amount: None,
        });
    }
    if !found.is_empty() {
        return Contents::Steroids(found);
    }
    let texts = std::iter::once(name).chain(dose).chain(prose.iter().copied());
    if texts.into_iter().any(says_kind) {
        return Contents::Steroids(vec![GivenSteroid {
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
mod tests;
