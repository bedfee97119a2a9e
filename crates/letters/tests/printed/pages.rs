//! Where pages end: nothing is cut, what belongs together stays together, and no page is nearly empty.

use std::sync::Arc;

use crate::support::{Judged, chart, empty, referral};
use lamina_charts::{Event, EventKind};
use lamina_letters::{Block, ChartFigure, Column, FigureBlock, Letter, LetterError, Section, Table, render};
use rstest::rstest;

fn section(heading: &str, body: Vec<Block>) -> Section {
    Section {
        heading: heading.into(),
        body,
    }
}

fn numbered(count: usize) -> String {
    let lines: Vec<String> = (0..count).map(|i| format!("line{i:04}")).collect();
    lines.join("\n")
}

fn row(text: String) -> Block {
    Block::Table(Table {
        columns: vec![Column::left("Visit", 1.0), Column::left("What was found", 4.0)],
        rows: vec![vec!["first".into(), text]],
    })
}

/// On how many pages a word with this beginning stands, and how often on each.
fn spread(judged: &Judged, beginning: &str) -> Vec<usize> {
    let pages = judged.boxes();
    let counts = pages.iter().map(|page| {
        page.iter()
            .filter(|boxed| boxed.word.starts_with(beginning))
            .count()
    });
    counts.collect()
}

/// Lines of text on a page, without its head and foot.
fn lines_on(judged: &Judged, page: usize) -> usize {
    let boxes = judged.boxes();
    let mut heights: Vec<i64> = boxes[page]
        .iter()
        .map(|boxed| boxed.y.0.round() as i64)
        .filter(|y| (60..780).contains(y))
        .collect();
    heights.sort_unstable();
    heights.dedup_by(|one, other| (*one - *other).abs() < 4);
    heights.len()
}

#[test]
fn seventy_lines_of_recipient_go_on_below_and_over_the_page() {
    let mut letter = referral();
    letter.recipient = (0..70).map(|i| format!("recipient{i:02}")).collect();
    let judged = Judged::of(&letter);
    let words = judged.words();
    let mut last = 0;
    for line in &letter.recipient {
        let at = words.find(line.as_str()).unwrap();
        assert!(at >= last, "{line} stands in its place");
        last = at;
    }
    assert!(words.contains("Soon, within 4 weeks"));
}

