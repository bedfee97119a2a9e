//! Whatever a letter holds: nothing leaves the margins, nothing lies over anything else, and no word is lost. Judged
//! from the positions and the text that poppler reads in the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::support::{Boxed, Judged, chart, empty, spine};
use lamina_charts::body::BodyMap;
use lamina_letters::{
    Alert, Ask, Block, BodyBlock, BodyFigure, ChartFigure, Column, FigureBlock, Form, Letter, Letterhead,
    Paper, PatientLine, Question, Questions, Scale, Section, Sender, Size, SpineBlock, SpineFigure, Table,
};
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Stands only in words that are longer than a line.
const LONG: char = '\u{416}';

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        30 => "[a-z]{2,7}",
        4 => "[A-Z][a-z]{1,6},",
        2 => Just("\n".to_owned()),
        1 => (20_usize..800).prop_map(|count| LONG.to_string().repeat(count)),
        1 => prop::sample::select(vec!["שלום", "דאנה", "محمد", "سلام", "नमस्ते", "Łódź", "Ελλάδα", "x\u{304}y"])
            .prop_map(str::to_owned),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    vec(word(), 0..most).prop_map(|words| words.join(" "))
}

fn line() -> impl Strategy<Value = String> {
    vec("[a-z]{2,7}", 0..6).prop_map(|words| words.join(" "))
}

fn table() -> impl Strategy<Value = Table> {
    (1_usize..6).prop_flat_map(|columns| {
        let headings = vec((line(), 3_u8..6, any::<bool>()), columns);
        let rows = vec(
            vec(prop_oneof![16 => text(6), 2 => text(50), 1 => text(500)], columns),
            0..12,
        );
        (headings, rows).prop_map(|(headings, rows)| Table {
            columns: headings
                .into_iter()
                .map(|(heading, width, right)| match right {
                    true => Column::right(heading, f32::from(width)),
                    false => Column::left(heading, f32::from(width)),
                })
                .collect(),
            rows,
        })
    })
}

fn ask() -> impl Strategy<Value = Ask> {
    let scale = || {
        (1_u8..14, text(6), text(6)).prop_map(|(most, low, high)| Scale {
            points: (0..most).map(|point| point.to_string()).collect(),
            low,
            high,
        })
    };
    prop_oneof![
        3 => Just(Ask::Columns),
        2 => Just(Ask::Tick),
        2 => vec(text(8), 0..9).prop_map(Ask::Choices),
        2 => scale().prop_map(Ask::Scale),
        2 => line().prop_map(Ask::Line),
        1 => scale().prop_map(Ask::Named),
    ]
}

fn questions() -> impl Strategy<Value = Questions> {
    let numbers = || prop_oneof![2 => Just(String::new()), 3 => "[1-9][0-9]?[.]"];
    let text = prop_oneof![12 => text(30), 1 => text(400)];
    let item = (numbers(), text, ask()).prop_map(|(number, text, ask)| Question { number, text, ask });
    (vec(line(), 0..6), vec(item, 0..9)).prop_map(|(columns, items)| Questions { columns, items })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => text(120).prop_map(Block::Paragraph),
        2 => vec(text(20), 0..12).prop_map(Block::List),
        3 => table().prop_map(Block::Table),
        1 => line().prop_map(Block::NotRecorded),
        1 => line().prop_map(Block::Note),
        1 => line().prop_map(Block::Large),
        1 => text(30).prop_map(Block::Strong),
        3 => questions().prop_map(Block::Questions),
        1 => Just(Block::NewPage),
        1 => text(60).prop_map(|caption| Block::Figure(FigureBlock {
            figure: Arc::new(ChartFigure(chart())),
            caption,
            alternative: String::new(),
        })),
        1 => text(60).prop_map(|caption| Block::Spine(SpineBlock {
            figure: Arc::new(SpineFigure(spine())),
            caption,
            alternative: String::new(),
        })),
        1 => line().prop_map(|caption| Block::Body(BodyBlock {
            figure: Arc::new(BodyFigure(BodyMap::default())),
            caption,
            alternative: String::new(),
        })),
    ]
}

