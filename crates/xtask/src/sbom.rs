//! `cargo xtask sbom`: the bill of materials, for whoever has to know what Lamina is made of.

use crate::Outcome;
use crate::install;
use crate::steps::Steps;
use crate::ui;

/// Writes everything that is shipped on this system, with what builds it, as a CycloneDX file in the project's folder. Nothing is
/// built for it.
///
/// # Errors
/// What could not be installed, or what the program that writes it could not list.
pub fn sbom() -> Outcome {
    install::for_listing()?;
    let mut steps = Steps::start();
    ui::install(&mut steps)?;
    steps.step("The bill of materials", ui::npm(["run", "--silent", "sbom"]))?;
    println!("\nIt is in the file lamina.cdx.json.");
    Ok(())
}
