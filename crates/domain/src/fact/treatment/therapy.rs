//! How a therapy goes: sessions planned and attended, what is done in them and at home. And how closely a treatment is followed,
//! which is asked of medicines too.

use super::Kind;
use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    text::Text,
    within::Within,
};
use serde::{Deserialize, Serialize};

/// What is done in a therapy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TherapyContent"))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Strength of the trunk.
    CoreStrength,
    /// Strength of the whole body.
    GeneralStrength,
    /// Stretching and mobility of joints.
    Flexibility,
    /// Posture and how one moves.
    Posture,
    /// Endurance, such as on a bicycle.
    Aerobic,
    /// Activity that is increased by a plan.
    GradedActivity,
    /// What is feared, step by step.
    GradedExposure,
    /// Balance and gait, against falls.
    Balance,
    /// Exercise in warm water.
    Hydrotherapy,
    /// Mobilisation and manipulation by hand.
    ManualTechniques,
    /// Massage of the soft tissue.
    Massage,
    /// Acupuncture or dry needling.
    Acupuncture,
    /// Heat from outside, such as packs.
    Heat,
    /// Cold from outside, such as ice.
    Cold,
    /// Transcutaneous electrical nerve stimulation.
    Tens,
    /// Education about how pain arises.
    Education,
    /// Cognitive behavioural therapy, known as CBT.
    CognitiveBehavioural,
    /// Acceptance and commitment therapy.
    AcceptanceCommitment,
    /// Mindfulness and meditation as taught.
    Mindfulness,
    /// Relaxation, and biofeedback to learn it.
    Relaxation,
    /// Treatment of sleep that is poor.
    Sleep,
    /// A pain management programme.
    PainProgramme,
    /// Pacing and managing pain oneself.
    SelfManagement,
    /// Work and the place of work.
    Ergonomics,
    /// How to lift and carry.
    Lifting,
    /// Activity that is changed so that it hurts less.
    ActivityChange,
    /// Weight, and how to lose it.
    Weight,
}

/// How closely somebody keeps to a treatment, as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Adherence {
    /// As it was agreed.
    Full,
    /// For the most part.
    Mostly,
    /// In part, less than mostly.
    Partly,
    /// Hardly or not at all.
    Hardly,
}

/// Number of sessions, 0 to 500.
pub type Sessions = Within<0, 500>;

/// How a therapy goes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Therapy {
    /// Sessions that were planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Sessions>,
    /// Sessions that were attended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attended: Option<Sessions>,
    /// What is done in the sessions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Content>,
    /// What else is done, or the same more exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_words: Option<Text>,
    /// What is done at home; `absent` means asked and nothing.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub home: Answer<Text>,
}

impl Therapy {
    /// The kind of treatment is a therapy, and nothing of its content is named twice.
    pub(super) fn check(&self, kind: Kind, issues: &mut Vec<Issue>) {
        if !Self::is_told_of(kind) {
            issues.push(Issue::at("kind", Problem::TherapyOfOtherKind));
        }
        for (at, one) in self.content.iter().enumerate() {
            if self.content.iter().take(at).any(|other| other == one) {
                issues.push(Issue::at(format!("therapy.content.{at}"), Problem::NamedTwice));
            }
        }
    }

    /// Whether a treatment of that kind goes by sessions.
    pub fn is_told_of(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Physiotherapy
                | Kind::ManualTherapy
                | Kind::PhysicalModality
                | Kind::Psychology
                | Kind::PainManagement
                | Kind::Other
        )
    }
}
