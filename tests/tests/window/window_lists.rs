//! Long lists, their order, the values of the drawing, and the place of the window: what one comes back to.

use crate::{open_patient, opened, section, unlock};
use lamina_tests::{
    programs::{PASSPHRASE_FROM, lamina, said},
    sample::{PASSPHRASE, clinic},
    window::{Key, Window},
};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// A record of one person with so many pain ratings, one a day.
fn record_of(scores: u32) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2009, 1, 5).expect("a day");
    let scores: Vec<Value> = (0..scores)
        .map(|at| {
            let when = first + chrono::Days::new(u64::from(at) * 2);
            // Some need two lines, so that not every row is of one height.
            let note = if at % 7 == 0 {
                "after a long day of work ".repeat(8)
            } else {
                "at rest".to_owned()
            };
            json!({
                "measure": "nrs", "site": "leg", "value": (at * 7) % 11,
                "when": when.format("%-d %b %Y").to_string(), "note": note.trim(),
            })
        })
        .collect();
    let patient =
        json!({ "patient": { "family": "Longlist", "given": "Sample", "born": "1961" }, "scores": scores });
    json!({ "format": "lamina-record", "version": 1, "patients": [patient] }).to_string()
}

fn with_record(folder: &Path, record: &str) -> std::path::PathBuf {
    let vault = clinic(folder, &[]);
    fs::write(folder.join("record.json"), record).expect("a writable folder");
    let load = [
        "load",
        "clinic.vault",
        "record.json",
        "--passphrase-env",
        PASSPHRASE_FROM,
    ];
    said(&lamina(folder, PASSPHRASE, &load));
    vault
}

/// How many elements the page has.
fn elements(window: &Window) -> u64 {
    let count = window.run("return document.querySelectorAll('*').length", vec![]);
    count.as_u64().unwrap_or(u64::MAX)
}

/// The place of the row that has the focus, and whether all of it is seen below the header of its table.
fn row(window: &Window) -> (String, bool) {
    let script = "const row = document.activeElement.closest('tr'); if (!row) return ['', false]; \
                  const own = row.getBoundingClientRect(); \
                  const head = row.closest('table').querySelector('thead').getBoundingClientRect(); \
                  return [row.getAttribute('aria-rowindex') ?? '', own.top >= head.top && own.bottom <= innerHeight + 1]";
    let told = window.run(script, vec![]);
    (told[0].as_str().unwrap_or_default().to_owned(), told[1] == true)
}

fn on_row(window: &Window, wanted: &str) {
    window.wait_until(&format!("row {wanted} has the focus and is seen"), |window| {
        (row(window) == (wanted.to_owned(), true)).then_some(())
    });
}

#[test]
fn a_list_of_three_thousand_draws_what_is_seen_and_is_gone_through_by_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = with_record(folder.path(), &record_of(3000));
    let window = Window::open(Some(&vault));
    unlock(&window);
    open_patient(&window, "Longlist, Sample");
    section(&window, "Scores");
    let table = window.see("table", "Scores");
    assert_eq!(table.attribute("aria-rowcount"), "3001");
    let drawn = elements(&window);
    assert!(drawn < 4000, "{drawn} elements for what is seen of a list");
    window.press(Key::Down);
    on_row(&window, "2");
    for (key, there) in [
        (Key::End, "3001"),
        (Key::Up, "3000"),
        (Key::Home, "2"),
        (Key::Down, "3"),
    ] {
        window.press(key);
        on_row(&window, there);
    }
    // Going through it one by one skips nothing, whatever the heights of its rows.
    for at in 4..60 {
        window.press(Key::Down);
        on_row(&window, &at.to_string());
    }
    window.press(Key::PageDown);
    let (page, _) = window.wait_until("a page further", |window| {
        let (at, seen) = row(window);
        (seen && at.parse::<u32>().is_ok_and(|at| at > 62)).then_some((at, seen))
    });
    window.press(Key::PageUp);
    window.wait_until("back from there", |window| {
        let (at, seen) = row(window);
        (seen && at != page).then_some(())
    });
    let drawn = elements(&window);
    assert!(drawn < 4000, "{drawn} elements after going through a list");
}

