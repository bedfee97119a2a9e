//! The screen surface: where marks stand, what is joined, and that no text of a record becomes markup.

use super::*;
mod diary;
mod tracks;

use crate::tests::{chart, day_point, many, span};
use crate::time::day;
use crate::{ChangeBand, Event, EventKind};

const SIZE: (u32, u32) = (900, 620);

fn drawn(chart: &ProgressChart) -> Rendered {
    render_svg(chart, SIZE, &Palette::LIGHT).unwrap()
}

/// Places of the polylines with this colour, in subunits.
fn paths(svg: &str, color: &str) -> Vec<Vec<(i32, i32)>> {
    svg.lines()
        .filter(|line| line.starts_with("<polyline") && line.contains(&format!("stroke=\"{color}\"")))
        .map(|line| {
            let points = line.split("points=\"").nth(1).unwrap().split('"').next().unwrap();
            let place = |pair: &str| {
                let (x, y) = pair.split_once(',').unwrap();
                (x.parse().unwrap(), y.parse().unwrap())
            };
            points.split_whitespace().map(place).collect()
        })
        .collect()
}

#[test]
fn time_is_true_to_scale_in_every_panel() {
    let chart = chart();
    let marks = drawn(&chart).marks;
    assert_eq!(marks.len(), 9 + 7 + 5);
    let at = |mark: &Mark| chart.panels[mark.panel].series[mark.series].points[mark.index].at;
    let (first, last) = (marks[0], marks[7]);
    let per_day = (last.x - first.x) / f64::from(day(at(&last).from) - day(at(&first).from));
    assert!(per_day > 0.0);
    for mark in &marks {
        let from = first.x + per_day * f64::from(day(at(mark).from) - day(at(&first).from));
        let to = first.x + per_day * f64::from(day(at(mark).to) - day(at(&first).from));
        assert!(
            (mark.x_from - from).abs() < 0.21,
            "{mark:?} should start at {from}"
        );
        assert!((mark.x_to - to).abs() < 0.21, "{mark:?} should end at {to}");
    }
}

#[test]
fn values_are_true_to_scale_over_the_whole_range() {
    let mut chart = chart();
    chart.panels.truncate(1);
    chart.panels[0].series.truncate(1);
    chart.panels[0].series[0].points = vec![
        day_point("2019-01-01", 0.0),
        day_point("2019-02-01", 5.0),
        day_point("2019-03-01", 10.0),
    ];
    let marks = drawn(&chart).marks;
    assert!((marks[0].y - marks[1].y - (marks[1].y - marks[2].y)).abs() < 0.21);
    let svg = drawn(&chart).svg;
    for label in ["\n0\n", "\n10\n"] {
        assert!(svg.contains(label), "the axis shows both ends of the range");
    }
}

#[test]
fn a_gap_is_not_joined() {
    let mut chart = chart();
    chart.events.clear();
    chart.panels.truncate(1);
    chart.panels[0].series.truncate(1);
    let series = &mut chart.panels[0].series[0];
    series.points = vec![
        day_point("2019-01-01", 2.0),
        day_point("2019-01-20", 8.0),
        day_point("2019-09-01", 2.0),
    ];
    series.gap_days = 60;
    let joined = |chart: &ProgressChart| {
        let rendered = drawn(chart);
        let x = |index: usize| (rendered.marks[index].x * SUBUNITS).round() as i32;
        let across = |path: &Vec<(i32, i32)>, from, to| {
            path.iter().any(|p| p.0 == from) && path.iter().any(|p| p.0 == to)
        };
        let found = paths(&rendered.svg, "#005F9E");
        (
            found.iter().any(|p| across(p, x(0), x(1))),
            found.iter().any(|p| across(p, x(1), x(2))),
        )
    };
    assert_eq!(joined(&chart), (true, false));
    chart.panels[0].series[0].gap_days = 1000;
    assert_eq!(joined(&chart), (true, true));
}

#[test]
fn an_imprecise_date_is_a_bar_as_long_as_what_is_unknown() {
    let mut chart = chart();
    let rendered = drawn(&chart);
    let bar = rendered.marks[8];
    assert!(bar.x_to - bar.x_from > 100.0);
    let ends = [bar.x_from, bar.x_to].map(|x| (x * SUBUNITS).round() as i32);
    let y = (bar.y * SUBUNITS).round() as i32;
    assert!(paths(&rendered.svg, "#005F9E").contains(&vec![(ends[0], y), (ends[1], y)]));
    assert!(rendered.svg.contains("the day is not known"));
    assert_eq!(
        rendered.svg.matches("\nBack pain\n").count(),
        2,
        "in the legend and at the bar"
    );
    chart.panels[0].series[0].points.pop();
    assert!(
        !drawn(&chart).svg.contains("the day is not known"),
        "no note without a bar"
    );
}

