//! A code of ICD-10-CM, the American modification: not of the ICD-10 of the WHO, in which M54.5 is a whole code, and not of
//! ICD-11. A code that exists has its form, is no heading of more exact ones as far as those are known here, and has the
//! seventh character where its chapter asks for one.

mod leaves;

pub use leaves::RELEASE;

use crate::value::issue::Problem;
use leaves::LEAVES;
use std::{fmt, str::FromStr};

/// How many more exact codes are named at most.
const NAMED: usize = 6;

/// A code in its normal form: "M96.1", "T84.216A".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Icd10Cm(String);

impl Icd10Cm {
    /// The code in its normal form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it stands in the list that is held here, and so is known to be coded as it stands.
    pub fn is_listed(&self) -> bool {
        LEAVES.contains(&self.as_str())
    }

    /// Whether the two are never coded together (Excludes1): chronic pain syndrome beside other chronic pain, a radiculopathy
    /// beside the disc disorder or spondylosis that says it already.
    pub fn excludes(&self, other: &Self) -> bool {
        let pair = |one: &str, others: &[&str]| {
            let begins = |code: &Self, with: &str| code.0.starts_with(with);
            let one_way = |a: &Self, b: &Self| begins(a, one) && others.iter().any(|other| begins(b, other));
            one_way(self, other) || one_way(other, self)
        };
        pair("G89.4", &["G89.2"]) || pair("M54.1", &["M50.1", "M51.1", "M47.2"])
    }
}

impl fmt::Display for Icd10Cm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A code with its dot, where the text has the form of one: a letter, a digit, a digit or letter, and up to four more.
fn with_dot(text: &str) -> Option<String> {
    let plain: String = text.trim().to_ascii_uppercase();
    let (head, tail) = match plain.split_once('.') {
        Some((head, tail)) if head.len() == 3 && !tail.is_empty() => (head.to_owned(), tail.to_owned()),
        Some(_) => return None,
        None => (plain.get(..3)?.to_owned(), plain.get(3..)?.to_owned()),
    };
    let mut letters = head.bytes();
    let is_head = letters.next().is_some_and(|b| b.is_ascii_uppercase())
        && letters.next().is_some_and(|b| b.is_ascii_digit())
        && letters.next().is_some_and(|b| b.is_ascii_alphanumeric());
    let is_tail = tail.len() <= 4 && tail.bytes().all(|b| b.is_ascii_alphanumeric());
    match (is_head && is_tail, tail.is_empty()) {
        (false, _) => None,
        (true, true) => Some(head),
        (true, false) => Some(format!("{head}.{tail}")),
    }
}

/// The code as it would be with the seventh character of a first treatment, where its chapter needs one and it has none.
/// Burns by their extent (T30 to T32) have none.
fn with_seventh(code: &str) -> Option<String> {
    let needs = code.starts_with(['S', 'T']) && !["T30", "T31", "T32"].iter().any(|of| code.starts_with(of));
    let plain = code.replace('.', "");
    let (stem, last) = plain.split_at(plain.len().min(6));
    let has = match code.starts_with('T') {
        true => matches!(last, "A" | "D" | "S"),
        false => last.bytes().all(|b| b.is_ascii_uppercase()) && !last.is_empty(),
    };
    if !needs || has {
        return None;
    }
    // "T84.63A" lacks the place of the sixth: it is filled by X.
    let stem = stem
        .strip_suffix(['A', 'D', 'S'])
        .filter(|_| last.is_empty())
        .unwrap_or(stem);
    with_dot(&format!("{stem:X<6}A"))
}

impl FromStr for Icd10Cm {
    type Err = Problem;

    /// Reads "M96.1", "m96.1" and "M961".
    fn from_str(text: &str) -> Result<Self, Problem> {
        let code = with_dot(text).ok_or_else(|| Problem::NotIcd10Cm {
            text: text.trim().to_owned(),
        })?;
        let below = LEAVES
            .iter()
            .filter(|leaf| **leaf != code && leaf.starts_with(&code));
        let mut instead: Vec<String> = below.map(|leaf| (*leaf).to_owned()).collect();
        instead.truncate(NAMED);
        if !instead.is_empty() {
            return Err(Problem::CodeNotWhole { typed: code, instead });
        }
        if let Some(instead) = with_seventh(&code) {
            return Err(Problem::SeventhMissing { typed: code, instead });
        }
        Ok(Self(code))
    }
}

