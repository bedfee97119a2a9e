//! Lists the message files for the compiler: the window, the letters and the charts take their words from one tree.
#![allow(
    clippy::print_stdout,
    reason = "cargo reads the instruction from standard output"
)]

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../ui/words/en");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = fs::canonicalize(entry?.path())?;
        if path.extension().is_some_and(|kind| kind == "ftl") {
            paths.push(path.display().to_string());
        }
    }
    paths.sort();
    let rows: String = paths
        .iter()
        .map(|path| format!("    include_str!({path:?}),\n"))
        .collect();
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("words.rs"),
        format!("&[\n{rows}]\n"),
    )?;
    Ok(())
}
