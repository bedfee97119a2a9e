//! What was tried, the least invasive first, and what came of it: relief as the patient put it in percent, the patient's own
//! impression of change, that it made things worse, why it ended. What was told in words stays in the record.

use super::{Fullness, more};
use crate::{
    letter::{About, listed, treatments::chosen},
    overview,
    words::{Word, joined, plain, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Interval, Response, Standing, Treatment, When, treatment::StopReason, when::Point,
};
use lamina_letters::Block;

pub(in crate::letter) fn tried(about: &About<'_>, fullness: Fullness) -> Vec<Block> {
    let (record, today) = (about.record, about.today);
    let all = record.treatments.len();
    if all == 0 {
        return vec![Block::Paragraph(say!("copy-tried-none"))];
    }
    let chosen = chosen(record, fullness);
    let told = chosen.iter().map(|(_, one)| line(one, today, fullness));
    let mut blocks = listed(told.chain(more(chosen.len(), all)));
    let relief = chosen
        .iter()
        .any(|(_, one)| relief(one).is_some_and(|percent| percent > 0));
    let without = chosen.iter().any(|(_, one)| came(one).is_none());
    // A tight copy leaves this to who talks it over.
    let tight = fullness > Fullness::Short;
    let said = [
        (relief && !tight).then(|| say!("copy-tried-relief")),
        without.then(|| say!("copy-tried-without")),
    ];
    blocks.extend(joined(said, " ").map(Block::Paragraph));
    blocks
}

/// "Medicine: pregabalin (Jan 2022 to Aug 2022): about 30 % less pain, stopped because of side effects". What came of it is left
/// out where nobody recorded it, or only words tell it.
fn line(one: &Treatment, today: NaiveDate, fullness: Fullness) -> String {
    // Of a time that is told by another entry of the record the patient knows nothing.
    let is_date = |when: &When| matches!(when.point, Point::Date(_));
    let dated = is_date(&one.started) && (one.ended.is_unknown() || is_date(&one.ended));
    let when = (dated && fullness < Fullness::Tight).then(|| overview::when(one));
    let standing = one.standing(today);
    let goes_on = (standing == Standing::Running).then(|| say!("copy-goes-on"));
    let came = joined([came(one), stopped(one), goes_on], ", ");
    let name = one.name.to_string();
    let what = match when {
        Some(when) => say_with!("copy-dated", [("what", name.into()), ("when", when.into())]),
        None => name,
    };
    let part = |label: String, text: String| {
        say_with!(
            "letter-decision-part",
            [("label", label.into()), ("text", text.into())]
        )
    };
    let line = part(plain::treatment(one.kind), what);
    match came {
        Some(came) => part(line, came),
        None => line,
    }
}

/// The percent of the last response; nothing where it was told otherwise.
fn relief(one: &Treatment) -> Option<u8> {
    let last = one.course().last?;
    last.relief.value().map(|relief| relief.percent())
}

/// What came of it by its last response; nothing where that was told in words alone.
fn came(one: &Treatment) -> Option<String> {
    let last = one.course().last?;
    let relief = last.relief.value().map(|relief| match relief.percent() {
        0 => say!("copy-came-none"),
        percent => say_with!(
            "copy-came-relief",
            [("relief", u32::from(percent).to_string().into())]
        ),
    });
    let impression = match &last.impression {
        Answer::Value(one) => Some(say_with!("copy-came-felt", [("how", one.word().into())])),
        Answer::Missing(_) => None,
    };
    let told = [
        last.worsened.then(|| say!("copy-came-worse")),
        relief,
        lasted(last),
        impression,
    ];
    joined(told, ", ")
}

/// For how long, where that is a time and no story.
fn lasted(response: &Response) -> Option<String> {
    let time: Interval = response.lasted.as_ref()?.as_str().parse().ok()?;
    Some(say_with!("copy-came-lasted", [("time", time.to_string().into())]))
}

/// Why it ended, where the patient is told so.
fn stopped(one: &Treatment) -> Option<String> {
    Some(match one.stopped.value()? {
        StopReason::Ineffective => say!("copy-stopped-ineffective"),
        StopReason::AdverseEffect => say!("copy-stopped-adverse-effect"),
        StopReason::PatientChoice => say!("copy-stopped-patient-choice"),
        StopReason::Completed => say!("copy-stopped-completed"),
        StopReason::Cost => say!("copy-stopped-cost"),
        StopReason::Contraindication => say!("copy-stopped-contraindication"),
        StopReason::LostToFollowUp | StopReason::Other => return None,
    })
}
