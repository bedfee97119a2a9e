//! Hands on the keyboard, on every form and every screen: the focus is always seen, nothing lies over it, the frame never
//! moves, what was typed can be taken back, and Tab leads from an answer to the next question.

use crate::{open_patient, opened, section, unlock};
use lamina_tests::window::{Key, Window};
use serde_json::json;
use std::{fs, os::unix::fs::PermissionsExt};

/// Every form of a record, by its address after the patient's.
pub(crate) const FORMS: [&str; 26] = [
    "surgeries/new",
    "symptoms/new",
    "imaging/new",
    "treatments/new",
    "scores/new",
    "flags/new",
    "safety/new",
    "safety/new-anticoagulant",
    "safety/new-check",
    "walking/new-plan",
    "person",
    "alerts",
    "letters",
    "diagnoses/new",
    "electrodiagnosis/new",
    "requests/new",
    "decisions/new",
    "circumstances/new",
    "goals/new",
    "examinations/new",
    "readings/new",
    "treatments/new-untried",
    "neuromodulation/new",
    "neuromodulation/new-pump",
    "documents/new",
    "visits/new",
];

/// More stops than any form has, the examination with all that is folded in it among them: a round that does not end.
const MOST_STOPS: usize = 400;

/// Every other screen of a record.
pub(crate) const SCREENS: [&str; 26] = [
    "overview",
    "surgeries",
    "symptoms",
    "imaging",
    "treatments",
    "scores",
    "flags",
    "safety",
    "progress",
    "walking",
    "timeline",
    "history",
    "follow-up",
    "diagnoses",
    "goals",
    "requests",
    "decisions",
    "circumstances",
    "examinations",
    "readings",
    "electrodiagnosis",
    "ladder",
    "before-after",
    "neuromodulation",
    "documents",
    "visits",
];

/// The address of the patient who is open.
fn patient(window: &Window) -> String {
    let hash = window.run("return location.hash", vec![]);
    let hash = hash.as_str().expect("an address");
    hash.rsplit_once('/').expect("a section").0.to_owned()
}

/// Opens a form with everything that is folded in it, and puts the focus on its first field.
fn form(window: &Window, address: &str) {
    window.go(address);
    window.wait_until(&format!("the form at {address}"), |window| {
        let there = "const form = document.querySelector('main form'); if (!form || location.hash !== arguments[0]) return false; \
                     for (const fold of form.querySelectorAll('button[aria-expanded=\"false\"]')) fold.click(); \
                     const field = [...form.querySelectorAll('input, textarea, select')].find((one) => one.tabIndex >= 0); \
                     field?.focus(); return !!field && document.activeElement === field";
        (window.run(there, vec![json!(address)]) == json!(true)).then_some(())
    });
}

/// Goes through a form by Tab, answering each question on the way, and collects what is not seen.
fn walk_through(window: &Window, address: &str, found: &mut Vec<String>) {
    form(window, address);
    // One press and back, so that it is the keyboard that was used last.
    window.press(Key::Shift);
    let (mut stops, mut answered) = (0, 0);
    let at = "const one = document.activeElement; if (!one.closest('main form')) return null; \
              return [one.type === 'radio' && !one.checked, one.tagName === 'BUTTON' ? one.textContent.trim() : '']";
    while let Some(at) = window.run(at, vec![]).as_array() {
        let said = window.unseen();
        found.extend(said.map(|said| format!("{address}: {said}")));
        let button = at.get(1).and_then(serde_json::Value::as_str).unwrap_or_default();
        if ["Clear", "Add another", "Remove"]
            .iter()
            .any(|taking| button.starts_with(taking))
        {
            found.push(format!("{address}: Tab stops at “{button}”"));
        }
        // The first answers open what hangs on them; a few are enough.
        if at.first() == Some(&json!(true)) && answered < 6 {
            window.press(' ');
            answered += 1;
        }
        window.press(Key::Tab);
        stops += 1;
        if stops > MOST_STOPS {
            break;
        }
    }
    if !(3..=MOST_STOPS).contains(&stops) {
        found.push(format!("{address}: {stops} stops"));
    }
}

