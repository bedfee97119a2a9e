//! Letters as outside programs see them: poppler reads them, qpdf checks them.

use std::sync::Arc;

use crate::support::{Judged, chart, empty, referral, spine};
use lamina_letters::{
    Block, ChartFigure, Column, FigureBlock, Paper, Section, SpineBlock, SpineFigure, Table, render, to_text,
};
use rstest::rstest;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

fn table(rows: Vec<Vec<String>>) -> Table {
    Table {
        columns: vec![Column::left("Visit", 1.0), Column::left("What was found", 4.0)],
        rows,
    }
}

#[test]
fn poppler_and_qpdf_find_no_fault() {
    for paper in [Paper::A4, Paper::UsLetter] {
        let mut letter = referral();
        letter.paper = paper;
        letter.sample_mark = Some("Sample, not a real patient".into());
        let judged = Judged::of(&letter);
        let verdict = judged.ask("qpdf", &["--check"], &[]);
        assert!(
            verdict.contains("No syntax or stream encoding errors found"),
            "{verdict}"
        );
        let info = judged.ask("pdfinfo", &[], &[]);
        let size = if paper == Paper::A4 { "(A4)" } else { "(letter)" };
        assert!(info.contains(size), "{info}");
        assert!(
            info.contains(&format!("Pages:           {}", judged.rendered.pages)),
            "{info}"
        );
        assert!(
            judged
                .pages()
                .iter()
                .all(|p| p.contains("Sample, not a real patient"))
        );
    }
}

