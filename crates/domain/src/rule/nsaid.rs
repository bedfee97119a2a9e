//! An anti-inflammatory beside what it is looked at for: a blood thinner, a disease of the kidneys, an ulcer or bleeding of the
//! gut. It says what is recorded of each and what nobody asked; it says nothing of stopping or choosing a medicine.
//!
//! Blood thinners come from their register, the two others from the conditions that are asked about one by one and from those that
//! were noted in words. What a list does not name is not named, which is no more than that.
//!
//! The combination is clinical.md's own proposal and is for a clinician to confirm.

use super::listed::{About, Rule, by_id};
use crate::{
    fact::{
        background::{Background, Comorbidity},
        treatment::{Kind, Treatment},
    },
    value::{
        answer::{Answer, Missing},
        medicine::{class, in_words},
        reply::Reply,
        sure::Sure,
    },
};
use chrono::NaiveDate;

/// What the record tells of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Knowledge {
    /// It is there by the answer to its question, or named in these words, or both.
    Named {
        /// Whether the condition itself was answered with yes.
        coded: bool,
        /// The words that name it.
        words: Vec<String>,
    },
    /// It was asked about, and it is not named.
    NotNamed,
    /// Nobody asked, or the answer is not known.
    NotKnown,
}

/// Anti-inflammatories that are or may be taken, and what is told beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The names of the treatments, in their order.
    pub medicines: Vec<String>,
    /// Disease of the kidneys.
    pub kidney: Knowledge,
    /// Ulcer or bleeding of the gut.
    pub ulcer: Knowledge,
}

/// The condition that is a disease of the kidneys.
pub const KIDNEY_DISEASE: Comorbidity = Comorbidity::KidneyDisease;
/// The condition that is an ulcer or bleeding of the gut.
pub const ULCER_DISEASE: Comorbidity = Comorbidity::PepticUlcer;

/// Words of a disease of the kidneys, lower case; each begins a word.
const KIDNEY: [&str; 6] = ["kidney", "renal", "ckd", "nephro", "dialysis", "esrd"];
/// The same of ulcers and bleeding of the stomach and gut; each begins a word or is several.
const ULCER: [&str; 14] = [
    "peptic",
    "gastric ulcer",
    "duodenal ulcer",
    "stomach ulcer",
    "gastroduodenal ulcer",
    "ulcer disease",
    "gi bleed",
    "gastrointestinal bleed",
    "gastric bleed",
    "stomach bleed",
    "haematemesis",
    "hematemesis",
    "melaena",
    "melena",
];
/// What in front of it says that it is not there, or that it is somebody else's.
const NOT_THERE: [&str; 8] = [
    "no ",
    "not ",
    "denies",
    "without",
    "never",
    "family history",
    "father",
    "mother",
];

/// What stands beside the anti-inflammatories of these treatments; nothing where none is or may be taken.
pub fn beside<'t>(
    treatments: impl IntoIterator<Item = &'t Treatment>,
    background: &Background,
    today: NaiveDate,
) -> Option<Beside> {
    let taken = treatments.into_iter().filter(|one| holds_nsaid(one, today));
    let medicines: Vec<String> = taken.map(|one| one.name.to_string()).collect();
    (!medicines.is_empty()).then(|| Beside {
        medicines,
        kidney: known(background, KIDNEY_DISEASE, &KIDNEY),
        ulcer: known(background, ULCER_DISEASE, &ULCER),
    })
}

/// Whether a treatment is an anti-inflammatory of the body that is or may be taken.
pub fn holds_nsaid(treatment: &Treatment, today: NaiveDate) -> bool {
    if treatment.kind != Kind::Drug || !treatment.may_be_current(today) {
        return false;
    }
    match treatment.medicine_on(today) {
        Some(medicine) => medicine.is_nsaid_of_the_body(),
        None => in_words(treatment.name.as_str()).is_some_and(|one| one.is_nsaid_of_the_body()),
    }
}

/// What was answered to the question and what the words say. Words that name it stand, whatever was answered; a no tells that it is
/// not there, and silence leaves it to the words.
fn known(background: &Background, asked: Comorbidity, wanted: &[&str]) -> Knowledge {
    let reply = background
        .comorbidities
        .get(&asked)
        .map_or(Reply::NotAsked, |one| one.is);
    let texts = background.conditions.value().map_or(&[][..], Vec::as_slice);
    let words: Vec<String> = texts
        .iter()
        .filter(|text| names_one(text.as_str(), wanted))
        .map(ToString::to_string)
        .collect();
    let coded = reply == Reply::Yes;
    if coded || !words.is_empty() {
        return Knowledge::Named { coded, words };
    }
    match (reply, &background.conditions) {
        (Reply::No, _) | (Reply::NotAsked, Answer::Value(_) | Answer::Missing(Missing::Absent)) => {
            Knowledge::NotNamed
        }
        _ => Knowledge::NotKnown,
    }
}

