//! Lists the instrument files for the compiler, so that adding an instrument is adding a file.
#![allow(
    clippy::print_stdout,
    reason = "cargo reads the instruction from standard output"
)]

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=instruments");
    let mut names = Vec::new();
    for entry in fs::read_dir("instruments")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            names.push(name);
        }
    }
    names.sort();
    let rows: String = names
        .iter()
        .map(|name| {
            format!(
                "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/instruments/\", {name:?}))),\n"
            )
        })
        .collect();
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("instruments.rs"), format!("&[\n{rows}]\n"))?;
    Ok(())
}
