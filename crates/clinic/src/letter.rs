//! The referral letter of a record: everything that was recorded, in the order in which its reader needs it, and
//! "not recorded" where nothing is. Nothing is added, weighed or left out.

mod flags;
mod safety;
mod scores;
mod walking;

pub use crate::flags::Recorded;
use crate::words::{say, say_with};
use crate::{
    flags::assess,
    follow_up, gates,
    medicines::medicines,
    own_rules::OwnRules,
    record::Record,
    rules::factors,
    words::{self, Word, joined},
};
use chrono::NaiveDate;
pub use lamina_api::medicine::OpioidTable;
use lamina_domain::{
    Answer, Born, Missing, Patient, Side, Standing, Text, background::Asked, red_flag::Assessment,
};
use lamina_letters::{
    Alert, Block, Column, Form, Letter, LetterError, PatientLine, Rendered, Section, Table, Words, render,
    to_text,
};
pub use lamina_letters::{Letterhead, Paper, Sender};
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
    /// The limits as they hold in the clinic.
    pub rules: OwnRules,
    /// When the facts were recorded, as far as a vault knows it; red flags that were decided on are told from newer facts
    /// by it.
    pub recorded: Recorded,
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
    let (ordered, places) = record.in_order();
    let record = &ordered;
    let recorded = request.recorded.in_order(&places);
    let patient = &record.patient;
    let assessment = assess(record, &recorded, &request.rules.red_flags, today);
    let mut sections = vec![
        Section {
            heading: say("letter-operations"),
            body: operations(record),
        },
        Section {
            heading: say("letter-symptoms"),
            body: symptoms(record),
        },
        Section {
            heading: say("letter-red-flags"),
            body: flags::statement(record, &assessment, &request.rules, today),
        },
        Section {
            heading: say("letter-safety"),
            body: safety::safety(record, today),
        },
        Section {
            heading: say("letter-imaging"),
            body: imaging(record),
        },
        Section {
            heading: say("letter-treatments-tried"),
            body: treatments(record, today),
        },
        Section {
            heading: say("letter-current-medicines"),
            body: current_medicines(record, request.opioid_table, today),
        },
        Section {
            heading: say("letter-scores"),
            body: scores::scores(record, &request.rules, today),
        },
        Section {
            heading: say("letter-background"),
            body: background(record),
        },
    ];
    // Walking stands before the background; nobody misses it where it was never prescribed.
    let place = sections.len() - 1;
    let walking = walking::section(record, &assessment, &request.rules.walking, today);
    sections.splice(place..place, walking);
    // What nothing calls for is no gap in the record, so the section is there only where it says something.
    let coming = follow_up::lines(record, &request.rules, today);
    if !coming.is_empty() {
        sections.push(Section {
            heading: say("letter-follow-up"),
            body: vec![Block::List(coming)],
        });
    }
    let not_recorded = sections
        .iter()
        .filter(|section| section.body.is_empty())
        .map(|section| section.heading.clone())
        .collect();
    Letter {
        paper: request.paper,
        form: Form::Letter,
        language: "en-GB".into(),
        title: say("letter-referral-letter"),
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
        footer_note: say_with("letter-made-from-the-record-on", [("day", shown(today).into())]),
        not_recorded,
        sample_mark: sample_mark(patient),
        words: fixed_words(),
    }
}

/// Whom a page is about.
fn patient_line(patient: &Patient, today: NaiveDate) -> PatientLine {
    PatientLine {
        name: patient.shown_name(),
        birth: match patient.born {
            Born::AgeAtFirstVisit(_) => String::new(),
            told => told.to_string(),
        },
        age: age(patient.born, today),
        number: text(&patient.record_number),
        contact: list(&patient.contact).unwrap_or_default(),
    }
}

/// The mark of a page about a published case.
fn sample_mark(patient: &Patient) -> Option<String> {
    patient.citation.as_ref().map(|citation| {
        let year = citation.year.map(|year| year.to_string());
        let parts = [
            citation.authors.as_ref().map(ToString::to_string),
            Some(citation.source.to_string()),
            year,
            citation.locator.as_ref().map(ToString::to_string),
        ];
        say_with(
            "letter-sample-from-a-published-case",
            [("source", joined(parts, ", ").unwrap_or_default().into())],
        )
    })
}

