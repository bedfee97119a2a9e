//! Every kind of letter at every length, of published cases, invented people and a record of twenty years: it is made, stays on
//! its pages or says why not, loses no alert, and counts what it leaves out.

use super::*;
use crate::{
    letter::{FinishedLetter, LetterKind, letter},
    sample::Plan,
};
use lamina_letters::{Size, measure};
use std::sync::OnceLock;

/// The day on which the invented people were written.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn files() -> Vec<(&'static str, &'static str)> {
    macro_rules! files {
        ($($name:literal: $path:literal),+ $(,)?) => { vec![$(($name, include_str!($path))),+] };
    }
    files!(
        "case-01": "../../../../../tests/cases/case-01.json",
        "case-02": "../../../../../tests/cases/case-02.json",
        "case-03": "../../../../../tests/cases/case-03.json",
        "case-04": "../../../../../tests/cases/case-04.json",
        "case-05": "../../../../../tests/cases/case-05.json",
        "case-06": "../../../../../tests/cases/case-06.json",
        "walker": "../../../samples/walker.json",
        "three-operations": "../../../samples/three-operations.json",
        "pump": "../../../samples/pump.json",
        "cervical": "../../../samples/cervical.json",
        "red-flag": "../../../samples/red-flag.json",
        "twenty-years": "../../../samples/twenty-years.json",
    )
}

/// A generated record of twenty years.
fn long() -> &'static Record {
    static LONG: OnceLock<Record> = OnceLock::new();
    LONG.get_or_init(|| {
        let plan = Plan {
            patients: 1,
            seed: 7,
            as_of: day(),
            years: Some(20),
            facts: Some(3_000),
        };
        plan.record(1).unwrap()
    })
}

/// The published cases, the sample people and one record of thousands of facts, each with its name.
fn everybody() -> Vec<(&'static str, Record)> {
    let mut all: Vec<(&str, Record)> = files()
        .into_iter()
        .map(|(name, text)| {
            let document = Document::read(text.as_bytes(), day()).unwrap();
            (name, document.patients.into_iter().next().unwrap())
        })
        .collect();
    all.push(("generated", long().clone()));
    all
}

fn asked(kind: LetterKind, length: LetterLength) -> Request {
    Request {
        kind,
        length,
        reason: "Leg pain that came back".to_owned(),
        question: "Please advise".to_owned(),
        recipient: vec!["Dr Recipient".to_owned(), "1 High Street".to_owned()],
        ..Request::default()
    }
}

fn made(record: &Record, kind: LetterKind, length: LetterLength) -> FinishedLetter {
    letter(record, &asked(kind, length), day())
}

/// The most pages that a letter may have.
fn most(kind: LetterKind, length: LetterLength) -> Option<u32> {
    length.pages().map(|pages| pages.min(kind.pages()))
}

/// Whose letters do not all fit, since what must be told of them takes more room than there is.
const OVER: &[&str] = &["three-operations", "generated"];

/// The same of the patient's copy alone, whose text is large.
const LARGE: &[&str] = &["twenty-years"];

/// The lines of a text that begin so, without what stands before.
fn beginning<'t>(text: &'t str, with: &'t str) -> impl Iterator<Item = &'t str> {
    text.lines()
        .map(|line| line.trim_start_matches("- "))
        .filter(move |line| line.starts_with(with))
}