#[test]
fn two_values_on_one_day_have_two_marks() {
    let rendered = drawn(&chart());
    let (a, b) = (rendered.marks[4], rendered.marks[5]);
    assert_eq!(a.x, b.x);
    assert!((a.y - b.y).abs() > 10.0);
    let mut same = chart();
    same.panels[0].series[0].points.push(day_point("2020-02-14", 3.0));
    assert!(drawn(&same).svg.contains("×2"));
    assert!(!rendered.svg.contains("×2"));
}

#[test]
fn the_band_begins_at_its_baseline_and_stays_in_the_plot() {
    let mut chart = chart();
    let rendered = drawn(&chart);
    let baseline = rendered
        .marks
        .iter()
        .find(|m| m.panel == 1 && m.index == 2)
        .unwrap();
    let band = |svg: &str| -> Vec<f64> {
        let rect = svg
            .lines()
            .filter(|l| l.starts_with("<rect") && l.contains("#ECEFF3"));
        let tall = rect.map(|line| {
            ["x", "y", "width", "height"]
                .map(|name| {
                    let value = line.split(&format!(" {name}=\"")).nth(1).unwrap();
                    value.split('"').next().unwrap().parse::<f64>().unwrap() / SUBUNITS
                })
                .to_vec()
        });
        tall.max_by(|a, b| (a[2] * a[3]).total_cmp(&(b[2] * b[3])))
            .unwrap()
    };
    let shape = band(&rendered.svg);
    assert_eq!(shape[0], baseline.x);
    let unit = (rendered.marks.iter().rfind(|m| m.panel == 1).unwrap().y - baseline.y) / 20.0;
    assert!((shape[3] - 25.6 * unit).abs() < 0.4, "twice the threshold high");
    assert!(
        (shape[1] + shape[3] / 2.0 - baseline.y).abs() < 0.4,
        "around the baseline"
    );
    assert!(rendered.svg.contains("↓ better") && rendered.svg.contains("↑ worse"));

    let set = |chart: &mut ProgressChart, change: &dyn Fn(&mut ChangeBand)| {
        change(chart.panels[1].band.as_mut().unwrap());
    };
    set(&mut chart, &|band| band.baseline_value = 95.0);
    let svg = drawn(&chart).svg;
    assert!(
        svg.contains("↓ better") && !svg.contains("↑ worse"),
        "no limit beyond the range"
    );
    set(&mut chart, &|band| band.lower_is_better = false);
    assert!(drawn(&chart).svg.contains("↓ worse"));
    set(&mut chart, &|band| band.threshold = f64::NAN);
    assert_eq!(
        render_svg(&chart, SIZE, &Palette::LIGHT),
        Err(ChartError::Band { panel: 1 })
    );
}

#[test]
fn words_cannot_become_markup() {
    let evil = "<script>alert(\"1\")</script> & ' opacity=\"1\"";
    let mut chart = chart();
    chart.title = evil.into();
    chart.panels[0].title = evil.into();
    chart.panels[0].unit = evil.into();
    chart.panels[0].direction_label = evil.into();
    chart.panels[0].series[0].name = evil.into();
    chart.panels[1].band.as_mut().unwrap().label = evil.into();
    chart.events[0].label = evil.into();
    chart.labels.description = evil.into();
    chart.labels.imprecise = evil.into();
    chart.labels.better = evil.into();
    chart.panels[0].words.bars = vec![(0, evil.into())];
    chart.panels[0].words.missed = evil.into();
    chart.panels[0].bars = crate::tests::walking::two_days().panels.remove(0).bars;
    chart.panels[0].bars[0].parts = vec![3.0];
    chart.panels[0].tags = crate::tests::walking::two_days().panels.remove(0).tags;
    chart.labels.months = std::array::from_fn(|_| "<i>".into());
    let svg = render_svg(&chart, (1600, 1200), &Palette::LIGHT).unwrap().svg;
    assert!(!svg.contains("<script") && !svg.contains("<i>") && !svg.contains("style="));
    assert!(svg.contains("&lt;script&gt;"));
    let tags: Vec<&str> = svg
        .split('<')
        .skip(1)
        .map(|t| t.split([' ', '>', '/']).next().unwrap())
        .collect();
    let known = [
        "svg", "title", "desc", "g", "rect", "text", "polyline", "polygon", "circle", "",
    ];
    assert!(tags.iter().all(|tag| known.contains(tag)), "{tags:?}");
}

