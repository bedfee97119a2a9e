//! What operations did, procedure by procedure, each at its own levels or at those of the whole. What an operation left in
//! the body is told by the register of implants and by nothing else.

use super::{Kind, Mark, MarkSide, Place, Reason, Source, SpineMap, Standing, place::place_of};
use crate::{
    fact::{
        Record,
        surgery::{Procedure, Region, Surgery},
    },
    rule::gate::register::{Done, Facts, Times, done, leaves, may_leave},
    value::{
        level::{Levels, Target},
        text::Text,
        when::{Point, When},
    },
};
use chrono::NaiveDate;

/// The joint between sacrum and ilium as names have it.
pub(super) fn names_sacroiliac(text: &str) -> bool {
    let low = text.to_lowercase();
    let words: Vec<&str> = low.split(|c: char| !c.is_alphanumeric()).collect();
    let joint = words
        .windows(2)
        .any(|pair| matches!(pair, ["si", "joint" | "joints" | "fusion"]));
    joint
        || words
            .iter()
            .any(|word| word.starts_with("sacroiliac") || *word == "sij")
}

/// The levels at which a procedure was done: its own, the joint that its name tells, or those of the operation.
pub(super) fn levels_of(surgery: &Surgery, procedure: &Procedure) -> Levels {
    let joint = names_sacroiliac(procedure.as_str());
    let own = &procedure.levels;
    let sacroiliac = surgery.region == Some(Region::Sacroiliac) && !surgery.all_levels().are_named();
    match own.is_empty() {
        false => own.clone(),
        true if joint || sacroiliac => Target::SacroiliacJoint.into(),
        true => surgery.levels.clone(),
    }
}

/// Whether all of an operation surely lies ahead of that day.
pub(super) fn is_ahead(record: &Record, when: &When, today: NaiveDate) -> bool {
    let (from, _) = when.bounds();
    match when.point {
        Point::Date(_) | Point::Between(..) | Point::After(_) => from.is_some_and(|from| from > today),
        _ => times(record, today)
            .span(when)
            .is_some_and(|(from, _)| from > today),
    }
}

pub(super) fn times(record: &Record, today: NaiveDate) -> Times<'_> {
    Times::of(&Facts::of(record, today))
}

/// Whether an operation counts: it stands and does not lie ahead.
pub(super) fn counts(record: &Record, at: usize, today: NaiveDate) -> bool {
    let source = Source::Operation(at);
    source.stands(record) && !is_ahead(record, &source.when(record), today)
}

pub(super) fn operations(record: &Record, today: NaiveDate, map: &mut SpineMap) {
    for (at, surgery) in record.surgeries.iter().enumerate() {
        let source = Source::Operation(at);
        if !source.stands(record) {
            continue;
        }
        let ahead = is_ahead(record, &surgery.when, today);
        for procedure in &surgery.procedures {
            let done = done(procedure);
            if ahead || done.contains(&Done::Intended) {
                map.set_aside(source, Some(&procedure.name), Reason::NotDone);
            } else {
                one(map, source, surgery, procedure, &done);
            }
        }
    }
}

fn one(map: &mut SpineMap, source: Source, surgery: &Surgery, procedure: &Procedure, done: &[Done]) {
    let levels = levels_of(surgery, procedure);
    let what = Some(&procedure.name);
    if !levels.are_named() {
        map.set_aside(source, what, Reason::NoLevel);
        return;
    }
    let mut kinds: Vec<Kind> = done.iter().filter_map(kind).collect();
    // A disc is always taken away where another comes in its place or its vertebrae are joined by that same operation.
    if kinds.contains(&Kind::Fused) {
        kinds.retain(|kind| *kind != Kind::DiscRemoved);
    }
    if kinds.is_empty() && leaves(procedure).is_empty() {
        kinds.push(Kind::Operated);
    }
    let side = MarkSide::from(&surgery.side);
    for kind in kinds {
        for target in levels.targets() {
            place(map, (kind, side, *target), source, what);
        }
    }
}

/// An operation that told of nothing but what it left is drawn as that.
pub(super) fn told_by_implants(record: &Record, map: &mut SpineMap) {
    let left: Vec<(Place, Option<Source>)> = map
        .marks
        .iter()
        .filter(|mark| mark.kind.is_implant())
        .map(|mark| (mark.place, mark.sources.first().copied()))
        .collect();
    map.marks.retain(|mark| {
        let drawn = left.contains(&(mark.place, mark.sources.first().copied()));
        let leaves = || {
            mark.sources
                .first()
                .is_some_and(|source| named_leave(record, *source, mark))
        };
        mark.kind != Kind::Operated || !drawn || !leaves()
    });
}

/// Whether each procedure that a mark names may have left something.
fn named_leave(record: &Record, source: Source, mark: &Mark) -> bool {
    let Source::Operation(at) = source else {
        return false;
    };
    let procedures = record.surgeries.get(at).map(|one| one.procedures.as_slice());
    let mut named = procedures
        .unwrap_or_default()
        .iter()
        .filter(|one| mark.named.contains(&one.name));
    named.all(|one| may_leave(one, None))
}

/// An operation of which nothing is told yet, such as one whose implant another fact tells of, is drawn as an operation.
pub(super) fn rest(record: &Record, today: NaiveDate, map: &mut SpineMap) {
    for (at, surgery) in record.surgeries.iter().enumerate() {
        let source = Source::Operation(at);
        if map.tells_of(source) || !counts(record, at, today) {
            continue;
        }
        for procedure in &surgery.procedures {
            for target in levels_of(surgery, procedure).targets() {
                let mark = (Kind::Operated, MarkSide::from(&surgery.side), *target);
                place(map, mark, source, Some(&procedure.name));
            }
        }
    }
}

fn kind(done: &Done) -> Option<Kind> {
    match done {
        Done::Fused => Some(Kind::Fused),
        Done::Decompressed => Some(Kind::Decompressed),
        Done::DiscRemoved => Some(Kind::DiscRemoved),
        Done::Augmented => Some(Kind::Augmented),
        Done::TookOut => Some(Kind::TookOut),
        Done::Intended => None,
    }
}

/// What is between two bones needs a segment; on the way to the pelvis nothing is joined that has one.
fn misfit(kind: Kind, place: Place) -> Option<Reason> {
    let between = matches!(kind, Kind::Fused | Kind::Cage | Kind::Replaced | Kind::Spacer);
    let held = matches!(place, Place::Interspace(..) | Place::SacroiliacJoint);
    (between && !held).then_some(Reason::NoSegment)
}

/// Puts a mark where a level names a place, else sets its fact aside.
pub(super) fn place(
    map: &mut SpineMap,
    (kind, side, target): (Kind, MarkSide, Target),
    source: Source,
    what: Option<&Text>,
) {
    let placed = place_of(&target, map.sixth_lumbar);
    match placed.and_then(|place| misfit(kind, place).map_or(Ok(place), Err)) {
        // Of "L2-pelvis" the last step is no segment; the others are drawn.
        Err(Reason::NoSegment) if matches!(target, Target::ToPelvis(_)) => {}
        Ok(place) => map.add(Mark {
            kind,
            place,
            side,
            target,
            named: what.cloned().into_iter().collect(),
            sources: vec![source],
            standing: Standing::Stands,
        }),
        Err(reason) => map.set_aside(source, what, reason),
    }
}
