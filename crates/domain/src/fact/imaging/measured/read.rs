//! Reads a line of measured values: a name, perhaps a sign, a number and a unit, several between commas or semicolons.

use super::{Comparator, FindingMeasure, FindingMeasures, Problem, Quantity};

/// Units as people write them, and as they are kept.
const UNITS: [(&str, &str); 16] = [
    ("", ""),
    ("mm", "mm"),
    ("cm", "cm"),
    ("°", "°"),
    ("º", "°"),
    ("deg", "°"),
    ("degree", "°"),
    ("degrees", "°"),
    ("mm²", "mm²"),
    ("mm2", "mm²"),
    ("mm^2", "mm²"),
    ("%", "%"),
    ("percent", "%"),
    ("psi", "psi"),
    ("kpa", "kPa"),
    ("sd", ""),
];

/// Grades as they are often written.
const ROMAN: [(&str, f64); 5] = [("i", 1.0), ("ii", 2.0), ("iii", 3.0), ("iv", 4.0), ("v", 5.0)];

pub(super) fn measures(text: &str) -> Result<FindingMeasures, Problem> {
    let all = parts(text)
        .into_iter()
        .map(measure)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(all.into())
}

/// The parts between commas and semicolons; a comma between two digits is a decimal one.
fn parts(text: &str) -> Vec<&str> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices() {
        let decimal = sign == ','
            && is_digit(text.get(..at).and_then(|before| before.chars().next_back()))
            && is_digit(text.get(at + 1..).and_then(|after| after.chars().next()));
        if matches!(sign, ',' | ';' | '\n') && !decimal {
            found.extend(text.get(from..at));
            from = at + sign.len_utf8();
        }
    }
    found.extend(text.get(from..));
    found.retain(|part| !part.trim().is_empty());
    found
}

/// In small letters, with the minus that keyboards have.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('\u{2212}', "-")
}

fn measure(part: &str) -> Result<FindingMeasure, Problem> {
    let no = || Problem::NotAMeasurement {
        text: part.trim().to_owned(),
    };
    let low = folded(part.trim());
    // The longest name counts, so that "canal area" is not "canal" of an unknown unit.
    let begins = |name: &&str| low.starts_with(&folded(name));
    let names = Quantity::ALL.into_iter().flat_map(Quantity::names);
    let name = names.filter(|name| begins(name)).max_by_key(|name| name.len());
    let name = folded(name.ok_or_else(no)?);
    let rest = low.get(name.len()..).ok_or_else(no)?;
    let rest = rest.trim_start_matches([':', '=', ' ']);
    let rest = rest.strip_prefix("of ").unwrap_or(rest).trim();
    let (comparator, rest) = match (rest.strip_prefix('<'), rest.strip_prefix('>')) {
        (Some(rest), _) => (Some(Comparator::Below), rest.trim()),
        (_, Some(rest)) => (Some(Comparator::Above), rest.trim()),
        _ => (None, rest),
    };
    let called = |one: &Quantity| one.names().iter().any(|other| folded(other) == name);
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-')))
        .unwrap_or(rest.len());
    let (figures, unit) = rest.split_at(end);
    let roman = ROMAN.iter().find(|(word, _)| *word == rest);
    let (value, unit) = match (roman, number(figures)) {
        (Some((_, value)), _) if Quantity::ALL.iter().any(|one| called(one) && one.is_grade()) => {
            (*value, "")
        }
        (_, Some(value)) => (value, unit.trim()),
        _ => return Err(no()),
    };
    let (_, unit) = UNITS.iter().find(|(typed, _)| *typed == unit).ok_or_else(no)?;
    let fits = |one: &Quantity| match (*unit, one.units()) {
        // What has one unit alone has that unit.
        ("", [only]) => Some(only.name),
        (unit, units) => units.iter().find(|one| one.name == unit).map(|one| one.name),
    };
    let meant = Quantity::ALL.into_iter().filter(called);
    let meant: Vec<(Quantity, &str)> = meant.filter_map(|one| Some((one, fits(&one)?))).collect();
    match meant.as_slice() {
        [(quantity, unit)] => {
            FindingMeasure::new(*quantity, comparator, value, unit).map_err(|problem| match problem {
                Problem::NotAMeasurement { .. } => no(),
                other => other,
            })
        }
        _ => Err(no()),
    }
}

/// A number with a decimal point or comma; "1,200" is twelve hundred to some and one and a fifth to others.
fn number(figures: &str) -> Option<f64> {
    let unclear = figures
        .split_once(',')
        .is_some_and(|(whole, rest)| rest.len() == 3 && whole.trim_start_matches('-') != "0");
    let text = figures.replace(',', ".");
    text.parse::<f64>()
        .ok()
        .filter(|number| number.is_finite() && !unclear)
}
