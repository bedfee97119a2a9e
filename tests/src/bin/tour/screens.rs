//! Every screen of the app and how one gets there. A screen that can't be reached stops the look with the reason.

use crate::{
    programme,
    steps::{
        FULL, SCORES, fill_letter, fill_scores, list_of, open, save_scores, section, unlock, wait_for_page,
    },
};
use lamina_tests::window::{Key, Window};

/// Told at each screen, with its name.
pub(crate) type Seen<'a> = &'a mut dyn FnMut(&Window, &str);

/// The screens before there is a vault.
pub fn first_start(window: &Window, seen: Seen<'_>) {
    window.see("heading", "Create your vault");
    seen(window, "vault-create");
    window.fill("Passphrase", "short");
    window.fill("Passphrase again", "other");
    window.click("button", "Create vault");
    window.says("Confirm that the passphrase has a safe place");
    seen(window, "vault-create-refused");
}

/// Every screen behind the passphrase, and the lock.
pub fn all(window: &Window, seen: Seen<'_>) {
    patients(window, seen);
    record(window, seen);
    forms(window, seen);
    entries(window, seen);
    progress_and_letters(window, seen);
    empty(window, seen);
    rest(window, seen);
    programme::all(window, seen);
    locked(window, seen);
}

fn patients(window: &Window, seen: Seen<'_>) {
    window.go("#/patients");
    window.fill("Search patients", "case");
    window.see_part("link", "Case 06");
    seen(window, "patients");
    window.fill("Search patients", "Nobody Anna 3.5.1961");
    window.says("No patient matches");
    seen(window, "patients-none-found");
    window.go("#/patients/new");
    window.fill("Family name", "Case 02");
    window.see("complementary", "May already be here");
    window.see_part("link", "Case 02");
    seen(window, "patient-new-similar");
    window.fill("Family name", "");
    window.fill("Birth date", "31.2.1961");
    window.ctrl('s');
    window.says("The calendar has no such day");
    seen(window, "patient-new-refused");
    window.press(Key::Escape);
    window.at("#/patients");
}

fn record(window: &Window, seen: Seen<'_>) {
    open(window, FULL);
    seen(window, "overview");
    for name in [
        "Visits",
        "Operations",
        "Symptoms",
        "Examinations",
        "Imaging",
        "Nerve and muscle tests",
        "Readings",
        "MRI and interventions",
        "Treatments",
        "Scores",
    ] {
        section(window, name);
        window.see("heading", list_of(name));
        seen(window, &name.to_lowercase().replace(' ', "-"));
    }
    section(window, "Timeline");
    window.see("table", "Timeline");
    seen(window, "timeline");
    section(window, "Ladder");
    window.see("heading", "What was tried, least invasive first");
    seen(window, "ladder");
    section(window, "Before and after");
    window.see("heading", "Before and after each treatment");
    seen(window, "before-after");
    section(window, "Changes");
    window.see("table", "Changes");
    seen(window, "history");
    for (link, form) in [("Amend person", "person-amend"), ("Amend alerts", "alerts-amend")] {
        window.click("link", link);
        window.see("button", "Save");
        seen(window, form);
        window.press(Key::Escape);
        section(window, "Overview");
    }
    window.click("button", "Record goal");
    window.see("form", "Record goal");
    seen(window, "record-goal");
    window.press(Key::Escape);
    window.gone("form", "Record goal");
    section(window, "Overview");
    window.click("button", "Record diagnosis or cause");
    window.see("form", "Record diagnosis or cause");
    seen(window, "record-diagnosis");
    window.press(Key::Escape);
    window.gone("form", "Record diagnosis or cause");
    section(window, "Overview");
}

fn forms(window: &Window, seen: Seen<'_>) {
    for (name, button) in [
        ("Operations", "Record operation"),
        ("Symptoms", "Record symptom"),
        ("Examinations", "Record examination"),
        ("Readings", "Record readings"),
        ("Imaging", "Record imaging note"),
        ("Nerve and muscle tests", "Record nerve and muscle test"),
        ("Treatments", "Record treatment"),
        ("Scores", "Record scores"),
    ] {
        section(window, name);
        window.click("button", button);
        window.see("form", button);
        let screen = button.to_lowercase().replace(' ', "-");
        seen(window, &screen);
        open_lines(window);
        seen(window, &format!("{screen}-open"));
        match button {
            "Record operation" => window.fill("Levels", "L7"),
            "Record examination" => window.fill("Great-toe extensor (L5), left", "6"),
            "Record readings" => window.fill("Temperature, value", "98"),
            "Record imaging note" => window.fill("When", "someday"),
            "Record treatment" => window.fill("Relief", "130"),
            "Record scores" => window.fill("ODI total", "140"),
            _ => window.fill("Since when", "never mind"),
        }
        window.ctrl('s');
        window.says("Nothing was saved yet");
        seen(window, &format!("{screen}-refused"));
        window.press(Key::Escape);
        window.gone("form", button);
        section(window, name);
        window.see("button", "Continue");
        if name == "Operations" {
            seen(window, "surgeries-draft");
            window.click("button", "Discard");
            window.see("dialog", "Discard this draft?");
            seen(window, "draft-discard");
            window.click("button", "Cancel");
            window.gone("dialog", "Discard this draft?");
        }
        window.see("button", "Discard").click();
        window.see("dialog", "Discard this draft?");
        window.click("button", "Discard draft");
        window.gone("button", "Continue");
    }
}

