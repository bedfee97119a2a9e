//! Implants from the record file to what is printed: the gate, the banner's line and the letter say the same, none of them
//! reassures, and what was taken out is told as taken out.

use super::{line, record, today};
use crate::{
    flags::assess,
    gates::{MRI, gate, implants_line},
    letter::{Request, letter_text},
    record::Record,
};
use lamina_domain::{
    Answer,
    gate::mri::Verdict,
    red_flag::{Settings, input::Observation},
};
use rstest::rstest;
use serde_json::{Value, json};

const HARMLESS: &str = "no contraindication";

fn letter(record: &Record) -> String {
    letter_text(record, &Request::default(), today())
}

/// Everything that is said of implants, in one text.
fn everything(record: &Record) -> String {
    let view = gate(record, MRI, today(), false);
    let said = [view.headline, view.lines.join("\n"), line(record), letter(record)];
    said.join("\n")
}

#[rstest]
#[case("ICD (titanium) 2021")]
#[case("titanium aneurysm clip 1995")]
#[case("cochlear implant with receiver plate")]
#[case("steel rod and shrapnel in the orbit")]
#[case("MAGEC magnetic growing rods")]
fn no_word_is_fusion_metal_from_the_file_to_the_page(#[case] text: &str) {
    for told in [
        json!({ "background": { "implants_mri": { "value": [text] } } }),
        json!({ "surgeries": [{ "procedures": ["fusion"], "implants": [text] }] }),
        json!({ "surgeries": [{ "procedures": ["fusion"], "implants": [{ "name": text }] }],
            "background": { "implants_mri": { "missing": "absent" } } }),
        json!({ "surgeries": [{ "procedures": ["fusion"], "levels": "L4-S1",
            "implants": [{ "kind": "screws_and_rods", "name": "pedicle screws" }] }],
            "background": { "implants_mri": { "value": [text, "pedicle screws"] } } }),
    ] {
        let record = record(told.clone());
        let view = gate(&record, MRI, today(), false);
        assert_eq!((view.mri, view.blocks), (Some(Verdict::Warning), true), "{told}");
        assert!(
            line(&record).contains(&format!("MRI status not clear: {text}")),
            "{}",
            line(&record)
        );
        let own: Vec<&String> = view.lines.iter().filter(|line| line.contains(text)).collect();
        assert!(
            own.iter().all(|line| !line.contains(HARMLESS)) && !own.is_empty(),
            "{own:?}"
        );
        let page = letter(&record);
        assert!(
            page.contains("Warning: MRI status is not clear for every part"),
            "{page}"
        );
        assert!(!page.contains(&format!("{text}: usually")), "{page}");
    }
}

fn screws(more: Value) -> Record {
    let mut told = json!({ "surgeries": [{ "procedures": ["fusion"], "when": "2019", "levels": "L4-S1",
        "implants": [{ "kind": "screws_and_rods", "name": "pedicle screws" }] }] });
    for (key, value) in more.as_object().unwrap() {
        told[key] = value.clone();
    }
    record(told)
}

#[rstest]
#[case::not_asked(json!({}), "Other implants: not asked about.", "Other implants not asked about")]
#[case::unknown(json!({ "background": { "implants_mri": { "missing": "unknown" } } }),
    "Other implants: asked, not known.", "Other implants: asked, not known")]
#[case::declined(json!({ "background": { "implants_mri": { "missing": "declined" } } }),
    "Other implants: asked, not answered.", "Other implants: asked, not answered")]
fn screws_hide_nothing_that_nobody_asked_about(
    #[case] more: Value,
    #[case] first: &str,
    #[case] banner: &str,
) {
    let record = screws(more);
    let view = gate(&record, MRI, today(), false);
    assert_eq!((view.mri, view.blocks), (Some(Verdict::NotAssessed), true));
    assert!(view.headline.starts_with(first), "{}", view.headline);
    assert!(view.lines[0].contains("pedicle screws"), "{:?}", view.lines);
    assert!(
        line(&record).starts_with(banner) && line(&record).ends_with("pedicle screws"),
        "{}",
        line(&record)
    );
    let page = letter(&record);
    let at = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("{text} is not in\n{page}"))
    };
    assert!(at(&format!("MRI: {first}")) < at(HARMLESS), "{page}");
    assert!(page.contains(banner), "{page}");
}

#[test]
fn screws_alone_are_a_note_once_others_were_asked_about() {
    let record = screws(json!({ "background": { "implants_mri": { "missing": "absent" } } }));
    let view = gate(&record, MRI, today(), false);
    assert_eq!((view.mri, view.blocks), (Some(Verdict::Note), false), "{view:?}");
    assert_eq!(line(&record), "pedicle screws");
}

#[rstest]
#[case::trial_running(json!({ "treatments": [{ "kind": "neuromodulation_trial", "name": "SCS trial", "started": "20 Nov 2026" }] }),
    "SCS trial (treatment 1), lead: leads of a trial without a recorded end count as in the body; MRI status unknown.",
    "SCS trial (trial leads, no end recorded)")]
