//! Settings: nothing changes before it is saved, what is typed waits, and what was saved is taken back after a restart.

use crate::{opened, section, unlock};
use lamina_tests::window::{Key, Window};

fn settings(window: &Window) {
    window.click("link", "Settings");
    window.see("form", "Letters and locking");
}

fn clinic(window: &Window) -> String {
    window.see("field", "Clinic name").value()
}

#[test]
fn what_is_typed_in_the_settings_waits_and_what_is_saved_is_undone_after_a_restart() {
    let (_folder, mut window) = opened(&[5]);
    settings(&window);
    window.says("Everything here is saved.");
    window.fill("Clinic name", "Hill Pain Clinic");
    window.fill("Lock after", "99");
    window.says("Not saved yet: Clinic name, Lock after.");
    window.says("Kept as a draft");
    window.press(Key::Escape);
    window.at("#/patients");
    settings(&window);
    window.says("was not saved: Clinic name, Lock after.");
    assert_eq!(clinic(&window), "", "never put back by itself");
    window.kill();
    window.reopen();
    unlock(&window);
    settings(&window);
    window.click_part("button", "Continue");
    window.wait_until("what was typed", |window| {
        (clinic(window) == "Hill Pain Clinic").then_some(())
    });
    window.ctrl('s');
    window.wait_until("the field that is wrong has the focus", |window| {
        (window.focus().name == "Lock after").then_some(())
    });
    window.says("Type whole minutes from 1 to 30.");
    window.says("Not saved: check one answer");
    window.fill("Lock after", "9");
    window.ctrl('s');
    window.says("Saved ");
    window.says("by Window Test: Clinic name, Lock after.");
    window.close();

    window.reopen();
    unlock(&window);
    settings(&window);
    assert_eq!(clinic(&window), "Hill Pain Clinic");
    // The focus is on nothing one types into.
    window.run("document.querySelector('main').focus()", vec![]);
    window.ctrl('z');
    window.see("dialog", "Undo the last change of these settings?");
    window.says("Clinic name: “Hill Pain Clinic” becomes “nothing” again.");
    window.says("Lock after: “9 minutes” becomes “5 minutes” again.");
    window.click("button", "Undo");
    window.gone("dialog", "Undo the last change of these settings?");
    window.wait_until("the setting as it was", |window| {
        (clinic(window).is_empty() && window.see("field", "Lock after").value() == "5").then_some(())
    });
    window.says("Undone ");
}

#[test]
fn a_limit_of_the_clinic_is_kept_as_a_draft_saved_and_undone() {
    let (_folder, window) = opened(&[5]);
    settings(&window);
    window.click("link", "Open the rules");
    window.see("heading", "Rules");
    window.fill("Filter", "fever from");
    window.click_part("button", "Fever from");
    window.click("button", "Set a value for this clinic");
    window.see("dialog", "Set a value for this clinic");
    window.write("38,5");
    window.says("Kept as a draft");
    window.press(Key::Escape);
    window.gone("dialog", "Set a value for this clinic");
    window.says("was not saved: Fever from.");
    window.says("38.0 °C, built in");
    window.click_part("button", "Continue");
    window.see("dialog", "Set a value for this clinic");
    window.wait_until("what was typed", |window| {
        (window.see("field", "This clinic’s value").value() == "38,5").then_some(())
    });
    window.fill("Why", "agreed by the team");
    window.ctrl('s');
    window.gone("dialog", "Set a value for this clinic");
    window.says("38.5 °C, set by this clinic");
    window.says("by Window Test: Fever from.");
    window.click("button", "Undo the last change");
    window.see("dialog", "Undo the last change of these settings?");
    window.click("button", "Undo");
    window.gone("dialog", "Undo the last change of these settings?");
    window.says("38.0 °C, built in");
}

#[test]
fn a_misspelt_medicine_is_asked_about_without_the_mark_of_something_understood() {
    let (_folder, window) = opened(&[5]);
    crate::open_patient(&window, "Case 05");
    section(&window, "Treatments");
    window.press('a');
    window.see("form", "Record treatment");
    window.tab_to("field", "Kind of treatment");
    window.write("Medicine");
    window.see("field", "Medicine line");
    window.fill("Medicine line", "oxycodome 10 mg bd");
    window.says("Do you mean oxycodone?");
    let line = window.see("field", "Medicine line");
    let described = line.described();
    assert!(
        described.contains("Read in part, as oxycodome 10 mg, twice a day"),
        "{described}"
    );
    assert!(!line.is_invalid());
    window.fill("Medicine line", "oxycodone 10 mg bd");
    window.says("Read as oxycodone 10 mg, twice a day");
    window.unsays("Do you mean");
}