/// The fixed words of the layout.
fn fixed_words() -> Words {
    Words {
        date: say("letter-word-date"),
        urgency: say("letter-word-urgency"),
        born: say("letter-word-born"),
        number: say("letter-word-number"),
        reason: say("letter-word-reason"),
        question: say("letter-word-question"),
        alerts: say("letter-word-alerts"),
        not_recorded: say("letter-word-not-recorded"),
        items_not_recorded: say("letter-word-items-not-recorded"),
        copies: say("letter-word-copies"),
        unprinted: say_with("letter-word-unprinted", [("scripts", "{scripts}".into())]),
        symbols: say("letter-word-symbols"),
        // The layout fills these in on each page.
        page: say_with("letter-word-page", [("n", "{n}".into()), ("m", "{m}".into())]),
    }
}

fn shown(day: NaiveDate) -> String {
    lamina_domain::PartialDate::Day(day).to_string()
}

fn age(born: Born, today: NaiveDate) -> String {
    match (born, born.age_on(today)) {
        (Born::AgeAtFirstVisit(years), _) => say_with(
            "letter-years-at-first-visit",
            [("years", years.to_string().into())],
        ),
        (_, Some((least, most))) if least == most => {
            say_with("letter-years", [("least", least.to_string().into())])
        }
        (_, Some((least, most))) => say_with(
            if least + 1 == most {
                "letter-or-years"
            } else {
                "letter-to-years"
            },
            [
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
            ],
        ),
        (_, None) => String::new(),
    }
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
        Answer::Missing(_) => labelled(&say("letter-side"), words::answer(answer)),
    }
}

fn labelled(label: &str, value: Option<String>) -> Option<String> {
    value.map(|value| format!("{label}: {value}"))
}

fn table(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Table(Table { columns, rows })]
    }
}

fn asked(answer: &Asked) -> String {
    match answer {
        Answer::Value(texts) => list(texts).unwrap_or_else(|| Missing::Absent.word()),
        Answer::Missing(missing) => missing.word(),
    }
}

fn alerts(record: &Record, assessment: &Assessment, rules: &OwnRules, today: NaiveDate) -> Vec<Alert> {
    let background = &record.background;
    let list = |label: &str, answer: &Asked| Alert {
        label: label.to_owned(),
        text: asked(answer),
        serious: answer.value().is_some_and(|texts| !texts.is_empty()),
    };
    let line = |label: &str, answer: Answer<Vec<String>>| Alert {
        label: label.to_owned(),
        serious: answer.value().is_some_and(|texts| !texts.is_empty()),
        text: match answer {
            Answer::Value(texts) => texts.join(", "),
            Answer::Missing(missing) => missing.word(),
        },
    };
    vec![
        list(&say("letter-allergies"), &background.allergies),
        flags::standing_alert(record, assessment, rules, today),
        line(
            &say("letter-implants-and-mri"),
            gates::implants_line(record, today),
        ),
        line(&say("letter-anticoagulants"), gates::thinners_line(record, today)),
    ]
}

fn operations(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::right(say("letter-no"), 0.5),
        Column::left(say("letter-when"), 1.6),
        Column::left(say("letter-operation-levels-side"), 3.0),
        Column::left(say("letter-why"), 1.8),
        Column::left(say("letter-back-after"), 1.5),
        Column::left(say("letter-limb-after"), 1.5),
    ];
    let rows = (1..).zip(&record.surgeries).map(|(number, surgery): (u32, _)| {
        let what = joined([Some(surgery.what(", ")), side(&surgery.side)], ", ");
        let more = [
            surgery.approach.map(|approach| {
                say_with(
                    "letter-approach",
                    [("approach", (approach.word()).to_string().into())],
                )
            }),
            labelled(&say("letter-implants"), gates::implants::left(&surgery.implants)),
            labelled(&say("letter-complications"), list(&surgery.complications)),
            surgery.pain_free.as_ref().map(words::pain_free),
            labelled(
                &say("letter-surgeon"),
                surgery.surgeon.as_ref().map(ToString::to_string),
            ),
            surgery.facility.as_ref().map(ToString::to_string),
            surgery.note.as_ref().map(ToString::to_string),
        ];
        vec![
            number.to_string(),
            surgery.when.to_string(),
            joined([what, joined(more, "; ")], "\n").unwrap_or_default(),
            text(&surgery.indication),
            words::result(&surgery.result_back).unwrap_or_default(),
            words::result(&surgery.result_limb).unwrap_or_default(),
        ]
    });
    table(columns, rows.collect())
}

