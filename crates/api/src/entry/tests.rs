//! What is kept until tomorrow means tomorrow what was meant today, in every field that holds a date; and a refusal stands where
//! the hand was.

use super::*;
use crate::noun::surgery::SurgeryInput;
use chrono::NaiveDate;
use lamina_domain::DateOrder;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One of every kind, whole, with a line in each list that may hold a date.
fn one_of_each() -> Vec<FactInput> {
    let all: Vec<FactInput> = [
        json!({"noun": "patient", "family": "Sample", "born": "1961"}),
        json!({"noun": "background", "allergies": {"value": [{"substance": "latex"}]},
            "comorbidities": {"diabetes": {"is": "yes"}}}),
        json!({"noun": "surgery", "procedures": [{"text": "discectomy", "code": null}]}),
        json!({"noun": "symptom", "site": "low back"}),
        json!({"noun": "imaging", "modality": "mri"}),
        json!({"noun": "treatment", "kind": "block", "name": "nerve root block",
            "responses": [{"when": "", "relief": {"value": "50"}}, {"when": "", "worsened": true}],
            "steps": [{"when": "", "medicine": "tramadol 50 mg twice a day"}]}),
        json!({"noun": "score", "when": "", "measure": {"measure": "nrs", "site": "leg", "value": "6"}}),
        json!({"noun": "flag", "asked_on": "May 2026",
            "answers": {"fever": {"is": "yes", "course": "new", "since": ""}}}),
        json!({"noun": "resolution", "rule": "red_flag.ces", "version": 1, "reason": "seen", "by": "Dr Lind"}),
        json!({"noun": "device", "name": "Stimulator"}),
        json!({"noun": "anticoagulant", "name": "Warfarin", "class": "vitamin_k_antagonist"}),
        json!({"noun": "check", "asked_on": "3 May 2026"}),
        json!({"noun": "walking_plan", "by": "Dr Lind", "target_minutes": "30", "target_days": "5",
            "quota": {"minutes": "10", "bouts_a_day": "2", "days_a_week": "5"},
            "answers": [{"item": "shoes_and_ground", "reply": "yes", "on": "", "by": ""}],
            "bouts": [
                {"on": "2018-11-20", "minutes": "12", "bad_day": false},
                {"on": "2018-11-21", "minutes": "12", "bad_day": true},
                {"on": "2018-11-22", "minutes": "12", "bad_day": false},
            ]}),
        json!({"noun": "walking_event", "what": {"is": "started"}, "by": "Dr Lind"}),
        json!({"noun": "walking_row", "minutes": "12"}),
        json!({"noun": "goal", "text": "walk to the shop", "attainments": [{"reached": "3"}]}),
        json!({"noun": "reading", "values": [{"what": "crp", "value": "12", "unit": "mg/L"}]}),
        json!({"noun": "examination", "power": [{"muscle": "l5", "side": "left", "grade": "4-"}]}),
        json!({"noun": "diagnosis", "kind": "epidural_fibrosis"}),
        json!({"noun": "electrodiagnosis", "tests": ["needle_emg"]}),
        json!({"noun": "untried", "kind": "block"}),
        json!({"noun": "neuromodulation", "therapy": "spinal_cord"}),
        json!({"noun": "neuromodulation_step", "neuromodulation": "neuromodulation 1", "what": {"is": "trial"}}),
        json!({"noun": "trial_day", "neuromodulation": "neuromodulation 1", "on": "3 May 2026", "kind": "average"}),
        json!({"noun": "pump_setting", "what": "filled"}),
        json!({"noun": "circumstance", "work": {"value": "sick_leave"}}),
        json!({"noun": "plan_item", "kind": "referral", "what": "pain clinic"}),
        json!({"noun": "shared_decision", "about": "revision at L4-L5"}),
        json!({"noun": "document", "kind": "letter",
            "file": {"name": "l.pdf", "media": "pdf", "bytes": 9, "sha256": "ab".repeat(32)}}),
        json!({"noun": "visit", "kind": "follow_up"}),
    ]
    .into_iter()
    .map(|fields| serde_json::from_value(fields).unwrap())
    .collect();
    let nouns: Vec<Noun> = all.iter().map(FactInput::noun).collect();
    assert_eq!(nouns, Noun::ALL, "one of each kind");
    for one in &all {
        let (fact, issues) = read(one, Typing::on(day("2026-11-29")));
        assert!(fact.is_some(), "{:?} is not whole: {issues:?}", one.noun());
    }
    all
}

