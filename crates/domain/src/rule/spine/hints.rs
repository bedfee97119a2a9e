//! How the levels of a record fit each other, as information with the facts it names; never a verdict. What surely came
//! before a fusion says nothing of it. Where transitional anatomy is named, no level of the low back is compared.

use super::{
    Kind, Mark, Place, Source, SpineMap,
    operated::times,
    place::{is_nerve, joints, next_to},
};
use crate::{
    fact::{Record, imaging::FindingKind},
    rule::gate::register::{Moment, Register, Times, names_metal},
    value::{
        level::Levels,
        text::Text,
        when::{Anchor, Reference},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Whether what a hint compares surely came after the fusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// It surely came after it.
    After,
    /// The record does not tell which was first.
    NotKnown,
}

/// Something that a reader of the map may want to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// An injection or radiofrequency where vertebrae are joined.
    TreatedWhereFused {
        /// Where, from the head down.
        places: Vec<Place>,
        /// The injection or radiofrequency itself.
        treatment: Source,
        /// The operations that joined them.
        fusions: Vec<Source>,
        /// Whether the treatment surely came later.
        order: Order,
    },
    /// A finding of imaging beside a fusion.
    FindingBesideFusion {
        /// Where, from the head down.
        places: Vec<Place>,
        /// The finding that imaging told.
        finding: Source,
        /// The operations that joined its neighbours.
        fusions: Vec<Source>,
        /// Whether the finding surely came later.
        order: Order,
    },
    /// Something in the spine that no operation of the record put in.
    ImplantWithoutOperation {
        /// What it is called, where anybody said.
        name: Option<Text>,
        /// Where it is, as it was told.
        levels: Levels,
        /// Where it is told of.
        told: Vec<Source>,
    },
    /// A finding of imaging one segment beside an operation, where their numbering need not be the same.
    OneSegmentApart {
        /// The operation that is compared.
        operation: Source,
        /// Where it was, from the head down, as its source counts.
        operated: Vec<Place>,
        /// The finding that imaging told.
        finding: Source,
        /// Where that was, as its source counts.
        seen: Vec<Place>,
    },
    /// Metal that imaging saw where no operation of the record left any.
    MetalSeen {
        /// Where, from the head down.
        places: Vec<Place>,
        /// The finding that names metal.
        finding: Source,
    },
}

pub(super) fn hints(record: &Record, today: NaiveDate, implants: &Register, map: &SpineMap) -> Vec<Hint> {
    let times = times(record, today);
    let mut all = Vec::new();
    let fused: Vec<&Mark> = map.marks.iter().filter(|mark| mark.kind == Kind::Fused).collect();
    let compares = |mark: &&Mark| !(is_nerve(&mark.target) || map.transitional && mark.place.is_low());
    let treated = |kind: Kind| matches!(kind, Kind::Injected | Kind::Radiofrequency);
    let at_fused = map
        .marks
        .iter()
        .filter(|mark| treated(mark.kind))
        .filter(compares);
    for (treatment, found) in beside(at_fused, &fused, &times, record, |mark, fusion| {
        mark.place == fusion.place
    }) {
        all.push(Hint::TreatedWhereFused {
            places: found.places,
            treatment,
            fusions: found.fusions,
            order: found.order,
        });
    }
    let findings = map
        .marks
        .iter()
        .filter(|mark| mark.kind == Kind::Finding && map.beside.contains(&mark.place))
        .filter(compares);
    let joints = joints(map.sixth_lumbar);
    for (finding, found) in beside(findings, &fused, &times, record, |mark, fusion| {
        next_to(fusion.place, &joints).any(|place| place == mark.place)
    }) {
        all.push(Hint::FindingBesideFusion {
            places: found.places,
            finding,
            fusions: found.fusions,
            order: found.order,
        });
    }
    all.extend(metal_seen(record, map));
    all.extend(without_operation(record, implants));
    all
}

struct Found {
    places: Vec<Place>,
    fusions: Vec<Source>,
    order: Order,
}