fn symptoms(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::left(say("letter-where"), 2.0),
        Column::left(say("letter-what-it-is-like"), 2.4),
        Column::left(say("letter-since"), 1.8),
        Column::left(say("letter-worse-and-better-with"), 2.2),
        Column::left(say("letter-strength"), 1.0),
    ];
    let rows = record.symptoms.iter().map(|symptom| {
        let side = symptom
            .side_words
            .as_ref()
            .map(ToString::to_string)
            .or_else(|| side(&symptom.side));
        let radiation = symptom
            .radiation
            .as_ref()
            .map(|radiation| say_with("letter-spreads", [("radiation", radiation.to_string().into())]));
        let onset = (!symptom.onset.is_unknown()).then(|| symptom.onset.to_string());
        let strength = match &symptom.intensity {
            Answer::Value(nrs) => format!("{}/10", nrs.rating()),
            Answer::Missing(missing) => missing.word(),
        };
        vec![
            joined([Some(symptom.site.to_string()), side, radiation], ", ").unwrap_or_default(),
            joined(
                [
                    list(&symptom.qualities),
                    symptom.note.as_ref().map(ToString::to_string),
                ],
                "\n",
            )
            .unwrap_or_default(),
            joined(
                [onset, symptom.onset_words.as_ref().map(ToString::to_string)],
                ", ",
            )
            .unwrap_or_default(),
            joined(
                [
                    labelled(&say("letter-worse"), list(&symptom.aggravating)),
                    labelled(&say("letter-better"), list(&symptom.relieving)),
                ],
                "; ",
            )
            .unwrap_or_default(),
            strength,
        ]
    });
    table(columns, rows.collect())
}

fn imaging(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::left(say("letter-when"), 1.6),
        Column::left(say("letter-what"), 1.6),
        Column::left(say("letter-findings"), 5.0),
    ];
    let rows = record.imaging.iter().map(|imaging| {
        let findings = imaging.findings.iter().map(|finding| {
            let levels = (!finding.levels.is_empty()).then(|| finding.levels.to_string());
            let place = joined([levels, side(&finding.side)], ", ");
            joined([place, Some(finding.what.to_string())], ": ")
        });
        let conclusion = labelled(
            &say("letter-conclusion"),
            imaging.conclusion.as_ref().map(ToString::to_string),
        );
        let found = joined(
            findings.chain([conclusion, imaging.note.as_ref().map(ToString::to_string)]),
            "\n",
        );
        vec![
            imaging.when.to_string(),
            joined(
                [Some(imaging.modality.word()), words::answer(&imaging.position)],
                ", ",
            )
            .unwrap_or_default(),
            found.unwrap_or_default(),
        ]
    });
    table(columns, rows.collect())
}

