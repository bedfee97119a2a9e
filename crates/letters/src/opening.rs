//! What the flow begins and ends with: title, patient, diagnosis, reason, question and alerts; author, copies, what isn't
//! recorded and what was left out. A handout has neither reason nor question, and no author.

use crate::draw::{Mark, Piece, Tone};
use crate::flow::Flow;
use crate::fonts::{Face, Fonts, scripts_of};
use crate::head::Rest;
use crate::model::{Alert, Form, Letter};
use crate::running::{identity, side_by_side};
use crate::style::{BODY, META, QUIET, STRONG, Style, TITLE, text_mark};
use crate::wrap::wrap;

/// What page one had no room for above the flow, title, patient, diagnosis, reason, question and alerts.
pub(crate) fn opening(flow: &mut Flow<'_>, letter: &Letter, rest: Vec<Rest>) {
    let follows = !rest.is_empty();
    for Rest {
        element,
        style,
        lines,
    } in rest
    {
        flow.set(lines, style, 0.0, (element, 0.0), None);
    }
    let title = flow.structure.add("H1", None);
    // A handout has its date beside the title.
    let wide = match letter.form {
        Form::Letter => flow.width,
        Form::Handout => flow.width * 0.6,
    };
    let lines = wrap(flow.fonts, TITLE.face, TITLE.size, &letter.title, wide);
    let from = flow.pieces.len();
    let gap = if follows { 20.0 } else { 0.0 };
    flow.set(lines, TITLE, gap, (title, 0.0), None);
    for piece in flow.pieces.iter_mut().skip(from) {
        piece.keep = true;
    }
    patient(flow, letter);
    flow.close = letter.close;
    case(flow, letter);
    if !letter.alerts.is_empty() {
        flow.heading(&letter.words.alerts);
        for alert in &letter.alerts {
            alert_lines(flow, alert, &letter.words.not_recorded);
        }
    }
}

/// What the letter is about, a row each: the diagnosis, why it is written and what is asked.
fn case(flow: &mut Flow<'_>, letter: &Letter) {
    let words = &letter.words;
    let mut rows = Vec::new();
    if !letter.diagnosis.trim().is_empty() {
        rows.push((&words.diagnosis, &letter.diagnosis, BODY));
    }
    if letter.form == Form::Letter {
        rows.push((&words.reason, &letter.reason, BODY));
        rows.push((&words.question, &letter.question, STRONG));
    }
    for (at, (label, text, style)) in rows.into_iter().enumerate() {
        let blank = text.trim().is_empty();
        let row = Row {
            label: (label, LABEL),
            text: match blank {
                true => (&words.not_recorded, QUIET),
                false => (text, style),
            },
            bar: None,
            gap: if at == 0 { 8.0 } else { 2.0 },
        };
        row.set(flow);
    }
}

/// The panel with the patient; it is whole where it has no more lines than any usual one.
fn patient(flow: &mut Flow<'_>, letter: &Letter) {
    const PAD: f32 = 6.0;
    const MOST_WHOLE: usize = 12;
    const WHO: Style = Style {
        face: Face::Semibold,
        size: 11.5,
        leading: 15.0,
        tone: Tone::Ink,
    };
    let patient = &letter.patient;
    let inner = flow.width - 2.0 * PAD;
    let mut facts = identity(letter);
    let alone = [&patient.name, &patient.age, &patient.contact];
    if facts.is_empty() && alone.iter().all(|text| text.trim().is_empty()) {
        return;
    }
    let element = flow.structure.add("P", None);
    if !patient.age.trim().is_empty() {
        facts.insert(
            usize::from(!patient.birth.trim().is_empty()),
            patient.age.trim().to_owned(),
        );
    }
    let mut lines = Vec::new();
    for (style, text) in [
        (WHO, patient.name.as_str()),
        (BODY, &side_by_side(&facts)),
        (BODY, &patient.contact),
    ] {
        let wrapped = wrap(flow.fonts, style.face, style.size, text, inner);
        lines.extend(wrapped.into_iter().map(|line| (style, line)));
    }
    let count = lines.len();
    for (i, (style, line)) in lines.into_iter().enumerate() {
        let above = if i == 0 { PAD } else { 0.0 };
        let below = if i + 1 == count { PAD } else { 0.0 };
        let height = above + style.leading + below;
        let ground = Mark::Fill {
            x: flow.x,
            y: 0.0,
            w: flow.width,
            h: height,
            tone: Tone::Panel,
        };
        let text = text_mark(flow.x + PAD, style, line, Some(element)).moved_down(above);
        flow.push(Piece {
            height,
            gap: if i == 0 { 6.0 } else { 0.0 },
            keep: i + 1 < count && (count <= MOST_WHOLE || i == 0 || i + 2 == count),
            marks: vec![ground, text],
            ..Piece::default()
        });
    }
}

fn alert_lines(flow: &mut Flow<'_>, alert: &Alert, not_recorded: &str) {
    let style = if alert.serious { STRONG } else { BODY };
    let text = if alert.text.trim().is_empty() {
        not_recorded
    } else {
        &alert.text
    };
    let row = Row {
        label: (&alert.label, style),
        text: (text, style),
        bar: Some(match alert.serious {
            true => (4.0, Tone::Ink),
            false => (1.5, Tone::Rule),
        }),
        gap: 3.0,
    };
    row.set(flow);
}

