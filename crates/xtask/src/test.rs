//! `cargo xtask test`: everything that proves the project, and the only thing that continuous integration runs.
//!
//! Nextest comes last, so that its summary closes the run.

use crate::Outcome;
use crate::check::clippy;
use crate::display::Display;
use crate::install;
use crate::steps::{Steps, cargo};
use crate::ui;

/// Where property tests begin here, so that a run proves what was changed and not its luck: the same cases every time, unless
/// one who looks for new ones sets the variable. `cargo nextest run` alone begins somewhere else each time.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20260101");

/// Runs every proof and stops at the first that fails.
pub fn test() -> Outcome {
    install::for_tests()?;
    let mut steps = Steps::start();
    steps.step("Format", cargo(["fmt", "--all", "--check"]))?;
    // Tests look at every package there is, for other systems too, and ought not to wait for a network.
    steps.step("Packages of Rust", cargo(["fetch", "--locked"]))?;
    if ui::exists() {
        ui::install(&mut steps)?;
        ui::prove(&mut steps)?;
        ui::build(&mut steps)?;
    }
    steps.step("Clippy", clippy())?;
    // Nextest builds test programs only; the whole-product tests drive the window and the command line themselves. All of it
    // is built in one go: the app alone would be built with other features of its dependencies, and most of them twice.
    steps.step(
        "The app, the command line and the tests",
        cargo(["build", "--locked", "--workspace", "--bins", "--tests"]),
    )?;

    let mut nextest = cargo(["nextest", "run", "--workspace", "--locked"]);
    if std::env::var_os(SEED.0).is_none() {
        nextest.env(SEED.0, SEED.1);
    }
    // A virtual display even where there is a real one: no window takes the focus from the person at work.
    let display = if cfg!(target_os = "linux") {
        Some(Display::start()?)
    } else {
        None
    };
    if let Some(display) = &display {
        display.show_on(&mut nextest);
    }
    steps.last(
        "Rust tests (examples in documentation are not run: there are none)",
        nextest,
    )
}