fn treatments(record: &Record, today: NaiveDate) -> Vec<Block> {
    let columns = vec![
        Column::left(say("letter-when"), 1.7),
        Column::left(say("letter-treatment"), 3.0),
        Column::left(say("letter-response"), 2.6),
        Column::left(say("letter-adverse-effects-why-it-ended"), 2.0),
    ];
    let rows = record.treatments.iter().map(|treatment| {
        let standing = match treatment.standing(today) {
            Standing::MayHaveEnded => Some(Standing::MayHaveEnded.word()),
            _ => treatment.status.map(|status| status.word()),
        };
        let until = (!treatment.ended.is_unknown())
            .then(|| say_with("letter-until", [("ended", treatment.ended.to_string().into())]));
        let levels = (!treatment.levels.is_empty()).then(|| treatment.levels.to_string());
        let details = [
            treatment.medicine.as_ref().map(ToString::to_string),
            treatment.dose.as_ref().map(ToString::to_string),
            levels,
            side(&treatment.side),
            treatment.target.as_ref().map(ToString::to_string),
            treatment.note.as_ref().map(ToString::to_string),
        ];
        let relief = match &treatment.relief {
            Answer::Value(relief) => Some(say_with(
                "letter-relief",
                [("relief", (relief.percent()).to_string().into())],
            )),
            Answer::Missing(Missing::NotAsked) => None,
            Answer::Missing(missing) => Some(say_with(
                "letter-relief-2",
                [("missing", (missing.word()).to_string().into())],
            )),
        };
        let response = [
            treatment.worsened.then(|| say("letter-worse")),
            relief,
            treatment.response.as_ref().map(ToString::to_string),
            labelled(
                &say("letter-lasted"),
                treatment.response_lasted.as_ref().map(ToString::to_string),
            ),
        ];
        let adverse = match &treatment.adverse_effects {
            Answer::Value(effects) => list(effects),
            Answer::Missing(Missing::NotAsked) => None,
            Answer::Missing(missing) => Some(say_with(
                "letter-adverse-effects",
                [("missing", (missing.word()).to_string().into())],
            )),
        };
        let ended = [
            adverse,
            standing,
            words::answer(&treatment.stopped),
            treatment.stopped_words.as_ref().map(ToString::to_string),
        ];
        vec![
            joined([Some(treatment.started.to_string()), until], " ").unwrap_or_default(),
            joined(
                [
                    Some(format!("{}: {}", treatment.kind.word(), treatment.name)),
                    joined(details, "; "),
                ],
                "\n",
            )
            .unwrap_or_default(),
            joined(response, ", ").unwrap_or_else(|| say("letter-response-not-recorded")),
            joined(ended, "; ").unwrap_or_default(),
        ]
    });
    table(columns, rows.collect())
}

/// What is taken on the day of the letter, what may still be taken, and whether nothing is; with what is or may be an opioid
/// among it the load with its arithmetic, each that was not counted and why, its table with version and source, and what
/// limits it.
fn current_medicines(record: &Record, choice: OpioidTable, today: NaiveDate) -> Vec<Block> {
    let Ok(table) = factors(choice.name()) else {
        return Vec::new();
    };
    let medicines = medicines(record, today, table);
    let mut list = medicines.running();
    if medicines.none_taken {
        list.push(say(match medicines.contradict() {
            true => "letter-medicines-contradict",
            false => "letter-medicines-none",
        }));
    }
    for (standing, words) in [
        (Standing::Unknown, "letter-medicines-not-known"),
        (Standing::MayHaveEnded, "letter-medicines-may-have-ended"),
    ] {
        let names = medicines.of(standing).join("; ");
        if !names.is_empty() {
            list.push(say_with(words, [("names", names.into())]));
        }
    }
    let disagree = gates::conflicts(record, today);
    let told: Vec<String> = disagree
        .into_iter()
        .filter(|one| one.among_medicines())
        .map(|one| one.text)
        .collect();
    list.extend(told);
    if list.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::List(list)];
    if medicines.present() {
        let told = medicines.told();
        let mut said = vec![say_with(
            "letter-opioid-load-for-information",
            [("summary", (medicines.summary()).to_string().into())],
        )];
        let counted = told.counted.into_iter().map(|(_, text)| text);
        said.extend(counted.map(|text| say_with("letter-opioid-counted", [("text", text.into())])));
        let left_out = told.may_add.into_iter();
        said.extend(left_out.map(|text| say_with("letter-opioid-not-counted", [("text", text.into())])));
        said.extend(medicines.load.caveats.iter().cloned());
        said.push(format!("{}.", told.table.trim_end_matches('.')));
        blocks.push(Block::List(said));
    }
    blocks
}

fn background(record: &Record) -> Vec<Block> {
    let conditions = match &record.background.conditions {
        Answer::Missing(Missing::NotAsked) => None,
        answer => Some(asked(answer)),
    };
    let lines: Vec<String> = [
        labelled(&say("letter-other-conditions"), conditions),
        labelled(
            &say("letter-occupation"),
            record.patient.occupation.as_ref().map(ToString::to_string),
        ),
        record.patient.note.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}
