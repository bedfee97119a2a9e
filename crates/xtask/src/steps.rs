//! One step after another: a heading, the command as it could be typed, its own output, the time it took.
//!
//! A step that fails ends the run with its name, so that the last line on the screen says where to look.

use std::path::PathBuf;
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use crate::Outcome;

/// A run of steps, with the moment it began.
pub struct Steps {
    began: Instant,
}

impl Steps {
    /// Starts the clock of a run.
    pub fn start() -> Self {
        Self {
            began: Instant::now(),
        }
    }

    /// Runs one step and prints the time it took.
    ///
    /// # Errors
    /// The step's name with the exit code, or why its program could not be started.
    pub fn step(&mut self, name: &str, command: Command) -> Outcome {
        let began = Instant::now();
        self.execute(name, command)?;
        println!("-- {name}: {}", spoken(began.elapsed()));
        Ok(())
    }

    /// Runs the closing step and adds no line of its own, so that the runner's summary is the last thing said.
    ///
    /// # Errors
    /// As [`Steps::step`].
    pub fn last(&mut self, name: &str, command: Command) -> Outcome {
        self.execute(name, command)
    }

    fn execute(&self, name: &str, mut command: Command) -> Outcome {
        println!("\n== {name} ({} so far)", spoken(self.began.elapsed()));
        println!("   {}", typed(&command));
        let began = Instant::now();
        let status = command.status().map_err(|error| {
            format!(
                "Stopped at: {name}. `{}` could not be started: {error}",
                typed(&command)
            )
        })?;
        if status.success() {
            return Ok(());
        }
        Err(format!(
            "Stopped at: {name} ({}, after {}).",
            ending(status),
            spoken(began.elapsed())
        ))
    }
}

/// The folder of the workspace, two above that of this crate.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}

/// Cargo with these words, in the workspace's folder.
pub fn cargo<const N: usize>(words: [&str; N]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).current_dir(root());
    // What `cargo run` set for this program describes xtask; left in place it makes build scripts that watch
    // these names run again.
    for (key, _) in std::env::vars_os() {
        let name = key.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME" {
            command.env_remove(&key);
        }
    }
    command
}

/// Whether the program could be started and ended well; its output is not shown.
pub fn succeeds(mut command: Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn typed(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let mut words = vec![
        program
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn ending(status: ExitStatus) -> String {
    status.code().map_or_else(
        || "ended by a signal".to_owned(),
        |code| format!("exit code {code}"),
    )
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_spoken_in_the_unit_one_reads() {
        assert_eq!(spoken(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(605)), "10 min 05 s");
    }

    #[test]
    fn the_root_is_the_folder_of_the_workspace() {
        let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[workspace]"));
    }

    #[test]
    fn a_failing_step_is_named() {
        let failed = Steps::start().step("Speak", cargo(["no-such-command-of-cargo"]));
        assert!(failed.unwrap_err().starts_with("Stopped at: Speak (exit code "));
    }

    #[test]
    fn a_program_that_is_missing_is_named() {
        let failed = Steps::start().step("Speak", Command::new("no-such-program-anywhere"));
        assert!(
            failed
                .unwrap_err()
                .contains("`no-such-program-anywhere` could not be started")
        );
    }
}