prop_compose! {
    fn patient()(name in text(4), birth in line(), number in line(), contact in text(30)) -> PatientLine {
        PatientLine { name, birth, age: String::new(), number, contact }
    }
}

prop_compose! {
    fn letter()(
        us in any::<bool>(),
        size in prop::sample::select(vec![Size::Close, Size::Usual, Size::Large]),
        handout in prop::bool::weighted(0.15),
        title in line(),
        letterhead in (line(), vec(text(8), 0..10)),
        recipient in prop_oneof![4 => vec(line(), 0..9), 1 => vec(text(5), 0..90)],
        sender in (text(4), line(), line(), text(8)),
        urgency in text(12),
        patient in patient(),
        asked in (text(90), text(90), text(30)),
        alerts in vec((line(), text(40), any::<bool>()), 0..6),
        sections in vec((line(), vec(block(), 0..3)), 0..5),
        ends in (vec(line(), 0..5), vec(line(), 0..5), text(20), vec(text(20), 0..3)),
        sample in prop::option::of(text(40)),
    ) -> Letter {
        Letter {
            paper: if us { Paper::UsLetter } else { Paper::A4 },
            form: if handout { Form::Handout } else { Form::Letter },
            size,
            title,
            date: "12 May 2024".into(),
            letterhead: Letterhead { name: letterhead.0, lines: letterhead.1 },
            recipient: if handout { Vec::new() } else { recipient },
            sender: Sender {
                name: sender.0,
                role: sender.1,
                registration: sender.2,
                contact: sender.3,
                signed: String::new(),
            },
            urgency,
            patient,
            reason: asked.0,
            question: asked.1,
            diagnosis: asked.2,
            alerts: alerts.into_iter().map(|(label, text, serious)| Alert { label, text, serious }).collect(),
            sections: sections.into_iter().map(|(heading, body)| Section { heading, body }).collect(),
            copies: ends.0,
            not_recorded: ends.1,
            footer_note: ends.2,
            left_out: ends.3,
            sample_mark: sample,
            ..empty()
        }
    }
}

/// Everything that the letter has to say, as far as its form prints it.
fn said(letter: &Letter) -> Vec<&str> {
    let patient = &letter.patient;
    let mut all: Vec<&str> = vec![
        &letter.title,
        &letter.letterhead.name,
        &patient.name,
        &patient.birth,
    ];
    let everywhere = [
        &patient.number,
        &patient.contact,
        &letter.footer_note,
        &letter.diagnosis,
    ];
    all.extend(everywhere.map(String::as_str));
    all.extend(
        letter
            .left_out
            .iter()
            .chain(&letter.not_recorded)
            .map(String::as_str),
    );
    all.extend(letter.letterhead.lines.iter().map(String::as_str));
    all.extend(
        letter
            .alerts
            .iter()
            .flat_map(|alert| [&*alert.label, &*alert.text]),
    );
    if letter.form == Form::Letter {
        let sender = &letter.sender;
        all.extend([&sender.name, &sender.role, &sender.registration, &sender.contact].map(String::as_str));
        all.extend([&letter.urgency, &letter.reason, &letter.question].map(String::as_str));
        for list in [&letter.recipient, &letter.copies] {
            all.extend(list.iter().map(String::as_str));
        }
    }
    for section in &letter.sections {
        all.push(&section.heading);
        for block in &section.body {
            match block {
                Block::Paragraph(text)
                | Block::Strong(text)
                | Block::Large(text)
                | Block::NotRecorded(text)
                | Block::Note(text) => all.push(text),
                Block::List(items) => all.extend(items.iter().map(String::as_str)),
                Block::Figure(figure) => all.push(&figure.caption),
                Block::Spine(figure) => all.push(&figure.caption),
                Block::Body(body) => all.push(&body.caption),
                Block::NewPage => {}
                Block::Questions(asked) => all.extend(asked.items.iter().flat_map(|one| of(one, asked))),
                Block::Table(table) => {
                    let cells = table.rows.iter().flatten();
                    all.extend(cells.map(String::as_str));
                    if table.rows.iter().flatten().any(|cell| !cell.trim().is_empty()) {
                        all.extend(table.columns.iter().map(|column| column.heading.as_str()));
                    }
                }
            }
        }
    }
    all
}

