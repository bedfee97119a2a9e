//! `cargo xtask bench`: how fast Lamina is, as figures beside their budgets.

use crate::Outcome;
use crate::display::Display;
use crate::install;
use crate::steps::{Steps, cargo};
use crate::ui;

/// Builds what is measured without the aids of development and runs the measurements, on a clinic of ten thousand or of as
/// many patients as are asked for.
///
/// # Errors
/// What could not be installed, built or measured.
pub fn bench(patients: Option<&str>) -> Outcome {
    install::for_tests()?;
    let mut steps = Steps::start();
    ui::install(&mut steps)?;
    ui::build(&mut steps)?;
    steps.step(
        "What is measured",
        cargo([
            "build",
            "--locked",
            "--profile",
            "measure",
            "-p",
            "lamina-app",
            "-p",
            "lamina-cli",
            "-p",
            "lamina-store",
            "-p",
            "lamina-tests",
            "--bins",
            "--examples",
        ]),
    )?;
    let mut bench = cargo([
        "run",
        "--quiet",
        "--locked",
        "--profile",
        "measure",
        "-p",
        "lamina-tests",
        "--bin",
        "bench",
    ]);
    if let Some(patients) = patients {
        bench.args(["--", patients]);
    }
    let display = if cfg!(target_os = "linux") {
        Some(Display::start()?)
    } else {
        None
    };
    if let Some(display) = &display {
        display.show_on(&mut bench);
    }
    steps.last("The measurements", bench)
}
