//! `cargo xtask run`: from a fresh clone to the open window; where there is no display, to pictures of it at work.

use std::env;
use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::display::Display;
use crate::install;
use crate::steps::{Steps, cargo};
use crate::ui::{self, ENGLISH, PSEUDO};

/// Where a tour leaves its pictures, below the project's folder. What an earlier one left there is replaced.
const TOUR: &str = "tour";
/// Where the look at every screen leaves its pictures.
const LOOK: &str = "look";

/// Installs what is missing, builds Lamina and opens its window; without a display goes through it unseen.
///
/// # Errors
/// What could not be installed, built or done.
pub fn run() -> Outcome {
    if !has_display() {
        return tour(TOUR, &[], ENGLISH);
    }
    install::for_running(false)?;
    let mut steps = Steps::start();
    build(&mut steps, ENGLISH)?;
    println!("\nThe window is open. This command ends when it is closed.");
    steps.last(
        "Lamina",
        cargo(["run", "--quiet", "--locked", "-p", "lamina-app"]),
    )
}

/// Takes a picture of every screen in every theme, large and small, and makes a page that shows them all.
///
/// # Errors
/// As [`run`].
pub fn look() -> Outcome {
    tour(LOOK, &["--look"], ENGLISH)
}

/// As [`look`], in a language made from the English words by code: accented, longer and in marks. What stands on a screen
/// without marks did not come from the words; what is cut off has no room for a longer language.
///
/// # Errors
/// As [`run`].
pub fn look_pseudo() -> Outcome {
    tour(LOOK, &["--look"], PSEUDO)
}

fn tour(folder: &str, words: &[&str], language: &str) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("Only on Linux can the window be driven and looked at unseen.".to_owned());
    }
    install::for_running(true)?;
    let mut steps = Steps::start();
    build(&mut steps, language)?;
    let mut program = cargo([
        "build",
        "--quiet",
        "--locked",
        "-p",
        "lamina-tests",
        "--bin",
        "tour",
    ]);
    ui::speak(&mut program, language);
    steps.step("The tour", program)?;
    if Path::new(folder).exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{folder} could not be emptied: {error}"))?;
    }
    let display = Display::start()?;
    let mut tour = cargo([
        "run",
        "--quiet",
        "--locked",
        "-p",
        "lamina-tests",
        "--bin",
        "tour",
        "--",
    ]);
    tour.args(words).arg(folder);
    ui::speak(&mut tour, language);
    display.show_on(&mut tour);
    steps.step("A tour of the window on the sample clinic", tour)?;
    println!("\nThe pictures are in the folder {folder}.");
    Ok(())
}

/// The interface, then the app, which embeds it, and the command line. What is up to date takes no time.
fn build(steps: &mut Steps, language: &str) -> Outcome {
    ui::install(steps)?;
    if language == PSEUDO {
        ui::write_pseudo(steps)?;
    }
    ui::build_if_stale(steps, language)?;
    let mut app = cargo([
        "build",
        "--quiet",
        "--locked",
        "-p",
        "lamina-app",
        "-p",
        "lamina-cli",
    ]);
    ui::speak(&mut app, language);
    steps.step("The app and the command line", app)
}

/// Whether a person can see a window here.
fn has_display() -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
