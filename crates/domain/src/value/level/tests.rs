//! What is read of levels, what is refused, and that whatever is printed reads back as itself.

use super::*;
use proptest::{prelude::*, sample::subsequence};
use rstest::rstest;

#[rstest]
#[case("L4-S1", "L4-S1", 2)]
#[case("L45", "L4-L5", 1)]
#[case("L4/5", "L4-L5", 1)]
#[case("l4-5", "L4-L5", 1)]
#[case("L4 to S1", "L4-S1", 2)]
#[case("C5/6", "C5-C6", 1)]
#[case("L5S1", "L5-S1", 1)]
#[case("L5/1", "L5-S1", 1)]
#[case("C7-T1", "C7-T1", 1)]
#[case("T12-L1", "T12-L1", 1)]
#[case("T7-T8", "T7-T8", 1)]
#[case("D10-11", "T10-T11", 1)]
#[case("L3 – S1", "L3-S1", 3)]
#[case("L4-L5-S1", "L4-S1", 2)]
#[case("L3/4/5", "L3-L5", 2)]
#[case("L4-L5, L3", "L4-L5, L3", 1)]
#[case("L4-5 and L5-S1", "L4-S1", 2)]
#[case("L2/3 L4/5", "L2-L3, L4-L5", 2)]
#[case("L2/3, 4/5", "L2-L3, L4-L5", 2)]
#[case("L5, S1", "L5, S1", 0)]
#[case("L5-L6", "L5-L6", 1)]
#[case("L6-S1", "L6-S1", 1)]
#[case("L4-L5, L5-L6, L6-S1", "L4-L6, L6-S1", 3)]
#[case("L2-pelvis", "L2-pelvis", 4)]
#[case("T10-ilium", "T10-ilium", 8)]
#[case("L4-S2AI", "L4-S2AI", 2)]
#[case("L4-S1, S1-pelvis", "L4-pelvis", 2)]
#[case("L4-S1, ilium", "L4-S1, ilium", 2)]
#[case("L5-sacrum", "L5-S1", 1)]
#[case("sacrum", "sacrum", 0)]
#[case("C0-C3", "C0-C3", 3)]
#[case("occiput-T2", "C0-T2", 9)]
#[case("L5 root", "L5 root", 0)]
#[case("L5 root S1 root", "L5 root, S1 root", 0)]
#[case("L4, L5 roots", "L4 root, L5 root", 0)]
#[case("C7-T1 roots", "C7 root, C8 root, T1 root", 0)]
#[case("L5-S1 roots", "L5 root, S1 root", 0)]
#[case("C8 nerve root", "C8 root", 0)]
#[case("L4-L5 facet", "L4-L5 facet", 0)]
#[case("L4-5, L5-S1 facet joints", "L4-L5 facet, L5-S1 facet", 0)]
#[case("L3-S1 facets", "L3-L4 facet, L4-L5 facet, L5-S1 facet", 0)]
#[case("L3 medial branch", "L3 medial branch", 0)]
#[case("L3-L4 medial branch", "L3 medial branch, L4 medial branch", 0)]
#[case("L3/4 mb", "L3 medial branch, L4 medial branch", 0)]
#[case(
    "L3, L4 and L5 medial branches",
    "L3 medial branch, L4 medial branch, L5 medial branch",
    0
)]
#[case("C7-8 medial branch", "C7 medial branch, C8 medial branch", 0)]
#[case("L5 dorsal ramus, S1 lateral branch", "L5 dorsal ramus, S1 lateral branch", 0)]
#[case("L4 vertebra, L5 root", "L4 vertebra, L5 root", 0)]
#[case("L4-S1 segments, L5 root", "L4-S1 segments, L5 root", 2)]
#[case("sij", "SI joint", 0)]
#[case("L5-S1 disc", "L5-S1", 1)]
#[case("3 levels", "3 levels", 0)]
#[case("two-level", "2 levels", 0)]
#[case("L4-S1, 2 levels", "L4-S1", 2)]
#[case("multilevel", "several levels", 0)]
#[case("unknown", "level unknown", 0)]
#[case("", "", 0)]
fn understands_what_is_typed(#[case] typed: &str, #[case] normal: &str, #[case] segments: usize) {
    let levels: Levels = typed.parse().unwrap();
    assert_eq!(levels.to_string(), normal);
    assert_eq!(
        levels.segments(),
        segments,
        "trap 16: a range is counted in segments"
    );
    assert_eq!(
        normal.parse::<Levels>().unwrap(),
        levels,
        "the normal form reads back as itself"
    );
}

