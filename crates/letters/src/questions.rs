//! Questions that are answered by hand: boxes to tick, rows of boxes, lines to write on. Boxes and lines are drawn, so that
//! they need no glyph of a font.
//!
//! What must hold: a question stands on one page with everything that belongs to its answer, unless no page holds it.

use std::rc::Rc;

use crate::draw::{BASELINE, Mark, Piece, Tone};
use crate::flow::Flow;
use crate::line::Line;
use crate::model::{Ask, Question, Questions, Scale};
use crate::structure::ElementId;
use crate::style::{BODY, META, STRONG, Style, text_mark};
use crate::wrap::wrap;

/// The side of a box in points, the width of its edge, and the space between it and its words.
const BOX: f32 = 11.0;
const EDGE: f32 = 0.9;
const BESIDE: f32 = 6.0;
/// Height in points of a line that somebody writes on by hand: 9 mm.
const WRITTEN: f32 = 25.5;
/// Space above and below a question, and between it and its answers.
const ABOVE: f32 = 5.0;
const BELOW: f32 = 4.0;
const BETWEEN: f32 = 3.0;
/// The room of a number, and the share of the width that a question has beside columns of boxes.
const NUMBERED: f32 = 24.0;
const QUESTION: f32 = 0.46;
/// No column of boxes is narrower, and no heading of one has more lines.
const NARROWEST: f32 = 44.0;
const MOST_OF_HEADING: usize = 5;
/// The boxes of a scale stand no further apart.
const APART: f32 = 38.0;
/// So many answers stand beside each other at most.
const ABREAST: usize = 4;
/// A question that takes a larger share of a page may break between its rows.
const MOST_OF_PAGE: f32 = 0.6;

/// Marks of one height that nothing parts.
struct Row {
    height: f32,
    marks: Vec<Mark>,
}

/// The columns of boxes that questions share.
struct Columns {
    /// Width of the questions' text.
    text: f32,
    /// The middle of each column.
    middles: Vec<f32>,
    header: Rc<Piece>,
}

/// Adds the questions to the flow; where there are none, nothing.
pub(crate) fn lay_out(flow: &mut Flow<'_>, asked: &Questions) {
    // What leads to a question stays with it.
    if !flow.new_page && !asked.items.is_empty() {
        flow.pieces
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|last| last.keep = true);
    }
    let indent = match asked.items.iter().any(|one| !one.number.trim().is_empty()) {
        true => NUMBERED,
        false => 0.0,
    };
    let shares = asked.items.iter().any(|one| matches!(one.ask, Ask::Columns));
    let columns = match shares && !asked.columns.is_empty() {
        true => columns(flow, &asked.columns, indent),
        false => None,
    };
    if let Some(columns) = &columns {
        flow.push(Piece {
            gap: ABOVE,
            ..(*columns.header).clone()
        });
    }
    for item in &asked.items {
        if flow.is_too_long() {
            return;
        }
        let rows = match (&item.ask, &columns) {
            (Ask::Columns, Some(columns)) => under_columns(flow, item, columns, indent),
            // Columns that have no room are told at each question.
            (Ask::Columns, None) => {
                let mut rows = text(flow, item, indent, flow.width);
                rows.extend(choices(flow, &asked.columns, indent));
                rows
            }
            (Ask::Tick, _) => ticked(flow, item, indent),
            (Ask::Choices(answers), _) => {
                let mut rows = text(flow, item, indent, flow.width);
                rows.extend(choices(flow, answers, indent));
                rows
            }
            (Ask::Scale(points), _) => {
                let mut rows = text(flow, item, indent, flow.width);
                rows.extend(scale(flow, points, indent));
                rows
            }
            (Ask::Line(behind), _) => written(flow, item, behind, indent),
            (Ask::Named(points), _) => {
                let mut rows = written(flow, item, "", indent);
                rows.extend(scale(flow, points, indent));
                rows
            }
        };
        let header = columns.as_ref().filter(|_| matches!(item.ask, Ask::Columns));
        set(flow, rows, header.map(|columns| &columns.header));
    }
}

