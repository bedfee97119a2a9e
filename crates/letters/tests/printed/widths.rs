//! The one measure of text tells what a reader of the file finds.

use std::sync::Arc;

use lamina_charts::{Face, Typeface};
use lamina_letters::{Block, ChartFigure, FigureBlock, Section};

use crate::support::{Boxed, Judged, chart, empty};

/// Widths in points as poppler finds them are rounded to a thousandth of an em of the size, each character alone.
const ROUNDING: f64 = 0.02;

fn found<'b>(boxes: &'b [Boxed], word: &str) -> &'b Boxed {
    let mut all = boxes.iter().filter(|one| one.word == word);
    let one = all
        .next()
        .unwrap_or_else(|| panic!("{word} is not on the page: {boxes:?}"));
    assert!(all.next().is_none(), "{word} stands twice");
    one
}

#[test]
fn a_word_is_as_wide_on_paper_as_the_measure_tells() {
    let mut letter = empty();
    letter.sections = vec![Section {
        heading: "Grundkrankheit Überwärmung".into(),
        body: vec![
            Block::Paragraph("Wirbelsäule Ελλάδα позвоночник iiiiWWWWffi 0123456789 L4-L5".into()),
            Block::NotRecorded("Bandscheibenvorfall AVAToTo".into()),
            Block::Figure(FigureBlock {
                figure: Arc::new(ChartFigure(chart())),
                caption: String::new(),
                alternative: String::new(),
            }),
        ],
    }];
    let judged = Judged::of(&letter);
    let boxes: Vec<Boxed> = judged.boxes().into_iter().flatten().collect();
    let typeface = Typeface::shipped().unwrap();
    let judge = |face: Face, size: f64, words: &[&str]| {
        for word in words {
            let (left, right) = found(&boxes, word).x;
            let told = typeface.ems(face, word) * size;
            assert!(
                (right - left - told).abs() <= ROUNDING,
                "{word}: {told} points told, {} on paper",
                right - left
            );
        }
    };
    judge(Face::Semibold, 11.5, &["Grundkrankheit", "Überwärmung"]);
    let plain = [
        "Wirbelsäule",
        "Ελλάδα",
        "позвоночник",
        "iiiiWWWWffi",
        "0123456789",
        "L4-L5",
    ];
    judge(Face::Regular, 10.0, &plain);
    judge(Face::Italic, 10.0, &["Bandscheibenvorfall", "AVAToTo"]);
    // In the drawing: the title of a panel, the name of a line.
    judge(Face::Semibold, 7.5, &["average", "Disability,"]);
}
