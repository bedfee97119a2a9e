//! Takes a tour of the real window on the sample clinic and keeps what it sees.
//!
//! `tour FOLDER` does the main job once: unlock, a patient, every section, a new operation, scores, progress, a letter.
//! `tour --look FOLDER` goes through every screen, light, dark and in high contrast, at 1280 × 720 and at 640 × 400 CSS
//! pixels; the smaller is what a window at 200 % zoom shows and the smallest it allows. Both stop with the reason and a
//! picture where the window does not do what it should.

#[cfg(target_os = "linux")]
mod programme;
#[cfg(target_os = "linux")]
mod screens;
#[cfg(target_os = "linux")]
mod sheet;
#[cfg(target_os = "linux")]
mod steps;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::{fs, path::PathBuf, process::ExitCode};

    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (folder, look) = match words.as_slice() {
        ["--look", folder] => (PathBuf::from(folder), true),
        [folder] if !folder.starts_with('-') => (PathBuf::from(folder), false),
        _ => {
            eprintln!("tour FOLDER, or tour --look FOLDER");
            return ExitCode::from(2);
        }
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("{} could not be made: {error}", folder.display());
        return ExitCode::from(3);
    }
    if look {
        steps::look(&folder);
    } else {
        steps::tour(&folder);
    }
    println!("{}", folder.display());
    ExitCode::SUCCESS
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The tour needs WebKitWebDriver and Xvfb, which only Linux has.");
    std::process::exit(1);
}
