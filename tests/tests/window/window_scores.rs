//! Scores by digits, and what the progress says about them.

use crate::{first_start, open_patient, opened, record_patient, section};
use lamina_tests::window::{Key, Window};

/// The key of the tab, as often as it takes from the room that is open.
fn to_the_course(window: &Window) {
    let here = window.run("return location.hash", vec![]);
    window.press('7');
    if here.as_str().is_some_and(|here| here.ends_with("/scores")) {
        window.at("/before-after");
        window.press('7');
    }
    window.at("/progress");
}

#[test]
fn scores_are_given_by_digits_and_stand_in_the_list() {
    let window = Window::open(None);
    first_start(&window);
    record_patient(&window, "Smith", "Anna", "3 May 1961");
    for (when, back, leg, odi) in [("3.5.2019", "8", "10", "54"), ("3.5.2020", "3", "2", "21")] {
        to_the_course(&window);
        window.see("region", "Progress");
        window.press('a');
        window.see("form", "Record scores");
        window.tab_and_write("When", when);
        window.tab_until_group("Pain in the back");
        window.write(back);
        window.tab_until_group("Pain in the leg");
        window.write(leg);
        window.tab_and_write("ODI total", odi);
        let given = window.see("radiogroup", "Pain in the leg").see("radio", leg);
        assert!(given.is_on(), "1 and then 0 is ten");
        window.ctrl('s');
        window.at("/scores");
        window.see("table", "Scores");
        window.says(odi);
    }
    let rows = window.see("table", "Scores").all("link", "").len();
    assert_eq!(
        rows,
        6,
        "what was not rated is not saved as zero: {}",
        window.text()
    );

    to_the_course(&window);
    let drawing = window.see_part("img", "5 points better, more than the 2 that matters");
    let name = drawing.name();
    for verdict in [
        "back, kind not said, 3 May 2019 to 3 May 2020, 8 to 3",
        "leg, kind not said, 3 May 2019 to 3 May 2020, 10 to",
        "3 May 2019 to 3 May 2020, 54 to",
        "33 points better",
    ] {
        assert!(name.contains(verdict), "{verdict} is not in “{name}”");
    }
    window.press('t');
    let table = window.see("table", "Scores");
    assert!(table.text().contains("3 May 2019"), "{}", table.text());
    window.press('t');
    window.gone("table", "Scores");
}

#[test]
fn nothing_rated_is_told_and_nothing_is_saved() {
    let (_folder, window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Scores");
    let before = window.see("table", "Scores").all("link", "").len();
    window.click("button", "Record scores");
    window.see("form", "Record scores");
    window.ctrl('s');
    window.says("Nothing to save yet");
    window.press(Key::Escape);
    let table = window.see("table", "Scores");
    assert_eq!(table.all("link", "").len(), before);
}
