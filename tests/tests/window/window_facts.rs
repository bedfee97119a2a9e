//! The four kinds of fact, each recorded by keyboard alone, and values that can't be.

use crate::{open_patient, opened, section, window_letters::saved_letters};
use lamina_tests::{
    programs::text_of,
    window::{Key, Window},
};
use tempfile::TempDir;

/// A patient opened without a click.
fn at_work() -> (TempDir, Window) {
    let (folder, window) = opened(&[4]);
    window.write("case 04");
    window.see_part("link", "Case 04");
    window.press(Key::Down);
    window.press(Key::Return);
    window.at("/overview");
    window.see("navigation", "Sections of the record");
    (folder, window)
}

/// Opens the form of a new entry in the section with this key.
fn new_entry(window: &Window, key: char, section: &str, form: &str) {
    window.press(key);
    window.at(&format!("/{section}"));
    window.wait_until("the list", |window| {
        (window.all("button", form).len() == 1).then_some(())
    });
    window.press('a');
    window.see("form", form);
    window.wait_until("a field has the focus", |window| {
        (!window.focus().name.is_empty()).then_some(())
    });
}

/// Saves with Ctrl+S and waits for the list with this in it; then looks for it on the overview.
fn saved(window: &Window, section: &str, shown: &[&str]) {
    window.ctrl('s');
    window.at(&format!("/{section}"));
    window.says("Saved ");
    let link = window.see_part("link", shown[0]);
    drop(link);
    for words in shown {
        window.says(words);
    }
    window.press('1');
    window.at("/overview");
    window.see_part("link", shown[0]);
}

#[test]
fn an_operation_is_recorded_by_keyboard_alone() {
    let (_folder, window) = at_work();
    new_entry(&window, '2', "surgeries", "Record operation");
    window.tab_and_write("When", "3.5.19");
    window.says("3 May 2019");
    window.tab_and_write("Operation", "Microdiscectomy");
    window.tab_and_write("Levels", "L45");
    window.says("L4-L5");
    window.tab_and_write("Why it was done", "disc herniation with leg pain");
    window.tab_and_choose("Side", "Left");
    saved(
        &window,
        "surgeries",
        &[
            "Microdiscectomy, L4-L5, left",
            "3 May 2019",
            "disc herniation with leg pain",
        ],
    );
}

#[test]
fn a_symptom_is_recorded_by_keyboard_alone() {
    let (_folder, window) = at_work();
    new_entry(&window, '3', "symptoms", "Record symptom");
    window.tab_and_write("Where it hurts", "Outer left calf");
    window.tab_and_choose("Side", "Left");
    window.tab_until_group("How strong");
    window.write("7");
    // Nothing tells as which pain a calf is compared: the form asks, and says what it will record.
    window.says("Say as which pain it is compared");
    window.tab_and_choose("On the chart as pain of the", "Leg");
    window.says("Saving also records it in Scores");
    window.tab_and_write("Since when", "-3w");
    saved(&window, "symptoms", &["Outer left calf", "7/10, now"]);
    section(&window, "Scores");
    window.see_part("link", "Pain 0–10, left leg, now");
}

#[test]
fn the_body_map_is_marked_by_keyboard_alone_and_stands_over_the_list_and_in_the_letter() {
    let (_folder, window) = at_work();
    new_entry(&window, '3', "symptoms", "Record symptom");
    window.tab_and_write("Where it hurts", "Leg");
    window.tab_and_choose("Side", "Left");
    for _ in 0..100 {
        if window.focus().name.starts_with("Body map") {
            break;
        }
        window.press(Key::Tab);
    }
    assert!(
        window.focus().name.starts_with("Body map"),
        "Tab leads to the line that opens the map"
    );
    window.press(Key::Return);
    window.wait_until("the regions", |window| {
        (!window.all("checkbox", "Outer shin, left").is_empty()).then_some(())
    });
    window.tab_to("checkbox", "Face, left");
    window.write("outer sh");
    window.wait_until("letters lead to the region", |window| {
        (window.focus().name == "Outer shin, left").then_some(())
    });
    window.write(" ");
    window.see("img", "Pain: outer shin, left");
    window.ctrl('s');
    window.at("/symptoms");
    window.says("Saved ");
    window.see_part("img", "Pain: outer shin, left");
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Save letter");
    window.says("Saved as ");
    let letters = saved_letters(&window);
    let text = text_of(&letters[0]);
    assert!(text.contains("What is felt where"), "{text}");
}

