//! Rebuilds the crate when a migration is added: the list is read at compile time.
#![allow(
    clippy::print_stdout,
    reason = "cargo reads the instruction from standard output"
)]

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
