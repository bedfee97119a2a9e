//! The app as it is shipped, without a driver: typed at by the display's own keyboard, and looked through in memory.
//!
//! A driven page is another one in two ways that matter here: it is not private, and the driver may not lose its process.

use super::{
    Room, manager,
    processes::{at_home, descendants, signal},
    wait::until,
};
use crate::programs::app;
use memchr::memmem::Finder;
use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::Path,
    process::{Child, Command},
};

/// So many bytes of a process are looked at together.
const PIECE: usize = 1 << 20;
/// A page of memory.
const PAGE: u64 = 4096;

/// The app on its own.
pub struct Alone {
    app: Child,
    room: Room,
}

impl Alone {
    /// Opens the app on a vault in a home of its own and waits for its window.
    ///
    /// # Panics
    /// When the app is not built or shows no window.
    pub fn open(vault: &Path) -> Self {
        let room = Room::new();
        let mut call = Command::new(app());
        at_home(&mut call, room.home.path(), &room.display);
        let app = call.arg(vault).spawn().expect("the built app starts");
        let alone = Self { app, room };
        until("the app shows its window", || {
            manager::place(&alone.room.display.name, alone.app.id()).ok()
        })
        .unwrap_or_else(|said| panic!("{said}"));
        alone
    }

    /// Types a text of small letters, digits and spaces, in the window that has the keyboard.
    ///
    /// # Panics
    /// When the display does not answer.
    pub fn write(&self, text: &str) {
        self.keyboard(|keys| {
            for c in text.chars() {
                keys.press(u32::from(c))?;
            }
            Ok(())
        });
    }

    /// Presses Enter.
    ///
    /// # Panics
    /// When the display does not answer.
    pub fn enter(&self) {
        self.keyboard(|keys| keys.press(manager::RETURN));
    }

    /// Presses a letter while Ctrl is down.
    ///
    /// # Panics
    /// When the display does not answer.
    pub fn ctrl(&self, letter: char) {
        self.keyboard(|keys| keys.with_control(u32::from(letter)));
    }

    fn keyboard(&self, press: impl FnOnce(&manager::Keyboard) -> Result<(), Box<dyn std::error::Error>>) {
        let display = &self.room.display.name;
        manager::give_keyboard(display, self.app.id())
            .and_then(|()| manager::Keyboard::of(display))
            .and_then(|keys| press(&keys))
            .unwrap_or_else(|error| panic!("the keyboard of the display: {error}"));
    }

    /// The processes that show the page.
    pub fn pages(&self) -> Vec<u32> {
        descendants(self.app.id())
            .into_iter()
            .filter(|process| {
                fs::read_to_string(format!("/proc/{process}/comm"))
                    .is_ok_and(|name| name.starts_with("WebKitWebProces"))
            })
            .collect()
    }

    /// The app's own process and all below it.
    pub fn processes(&self) -> Vec<u32> {
        let mut all = descendants(self.app.id());
        all.push(self.app.id());
        all
    }

    /// Waits for something about the app.
    ///
    /// # Panics
    /// When it does not come.
    pub fn wait_until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        until(what, look).unwrap_or_else(|said| panic!("{said}"))
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        for process in self.processes() {
            signal("KILL", process);
        }
        drop(self.app.wait());
    }
}

/// How often a text stands in the memory of a process, as UTF-8 and as UTF-16; nothing where its memory can't be read.
pub fn held(process: u32, text: &str) -> Option<usize> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    let mut memory = File::open(format!("/proc/{process}/mem")).ok()?;
    let mut pages = File::open(format!("/proc/{process}/pagemap")).ok()?;
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms = [text.as_bytes(), &wide].map(Finder::new);
    let mut found = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else {
            continue;
        };
        let number = |text: &str| u64::from_str_radix(text, 16).ok();
        let bounds = range.split_once('-');
        let bounds = bounds.and_then(|(from, to)| Some((number(from)?, number(to)?)));
        let Some((from, to)) = bounds.filter(|_| rights.starts_with("rw")) else {
            continue;
        };
        for (from, to) in present(&mut pages, from, to) {
            if memory.seek(SeekFrom::Start(from)).is_ok() {
                found += count(&mut memory.by_ref().take(to - from), &forms);
            }
        }
    }
    Some(found)
}

/// The stretches between two addresses that hold anything: a web view reserves far more than it uses (Linux, `pagemap`).
fn present(pages: &mut File, from: u64, to: u64) -> Vec<(u64, u64)> {
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    let mut entries = vec![0; 8 * PIECE];
    let mut at = from;
    if pages.seek(SeekFrom::Start(from / PAGE * 8)).is_err() {
        return stretches;
    }
    while at < to {
        let wanted = usize::try_from((to - at) / PAGE * 8)
            .unwrap_or(usize::MAX)
            .min(entries.len());
        let read = pages
            .read(entries.get_mut(..wanted).unwrap_or_default())
            .unwrap_or(0);
        if read < 8 {
            break;
        }
        for entry in entries.get(..read).unwrap_or_default().chunks_exact(8) {
            // The highest bits say that the page is in memory, or swapped out.
            if entry.last().is_some_and(|high| high & 0xc0 != 0) {
                match stretches.last_mut() {
                    Some(last) if last.1 == at => last.1 = at + PAGE,
                    _ => stretches.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    stretches
}

/// How often any of these byte strings stands in what can be read. What lies over the edge of two pieces is found too.
fn count(from: &mut impl Read, forms: &[Finder<'_>]) -> usize {
    let longest = forms.iter().map(|form| form.needle().len()).max().unwrap_or(0);
    let mut window = Vec::new();
    let mut piece = vec![0; PIECE];
    let mut found = 0;
    loop {
        // What ends early or can't be read ends there.
        let read = from.read(&mut piece).unwrap_or(0);
        if read == 0 {
            return found;
        }
        let kept = window.len();
        window.extend_from_slice(piece.get(..read).unwrap_or_default());
        for form in forms {
            // What lies wholly in what was kept was counted before.
            let first = (kept + 1).saturating_sub(form.needle().len());
            found += form.find_iter(window.get(first..).unwrap_or_default()).count();
        }
        let keep = longest.saturating_sub(1).min(window.len());
        window.drain(..window.len() - keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_memory_wherever_it_lies() {
        let forms = [Finder::new("needle")];
        let mut hay = vec![b'x'; 2 * PIECE + 100];
        for at in [0, PIECE - 3, PIECE + 50, 2 * PIECE - 6, 2 * PIECE + 94] {
            hay[at..at + 6].copy_from_slice(b"needle");
        }
        assert_eq!(count(&mut hay.as_slice(), &forms), 5);
        assert_eq!(count(&mut [].as_slice(), &forms), 0);
        let here = String::from_utf8(b"shibboleth of this".iter().map(|c| c ^ 1).collect()).unwrap();
        let plain: String = here.bytes().map(|c| char::from(c ^ 1)).collect();
        assert!(held(std::process::id(), &plain).unwrap_or(1) >= 1);
    }
}