#[test]
fn an_imaging_note_is_recorded_by_keyboard_alone() {
    let (_folder, window) = at_work();
    new_entry(&window, '4', "imaging", "Record imaging note");
    window.tab_and_choose("Kind of imaging", "MRI");
    window.tab_and_write("When", "may 2019");
    window.tab_and_write("What was seen", "recurrent disc herniation");
    window.tab_and_write("Levels", "L5-S1");
    window.tab_and_write("Conclusion", "Scar tissue around the left S1 root");
    saved(
        &window,
        "imaging",
        &["MRI", "May 2019", "Scar tissue around the left S1 root"],
    );
}

#[test]
fn a_treatment_is_recorded_by_keyboard_alone() {
    let (_folder, window) = at_work();
    new_entry(&window, '6', "treatments", "Record treatment");
    window.tab_to("combobox", "Kind of treatment");
    window.write("Medicine");
    window.tab_and_write("Treatment", "pregabalin");
    window.tab_and_write("Dose or sessions", "75 mg twice a day");
    window.tab_and_write("Started", "2019");
    window.tab_and_write("Relief", "30");
    saved(&window, "treatments", &["pregabalin", "75 mg twice a day", "30"]);
}

#[test]
fn a_second_response_is_added_in_a_few_keys_and_the_first_one_stays() {
    let (_folder, window) = at_work();
    new_entry(&window, '6', "treatments", "Record treatment");
    window.tab_to("combobox", "Kind of treatment");
    window.write("Block");
    window.tab_and_write("Treatment", "Nerve root block");
    window.tab_and_write("Told on", "1 mar 2026");
    window.tab_and_write("Relief", "50");
    saved(
        &window,
        "treatments",
        &["Nerve root block", "1 Mar 2026: 50 % relief"],
    );
    window.click_part("link", "Nerve root block");
    window.see("button", "Add response");
    window.press('r');
    window.wait_until("the field of relief to have the focus", |window| {
        (window.focus().name == "Relief").then_some(())
    });
    window.says("1 Mar 2026: 50 % relief");
    window.write("20");
    window.ctrl('s');
    window.see("button", "Add response");
    window.says("20 % relief");
    window.says("1 Mar 2026: 50 % relief");
}

#[test]
fn an_impossible_level_is_told_at_its_field_and_not_saved() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "Operations");
    let before = window.see("list", "Operations").all("link", "").len();
    window.click("button", "Record operation");
    window.fill("Operation", "Fusion");
    window.fill("Levels", "L7");
    window.ctrl('s');
    let field = window.see("field", "Levels");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    assert!(
        field.described().contains("“L7” is not a level"),
        "{}",
        field.described()
    );
    window.says("Nothing was saved yet");
    assert_eq!(window.focus().name, "Levels");
    assert_eq!(window.see("field", "Operation").value(), "Fusion");
    window.press(Key::Escape);
    window.see("button", "Record operation");
    let list = window.see("list", "Operations");
    assert_eq!(list.all("link", "").len(), before, "{}", list.text());
}

#[test]
fn an_impossible_relief_is_told_at_its_field_and_not_saved() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "Treatments");
    let before = window.see("table", "Treatments tried").all("link", "").len();
    window.click("button", "Record treatment");
    window.tab_to("combobox", "Kind of treatment");
    window.write("Injection");
    window.fill("Treatment", "Caudal epidural injection");
    window.fill("Relief", "130");
    window.ctrl('s');
    let field = window.see("field", "Relief");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    assert!(
        field.described().contains("Type a number from 0 to 100"),
        "{}",
        field.described()
    );
    window.says("Nothing was saved yet");
    window.press(Key::Escape);
    window.see("button", "Record treatment");
    assert_eq!(
        window.see("table", "Treatments tried").all("link", "").len(),
        before
    );
}

#[test]
fn every_field_of_every_form_is_wide_enough_to_type_in() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    for (tab, button) in [
        ("Operations", "Record operation"),
        ("Symptoms", "Record symptom"),
        ("Imaging", "Record imaging note"),
        ("Treatments", "Record treatment"),
    ] {
        section(&window, tab);
        window.click("button", button);
        window.see("button", "Save");
        let unfold = "for (const fold of document.querySelectorAll('main form button[aria-expanded=\"false\"]')) fold.click()";
        window.run(unfold, Vec::new());
        let narrow = window.run(
            "const typed = 'main textarea, main input:not([type=checkbox]):not([type=radio])';
             return [...document.querySelectorAll(typed)]
                 .map(field => [field.getAttribute('aria-label') || field.id, field.getBoundingClientRect().width])
                 .filter(([, width]) => width < 60);",
            Vec::new(),
        );
        assert_eq!(narrow, serde_json::json!([]), "{tab}");
    }
}

