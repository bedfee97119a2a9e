//! The same letter as plain text, for pasting into another system.

use crate::model::{Ask, Block, Form, Letter, Questions, Scale, Table};

/// The letter as plain text with line feeds, in the order of print. Says what the PDF says, apart
/// from what runs along the edges of each page.
pub fn to_text(letter: &Letter) -> String {
    let words = &letter.words;
    let mut out = Text(String::new());
    if let Some(mark) = &letter.sample_mark {
        out.line(mark);
        out.gap();
    }
    out.line(&letter.letterhead.name);
    out.lines(&letter.letterhead.lines);
    out.gap();
    out.lines(&letter.recipient);
    out.gap();
    out.fact(&words.date, &letter.date);
    out.fact(&words.urgency, &letter.urgency);
    out.gap();
    out.line(&letter.title);
    let patient = &letter.patient;
    out.line(&patient.name);
    out.fact(&words.born, &join(&[&patient.birth, &patient.age], ", "));
    out.fact(&words.number, &patient.number);
    out.line(&patient.contact);
    out.gap();
    out.fact(&words.diagnosis, &letter.diagnosis);
    if letter.form == Form::Letter {
        out.fact(&words.reason, or(&letter.reason, &words.not_recorded));
        out.fact(&words.question, or(&letter.question, &words.not_recorded));
    }
    if !letter.alerts.is_empty() {
        out.heading(&words.alerts);
        for alert in &letter.alerts {
            out.fact(&alert.label, or(&alert.text, &words.not_recorded));
        }
    }
    for section in &letter.sections {
        out.heading(&section.heading);
        let before = out.0.len();
        for block in &section.body {
            out.block(block);
        }
        if out.0.len() == before {
            out.line(&words.not_recorded);
        }
    }
    out.gap();
    if letter.form == Form::Handout {
        out.missing(letter);
        return out.0;
    }
    let sender = &letter.sender;
    for text in [
        &sender.name,
        &sender.role,
        &sender.registration,
        &sender.contact,
        &sender.signed,
    ] {
        out.line(text);
    }
    out.gap();
    out.fact(&words.copies, &letter.copies.join("; "));
    out.missing(letter);
    out.0
}

struct Text(String);

impl Text {
    fn line(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.0.push_str(text.trim());
            self.0.push('\n');
        }
    }

    fn lines(&mut self, texts: &[String]) {
        for text in texts {
            self.line(text);
        }
    }

    fn fact(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(&format!("{label}: {}", value.trim()));
        }
    }

    /// What isn't recorded, what stands not in it, and where its text comes from.
    fn missing(&mut self, letter: &Letter) {
        self.fact(&letter.words.items_not_recorded, &letter.not_recorded.join(", "));
        self.line(&letter.left_out.join(" "));
        self.line(&letter.footer_note);
    }

    fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text)
            | Block::Strong(text)
            | Block::Large(text)
            | Block::NotRecorded(text)
            | Block::Note(text) => self.line(text),
            Block::List(items) => {
                for item in items.iter().filter(|i| !i.trim().is_empty()) {
                    self.line(&format!("- {}", item.trim()));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Questions(asked) => self.questions(asked),
            Block::NewPage => self.gap(),
            Block::Figure(figure) => {
                self.line(&figure.caption);
                self.line(&figure.alternative);
            }
            Block::Spine(figure) => {
                self.line(&figure.caption);
                self.line(&figure.alternative);
            }
            Block::Body(figure) => {
                self.line(&figure.caption);
                self.line(&figure.alternative);
            }
        }
    }

    /// Each question in a line, its boxes in the next.
    fn questions(&mut self, asked: &Questions) {
        for one in &asked.items {
            let question = join(&[&one.number, &one.text], " ");
            match &one.ask {
                Ask::Tick => self.line(&format!("{BOX} {question}")),
                Ask::Line(behind) => self.line(&join(&[&question, LINE, behind], " ")),
                Ask::Named(scale) => {
                    self.line(&join(&[&question, LINE], " "));
                    self.line(&boxes_of(scale));
                }
                Ask::Scale(scale) => {
                    self.line(&question);
                    self.line(&boxes_of(scale));
                }
                Ask::Choices(answers) => {
                    self.line(&question);
                    self.line(&boxes(answers));
                }
                Ask::Columns => {
                    self.line(&question);
                    self.line(&boxes(&asked.columns));
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let cells: Vec<String> = table
                .columns
                .iter()
                .zip(row)
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(column, cell)| match column.heading.trim() {
                    "" => cell.trim().to_owned(),
                    heading => format!("{heading}: {}", cell.trim()),
                })
                .collect();
            if !cells.is_empty() {
                self.line(&format!("- {}", cells.join("; ")));
            }
        }
    }
}

/// A box to tick and a line to write on, as plain text has them.
const BOX: &str = "[ ]";
const LINE: &str = "________";

fn boxes(answers: &[String]) -> String {
    let each: Vec<String> = answers
        .iter()
        .map(|one| format!("{BOX} {}", one.trim()))
        .collect();
    each.join("  ")
}

fn boxes_of(scale: &Scale) -> String {
    join(&[&scale.low, &boxes(&scale.points), &scale.high], "  ")
}

fn or<'t>(text: &'t str, otherwise: &'t str) -> &'t str {
    if text.trim().is_empty() { otherwise } else { text }
}

fn join(parts: &[&str], between: &str) -> String {
    parts
        .iter()
        .map(|p| p.trim())
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(between)
}
