//! Progress charts inside a letter: their text made drawable with the letter's fonts, their height, and charts too
//! tall for a page dealt out over several.

use std::rc::Rc;

use lamina_charts::{ChartError, PrintFonts, PrintRect, ProgressChart, print_height, render_print};
use printpdf::Op;

use crate::fonts::{Face, Fonts};

/// A progress chart for a letter, drawn by the code that draws it on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFigure(pub ProgressChart);

/// A chart with the height in points that it is drawn at.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) chart: Rc<ProgressChart>,
    pub(crate) height: f32,
}

/// The chart as one figure, or as several with fewer panels each where it is taller than `most` points.
pub(crate) fn figures(fonts: &Fonts, chart: &ProgressChart, width: f32, most: f32) -> Vec<Figure> {
    let mut found = Vec::new();
    fit(drawable(fonts, chart), width, most, &mut found);
    found
}

fn fit(chart: ProgressChart, width: f32, most: f32, found: &mut Vec<Figure>) {
    // A chart without a height can't be drawn either, and drawing it says why.
    let height = print_height(&chart, width).unwrap_or(1.0);
    if height > most && chart.panels.len() > 1 {
        let mut upper = chart;
        let lower = upper.panels.split_off(upper.panels.len() / 2);
        let lower = ProgressChart {
            panels: lower,
            ..upper.clone()
        };
        fit(upper, width, most, found);
        fit(lower, width, most, found);
        return;
    }
    found.push(Figure {
        chart: Rc::new(chart),
        height: height.min(most).max(1.0),
    });
}

/// Draws the chart into `rect`.
pub(crate) fn draw(chart: &ProgressChart, rect: PrintRect) -> Result<Vec<Op>, ChartError> {
    render_print(
        chart,
        rect,
        PrintFonts {
            regular: Face::Regular.id(),
            semibold: Face::Semibold.id(),
        },
    )
}

fn drawable(fonts: &Fonts, chart: &ProgressChart) -> ProgressChart {
    let mut chart = chart.clone();
    let clean = |text: &mut String| {
        *text = fonts.clean(Face::Regular, text).replace(['\n', '\u{a0}'], " ");
    };
    clean(&mut chart.title);
    for panel in &mut chart.panels {
        [&mut panel.title, &mut panel.direction_label, &mut panel.unit]
            .into_iter()
            .for_each(clean);
        panel.series.iter_mut().for_each(|s| clean(&mut s.name));
        panel.band.iter_mut().for_each(|b| clean(&mut b.label));
    }
    chart.events.iter_mut().for_each(|e| clean(&mut e.label));
    let labels = &mut chart.labels;
    [
        &mut labels.empty,
        &mut labels.imprecise,
        &mut labels.better,
        &mut labels.worse,
        &mut labels.sequence,
    ]
    .into_iter()
    .for_each(clean);
    labels.months.iter_mut().for_each(clean);
    chart.sequence.iter_mut().for_each(clean);
    chart
}
