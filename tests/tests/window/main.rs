//! The real window, driven by role, name and key, as its users meet it. One at a time: they share the display's focus.
#![cfg(target_os = "linux")]

mod window_about;
mod window_audit;
mod window_facts;
mod window_gates;
mod window_hands;
mod window_leaving;
mod window_letters;
mod window_lists;
mod window_memory;
mod window_patients;
mod window_people;
mod window_record;
mod window_refusals;
mod window_rules;
mod window_safety;
mod window_scores;
mod window_settings;
mod window_spine;
mod window_structure;
mod window_vault;
mod window_visit;
mod window_walking;

use lamina_tests::{
    sample::{PASSPHRASE, clinic},
    window::{Key, Window},
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A window on a vault with these published cases, unlocked by keyboard. The folder holds the vault.
fn opened(cases: &[u8]) -> (TempDir, Window) {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = clinic(folder.path(), cases);
    let window = Window::open(Some(&vault));
    unlock(&window);
    (folder, window)
}

/// Types the passphrase, Enter, and waits until the records are there.
fn unlock(window: &Window) {
    window.see("button", "Unlock");
    window.wait_until("the passphrase field has the focus", |window| {
        (window.focus().name == "Passphrase").then_some(())
    });
    window.write(PASSPHRASE);
    window.press(Key::Return);
    window.see("navigation", "Main menu");
}

/// Makes the vault of a first start.
fn first_start(window: &Window) {
    window.see("button", "Create vault");
    window.fill("Passphrase", PASSPHRASE);
    window.fill("Passphrase again", PASSPHRASE);
    window.click("checkbox", "I have a safe place for the passphrase");
    window.click("button", "Create vault");
    // The recovery sheet is offered, and asked for again until it is made.
    window.see("list", "Recovery key");
    window.click("button", "Later");
    window.see("heading", "Patients");
    window.says("No recovery sheet was made");
}

/// Records a new patient and waits for the overview.
fn record_patient(window: &Window, family: &str, given: &str, born: &str) {
    window.click("link", "Patients");
    window.click("button", "New patient");
    window.fill("Family name", family);
    window.fill("Given names", given);
    window.fill("Birth date", born);
    window.ctrl('s');
    window.at("/overview");
    window.see("navigation", "Sections of the record");
}

/// Opens the only patient of the vault from the list.
fn open_patient(window: &Window, name: &str) {
    window.see("searchbox", "Search patients");
    window.fill("Search patients", name);
    window.click_part("link", name);
    window.see("navigation", "Sections of the record");
    window.at("/overview");
}

/// Goes to a room of the record by its tab.
fn section(window: &Window, name: &str) {
    window.section(name);
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found.sort();
    found
}
