//! The conditions and the background of a letter: what is there, what was asked and is not known or not there, and how somebody
//! lives, in one short paragraph with the day of each answer.

use super::{
    asked,
    fullness::{Fullness, Passage},
    labelled,
};
use crate::{
    circumstances, conditions,
    record::Record,
    words::{joined, message, say, say_with},
};
use lamina_api::shown::Detail;
use lamina_domain::{Answer, Missing, Reply};
use lamina_letters::Block;

/// Everything, or from short on what changes how somebody is treated or talked to: work, smoking, care, capacity, language,
/// hearing and sight.
pub(super) fn background(record: &Record, fullness: Fullness) -> Passage {
    let register = &record.background;
    let others = match &register.conditions {
        Answer::Missing(Missing::NotAsked) => None,
        answer => Some(asked(answer)),
    };
    let with = |reply| conditions::with(register, reply);
    let not_known = joined([with(Reply::Unknown), with(Reply::Declined)], "; ");
    let lives = circumstances::standing(record);
    // What was told later of the occupation takes the place of what stands with the person.
    let occupation = say!("shown-circumstance-occupation");
    let told_later = lives.iter().any(|one| one.label == occupation);
    let lines: Vec<String> = [
        labelled(&say!("letter-conditions-present"), with(Reply::Yes)),
        labelled(&say!("letter-other-conditions"), others),
        labelled(&say!("letter-conditions-not-known"), not_known),
        labelled(&say!("letter-conditions-not-there"), with(Reply::No)),
        labelled(
            &say!("letter-occupation"),
            record
                .patient
                .occupation
                .as_ref()
                .filter(|_| !told_later)
                .map(ToString::to_string),
        ),
        record.patient.note.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.push(match fullness > Fullness::Usual {
            true => Block::Paragraph(format!(
                "{}.",
                joined(lines.into_iter().map(Some), "; ")
                    .unwrap_or_default()
                    .trim_end_matches('.')
            )),
            false => Block::List(lines),
        });
    }
    let all = lives.len();
    let shown: Vec<Detail> = lives
        .into_iter()
        .filter(|one| fullness < Fullness::Short || !seldom_needed(&one.label))
        .collect();
    let count = shown.len();
    let told = shown.into_iter().map(|one| {
        Some(say_with!(
            "letter-decision-part",
            [("label", one.label.into()), ("text", one.text.into())]
        ))
    });
    blocks.extend(joined(told, ". ").map(|told| Block::Paragraph(format!("{told}."))));
    Passage::from(blocks).without(message!("letter-left-circumstances"), count, all)
}

/// Whether a short letter leaves out what is known of this.
fn seldom_needed(label: &str) -> bool {
    let seldom = [
        say!("shown-circumstance-claim"),
        say!("shown-circumstance-home"),
        say!("shown-circumstance-driving"),
        say!("shown-circumstance-mental-health"),
        say!("shown-circumstance-family-history"),
    ];
    seldom.iter().any(|one| one == label)
}

/// That nobody asked about conditions, for the line of what is not recorded; nothing where the whole section stands there.
pub(super) fn not_asked(record: &Record) -> Option<String> {
    let register = &record.background;
    let unasked = register.conditions.is_not_asked() && register.comorbidities.is_empty();
    let missing = unasked && !background(record, Fullness::Whole).body.is_empty();
    missing.then(|| say!("letter-other-conditions"))
}
