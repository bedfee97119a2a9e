//! What stands beside a treatment and may matter for it, for information: what else began before a response was told, and what is
//! known beside an anti-inflammatory.

use crate::{
    conditions, gates,
    record::Record,
    words::{joined, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Missing, Response, Treatment,
    background::Comorbidity,
    between::{Other, between},
    nsaid::{KIDNEY_DISEASE, Knowledge, ULCER_DISEASE, beside},
};

/// Most that are named of what began in between.
const NAMED: usize = 3;

/// What began between the start of a treatment and a response to it; nothing where nothing did.
pub(crate) fn began_between(record: &Record, treatment: &Treatment, response: &Response) -> Option<String> {
    let others = between(record, treatment, response);
    let more = others.len().saturating_sub(NAMED);
    let names = others.iter().take(NAMED).map(|other| match *other {
        Other::Operation(at) => Some(say_with!(
            "between-operation",
            [("number", (at + 1).to_string().into())]
        )),
        Other::Treatment(at) => Some(say_with!(
            "between-treatment",
            [
                ("number", (at + 1).to_string().into()),
                ("name", record.treatments.get(at)?.name.to_string().into()),
            ],
        )),
    });
    let names = joined(names, ", ")?;
    Some(say_with!(
        "between-began",
        [("names", names.into()), ("more", more.into())]
    ))
}

/// What is recorded beside the anti-inflammatories that are or may be taken, and what nobody asked; nothing where none is taken,
/// and where all of it was asked and nothing is named.
pub(crate) fn beside_nsaids(record: &Record, today: NaiveDate) -> Option<String> {
    let treatments = record.treatments.iter().map(|one| &one.fact);
    let found = beside(treatments, &record.background, today)?;
    let thinners = match gates::thinners_line(record, today) {
        Answer::Value(lines) => Some(lines),
        Answer::Missing(Missing::Absent) => Some(Vec::new()),
        Answer::Missing(_) => None,
    };
    let facts = [
        (say!("nsaid-blood-thinner"), thinners),
        (say!("nsaid-kidney"), names(record, KIDNEY_DISEASE, found.kidney)),
        (say!("nsaid-ulcer"), names(record, ULCER_DISEASE, found.ulcer)),
    ];
    if facts
        .iter()
        .all(|(_, names)| names.as_ref().is_some_and(Vec::is_empty))
    {
        return None;
    }
    let facts = facts.into_iter().map(|(what, names)| {
        let told = names.map_or_else(
            || say!("nsaid-not-known"),
            |names| joined(names.into_iter().map(Some), ", ").unwrap_or_else(|| say!("nsaid-not-named")),
        );
        Some(say_with!(
            "nsaid-fact",
            [("what", what.into()), ("told", told.into())]
        ))
    });
    let names = joined(found.medicines.into_iter().map(Some), ", ").unwrap_or_default();
    Some(say_with!(
        "nsaid-beside",
        [
            ("medicines", names.into()),
            ("facts", joined(facts, "; ").unwrap_or_default().into()),
        ],
    ))
}

/// What names a condition: the answer to its question in words, and the words that stand beside it. Empty where nothing does,
/// nothing where it is not known.
fn names(record: &Record, which: Comorbidity, known: Knowledge) -> Option<Vec<String>> {
    match known {
        Knowledge::Named { coded, words } => {
            let answer = coded.then(|| conditions::answered(&record.background, which));
            Some(answer.flatten().into_iter().chain(words).collect())
        }
        Knowledge::NotNamed => Some(Vec::new()),
        Knowledge::NotKnown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::{Value, json};

    fn told(more: Value) -> Option<String> {
        let mut lists = json!({"treatments": [{"kind": "drug", "name": "ibuprofen", "status": "running"}]});
        for (name, value) in more.as_object().unwrap() {
            lists[name] = value.clone();
        }
        beside_nsaids(&examples::record(&lists), examples::today())
    }

    #[test]
    fn what_is_beside_an_anti_inflammatory_is_said_and_what_nobody_asked_is_not_known() {
        assert_eq!(
            told(json!({})).unwrap(),
            "ibuprofen (anti-inflammatory), for information: blood thinner: not known; kidney disease: not known; ulcer or \
             bleeding of the gut: not known"
        );
        let named = told(json!({
            "background": {"anticoagulants": {"missing": "absent"}, "conditions": {"value": ["CKD stage 3"]}},
        }));
        assert_eq!(
            named.unwrap(),
            "ibuprofen (anti-inflammatory), for information: blood thinner: not named; kidney disease: CKD stage 3; ulcer or \
             bleeding of the gut: not named"
        );
        let coded = told(json!({"background": {
            "anticoagulants": {"missing": "absent"},
            "comorbidities": {"kidney_disease": {"is": "yes", "words": "stage 3"}, "peptic_ulcer": {"is": "no"}},
        }}));
        assert_eq!(
            coded.unwrap(),
            "ibuprofen (anti-inflammatory), for information: blood thinner: not named; kidney disease: chronic kidney disease (stage 3); \
             ulcer or bleeding of the gut: not named"
        );
        let thinner = told(json!({
            "anticoagulants": [{"name": "warfarin", "class": "vitamin_k_antagonist", "taking": "yes"}],
        }));
        assert!(thinner.unwrap().contains("blood thinner: warfarin"));
    }

    #[test]
    fn nothing_is_said_where_all_was_asked_and_nothing_is_named() {
        let none = json!({"background": {"anticoagulants": {"missing": "absent"}, "conditions": {"missing": "absent"}}});
        assert_eq!(told(none), None);
        let other = json!({"treatments": [{"kind": "drug", "name": "paracetamol", "status": "running"}]});
        assert_eq!(beside_nsaids(&examples::record(&other), examples::today()), None);
    }
}
