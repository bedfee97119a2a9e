//! The steps of a tour: the main job, and the look at every screen.

use crate::{screens, sheet};
use lamina_tests::{
    sample::{PASSPHRASE, clinic},
    window::{Key, Window},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The cases that the tour and the look open: one with many treatments and scores, one with a short record.
pub(crate) const FULL: &str = "Case 02";

/// Two sets of scores, so that there is a course to draw: when, back, leg, ODI.
pub(crate) const SCORES: [[&str; 4]; 2] = [["feb 2024", "7", "8", "56"], ["today", "3", "2", "22"]];

/// The main job, a picture at each step, and what it makes: the chart as SVG and the letter as PDF.
pub fn tour(folder: &Path) {
    let place = tempfile::tempdir().expect("a folder for the sample clinic");
    let vault = clinic(place.path(), &[1, 2, 3, 4, 5, 6]);
    let mut window = Window::open(Some(&vault));
    let mut number = 0;
    let mut picture = |window: &Window, name: &str| {
        number += 1;
        println!("{number:02} {name}");
        window.picture(&folder.join(format!("{number:02}-{name}.png")));
    };
    window.see("button", "Unlock");
    picture(&window, "unlock");
    unlock(&window);
    window.fill("Search patients", "case");
    window.see_part("link", "Case 06");
    picture(&window, "patients");
    open(&window, FULL);
    picture(&window, "overview");
    for name in [
        "Operations",
        "Symptoms",
        "Imaging",
        "MRI and interventions",
        "Treatments",
        "Scores",
    ] {
        section(&window, name);
        window.see("heading", list_of(name));
        picture(&window, &name.to_lowercase());
    }
    section(&window, "Operations");
    window.press('a');
    window.see("form", "Record operation");
    window.tab_and_write("When", "may 2024");
    window.tab_and_write("Operation", "Revision decompression");
    window.tab_and_write("Levels", "L45");
    window.tab_and_write("Why it was done", "recurrent leg pain");
    window.tab_and_choose("Side", "Left");
    window.says("Kept as draft");
    picture(&window, "new-operation");
    window.ctrl('s');
    window.see_part("link", "Revision decompression");
    picture(&window, "operation-saved");
    for scores in SCORES {
        fill_scores(&window, scores);
        if scores == SCORES[1] {
            picture(&window, "new-scores");
        }
        save_scores(&window);
    }
    section(&window, "Progress");
    let svg = chart(&window);
    fs::write(folder.join("chart.svg"), svg).expect("a writable folder");
    picture(&window, "progress");
    section(&window, "Letters");
    fill_letter(&window);
    window.click("button", "Make letter");
    wait_for_page(&window);
    picture(&window, "letter");
    window.click("button", "Save letter");
    window.says("Saved as ");
    picture(&window, "letter-saved");
    fs::copy(saved_letter(window.home()), folder.join("letter.pdf")).expect("a writable folder");
    section(&window, "Changes");
    window.see("table", "Changes");
    picture(&window, "history");
    window.ctrl('l');
    window.see("button", "Unlock");
    picture(&window, "locked");
    window.close();
}

/// Every screen in every theme and both sizes, and the sheet that shows them side by side.
pub fn look(folder: &Path) {
    let mut seen = sheet::Sheet::new(folder);
    for theme in ["Light", "Dark", "High contrast"] {
        let place = tempfile::tempdir().expect("a folder for the sample clinic");
        let vault = clinic(place.path(), &[1, 2, 3, 4, 5, 6]);
        let window = Window::open(Some(&vault));
        window.see("button", "Unlock");
        unlock(&window);
        wear(&window, theme);
        screens::all(&window, &mut |window, name| seen.take(window, name, theme));
        // What is worn is a preference of the home folder, so the screens before the vault wear it too.
        let first = window.another(None);
        screens::first_start(&first, &mut |window, name| seen.take(window, name, theme));
    }
    seen.write();
}

fn wear(window: &Window, theme: &str) {
    window.go("#/settings");
    window.choose("Colours", theme);
    window.wait_until("the colours are worn", |window| {
        window
            .all("radiogroup", "Colours")
            .first()?
            .all("radio", theme)
            .first()?
            .is_on()
            .then_some(())
    });
    window.go("#/patients");
    window.see("heading", "Patients");
}

pub(crate) fn unlock(window: &Window) {
    window.fill("Passphrase", PASSPHRASE);
    window.press(Key::Return);
    window.see("navigation", "Main menu");
}

pub(crate) fn open(window: &Window, name: &str) {
    window.go("#/patients");
    window.fill("Search patients", name);
    window.click_part("link", name);
    window.at("/overview");
    window.see("region", "Pain and disability over time");
}

pub(crate) fn section(window: &Window, name: &str) {
    window.section(name);
}

/// The heading of the list in a section.
pub(crate) fn list_of(section: &str) -> &'static str {
    match section {
        "Symptoms" => "Symptoms",
        "Examinations" => "Examinations",
        "Readings" => "Readings",
        "Imaging" => "Imaging notes",
        "Nerve and muscle tests" => "Nerve and muscle tests",
        "MRI and interventions" => "Devices",
        "Treatments" => "Treatments tried",
        "Operations" => "Operations",
        "Visits" => "Visits",
        _ => "Scores",
    }
}

/// Types one of [`SCORES`] into a new form.
pub(crate) fn fill_scores(window: &Window, [when, back, leg, odi]: [&str; 4]) {
    section(window, "Scores");
    window.see("button", "Record scores");
    window.press('a');
    window.see("form", "Record scores");
    window.tab_and_write("When", when);
    window.tab_until_group("Pain in the back");
    window.write(back);
    window.tab_until_group("Pain in the leg");
    window.write(leg);
    window.tab_and_write("ODI total", odi);
}

/// Saves the scores that were typed.
pub(crate) fn save_scores(window: &Window) {
    window.ctrl('s');
    window.gone("form", "Record scores");
    window.see("table", "Scores");
}

pub(crate) fn fill_letter(window: &Window) {
    window.fill("Recipient", "Dr A Example\nPain Clinic");
    window.fill("Reason", "Back and leg pain after spine surgery");
    window.fill("Question", "Is there anything else to try?");
    window.choose("Urgency", "Soon");
}

pub(crate) fn wait_for_page(window: &Window) {
    window.see_part("img", "Page 1 of ");
    window.wait_until("the page is drawn", |window| {
        let script = "const one = document.querySelector('img[alt^=\"Page 1 of\"]'); return one?.complete ? one.naturalWidth : 0";
        window.run(script, vec![]).as_u64().filter(|width| *width > 100)
    });
}

/// The drawing of the progress as it stands in the page.
fn chart(window: &Window) -> String {
    window.see("img", "");
    window.wait_until("the drawing", |window| {
        let script = "const one = document.querySelector('[role=\"img\"] svg'); return one ? new XMLSerializer().serializeToString(one) : ''";
        let svg = window.run(script, vec![]);
        svg.as_str().filter(|svg| svg.len() > 500).map(str::to_owned)
    })
}

fn saved_letter(home: &Path) -> PathBuf {
    let mut open = vec![home.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kind == "pdf") {
                return path;
            }
        }
    }
    panic!("the window said that a letter was saved, and there is none")
}
