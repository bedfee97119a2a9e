//! The referral letter of a record: everything that was recorded, in the order in which its reader needs it, and
//! "not recorded" where nothing is. Nothing is added, weighed or left out.

mod background;
mod diagnoses;
mod electrodiagnosis;
mod examinations;
mod flags;
mod goals;
mod imaging;
mod medicines;
mod neuromodulation;
mod operations;
mod patient;
mod plan;
mod safety;
mod scores;
mod source;
mod spine;
mod symptoms;
#[cfg(test)]
mod tests;
mod treatments;
mod walking;

use crate::words::{Message, message, say, say_with};
use crate::{
    allergies,
    flags::assess,
    follow_up, gates,
    own_rules::OwnRules,
    record::Record,
    words::{self, Word, joined},
};
pub use chrono::NaiveDate;
pub use lamina_api::medicine::OpioidTable;
use lamina_domain::{
    Answer, Missing, Side, Text, ToldBy, background::AskedList, diagnosis::Term, red_flag::Assessment,
};
use lamina_letters::{
    Alert, Block, Column, Form, Letter, LetterError, Rendered, Section, Table, Words, render, to_text,
};
pub use lamina_letters::{Letterhead, Paper, Sender};
use patient::{patient_line, sample_mark};
pub use walking::walking_page;

/// What the record does not say and the writer of a letter does.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The clinic at the top of the page.
    pub letterhead: Letterhead,
    /// The author.
    pub sender: Sender,
    /// Address lines of the recipient.
    pub recipient: Vec<String>,
    /// Why the letter is written.
    pub reason: String,
    /// What the recipient is asked.
    pub question: String,
    /// How urgent it is, in words.
    pub urgency: String,
    /// The sheet.
    pub paper: Paper,
    /// The table of factors for the opioid load, which is printed beside every total.
    pub opioid_table: OpioidTable,
    /// The name that persistent pain after spine surgery has.
    pub preferred_term: Term,
    /// The limits as they hold in the clinic.
    pub rules: OwnRules,
}

/// The letter as a PDF: the same record and request give the same bytes.
///
/// # Errors
/// A chart that can't be drawn, a file that can't be put together, or more pages than a letter may have; no other text
/// makes it fail.
pub fn letter_pdf(record: &Record, request: &Request, today: NaiveDate) -> Result<Rendered, LetterError> {
    render(&letter(record, request, today))
}

/// The letter as plain text, for pasting into another system.
pub fn letter_text(record: &Record, request: &Request, today: NaiveDate) -> String {
    to_text(&letter(record, request, today))
}

/// The letter about `record`, dated `today`.
pub fn letter(record: &Record, request: &Request, today: NaiveDate) -> Letter {
    // A record file may hold its facts in any order; printed they stand as they do from a vault.
    let record = &record.in_order();
    let patient = &record.patient;
    let assessment = assess(record, &request.rules.red_flags, today);
    let section = |heading: Message, body: Vec<Block>| Section {
        heading: say!(heading),
        body,
    };
    let mut sections = vec![
        section(
            message!("letter-diagnoses"),
            diagnoses::diagnoses(record, request),
        ),
        section(message!("letter-plan"), plan::plan(record, today)),
        section(message!("letter-background"), background::background(record)),
        section(
            message!("letter-operations"),
            operations::operations(record)
                .into_iter()
                .chain(spine::spine(record, today))
                .collect(),
        ),
        section(message!("letter-symptoms"), symptoms::symptoms(record)),
        section(
            message!("letter-readings"),
            examinations::examinations(record, request.preferred_term),
        ),
        section(
            message!("letter-red-flags"),
            flags::statement(record, &assessment, &request.rules, today),
        ),
        section(message!("letter-imaging"), imaging::imaging(record, request)),
        section(
            message!("letter-electrodiagnosis"),
            electrodiagnosis::electrodiagnosis(record),
        ),
        section(
            message!("letter-treatments-tried"),
            treatments::treatments(record, today),
        ),
        section(
            message!("letter-current-medicines"),
            medicines::current_medicines(record, request.opioid_table, today),
        ),
        section(message!("letter-safety"), safety::safety(record, today)),
        section(
            message!("letter-scores"),
            scores::scores(record, &request.rules, today),
        ),
    ];
    // What is empty stands in one line at the end instead of under a heading of its own.
    let mut not_recorded = Vec::new();
    not_recorded.extend(patient.sex.is_none().then(|| say!("letter-sex")));
    not_recorded.extend(background::not_asked(record));
    // Few have nerve and muscle tests, so nobody misses them where there are none.
    let seldom = say!("letter-electrodiagnosis");
    for section in &sections {
        if section.body.is_empty() && section.heading != seldom {
            not_recorded.push(section.heading.clone());
        }
    }
    sections.retain(|section| !section.body.is_empty());
    // Nobody misses walking where it was never prescribed, nor what nothing calls for.
    sections.extend(walking::section(
        record,
        &assessment,
        &request.rules.walking,
        today,
    ));
    let stimulation = neuromodulation::neuromodulation(record, request, today);
    if !stimulation.is_empty() {
        sections.push(section(message!("letter-neuromodulation"), stimulation));
    }
    let decisions = plan::decisions(record);
    if !decisions.is_empty() {
        sections.push(section(message!("letter-decisions"), decisions));
    }
    let goals = goals::goals(record);
    if !goals.is_empty() {
        sections.push(section(message!("letter-goals"), goals));
    }
    let coming = follow_up::lines(record, &request.rules, today);
    if !coming.is_empty() {
        sections.push(section(message!("letter-follow-up"), vec![Block::List(coming)]));
    }
    Letter {
        paper: request.paper,
        form: Form::Letter,
        language: "en-GB".into(),
        title: say!("letter-referral-letter"),
        dated: today,
        date: shown(today),
        letterhead: request.letterhead.clone(),
        recipient: request.recipient.clone(),
        sender: request.sender.clone(),
        urgency: request.urgency.clone(),
        patient: patient_line(patient, today),
        reason: request.reason.clone(),
        question: request.question.clone(),
        alerts: flags::open_alerts(&assessment)
            .into_iter()
            .chain(alerts(record, &assessment, &request.rules, today))
            .collect(),
        sections,
        copies: patient
            .care_team
            .iter()
            .map(|member| format!("{}, {}", member.name, member.role))
            .collect(),
        footer_note: footer(record, today),
        not_recorded,
        sample_mark: sample_mark(patient),
        words: fixed_words(),
    }
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
pub(crate) fn fixed_words() -> Words {
    Words {
        date: say!("letter-word-date"),
        urgency: say!("letter-word-urgency"),
        born: say!("letter-word-born"),
        number: say!("letter-word-number"),
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

fn labelled(label: &str, value: Option<String>) -> Option<String> {
    value.map(|value| format!("{label}: {value}"))
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

fn alerts(record: &Record, assessment: &Assessment, rules: &OwnRules, today: NaiveDate) -> Vec<Alert> {
    let line = |label: &str, answer: Answer<Vec<String>>| Alert {
        label: label.to_owned(),
        serious: answer.value().is_some_and(|texts| !texts.is_empty()),
        text: match answer {
            Answer::Value(texts) => texts.join(", "),
            Answer::Missing(missing) => missing.word(),
        },
    };
    vec![
        line(
            &say!("letter-allergies"),
            allergies::in_short(&record.background.allergies),
        ),
        flags::standing_alert(record, assessment, rules, today),
        line(
            &say!("letter-implants-and-mri"),
            gates::implants_line(record, today),
        ),
        line(
            &say!("letter-anticoagulants"),
            gates::thinners_line(record, today),
        ),
    ]
}
