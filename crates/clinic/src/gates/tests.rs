//! What the gates read of a record: nothing dropped, nothing guessed, one line for the whole.

mod implants;

use super::*;
use crate::record::Document;
use lamina_domain::Answer;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn record(more: serde_json::Value) -> Record {
    let mut one = serde_json::json!({ "patient": { "family": "Sample", "born": "1970" } });
    for (key, value) in more.as_object().unwrap() {
        one[key] = value.clone();
    }
    let json = serde_json::json!({ "format": "lamina-record", "version": 1, "patients": [one] });
    Document::read(json.to_string().as_bytes(), today())
        .unwrap()
        .patients
        .remove(0)
}

fn line(record: &Record) -> String {
    match implants_line(record, today()) {
        Answer::Value(lines) => lines.join(" | "),
        Answer::Missing(missing) => format!("{missing:?}"),
    }
}

#[test]
fn trap_38_unknown_is_not_safe_and_fusion_metal_does_not_block() {
    let nothing = record(serde_json::json!({}));
    assert_eq!(line(&nothing), "NotAsked");
    assert!(gate(&nothing, MRI, today(), false).blocks);

    let metal = record(serde_json::json!({
        "surgeries": [{ "procedures": ["fusion"], "levels": "L4-L5",
            "implants": [{ "kind": "screws_and_rods", "name": "pedicle screws and rods (titanium)" }] }],
        "background": { "implants_mri": { "value": ["pedicle screws and rods (titanium) at L4-L5"] } }
    }));
    let view = gate(&metal, MRI, today(), false);
    assert!(!view.blocks, "{view:?}");
    assert_eq!(
        line(&metal).matches("pedicle screws").count(),
        1,
        "{}",
        line(&metal)
    );

    let lead = record(serde_json::json!({
        "devices": [{ "name": "Old stimulator", "removed": "2020", "parts": [
            { "kind": "generator", "state": "in_use", "mri": "safe" },
            { "kind": "lead", "state": "abandoned", "mri": "safe" } ] }]
    }));
    let view = gate(&lead, MRI, today(), false);
    assert!(
        view.blocks && view.lines.iter().any(|one| one.contains("left in the body")),
        "{view:?}"
    );
}

#[test]
fn trap_38_a_stimulator_among_the_treatments_or_in_words_is_not_forgotten() {
    let treated = record(serde_json::json!({
        "background": { "implants_mri": { "missing": "absent" } },
        "treatments": [{ "kind": "neuromodulation_implant", "name": "spinal cord stimulator", "ended": "2020" }]
    }));
    assert!(gate(&treated, MRI, today(), false).blocks);
    let noted = record(serde_json::json!({
        "background": { "implants_mri": { "value": ["stimulator with titanium case"] } }
    }));
    assert!(gate(&noted, MRI, today(), false).blocks);
}

#[test]
fn conditions_are_shown_when_every_part_has_them() {
    let label =
        serde_json::json!({ "conditional": { "field": "1.5 T", "body": "full body", "mode": "MRI mode" } });
    let whole = record(
        serde_json::json!({ "background": { "implants_mri": { "missing": "absent" } },
        "devices": [{ "name": "Stimulator", "parts": [
        { "kind": "generator", "state": "in_use", "mri": label },
        { "kind": "lead", "state": "in_use", "mri": label } ] }] }),
    );
    let view = gate(&whole, MRI, today(), false);
    assert_eq!((view.mri, view.blocks), (Some(Verdict::Conditional), false));
    assert!(view.lines[0].contains("1.5 T"), "{view:?}");
    assert!(
        !view.headline.is_empty() && !view.headline.contains("1.5 T"),
        "{}",
        view.headline
    );
}

fn thinner_line(record: &Record) -> String {
    match thinners_line(record, today()) {
        Answer::Value(lines) => lines.join(" | "),
        Answer::Missing(missing) => format!("{missing:?}"),
    }
}

#[test]
fn trap_39_words_are_agents_and_asked_none_is_not_not_asked() {
    let noted = record(serde_json::json!({
        "background": { "anticoagulants": { "value": ["apixaban 5 mg twice a day", "aspirin"] } },
        "anticoagulants": [{ "name": "Apixaban", "class": "factor_xa_inhibitor", "taking": "yes" }]
    }));
    assert_eq!(thinner_line(&noted), "Apixaban | aspirin");
    let view = gate(&noted, "stimulator", today(), false);
    assert!(view.headline.contains("high"), "{}", view.headline);
    assert!(view.missing.iter().any(|one| one == "kidney function"));
    assert!(
        view.lines
            .iter()
            .any(|one| one.contains("check the current guideline"))
    );

    let none = record(serde_json::json!({ "background": { "anticoagulants": { "missing": "absent" } } }));
    assert!(!gate(&none, "stimulator", today(), false).blocks);
    assert!(gate(&record(serde_json::json!({})), "stimulator", today(), false).blocks);
}

