//! The order of a letter: title, patient, diagnosis, reason, question, alerts, sections, author; and its blocks. Figures are
//! whole, their captions and keys break like any text.

use crate::chart::{self, Figure};
use crate::draw::{Mark, Piece};
use crate::flow::Flow;
use crate::head::Rest;
use crate::model::{Block, BodyBlock, FigureBlock, Letter, Section, Size, SpineBlock};
use crate::opening::{closing, opening};
use crate::questions;
use crate::style::{BODY, HEADING, LARGE, META, QUIET, STRONG};
use crate::table;
use crate::wrap::wrap;

/// All parts of the letter under its head, in the order of a clinic letter: title, patient, diagnosis, reason, question,
/// alerts, sections, author, copies, what isn't recorded. Answers the height in points of each section.
pub(crate) fn letter(flow: &mut Flow<'_>, letter: &Letter, rest: Vec<Rest>) -> Vec<f32> {
    opening(flow, letter, rest);
    let mut heights = Vec::with_capacity(letter.sections.len());
    for section in &letter.sections {
        let before = flow.used;
        add_section(flow, section, &letter.words.not_recorded);
        heights.push(flow.used - before);
    }
    closing(flow, letter);
    heights
}

fn add_section(flow: &mut Flow<'_>, section: &Section, not_recorded: &str) {
    // Set close, a heading stands in the line of what it is over, where that is text.
    let text = matches!(section.body.first(), Some(Block::Paragraph(_) | Block::List(_)));
    match flow.size == Size::Close && text {
        true => flow.heading_runs_in(&section.heading),
        false => flow.heading(&section.heading),
    }
    let before = flow.pieces.len();
    for block in &section.body {
        if flow.is_too_long() {
            return;
        }
        add_block(flow, block);
    }
    if flow.pieces.len() == before {
        flow.set_heading();
        flow.paragraph(not_recorded, QUIET, 2.0);
    }
    // Two lines at least go with the heading; a row or a chart is more than a line.
    let after = flow.pieces.len() - before;
    if let Some(first) = flow.pieces.get_mut(before).filter(|p| p.elastic && after > 1) {
        first.keep = true;
    }
}

fn add_block(flow: &mut Flow<'_>, block: &Block) {
    if !matches!(block, Block::Paragraph(_) | Block::List(_) | Block::NewPage) {
        flow.set_heading();
    }
    match block {
        Block::Paragraph(text) => flow.paragraph(text, BODY, 3.0),
        Block::Strong(text) => {
            let from = flow.pieces.len();
            flow.paragraph(text, STRONG, 3.0);
            for piece in flow.pieces.iter_mut().skip(from) {
                piece.keep = true;
            }
        }
        Block::Large(text) => flow.paragraph(text, LARGE, 3.0),
        Block::NotRecorded(text) => flow.paragraph(text, QUIET, 2.0),
        Block::Note(text) => flow.paragraph(text, META, 2.0),
        Block::List(items) => flow.list(items),
        Block::Table(rows) => table::lay_out(flow, rows),
        Block::Figure(figure) => add_figure(flow, figure),
        Block::Spine(spine) => add_spine(flow, spine),
        Block::Body(body) => add_body(flow, body),
        Block::Questions(asked) => questions::lay_out(flow, asked),
        Block::NewPage => flow.new_page = true,
    }
}

/// The height of a figure that leaves room for a heading above it and for two lines of the caption.
fn most(flow: &Flow<'_>) -> f32 {
    flow.page_room - 2.0 * flow.sized(HEADING).leading - 2.0 * flow.sized(META).leading - 3.0
}

fn add_figure(flow: &mut Flow<'_>, block: &FigureBlock) {
    let (figures, key) = chart::figures(flow.fonts, &block.figure.0, flow.width, most(flow));
    set_figures(flow, figures, &block.caption, &block.alternative);
    for entry in key {
        flow.paragraph(&entry, META, 0.0);
    }
}

fn add_spine(flow: &mut Flow<'_>, block: &SpineBlock) {
    let figure = chart::spine(flow.fonts, &block.figure.0, flow.width, most(flow));
    set_figures(
        flow,
        figure.into_iter().collect(),
        &block.caption,
        &block.alternative,
    );
}

fn add_body(flow: &mut Flow<'_>, block: &BodyBlock) {
    let figure = chart::body(flow.fonts, &block.figure.0, flow.width, most(flow));
    set_figures(
        flow,
        figure.into_iter().collect(),
        &block.caption,
        &block.alternative,
    );
}

fn set_figures(flow: &mut Flow<'_>, figures: Vec<Figure>, caption: &str, alternative: &str) {
    let element = flow.structure.add_figure(alternative);
    let last = figures.len().saturating_sub(1);
    let style = flow.sized(META);
    let caption = wrap(flow.fonts, style.face, style.size, caption, flow.width);
    if figures.is_empty() {
        // A drawing that no page holds is still said in words.
        flow.paragraph(alternative, BODY, 3.0);
    }
    for (i, Figure { chart, height }) in figures.into_iter().enumerate() {
        let (x, w) = (flow.x, flow.width);
        let marks = vec![Mark::Figure {
            x,
            y: 0.0,
            w,
            h: height,
            chart,
            element: Some(element),
        }];
        flow.push(Piece {
            height,
            gap: 6.0,
            keep: i == last && !caption.is_empty(),
            marks,
            ..Piece::default()
        });
    }
    if !caption.is_empty() {
        let words = flow.structure.add("Caption", None);
        flow.set(caption, style, 3.0, (words, 0.0), None);
    }
}
