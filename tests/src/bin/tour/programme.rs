//! The screens of the walking programme, of follow-up and who is due, of the rules and of the audit log.

use crate::{
    screens::Seen,
    steps::{FULL, open, section, wait_for_page},
};
use lamina_tests::window::{Key, Window};

/// Someone with an operation and no visit since.
const DUE: &str = "Case 04";

/// All of them. The record of the walking programme has an open red flag afterwards.
pub fn all(window: &Window, seen: Seen<'_>) {
    walking(window, seen);
    walking_stopped(window, seen);
    follow_up(window, seen);
    rules(window, seen);
    audit(window, seen);
    about(window, seen);
    window.go("#/patients");
    window.see("heading", "Patients");
}

fn walking(window: &Window, seen: Seen<'_>) {
    open(window, FULL);
    section(window, "Walking");
    window.see("button", "New walking plan");
    seen(window, "walking-none");
    window.click("button", "New walking plan");
    let form = window.see("form", "New walking plan");
    seen(window, "walking-plan-new");
    window.fill("Minutes of a bout", "a while");
    window.ctrl('s');
    window.says("Nothing was saved yet");
    seen(window, "walking-plan-refused");
    for question in form.all("radiogroup", "") {
        if let Some(yes) = question.all("radio", "Yes").first() {
            yes.click();
        }
    }
    window.fill("Cleared by", "Dr A Example");
    window.fill("Minutes of a bout", "5");
    window.fill("Restrictions and precautions", "No lifting above 5 kg");
    window.ctrl('s');
    window.gone("form", "New walking plan");
    window.see("button", "Start…");
    seen(window, "walking-not-started");
    window.click("button", "Start…");
    window.see("dialog", "Start the walking plan");
    seen(window, "walking-start");
    window.ctrl('s');
    window.gone("dialog", "Start the walking plan");
    window.says("Running since");
    window.click("button", "Add to the diary");
    window.see("form", "Add to the diary");
    seen(window, "walking-line");
    window.fill("Minutes", "5");
    window.fill("Back before", "3");
    window.fill("Back during or after", "4");
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.says("5 min, 5 planned");
    seen(window, "walking");
    window.click("link", "Plan and diary page");
    wait_for_page(window);
    seen(window, "walking-page");
}

fn walking_stopped(window: &Window, seen: Seen<'_>) {
    section(window, "Walking");
    window.click("button", "Add to the diary");
    window.see("form", "Add to the diary");
    window.fill("Minutes", "4");
    window.click("checkbox", "Fall");
    window.says("Saving this pauses the walking plan");
    seen(window, "walking-line-red");
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.see("button", "Reopen…");
    seen(window, "walking-paused");
    window.click("button", "Reopen…");
    window.see("dialog", "Reopen the walking plan");
    window.ctrl('s');
    window.says("Enter an answer");
    seen(window, "walking-reopen-refused");
    window.press(Key::Escape);
    window.gone("dialog", "Reopen the walking plan");
}

fn follow_up(window: &Window, seen: Seen<'_>) {
    open(window, DUE);
    section(window, "Operations");
    window.click("button", "Record operation");
    window.see("form", "Record operation");
    window.fill("When", "-6w");
    window.fill("Operation", "Decompression");
    window.ctrl('s');
    window.see_part("link", "Decompression");
    section(window, "Overview");
    window.click("button", "Whole schedule");
    window.see("heading", "Follow-up schedule");
    seen(window, "follow-up");
    window.click_part("button", "Decompression");
    window.see("table", "Points of the schedule");
    seen(window, "follow-up-open");
    window.click("link", "Due");
    window.see("table", "Due for follow-up");
    seen(window, "due");
}

fn rules(window: &Window, seen: Seen<'_>) {
    window.go("#/settings/rules");
    window.see("field", "Filter");
    seen(window, "rules");
    window.fill("Filter", "numeric rating");
    window.click_part("button", "Numeric rating scale of pain");
    window.see("button", "Set a value for this clinic");
    seen(window, "rules-found");
    window.click("button", "Set a value for this clinic");
    window.see("dialog", "Set a value for this clinic");
    window.fill("This clinic’s value", "300");
    window.click("button", "Save value");
    window.says("above 0 and at most 10");
    seen(window, "rules-refused");
    window.press(Key::Escape);
    window.gone("dialog", "Set a value for this clinic");
}

fn audit(window: &Window, seen: Seen<'_>) {
    window.go("#/settings/audit");
    window.see("table", "Audit log");
    seen(window, "audit");
    window.click_part("button", "Row ");
    window.see_part("dialog", "Row ");
    seen(window, "audit-row");
    window.press(Key::Escape);
    window.fill("Until", "2001");
    window.press(Key::Return);
    window.see("heading", "No row matches");
    seen(window, "audit-none");
    window.click("button", "Verify now");
    window.says("Verified whole up to row ");
    seen(window, "audit-verified");
}

fn about(window: &Window, seen: Seen<'_>) {
    window.go("#/settings/about");
    window.see("field", "Filter");
    seen(window, "about");
    window.fill("Filter", "sqlcipher");
    window.click_part("button", "SQLCipher");
    window.see("button", "LICENSE");
    seen(window, "about-found");
}
