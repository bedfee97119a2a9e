//! A whole follow-up visit by keys alone, and how many they are.

use chrono::{Days, Local};
use lamina_tests::{
    programs::{PASSPHRASE_FROM, lamina, said},
    sample::{PASSPHRASE, clinic},
    window::{Key, Window},
};
use serde_json::json;
use std::{fs, path::Path};

/// Someone who comes back three weeks after the last visit, among the published cases: scores, medicines, a running walking plan.
fn load_returning(folder: &Path) {
    let today = Local::now().date_naive();
    let earlier = |days: u64| (today - Days::new(days)).to_string();
    let questions = [
        "medical_clearance",
        "restrictions",
        "fracture_excluded",
        "red_flags_explained",
        "shoes_and_ground",
        "falls_and_aid",
        "heart",
    ];
    let answers: Vec<_> = questions
        .iter()
        .map(|item| json!({"item": item, "reply": "yes", "on": earlier(21), "by": "Dr Beispiel"}))
        .collect();
    let rating = |site: &str, value: u8| json!({"when": earlier(21), "measure": "nrs", "site": site, "value": value, "kind": "now", "told_by": "patient"});
    let medicine = |name: &str| json!({"kind": "drug", "name": name, "started": earlier(90), "status": "running", "told_by": "patient"});
    let record = json!({"format": "lamina-record", "version": 1, "patients": [{
        "patient": {"family": "Beispiel-Wanderin", "given": "Wilma", "born": "3 May 1961", "note": "Invented."},
        "surgeries": [{"when": "2019", "procedures": ["microdiscectomy"], "levels": "L4-L5", "told_by": "document"}],
        "scores": [
            rating("back", 7),
            rating("leg", 8),
            {"when": earlier(21), "measure": "odi", "value": 48.0, "version": "2.1a", "told_by": "patient"},
        ],
        "treatments": [medicine("amitriptyline"), medicine("pregabalin")],
        "walking_plans": [{
            "prescribed_on": earlier(21), "by": "Physio Beispiel", "answers": answers,
            "quota": {"seconds": 300, "bouts_a_day": 1, "days_a_week": 4, "pace": "easy"},
            "target": {"minutes": 30, "days": 5}, "at": format!("{}T10:00:00Z", earlier(21)),
        }],
        "walking_events": [{
            "on": earlier(20), "what": {"is": "started"}, "by": "Physio Beispiel", "role": "clinician",
            "at": format!("{}T09:00:00Z", earlier(20)),
        }],
    }]});
    fs::write(folder.join("returning.json"), record.to_string()).expect("a writable folder");
    let load = [
        "load",
        "clinic.vault",
        "returning.json",
        "--passphrase-env",
        PASSPHRASE_FROM,
    ];
    said(&lamina(folder, PASSPHRASE, &load));
}

/// A step of the visit: the keys that move or act, and the letters and digits of what is recorded.
struct Step {
    name: &'static str,
    keys: usize,
    typed: usize,
}

/// Hands on the keyboard that count, and look after every key where the focus is.
struct Hands<'w> {
    window: &'w Window,
    steps: Vec<Step>,
    lost: Vec<String>,
}

impl<'w> Hands<'w> {
    fn begin(&mut self, name: &'static str) {
        self.steps.push(Step {
            name,
            keys: 0,
            typed: 0,
        });
    }

    fn step(&mut self) -> &mut Step {
        self.steps.last_mut().expect("a step was begun")
    }

    /// After each key what has the focus is on the screen and is more than the page.
    fn look(&mut self, key: &str) {
        let said = self.window.unseen();
        let step = self.step().name;
        self.lost
            .extend(said.map(|said| format!("{step}, after {key}: {said}")));
    }

    fn press(&mut self, key: impl Into<char>) {
        let key = key.into();
        self.window.press(key);
        self.step().keys += 1;
        self.look(&format!("{key:?}"));
    }

    /// Ctrl with a key: one stroke.
    fn ctrl(&mut self, key: impl Into<char>) {
        let key = key.into();
        self.window.chord(&[Key::Control.into(), key]);
        self.step().keys += 1;
        self.look(&format!("Ctrl with {key:?}"));
    }

    fn write(&mut self, words: &str) {
        for letter in words.chars() {
            self.window.press(letter);
            self.step().typed += 1;
            self.look(&format!("the letter {letter:?}"));
        }
    }

    /// Enter from field to field until this one.
    fn on_to(&mut self, name: &str) {
        let is_there = |window: &Window| {
            let focus = window.focus();
            focus.name == name || focus.group == name
        };
        for _ in 0..20 {
            if is_there(self.window) {
                return;
            }
            self.press(Key::Return);
        }
        panic!("Enter does not lead to {name}, but to {:?}", self.window.focus());
    }
}

