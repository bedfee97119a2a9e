//! Other conditions that treatment has to know of, each asked about by itself. One register: the red flags, the gates before an
//! intervention and the opioid load read these, and keep none of their own. What was not asked is not in it, and what is not
//! known stays not known.

use crate::value::{date::PartialDate, reply::Reply, text::Text, when::When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A condition that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Comorbidity {
    /// Diabetes of any type.
    Diabetes,
    /// Osteoporosis, with or without a fracture.
    Osteoporosis,
    /// Chronic kidney disease of any stage.
    KidneyDisease,
    /// A disease of the liver.
    LiverDisease,
    /// A disease of the heart.
    HeartDisease,
    /// A clot in a vein or the lung, once or now.
    VenousThromboembolism,
    /// A bleeding disorder, inherited or acquired.
    BleedingDisorder,
    /// Immunity weakened by an illness or a treatment.
    Immunosuppression,
    /// Cancer, ever; the person's own.
    CancerHistory,
    /// Drugs injected into a vein outside medical care.
    InjectedDrugUse,
    /// Sleep apnoea, treated or not.
    SleepApnoea,
    /// Substance use disorder, alcohol among them.
    SubstanceUse,
    /// Pregnancy, as it was told or tested.
    Pregnancy,
    /// Breastfeeding, or giving expressed milk.
    Breastfeeding,
    /// Inflammatory spondyloarthritis, ankylosing spondylitis among it.
    Spondyloarthritis,
    /// A disease of the bladder or prostate at baseline, which a change is measured from.
    BladderDisease,
    /// Depression or anxiety, once or now.
    DepressionOrAnxiety,
    /// Neuropathy of any cause outside the spine.
    Neuropathy,
    /// A disease of hip or knee.
    HipOrKneeDisease,
    /// An ulcer of stomach or duodenum.
    PepticUlcer,
}

impl Comorbidity {
    /// Every condition, in the order of the form.
    pub const ALL: [Self; 20] = [
        Self::Diabetes,
        Self::Osteoporosis,
        Self::KidneyDisease,
        Self::LiverDisease,
        Self::HeartDisease,
        Self::VenousThromboembolism,
        Self::BleedingDisorder,
        Self::Immunosuppression,
        Self::CancerHistory,
        Self::InjectedDrugUse,
        Self::SleepApnoea,
        Self::SubstanceUse,
        Self::Pregnancy,
        Self::Breastfeeding,
        Self::Spondyloarthritis,
        Self::BladderDisease,
        Self::DepressionOrAnxiety,
        Self::Neuropathy,
        Self::HipOrKneeDisease,
        Self::PepticUlcer,
    ];

    /// The word in which it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Diabetes => "diabetes",
            Self::Osteoporosis => "osteoporosis",
            Self::KidneyDisease => "kidney_disease",
            Self::LiverDisease => "liver_disease",
            Self::HeartDisease => "heart_disease",
            Self::VenousThromboembolism => "venous_thromboembolism",
            Self::BleedingDisorder => "bleeding_disorder",
            Self::Immunosuppression => "immunosuppression",
            Self::CancerHistory => "cancer_history",
            Self::InjectedDrugUse => "injected_drug_use",
            Self::SleepApnoea => "sleep_apnoea",
            Self::SubstanceUse => "substance_use",
            Self::Pregnancy => "pregnancy",
            Self::Breastfeeding => "breastfeeding",
            Self::Spondyloarthritis => "spondyloarthritis",
            Self::BladderDisease => "bladder_disease",
            Self::DepressionOrAnxiety => "depression_or_anxiety",
            Self::Neuropathy => "neuropathy",
            Self::HipOrKneeDisease => "hip_or_knee_disease",
            Self::PepticUlcer => "peptic_ulcer",
        }
    }

    /// The question of the red flags that asks for the same. A disease of the bladder at baseline is none of them: it neither
    /// fires nor quiets what is new.
    pub fn red_flag_question(self) -> Option<&'static str> {
        Some(match self {
            Self::Diabetes => "diabetes",
            Self::Osteoporosis => "osteoporosis",
            Self::Immunosuppression => "immune_risk",
            Self::CancerHistory => "cancer_history",
            Self::InjectedDrugUse => "injecting_drugs",
            _ => return None,
        })
    }

    /// Whether it is told beside every gate before an intervention.
    pub fn concerns_interventions(self) -> bool {
        matches!(
            self,
            Self::Diabetes
                | Self::KidneyDisease
                | Self::LiverDisease
                | Self::HeartDisease
                | Self::VenousThromboembolism
                | Self::BleedingDisorder
                | Self::Immunosuppression
                | Self::Pregnancy
                | Self::Breastfeeding
                | Self::PepticUlcer
        )
    }
}

/// What was answered of one condition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedCondition {
    /// What was answered, or why nothing was.
    pub is: Reply,
    /// Since when it is there, as it was told.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub since: When,
    /// When it was asked; nothing where nobody said. A no of an unsaid day is never read as a no of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<PartialDate>,
    /// More: the type, the treatment, how it was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// What was answered, by condition; one that was not asked about is not in it.
pub type Comorbidities = BTreeMap<Comorbidity, AskedCondition>;