/// The label of what the letter is about.
const LABEL: Style = Style {
    tone: Tone::Muted,
    ..BODY
};

/// A label and its text beside it, each with its look.
struct Row<'t> {
    label: (&'t str, Style),
    text: (&'t str, Style),
    /// Width and tone of the bar at the left edge.
    bar: Option<(f32, Tone)>,
    /// Space above it in points.
    gap: f32,
}

impl Row<'_> {
    fn set(&self, flow: &mut Flow<'_>) {
        const INDENT: f32 = 10.0;
        let share = flow.width * 0.3;
        let label = (self.label.0, flow.sized(self.label.1));
        let text = (self.text.0, flow.sized(self.text.1));
        let leading = label.1.leading.max(text.1.leading);
        let left = if self.bar.is_some() { INDENT } else { 6.0 };
        let element = flow.structure.add("P", None);
        let wrapped = |flow: &Flow<'_>, (text, style): (&str, Style), width: f32| {
            wrap(flow.fonts, style.face, style.size, text, width)
        };
        let labels = wrapped(flow, label, share - left);
        let lines = wrapped(flow, text, flow.width - INDENT - share);
        let count = labels.len().max(lines.len());
        let (mut labels, mut lines) = (labels.into_iter(), lines.into_iter());
        for i in 0..count {
            let mut marks = Vec::new();
            let both = [
                (labels.next(), left, label.1),
                (lines.next(), INDENT + share, text.1),
            ];
            for (text, shift, style) in both {
                if let Some(line) = text.filter(|line| !line.is_empty()) {
                    marks.push(text_mark(flow.x + shift, style, line, Some(element)));
                }
            }
            marks.extend(self.bar.map(|(w, tone)| Mark::Fill {
                x: flow.x,
                y: 0.0,
                w,
                h: leading,
                tone,
            }));
            let gap = if i == 0 { self.gap } else { 0.0 };
            let keep = i + 1 < count && (i == 0 || i + 2 == count);
            flow.push(Piece {
                height: leading,
                elastic: true,
                gap,
                keep,
                marks,
                header: None,
            });
        }
    }
}

/// So many lines of the author are kept together.
const MOST_OF_AUTHOR: usize = 12;

/// Author, copies, what isn't recorded, what was left out and where the text comes from.
pub(crate) fn closing(flow: &mut Flow<'_>, letter: &Letter) {
    if letter.form == Form::Handout {
        if let Some(said) = unprinted(letter, flow.fonts) {
            flow.paragraph(&said, BODY, 10.0);
        }
        missing(flow, letter, 8.0);
        sample(flow, letter);
        flow.paragraph(&letter.footer_note, META, 8.0);
        return;
    }
    // The author never stands alone: the last two lines before go along.
    for piece in flow.pieces.iter_mut().rev().take(2) {
        piece.keep = true;
    }
    let sender = &letter.sender;
    let from = flow.pieces.len();
    // Room to sign; less where room is short.
    let gap = if letter.close { 18.0 } else { 26.0 };
    flow.paragraph(&sender.name, STRONG, gap);
    for text in [
        &sender.role,
        &sender.registration,
        &sender.contact,
        &sender.signed,
    ] {
        flow.paragraph(text, BODY, 0.0);
    }
    let end = flow.pieces.len();
    // A usual author is a few lines; more than that may break like any text.
    if end - from <= MOST_OF_AUTHOR {
        for piece in flow.pieces.iter_mut().take(end.saturating_sub(1)).skip(from) {
            piece.keep = true;
        }
    }
    let copies: Vec<&str> = letter
        .copies
        .iter()
        .map(String::as_str)
        .filter(|c| !c.trim().is_empty())
        .collect();
    if !copies.is_empty() {
        flow.paragraph(
            &format!("{}: {}", letter.words.copies, copies.join("; ")),
            BODY,
            10.0,
        );
    }
    missing(flow, letter, 12.0);
    if let Some(said) = unprinted(letter, flow.fonts) {
        flow.paragraph(&said, BODY, 10.0);
    }
    sample(flow, letter);
    flow.paragraph(&letter.footer_note, META, 2.0);
}

/// What isn't recorded, and what of the record stands not here, with so much space above it.
fn missing(flow: &mut Flow<'_>, letter: &Letter, gap: f32) {
    let mut gap = gap;
    if !letter.not_recorded.is_empty() {
        let list = letter.not_recorded.join(", ");
        flow.paragraph(&format!("{}: {list}", letter.words.items_not_recorded), META, gap);
        gap = 2.0;
    }
    flow.paragraph(&letter.left_out.join(" "), META, gap);
}

/// Names the scripts that no font at hand draws, since their characters stand as a mark; nothing where all are drawn.
pub(crate) fn unprinted(letter: &Letter, fonts: &Fonts) -> Option<String> {
    let (mut named, others) = scripts_of(&fonts.unsupported());
    if others {
        named.push(&letter.words.symbols);
    }
    (!named.is_empty()).then(|| letter.words.unprinted.replace("{scripts}", &named.join(", ")))
}

/// The sample mark in full, where the head of the page had to cut it.
fn sample(flow: &mut Flow<'_>, letter: &Letter) {
    if let Some(mark) = letter.sample_mark.as_ref().filter(|_| flow.sample_cut) {
        flow.paragraph(mark, META, 2.0);
    }
}
