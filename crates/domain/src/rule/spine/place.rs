//! The places of the map, from the head down, and which place a level names.
//!
//! Nerves are at the interspace where they leave: a cervical root above its vertebra, C8 above T1, every other root below
//! the vertebra of its name. Source: general anatomy. The sacrum is one place.

use super::{Kind, Reason, SpineMap};
use crate::{
    fact::{Record, imaging::FindingKind},
    value::{
        level::{Levels, Target, Vertebra},
        numbering::Numbering,
    },
};
use std::{collections::BTreeSet, fmt};

/// One place of the map, ordered from the head down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// A vertebra from C1 to L6, or the occiput.
    Vertebra(Vertebra),
    /// Between two neighbours; the upper one first.
    Interspace(Vertebra, Vertebra),
    /// The sacrum with its vertebrae and roots.
    Sacrum,
    /// The sacroiliac joints; the side is told by each mark.
    SacroiliacJoint,
    /// The pelvis, as a construct is fixed to it.
    Pelvis,
    /// The coccyx below the sacrum.
    Coccyx,
}

impl Place {
    fn key(self) -> (u8, u8, u8) {
        let bone = |vertebra: Vertebra| {
            let region = match vertebra.region() {
                'C' => 0,
                'T' => 1,
                'L' => 2,
                _ => 3,
            };
            (region, vertebra.number())
        };
        match self {
            Self::Vertebra(vertebra) => (bone(vertebra).0, bone(vertebra).1, 0),
            Self::Interspace(upper, _) => (bone(upper).0, bone(upper).1, 1),
            Self::Sacrum => (4, 0, 0),
            Self::SacroiliacJoint => (4, 1, 0),
            Self::Pelvis => (4, 2, 0),
            Self::Coccyx => (4, 3, 0),
        }
    }

    /// Whether a vertebra is one of the two beside an interspace; every place touches itself.
    pub(super) fn touches(self, other: Place) -> bool {
        let inside = |one: Place, wide: Place| match (one, wide) {
            (Place::Vertebra(bone), Place::Interspace(upper, lower)) => bone == upper || bone == lower,
            (Place::Sacrum, Place::Interspace(_, lower)) => lower.region() == 'S',
            _ => false,
        };
        self == other || inside(self, other) || inside(other, self)
    }

