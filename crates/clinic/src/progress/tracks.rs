//! What was tried, as rows below the scores: one row of the ladder each, what happened once as a sign, what went on as a bar
//! from its start to its end. What is not known stays open: a start known to a year is an outline, a treatment of which no
//! end is known is dotted, and one without a place in time is counted.

use super::lines::span;
use crate::{overview, record::Record, responses, words::Word};
use chrono::NaiveDate;
use lamina_charts::{Caption, EventKind, ProgressChart, Span, Spell, SpellEnd, Track};
use lamina_domain::{Standing, Treatment, before_after::Ends, ladder::Rung, schedule};

/// The chart with its treatments as rows in place of marks in the plots, and how many of them have no place in time.
pub(crate) fn with_tracks(
    mut chart: ProgressChart,
    record: &Record,
    today: NaiveDate,
) -> (ProgressChart, usize) {
    chart.events.retain(|event| event.kind == EventKind::Operation);
    for (number, event) in (1..).zip(&mut chart.events) {
        event.number = number;
    }
    let mut not_placed = 0;
    let tracks = Rung::ALL.into_iter().enumerate().map(|(style, rung)| {
        let own = record.treatments.iter().filter(|one| Rung::of(one.kind) == rung);
        let spells = own.filter_map(|treatment| {
            let spell = spell(treatment, record, rung, today);
            not_placed += usize::from(spell.is_none());
            spell
        });
        Track {
            name: rung.word(),
            style,
            spells: spells.collect(),
        }
    });
    let on_the_axis = |spell: &Spell| {
        let ended = match spell.end {
            SpellEnd::Ended(end) => end.to < chart.start,
            _ => false,
        };
        !ended && spell.begin.from <= chart.end
    };
    let tracks: Vec<Track> = tracks.collect();
    chart.tracks = tracks
        .into_iter()
        .filter(|track| track.spells.iter().any(on_the_axis))
        .collect();
    (chart, not_placed)
}

/// How long a treatment that began in these days went on, as far as it is told.
pub(crate) fn ends(treatment: &Treatment, record: &Record, begin: Span, today: NaiveDate) -> Ends {
    let ended = span(record, &treatment.ended).filter(|end| end.to >= begin.from);
    match (treatment.standing(today), ended) {
        (_, end) if treatment.is_once(today) && end.is_none_or(|end| end == begin) => Ends::Once,
        (_, Some(end)) => Ends::Ended(schedule::Span {
            // It cannot have ended before it began.
            from: end.from.max(begin.from),
            to: end.to,
        }),
        (Standing::Running, None) => Ends::GoesOn,
        _ => Ends::NotKnown,
    }
}

/// A treatment as it lies in time; nothing where its start has no place there.
fn spell(treatment: &Treatment, record: &Record, rung: Rung, today: NaiveDate) -> Option<Spell> {
    let begin = span(record, &treatment.started)?;
    let end = match ends(treatment, record, begin, today) {
        Ends::Once => SpellEnd::Once,
        Ends::Ended(end) => SpellEnd::Ended(Span {
            from: end.from,
            to: end.to,
        }),
        Ends::GoesOn => SpellEnd::GoesOn,
        Ends::NotKnown => SpellEnd::Unknown,
    };
    let medicine = treatment.medicine.as_ref().map(ToString::to_string);
    let name = overview::name(treatment);
    Some(Spell {
        begin,
        end,
        label: medicine.clone().unwrap_or_else(|| name.clone()),
        told: Caption {
            measure: rung.word(),
            value: medicine.unwrap_or(name),
            when: overview::when(treatment),
            notes: responses::on_the_screen(treatment, Some(record))
                .take(1)
                .collect(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::{progress, tests::record};
    use super::*;
    use crate::own_rules::OwnRules;

    #[test]
    fn what_was_tried_lies_under_the_scores_as_it_is_known_to_have_gone_on() {
        let mut record = record(super::super::tests::TWO);
        for treatment in [
            r#"{"kind":"drug","name":"pregabalin","started":"Jan 2022","ended":"Aug 2024"}"#,
            r#"{"kind":"drug","name":"duloxetine","started":"3 May 2024","status":"running"}"#,
            r#"{"kind":"drug","name":"amitriptyline","started":"2023","stopped":{"value":"ineffective"}}"#,
            r#"{"kind":"injection","name":"caudal epidural","started":"5 June 2024","responses":[{"relief":{"value":40}}]}"#,
            r#"{"kind":"block","name":"facet block","started":"2 July 2024","status":"one_off","stopped":{"value":"completed"}}"#,
            r#"{"kind":"physiotherapy","name":"core exercises","started":"2010","ended":"2011"}"#,
            r#"{"kind":"drug","name":"tramadol"}"#,
        ] {
            record
                .treatments
                .push(serde_json::from_str::<Treatment>(treatment).unwrap().into());
        }
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let chart = progress(&record, &OwnRules::default(), today).chart;
        let (chart, not_placed) = with_tracks(chart, &record, today);
        assert_eq!(not_placed, 1, "tramadol has no start");
        assert!(
            chart
                .events
                .iter()
                .all(|event| event.kind == EventKind::Operation)
        );
        let told: Vec<(&str, Vec<(&str, SpellEnd)>)> = chart
            .tracks
            .iter()
            .map(|track| {
                let spells = track.spells.iter().map(|one| (one.label.as_str(), one.end));
                (track.name.as_str(), spells.collect())
            })
            .collect();
        let august = Span {
            from: "2024-08-01".parse().unwrap(),
            to: "2024-08-31".parse().unwrap(),
        };
        assert_eq!(
            told,
            [
                (
                    "Medicines",
                    vec![
                        ("pregabalin", SpellEnd::Ended(august)),
                        ("duloxetine", SpellEnd::GoesOn),
                        ("amitriptyline", SpellEnd::Unknown),
                    ]
                ),
                (
                    "Injections and blocks",
                    vec![
                        ("caudal epidural", SpellEnd::Once),
                        ("facet block", SpellEnd::Once),
                    ]
                ),
            ],
            "what ended before the first score has no row"
        );
        let (_, points) = super::super::drawn(&chart, 800, &lamina_charts::Palette::LIGHT).unwrap();
        let injection = points
            .iter()
            .find(|point| point.value == "caudal epidural")
            .unwrap();
        assert_eq!(injection.when, "5 Jun 2024");
        assert_eq!(injection.notes, ["40 % relief"]);
    }
}
