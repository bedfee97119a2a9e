//! The command line from an empty folder to a loaded, searched, dumped and verified vault; every refusal with its words,
//! its exit code and the files as they were.

#[path = "cli/apart.rs"]
mod apart;
#[path = "cli/backup.rs"]
mod backup;
#[path = "cli/checklist.rs"]
mod checklist;
#[cfg(target_os = "linux")]
#[path = "cli/damage.rs"]
mod damage;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/door.rs"]
mod door;
#[path = "cli/flow.rs"]
mod flow;
#[path = "cli/format.rs"]
mod format;
#[path = "cli/golden.rs"]
mod golden;
#[path = "cli/papers.rs"]
mod papers;
#[path = "cli/people.rs"]
mod people;
#[path = "cli/recovery.rs"]
mod recovery;
#[cfg(target_os = "linux")]
#[path = "cli/terminal.rs"]
mod terminal;
#[path = "cli/thinners.rs"]
mod thinners;
#[path = "cli/tools.rs"]
mod tools;
#[cfg(target_os = "linux")]
#[path = "cli/unwritable.rs"]
mod unwritable;
