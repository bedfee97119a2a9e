//! `cargo xtask run`: from a fresh clone to the open window.

use std::env;

use crate::Outcome;
use crate::display::Display;
use crate::install;
use crate::steps::{Steps, cargo};
use crate::ui;

/// Installs what is missing, builds the interface and the app, and opens the window with these arguments.
///
/// # Errors
/// What could not be installed, built or opened.
pub fn run(arguments: &[String]) -> Outcome {
    let virtual_display = cfg!(target_os = "linux") && !has_display(|name| env::var(name).ok());
    install::for_running(virtual_display)?;
    let mut steps = Steps::start();
    if ui::exists() {
        ui::install(&mut steps)?;
        ui::build(&mut steps)?;
    }
    steps.step("The app", cargo(["build", "--locked", "-p", "lamina-app"]))?;

    let mut app = cargo(["run", "--quiet", "--locked", "-p", "lamina-app", "--"]);
    app.args(arguments);
    if !virtual_display {
        return steps.last("The window", app);
    }
    let display = Display::start()?;
    display.show_on(&mut app);
    println!(
        "\nThere is no display here, so the window opens on a virtual one, {}. \
         It stays open until the app is closed; Ctrl-C ends it.",
        display.name()
    );
    steps.last("The window", app)
}

fn has_display(variable: impl Fn(&str) -> Option<String>) -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_is_no_display() {
        assert!(!has_display(|_| None));
        assert!(!has_display(|_| Some(String::new())));
        assert!(has_display(
            |name| (name == "WAYLAND_DISPLAY").then(|| "wayland-0".to_owned())
        ));
    }
}
