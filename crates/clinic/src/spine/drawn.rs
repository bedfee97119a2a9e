//! From the map to its drawing: which mark has which shape and lane.

use super::SpineReading;
use crate::words::{message, say};
use lamina_charts::{Bone, Glyph, Half, Lane, Presence, SpineDrawing, SpineMark, SpineWords, Spot};
use lamina_domain::{
    level::Vertebra,
    spine::{Kind, Mark, MarkSide, Place, Source, Standing},
};
use std::collections::BTreeMap;

/// Every kind with its shape, in the order of the key.
const GLYPHS: [(Kind, Glyph); 20] = [
    (Kind::Fused, Glyph::Fused),
    (Kind::Decompressed, Glyph::Freed),
    (Kind::DiscRemoved, Glyph::DiscRemoved),
    (Kind::Augmented, Glyph::Filled),
    (Kind::Operated, Glyph::Operated),
    (Kind::TookOut, Glyph::TakenOut),
    (Kind::Instrumented, Glyph::Screws),
    (Kind::Plate, Glyph::Plate),
    (Kind::Cage, Glyph::Cage),
    (Kind::Replaced, Glyph::Replaced),
    (Kind::Spacer, Glyph::Spacer),
    (Kind::Stimulated, Glyph::Lead),
    (Kind::Catheter, Glyph::Catheter),
    (Kind::Injected, Glyph::Injected),
    (Kind::Radiofrequency, Glyph::Radiofrequency),
    (Kind::Treated, Glyph::Treated),
    (Kind::Finding, Glyph::Finding),
    (Kind::Imaged, Glyph::Imaged),
    (Kind::Cause, Glyph::Asked),
    (Kind::Painful, Glyph::Painful),
];

/// What a kind is called in the key.
fn word(kind: Kind) -> String {
    say!(match kind {
        Kind::Fused => message!("spine-key-fused"),
        Kind::Decompressed => message!("spine-key-decompressed"),
        Kind::DiscRemoved => message!("spine-key-disc-removed"),
        Kind::Augmented => message!("spine-key-augmented"),
        Kind::Operated => message!("spine-key-operated"),
        Kind::TookOut => message!("spine-key-took-out"),
        Kind::Instrumented => message!("spine-key-instrumented"),
        Kind::Plate => message!("spine-key-plate"),
        Kind::Cage => message!("spine-key-cage"),
        Kind::Replaced => message!("spine-key-replaced"),
        Kind::Spacer => message!("spine-key-spacer"),
        Kind::Stimulated => message!("spine-key-stimulated"),
        Kind::Catheter => message!("spine-key-catheter"),
        Kind::Injected => message!("spine-key-injected"),
        Kind::Radiofrequency => message!("spine-key-radiofrequency"),
        Kind::Treated => message!("spine-key-treated"),
        Kind::Finding => message!("spine-key-finding"),
        Kind::Imaged => message!("spine-key-imaged"),
        Kind::Cause => message!("spine-key-cause"),
        Kind::Painful => message!("spine-key-painful"),
    })
}

/// A vertebra as a bone of the drawing.
pub(super) fn bone(vertebra: Vertebra) -> Bone {
    match (vertebra.region(), vertebra.number()) {
        ('C', 0) => Bone::Occiput,
        ('C', at) => Bone::Cervical(at),
        ('T', at) => Bone::Thoracic(at),
        ('L', at) => Bone::Lumbar(at),
        _ => Bone::Sacrum,
    }
}

/// A place as the spots of the drawing, the joints with both.
pub(super) fn spots(place: Place) -> Vec<Spot> {
    match place {
        Place::Vertebra(vertebra) => vec![Spot::Bone(bone(vertebra))],
        Place::Interspace(upper, _) => vec![Spot::Below(bone(upper))],
        Place::Sacrum => vec![Spot::Bone(Bone::Sacrum)],
        Place::Coccyx => vec![Spot::Bone(Bone::Coccyx)],
        Place::Pelvis => vec![Spot::Pelvis],
        Place::SacroiliacJoint => vec![Spot::Sacroiliac(Half::Right), Spot::Sacroiliac(Half::Left)],
    }
}

/// Whether a mark is drawn across, whatever side its fact tells: vertebrae are joined and not a side of them.
pub(super) fn is_across(mark: &Mark) -> bool {
    let across = matches!(
        mark.kind,
        Kind::Fused
            | Kind::Augmented
            | Kind::TookOut
            | Kind::Instrumented
            | Kind::Plate
            | Kind::Cage
            | Kind::Replaced
            | Kind::Spacer
    );
    across && mark.place != Place::SacroiliacJoint
}