/// What the rows of the list of scores begin with.
fn first_row(window: &Window) -> String {
    let text = window.run("return document.querySelector('tbody tr').textContent", vec![]);
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_list_runs_the_newest_first_until_it_is_turned_and_is_so_after_a_restart() {
    let (folder, mut window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Scores");
    window.see("table", "Scores");
    let newest = first_row(&window);
    window.choose("Order: Scores", "Oldest first");
    let oldest = window.wait_until("the list is turned", |window| {
        let now = first_row(window);
        (now != newest).then_some(now)
    });
    let kept = window.home().join(".config/org.lamina.app/preferences.json");
    window.wait_until("the order is kept", |_| {
        let text = fs::read_to_string(&kept).ok()?;
        text.contains("oldest_first").then_some(())
    });
    window.close();
    window.reopen();
    unlock(&window);
    open_patient(&window, "Case 05");
    section(&window, "Scores");
    window.see("table", "Scores");
    assert_eq!(first_row(&window), oldest);
    drop(folder);
}

#[test]
fn the_window_comes_back_where_it_was_and_on_the_screen_where_it_can_not() {
    let mut window = Window::open(None);
    window.see("heading", "Create your vault");
    let kept = window.home().join(".config/org.lamina.app/preferences.json");
    let open_at = |window: &mut Window, [x, y, width, height]: [i32; 4]| {
        window.close();
        let place = json!({ "x": x, "y": y, "width": width, "height": height, "maximized": false });
        // A window that nobody moved has left nothing behind.
        fs::create_dir_all(kept.parent().expect("a folder")).expect("a writable folder");
        fs::write(&kept, json!({ "window": place }).to_string()).expect("a writable folder");
        window.reopen();
        window.see("heading", "Create your vault");
    };
    open_at(&mut window, [60, 40, 900, 700]);
    assert_eq!(window.place(), [60, 40, 900, 700]);
    // What a person makes of it is there the next time.
    window.resize(1000, 640);
    window.close();
    window.reopen();
    window.see("heading", "Create your vault");
    assert_eq!(window.place(), [60, 40, 1000, 640]);
    let text = fs::read_to_string(&kept).expect("preferences");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let names: Vec<&String> = file["window"].as_object().expect("a place").keys().collect();
    assert_eq!(
        names,
        ["height", "maximized", "width", "x", "y"],
        "nothing but where it is and how large"
    );
    open_at(&mut window, [9000, -3000, 900, 700]);
    let [x, y, width, height] = window.place();
    assert_eq!([width, height], [900, 700]);
    assert!(x >= 0 && y >= 0, "{x}, {y} is off the screen");
    assert!(
        x + width <= 1400 && y + height <= 1000,
        "{x}, {y} is off the screen"
    );
}

/// What is spoken of the drawing, and what its label says.
fn told(window: &Window) -> (String, String) {
    let script = "const text = (one) => (one ? one.textContent.replace(/\\s+/g, ' ').trim() : ''); \
                  return [text(document.querySelector('.chart [role=status]')), text(document.querySelector('.chart .label'))]";
    let told = window.run(script, vec![]);
    let word = |at: usize| told[at].as_str().unwrap_or_default().to_owned();
    (word(0), word(1))
}

#[test]
fn the_value_of_a_point_is_told_by_keys_and_under_the_pointer() {
    let (_folder, window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Progress");
    let values = window.see_part("application", "values in the drawing");
    let name = values.name();
    window.tab_to("application", &name);
    let (newest, label) = window.wait_until("the newest value is told", |window| {
        let now = told(window);
        (!now.0.is_empty()).then_some(now)
    });
    assert!(label.chars().any(|one| one.is_ascii_digit()), "{label}");
    window.press(Key::Home);
    let (oldest, _) = window.wait_until("the oldest value is told", |window| {
        let now = told(window);
        (now.0 != newest).then_some(now)
    });
    window.press(Key::Down);
    window.wait_until("the next line is told", |window| {
        let (now, _) = told(window);
        (now != oldest && !now.is_empty()).then_some(())
    });
    let seen = "const one = document.querySelector('.chart .label').getBoundingClientRect(); \
                return one.top >= 0 && one.left >= 0 && one.right <= innerWidth && one.bottom <= innerHeight";
    window.wait_until("the whole label is seen", |window| {
        (window.run(seen, vec![]) == true).then_some(())
    });
    window.press(Key::Escape);
    window.wait_until("the label is closed", |window| {
        (told(window) == Default::default()).then_some(())
    });
    // The pointer finds what the keys found.
    window.press(Key::Right);
    let (told_by_keys, _) = window.wait_until("a value is told", |window| {
        let now = told(window);
        (!now.0.is_empty()).then_some(now)
    });
    let middle = "const one = document.querySelector('.chart .ring').getBoundingClientRect(); \
                  return [one.left + one.width / 2, one.top + one.height / 2]";
    let middle = window.run(middle, vec![]);
    window.press(Key::Escape);
    window.wait_until("the label is closed", |window| {
        (told(window) == Default::default()).then_some(())
    });
    let place = |at: usize| middle[at].as_f64().unwrap_or_default();
    window.point_at(place(0), place(1));
    window.wait_until("the pointer tells the same", |window| {
        (told(window).0 == told_by_keys).then_some(())
    });
}

/// A record of one person whose medicines give every reason to look at the list beside the opioid load.
fn record_of_opioids() -> String {
    let medicine = |name: &str, strength: &str, since: &str| {
        json!({
            "kind": "drug", "name": name, "started": since, "status": "running",
            "medicine": {
                "ingredients": [{ "name": name, "strength": strength }],
                "form": "tablet", "route": "oral", "release": "modified",
                "dose": "1 tablet", "frequency": "twice a day",
            },
        })
    };
    let treatments = [
        medicine("oxycodone", "40 mg", "2016"),
        medicine("oxycodone", "20 mg", "2019"),
        medicine("diazepam", "5 mg", "2018"),
        medicine("pregabalin", "150 mg", "2018"),
        medicine("naltrexone", "50 mg", "2020"),
    ];
    let patient = json!({ "patient": { "family": "Manyprompts", "given": "Sample", "born": "1950" }, "treatments": treatments });
    json!({ "format": "lamina-record", "version": 1, "patients": [patient] }).to_string()
}

#[test]
fn the_list_of_treatments_begins_above_the_fold_whatever_is_worth_checking_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = with_record(folder.path(), &record_of_opioids());
    let window = Window::open(Some(&vault));
    unlock(&window);
    window.resize(1280, 720);
    open_patient(&window, "Manyprompts");
    section(&window, "Treatments");
    let prompts = window.see("list", "Worth checking in the list");
    let lines = prompts.text();
    for part in ["benzodiazepine", "gabapentinoid", "naloxone", "review"] {
        assert!(lines.contains(part), "{part} is not among: {lines}");
    }
    window.see_part("link", "oxycodone");
    let script = "const row = document.querySelector('tbody tr').getBoundingClientRect(); \
                  const prompts = [...document.querySelectorAll('.prompts li')]; \
                  return [prompts.length, row.bottom <= innerHeight, Math.round(row.bottom), innerHeight, \
                          prompts.every((one) => one.getBoundingClientRect().height < 30)]";
    let found = window.run(script, vec![]);
    assert_eq!(found[1], true, "the first row ends below the fold: {found}");
    assert_eq!(found[4], true, "a prompt takes more than its line: {found}");
    // In full it is one click away, with its source.
    window.click_part("button", "How it is worked out");
    window.says("Source: CDC 2022, recommendation 7");
}
