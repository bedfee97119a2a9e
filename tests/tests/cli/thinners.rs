//! What a letter says of blood thinners, of the class of an intervention, of steroid and of a pump, from the record file to
//! the text.

use crate::tools::{lamina, ok};
use serde_json::{Value, json};
use std::fs;

/// The letter of a record file with these lists, as text with its lines joined.
fn letter(more: &Value) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut patient = json!({ "patient": { "family": "Sample", "born": "1970" } });
    for (key, value) in more.as_object().expect("an object") {
        patient[key] = value.clone();
    }
    let record = json!({ "format": "lamina-record", "version": 1, "patients": [patient] });
    fs::write(folder.path().join("r.json"), record.to_string()).expect("a writable folder");
    ok(&lamina(
        folder.path(),
        &["letter", "r.json", "--date", "2026-11-25", "--out", "l.txt"],
    ));
    let text = fs::read_to_string(folder.path().join("l.txt")).expect("a letter");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word:?} is not in the letter: {text}");
    }
}

fn never(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word:?} is in the letter: {text}");
    }
}

#[test]
fn a_current_blood_thinner_beside_none_is_told_with_both_sides_and_never_as_none() {
    let structured = json!({ "kind": "drug", "name": "apixaban",
        "medicine": { "ingredients": [{ "name": "apixaban", "strength": "5 mg" }], "frequency": "twice a day" } });
    let words = |name: &str| json!({ "kind": "drug", "name": name });
    for (medicine, name) in [
        (structured, "apixaban"),
        (words("Warfarin 5 mg od"), "warfarin"),
        (words("clopidogrel 75 mg"), "clopidogrel"),
        (words("low-dose aspirin"), "aspirin"),
        (words("Xarelto"), "rivaroxaban (Xarelto)"),
    ] {
        let none = letter(&json!({
            "background": { "anticoagulants": { "missing": "absent" } }, "treatments": [medicine]
        }));
        says(
            &none,
            &[
                &format!("Blood thinners: contradiction: {name} is recorded"),
                &format!(
                    "blood thinners are recorded as none, and {name} is recorded too (among the medicines)"
                ),
                "check the current guideline",
            ],
        );
        never(
            &none,
            &["Blood thinners: none", "Blood thinners: none", "asked, none"],
        );
        let told = none.matches("Neither is taken as right").count();
        assert_eq!(told, 2, "under the checks and under the medicines: {none}");

        let not_asked = letter(&json!({ "treatments": [medicine] }));
        says(
            &not_asked,
            &[&format!("Blood thinners: {name} (among the medicines")],
        );
        never(&not_asked, &["Blood thinners: not asked", "contradiction"]);
    }
}

#[test]
fn none_stands_where_it_was_said_and_an_ended_medicine_is_no_contradiction() {
    let text = letter(&json!({
        "background": { "anticoagulants": { "missing": "absent" } },
        "treatments": [{ "kind": "drug", "name": "warfarin", "started": "2019", "ended": "2020" }]
    }));
    says(&text, &["Blood thinners: none", "Blood thinners: none"]);
    never(&text, &["ontradiction"]);
}

#[test]
fn the_class_of_the_intervention_stands_in_the_letter_and_surgery_raises_it() {
    let asked = |what: &str, surgeries: Value| {
        letter(&json!({
            "surgeries": surgeries,
            "checks": [{ "asked_on": "2026-11-25", "intervention": what, "replies": { "infection": "no" } }],
            "anticoagulants": [{ "name": "Apixaban", "class": "factor_xa_inhibitor", "taking": "yes" }]
        }))
    };
    let lumbar = json!([{ "procedures": ["fusion"], "levels": "L4-S1", "when": "2019" }]);
    let text = asked("facet_thoracolumbar", lumbar.clone());
    says(
        &text,
        &[
            "Bleeding-risk class of this intervention: low (ASRA 2018); it counts as intermediate, since the same area was operated \
             on (operation 1, L4-S1).",
            "Timing: check the current guideline",
        ],
    );
    says(
        &asked("epidural_interlaminar", lumbar.clone()),
        &[
            "intermediate (ASRA 2018); it counts as high, since it is not recorded that the earlier surgery was in another area",
        ],
    );
    says(
        &asked("facet_cervical", lumbar.clone()),
        &["The operations on record were in another area"],
    );
    says(
        &asked("stimulator", lumbar.clone()),
        &["intervention: high (ASRA 2018)."],
    );
    says(
        &asked("acupuncture", lumbar),
        &["acupuncture: the bleeding-risk class of this intervention is not on file"],
    );
    says(
        &asked("sacroiliac", json!([])),
        &["No operation is on record, so that this is not known"],
    );
    never(&text, &[" days", "hours", "withhold", "bridg"]);
    let unnamed = letter(&json!({ "treatments": [{ "kind": "drug", "name": "warfarin" }] }));
    says(
        &unnamed,
        &["No intervention is named here, so that no bleeding-risk class is given"],
    );
}

