//! Drawings inside a letter: their text made drawable with the letter's fonts, their height, and progress charts too tall
//! for a page dealt out over several.
//!
//! No record makes a chart fail by its length: names are cut, a key too long for the page is printed below the chart,
//! and a chart that no page holds is left to its words.

use std::rc::Rc;

use lamina_charts::{
    ChartError, PrintFonts, PrintRect, ProgressChart, SpineDrawing,
    body::{BodyMap, body_print_height},
    print_height, render_body_print, render_print, render_spine_print, spine_print_height,
};
use printpdf::Op;

use crate::fonts::{Face, Fonts, id_of};

/// A progress chart for a letter, drawn by the code that draws it on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFigure(pub ProgressChart);

/// A map of the spine for a letter, drawn by the code that draws it on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct SpineFigure(pub SpineDrawing);

/// A body map for a letter, drawn by the code that draws it on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyFigure(pub BodyMap);

/// What a figure of a letter draws.
#[derive(Debug, Clone)]
pub(crate) enum Drawn {
    Chart(Rc<ProgressChart>),
    Spine(Rc<SpineDrawing>),
    Body(Rc<BodyMap>),
}

/// A drawing with the height in points that it is drawn at.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) chart: Drawn,
    pub(crate) height: f32,
}

/// Longest text inside a chart, in characters; what is longer stands in full elsewhere in the letter.
const LONGEST: usize = 160;

/// The chart as one figure, or as several with fewer panels each where it is taller than `most` points; and the lines
/// of its key where they are to be printed below it. No figure where the chart is taller than that in any way.
pub(crate) fn figures(
    fonts: &Fonts,
    chart: &ProgressChart,
    width: f32,
    most: f32,
) -> (Vec<Figure>, Vec<String>) {
    let chart = drawable(fonts, chart);
    let mut key = Vec::new();
    let mut found = Vec::new();
    if fit(chart.clone(), width, most, &mut found) {
        return (found, key);
    }
    // Badges without words have no key in the chart, and what isn't in the chart is in the list at least.
    let mut bare = chart;
    let mut events = bare.events.clone();
    events.sort_by_key(|event| (event.number, event.at.from, event.at.to));
    key.extend(
        events
            .iter()
            .map(|event| format!("{}\u{a0} {}", event.number, event.label)),
    );
    bare.events.iter_mut().for_each(|event| event.label.clear());
    found.clear();
    if fit(bare.clone(), width, most, &mut found) {
        return (found, key);
    }
    bare.events.clear();
    found.clear();
    if !fit(bare, width, most, &mut found) {
        found.clear();
    }
    (found, key)
}

/// Whether every part of the chart fits a page.
fn fit(chart: ProgressChart, width: f32, most: f32, found: &mut Vec<Figure>) -> bool {
    // A chart without a height can't be drawn either, and drawing it says why.
    let height = print_height(&chart, width).unwrap_or(1.0);
    if height > most && chart.panels.len() > 1 {
        let mut upper = chart;
        let lower = upper.panels.split_off(upper.panels.len() / 2);
        let lower = ProgressChart {
            panels: lower,
            ..upper.clone()
        };
        // What went on stands once, below the last of the panels.
        upper.tracks.clear();
        return fit(upper, width, most, found) && fit(lower, width, most, found);
    }
    found.push(Figure {
        chart: Drawn::Chart(Rc::new(chart)),
        height: height.max(1.0),
    });
    height <= most
}

/// The map of the spine as a figure; none where no page holds it.
pub(crate) fn spine(fonts: &Fonts, spine: &SpineDrawing, width: f32, most: f32) -> Option<Figure> {
    let mut spine = spine.clone();
    let words = &mut spine.words;
    [
        &mut words.right,
        &mut words.left,
        &mut words.not_known,
        &mut words.beside,
        &mut words.unsure,
        &mut words.former,
        &mut words.numbers,
    ]
    .into_iter()
    .chain(words.glyphs.iter_mut().map(|(_, word)| word))
    .for_each(|text| clean(fonts, text));
    let height = spine_print_height(&spine, width).ok()?;
    (height <= most).then(|| Figure {
        chart: Drawn::Spine(Rc::new(spine)),
        height,
    })
}

/// How high a body stands in a letter, in points: 6 cm.
const BODY: f32 = 170.0;

/// A body map as a figure; none where no page holds it.
pub(crate) fn body(fonts: &Fonts, map: &BodyMap, width: f32, most: f32) -> Option<Figure> {
    let mut map = map.clone();
    let labels = &mut map.labels;
    [&mut labels.left, &mut labels.right]
        .into_iter()
        .chain(&mut labels.views)
        .chain(map.key.iter_mut().map(|(_, word)| word))
        .for_each(|text| clean(fonts, text));
    let height = body_print_height(&map, BODY, width).ok()?;
    (height <= most).then(|| Figure {
        chart: Drawn::Body(Rc::new(map)),
        height,
    })
}

/// Draws it into `rect`.
pub(crate) fn draw(drawn: &Drawn, rect: PrintRect) -> Result<Vec<Op>, ChartError> {
    let fonts = PrintFonts {
        regular: id_of(Face::Regular),
        semibold: id_of(Face::Semibold),
    };
    match drawn {
        Drawn::Chart(chart) => render_print(chart, rect, fonts),
        Drawn::Spine(spine) => render_spine_print(spine, rect, fonts),
        Drawn::Body(map) => render_body_print(map, rect, fonts),
    }
}

/// What the letter's fonts can draw of a text, cut where it is too long for a drawing.
fn clean(fonts: &Fonts, text: &mut String) {
    let mut start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        start.truncate(start.trim_end().len());
        start.push('\u{2026}');
    }
    *text = fonts.clean(Face::Regular, &start).replace(['\n', '\u{a0}'], " ");
}

fn drawable(fonts: &Fonts, chart: &ProgressChart) -> ProgressChart {
    let mut chart = chart.clone();
    let clean = |text: &mut String| clean(fonts, text);
    clean(&mut chart.title);
    for panel in &mut chart.panels {
        [&mut panel.title, &mut panel.direction_label, &mut panel.unit]
            .into_iter()
            .for_each(clean);
        panel.series.iter_mut().for_each(|s| clean(&mut s.name));
        panel.band.iter_mut().for_each(|b| clean(&mut b.label));
        panel.reported.iter_mut().for_each(|one| clean(&mut one.label));
    }
    chart.events.iter_mut().for_each(|e| clean(&mut e.label));
    for track in &mut chart.tracks {
        clean(&mut track.name);
        track.spells.iter_mut().for_each(|s| clean(&mut s.label));
    }
    let labels = &mut chart.labels;
    [
        &mut labels.empty,
        &mut labels.imprecise,
        &mut labels.better,
        &mut labels.worse,
        &mut labels.sequence,
        &mut labels.possible,
        &mut labels.no_end,
        &mut labels.goes_on,
    ]
    .into_iter()
    .for_each(clean);
    labels.months.iter_mut().for_each(clean);
    chart.sequence.iter_mut().for_each(clean);
    chart
}
