//! Codes of ICD-10-CM that fit a diagnosis by its kind, levels and side, to be chosen from, and what speaks against codes as they
//! stand in a record. Nothing is coded by itself, and no kind follows from a code.
//!
//! Source: ICD-10-CM, release of 1 April 2026, as far as [`crate::icd10cm`] lists it. Where a kind has no code there, none is
//! offered.

use super::operations::operations;
use crate::{
    fact::{
        diagnosis::{Diagnosis, Kind},
        record::Record,
    },
    value::{
        answer::Answer,
        icd10cm::Icd10Cm,
        level::{Levels, Side, Target},
    },
};

/// The region that the last character of a code tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    Cervical,
    Thoracic,
    Lumbar,
    Lumbosacral,
}

/// The regions of these levels, each once, from the head down.
fn regions(levels: &Levels) -> Vec<Region> {
    let all = [
        Region::Cervical,
        Region::Thoracic,
        Region::Lumbar,
        Region::Lumbosacral,
    ];
    let found: Vec<Region> = levels.targets().iter().filter_map(region).collect();
    all.into_iter().filter(|one| found.contains(one)).collect()
}

fn region(target: &Target) -> Option<Region> {
    let lowest = match target {
        Target::Segment(_, lower) | Target::Facet(_, lower) => lower.region(),
        other => other.region()?,
    };
    Some(match lowest {
        'C' => Region::Cervical,
        // C7-T1 and T12-L1 have regions of their own, which the list does not hold; the lower vertebra's is the nearer one.
        'T' => Region::Thoracic,
        'L' => Region::Lumbar,
        _ => Region::Lumbosacral,
    })
}

/// The codes of these regions out of `all`; of every region where none is named.
fn by_region(levels: &Levels, all: &[(Region, &'static [&'static str])]) -> Vec<&'static str> {
    let regions = regions(levels);
    let fits = |(region, _): &&(Region, &[&str])| regions.is_empty() || regions.contains(region);
    all.iter()
        .filter(fits)
        .flat_map(|(_, codes)| codes.iter().copied())
        .collect()
}

/// The codes of a side: of the right, of the left, of where none is told.
fn by_side(side: &Answer<Side>, [right, left, untold]: [&'static str; 3]) -> Vec<&'static str> {
    match side.value() {
        Some(Side::Right) => vec![right],
        Some(Side::Left) => vec![left],
        Some(Side::Bilateral) => vec![right, left],
        Some(Side::Midline) | None => vec![untold],
    }
}

fn stenosis(levels: &Levels) -> Vec<&'static str> {
    let all: [(Region, &[&str]); 4] = [
        (Region::Cervical, &["M48.02"]),
        (Region::Thoracic, &["M48.04"]),
        (Region::Lumbar, &["M48.061", "M48.062"]),
        (Region::Lumbosacral, &["M48.07"]),
    ];
    by_region(levels, &all)
}

fn degeneration(levels: &Levels) -> Vec<&'static str> {
    let all: [(Region, &[&str]); 2] = [
        (Region::Lumbar, &["M51.360", "M51.361", "M51.362", "M51.369"]),
        (Region::Lumbosacral, &["M51.370", "M51.371", "M51.372", "M51.379"]),
    ];
    by_region(levels, &all)
}

fn radiculopathy(levels: &Levels) -> Vec<&'static str> {
    let all: [(Region, &[&str]); 3] = [
        (Region::Cervical, &["M54.12"]),
        (Region::Lumbar, &["M54.16"]),
        (Region::Lumbosacral, &["M54.17"]),
    ];
    by_region(levels, &all)
}

