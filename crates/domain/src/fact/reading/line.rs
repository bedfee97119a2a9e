//! Results as they are typed or pasted, one a line or parted by semicolons: "CRP <5 mg/L (0-5)", "Hb 13,4 g/dL L". A line is
//! taken apart and nothing in it is changed: number, unit and range stay as they were typed, and what is no result is given back.

use super::{
    flag::Flag,
    measured::{Comparator, What},
};

/// One result of a line, each part as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// What kind of value it is.
    pub what: Option<What>,
    /// Its name, where it has no code.
    pub name: String,
    /// The number with its sign, or the words.
    pub value: String,
    /// The unit, in the spelling that is kept where it is one of the kind; else as typed.
    pub unit: String,
    /// The range that stood beside it.
    pub reference: String,
    /// The laboratory's own mark.
    pub flag: Option<Flag>,
}

/// The results in a text, and the pieces that are none.
pub fn read(text: &str) -> (Vec<Line>, Vec<String>) {
    let mut found = Vec::new();
    let mut rest = Vec::new();
    for piece in pieces(text) {
        match one(piece) {
            Some(line) => found.push(line),
            None => rest.push(piece.to_owned()),
        }
    }
    (found, rest)
}

/// Lines, and within them what semicolons part, and commas before a name. A comma between digits is a decimal one.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.split(['\n', '\r', ';', '\t']) {
        let mut from = 0;
        let mut depth = 0_u32;
        for (at, c) in line.char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    let after = line.get(at + 1..).unwrap_or_default();
                    let named = after.trim_start().starts_with(|c: char| c.is_alphabetic());
                    if named
                        && after.starts_with(char::is_whitespace)
                        && !is_told_in_words(line.get(from..at))
                    {
                        found.push(line.get(from..at).unwrap_or_default());
                        from = at + 1;
                    }
                }
                _ => {}
            }
        }
        found.push(line.get(from..).unwrap_or_default());
    }
    let trimmed = found.into_iter().map(str::trim);
    trimmed.filter(|piece| !piece.is_empty()).collect()
}

/// Whether a piece is a result in words, in which a comma parts nothing.
fn is_told_in_words(piece: Option<&str>) -> bool {
    let known = piece.and_then(|piece| kind(piece.trim()));
    known.is_some_and(|(what, _)| what.in_words())
}

fn one(piece: &str) -> Option<Line> {
    let (what, name, rest) = match kind(piece) {
        Some((what, rest)) => (what, String::new(), rest),
        None => {
            let at = number_at(piece)?;
            let (name, rest) = piece.split_at(at);
            let name = name.trim().trim_end_matches([':', '=']).trim();
            if !name.contains(char::is_alphabetic) {
                return None;
            }
            (What::Other, name.to_owned(), rest)
        }
    };
    let rest = rest.trim_start_matches([':', '=', ' ', '\u{a0}']).trim();
    if what.in_words() {
        return (!rest.is_empty()).then(|| Line {
            what: Some(what),
            value: rest.to_owned(),
            ..Line::default()
        });
    }
    let (_, bare) = Comparator::split(rest);
    let digits = bare.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-')));
    let (number, after) = bare.split_at(digits.unwrap_or(bare.len()));
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "120/80" is two numbers, and what follows "12 Nov 2026" is a date.
    let second = after
        .strip_prefix('/')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if second || (what == What::Other && has_a_year(after)) {
        return None;
    }
    let sign = rest.get(..rest.len() - bare.len())?.trim();
    let after = after.trim();
    let (unmarked, flag) = flagged(after);
    // "1 L" is a litre: a letter is a mark only behind a unit, or where there is none to be had.
    let ratio = what.units().iter().any(|one| one.name.is_empty());
    let (after, flag) = match unmarked.is_empty() && !ratio {
        true => (after, None),
        false => (unmarked, flag),
    };
    let (after, reference) = ranged(after);
    let (unmarked, inner) = flagged(after);
    let (after, flag) = match flag {
        None if !unmarked.is_empty() || ratio => (unmarked, inner),
        _ => (after, flag),
    };
    let typed = after.trim().trim_end_matches([',', '.']);
    let unit = match what.unit(typed) {
        Some(known) => known.name.to_owned(),
        None => typed.to_owned(),
    };
    Some(Line {
        what: Some(what),
        name,
        value: format!("{sign}{number}"),
        unit,
        reference,
        flag,
    })
}

fn has_a_year(text: &str) -> bool {
    let mut digits = 0_u32;
    let mut before_a_range = text.chars().take_while(|c| !matches!(c, '(' | '['));
    before_a_range.any(|c| {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        digits >= 4
    })
}

