//! Finding, recording and telling apart.

use crate::{first_start, open_patient, opened, record_patient};
use lamina_tests::window::{Key, Window};

#[test]
fn a_new_patient_is_found_by_parts_of_the_name_and_by_birth_date() {
    let window = Window::open(None);
    first_start(&window);
    record_patient(&window, "O'Brien-Müller", "Ann Łucja", "3.5.1961");
    let banner = window.see_part("region", "Patient O'Brien-Müller");
    assert!(banner.text().contains("3 May 1961"), "{}", banner.text());
    record_patient(&window, "Smith", "John", "may 1970");
    window.click("link", "Patients");
    for (typed, found, other) in [
        ("ann obr", "O'Brien-Müller", "Smith"),
        ("muller", "O'Brien-Müller", "Smith"),
        ("lucja brien", "O'Brien-Müller", "Smith"),
        ("smi, jo", "Smith", "O'Brien-Müller"),
        ("1961", "O'Brien-Müller", "Smith"),
        ("03/05/1961", "O'Brien-Müller", "Smith"),
        ("3 may 1961", "O'Brien-Müller", "Smith"),
        ("1970", "Smith", "O'Brien-Müller"),
    ] {
        window.fill("Search patients", typed);
        window.wait_until(&format!("“{typed}” finds {found} alone"), |window| {
            let links = window.all("table", "Patients").first()?.all("link", "");
            let names: Vec<String> = links.iter().map(|link| link.name()).collect();
            let alone = names.iter().any(|name| name.contains(found))
                && !names.iter().any(|name| name.contains(other));
            alone.then_some(())
        });
    }
    window.fill("Search patients", "nobody of this name");
    window.says("No patient matches");
}

#[test]
fn a_patient_who_may_be_here_already_is_shown_and_nothing_is_blocked() {
    let window = Window::open(None);
    first_start(&window);
    record_patient(&window, "Smith", "Anna", "3 May 1961");
    window.click("link", "Patients");
    window.click("button", "New patient");
    window.fill("Family name", "Smyth");
    window.fill("Given names", "Anna");
    window.fill("Birth date", "5 March 1961");
    let aside = window.see("complementary", "May already be here");
    window.wait_until("the candidate", |_| {
        (!aside.all("link", "Smith, Anna").is_empty()).then_some(())
    });
    assert!(aside.text().contains("3 May 1961"), "{}", aside.text());
    window.ctrl('s');
    window.at("/overview");
    window.see_part("region", "Patient Smyth, Anna");
}

#[test]
fn a_birth_date_that_can_not_be_is_told_at_its_field() {
    let window = Window::open(None);
    first_start(&window);
    window.click("button", "New patient");
    window.fill("Family name", "Smith");
    window.fill("Birth date", "31.2.1961");
    window.ctrl('s');
    let field = window.see("field", "Birth date");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    assert!(
        field.described().contains("The calendar has no such day"),
        "{}",
        field.described()
    );
    assert_eq!(window.focus().name, "Birth date");
}

#[test]
fn the_list_is_flown_through_by_keys() {
    let (_folder, window) = opened(&[3, 4]);
    assert_eq!(window.focus().name, "Search patients");
    window.write("case 0");
    window.wait_until("two patients", |window| {
        (window.all("table", "Patients").first()?.all("link", "").len() == 2).then_some(())
    });
    window.press(Key::Down);
    let first = window.focus();
    assert_eq!(first.role, "link");
    window.press(Key::Down);
    let second = window.focus();
    assert_ne!(first, second);
    window.press(Key::Return);
    window.see_part("region", &format!("Patient {}", second.name));
    window.press(Key::F2);
    window.wait_until("the search has the focus", |window| {
        (window.focus().name == "Search patients").then_some(())
    });
}

#[test]
fn a_level_or_a_medicine_finds_the_patient() {
    let (_folder, window) = opened(&[1, 3]);
    window.fill("Search patients", "pregabalin");
    window.wait_until("one patient", |window| {
        (window.all("table", "Patients").first()?.all("link", "").len() == 1).then_some(())
    });
    open_patient(&window, "Case 01");
}
