//! Whether the levels of a removal cover those of an implant. What is not named covers nothing.

use crate::value::level::{Levels, Target};

/// Whether a removal reached a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Every level of the thing is among those.
    Covered,
    /// None of them is.
    Elsewhere,
    /// Some are, or a level is not known.
    Unclear,
}

/// How the levels of a removal lie to those of a thing.
pub(super) fn placed(removal: &Levels, thing: &Levels) -> Place {
    let inside = |target: &Target| match target {
        Target::Vertebra(vertebra) => removal.targets().iter().any(|one| match one {
            Target::Vertebra(known) => known == vertebra,
            Target::Segment(upper, lower) => upper == vertebra || lower == vertebra,
            _ => false,
        }),
        Target::Segment(..) | Target::SacroiliacJoint => removal.targets().contains(target),
        _ => false,
    };
    let known = removal.are_named() && thing.are_named();
    let targets = || thing.targets().iter();
    match known {
        true if targets().all(inside) => Place::Covered,
        true if !targets().any(inside) => Place::Elsewhere,
        _ => Place::Unclear,
    }
}