/// The paths of every text in it.
fn texts(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path),
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, format!("{path}/{name}"), found);
            }
        }
        Value::Array(list) => {
            for (place, field) in list.iter().enumerate() {
                texts(field, format!("{path}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Puts each of these into each text of each form that takes it: the path, the form, and what was typed there.
fn everywhere(all_typed: &[&str], mut judge: impl FnMut(&str, &FactInput, &str)) {
    for input in one_of_each() {
        let fields = serde_json::to_value(&input).unwrap();
        let mut paths = Vec::new();
        texts(&fields, String::new(), &mut paths);
        for path in paths {
            for typed in all_typed {
                let mut changed = fields.clone();
                *changed.pointer_mut(&path).unwrap() = (*typed).into();
                if let Ok(input) = serde_json::from_value::<FactInput>(changed) {
                    judge(&path, &input, typed);
                }
            }
        }
    }
}

fn read(input: &FactInput, typing: Typing) -> (Option<Fact>, Vec<Issue>) {
    let mut reading = Reading::of(typing);
    let fact = input.read_with(&mut reading);
    (fact, reading.issues)
}

const FIRST: [DateOrder; 2] = [DateOrder::DayFirst, DateOrder::MonthFirst];

#[test]
fn a_date_counted_from_today_means_in_a_draft_the_day_on_which_it_was_typed() {
    let (typed_on, continued_on) = (day("2026-11-29"), day("2026-12-02"));
    let mut dates = 0;
    everywhere(
        &["today", "t", "-3w", "yesterday", "2 weeks ago"],
        |path, input, typed| {
            let kept = input.settled(Typing::on(typed_on));
            let later = Typing::on(continued_on);
            assert_eq!(
                read(input, Typing::on(typed_on)).0,
                read(&kept, later).0,
                "{typed} at {path} of {:?}",
                input.noun()
            );
            dates += usize::from(&kept != input);
            assert_eq!(kept.settled(later), kept, "{path} stays as it is");
        },
    );
    assert!(dates > 50, "the test reaches the fields: {dates}");
}

/// A field of a date takes "3 May 2019" and refuses nonsense; every such field of every form is found by that, so that a new
/// one can't be left out.
#[test]
fn every_date_field_reads_numbers_in_the_order_of_the_clinic_and_keeps_in_a_draft_what_was_meant() {
    let today = day("2026-11-29");
    let mut fields = std::collections::BTreeSet::new();
    everywhere(&["nonsense"], |path, input, _| {
        let refused = read(input, Typing::on(today)).1;
        let path_of = path.trim_start_matches('/').replace('/', ".");
        let not_a_date = |issue: &Issue| {
            issue.path == path_of && matches!(issue.problem, lamina_domain::Problem::NotADate { .. })
        };
        if refused.iter().any(not_a_date) {
            fields.insert((input.noun(), path.to_owned()));
        }
    });
    let names: Vec<String> = fields
        .iter()
        .map(|(noun, path)| format!("{}{path}", noun.name()))
        .collect();
    assert_eq!(
        names,
        [
            "patient/born",
            "background/allergies/value/0/since",
            "background/comorbidities/diabetes/asked_on",
            "background/comorbidities/diabetes/since",
            "surgery/when",
            "surgery/work_when",
            "symptom/intensity_when",
            "symptom/onset",
            "symptom/resolved",
            "imaging/when",
            "treatment/ended",
            "treatment/responses/0/when",
            "treatment/responses/1/when",
            "treatment/started",
            "treatment/steps/0/when",
            "score/when",
            "flag/answers/fever/since",
            "flag/asked_on",
            "device/implanted",
            "device/removed",
            "anticoagulant/last_dose",
            "check/asked_on",
            "walking_plan/answers/0/on",
            "walking_plan/bouts/0/on",
            "walking_plan/bouts/1/on",
            "walking_plan/bouts/2/on",
            "walking_plan/prescribed_on",
            "walking_event/on",
            "walking_row/on",
            "goal/attainments/0/when",
            "goal/set_on",
            "goal/settled",
            "goal/target",
            "reading/when",
            "examination/when",
            "diagnosis/judged",
            "electrodiagnosis/when",
            "untried/considered",
            "neuromodulation/considered",
            "neuromodulation_step/what/trial/ended",
            "neuromodulation_step/what/trial/leads_out",
            "neuromodulation_step/when",
            "trial_day/on",
            "pump_setting/refill_due",
            "pump_setting/when",
            "circumstance/smoking_since",
            "circumstance/when",
            "circumstance/work_since",
            "plan_item/asked_on",
            "plan_item/due",
            "plan_item/settled",
            "shared_decision/when",
            "document/when",
            "visit/next",
            "visit/when",
        ],
        "every field that holds a date"
    );
    let is_date = |input: &FactInput, path: &str| fields.contains(&(input.noun(), path.to_owned()));
    let both = [
        ("03/05/2019", "3 May 2019", "5 Mar 2019"),
        ("3.5.19", "3 May 2019", "5 Mar 2019"),
        ("1/13/2019", "13 Jan 2019", "13 Jan 2019"),
        ("13/1/2019", "13 Jan 2019", "13 Jan 2019"),
        ("2019-05-03", "3 May 2019", "3 May 2019"),
        ("May 3, 2019", "3 May 2019", "3 May 2019"),
    ];
    let all: Vec<&str> = both
        .iter()
        .flat_map(|(typed, day, month)| [*typed, day, month])
        .collect();
    let mut meant = std::collections::BTreeMap::new();
    everywhere(&all, |path, input, typed| {
        for order in FIRST {
            let typing = Typing { today, order };
            meant.insert(
                (input.noun(), path.to_owned(), typed.to_owned(), order as u8),
                read(input, typing),
            );
            let kept = input.settled(typing);
            let other = Typing {
                order: order.other(),
                today: day("2026-12-02"),
            };
            assert_eq!(
                read(input, typing).0,
                read(&kept, other).0,
                "{typed} at {path} of {:?}",
                input.noun()
            );
            // An empty day is today and is spelled as well, so only the field itself is looked at.
            let field = serde_json::to_value(&kept).unwrap();
            let stays = field.pointer(path) == Some(&typed.into());
            assert!(
                is_date(input, path) || stays,
                "{path} of {:?} is no date",
                input.noun()
            );
        }
    });
    for (noun, path) in &fields {
        for (typed, day_first, month_first) in both {
            for (order, wanted) in FIRST.into_iter().zip([day_first, month_first]) {
                let of = |typed: &str| &meant[&(*noun, path.clone(), typed.to_owned(), order as u8)];
                assert_eq!(of(typed), of(wanted), "{typed} at {path} of {noun:?}, {order:?}");
                assert!(
                    of(typed)
                        .1
                        .iter()
                        .all(|issue| !matches!(issue.problem, lamina_domain::Problem::NotADate { .. }))
                );
            }
        }
    }
}

#[test]
fn what_always_means_the_same_is_kept_as_typed() {
    for typed in [
        "3 May 19",
        "13.5.2019",
        "5/5/2019",
        "2019-05-03",
        "may 2019",
        "about 2014",
        "2 months after operation 1",
        "nonsense",
        "age 38",
        "",
    ] {
        let input = FactInput::Surgery(SurgeryInput {
            when: typed.into(),
            note: "today".into(),
            ..SurgeryInput::default()
        });
        assert_eq!(input.settled(Typing::on(day("2026-11-29"))), input);
    }
}

/// A blank row stands above each row that is refused; it is none, and the refused one keeps its place.
#[test]
fn a_refusal_stands_at_the_row_that_was_typed_whatever_was_left_blank_above_it() {
    let born: lamina_domain::Birth = serde_json::from_value(json!("1961")).unwrap();
    for (typed, wanted) in [
        (
            json!({"noun": "surgery", "procedures": [{"text": "", "code": null}, {"text": "discectomy", "code": null}],
                "graft": {"value": [{}, {"kind": "other"}]},
                "complications": {"value": [{}, {}, {"kind": "other"}]}}),
            &["graft.value.1.words", "complications.value.2.words"][..],
        ),
        (
            json!({"noun": "surgery", "procedures": [{"text": "", "code": null}, {"text": "fusion L4", "code": null}]}),
            &["procedures.1.text"],
        ),
        (
            json!({"noun": "examination", "power": [{"muscle": "l5", "side": "left", "grade": "4-"}],
                "local": [{}, {"what": "scar", "states": ["quiet", "red"]}]}),
            &["local.1.states"],
        ),
        (
            json!({"noun": "examination",
                "motion": [
                    {"part": "lumbar", "movement": "flexion", "method": "inclinometer", "value": ""},
                    {"part": "lumbar", "movement": "flexion", "method": "inclinometer", "value": "40"},
                    {"part": "lumbar", "movement": "flexion", "method": "estimated_share", "value": "50"}]}),
            &["motion.2.movement"],
        ),
        (
            json!({"noun": "background", "allergies": {"value": [{}, {"substance": "latex", "since": "2027"}]}}),
            &["allergies.value.1.since"],
        ),
        (
            json!({"noun": "goal", "text": "walk to the shop", "attainments": [{}, {"when": "2027", "reached": "3"}]}),
            &["attainments.1.when"],
        ),
    ] {
        let input: FactInput = serde_json::from_value(typed).unwrap();
        let issues = input.read(Typing::on(day("2026-11-25")), Some(born)).unwrap_err();
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted, "{input:?}");
    }
}