#[test]
fn steroid_totals_hold_what_can_be_read_and_name_what_they_lack() {
    let injection = |name: &str, dose: &str, more: Value| {
        let mut one = json!({ "kind": "injection", "name": name, "started": "2 Feb 2026" });
        if !dose.is_empty() {
            one["dose"] = dose.into();
        }
        for (key, value) in more.as_object().expect("an object") {
            one[key] = value.clone();
        }
        one
    };
    let level = || json!({ "levels": "L4-L5" });
    let whole = json!([
        injection("Interlaminar ESI", "8 mg dexamethasone", level()),
        injection("ESI L4/5", "dexamethasone 10 mg", level()),
        injection("Caudal epidural injection", "Kenalog 40 mg", json!({})),
        injection("Facet injection", "triamcinolone 120 mg + bupivacaine", level()),
        injection("Facet injection", "Depo-Medrol 40 mg/mL 2 mL", level()),
        injection("Depo-Medrol injection", "80mg", level())
    ]);
    let text = letter(&json!({ "treatments": whole }));
    says(
        &text,
        &[
            "dexamethasone: 18 mg in twelve months, 18 mg in all.",
            "methylprednisolone: 160 mg in twelve months",
            "triamcinolone: 160 mg in twelve months",
            "lumbar: 1 sessions, 1 of them epidural",
        ],
    );
    never(&text, &["at least", "in no sum"]);
    let some = json!([
        injection("ESI", "dexamethasone 10 mg", level()),
        injection("ESI", "dexamethasone about 8 mg", level()),
        injection("Epidural steroid injection", "", level()),
        injection("Trigger point injection", "", json!({}))
    ]);
    says(
        &letter(&json!({ "treatments": some })),
        &[
            "dexamethasone: at least 10 mg in twelve months, at least 10 mg in all. Not counted: 2 Feb 2026 “ESI, dexamethasone about \
             8 mg”.",
            "in no sum: 2 Feb 2026 “Epidural steroid injection”",
            "recorded what was given, in no sum: 2 Feb 2026 “Trigger point injection”",
        ],
    );
}

#[test]
fn a_pump_makes_the_opioid_load_at_least_until_it_is_out() {
    let oxycodone = json!({ "kind": "drug", "name": "oxycodone", "status": "running", "started": "2020",
        "medicine": { "ingredients": [{ "name": "oxycodone", "strength": "10 mg" }], "frequency": "every 12 hours" } });
    let pump = |more: Value| {
        let mut pump =
            json!({ "name": "SynchroMed pump", "parts": [{ "kind": "pump" }], "implanted": "2019" });
        for (key, value) in more.as_object().expect("an object") {
            pump[key] = value.clone();
        }
        letter(&json!({ "treatments": [oxycodone], "devices": [pump] }))
    };
    says(
        &pump(json!({})),
        &[
            "Total at least 30 MME a day as taken and at most (CDC 2022 table; 1 pump that may hold an opioid)",
            "Not counted: SynchroMed pump: a pump in the body; what it holds is not recorded, so that it may be an opioid",
            "Information: whether it is 50 MME a day or more is not known, because not everything could be counted.",
            "no review of the opioid is recorded since its start (2020), more than 90 days ago. Source: CDC 2022",
        ],
    );
    says(
        &pump(json!({ "note": "morphine 2 mg/day" })),
        &["recorded with morphine; not converted: the table has no factor for injections or pumps"],
    );
    let out = pump(json!({ "removed": "2021" }));
    says(
        &out,
        &["Total 30 MME a day as taken and at most (CDC 2022 table)"],
    );
    never(&out, &["a pump in the body", "Total at least"]);
}
