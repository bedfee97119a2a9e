//! What becomes of a fact: amending with a reason, history, marking as entered in error.

use crate::{open_patient, opened, section};
use lamina_tests::window::{Found, Window};
use tempfile::TempDir;

/// The page of the last operation: nothing else in the record counts its time from that one.
fn at_an_operation() -> (TempDir, Window, String) {
    let (folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "Operations");
    let link = window.wait_until("an operation", |window| {
        let list = window.all("list", "Operations").into_iter().next()?;
        list.all("link", "").last().map(Found::name)
    });
    window.click("link", &link);
    window.see("button", "Amend");
    (folder, window, link)
}

#[test]
fn an_amendment_asks_why_and_the_history_shows_both() {
    let (_folder, window, _) = at_an_operation();
    window.click("button", "Amend");
    let old = window.see("field", "Why it was done").value();
    window.fill("Why it was done", "Weakness of the left foot");
    window.ctrl('s');
    let reason = window.see("field", "Reason for the change");
    window.wait_until("a message at the reason", |_| reason.is_invalid().then_some(()));
    window.fill("Reason for the change", "Read the discharge letter");
    window.ctrl('s');
    window.gone("field", "Reason for the change");
    window.says("Weakness of the left foot");
    window.click("button", "History");
    let history = window.see("region", "History");
    window.wait_until("both versions", |_| {
        let text = history.text();
        let both = text.contains("Weakness of the left foot") && text.contains("Read the discharge letter");
        (both && text.contains("Recorded") && text.contains("Amended") && text.contains(&old)).then_some(())
    });
    section(&window, "Changes");
    window.says("Read the discharge letter");
    section(&window, "Operations");
    window.says("Amended once");
}

#[test]
fn what_is_marked_as_entered_in_error_no_longer_counts_and_stays_in_the_history() {
    let (_folder, window, link) = at_an_operation();
    window.click("button", "Mark as entered in error");
    window.see("dialog", "Mark as entered in error");
    window.click("button", "Mark as entered in error");
    let reason = window.see("field", "Why it is an error");
    window.wait_until("a message at the reason", |_| reason.is_invalid().then_some(()));
    window.fill("Why it is an error", "Belongs to another person");
    window.click("button", "Mark as entered in error");
    window.gone("dialog", "Mark as entered in error");
    window.gone("button", "Amend");
    window.says("It no longer counts");
    section(&window, "Operations");
    window.see("list", "Operations");
    window.gone("link", &link);
    section(&window, "Changes");
    window.says("Belongs to another person");
    window.says("(entered in error)");
}
