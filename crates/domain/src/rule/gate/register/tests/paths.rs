//! What paths of neuromodulation tell of what is in the body.

use super::*;
use serde_json::json;

fn path(steps: serde_json::Value, more: serde_json::Value) -> Register {
    let mut told = json!({ "neuromodulations": [{ "therapy": "spinal_cord", "targets": ["leg"] }] });
    for (name, value) in more.as_object().unwrap() {
        told[name] = value.clone();
    }
    let mut steps = steps;
    for step in steps.as_array_mut().unwrap() {
        step["neuromodulation"] = "neuromodulation 1".into();
    }
    told["neuromodulation_steps"] = steps;
    of(told)
}

fn step(when: &str, what: serde_json::Value) -> serde_json::Value {
    json!({ "when": when, "what": what })
}

fn standings(register: &Register) -> Vec<Standing> {
    register.entries.iter().map(|entry| entry.standing).collect()
}

#[test]
fn trap_38_leads_of_a_trial_are_in_until_it_is_told_that_they_came_out() {
    let trial = |more: serde_json::Value| {
        let mut fields = json!({ "ended": "20 Mar 2026" });
        for (name, value) in more.as_object().unwrap() {
            fields[name] = value.clone();
        }
        path(
            json!([step("10 Mar 2026", json!({ "trial": fields }))]),
            json!({}),
        )
    };
    let inside = trial(json!({}));
    assert_eq!(standings(&inside), [Standing::Trial]);
    assert_eq!(mri::notice(&inside).verdict, Verdict::Warning);
    let out = trial(json!({ "leads_out": "21 Mar 2026" }));
    let when = "21 Mar 2026".parse().unwrap();
    assert_eq!(standings(&out), [Standing::Out(Out::TrialOver(when))]);
    let coming = trial(json!({ "leads_out": "2026" }));
    assert!(coming.entries[0].counts());
    assert!(matches!(coming.entries[0].doubts[..], [Doubt::OutNotCertain(_)]));
}

#[test]
fn trap_37_leads_of_a_trial_that_came_out_take_out_no_implant() {
    let register = path(
        json!([
            step(
                "10 Mar 2025",
                json!({ "trial": { "ended": "20 Mar 2025", "leads_out": "20 Mar 2025" } })
            ),
            step("10 May 2025", json!({ "implant": {} })),
            step(
                "10 Mar 2026",
                json!({ "trial": { "ended": "20 Mar 2026", "leads_out": "20 Mar 2026" } })
            )
        ]),
        json!({}),
    );
    let inside: Vec<_> = register.present().collect();
    assert_eq!(inside.len(), 1);
    assert_eq!(inside[0].parts.len(), 2, "generator and lead");
    assert_eq!(
        mri::notice(&register).verdict,
        Verdict::Warning,
        "nobody recorded a labelling"
    );
}

#[test]
fn trap_38_leads_that_an_explant_left_behind_still_count() {
    let with = |extent: serde_json::Value| {
        let explant = json!({ "explant": { "extent": extent } });
        path(
            json!([
                step("10 May 2025", json!({ "implant": {} })),
                step("1 Mar 2026", explant)
            ]),
            json!({}),
        )
    };
    let left = with(json!("leads_left"));
    let states: Vec<_> = left.entries[0].parts.iter().map(|part| part.state).collect();
    assert_eq!(states, [PartState::Removed, PartState::Abandoned]);
    assert_eq!(mri::notice(&left).verdict, Verdict::Warning);
    assert_eq!(with(json!("everything")).present().count(), 0);
    // How much came out was not said: nothing is taken for gone.
    assert_eq!(with(serde_json::Value::Null).present().count(), 1);
}

#[test]
fn a_step_joins_the_device_or_operation_that_it_names_and_what_agrees_in_time() {
    let device = json!({ "name": "Stimulator", "implanted": "10 May 2025", "parts": [
        { "kind": "generator", "state": "in_use", "mri": { "conditional": {} } }
    ] });
    let mut implant = step(
        "10 May 2025",
        json!({ "implant": { "leads": [{ "tip": "T8" }] } }),
    );
    for entries in [json!([]), json!(["device 1"])] {
        implant["entries"] = entries;
        let register = path(json!([implant]), json!({ "devices": [device] }));
        assert_eq!(register.entries.len(), 1);
        assert_eq!(register.entries[0].sources, [Source::Device(0), Source::Step(0)]);
        assert_eq!(register.entries[0].levels.to_string(), "T8");
    }
    let trial = json!({ "kind": "neuromodulation_trial", "name": "trial", "started": "10 Mar 2025" });
    let mut told = step("10 Mar 2025", json!({ "trial": { "leads_out": "18 Mar 2025" } }));
    told["entries"] = json!(["treatment 1"]);
    let register = path(json!([told]), json!({ "treatments": [trial] }));
    assert_eq!(register.entries.len(), 1, "one trial that is told of twice");
    assert!(matches!(
        register.entries[0].standing,
        Standing::Out(Out::TrialOver(_))
    ));
}
