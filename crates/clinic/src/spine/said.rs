//! What is on the map in words: each mark with its side, its time and what it comes from; what stands beside the map; the
//! hints with the entries that they name.

use super::{SpineReading, drawn::is_across};
use crate::{
    diagnoses,
    record::Record,
    words::{Word, imaging, joined, message, say, say_with, sentence},
};
use lamina_api::spine::SpineLine;
use lamina_domain::{
    Target, When,
    diagnosis::Term,
    imaging::Finding,
    spine::{Hint, Kind, Mark, MarkSide, Order, Place, Reason, Source, SpineMap, Standing, UnplacedEvent},
};

/// The name of a place.
pub(super) fn place(place: Place) -> String {
    match place {
        Place::Vertebra(vertebra) if vertebra.region() == 'C' && vertebra.number() == 0 => {
            say!("spine-place-occiput")
        }
        Place::SacroiliacJoint => say!("spine-place-sacroiliac"),
        Place::Sacrum => say!("spine-place-sacrum"),
        Place::Coccyx => say!("spine-place-coccyx"),
        Place::Pelvis => say!("spine-place-pelvis"),
        other => other.to_string(),
    }
}

fn places(places: &[Place]) -> String {
    joined(places.iter().map(|one| Some(place(*one))), ", ").unwrap_or_default()
}

fn number(at: usize) -> String {
    (at + 1).to_string()
}

/// What a fact is called: "operation 1", "treatment 3: caudal epidural", "MRI".
fn source(record: &Record, source: Source) -> String {
    match source {
        Source::Operation(at) => say_with!("implant-source-operation", [("number", number(at).into())]),
        Source::Treatment(at) => {
            let name = record.treatments.get(at).map(|one| one.name.to_string());
            say_with!(
                "spine-source-treatment",
                [
                    ("number", number(at).into()),
                    ("name", name.unwrap_or_default().into()),
                ],
            )
        }
        Source::Device(at) => {
            let name = record.devices.get(at).map(|one| one.name.to_string());
            say_with!("spine-source-device", [("name", name.unwrap_or_default().into())])
        }
        Source::Step(at) => say_with!("implant-source-step", [("number", number(at).into())]),
        Source::PumpSetting(_) => say!("implant-source-pump-setting"),
        Source::Finding(at, _) => {
            let kinds = record.imaging.get(at).map(|one| one.modalities()).into_iter();
            joined(kinds.flatten().map(|one| Some(one.word())), ", ").unwrap_or_default()
        }
        Source::Diagnosis(_) => say!("spine-source-diagnosis"),
        Source::Symptom(_) => say!("spine-source-symptom"),
        Source::Background => say!("implant-source-background"),
    }
}

fn when(record: &Record, one: Source) -> String {
    let when: When = one.when(record);
    match (when.is_unknown(), one) {
        (true, Source::Background) => String::new(),
        (true, _) => say!("shown-date-unknown"),
        (false, _) => when.to_string(),
    }
}

fn line(record: &Record, one: Source, what: String) -> SpineLine {
    let (noun, entry) = one.entry(record);
    SpineLine {
        what: sentence(&what),
        when: when(record, one),
        source: source(record, one),
        noun,
        entry,
    }
}

/// The finding that a fact is; nothing where it is none.
fn found(record: &Record, one: Source) -> Option<&Finding> {
    match one {
        Source::Finding(at, number) => record.imaging.get(at)?.findings.get(number),
        _ => None,
    }
}

/// A cause as it was judged: "cause, suspected: facet joint pain, words"; nothing where the fact is none.
fn cause(record: &Record, one: Source) -> Option<String> {
    let Source::Diagnosis(at) = one else { return None };
    let cause = record.diagnoses.get(at)?;
    Some(say_with!(
        "spine-cause",
        [
            ("certainty", cause.certainty.word().into()),
            (
                "what",
                diagnoses::named(cause, Term::default())
                    .unwrap_or_default()
                    .into()
            ),
        ],
    ))
}

/// A finding by its code or its words, with how it is stated; nothing where the fact is none.
fn finding(record: &Record, one: Source) -> Option<String> {
    found(record, one).map(imaging::finding)
}

