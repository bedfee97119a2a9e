//! Tables: short rows are whole, a long one breaks between its lines with at least two on either page, and the header
//! returns on each page.

use std::rc::Rc;

use crate::draw::{Mark, Piece, Tone};
use crate::flow::Flow;
use crate::fonts::Face;
use crate::line::Line;
use crate::model::{Align, Table};
use crate::structure::ElementId;
use crate::style::{Style, text_mark};
use crate::wrap::{first_lines, wrap};

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

/// No column is narrower than this, with its space to the next.
const NARROWEST: f32 = 34.0;
/// A row of so many lines is never split; a longer one leaves at least two lines on either page.
const SHORT: usize = 8;
/// So many lines of a heading come back on each page.
const MOST_OF_HEADING: usize = 4;

/// A column's place on the page in points.
struct Slot {
    x: f32,
    width: f32,
    align: Align,
}

/// A row's cells with their lines.
type Cells = Vec<(ElementId, std::vec::IntoIter<Line>)>;

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
    let Some(slots) = slots(flow, table) else {
        // More columns than a page has room for: each row is said as a point.
        flow.list(&said(table));
        return;
    };
    let root = flow.structure.add("Table", None);
    let (cell, head) = (flow.sized(CELL), flow.sized(HEAD));
    let (header, cut) = header(flow, table, &slots, (root, head));
    let mut gap = 4.0;
    if let Some(header) = &header {
        flow.push(Piece {
            gap,
            ..(**header).clone()
        });
        gap = 0.0;
    }
    if cut {
        let headings = table.columns.iter().map(|column| column.heading.as_str());
        let cells = cells(flow, &slots, headings.collect(), head, ("TH", root));
        add_row(flow, &slots, cells, head, header.as_ref(), gap);
    }
    for row in rows {
        if flow.is_too_long() {
            return;
        }
        let texts = (0..slots.len()).map(|i| row.get(i).map_or("", String::as_str));
        let cells = cells(flow, &slots, texts.collect(), cell, ("TD", root));
        add_row(flow, &slots, cells, cell, header.as_ref(), gap);
        gap = 0.0;
    }
}

fn slots(flow: &Flow<'_>, table: &Table) -> Option<Vec<Slot>> {
    let all = flow.width - 2.0 * INSET + PAD_X;
    let count = table.columns.len() as f32;
    if count * NARROWEST > all {
        return None;
    }
    // Shares outside these would leave a column without room, or all others.
    let share = |w: f32| {
        if w.is_finite() && w > 0.0 {
            w.clamp(0.01, 100.0)
        } else {
            1.0
        }
    };
    let total: f32 = table.columns.iter().map(|c| share(c.width)).sum();
    let wanted: Vec<f32> = table
        .columns
        .iter()
        .map(|c| (all * share(c.width) / total).max(NARROWEST))
        .collect();
    let spare = all - count * NARROWEST;
    let over: f32 = wanted.iter().map(|w| w - NARROWEST).sum();
    let fits = wanted.iter().sum::<f32>() <= all + 0.01;
    let mut x = flow.x + INSET;
    let slots = table.columns.iter().zip(wanted).map(|(column, wanted)| {
        let full = if fits {
            wanted
        } else {
            NARROWEST + (wanted - NARROWEST) * spare / over
        };
        let slot = Slot {
            x,
            width: full - PAD_X,
            align: column.align,
        };
        x += full;
        slot
    });
    Some(slots.collect())
}

/// The rows as points that name each column.
fn said(table: &Table) -> Vec<String> {
    let rows = table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(row);
        let cells = cells.filter(|(_, cell)| !cell.trim().is_empty());
        let cells: Vec<String> = cells
            .map(|(column, cell)| match column.heading.trim() {
                "" => cell.trim().to_owned(),
                heading => format!("{heading}: {}", cell.trim()),
            })
            .collect();
        cells.join("; ")
    });
    rows.collect()
}

/// The header that comes back on each page, and whether a heading had to be cut for it.
fn header(
    flow: &mut Flow<'_>,
    table: &Table,
    slots: &[Slot],
    (root, head): (ElementId, Style),
) -> (Option<Rc<Piece>>, bool) {
    if table.columns.iter().all(|c| c.heading.trim().is_empty()) {
        return (None, false);
    }
    let row = flow.structure.add("TR", Some(root));
    let mut marks = Vec::new();
    let mut deepest = 1;
    let mut any_cut = false;
    for (slot, column) in slots.iter().zip(&table.columns) {
        let cell = flow.structure.add("TH", Some(row));
        let (lines, cut) = first_lines(
            flow.fonts,
            head.face,
            head.size,
            &column.heading,
            slot.width,
            MOST_OF_HEADING,
        );
        any_cut |= cut;
        deepest = deepest.max(lines.len());
        for (i, line) in lines.into_iter().enumerate() {
            marks.push(cell_mark(slot, head, line, cell).moved_down(PAD_Y + i as f32 * head.leading));
        }
    }
    let height = deepest as f32 * head.leading + 2.0 * PAD_Y;
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
    let piece = Piece {
        height: height + 1.0,
        keep: true,
        marks,
        ..Piece::default()
    };
    (Some(Rc::new(piece)), any_cut)
}

fn cells(
    flow: &mut Flow<'_>,
    slots: &[Slot],
    texts: Vec<&str>,
    style: Style,
    (role, root): (&'static str, ElementId),
) -> Cells {
    let row = flow.structure.add("TR", Some(root));
    let cells = slots.iter().zip(texts).map(|(slot, text)| {
        let cell = flow.structure.add(role, Some(row));
        let lines = wrap(flow.fonts, style.face, style.size, text, slot.width);
        (cell, lines.into_iter())
    });
    cells.collect()
}

/// Adds a row line by line; what must not be split is kept together.
fn add_row(
    flow: &mut Flow<'_>,
    slots: &[Slot],
    mut cells: Cells,
    style: Style,
    header: Option<&Rc<Piece>>,
    gap: f32,
) {
    let count = cells
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(1)
        .max(1);
    for i in 0..count {
        let above = if i == 0 { PAD_Y } else { 0.0 };
        let below = if i + 1 == count { PAD_Y } else { 0.0 };
        let height = above + style.leading + below;
        let mut marks = Vec::new();
        for (slot, (cell, lines)) in slots.iter().zip(&mut cells) {
            if let Some(line) = lines.next().filter(|line| !line.is_empty()) {
                marks.push(cell_mark(slot, style, line, *cell).moved_down(above));
            }
        }
        if i + 1 == count {
            marks.push(Mark::Fill {
                x: flow.x,
                y: height - 0.5,
                w: flow.width,
                h: 0.5,
                tone: Tone::Rule,
            });
        }
        flow.push(Piece {
            height,
            elastic: true,
            gap: if i == 0 { gap } else { 0.0 },
            keep: i + 1 < count && (count <= SHORT || i == 0 || i + 2 == count),
            marks,
            header: header.cloned(),
            ..Piece::default()
        });
    }
}

fn cell_mark(slot: &Slot, style: Style, line: Line, cell: ElementId) -> Mark {
    let spare = slot.width - line.width;
    let shift = match slot.align {
        Align::Left => 0.0,
        Align::Centre => spare / 2.0,
        Align::Right => spare,
    };
    text_mark(slot.x + shift.max(0.0), style, line, Some(cell))
}