#[test]
fn what_has_the_focus_is_seen_in_every_form() {
    walk_every_form(1280, 720);
}

#[test]
fn what_has_the_focus_is_seen_in_every_form_at_200_percent() {
    walk_every_form(640, 400);
}

#[test]
fn what_comes_late_above_a_field_pushes_it_out_of_no_ones_sight() {
    let (_folder, window) = opened(&[4]);
    window.resize(640, 400);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    form(&window, &format!("{patient}/imaging/new"));
    window.press(Key::Tab);
    window.run(
        "const late = document.createElement('div'); late.style.height = '700px'; \
         document.querySelector('main form').prepend(late)",
        vec![],
    );
    window.wait_until("the field in sight again", |window| {
        window.unseen().is_none().then_some(())
    });
}

fn walk_every_form(width: u32, height: u32) {
    let (_folder, window) = opened(&[4]);
    window.resize(width, height);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    let mut found = Vec::new();
    for address in FORMS {
        walk_through(&window, &format!("{patient}/{address}"), &mut found);
    }
    for address in ["#/patients/new", "#/settings"] {
        walk_through(&window, address, &mut found);
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_key_moves_the_frame_and_every_screen_has_the_focus() {
    press_on_every_screen(1280, 720);
}

#[test]
fn no_key_moves_the_frame_and_every_screen_has_the_focus_at_200_percent() {
    press_on_every_screen(640, 400);
}

fn press_on_every_screen(width: u32, height: u32) {
    let (_folder, window) = opened(&[4]);
    window.resize(width, height);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    let of_patient = SCREENS.iter().chain(&FORMS).map(|one| format!("{patient}/{one}"));
    let others = [
        "#/patients",
        "#/patients/new",
        "#/due",
        "#/settings",
        "#/settings/rules",
        "#/settings/audit",
        "#/settings/about",
    ];
    let mut found = Vec::new();
    for address in of_patient.chain(others.map(str::to_owned)) {
        window.press(Key::F2);
        window.go(&address);
        window.wait_until(&format!("the screen at {address}"), |window| {
            (window.run("return location.hash", vec![]) == json!(address)).then_some(())
        });
        for key in [Key::PageDown, Key::PageDown, Key::End, Key::PageUp, Key::Home] {
            window.press(key);
            // Whoever scrolls may leave the field behind; that is no fault of the frame.
            let said = window
                .unseen()
                .filter(|said| !said.contains(": lies ") && !said.contains(" lies over it"));
            found.extend(said.map(|said| format!("{address}: {said}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_ring_follows_the_hand_from_the_mouse_to_the_keys() {
    let (_folder, mut window) = opened(&[3, 4]);
    let seen = |window: &Window, when: &str| assert_eq!(window.unseen(), None, "{when}");
    seen(&window, "after unlocking");
    window.click("field", "Search patients");
    window.write("case 0");
    window.wait_until("two patients", |window| {
        (window.all("table", "Patients").first()?.all("link", "").len() == 2).then_some(())
    });
    window.press(Key::Down);
    seen(&window, "down from a search that was clicked");
    window.press(Key::Down);
    seen(&window, "the next row");
    window.press(Key::Return);
    window.at("/overview");
    seen(&window, "a record opened by Enter");
    section(&window, "Operations");
    window.press(Key::Down);
    seen(&window, "down in a list after a click on a tab");
    window.press(Key::Return);
    window.see("button", "Mark as entered in error").click();
    window.see("dialog", "Mark as entered in error");
    window.click("field", "Why it is an error");
    window.write("typed twice");
    window.press(Key::Return);
    assert_eq!(window.focus().name, "Mark as entered in error");
    seen(
        &window,
        "Enter from a field that was clicked to the button that goes ahead",
    );
    window.press(Key::Escape);
    window.gone("dialog", "Mark as entered in error");
    window.press(Key::Shift);
    seen(&window, "after a dialog was closed");
    section(&window, "Symptoms");
    window.click("button", "Record symptom");
    window.choose("Side", "Left");
    window.press(Key::Right);
    seen(&window, "an arrow key after a click on a choice");
    window
        .see("radiogroup", "Side")
        .all("button", "")
        .iter()
        .for_each(lamina_tests::window::Found::click);
    assert_eq!(
        window.focus().group,
        "Side",
        "Clear leaves the focus in its question"
    );
    window.press(Key::Shift);
    window.press(Key::Tab);
    seen(&window, "Tab after Clear");
    window.ctrl('l');
    unlock(&window);
    seen(&window, "after locking and unlocking");
    window.close();
}

#[test]
fn what_was_answered_all_at_once_keeps_the_focus_in_its_part() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    form(&window, &format!("{patient}/flags/new"));
    let first = window.wait_until("the first part", |window| {
        window
            .all_with("button", "None of these today")
            .into_iter()
            .next()
    });
    first.click();
    let all = window.see_part("button", "Answer No to");
    drop(all);
    window.press(Key::Return);
    window.wait_until("the answers", |window| {
        window
            .text()
            .contains("Every question here has an answer")
            .then_some(())
    });
    assert_eq!(window.unseen(), None);
}

#[test]
fn every_field_takes_typing_back_and_gives_it_again() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    let value = |window: &Window| {
        let told = window.run("return document.activeElement.value", vec![]);
        told.as_str().unwrap_or_default().to_owned()
    };
    let mut found = Vec::new();
    for address in FORMS {
        let address = format!("{patient}/{address}");
        form(&window, &address);
        let fields = "return [...document.querySelectorAll('main form :is(input, textarea)')].filter((one) => \
                      !['checkbox', 'radio', 'submit'].includes(one.type) && !one.disabled && !one.readOnly && one.checkVisibility()).length";
        let count = window.run(fields, vec![]).as_u64().expect("a number");
        for at in 0..count {
            let focus = "const all = [...document.querySelectorAll('main form :is(input, textarea)')].filter((one) => \
                         !['checkbox', 'radio', 'submit'].includes(one.type) && !one.disabled && !one.readOnly && one.checkVisibility()); \
                         const one = all[arguments[0]]; one?.focus(); one?.setSelectionRange(one.value.length, one.value.length); \
                         return one ? (one.labels?.[0]?.textContent ?? '') : null";
            // A list tidies away an emptied line when it is left; what stands at its place then is asked for again.
            window.run(focus, vec![json!(at)]);
            let Some(label) = window.run(focus, vec![json!(at)]).as_str().map(str::to_owned) else {
                continue;
            };
            let before = value(&window);
            window.write("zz");
            let typed = value(&window);
            window.ctrl('z');
            let undone = value(&window);
            window.chord(&[Key::Control.into(), Key::Shift.into(), 'z']);
            let redone = value(&window);
            window.ctrl('z');
            if typed == before || undone != before || redone != typed {
                found.push(format!(
                    "{address} {label}: “{before}”, typed “{typed}”, undone “{undone}”, again “{redone}”"
                ));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_row_that_was_taken_away_by_mistake_comes_back_by_one_key_with_all_that_was_typed() {
    let (_folder, window) = opened(&[1]);
    open_patient(&window, "Case");
    let patient = patient(&window);
    form(&window, &format!("{patient}/imaging/new"));
    window.fill("What was seen", "Epidural fibrosis");
    window.fill("Levels", "L4-L5");
    window.chord(&[Key::Control.into(), Key::Return.into()]);
    window.wait_until("a second finding", |window| {
        (window.all("field", "What was seen").len() == 2).then_some(())
    });
    window.write("Arachnoiditis");
    window.tab_and_write("Levels", "L5-S1");
    let values = |window: &Window| -> Vec<String> {
        let findings = window.all("field", "What was seen").into_iter();
        let levels = window.all("field", "Levels");
        findings.chain(levels).map(|field| field.value()).collect()
    };
    let typed = values(&window);
    assert_eq!(typed, ["Epidural fibrosis", "Arachnoiditis", "L4-L5", "L5-S1"]);
    window.chord(&[Key::Alt.into(), Key::Delete.into()]);
    window.see("button", "Undo: bring Finding 2 back");
    assert_eq!(values(&window), ["Epidural fibrosis", "L4-L5"]);
    window.ctrl('z');
    window.gone("button", "Undo: bring Finding 2 back");
    assert_eq!(values(&window), typed);
    // The next press means the text again.
    window.write(" of L5");
    window.ctrl('z');
    assert_eq!(values(&window), typed);
    window.chord(&[Key::Alt.into(), Key::Delete.into()]);
    window.write("1");
    window.tab_to("button", "Undo: bring Finding 2 back");
    window.press(Key::Return);
    window.gone("button", "Undo: bring Finding 2 back");
    assert_eq!(values(&window)[1], "Arachnoiditis");
}

#[test]
fn a_refusal_is_seen_where_the_hand_is() {
    refuse(1280, 720);
}

#[test]
fn a_refusal_is_seen_where_the_hand_is_at_200_percent() {
    refuse(640, 400);
}

fn refuse(width: u32, height: u32) {
    let (_folder, window) = opened(&[4]);
    window.resize(width, height);
    open_patient(&window, "Case 04");
    let patient = patient(&window);
    for (address, label, typed) in [
        ("surgeries/new", "Levels", "L7"),
        ("symptoms/new", "Since when", "never mind"),
        ("imaging/new", "When", "someday"),
        ("treatments/new", "Relief", "130"),
        ("scores/new", "ODI total", "140"),
        ("walking/new-plan", "Prescribed on", "someday"),
    ] {
        form(&window, &format!("{patient}/{address}"));
        window.fill(label, typed);
        // The hand is at the end of the form, far from what is wrong.
        window.run(
            "const all = document.querySelectorAll('main form textarea'); all[all.length - 1].focus()",
            vec![],
        );
        window.ctrl('s');
        window.says("Not saved");
        window.wait_until(&format!("{address}: the field has the focus"), |window| {
            let invalid = "return document.activeElement.closest('[aria-invalid=\"true\"]') !== null";
            (window.run(invalid, vec![]) == json!(true)).then_some(())
        });
        assert_eq!(window.unseen(), None, "{address}");
        let message = "const id = document.activeElement.closest('[aria-invalid=\"true\"]').getAttribute('aria-describedby').split(' ').find((one) => one.endsWith('-message')); \
                       const box = document.getElementById(id).getBoundingClientRect(); \
                       return document.elementFromPoint(box.left + 20, box.top + box.height / 2)?.closest(`[id=\"${id}\"]`) !== null";
        assert_eq!(
            window.run(message, vec![]),
            json!(true),
            "{address}: its message is seen too"
        );
        // At the button stands the name of the field, and leads to it.
        window.run(
            "document.querySelector('main form button[type=\"submit\"]').focus()",
            vec![],
        );
        let foot = "const foot = document.querySelector('[data-bar=\"bottom\"]'); const box = foot.getBoundingClientRect(); \
                    return foot.contains(document.elementFromPoint(box.left + 30, box.top + 30)) ? foot.innerText : ''";
        let said = window.run(foot, vec![]);
        assert!(
            said.as_str().is_some_and(|said| said.contains("Not saved")),
            "{address}: {said}"
        );
        window.press(Key::Escape);
        window.gone("button", "Save");
    }
    // Without a reason an entry is not changed, and that is said at the field that is behind all others.
    section(&window, "Operations");
    window.wait_until("the operations", |window| {
        let list = window.all("list", "Operations").into_iter().next()?;
        list.all("link", "")
            .first()
            .map(lamina_tests::window::Found::click)
    });
    window.click("button", "Amend");
    window.fill("Levels", "L4-L5");
    window.ctrl('s');
    window.wait_until("the reason has the focus", |window| {
        (window.focus().name == "Reason for the change").then_some(())
    });
    assert_eq!(window.unseen(), None);
}

#[test]
fn a_page_that_no_program_shows_says_so() {
    let (_folder, window) = opened(&[5]);
    for name in ["xdg-open", "gio", "gnome-open", "kde-open", "wslview"] {
        let program = window.home().join("bin").join(name);
        fs::write(&program, "#!/bin/sh\nexit 3\n").expect("a writable home folder");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("a program");
    }
    open_patient(&window, "Case 05");
    section(&window, "Letters");
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Open in viewer");
    window.says("This computer has no program that opens PDF files");
}
