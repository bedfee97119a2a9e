//! Tables: rows are whole, the header returns on each page, and only a row that no page could
//! hold is cut, between its lines.

use std::rc::Rc;

use crate::draw::{Mark, Piece, Tone};
use crate::flow::{Flow, HEADING, Style, text_mark};
use crate::fonts::Face;
use crate::model::{Align, Table};
use crate::structure::ElementId;
use crate::wrap::wrap;

const CELL: Style = Style {
    face: Face::Regular,
    size: 9.0,
    leading: 12.0,
    tone: Tone::Ink,
};
const HEAD: Style = Style {
    face: Face::Semibold,
    size: 8.5,
    leading: 11.5,
    tone: Tone::Ink,
};
/// Space above and below the text of a row.
const PAD_Y: f32 = 2.5;
/// Space between the table's edges and its text.
const INSET: f32 = 4.0;
/// Space between a cell's text and the next column.
const PAD_X: f32 = 8.0;

/// A column's place on the page in points.
struct Slot {
    x: f32,
    width: f32,
    align: Align,
}

/// Adds the table's pieces to the flow; a table without rows adds nothing.
pub(crate) fn lay_out(flow: &mut Flow<'_>, table: &Table) {
    let rows: Vec<_> = table
        .rows
        .iter()
        .filter(|r| r.iter().any(|c| !c.trim().is_empty()))
        .collect();
    if rows.is_empty() || table.columns.is_empty() {
        return;
    }
    let slots = slots(flow, table);
    let root = flow.structure.add("Table", None);
    let header = header(flow, table, &slots, root);
    let mut gap = 4.0;
    if let Some(header) = &header {
        flow.pieces.push(Piece {
            gap,
            ..(**header).clone()
        });
        gap = 0.0;
    }
    let head_height = header.as_ref().map_or(0.0, |h| h.height);
    let most = flow.page_room - head_height - 2.0 * HEADING.leading;
    for row in rows {
        let element = flow.structure.add("TR", Some(root));
        let mut cells = Vec::new();
        for (i, slot) in slots.iter().enumerate() {
            let text = row.get(i).map_or("", String::as_str);
            let cell = flow.structure.add("TD", Some(element));
            cells.push((cell, wrap(flow.fonts, CELL.face, CELL.size, text, slot.width)));
        }
        let deepest = cells
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(1)
            .max(1);
        let whole = deepest as f32 * CELL.leading + 2.0 * PAD_Y <= most;
        let step = if whole {
            deepest
        } else {
            ((most / 3.0 / CELL.leading) as usize).max(1)
        };
        let mut from = 0;
        while from < deepest {
            let to = (from + step).min(deepest);
            let piece = row_piece(flow, &slots, &cells, from..to, to == deepest);
            flow.pieces.push(Piece {
                gap,
                header: header.clone(),
                ..piece
            });
            gap = 0.0;
            from = to;
        }
    }
}

fn slots(flow: &Flow<'_>, table: &Table) -> Vec<Slot> {
    let share = |w: f32| if w.is_finite() && w > 0.0 { w } else { 1.0 };
    let total: f32 = table.columns.iter().map(|c| share(c.width)).sum();
    let mut x = flow.x + INSET;
    table
        .columns
        .iter()
        .map(|c| {
            let full = (flow.width - 2.0 * INSET + PAD_X) * share(c.width) / total;
            let slot = Slot {
                x,
                width: (full - PAD_X).max(1.0),
                align: c.align,
            };
            x += full;
            slot
        })
        .collect()
}

fn header(flow: &mut Flow<'_>, table: &Table, slots: &[Slot], root: ElementId) -> Option<Rc<Piece>> {
    if table.columns.iter().all(|c| c.heading.trim().is_empty()) {
        return None;
    }
    let row = flow.structure.add("TR", Some(root));
    let mut marks = Vec::new();
    let mut deepest = 1;
    for (slot, column) in slots.iter().zip(&table.columns) {
        let cell = flow.structure.add("TH", Some(row));
        let lines = wrap(flow.fonts, HEAD.face, HEAD.size, &column.heading, slot.width);
        deepest = deepest.max(lines.len());
        for (i, line) in lines.into_iter().enumerate() {
            marks.push(cell_mark(flow, slot, HEAD, line, cell).moved_down(PAD_Y + i as f32 * HEAD.leading));
        }
    }
    let height = deepest as f32 * HEAD.leading + 2.0 * PAD_Y;
    marks.insert(
        0,
        Mark::Fill {
            x: flow.x,
            y: 0.0,
            w: flow.width,
            h: height,
            tone: Tone::Panel,
        },
    );
    Some(Rc::new(Piece {
        height: height + 1.0,
        keep: true,
        marks,
        ..Piece::default()
    }))
}

fn row_piece(
    flow: &Flow<'_>,
    slots: &[Slot],
    cells: &[(ElementId, Vec<String>)],
    lines: std::ops::Range<usize>,
    last: bool,
) -> Piece {
    let depth = lines.len() as f32 * CELL.leading;
    let mut marks = Vec::new();
    for (slot, (cell, text)) in slots.iter().zip(cells) {
        for (i, line) in text.iter().skip(lines.start).take(lines.len()).enumerate() {
            if !line.is_empty() {
                let down = PAD_Y + i as f32 * CELL.leading;
                marks.push(cell_mark(flow, slot, CELL, line.clone(), *cell).moved_down(down));
            }
        }
    }
    let height = depth + 2.0 * PAD_Y;
    if last {
        marks.push(Mark::Fill {
            x: flow.x,
            y: height - 0.5,
            w: flow.width,
            h: 0.5,
            tone: Tone::Rule,
        });
    }
    Piece {
        height,
        marks,
        ..Piece::default()
    }
}

fn cell_mark(flow: &Flow<'_>, slot: &Slot, style: Style, text: String, cell: ElementId) -> Mark {
    let spare = slot.width - flow.fonts.width(style.face, style.size, &text);
    let shift = match slot.align {
        Align::Left => 0.0,
        Align::Centre => spare / 2.0,
        Align::Right => spare,
    };
    text_mark(slot.x + shift.max(0.0), style, text, Some(cell))
}
