//! `cargo xtask fmt`: formats every Rust source of the workspace in place.

use crate::Outcome;
use crate::steps::{Steps, cargo};

/// Formats the workspace.
pub fn fmt() -> Outcome {
    Steps::start().step("Format", cargo(["fmt", "--all"]))
}
