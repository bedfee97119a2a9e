//! Every screen and every form as someone meets it who listens or goes by Tab: headings, landmarks, names, order; and what is
//! announced is announced in a place that was there before.

use crate::window_hands::{FORMS, SCREENS};
use crate::{open_patient, opened, section};
use lamina_tests::window::{Key, Window};
use serde_json::json;

/// Every other screen.
const OTHERS: [&str; 7] = [
    "#/patients",
    "#/patients/new",
    "#/due",
    "#/settings",
    "#/settings/rules",
    "#/settings/audit",
    "#/settings/about",
];

/// Notes from now on each place that announces and was put in already filled: what it says then nobody hears.
const WATCH: &str = "\
    window.announced = []; \
    const places = '[aria-live]:not([aria-live=\"off\"]), [role=\"status\"]:not([aria-live=\"off\"]), [role=\"alert\"]:not([aria-live=\"off\"])'; \
    const flat = (text) => text.replace(/\\s+/g, ' ').trim(); \
    window.announcing = new MutationObserver((all) => { \
        for (const { addedNodes } of all) for (const node of addedNodes) { \
            if (node.nodeType !== Node.ELEMENT_NODE) continue; \
            const found = [...(node.matches(places) ? [node] : []), ...node.querySelectorAll(places)]; \
            for (const one of found) if (flat(one.textContent) !== '' && !one.parentElement?.closest(places)) \
                window.announced.push(flat(one.textContent).slice(0, 60)); \
        } \
    }); \
    window.announcing.observe(document.body, { childList: true, subtree: true });";

fn patient(window: &Window) -> String {
    let hash = window.run("return location.hash", vec![]);
    let hash = hash.as_str().expect("an address");
    hash.rsplit_once('/').expect("a section").0.to_owned()
}

/// Goes to a screen and waits until it has its heading and holds still.
fn at(window: &Window, address: &str) {
    window.go(address);
    let drawn = "const main = document.querySelector('main'); return location.hash === arguments[0] && main && \
                 main.querySelector('h1, h2') ? main.innerText : null";
    window.wait_until(&format!("the screen at {address}"), |window| {
        let before = window.run(drawn, vec![json!(address)]);
        drop(window.unseen());
        let now = window.run(drawn, vec![json!(address)]);
        (before.is_string() && before == now).then_some(())
    });
}

fn check(window: &Window, address: &str, found: &mut Vec<String>) {
    let script = format!(
        "{}\n{}",
        include_str!("../../src/window/query.js"),
        include_str!("structure.js")
    );
    let arguments = vec![json!(""), json!(""), json!(false), serde_json::Value::Null];
    let told = window.run(&script, arguments);
    let told = told.as_array().expect("a list");
    found.extend(
        told.iter()
            .filter_map(|one| one.as_str())
            .map(|one| format!("{address}: {one}")),
    );
}

#[test]
fn every_screen_and_form_has_one_order_for_the_eye_the_ear_and_the_hand() {
    let (_folder, window) = opened(&[2, 5]);
    let mut found = Vec::new();
    window.run(WATCH, vec![]);
    check(&window, "#/patients", &mut found);
    window.fill("Search patients", "nobody of this name");
    window.says("No patient matches");
    check(&window, "nobody found", &mut found);
    open_patient(&window, "Case 05");
    let patient = patient(&window);
    for address in SCREENS.iter().chain(&FORMS) {
        at(&window, &format!("{patient}/{address}"));
        check(&window, address, &mut found);
    }
    // An entry, its history, and the form that amends it.
    section(&window, "Operations");
    window.wait_until("an operation to open", |window| {
        let list = window.all("list", "Operations").into_iter().next()?;
        list.all("link", "").first()?.click();
        Some(())
    });
    window.click("button", "History");
    window.see("region", "History");
    check(&window, "an operation", &mut found);
    window.click("button", "Amend");
    window.see("form", "Amend operation");
    check(&window, "amend operation", &mut found);
    window.fill("Levels", "L7");
    window.ctrl('s');
    window.says("Not saved");
    check(&window, "a refusal", &mut found);
    window.press(Key::Escape);
    window.see_part("button", "Continue");
    window.press(Key::Shift);
    window.ctrl('z');
    window.see("dialog", "Undo the last change?");
    check(&window, "undo", &mut found);
    window.press(Key::Escape);
    for address in OTHERS {
        at(&window, address);
        check(&window, address, &mut found);
    }
    window.ctrl('l');
    window.see("button", "Unlock");
    check(&window, "locked", &mut found);
    let filled = window.run("return window.announced", vec![]);
    let filled = filled.as_array().expect("a list");
    found.extend(
        filled
            .iter()
            .map(|one| format!("announced before it could be heard: {one}")),
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_letter_that_is_made_keeps_the_order_of_headings() {
    let (_folder, window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    let mut found = Vec::new();
    check(&window, "letters, made", &mut found);
    assert_eq!(found, Vec::<String>::new());
}
