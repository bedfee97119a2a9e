//! What keeps a process that holds keys private: it leaves no core file, no other program reads its memory, and what it writes
//! is for its owner alone.

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
