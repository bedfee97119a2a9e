//! How somebody lives, as it stands: of each thing what was told last, with its day, and that it was asked again in vain where
//! a later asking brought no answer. Earlier answers stay in their entries.

use crate::{
    details::Details,
    record::Record,
    words::{Word, joined, message, say, say_with, taking, words},
};
use lamina_api::shown::Detail;
use lamina_domain::{
    Answer, Circumstance, Missing, When,
    circumstance::{Capacity, Care, Claim, Driving, Home, Interpreter, Senses, Smoking, Work},
};

words! {
    Smoking {
        Never => "value-smoking-never",
        Former => "value-smoking-former",
        Current => "value-smoking-current",
    }
    Work {
        Working => "value-work-working",
        Reduced => "value-work-reduced",
        SickLeave => "value-work-sick-leave",
        Unemployed => "value-work-unemployed",
        Retired => "value-work-retired",
        Student => "value-work-student",
        Homemaker => "value-work-homemaker",
        DisabilityPension => "value-work-disability-pension",
        Other => "value-work-other",
    }
    Claim {
        Open => "value-claim-open",
        Settled => "value-claim-settled",
    }
    Home {
        Alone => "value-home-alone",
        WithOthers => "value-home-with-others",
        CareHome => "value-home-care-home",
        NoFixedHome => "value-home-no-fixed-home",
    }
    Care {
        HasCarer => "value-care-has-carer",
        IsCarer => "value-care-is-carer",
        Both => "value-care-both",
    }
    Driving {
        Yes => "value-driving-yes",
        No => "value-driving-no",
        AdvisedNot => "value-driving-advised-not",
    }
    Capacity {
        Has => "value-capacity-has",
        Partly => "value-capacity-partly",
        Lacks => "value-capacity-lacks",
    }
    Interpreter {
        NotNeeded => "value-interpreter-not-needed",
        Needed => "value-interpreter-needed",
    }
    Senses {
        Good => "value-sense-good",
        WithAid => "value-sense-with-aid",
        Difficult => "value-sense-difficult",
    }
}

/// One thing of which an asking may tell: its label, and what was told of it.
struct Thing {
    label: String,
    told: fn(&Circumstance) -> Told,
}

/// What one asking tells of one thing.
enum Told {
    Nothing,
    /// Asked, without an answer.
    Missing(Missing),
    /// What was answered, in words.
    Answer(String),
}

fn things() -> Vec<Thing> {
    let thing = |label: String, told: fn(&Circumstance) -> Told| Thing { label, told };
    vec![
        thing(say!("shown-circumstance-work"), |one| {
            let since = dated(message!("circumstance-since"), &one.work_since);
            answer(&one.work, [since])
        }),
        thing(say!("shown-circumstance-occupation"), |one| {
            words_alone(one.occupation.as_ref().map(ToString::to_string))
        }),
        thing(say!("shown-circumstance-smoking"), |one| {
            let since = match one.smoking {
                Answer::Value(Smoking::Former) => message!("circumstance-stopped"),
                _ => message!("circumstance-since"),
            };
            let amount = one.smoking_amount.as_ref().map(ToString::to_string);
            answer(&one.smoking, [amount, dated(since, &one.smoking_since)])
        }),
        thing(say!("shown-circumstance-claim"), |one| {
            answer(&one.claim, [one.claim_words.as_ref().map(ToString::to_string)])
        }),
        thing(say!("shown-circumstance-home"), |one| {
            answer(&one.home, [one.home_words.as_ref().map(ToString::to_string)])
        }),
        thing(say!("shown-circumstance-care"), |one| {
            answer(&one.care, [one.care_words.as_ref().map(ToString::to_string)])
        }),
        thing(say!("shown-circumstance-driving"), |one| answer(&one.driving, [])),
        thing(say!("shown-circumstance-capacity"), |one| {
            answer(
                &one.capacity,
                [one.capacity_words.as_ref().map(ToString::to_string)],
            )
        }),
        thing(say!("shown-circumstance-language"), |one| {
            words_alone(one.language.as_ref().map(ToString::to_string))
        }),
        thing(say!("shown-circumstance-interpreter"), |one| {
            answer(&one.interpreter, [])
        }),
        thing(say!("shown-circumstance-hearing"), |one| answer(&one.hearing, [])),
        thing(say!("shown-circumstance-vision"), |one| answer(&one.vision, [])),
        thing(say!("shown-circumstance-mental-health"), |one| {
            words_alone(one.mental_health.as_ref().map(ToString::to_string))
        }),
        thing(say!("shown-circumstance-family-history"), |one| {
            words_alone(one.family_history.as_ref().map(ToString::to_string))
        }),
    ]
}