fn names_one(text: &str, wanted: &[&str]) -> bool {
    let low = text.to_lowercase();
    let begins_word = |at: usize| {
        let before = low.get(..at);
        before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    };
    let stands = |one: &&str| low.match_indices(*one).any(|(at, _)| begins_word(at));
    wanted.iter().any(stands) && !NOT_THERE.iter().any(|not| low.starts_with(not))
}

/// The rules as they are listed.
pub fn rules() -> Vec<Rule> {
    let class = Rule {
        about: About::Names {
            sources: class::source().to_owned(),
        },
        ..by_id("medicine.class", 1, Sure::Medium)
    };
    vec![class, by_id("medicine.nsaid", 2, Sure::Low)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    fn drug(name: &str, more: &str) -> Treatment {
        serde_json::from_str(&format!(r#"{{"kind":"drug","name":"{name}"{more}}}"#)).unwrap()
    }

    fn named(coded: bool, words: &[&str]) -> Knowledge {
        Knowledge::Named {
            coded,
            words: words.iter().map(ToString::to_string).collect(),
        }
    }

    #[rstest]
    #[case("ibuprofen", "", true)]
    #[case("NSAID", "", true)]
    #[case("Nurofen 400 mg tds", "", true)]
    #[case("paracetamol", "", false)]
    #[case("naproxen", r#","ended":"2020""#, false)]
    #[case("naproxen", r#","status":"unknown""#, true)]
    fn what_is_or_may_be_taken_counts(#[case] name: &str, #[case] more: &str, #[case] wanted: bool) {
        assert_eq!(holds_nsaid(&drug(name, more), today()), wanted);
    }

    #[rstest]
    #[case(r#"{}"#, Knowledge::NotKnown, Knowledge::NotKnown)]
    #[case(
        r#"{"conditions":{"missing":"unknown"}}"#,
        Knowledge::NotKnown,
        Knowledge::NotKnown
    )]
    #[case(
        r#"{"conditions":{"missing":"absent"}}"#,
        Knowledge::NotNamed,
        Knowledge::NotNamed
    )]
    #[case(
        r#"{"conditions":{"value":["asthma","leg ulcer","no kidney disease"]}}"#,
        Knowledge::NotNamed,
        Knowledge::NotNamed
    )]
    #[case(
        r#"{"conditions":{"value":["CKD stage 3","peptic ulcer 2012"]}}"#,
        named(false, &["CKD stage 3"]),
        named(false, &["peptic ulcer 2012"])
    )]
    #[case(
        r#"{"conditions":{"value":["adrenal adenoma"]}}"#,
        Knowledge::NotNamed,
        Knowledge::NotNamed
    )]
    #[case(
        r#"{"comorbidities":{"kidney_disease":{"is":"yes"},"peptic_ulcer":{"is":"no"}},"conditions":{"value":["one kidney"]}}"#,
        named(true, &["one kidney"]),
        Knowledge::NotNamed
    )]
    #[case(
        r#"{"comorbidities":{"kidney_disease":{"is":"unknown"},"peptic_ulcer":{"is":"no"}},"conditions":{"missing":"absent"}}"#,
        Knowledge::NotKnown,
        Knowledge::NotNamed
    )]
    #[case(
        r#"{"comorbidities":{"kidney_disease":{"is":"no"}},"conditions":{"value":["CKD stage 3"]}}"#,
        named(false, &["CKD stage 3"]),
        Knowledge::NotNamed
    )]
    fn what_nobody_asked_is_not_known_and_never_none(
        #[case] background: &str,
        #[case] kidney: Knowledge,
        #[case] ulcer: Knowledge,
    ) {
        let background: Background = serde_json::from_str(background).unwrap();
        let found = beside([&drug("ibuprofen", "")], &background, today()).unwrap();
        assert_eq!((found.kidney, found.ulcer), (kidney, ulcer));
        assert_eq!(found.medicines, ["ibuprofen"]);
        assert_eq!(beside([&drug("codeine", "")], &background, today()), None);
    }
}
