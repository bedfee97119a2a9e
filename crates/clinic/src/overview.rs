//! A record at a glance, in words: its story, the year behind it, what was tried, what is missing.

use crate::{
    details,
    noun::symptom::named,
    record::Record,
    responses,
    treatments::{beside::beside_nsaids, untried},
    visits::last_held,
    words::{joined, neuromodulation, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::overview::{GapView, LadderView, TriedView, UntriedView};
use lamina_domain::{
    Noun, Surgery, Treatment, When,
    gaps::{Gap, gaps},
    ladder::{Effect, Rung, effect, paths_tried},
};

/// Most symptoms that the story names.
const NAMED: usize = 3;

/// Who and why in two sentences: the operations, and what hurts since when. A third says when the patient was seen last, where a
/// visit says so.
pub(crate) fn story(record: &Record) -> Vec<String> {
    let mut story = vec![operations(record), symptoms(record)];
    story.extend(last_held(record));
    story
}

fn operations(record: &Record) -> String {
    let all = lamina_domain::operations::operations(record);
    let when = |one: Option<&Surgery>| match one.filter(|one| !one.when.is_unknown()) {
        Some(one) => one.when.to_string(),
        None => say!("story-date-not-recorded"),
    };
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return match record.surgeries.last() {
            None => say!("story-no-operation"),
            // What was done to a stimulator or a pump is no operation on the spine, and no reason to say nothing.
            Some(one) => say_with!(
                "story-device-only",
                [("what", one.what(" ").into()), ("when", when(Some(one)).into())]
            ),
        };
    };
    let stages: Vec<String> = last.entries(record).map(|one| one.what(" ")).collect();
    let what = stages.join("; ");
    if all.len() == 1 {
        return say_with!(
            "story-operation",
            [
                ("what", what.into()),
                ("when", when(last.entries(record).next()).into())
            ]
        );
    }
    say_with!(
        "story-operations",
        [
            ("count", all.len().into()),
            ("first", when(first.entries(record).next()).into()),
            ("what", what.into()),
            ("when", when(last.entries(record).last()).into()),
        ],
    )
}

fn symptoms(record: &Record) -> String {
    // What is over belongs to the history.
    let present: Vec<_> = record.symptoms.iter().filter(|one| one.is_present()).collect();
    let count = present.len();
    if count == 0 {
        return say!("story-no-symptom");
    }
    let named = present.into_iter().rev().take(NAMED).map(|symptom| {
        let title = named(symptom);
        Some(match symptom.onset.is_unknown() {
            true => title,
            false => say_with!(
                "story-since",
                [
                    ("symptom", title.into()),
                    ("onset", symptom.onset.to_string().into())
                ],
            ),
        })
    });
    let named = joined(named, "; ").unwrap_or_default();
    let more = count.saturating_sub(NAMED);
    say_with!(
        "story-symptoms",
        [("symptoms", named.into()), ("more", more.into())]
    )
}

/// What was tried and what was not, the least invasive first, and what is to be known beside medicines.
pub(crate) fn ladder(record: &Record, today: NaiveDate) -> LadderView {
    LadderView {
        tried: tried(record, today),
        untried: not_tried(record),
        beside: beside_nsaids(record, today).into_iter().collect(),
    }
}

/// What was considered and not tried, the least invasive first, on one rung the latest first.
fn not_tried(record: &Record) -> Vec<UntriedView> {
    let newest = record.untried.iter().rev();
    let mut all: Vec<UntriedView> = newest
        .filter_map(|kept| {
            Some(UntriedView {
                entry: kept.id()?,
                rung: Rung::of(kept.fact.kind),
                name: untried::name(&kept.fact),
                because: untried::why(&kept.fact).unwrap_or_default(),
            })
        })
        .collect();
    all.sort_by_key(|one| one.rung);
    all
}

/// Every treatment, the least invasive first, on one rung the latest first, and behind them the paths that no treatment tells of.
fn tried(record: &Record, today: NaiveDate) -> Vec<TriedView> {
    let mut all: Vec<TriedView> = record
        .treatments
        .iter()
        .rev()
        .filter_map(|kept| {
            let treatment = &kept.fact;
            Some(TriedView {
                entry: kept.id()?,
                noun: Noun::Treatment,
                rung: Rung::of(treatment.kind),
                effect: effect(treatment),
                standing: treatment.standing(today),
                name: name(treatment),
                medicine: treatment
                    .medicine_on(today)
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                when: when(treatment),
                response: responses::on_the_screen(treatment, Some(record))
                    .next()
                    .unwrap_or_default(),
            })
        })
        .collect();
    let paths = paths_tried(record).into_iter();
    all.extend(paths.filter_map(|one| {
        let kept = record.neuromodulations.get(one.path)?;
        Some(TriedView {
            entry: kept.id()?,
            noun: Noun::Neuromodulation,
            rung: one.rung,
            effect: Effect::NotRecorded,
            standing: one.standing,
            name: neuromodulation::path(&kept.fact),
            medicine: String::new(),
            when: between(&one.began, &one.ended),
            response: String::new(),
        })
    }));
    all.sort_by_key(|one| one.rung);
    all
}

/// "Transforaminal epidural, L5-S1, left".
pub(crate) fn name(treatment: &Treatment) -> String {
    let parts = [
        Some(treatment.name.to_string()),
        details::levels(&treatment.levels),
        details::side(&treatment.side),
    ];
    joined(parts, ", ").unwrap_or_default()
}

/// "Jan 2022 to Aug 2022".
pub(crate) fn when(treatment: &Treatment) -> String {
    between(&treatment.started, &treatment.ended)
}

fn between(started: &When, ended: &When) -> String {
    let started = match started.is_unknown() {
        true => say!("story-date-not-recorded"),
        false => started.to_string(),
    };
    match ended.is_unknown() {
        true => started,
        false => say_with!(
            "chart-to",
            [("label", started.into()), ("ended", ended.to_string().into())],
        ),
    }
}

/// What is missing or old, in words, each with the kind of entry that would fill it.
pub(crate) fn missing(record: &Record, today: NaiveDate) -> Vec<GapView> {
    gaps(record, today)
        .into_iter()
        .map(|gap| {
            let (noun, text) = match gap {
                Gap::NoOperation => (Noun::Surgery, say!("gap-no-operation")),
                Gap::OperationsWithoutLevel(count) => (
                    Noun::Surgery,
                    say_with!("gap-operations-without-level", [("count", count.into())]),
                ),
                Gap::OperationsWithoutDate(count) => (
                    Noun::Surgery,
                    say_with!("gap-operations-without-date", [("count", count.into())]),
                ),
                Gap::OperationsWithoutResult(count) => (
                    Noun::Surgery,
                    say_with!("gap-operations-without-result", [("count", count.into())]),
                ),
                Gap::NoSymptom => (Noun::Symptom, say!("gap-no-symptom")),
                Gap::NoExamination => (Noun::Examination, say!("gap-no-examination")),
                Gap::TreatmentsWithoutResponse(count) => (
                    Noun::Treatment,
                    say_with!("gap-treatments-without-response", [("count", count.into())]),
                ),
                Gap::NoScore => (Noun::Score, say!("gap-no-score")),
                Gap::ScoresWithoutDate => (Noun::Score, say!("gap-scores-without-date")),
                Gap::OldScores(when) => (
                    Noun::Score,
                    say_with!("gap-old-scores", [("when", when.to_string().into())]),
                ),
                Gap::OldFlags(day) => (
                    Noun::Flag,
                    say_with!("gap-old-flags", [("when", day.to_string().into())]),
                ),
                Gap::NoGoal => (Noun::Goal, say!("gap-no-goal")),
            };
            GapView { noun, text }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::json;

    #[test]
    fn the_story_tells_operations_and_what_still_hurts_and_what_is_not_known() {
        let of = |lists: serde_json::Value| story(&examples::record(&lists)).join(" ");
        assert_eq!(
            of(json!({})),
            "No operation is recorded. No symptom is recorded that is not over."
        );
        // Trap 20: two stages are one operation, a stimulator is none, and where nothing else is recorded that is said.
        let staged = of(json!({"surgeries": [
            {"procedures": ["discectomy"], "levels": "L4-L5", "when": "2009"},
            {"procedures": ["ALIF"], "levels": "L4-S1", "when": "May 2019"},
            {"procedures": ["fixation"], "levels": "L4-S1", "when": "June 2019", "stage_of": "operation 2"},
            {"procedures": ["Spinal cord stimulator trial"], "when": "2020"}]}));
        assert!(
            staged
                .starts_with("2 operations, the first 2009, the last ALIF L4-S1; fixation L4-S1, Jun 2019."),
            "{staged}"
        );
        let device = of(json!({"surgeries": [{"procedures": ["SCS implant"], "when": "2020"}]}));
        assert!(
            device.starts_with(
                "No operation on the spine is recorded beside what was done to a stimulator or a pump"
            ),
            "{device}"
        );
        let told = of(json!({
            "surgeries": [{"procedures": ["discectomy"], "levels": "L4-L5"},
                {"procedures": ["fusion"], "levels": "L4-S1", "when": "May 2019"}],
            "symptoms": [{"site": "neck", "onset": "2010", "resolved": "2012"},
                {"site": "leg", "side": {"value": "left"}, "onset": "2 months after operation 2"}, {"site": "low back"}]
        }));
        assert_eq!(
            told,
            "2 operations, the first date not recorded, the last fusion L4-S1, May 2019. \
             Symptoms: low back; leg, left, since 2 months after operation 2."
        );
    }
}
