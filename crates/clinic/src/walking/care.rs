//! Cautions for which the record gives cause, in words with the entries that they come from. They are information; a plan has
//! what a clinician ticked.

use crate::{
    conditions, diagnoses,
    noun::symptom,
    record::Record,
    words::{
        Word, detail, flags, imaging, joined, say, say_with, sentence, surgery,
        symptom::{strength, tolerances},
    },
};
use chrono::NaiveDate;
use lamina_api::walking::{WalkingCare, WalkingCareSource};
use lamina_domain::{
    When,
    diagnosis::Term,
    walking::{Care, CareSource, Settings, cares},
};

/// The cautions for which the record gives cause on `today`.
pub(crate) fn care(record: &Record, settings: &Settings, today: NaiveDate) -> Vec<WalkingCare> {
    let programmes = record.programmes();
    let plan = programmes.last().map(|programme| programme.plan);
    let told = |one: Care| WalkingCare {
        caution: one.caution,
        words: one.caution.word(),
        ticked: plan.is_some_and(|plan| plan.cautions.contains(&one.caution)),
        from: one
            .from
            .into_iter()
            .filter_map(|from| source(record, from))
            .collect(),
    };
    cares(record, settings, today).into_iter().map(told).collect()
}

fn source(record: &Record, from: CareSource) -> Option<WalkingCareSource> {
    let (noun, entry) = from.entry(record);
    Some(WalkingCareSource {
        text: sentence(&text(record, from)?),
        noun,
        entry,
    })
}

fn text(record: &Record, from: CareSource) -> Option<String> {
    match from {
        CareSource::Symptom(at) => {
            let one = record.symptoms.get(at)?;
            let walks = one.walking.value().and_then(|_| tolerances(one));
            let more = joined([strength(one), walks], ", ");
            joined([Some(symptom::named(one)), more], ": ")
        }
        CareSource::Finding(at, number) => {
            let study = record.imaging.get(at)?;
            let finding = study.findings.get(number)?;
            let kinds = study.modalities().into_iter().map(|one| Some(one.word()));
            let levels = (!finding.levels.is_empty()).then(|| finding.levels.to_string());
            let what = joined([Some(imaging::finding(finding)), levels], ", ")?;
            Some(dated(&joined(kinds, ", ")?, study.when, &what))
        }
        CareSource::Diagnosis(at) => {
            let one = record.diagnoses.get(at)?;
            let what = diagnoses::what(one, Term::default());
            Some(dated(&one.certainty.word(), one.judged, &what))
        }
        CareSource::Condition(which) => conditions::answered(&record.background, which),
        CareSource::Answer(at, question) => {
            let asked_on = record.flags.get(at)?.asked_on;
            let asked = say!("walking-care-asked");
            Some(dated(&asked, When::date(asked_on), &flags::input(question)))
        }
        CareSource::Operation(at) => {
            let one = record.surgeries.get(at)?;
            let number = (at + 1).to_string();
            let operation = say_with!("implant-source-operation", [("number", number.into())]);
            Some(dated(&operation, one.when, &surgery::what(one, "; ")))
        }
        CareSource::Examination(at) => {
            let one = record.examinations.get(at)?;
            let count = one.falls.value()?.get();
            let falls = say_with!("exam-falls", [("count", count.into())]);
            Some(dated(&say!("walking-care-examined"), one.when, &falls))
        }
    }
}

/// "MRI, 3 May 2026: central stenosis, L4-L5".
fn dated(source: &str, when: When, what: &str) -> String {
    let when = (!when.is_unknown()).then(|| when.to_string());
    let head = joined([Some(source.to_owned()), when], ", ").unwrap_or_default();
    detail(&head, what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::json;

    #[test]
    fn a_caution_names_each_entry_that_gives_cause_and_whether_it_is_ticked() {
        let mut lists = examples::programme(10, None, &[]);
        lists["walking_plans"][0]["cautions"] = json!(["claudication"]);
        lists["symptoms"] = json!([{"site": "leg", "side": {"value": "left"}, "qualities": ["shooting"],
            "intensity": {"value": 8}, "intensity_kind": "worst"}]);
        lists["imaging"] = json!([{"modality": "mri", "when": "3 May 2026",
            "findings": [{"kind": "central_stenosis", "severity": "severe", "levels": "L4-L5"}]}]);
        lists["background"] = json!({"comorbidities": {"osteoporosis": {"is": "yes"}}});
        lists["surgeries"] = json!([{"procedures": ["TLIF L4-L5"], "when": "3 Sep 2026"}]);
        lists["flags"] = json!([{"asked_on": "3 May 2026", "answers": {"unsteady_gait": {"is": "yes"}}}]);
        let found = care(&examples::record(&lists), &Settings::default(), examples::today());
        let said: Vec<(bool, &str)> = found
            .iter()
            .flat_map(|one| one.from.iter().map(|from| (one.ticked, from.text.as_str())))
            .collect();
        assert_eq!(
            said,
            [
                (false, "Leg, left: 8/10, worst"),
                (true, "MRI, 3 May 2026: central stenosis, severe, L4-L5"),
                (false, "Osteoporosis"),
                (false, "Operation 1, 3 Sep 2026: TLIF L4-L5"),
                (false, "Asked about red flags, 3 May 2026: unsteady walking"),
            ]
        );
    }
}
