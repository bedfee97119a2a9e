//! `cargo xtask fmt`: formats every source of the workspace in place, the Rust and the interface.

use crate::Outcome;
use crate::steps::{Steps, cargo};
use crate::ui;

/// Formats the workspace.
///
/// # Errors
/// What could not be installed or formatted.
pub fn fmt() -> Outcome {
    let mut steps = Steps::start();
    steps.step("Format: Rust", cargo(["fmt", "--all"]))?;
    if ui::exists() {
        ui::install(&mut steps)?;
        ui::format(&mut steps)?;
    }
    Ok(())
}