/// Where the first number with its sign begins that follows a name.
fn number_at(piece: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in piece.char_indices() {
        let begins = c.is_ascii_digit() || matches!(c, '<' | '>' | '≤' | '≥');
        let signed = c == '-'
            && piece
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if at > 0 && (begins || signed) && (before.is_whitespace() || matches!(before, ':' | '=')) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// The laboratory's mark at the end of what follows a number, and what stands before it.
fn flagged(text: &str) -> (&str, Option<Flag>) {
    let text = text.trim();
    let (before, last) = match text.rsplit_once([' ', ')', ']']) {
        Some((before, last)) => (text.get(..text.len() - last.len()).unwrap_or(before), last),
        None => ("", text),
    };
    match Flag::read(last) {
        Some(flag) => (before.trim(), Some(flag)),
        None => (text, None),
    }
}

/// The range in brackets or after "ref", and what stands before it.
fn ranged(text: &str) -> (&str, String) {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, rest)) = text.split_once(open)
            && let Some((inside, _)) = rest.rsplit_once(close)
        {
            let inside = inside.trim();
            let inside = inside
                .strip_prefix("ref")
                .map_or(inside, |rest| rest.trim_start_matches(['.', ':', ' ']));
            return (before.trim(), inside.to_owned());
        }
    }
    match text.split_once("ref") {
        Some((before, rest)) if before.is_empty() || before.ends_with([' ', ',']) => {
            let rest = rest.trim_start_matches(['.', ':', ' ']);
            (before.trim().trim_end_matches(','), rest.trim().to_owned())
        }
        _ => (text, String::new()),
    }
}

/// Names under which results are written, folded, the longer before those that they begin with.
const NAMES: [(&str, What); 54] = [
    ("c-reactive protein", What::Crp),
    ("crp", What::Crp),
    ("erythrocyte sedimentation rate", What::Esr),
    ("sedimentation rate", What::Esr),
    ("sed rate", What::Esr),
    ("esr", What::Esr),
    ("white blood cells", What::WhiteCells),
    ("white cell count", What::WhiteCells),
    ("white cells", What::WhiteCells),
    ("leucocytes", What::WhiteCells),
    ("leukocytes", What::WhiteCells),
    ("wbc", What::WhiteCells),
    ("wcc", What::WhiteCells),
    ("neutrophils", What::Neutrophils),
    ("neut", What::Neutrophils),
    ("haemoglobin", What::Haemoglobin),
    ("hemoglobin", What::Haemoglobin),
    ("hgb", What::Haemoglobin),
    ("hb", What::Haemoglobin),
    ("platelets", What::Platelets),
    ("plt", What::Platelets),
    ("inr", What::Inr),
    ("creatinine", What::Creatinine),
    ("crea", What::Creatinine),
    ("egfr", What::Egfr),
    ("haemoglobin a1c", What::Hba1c),
    ("hemoglobin a1c", What::Hba1c),
    ("hba1c", What::Hba1c),
    ("a1c", What::Hba1c),
    ("glucose", What::Glucose),
    ("25-oh vitamin d", What::VitaminD),
    ("25-hydroxyvitamin d", What::VitaminD),
    ("25-oh-d", What::VitaminD),
    ("vitamin d", What::VitaminD),
    ("vit d", What::VitaminD),
    ("prostate-specific antigen", What::Psa),
    ("psa", What::Psa),
    ("blood cultures", What::BloodCulture),
    ("blood culture", What::BloodCulture),
    ("serum protein electrophoresis", What::Electrophoresis),
    ("electrophoresis", What::Electrophoresis),
    ("spep", What::Electrophoresis),
    ("temperature", What::Temperature),
    ("temp", What::Temperature),
    ("post-void residual", What::ResidualUrine),
    ("residual urine", What::ResidualUrine),
    ("pvr", What::ResidualUrine),
    ("breathing rate", What::Breaths),
    ("respiratory rate", What::Breaths),
    ("rr", What::Breaths),
    ("weight", What::Weight),
    ("wt", What::Weight),
    ("height", What::Height),
    ("ht", What::Height),
];

