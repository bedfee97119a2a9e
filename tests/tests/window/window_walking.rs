//! The walking programme: asked, started and written down by keyboard alone; what is red stops it; its page for print.

use crate::{open_patient, opened, section};
use lamina_tests::window::{Key, Window};
use tempfile::TempDir;

/// What is asked before the start.
pub(crate) const QUESTIONS: [&str; 7] = [
    "Walking is cleared by a doctor or surgeon",
    "Restrictions after the operation are known",
    "A fracture is excluded after trauma",
    "When to stop and whom to call has been explained",
    "Shoes and ground are suitable",
    "Falls, gait and walking aid have been looked at",
    "No heart condition rules out walking",
];

/// A plan that starts today, made without a click once the record is open.
fn walker() -> (TempDir, Window) {
    let (folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    window.press('w');
    window.at("/walking");
    window.see("button", "New walking plan");
    window.tab_to("button", "New walking plan");
    window.press(Key::Return);
    window.see("form", "New walking plan");
    focus_on(&window, "Prescribed on");
    for question in QUESTIONS {
        window.tab_and_choose(question, "Yes");
        if question == QUESTIONS[0] {
            window.tab_and_write("Cleared by", "Dr Lind");
        }
    }
    window.tab_and_write("Minutes of a bout", "5");
    window.ctrl('s');
    window.at("/walking");
    window.see("button", "Start…");
    window.tab_to("button", "Start…");
    window.press(Key::Return);
    window.see("dialog", "Start the walking plan");
    focus_on(&window, "First day");
    window.ctrl('s');
    window.gone("dialog", "Start the walking plan");
    window.says("Running since");
    window.says("5 min once a day, 4 days a week, easy pace");
    (folder, window)
}

fn focus_on(window: &Window, name: &str) {
    window.wait_until(&format!("the focus is on {name}"), |window| {
        (window.focus().name == name).then_some(())
    });
}

/// Opens the form of a line for today by its key.
fn new_line(window: &Window) {
    window.press('a');
    window.see("form", "Add to the diary");
    window.wait_until("a field has the focus", |window| {
        ["textbox", "radio"]
            .contains(&window.focus().role.as_str())
            .then_some(())
    });
    window.write("5");
}

#[test]
fn a_plan_is_made_started_and_walked_by_keyboard_alone() {
    let (_folder, window) = walker();
    new_line(&window);
    window.tab_and_write("Back before", "3");
    window.tab_and_write("Back during or after", "4");
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.at("/walking");
    window.says("Saved ");
    let week = window.see("list", "This week");
    window.wait_until("the line stands in its day", |_| {
        let text = week.text();
        (text.contains("5 min, 5 planned") && text.contains("back 3 to 4")).then_some(())
    });
    window.says("Green: within the limits");
    window.says("Bouts: 1 of 4");
}

#[test]
fn a_fall_pauses_raises_a_red_flag_and_waits_for_a_clinician() {
    let (_folder, window) = walker();
    new_line(&window);
    window.tab_to("checkbox", "Fall");
    window.press(' ');
    window.says("Saving this pauses the walking plan");
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.see("button", "Reopen…");
    window.wait_until("the notice of the pause", |window| {
        let notices = window.all("alert", "");
        let says = |words: &str| notices.iter().any(|notice| notice.text().contains(words));
        (says("The walking plan is paused") && says("A clinician has to reopen it")).then_some(())
    });
    section(&window, "Scores");
    window
        .see_part("region", "Patient Case 04")
        .see("list", "Open red flags, emergency or same day")
        .see("link", "Possible fracture risk");

    section(&window, "Walking");
    window.click("button", "Reopen…");
    window.see("dialog", "Reopen the walking plan");
    focus_on(&window, "Reason");
    window.ctrl('s');
    let reason = window.see("field", "Reason");
    window.wait_until("a message at the reason", |_| reason.is_invalid().then_some(()));
    assert!(
        reason.described().contains("Enter an answer"),
        "{}",
        reason.described()
    );
    // With a reason too it waits: the red flag is still open.
    window.fill("Reason", "Seen today, nothing broken");
    window.ctrl('s');
    window.says("This was not saved");
    assert_eq!(
        window.see("field", "Reason").value(),
        "Seen today, nothing broken"
    );
}

#[test]
fn plan_and_diary_are_one_page() {
    let (_folder, window) = walker();
    window.click("link", "Plan and diary page");
    window.at("/walking/print");
    window.see("img", "Page 1 of 1");
    window.click("button", "Save page");
    window.says("Saved as ");
}

#[test]
fn an_amber_week_is_told_on_the_overview() {
    let (_folder, window) = walker();
    window.press('1');
    window.at("/overview");
    window.says("Walking: Running since");
    window.press('w');
    window.at("/walking");
    new_line(&window);
    window.tab_and_write("Back before", "2");
    window.tab_and_write("Back during or after", "8");
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.says("Amber: hold or cut back");
    window.press('1');
    window.at("/overview");
    let walking = window.see("region", "Walking");
    window.wait_until("the colour with its reason", |_| {
        let text = walking.text();
        (text.contains("Amber: hold or cut back") && text.contains("pain rose from 2 to 8")).then_some(())
    });
}