#[test]
fn a_goal_is_recorded_by_keyboard_alone_and_stands_on_the_overview_and_in_the_letter() {
    let (_folder, window) = at_work();
    window.tab_to("button", "Record goal");
    window.press(Key::Return);
    window.see("form", "Record goal");
    window.wait_until("the first field has the focus", |window| {
        (window.focus().name == "What the patient wants to reach").then_some(())
    });
    window.write("walk to the shop and back");
    window.tab_and_write("How it will be known", "both ways without a rest");
    window.tab_and_write("To be reached by", "Dec 2027");
    saved(
        &window,
        "goals",
        &[
            "walk to the shop and back",
            "both ways without a rest",
            "Dec 2027",
        ],
    );
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Save letter");
    window.says("Saved as ");
    let letters = saved_letters(&window);
    let text = text_of(&letters[0]);
    assert!(text.contains("walk to the shop and back"), "{text}");
}

#[test]
fn a_cause_is_recorded_by_keyboard_alone_with_its_evidence_and_stands_on_the_overview_and_in_the_letter() {
    let (_folder, window) = at_work();
    window.tab_to("button", "Record diagnosis or cause");
    window.press(Key::Return);
    window.see("form", "Record diagnosis or cause");
    window.wait_until("the first field has the focus", |window| {
        (window.focus().name == "Diagnosis or cause").then_some(())
    });
    // By a part of another of its names.
    window.write("scar");
    window.see_part("option", "Epidural fibrosis");
    window.press(Key::Down);
    window.press(Key::Return);
    window.tab_and_choose("How sure", "Probable");
    window.tab_and_write("Levels", "L5 root");
    window.tab_and_choose("Side", "Left");
    window.tab_and_write("What speaks for it", "the old pain came back slowly");
    window.tab_to(
        "button",
        "Entries of the record Operations, images, examinations, blocks, readings or scores that speak for or against it",
    );
    window.press(Key::Return);
    window.tab_and_write("Entry of the record", "erector");
    window.press(Key::Down);
    window.press(Key::Return);
    window.tab_and_choose("It speaks", "Against it");
    window.tab_and_write("ICD-10-CM code", "g9612");
    window.says("ICD-10-CM G96.12, meningeal adhesions");
    saved(
        &window,
        "diagnoses",
        &[
            "Epidural fibrosis, L5 root, left: probable",
            "the old pain came back slowly",
            "erector spinae plane block",
        ],
    );
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Save letter");
    window.says("Saved as ");
    let letters = saved_letters(&window);
    let text = text_of(&letters[0]);
    for said in [
        "Diagnosis and suspected causes",
        "G96.12",
        "the old pain came back",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// Goes to the list of that name in the section of the symptoms, and on to the form of a new entry.
fn new_in_room(window: &Window, room: &str, form: &str) {
    section(window, room);
    window.see("button", form);
    window.press('a');
    window.see("form", form);
    window.wait_until("a field has the focus", |window| {
        (!window.focus().name.is_empty()).then_some(())
    });
}

#[test]
fn an_examination_and_readings_are_recorded_by_keyboard_alone_and_stand_in_the_letter() {
    let (_folder, window) = at_work();
    new_in_room(&window, "Examinations", "Record examination");
    window.tab_to("field", "Great-toe extensor (L5), left");
    window.write("4-");
    window.tab_to("button", "Muscle power examined and normal: legs");
    window.press(Key::Return);
    window.ctrl('s');
    window.at("/examinations");
    window.says("great-toe extensor (L5) power 4-");
    window.says("muscle power 5 (MRC): L2, L3, L4, S1 both sides, L5 right");
    new_in_room(&window, "Readings", "Record readings");
    window.tab_to("field", "Temperature, value");
    window.write("39");
    window.tab_to("field", "ESR, value");
    window.write("32");
    window.ctrl('s');
    window.at("/readings");
    window.see_part("link", "Temperature: 39.0 °C");
    window.see_part("link", "ESR: 32 mm/h");
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Save letter");
    window.says("Saved as ");
    let letters = saved_letters(&window);
    let text = text_of(&letters[0]);
    for said in [
        "Temperature: 39.0 °C",
        "ESR: 32 mm/h",
        "great-toe extensor (L5) power 4-",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
