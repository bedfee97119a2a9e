//! The letters of a record: its sections in the order in which the reader needs them, as fully as the pages allow, and
//! "not recorded" where nothing is. Nothing is added or weighed, and what is left out is named.
//!
//! What must hold: a letter is data twice over. [`kind`] says which sections a kind has in which order, [`part`] what each
//! section is; [`fitting`] only decides how fully each is told. No section drops anything without counting it.

mod alerts;
mod background;
mod chart;
mod copy;
mod diagnoses;
mod documents;
mod electrodiagnosis;
mod examinations;
mod fitting;
mod flags;
mod fullness;
mod goals;
mod handout;
mod imaging;
mod implant_card;
mod kind;
mod left;
mod medicines;
mod neuromodulation;
mod operations;
mod part;
mod patient;
mod plan;
mod reading;
mod safety;
mod sample_report;
mod scores;
mod sheets;
mod source;
mod spine;
mod summary;
mod symptoms;
#[cfg(test)]
mod tests;
mod treatments;
mod visits;
mod walking;
mod walking_page;
mod work;

use crate::words::{say, say_with};
use crate::{
    flags::assess,
    own_rules::OwnRules,
    record::Record,
    words::{self, Word, joined, sentence},
};
pub use chrono::NaiveDate;
use fitting::{Sections, Standing};
use fullness::Passage;
pub(crate) use handout::handout;
use kind::Template;
pub use lamina_api::{
    letter::{LetterKind, LetterLength, SheetChoice},
    medicine::OpioidTable,
};
use lamina_domain::{
    Answer, Missing, Side, Text, ToldBy, background::AskedList, diagnosis::Term, red_flag::Assessment,
};
use lamina_letters::{
    Block, Column, Form, Letter, LetterError, Rendered, Section, Table, Words, render, to_text,
};
pub use lamina_letters::{Letterhead, Paper, Sender};
use part::Part;
use patient::{patient_at_home, patient_line, sample_mark};
pub(crate) use sample_report::sample_report;
pub use sheets::{NoSheet, sheet_choices, sheet_of, sheets};

/// Whom a patient calls, as the clinic set it; empty where it set nothing.
#[derive(Debug, Clone, Default)]
pub struct Calls {
    /// The number of the clinic.
    pub clinic: String,
    /// The number for emergencies.
    pub emergency: String,
}

/// What the record does not say and the writer of a letter does.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// To whom it goes and what for.
    pub kind: LetterKind,
    /// How long it may be.
    pub length: LetterLength,
    /// The clinic at the top of the page.
    pub letterhead: Letterhead,
    /// Who writes it, and can be reached for questions.
    pub sender: Sender,
    /// Whom the patient calls.
    pub calls: Calls,
    /// Address lines of the recipient.
    pub recipient: Vec<String>,
    /// Why the letter is written.
    pub reason: String,
    /// What the recipient is asked.
    pub question: String,
    /// How urgent it is, in words.
    pub urgency: String,
    /// The sheet that it is printed on.
    pub paper: Paper,
    /// The table of factors for the opioid load, which is printed beside every total.
    pub opioid_table: OpioidTable,
    /// The name that persistent pain after spine surgery has.
    pub preferred_term: Term,
    /// The limits as they hold in the clinic.
    pub rules: OwnRules,
}

/// A letter that was made.
#[derive(Debug, Clone)]
pub struct FinishedLetter {
    /// The letter, ready to be laid out; what is left out of it stands in it.
    pub letter: Letter,
    /// That it is longer than it may be, and why, as a sentence; empty where it is not.
    pub too_long: String,
    /// How hard it is to read, as a sentence; empty where it is not in plain words for the patient.
    pub reading: String,
}

impl FinishedLetter {
    /// It as a PDF: the same record and request give the same bytes.
    ///
    /// # Errors
    /// A chart that can't be drawn, a file that can't be put together, or more pages than a letter may have; no other text
    /// makes it fail.
    pub fn pdf(&self) -> Result<Rendered, LetterError> {
        render(&self.letter)
    }

    /// It as plain text, for pasting into another system.
    pub fn text(&self) -> String {
        to_text(&self.letter)
    }
}

/// What every section is told from.
struct About<'a> {
    /// The record, in the order of time.
    record: &'a Record,
    request: &'a Request,
    assessment: &'a Assessment,
    today: NaiveDate,
}