#[test]
fn the_picture_is_named_and_uses_the_typeface() {
    let svg = drawn(&chart()).svg;
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"620\" viewBox=\"0 0 900 620\" role=\"img\">\n<title>Progress since the first operation</title>\n<desc>"));
    assert!(svg.contains("font-family=\"IBM Plex Sans\""));
    assert_eq!(svg.matches("<svg").count(), 1);
    assert!(svg.ends_with("</g>\n</svg>\n"));
}

#[test]
fn every_event_is_in_the_key_even_outside_the_axis() {
    let mut chart = chart();
    chart.events.push(Event {
        at: span("1999-01-01", "1999-12-31"),
        label: "Swimming".into(),
        kind: EventKind::TreatmentPeriod,
        number: 77,
    });
    let svg = drawn(&chart).svg;
    assert!(svg.contains("Swimming"));
    assert_eq!(svg.matches("\n77\n").count(), 1, "in the key, not on the axis");
    assert_eq!(
        svg.matches("\n4\n").count(),
        3,
        "in the key, on the axis and at a tick"
    );
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    assert_eq!(drawn(&chart()), drawn(&chart()));
}

#[test]
fn a_single_value_and_an_empty_chart_can_be_drawn() {
    let mut chart = chart();
    chart.panels.truncate(1);
    chart.panels[0].series.truncate(1);
    chart.panels[0].series[0].points = vec![day_point("2019-05-03", 0.0)];
    chart.events.clear();
    (chart.start, chart.end) = ("2019-05-03".parse().unwrap(), "2019-05-03".parse().unwrap());
    let one = drawn(&chart).marks;
    assert_eq!(one.len(), 1);
    assert!(
        one[0].x > 300.0 && one[0].x < 600.0,
        "in the middle of its surroundings"
    );
    chart.panels[0].series[0].points.clear();
    let none = drawn(&chart);
    assert!(none.marks.is_empty() && none.svg.contains("No scores recorded yet."));
    chart.panels.clear();
    assert!(drawn(&chart).svg.contains("No scores recorded yet."));
}

#[test]
fn two_thousand_values_stay_a_modest_file() {
    let chart = many(2000);
    let rendered = drawn(&chart);
    assert_eq!(rendered.marks.len(), 2000);
    assert!(rendered.svg.len() < 600_000, "{} bytes", rendered.svg.len());
    let radius = |svg: &str, wanted: &str| svg.contains(&format!("r=\"{wanted}\""));
    assert!(radius(&rendered.svg, "13"), "marks of a dense series are small");
    assert!(!radius(&drawn(&crate::tests::chart()).svg, "13"));
}

#[test]
fn what_would_mislead_is_refused() {
    let mut high = chart();
    high.panels[0].series[1].points[2].value = 10.5;
    let refused = Err(ChartError::ValueOutsideRange {
        panel: 0,
        series: 1,
        index: 2,
    });
    assert_eq!(render_svg(&high, SIZE, &Palette::LIGHT), refused);
    let mut flat = chart();
    flat.panels[0].range = (3.0, 3.0);
    assert_eq!(
        render_svg(&flat, SIZE, &Palette::LIGHT),
        Err(ChartError::Range { panel: 0 })
    );
    let mut reversed = chart();
    reversed.events[0].at = span("2019-02-01", "2019-01-01");
    assert_eq!(
        render_svg(&reversed, SIZE, &Palette::LIGHT),
        Err(ChartError::SpanReversed)
    );
    std::mem::swap(&mut high.start, &mut high.end);
    assert_eq!(
        render_svg(&high, SIZE, &Palette::LIGHT),
        Err(ChartError::TimeReversed)
    );
}

#[test]
fn too_small_says_how_much_is_needed() {
    let Err(ChartError::TooSmall { needed }) = render_svg(&chart(), (900, 100), &Palette::LIGHT) else {
        panic!("100 px cannot hold two panels");
    };
    assert!(render_svg(&chart(), (900, needed), &Palette::LIGHT).is_ok());
    assert!(render_svg(&chart(), (900, needed - 2), &Palette::LIGHT).is_err());
    assert!(screen_height(&chart(), 900).unwrap() > needed);
}

#[test]
fn a_size_beyond_any_screen_is_an_error() {
    assert_eq!(
        render_svg(&chart(), (u32::MAX, 600), &Palette::LIGHT),
        Err(ChartError::Surface)
    );
}