/// Codes to choose from, those that say most of it first.
pub fn suggested(kind: Kind, levels: &Levels, side: &Answer<Side>) -> Vec<Icd10Cm> {
    let pair = |lumbar: &'static [&'static str], lumbosacral: &'static [&'static str]| {
        by_region(
            levels,
            &[(Region::Lumbar, lumbar), (Region::Lumbosacral, lumbosacral)],
        )
    };
    let codes = match kind {
        Kind::PersistentPain => vec!["M96.1", "G89.28"],
        Kind::RecurrentHerniation => pair(&["M51.16", "M51.26"], &["M51.17", "M51.27"]),
        Kind::RootCompression => {
            let disc = pair(&["M51.16", "M47.26"], &["M51.17"]);
            [radiculopathy(levels), disc].concat()
        }
        Kind::Stenosis | Kind::CentralStenosis | Kind::LateralRecessStenosis | Kind::ForaminalStenosis => {
            stenosis(levels)
        }
        Kind::DiscDegeneration | Kind::DiscSpaceNarrowing => degeneration(levels),
        Kind::AdjacentSegment => [degeneration(levels), stenosis(levels)].concat(),
        Kind::Instability => pair(&["M53.2X6", "M43.16"], &["M53.2X7", "M43.17"]),
        Kind::FacetJoint => pair(&["M47.816"], &["M47.817"]),
        Kind::SacroiliacJoint => vec!["M53.3", "M46.1"],
        Kind::Muscle => vec!["M79.18", "M62.830"],
        Kind::EpiduralFibrosis => vec!["G96.12", "G96.198"],
        Kind::NeuropathicPain => {
            let sciatica = by_side(side, ["M54.31", "M54.32", "M54.30"]);
            let lumbar = regions(levels)
                .iter()
                .all(|one| matches!(one, Region::Lumbar | Region::Lumbosacral));
            let sciatica = if lumbar { sciatica } else { Vec::new() };
            [radiculopathy(levels), sciatica, vec!["M79.2"]].concat()
        }
        Kind::Arachnoiditis => vec!["G96.12", "G03.9"],
        Kind::DuralLeak => vec!["G97.41", "G96.11"],
        Kind::Pseudomeningocele => vec!["G96.198", "G96.11"],
        Kind::Pseudarthrosis => vec!["M96.0"],
        Kind::HardwareFailure => vec!["T84.216A", "T84.296A", "T85.112A", "T85.113A"],
        Kind::HardwareMalposition => vec!["T84.226A", "T85.122A", "T85.123A"],
        Kind::SagittalImbalance => pair(&["M40.36"], &[]),
        Kind::Infection => vec!["T84.63XA", "T81.41XA", "T81.42XA", "T81.43XA", "M46.26"],
        Kind::Discitis => pair(&["M46.46", "M46.36"], &["M46.47", "M46.37"]),
        Kind::Crps => match side.value() {
            Some(Side::Bilateral) => vec!["G90.523"],
            _ => by_side(side, ["G90.521", "G90.522", "G90.529"]),
        },
        Kind::Psychosocial => vec!["G89.4", "F45.42"],
        Kind::OtherSource
        | Kind::OtherLevelOrSide
        | Kind::Residual
        | Kind::NerveInjury
        | Kind::HipOrPeripheral
        | Kind::CentralSensitisation
        | Kind::Other => Vec::new(),
    };
    codes.into_iter().filter_map(|code| code.parse().ok()).collect()
}

/// What speaks against a code as it stands in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeConflict {
    /// The two are never coded together.
    Excludes {
        /// The code that stands beside it.
        other: Icd10Cm,
    },
    /// Pain after spine surgery, in a record without an operation of the spine.
    NoOperation,
}

