//! What lies in the spine or was taken out of it, by the register of implants, at the levels of the operation or treatment
//! that put it in.

use super::{
    Kind, Mark, MarkSide, Reason, Source, SpineMap, Standing,
    operated::{counts, is_ahead, levels_of, place},
    place::is_nerve,
};
use crate::{
    fact::{Record, surgery::Surgery, treatment},
    rule::gate::register::{self, Done, Doubt, Entry, Out, Register, done_by, leaves, may_leave},
    value::{
        implant::{Family, ImplantKind, Part, PartState},
        level::{Levels, Target},
    },
};
use chrono::NaiveDate;

impl From<register::Source> for Source {
    fn from(source: register::Source) -> Self {
        match source {
            register::Source::Device(at) => Self::Device(at),
            register::Source::Treatment(at) => Self::Treatment(at),
            register::Source::Operation(at) | register::Source::OperationName(at) => Self::Operation(at),
            register::Source::Background | register::Source::Condition => Self::Background,
        }
    }
}

pub(super) fn implants(record: &Record, today: NaiveDate, register: &Register, map: &mut SpineMap) {
    for entry in register.entries.iter().filter(|entry| entry.is_of_spine()) {
        for source in ahead(record, entry, today) {
            map.set_aside(source, entry.name.as_ref(), Reason::NotDone);
        }
        let sources = sources(record, entry, today);
        if sources.is_empty() {
            continue;
        }
        let levels = levels(record, entry);
        if !levels.are_named() {
            // An operation that has no level is named as such already, and so is a medicine that has none.
            let named = |one: &Source| matches!(one, Source::Operation(_)) || is_medicine(record, &[*one]);
            for source in sources.iter().filter(|one| !named(one)) {
                map.set_aside(*source, entry.name.as_ref(), Reason::NoLevel);
            }
            continue;
        }
        let side = side(record, &sources);
        for (kind, standing) in kinds(record, entry) {
            for target in levels.targets() {
                add(map, entry, (kind, standing), (*target, side), &sources);
            }
        }
    }
}

fn add(
    map: &mut SpineMap,
    entry: &Entry,
    (kind, standing): (Kind, Standing),
    (target, side): (Target, MarkSide),
    sources: &[Source],
) {
    let Some(first) = sources.first() else { return };
    // Beside a nerve a lead lies on a side; in the canal, and as metal, none is asked for.
    let side = if is_nerve(&target) || target == Target::SacroiliacJoint {
        side
    } else {
        MarkSide::NotApplicable
    };
    let mut own = SpineMap {
        sixth_lumbar: map.sixth_lumbar,
        ..SpineMap::default()
    };
    place(&mut own, (kind, side, target), *first, entry.name.as_ref());
    for mark in own.marks {
        map.add(Mark {
            standing,
            sources: sources.to_vec(),
            ..mark
        });
    }
    for one in own.unplaced {
        for source in sources {
            map.set_aside(*source, one.what.as_ref(), one.reason);
        }
    }
}

/// The treatments that tell of a thing and lie ahead. Operations are told of where they are read.
fn ahead(record: &Record, entry: &Entry, today: NaiveDate) -> Vec<Source> {
    let sources = entry.sources.iter().map(|source| Source::from(*source));
    sources
        .filter(|one| matches!(one, Source::Treatment(_)))
        .filter(|one| one.stands(record) && is_ahead(record, &one.when(record), today))
        .collect()
}

/// The facts that tell of a thing and count; none where the operation that put it in lies ahead or was not done.
fn sources(record: &Record, entry: &Entry, today: NaiveDate) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    for source in entry.sources.iter().map(|source| Source::from(*source)) {
        let tells = match source {
            Source::Operation(at) => {
                let done = record.surgeries.get(at).is_some_and(|surgery| {
                    let mut procedures = surgery.procedures.iter();
                    procedures.any(|one| !done_by(one.as_str()).contains(&Done::Intended))
                });
                counts(record, at, today) && done
            }
            Source::Treatment(_) => !is_ahead(record, &source.when(record), today),
            // What is noted in words alone has no level and is told among the hints.
            Source::Background => false,
            _ => true,
        };
        if tells && source.stands(record) && !all.contains(&source) {
            all.push(source);
        }
    }
    // The fact that knows the level stands first.
    all.sort_by_key(|source| match source {
        Source::Operation(_) => 0,
        Source::Treatment(_) => 1,
        _ => 2,
    });
    all
}

