//! Record file in, letter as text out: what it says, in which order, and what shrinks to a line.

mod investigations;
mod kinds;
mod operations;
mod snapshots;
mod told;

use super::{LetterKind, LetterLength, Request, letter, letter_pdf, letter_text};
use crate::record::{Document, Record};
use chrono::NaiveDate;
use lamina_domain::{diagnosis::Term, red_flag::Catalogue};
use rstest::rstest;
use serde_json::{Map, Value, json};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn record(mut lists: Value) -> Record {
    if lists.get("patient").is_none() {
        lists["patient"] = json!({"family": "Sample", "born": "1961"});
    }
    let file = json!({"format": "lamina-record", "version": 1, "patients": [lists]});
    let document = Document::read(file.to_string().as_bytes(), today()).unwrap();
    document.patients.into_iter().next().unwrap()
}

/// A request that lets nothing be left out.
fn whole() -> Request {
    Request {
        length: LetterLength::Everything,
        ..Request::default()
    }
}

fn page(lists: Value) -> String {
    letter_text(&record(lists), &whole(), today())
}

/// A record with something in every section.
fn full() -> Value {
    json!({
        "patient": {"family": "Sample", "born": "1961", "sex": "female", "occupation": "baker"},
        "background": {"conditions": {"value": ["asthma"]}},
        "diagnoses": [{"kind": "epidural_fibrosis", "certainty": "suspected"}],
        "plan_items": [{"kind": "referral", "what": "pain clinic", "owner": "Dr Lind", "due": "3 May 2026"}],
        "goals": [{"text": "walk to the shop"}],
        "surgeries": [{"procedures": ["fusion"], "when": "2019", "region": "lumbar", "told_by": "patient",
            "result_back": {"judged": {"value": "worse"}}}],
        "symptoms": [{"site": "low back", "intensity": {"value": 7}}],
        "flags": [{"asked_on": "2026-11-22", "answers": {"fever": {"is": "no"}}}],
        "readings": [{"what": "crp", "value": 85, "unit": "mg/L", "when": "22 Nov 2026"}],
        "examinations": [{"when": "22 Nov 2026", "power": [{"muscle": "l5", "side": "left", "power": "4-"}]}],
        "imaging": [{"modality": "mri", "when": "2021", "findings": [{"what": "scar"}]}],
        "treatments": [{"kind": "drug", "name": "pregabalin", "status": "running", "started": "2020"},
            {"kind": "injection", "name": "epidural steroid", "started": "before treatment 1", "told_by": "document"}],
        "scores": [{"measure": "nrs", "site": "leg", "value": 7, "when": "2020"}],
    })
}

#[test]
fn the_sections_stand_in_the_order_in_which_their_reader_needs_them() {
    let page = page(full());
    let headings = [
        "Alerts",
        "In short",
        "Diagnosis and suspected causes",
        "Operations",
        "Symptoms",
        "Treatments tried",
        "Current medicines",
        "Examination and readings",
        "Red flags",
        "Imaging",
        "Implants and devices, blood thinners (anticoagulants, antiplatelets), checks",
        "Scores",
        "Conditions and background",
        "Goals of the patient",
        "Plan and requests",
    ];
    let mut from = 0;
    for heading in headings {
        let line = format!("\n{heading}\n");
        let at = page.get(from..).unwrap().find(&line);
        from += at.unwrap_or_else(|| panic!("{heading} is not in its place:\n{page}"));
    }
    assert!(!page.contains("Not recorded:"), "{page}");
    let outcome = page.find("Back after: worse").unwrap();
    assert!(outcome < page.find("\nSymptoms\n").unwrap(), "{page}");
}

