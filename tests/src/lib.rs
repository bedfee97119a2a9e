//! What the whole-product tests share: the window as a person meets it, the command line, the sample clinic.

pub mod programs;
pub mod sample;
#[cfg(target_os = "linux")]
pub mod window;