/// One piece of the rows of a question; one for each row where they are too much for a page.
fn set(flow: &mut Flow<'_>, rows: Vec<Row>, header: Option<&Rc<Piece>>) {
    let height: f32 = rows.iter().map(|row| row.height).sum();
    let whole = height <= flow.page_room * MOST_OF_PAGE;
    let count = rows.len();
    let gap = if header.is_some() { 0.0 } else { ABOVE };
    let mut joined = Piece {
        gap,
        header: header.cloned(),
        ..Piece::default()
    };
    for (at, row) in rows.into_iter().enumerate() {
        if whole {
            let down = joined.height;
            joined.height += row.height;
            joined
                .marks
                .extend(row.marks.into_iter().map(|mark| mark.moved_down(down)));
            continue;
        }
        flow.push(Piece {
            height: row.height,
            gap: if at == 0 { gap } else { 0.0 },
            keep: at == 0 && count > 1 || at + 2 == count,
            marks: row.marks,
            header: header.cloned(),
            ..Piece::default()
        });
    }
    if whole && count > 0 {
        flow.push(joined);
    }
}

/// The columns with their headings; nothing where they have no room.
fn columns(flow: &mut Flow<'_>, headings: &[String], indent: f32) -> Option<Columns> {
    let count = headings.len() as f32;
    let width = flow.width * (1.0 - QUESTION) / count;
    if width < NARROWEST {
        return None;
    }
    let style = flow.sized(META);
    let set = |text: &str| wrap(flow.fonts, style.face, style.size, text, width - 4.0);
    let wrapped: Vec<Vec<Line>> = headings.iter().map(|heading| set(heading)).collect();
    let deepest = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    // A heading is not broken within a word.
    let mut words = headings.iter().flat_map(|heading| heading.split_whitespace());
    if deepest > MOST_OF_HEADING || words.any(|word| set(word).len() > 1) {
        return None;
    }
    let left = flow.x + flow.width * QUESTION;
    let middles: Vec<f32> = (0..headings.len())
        .map(|at| left + width * (at as f32 + 0.5))
        .collect();
    let mut marks = Vec::new();
    for (middle, lines) in middles.iter().zip(wrapped) {
        let element = flow.structure.add("P", None);
        // All headings end at the boxes.
        let first = deepest - lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let x = middle - line.width / 2.0;
            let down = (first + at) as f32 * style.leading;
            marks.push(text_mark(x, style, line, Some(element)).moved_down(down));
        }
    }
    let height = deepest as f32 * style.leading + BETWEEN;
    marks.push(rule(flow.x, flow.width, height - 0.5, Tone::Rule));
    let header = Rc::new(Piece {
        height,
        keep: true,
        marks,
        ..Piece::default()
    });
    Some(Columns {
        text: flow.width * QUESTION - indent - 8.0,
        middles,
        header,
    })
}

/// A question with a box under each of the answers, and a line under it that leads the eye.
fn under_columns(flow: &mut Flow<'_>, item: &Question, columns: &Columns, indent: f32) -> Vec<Row> {
    let style = flow.sized(BODY);
    let mut rows = text(flow, item, indent, columns.text);
    if rows.is_empty() {
        rows.push(Row {
            height: style.leading,
            marks: Vec::new(),
        });
    }
    if let Some(first) = rows.first_mut() {
        first.height += ABOVE;
        first.marks = std::mem::take(&mut first.marks)
            .into_iter()
            .map(|mark| mark.moved_down(ABOVE))
            .collect();
        for middle in &columns.middles {
            first.marks.extend(
                tick_box(middle - BOX / 2.0, style)
                    .into_iter()
                    .map(|mark| mark.moved_down(ABOVE)),
            );
        }
    }
    if let Some(last) = rows.last_mut() {
        last.height += BELOW;
        last.marks
            .push(rule(flow.x, flow.width, last.height - 0.5, Tone::Rule));
    }
    rows
}

/// The number and the lines of a question, no wider than `width`.
fn text(flow: &mut Flow<'_>, item: &Question, indent: f32, width: f32) -> Vec<Row> {
    let element = flow.structure.add("P", None);
    lines(flow, item, (indent, 0.0), width, element)
}

