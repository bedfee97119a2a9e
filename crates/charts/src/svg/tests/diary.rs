//! Bars, plan, target and tags on the screen: their true places, what stays empty, and what is refused.

use super::*;
use crate::Rgb;
use crate::tests::walking::{ten_weeks, two_days, two_years};
use crate::{Bar, MarkKind, Stretch, Tag, TagKind};

const PLAN: &str = "#1C2024";
const EVENT: &str = "#3A4047";

fn shown(chart: &ProgressChart) -> Rendered {
    let height = screen_height(chart, 900).unwrap();
    render_svg(chart, (900, height), &Palette::LIGHT).unwrap()
}

fn of(rendered: &Rendered, kind: MarkKind, panel: usize) -> Vec<Mark> {
    let own = |mark: &&Mark| mark.kind == kind && mark.panel == panel;
    rendered.marks.iter().filter(own).copied().collect()
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// Lower edges, upper edges, left and right of the filled rectangles of a colour, in subunits.
fn blocks(svg: &str, color: &str) -> Vec<[f64; 4]> {
    svg.lines()
        .filter(|line| line.starts_with("<rect") && line.contains(&format!("fill=\"{color}\"")))
        .map(|line| {
            ["x", "y", "width", "height"].map(|name| {
                let value = line.split(&format!(" {name}=\"")).nth(1).unwrap();
                value.split('"').next().unwrap().parse().unwrap()
            })
        })
        .collect()
}

#[test]
fn a_bar_is_as_high_as_its_amount_and_as_wide_as_its_days() {
    let chart = ten_weeks();
    let rendered = shown(&chart);
    let bars = of(&rendered, MarkKind::Bar, 0);
    assert_eq!(bars.len(), chart.panels[0].bars.len());
    let drawn = blocks(&rendered.svg, &hex(Palette::LIGHT.bar(0)));
    assert_eq!(
        drawn.len(),
        bars.len() + 1,
        "one for each day, and one in the head"
    );
    let amount = |mark: &Mark| chart.panels[mark.panel].bars[mark.index].value();
    let floor = bars[0].y + drawn[0][3] / SUBUNITS;
    let minute = (floor - bars[0].y) / amount(&bars[0]);
    for (mark, [x, y, width, height]) in bars.iter().zip(&drawn) {
        assert!((floor - mark.y - minute * amount(mark)).abs() < 0.21, "{mark:?}");
        let seen = [
            x / SUBUNITS,
            y / SUBUNITS,
            (x + width) / SUBUNITS,
            (y + height) / SUBUNITS,
        ];
        assert_eq!(seen, [mark.x_from, mark.y, mark.x_to, floor]);
    }
    // Days and weeks share the time axis: the first week reaches from the first day's beginning to the seventh's end.
    let day_of = |mark: &Mark| day(chart.panels[0].bars[mark.index].from);
    let per_day = (bars[20].x - bars[0].x) / f64::from(day_of(&bars[20]) - day_of(&bars[0]));
    let pain = of(&rendered, MarkKind::Value, 2);
    assert!(
        (pain[0].x - bars[0].x).abs() < 0.11,
        "a bar stands at the place of its day"
    );
    let weeks = of(&rendered, MarkKind::Bar, 1);
    assert_eq!(weeks.len(), 8, "weeks of the pause stay empty");
    assert!((weeks[0].x - bars[0].x - 3.0 * per_day).abs() < 0.3);
    assert!(weeks[0].x_to - weeks[0].x_from > 6.0 * per_day);
    for pair in bars.windows(2) {
        assert!(
            pair[1].x_from - pair[0].x_to >= 1.0,
            "neighbours stay apart: {pair:?}"
        );
    }
}

#[test]
fn an_amount_of_nothing_has_no_bar_and_dense_bars_keep_two_pixels() {
    let mut chart = two_days();
    let bars = |chart: &ProgressChart| blocks(&shown(chart).svg, &hex(Palette::LIGHT.bar(0))).len();
    assert_eq!(bars(&chart), 2);
    chart.panels[0].bars[0].parts = vec![0.0];
    assert_eq!(bars(&chart), 1, "only the head's");

    let rendered = shown(&two_years());
    let days = of(&rendered, MarkKind::Bar, 0);
    assert!(days.len() > 500);
    assert!(days.iter().all(|mark| mark.x_to - mark.x_from >= 2.0 - 1e-9));
    assert!(
        of(&rendered, MarkKind::Bar, 1)
            .windows(2)
            .all(|pair| pair[1].x_from > pair[0].x_to)
    );
    assert!(rendered.svg.len() < 400_000, "{} bytes", rendered.svg.len());
}

#[test]
fn bouts_of_a_day_are_told_apart_where_they_are_high_enough() {
    let mut chart = two_days();
    let lines = |chart: &ProgressChart| {
        let rendered = shown(chart);
        let bar = of(&rendered, MarkKind::Bar, 0)[0];
        let ends = [bar.x_from, bar.x_to].map(|x| (x * SUBUNITS).round() as i32);
        let across = |path: &&Vec<(i32, i32)>| path.len() == 2 && [path[0].0, path[1].0] == ends;
        paths(&rendered.svg, "#FFFFFF").iter().filter(across).count()
    };
    assert_eq!(lines(&chart), 2, "three bouts");
    chart.panels[0].bars[0].parts = vec![12.0];
    assert_eq!(lines(&chart), 0);
    chart.panels[0].bars[0].parts = vec![0.3; 40];
    assert!(lines(&chart) < 20, "not one line for each of forty");
}

#[test]
fn the_plan_is_joined_from_day_to_day_and_open_at_a_pause() {
    let chart = ten_weeks();
    let rendered = shown(&chart);
    let lines = paths(&rendered.svg, PLAN);
    assert_eq!(lines.len(), 3, "two runs, and the head's sign");
    let run = &lines[0];
    assert_eq!(run.len(), 10, "five weeks, each from end to end");
    for pair in run.windows(2) {
        assert!(
            pair[0].0 == pair[1].0 || pair[0].1 == pair[1].1,
            "only level or upright"
        );
    }
    let gap = f64::from(lines[1][0].0 - run[9].0) / SUBUNITS;
    let bars = of(&rendered, MarkKind::Bar, 0);
    assert!(
        (gap - 14.0 * (bars[1].x - bars[0].x)).abs() < 1.0,
        "the pause is 14 days"
    );
    // The plan of the first week is 10: as high as a bar of 10 would be.
    let y = |value: f64| {
        let amount = |mark: &Mark| chart.panels[0].bars[mark.index].value();
        let (a, b) = (bars[0], bars[bars.len() - 2]);
        a.y + (b.y - a.y) * (value - amount(&a)) / (amount(&b) - amount(&a))
    };
    assert!((f64::from(run[0].1) / SUBUNITS - y(10.0)).abs() < 0.3);

    let mut later = two_days();
    let long = paths(&shown(&later).svg, PLAN);
    assert_eq!(long[0].len(), 2, "cut at the frame");
    later.panels[0].planned[0].from = "2027-01-01".parse().unwrap();
    later.panels[0].planned[0].to = "2027-02-01".parse().unwrap();
    assert_eq!(
        paths(&shown(&later).svg, PLAN).len(),
        1,
        "outside the axis: the head's only"
    );
}

#[test]
fn words_stand_in_the_head_only_with_their_sign() {
    let mut chart = ten_weeks();
    let count = |chart: &ProgressChart, word: &str| shown(chart).svg.matches(&format!("\n{word}\n")).count();
    for word in [
        "walked",
        "planned",
        "missed",
        "rest day",
        "warning sign",
        "walked in the week",
        "target 150",
    ] {
        assert_eq!(count(&chart, word), 1, "{word}");
    }
    chart.panels[0].tags.retain(|tag| tag.kind == TagKind::Rest);
    chart.panels[0].planned.clear();
    chart.panels[1].target = None;
    for (word, times) in [
        ("missed", 0),
        ("warning sign", 0),
        ("planned", 0),
        ("target 150", 0),
        ("rest day", 1),
    ] {
        assert_eq!(count(&chart, word), times, "{word}");
    }
}

#[test]
fn tags_stand_below_zero_and_a_day_can_have_two() {
    let mut chart = ten_weeks();
    let rest = chart.panels[0].tags[0].clone();
    chart.panels[0].tags.push(Tag {
        kind: TagKind::Warning,
        ..rest
    });
    let rendered = shown(&chart);
    let tags = of(&rendered, MarkKind::Tag, 0);
    assert_eq!(tags.len(), chart.panels[0].tags.len());
    let (first, last) = (tags[0], tags[tags.len() - 1]);
    assert_eq!(first.x, last.x);
    assert!((first.y - last.y).abs() > 8.0, "not on each other");
    let zero = blocks(&rendered.svg, &hex(Palette::LIGHT.bar(0)))[0];
    assert!(
        tags.iter()
            .all(|tag| tag.y > (zero[1] + zero[3]) / SUBUNITS + 4.0)
    );
    let triangles = |svg: &str| {
        svg.lines()
            .filter(|l| l.starts_with("<polygon") && l.contains("#A05200"))
            .count()
    };
    assert_eq!(triangles(&rendered.svg), 3, "two days and the head");
    // Rings and crosses in grey: rings have a light inside, crosses are lines.
    let rings = rendered
        .svg
        .lines()
        .filter(|l| l.starts_with("<circle") && l.contains("#FFFFFF"))
        .count();
    let expected = chart.panels[0]
        .tags
        .iter()
        .filter(|tag| tag.kind == TagKind::Rest)
        .count();
    assert_eq!(rings, expected + 1);
}

#[test]
fn a_pause_is_hatched_through_all_plots_between_its_days() {
    let mut chart = ten_weeks();
    let band = hex(Palette::LIGHT.band);
    let rendered = shown(&chart);
    let shades: Vec<_> = blocks(&rendered.svg, &band)
        .into_iter()
        .filter(|block| block[2] > 1000.0)
        .collect();
    assert_eq!(shades.len(), 3, "one in each plot");
    let bars = of(&rendered, MarkKind::Bar, 0);
    let per_day = bars[1].x - bars[0].x;
    assert!(
        (shades[0][2] / SUBUNITS - 14.0 * per_day).abs() < 1.0,
        "14 days wide"
    );
    let inside =
        |mark: &Mark| mark.x * SUBUNITS > shades[0][0] && mark.x * SUBUNITS < shades[0][0] + shades[0][2];
    assert!(!rendered.marks.iter().any(inside));
    let hatch = paths(&rendered.svg, &hex(Palette::LIGHT.hatch()));
    assert!(hatch.len() > 60);
    let edges = |rendered: &Rendered, x: f64| {
        let at = x.round() as i32;
        paths(&rendered.svg, EVENT)
            .iter()
            .filter(|path| path.iter().all(|p| p.0 == at))
            .count()
    };
    let right = shades[0][0] + shades[0][2];
    assert!(
        edges(&rendered, shades[0][0]) > 30 && edges(&rendered, right) > 30,
        "dashes"
    );

    chart.events[2].at.to = "2027-01-01".parse().unwrap();
    let open = shown(&chart);
    assert_eq!(
        of(&open, MarkKind::Bar, 0)[0],
        bars[0],
        "it does not stretch the axis"
    );
    assert_eq!(edges(&open, right), 0, "no end where there is none");
}

#[test]
fn a_step_of_the_plan_stands_where_the_plan_steps() {
    let rendered = shown(&ten_weeks());
    let riser = paths(&rendered.svg, PLAN)[0][4];
    let stems = paths(&rendered.svg, EVENT);
    let whole = stems
        .iter()
        .filter(|path| path.len() == 2 && path.iter().all(|p| p.0 == riser.0));
    assert_eq!(
        whole.count(),
        4,
        "from the badge to the first plot, and through three plots"
    );
}

#[test]
fn a_plan_without_a_diary_is_shown_but_a_target_alone_is_not() {
    let mut chart = two_days();
    chart.panels[0].bars.clear();
    chart.panels[0].tags.clear();
    assert!(!chart.is_empty());
    assert!(!shown(&chart).svg.contains("Nothing in the diary yet."));
    chart.panels[0].range.1 = 160.0;
    chart.panels[0].target = ten_weeks().panels[1].target.clone();
    chart.panels[0].planned.clear();
    assert!(chart.is_empty());
    assert!(shown(&chart).svg.contains("Nothing in the diary yet."));
}

#[test]
fn a_diary_gives_the_same_bytes_in_every_theme_and_fits_a_narrow_window() {
    for palette in [Palette::LIGHT, Palette::DARK, Palette::HIGH_CONTRAST] {
        let draw = |width| {
            let height = screen_height(&ten_weeks(), width).unwrap();
            render_svg(&ten_weeks(), (width, height), &palette).unwrap()
        };
        assert_eq!(draw(900), draw(900));
        let narrow = draw(320);
        assert!(
            narrow
                .marks
                .iter()
                .all(|mark| mark.x_from >= 0.0 && mark.x_to <= 320.0)
        );
    }
}

#[test]
fn a_diary_that_would_mislead_is_refused() {
    let refusal = |change: &dyn Fn(&mut crate::Panel)| {
        let mut chart = ten_weeks();
        change(&mut chart.panels[0]);
        render_svg(&chart, SIZE, &Palette::LIGHT).unwrap_err()
    };
    let bar = ChartError::BarOutsideRange { panel: 0, index: 2 };
    assert_eq!(refusal(&|panel| panel.bars[2].parts = vec![30.0, 10.5]), bar);
    assert_eq!(refusal(&|panel| panel.bars[2].parts = vec![9.0, -1.0]), bar);
    assert_eq!(refusal(&|panel| panel.bars[2].parts = vec![f64::NAN]), bar);
    assert_eq!(
        refusal(&|panel| panel.planned[1].value = 41.0),
        ChartError::PlanOutsideRange { panel: 0, index: 1 }
    );
    let target = |value| crate::Target {
        value,
        label: String::new(),
    };
    assert_eq!(
        refusal(&|panel| panel.target = Some(target(f64::INFINITY))),
        ChartError::TargetOutsideRange { panel: 0 }
    );
    assert_eq!(
        refusal(&|panel| panel.range.0 = -5.0),
        ChartError::BarsNotFromZero { panel: 0 }
    );
    assert_eq!(
        refusal(&|panel| panel.range.0 = 1.0),
        ChartError::BarsNotFromZero { panel: 0 }
    );
    let before = "2026-01-01".parse().unwrap();
    assert_eq!(
        refusal(&|panel| panel.bars[3].to = before),
        ChartError::SpanReversed
    );
    assert_eq!(
        refusal(&|panel| panel.planned[0].to = before),
        ChartError::SpanReversed
    );
    let again = |panel: &mut crate::Panel| {
        let first = Bar {
            parts: vec![1.0],
            ..panel.bars[0].clone()
        };
        panel.bars.push(first);
    };
    assert_eq!(refusal(&again), ChartError::Overlap { panel: 0 });
    let twice = |panel: &mut crate::Panel| {
        let piece = Stretch {
            value: 1.0,
            ..panel.planned[0]
        };
        panel.planned.push(piece);
    };
    assert_eq!(refusal(&twice), ChartError::Overlap { panel: 0 });
}
