//! The window: from start to ready, and its memory, beside an empty window.
//!
//! Each start is a process of its own, because the program that is opened is named in the environment.

use crate::{record::resident, report::Report};
use lamina_tests::{
    programs::built,
    sample::{PASSPHRASE, clinic},
    window::Window,
};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Starts of each window; the middle one counts.
const STARTS: usize = 7;

/// Opens the window once, waits until it can be used, and prints milliseconds and MiB.
pub fn once(vault: Option<&str>) {
    let began = Instant::now();
    let window = Window::open(vault.map(Path::new));
    match vault {
        Some(_) => drop(window.see("textbox", "Passphrase")),
        None => window.wait_until("the empty page is there", |window| {
            (window.run("return document.readyState", vec![]) == "complete").then_some(())
        }),
    }
    let ready = began.elapsed();
    if vault.is_some() {
        window.fill("Passphrase", PASSPHRASE);
        window.click("button", "Unlock");
        window.see("link", "Case 01").click();
        window.see("heading", "Case 01");
    }
    println!("{} {}", ready.as_secs_f64() * 1000.0, resident(window.process()));
}

/// Starts both windows several times and compares the middle ones.
pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = clinic(folder.path(), &[1]);
    let here = std::env::current_exe().expect("a program knows its own path");
    let empty = middle(&here.with_file_name("examples").join("empty_window"), &[]);
    let lamina = middle(
        &built("lamina-app", "LAMINA_APP"),
        &[vault.as_os_str().to_owned()],
    );
    report.figure("an empty window, ready after its start", empty.0, "ms", None);
    report.figure(
        "Lamina ready, beyond an empty window",
        lamina.0 - empty.0,
        "ms",
        Some(150.0),
    );
    report.figure(
        "Lamina's memory, beyond an empty window",
        lamina.1 - empty.1,
        "MiB",
        Some(60.0),
    );
}

fn middle(program: &PathBuf, arguments: &[std::ffi::OsString]) -> (f64, f64) {
    let mut found: Vec<(f64, f64)> = (0..STARTS).map(|_| start(program, arguments)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.get(STARTS / 2).copied().unwrap_or_default()
}

fn start(program: &PathBuf, arguments: &[std::ffi::OsString]) -> (f64, f64) {
    let output = Command::new(std::env::current_exe().expect("a program knows its own path"))
        .arg("once")
        .args(arguments)
        .env("LAMINA_APP", program)
        .output()
        .expect("this program starts again");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text
        .split_whitespace()
        .map(|number| number.parse().unwrap_or(f64::NAN));
    match (numbers.next(), numbers.next()) {
        (Some(ready), Some(memory)) => (ready, memory),
        _ => panic!(
            "the window did not open: {}",
            String::from_utf8_lossy(&output.stderr)
        ),
    }
}
