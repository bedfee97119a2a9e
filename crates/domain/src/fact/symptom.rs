//! A symptom: where, which side, how far it spreads, what it feels like, what it depends on. Back and limb are rows
//! of their own.

use crate::{
    fact::{
        clinical::{Clinical, InTime},
        score::Nrs,
    },
    value::{
        answer::Answer,
        context::{Context, ToldBy},
        issue::Issue,
        level::Side,
        text::Text,
        when::When,
    },
};
use serde::{Deserialize, Serialize};

/// A symptom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// Where: low back, leg, neck, arm, or in other words.
    pub site: Text,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// More on the side: "right more than left".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side_words: Option<Text>,
    /// Where it spreads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radiation: Option<Text>,
    /// What it feels like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualities: Vec<Text>,
    /// When it began.
    #[serde(default)]
    pub onset: When,
    /// How it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onset_words: Option<Text>,
    /// What makes it worse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aggravating: Vec<Text>,
    /// What eases it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relieving: Vec<Text>,
    /// How strong, 0 to 10.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub intensity: Answer<Nrs>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Symptom {
    const CALLED: Option<&'static str> = Some("symptom");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// The onset must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("onset", &self.onset, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("onset", &mut self.onset)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.onset)
    }
}
