//! Devices, blood thinners and checks in a letter: the MRI status of everything in the body as a whole, each blood thinner
//! with what is not recorded about it, the checks before injections, and the counts. Nothing there is said to be so.

use super::{
    About,
    fullness::{Fullness, Passage, differ},
    say,
    source::mark,
};
use crate::{
    gates::{counts, implants, intervention, register, said, thinners as thinners_of, unexplained},
    record::Record,
    words::{self, Word, joined, message, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Device, PartialDate,
    gate::{bleeding, injection, mri},
    implant::PartState,
};
use lamina_letters::Block;

/// The section. It is printed also where nothing is recorded. From short on a device is told without its numbers; the MRI
/// status of its parts, blood thinners and what is not recorded about them are always told.
pub(super) fn safety(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, today) = (about.record, about.today);
    let register = register(record, today);
    let notice = mri::notice(&register);
    let mut said = vec![implants::headline(&notice)];
    said.extend(match fullness < Fullness::Tight {
        true => implants::lines_together(record, &notice),
        false => implants::lines_in_short(record, &notice),
    });
    let mut lines = vec![say_with!(
        "letter-safety-mri",
        [("notice", said.join(" ").into())]
    )];
    let devices = |short: bool| -> Vec<String> {
        let each = record.devices.iter().map(|one| device(one, today, short));
        each.collect()
    };
    let told = devices(fullness > Fullness::Usual);
    let cut = match fullness < Fullness::Tight {
        true => differ(&told, &devices(false)),
        false => told.len(),
    };
    // The status of their parts stands in what is said of MRI.
    if fullness < Fullness::Tight {
        lines.extend(told);
    }
    let out = implants::no_longer_there(record, today);
    match fullness {
        Fullness::Whole | Fullness::Usual => lines.extend(out),
        Fullness::Short => lines.extend(joined(out.into_iter().map(Some), " ")),
        _ if out.is_empty() => {}
        _ => lines.push(say_with!(
            "letter-safety-out-count",
            [("count", out.len().into())]
        )),
    }
    let (thinners, class) = thinners(record, today);
    lines.extend(thinners);
    lines.extend(class.clone().filter(|_| fullness < Fullness::Tight));
    lines.extend(checks(record));
    let counts = counts(record, today, false);
    let lines_of_counts = counts.len();
    let mut counted = lines_of_counts;
    match fullness {
        Fullness::Whole | Fullness::Usual => lines.extend(counts),
        Fullness::Short => lines.extend(joined(counts.into_iter().map(Some), " ")),
        // That nothing was injected is one line as well.
        _ if lines_of_counts == 1 => lines.extend(counts),
        _ => counted = 0,
    }
    let block = match fullness < Fullness::Tight {
        true => Block::List(lines),
        false => Block::Paragraph(in_one(lines)),
    };
    Passage::from(vec![block])
        .shortened(message!("letter-left-devices"), cut)
        .without(message!("letter-left-counts"), counted, lines_of_counts)
        .without(
            message!("letter-left-classes"),
            usize::from(class.is_some() && fullness < Fullness::Tight),
            usize::from(class.is_some()),
        )
}

/// The lines as sentences of one paragraph.
fn in_one(lines: Vec<String>) -> String {
    let sentences = lines
        .into_iter()
        .map(|line| Some(format!("{}.", line.trim_end_matches('.'))));
    joined(sentences, " ").unwrap_or_default()
}

/// A device: maker and numbers, when it came in and out, and each part with its state and labelling. Parts of which the
/// same is known stand together. A short line leaves out serial numbers and notes.
fn device(device: &Device, today: NaiveDate, short: bool) -> String {
    let numbers = [&device.serial, &device.udi].into_iter().filter(|_| !short);
    let texts = [&device.maker, &device.model].into_iter().chain(numbers);
    let known: Vec<String> = texts.flatten().map(ToString::to_string).collect();
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
            format!("{}, {}", state.word(), implants::labelling(&part.mri)),
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
    let note = device.note.as_ref().filter(|_| !short).map(ToString::to_string);
    joined(
        [Some(line), joined(parts, "; "), note, mark(device.told_by)],
        "; ",
    )
    .unwrap_or_default()
}

/// Every blood thinner with what contradicts it and what is not recorded; and the class of the intervention that was last asked
/// about. It names no days.
fn thinners(record: &Record, today: NaiveDate) -> (Vec<String>, Option<String>) {
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
    let class = match (before, said.class) {
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
    };
    (lines, class)
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