#[test]
fn a_follow_up_visit_needs_no_mouse_and_few_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = clinic(folder.path(), &[1, 2, 3, 4, 5, 6]);
    load_returning(folder.path());
    let window = Window::open(Some(&vault));
    let mut hands = Hands {
        window: &window,
        steps: Vec::new(),
        lost: Vec::new(),
    };
    let focus_on = |name: &str| {
        window.wait_until(&format!("the focus is on {name}"), |window| {
            let focus = window.focus();
            (focus.name == name || focus.group == name).then_some(())
        });
    };

    hands.begin("unlock");
    focus_on("Passphrase");
    hands.write(PASSPHRASE);
    // The key is worked out before the screen changes; then the focus has its place there.
    window.press(Key::Return);
    hands.step().keys += 1;
    window.see("navigation", "Main menu");
    focus_on("Search patients");
    hands.look("Return");

    hands.begin("find and open");
    focus_on("Search patients");
    hands.write("wil");
    window.wait_until("one patient", |window| {
        (window.all("table", "Patients").first()?.all("link", "").len() == 1).then_some(())
    });
    hands.press(Key::Return);
    window.at("/overview");
    window.see("navigation", "Sections of the record");

    hands.begin("pain now and ODI");
    hands.press('7');
    window.at("/progress");
    hands.press('a');
    focus_on("When");
    // What was asked for last time is filled in once it is known.
    window.wait_until("the last kind of rating", |window| {
        let asked = window.all("radiogroup", "What was asked").into_iter().next()?;
        asked.all("radio", "Now").first()?.is_on().then_some(())
    });
    hands.write("t");
    hands.on_to("Pain in the back, now");
    hands.write("4");
    hands.on_to("Pain in the leg, now");
    hands.write("5");
    hands.on_to("ODI total");
    hands.write("36");
    hands.ctrl('s');
    window.at("/scores");
    window.says("Saved ");

    hands.begin("a response to a medicine");
    hands.press('6');
    window.at("/treatments");
    window.see_part("link", "pregabalin");
    while !window.focus().name.contains("pregabalin") {
        hands.press(Key::Down);
    }
    hands.press('e');
    window.see("form", "Amend treatment");
    window.see("field", "Relief");
    hands.on_to("Relief");
    hands.write("40");
    hands.ctrl('s');
    focus_on("Reason for the change");
    hands.write("follow-up");
    hands.ctrl('s');
    window.gone("form", "Amend treatment");
    window.says("40 %");

    hands.begin("a line of the walking diary");
    hands.press('w');
    window.at("/walking");
    window.says("Running since");
    hands.press('a');
    window.see("form", "Add to the diary");
    focus_on("Minutes");
    hands.write("5");
    hands.ctrl('s');
    window.gone("form", "Add to the diary");
    window.says("Saved ");

    hands.begin("the verdict");
    hands.press('7');
    window.at("/progress");
    window.see_part("img", "48 to 36");
    window.says("12 points better");

    hands.begin("the letter");
    hands.press('9');
    window.at("/letters");
    window.see("field", "Recipient");
    while window.focus().name != "Recipient" {
        hands.press(Key::Tab);
    }
    hands.write("Dr Muster");
    hands.press(Key::Tab);
    assert_eq!(window.focus().name, "Reason");
    hands.write("Follow-up");
    hands.ctrl(Key::Return);
    window.see_part("img", "Page 1 of ");
    hands.ctrl('s');
    window.says("Saved as ");

    hands.begin("lock");
    hands.ctrl('l');
    window.see("button", "Unlock");
    focus_on("Passphrase");

    assert_eq!(hands.lost, Vec::<String>::new());
    let mut said = String::new();
    for Step { name, keys, typed } in &hands.steps {
        said += &format!("{name}: {keys} keys and {typed} typed\n");
    }
    // The passphrase is as long as its owner made it.
    let counted = hands.steps.iter().skip(1);
    let (keys, typed) = counted.fold((1, 0), |(keys, typed), step| {
        (keys + step.keys, typed + step.typed)
    });
    println!(
        "{said}A follow-up visit: {} keys beside the passphrase, {keys} that move or act and {typed} of what is typed",
        keys + typed
    );
    assert!(keys <= MOVES && typed <= TYPED, "{said}{keys} and {typed}");
}

/// Keys that move or act: unlock, open and lock 3; scores 8 (the section, the form, five fields, save); the medicine 15 (the
/// section, two rows down, its form, nine fields, save, save with the reason); the diary 3; the verdict 1; the letter 7 (the
/// section, past its kind and length to its two fields, make, save). An older build took about 90 for the same, and 65 more for
/// red flags, which are no part of this visit.
const MOVES: usize = 37;
/// What is typed: three letters of the name, "t" for today, two ratings, an ODI, relief and a reason, minutes, and whom the
/// letter goes to and why.
const TYPED: usize = 38;