/// Where a thing is: at the levels of the procedures that leave such a thing, else at those of the operation or treatment.
fn levels(record: &Record, entry: &Entry) -> Levels {
    let operations = || {
        entry
            .sources
            .iter()
            .filter_map(|source| match Source::from(*source) {
                Source::Operation(at) => record.surgeries.get(at),
                _ => None,
            })
    };
    let told = operations().map(|surgery| of_operation(surgery, entry.family));
    let whole = operations().map(|surgery| surgery.levels.clone());
    told.chain([entry.levels.clone()])
        .chain(whole)
        .find(Levels::are_named)
        .unwrap_or_default()
}

fn of_operation(surgery: &Surgery, family: Family) -> Levels {
    let procedures = surgery.procedures.iter();
    let levels: Vec<Levels> = procedures
        .filter(|one| may_leave(one.as_str(), Some(family)))
        .map(|one| levels_of(surgery, one))
        .collect();
    Levels::together(&levels)
}

fn side(record: &Record, sources: &[Source]) -> MarkSide {
    let told = sources.iter().find_map(|source| match source {
        Source::Operation(at) => record.surgeries.get(*at).map(|one| &one.side),
        Source::Treatment(at) => record.treatments.get(*at).map(|one| &one.side),
        _ => None,
    });
    told.map_or(MarkSide::NotKnown, MarkSide::from)
}

/// A pump of which a medicine alone tells.
fn is_medicine(record: &Record, sources: &[Source]) -> bool {
    let drug = |at: &usize| {
        let treatment = record.treatments.get(*at);
        treatment.is_some_and(|one| one.kind == treatment::Kind::Drug)
    };
    sources
        .iter()
        .all(|source| matches!(source, Source::Treatment(at) if drug(at)))
}

/// What a thing is on the map, part by part. A fusion that may have left metal and does not say so shows none.
fn kinds(record: &Record, entry: &Entry) -> Vec<(Kind, Standing)> {
    let mut all: Vec<(Kind, Standing)> = Vec::new();
    for part in &entry.parts {
        let Some(kind) = kind(record, entry, part) else {
            continue;
        };
        let one = (kind, standing(entry, part));
        if !all.contains(&one) {
            all.push(one);
        }
    }
    // A system whose parts differ is drawn once: as lying there while any of it does.
    if all.iter().any(|(kind, standing)| {
        let other = |one: &(Kind, Standing)| one.0 == *kind && one.1 != *standing;
        *standing == Standing::Stands && all.iter().any(other)
    }) {
        all.retain(|(_, standing)| *standing == Standing::Stands);
    }
    all
}

fn kind(record: &Record, entry: &Entry, part: &Part) -> Option<Kind> {
    let named = || {
        let name_alone = |source: &register::Source| match source {
            register::Source::OperationName(at) => record.surgeries.get(*at),
            _ => None,
        };
        let operation = entry.sources.first().and_then(name_alone);
        operation.is_none_or(|surgery| {
            let mut procedures = surgery.procedures.iter();
            procedures.any(|one| leaves(one.as_str()).contains(&Family::Metal))
        })
    };
    match (entry.family, part.kind) {
        (_, ImplantKind::Cage) => Some(Kind::Cage),
        (_, ImplantKind::PlateOrHook) => Some(Kind::Plate),
        (_, ImplantKind::CementOrGraft) => None,
        (Family::Metal, _) => named().then_some(Kind::Instrumented),
        (Family::Disc, _) => Some(Kind::Replaced),
        (Family::Interspinous, _) => Some(Kind::Spacer),
        (Family::Stimulator, _) => Some(Kind::Stimulated),
        (Family::Pump, _) => Some(Kind::Catheter),
        (Family::Other, _) => Some(Kind::Instrumented),
        (Family::Heart, _) => None,
    }
}

fn standing(entry: &Entry, part: &Part) -> Standing {
    let out = match entry.standing {
        register::Standing::Out(Out::By(at)) => Some(Some(at)),
        register::Standing::Out(_) => Some(None),
        _ if part.state == PartState::Removed => Some(None),
        _ => None,
    };
    let doubt = entry.doubts.iter().any(|doubt| {
        matches!(
            doubt,
            Doubt::OutNotCertain(_) | Doubt::OutNotSaid(_) | Doubt::StillNamed(_)
        )
    });
    match out {
        // Of a trial nobody recorded that it is over.
        _ if doubt || entry.standing == register::Standing::Trial => Standing::MayBeOut,
        Some(by) => Standing::TakenOut(by),
        None => Standing::Stands,
    }
}