#[rstest]
#[case::letterhead(|l: &mut Letter, text: &str| l.letterhead.lines = vec![text.into()])]
#[case::clinic(|l: &mut Letter, text: &str| l.letterhead.name = text.into())]
#[case::urgency(|l: &mut Letter, text: &str| l.urgency = text.into())]
#[case::title(|l: &mut Letter, text: &str| l.title = text.into())]
#[case::name(|l: &mut Letter, text: &str| l.patient.name = text.into())]
#[case::number(|l: &mut Letter, text: &str| l.patient.number = text.into())]
#[case::contact(|l: &mut Letter, text: &str| l.patient.contact = text.into())]
#[case::alert(|l: &mut Letter, text: &str| l.alerts[0].text = text.into())]
#[case::alert_label(|l: &mut Letter, text: &str| l.alerts[0].label = text.into())]
#[case::question(|l: &mut Letter, text: &str| l.question = text.into())]
#[case::heading(|l: &mut Letter, text: &str| l.sections[0].heading = text.into())]
#[case::column(|l: &mut Letter, text: &str| {
    let Block::Table(table) = &mut l.sections[1].body[0] else { return };
    table.columns[1].heading = text.into();
})]
#[case::cell(|l: &mut Letter, text: &str| {
    let Block::Table(table) = &mut l.sections[1].body[0] else { return };
    table.rows[1][2] = text.into();
})]
#[case::caption(|l: &mut Letter, text: &str| {
    let Block::Figure(figure) = &mut l.sections[2].body[1] else { return };
    figure.caption = text.into();
})]
#[case::author(|l: &mut Letter, text: &str| l.sender.name = text.into())]
#[case::role(|l: &mut Letter, text: &str| l.sender.role = text.into())]
#[case::copies(|l: &mut Letter, text: &str| l.copies = vec![text.into()])]
#[case::missing(|l: &mut Letter, text: &str| l.not_recorded = vec![text.into()])]
#[case::note(|l: &mut Letter, text: &str| l.footer_note = text.into())]
#[case::sample(|l: &mut Letter, text: &str| l.sample_mark = Some(text.into()))]
fn a_text_of_any_length_is_printed_whole(#[case] put: fn(&mut Letter, &str)) {
    let words: Vec<String> = (0..1_500).map(|i| format!("w{i:04}")).collect();
    let endless = "\u{416}".repeat(5_000);
    let mut letter = referral();
    put(&mut letter, &format!("{} {endless}", words.join(" ")));
    let judged = Judged::of(&letter);
    let text = judged.words();
    let missing: Vec<&String> = words
        .iter()
        .filter(|word| !text.contains(word.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(
        text.matches('\u{416}').count() >= 5_000,
        "the endless word is whole"
    );
    for page in judged.boxes() {
        for boxed in page {
            assert!(
                boxed.x.1 < 540.0 && boxed.y.1 < 816.0 && boxed.y.0 > 17.0,
                "{boxed:?}"
            );
        }
    }
    // Head and foot of a page stay a few lines, whatever they name.
    assert!(judged.rendered.pages < 40, "{} pages", judged.rendered.pages);
}

#[test]
fn a_short_row_is_never_split_and_a_long_one_leaves_two_lines() {
    for before in 0..46 {
        for rows in [8, 9, 30] {
            let mut letter = empty();
            letter.sections = vec![
                section("Before", vec![Block::Paragraph(vec!["x"; before + 1].join("\n"))]),
                section("Visits", vec![row(numbered(rows))]),
            ];
            let judged = Judged::of(&letter);
            let on: Vec<usize> = spread(&judged, "line")
                .into_iter()
                .filter(|count| *count > 0)
                .collect();
            assert_eq!(on.iter().sum::<usize>(), rows);
            assert!(
                on.iter().all(|count| *count >= 2),
                "{before} lines before: {on:?}"
            );
            assert!(rows > 8 || on.len() == 1, "{before} lines before: {on:?}");
        }
    }
}

#[test]
fn a_heading_goes_with_two_lines_or_a_row_or_the_chart() {
    let bodies = [
        Block::Paragraph("after1 after1\nafter2\nafter3".into()),
        Block::List(vec!["after1".into(), "after2".into(), "after3".into()]),
        row("after1\nafter2".into()),
        Block::Figure(FigureBlock {
            figure: Arc::new(ChartFigure(chart())),
            caption: "after1 after2".into(),
            alternative: String::new(),
        }),
    ];
    for before in 0..46 {
        for body in &bodies {
            let mut letter = empty();
            letter.sections = vec![
                section("Before", vec![Block::Paragraph(vec!["x"; before + 1].join("\n"))]),
                section("Examination", vec![body.clone()]),
            ];
            let judged = Judged::of(&letter);
            let pages = judged.pages();
            let page = pages.iter().find(|page| page.contains("Examination")).unwrap();
            assert!(
                page.contains("after1") && page.contains("after2"),
                "{before}: {page}"
            );
        }
    }
}

#[test]
fn the_author_is_never_alone_and_the_last_page_never_nearly_empty() {
    for before in 20..110 {
        let mut letter = empty();
        letter.sender = referral().sender;
        letter.footer_note = "Made from the record.".into();
        letter.copies = vec!["Dr Novak".into()];
        letter.sections = vec![section("Course", vec![Block::Paragraph(numbered(before))])];
        let judged = Judged::of(&letter);
        let last = judged.pages().len() - 1;
        let with = judged
            .pages()
            .iter()
            .position(|page| page.contains("Direct line"))
            .unwrap();
        assert!(
            spread(&judged, "line")[with] >= 2,
            "{before} lines: the author is alone"
        );
        assert!(
            last == 0 || lines_on(&judged, last) >= 6,
            "{before} lines: {}",
            judged.pages()[last]
        );
    }
}

#[test]
fn names_of_200_000_characters_cost_a_line_a_page() {
    let mut letter = referral();
    letter.patient.name = "W".repeat(200_000);
    letter.sender.name = "W".repeat(200_000);
    letter.patient.number = "9".repeat(200_000);
    let judged = Judged::of(&letter);
    let each = 200_000.0 * 11.0 / (467.0 * 50.0);
    assert!(
        f64::from(judged.rendered.pages) < 3.0 * each,
        "{}",
        judged.rendered.pages
    );
    assert!(
        judged.rendered.pdf.len() < 4_000_000,
        "{}",
        judged.rendered.pdf.len()
    );
}

#[test]
fn more_than_any_letter_holds_is_refused() {
    let mut letter = empty();
    letter.sections = vec![section("Notes", vec![Block::Paragraph("\nx".repeat(200_000))])];
    let refused = render(&letter).map(|rendered| rendered.pages);
    assert!(
        matches!(refused, Err(LetterError::TooLong { most: 2_000 })),
        "{refused:?}"
    );
}

#[rstest]
#[case::many_events(400, 20)]
#[case::an_event_of_100_000_names(1, 1_000_000)]
#[case::both(90, 3_000)]
fn no_number_of_events_and_no_name_makes_a_chart_fail(#[case] count: usize, #[case] length: usize) {
    let mut letter = referral();
    let mut full = chart();
    let at = full.events[0].at;
    full.events = (1..=count)
        .map(|i| Event {
            at,
            label: format!("event{i:03} {}", "discectomy, ".repeat(length / 12)),
            kind: EventKind::Operation,
            number: i as u32,
        })
        .collect();
    full.panels[0].title = "title ".repeat(40_000);
    full.panels[0].series[0].name = "series ".repeat(40_000);
    letter.sections = vec![section(
        "Progress",
        vec![Block::Figure(FigureBlock {
            figure: Arc::new(ChartFigure(full)),
            caption: "caption".into(),
            alternative: "in words".into(),
        })],
    )];
    let judged = Judged::of(&letter);
    let words = judged.words();
    for i in 1..=count {
        assert!(words.contains(&format!("event{i:03}")), "{i}");
    }
}

#[test]
fn more_columns_than_a_page_holds_are_said_row_by_row() {
    let mut letter = empty();
    letter.sections = vec![section(
        "Wide",
        vec![Block::Table(Table {
            columns: (0..60)
                .map(|i| Column::left(format!("head{i:02}"), 1.0))
                .collect(),
            rows: vec![(0..60).map(|i| format!("cell{i:02}")).collect()],
        })],
    )];
    let words = Judged::of(&letter).words();
    assert!(
        (0..60).all(|i| words.contains(&format!("head{i:02}: cell{i:02}"))),
        "{words}"
    );
}
