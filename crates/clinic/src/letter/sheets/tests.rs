//! What stands on the sheets: the words of the authors, boxes, the label, and nothing that is not free.

use super::*;
use crate::record::Document;
use lamina_letters::measure;
use serde_json::json;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn record(family: &str) -> Record {
    let file = json!({"format": "lamina-record", "version": 1, "patients": [{"patient":
        {"family": family, "given": "Given", "born": "3 May 1961", "record_number": "S-7", "contact": ["1 High Street"]}}]});
    let document = Document::read(file.to_string().as_bytes(), today()).unwrap();
    document.patients.into_iter().next().unwrap()
}

fn free() -> Vec<&'static Instrument> {
    let choices = sheet_choices();
    let free = choices.iter().filter(|one| one.not_printed.is_empty());
    free.map(|one| sheet_of(&one.id).unwrap()).collect()
}

#[test]
fn there_is_a_sheet_of_what_is_free_and_a_reason_for_what_is_not() {
    let choices = sheet_choices();
    assert_eq!(choices.len(), instruments().len());
    for one in &choices {
        let free = instrument(&one.id).unwrap().licence == Licence::FreeWording;
        assert_eq!(one.not_printed.is_empty(), free, "{}", one.id);
        assert_eq!(sheet_of(&one.id).is_ok(), free, "{}", one.id);
    }
    assert!(choices.iter().filter(|one| one.not_printed.is_empty()).count() >= 13);
    let Err(NoSheet::NotFree(why)) = sheet_of("odi") else {
        panic!("the ODI is not printed")
    };
    assert!(
        why.starts_with("Only totals are kept: the wording belongs to "),
        "{why}"
    );
    assert_eq!(sheet_of("nonsense"), Err(NoSheet::Unknown));
}

#[test]
fn trap_06_every_question_and_answer_stands_as_its_authors_print_it_and_nothing_of_another_instrument() {
    let record = record("Muster");
    for one in free() {
        let made = sheets(&record, &Request::default(), &[one], today());
        let text = made.text();
        for item in &one.items {
            let words = [&item.text, &item.low, &item.high];
            for words in words.into_iter().flatten() {
                assert!(text.contains(words.as_str()), "{}: {words}: {text}", one.id);
            }
            for choice in item.answers.iter().chain(&one.answers) {
                assert!(text.contains(&choice.text), "{}: {}", one.id, choice.text);
            }
        }
        for said in [Some(&one.credit), Some(&one.full_name), one.intro.as_ref()] {
            assert!(
                said.is_none_or(|said| text.contains(said.as_str())),
                "{}: {said:?}: {text}",
                one.id
            );
        }
        let label = ["Muster, Given", "Born: 3 May 1961", "S-7", "Filled in on ____"];
        for said in label {
            assert!(text.contains(said), "{}: {said}: {text}", one.id);
        }
        assert!(!text.contains("High Street"), "{text}");
    }
}

#[test]
fn each_question_has_its_boxes_and_the_question_about_self_harm_is_looked_at() {
    let record = record("Muster");
    let of = |id: &str| sheets(&record, &Request::default(), &[sheet_of(id).unwrap()], today()).text();
    let phq = of("phq-9");
    assert_eq!(phq.matches("[ ] Not at all (0)").count(), 9, "{phq}");
    assert!(
        phq.contains("[ ] Question 9 was looked at") && phq.contains("Total ____"),
        "{phq}"
    );
    assert!(
        phq.contains("please tell the person who gave you this sheet"),
        "{phq}"
    );
    let rmdq = of("rmdq-24");
    assert_eq!(
        rmdq.matches("[ ] ").count(),
        25,
        "24 statements and that all were read"
    );
    let pain = of("nrs");
    for site in ["Back", "Leg", "Neck", "Arm"] {
        assert!(
            pain.contains(&format!("{site}: How strong is the pain?")),
            "{pain}"
        );
    }
    assert_eq!(pain.matches("[ ] 10").count(), 4, "{pain}");
    assert_eq!(of("psfs").matches("[ ] 10").count(), 5);
    assert!(of("pgic").contains("[ ] A little better"));
    assert!(of("tug").contains("Seconds ____"));
}

#[test]
fn several_are_one_file_in_which_each_begins_a_page_whatever_the_name() {
    for family in [
        "Muster",
        &"Oesterreicher-Beispiel ".repeat(3),
        "Γιάννης",
        "דאנה",
        "नमस्ते",
    ] {
        let record = record(family);
        let of = free();
        let made = sheets(&record, &Request::default(), &of, today());
        let alone = of.iter().map(|one| {
            let made = sheets(&record, &Request::default(), &[one], today());
            measure(&made.letter).unwrap().pages
        });
        let alone: u32 = alone.sum();
        let together = measure(&made.letter).unwrap().pages;
        // Pages after the first have less above them.
        assert!(
            together >= u32::try_from(of.len()).unwrap() && together <= alone,
            "{together} of {alone}"
        );
        let first = made.pdf().unwrap();
        assert_eq!(first.pages, together);
        assert_eq!(
            first.pdf,
            made.pdf().unwrap().pdf,
            "the same gives the same bytes"
        );
        assert_eq!(first.unprinted, "");
    }
}