fn entries(window: &Window, seen: Seen<'_>) {
    section(window, "Operations");
    let operation = window.wait_until("an operation", |window| {
        let list = window.all("list", "Operations").into_iter().next()?;
        list.all("link", "")
            .first()
            .map(lamina_tests::window::Found::name)
    });
    window.click("link", &operation);
    window.see("button", "Amend");
    seen(window, "entry");
    window.click("button", "Amend");
    window.see("field", "Reason for the change");
    seen(window, "entry-amend");
    window.fill("Why it was done", "another reason to operate");
    window.fill("Reason for the change", "Read the discharge letter");
    window.ctrl('s');
    window.gone("field", "Reason for the change");
    window.click("button", "History");
    window.see("region", "History");
    window.says("Read the discharge letter");
    seen(window, "entry-history");
    window.click("button", "Mark as entered in error");
    window.see("dialog", "Mark as entered in error");
    seen(window, "entry-retract");
    window.press(Key::Escape);
    window.gone("dialog", "Mark as entered in error");
}

fn progress_and_letters(window: &Window, seen: Seen<'_>) {
    for scores in SCORES {
        fill_scores(window, scores);
        save_scores(window);
    }
    section(window, "Progress");
    window.see("img", "");
    seen(window, "progress");
    window.click("button", "Show as table");
    window.see("table", "Scores");
    seen(window, "progress-table");
    window.click("button", "Show as table");
    section(window, "Letters");
    window.see("button", "Make letter");
    seen(window, "letters");
    fill_letter(window);
    window.click("button", "Make letter");
    wait_for_page(window);
    seen(window, "letter");
    window.fill("Reason", "Another reason");
    window.says("Changed since this preview");
    seen(window, "letter-changed");
}

fn empty(window: &Window, seen: Seen<'_>) {
    window.go("#/patients/new");
    window.fill("Family name", "Featherstonehaugh-Cholmondeley of Marjoribanks");
    window.fill("Given names", "Wilhelmina Alexandrina Bartholomea Maximiliane");
    window.fill("Birth date", "1961");
    window.ctrl('s');
    window.at("/overview");
    window.see("region", "Pain and disability over time");
    seen(window, "overview-empty");
    for name in [
        "Operations",
        "Symptoms",
        "Imaging",
        "Treatments",
        "Scores",
        "Progress",
        "Walking",
        "Letters",
    ] {
        section(window, name);
        seen(window, &format!("{}-empty", name.to_lowercase()));
    }
}

fn rest(window: &Window, seen: Seen<'_>) {
    window.go("#/settings");
    window.see("button", "Save settings");
    seen(window, "settings");
    window.click("button", "Remove sample clinic");
    window.see("dialog", "Remove the sample clinic?");
    seen(window, "sample-remove");
    window.press(Key::Escape);
    window.gone("dialog", "Remove the sample clinic?");
    open(window, FULL);
    window.press(Key::F1);
    window.see("dialog", "Keyboard shortcuts");
    seen(window, "keys");
    window.press(Key::Escape);
    window.gone("dialog", "Keyboard shortcuts");
    window.go("#/nowhere");
    window.see("button", "Go to patients");
    seen(window, "not-found");
    window.go("#/kit");
    window.see("main", "");
    seen(window, "kit");
    window.go("#/patients");
    window.see("heading", "Patients");
}

fn locked(window: &Window, seen: Seen<'_>) {
    window.ctrl('l');
    window.see("button", "Unlock");
    seen(window, "locked");
    window.fill("Passphrase", "not the right one");
    window.press(Key::Return);
    window.says("does not open this vault");
    seen(window, "unlock-refused");
    unlock(window);
}

/// Opens every line that hides seldom needed fields.
fn open_lines(window: &Window) {
    for line in window.all("button", "") {
        if line.attribute("aria-expanded") == "false" {
            line.click();
        }
    }
}
