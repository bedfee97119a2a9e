//! Where two writers meet, and where a patient answers: what was refused is told with its reason and by whom, and nothing is lost.

use crate::{open_patient, opened, section, unlock};
use lamina_tests::window::{Key, Window};
use tempfile::TempDir;

/// The first operation of Case 04, opened.
fn at_first_operation(window: &Window) {
    open_patient(window, "Case 04");
    section(window, "Operations");
    window.wait_until("an operation to open", |window| {
        let list = window.all("list", "Operations").into_iter().next()?;
        let link = list.all("link", "").into_iter().next()?;
        link.click();
        Some(())
    });
    window.see("button", "Amend");
}

/// Amends the operation that is open, so far that only saving is left.
fn amend(window: &Window, words: &str, why: &str) {
    window.click("button", "Amend");
    window.fill("Why it was done", words);
    window.fill("Reason for the change", why);
}

/// A change of the first operation that was begun and left as a draft.
fn begun() -> (TempDir, Window) {
    let (folder, window) = opened(&[4]);
    at_first_operation(&window);
    amend(&window, "mine, begun first", "read again");
    window.press(Key::Escape);
    window.see_part("button", "Continue");
    (folder, window)
}

/// Goes on with the draft, saves it, and gives what the notice says.
fn go_on(window: &Window) -> String {
    window.click_part("button", "Continue");
    window.see("field", "Reason for the change");
    window.says("Not saved: this entry was changed meanwhile");
    let notice = window.wait_until("the notice says who", |window| {
        let all = window.all("status", "");
        let text = all.iter().map(lamina_tests::window::Found::text);
        text.into_iter().find(|text| text.contains("changed it"))
    });
    window.ctrl('s');
    window.wait_until("the text is still there", |window| {
        let field = window.all("field", "Why it was done").into_iter().next()?;
        (field.value() == "mine, begun first").then_some(())
    });
    notice
}

#[test]
fn two_changes_of_one_person_say_that_it_was_you_elsewhere() {
    let (_folder, window) = begun();
    amend(&window, "mine, saved first", "operation note");
    window.ctrl('s');
    window.gone("field", "Reason for the change");
    window.says("mine, saved first");
    let notice = go_on(&window);
    assert!(notice.contains("You changed it elsewhere on "), "{notice}");
    window.click("button", "Show what the entry says now");
    let theirs = window.see("region", "What the entry says now");
    assert!(theirs.text().contains("mine, saved first"), "{}", theirs.text());
    window.ctrl('s');
    window.gone("field", "Reason for the change");
    window.says("mine, begun first");
    window.click("button", "History");
    let history = window.see("region", "History");
    window.wait_until("every version", |_| {
        let text = history.text();
        ["mine, saved first", "mine, begun first"]
            .iter()
            .all(|words| text.contains(words))
            .then_some(())
    });
}

#[test]
fn a_change_by_someone_else_says_who_it_was() {
    let (_folder, mut window) = begun();
    window.close();
    window.reopen_as("Dr Other Hand");
    unlock(&window);
    at_first_operation(&window);
    assert!(
        window.all_with("button", "Continue").is_empty(),
        "the draft is its writer's own"
    );
    amend(&window, "theirs", "seen in the clinic");
    window.ctrl('s');
    window.gone("field", "Reason for the change");
    window.close();
    window.reopen_as("Window Test");
    unlock(&window);
    at_first_operation(&window);
    let notice = go_on(&window);
    assert!(notice.contains("Dr Other Hand changed it on "), "{notice}");
}

#[test]
fn the_patients_screen_ends_with_thanks_and_a_lock_and_the_answers_wait_in_sight() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "Scores");
    window.press('a');
    window.see("form", "Record scores");
    window.click_part("button", "Questionnaires and tests");
    window.click_part("button", "Patient Health Questionnaire, nine questions");
    window.click("button", "Hand over to the patient");
    window.see("button", "I have finished");
    assert!(
        window.all("navigation", "").is_empty() && !window.text().contains("Case 04"),
        "nothing leads into the record: {}",
        window.text()
    );
    // No key of the record leads anywhere from here.
    for key in ['w', 'l', Key::Escape.into(), Key::F2.into()] {
        window.press(key);
    }
    window.see("button", "I have finished");
    window.write("2222");
    window.click("button", "I have finished");
    window.says("Thank you");
    window.see("button", "Unlock");
    assert!(!window.text().contains("Case 04"));
    unlock_for_clinician(&window);
}

/// Whoever unlocks is where the answers wait, with the focus on what goes on with them, and in sight.
fn unlock_for_clinician(window: &Window) {
    window.see("button", "Unlock");
    window.wait_until("the passphrase field has the focus", |window| {
        (window.focus().name == "Passphrase").then_some(())
    });
    window.write(lamina_tests::sample::PASSPHRASE);
    window.press(Key::Return);
    window.at("/scores");
    window.says("The patient has just answered this.");
    window.wait_until("the focus is on going on", |window| {
        window.focus().name.starts_with("Continue").then_some(())
    });
    assert_eq!(window.unseen(), None);
    window.press(Key::Return);
    window.see("form", "Patient Health Questionnaire, nine questions");
    let table = window.text();
    assert!(table.contains("4 of 9"), "{table}");
}
