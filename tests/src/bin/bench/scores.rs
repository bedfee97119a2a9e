//! The scores of a long record in the real window: from the click on their room until their rows are painted.

use crate::report::Report;
use lamina_tests::{
    programs::{PASSPHRASE_FROM, built, lamina, said},
    sample::PASSPHRASE,
    window::Window,
};
use std::{path::Path, process::Command, time::Duration};

/// How often the room is gone to; each time from the course beside it.
const CLICKS: usize = 15;

/// Facts of the record.
const FACTS: &str = "3000";

/// Clicks the room and notes the time once rows are there and were painted: what is called before a frame finds the frame before it
/// painted.
const CLICK: &str = "
    window.laminaTook = null;
    const tab = [...document.querySelectorAll('nav a')].find((one) => one.textContent.trim().startsWith('Scores'));
    const began = performance.now();
    tab.click();
    const look = () => {
        const there = location.hash.includes('/scores') && document.querySelector('[data-index]');
        if (!there) return requestAnimationFrame(look);
        requestAnimationFrame(() => { window.laminaTook = performance.now() - began; });
    };
    look();";

/// Opens the window on the vault and prints the milliseconds of each click.
pub fn once(vault: &str) {
    let window = Window::open(Some(Path::new(vault)));
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Unlock");
    window.see("searchbox", "Search patients");
    window.see_part("link", ", ").click();
    let sections = window.see("navigation", "Sections of the record");
    for _ in 0..CLICKS {
        sections.see("link", "Progress").click();
        window.at("/progress");
        window.see("navigation", "In Progress").see("link", "Scores");
        window.wait_until("the course alone, drawn", |window| {
            let alone = "return !document.querySelector('[data-index]') && document.querySelector('main svg') !== null";
            (window.run(alone, vec![]) == true).then_some(())
        });
        window.run(CLICK, vec![]);
        let took = window.wait_until("the scores are painted", |window| {
            window.run("return window.laminaTook", vec![]).as_f64()
        });
        println!("{took}");
    }
}

/// Measures in a process of its own, because the program that is opened is named in the environment.
pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let call = |arguments: &[&str]| {
        said(&lamina(
            folder.path(),
            PASSPHRASE,
            &[arguments, &["--passphrase-env", PASSPHRASE_FROM]].concat(),
        ))
    };
    call(&["new", "clinic.vault"]);
    let sample = [
        "sample",
        "--patients",
        "1",
        "--years",
        "20",
        "--facts",
        FACTS,
        "--seed",
        "9",
    ];
    call(&[&sample[..], &["--vault", "clinic.vault"]].concat());
    let output = Command::new(std::env::current_exe().expect("a program knows its own path"))
        .args(["scores".as_ref(), folder.path().join("clinic.vault").as_os_str()])
        .env("LAMINA_APP", built("lamina-app", "LAMINA_APP"))
        .output()
        .expect("this program starts again");
    let text = said(&output);
    let took = text.lines().filter_map(|line| line.parse::<f64>().ok());
    let mut took: Vec<Duration> = took.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect();
    report.time(
        "Scores of 3,000 facts, first click to rows painted",
        took.remove(0),
        100.0,
    );
    report.times(
        "Scores of 3,000 facts, a later click to rows painted",
        took,
        100.0,
    );
}