fn not_a_level(text: &str) -> Problem {
    Problem::NotALevel { text: text.into() }
}

fn side(levels: &str, side: &str) -> Problem {
    Problem::SideInLevels {
        levels: levels.into(),
        side: side.into(),
    }
}

fn unclear(text: &str, one: &str, other: &str) -> Problem {
    Problem::LevelsUnclear {
        text: text.into(),
        one: one.into(),
        other: other.into(),
    }
}

#[rstest]
#[case("L7", not_a_level("L7"))]
#[case("C8", not_a_level("C8"))]
#[case("T13", not_a_level("T13"))]
#[case("back", not_a_level("back"))]
#[case("Low Back", not_a_level("Low Back"))]
#[case("L4-", not_a_level("L4-"))]
#[case("L3-L4 fusion", not_a_level("L3-L4 fusion"))]
#[case("C3-C5-C7", not_a_level("C3-C5-C7"))]
#[case("S1-L4", Problem::LevelsReversed { right: "L4-S1".into() })]
#[case("C1-L5 disc", Problem::NotNeighbours { text: "C1-L5 disc".into(), segments: 23 })]
#[case("L4-S1 left", side("L4-S1", "left"))]
#[case("L45 re", side("L4-L5", "re"))]
#[case("L L5", side("L5", "l"))]
#[case("right L5 root", side("L5 root", "right"))]
#[case("both SI joints", side("SI joint", "both"))]
#[case("L4-5 left, L5-S1 right", side("L4-S1", "left right"))]
#[case("L4 L5", unclear("L4 L5", "L4-L5", "L4, L5"))]
#[case("L3 5", unclear("L3 5", "L3-L5", "L3, L5"))]
#[case("L2/L5", unclear("L2/L5", "L2-L5", "L2, L5"))]
#[case(
    "L3, L4 medial branch",
    unclear(
        "L3, L4 medial branch",
        "L3 medial branch, L4 medial branch",
        "L3 vertebra, L4 medial branch"
    )
)]
#[case("L4-S1, 3 levels", Problem::LevelCount { said: 3, named: 2 })]
#[case("0 levels", not_a_level("0 levels"))]
fn refuses_in_words_that_repair(#[case] typed: &str, #[case] problem: Problem) {
    assert_eq!(typed.parse::<Levels>(), Err(problem));
}

#[test]
fn a_value_of_another_shape_is_told_what_is_expected() {
    let error = serde_json::from_str::<Levels>("[\"L4-L5\"]")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("expected levels in words, such as \"L4-S1\""),
        "{error}"
    );
    let long = format!("\"{}\"", "L4-L5,".repeat(1000));
    let error = serde_json::from_str::<Levels>(&long).unwrap_err().to_string();
    assert!(error.contains("too_long") && error.len() < 100, "{error}");
}

#[test]
fn together_levels_that_are_not_named_count_only_where_none_is() {
    let read = |text: &str| text.parse::<Levels>().unwrap();
    let (none, count, range) = (read(""), read("3 levels"), read("L4-S1"));
    assert_eq!(Levels::together([&none, &count]).to_string(), "3 levels");
    assert_eq!(Levels::together([&count, &range]).to_string(), "L4-S1");
    assert!(!count.are_named() && !none.are_named() && range.are_named());
}

