//! The programs around a driven window: a display, the driver, the app that the driver started. Each ends when it is
//! dropped.

use crate::window::wait::until;
use std::{
    fs,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// The display to open windows on.
pub(super) struct Display {
    server: Option<Child>,
    pub(super) name: String,
}

impl Display {
    /// The display of the environment where `cargo xtask` made one for all tests, or an Xvfb of its own.
    pub(super) fn open() -> Self {
        if let Ok(name) = std::env::var("DISPLAY")
            && !name.is_empty()
        {
            return Self { server: None, name };
        }
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
            .expect("Xvfb is installed by `cargo xtask test`");
        // Xvfb writes its number once it accepts connections, so reading the line is the wait.
        let mut line = String::new();
        let out = server.stdout.take().expect("the output is piped");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("Xvfb says its number");
        Self {
            server: Some(server),
            name: format!(":{}", line.trim()),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            end(server);
        }
    }
}

/// A program that lives in this home and on this display, knows no other session and says nothing.
pub(super) fn at_home(call: &mut Command, home: &Path, display: &Display) {
    call.env("HOME", home)
        .env("DISPLAY", &display.name)
        .env("GDK_BACKEND", "x11")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut programs = home.join("bin").into_os_string();
    programs.push(":");
    programs.push(std::env::var_os("PATH").unwrap_or_default());
    call.env("PATH", programs);
    let others = std::env::vars_os().map(|(key, _)| key);
    for key in others.filter(|key| key.to_string_lossy().starts_with("XDG_")) {
        call.env_remove(key);
    }
    call.env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
}

/// A running WebKitWebDriver. Every app that it starts lives in `home` and nowhere else.
pub(super) struct Driver {
    program: Child,
    port: u16,
}

impl Driver {
    pub(super) fn start(home: &Path, display: &Display, person: &str) -> Self {
        // The port is free between these two lines and the driver's own call, unless another program is that quick.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = free.local_addr().expect("a port").port();
        drop(free);
        let mut call = Command::new("WebKitWebDriver");
        at_home(&mut call, home, display);
        call.arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("USER", person);
        let program = call
            .spawn()
            .expect("WebKitWebDriver is installed by `cargo xtask test`");
        let driver = Self { program, port };
        until("the driver answers", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()
        })
        .unwrap_or_else(|said| panic!("{said}"));
        driver
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The app that the driver started, while it runs.
    pub(super) fn app(&self) -> Option<u32> {
        children(self.program.id()).first().copied()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let apps = children(self.program.id());
        for app in &apps {
            signal("KILL", *app);
        }
        end(&mut self.program);
    }
}

/// Whether a process runs; one that ended and waits for its parent doesn't.
pub(super) fn runs(process: u32) -> bool {
    state(process).is_some_and(|(_, state)| state != "Z" && state != "X")
}

/// Sends a signal by its name.
pub(super) fn signal(name: &str, process: u32) {
    let sent = Command::new("kill")
        .arg(format!("-{name}"))
        .arg(process.to_string())
        .stderr(Stdio::null())
        .status();
    // A process that is gone already is what was wanted.
    drop(sent);
}

fn end(program: &mut Child) {
    signal("TERM", program.id());
    drop(program.wait());
}

fn children(parent: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let all = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    all.filter(|process| state(*process).is_some_and(|(of, _)| of == parent) && runs(*process))
        .collect()
}

/// Every process that was started by another one, or by one of those.
pub(super) fn descendants(of: u32) -> Vec<u32> {
    let mut all = children(of);
    let mut next = 0;
    while let Some(one) = all.get(next) {
        all.extend(children(*one));
        next += 1;
    }
    all
}

/// Parent and state of a process.
fn state(process: u32) -> Option<(u32, String)> {
    let path: PathBuf = format!("/proc/{process}/stat").into();
    let text = fs::read_to_string(path).ok()?;
    // The program's own name stands in brackets and may hold anything.
    let mut rest = text.rsplit_once(')')?.1.split_whitespace();
    let state = rest.next()?.to_owned();
    Some((rest.next()?.parse().ok()?, state))
}
