//! The project's own commands: `cargo xtask run`, `test`, `check`, `look`, `bench`, `sbom`, `gen`, `fmt`, `help`.
//!
//! Owns the order of steps and the words around them; each verb has its own file. It depends on nothing but
//! the standard library, so that it builds in seconds on a machine that has only Rust and a linker.

mod bench;
mod check;
mod display;
mod fmt;
mod generate;
mod install;
mod run;
mod sbom;
mod steps;
mod system;
mod test;
mod ui;

use std::process::ExitCode;

/// Either the work is done, or these are the words that say why not and what to do.
type Outcome = Result<(), String>;

const HELP: &str = "\
cargo xtask <command>

  run             Install what is missing, build Lamina and open its window. Without a display: take a tour of
                  the window on the sample clinic and leave pictures of it in the folder tour.
  test            Everything that proves the project. Installs what the tests need.
  check           The fast part: format, clippy, layers, module size. No window.
  look            Pictures of every screen in every theme, large and small, in the folder look. With --pseudo in a language
                  made from the English words, which shows what is not from the tree and what has no room.
  bench           How fast Lamina is on a clinic of ten thousand, as figures beside their budgets; a number after it
                  asks for as many patients.
  sbom            Write what Lamina is made of on this system as a bill of materials, the file lamina.cdx.json.
  gen             Write anew what is made from something else: the interface's types and the names of its words.
  fmt             Format the sources, the Rust and the interface.
  help            This text.

Before anything is installed, the command that does it is shown; where a person sits at the terminal,
it asks first.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let verb = words.first().map_or("help", String::as_str);
    let rest = words.get(1..).unwrap_or_default();
    let outcome = match (verb, rest) {
        ("run", []) => run::run(),
        ("test", []) => test::test(),
        ("check", []) => check::check(),
        ("look", []) => run::look(),
        ("look", [pseudo]) if pseudo == "--pseudo" => run::look_pseudo(),
        ("bench", []) => bench::bench(None),
        ("bench", [patients]) if patients.bytes().all(|digit| digit.is_ascii_digit()) => {
            bench::bench(Some(patients.as_str()))
        }
        ("sbom", []) => sbom::sbom(),
        ("gen", []) => generate::generate(),
        ("fmt", []) => fmt::fmt(),
        ("help" | "--help" | "-h", _) => {
            print!("{HELP}");
            Ok(())
        }
        ("bench", _) => Err(format!(
            "`cargo xtask bench` takes a number of patients, or nothing.\n\n{HELP}"
        )),
        ("look", _) => Err(format!(
            "`cargo xtask look` takes --pseudo, or nothing.\n\n{HELP}"
        )),
        ("run" | "test" | "check" | "sbom" | "gen" | "fmt", _) => {
            Err(format!("`cargo xtask {verb}` takes no arguments.\n\n{HELP}"))
        }
        _ => Err(format!("There is no command `{verb}`.\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("\n{words}");
            ExitCode::FAILURE
        }
    }
}