#[test]
fn fonts_are_embedded_subset_and_readable() {
    let judged = Judged::of(&referral());
    let fonts = judged.ask("pdffonts", &[], &[]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(lines.len() >= 2, "{fonts}");
    for line in lines {
        let columns: Vec<&str> = line.split_whitespace().collect();
        assert!(
            columns.first().is_some_and(|name| name.contains("+IBMPlexSans")),
            "{line}"
        );
        let from_end: Vec<&str> = columns.iter().rev().skip(2).take(3).copied().collect();
        assert_eq!(
            from_end,
            ["yes", "yes", "yes"],
            "embedded, subset, Unicode: {line}"
        );
    }
    assert!(
        judged.rendered.pdf.len() < 120 * 1024,
        "{} bytes",
        judged.rendered.pdf.len()
    );
}

#[test]
fn title_author_language_and_date_are_set() {
    let judged = Judged::of(&referral());
    let info = judged.ask("pdfinfo", &["-isodates"], &[]);
    for line in [
        "Title:           Referral to the spine surgery clinic, Łucja Őszi-Șerban, 12 May 2024",
        "Author:          Dr Helena Østergård",
        "CreationDate:    2024-05-12",
        "Tagged:          yes",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    let objects = judged.ask("qpdf", &["--json=2", "--json-key=qpdf"], &[]);
    assert!(objects.contains("\"/Lang\": \"u:en-GB\""));
}

#[test]
fn headings_tables_and_figures_are_tagged() {
    let judged = Judged::of(&referral());
    let tree = judged.ask("pdfinfo", &["-struct-text"], &[]);
    for wanted in [
        "H1",
        "H2",
        "Table",
        "TH",
        "TD",
        "LBody",
        "Figure",
        "\"Operations\"",
        "\"L4-S1\"",
    ] {
        assert!(tree.contains(wanted), "{wanted} in {tree}");
    }
}

#[test]
fn a_chart_is_whole_searchable_and_its_text_is_checked() {
    let mut letter = empty();
    let mut chart = chart();
    chart.title = "שלום progress".into();
    chart.panels = (0..9).flat_map(|_| chart.panels.clone()).collect();
    for (i, panel) in chart.panels.iter_mut().enumerate() {
        panel.title = format!("measure{i:02}");
    }
    let figure = FigureBlock {
        figure: Arc::new(ChartFigure(chart)),
        caption: "caption of it".into(),
        alternative: "in words".into(),
    };
    letter.sections = vec![Section {
        heading: "Progress".into(),
        body: vec![Block::Figure(figure)],
    }];
    let judged = Judged::of(&letter);
    assert!(
        judged.rendered.pages > 1,
        "eighteen panels are more than a page holds"
    );
    assert_eq!(judged.rendered.unsupported, [] as [char; 0]);
    let text = judged.words();
    assert!(text.contains("שלום"), "{text}");
    for i in 0..18 {
        assert!(text.contains(&format!("measure{i:02}")), "{i} in {text}");
    }
    assert!(text.contains("Fusion L4-S1, 5 October 2021") && text.contains("caption of it"));
    judged.ask("qpdf", &["--check"], &[]);
}

#[test]
fn a_map_of_the_spine_is_whole_searchable_tagged_and_told_in_words() {
    let mut letter = empty();
    let block = SpineBlock {
        figure: Arc::new(SpineFigure(spine())),
        caption: "caption of the map".into(),
        alternative: "L4-L5 was joined".into(),
    };
    letter.sections = vec![Section {
        heading: "Operations".into(),
        body: vec![Block::Spine(block)],
    }];
    let judged = Judged::of(&letter);
    let text = judged.words();
    for word in ["L4", "left half", "joined", "caption of the map"] {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(judged.ask("pdfinfo", &["-struct-text"], &[]).contains("Figure"));
    assert!(to_text(&letter).contains("L4-L5 was joined"));
    judged.ask("qpdf", &["--check"], &[]);
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let first = render(&referral()).unwrap().pdf;
    assert_eq!(first, render(&referral()).unwrap().pdf);
    let mut other = referral();
    other.reason.push_str(" More.");
    assert_ne!(first, render(&other).unwrap().pdf);
}

#[test]
fn every_page_names_patient_date_author_and_page() {
    let mut letter = referral();
    letter.sections.push(Section {
        heading: "Notes".into(),
        body: vec![Block::Paragraph(
            "Walks with a stick since the fusion. ".repeat(200),
        )],
    });
    let judged = Judged::of(&letter);
    let pages = judged.pages();
    assert!(pages.len() >= 3);
    assert_eq!(pages.len(), judged.rendered.pages as usize);
    for (i, page) in pages.iter().enumerate() {
        let number = format!("Page {} of {}", i + 1, pages.len());
        for wanted in [
            "Łucja Őszi-Șerban",
            "3 May 1962",
            "RP 004 512",
            "12 May 2024",
            "Dr Helena Østergård",
            "GMC 7012345",
            &number,
        ] {
            assert!(page.contains(wanted), "{wanted} on page {}: {page}", i + 1);
        }
    }
}

#[test]
fn a_long_table_repeats_its_header_and_splits_no_row() {
    let rows = (0..90).map(|i| {
        vec![
            format!("V{i:03}"),
            format!("start{i:03} {} end{i:03}", "finding ".repeat(40)),
        ]
    });
    let mut letter = empty();
    letter.sections = vec![Section {
        heading: "Visits".into(),
        body: vec![Block::Table(table(rows.collect()))],
    }];
    let pages = Judged::of(&letter).pages();
    assert!(pages.len() > 5);
    for page in pages.iter().filter(|p| p.contains("start")) {
        assert!(page.contains("What was found"), "{page}");
    }
    for i in 0..90 {
        let page = pages
            .iter()
            .find(|p| p.contains(&format!("start{i:03}")))
            .unwrap();
        assert!(page.contains(&format!("end{i:03}")), "row {i}");
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_under_the_header() {
    let words: Vec<String> = (0..3000).map(|i| format!("w{i:04}")).collect();
    let mut letter = empty();
    letter.sections = vec![Section {
        heading: "Visits".into(),
        body: vec![Block::Table(table(vec![vec!["Tall".into(), words.join(" ")]]))],
    }];
    let judged = Judged::of(&letter);
    assert!(judged.pages().len() > 2);
    assert!(
        judged
            .pages()
            .iter()
            .filter(|p| p.contains(" w"))
            .all(|p| p.contains("What was found"))
    );
    let text = judged.words();
    assert!(words.iter().all(|w| text.contains(w.as_str())));
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    for lines in 0..45 {
        let mut letter = empty();
        letter.words.not_recorded = "nothing".into();
        letter.sections = vec![
            Section {
                heading: "Before".into(),
                body: vec![Block::Paragraph(vec!["line"; lines + 1].join("\n"))],
            },
            Section {
                heading: "Examination".into(),
                body: vec![Block::Paragraph("Straight leg raise 40 degrees".into())],
            },
        ];
        let pages = Judged::of(&letter).pages();
        let page = pages.iter().find(|p| p.contains("Examination")).unwrap();
        assert!(page.contains("Straight leg raise"), "{lines} lines: {page}");
    }
}

#[test]
fn names_of_europe_come_back_from_the_file() {
    let mut letter = empty();
    let texts = [
        "Zażółć gęślą jaźń, Łódź, Wójcik-Żak",
        "Őry Ágnes, Szűcs Tünde, Ștefănescu Țară, Ørsted, Þórður, Čapek, Ağaoğlu",
        "Αλέξανδρος Παπαδόπουλος, οσφυϊκή μοίρα",
        "Анна Петрова, поперековий відділ, Ђорђевић",
        "Nguyễn Thị Hương",
    ];
    letter.sections = vec![Section {
        heading: "Names".into(),
        body: texts.iter().map(|t| Block::Paragraph((*t).into())).collect(),
    }];
    let judged = Judged::of(&letter);
    assert_eq!(judged.rendered.unsupported, [] as [char; 0]);
    let text = judged.words();
    for wanted in texts {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
}

#[test]
fn decomposed_letters_are_composed() {
    let mut letter = empty();
    letter.patient.name = "Jose\u{301} Mu\u{308}ller".into();
    let judged = Judged::of(&letter);
    assert!(judged.rendered.unsupported.is_empty());
    assert!(judged.words().contains("José Müller"));
}

#[test]
fn scripts_without_a_font_are_marked_and_named() {
    let mut letter = empty();
    letter.patient.name = "\u{202e}ไทย \u{1f600} ქართული".into();
    letter.reason = "Pain\u{0}\u{7} since 2020".into();
    let judged = Judged::of(&letter);
    let unsupported = &judged.rendered.unsupported;
    assert!(unsupported.contains(&'ไ') && unsupported.contains(&'\u{1f600}') && unsupported.contains(&'ქ'));
    assert!(!unsupported.contains(&'\u{202e}') && !unsupported.contains(&'\0'));
    let said = "Not printed, for want of a font: Georgian, Thai, symbols.";
    assert_eq!(judged.rendered.unprinted, said);
    let words = judged.words();
    assert!(
        words.contains("Pain since 2020") && words.contains(said),
        "{words}"
    );
    judged.ask("qpdf", &["--check"], &[]);
}

#[rstest]
#[case("דוד בן-גוריון")]
#[case("יִצְחָק")]
#[case("محمد عبد الله الأنصاري")]
#[case("سلام، مُحَمَّد ٣ مايو")]
#[case("فاطمه زهرا کریمی")]
#[case("क्षितिज द्विवेदी, हिन्दी")]
#[case("Ẹ̀kọ́ Ọlá")]
fn names_in_other_scripts_come_back_from_the_file(#[case] name: &str) {
    let mut letter = empty();
    letter.patient.name = name.into();
    letter.patient.birth = "3 May 1962".into();
    letter.sections = vec![Section {
        heading: "Notes".into(),
        body: vec![
            Block::Paragraph(name.into()),
            Block::Paragraph(format!("Seen with {name} on 3 May, L4-S1.")),
            Block::Table(table(vec![vec!["2".into(), name.into()]])),
        ],
    }];
    let judged = Judged::of(&letter);
    assert_eq!(judged.rendered.unsupported, [] as [char; 0]);
    assert_eq!(judged.rendered.unprinted, "");
    // Poppler turns what runs from right to left around sign by sign, and with it a letter and its points; it takes a
    // hyphen for a part of a number.
    let pointed = |c: &char| !is_combining_mark(*c) || ('\u{900}'..'\u{980}').contains(c);
    let bare = |text: &str| text.nfkc().filter(pointed).collect::<String>();
    let words = bare(&judged.words());
    for word in bare(name)
        .split([' ', '-', ',', '،'])
        .filter(|word| !word.is_empty())
    {
        let times = words.matches(word).count();
        assert!(times >= 4, "{word} {times} times in {words}");
    }
    judged.ask("qpdf", &["--check"], &[]);
}

#[test]
fn a_note_of_100_000_characters_is_printed_whole() {
    let note: Vec<String> = (0..12_500).map(|i| format!("n{i:06}")).collect();
    let mut letter = referral();
    letter.sections = vec![Section {
        heading: "Note".into(),
        body: vec![Block::Paragraph(note.join(" "))],
    }];
    let judged = Judged::of(&letter);
    assert!(judged.rendered.pages > 15);
    let text = judged.words();
    let found = text
        .split(' ')
        .filter(|w| w.len() == 7 && w.starts_with('n'))
        .count();
    assert!(found >= note.len(), "{found}");
    judged.ask("qpdf", &["--check"], &[]);
}

#[test]
fn a_long_name_is_whole_on_every_page() {
    let name = "Wilhelmina Wolfeschlegelsteinhausenbergerdorff van der Meulen";
    assert!(name.chars().count() >= 60);
    let mut letter = referral();
    letter.patient.name = name.into();
    letter.sender.name = name.into();
    let judged = Judged::of(&letter);
    for i in 1..=judged.rendered.pages {
        let page = i.to_string();
        let text = judged.ask("pdftotext", &["-f", &page, "-l", &page], &["-"]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.matches(name).count() >= 2, "{text}");
    }
}

#[test]
fn an_empty_letter_says_that_nothing_is_recorded() {
    let mut letter = empty();
    letter.sections = vec![
        Section {
            heading: "Operations".into(),
            body: vec![Block::Table(table(Vec::new()))],
        },
        Section {
            heading: "Imaging".into(),
            body: Vec::new(),
        },
    ];
    let judged = Judged::of(&letter);
    assert_eq!(judged.rendered.pages, 1);
    // Reason, question and both sections.
    assert_eq!(judged.words().matches("Not recorded").count(), 4);
    assert!(
        !judged.words().contains("What was found"),
        "no header without rows"
    );
    assert_eq!(to_text(&letter).matches("Not recorded").count(), 4);
}

#[test]
fn the_plain_text_says_what_the_file_says() {
    let letter = referral();
    let text = to_text(&letter);
    for wanted in [
        "Referral to the spine surgery clinic",
        "Born: 3 May 1962, 62 years",
        "Allergies: Penicillin: rash, 2004",
        "Date: 5 October 2021; Procedure: Posterolateral fusion with pedicle screws; Level and side: L4-S1",
        "- Epidural fibrosis L5-S1, suspected",
        "Leg pain went from 8 in January 2021",
        "Psychosocial and work\nNot recorded",
        "GMC 7012345",
        "Items not recorded: work status, patient's goals",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    assert!(!text.contains("\n\n\n"));
}

#[test]
fn the_address_stays_inside_the_window() {
    for (paper, upper, lower) in [(Paper::A4, 57.0, 81.5), (Paper::UsLetter, 63.0, 81.0)] {
        let mut letter = referral();
        letter.paper = paper;
        // A number 10 window is sure to show four lines, the usual American address.
        letter.recipient.truncate(4);
        letter.recipient.push("NB1".into());
        letter.recipient.remove(1);
        let judged = Judged::of(&letter);
        let boxes = judged.ask("pdftotext", &["-bbox", "-l", "1"], &["-"]);
        for word in ["Ioan", "NB1"] {
            let line = boxes.lines().find(|l| l.contains(&format!(">{word}<"))).unwrap();
            let value = |key: &str| {
                let rest = line.split(&format!("{key}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse::<f64>().unwrap() * 25.4 / 72.0
            };
            assert!(
                value("yMin") >= upper - 0.5 && value("yMax") <= lower + 0.5,
                "{paper:?}: {line}"
            );
        }
    }
}

#[rstest]
#[case("山田太郎（タロウ）", "Chinese, Japanese")]
#[case("홍길동", "Korean")]
fn names_whose_font_the_system_may_have_are_printed_or_named(#[case] name: &str, #[case] scripts: &str) {
    let mut letter = empty();
    letter.patient.name = name.into();
    let judged = Judged::of(&letter);
    let words = judged.words();
    if judged.rendered.unsupported.is_empty() {
        assert!(words.contains(name) && !words.contains("Not printed"), "{words}");
    } else {
        let said = format!("Not printed, for want of a font: {scripts}.");
        assert_eq!(judged.rendered.unprinted, said);
        assert!(words.contains(&said), "{words}");
    }
}
