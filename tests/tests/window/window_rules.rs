//! The rules: a clinic sets a limit of its own with name and reason, and every verdict names it.

use crate::{open_patient, opened, section};

#[test]
fn a_limit_of_the_clinic_is_set_with_who_and_why_and_named_in_the_verdict() {
    let (_folder, window) = opened(&[4]);
    window.click("link", "Settings");
    window.click("link", "Open the rules");
    window.at("/settings/rules");
    window.fill("Filter", "numeric rating");
    window.click_part("button", "Numeric rating scale of pain");
    window.click("button", "Set a value for this clinic");
    window.see("dialog", "Set a value for this clinic");
    window.fill("This clinic’s value", "3");
    window.says("Read as 3 points");
    window.fill("Set by", "Dr Example");
    window.click("button", "Save value");
    let why = window.see("field", "Why");
    window.wait_until("a message at the reason", |_| why.is_invalid().then_some(()));
    window.fill("Why", "agreed by the team");
    window.click("button", "Save value");
    window.gone("dialog", "Set a value for this clinic");
    window.says("Numeric rating scale of pain (Pain 0 to 10): kept.");
    window.says("3 points, set by this clinic");
    window.says("agreed by the team");

    window.click("link", "Patients");
    open_patient(&window, "Case 04");
    for (when, back) in [("3.5.2019", "8"), ("3.5.2020", "6")] {
        section(&window, "Scores");
        window.see("button", "Record scores");
        window.press('a');
        window.see("form", "Record scores");
        window.tab_and_write("When", when);
        window.tab_until_group("Pain in the back");
        window.write(back);
        window.ctrl('s');
        window.gone("form", "Record scores");
    }
    section(&window, "Course");
    window.says("2 points better");
    window.says("less than the 3 that matters (the clinic's own: Dr Example,");
    window.see_part("button", "Limits set by this clinic");
}