#[case::stimulator_as_operation(json!({ "surgeries": [{ "procedures": ["Spinal cord stimulator implant"], "when": "2015" }] }),
    "Spinal cord stimulator implant (operation 1): told in words only; what is in the body and its MRI status are unknown.",
    "MRI status not clear: Spinal cord stimulator implant")]
#[case::pump_as_operation(json!({ "surgeries": [{ "procedures": ["Intrathecal pump implant"] }] }),
    "Intrathecal pump implant (operation 1): told in words only", "MRI status not clear: Intrathecal pump implant")]
#[case::disc_as_operation(json!({ "surgeries": [{ "procedures": ["Cervical disc arthroplasty"], "levels": "C5-C6" }] }),
    "Cervical disc arthroplasty (operation 1, C5-C6): told in words only", "Cervical disc arthroplasty")]
#[case::plate_as_operation(json!({ "surgeries": [{ "procedures": ["ACDF with plate"] }] }),
    "ACDF with plate (operation 1): told in words only", "ACDF with plate")]
#[case::medicine_through_a_pump(json!({ "treatments": [{ "kind": "drug", "name": "morphine", "medicine":
    { "ingredients": [{ "name": "morphine" }], "form": "pump", "route": "intrathecal" } }] }),
    "morphine (treatment 1): MRI status unknown.", "MRI status not clear: morphine")]
#[case::icd_among_the_conditions(json!({ "background": { "conditions": { "value": ["ICD since 2021"] } } }),
    "ICD since 2021 (noted among the conditions): told in words only", "ICD since 2021")]
fn nothing_that_stays_in_a_body_is_overlooked(
    #[case] mut told: Value,
    #[case] gate_says: &str,
    #[case] banner: &str,
) {
    // "None" under Alerts takes nothing away from it.
    told["background"]["implants_mri"] = json!({ "missing": "absent" });
    let record = record(told);
    let view = gate(&record, MRI, today(), false);
    assert_eq!((view.mri, view.blocks), (Some(Verdict::Warning), true));
    assert!(
        view.lines.iter().any(|line| line.contains(gate_says)),
        "{:?}",
        view.lines
    );
    assert!(line(&record).contains(banner), "{}", line(&record));
    assert!(letter(&record).contains(gate_says), "{}", letter(&record));
}

fn taken_out(more: Value) -> Record {
    let mut told = json!({ "devices": [{ "name": "Stimulator", "implanted": "2015", "removed": "12 Mar 2020",
        "parts": [{ "kind": "generator" }, { "kind": "lead", "state": "in_use" }] }] });
    for (key, value) in more.as_object().unwrap() {
        told[key] = value.clone();
    }
    record(told)
}

fn devices_in_flags(record: &Record) -> bool {
    let fired = json!({ "asked_on": "2026-11-25", "answers": { "fever": { "is": "yes", "course": "new" } } });
    let mut record = record.clone();
    record.flags = vec![serde_json::from_value(fired).unwrap()];
    let assessed = assess(&record, &Settings::default(), today());
    let mut found = assessed.fired.iter().flat_map(|one| &one.evidence);
    found.any(|one| matches!(one.found, Observation::Device(_)))
}

#[test]
fn a_stimulator_that_was_taken_out_is_out_and_the_letter_says_when() {
    let record = taken_out(json!({ "background": { "implants_mri": { "missing": "absent" } } }));
    let view = gate(&record, MRI, today(), false);
    assert_eq!(
        (view.mri, view.blocks),
        (Some(Verdict::NoneRecorded), false),
        "{view:?}"
    );
    assert_eq!(line(&record), "Absent");
    assert!(view.lines.is_empty());
    assert!(!devices_in_flags(&record));
    let page = letter(&record);
    assert!(
        page.contains("No longer in the body: Stimulator, implanted 2015, taken out 12 Mar 2020."),
        "{page}"
    );
    // With others not asked about, that is what is said, and nothing of the stimulator.
    let open = taken_out(json!({}));
    assert_eq!(line(&open), "NotAsked");
    assert_eq!(gate(&open, MRI, today(), false).mri, Some(Verdict::NotAssessed));
}

#[rstest]
#[case::lead_left_behind(json!([{ "kind": "generator" }, { "kind": "lead", "state": "abandoned" }]))]
#[case::lead_broken(json!([{ "kind": "generator" }, { "kind": "lead", "state": "fractured" }]))]
fn a_lead_that_stayed_in_stays_and_warns(#[case] parts: Value) {
    let record = taken_out(json!({ "background": { "implants_mri": { "missing": "absent" } },
        "devices": [{ "name": "Stimulator", "implanted": "2015", "removed": "12 Mar 2020", "parts": parts }] }));
    assert_eq!(gate(&record, MRI, today(), false).mri, Some(Verdict::Warning));
    assert_eq!(line(&record), "MRI status not clear: Stimulator");
    assert!(devices_in_flags(&record));
}

