//! A letter such as a clinic sends, and the outside programs that judge the file.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Arc;

use chrono::NaiveDate;
use lamina_charts::{
    Bone, Caption, Event, EventKind, Glyph, Labels, Lane, Panel, Point, Presence, ProgressChart, Series,
    Span, SpineDrawing, SpineMark, SpineWords, Spot,
};
use lamina_letters::{
    Alert, Block, ChartFigure, Column, FigureBlock, Form, Letter, Letterhead, Paper, PatientLine, Rendered,
    Section, Sender, Size, Table, Words, render,
};

fn day(text: &str) -> Span {
    Span::day(text.parse().unwrap())
}

/// A spine with one fused level.
pub fn spine() -> SpineDrawing {
    SpineDrawing {
        marks: vec![SpineMark {
            spot: Spot::Below(Bone::Lumbar(4)),
            lane: Lane::Middle,
            glyph: Glyph::Fused,
            presence: Presence::Present,
        }],
        words: SpineWords {
            right: "right half".into(),
            left: "left half".into(),
            glyphs: vec![(Glyph::Fused, "joined".into())],
            ..SpineWords::default()
        },
        ..SpineDrawing::default()
    }
}

/// Pain and disability over four years with two operations.
pub fn chart() -> ProgressChart {
    let series = |name: &str, style: usize, values: &[(&str, f64)]| Series {
        name: name.into(),
        style,
        points: values
            .iter()
            .map(|(at, value)| Point {
                at: day(at),
                value: *value,
                limit: None,
                told: Caption::default(),
            })
            .collect(),
        gap_days: 400,
    };
    let leg = [
        ("2021-01-12", 8.0),
        ("2021-12-03", 3.0),
        ("2022-06-01", 7.0),
        ("2023-03-14", 6.0),
        ("2024-05-12", 7.0),
    ];
    let back = [
        ("2021-01-12", 6.0),
        ("2021-12-03", 6.0),
        ("2022-06-01", 5.0),
        ("2024-05-12", 6.0),
    ];
    let disability = [("2021-01-12", 58.0), ("2021-12-03", 40.0), ("2024-05-12", 54.0)];
    let panel = |title: &str, top: f64, unit: &str, series| Panel {
        title: title.into(),
        direction_label: "lower is better".into(),
        range: (0.0, top),
        unit: unit.into(),
        series,
        ..Panel::default()
    };
    let event = |number, kind, at: &str, label: &str| Event {
        at: day(at),
        label: label.into(),
        kind,
        number,
    };
    ProgressChart {
        title: String::new(),
        panels: vec![
            panel(
                "Pain, average of 7 days",
                10.0,
                "0-10",
                vec![series("Back", 0, &back), series("Left leg", 1, &leg)],
            ),
            panel("Disability, ODI", 100.0, "%", vec![series("ODI", 2, &disability)]),
        ],
        events: vec![
            event(
                1,
                EventKind::Operation,
                "2021-10-05",
                "Fusion L4-S1, 5 October 2021",
            ),
            event(
                2,
                EventKind::TreatmentStart,
                "2022-06-10",
                "Injection L5 left, 10 June 2022",
            ),
        ],
        start: "2021-01-01".parse().unwrap(),
        end: "2024-06-01".parse().unwrap(),
        sequence: Vec::new(),
        tracks: Vec::new(),
        labels: Labels {
            empty: "No scores recorded".into(),
            description: "Pain and disability".into(),
            months: [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
            .map(String::from),
            imprecise: "Bar: day not known".into(),
            better: "better".into(),
            worse: "worse".into(),
            sequence: "Order of the record".into(),
            possible: "Outline: may have been".into(),
            no_end: "Dotted: no end known".into(),
            goes_on: "Arrow: goes on".into(),
        },
    }
}

/// A letter with nothing in it.
pub fn empty() -> Letter {
    Letter {
        paper: Paper::A4,
        form: Form::Letter,
        language: "en-GB".into(),
        title: String::new(),
        dated: NaiveDate::from_ymd_opt(2024, 5, 12).unwrap(),
        date: String::new(),
        letterhead: Letterhead::default(),
        recipient: Vec::new(),
        sender: Sender::default(),
        urgency: String::new(),
        patient: PatientLine::default(),
        diagnosis: String::new(),
        reason: String::new(),
        question: String::new(),
        alerts: Vec::new(),
        size: Size::Usual,
        sections: Vec::new(),
        copies: Vec::new(),
        footer_note: String::new(),
        not_recorded: Vec::new(),
        left_out: Vec::new(),
        sample_mark: None,
        words: words(),
    }
}

/// A referral of which every part of the opening is filled in.
pub fn referral() -> Letter {
    let s = |t: &str| t.to_owned();
    let rows = |rows: &[&[&str]]| rows.iter().map(|r| r.iter().map(|c| s(c)).collect()).collect();
    Letter {
        title: s("Referral to the spine surgery clinic"),
        date: s("12 May 2024"),
        letterhead: Letterhead {
            name: s("Riverside Pain Clinic"),
            lines: vec![
                s("14 Mill Lane, Northbridge NB2 4QT"),
                s("Telephone 01632 960 112"),
                s("pain.clinic@riverside.example"),
            ],
        },
        recipient: vec![
            s("Mr Ioan Brânzei"),
            s("Consultant spine surgeon"),
            s("Northbridge General Hospital"),
            s("Hospital Road"),
            s("Northbridge NB1 1AA"),
        ],
        sender: Sender {
            name: s("Dr Helena Østergård"),
            role: s("Consultant in pain medicine"),
            registration: s("GMC 7012345"),
            contact: s("Direct line 01632 960 118"),
            signed: s("Signed 12 May 2024, 14:20"),
        },
        urgency: s("Soon, within 4 weeks"),
        patient: PatientLine {
            name: s("Łucja Őszi-Șerban"),
            birth: s("3 May 1962"),
            age: s("62 years"),
            number: s("RP 004 512"),
            contact: s("7 Orchard Close, Northbridge NB3 7LP, 01632 960 455"),
        },
        diagnosis: s(
            "Persistent pain after spine surgery, confirmed; scar around the left L5 root, suspected",
        ),
        reason: s(
            "Left leg pain came back seven months after the second operation at L4-L5 and has not settled with \
             medicines, physiotherapy or two transforaminal injections.",
        ),
        question: s(
            "Please say whether a further operation has a place, and whether the implant at L4-S1 explains the \
             pain. We ask for your opinion before 10 June 2024; Dr Østergård will see Łucja again on 17 June 2024.",
        ),
        alerts: vec![
            Alert {
                label: s("Allergies"),
                text: s("Penicillin: rash, 2004"),
                serious: true,
            },
            Alert {
                label: s("Blood thinner"),
                text: s("Apixaban 5 mg twice a day"),
                serious: true,
            },
            Alert {
                label: s("Implants and devices, MRI"),
                text: s(
                    "Pedicle screws L4-S1, 2021. MRI conditional according to the implant card, 1.5 and 3 tesla.",
                ),
                serious: false,
            },
            Alert {
                label: s("Red flags"),
                text: s(
                    "Asked on 12 May 2024: no bladder or bowel change, no saddle numbness, no new weakness.",
                ),
                serious: false,
            },
        ],
        sections: vec![
            Section {
                heading: s("Diagnoses and suspected causes"),
                body: vec![Block::List(vec![
                    s("Persistent spinal pain syndrome type 2, confirmed"),
                    s("Recurrent disc herniation L4-L5, left, probable"),
                    s("Epidural fibrosis L5-S1, suspected"),
                ])],
            },
            Section {
                heading: s("Operations"),
                body: vec![Block::Table(Table {
                    columns: vec![
                        Column::left("Date", 1.1),
                        Column::left("Procedure", 2.6),
                        Column::left("Level and side", 1.3),
                        Column::left("Surgeon", 1.3),
                        Column::left("Result", 2.4),
                    ],
                    rows: rows(&[
                        &[
                            "about 2014",
                            "Microdiscectomy",
                            "L5-S1, left",
                            "not known",
                            "Leg better for 3 years",
                        ],
                        &[
                            "March 2019",
                            "Decompression",
                            "L4-L5, both sides",
                            "Mr K. Ødegaard",
                            "Back and leg better by half, 14 months",
                        ],
                        &[
                            "5 October 2021",
                            "Posterolateral fusion with pedicle screws",
                            "L4-S1",
                            "Mr K. Ødegaard",
                            "Leg better for 7 months, then as before; back unchanged",
                        ],
                    ]),
                })],
            },
            Section {
                heading: s("Pain and course"),
                body: vec![
                    Block::Paragraph(s(
                        "Burning and shooting pain from the left buttock to the outer ankle and the big toe, worse \
                         with sitting over 20 minutes and on coughing, less when lying on the right side. Back pain \
                         is dull and steady. Numb over the back of the left foot since 2021.",
                    )),
                    Block::Figure(FigureBlock {
                        figure: Arc::new(ChartFigure(chart())),
                        caption: s("Pain and disability since January 2021."),
                        alternative: s(
                            "Leg pain went from 8 in January 2021 to 3 in December 2021 and 7 in May 2024.",
                        ),
                    }),
                ],
            },
            Section {
                heading: s("Treatments tried"),
                body: vec![Block::Table(Table {
                    columns: vec![
                        Column::left("Treatment", 2.4),
                        Column::left("When", 1.4),
                        Column::right("Relief", 0.7),
                        Column::left("For how long", 1.2),
                        Column::left("Why stopped", 1.8),
                    ],
                    rows: rows(&[
                        &[
                            "Transforaminal steroid injection, L5 left",
                            "June 2022",
                            "60 %",
                            "6 weeks",
                            "Effect wore off",
                        ],
                        &[
                            "Transforaminal steroid injection, L5 left",
                            "January 2023",
                            "30 %",
                            "2 weeks",
                            "Little effect",
                        ],
                        &[
                            "Pregabalin 150 mg twice a day",
                            "2022 to 2023",
                            "20 %",
                            "while taken",
                            "Drowsy, gained 6 kg",
                        ],
                        &[
                            "Physiotherapy, graded activity, 12 sessions",
                            "autumn 2022",
                            "40 %",
                            "4 months",
                            "Course ended",
                        ],
                    ]),
                })],
            },
            Section {
                heading: s("Psychosocial and work"),
                body: Vec::new(),
            },
        ],
        copies: vec![s("Dr P. Novák, Mill Lane Surgery"), s("Łucja Őszi-Șerban")],
        footer_note: s("Generated from the record at 12 May 2024, 14:20."),
        not_recorded: vec![s("work status"), s("patient's goals")],
        left_out: vec![s("Left out: 12 of 20 scores.")],
        ..empty()
    }
}

/// A folder with the file in it; the file is read by outside programs.
pub struct Judged {
    pub rendered: Rendered,
    folder: tempfile::TempDir,
}

impl Judged {
    pub fn of(letter: &Letter) -> Self {
        let rendered = render(letter).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("letter.pdf"), &rendered.pdf).unwrap();
        Self { rendered, folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("letter.pdf")
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> Output {
        let mut command = Command::new(program);
        command.args(before).arg(self.path()).args(after);
        command
            .output()
            .unwrap_or_else(|e| panic!("{program} must be installed: {e}"))
    }

    /// What the program says about the file; fails when it complains.
    pub fn ask(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = self.run(program, before, after);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && errors.trim().is_empty(),
            "{program}: {errors}"
        );
        // Poppler wraps what runs from right to left in marks of direction.
        let text = String::from_utf8(output.stdout).unwrap();
        text.chars()
            .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
            .collect()
    }

    /// Text of the pages, laid out as on paper.
    pub fn pages(&self) -> Vec<String> {
        let text = self.ask("pdftotext", &["-layout"], &["-"]);
        text.trim_end_matches('\u{c}')
            .split('\u{c}')
            .map(str::to_owned)
            .collect()
    }

    /// Every word of each page with its box in points from the page's upper left corner.
    pub fn boxes(&self) -> Vec<Vec<Boxed>> {
        let text = self.ask("pdftotext", &["-bbox"], &["-"]);
        let value = |line: &str, key: &str| -> f64 {
            let rest = line.split(&format!("{key}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let mut pages = Vec::new();
        for line in text.lines().map(str::trim) {
            if line.starts_with("<page ") {
                pages.push(Vec::new());
            } else if let Some(word) = line.strip_prefix("<word ") {
                let said = word.split_once('>').unwrap().1;
                pages.last_mut().unwrap().push(Boxed {
                    x: (value(line, "xMin"), value(line, "xMax")),
                    y: (value(line, "yMin"), value(line, "yMax")),
                    word: said.trim_end_matches("</word>").to_owned(),
                });
            }
        }
        pages
    }

    /// All text with runs of space made one.
    pub fn words(&self) -> String {
        let text = self.ask("pdftotext", &[], &["-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A word and where it stands.
#[derive(Debug, Clone)]
pub struct Boxed {
    pub x: (f64, f64),
    pub y: (f64, f64),
    pub word: String,
}

/// Fixed words as a caller gives them.
pub fn words() -> Words {
    Words {
        date: "Date".into(),
        urgency: "Urgency".into(),
        born: "Born".into(),
        number: "Number".into(),
        diagnosis: "Diagnosis".into(),
        reason: "Reason for this letter".into(),
        question: "What we ask of you".into(),
        alerts: "Alerts".into(),
        not_recorded: "Not recorded".into(),
        items_not_recorded: "Items not recorded".into(),
        copies: "Copies to".into(),
        unprinted: "Not printed, for want of a font: {scripts}.".into(),
        symbols: "symbols".into(),
        page: "Page {n} of {m}".into(),
    }
}
