//! What was treated beside operations, what imaging found, where a cause of the pain is thought of, and which level a symptom
//! names.

use super::{
    Kind, MarkSide, Reason, Source, SpineMap,
    operated::{is_ahead, names_sacroiliac, place},
};
use crate::{
    fact::{
        Record,
        diagnosis::{self, Diagnosis},
        surgery::Procedure,
        treatment::{self, Treatment},
    },
    value::{
        level::{Levels, Target},
        standing::Standing,
        stated::StatedAs,
        text::Text,
    },
};
use chrono::NaiveDate;

/// The levels that a text names as a whole or at its end, or the joint that it names.
fn named_in(text: &Text) -> Option<Levels> {
    let whole = || text.as_str().parse::<Levels>().ok();
    let end = || text.as_str().parse::<Procedure>().ok().map(|one| one.levels);
    let joint = || names_sacroiliac(text.as_str()).then(|| Target::SacroiliacJoint.into());
    [whole(), end(), joint()]
        .into_iter()
        .flatten()
        .find(Levels::are_named)
}

/// The levels of a treatment: its own, else those that its target or its name tells in so many words.
fn levels_of(treatment: &Treatment) -> Levels {
    let told = || {
        let texts = treatment.target.iter().chain([&treatment.name]);
        texts.filter_map(named_in).next()
    };
    match treatment.levels.are_named() {
        true => treatment.levels.clone(),
        false => told().unwrap_or_else(|| treatment.levels.clone()),
    }
}

fn kind_of(kind: treatment::Kind) -> Option<Kind> {
    use treatment::Kind as Of;
    match kind {
        Of::Injection | Of::Block => Some(Kind::Injected),
        Of::Radiofrequency => Some(Kind::Radiofrequency),
        Of::Intervention | Of::IntrathecalTrial => Some(Kind::Treated),
        // Told by the register already, but where it tells of the treatment by none of its levels.
        Of::NeuromodulationTrial | Of::NeuromodulationImplant => Some(Kind::Stimulated),
        Of::Drug
        | Of::Physiotherapy
        | Of::ManualTherapy
        | Of::PhysicalModality
        | Of::Psychology
        | Of::PainManagement
        | Of::Other => None,
    }
}

pub(super) fn treatments(record: &Record, today: NaiveDate, map: &mut SpineMap) {
    for (at, treatment) in record.treatments.iter().enumerate() {
        let source = Source::Treatment(at);
        let Some(kind) = kind_of(treatment.kind).filter(|_| source.stands(record)) else {
            continue;
        };
        // What leaves something in the body is drawn as that.
        if map.tells_of(source) {
            continue;
        }
        let what = Some(&treatment.name);
        let ahead = is_ahead(record, &treatment.started, today);
        let levels = levels_of(treatment);
        if ahead || treatment.standing(today) == Standing::NotBegun {
            map.set_aside(source, what, Reason::NotDone);
        } else if !levels.are_named() {
            map.set_aside(source, what, Reason::NoLevel);
        } else {
            let side = MarkSide::from(&treatment.side);
            for target in levels.targets() {
                place(map, (kind, side, *target), source, what);
            }
        }
    }
}

pub(super) fn imaging(record: &Record, map: &mut SpineMap) {
    for (at, note) in record.imaging.iter().enumerate() {
        for (number, finding) in note.findings.iter().enumerate() {
            let source = Source::Finding(at, number);
            if !source.stands(record) {
                continue;
            }
            let what = finding.what.as_ref();
            if finding.stated() == StatedAs::NotAssessable {
                map.set_aside(source, what, Reason::NotAssessable);
                continue;
            }
            let levels = match finding.levels.are_named() {
                true => finding.levels.clone(),
                false => what.and_then(named_in).unwrap_or_default(),
            };
            if !levels.are_named() {
                map.set_aside(source, what, Reason::NoLevel);
                continue;
            }
            let kind = match finding.is_seen() {
                true => Kind::Finding,
                false => Kind::Imaged,
            };
            let side = MarkSide::from(&finding.side);
            for target in levels.targets() {
                place(map, (kind, side, *target), source, what);
            }
        }
    }
}

/// The levels of a cause that is thought of or confirmed. What was excluded is none, the pain itself and its causes without a
/// level have no place, and that another level was operated on is told of the operation.
fn levels_of_cause(cause: &Diagnosis) -> Option<Levels> {
    let joint = || (cause.kind == diagnosis::Kind::SacroiliacJoint).then(|| Target::SacroiliacJoint.into());
    let is_cause =
        cause.is_open() && !cause.is_told_neutrally() && cause.kind != diagnosis::Kind::PersistentPain;
    match cause.levels.are_named() {
        _ if !is_cause => None,
        true => Some(cause.levels.clone()),
        false => joint(),
    }
}

pub(super) fn causes(record: &Record, map: &mut SpineMap) {
    for (at, cause) in record.diagnoses.iter().enumerate() {
        let source = Source::Diagnosis(at);
        let Some(levels) = levels_of_cause(cause).filter(|_| source.stands(record)) else {
            continue;
        };
        let side = MarkSide::from(&cause.side);
        for target in levels.targets() {
            place(map, (Kind::Cause, side, *target), source, cause.words.as_ref());
        }
    }
}

/// A symptom has a place where its site names a level, and is no matter of the map where it does not.
pub(super) fn symptoms(record: &Record, map: &mut SpineMap) {
    for (at, symptom) in record.symptoms.iter().enumerate() {
        let source = Source::Symptom(at);
        let Some(levels) = named_in(&symptom.site).filter(|_| source.stands(record)) else {
            continue;
        };
        let side = MarkSide::from(&symptom.side);
        for target in levels.targets() {
            place(map, (Kind::Painful, side, *target), source, Some(&symptom.site));
        }
    }
}