/// What speaks against a diagnosis as it is coded, beside the others of a record that are not excluded. One that is excluded is
/// not coded, so nothing speaks against its code.
pub fn conflicts(diagnosis: &Diagnosis, record: &Record) -> Vec<CodeConflict> {
    let own = diagnosis.icd10cm.as_ref().map(|coded| &coded.code);
    let mut found = Vec::new();
    if !diagnosis.is_open() {
        return found;
    }
    let after_surgery = own.is_some_and(|code| code.as_str() == "M96.1");
    if (after_surgery || diagnosis.kind == Kind::PersistentPain) && operations(record).is_empty() {
        found.push(CodeConflict::NoOperation);
    }
    let others = record.diagnoses.iter().filter(|one| one.is_open());
    for other in others.filter_map(|one| one.icd10cm.as_ref()) {
        let conflict = CodeConflict::Excludes {
            other: other.code.clone(),
        };
        if own.is_some_and(|own| own.excludes(&other.code)) && !found.contains(&conflict) {
            found.push(conflict);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn codes(kind: Kind, levels: &str, side: Option<Side>) -> Vec<String> {
        let side = side.map_or_else(Answer::default, Answer::Value);
        let codes = suggested(kind, &levels.parse().unwrap_or_default(), &side);
        codes.iter().map(ToString::to_string).collect()
    }

    #[rstest]
    #[case(Kind::PersistentPain, "L4-S1", None, &["M96.1", "G89.28"])]
    #[case(Kind::CentralStenosis, "L4-L5", None, &["M48.061", "M48.062"])]
    #[case(Kind::CentralStenosis, "C5-C6", None, &["M48.02"])]
    #[case(Kind::ForaminalStenosis, "L5-S1", None, &["M48.07"])]
    #[case(Kind::DiscDegeneration, "L4-L5", None, &["M51.360", "M51.361", "M51.362", "M51.369"])]
    #[case(Kind::RecurrentHerniation, "L5-S1", None, &["M51.17", "M51.27"])]
    #[case(Kind::RootCompression, "S1 root", None, &["M54.17", "M51.17"])]
    #[case(Kind::NeuropathicPain, "L5 root", Some(Side::Right), &["M54.16", "M54.31", "M79.2"])]
    #[case(Kind::NeuropathicPain, "L5 root", Some(Side::Left), &["M54.16", "M54.32", "M79.2"])]
    #[case(Kind::NeuropathicPain, "L5 root", Some(Side::Bilateral), &["M54.16", "M54.31", "M54.32", "M79.2"])]
    #[case(Kind::NeuropathicPain, "C6 root", Some(Side::Left), &["M54.12", "M79.2"])]
    #[case(Kind::Crps, "", Some(Side::Bilateral), &["G90.523"])]
    #[case(Kind::HardwareMalposition, "L4", None, &["T84.226A", "T85.122A", "T85.123A"])]
    #[case(Kind::Discitis, "C5-C6", None, &[])]
    #[case(Kind::OtherLevelOrSide, "L4-L5", None, &[])]
    fn trap_40_what_is_offered_fits_region_and_side(
        #[case] kind: Kind,
        #[case] levels: &str,
        #[case] side: Option<Side>,
        #[case] wanted: &[&str],
    ) {
        assert_eq!(codes(kind, levels, side), wanted);
    }

    #[test]
    fn trap_40_and_41_only_listed_codes_of_icd_10_cm_are_offered_and_none_is_lost_on_the_way() {
        for kind in Kind::ALL {
            for levels in [
                "", "C5-C6", "T7-T8", "L4-L5", "L5-S1", "L3-S1", "L5 root", "SI joint", "3 levels",
            ] {
                for side in [
                    None,
                    Some(Side::Left),
                    Some(Side::Right),
                    Some(Side::Bilateral),
                    Some(Side::Midline),
                ] {
                    for code in codes(kind, levels, side) {
                        assert!(code.parse::<Icd10Cm>().unwrap().is_listed(), "{kind:?} {code}");
                    }
                }
            }
        }
        assert_eq!(codes(Kind::HardwareFailure, "", None).len(), 4);
        assert_eq!(codes(Kind::Infection, "", None).len(), 5);
    }

    fn record(surgeries: &str, diagnoses: &[(&str, &str, &str)]) -> Record {
        let diagnoses: Vec<String> = diagnoses
            .iter()
            .map(|(kind, certainty, code)| {
                format!(r#"{{"kind":"{kind}","certainty":"{certainty}","icd10cm":{{"code":"{code}"}}}}"#)
            })
            .collect();
        let diagnoses = diagnoses.join(",");
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},"surgeries":[{surgeries}],"diagnoses":[{diagnoses}]}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    fn told(record: &Record, at: usize) -> Vec<CodeConflict> {
        conflicts(&record.diagnoses[at], record)
    }

    #[test]
    fn trap_40_chronic_pain_syndrome_and_postprocedural_pain_exclude_each_other_while_both_stand() {
        let operation = r#"{"procedures":["fusion"]}"#;
        let both = |certainty| {
            let pain = ("persistent_pain", "confirmed", "G89.28");
            record(operation, &[pain, ("psychosocial", certainty, "G89.4")])
        };
        let excludes = |code: &str| {
            vec![CodeConflict::Excludes {
                other: code.parse().unwrap(),
            }]
        };
        assert_eq!(told(&both("probable"), 0), excludes("G89.4"));
        assert_eq!(told(&both("probable"), 1), excludes("G89.28"));
        assert_eq!(told(&both("excluded"), 0), []);
        assert_eq!(told(&both("excluded"), 1), []);
    }

    #[test]
    fn trap_40_pain_after_surgery_in_a_record_without_an_operation_is_told() {
        let pain = ("persistent_pain", "confirmed", "M96.1");
        assert_eq!(told(&record("", &[pain]), 0), [CodeConflict::NoOperation]);
        assert_eq!(told(&record(r#"{"procedures":["fusion"]}"#, &[pain]), 0), []);
        assert_eq!(
            told(&record("", &[("persistent_pain", "excluded", "M96.1")]), 0),
            []
        );
    }
}