fn kind(record: &Record, mark: &Mark) -> String {
    let named = || joined(mark.named.iter().map(|name| Some(name.to_string())), ", ");
    let of_imaging = mark.sources.first().and_then(|one| finding(record, *one));
    let name = of_imaging.or_else(named).unwrap_or_default();
    let cause = || mark.sources.first().and_then(|one| cause(record, *one));
    say!(match mark.kind {
        Kind::Fused => message!("spine-fused"),
        Kind::Decompressed => message!("spine-decompressed"),
        Kind::DiscRemoved => message!("spine-disc-removed"),
        Kind::Augmented => message!("spine-augmented"),
        Kind::Operated => return say_with!("spine-operated", [("what", name.into())]),
        Kind::TookOut => message!("spine-took-out"),
        Kind::Instrumented => message!("spine-instrumented"),
        Kind::Plate => message!("spine-plate"),
        Kind::Cage => message!("spine-cage"),
        Kind::Replaced => message!("spine-replaced"),
        Kind::Spacer => message!("spine-spacer"),
        Kind::Stimulated => message!("spine-stimulated"),
        Kind::Catheter => message!("spine-catheter"),
        Kind::Injected => message!("spine-injected"),
        Kind::Radiofrequency => message!("spine-radiofrequency"),
        Kind::Treated => message!("spine-treated"),
        Kind::Finding => return say_with!("spine-finding", [("what", name.into())]),
        Kind::Imaged => return say_with!("spine-imaged", [("what", name.into())]),
        Kind::Cause => return cause().unwrap_or_default(),
        Kind::Painful => return say_with!("spine-painful", [("site", name.into())]),
    })
}

/// What the mark names more exactly than its place: "L5 root".
fn target(mark: &Mark) -> Option<String> {
    let told = match mark.target {
        Target::Root(..) | Target::Branch(..) | Target::Facet(..) => true,
        Target::Segment(..) | Target::Vertebra(..) => mark.place == Place::Sacrum,
        _ => false,
    };
    told.then(|| mark.target.to_string())
}

fn side(mark: &Mark) -> Option<String> {
    let word = |side: MarkSide| match side {
        MarkSide::Left => Some(say!("spine-left-side")),
        MarkSide::Right => Some(say!("spine-right-side")),
        MarkSide::Both => Some(say!("spine-both-sides")),
        MarkSide::Midline => Some(say!("spine-midline")),
        MarkSide::NotApplicable => None,
        MarkSide::NotKnown => Some(say!("spine-side-not-known-said")),
    };
    match mark.side {
        _ if is_across(mark) => None,
        side => word(side),
    }
}

fn standing(record: &Record, mark: &Mark) -> Option<String> {
    match mark.standing {
        Standing::Stands => None,
        Standing::MayBeOut => Some(say!("spine-may-be-out")),
        Standing::TakenOut(None) => Some(say!("spine-taken-out")),
        Standing::TakenOut(Some(at)) => Some(say_with!(
            "spine-taken-out-by",
            [
                ("number", number(at).into()),
                ("when", when(record, Source::Operation(at)).into()),
            ],
        )),
    }
}

/// A mark in words without its time: "Injected, L5 root, left".
fn what(record: &Record, mark: &Mark) -> String {
    let parts = [
        Some(kind(record, mark)),
        target(mark),
        side(mark),
        standing(record, mark),
    ];
    joined(parts, ", ").unwrap_or_default()
}

/// A mark as a line of its level.
pub(super) fn mark(record: &Record, mark: &Mark) -> Option<SpineLine> {
    let first = mark.sources.first().copied()?;
    Some(line(record, first, what(record, mark)))
}

/// So many things of one kind are told one by one; more are counted.
const ONE_BY_ONE: usize = 2;

/// A place in one sentence: "L4-L5: fused, 2015 (operation 1); injected, left, 4 times, the last May 2018".
pub(super) fn level(record: &Record, name: &str, marks: &[&Mark], beside: bool) -> String {
    let mut groups: Vec<(String, Vec<&Mark>)> = Vec::new();
    for mark in marks {
        let words = what(record, mark);
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(mark),
            None => groups.push((words, vec![mark])),
        }
    }
    let mut parts: Vec<String> = Vec::new();
    for (words, group) in &groups {
        if group.len() > ONE_BY_ONE {
            let last = group.last().and_then(|mark| mark.sources.first());
            let last = last.map(|one| when(record, *one)).unwrap_or_default();
            parts.push(say_with!(
                "spine-many",
                [
                    ("what", words.clone().into()),
                    ("count", group.len().into()),
                    ("last", last.into()),
                ],
            ));
            continue;
        }
        for mark in group {
            let Some(first) = mark.sources.first() else {
                continue;
            };
            parts.push(say_with!(
                "spine-once",
                [
                    ("what", words.clone().into()),
                    ("when", when(record, *first).into()),
                    ("source", source(record, *first).into()),
                ],
            ));
        }
    }
    if beside {
        parts.push(say!("spine-beside"));
    }
    if parts.is_empty() {
        parts.push(say!("spine-nothing"));
    }
    let told = parts.join("; ");
    say_with!(
        "spine-level",
        [("level", name.to_owned().into()), ("told", told.into())]
    )
}