#[test]
fn a_removal_that_may_not_have_come_yet_leaves_the_device_in() {
    let record = taken_out(
        json!({ "devices": [{ "name": "Stimulator", "implanted": "2015", "removed": "2026",
        "parts": [{ "kind": "generator" }, { "kind": "lead" }] }] }),
    );
    assert!(
        line(&record).contains("Stimulator (taken out 2026, not certain)"),
        "{}",
        line(&record)
    );
    assert!(everything(&record).contains("that this is past is not certain"));
    assert!(devices_in_flags(&record));
}

#[test]
fn words_that_still_name_what_was_taken_out_are_told_as_a_contradiction() {
    let record = taken_out(json!({ "background": { "implants_mri": { "value": ["stimulator"] } } }));
    let view = gate(&record, MRI, today(), false);
    assert_eq!(view.mri, Some(Verdict::Warning));
    assert!(
        view.lines.iter().any(|line| line
            == "Stimulator: taken out 12 Mar 2020, but “stimulator” is still noted as an implant; the two do not agree."),
        "{:?}",
        view.lines
    );
    assert!(
        line(&record).contains("recorded as taken out, still noted as an implant"),
        "{}",
        line(&record)
    );
}

fn operated(removal: Value) -> Record {
    record(
        json!({ "background": { "implants_mri": { "missing": "absent" } }, "surgeries": [
        { "procedures": ["fusion"], "when": "2019", "levels": "L4-S1",
            "implants": [{ "kind": "screws_and_rods", "name": "pedicle screws" }] }, removal] }),
    )
}

#[test]
fn hardware_that_an_operation_took_out_is_out_and_the_letter_says_by_which() {
    let record =
        operated(json!({ "procedures": ["removal of hardware"], "when": "May 2021", "levels": "L4-S1" }));
    assert_eq!(
        gate(&record, MRI, today(), false).mri,
        Some(Verdict::NoneRecorded)
    );
    assert_eq!(line(&record), "Absent");
    let page = letter(&record);
    assert!(
        page.contains(
            "No longer in the body: pedicle screws (operation 1, L4-S1), implanted 2019, taken out by operation 2 (removal of hardware), May 2021."
        ),
        "{page}"
    );
}

#[test]
fn a_removal_at_other_levels_leaves_the_hardware_in_and_says_so() {
    let record =
        operated(json!({ "procedures": ["removal of hardware"], "when": "May 2021", "levels": "L4-L5" }));
    assert_eq!(line(&record), "pedicle screws");
    assert!(everything(&record).contains(
        "operation 2 took something out (removal of hardware); whether it was this is not certain"
    ),);
}

#[test]
fn a_pump_and_a_stimulator_told_as_operations_are_devices_for_the_red_flags() {
    for procedure in ["Spinal cord stimulator implant", "Intrathecal pump implant"] {
        let told = json!({ "surgeries": [{ "procedures": [procedure] }],
            "background": { "implants_mri": { "missing": "absent" } } });
        assert!(devices_in_flags(&record(told)), "{procedure}");
    }
    assert!(!devices_in_flags(&screws(json!({}))));
}

#[test]
fn what_an_operation_left_stands_in_the_letter_with_its_kind_and_none_is_said() {
    let page = letter(&record(json!({ "surgeries": [
        { "procedures": ["fusion"], "implants": [{ "kind": "cage" }, { "kind": "plate_or_hook", "name": "Sample 2" }] },
        { "procedures": ["fusion"], "implants": { "missing": "absent" } }] })));
    assert!(
        page.contains("implants: cage, Sample 2 (plate or hook)"),
        "{page}"
    );
    assert!(page.contains("implants: none"), "{page}");
    assert!(matches!(
        implants_line(&record(json!({})), today()),
        Answer::Missing(_)
    ));
}

#[test]
fn trap_38_a_label_given_at_the_operation_counts_and_what_has_none_stays_not_known() {
    let told = |implant: Value, devices: Value| {
        let record = record(
            json!({ "surgeries": [{ "procedures": ["stimulator implant"], "when": "2019",
            "implants": { "value": [implant] } }], "devices": devices,
            "background": { "implants_mri": { "missing": "absent" } } }),
        );
        let view = gate(&record, MRI, today(), false);
        (view.mri, record, view.lines.join("\n"))
    };
    let generator = |mri: &str| json!({ "kind": "generator", "mri": mri });
    assert_eq!(told(generator("unknown"), json!([])).0, Some(Verdict::Warning));
    assert_eq!(told(generator("unsafe"), json!([])).0, Some(Verdict::Warning));
    // The device of the list is the same thing: its parts count once, and of two labels the worse.
    let device = json!([{ "name": "Sample stimulator", "implanted": "2019", "parts": [
        { "kind": "generator", "state": "in_use", "mri": "safe" }, { "kind": "lead", "state": "in_use", "mri": "safe" }] }]);
    let linked = json!({ "kind": "generator", "device": "device 1", "mri": "unsafe" });
    let (verdict, linked, lines) = told(linked, device.clone());
    assert_eq!(verdict, Some(Verdict::Warning), "{lines}");
    assert_eq!(line(&linked).matches("timulator").count(), 1, "{}", line(&linked));
    let (verdict, ..) = told(json!({ "device": "device 1" }), device);
    assert_eq!(verdict, Some(Verdict::Note));
}
