//! What was tried, from the least to the most invasive, and what came of each by its last response.
//!
//! The order is one to read by; it forbids no step and recommends none. What came of a treatment is told by the last percentage
//! of relief that was recorded; where none is known to be the last, or it was told in words alone, nothing is judged.

use super::{
    listed::{Rule, by_id},
    trial::steps,
};
use crate::{
    fact::{
        Record,
        neuromodulation::{Step, Therapy, What},
        record::place_of,
        treatment::{Kind, Treatment},
    },
    value::{answer::Answer, standing::Standing, sure::Sure, when::When},
};
use serde::{Deserialize, Serialize};

/// Relief in percent from which a treatment counts as having helped: at least a moderately important improvement of chronic pain
/// (IMMPACT: Dworkin and others, J Pain 2008).
pub const HELPS_FROM: u8 = 30;

/// Relief in percent from which a treatment counts as having taken half of the pain or more: a substantial improvement (the same
/// source). It is told apart from [`HELPS_FROM`] and never taken for it.
pub const HALVES_FROM: u8 = 50;

/// A rung of the ladder. The order of the variants is the order of the ladder: the least invasive first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Physiotherapy with its exercises, the least invasive rung.
    Exercise,
    /// Manual therapy, heat, cold, electrical stimulation through the skin.
    Passive,
    /// Psychology and pain management programmes.
    Psychology,
    /// Medicines by mouth or skin.
    Medicine,
    /// Injections and nerve blocks.
    Injection,
    /// Nerves treated by radiofrequency, whichever kind of it.
    Radiofrequency,
    /// Other interventions through the skin.
    Intervention,
    /// Stimulators, as a trial or implanted.
    Stimulation,
    /// Drugs into the spinal fluid.
    Intrathecal,
    /// What its kind gives no place on the ladder; it stands behind it.
    Unplaced,
}

impl Rung {
    /// Every rung, the least invasive first.
    pub const ALL: [Self; 10] = [
        Self::Exercise,
        Self::Passive,
        Self::Psychology,
        Self::Medicine,
        Self::Injection,
        Self::Radiofrequency,
        Self::Intervention,
        Self::Stimulation,
        Self::Intrathecal,
        Self::Unplaced,
    ];

    /// The rung of a kind of treatment.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Physiotherapy => Self::Exercise,
            Kind::ManualTherapy | Kind::PhysicalModality => Self::Passive,
            Kind::Psychology | Kind::PainManagement => Self::Psychology,
            Kind::Drug => Self::Medicine,
            Kind::Injection | Kind::Block => Self::Injection,
            Kind::Radiofrequency => Self::Radiofrequency,
            Kind::Intervention => Self::Intervention,
            Kind::NeuromodulationTrial | Kind::NeuromodulationImplant => Self::Stimulation,
            Kind::IntrathecalTrial => Self::Intrathecal,
            Kind::Other => Self::Unplaced,
        }
    }
}

/// What came of a treatment, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Relief of [`HALVES_FROM`] percent or more.
    Halved,
    /// Relief of [`HELPS_FROM`] percent or more, less than that.
    Helped,
    /// Some relief, less than that.
    Little,
    /// No relief: 0 %.
    None,
    /// It made things worse.
    Worse,
    /// A response stands, but not as a percentage.
    InWords,
    /// Several responses stand, and which of them is the last is not known.
    Unordered,
    /// No response was recorded.
    NotRecorded,
}

/// What came of `treatment` by its last response.
pub fn effect(treatment: &Treatment) -> Effect {
    if treatment.responses.is_empty() {
        return Effect::NotRecorded;
    }
    let Some(last) = treatment.course().last else {
        return Effect::Unordered;
    };
    if last.worsened {
        return Effect::Worse;
    }
    match &last.relief {
        Answer::Value(relief) if relief.percent() >= HALVES_FROM => Effect::Halved,
        Answer::Value(relief) if relief.percent() >= HELPS_FROM => Effect::Helped,
        Answer::Value(relief) if relief.percent() > 0 => Effect::Little,
        Answer::Value(_) => Effect::None,
        Answer::Missing(_) => Effect::InWords,
    }
}

/// A path of neuromodulation that was tried and that no treatment tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct PathTried {
    /// Its place among the record's paths, from 0.
    pub path: usize,
    /// Its place on the ladder.
    pub rung: Rung,
    /// When its first trial or implant was.
    pub began: When,
    /// When it came out; unknown also where it did not.
    pub ended: When,
    /// Whether it goes on: an implant goes on until it is taken out, a trial was for its time.
    pub standing: Standing,
}

/// The paths that a trial or an implant made more than a thought, where no treatment tells of the same: none that one of their
/// steps names, and none on that rung of which nobody said to which path it belongs.
pub fn paths_tried(record: &Record) -> Vec<PathTried> {
    let places = 0..record.neuromodulations.len();
    places.filter_map(|path| tried(record, path)).collect()
}