    /// Whether how the low back is counted could move it.
    pub(super) fn is_low(self) -> bool {
        match self {
            Self::Vertebra(vertebra) | Self::Interspace(_, vertebra) => {
                matches!(vertebra.region(), 'L' | 'S')
            }
            Self::Sacrum | Self::SacroiliacJoint | Self::Pelvis | Self::Coccyx => true,
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Place {
    /// As levels are written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = match self {
            Self::Vertebra(vertebra) => Target::Vertebra(*vertebra),
            Self::Interspace(upper, lower) => Target::Segment(*upper, *lower),
            Self::Sacrum => Target::Sacrum,
            Self::SacroiliacJoint => Target::SacroiliacJoint,
            Self::Pelvis => Target::Pelvis(crate::value::level::Pelvic::Pelvis),
            Self::Coccyx => Target::Coccyx,
        };
        write!(f, "{target}")
    }
}

/// The vertebrae from the occiput to S1, with a sixth lumbar one where there is one.
pub fn bones(sixth_lumbar: bool) -> Vec<Vertebra> {
    let lumbar = if sixth_lumbar { 6 } else { 5 };
    [('C', 0, 7), ('T', 1, 12), ('L', 1, lumbar), ('S', 1, 1)]
        .into_iter()
        .flat_map(|(region, first, last)| (first..=last).filter_map(move |at| Vertebra::new(region, at)))
        .collect()
}

/// The two vertebrae beside the place where a nerve leaves; nothing for those of the sacrum.
fn exit(region: char, number: u8, sixth_lumbar: bool) -> Option<(Vertebra, Vertebra)> {
    let bones = bones(sixth_lumbar);
    let below = |vertebra: Vertebra| bones.iter().skip_while(|one| **one != vertebra).nth(1).copied();
    let upper = match (region, number) {
        ('S', _) => return None,
        ('C', 8) => Vertebra::new('C', 7),
        ('C', number) => Vertebra::new('C', number.checked_sub(1)?),
        (region, number) => Vertebra::new(region, number),
    }?;
    Some((upper, below(upper)?))
}

/// The place that a level names.
///
/// # Errors
/// Why there is none.
pub(super) fn place_of(target: &Target, sixth_lumbar: bool) -> Result<Place, Reason> {
    let bone = |vertebra: Vertebra| match vertebra.region() {
        'S' => Place::Sacrum,
        _ => Place::Vertebra(vertebra),
    };
    match *target {
        Target::Vertebra(vertebra) => Ok(bone(vertebra)),
        Target::Segment(upper, lower) | Target::Facet(upper, lower) => {
            let skips = upper.region() == 'L' && upper.number() == 5 && lower.region() == 'S';
            match upper.region() {
                'S' => Ok(Place::Sacrum),
                // Which of the two interspaces above the sacrum is meant, nobody can tell.
                _ if skips && sixth_lumbar => Err(Reason::Numbering),
                _ => Ok(Place::Interspace(upper, lower)),
            }
        }
        Target::Root(region, number) | Target::Branch(_, region, number) => {
            Ok(exit(region, number, sixth_lumbar)
                .map_or(Place::Sacrum, |(upper, lower)| Place::Interspace(upper, lower)))
        }
        Target::SacroiliacJoint => Ok(Place::SacroiliacJoint),
        Target::Sacrum => Ok(Place::Sacrum),
        Target::Coccyx => Ok(Place::Coccyx),
        Target::Pelvis(_) | Target::ToPelvis(_) => Ok(Place::Pelvis),
        Target::Unnamed(_) => Err(Reason::NoLevel),
    }
}

/// True for a level that is a nerve.
pub(super) fn is_nerve(target: &Target) -> bool {
    matches!(target, Target::Root(..) | Target::Branch(..))
}

/// Whether a record names a sixth lumbar vertebra, and whether it names that, a segment inside the sacrum, or a transitional
/// vertebra, also one that imaging saw.
pub(super) fn numbering(record: &Record) -> (bool, bool) {
    let operated = record.surgeries.iter().map(|one| one.all_levels());
    let treated = record.treatments.iter().map(|one| one.levels.clone());
    let seen = record
        .imaging
        .iter()
        .flat_map(|one| one.findings.iter().map(|finding| finding.levels.clone()));
    let all: Vec<Levels> = operated.chain(treated).chain(seen).collect();
    let targets = || all.iter().flat_map(Levels::targets);
    let sixth = |vertebra: &Vertebra| vertebra.region() == 'L' && vertebra.number() == 6;
    let sixth_lumbar = targets().any(|target| match target {
        Target::Vertebra(one) => sixth(one),
        Target::Segment(upper, lower) | Target::Facet(upper, lower) => sixth(upper) || sixth(lower),
        Target::Root(region, number) | Target::Branch(_, region, number) => *region == 'L' && *number == 6,
        _ => false,
    });
    let moving = targets().any(
        |target| matches!(target, Target::Segment(upper, _) | Target::Facet(upper, _) if upper.region() == 'S'),
    );
    let numberings = record.surgeries.iter().map(|one| &one.numbering);
    let mut numberings = numberings.chain(record.imaging.iter().map(|one| &one.numbering));
    let named = numberings.any(Numbering::is_transitional);
    let findings = record.imaging.iter().flat_map(|one| one.findings.iter());
    let seen = findings
        .filter(|finding| finding.is_seen())
        .any(|finding| finding.code() == Some(FindingKind::TransitionalVertebra));
    (sixth_lumbar, sixth_lumbar || moving || named || seen)
}

/// What can be joined, from the head down: the interspaces and below them the sacroiliac joints.
pub(super) fn joints(sixth_lumbar: bool) -> Vec<Place> {
    bones(sixth_lumbar)
        .windows(2)
        .filter_map(|pair| match pair {
            [upper, lower] => Some(Place::Interspace(*upper, *lower)),
            _ => None,
        })
        .chain([Place::SacroiliacJoint])
        .collect()
}

/// The one above and the one below a place among these; none where it is not of them.
pub(super) fn next_to(place: Place, joints: &[Place]) -> impl Iterator<Item = Place> {
    let at = joints.iter().position(|one| *one == place);
    let above = at.and_then(|at| joints.get(at.checked_sub(1)?));
    let below = at.and_then(|at| joints.get(at + 1));
    above.into_iter().chain(below).copied()
}

/// The interspaces and joints next to what is fused and not fused themselves.
pub(super) fn beside(map: &SpineMap) -> BTreeSet<Place> {
    let fused: BTreeSet<Place> = map
        .marks
        .iter()
        .filter(|mark| mark.kind == Kind::Fused)
        .map(|mark| mark.place)
        .collect();
    let mut joints = joints(map.sixth_lumbar);
    // A construct that reaches the pelvis spans the joints.
    if map.at(Place::Pelvis).next().is_some() {
        joints.retain(|place| *place != Place::SacroiliacJoint);
    }
    fused
        .iter()
        .flat_map(|place| next_to(*place, &joints))
        .filter(|place| !fused.contains(place))
        .filter(|place| !(map.transitional && place.is_low()))
        .collect()
}
