//! Allergies, red flags, implants, anticoagulants and conditions, as typed. An empty list never means "none".

use super::{Typed, typed};
use crate::{
    field::{Field, Part, fields, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Background, PartialDate, Reply, Text, When,
    background::{
        Allergy, AskedCondition, Comorbidities, Comorbidity, MedicinesAsked,
        allergy::{Certainty, Group, Severity},
    },
};
use std::collections::BTreeMap;

typed!(
    Background as BackgroundInput,
    with Group, Severity, Certainty, AllergyInput, Comorbidity, ConditionInput
);

the_same!(
    Answer<MedicinesAsked>,
    Option<Group>,
    Option<Severity>,
    Option<Certainty>,
);

fields! {
    /// An allergy, as typed.
    #[derive(Eq)]
    Allergy as AllergyInput {
        /// To what the body reacts, in words.
        substance: Text,
        /// To what kind of thing; none where nobody said.
        group: Option<Group>,
        /// What happened when it was met.
        reaction: Option<Text>,
        /// How bad it was.
        severity: Option<Severity>,
        /// How sure it is.
        certainty: Option<Certainty>,
        /// Since when it is known.
        since: When,
    }
}

fields! {
    /// What was answered of one condition, as typed.
    #[derive(Eq)]
    AskedCondition as ConditionInput {
        /// What was answered, or why nothing was.
        is: Reply,
        /// Since when it is there, as it was told.
        since: When,
        /// When it was asked; empty where nobody said.
        asked_on: Option<PartialDate>,
        /// The type, the treatment, how it was before.
        words: Option<Text>,
    }
}

/// What was typed of each condition.
type Conditions = BTreeMap<Comorbidity, ConditionInput>;

fields! {
    /// Safety and health background, as typed.
    Background as BackgroundInput {
        /// Allergies with their reactions; `absent` means asked and none known.
        allergies: Answer<Vec<AllergyInput>>,
        /// Red flags as recorded, in words.
        red_flags: Answer<Vec<Text>>,
        /// Implants and what is known of their MRI status.
        implants_mri: Answer<Vec<Text>>,
        /// Anticoagulants and antiplatelets, as they were told in words.
        anticoagulants: Answer<Vec<Text>>,
        /// Conditions that are asked about one by one; one that was not touched is not in it.
        #[ts(type = "Record<string, ConditionInput>")]
        comorbidities: Conditions,
        /// Conditions in words, beside those that are asked about one by one.
        conditions: Answer<Vec<Text>>,
        /// Whether medicines are taken at all; `absent` means asked, and none.
        medicines: Answer<MedicinesAsked>,
    }
}

impl Field for Conditions {
    type Fact = Comorbidities;
    type Typed = Self;

    fn typed(fact: &Comorbidities) -> Self {
        let typed = |(which, asked): (&Comorbidity, &AskedCondition)| (*which, ConditionInput::of(asked));
        fact.iter().map(typed).collect()
    }

    fn read(typed: &Self, path: &str, reading: &mut Reading) -> Option<Comorbidities> {
        let blank = ConditionInput::default();
        let touched = typed.iter().filter(|(_, one)| **one != blank);
        let read = touched.filter_map(|(which, one)| {
            let at = format!("{path}.{}.", which.name());
            Some((*which, one.read_at(&at, reading)?))
        });
        Some(read.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Missing, Problem, Typing};

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    #[test]
    fn the_three_states_of_allergies_read_back_and_a_list_of_nothing_was_not_asked() {
        let absent: Answer<Vec<AllergyInput>> = Answer::Missing(Missing::Absent);
        let blank = Answer::Value(vec![AllergyInput::default()]);
        let one = Answer::Value(vec![AllergyInput {
            substance: "penicillin".into(),
            group: Some(Group::Drug),
            reaction: "rash".into(),
            severity: Some(Severity::Mild),
            certainty: Some(Certainty::Unconfirmed),
            since: "about 1990".into(),
        }]);
        for (typed, back) in [
            (absent.clone(), absent),
            (Answer::default(), Answer::default()),
            (blank, Answer::default()),
            (one.clone(), one),
        ] {
            let input = BackgroundInput {
                allergies: typed,
                ..BackgroundInput::default()
            };
            let fact = input.read(&mut reading()).unwrap();
            assert_eq!(BackgroundInput::of(&fact).allergies, back);
        }
    }

    #[test]
    fn a_reaction_to_nothing_is_refused_at_its_line_and_an_untouched_condition_is_not_asked() {
        let typed: BackgroundInput = serde_json::from_value(serde_json::json!({
            "allergies": {"value": [{"substance": "latex"}, {"reaction": "rash"}]},
            "comorbidities": {
                "diabetes": {"is": "not_asked"},
                "pregnancy": {"is": "no", "asked_on": "today"},
                "bladder_disease": {"is": "yes", "since": "sometime"}
            }
        }))
        .unwrap();
        let mut reading = reading();
        typed.read(&mut reading);
        let paths: Vec<&str> = reading.issues.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "allergies.value.1.substance",
                "comorbidities.bladder_disease.since"
            ]
        );
        assert_eq!(reading.issues[0].problem, Problem::Required);
        assert_eq!(reading.moving.len(), 1, "today is meant for one day");
    }
}