/// All of the map in words, level by level.
pub(crate) fn summary(mapped: &SpineReading<'_>) -> String {
    let map = &mapped.map;
    let mut levels: Vec<Place> = map.marks.iter().map(|mark| mark.place).collect();
    levels.dedup();
    let told = levels.into_iter().map(|at| {
        let marks: Vec<&Mark> = map.at(at).collect();
        Some(level(mapped.record, &place(at), &marks, map.beside.contains(&at)))
    });
    let told = joined(told, ". ");
    told.map_or_else(|| say!("spine-empty"), |told| format!("{told}."))
}

/// Whether an operation or a treatment has a level, so that a letter shows the map.
pub(crate) fn names_a_level(map: &SpineMap) -> bool {
    let done = |source: &Source| matches!(source, Source::Operation(_) | Source::Treatment(_));
    map.marks.iter().any(|mark| mark.sources.iter().any(done))
}

fn name_of(record: &Record, one: &UnplacedEvent) -> Option<String> {
    let told = || one.what.as_ref().map(ToString::to_string);
    match (found(record, one.source), one.reason) {
        // Why it stands beside the map says already how it is stated.
        (Some(found), Reason::NotAssessable) => imaging::named(found),
        (Some(found), _) => Some(imaging::finding(found)),
        (None, _) => told(),
    }
}

/// What stands beside the map, with the reason.
pub(super) fn unplaced(record: &Record, one: &UnplacedEvent) -> SpineLine {
    let what = joined([name_of(record, one), Some(reason(one.reason))], ": ").unwrap_or_default();
    let mut line = line(record, one.source, what);
    // Its name stands there already.
    match one.source {
        Source::Treatment(at) => {
            line.source = say_with!("implant-source-treatment", [("number", number(at).into())]);
        }
        Source::Device(_) => line.source = say!("spine-source-device-list"),
        _ => {}
    }
    line
}

fn reason(reason: Reason) -> String {
    say!(match reason {
        Reason::NoLevel => message!("spine-no-level"),
        Reason::NoSegment => message!("spine-no-segment"),
        Reason::Numbering => message!("spine-other-numbering"),
        Reason::NotDone => message!("spine-not-done"),
        Reason::NotAssessable => message!("spine-not-assessable"),
    })
}

/// So many things that stand beside the map for one reason are named in a letter.
const NAMED: usize = 8;

/// What stands beside the map, a sentence for each reason, for a letter; nothing where nothing does.
pub(crate) fn unplaced_words(mapped: &SpineReading<'_>) -> Option<String> {
    let reasons = [
        Reason::NoLevel,
        Reason::NoSegment,
        Reason::Numbering,
        Reason::NotDone,
        Reason::NotAssessable,
    ];
    joined(reasons.map(|one| unplaced_for(mapped, one)), " ")
}

fn unplaced_for(mapped: &SpineReading<'_>, why: Reason) -> Option<String> {
    let told = |one: &&UnplacedEvent| {
        let line = unplaced(mapped.record, one);
        let name = name_of(mapped.record, one);
        let from = say_with!("spine-in-brackets", [("text", line.source.clone().into())]);
        let from = name.is_some().then_some(from);
        joined([name.or(Some(line.source)), from], " ")
    };
    let all: Vec<&UnplacedEvent> = mapped
        .map
        .unplaced
        .iter()
        .filter(|one| one.reason == why)
        .collect();
    let mut parts: Vec<String> = all.iter().take(NAMED).filter_map(told).collect();
    if all.len() > NAMED {
        parts.push(say_with!("spine-more", [("count", (all.len() - NAMED).into())]));
    }
    let names = joined(parts.into_iter().map(Some), "; ")?;
    Some(say_with!(
        "spine-not-on-the-map",
        [("why", reason(why).into()), ("names", names.into())],
    ))
}

