//! Where an operation was: a stretch of neighbouring vertebrae, the segments beside it, and the roots and joints that
//! belong to it.

use lamina_domain::{Levels, Problem, surgery::Region};

const VERTEBRAE: [&str; 25] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10",
    "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1",
];
const LAST: usize = VERTEBRAE.len() - 1;

/// A stretch of the spine from one vertebra down to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    upper: usize,
    lower: usize,
}

impl Stretch {
    /// The stretch between two vertebrae; the lowest segment where one of them is not known.
    pub(super) fn new(upper: &str, lower: &str) -> Self {
        let at = |name: &str| VERTEBRAE.iter().position(|one| *one == name);
        match (at(upper), at(lower)) {
            (Some(upper), Some(lower)) if upper < lower => Stretch { upper, lower },
            _ => Stretch {
                upper: LAST - 1,
                lower: LAST,
            },
        }
    }

    fn name(at: usize) -> &'static str {
        VERTEBRAE.get(at).copied().unwrap_or("S1")
    }

    /// The levels as they are typed: "L4-S1".
    pub(super) fn text(self) -> String {
        format!("{}-{}", Self::name(self.upper), Self::name(self.lower))
    }

    pub(super) fn levels(self) -> Result<Levels, Problem> {
        self.text().parse()
    }

    pub(super) fn lowest(self) -> Stretch {
        Stretch {
            upper: self.lower - 1,
            lower: self.lower,
        }
    }

    /// The segment above, or below where there is nothing above.
    pub(super) fn adjacent(self) -> Stretch {
        let upper = self.upper.saturating_sub(1);
        if upper < self.upper {
            Stretch {
                upper,
                lower: self.upper,
            }
        } else {
            Stretch {
                upper: self.lower,
                lower: (self.lower + 1).min(LAST),
            }
        }
    }

    /// The stretch with the segment above it.
    pub(super) fn extended(self) -> Stretch {
        Stretch {
            upper: self.upper.saturating_sub(1),
            lower: self.lower,
        }
    }

    /// The root that a disc of the lowest segment usually presses on: the lower number, in the neck too (the root of
    /// C5-C6 is C6), C8 at C7-T1.
    pub(super) fn root(self) -> String {
        match Self::name(self.lower) {
            "T1" => "C8 root".to_owned(),
            name => format!("{name} root"),
        }
    }

    /// The facet joint of the lowest segment.
    pub(super) fn facet(self) -> String {
        format!("{} facet", self.lowest().text())
    }

    /// The two medial branches that serve the lumbar facet joint of the lowest segment (L4-L5: L3 and L4); the same
    /// numbers as the joint's own vertebrae in the neck.
    pub(super) fn medial_branches(self) -> String {
        let lowest = self.lowest();
        let shift = usize::from(self.region() != Region::Cervical);
        format!(
            "{} medial branch, {} medial branch",
            Self::name(lowest.upper.saturating_sub(shift)),
            Self::name(lowest.lower.saturating_sub(shift))
        )
    }

    /// The part of the spine that it lies in, by its lowest vertebra.
    pub(super) fn region(self) -> Region {
        match Self::name(self.lower) {
            "S1" => Region::Lumbosacral,
            "T1" => Region::Cervical,
            name if name.starts_with('C') => Region::Cervical,
            name if name.starts_with('T') => Region::Thoracic,
            _ => Region::Lumbar,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_roots_and_branches_follow_the_anatomy() {
        let low = Stretch::new("L4", "L5");
        assert_eq!(low.root(), "L5 root");
        assert_eq!(low.medial_branches(), "L3 medial branch, L4 medial branch");
        assert_eq!(low.adjacent().text(), "L3-L4");
        assert_eq!(low.extended().text(), "L3-L5");
        assert_eq!(Stretch::new("C5", "C6").root(), "C6 root");
        assert_eq!(
            Stretch::new("C5", "C6").medial_branches(),
            "C5 medial branch, C6 medial branch"
        );
        assert_eq!(Stretch::new("C7", "T1").root(), "C8 root");
        assert_eq!(Stretch::new("L4", "S1").lowest().text(), "L5-S1");
        assert_eq!(Stretch::new("C1", "C2").adjacent().text(), "C2-C3");
    }

    #[test]
    fn every_name_it_gives_is_a_level() {
        for upper in 1..LAST {
            let stretch = Stretch {
                upper,
                lower: upper + 1,
            };
            for text in [
                stretch.text(),
                stretch.root(),
                stretch.facet(),
                stretch.medial_branches(),
            ] {
                assert!(text.parse::<Levels>().is_ok(), "{text}");
            }
        }
    }
}
