//! Devices, blood thinners and checks in a letter: the MRI status of everything in the body as a whole, each blood thinner
//! with what is not recorded about it, the checks before injections, and the counts. Nothing there is said to be so.

use super::{say, source::mark};
use crate::{
    gates::{counts, implants, intervention, register, said, thinners as thinners_of, unexplained},
    record::Record,
    words::{self, Word, joined, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Device, PartialDate,
    gate::{bleeding, injection, mri},
    implant::{MriStatus, Part, PartState},
};
use lamina_letters::Block;

/// The section. It is printed also where nothing is recorded.
pub(super) fn safety(record: &Record, today: NaiveDate) -> Vec<Block> {
    let register = register(record, today);
    let notice = mri::notice(&register);
    let mut said = vec![implants::headline(&notice)];
    said.extend(implants::lines_together(record, &notice));
    let mut lines = vec![say_with!(
        "letter-safety-mri",
        [("notice", said.join(" ").into())]
    )];
    lines.extend(record.devices.iter().map(|one| device(one, today)));
    lines.extend(implants::no_longer_there(record, today));
    lines.extend(thinners(record, today));
    lines.extend(checks(record));
    lines.extend(counts(record, today, false));
    vec![Block::List(lines)]
}

/// The MRI labelling of a part, with its conditions.
fn labelling(part: &Part) -> String {
    match &part.mri {
        MriStatus::Safe => say!("value-mri-safe"),
        MriStatus::Unsafe => say!("value-mri-unsafe"),
        MriStatus::Unknown => say!("value-mri-unknown"),
        MriStatus::Conditional(label) => {
            let given = [&label.field, &label.body, &label.mode];
            let given = given.into_iter().map(|one| one.as_ref().map(ToString::to_string));
            joined([Some(say!("value-mri-conditional")), joined(given, ", ")], ": ").unwrap_or_default()
        }
    }
}

/// A device: maker and numbers, when it came in and out, and each part with its state and labelling. Parts of which the
/// same is known stand together.
fn device(device: &Device, today: NaiveDate) -> String {
    let texts = [&device.maker, &device.model, &device.serial, &device.udi];
    let known: Vec<String> = texts.into_iter().flatten().map(ToString::to_string).collect();
    let known = match known.is_empty() {
        true => say!("letter-safety-label-not-recorded"),
        false => known.join(", "),
    };
    let line = say_with!(
        "letter-safety-device",
        [
            ("name", device.name.to_string().into()),
            ("known", known.into()),
            ("implanted", device.implanted.to_string().into()),
        ],
    );
    let line = match device.removed.is_unknown() {
        true => line,
        false => say_with!(
            "letter-safety-device-out",
            [("line", line.into()), ("when", device.removed.to_string().into())],
        ),
    };
    // What was in use, or of which nobody said, went out with the system; what was left behind is told as it is.
    let out = device.removed.span().is_some_and(|(_, to)| to <= today);
    let mut parts: Vec<(String, String)> = Vec::new();
    for part in &device.parts {
        let state = match part.state {
            PartState::InUse | PartState::Unknown if out => PartState::Removed,
            state => state,
        };
        let (name, is) = (
            implants::part(part),
            format!("{}, {}", state.word(), labelling(part)),
        );
        match parts.iter_mut().find(|(_, known)| *known == is) {
            Some((names, _)) => {
                names.push_str(", ");
                names.push_str(&name);
            }
            None => parts.push((name, is)),
        }
    }
    let parts = parts.into_iter().map(|(names, is)| {
        Some(say_with!(
            "letter-safety-part",
            [("name", names.into()), ("is", is.into())],
        ))
    });
    let note = device.note.as_ref().map(ToString::to_string);
    joined(
        [Some(line), joined(parts, "; "), note, mark(device.told_by)],
        "; ",
    )
    .unwrap_or_default()
}

/// Every blood thinner with what contradicts it and what is not recorded, and the class of the intervention that was last
/// asked about. It names no days.
fn thinners(record: &Record, today: NaiveDate) -> Vec<String> {
    let register = thinners_of(record, today);
    let last = record.checks.iter().max_by_key(|one| one.asked_on);
    let before = last
        .and_then(|one| one.intervention.as_ref())
        .map(ToString::to_string);
    let renal = bleeding::renal_function(
        record.readings.iter().map(|one| &one.fact),
        record.scores.iter().map(|one| &one.fact),
        today,
    );
    let notice = bleeding::notice(
        &register,
        before.as_deref().unwrap_or_default(),
        &record.surgeries,
        &unexplained(record, today),
        renal,
    );
    let said = said(&notice, &record.surgeries);
    let mut lines: Vec<String> = match register.answer() {
        Answer::Missing(missing) => {
            vec![say_with!(
                "letter-safety-thinners",
                [("text", missing.word().into())],
            )]
        }
        Answer::Value(_) => said
            .lines
            .into_iter()
            .map(|one| say_with!("letter-safety-thinners", [("text", one.into())]))
            .collect(),
    };
    if !said.missing.is_empty() {
        let missing = said.missing.join("; ");
        lines.push(say_with!("letter-safety-missing", [("missing", missing.into())]));
    }
    lines.extend(match (before, said.class) {
        (Some(id), Some(class)) => Some(say_with!(
            "letter-safety-class",
            [("what", intervention(&id).into()), ("class", class.into())],
        )),
        (Some(id), None) => Some(say_with!(
            "letter-safety-class-not-on-file",
            [("what", intervention(&id).into())],
        )),
        (None, _) if !register.entries.is_empty() => Some(say!("letter-safety-no-class")),
        (None, _) => None,
    });
    lines
}

fn checks(record: &Record) -> Vec<String> {
    let Some(last) = record.checks.iter().max_by_key(|one| one.asked_on) else {
        return vec![say!("letter-safety-no-checks")];
    };
    let named = last.intervention.as_ref().map(lamina_domain::Text::as_str);
    let what = named.map_or_else(|| say!("letter-safety-intervention-not-said"), intervention);
    let outcome = injection::outcome([&last.fact], named.unwrap_or_default(), last.asked_on);
    vec![say_with!(
        "letter-safety-checks",
        [
            ("day", PartialDate::Day(last.asked_on).to_string().into()),
            ("what", what.into()),
            ("outcome", words::safety::answers(&outcome).into()),
        ],
    )]
}