#[rstest]
#[case::sex("Born: 1961, 64 or 65 years, female")]
#[case::region("region: lumbar")]
#[case::operation_numbered("No.: 1; When: 2019; Operation, levels, side: fusion")]
#[case::diagnosis_first("Diagnosis: Epidural fibrosis, suspected")]
#[case::treatment_numbered("No.: 2; When: 2020; Treatment: Medicine: pregabalin")]
#[case::treatment_referred_to("No.: 1; When: before treatment 2; Treatment: Injection: epidural steroid")]
#[case::intensity("Intensity: 7/10")]
#[case::power("Examined: 22 Nov 2026")]
#[case::power_by_side("Left: great-toe extensor (L5) power 4-.")]
#[case::reading("CRP: 85 mg/L (22 Nov 2026).")]
fn what_is_recorded_is_printed(#[case] said: &str) {
    let page = page(full());
    assert!(page.contains(said), "{said}:\n{page}");
    assert!(!page.contains("Strength"), "{page}");
}

/// A fact of each kind whose source matters, from this source.
fn told(list: &str, source: &str) -> Value {
    let mut fact = match list {
        "surgeries" => json!({"procedures": ["fusion"], "when": "2019"}),
        "imaging" => json!({"modality": "mri", "when": "2021", "findings": [{"what": "scar"}]}),
        "electrodiagnoses" => json!({"tests": ["needle_emg"], "conclusion": "old L5"}),
        "treatments" => json!({"kind": "physiotherapy", "name": "exercise", "started": "2020"}),
        _ => json!({"name": "Stimulator", "parts": [{"kind": "lead"}]}),
    };
    fact["told_by"] = json!(source);
    fact
}

const UNMARKED: &str = "without a named source: a clinician, or nobody said";

#[rstest]
fn each_fact_names_its_source(
    #[values("surgeries", "imaging", "electrodiagnoses", "treatments", "devices")] list: &str,
    #[values(
        ("patient", "as told by the patient", "All of these as told by the patient."),
        ("document", "from a document", "All of these from documents."),
        ("device", "from a device", "All of these from a device.")
    )]
    source: (&str, &str, &str),
) {
    let (source, mark, under) = source;
    let alone = page(json!({list: [told(list, source)]}));
    assert_eq!(alone.matches(mark).count(), 1, "{alone}");
    assert!(!alone.contains(UNMARKED), "{alone}");

    let same = page(json!({list: [told(list, source), told(list, source)]}));
    if list == "devices" {
        assert_eq!(same.matches(mark).count(), 2, "{same}");
    } else {
        assert_eq!(same.matches(under).count(), 1, "{same}");
    }

    let mixed = page(json!({list: [told(list, source), told(list, "clinician")]}));
    assert_eq!(mixed.matches(mark).count(), 1, "{mixed}");
    assert!(
        !mixed.contains("All of these") && mixed.contains(UNMARKED),
        "{mixed}"
    );
}

