//! The panels of the chart: each measure on its own axis over the whole range of the instrument, with its own direction
//! and its own change that matters. A free measure has an axis of its own and neither.

use super::{
    Origin,
    compared::taken,
    lines::{DatedScore, Line, Rank, of_change},
};
use crate::{
    own_rules::OwnRules,
    words::{
        self, Word,
        change::{amount, source},
        say, say_with, sentence,
    },
};
use lamina_charts::{Caption, ChangeBand, Panel, PanelWords, Point, Series, Tag, TagKind};
use lamina_domain::{
    Measure, Score,
    change::{Against, Thresholds, compare},
    instrument::{Better, FirstPanel, Instrument, Reason},
    score::{Key, Site},
};

/// A line is not drawn between values a year or more apart.
const GAP_DAYS: u32 = 365;

/// An axis without a highest score reaches so far at least.
const LEAST: f64 = 10.0;

/// Those with a place of their own (pain, disability), then every other instrument and measure in the order in which it was first taken.
pub(super) fn panels(lines: &[Line<'_>], rules: &OwnRules, origin: &Origin<'_>) -> Vec<Panel> {
    groups(lines)
        .into_iter()
        .map(|(score, lines)| match taken(&score.measure) {
            Some(one) => panel(one.instrument, &lines, rules, origin),
            None => free(&score.measure, &lines),
        })
        .collect()
}

/// The same panels with the values alone: without the change that matters.
pub(super) fn plain(lines: &[Line<'_>]) -> Vec<Panel> {
    groups(lines)
        .into_iter()
        .map(|(score, lines)| match taken(&score.measure) {
            Some(one) => bare(one.instrument, series(&lines)),
            None => free(&score.measure, &lines),
        })
        .collect()
}

/// The lines that share an axis, each with the first score that is drawn of them.
fn groups<'r, 'l>(lines: &'l [Line<'r>]) -> Vec<(&'r Score, Vec<&'l Line<'r>>)> {
    let mut groups: Vec<(&'r Score, Vec<&'l Line<'r>>)> = Vec::new();
    for line in lines {
        let Some(first) = line.dated.iter().find(|one| counts(one.score)) else {
            continue;
        };
        match groups
            .iter_mut()
            .find(|(known, _)| same_axis(&known.measure, &first.score.measure))
        {
            Some((_, group)) => group.push(line),
            None => groups.push((first.score, vec![line])),
        }
    }
    // Those with a place before all others come first; the others keep their order.
    groups.sort_by_key(|(score, _)| super::lines::rank(&score.measure).min(Rank::Instrument));
    groups
}

/// Whether two measures share an axis: one instrument in whichever version and of whichever site, one free measure.
fn same_axis(one: &Measure, other: &Measure) -> bool {
    match (taken(one), taken(other)) {
        (Some(one), Some(other)) => one.instrument.id == other.instrument.id,
        (None, None) => one.key() == other.key(),
        _ => false,
    }
}

/// A number that can be drawn over time: one of an instrument whose change means something, or of a free measure.
pub(super) fn counts(score: &Score) -> bool {
    of_change(score) || matches!(score.measure, Measure::Number { .. })
}

fn panel(instrument: &Instrument, lines: &[&Line<'_>], rules: &OwnRules, origin: &Origin<'_>) -> Panel {
    let series = series(lines);
    let band = band(instrument, lines, &series, &rules.thresholds, origin);
    let direction_label = match (&band, lines.len()) {
        (None, 2..) => say_with!(
            "chart-no-change-band-none-of-these",
            [("direction", instrument.better.word().into())],
        ),
        _ => instrument.better.word(),
    };
    Panel {
        band,
        direction_label,
        tags: lines.iter().flat_map(|line| unable(line)).collect(),
        words: PanelWords {
            missed: say!("chart-unable"),
            ..PanelWords::default()
        },
        ..bare(instrument, series)
    }
}

/// The tests of a line that could not be done, on the days on which they were tried: events, and no numbers.
fn unable(line: &Line<'_>) -> Vec<Tag> {
    let tried = line.blank.iter().filter(|one| {
        let reason = match &one.score.measure {
            Measure::Instrument(taken) => taken.scored().reason.as_ref(),
            _ => None,
        };
        one.at.is_day() && reason == Some(&Reason::Unable)
    });
    let tag = |one: &DatedScore<'_>| Tag {
        at: one.at.from,
        kind: TagKind::Missed,
        told: told(one.score),
    };
    tried.map(tag).collect()
}

/// The axis of an instrument over its whole range, with these values.
fn bare(instrument: &Instrument, series: Vec<Series>) -> Panel {
    Panel {
        title: title(instrument),
        direction_label: instrument.better.word(),
        range: match instrument.max {
            Some(max) => (instrument.min, max),
            // A measured size begins at nothing, even where nothing can't be a result.
            None => (0.0, ceiling(most(&series), LEAST)),
        },
        unit: match instrument.unit.as_str() {
            "points" | "index" => String::new(),
            unit => unit.to_owned(),
        },
        series,
        ..Panel::default()
    }
}

/// A free measure: its own axis from nothing, no band, and that nobody said which way is better.
fn free(measure: &Measure, lines: &[&Line<'_>]) -> Panel {
    let series = series(lines);
    let least = series
        .iter()
        .flat_map(|one| &one.points)
        .map(|point| point.value)
        .fold(0.0, f64::min);
    let unit = match measure {
        Measure::Number { unit, .. } => unit.to_string(),
        _ => String::new(),
    };
    Panel {
        title: sentence(&words::measure(measure)),
        direction_label: say!("chart-direction-not-known"),
        range: (
            if least < 0.0 { -ceiling(-least, LEAST) } else { 0.0 },
            ceiling(most(&series), LEAST),
        ),
        unit,
        // The title names the only line there is.
        series,
        ..Panel::default()
    }
}

fn most(series: &[Series]) -> f64 {
    let points = series.iter().flat_map(|one| &one.points);
    points.map(|point| point.value).fold(0.0, f64::max)
}

fn title(instrument: &Instrument) -> String {
    match instrument.panel {
        Some(FirstPanel::Pain) => say!("chart-pain-0-to-10"),
        Some(FirstPanel::Disability) => say!("chart-disability-odi"),
        None if instrument.full_name.starts_with(&instrument.name) => instrument.full_name.clone(),
        None => format!("{} ({})", instrument.full_name, instrument.name),
    }
}

fn series(lines: &[&Line<'_>]) -> Vec<Series> {
    let mut used: Vec<usize> = Vec::new();
    lines
        .iter()
        .map(|line| {
            let style = style(line, &used);
            used.push(style);
            let drawn = line.dated.iter().filter(|one| counts(one.score));
            let name = line.dated.first().map(|one| name(&one.score.measure));
            Series {
                name: name.unwrap_or_default(),
                style,
                points: drawn.filter_map(point).collect(),
                gap_days: GAP_DAYS,
            }
        })
        .collect()
}

fn point(one: &DatedScore<'_>) -> Option<Point> {
    Some(Point {
        at: one.at,
        value: one.score.measure.value()?,
        limit: None,
        told: told(one.score),
    })
}

/// What a list of scores says of it, in short.
fn told(score: &Score) -> Caption {
    let seen = match &score.measure {
        Measure::Instrument(taken) => words::flags(taken.scored()),
        _ => None,
    };
    Caption {
        measure: sentence(&words::measure(&score.measure)),
        value: words::value(&score.measure),
        when: score.when.to_string(),
        notes: seen
            .into_iter()
            .chain(score.note.as_ref().map(ToString::to_string))
            .collect(),
    }
}

/// Kinds of mark that can be told apart.
const MARKS: usize = 6;

/// Sites keep their marks where they can; what else there is takes the free ones in turn.
fn style(line: &Line<'_>, used: &[usize]) -> usize {
    let own = match line.key {
        Key::Nrs(asked) => match asked.site {
            Site::Back => 0,
            Site::Leg => 1,
            Site::Neck => 2,
            Site::Arm => 3,
            Site::NotSplit => 4,
        },
        _ => used.len() % MARKS,
    };
    let free = (0..MARKS).find(|mark| !used.contains(mark));
    match used.contains(&own) {
        true => free.unwrap_or(used.len() % MARKS),
        false => own,
    }
}

fn name(measure: &Measure) -> String {
    words::asked(measure).map_or_else(|| words::measure(measure), |asked| sentence(&asked))
}

/// The change that matters around the baseline of a line. With several lines a band is drawn where one of them
/// alone was chosen, since a single band would be read as the band of all.
fn band(
    instrument: &Instrument,
    lines: &[&Line<'_>],
    series: &[Series],
    thresholds: &Thresholds,
    origin: &Origin<'_>,
) -> Option<ChangeBand> {
    let chosen = |line: &Line<'_>| line.dated.iter().any(|one| origin.scores.contains(&one.score));
    let picked: Vec<usize> = (0..lines.len())
        .filter(|at| lines.get(*at).is_some_and(|line| chosen(line)))
        .collect();
    let at = match (picked.as_slice(), lines) {
        ([picked], _) => *picked,
        ([], [_]) => 0,
        _ => return None,
    };
    let (line, series) = (lines.get(at)?, series.get(at)?);
    if line.dated.len() < 2 {
        return None;
    }
    let from = line.baseline(origin)?.score;
    let baseline = taken(&from.score.measure)?;
    let value = baseline.value?;
    // A score set beside itself gives the figures that hold for it as a baseline.
    let figures = compare(baseline, baseline, thresholds).ok()?;
    let points = |against: &Against| amount(instrument, against.amount);
    let (threshold, wider, words, of_figure) = match (figures.by_points.as_slice(), figures.by_percent) {
        ([one], _) => (one.amount, None, points(one), source(&one.source)),
        ([], Some(percent)) => {
            let threshold = value * percent.amount / 100.0;
            let words = say_with!("chart-of-it", [("amount", percent.amount.to_string().into())]);
            (threshold, None, words, source(&percent.source))
        }
        ([], None) => return None,
        ([least, .., most], _) => {
            let words = say_with!(
                "chart-or",
                [("least", points(least).into()), ("most", points(most).into())],
            );
            let of_figures = match least.source == most.source {
                true => source(&least.source),
                false => format!("{}; {}", source(&least.source), source(&most.source)),
            };
            (least.amount, Some(most.amount), words, of_figures)
        }
    };
    let of = if lines.len() > 1 {
        say_with!("chart-change", [("name", series.name.to_string().into())])
    } else {
        say!("chart-change-2")
    };
    Some(ChangeBand {
        baseline_value: value,
        baseline_date: from.at.to,
        threshold,
        wider,
        label: say_with!(
            "chart-that-matters-from",
            [
                ("of", of.to_string().into()),
                ("words", words.to_string().into()),
                ("source", of_figure.into()),
                ("value", value.to_string().into()),
                ("when", from.score.when.to_string().into()),
            ],
        ),
        lower_is_better: instrument.better == Better::Lower,
    })
}

/// The end of an axis without a highest value: a round number above `most` with some room, and at least so high.
pub(super) fn ceiling(most: f64, least: f64) -> f64 {
    let room = (most * 1.1).max(least);
    let magnitude = 10_f64.powf(room.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|step| step * magnitude)
        .find(|end| *end >= room)
        .unwrap_or(room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{
        lines::lines,
        tests::{TWO, record},
    };

    fn of(scores: &str, chosen: Option<usize>) -> Vec<Panel> {
        let record = record(scores);
        let origin = Origin {
            scores: chosen
                .and_then(|at| record.scores.get(at))
                .map(|one| &one.fact)
                .into_iter()
                .collect(),
            before: None,
        };
        panels(&lines(&record), &OwnRules::default(), &origin)
    }

    fn total(id: &str, total: f64, when: &str) -> String {
        format!(r#"{{"measure":"instrument","instrument":"{id}","total":{total},"when":"{when}"}}"#)
    }

    const PAIN: &str = r#"{"measure":"nrs","site":"back","value":8,"when":"2022"},{"measure":"nrs","site":"leg","value":7,"when":"2022"},
        {"measure":"nrs","site":"back","value":6,"when":"2023"},{"measure":"nrs","site":"leg","value":3,"when":"2023"}"#;

    #[test]
    fn trap_07_each_panel_has_its_own_range_and_its_own_better_way() {
        let list = [
            TWO.to_owned(),
            total("eq-vas", 50.0, "2023"),
            total("6mwt", 412.0, "2023"),
            total("6mwt", 380.0, "2024"),
            total("tug", 14.0, "2023"),
            total("tug", 12.0, "2024"),
        ];
        let panels = of(&list.join(","), None);
        let seen: Vec<(&str, (f64, f64))> = panels
            .iter()
            .map(|panel| (panel.direction_label.as_str(), panel.range))
            .collect();
        assert_eq!(
            seen,
            [
                ("lower is better", (0.0, 100.0)),
                ("higher is better", (0.0, 500.0)),
                ("higher is better", (0.0, 100.0)),
                ("lower is better", (0.0, 20.0)),
            ]
        );
        let tug = panels[3].band.as_ref().unwrap();
        assert!(tug.lower_is_better);
        assert_eq!(
            tug.label,
            "Change that matters: 1.3 s or 3.4 s (Jakobsson 2019; Gautschi 2017) from 14 (2023)"
        );
        assert_eq!(
            (tug.threshold, tug.wider),
            (1.3, Some(3.4)),
            "both limits are drawn"
        );
        let walk = panels[1].band.as_ref().unwrap();
        assert_eq!(
            walk.label,
            "Change that matters: 26 m or 35 m (McIlroy 2025) from 412 (2023)"
        );
        assert!(panels[2].band.is_none(), "nothing is established for the EQ-VAS");
    }

    #[test]
    fn several_lines_have_a_band_only_for_the_chosen_one_and_the_key_says_so() {
        let panel = of(PAIN, None).remove(0);
        assert!(panel.band.is_none());
        assert!(
            panel.direction_label.contains("no change band"),
            "{}",
            panel.direction_label
        );
        let panel = of(PAIN, Some(1)).remove(0);
        assert_eq!(panel.direction_label, "lower is better");
        assert_eq!(
            panel.band.unwrap().label,
            "Leg, kind not said: change that matters: 2 points (Ostelo 2008) from 7 (2022)"
        );
    }

    #[test]
    fn a_limit_of_the_clinic_makes_the_band_and_is_named_in_its_key() {
        let set = serde_json::json!({
            "id": "change.matters.odi", "value": "12 points", "who": "Dr Example", "on": "2026-05-03", "why": "agreed",
        });
        let (rules, _) = OwnRules::of(&[set]);
        let band = panels(&lines(&record(TWO)), &rules, &Origin::default())
            .remove(0)
            .band
            .unwrap();
        assert!((band.threshold - 12.0).abs() < 1e-9);
        assert_eq!(
            band.label,
            "Change that matters: 12 points (the clinic's own: Dr Example, 3 May 2026) from 58 (3 May 2024)"
        );
    }

    #[test]
    fn trap_01_and_08_what_has_no_number_is_never_drawn() {
        let list = r#"{"measure":"instrument","instrument":"phq-2","answers":[1,null],"when":"2025"},
            {"measure":"instrument","instrument":"pgic","answers":["much_better"],"when":"2024"},
            {"measure":"instrument","instrument":"tug","answers":["unable"],"when":"2024"}"#;
        assert!(of(list, None).is_empty());
    }

    #[test]
    fn a_test_that_could_not_be_done_is_an_event_beside_its_numbers() {
        let unable =
            r#"{"measure":"instrument","instrument":"tug","answers":["unable"],"when":"3 May 2024"}"#;
        let list = [total("tug", 14.0, "2023"), unable.to_owned()].join(",");
        let panel = of(&list, None).remove(0);
        assert_eq!(panel.series[0].points.len(), 1, "trap 46: it is no number");
        assert_eq!(panel.tags.len(), 1);
        assert!(
            panel.tags[0].told.value.contains("unable"),
            "{:?}",
            panel.tags[0].told
        );
    }

    #[test]
    fn what_only_sorts_is_not_drawn_over_time() {
        let list = [total("dn4", 4.0, "2023"), total("dn4", 3.0, "2024")].join(",");
        assert!(of(&list, None).is_empty());
    }

    #[test]
    fn trap_05_versions_are_lines_of_their_own() {
        let list = r#"{"measure":"odi","value":58,"version":"1.0","when":"2023"},{"measure":"odi","value":42,"version":"2.1a","when":"2024"}"#;
        let panel = of(list, None).remove(0);
        assert_eq!(panel.series.len(), 2);
        assert!(panel.band.is_none());
    }

    #[test]
    fn a_percent_of_the_baseline_makes_a_band() {
        let list = [total("peg", 7.0, "2023"), total("peg", 4.0, "2024")].join(",");
        let band = of(&list, None).remove(0).band.unwrap();
        assert!((band.threshold - 2.1).abs() < 1e-9);
        assert_eq!(
            band.label,
            "Change that matters: 30 % of it (PEG practice, CDC 2022) from 7 (2023)"
        );
    }
}
