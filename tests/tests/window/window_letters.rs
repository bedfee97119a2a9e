//! The letter: made, looked at, saved, viewed; always the very same file.

use crate::{files, open_patient, opened, section};
use lamina_tests::{
    programs::{judge, text_of},
    window::Window,
};
use std::{fs, path::PathBuf};

pub(crate) fn saved_letters(window: &Window) -> Vec<PathBuf> {
    let all = files(window.home());
    all.into_iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "pdf"))
        .collect()
}

#[test]
fn the_letter_that_is_previewed_is_the_one_that_is_saved_and_viewed() {
    let (_folder, mut window) = opened(&[5]);
    open_patient(&window, "Case 05");
    section(&window, "Letters");
    window.fill("Recipient", "Dr Example\nPain Clinic");
    window.fill("Reason", "Pain after fusion");
    window.fill("Question", "Would a stimulator trial be of use");
    window.choose("Urgency", "Soon");
    window.click("button", "Make letter");
    let page = window.see_part("img", "Page 1 of ");
    let pages: usize = page
        .name()
        .rsplit(' ')
        .next()
        .and_then(|last| last.parse().ok())
        .expect("a number of pages");
    window.wait_until("the picture of the page is drawn", |window| {
        let script = "const one = document.querySelector('img[alt^=\"Page 1 of\"]'); return one?.complete ? one.naturalWidth : 0";
        window.run(script, vec![]).as_u64().filter(|width| *width > 300)
    });
    window.click("button", "Save letter");
    window.says("Saved as ");
    let letters = saved_letters(&window);
    let [letter] = letters.as_slice() else {
        panic!("one letter is saved: {letters:?}")
    };
    let name = letter.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(
        !name.contains("Case") && !name.contains("05-"),
        "the name says nothing about the patient: {name}"
    );
    window.says(&name);
    judge(letter);
    let text = text_of(letter);
    for words in [
        "Pain after fusion",
        "Would a stimulator trial be of use",
        "Dr Example",
        "Case 05",
    ] {
        assert!(text.contains(words), "{words} is not in the letter:\n{text}");
    }
    assert!(
        text.contains(&format!("1 of {pages}")),
        "the letter has as many pages as the preview:\n{text}"
    );

    window.click("button", "Open in viewer");
    let viewed = window.home().join("viewed");
    window.wait_until("the viewer gets the file", |_| viewed.exists().then_some(()));
    assert!(
        fs::read(&viewed).expect("the viewed file") == fs::read(letter).expect("the letter"),
        "the same bytes"
    );

    window.fill("Reason", "Another reason");
    window.says("Changed since this preview");
    window.close();
    let folder = window.vault().with_file_name("clinic.vault.view");
    assert!(
        !folder.exists(),
        "what was made for viewing is gone when the app is closed"
    );
}