fn lanes(mark: &Mark) -> Vec<(Spot, Lane)> {
    let joint = mark.place == Place::SacroiliacJoint;
    let lanes = match mark.side {
        _ if is_across(mark) => vec![Lane::Middle],
        MarkSide::Left => vec![Lane::Left],
        MarkSide::Right => vec![Lane::Right],
        MarkSide::Both => vec![Lane::Right, Lane::Left],
        // Neither joint is in the middle.
        MarkSide::Midline | MarkSide::NotApplicable if joint => vec![Lane::NotKnown],
        MarkSide::Midline | MarkSide::NotApplicable => vec![Lane::Middle],
        MarkSide::NotKnown => vec![Lane::NotKnown],
    };
    let spot = |lane: Lane| match (mark.place, lane) {
        (Place::SacroiliacJoint, Lane::Left) => Some(Spot::Sacroiliac(Half::Left)),
        (Place::SacroiliacJoint, _) => Some(Spot::Sacroiliac(Half::Right)),
        (place, _) => spots(place).first().copied(),
    };
    lanes
        .into_iter()
        .filter_map(|lane| Some((spot(lane)?, lane)))
        .collect()
}

pub(super) fn drawing(mapped: &SpineReading<'_>) -> SpineDrawing {
    let map = &mapped.map;
    let mut marks: Vec<SpineMark> = Vec::new();
    for mark in &map.marks {
        // What is drawn open says already that something was taken out; a finding says already that it was looked at.
        let shown_otherwise = map.at(mark.place).any(|other| match mark.kind {
            Kind::TookOut => other.kind.is_implant() && other.standing != Standing::Stands,
            Kind::Imaged => other.kind == Kind::Finding,
            _ => false,
        });
        let glyph = GLYPHS.iter().find(|(kind, _)| *kind == mark.kind);
        let Some((_, glyph)) = glyph.filter(|_| !shown_otherwise) else {
            continue;
        };
        for (spot, lane) in lanes(mark) {
            let one = SpineMark {
                spot,
                lane,
                glyph: *glyph,
                presence: match mark.standing {
                    Standing::Stands => Presence::Present,
                    Standing::TakenOut(_) => Presence::Former,
                    Standing::MayBeOut => Presence::Unsure,
                },
            };
            if !marks.contains(&one) {
                marks.push(one);
            }
        }
    }
    SpineDrawing {
        marks,
        beside: map.beside.iter().flat_map(|place| spots(*place)).collect(),
        numbers: numbers(mapped),
        sixth_lumbar: map.sixth_lumbar,
        words: SpineWords {
            title: say!("spine-title"),
            description: super::summary(mapped),
            right: say!("spine-right"),
            left: say!("spine-left"),
            not_known: say!("spine-side-not-known"),
            glyphs: GLYPHS.iter().map(|(kind, glyph)| (*glyph, word(*kind))).collect(),
            beside: say!("spine-key-beside"),
            unsure: say!("spine-key-unsure"),
            former: say!("spine-key-former"),
            numbers: say!("spine-key-numbers"),
        },
    }
}

/// The numbers of the operations at each place.
fn numbers(mapped: &SpineReading<'_>) -> Vec<(Spot, String)> {
    let mut all: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for mark in &mapped.map.marks {
        for source in &mark.sources {
            if let Source::Operation(at) = source {
                let numbers = all.entry(mark.place).or_default();
                if !numbers.contains(&(at + 1)) {
                    numbers.push(at + 1);
                }
            }
        }
    }
    all.into_iter()
        .filter_map(|(place, mut numbers)| {
            numbers.sort_unstable();
            Some((spots(place).first().copied()?, runs(&numbers)))
        })
        .collect()
}

/// Numbers in a row as one: "1, 3–6".
fn runs(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let parts: Vec<String> = runs
        .map(|run| match run {
            [first, _, .., last] => format!("{first}\u{2013}{last}"),
            run => run.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_told_as_one() {
        assert_eq!(runs(&[1]), "1");
        assert_eq!(runs(&[1, 2]), "1, 2");
        assert_eq!(runs(&[1, 3, 4, 5, 6, 9]), "1, 3\u{2013}6, 9");
    }
}