#[rstest]
fn every_letter_stays_on_its_pages_or_says_why_not_and_loses_no_alert(
    #[values(
        "case-01",
        "case-02",
        "case-03",
        "case-04",
        "case-05",
        "case-06",
        "walker",
        "three-operations",
        "pump",
        "cervical",
        "red-flag",
        "twenty-years",
        "generated"
    )]
    of: &str,
) {
    for (name, record) in everybody().into_iter().filter(|(name, _)| *name == of) {
        let whole = made(&record, LetterKind::Summary, LetterLength::Everything);
        let alerts: Vec<(String, String)> = whole
            .letter
            .alerts
            .iter()
            .map(|alert| (alert.label.clone(), alert.text.clone()))
            .collect();
        assert!(alerts.len() >= 4, "{name}: {alerts:?}");
        for kind in LetterKind::ALL {
            for length in LetterLength::ALL {
                let made = made(&record, kind, length);
                let pages = measure(&made.letter).unwrap().pages;
                let fits = most(kind, length).is_none_or(|most| pages <= most);
                assert_eq!(
                    fits,
                    made.too_long.is_empty(),
                    "{name}, {kind:?}, {length:?}: {pages} pages: {}",
                    made.too_long
                );
                let large = kind == LetterKind::Patient && LARGE.contains(&name);
                if length == LetterLength::TwoPages && !OVER.contains(&name) && !large {
                    assert!(fits, "{name}, {kind:?}: {}", made.too_long);
                }
                let text = made.text();
                if kind == LetterKind::Trial && !record.neuromodulations.is_empty() {
                    assert!(
                        text.contains("\nNeuromodulation and pumps\n"),
                        "{name}, {length:?}: {text}"
                    );
                }
                // The patient's copy has allergies and blood thinners in words of its own.
                for (label, said) in alerts.iter().filter(|_| kind != LetterKind::Patient) {
                    let stands = text.contains(&format!("{label}: {said}"));
                    assert_eq!(
                        stands,
                        !matches!(kind, LetterKind::Insurer | LetterKind::Walking),
                        "{name}, {kind:?}, {length:?}: {label}: {said}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_not_known_or_contradicts_itself_stands_in_every_length() {
    let all = everybody();
    assert_eq!(all.len(), 13);
    for (name, record) in all {
        let whole = made(&record, LetterKind::Summary, LetterLength::Everything).text();
        for length in [LetterLength::OnePage, LetterLength::TwoPages] {
            let text = made(&record, LetterKind::Summary, length).text();
            let mut seen = 0;
            for start in [
                "Blood thinners: ",
                "Not recorded: whether there are other blood thinners",
                "Checks ",
                "Red flags were not asked",
                "The questions about red flags were not asked",
                "Answered yes, not said whether",
                "Open, ",
                "Resolved: ",
                "Not counted: ",
                "Please check: ",
                "Not known whether still taken: ",
                "May have ended: ",
            ] {
                for line in beginning(&whole, start) {
                    seen += 1;
                    let line = line.trim_end_matches('.');
                    assert!(text.contains(line), "{name}, {length:?}: {line}\n{text}");
                }
            }
            assert!(seen > 0, "{name}: something is always not known");
            // In short it is told by its groups.
            let assessed = |text: &str| text.contains("Not assessed: ");
            assert_eq!(assessed(&whole), assessed(&text), "{name}, {length:?}");
            assert!(text.contains("MRI: "), "{name}, {length:?}: {text}");
        }
    }
}

#[test]
fn a_letter_of_twenty_years_says_what_it_left_out_by_number_and_by_which_rule() {
    let record = long();
    for kind in [LetterKind::Summary, LetterKind::Surgeon, LetterKind::PainClinic] {
        let made = made(record, kind, LetterLength::TwoPages);
        assert_eq!(made.too_long, "", "{kind:?}");
        let text = made.text();
        let left = made.letter.left_out.join(" ");
        for (what, all) in [
            ("treatments", record.treatments.len()),
            ("scores", record.scores.len()),
            ("imaging", record.imaging.len()),
        ] {
            assert!(
                left.contains(&format!(" of {all})")) && left.contains(what),
                "{kind:?}: {what}: {left}"
            );
        }
        let entries: usize = record.counts().into_iter().map(|(_, count)| count).sum();
        assert!(
            left.contains(&format!("The whole record has {entries} entries.")),
            "{left}"
        );
        for rule in ["with its last response.", "The last study of each region"] {
            assert!(text.contains(rule), "{kind:?}: {rule}: {text}");
        }
        for operation in &record.surgeries {
            assert!(
                text.contains(&operation.when.to_string()),
                "{kind:?}: {operation:?}"
            );
        }
    }
}

/// The numbers of treatments that stand in a letter.
fn numbers(text: &str, treatments: usize) -> usize {
    let section = text.split("\nTreatments tried\n").nth(1).unwrap();
    let section = section.split("\n\n").next().unwrap();
    (1..=treatments)
        .filter(|number| {
            section.contains(&format!("No.: {number};"))
                || section.contains(&format!(": {number}. "))
                || section.contains(&format!("; {number}. "))
                || section.contains(&format!("; the last {number}. "))
        })
        .count()
}

#[test]
fn as_many_treatments_are_counted_as_left_out_as_are_not_told() {
    let record = long();
    let all = record.treatments.len();
    for length in LetterLength::ALL {
        let made = made(record, LetterKind::PainClinic, length);
        let told = numbers(&made.text(), all);
        let left = made.letter.left_out.join(" ");
        let said = format!("treatments ({} of {all})", all - told);
        match length {
            LetterLength::Everything => {
                assert_eq!(told, all);
                assert!(!left.contains("treatments ("), "{left}");
            }
            _ => assert!(told > 0 && left.contains(&said), "{length:?}: {said}: {left}"),
        }
    }
}

#[test]
fn what_fits_is_told_in_full_and_leaves_nothing_out() {
    let record = record(json!({
        "surgeries": [{"procedures": ["fusion"], "when": "2019", "note": "a long day"}],
        "symptoms": [{"site": "low back"}, {"site": "neck", "resolved": "2012"}],
        "treatments": [{"kind": "drug", "name": "pregabalin", "responses": [
            {"when": "2020", "relief": {"value": 30}}, {"when": "2021", "relief": {"value": 10}}]}],
    }));
    let two = made(&record, LetterKind::Summary, LetterLength::TwoPages);
    assert_eq!(two.letter.left_out, Vec::<String>::new());
    let whole = made(&record, LetterKind::Summary, LetterLength::Everything);
    assert_eq!(two.text(), whole.text());
    assert_eq!(two.letter.size, Size::Usual);
}

#[test]
fn the_same_record_gives_the_same_bytes_at_every_length() {
    let record = long();
    for length in [LetterLength::OnePage, LetterLength::TwoPages] {
        let pdf = || made(record, LetterKind::Surgeon, length).pdf().unwrap().pdf;
        assert_eq!(pdf(), pdf());
    }
}

fn told(lists: Value, kind: LetterKind) -> String {
    made(&record(lists), kind, LetterLength::TwoPages).text()
}

#[test]
fn a_reader_who_does_not_treat_gets_function_and_work_and_nothing_else_of_the_person() {
    let text = told(
        json!({
            "patient": {"family": "Sample", "born": "1961", "occupation": "baker", "contact": ["1 High Street"],
                "care_team": [{"name": "Dr Exemple", "role": "family doctor"}], "note": "tells of a divorce"},
            "background": {"allergies": {"value": ["penicillin"]}, "conditions": {"value": ["asthma"]},
                "anticoagulants": {"value": ["warfarin"]}},
            "circumstances": [{"when": "2026", "work": {"value": "sick_leave"}, "smoking": {"value": "current"},
                "claim": {"value": "open"}, "mental_health": "despondent"}],
            "diagnoses": [{"kind": "persistent_pain", "certainty": "confirmed", "note": "in confidence"}],
            "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "2019", "note": "in confidence"}],
            "treatments": [{"kind": "drug", "name": "oxycodone", "status": "running"},
                {"kind": "psychology", "name": "cognitive behavioural therapy"}],
            "scores": [{"measure": "odi", "value": 44, "when": "3 May 2026"},
                {"measure": "instrument", "instrument": "gad-7", "total": 12, "when": "3 May 2026"}],
        }),
        LetterKind::Insurer,
    );
    for said in [
        "Persistent spinal pain syndrome",
        "2019",
        "ODI: 44 %",
        "baker",
        "off sick",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for kept in [
        "penicillin",
        "asthma",
        "arfarin",
        "divorce",
        "confidence",
        "oxycodone",
        "cognitive",
        "GAD",
        "smok",
        "laim",
        "despondent",
        "Exemple",
        "Alerts",
    ] {
        assert!(!text.contains(kept), "{kept}: {text}");
    }
    assert!(text.contains("By its kind this letter does not tell: "), "{text}");
}

#[test]
fn an_implant_card_names_each_part_with_its_label_and_never_calls_the_unknown_safe() {
    let text = told(
        json!({
            "devices": [{"name": "Stimulator", "maker": "Exemple", "model": "M 1", "serial": "S-0", "implanted": "2021",
                "parts": [{"kind": "generator", "state": "in_use", "mri": {"conditional": {"field": "1.5 T"}}},
                    {"kind": "lead", "name": "old lead", "state": "abandoned"}]}],
            "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "2019",
                "implants": {"value": [{"kind": "cage", "maker": "Muster", "model": "K"}]}}],
        }),
        LetterKind::ImplantCard,
    );
    for said in [
        "Implant card",
        "What: Stimulator; Maker, model, numbers: Exemple, M 1, S-0",
        "generator: in use, MRI conditional: 1.5 T",
        "lead (old lead): left in the body, not connected, MRI status unknown",
        "Muster; K",
        "L4-S1\n2019",
        "What is not recorded is unknown.",
        "Other implants: not asked about.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.to_lowercase().contains("safe"), "{text}");
    let none = told(json!({}), LetterKind::ImplantCard);
    assert!(
        none.contains("No implant is recorded.") && !none.to_lowercase().contains("safe"),
        "{none}"
    );
}

#[test]
fn a_trial_is_reported_with_its_criterion_on_one_page() {
    let days = |from: u32, back: u32| {
        (0..7).map(move |day| json!({"neuromodulation": "neuromodulation 1", "on": format!("2026-06-{:02}", from + day), "back": back}))
    };
    let diary: Vec<Value> = days(1, 8).chain(days(10, 3)).collect();
    let made = made(
        &record(json!({
            "neuromodulations": [{"therapy": "spinal_cord", "targets": ["back"]}],
            "neuromodulation_steps": [{"neuromodulation": "neuromodulation 1", "when": "8 Jun 2026",
                "what": {"trial": {"ended": "16 Jun 2026"}}}],
            "trial_days": diary,
        })),
        LetterKind::Trial,
        LetterLength::OnePage,
    );
    let text = made.text();
    assert!(made.too_long.is_empty(), "{}", made.too_long);
    for said in [
        "Report of a neuromodulation trial",
        "50 % criterion for back pain",
        "The diary of the trial.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
