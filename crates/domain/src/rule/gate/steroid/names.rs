//! Names of steroids, of what is given with them, and words beside an amount, as data (`gates/steroids.toml`).

use serde::Deserialize;
use std::sync::LazyLock;

pub(super) const FILE: &str = include_str!("../../../../gates/steroids.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) source: String,
    pub(super) kind: Vec<String>,
    pub(super) other: Vec<String>,
    pub(super) plain: Vec<String>,
    pub(super) doubt: Vec<String>,
    pub(super) steroid: Vec<KnownSteroid>,
    pub(super) strength: Vec<Strength>,
    pub(super) particles: Vec<KnownParticles>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownParticles {
    pub(super) suspension: bool,
    pub(super) names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownSteroid {
    pub(super) name: String,
    #[serde(default)]
    pub(super) also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Strength {
    pub(super) name: String,
    pub(super) milligrams: u64,
}

pub(super) static LIST: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// Where names and strengths come from.
pub fn source() -> &'static str {
    &LIST.source
}