fn tried(record: &Record, path: usize) -> Option<PathTried> {
    let rung = match record.neuromodulations.get(path)?.therapy {
        Therapy::IntrathecalDrug => Rung::Intrathecal,
        _ => Rung::Stimulation,
    };
    let own: Vec<&Step> = steps(record, path).map(|(_, step)| step).collect();
    let named = |step: &Step| step.entries.iter().any(|link| link.what() == "treatment");
    let claimed = |at: usize| {
        let by = |step: &Step| {
            let mut links = step.entries.iter().filter(|link| link.what() == "treatment");
            links.any(|link| place_of(&record.treatments, link.which) == Some(at))
        };
        record.neuromodulation_steps.iter().any(|step| by(step))
    };
    let mut treatments = record.treatments.iter().enumerate();
    if own.iter().any(|step| named(step))
        || treatments.any(|(at, one)| Rung::of(one.kind) == rung && !claimed(at))
    {
        return None;
    }
    let first = own
        .iter()
        .find(|step| matches!(step.what, What::Trial(_) | What::Implant(_)))?;
    let last = |wanted: fn(&What) -> bool| own.iter().rev().find(|step| wanted(&step.what));
    let out = last(|what| matches!(what, What::Explant(_)));
    let implanted = last(|what| matches!(what, What::Implant(_))).is_some();
    let (ended, standing) = match (out, implanted, first.trial()) {
        (Some(out), ..) => (out.when, Standing::Ended),
        (None, true, _) => (When::default(), Standing::Running),
        (None, false, trial) => (trial.map(|one| one.ended).unwrap_or_default(), Standing::OneOff),
    };
    Some(PathTried {
        path,
        rung,
        began: first.when,
        ended,
        standing,
    })
}

/// The rules of the ladder as they are listed.
pub fn rules() -> Vec<Rule> {
    vec![
        by_id("treatment.ladder", 2, Sure::Medium),
        by_id("treatment.effect", 2, Sure::Medium),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn tried(responses: &str) -> Treatment {
        let json = format!(r#"{{"kind":"injection","name":"caudal epidural","responses":[{responses}]}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case("", Effect::NotRecorded)]
    #[case(r#"{"relief":{"value":100}}"#, Effect::Halved)]
    #[case(r#"{"relief":{"value":50}}"#, Effect::Halved)]
    #[case(r#"{"relief":{"value":49}}"#, Effect::Helped)]
    #[case(r#"{"relief":{"value":30}}"#, Effect::Helped)]
    #[case(r#"{"relief":{"value":29}}"#, Effect::Little)]
    #[case(r#"{"relief":{"value":1}}"#, Effect::Little)]
    #[case(r#"{"relief":{"value":0}}"#, Effect::None)]
    #[case(r#"{"relief":{"value":0},"worsened":true}"#, Effect::Worse)]
    #[case(r#"{"words":"slept better"}"#, Effect::InWords)]
    #[case(r#"{"relief":{"missing":"unknown"},"words":"?"}"#, Effect::InWords)]
    #[case::what_wore_off_counts_as_it_ended(
        r#"{"when":"1 Mar 2026","relief":{"value":70}},{"when":"3 May 2026","relief":{"value":0}}"#,
        Effect::None
    )]
    #[case::none_is_known_to_be_the_last(
        r#"{"relief":{"value":70}},{"relief":{"value":0}}"#,
        Effect::Unordered
    )]
    fn trap_52_what_came_of_it_is_told_by_the_last_response(#[case] responses: &str, #[case] wanted: Effect) {
        assert_eq!(effect(&tried(responses)), wanted);
    }

    fn paths(treatments: &str, steps: &str) -> Vec<(Rung, Standing)> {
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},"treatments":[{treatments}],
            "neuromodulations":[{{"therapy":"spinal_cord"}},{{"therapy":"intrathecal_drug"}}],
            "neuromodulation_steps":[{steps}]}}"#
        );
        let record: Record = serde_json::from_str(&json).unwrap();
        let tried = paths_tried(&record).into_iter();
        tried.map(|one| (one.rung, one.standing)).collect()
    }

    fn step(what: &str, more: &str) -> String {
        format!(r#"{{"neuromodulation":"neuromodulation 1","when":"2024","what":{{"{what}":{{}}}}{more}}}"#)
    }

    #[test]
    fn a_path_is_tried_by_a_trial_or_an_implant_and_stands_once() {
        let trial = step("trial", "");
        assert_eq!(paths("", &trial), [(Rung::Stimulation, Standing::OneOff)]);
        assert_eq!(paths("", ""), [], "a path that was thought of was not tried");
        let both = [trial.clone(), step("implant", "")].join(",");
        assert_eq!(paths("", &both), [(Rung::Stimulation, Standing::Running)]);
        let told = r#"{"kind":"neuromodulation_trial","name":"trial"}"#;
        assert_eq!(paths(told, &trial), [], "a treatment tells of the same, or may");
        let other = r#"{"kind":"intrathecal_trial","name":"pump trial"}"#;
        assert_eq!(paths(other, &trial).len(), 1);
        let named = step("trial", r#","entries":["treatment 1"]"#);
        assert_eq!(paths(other, &named), [], "a step names the treatment");
    }

    #[test]
    fn the_rungs_stand_in_the_order_of_the_ladder_and_each_kind_has_one() {
        assert!(Rung::ALL.is_sorted());
        let kinds = [
            ("physiotherapy", Rung::Exercise),
            ("manual_therapy", Rung::Passive),
            ("psychology", Rung::Psychology),
            ("drug", Rung::Medicine),
            ("block", Rung::Injection),
            ("radiofrequency", Rung::Radiofrequency),
            ("neuromodulation_trial", Rung::Stimulation),
            ("intrathecal_trial", Rung::Intrathecal),
            ("other", Rung::Unplaced),
        ];
        for (kind, rung) in kinds {
            let kind: Kind = serde_json::from_value(kind.into()).unwrap();
            assert_eq!(Rung::of(kind), rung);
        }
    }
}