fn lines(
    flow: &Flow<'_>,
    item: &Question,
    (indent, shift): (f32, f32),
    width: f32,
    element: ElementId,
) -> Vec<Row> {
    let style = flow.sized(BODY);
    let number = flow.sized(STRONG);
    let room = (width - indent - shift).min(flow.width - indent - shift);
    let mut numbers = wrap(flow.fonts, number.face, number.size, &item.number, NUMBERED - 4.0).into_iter();
    let mut texts = wrap(flow.fonts, style.face, style.size, &item.text, room).into_iter();
    let mut rows = Vec::new();
    loop {
        let both = (numbers.next(), texts.next());
        if both.0.is_none() && both.1.is_none() {
            return rows;
        }
        let number = both.0.map(|line| text_mark(flow.x, number, line, Some(element)));
        let text = both
            .1
            .filter(|line| !line.is_empty())
            .map(|line| text_mark(flow.x + indent + shift, style, line, Some(element)));
        rows.push(Row {
            height: style.leading,
            marks: number.into_iter().chain(text).collect(),
        });
    }
}

/// A statement with its box before it.
fn ticked(flow: &mut Flow<'_>, item: &Question, indent: f32) -> Vec<Row> {
    let style = flow.sized(BODY);
    let element = flow.structure.add("P", None);
    let mut rows = lines(flow, item, (indent, BOX + BESIDE), flow.width, element);
    if let Some(first) = rows.first_mut() {
        first.marks.extend(tick_box(flow.x + indent, style));
    }
    rows
}

/// Answers with a box before each, as many beside each other as have room in one line each.
fn choices(flow: &mut Flow<'_>, answers: &[String], indent: f32) -> Vec<Row> {
    let style = flow.sized(BODY);
    let inner = flow.width - indent;
    let room = |abreast: usize| inner / abreast as f32 - BOX - 2.0 * BESIDE;
    let wrapped = |abreast: usize| -> Vec<Vec<Line>> {
        let each = answers.iter();
        each.map(|answer| wrap(flow.fonts, style.face, style.size, answer, room(abreast)))
            .collect()
    };
    let fits = |lines: &[Vec<Line>]| lines.iter().all(|one| one.len() <= 1);
    let abreast = (2..=ABREAST.min(answers.len()))
        .rev()
        .find(|abreast| fits(&wrapped(*abreast)))
        .unwrap_or(1);
    let set: Vec<(ElementId, Vec<Line>)> = wrapped(abreast)
        .into_iter()
        .map(|lines| (flow.structure.add("P", None), lines))
        .collect();
    let mut rows = Vec::new();
    for beside in set.chunks(abreast) {
        let deepest = beside
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(0)
            .max(1);
        for down in 0..deepest {
            let mut marks = Vec::new();
            for (at, (element, lines)) in beside.iter().enumerate() {
                let x = flow.x + indent + inner * at as f32 / abreast as f32;
                if down == 0 {
                    marks.extend(tick_box(x, style));
                }
                let line = lines.get(down).filter(|line| !line.is_empty());
                marks.extend(
                    line.map(|line| text_mark(x + BOX + BESIDE, style, line.clone(), Some(*element))),
                );
            }
            let above = if down == 0 { BETWEEN } else { 0.0 };
            rows.push(Row {
                height: above + style.leading,
                marks: marks.into_iter().map(|mark| mark.moved_down(above)).collect(),
            });
        }
    }
    rows
}

