//! An operation on the spine: what was done, where, when, by whom, and what came of it for back and limb separately.

mod procedure;

pub use procedure::Procedure;

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    implant::{Implant, Implants, check_implants, read_implants},
    interval::Interval,
    issue::{Issue, Problem},
    level::{Levels, Side, Target},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// The part of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Neck.
    Cervical,
    /// Chest.
    Thoracic,
    /// Low back.
    Lumbar,
    /// Low back and sacrum.
    Lumbosacral,
    /// Sacroiliac.
    Sacroiliac,
}

impl Region {
    /// The region of a target; of a segment or facet joint that of its upper end. Nothing where the level is not named.
    pub fn of(target: &Target) -> Option<Self> {
        Self::both_ends(target).map(|[upper, _]| upper)
    }

    /// The regions of the upper and the lower end of a target. Nothing where the level is not named.
    pub fn both_ends(target: &Target) -> Option<[Self; 2]> {
        let of = |letter: char| match letter {
            'C' => Region::Cervical,
            'T' => Region::Thoracic,
            _ => Region::Lumbar,
        };
        match target {
            Target::Segment(upper, lower) | Target::Facet(upper, lower) => {
                Some([of(upper.region()), of(lower.region())])
            }
            Target::Unnamed(_) => None,
            other => Some([other.region().map_or(Region::Sacroiliac, of); 2]),
        }
    }
}

/// The way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    /// From behind.
    Posterior,
    /// From behind and the side.
    Posterolateral,
    /// From the front.
    Anterior,
    /// From the side.
    Lateral,
    /// Oblique.
    Oblique,
    /// Prone, from the side through the psoas.
    ProneTranspsoas,
    /// More than one.
    Combined,
    /// Through an endoscope.
    Endoscopic,
}

/// What became of the pain, as judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Much better.
    MuchBetter,
    /// Better.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
}

/// A result: the judgement, and the words it was told in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ResultFor {
    /// The judgement.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub judged: Answer<Outcome>,
    /// In the words of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl ResultFor {
    /// Nothing was asked and nothing told.
    pub fn is_empty(&self) -> bool {
        self.judged.is_not_asked() && self.words.is_none()
    }
}

/// How long the patient was free of pain or clearly better. None, unknown and still going on differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PainFree {
    /// Never.
    Never,
    /// Still so.
    Ongoing,
    /// For so long.
    For(Interval),
    /// In words only: "until a fall".
    Words(Text),
}

/// An operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surgery {
    /// When.
    #[serde(default)]
    pub when: When,
    /// What was done, one or more, each with levels of its own where they differ.
    pub procedures: Vec<Procedure>,
    /// Part of the spine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Levels of the operation as a whole.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// The way in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<Approach>,
    /// Surgeon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surgeon: Option<Text>,
    /// Hospital.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<Text>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indication: Option<Text>,
    /// What was left in the body; `absent` means asked and none. A record file may also give a plain list.
    #[serde(
        default,
        skip_serializing_if = "Answer::is_not_asked",
        deserialize_with = "read_implants"
    )]
    pub implants: Implants,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complications: Vec<Text>,
    /// Result for the back (or neck).
    #[serde(default, skip_serializing_if = "ResultFor::is_empty")]
    pub result_back: ResultFor,
    /// Result for the leg (or arm).
    #[serde(default, skip_serializing_if = "ResultFor::is_empty")]
    pub result_limb: ResultFor,
    /// Pain-free or clearly better for how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_free: Option<PainFree>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Surgery {
    /// The implants that are listed.
    pub fn listed_implants(&self) -> &[Implant] {
        self.implants.value().map(Vec::as_slice).unwrap_or_default()
    }

    /// Every level that was operated on: those of the whole and those of its procedures.
    pub fn all_levels(&self) -> Levels {
        let own = self.procedures.iter().map(|procedure| &procedure.levels);
        Levels::together([&self.levels].into_iter().chain(own))
    }

    /// What was done where: "Laminectomy, fusion, L4-S1", or "Laminectomy L3-L4; fusion L4-S1" where the levels differ.
    /// `mark` stands before the levels of the whole.
    pub fn what(&self, mark: &str) -> String {
        let own = self.procedures.iter().any(|one| !one.levels.is_empty());
        let parts: Vec<String> = self.procedures.iter().map(ToString::to_string).collect();
        let parts = parts.join(if own { "; " } else { ", " });
        let told = Levels::together(self.procedures.iter().map(|one| &one.levels));
        match (self.levels.is_empty(), own) {
            (true, _) => parts,
            (false, true) if told == self.levels => parts,
            (false, true) => format!("{parts}; {}", self.levels),
            (false, false) => format!("{parts}{mark}{}", self.levels),
        }
    }
}

impl Clinical for Surgery {
    const CALLED: Option<&'static str> = Some("operation");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Procedures must be named, and so must an implant of unknown kind; the date must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.procedures.is_empty() {
            issues.push(Issue::at("procedures", Problem::Required));
        }
        check_implants(&self.implants, &mut issues);
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
        let done = self.procedures.iter().map(ToString::to_string);
        done.chain(self.surgeon.iter().map(ToString::to_string))
            .chain([self.levels.to_string()])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use chrono::NaiveDate;

    fn context() -> Context {
        let born: Birth = "3 May 1970".parse().unwrap();
        Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            born,
        }
    }

    #[test]
    fn before_birth_and_in_the_future_are_issues_as_far_as_precision_tells() {
        let at = |when: &str| {
            let json = format!(r#"{{"procedures":["fusion"],"when":"{when}"}}"#);
            serde_json::from_str::<Surgery>(&json).unwrap().check(&context())
        };
        assert_eq!(at("1969"), vec![Issue::at("when", Problem::BeforeBirth)]);
        assert_eq!(at("1970"), vec![]);
        assert_eq!(at("2027"), vec![Issue::at("when", Problem::InFuture)]);
        assert_eq!(at("2026"), vec![]);
        assert_eq!(at("age 30"), vec![]);
    }

    #[test]
    fn a_bad_level_names_its_fault() {
        let error =
            serde_json::from_str::<Surgery>(r#"{"procedures":["fusion"],"levels":"L7"}"#).unwrap_err();
        assert!(
            error
                .to_string()
                .contains(r#"{"code":"not_a_level","text":"L7"}"#),
            "{error}"
        );
    }
}
