//! Use cases: what a person can do with the record.

mod allergies;
pub mod audit;
pub mod backup;
mod before_after;
mod body;
mod cells;
mod circumstances;
pub mod clock;
mod conditions;
mod day;
pub mod desk;
mod details;
mod diagnoses;
pub mod door;
mod errors;
mod examinations;
#[cfg(test)]
mod examples;
mod facts;
pub mod files;
mod flags;
mod follow_up;
mod gates;
mod glance;
pub mod letter;
mod loading;
pub mod markdown;
mod medicines;
mod neuromodulation;
mod noun;
mod overview;
pub mod own_rules;
mod people;
mod plan;
pub mod progress;
mod read_last;
pub mod record;
pub mod recovery;
mod responses;
mod rows;
pub mod rules;
pub mod sample;
mod sheet;
mod shown;
#[cfg(test)]
mod snapshots;
mod spine;
pub mod staff;
mod telling;
mod timeline;
mod treatments;
pub mod unlocking;
pub mod vault;
pub mod verify;
mod viewed;
mod visits;
mod walking;
pub mod words;

/// Whether making a vault was broken off.
pub use lamina_vault::is_half_made;
/// The one way in which a file is written.
pub use lamina_vault::{Existing, WholeFile, write_whole};
/// What keeps a process with an open vault private, and its memory empty of what it has let go.
pub use lamina_vault::{Wiping, keep_private};
