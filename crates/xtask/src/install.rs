//! What the machine lacks, and how it gets there: system packages, Node.js, Rust's components, nextest.
//!
//! Nothing is installed that is already there. The command is shown before it runs, and where a person sits at
//! the terminal it asks first.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::steps::{cargo, succeeds};
use crate::system::{Purpose, System};
use crate::ui;

/// The oldest Node.js lines that the interface's tools run on: 20.19, 22.12, and whatever is newer.
const NODE: &str = "Node.js 20.19, 22.12 or newer with npm";

/// For `cargo xtask run`.
///
/// # Errors
/// What is missing and how to install it.
pub fn for_running(virtual_display: bool) -> Outcome {
    system_packages(if virtual_display {
        Purpose::VirtualDisplay
    } else {
        Purpose::Build
    })?;
    node()
}

/// For `cargo xtask sbom`, which builds nothing.
///
/// # Errors
/// As [`for_running`].
pub fn for_listing() -> Outcome {
    node()
}

/// For `cargo xtask check`, which opens no window.
///
/// # Errors
/// As [`for_running`].
pub fn for_checks() -> Outcome {
    system_packages(Purpose::Build)?;
    node()?;
    components()?;
    nextest()
}

/// For `cargo xtask test`.
///
/// # Errors
/// As [`for_running`].
pub fn for_tests() -> Outcome {
    system_packages(Purpose::Tests)?;
    node()?;
    components()?;
    nextest()
}

fn system() -> System {
    match std::env::consts::OS {
        "macos" => System::MacOs,
        "windows" => System::Windows,
        _ => fs::read_to_string("/etc/os-release")
            .map_or(System::Unknown, |text| System::from_os_release(&text)),
    }
}

fn system_packages(purpose: Purpose) -> Outcome {
    let system = system();
    // Where this program can't look, it can only say once what is needed and go on.
    if system == System::MacOs && !succeeds(words(&["xcode-select", "-p"])) {
        return Err(format!("Please install {}.", system.advice().unwrap_or_default()));
    }
    if matches!(system, System::Windows | System::Unknown) {
        println!("Lamina needs {}.", system.advice().unwrap_or_default());
        return Ok(());
    }
    let missing: Vec<&str> = system
        .packages(purpose)
        .into_iter()
        .filter(|name| !is_installed(system, name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(install) = system.install_words(&missing) else {
        return Ok(());
    };
    let install = with_rights(system, install);
    let refresh = (system == System::Debian)
        .then(|| with_rights(system, ["apt-get", "update"].map(str::to_owned).into()));
    ask(
        &format!("Lamina needs {} from this system.", missing.join(", ")),
        &install,
    )?;
    for words in refresh.into_iter().chain([install]) {
        carry_out(&words)?;
    }
    Ok(())
}

fn is_installed(system: System, package: &str) -> bool {
    if package.starts_with('/') {
        return Path::new(package).exists();
    }
    match system {
        // A package that was removed but left its settings also has an entry, so the state has to be read.
        System::Debian => words(&["dpkg-query", "-W", "-f=${db:Status-Status}", package])
            .output()
            .is_ok_and(|output| output.status.success() && output.stdout == b"installed"),
        System::Fedora => succeeds(words(&["rpm", "-q", "--whatprovides", package])),
        System::Arch => {
            succeeds(words(&["pacman", "-Q", package])) || succeeds(words(&["pacman", "-Qg", package]))
        }
        System::MacOs => succeeds(words(&["brew", "list", package])),
        System::Windows | System::Unknown => true,
    }
}

fn with_rights(system: System, install: Vec<String>) -> Vec<String> {
    if !system.needs_root() || is_root() {
        return install;
    }
    std::iter::once("sudo".to_owned()).chain(install).collect()
}

fn is_root() -> bool {
    words(&["id", "-u"])
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn node() -> Outcome {
    if !ui::exists() {
        return Ok(());
    }
    let found = words(&["node", "--version"])
        .output()
        .ok()
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .filter(|version| !version.is_empty());
    let problem = match &found {
        None => "it is not installed".to_owned(),
        Some(version) if !is_new_enough(version) => format!("this machine has {version}"),
        Some(_) if !succeeds(ui::npm(["--version"])) => "npm is not installed".to_owned(),
        Some(_) => return Ok(()),
    };
    let how = match system() {
        System::Fedora => "sudo dnf install nodejs npm",
        System::Arch => "sudo pacman -S --needed nodejs npm",
        System::MacOs => "brew install node",
        System::Windows => "winget install OpenJS.NodeJS.LTS",
        System::Debian | System::Unknown => "see https://nodejs.org/en/download",
    };
    Err(format!(
        "Lamina's interface needs {NODE}; {problem}. To install it: {how}. Then start this command again."
    ))
}

/// Whether this `node --version` is one the interface's tools support.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major > 22,
    }
}

fn components() -> Outcome {
    for component in ["fmt", "clippy"] {
        if !succeeds(cargo([component, "--version"])) {
            let name = if component == "fmt" { "rustfmt" } else { component };
            let install = ["rustup", "component", "add", name].map(str::to_owned);
            ask(&format!("The checks need {name}."), &install)?;
            carry_out(&install)?;
        }
    }
    Ok(())
}

fn nextest() -> Outcome {
    if succeeds(cargo(["nextest", "--version"])) {
        return Ok(());
    }
    let install = ["cargo", "install", "cargo-nextest", "--locked"].map(str::to_owned);
    ask("The tests are run by cargo-nextest.", &install)?;
    carry_out(&install)
}

fn ask(why: &str, install: &[String]) -> Outcome {
    println!("{why}\n   {}", install.join(" "));
    if !io::stdin().is_terminal() {
        return Ok(());
    }
    print!("Install now? [Y/n] ");
    let mut answer = String::new();
    io::stdout()
        .flush()
        .and_then(|()| io::stdin().read_line(&mut answer))
        .map_err(|error| format!("The answer could not be read: {error}"))?;
    if is_yes(&answer) {
        return Ok(());
    }
    Err(format!(
        "Nothing was installed. To go on, run:\n   {}",
        install.join(" ")
    ))
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes")
}

fn carry_out(install: &[String]) -> Outcome {
    let words: Vec<&str> = install.iter().map(String::as_str).collect();
    let mut command = self::words(&words);
    // Packages that ask while they install would wait for an answer that nobody can give.
    command.env("DEBIAN_FRONTEND", "noninteractive");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` did not succeed ({status}).", install.join(" "))),
        Err(error) => Err(format!("`{}` could not be started: {error}", install.join(" "))),
    }
}

fn words(words: &[&str]) -> Command {
    let mut command = Command::new(words.first().copied().unwrap_or_default());
    command.args(words.get(1..).unwrap_or_default());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_lines_that_the_tools_support() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0", "v23.0.0"] {
            assert!(is_new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "", "nonsense"] {
            assert!(!is_new_enough(bad), "{bad}");
        }
    }

    #[test]
    fn enter_means_yes_and_anything_else_no() {
        assert!(is_yes("\n") && is_yes("Y\n") && is_yes("yes\n"));
        assert!(!is_yes("n\n") && !is_yes("later\n"));
    }

    #[test]
    fn a_command_that_fails_is_quoted() {
        let said = carry_out(&["no-such-program-anywhere".to_owned(), "now".to_owned()]).unwrap_err();
        assert!(said.starts_with("`no-such-program-anywhere now` could not be started"));
    }
}
