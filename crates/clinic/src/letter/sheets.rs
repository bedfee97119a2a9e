//! Questionnaires and tests as sheets to fill in on paper: the patient's label, the questions as they are printed by who made
//! them with boxes for the answers, the credit line, and a place for the total. One page at least for each, so that it can be
//! filed by itself.
//!
//! What must hold: there is a sheet of no instrument whose wording is not free; of the questions and answers nothing is
//! changed; what is Lamina's own on the page stands apart from them.

use super::{
    FinishedLetter, Request, handout,
    patient::{patient_at_home, sample_mark},
    say, say_with, shown,
};
use crate::{
    record::Record,
    words::{Word, sentence},
};
use chrono::NaiveDate;
use lamina_api::letter::SheetChoice;
use lamina_domain::{
    instrument::{Algorithm, Choice, Instrument, Item, Licence, Site, instrument, instruments},
    score::PainKind,
};
use lamina_letters::{Ask, Block, Letter, Question, Questions, Scale, Section, Size};

/// Why there is no sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSheet {
    /// No instrument has this id.
    Unknown,
    /// Its wording belongs to its owner; why, as a sentence.
    NotFree(String),
}

/// The instrument of which a sheet is asked for.
///
/// # Errors
/// No such instrument, or one whose wording may not be shown.
pub fn sheet_of(id: &str) -> Result<&'static Instrument, NoSheet> {
    let found = instrument(id).ok_or(NoSheet::Unknown)?;
    match not_printed(found) {
        Some(why) => Err(NoSheet::NotFree(why)),
        None => Ok(found),
    }
}

/// Every instrument in the order of the names, with why there is no sheet of it where there is none.
pub fn sheet_choices() -> Vec<SheetChoice> {
    let mut all: Vec<SheetChoice> = instruments()
        .iter()
        .map(|one| SheetChoice {
            id: one.id.clone(),
            name: one.name.clone(),
            full_name: one.full_name.clone(),
            not_printed: not_printed(one).unwrap_or_default(),
        })
        .collect();
    all.sort_by_key(|one| (!one.not_printed.is_empty(), one.name.to_lowercase()));
    all
}

fn not_printed(one: &Instrument) -> Option<String> {
    match one.licence {
        Licence::FreeWording => None,
        Licence::TotalOnly => Some(say_with!(
            "sheet-not-printed",
            [
                ("owner", one.owner.clone().into()),
                ("note", one.licence_note.clone().into())
            ]
        )),
    }
}

/// The sheets of these instruments for one patient, in their order, each beginning a page.
pub fn sheets(record: &Record, request: &Request, of: &[&Instrument], today: NaiveDate) -> FinishedLetter {
    let last = of.len().saturating_sub(1);
    let sections = of.iter().enumerate().map(|(at, one)| {
        let mut body = sheet(one);
        body.extend((at < last).then_some(Block::NewPage));
        Section {
            heading: one.full_name.clone(),
            body,
        }
    });
    let letter = Letter {
        paper: request.paper,
        letterhead: request.letterhead.clone(),
        sender: request.sender.clone(),
        patient: patient_at_home(&record.patient, today),
        size: Size::Large,
        sample_mark: sample_mark(&record.patient),
        ..handout(say!("sheets-title"), (today, shown(today)), sections.collect())
    };
    FinishedLetter {
        letter,
        too_long: String::new(),
        reading: String::new(),
    }
}

fn sheet(one: &Instrument) -> Vec<Block> {
    let asked = questions(one);
    let is_test = matches!(one.algorithm, Algorithm::Value { .. }) && one.sites.is_empty();
    let mut blocks = vec![written(say!("sheet-filled-in"), String::new())];
    // A rating says itself of which time it is.
    blocks.push(match (is_test, one.sites.is_empty()) {
        (true, _) => Block::Paragraph(say!("sheet-measured")),
        (false, true) => Block::Paragraph(say_with!("sheet-recall", [("recall", one.recall.clone().into())])),
        (false, false) => of_rating(),
    });
    blocks.extend(one.intro.clone().map(Block::Strong));
    blocks.push(Block::Questions(asked));
    if matches!(one.algorithm, Algorithm::Ticks { .. }) {
        blocks.push(ticked(say!("sheet-all-read")));
    }
    if one.safety_item.is_some() {
        blocks.push(Block::Paragraph(say!("sheet-harm")));
    }
    blocks.push(Block::Note(one.credit.clone()));
    if !is_test {
        blocks.push(Block::Strong(say!("sheet-for-the-clinic")));
        blocks.extend(for_the_clinic(one));
    }
    blocks
}

