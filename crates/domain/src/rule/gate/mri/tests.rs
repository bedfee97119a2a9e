//! Tests of the MRI notice: one part decides for the system, nothing recorded is not safe, and others that nobody asked
//! about are not taken to be none.

use super::*;
use crate::{
    rule::gate::register::{Facts, register},
    value::{born::Birth, text::Text},
};
use rstest::rstest;

fn text(words: &str) -> Option<Text> {
    Some(Text::new(words).unwrap())
}

fn conditional() -> MriStatus {
    MriStatus::Conditional(Conditions {
        field: text("1.5 T"),
        body: text("full body"),
        mode: text("MRI mode"),
    })
}

fn part(kind: ImplantKind, state: PartState, mri: MriStatus) -> Part {
    Part {
        kind,
        name: None,
        state,
        mri,
    }
}

fn made(parts: Vec<Part>, others: Answer<()>) -> Register {
    let device = crate::Device {
        parts,
        ..serde_json::from_str(r#"{"name":"Sample","parts":[]}"#).unwrap()
    };
    let mut register = register(&Facts {
        surgeries: &[],
        treatments: &[],
        devices: &[device.into()],
        paths: Default::default(),
        background: &Default::default(),
        born: "1970".parse::<Birth>().unwrap(),
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
    });
    register.others = others;
    register
}

/// The verdict and the findings where others were asked about.
fn of_parts(parts: Vec<Part>) -> (Verdict, Vec<Finding>) {
    let register = made(parts, Answer::Missing(Missing::Absent));
    let notice = notice(&register);
    let findings = notice.told.iter().map(|one| one.finding.clone()).collect();
    (notice.verdict, findings)
}

fn generator(mri: MriStatus) -> Part {
    part(ImplantKind::Generator, PartState::InUse, mri)
}

fn lead(state: PartState, mri: MriStatus) -> Part {
    part(ImplantKind::Lead, state, mri)
}

#[rstest]
#[case(Missing::NotAsked, Verdict::NotAssessed)]
#[case(Missing::Unknown, Verdict::NotAssessed)]
#[case(Missing::Declined, Verdict::NotAssessed)]
#[case(Missing::NotApplicable, Verdict::NotAssessed)]
#[case(Missing::Absent, Verdict::NoneRecorded)]
fn trap_38_nothing_recorded_is_not_safe(#[case] missing: Missing, #[case] verdict: Verdict) {
    let nothing = Register {
        entries: Vec::new(),
        others: Answer::Missing(missing),
    };
    assert_eq!(notice(&nothing).verdict, verdict);
}

#[rstest]
#[case(Missing::NotAsked, true)]
#[case(Missing::Unknown, true)]
#[case(Missing::Declined, true)]
#[case(Missing::NotApplicable, true)]
#[case(Missing::Absent, false)]
fn fusion_metal_does_not_answer_for_what_nobody_asked_about(#[case] missing: Missing, #[case] open: bool) {
    let metal = || part(ImplantKind::ScrewsAndRods, PartState::InUse, MriStatus::Unknown);
    let register = made(vec![metal()], Answer::Missing(missing));
    let said = notice(&register);
    let expected = if open {
        (Verdict::NotAssessed, Some(missing))
    } else {
        (Verdict::Note, None)
    };
    assert_eq!((said.verdict, said.others), expected);
    // The same holds for what its label allows.
    let labelled = vec![generator(conditional()), lead(PartState::InUse, conditional())];
    let register = made(labelled, Answer::Missing(missing));
    assert_eq!(notice(&register).verdict == Verdict::NotAssessed, open);
    // A warning stays one.
    let register = made(vec![generator(MriStatus::Unsafe)], Answer::Missing(missing));
    assert_eq!(notice(&register).verdict, Verdict::Warning);
}

#[test]
fn trap_38_a_device_without_a_part_is_of_unknown_status() {
    assert_eq!(of_parts(Vec::new()).0, Verdict::Warning);
}

#[rstest]
#[case::unknown(MriStatus::Unknown, Verdict::Warning)]
#[case::not_safe(MriStatus::Unsafe, Verdict::Warning)]
#[case::conditional(conditional(), Verdict::Conditional)]
#[case::safe(MriStatus::Safe, Verdict::Note)]
fn trap_38_one_part_decides_for_the_system(#[case] mri: MriStatus, #[case] verdict: Verdict) {
    let by_lead = of_parts(vec![
        generator(MriStatus::Safe),
        lead(PartState::InUse, mri.clone()),
    ]);
    assert_eq!(by_lead.0, verdict);
    let by_generator = of_parts(vec![generator(mri), lead(PartState::InUse, MriStatus::Safe)]);
    assert_eq!(by_generator.0, verdict);
}

#[rstest]
#[case(PartState::Abandoned, Some(Finding::Abandoned))]
#[case(PartState::Fractured, Some(Finding::Broken))]
#[case(PartState::Unknown, Some(Finding::StateNotRecorded))]
#[case(PartState::InUse, None)]
#[case(PartState::Removed, None)]
fn trap_38_a_lead_left_behind_or_broken_warns_whatever_its_label(
    #[case] state: PartState,
    #[case] finding: Option<Finding>,
) {
    let (verdict, found) = of_parts(vec![
        generator(conditional()),
        lead(PartState::InUse, conditional()),
        lead(state, conditional()),
    ]);
    assert_eq!(verdict == Verdict::Warning, finding.is_some(), "{found:?}");
    if let Some(finding) = finding {
        assert!(found.contains(&finding), "{found:?}");
    }
}

#[test]
fn trap_38_a_generator_without_its_leads_is_not_the_whole_system() {
    let only = of_parts(vec![generator(conditional())]);
    assert_eq!(only.0, Verdict::Warning);
    let left = of_parts(vec![
        part(ImplantKind::Generator, PartState::Removed, conditional()),
        lead(PartState::InUse, conditional()),
    ]);
    assert_eq!(left.0, Verdict::Warning);
    let pump = of_parts(vec![part(ImplantKind::Pump, PartState::InUse, conditional())]);
    assert_eq!(pump.0, Verdict::Warning);
}

#[test]
fn a_condition_that_is_not_recorded_warns_beside_those_that_are() {
    let no_mode = MriStatus::Conditional(Conditions {
        field: text("1.5 T"),
        body: text("head only"),
        mode: None,
    });
    let (verdict, found) = of_parts(vec![generator(no_mode), lead(PartState::InUse, conditional())]);
    assert_eq!(verdict, Verdict::Warning);
    assert!(found.contains(&Finding::ConditionsLacking(vec![Condition::Mode])));
}

#[rstest]
#[case(PartState::InUse)]
#[case(PartState::Unknown)]
#[case(PartState::Fractured)]
fn trap_38_fusion_metal_alone_stops_no_mri(#[case] state: PartState) {
    let metal = |mri| part(ImplantKind::FusionMetal, state, mri);
    let alone = of_parts(vec![metal(MriStatus::Unknown)]);
    assert_eq!(alone, (Verdict::Note, vec![Finding::Passive]));
    assert_eq!(of_parts(vec![metal(MriStatus::Unsafe)]).0, Verdict::Warning);
    let beside = of_parts(vec![
        metal(MriStatus::Unknown),
        lead(PartState::Abandoned, MriStatus::Unknown),
    ]);
    assert_eq!(beside.0, Verdict::Warning);
    let labelled = of_parts(vec![
        metal(MriStatus::Unknown),
        generator(conditional()),
        lead(PartState::InUse, conditional()),
    ]);
    assert_eq!(labelled.0, Verdict::Conditional);
}

#[test]
fn every_other_kind_of_unknown_status_warns() {
    for kind in ImplantKind::ALL.into_iter().filter(|kind| !kind.is_passive()) {
        let (verdict, _) = of_parts(vec![part(kind, PartState::InUse, MriStatus::Unknown)]);
        assert_eq!(verdict, Verdict::Warning, "{kind:?}");
    }
}

#[test]
fn a_system_that_is_taken_out_is_nothing_to_say() {
    let out = of_parts(vec![
        part(ImplantKind::Generator, PartState::Removed, MriStatus::Unsafe),
        lead(PartState::Removed, MriStatus::Unsafe),
    ]);
    assert_eq!(out, (Verdict::NoneRecorded, Vec::new()));
}
