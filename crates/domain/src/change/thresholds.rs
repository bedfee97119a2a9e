//! A clinic's own figures for the change that matters. They replace the published ones, and every sentence that uses
//! them says so.

use crate::{
    issue::{Issue, Problem},
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One figure that a clinic set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// Points; above zero.
    #[serde(default)]
    pub points: Option<f64>,
    /// Percent of the baseline; above zero, at most 100.
    #[serde(default)]
    pub percent: Option<f64>,
    /// Who set it.
    pub who: Text,
    /// When, as it is to be printed.
    pub when: Text,
    /// Why.
    pub why: Text,
}

impl Own {
    /// At least one figure has to be there, and each has to be one that a change can reach.
    pub fn check(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.points.is_none() && self.percent.is_none() {
            issues.push(Issue::at("points", Problem::Required));
        }
        for (path, figure, most) in [
            ("points", self.points, f64::MAX),
            ("percent", self.percent, 100.0),
        ] {
            // A figure that is no number fails both comparisons.
            if figure.is_some_and(|figure| !(figure > 0.0 && figure <= most)) {
                issues.push(Issue::at(path, Problem::OutOfRange { min: 1, max: 100 }));
            }
        }
        issues
    }

    /// The source as a sentence names it.
    pub fn source(&self) -> String {
        format!("the clinic's own: {}, {}", self.who, self.when)
    }
}

/// The figures that a clinic set, by instrument id. Empty where the published ones hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thresholds(BTreeMap<String, Own>);

impl Thresholds {
    /// Sets the figure of one instrument.
    ///
    /// # Errors
    /// What is wrong with the figure; nothing is set then.
    pub fn set(&mut self, instrument: &str, own: Own) -> Result<(), Vec<Issue>> {
        let issues = own.check();
        if issues.is_empty() {
            self.0.insert(instrument.to_owned(), own);
            Ok(())
        } else {
            Err(issues)
        }
    }

    /// The figure of one instrument, where the clinic set one.
    pub fn get(&self, instrument: &str) -> Option<&Own> {
        self.0.get(instrument)
    }
}
