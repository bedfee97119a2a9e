//! What the gates read of a record: nothing dropped, nothing guessed, one line for the whole.

mod implants;

use super::{counts::injections, *};
use crate::record::Document;
use lamina_domain::{
    Answer,
    gate::bleeding::{AgentClass, Taking},
};

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

#[test]
fn trap_39_words_are_agents_and_asked_none_is_not_not_asked() {
    let noted = record(serde_json::json!({
        "background": { "anticoagulants": { "value": ["apixaban 5 mg twice a day", "aspirin"] } },
        "anticoagulants": [{ "name": "Apixaban", "class": "factor_xa_inhibitor", "taking": "yes" }]
    }));
    let Answer::Value(found) = agents(&noted) else {
        panic!("both are agents");
    };
    assert_eq!(found.len(), 2);
    assert_eq!(
        (found[1].class, &found[1].taking),
        (AgentClass::Other, &Taking::NotSaid)
    );
    let view = gate(&noted, "stimulator", today(), false);
    assert!(view.headline.contains("high"), "{}", view.headline);
    assert!(view.missing.iter().any(|one| one == "kidney function"));

    let none = record(serde_json::json!({ "background": { "anticoagulants": { "missing": "absent" } } }));
    assert!(!gate(&none, "stimulator", today(), false).blocks);
    assert!(gate(&record(serde_json::json!({})), "stimulator", today(), false).blocks);
}

#[test]
fn a_steroid_amount_is_read_from_its_field_alone() {
    let given = |name: &str, dose: &str| {
        let mut one = serde_json::json!(
            { "kind": "injection", "name": name, "levels": "L4-L5", "started": "2 Feb 2026" });
        if !dose.is_empty() {
            one["dose"] = dose.into();
        }
        record(serde_json::json!({ "treatments": [one] }))
    };
    let of = |record: &Record| injections(record).0[0].steroid.clone();
    let plain = of(&given("epidural injection", "dexamethasone 10 mg")).unwrap();
    assert_eq!(plain.amount.map(|amount| amount.get()), Some(100));
    for prose in [
        "about 10 mg dexamethasone, I think",
        "dexamethasone 10 mg twice",
        "10 mg",
    ] {
        let read = of(&given("dexamethasone injection", prose)).unwrap();
        assert_eq!(read.amount, None, "{prose}");
    }
    assert_eq!(of(&given("facet injection", "lidocaine 20 mg")), None);
    let lines = counts(&given("epidural steroid injection", ""), today(), true);
    assert!(
        lines
            .iter()
            .any(|one| one.contains("amount not recorded, injections: 1")),
        "{lines:?}"
    );
    assert!(lines.iter().any(|one| one.contains("US payers")), "{lines:?}");
    assert!(
        !counts(&given("epidural", ""), today(), false)
            .iter()
            .any(|one| one.contains("payers"))
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