/// The letter about `record`, dated `today`, as full as the pages that are asked for allow.
pub fn letter(record: &Record, request: &Request, today: NaiveDate) -> FinishedLetter {
    // A record file may hold its facts in any order; printed they stand as they do from a vault.
    let record = &record.in_order();
    let assessment = &assess(record, &request.rules.red_flags, today);
    fitting::fitted(&About {
        record,
        request,
        assessment,
        today,
    })
}

/// The letter `frame` of a kind with its sections, told so fully.
fn assembled(
    about: &About<'_>,
    (template, frame): (&Template, &Letter),
    standing: &Standing,
    known: &mut Sections,
) -> Letter {
    let parts = &standing.parts;
    let told: Vec<Passage> = parts
        .iter()
        .map(|(part, fullness)| known.get(about, *part, *fullness))
        .collect();
    let left_out = match template.form() {
        Form::Letter => fitting::left_out(about, template, &told, known),
        Form::Handout => Vec::new(),
    };
    let mut not_recorded = frame.not_recorded.clone();
    let mut sections: Vec<Section> = Vec::new();
    // Whether the section that a drawing belongs to is there.
    let mut open = false;
    for ((part, _), told) in parts.iter().zip(told) {
        let heading = part.heading();
        if told.body.is_empty() {
            // What is empty stands in one line at the end instead of under a heading of its own.
            let misses = template.missed.contains(part) && told.left.is_empty();
            not_recorded.extend(heading.filter(|_| misses).map(|heading| say!(heading)));
            open &= heading.is_none();
            continue;
        }
        match (heading, sections.last_mut()) {
            (None, Some(section)) if open => section.body.extend(told.body),
            _ => sections.push(Section {
                heading: heading.map_or_else(|| sentence(&say!(part.name())), |heading| say!(heading)),
                body: told.body,
            }),
        }
        open = true;
    }
    Letter {
        size: standing.size,
        sections,
        not_recorded,
        left_out,
        ..frame.clone()
    }
}

/// What a letter of a kind says however fully its sections are told; it has none of them yet.
fn framed(about: &About<'_>, template: &Template) -> Letter {
    let (record, request, today) = (about.record, about.request, about.today);
    let patient = &record.patient;
    let is_letter = template.form() == Form::Letter;
    // A page that is handed over has neither a reason nor a question.
    let of_letter = |text: &String| match is_letter {
        true => text.clone(),
        false => String::new(),
    };
    let mut not_recorded = Vec::new();
    if template.parts.contains(&Part::Background) {
        not_recorded.extend(patient.sex.is_none().then(|| say!("letter-sex")));
        not_recorded.extend(background::not_asked(record));
    }
    Letter {
        paper: request.paper,
        form: template.form(),
        language: "en-GB".into(),
        title: say!(template.title),
        dated: today,
        date: shown(today),
        letterhead: request.letterhead.clone(),
        recipient: match is_letter {
            true => request.recipient.clone(),
            false => Vec::new(),
        },
        sender: request.sender.clone(),
        urgency: of_letter(&request.urgency),
        patient: match template.plain {
            true => patient_at_home(patient, today),
            false => patient_line(patient, today),
        },
        diagnosis: match is_letter {
            true => diagnoses::in_a_line(about),
            false => String::new(),
        },
        reason: of_letter(&request.reason),
        question: of_letter(&request.question),
        alerts: match template.treats {
            true => alerts::alerts(about),
            false => Vec::new(),
        },
        size: template.size,
        sections: Vec::new(),
        // Who treats the patient is no business of a reader who does not.
        copies: patient
            .care_team
            .iter()
            .filter(|_| template.treats)
            .map(|member| format!("{}, {}", member.name, member.role))
            .collect(),
        footer_note: match template.kind {
            LetterKind::Patient => copy::made(today),
            LetterKind::Walking => walking_page::made(about),
            _ => footer(record, today),
        },
        not_recorded,
        left_out: Vec::new(),
        sample_mark: sample_mark(patient),
        words: fixed_words(),
    }
}

/// The letter as a PDF, for tests.
#[cfg(test)]
pub(crate) fn letter_pdf(
    record: &Record,
    request: &Request,
    today: NaiveDate,
) -> Result<Rendered, LetterError> {
    letter(record, request, today).pdf()
}

