//! A virtual display for the time it is held: Xvfb, on a number that it chooses itself.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running Xvfb; dropping it ends it.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a display of 1280 × 800 points and waits until it answers.
    ///
    /// # Errors
    /// Why Xvfb could not be started, or that it ended before it was ready.
    pub fn start() -> Result<Self, String> {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("The virtual display (Xvfb) could not be started: {error}"))?;
        // Xvfb writes its number once it accepts connections, so reading the line is the wait.
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out)
                .read_line(&mut line)
                .map_err(|error| format!("The virtual display (Xvfb) could not be read: {error}"))?;
        }
        let mut display = Self {
            server,
            name: format!(":{}", line.trim()),
        };
        if line.trim().parse::<u32>().is_err() {
            display.end();
            return Err("The virtual display (Xvfb) ended before it was ready.".to_owned());
        }
        Ok(display)
    }

    /// Lets the program's windows open here and nowhere else.
    pub fn show_on(&self, program: &mut Command) {
        program
            .env("DISPLAY", &self.name)
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
    }

    fn end(&mut self) {
        // Asked politely, Xvfb takes its socket and lock file with it; killed, it would leave them behind.
        let asked = Command::new("sh")
            .args(["-c", &format!("kill -TERM {}", self.server.id())])
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            // A server that has already ended is what was wanted.
            drop(self.server.kill());
        }
        drop(self.server.wait());
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_display_answers_while_it_is_held_and_is_gone_afterwards() {
        let display = Display::start().unwrap();
        let socket = format!("/tmp/.X11-unix/X{}", &display.name.trim_start_matches(':'));
        assert!(Path::new(&socket).exists());
        drop(display);
        assert!(!Path::new(&socket).exists());
    }
}
