//! What went on beside the values: its true place in time, what is sure and what is not, and rows in which nothing touches.

use super::*;
use crate::{MarkKind, Spell, SpellEnd, Track};

fn spell(label: &str, begin: (&str, &str), end: SpellEnd) -> Spell {
    Spell {
        begin: span(begin.0, begin.1),
        end,
        label: label.into(),
        told: crate::Caption::default(),
    }
}

fn day_of(date: &str) -> (&str, &str) {
    (date, date)
}

fn with(spells: Vec<Spell>) -> ProgressChart {
    let track = Track {
        name: "Medicines".into(),
        style: 2,
        spells,
    };
    ProgressChart {
        tracks: vec![track],
        ..chart()
    }
}

fn shown(chart: &ProgressChart) -> Rendered {
    let height = screen_height(chart, 900).unwrap();
    render_svg(chart, (900, height), &Palette::LIGHT).unwrap()
}

fn spells(rendered: &Rendered) -> Vec<Mark> {
    let own = rendered.marks.iter().filter(|mark| mark.kind == MarkKind::Spell);
    own.copied().collect()
}

#[test]
fn a_spell_lies_where_its_days_are_and_what_goes_on_reaches_the_end() {
    let ended = SpellEnd::Ended(span("2019-03-31", "2019-03-31"));
    let chart = with(vec![
        spell("a", day_of("2019-01-01"), ended),
        spell("b", day_of("2019-02-01"), SpellEnd::GoesOn),
        spell("c", day_of("2018-06-15"), SpellEnd::Once),
    ]);
    let rendered = shown(&chart);
    let marks = spells(&rendered);
    assert_eq!(marks.len(), 3);
    let value = |date: &str| {
        let mut one = chart.clone();
        one.panels[0].series[0].points = vec![day_point(date, 5.0)];
        let marks = shown(&one).marks;
        let own = |mark: &&Mark| mark.kind == MarkKind::Value && mark.panel == 0 && mark.series == 0;
        marks.iter().find(own).unwrap().x
    };
    let by_index = |index: usize| marks.iter().find(|mark| mark.index == index).unwrap();
    let per_day = (value("2019-03-31") - value("2019-01-01")) / 89.0;
    assert!((by_index(0).x_from - (value("2019-01-01") - per_day / 2.0)).abs() < 0.3);
    assert!((by_index(0).x_to - (value("2019-03-31") + per_day / 2.0)).abs() < 0.3);
    assert!(
        by_index(1).x_to > value("2020-02-14"),
        "what goes on reaches the end of the axis"
    );
    assert!((by_index(2).x - value("2018-06-15")).abs() < 0.3);
    let lowest = |kind| {
        rendered
            .marks
            .iter()
            .filter(move |mark| mark.kind == kind)
            .map(|mark| mark.y)
    };
    let values = lowest(MarkKind::Value).fold(0.0, f64::max);
    assert!(lowest(MarkKind::Spell).all(|y| y > values), "below the plots");
}

#[test]
fn neither_bars_nor_words_of_one_row_touch() {
    let names = [
        "pregabalin 75 mg",
        "amitriptyline 10 mg",
        "duloxetine 30 mg",
        "tramadol",
    ];
    let list = names.iter().enumerate().map(|(at, name)| {
        let from = format!("2019-0{}-01", at + 1);
        let to = format!("2019-0{}-20", at + 1);
        spell(name, (&from, &from), SpellEnd::Ended(span(&to, &to)))
    });
    let rendered = shown(&with(list.collect()));
    let measure = Measure::screen().unwrap();
    let marks = spells(&rendered);
    for (at, one) in marks.iter().enumerate() {
        for other in marks
            .iter()
            .skip(at + 1)
            .filter(|other| (other.y - one.y).abs() < 1.0)
        {
            let (left, right) = if one.x_from < other.x_from {
                (one, other)
            } else {
                (other, one)
            };
            let words = f64::from(measure.width(names[left.index], 11.0, crate::Face::Regular)) / 10.0;
            assert!(left.x_from + words <= right.x_from + 0.1 && left.x_to <= right.x_from);
        }
    }
    for name in names {
        assert!(rendered.svg.contains(name), "{name} has its words");
    }
}

#[test]
fn what_is_not_known_is_explained_and_nothing_else_is() {
    let sure = with(vec![spell("a", day_of("2019-01-01"), SpellEnd::Once)]);
    let svg = shown(&sure).svg;
    for note in ["Outline", "Dotted", "Arrow"] {
        assert!(!svg.contains(note), "{note}");
    }
    let open = with(vec![
        spell("a", ("2019-01-01", "2019-12-31"), SpellEnd::Once),
        spell("b", day_of("2019-01-01"), SpellEnd::Unknown),
        spell("c", day_of("2019-01-01"), SpellEnd::GoesOn),
    ]);
    let svg = shown(&open).svg;
    for note in ["Outline", "Dotted", "Arrow"] {
        assert!(svg.contains(note), "{note}");
    }
}

#[test]
fn a_track_without_scores_is_drawn_and_one_that_ends_before_it_begins_is_refused() {
    let mut alone = with(vec![spell("a", day_of("2019-05-01"), SpellEnd::Once)]);
    alone.panels.clear();
    assert_eq!(spells(&shown(&alone)).len(), 1);
    let reversed = SpellEnd::Ended(span("2018-01-01", "2018-02-01"));
    let wrong = with(vec![spell("a", day_of("2019-01-01"), reversed)]);
    assert_eq!(screen_height(&wrong, 900), Err(ChartError::SpanReversed));
}

#[test]
fn very_many_at_once_stay_apart_without_words() {
    let list = (0..60).map(|at| {
        let from = chrono::NaiveDate::from_ymd_opt(2018, 1, 1).unwrap() + chrono::Days::new(at * 7);
        let from = from.to_string();
        spell("a medicine with a long name", (&from, &from), SpellEnd::GoesOn)
    });
    let rendered = shown(&with(list.collect()));
    assert!(!rendered.svg.contains("long name"));
    let mut rows: Vec<i64> = spells(&rendered)
        .iter()
        .map(|mark| mark.y.round() as i64)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), 60, "each goes on beside all others");
}
