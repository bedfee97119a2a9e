//! Which typed values say that an answer is missing. Files write it in many ways; none of them is an answer, a zero or a no.
//!
//! Source: the marks of common programs (R and SPSS, Stata, SAS, spreadsheets, pandas, SQL) and of the owners' own files; the
//! list is Lamina's own.

use super::data::{Instrument, Item};

/// Words and signs that say missing, lower case.
const WORDS: [&str; 39] = [
    "",
    ".",
    "..",
    "...",
    "-",
    "--",
    "---",
    "?",
    "*",
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "#na",
    "<na>",
    "nan",
    "null",
    "nil",
    "missing",
    "miss",
    "mis",
    "unknown",
    "unk",
    "blank",
    "empty",
    "no data",
    "no answer",
    "not answered",
    "unanswered",
    "not recorded",
    "not done",
    "not asked",
    "not available",
    "not known",
    "skipped",
    "declined",
    "refused",
    "no response",
];

/// Numbers that no form and no measurement gives.
const NEVER: [f64; 11] = [
    -9.0, -99.0, -999.0, -9999.0, -99999.0, -8.0, -88.0, -888.0, -7.0, -77.0, -777.0,
];
/// Numbers that say missing where an answer can't be that high.
const TOO_HIGH: [f64; 4] = [99.0, 999.0, 9999.0, 99999.0];

/// Whether a typed value says that the answer to question `number` (from 1) is missing; 0 stands for the total. A number says
/// so only where it can't be a value: of a question with a highest answer above that, and never of what is measured, since
/// there an impossible number is a slip of the pen and is refused.
pub fn says_missing(instrument: &Instrument, number: usize, typed: &str) -> bool {
    let low = typed.trim().to_lowercase().replace(['–', '—', '−'], "-");
    if WORDS.contains(&low.as_str()) {
        return true;
    }
    let Ok(value) = low.replace(',', ".").parse::<f64>() else {
        return false;
    };
    let highest = match number.checked_sub(1) {
        Some(at) => instrument.items.get(at).and_then(highest),
        None => instrument.max,
    };
    // Codes are written as they are; no rounding is involved.
    let among = |codes: &[f64]| codes.iter().any(|code| (code - value).abs() < f64::EPSILON);
    among(&NEVER)
        || among(&instrument.missing) && highest.is_some_and(|most| value > most)
        || among(&TOO_HIGH) && highest.is_some_and(|most| value > most)
}

fn highest(item: &Item) -> Option<f64> {
    item.max
}

#[cfg(test)]
mod tests {
    use super::super::{instrument, instruments};
    use super::*;
    use rstest::rstest;

    #[test]
    fn every_word_is_missing_in_every_question_of_every_instrument() {
        for one in instruments() {
            for number in 0..=one.items.len() {
                for word in WORDS {
                    assert!(says_missing(one, number, word), "{} {number}: {word}", one.id);
                    assert!(
                        says_missing(one, number, &format!(" {} ", word.to_uppercase())),
                        "{word}"
                    );
                }
                for code in NEVER {
                    assert!(
                        says_missing(one, number, &code.to_string()),
                        "{} {number}: {code}",
                        one.id
                    );
                    assert!(says_missing(one, number, &format!("{code}.0")), "{code}");
                }
            }
        }
    }

    #[test]
    fn nothing_that_can_be_an_answer_is_missing() {
        for one in instruments() {
            for (number, item) in (1..).zip(&one.items) {
                let most = item.max.or(one.most).unwrap_or(100.0);
                let mut value = item.min;
                while value <= most {
                    assert!(
                        !says_missing(one, number, &value.to_string()),
                        "{} {number}: {value}",
                        one.id
                    );
                    value += 1.0;
                }
            }
            for key in one.answers.iter().filter_map(|answer| answer.key.as_ref()) {
                assert!(!says_missing(one, 1, &key.replace('_', " ")), "{key}");
            }
        }
    }

    #[rstest]
    #[case("odi", "999", true)]
    #[case("phq-9", "99", true)]
    #[case("nrs", "99.0", true)]
    #[case("eq-vas", "99", false)]
    #[case("eq-vas", "999", true)]
    #[case("eq-5d-5l", "9", true)]
    #[case("odi", "9", false)]
    #[case("tug", "99", false)]
    #[case("tug", "999", false)]
    #[case("6mwt", "9999", false)]
    #[case("6mwt", "-99", true)]
    #[case("nrs", "none", false)]
    #[case("nrs", "11", false)]
    fn a_number_is_missing_only_where_it_can_be_no_value(
        #[case] id: &str,
        #[case] typed: &str,
        #[case] missing: bool,
    ) {
        assert_eq!(says_missing(instrument(id).unwrap(), 1, typed), missing);
    }
}