/// A row of boxes under their points, and under it what the ends mean.
fn scale(flow: &mut Flow<'_>, scale: &Scale, indent: f32) -> Vec<Row> {
    let style = flow.sized(BODY);
    let count = scale.points.len();
    if count == 0 {
        return Vec::new();
    }
    let inner = flow.width - indent;
    let apart = (inner / count as f32).min(APART);
    let widest = scale
        .points
        .iter()
        .map(|point| wrap(flow.fonts, style.face, style.size, point, inner))
        .all(|lines| lines.len() <= 1 && lines.iter().all(|line| line.width <= apart - 2.0));
    if apart < BOX + 4.0 || !widest {
        // More points than have room beside each other, or such as are words.
        let mut answers = scale.points.clone();
        answers.extend(
            [&scale.low, &scale.high]
                .into_iter()
                .filter(|end| !end.trim().is_empty())
                .cloned(),
        );
        return choices(flow, &answers, indent);
    }
    let element = flow.structure.add("P", None);
    let mut marks = Vec::new();
    let top = style.leading + BETWEEN;
    for (at, point) in scale.points.iter().enumerate() {
        let middle = flow.x + indent + apart * (at as f32 + 0.5);
        for line in wrap(flow.fonts, style.face, style.size, point, apart) {
            let x = middle - line.width / 2.0;
            marks.push(text_mark(x, style, line, Some(element)).moved_down(BETWEEN));
        }
        marks.extend(
            tick_box(middle - BOX / 2.0, style)
                .into_iter()
                .map(|mark| mark.moved_down(top)),
        );
    }
    let mut rows = vec![Row {
        height: top + style.leading,
        marks,
    }];
    // Few boxes leave their ends too little room for words; these then have the whole width.
    let wide = match apart * count as f32 {
        wide if wide < inner / 2.0 => inner,
        wide => wide,
    };
    let edge = (apart - BOX) / 2.0;
    let ends = [&scale.low, &scale.high].map(|end| {
        let lines = wrap(flow.fonts, style.face, style.size, end, wide / 2.0 - edge - 4.0);
        (flow.structure.add("P", None), lines)
    });
    let deepest = ends.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    for down in 0..deepest {
        let mut marks = Vec::new();
        for (right, (element, lines)) in [false, true].into_iter().zip(&ends) {
            let Some(line) = lines.get(down).filter(|line| !line.is_empty()) else {
                continue;
            };
            let x = match right {
                true => flow.x + indent + wide - edge - line.width,
                false => flow.x + indent + edge,
            };
            marks.push(text_mark(x, style, line.clone(), Some(*element)));
        }
        rows.push(Row {
            height: style.leading,
            marks,
        });
    }
    rows
}

/// A question with a line to write on behind it, or under it where it is long; and what stands behind the line.
fn written(flow: &mut Flow<'_>, item: &Question, behind: &str, indent: f32) -> Vec<Row> {
    let style = flow.sized(BODY);
    let element = flow.structure.add("P", None);
    let unit = wrap(flow.fonts, style.face, style.size, behind, flow.width * 0.4);
    let of_unit = unit.iter().map(|line| line.width).fold(0.0, f32::max);
    let of_unit = if of_unit > 0.0 { of_unit + BESIDE } else { 0.0 };
    let mut rows = lines(flow, item, (indent, 0.0), flow.width, element);
    let alone = wrap(
        flow.fonts,
        style.face,
        style.size,
        &item.text,
        flow.width - indent,
    );
    let of_text = match alone.as_slice() {
        [] => 0.0,
        [line] if line.width < (flow.width - indent) * 0.6 && !line.leftward => line.width + BESIDE,
        _ => f32::INFINITY,
    };
    let right = flow.x + flow.width - of_unit;
    let (from, above) = match of_text.is_finite() {
        true => (flow.x + indent + of_text, rows.pop()),
        false => (flow.x + indent, None),
    };
    let down = WRITTEN - style.leading;
    let mut marks: Vec<Mark> = above
        .map(|row| row.marks)
        .unwrap_or_default()
        .into_iter()
        .map(|mark| mark.moved_down(down))
        .collect();
    let base = down + style.leading * BASELINE;
    marks.push(rule(from, right - from, base + 2.0, Tone::Muted));
    let mut unit = unit.into_iter();
    marks.extend(
        unit.next()
            .map(|line| text_mark(right + BESIDE, style, line, Some(element)).moved_down(down)),
    );
    rows.push(Row {
        height: WRITTEN + BETWEEN,
        marks,
    });
    rows.extend(unit.map(|line| Row {
        height: style.leading,
        marks: vec![text_mark(right + BESIDE, style, line, Some(element))],
    }));
    rows
}

/// The edges of a box that stands on the line of a text of this style.
fn tick_box(x: f32, style: Style) -> Vec<Mark> {
    let y = style.leading * BASELINE - BOX + 1.5;
    let edge = |x: f32, y: f32, w: f32, h: f32| Mark::Fill {
        x,
        y,
        w,
        h,
        tone: Tone::Ink,
    };
    vec![
        edge(x, y, BOX, EDGE),
        edge(x, y + BOX - EDGE, BOX, EDGE),
        edge(x, y, EDGE, BOX),
        edge(x + BOX - EDGE, y, EDGE, BOX),
    ]
}

fn rule(x: f32, w: f32, y: f32, tone: Tone) -> Mark {
    Mark::Fill {
        x,
        y,
        w: w.max(0.0),
        h: 0.6,
        tone,
    }
}