fn dated(id: taking!["when"], when: &When) -> Option<String> {
    (!when.is_unknown()).then(|| say_with!(id, [("when", when.to_string().into())]))
}

/// A coded answer with what stands beside it; where nobody was asked, that alone.
fn answer<T: Word, const N: usize>(coded: &Answer<T>, more: [Option<String>; N]) -> Told {
    let first = match coded {
        Answer::Value(value) => Some(value.word()),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) if more.iter().all(Option::is_none) => return Told::Missing(*missing),
        Answer::Missing(missing) => Some(missing.word()),
    };
    words_alone(joined([first].into_iter().chain(more), ", "))
}

fn words_alone(words: Option<String>) -> Told {
    words.map_or(Told::Nothing, Told::Answer)
}

/// What one asking tells, thing by thing.
pub(crate) fn details(one: &Circumstance) -> Details {
    let mut details = Details::default();
    for thing in things() {
        let told = match (thing.told)(one) {
            Told::Nothing => None,
            Told::Missing(missing) => Some(missing.word()),
            Told::Answer(words) => Some(words),
        };
        details.add(&thing.label, told);
    }
    details
}

/// Of each thing what was told last with its day, in the order in which they are told. `record` stands in the order of time.
pub(crate) fn standing(record: &Record) -> Vec<Detail> {
    let mut details = Details::default();
    for thing in things() {
        details.add(&thing.label, stands(record, &thing));
    }
    details.0
}

fn stands(record: &Record, thing: &Thing) -> Option<String> {
    let mut again: Option<(&When, Missing)> = None;
    for one in record.circumstances.iter().rev() {
        match (thing.told)(one) {
            Told::Nothing => {}
            Told::Missing(missing) => again = again.or(Some((&one.when, missing))),
            Told::Answer(words) => return Some(with_day(words, &one.when, again)),
        }
    }
    again.map(|(when, missing)| with_day(missing.word(), when, None))
}

fn with_day(what: String, when: &When, again: Option<(&When, Missing)>) -> String {
    let told = match when.is_unknown() {
        true => say_with!("circumstance-stands-undated", [("what", what.into())]),
        false => say_with!(
            "circumstance-stands",
            [("what", what.into()), ("when", when.to_string().into())]
        ),
    };
    match again {
        None => told,
        Some((when, missing)) => say_with!(
            "circumstance-asked-again",
            [
                ("what", told.into()),
                ("when", when.to_string().into()),
                ("missing", missing.word().into()),
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::json;

    fn lines(circumstances: serde_json::Value) -> Vec<(String, String)> {
        let record = examples::record(&json!({ "circumstances": circumstances })).in_order();
        standing(&record)
            .into_iter()
            .map(|one| (one.label, one.text))
            .collect()
    }

    #[test]
    fn what_was_told_last_stands_with_its_day_and_an_empty_answer_hides_nothing() {
        let told = lines(json!([
            {"when": "May 2026", "work": {"value": "sick_leave"}, "work_since": "Apr 2026", "driving": {"value": "advised_not"}},
            {"when": "2019", "work": {"value": "working"}, "smoking": {"value": "current"}, "smoking_amount": "10 a day"},
            {"when": "Nov 2026", "driving": {"missing": "declined"}, "hearing": {"missing": "unknown"}}
        ]));
        let told: Vec<(&str, &str)> = told
            .iter()
            .map(|(label, text)| (label.as_str(), text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("Work", "off sick, since Apr 2026 (told May 2026)"),
                ("Smoking", "current, 10 a day (told 2019)"),
                (
                    "Driving",
                    "advised not to drive (told May 2026); asked again Nov 2026: declined"
                ),
                ("Hearing", "unknown (told Nov 2026)"),
            ]
        );
    }

    #[test]
    fn nothing_told_is_nothing_said() {
        assert_eq!(lines(json!([])), []);
        assert_eq!(lines(json!([{"note": "moved house"}])), []);
    }
}