/// A place for the total, where there is one, and that the question about self-harm was looked at.
fn for_the_clinic(one: &Instrument) -> Vec<Block> {
    let total = match one.algorithm {
        Algorithm::Label => None,
        _ if !one.sites.is_empty() => None,
        _ => Some(written(say!("sheet-total"), total_of(one))),
    };
    let seen = one
        .safety_item
        .map(|number| ticked(say_with!("sheet-item-seen", [("number", number.into())])));
    let by = written(say!("sheet-entered-by"), String::new());
    total.into_iter().chain(seen).chain([by]).collect()
}

/// What stands behind the line for the total: "of 27 points".
fn total_of(one: &Instrument) -> String {
    match one.max {
        Some(max) => say_with!(
            "sheet-of",
            [("max", max.to_string().into()), ("unit", one.unit.clone().into())]
        ),
        None => one.unit.clone(),
    }
}

/// What a rating of pain is of, in boxes: now, or so of a period that is written on a line.
fn of_rating() -> Block {
    let kinds = [PainKind::Now, PainKind::Average, PainKind::Worst, PainKind::Least];
    Block::Questions(Questions {
        columns: Vec::new(),
        items: vec![
            Question {
                number: String::new(),
                text: say!("sheet-rating-kind"),
                ask: Ask::Choices(kinds.map(|kind| kind.word()).to_vec()),
            },
            Question {
                number: String::new(),
                text: say!("sheet-rating-period"),
                ask: Ask::Line(String::new()),
            },
        ],
    })
}

fn written(text: String, behind: String) -> Block {
    only(text, Ask::Line(behind))
}

fn ticked(text: String) -> Block {
    only(text, Ask::Tick)
}

fn only(text: String, ask: Ask) -> Block {
    Block::Questions(Questions {
        columns: Vec::new(),
        items: vec![Question {
            number: String::new(),
            text,
            ask,
        }],
    })
}

/// The questions as they are printed; of a rating of pain the one question for each place.
fn questions(one: &Instrument) -> Questions {
    let columns: Vec<String> = one.answers.iter().map(answer).collect();
    // Few answers that all share stand over columns; more are boxes under each question.
    let shared = one.items.len() > 1 && (2..=5).contains(&columns.len());
    let numbered = one.items.len() > 1;
    let sites: Vec<&Site> = one.sites.iter().filter(|site| **site != Site::NotSplit).collect();
    let items = match sites.is_empty() {
        true => (1..)
            .zip(&one.items)
            .map(|(number, item): (u32, _)| Question {
                number: match numbered {
                    true => format!("{number}."),
                    false => String::new(),
                },
                text: item.text.clone().unwrap_or_default(),
                ask: ask(one, item, shared),
            })
            .collect(),
        false => sites
            .iter()
            .flat_map(|site| one.items.iter().map(move |item| (**site, item)))
            .map(|(site, item)| Question {
                number: String::new(),
                text: say_with!(
                    "sheet-at-site",
                    [
                        ("site", sentence(&site.word()).into()),
                        ("question", item.text.clone().unwrap_or_default().into())
                    ]
                ),
                ask: ask(one, item, false),
            })
            .collect(),
    };
    Questions {
        columns: if shared { columns } else { Vec::new() },
        items,
    }
}

/// The answer as it is printed, with its points where it has some.
fn answer(choice: &Choice) -> String {
    match choice.points {
        Some(points) => say_with!(
            "sheet-answer",
            [
                ("text", choice.text.clone().into()),
                ("points", points.to_string().into())
            ]
        ),
        None => choice.text.clone(),
    }
}

fn ask(one: &Instrument, item: &Item, shared: bool) -> Ask {
    if !item.answers.is_empty() {
        return Ask::Choices(item.answers.iter().map(answer).collect());
    }
    match &one.algorithm {
        Algorithm::Ticks { .. } => return Ask::Tick,
        Algorithm::Activities => return Ask::Named(scale(item)),
        _ if shared => return Ask::Columns,
        _ if !one.answers.is_empty() => return Ask::Choices(one.answers.iter().map(answer).collect()),
        _ => {}
    }
    match item.max {
        Some(_) if !item.fractions => Ask::Scale(scale(item)),
        _ => Ask::Line(match one.algorithm {
            Algorithm::Value { unable: true } => {
                say_with!("sheet-or-unable", [("unit", one.unit.clone().into())])
            }
            _ => one.unit.clone(),
        }),
    }
}

/// Whole points from the least to the most.
fn scale(item: &Item) -> Scale {
    let max = item.max.unwrap_or(item.min);
    let mut points = Vec::new();
    let mut point = item.min;
    while point <= max {
        points.push(point.to_string());
        point += 1.0;
    }
    Scale {
        points,
        low: item.low.clone().unwrap_or_default(),
        high: item.high.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