/// Every target there is.
fn every_target() -> Vec<Target> {
    let bones: Vec<Vertebra> = (0..31).map(Vertebra).collect();
    let mut all: Vec<Target> = bones.iter().copied().map(Target::Vertebra).collect();
    for pair in bones.windows(2) {
        all.extend([Target::Segment(pair[0], pair[1]), Target::Facet(pair[0], pair[1])]);
    }
    all.extend([Target::Segment(L5, S1), Target::Facet(L5, S1)]);
    for (letter, last) in [('C', 8), ('T', 12), ('L', 6), ('S', 5)] {
        for number in 1..=last {
            all.push(Target::Root(letter, number));
            for branch in [
                Branch::Medial,
                Branch::Lateral,
                Branch::DorsalRamus,
                Branch::Sympathetic,
            ] {
                all.push(Target::Branch(branch, letter, number));
            }
        }
    }
    for part in [Pelvic::Pelvis, Pelvic::Ilium, Pelvic::S2Ai] {
        all.extend([Target::Pelvis(part), Target::ToPelvis(part)]);
    }
    all.extend([Target::SacroiliacJoint, Target::Sacrum, Target::Coccyx]);
    all
}

fn reads_back(targets: Vec<Target>) -> Result<(), TestCaseError> {
    let levels = Levels(targets);
    let printed = levels.to_string();
    prop_assert_eq!(printed.parse::<Levels>(), Ok(levels), "{}", printed);
    let json = serde_json::to_string(&printed).unwrap();
    prop_assert_eq!(
        serde_json::from_str::<Levels>(&json).unwrap().to_string(),
        printed
    );
    Ok(())
}

#[test]
fn every_target_and_every_two_of_them_print_what_reads_back() {
    let all = every_target();
    let unnamed = (1..=24)
        .map(UnnamedLevels::Count)
        .chain([UnnamedLevels::Unknown, UnnamedLevels::Several]);
    for one in all.iter().copied().chain(unnamed.map(Target::Unnamed)) {
        reads_back(vec![one]).unwrap();
    }
    // The branches of a nerve differ in their word alone, so one of them stands for all beside others.
    let other_branch = |one: &Target| matches!(one, Target::Branch(branch, ..) if *branch != Branch::Medial);
    let some: Vec<Target> = all.into_iter().filter(|one| !other_branch(one)).collect();
    for one in &some {
        for other in some.iter().filter(|other| *other != one) {
            let levels = Levels(vec![*one, *other]);
            let printed = levels.to_string();
            assert_eq!(printed.parse::<Levels>(), Ok(levels), "{printed}");
        }
    }
}

proptest! {
    #[test]
    fn any_list_of_targets_prints_what_reads_back(targets in subsequence(every_target(), 0..9).prop_shuffle()) {
        reads_back(targets)?;
    }

    #[test]
    fn neighbours_in_a_row_print_what_reads_back(from in 0_u8..30, length in 1_u8..12, six: bool, pelvis: bool) {
        let mut targets = Vec::new();
        let mut at = Vertebra(from);
        for _ in 0..length {
            let Some(next) = at.next(if six { L6 } else { S1 }) else { break };
            targets.push(Target::Segment(at, next));
            at = next;
        }
        if pelvis {
            targets.push(Target::ToPelvis(Pelvic::Ilium));
        }
        reads_back(targets)?;
    }

    #[test]
    fn never_panics_and_normal_forms_are_stable(text in "[CTLSctls0-9/, -]{0,14}") {
        if let Ok(levels) = text.parse::<Levels>() {
            prop_assert_eq!(levels.to_string().parse::<Levels>().unwrap(), levels);
        }
    }

    #[test]
    fn words_never_panic_and_normal_forms_are_stable(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "L3", "L4", "L5", "S1", "C7", "8", "5", "-", "/", " ", ", ", " and ", " root", " roots", " facets",
                " medial branch", " medial branches", " disc", " vertebra", " segments", "pelvis", "S2AI", "sacrum",
                "C0", "SI joint", "3 levels", "unknown", " left", "\u{e9}", "to ",
            ]),
            0..8,
        )
    ) {
        if let Ok(levels) = parts.concat().parse::<Levels>() {
            prop_assert_eq!(levels.to_string().parse::<Levels>(), Ok(levels));
        }
    }
}
