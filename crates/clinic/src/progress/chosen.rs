//! Which lines are drawn: the scores unless one was put away, and of what was measured those that were chosen.

use super::{
    lines::{Line, choice, lines},
    measures::{self, Amount, Axis, axes},
    panels::counts,
};
use crate::{
    record::Record,
    words::{joined, say},
};
use lamina_api::progress::{LineChoice, LineGroup, MeasuredRow};
use lamina_charts::Panel;
use std::collections::BTreeMap;

/// What was chosen, by the keys of lines; the scores are drawn and nothing else where nothing was.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection(BTreeMap<String, bool>);

impl Selection {
    /// What a request chose.
    pub(crate) fn of(lines: &BTreeMap<String, bool>) -> Self {
        Self(lines.clone())
    }

    /// Whether the scores of a line are drawn.
    pub(super) fn draws_line(&self, line: &Line<'_>) -> bool {
        let first = line.dated.first().or(line.blank.first()).map(|one| one.score);
        let first = first.or(line.open.first().copied());
        first.is_none_or(|score| self.draws(&choice(&score.measure), true))
    }

    fn draws(&self, key: &str, usually: bool) -> bool {
        self.0.get(key).copied().unwrap_or(usually)
    }

    fn axes(&self, record: &Record) -> Vec<Axis> {
        if !self.0.values().any(|drawn| *drawn) {
            return Vec::new();
        }
        let mut all = axes(record);
        all.retain(|axis| self.draws(&axis.key, false));
        all
    }

    /// The panels of what was measured and chosen.
    pub(super) fn panels(&self, record: &Record) -> Vec<Panel> {
        self.axes(record).iter().filter_map(measures::panel).collect()
    }
}

/// What can be drawn in a record: its scores in the order of the chart, then what was measured. What shares a key, such as all
/// that has no code, is chosen together.
pub(crate) fn choices(record: &Record, chosen: &Selection) -> Vec<LineChoice> {
    let mut all: Vec<LineChoice> = Vec::new();
    let mut add = |key: String, label: String, group: LineGroup, count: usize, usually: bool| {
        if count == 0 {
            return;
        }
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        match all.iter_mut().find(|one| one.key == key) {
            Some(known) => {
                known.count = known.count.saturating_add(count);
                known.label = together(&key).unwrap_or_else(|| known.label.clone());
            }
            None => all.push(LineChoice {
                drawn: chosen.draws(&key, usually),
                key,
                label,
                group,
                count,
            }),
        }
    };
    for line in lines(record) {
        let scores = line
            .dated
            .iter()
            .map(|one| one.score)
            .chain(line.open.iter().copied());
        let drawn: Vec<_> = scores.filter(|score| counts(score)).collect();
        let Some(first) = drawn.first() else { continue };
        let name = match first.measure.instrument() {
            Some(instrument) => instrument.name.clone(),
            None => crate::words::measure(&first.measure),
        };
        add(choice(&first.measure), name, LineGroup::Score, drawn.len(), true);
    }
    for axis in axes(record) {
        add(axis.key, axis.title, axis.group, axis.values.len(), false);
    }
    all
}

/// What is chosen by one key and has several names.
fn together(key: &str) -> Option<String> {
    match key {
        "score:number" => Some(say!("chart-other-measures")),
        "reading:other" => Some(say!("chart-other-readings")),
        _ => None,
    }
}

/// Every value of what was measured and chosen, axis by axis, in the order of time; what has no date stands at the end of its
/// axis.
pub(crate) fn measured_rows(record: &Record, chosen: &Selection) -> Vec<MeasuredRow> {
    let mut rows = Vec::new();
    for axis in chosen.axes(record) {
        let (placed, open): (Vec<_>, Vec<_>) = axis.values.iter().partition(|value| value.at.is_some());
        for value in placed.into_iter().chain(open) {
            let told = measures::told(&axis, value);
            let unlimited = (value.amount == Amount::Unlimited).then(|| say!("chart-unlimited"));
            let notes = told.notes.into_iter().map(Some).chain([unlimited]);
            rows.push(MeasuredRow {
                noun: value.entry.map(|(noun, _)| noun),
                id: value.entry.map(|(_, id)| id),
                when: told.when,
                measure: told.measure,
                value: told.value,
                note: joined(notes, "; ").unwrap_or_default(),
                placed: value.at.is_some(),
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        examples::record,
        own_rules::OwnRules,
        progress::{Origin, progress_from},
    };
    use serde_json::json;

    fn lists() -> serde_json::Value {
        json!({
            "scores": [
                {"measure": "odi", "value": 58, "when": "3 May 2024"},
                {"measure": "instrument", "instrument": "tug", "total": 14, "when": "3 May 2024"}
            ],
            "readings": [
                {"what": "crp", "value": 85, "unit": "mg/L", "when": "3 Jan 2023"},
                {"what": "other", "name": "Ferritin", "value": 44, "unit": "µg/L", "when": "3 May 2026"},
                {"what": "other", "name": "Leg length", "value": 1, "unit": "cm", "when": "unknown"},
                {"what": "blood_culture", "words": "no growth", "when": "3 May 2026"}
            ]
        })
    }

    fn titles(chosen: &[(&str, bool)]) -> (Vec<String>, String) {
        let chosen = chosen
            .iter()
            .map(|(key, drawn)| ((*key).to_owned(), *drawn))
            .collect();
        let record = record(&lists());
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let chart = progress_from(
            &record,
            &OwnRules::default(),
            today,
            &Origin::default(),
            &Selection::of(&chosen),
        )
        .chart;
        let titles = chart.panels.into_iter().map(|panel| panel.title).collect();
        (titles, chart.start.to_string())
    }

    #[test]
    fn scores_are_drawn_unasked_and_what_was_measured_where_it_is_chosen() {
        let (drawn, start) = titles(&[]);
        assert_eq!(drawn, ["Disability (ODI)", "Timed up and go, 3 m (TUG)"]);
        assert_eq!(start, "2024-05-03");
        let (drawn, start) = titles(&[("reading:crp", true), ("score:tug", false)]);
        assert_eq!(drawn, ["Disability (ODI)", "CRP"]);
        assert_eq!(start, "2023-01-03", "the axis of time holds what is drawn");
    }

    #[test]
    fn every_line_is_offered_once_by_a_key_without_a_word_of_the_patient() {
        let record = record(&lists());
        let offered = choices(&record, &Selection::default());
        let seen: Vec<(&str, &str, u32, bool)> = offered
            .iter()
            .map(|one| (one.key.as_str(), one.label.as_str(), one.count, one.drawn))
            .collect();
        assert_eq!(
            seen,
            [
                ("score:odi", "ODI", 1, true),
                ("score:tug", "TUG", 1, true),
                ("reading:crp", "CRP", 1, false),
                ("reading:other", "Other values by name", 2, false),
            ]
        );
    }

    #[test]
    fn a_value_without_a_date_stands_in_the_table_and_says_so() {
        let chosen = [("reading:other".to_owned(), true)].into();
        let rows = measured_rows(&record(&lists()), &Selection::of(&chosen));
        let seen: Vec<(&str, &str, bool)> = rows
            .iter()
            .map(|row| (row.measure.as_str(), row.value.as_str(), row.placed))
            .collect();
        assert_eq!(
            seen,
            [("Ferritin", "44 µg/L", true), ("Leg length", "1 cm", false)]
        );
    }
}