/// That nothing is compared between levels of the low back.
pub(super) fn numbering(map: &SpineMap) -> String {
    if map.transitional {
        say!("spine-numbering")
    } else {
        String::new()
    }
}

/// A fact with its time: "TFESI (treatment 3), May 2018".
fn fact(record: &Record, one: Source) -> String {
    say_with!(
        "spine-fact",
        [
            ("source", source(record, one).into()),
            ("when", when(record, one).into()),
        ],
    )
}

fn facts(record: &Record, all: &[Source]) -> String {
    joined(all.iter().map(|one| Some(fact(record, *one))), ", ").unwrap_or_default()
}

fn with_order(text: String, order: Order) -> String {
    match order {
        Order::After => text,
        Order::NotKnown => format!("{text} {}", say!("spine-order-not-known")),
    }
}

/// A hint in words.
pub(super) fn hint(mapped: &SpineReading<'_>, hint: &Hint) -> String {
    let record = mapped.record;
    match hint {
        Hint::TreatedWhereFused {
            places: at,
            treatment,
            fusions,
            order,
        } => with_order(
            say_with!(
                "spine-hint-treated",
                [
                    ("treatment", fact(record, *treatment).into()),
                    ("levels", places(at).into()),
                    ("operations", facts(record, fusions).into()),
                ],
            ),
            *order,
        ),
        Hint::FindingBesideFusion {
            places: at,
            finding: one,
            fusions,
            order,
        } => with_order(
            say_with!(
                "spine-hint-beside",
                [
                    ("finding", finding(record, *one).unwrap_or_default().into()),
                    ("imaging", fact(record, *one).into()),
                    ("levels", places(at).into()),
                    ("operations", facts(record, fusions).into()),
                ],
            ),
            *order,
        ),
        Hint::ImplantWithoutOperation { name, told, .. } => {
            let first = told.first().copied();
            let name = name.as_ref().map(ToString::to_string);
            let from = first.map(|one| source(record, one)).unwrap_or_default();
            say_with!(
                "spine-hint-implant",
                [
                    ("name", name.unwrap_or_else(|| from.clone()).into()),
                    ("source", from.into()),
                ],
            )
        }
        Hint::OneSegmentApart {
            operation,
            operated,
            finding: one,
            seen,
        } => say_with!(
            "spine-hint-apart",
            [
                ("finding", finding(record, *one).unwrap_or_default().into()),
                ("imaging", fact(record, *one).into()),
                ("operated", places(operated).into()),
                ("operation", fact(record, *operation).into()),
                ("seen", places(seen).into()),
            ],
        ),
        Hint::MetalSeen {
            places: at,
            finding: one,
        } => say_with!(
            "spine-hint-metal",
            [
                ("finding", finding(record, *one).unwrap_or_default().into()),
                ("imaging", fact(record, *one).into()),
                ("levels", places(at).into()),
            ],
        ),
    }
}

/// The hints that a letter tells, as information. That a finding lies one segment from an operation stays on the screen: in a
/// letter it would be read as a judgement on the level that was operated on.
pub(crate) fn hints_for_letters(mapped: &SpineReading<'_>) -> Vec<String> {
    let told = |one: &&Hint| !matches!(one, Hint::OneSegmentApart { .. });
    let all = mapped.map.hints.iter().filter(told);
    all.map(|one| hint(mapped, one)).collect()
}

/// The entries that a hint names, as lines that lead to them.
pub(super) fn entries(mapped: &SpineReading<'_>, hint: &Hint) -> Vec<SpineLine> {
    let all: Vec<Source> = match hint {
        Hint::TreatedWhereFused {
            treatment, fusions, ..
        } => [*treatment].into_iter().chain(fusions.iter().copied()).collect(),
        Hint::FindingBesideFusion { finding, fusions, .. } => {
            [*finding].into_iter().chain(fusions.iter().copied()).collect()
        }
        Hint::ImplantWithoutOperation { told, .. } => told.clone(),
        Hint::MetalSeen { finding, .. } => vec![*finding],
        Hint::OneSegmentApart {
            operation, finding, ..
        } => vec![*finding, *operation],
    };
    let record = mapped.record;
    all.into_iter()
        .map(|one| line(record, one, source(record, one)))
        .collect()
}
