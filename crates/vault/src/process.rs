//! What keeps a process that holds keys private: it leaves no core file, no other program reads its memory, and what it writes
//! is for its owner alone. And what keeps one within bounds that reads what a stranger made.

/// Most memory that a process within bounds may ask for, in bytes.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
/// How long such a process may work, in seconds.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 20;

/// Makes this process private, as far as the system allows it. Called before any key is read.
#[cfg(unix)]
pub fn keep_private() {
    use rustix::{
        fs::Mode,
        process::{Resource, Rlimit, setrlimit, umask},
    };
    umask(Mode::RWXG | Mode::RWXO);
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Where the system does not allow it there is nothing else to try.
    setrlimit(Resource::Core, none).ok();
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable).ok();
}

/// Makes this process private; Windows writes no core files and gives new files to their owner's folder.
#[cfg(not(unix))]
pub fn keep_private() {}

/// Keeps this process within bounds from here on, as far as the system allows it: so much memory, so many seconds of work, no
/// byte written to a file, and nothing open but its way in, its way out and that of its errors, neither file nor connection. No
/// bound can be lifted again. Called before anything is opened.
#[cfg(target_os = "linux")]
pub fn keep_within() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    close_inherited();
    for (resource, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        (Resource::Fsize, 0),
        // It bounds the number of what is opened next: with none, closing what is open makes no room either.
        (Resource::Nofile, 0),
    ] {
        let bound = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        // Where a stricter bound holds already the system keeps that one.
        setrlimit(resource, bound).ok();
    }
}

/// Closes whatever was open when this process began, perhaps a passphrase, but for its way in, its way out and that of its errors.
#[cfg(target_os = "linux")]
#[allow(
    unsafe_code,
    reason = "closing by number is unsafe, as the number could belong to something; here nothing has been opened yet"
)]
fn close_inherited() {
    let place = std::path::Path::new("/proc/self/fd");
    let listed = std::fs::read_dir(place).into_iter().flatten().flatten();
    let numbers: Vec<i32> = listed
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|number| *number > 2)
        .collect();
    for number in numbers {
        // The list itself was open while it was read.
        if place.join(number.to_string()).symlink_metadata().is_ok() {
            // SAFETY: it is open, and nothing in this process owns it: it was open before the process began.
            unsafe { rustix::io::close(number) };
        }
    }
}

/// Keeps this process within bounds; on this system none have been tried.
#[cfg(not(target_os = "linux"))]
pub fn keep_within() {}