/// The marks that have a fusion that fits, together by their fact, unless they surely came before it.
fn beside<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    fused: &[&Mark],
    times: &Times,
    record: &Record,
    fits: impl Fn(&Mark, &Mark) -> bool,
) -> BTreeMap<Source, Found> {
    let mut all: BTreeMap<Source, Found> = BTreeMap::new();
    for mark in marks {
        let Some(source) = mark.sources.first().copied() else {
            continue;
        };
        for fusion in fused.iter().filter(|fusion| fits(mark, fusion)) {
            let Some(operation) = fusion.sources.first().copied() else {
                continue;
            };
            let (own, other) = (moment(record, source), moment(record, operation));
            if times.is_after(other, own) || same_day(times, own, other) {
                continue;
            }
            let order = match times.is_after(own, other) {
                true => Order::After,
                false => Order::NotKnown,
            };
            let found = all.entry(source).or_insert(Found {
                places: Vec::new(),
                fusions: Vec::new(),
                order,
            });
            // One fusion that surely came first is enough.
            found.order = found.order.min(order);
            if !found.places.contains(&mark.place) {
                found.places.push(mark.place);
            }
            if !found.fusions.contains(&operation) {
                found.fusions.push(operation);
            }
        }
    }
    all
}

/// When a fact was, with the name by which others may count from it.
fn moment(record: &Record, source: Source) -> Moment {
    let reference = |at: usize| Some(Reference::Place(u32::try_from(at).ok()?.checked_add(1)?));
    Moment {
        when: source.when(record),
        of: match source {
            Source::Operation(at) => reference(at).map(Anchor::Operation),
            Source::Treatment(at) => reference(at).map(Anchor::Treatment),
            _ => None,
        },
    }
}

/// What is given in the course of an operation.
fn same_day(times: &Times, one: Moment, other: Moment) -> bool {
    let spans = times.span(&one.when).zip(times.span(&other.when));
    spans.is_some_and(|(one, other)| one == other && one.0 == one.1)
}

fn metal_seen(record: &Record, map: &SpineMap) -> Vec<Hint> {
    let mut all: BTreeMap<Source, Vec<Place>> = BTreeMap::new();
    for mark in map.marks.iter().filter(|mark| mark.kind == Kind::Finding) {
        let Some(source @ Source::Finding(at, number)) = mark.sources.first().copied() else {
            continue;
        };
        let note = record.imaging.get(at);
        let finding = note.and_then(|note| note.findings.get(number));
        let metal = finding.is_some_and(|finding| {
            let worded = finding
                .what
                .as_ref()
                .is_some_and(|words| names_metal(words.as_str()));
            worded || finding.code().is_some_and(FindingKind::is_of_metal)
        });
        let explained = map.marks.iter().any(|other| {
            let holds = other.kind == Kind::Fused || other.kind.is_implant();
            holds && other.place.touches(mark.place)
        });
        let low = map.transitional && mark.place.is_low();
        if metal && !explained && !low && !is_nerve(&mark.target) {
            let places = all.entry(source).or_default();
            if !places.contains(&mark.place) {
                places.push(mark.place);
            }
        }
    }
    all.into_iter()
        .map(|(finding, places)| Hint::MetalSeen { places, finding })
        .collect()
}

fn without_operation(record: &Record, implants: &Register) -> Vec<Hint> {
    // A stimulator or pump that a treatment tells of came in by that treatment.
    let by_treatment = |told: &[Source]| told.iter().any(|source| matches!(source, Source::Treatment(_)));
    implants
        .unexplained(record)
        .filter_map(|entry| {
            let mut told: Vec<Source> = Vec::new();
            for source in entry.sources.iter().map(|source| Source::from(*source)) {
                if source.stands(record) && !told.contains(&source) {
                    told.push(source);
                }
            }
            (!told.is_empty() && !by_treatment(&told)).then(|| Hint::ImplantWithoutOperation {
                name: entry.name.clone(),
                levels: entry.levels.clone(),
                told,
            })
        })
        .collect()
}