/// The letter as plain text, for tests.
#[cfg(test)]
pub(crate) fn letter_text(record: &Record, request: &Request, today: NaiveDate) -> String {
    letter(record, request, today).text()
}

/// When the letter was made, and what a fact without a mark of its source is, where there is one.
fn footer(record: &Record, today: NaiveDate) -> String {
    let made = say_with!("letter-made-from-the-record-on", [("day", shown(today).into())]);
    let sources = [
        record.surgeries.iter().map(|one| one.told_by).collect::<Vec<_>>(),
        record.imaging.iter().map(|one| one.told_by).collect(),
        record.electrodiagnoses.iter().map(|one| one.told_by).collect(),
        record.treatments.iter().map(|one| one.told_by).collect(),
        record.devices.iter().map(|one| one.told_by).collect(),
    ];
    match sources.concat().contains(&ToldBy::Clinician) {
        true => format!("{made} {}", say!("letter-source-unmarked")),
        false => made,
    }
}

/// The fixed words of the layout.
fn fixed_words() -> Words {
    Words {
        date: say!("letter-word-date"),
        urgency: say!("letter-word-urgency"),
        born: say!("letter-word-born"),
        number: say!("letter-word-number"),
        diagnosis: say!("letter-word-diagnosis"),
        reason: say!("letter-word-reason"),
        question: say!("letter-word-question"),
        alerts: say!("letter-word-alerts"),
        not_recorded: say!("letter-word-not-recorded"),
        items_not_recorded: say!("letter-word-items-not-recorded"),
        copies: say!("letter-word-copies"),
        unprinted: say_with!("letter-word-unprinted", [("scripts", "{scripts}".into())]),
        symbols: say!("letter-word-symbols"),
        // The layout fills these in on each page.
        page: say_with!("letter-word-page", [("n", "{n}".into()), ("m", "{m}".into())]),
    }
}

fn shown(day: NaiveDate) -> String {
    lamina_domain::PartialDate::Day(day).to_string()
}

fn text(text: &Option<Text>) -> String {
    text.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn list(texts: &[Text]) -> Option<String> {
    joined(texts.iter().map(|text| Some(text.to_string())), ", ")
}

/// A side, or that it is missing and how; a bare "unknown" between commas would say nothing.
fn side(answer: &Answer<Side>) -> Option<String> {
    match answer {
        Answer::Value(_) => words::answer(answer),
        Answer::Missing(_) => labelled(&say!("letter-side"), words::answer(answer)),
    }
}

/// The same, without that there is none by nature.
fn side_that_is(answer: &Answer<Side>) -> Option<String> {
    side(answer).filter(|_| *answer != Answer::Missing(Missing::NotApplicable))
}

fn labelled(label: &str, value: Option<String>) -> Option<String> {
    value.map(|value| format!("{label}: {value}"))
}

/// The lines as a list; nothing where there is none.
fn listed(lines: impl IntoIterator<Item = String>) -> Vec<Block> {
    let lines: Vec<String> = lines.into_iter().collect();
    match lines.is_empty() {
        true => Vec::new(),
        false => vec![Block::List(lines)],
    }
}

/// The rows; a column without a word in any of them is named under the table instead of being printed.
fn table(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let filled = |at: usize| {
        rows.iter()
            .filter_map(|row| row.get(at))
            .any(|cell| !cell.trim().is_empty())
    };
    let filled: Vec<bool> = (0..columns.len()).map(filled).collect();
    let keeps = |at: usize| filled.get(at).copied().unwrap_or(true);
    let (kept, empty): (Vec<_>, Vec<_>) = columns.into_iter().enumerate().partition(|(at, _)| keeps(*at));
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().filter(|(at, _)| keeps(*at));
        cells.map(|(_, cell)| cell).collect()
    });
    let table = Table {
        rows: rows.collect(),
        columns: kept.into_iter().map(|(_, column)| column).collect(),
    };
    let named = joined(empty.into_iter().map(|(_, column)| Some(column.heading)), "; ");
    let named =
        named.map(|names| Block::NotRecorded(say_with!("letter-columns-empty", [("names", names.into())])));
    [Block::Table(table)].into_iter().chain(named).collect()
}

fn asked(answer: &AskedList) -> String {
    match answer {
        Answer::Value(texts) => list(texts).unwrap_or_else(|| Missing::NotAsked.word()),
        Answer::Missing(missing) => missing.word(),
    }
}
