//! Several people at one vault: somebody is let in by a code, sets a passphrase of their own, and is offered what their role
//! includes.

use crate::opened;
use lamina_tests::{
    sample::PASSPHRASE,
    window::{Key, Window},
};

const OWN: &str = "north lamp eight meadow and a kettle";

/// Lets Ben Sample in with this role, by Anna Muster, whose vault it is; the code that he is given.
fn let_in(window: &Window, role: &str) -> String {
    window.go("#/settings");
    window.click_part("button", "Let others sign in");
    window.fill("Name", "Anna Muster");
    window.fill("Your passphrase", PASSPHRASE);
    window.click("button", "Take this name");
    window.see("button", "Make a code");
    window.fill("Name", "Ben Sample");
    window.choose("Role", role);
    window.fill("Your passphrase", PASSPHRASE);
    window.click("button", "Make a code");
    window.see("heading", "Code for Ben Sample");
    let shown = window.see("list", "Code").text();
    let groups: Vec<&str> = shown.split_whitespace().collect();
    assert_eq!(groups.len(), 4, "{shown}");
    window.click("button", "I have handed it over");
    window.says("Has a code, not signed in with it yet");
    groups.join("-")
}

fn sign_in(window: &Window, name: &str, words: &str) {
    window.fill("Name", name);
    window.fill("Passphrase", words);
    window.press(Key::Return);
}

#[test]
fn somebody_who_is_let_in_sets_a_passphrase_and_is_offered_what_their_role_includes() {
    let (_folder, window) = opened(&[4]);
    let code = let_in(&window, "Auditor");
    window.says("Anna Muster");

    window.chord(&[Key::Control.into(), Key::Shift.into(), 'l']);
    window.wait_until("the name field, empty and with the focus", |window| {
        let focus = window.focus();
        let value = window.all("field", "Name").first()?.value();
        (focus.name == "Name" && value.is_empty()).then_some(())
    });
    sign_in(&window, "Ben Sample", &code);
    window.see("heading", "Set a passphrase of your own");
    window.says("You are signed in as Ben Sample, Auditor.");
    window.fill("New passphrase", OWN);
    window.fill("New passphrase again", OWN);
    window.click("button", "Set the passphrase and go on");
    window.see("heading", "Patients");

    window.see_part("link", "Case 04").click();
    window.see("navigation", "Sections of the record");
    window.section("Operations");
    window.see("heading", "Operations");
    for offered in ["New", "Add", "Amend", "Entered in error"] {
        let found = window.all_with("button", offered);
        assert!(found.is_empty(), "an auditor is offered “{}”", found[0].name());
    }

    window.ctrl('l');
    window.wait_until("the name of who signed in last", |window| {
        (window.all("field", "Name").first()?.value() == "Ben Sample").then_some(())
    });
    window.fill("Passphrase", &code);
    window.press(Key::Return);
    let field = window.see("field", "Passphrase");
    window.wait_until("that the code opens nothing any more", |_| {
        field.is_invalid().then_some(())
    });
    sign_in(&window, "Ben Sample", OWN);
    window.see("navigation", "Main menu");
    window.go("#/settings/audit");
    window.see("table", "Audit log");
    window.says("Let somebody in by a code");
    window.click("button", "Verify now");
    window.says("Verified whole up to row ");
}

#[test]
fn who_opens_the_vault_alone_notices_nothing_of_roles() {
    let (_folder, window) = opened(&[4]);
    assert!(window.all("field", "Name").is_empty());
    window.go("#/settings");
    window.see_part("button", "Let others sign in");
    let text = window.text();
    for word in ["Signed in as", "Owner", "Switch"] {
        assert!(!text.contains(word), "{word}");
    }
}