#[test]
fn a_device_prints_the_state_and_the_label_of_each_part_and_when_it_was_taken_out() {
    let page = page(json!({"devices": [
        {"name": "Stimulator", "implanted": "2015", "maker": "Acme", "parts": [
            {"kind": "generator", "state": "in_use", "mri": {"conditional": {"field": "1.5 T"}}},
            {"kind": "lead", "name": "left lead", "state": "abandoned"},
            {"kind": "lead", "name": "right lead", "state": "abandoned"},
        ]},
        {"name": "Pump", "implanted": "2010", "removed": "12 Mar 2020", "parts": [{"kind": "pump", "state": "removed",
            "mri": "unsafe"}]},
        {"name": "Old stimulator", "implanted": "2009", "removed": "2014", "parts": [{"kind": "generator", "state": "in_use"},
            {"kind": "lead", "state": "abandoned"}]},
    ]}));
    for said in [
        "taken out: 2014; generator: taken out, MRI status unknown; lead: left in the body, not connected",
        "Stimulator: Acme; implanted: 2015",
        "generator: in use, MRI conditional: 1.5 T",
        "lead (left lead), lead (right lead): left in the body, not connected, MRI status unknown",
        "Pump: maker and numbers not recorded; implanted: 2010; taken out: 12 Mar 2020; pump: taken out, labelled MRI unsafe",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
}

#[test]
fn the_same_words_on_mri_stand_once_for_all_that_they_are_said_of() {
    let operation = |name: &str, when: &str| json!({"procedures": [name], "levels": "L4-S1", "when": when, "implants": [{"name": name}]});
    let page = page(json!({"surgeries": [
        operation("alpha device", "2018"), operation("beta device", "2019"), operation("gamma device", "2020")]}));
    assert_eq!(page.matches("MRI status unknown").count(), 1, "{page}");
    assert!(
        page.contains(
            "alpha device (operation 1, L4-S1); beta device (operation 2, L4-S1); gamma device (operation 3, L4-S1): MRI"
        ),
        "{page}"
    );
}

fn answered_no(leave_out: &[&str]) -> Value {
    let questions = Catalogue::built_in().unwrap().questions();
    let answers: Map<String, Value> = questions
        .iter()
        .filter(|one| !leave_out.contains(&one.id.as_str()))
        .map(|one| (one.id.clone(), json!({"is": "no"})))
        .collect();
    json!({"flags": [{"asked_on": "2026-11-22", "answers": answers}]})
}

#[test]
fn many_answers_of_no_are_a_line_with_their_number_day_and_groups_and_what_was_not_asked_is_named() {
    let count = Catalogue::built_in().unwrap().questions().len();
    let all = page(answered_no(&[]));
    assert!(
        all.contains(&format!("No (22 Nov 2026): {count} questions, of: ")),
        "{all}"
    );
    assert!(!all.contains("Not assessed") && !all.contains(": fever"), "{all}");
    let line = all
        .lines()
        .find(|line| line.contains("No (22 Nov 2026)"))
        .unwrap();
    for group in [
        "Fever and infection",
        "Wound",
        "Thoughts of self-harm",
        "Cancer and weight",
    ] {
        assert!(line.contains(group) && !line.contains(" of 0"), "{group}: {line}");
    }
    let without = page(answered_no(&["fever"]));
    let line = without
        .lines()
        .find(|line| line.contains("No (22 Nov 2026)"))
        .unwrap();
    assert!(
        line.contains(&format!("{} questions", count - 1)) && line.contains("Fever and infection ("),
        "{line}"
    );
    assert!(without.contains("Not assessed: fever."), "{without}");
}

#[test]
fn an_empty_record_is_one_page_and_names_in_one_line_what_is_not_recorded() {
    let empty = record(json!({}));
    let made = letter_pdf(&empty, &whole(), today()).unwrap();
    assert_eq!(made.pages, 1);
    let page = letter_text(&empty, &whole(), today());
    assert!(
        page.contains(
            "Not recorded: Sex, Diagnosis and suspected causes, Operations, Symptoms, Treatments tried, Current medicines, \
             Examination and readings, Imaging, Scores, Conditions and background, Goals of the patient, Plan and requests\n"
        ),
        "{page}"
    );
    assert!(!page.contains("\nOperations\n"), "{page}");
    for said in [
        "Red flags were not asked about",
        "Implants: not assessed",
        "Blood thinners: not asked",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
}

#[test]
fn conditions_that_nobody_asked_about_are_named_beside_a_background_that_says_something_else() {
    let page = page(json!({"patient": {"family": "Sample", "born": "1961", "occupation": "baker"}}));
    assert!(
        page.contains(
            "Not recorded: Sex, Other conditions, Diagnosis and suspected causes, Operations, Symptoms"
        ),
        "{page}"
    );
}

#[test]
fn a_column_without_a_word_is_named_under_its_table() {
    let operation = |more: Value| {
        let mut one = json!({"procedures": ["fusion"], "when": "2019", "told_by": "document"});
        one.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        one
    };
    let none = page(json!({"surgeries": [operation(json!({})), operation(json!({}))]}));
    assert!(
        none.contains("Not recorded here: Why; Back after; Limb after. All of these from documents."),
        "{none}"
    );
    let one =
        page(json!({"surgeries": [operation(json!({})), operation(json!({"indication": "stenosis"}))]}));
    assert!(
        one.contains("Why: stenosis") && one.contains("Not recorded here: Back after; Limb after."),
        "{one}"
    );
}

#[test]
fn a_single_value_without_a_date_is_in_the_table_and_fills_no_page_with_a_chart() {
    let weight =
        json!({"measure": "number", "name": "Weight", "value": 80.0, "unit": "kg", "when": "unknown"});
    let nrs = |value: u8, when: &str| json!({"measure": "nrs", "site": "leg", "value": value, "when": when});
    let single = page(json!({"scores": [weight]}));
    assert!(single.contains("Weight: 80 kg"), "{single}");
    assert!(
        single.contains("No course is drawn: no measure has two values")
            && !single.contains("Scores in the order"),
        "{single}"
    );
    let scores = json!({"scores": [weight, nrs(7, "at first visit"), nrs(5, "after operation 1")],
        "surgeries": [{"procedures": ["fusion"], "when": "unknown"}]});
    let course = page(scores);
    assert!(
        course.contains("can be placed. A measure with one value stands in the table only")
            && course.contains("Weight: 80 kg"),
        "{course}"
    );
    let dated = page(json!({"scores": [nrs(7, "2024")]}));
    assert!(
        dated.contains("Scores over time") && !dated.contains("No course"),
        "{dated}"
    );
}

#[rstest]
#[case::counted(Some("5 mg"), json!({"status": "running"}), true)]
#[case::would_add(Some("5 mg"), json!({}), true)]
#[case::nothing_counted(None, json!({"status": "running"}), false)]
fn the_limits_of_an_opioid_load_stand_beside_every_amount(
    #[case] strength: Option<&str>,
    #[case] standing: Value,
    #[case] amount: bool,
) {
    let mut ingredient = json!({"name": "oxycodone"});
    if let Some(strength) = strength {
        ingredient["strength"] = json!(strength);
    }
    let mut drug = json!({"kind": "drug", "name": "oxycodone",
        "medicine": {"ingredients": [ingredient], "frequency": "4 times a day"}});
    drug.as_object_mut()
        .unwrap()
        .extend(standing.as_object().unwrap().clone());
    let page = page(json!({"treatments": [drug]}));
    assert_eq!(page.contains("× 1.5 = 30"), amount, "{page}");
    assert_eq!(page.contains("It is not for choosing the dose"), amount, "{page}");
    assert!(page.contains("CDC 2022 table (US), version"), "{page}");
}

#[test]
fn the_diagnosis_stands_before_the_operations_with_certainty_code_and_evidence_and_the_excluded_in_one_line()
{
    let mut lists = full();
    lists["diagnoses"] = json!([
        {"kind": "discitis", "certainty": "excluded", "judged": "2021"},
        {"kind": "facet_joint", "certainty": "suspected"},
        {"kind": "epidural_fibrosis", "certainty": "probable", "levels": "L5 root", "side": {"value": "left"},
            "speaks_for": ["came back slowly"], "speaks_against": ["no scar on CT"],
            "evidence": [{"entry": "imaging 1", "weighs": "for"}], "settled_by": "MRI with contrast"},
        {"kind": "persistent_pain", "certainty": "confirmed", "icd10cm": {"code": "M96.1"}},
        {"kind": "hip_or_peripheral", "certainty": "excluded"},
    ]);
    let page = page(lists);
    let page = page.split("\nDiagnosis and suspected causes\n").nth(1).unwrap();
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let order = [
        "Persistent spinal pain syndrome type 2 (PSPS type 2)",
        "ICD-10-CM M96.1, postlaminectomy syndrome",
        "Epidural fibrosis, L5 root, left",
        "For: came back slowly; MRI, 2021 (imaging 1)",
        "Against: no scar on CT",
        "Test that would settle it: MRI with contrast",
        "Facet joint pain",
        "Excluded: Discitis, 2021; Hip or peripheral cause that mimics it",
        "Operations",
    ];
    for pair in order.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}: {page}");
    }
}