/// The kind whose name a piece begins with, the longest of those that fit, and what follows it.
fn kind(piece: &str) -> Option<(What, &str)> {
    let fits = |name: &str| {
        let begins = piece
            .get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name));
        let rest = piece.get(name.len()..).unwrap_or_default();
        // "Hb" is not the beginning of "HbA1c", nor "CRP" of "CRP ratio".
        let ends = rest.trim_start_matches([':', '=', ' ', '\u{a0}']);
        let bare = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/');
        let value =
            ends.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '≤' | '≥' | '-'));
        (begins && bare).then_some((rest, value))
    };
    let all = NAMES.iter().filter_map(|(name, what)| {
        let (rest, value) = fits(name)?;
        (value || what.in_words()).then_some((name.len(), *what, rest))
    });
    all.max_by_key(|(length, _, _)| *length)
        .map(|(_, what, rest)| (what, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn line(what: What, value: &str, unit: &str, reference: &str, flag: Option<Flag>) -> Line {
        Line {
            what: Some(what),
            name: String::new(),
            value: value.to_owned(),
            unit: unit.to_owned(),
            reference: reference.to_owned(),
            flag,
        }
    }

    #[rstest]
    #[case("CRP <5 mg/L (0-5)", line(What::Crp, "<5", "mg/L", "0-5", None))]
    #[case("crp: 12,5mg/dl", line(What::Crp, "12,5", "mg/dL", "", None))]
    #[case("CRP 12", line(What::Crp, "12", "", "", None))]
    #[case(
        "Hb 13,4 g/dL [13,5-17,5] L",
        line(What::Haemoglobin, "13,4", "g/dL", "13,5-17,5", Some(Flag::Low))
    )]
    #[case(
        "Hb 13.4 g/dL L (13.5-17.5)",
        line(What::Haemoglobin, "13.4", "g/dL", "13.5-17.5", Some(Flag::Low))
    )]
    #[case("HbA1c 48 mmol/mol", line(What::Hba1c, "48", "mmol/mol", "", None))]
    #[case("Haemoglobin A1c: 6.5 %", line(What::Hba1c, "6.5", "%", "", None))]
    #[case(
        "WBC 11.4 x10^9/L H",
        line(What::WhiteCells, "11.4", "10^9/L", "", Some(Flag::High))
    )]
    #[case("INR 2.0 ref 2-3", line(What::Inr, "2.0", "", "2-3", None))]
    #[case(
        "eGFR >= 90 mL/min/1.73m2",
        line(What::Egfr, ">=90", "mL/min/1.73 m²", "", None)
    )]
    #[case("25-OH vitamin D 42 nmol/L", line(What::VitaminD, "42", "nmol/L", "", None))]
    #[case("ESR 32 furlongs", line(What::Esr, "32", "furlongs", "", None))]
    #[case(
        "Blood cultures: no growth, 5 days",
        line(What::BloodCulture, "no growth, 5 days", "", "", None)
    )]
    #[case("Temp 38,2 C", line(What::Temperature, "38,2", "°C", "", None))]
    #[case(
        "WBC 11400 /µL (4000-11000)",
        line(What::WhiteCells, "11400", "/µL", "4000-11000", None)
    )]
    #[case("PVR 1 L", line(What::ResidualUrine, "1", "L", "", None))]
    #[case("INR 4.1 H", line(What::Inr, "4.1", "", "", Some(Flag::High)))]
    fn a_result_is_taken_apart_and_not_changed(#[case] text: &str, #[case] wanted: Line) {
        assert_eq!(read(text), (vec![wanted], Vec::new()));
    }

    #[test]
    fn results_are_parted_by_lines_semicolons_and_commas_before_a_name() {
        let (found, rest) = read("CRP 12,5 mg/L, ESR 32 mm/h; Hb 134 g/L\nseen by Dr Example\n");
        let seen: Vec<(Option<What>, &str)> =
            found.iter().map(|one| (one.what, one.value.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Some(What::Crp), "12,5"),
                (Some(What::Esr), "32"),
                (Some(What::Haemoglobin), "134")
            ]
        );
        assert_eq!(rest, ["seen by Dr Example"]);
    }

    #[rstest]
    #[case("BP 120/80 mmHg")]
    #[case("Collected 12 Nov 2026")]
    #[case("12 mg/L")]
    #[case("CRP pending")]
    fn what_is_no_result_is_given_back(#[case] text: &str) {
        assert_eq!(read(text), (Vec::new(), vec![text.to_owned()]));
    }

    #[test]
    fn what_has_no_code_keeps_its_own_name_and_a_longer_name_is_not_cut() {
        let (found, _) = read("Ferritin 44 µg/L; CRP ratio 3; Leg length -1.5 cm");
        let names: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|one| (one.name.as_str(), one.value.as_str(), one.unit.as_str()))
            .collect();
        assert_eq!(
            names,
            [
                ("Ferritin", "44", "µg/L"),
                ("CRP ratio", "3", ""),
                ("Leg length", "-1.5", "cm")
            ]
        );
    }
}