/// What a question says with its answers; columns that questions share stand over them all, or at each.
fn of<'q>(one: &'q Question, asked: &'q Questions) -> Vec<&'q str> {
    let mut all = vec![one.number.as_str(), one.text.as_str()];
    match &one.ask {
        Ask::Tick => {}
        Ask::Columns => {
            let first = asked.items.iter().find(|one| matches!(one.ask, Ask::Columns));
            if first.is_some_and(|first| std::ptr::eq(first, one)) {
                all.extend(asked.columns.iter().map(String::as_str));
            }
        }
        Ask::Choices(answers) => all.extend(answers.iter().map(String::as_str)),
        Ask::Line(behind) => all.push(behind),
        Ask::Scale(scale) | Ask::Named(scale) => {
            all.extend(scale.points.iter().map(String::as_str));
            all.extend([scale.low.as_str(), scale.high.as_str()]);
        }
    }
    all
}

/// The two words cover each other, with what their fonts leave empty above and below them taken off.
fn overlap(one: &Boxed, other: &Boxed) -> bool {
    let reach = |(from, to): (f64, f64), part: f64| (from + part * (to - from), to - part * (to - from));
    let meet = |one: (f64, f64), other: (f64, f64)| one.1.min(other.1) - one.0.max(other.0);
    meet(reach(one.y, 0.2), reach(other.y, 0.2)) > 0.0 && meet(one.x, other.x) > 0.8
}

fn judge(letter: &Letter) -> Result<(), TestCaseError> {
    let judged = Judged::of(letter);
    let (left, right, high) = match letter.paper {
        Paper::A4 => (70.87, 538.6, 841.9),
        Paper::UsLetter => (72.0, 548.0, 792.0),
    };
    let pages = judged.boxes();
    prop_assert_eq!(pages.len(), judged.rendered.pages as usize);
    for (number, page) in pages.iter().enumerate() {
        for (i, one) in page.iter().enumerate() {
            prop_assert!(
                one.x.0 > left - 1.5 && one.x.1 < right + 1.5 && one.y.0 > 17.0 && one.y.1 < high - 26.0,
                "page {} has a word outside its margins: {one:?}",
                number + 1
            );
            let over = page.iter().skip(i + 1).find(|other| overlap(one, other));
            prop_assert!(over.is_none(), "page {}: {one:?} lies over {over:?}", number + 1);
        }
    }
    let text: String = judged.ask("pdftotext", &["-raw"], &["-"]).nfkc().collect();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for word in text.split_whitespace() {
        *found.entry(word.trim_matches([':', ';', ','])).or_default() += 1;
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut long = 0;
    for text in said(letter) {
        for word in text.split_whitespace() {
            if word.starts_with(LONG) {
                long += word.chars().count();
            } else {
                *wanted.entry(word.trim_matches(',')).or_default() += 1;
            }
        }
    }
    for (word, count) in wanted {
        let times = found.get(word).copied().unwrap_or(0);
        prop_assert!(
            times >= count,
            "{word} is found {times} times of {count} in:\n{text}"
        );
    }
    let printed = text.chars().filter(|c| *c == LONG).count();
    prop_assert!(
        printed >= long,
        "{printed} of {long} letters of the longest words"
    );
    Ok(())
}

/// In a line that runs from right to left a comma after a Latin word stands at its left, and is read there by poppler.
#[test]
fn a_comma_in_a_line_from_right_to_left_takes_no_word_away() {
    let letter = Letter {
        patient: PatientLine {
            name: "שלום Aa,".into(),
            ..empty().patient
        },
        ..empty()
    };
    judge(&letter).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_keeps_its_margins_its_lines_apart_and_its_words(letter in letter()) {
        judge(&letter)?;
    }
}
