//! An imaging note: what was done, in which position, what was found at which level and side, and the conclusion.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::{Levels, Side},
    numbering::Numbering,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// How the picture was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Magnetic resonance.
    Mri,
    /// Computed tomography.
    Ct,
    /// Plain film.
    XRay,
    /// CT with contrast in the thecal sac.
    Myelogram,
    /// A needle and contrast in the disc.
    Discography,
    /// Bone scan or SPECT.
    BoneScan,
    /// Bone density.
    Dexa,
    /// Ultrasound.
    Ultrasound,
    /// The source does not say.
    NotStated,
}

/// The patient's position. A lying MRI may miss what only standing or bending shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Lying.
    Supine,
    /// Standing.
    Standing,
    /// Sitting.
    Sitting,
    /// Bent forwards and backwards.
    FlexionExtension,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What was seen.
    pub what: Text,
    /// At which levels.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
}

/// An imaging note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imaging {
    /// How.
    pub modality: Modality,
    /// When.
    #[serde(default)]
    pub when: When,
    /// Position.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub position: Answer<Position>,
    /// How the levels were counted.
    #[serde(default, skip_serializing_if = "Numbering::is_empty")]
    pub numbering: Numbering,
    /// What was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The conclusion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Text>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Imaging {
    const CALLED: Option<&'static str> = Some("imaging");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A note needs a finding or a conclusion; the date must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.findings.is_empty() && self.conclusion.is_none() && self.note.is_none() {
            issues.push(Issue::at("findings", Problem::Required));
        }
        context.judge("when", &self.when, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        self.findings.iter().map(|one| one.levels.to_string()).collect()
    }
}