#[test]
fn trap_39_a_current_blood_thinner_beside_none_is_a_contradiction_at_both_places() {
    for (medicine, name) in [
        ("Warfarin 5 mg od", "warfarin"),
        ("Eliquis 5 mg bd", "apixaban"),
        ("clopidogrel", "clopidogrel"),
        ("aspirin 75 mg", "aspirin"),
    ] {
        contradicts_none(medicine, name);
    }
}

fn contradicts_none(medicine: &str, name: &str) {
    let said = |background: serde_json::Value| {
        record(
            serde_json::json!({ "background": background, "treatments": [{ "kind": "drug", "name": medicine }] }),
        )
    };
    let none = said(serde_json::json!({ "anticoagulants": { "missing": "absent" } }));
    let line = thinner_line(&none);
    assert!(line.contains("contradiction") && line.contains(name), "{line}");
    let view = gate(&none, "epidural_interlaminar", today(), false);
    let lines = view.lines.join(" ");
    assert!(
        view.blocks && lines.contains(name) && lines.contains("Contradiction"),
        "{lines}"
    );
    assert!(!lines.contains("asked, none"), "{lines}");
    assert_eq!(conflicts(&none, today())[0].treatments, [0]);

    let not_asked = said(serde_json::json!({}));
    assert!(
        thinner_line(&not_asked).starts_with(name),
        "{}",
        thinner_line(&not_asked)
    );
    let view = gate(&not_asked, "epidural_interlaminar", today(), false);
    assert!(!view.blocks && view.lines[0].starts_with(name), "{view:?}");
    assert!(
        view.missing
            .iter()
            .any(|one| one.contains("other blood thinners")),
        "{view:?}"
    );
}

