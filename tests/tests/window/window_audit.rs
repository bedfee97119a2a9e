//! The audit log in the real window: who opened a record, one row with all that it says, saved as a table, and verified.

use crate::{open_patient, opened, section};
use lamina_tests::window::Key;

#[test]
fn who_opened_a_record_is_asked_from_the_record_narrowed_saved_and_verified() {
    let (_folder, window) = opened(&[4, 5]);
    open_patient(&window, "Case 04");
    section(&window, "Changes");
    window.click("link", "Who opened this record");
    window.see("heading", "Audit log");
    window.says("Only rows about Case 04");
    window.says("Opened the record");
    window.says("Not verified since the vault was opened.");

    window.click_part("button", "Row ");
    let row = window.see_part("dialog", "Row ");
    assert!(row.text().contains("Examined the audit log"), "{}", row.text());
    window.press(Key::Escape);
    window.wait_until("the row to close", |window| {
        window.all_with("dialog", "Row ").is_empty().then_some(())
    });

    window.fill("From", "31.2.2026");
    window.press(Key::Return);
    let from = window.see("field", "From");
    window.wait_until("a message at the day", |_| from.is_invalid().then_some(()));
    window.fill("From", "2001");
    window.fill("Until", "2002");
    window.press(Key::Return);
    window.see("heading", "No row matches");
    window.click("button", "Clear");
    window.says("Opened the record");

    window.click("button", "Save as a table (CSV)");
    window.says("The file is not encrypted.");
    window.click("button", "Verify now");
    window.says("Verified whole up to row ");
    window.unsays("Not verified");

    window.click("link", "Rows about everyone");
    window.at("/settings/audit");
    window.says("Opened the vault");
    window.says("Verified whole up to row ");
}
