//! What the flow begins and ends with: title, patient, alerts, reason and question; author, copies, what isn't
//! recorded. A handout has neither reason nor question, and ends with where its text comes from.

use crate::draw::{Mark, Piece, Tone};
use crate::flow::{BODY, Flow, META, QUIET, STRONG, Style, TITLE, text_mark};
use crate::fonts::Face;
use crate::model::{Alert, Form, Letter};
use crate::running::identity;
use crate::wrap::wrap;

/// Title, patient, alerts, reason and question.
pub(crate) fn opening(flow: &mut Flow<'_>, letter: &Letter) {
    let title = flow.structure.add("H1", None);
    for line in wrap(flow.fonts, TITLE.face, TITLE.size, &letter.title, flow.width) {
        let marks = vec![text_mark(flow.x, TITLE, line, Some(title))];
        flow.pieces.push(Piece {
            height: TITLE.leading,
            keep: true,
            marks,
            ..Piece::default()
        });
    }
    patient(flow, letter);
    if !letter.alerts.is_empty() {
        flow.heading(&letter.words.alerts);
        for alert in &letter.alerts {
            alert_lines(flow, alert, &letter.words.not_recorded);
        }
    }
    if letter.form == Form::Handout {
        return;
    }
    for (heading, text) in [
        (&letter.words.reason, &letter.reason),
        (&letter.words.question, &letter.question),
    ] {
        flow.heading(heading);
        if text.trim().is_empty() {
            flow.paragraph(&letter.words.not_recorded, QUIET, 2.0);
        } else {
            flow.paragraph(text, BODY, 2.0);
        }
    }
}

fn patient(flow: &mut Flow<'_>, letter: &Letter) {
    const PAD: f32 = 6.0;
    const WHO: Style = Style {
        face: Face::Semibold,
        size: 11.5,
        leading: 15.0,
        tone: Tone::Ink,
    };
    let patient = &letter.patient;
    let inner = flow.width - 2.0 * PAD;
    let element = flow.structure.add("P", None);
    let mut marks = Vec::new();
    let mut y = PAD;
    let mut facts = identity(letter);
    if !patient.age.trim().is_empty() {
        facts.insert(
            usize::from(!patient.birth.trim().is_empty()),
            patient.age.trim().to_owned(),
        );
    }
    for (style, text) in [
        (WHO, patient.name.as_str()),
        (BODY, &facts.join(" \u{b7} ")),
        (BODY, &patient.contact),
    ] {
        for line in wrap(flow.fonts, style.face, style.size, text, inner) {
            marks.push(text_mark(flow.x + PAD, style, line, Some(element)).moved_down(y));
            y += style.leading;
        }
    }
    let height = y + PAD;
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
    flow.pieces.push(Piece {
        height,
        gap: 6.0,
        marks,
        ..Piece::default()
    });
}

fn alert_lines(flow: &mut Flow<'_>, alert: &Alert, not_recorded: &str) {
    const INDENT: f32 = 10.0;
    let share = flow.width * 0.26;
    let label_style = if alert.serious { STRONG } else { BODY };
    let text = if alert.text.trim().is_empty() {
        not_recorded
    } else {
        &alert.text
    };
    let element = flow.structure.add("P", None);
    let labels = wrap(
        flow.fonts,
        label_style.face,
        label_style.size,
        &alert.label,
        share - INDENT,
    );
    let lines = wrap(
        flow.fonts,
        label_style.face,
        label_style.size,
        text,
        flow.width - INDENT - share,
    );
    let count = labels.len().max(lines.len());
    for i in 0..count {
        let mut marks = Vec::new();
        if let Some(label) = labels.get(i).filter(|l| !l.is_empty()) {
            marks.push(text_mark(
                flow.x + INDENT,
                label_style,
                label.clone(),
                Some(element),
            ));
        }
        if let Some(line) = lines.get(i).filter(|l| !l.is_empty()) {
            marks.push(text_mark(
                flow.x + INDENT + share,
                label_style,
                line.clone(),
                Some(element),
            ));
        }
        let (w, tone) = if alert.serious {
            (4.0, Tone::Ink)
        } else {
            (1.5, Tone::Rule)
        };
        marks.push(Mark::Fill {
            x: flow.x,
            y: 0.0,
            w,
            h: BODY.leading,
            tone,
        });
        let gap = if i == 0 { 3.0 } else { 0.0 };
        let keep = i + 1 < count && (i == 0 || i + 2 == count);
        flow.pieces.push(Piece {
            height: BODY.leading,
            gap,
            keep,
            marks,
            header: None,
        });
    }
}

/// Author, copies, what isn't recorded and where the text comes from.
pub(crate) fn closing(flow: &mut Flow<'_>, letter: &Letter) {
    if letter.form == Form::Handout {
        flow.paragraph(&letter.footer_note, META, 8.0);
        return;
    }
    let sender = &letter.sender;
    let from = flow.pieces.len();
    flow.paragraph(&sender.name, STRONG, 26.0);
    for text in [
        &sender.role,
        &sender.registration,
        &sender.contact,
        &sender.signed,
    ] {
        flow.paragraph(text, BODY, 0.0);
    }
    let end = flow.pieces.len();
    for piece in flow.pieces.iter_mut().take(end.saturating_sub(1)).skip(from) {
        piece.keep = true;
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
    let missing: Vec<&str> = letter.not_recorded.iter().map(String::as_str).collect();
    if !missing.is_empty() {
        flow.paragraph(
            &format!("{}: {}", letter.words.items_not_recorded, missing.join(", ")),
            META,
            12.0,
        );
    }
    flow.paragraph(&letter.footer_note, META, 2.0);
}