#[test]
fn trap_39_no_days_no_bridging_no_instruction() {
    let taking = ["\"yes\"", "\"not_said\"", r#"{"stopped":{}}"#];
    let classes = [
        "vitamin_k_antagonist",
        "factor_xa_inhibitor",
        "thrombin_inhibitor",
        "heparin",
        "p2y12_inhibitor",
        "aspirin",
        "other",
    ];
    for (class, taking) in classes
        .iter()
        .flat_map(|class| taking.map(|taking| (class, taking)))
    {
        let taking: serde_json::Value = serde_json::from_str(taking).unwrap();
        let one = record(serde_json::json!({
            "anticoagulants": [{ "name": "Agent", "class": class, "taking": taking }],
            "treatments": [{ "kind": "drug", "name": "warfarin" }],
            "background": { "anticoagulants": { "missing": "absent" } }
        }));
        for intervention in bleeding::interventions().unwrap() {
            let view = gate(&one, &intervention.id, today(), false);
            let text = [vec![view.headline], view.lines, view.missing]
                .concat()
                .join(" ")
                .to_lowercase();
            for never in [" day", "hold", "bridg", "withhold", "hours", "should", "safe"] {
                assert!(!text.contains(never), "{never}: {text}");
            }
            assert!(text.contains("check the current guideline"), "{text}");
        }
    }
}

#[test]
fn trap_39_stopped_only_where_somebody_said_so_and_what_is_missing_is_named() {
    let silent = record(serde_json::json!({ "anticoagulants": [{ "name": "Aspirin", "class": "aspirin" }] }));
    let view = gate(&silent, "stimulator", today(), false);
    assert_eq!(view.lines[0], "Aspirin: whether it is taken is not recorded.");
    assert_eq!(
        view.missing,
        [
            "last dose of Aspirin",
            "indication of Aspirin",
            "whether there are other blood thinners (not asked)",
            "kidney function"
        ]
    );
    let complete = record(serde_json::json!({ "anticoagulants": [{
        "name": "Warfarin", "class": "vitamin_k_antagonist", "last_dose": "20 Nov 2026", "indication": "mechanical valve",
        "taking": { "stopped": { "agreed_by": "Dr Lind", "restart": "cardiology decides" } }
    }], "background": { "anticoagulants": { "value": ["Warfarin"] } },
        "scores": [{ "measure": "number", "name": "eGFR", "value": 80, "unit": "mL/min", "when": "1 Nov 2026" }] }));
    let view = gate(&complete, "stimulator", today(), false);
    assert!(view.missing.is_empty(), "{:?}", view.missing);
    assert_eq!(
        view.lines[0],
        "Warfarin: recorded as stopped, last dose 20 Nov 2026, for mechanical valve."
    );
    assert_eq!(thinner_line(&complete), "Warfarin (recorded as stopped)");
}

#[test]
fn surgery_in_the_same_area_raises_the_class_and_is_named() {
    let after = |surgery: serde_json::Value| record(serde_json::json!({ "surgeries": [surgery] }));
    let head = |record: &Record, id: &str| gate(record, id, today(), false).headline;
    let lumbar = after(serde_json::json!({ "procedures": ["fusion"], "levels": "L4-S1" }));
    let text = head(&lumbar, "facet_thoracolumbar");
    assert!(
        text.contains("low (ASRA 2018); it counts as intermediate"),
        "{text}"
    );
    assert!(text.contains("operation 1, L4-S1"), "{text}");
    assert!(head(&lumbar, "epidural_interlaminar").contains("counts as high, since it is not recorded"));
    assert!(head(&lumbar, "facet_cervical").contains("were in another area"));
    let view = gate(&lumbar, "epidural_caudal", today(), false);
    assert_eq!(view.class, Some(bleeding::RiskClass::High));
    let bare = after(serde_json::json!({ "procedures": ["discectomy"] }));
    assert!(head(&bare, "sacroiliac").contains("operation 1, level not recorded"));
    assert!(head(&record(serde_json::json!({})), "sacroiliac").contains("this is not known"));
    assert!(head(&lumbar, "stimulator").ends_with("high (ASRA 2018)."));
    assert!(head(&lumbar, "basivertebral").contains("not listed by ASRA 2018"));
}

fn injected(list: &[(&str, &str, &str)]) -> Record {
    let one = |(name, dose, more): &(&str, &str, &str)| {
        let mut one: serde_json::Value = serde_json::from_str(&format!("{{{more}}}")).unwrap();
        one["kind"] = "injection".into();
        one["name"] = (*name).into();
        if !dose.is_empty() {
            one["dose"] = (*dose).into();
        }
        one
    };
    record(serde_json::json!({ "treatments": list.iter().map(one).collect::<Vec<_>>() }))
}

fn steroid_lines(record: &Record) -> Vec<String> {
    let lines = counts(record, today(), false);
    lines
        .into_iter()
        .filter(|one| !one.starts_with("Injections in"))
        .collect()
}

#[test]
fn steroid_totals_hold_every_amount_that_can_be_read_and_name_the_rest() {
    let february = r#""started":"2 Feb 2026","levels":"L4-L5""#;
    let whole = injected(&[
        ("epidural injection", "8 mg dexamethasone", february),
        ("epidural injection", "dexamethasone 10 mg", february),
        ("caudal epidural", "Kenalog 40 mg", r#""started":"2 Mar 2026""#),
        ("facet injection", "Depo-Medrol 40 mg/mL 2 mL", february),
        ("Depo-Medrol injection", "80mg", february),
        ("facet injection", "40 mg triamcinolone + bupivacaine", february),
        ("medial branch injection", "lidocaine 20 mg", february),
    ]);
    assert_eq!(
        steroid_lines(&whole)[1..],
        [
            "Steroid, dexamethasone: 18 mg in twelve months, 18 mg in all.",
            "Steroid, methylprednisolone: 160 mg in twelve months, 160 mg in all.",
            "Steroid, triamcinolone: 80 mg in twelve months, 80 mg in all.",
        ]
    );
    let some = injected(&[
        ("epidural injection", "dexamethasone 10 mg", february),
        (
            "epidural injection",
            "dexamethasone about 8 mg",
            r#""started":"3 Mar 2026""#,
        ),
        ("epidural steroid injection", "", r#""started":"2020""#),
        ("trigger point injection", "", r#""started":"4 Apr 2026""#),
    ]);
    assert_eq!(
        steroid_lines(&some)[1..],
        [
            "Steroid, dexamethasone: at least 10 mg in twelve months, at least 10 mg in all. Not counted: 3 Mar 2026 \
             “epidural injection, dexamethasone about 8 mg”.",
            "Steroid of a kind or amount that is not recorded, in no sum: 2020 “epidural steroid injection”.",
            "Injections of which it is not recorded what was given, in no sum: 4 Apr 2026 “trigger point injection”.",
        ]
    );
    let unread = injected(&[("epidural injection", "dexamethasone", february)]);
    assert!(
        steroid_lines(&unread)[0].contains("so that there is no total"),
        "{:?}",
        steroid_lines(&unread)
    );
}

#[test]
fn a_payers_limit_is_shown_where_the_clinic_wants_it() {
    let one = injected(&[("ESI L4/5", "", r#""started":"2 Feb 2026","levels":"L4-L5""#)]);
    assert!(
        counts(&one, today(), true)
            .iter()
            .any(|one| one.contains("US payers"))
    );
    assert!(
        !counts(&one, today(), false)
            .iter()
            .any(|one| one.contains("payers"))
    );
    assert!(
        counts(&one, today(), false)
            .iter()
            .any(|one| one.ends_with("lumbar: 1 sessions, 1 of them epidural."))
    );
}

#[test]
fn trap_18_an_injection_without_levels_is_named_and_not_placed() {
    let one = record(serde_json::json!({ "treatments": [
        { "kind": "block", "name": "medial branch block", "started": "2026" }] }));
    let lines = counts(&one, today(), false);
    assert!(lines.iter().any(|line| line.contains("no level")), "{lines:?}");
}

#[test]
fn checks_of_another_day_or_another_intervention_do_not_count_today() {
    let all = serde_json::json!({ "infection": "no", "glucose": "no", "contrast_allergy": "no", "steroid_allergy": "no",
        "pregnancy": "does_not_apply", "immunosuppression": "no", "consent": "yes", "side_and_level": "yes" });
    let asked = |day: &str, what: &str| {
        record(serde_json::json!({ "checks": [{ "asked_on": day, "intervention": what, "replies": all }] }))
    };
    let says = |record: &Record| gate(record, "sacroiliac", today(), false).checks.join(" ");
    assert!(says(&asked("2026-11-25", "sacroiliac")).contains("All checks are answered"));
    assert!(says(&asked("2026-11-24", "sacroiliac")).contains("Not answered"));
    assert!(says(&asked("2026-11-25", "stimulator")).contains("Not answered"));
    assert!(says(&asked("2026-11-24", "sacroiliac")).contains("24 Nov 2026"));
}

#[test]
fn an_intervention_asked_without_a_level_counts_as_the_worst_that_it_may_be() {
    let class = |more: serde_json::Value| {
        let mut facts = serde_json::json!({
            "surgeries": [{ "procedures": ["fusion"], "levels": "C5-C6", "when": "2012" }],
            "checks": [{ "asked_on": "2026-11-25", "intervention": "facet_thoracolumbar", "replies": { "infection": "no" } }]
        });
        for (key, value) in more.as_object().unwrap() {
            facts[key] = value.clone();
        }
        let record = record(facts);
        let view = gate(&record, "facet_thoracolumbar", today(), false);
        let letter = crate::letter::letter_text(&record, &crate::letter::Request::default(), today());
        let flat = letter.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&view.headline), "{}: {flat}", view.headline);
        (view.class.unwrap(), view.headline)
    };
    use lamina_domain::gate::bleeding::RiskClass::{Intermediate, Low};
    let (low, headline) = class(serde_json::json!({}));
    assert_eq!(low, Low);
    assert!(headline.contains("in another area"), "{headline}");
    for (more, why) in [
        // A stimulator that a treatment put in, a pump of the list, words: no operation on record tells where.
        (
            serde_json::json!({ "treatments": [{ "kind": "neuromodulation_implant", "name": "Spinal cord stimulator", "started": "2020" }] }),
            "no operation on record tells where this was put in: Spinal cord stimulator",
        ),
        (
            serde_json::json!({ "devices": [{ "name": "Pump", "parts": [{ "kind": "pump" }], "removed": "2020" }] }),
            "put in: Pump",
        ),
        (
            serde_json::json!({ "background": { "implants_mri": { "value": ["pedicle screws L4-S1"] } } }),
            "put in: pedicle screws L4-S1",
        ),
        (
            serde_json::json!({ "surgeries": [{ "procedures": ["Fusion C5-C6", "decompression"] }] }),
            "not recorded that the earlier surgery was in another area (operation 1",
        ),
    ] {
        let (class, headline) = class(more);
        assert_eq!(class, Intermediate, "{headline}");
        assert!(headline.contains(why), "{headline}");
    }
    for more in [
        // A device of the heart, leads of a trial, and what came in at the time of the operation.
        serde_json::json!({ "background": { "conditions": { "value": ["pacemaker"] } } }),
        serde_json::json!({ "background": { "implants_mri": { "value": ["screws in the left ankle"] } } }),
        serde_json::json!({ "treatments": [{ "kind": "neuromodulation_trial", "name": "Stimulator trial", "started": "2020" }] }),
        serde_json::json!({ "devices": [{ "name": "Plate", "parts": [{ "kind": "plate_or_hook" }], "implanted": "2012" }] }),
    ] {
        assert_eq!(class(more).0, Low);
    }
}

#[test]
fn things_of_which_the_same_is_said_stand_together_whatever_they_are_called() {
    let part =
        |name: &str| serde_json::json!({ "name": name, "parts": [{ "kind": "other", "state": "in_use" }] });
    let record = record(serde_json::json!({
        "devices": [part("Clip: a very old one"), part("Ring"), part("Valve: mechanical")]
    }));
    let letter = crate::letter::letter_text(&record, &crate::letter::Request::default(), today());
    let flat = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    let unknown = "MRI status unknown.";
    assert_eq!(flat.matches(unknown).count(), 1, "{flat}");
    let said = flat.split(unknown).next().unwrap();
    for name in ["Clip: a very old one", "Ring", "Valve: mechanical"] {
        assert!(said.contains(name), "{said}");
    }
}
