//! What must never happen: lost text, text that stays behind a lock, text that is readable on the disk.

use crate::{files, first_start, open_patient, opened, section, unlock, window_walking::QUESTIONS};
use lamina_tests::{
    programs::text_of,
    sample::verify,
    window::{Found, Key, Window},
};
use std::{fs, path::PathBuf};

/// Stands in every field of the session and must be found nowhere but in the letter.
const CANARY: &str = "Zq7canaryX";

#[test]
fn the_lock_takes_everything_off_the_page_and_unlocking_comes_back() {
    let (_folder, window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Operations");
    window.click("button", "Record operation");
    window.fill("Why it was done", "words that nobody else may read");
    assert!(window.document().contains("Case 05"));
    window.ctrl('l');
    window.see("button", "Unlock");
    let document = window.document();
    for words in ["Case 05", "words that nobody else may read", "fusion"] {
        assert!(!document.contains(words), "{words} is still in the page");
    }
    unlock(&window);
    window.see_part("region", "Patient Case 05");
    window.click_part("button", "Continue");
    window.wait_until("the text is back", |window| {
        let field = window.all("field", "Why it was done").into_iter().next()?;
        (field.value() == "words that nobody else may read").then_some(())
    });
}

#[test]
fn half_an_operation_survives_a_power_cut_as_a_draft() {
    let (_folder, mut window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "Operations");
    window.click("button", "Record operation");
    window.fill("Operation", "Laminectomy");
    window.fill("Levels", "L3-L4");
    window.fill("Why it was done", "Half a sentence about");
    window.says("Kept as draft");
    window.kill();
    window.reopen();
    unlock(&window);
    open_patient(&window, "Case 04");
    window.says("not part of the record yet");
    section(&window, "Operations");
    window.gone("link", "Laminectomy, L3-L4");
    window.click("button", "Continue");
    for (label, typed) in [
        ("Operation", "Laminectomy"),
        ("Levels", "L3-L4"),
        ("Why it was done", "Half a sentence about"),
    ] {
        window.wait_until(&format!("“{typed}” is back"), |window| {
            (window.all("field", label).first()?.value() == typed).then_some(())
        });
    }
    window.ctrl('s');
    window.see_part("link", "Laminectomy");
    window.gone("button", "Continue");
    window.close();
    let said = verify(&window.vault());
    assert!(said.starts_with("The vault is whole"), "{said}");
}

/// Types into every field of the form in front: what a field needs where it needs something, nothing where it stays as it
/// is, the canary otherwise.
fn fill_all(window: &Window, needs: &[(&str, &str)]) {
    for line in window.all("button", "") {
        if line.attribute("aria-expanded") == "false" {
            line.click();
        }
    }
    // Some forms grow a line when one is filled, so the fields are counted anew each time; three lines of a kind do.
    let mut place = 0;
    loop {
        let fields = window.all("field", "");
        let Some(field) = fields.get(place) else { break };
        place += 1;
        if !takes_text(field) || field.name().ends_with(" 3") {
            continue;
        }
        let name = field.name();
        let words = needs
            .iter()
            .find(|(label, _)| *label == name)
            .map_or(CANARY, |(_, words)| *words);
        if words.is_empty() {
            continue;
        }
        field.click();
        window.chord(&[Key::Control.into(), 'a']);
        window.write(words);
        window.press(Key::Tab);
    }
}

fn takes_text(field: &Found<'_>) -> bool {
    !field.attribute("id").is_empty() && !field.is_choice_list() && !field.name().starts_with("Search")
}

/// A walking plan with all its answers, its start, a line of its diary and its page.
fn walk(window: &Window) {
    section(window, "Walking");
    window.click("button", "New walking plan");
    window.see("form", "New walking plan");
    for question in QUESTIONS {
        window.choose(question, "Yes");
    }
    let plan = [
        ("Prescribed on", "today"),
        ("Cleared on", "today"),
        // No baseline was taken.
        ("Day", ""),
        ("Minutes", ""),
        ("Minutes of a bout", "5"),
        ("Bouts a day", "1"),
        ("Days a week", "4"),
        ("Minutes a day", "30"),
    ];
    fill_all(window, &plan);
    window.ctrl('s');
    window.gone("form", "New walking plan");
    window.click("button", "Start…");
    window.see("dialog", "Start the walking plan");
    fill_all(window, &[("First day", "today")]);
    window.ctrl('s');
    window.gone("dialog", "Start the walking plan");
    window.says("Running since");
    window.click("button", "Add to the diary");
    window.see("form", "Add to the diary");
    let line = [
        ("Day", "today"),
        ("Minutes", "5"),
        ("Back before", "3"),
        ("Back during or after", "4"),
        ("Back next morning", "3"),
        ("Leg before", "2"),
        ("Leg during or after", "2"),
        ("Leg next morning", "2"),
        ("Began at", "00:01"),
        ("Metres", "400"),
        ("Steps", "600"),
        ("Exertion", "11"),
        ("Number of the bout", "1"),
    ];
    fill_all(window, &line);
    window.ctrl('s');
    window.gone("form", "Add to the diary");
    window.says("5 min, 5 planned");
    window.click("link", "Plan and diary page");
    window.see_part("img", "Page 1 of ");
}

#[test]
fn a_whole_session_leaves_nothing_readable_and_breaks_no_policy() {
    let mut window = Window::open(None);
    window.see("button", "Create vault");
    window.watch_policy();
    first_start(&window);

    window.go("#/settings");
    window.see("field", "Clinic name");
    fill_all(&window, &[("Lock after", "5")]);
    window.click("button", "Save settings");
    window.says("Saved ");
    window.click("link", "Patients");
    window.click("button", "New patient");
    fill_all(&window, &[("Birth date", "3 May 1961")]);
    window.ctrl('s');
    window.at("/overview");
    window.click("link", "Amend alerts");
    window.see("form", "Alerts");
    fill_all(&window, &[]);
    window.ctrl('s');
    window.gone("form", "Alerts");
    let dates = [
        ("When", "2019"),
        ("Since when", "2019"),
        ("Started", "2019"),
        ("Ended", "2020"),
        ("Told on", "2020"),
        ("Levels", "L4-L5"),
        ("Implanted", "2019"),
        ("Taken out", "2020"),
        ("Last dose", "2020"),
        ("Day", "3 May 2020"),
    ];
    let numbers = [
        ("Relief", "30"),
        ("ODI total", "40"),
        ("Value", "12"),
        ("How long it lasted", "6 weeks"),
        ("Dermatomes", "L5"),
        ("Linked levels", "L4-L5"),
        ("Sitting", "20"),
        ("Standing", "20"),
        ("Walking", "20"),
        ("Walks until it comes", "200 m"),
    ];
    let lengths = [
        ("Free of pain or clearly better for", "3 months"),
        ("Length of stay", "4 days"),
        ("Half of the pain or more gone for", "6 weeks"),
    ];
    let given = [
        ("Measured", "translation 4 mm"),
        ("Strength", "1"),
        ("Amount", "8"),
        ("Volume", "2"),
        ("Volume in all", "4"),
        ("Time of the rating before", "09:30"),
        ("Time of the rating after", "10:00"),
        ("Temperature", "80"),
        ("Time for each lesion", "90"),
        ("Lesions", "2"),
        ("Sessions planned", "12"),
        ("Sessions attended", "10"),
    ];
    let needs = [&dates[..], &numbers[..], &lengths[..], &given[..]].concat();
    for (name, button) in [
        ("Operations", "Record operation"),
        ("Symptoms", "Record symptom"),
        ("Imaging", "Record imaging note"),
        ("Treatments", "Record treatment"),
        ("Scores", "Record scores"),
        ("MRI and interventions", "Record device"),
        ("MRI and interventions", "Record blood thinner"),
        ("MRI and interventions", "Record checks"),
    ] {
        section(&window, name);
        match button {
            "Record device" => window.choose("Show", "Devices"),
            "Record blood thinner" => window.choose("Show", "Blood thinners"),
            "Record checks" => window.choose("Show", "Checks"),
            _ => {}
        }
        window.click("button", button);
        window.see("form", button);
        match name {
            "Imaging" => window.choose("Kind of imaging", "CT"),
            "Treatments" => {
                window.tab_to("combobox", "Kind of treatment");
                window.write("Injection");
            }
            _ => {}
        }
        match button {
            "Record device" => {
                window.tab_to("combobox", "Kind of part");
                window.write("Lead");
            }
            "Record blood thinner" => {
                window.tab_to("combobox", "Class");
                window.write("Aspirin");
            }
            "Record checks" => window.choose("Fever or infection", "No"),
            _ => {}
        }
        fill_all(&window, &needs);
        if name == "Treatments" {
            window.tab_to("combobox", "Kind of agent");
            window.write("Steroid");
        }
        window.ctrl('s');
        window.gone("form", button);
        window.says(CANARY);
    }
    walk(&window);
    section(&window, "Progress");
    window.see("button", "Show as table");
    section(&window, "Letters");
    fill_all(&window, &[]);
    window.click("button", "Make letter");
    window.see_part("img", "Page 1 of ");
    window.click("button", "Save letter");
    window.says("Saved as ");
    section(&window, "Changes");
    window.says(CANARY);
    window.click("link", "Patients");
    window.fill("Search patients", CANARY);
    window.see_part("link", CANARY);
    // A draft that is kept and never saved.
    window.press(Key::Down);
    window.press(Key::Return);
    window.at("/overview");
    section(&window, "Symptoms");
    window.click("button", "Record symptom");
    window.fill("Where it hurts", CANARY);
    window.says("Kept as draft");
    assert_eq!(
        window.refused(),
        Vec::<String>::new(),
        "the page asked for what its policy forbids"
    );
    window.ctrl('l');
    window.see("button", "Unlock");
    // A backup that is due is made behind the lock; what it writes meanwhile goes again.
    let backups = window.vault().with_file_name("backups");
    window.wait_until("the backup is whole", |_| {
        let names: Vec<_> = fs::read_dir(&backups)
            .ok()?
            .flatten()
            .map(|one| one.path())
            .collect();
        let whole = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "lamina-backup");
        (!names.is_empty() && names.iter().all(whole)).then_some(())
    });
    window.close();

    let mut letters = 0;
    for path in files(window.home()) {
        let bytes = fs::read(&path).expect("a readable file");
        let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        if path.extension().is_some_and(|kind| kind == "pdf") {
            letters += 1;
            assert!(
                text_of(&path).contains(CANARY),
                "the letter is the one place where it has to be"
            );
            continue;
        }
        assert!(
            !holds(CANARY.as_bytes()) && !holds(&wide),
            "readable in {}",
            path.display()
        );
        assert!(
            !path.to_string_lossy().contains(CANARY),
            "in the name {}",
            path.display()
        );
    }
    assert_eq!(letters, 1);
    let said = verify(&window.vault());
    assert!(said.starts_with("The vault is whole"), "{said}");
}
