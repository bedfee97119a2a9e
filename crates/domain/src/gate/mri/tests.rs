//! Tests of the MRI notice: one part decides for the system, and nothing recorded is not safe.

use super::*;
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

fn part(kind: PartKind, state: PartState, mri: MriStatus) -> Part {
    Part {
        kind,
        name: None,
        state,
        mri,
    }
}

fn of(parts: Vec<Part>) -> Notice {
    notice(&Answer::Value(vec![System {
        name: Text::new("Stimulator").unwrap(),
        parts,
    }]))
}

fn generator(mri: MriStatus) -> Part {
    part(PartKind::Generator, PartState::InUse, mri)
}

fn lead(state: PartState, mri: MriStatus) -> Part {
    part(PartKind::Lead, state, mri)
}

#[rstest]
#[case(Missing::NotAsked, Verdict::NotAssessed)]
#[case(Missing::Unknown, Verdict::NotAssessed)]
#[case(Missing::Declined, Verdict::NotAssessed)]
#[case(Missing::NotApplicable, Verdict::NotAssessed)]
#[case(Missing::Absent, Verdict::NoneRecorded)]
fn trap_38_nothing_recorded_is_not_safe(#[case] missing: Missing, #[case] verdict: Verdict) {
    let notice = notice(&Answer::Missing(missing));
    assert_eq!(notice.verdict, verdict);
    assert!(!notice.text().contains("safe"));
}

#[test]
fn trap_38_an_empty_register_is_no_answer() {
    assert_eq!(notice(&Answer::Value(Vec::new())).verdict, Verdict::NotAssessed);
    assert_eq!(of(Vec::new()).verdict, Verdict::NotAssessed);
}

#[rstest]
#[case::unknown(MriStatus::Unknown, Verdict::Warning)]
#[case::not_safe(MriStatus::Unsafe, Verdict::Warning)]
#[case::conditional(conditional(), Verdict::Conditional)]
#[case::safe(MriStatus::Safe, Verdict::Note)]
fn trap_38_one_part_decides_for_the_system(#[case] mri: MriStatus, #[case] verdict: Verdict) {
    let by_lead = of(vec![
        generator(MriStatus::Safe),
        lead(PartState::InUse, mri.clone()),
    ]);
    assert_eq!(by_lead.verdict, verdict);
    let by_generator = of(vec![generator(mri), lead(PartState::InUse, MriStatus::Safe)]);
    assert_eq!(by_generator.verdict, verdict);
}

#[rstest]
#[case(PartState::Abandoned, true)]
#[case(PartState::Fractured, true)]
#[case(PartState::Unknown, true)]
#[case(PartState::InUse, false)]
#[case(PartState::Removed, false)]
fn trap_38_a_lead_left_behind_or_broken_warns_whatever_its_label(
    #[case] state: PartState,
    #[case] warns: bool,
) {
    let notice = of(vec![
        generator(conditional()),
        lead(PartState::InUse, conditional()),
        lead(state, conditional()),
    ]);
    assert_eq!(notice.verdict == Verdict::Warning, warns, "{}", notice.text());
}

#[test]
fn trap_38_a_generator_without_its_leads_is_not_the_whole_system() {
    let only = of(vec![generator(conditional())]);
    assert_eq!(only.verdict, Verdict::Warning);
    let left = of(vec![
        part(PartKind::Generator, PartState::Removed, conditional()),
        lead(PartState::InUse, conditional()),
    ]);
    assert_eq!(left.verdict, Verdict::Warning);
    let pump = of(vec![part(PartKind::Pump, PartState::InUse, conditional())]);
    assert_eq!(pump.verdict, Verdict::Warning);
}

#[test]
fn conditions_are_shown_and_a_missing_condition_warns() {
    let notice = of(vec![
        generator(conditional()),
        lead(PartState::InUse, conditional()),
    ]);
    assert_eq!(notice.verdict, Verdict::Conditional);
    assert!(
        notice
            .text()
            .contains("Stimulator, generator: field 1.5 T, body part full body, mode MRI mode."),
        "{}",
        notice.text()
    );
    let no_mode = MriStatus::Conditional(Conditions {
        field: text("1.5 T"),
        body: text("head only"),
        mode: None,
    });
    let lacking = of(vec![generator(no_mode), lead(PartState::InUse, conditional())]);
    assert_eq!(lacking.verdict, Verdict::Warning);
    assert!(lacking.text().contains("conditions not recorded: mode."));
}

#[rstest]
#[case(PartState::InUse)]
#[case(PartState::Unknown)]
#[case(PartState::Fractured)]
fn trap_38_fusion_metal_alone_stops_no_mri(#[case] state: PartState) {
    let metal = of(vec![part(PartKind::FusionMetal, state, MriStatus::Unknown)]);
    assert_eq!(metal.verdict, Verdict::Note);
    assert!(metal.text().contains("artefact"));
    let unsafe_metal = of(vec![part(PartKind::FusionMetal, state, MriStatus::Unsafe)]);
    assert_eq!(unsafe_metal.verdict, Verdict::Warning);
    let beside = of(vec![
        part(PartKind::FusionMetal, state, MriStatus::Unknown),
        lead(PartState::Abandoned, MriStatus::Unknown),
    ]);
    assert_eq!(beside.verdict, Verdict::Warning);
}

#[test]
fn another_implant_of_unknown_status_warns() {
    let disc = of(vec![part(PartKind::Other, PartState::InUse, MriStatus::Unknown)]);
    assert_eq!(disc.verdict, Verdict::Warning);
}

#[test]
fn a_system_that_is_taken_out_is_noted_as_nothing() {
    let out = of(vec![
        part(PartKind::Generator, PartState::Removed, MriStatus::Unsafe),
        lead(PartState::Removed, MriStatus::Unsafe),
    ]);
    assert_eq!(out.verdict, Verdict::Note);
    assert!(out.reasons.is_empty());
}