crate::value::written::as_text!(
    Icd10Cm,
    "a whole code of ICD-10-CM, such as \"M96.1\" or \"T84.216A\""
);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn code(text: &str) -> Icd10Cm {
        text.parse().unwrap()
    }

    #[test]
    fn every_listed_code_is_whole_and_the_list_is_in_order() {
        for leaf in LEAVES {
            assert_eq!(leaf.parse::<Icd10Cm>().unwrap().as_str(), *leaf);
            assert!(code(leaf).is_listed());
        }
        assert!(LEAVES.is_sorted());
    }

    #[rstest]
    #[case(" m961 ", "M96.1")]
    #[case("m48061", "M48.061")]
    #[case("t84.216a", "T84.216A")]
    #[case("I10", "I10")]
    #[case("S32.010A", "S32.010A")]
    #[case("T31.0", "T31.0")]
    fn a_code_is_written_in_its_normal_form(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(code(typed).to_string(), shown);
    }

    #[rstest]
    #[case("M54.5", &["M54.50", "M54.51", "M54.59"])]
    #[case("M48.06", &["M48.061", "M48.062"])]
    #[case("M51.36", &["M51.360", "M51.361", "M51.362", "M51.369"])]
    #[case("M51.37", &["M51.370", "M51.371", "M51.372", "M51.379"])]
    #[case("G96.19", &["G96.198"])]
    #[case("M51.3", &["M51.360", "M51.361", "M51.362", "M51.369", "M51.370", "M51.371"])]
    fn trap_40_a_heading_is_no_code_and_what_to_choose_is_named(
        #[case] typed: &str,
        #[case] leaves: &[&str],
    ) {
        let instead = leaves.iter().map(|leaf| (*leaf).to_owned()).collect();
        let refused = Problem::CodeNotWhole {
            typed: typed.to_owned(),
            instead,
        };
        assert_eq!(typed.parse::<Icd10Cm>(), Err(refused));
    }

    #[rstest]
    #[case("T84.298", "T84.298A")]
    #[case("T84.7", "T84.7XXA")]
    #[case("T81.4A", "T81.4XXA")]
    #[case("S13.4", "S13.4XXA")]
    #[case("T84.298B", "T84.298A")]
    fn trap_40_a_code_of_injury_or_complication_needs_its_seventh_character(
        #[case] typed: &str,
        #[case] instead: &str,
    ) {
        let refused = Problem::SeventhMissing {
            typed: typed.to_owned(),
            instead: instead.to_owned(),
        };
        assert_eq!(typed.parse::<Icd10Cm>(), Err(refused));
    }

    #[test]
    fn trap_40_what_is_never_coded_together_is_known_whichever_stands_first() {
        let excludes = |one: &str, other: &str| code(one).excludes(&code(other));
        for (one, other) in [
            ("G89.4", "G89.28"),
            ("G89.4", "G89.29"),
            ("M54.16", "M51.16"),
            ("M54.12", "M50.122"),
            ("M54.17", "M47.26"),
        ] {
            assert!(excludes(one, other) && excludes(other, one), "{one} {other}");
        }
        assert!(!excludes("G89.28", "G89.29"));
        assert!(!excludes("M54.16", "M96.1"));
    }

    #[rstest]
    #[case("MG30.21")]
    #[case("MG30.2")]
    #[case("96.1")]
    #[case("M9")]
    #[case("M96.12345")]
    #[case("M96.")]
    #[case("back pain")]
    #[case("é96.1")]
    fn trap_41_what_has_not_the_form_is_refused_and_so_is_a_code_of_icd_11(#[case] typed: &str) {
        let text = typed.to_owned();
        assert_eq!(typed.parse::<Icd10Cm>(), Err(Problem::NotIcd10Cm { text }));
    }
}