#[test]
fn trap_44_that_another_level_was_operated_on_is_printed_neutrally_without_what_was_thought_of_it() {
    let mut lists = full();
    lists["diagnoses"] = json!([
        {"kind": "other_level_or_side", "certainty": "suspected", "levels": "L4-L5", "words": "surgeon missed it",
            "speaks_for": ["operated on the wrong side"], "note": "negligent", "settled_by": "read the old films",
            "evidence": [{"entry": "imaging 1", "weighs": "for"}]},
        {"kind": "other_level_or_side", "certainty": "excluded", "words": "wrong level, as he says"},
    ]);
    let page = page(lists);
    for said in [
        "Operated level or side differs from the present finding, L4-L5",
        "For: MRI, 2021 (imaging 1)",
        "What was written beside this stands in the record and is not printed.",
        "Excluded: Operated level or side differs from the present finding",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for kept in ["missed", "wrong", "negligent", "old films"] {
        assert!(!page.contains(kept), "{kept}: {page}");
    }
}

#[test]
fn a_record_without_a_diagnosis_says_so() {
    let mut lists = full();
    lists["diagnoses"] = json!([]);
    let page = page(lists);
    assert!(
        page.contains("Not recorded: Diagnosis and suspected causes\n"),
        "{page}"
    );
}

#[test]
fn what_is_printed_for_a_patient_names_no_failure_whatever_the_clinic_prefers() {
    let mut lists = full();
    lists["diagnoses"] = json!([{"kind": "persistent_pain", "certainty": "confirmed"}]);
    lists["walking_plans"] = json!([{"prescribed_on": "2026-11-20", "by": "Dr Sample", "cautions": ["ground"],
        "quota": {"seconds": 300, "bouts_a_day": 1, "days_a_week": 4}, "target": {"minutes": 30, "days": 5}}]);
    let record = record(lists);
    let asked = |kind| Request {
        kind,
        preferred_term: Term::Fbss,
        ..Request::default()
    };
    for kind in [LetterKind::Patient, LetterKind::Walking] {
        let text = letter(&record, &asked(kind), today()).text().to_lowercase();
        assert!(!text.contains("fail"), "{text}");
    }
    let letter = letter_text(&record, &asked(LetterKind::Summary), today());
    assert!(letter.contains("Failed back surgery syndrome (FBSS)"), "{letter}");
}

#[test]
fn the_body_map_is_printed_of_what_is_not_over_and_said_in_words() {
    let area = |region: &str, feeling: &str| json!({"region": region, "feeling": feeling});
    let lists = json!({"symptoms": [
        {"site": "leg", "side": {"value": "left"}, "areas": [area("front.outer_shin.left", "tingling")]},
        {"site": "low back", "resolved": "2020", "areas": [area("back.low_back.right", "pain")]},
    ]});
    let text = page(lists.clone());
    assert!(text.contains("What is felt where"), "{text}");
    assert!(text.contains("Tingling: outer shin, left"), "{text}");
    assert!(
        !text.contains("Pain: low back, right"),
        "what is over is not on the map: {text}"
    );
    let with = letter_pdf(&record(lists), &Request::default(), today()).unwrap();
    let without = json!({"symptoms": [{"site": "leg", "side": {"value": "left"}}]});
    assert!(!page(without.clone()).contains("What is felt where"));
    let without = letter_pdf(&record(without), &Request::default(), today()).unwrap();
    assert!(
        with.pdf.len() > without.pdf.len() + 1000,
        "a drawing stands in it"
    );
}

#[test]
fn what_is_over_stands_after_what_is_not_and_counts_in_no_group() {
    let text = page(json!({"symptoms": [
        {"site": "neck", "onset": "2010", "resolved": "May 2012", "qualities": ["burning", "shooting"]},
        {"site": "low back", "onset": "2019", "qualities": ["dull ache", "burning"]},
    ]}));
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("low back") < place("neck"), "{text}");
    assert!(text.to_lowercase().contains("resolved may 2012"), "{text}");
    assert!(
        text.contains("1 muscular, 1 neuropathic word; a count, not a diagnosis"),
        "{text}"
    );
}
