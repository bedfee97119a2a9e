//! The chart of a letter: the scores over true time with the operations and treatments, under the table of scores.

use super::{
    About,
    fullness::{Fullness, Passage},
};
use crate::{
    progress::{MARKED, briefly, progress, sentences, verdicts},
    words::{joined, message, say, say_with},
};
use lamina_charts::{EventKind, Panel};
use lamina_letters::{Block, ChartFigure, FigureBlock};
use std::sync::Arc;

/// So many panels and marks a usual letter draws, and a short one. Pain and disability come first.
const USUAL: (usize, usize) = (3, 8);
const SHORT: (usize, usize) = (2, 0);

pub(super) fn chart(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, rules) = (about.record, &about.request.rules);
    let progress = progress(record, rules, about.today);
    let (sequence, not_placed) = (progress.sequence, progress.not_placed);
    let (most_panels, most_marks) = match fullness {
        Fullness::Whole => (usize::MAX, MARKED),
        Fullness::Usual => USUAL,
        Fullness::Short | Fullness::Tight | Fullness::Gone => SHORT,
    };
    let operations = |kind: EventKind| kind == EventKind::Operation;
    let (mut drawn, left_out) = briefly(progress.chart, most_marks);
    let marks_treatments = drawn.events.iter().any(|event| !operations(event.kind));
    let panels = drawn.panels.len();
    if sequence {
        // One value without a place in time shows no more than the table does.
        let several = |panel: &Panel| panel.series.iter().map(|one| one.points.len()).sum::<usize>() > 1;
        drawn.panels.retain(several);
    }
    let single = panels > drawn.panels.len();
    let all = drawn.panels.len();
    drawn.panels.truncate(most_panels);
    let told = drawn.panels.len();
    if drawn.is_empty() {
        return single
            .then(|| Block::NotRecorded(say!("letter-scores-no-course")))
            .into();
    }
    let caption = match left_out {
        _ if sequence => say!("letter-scores-in-sequence"),
        0 => say!("letter-scores-over-time"),
        _ if !marks_treatments => say!("letter-scores-over-time-operations-alone"),
        more => say_with!(
            "letter-scores-over-time-earlier-treatments-are",
            [("more", more.to_string().into())],
        ),
    };
    let open =
        (not_placed > 0).then(|| say_with!("letter-scores-not-placed", [("count", not_placed.into())]));
    let single = single.then(|| say!("letter-scores-single"));
    let caption = joined([Some(caption), open, single], ". ").unwrap_or_default();
    let verdicts = sentences(&verdicts(record, rules));
    let block = Block::Figure(FigureBlock {
        figure: Arc::new(ChartFigure(drawn)),
        caption,
        alternative: joined(verdicts.into_iter().map(Some), ". ")
            .unwrap_or_else(|| say!("letter-the-scores-of-the-table-above")),
    });
    Passage::from(vec![block]).without(message!("letter-left-charts"), told, all)
}
