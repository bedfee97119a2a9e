//! Scores and measures. A score that was not given is no score; zero is a value.

mod administered;
mod free;
mod key;
mod rating;
mod written;

pub use crate::value::instrument::Site;
pub use administered::{Administration, Unfit};
pub use key::{Activities, FoldedText, Key};
pub use rating::{Nrs, PainKind, RatingScope};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    instrument::{Instrument, OwnMeasure, kept_as},
    interval::Interval,
    issue::{Issue, Problem},
    level::Side,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What was measured. It is read with its score, which knows the fields of each measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "measure", rename_all = "snake_case")]
pub enum Measure {
    /// Numeric rating scale of pain.
    Nrs {
        /// Where the pain is that was rated.
        site: Site,
        /// Which side of the patient; left out where it was not said.
        #[serde(skip_serializing_if = "Option::is_none")]
        side: Option<Side>,
        /// Now, average, worst or least; left out where it was not said.
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<PainKind>,
        /// The time looked back on, such as 7 days; left out where it was not said, and for pain now.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<Interval>,
        /// The rating, from 0 to 10.
        value: Nrs,
    },
    /// Oswestry Disability Index, total in percent, 0 to 100, higher is worse. The wording is licensed: total only.
    Odi {
        /// The total in percent, 0 to 100.
        value: Percent,
        /// Version, such as 2.1a, without a word before it; none where it is not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        version: Option<Text>,
    },
    /// Any other number with its unit: "sitting tolerance 20 min".
    Number {
        /// What was measured, in words.
        name: Text,
        /// The number that was measured, which is finite.
        value: Finite,
        /// The unit, without which two numbers are not compared.
        unit: Text,
    },
    /// A questionnaire or test of the catalogue, with its score or the reason why there is none.
    Instrument(Box<Administration>),
}

/// Percent, 0 to 100, in steps of one tenth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Percent(f64);

impl TryFrom<f64> for Percent {
    type Error = Problem;
    fn try_from(value: f64) -> Result<Self, Problem> {
        if (0.0..=100.0).contains(&value) {
            Ok(Percent((value * 10.0).round() / 10.0))
        } else {
            Err(Problem::OutOfRange { min: 0, max: 100 })
        }
    }
}

impl From<Percent> for f64 {
    fn from(percent: Percent) -> f64 {
        percent.0
    }
}

/// A number that is neither infinite nor NaN.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Finite(f64);

impl TryFrom<f64> for Finite {
    type Error = Problem;
    fn try_from(value: f64) -> Result<Self, Problem> {
        if value.is_finite() {
            Ok(Finite(value))
        } else {
            Err(Problem::NotANumber {
                text: value.to_string(),
            })
        }
    }
}

impl From<Finite> for f64 {
    fn from(finite: Finite) -> f64 {
        finite.0
    }
}

impl Measure {
    /// The number itself; none where there is a reason in its place, or a word.
    pub fn value(&self) -> Option<f64> {
        match self {
            Measure::Nrs { value, .. } => Some(f64::from(value.rating())),
            Measure::Odi { value, .. } => Some(value.0),
            Measure::Number { value, .. } => Some(value.0),
            Measure::Instrument(taken) => taken.scored().score,
        }
    }

    /// The instrument that was used; none for a free measure.
    pub fn instrument(&self) -> Option<&'static Instrument> {
        match self {
            Measure::Nrs { .. } => kept_as(OwnMeasure::Nrs),
            Measure::Odi { .. } => kept_as(OwnMeasure::Odi),
            Measure::Instrument(taken) => taken.instrument(),
            Measure::Number { .. } => None,
        }
    }

    /// The printed version that was used, where it is known.
    pub fn edition(&self) -> Option<&str> {
        match self {
            Measure::Odi { version, .. } => version.as_ref().map(Text::as_str),
            Measure::Instrument(taken) => taken.scored().edition.as_deref(),
            Measure::Nrs { .. } | Measure::Number { .. } => None,
        }
    }

    /// What keeps one trend apart from another: only measures with the same key share a line in a chart.
    pub fn key(&self) -> Key<'_> {
        match self {
            Measure::Nrs {
                site,
                side,
                kind,
                period,
                ..
            } => Key::Nrs(RatingScope::of(*site, *side, *kind, *period)),
            Measure::Odi { version, .. } => Key::Odi(version.as_ref().map(Text::as_str)),
            Measure::Number { name, unit, .. } => Key::Number {
                name: FoldedText(name.as_str()),
                unit: FoldedText(unit.as_str()),
            },
            Measure::Instrument(taken) => {
                let scored = taken.scored();
                Key::Instrument {
                    id: &scored.instrument,
                    edition: scored.edition.as_deref(),
                    activities: Activities(taken.activities()),
                }
            }
        }
    }
}

/// The version of a form as its number alone: "v2.1a" and "ODI version 2.1A" are "2.1a", "unknown" is none.
pub fn version_named(typed: &Text) -> Option<Text> {
    let low = typed.as_str().to_lowercase();
    let words = low.split_whitespace();
    let kept: Vec<&str> = words
        .filter(|word| !matches!(*word, "odi" | "version" | "ver" | "ver." | "v" | "v."))
        .map(|word| match word.strip_prefix('v') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
            _ => word,
        })
        .collect();
    match kept.join(" ").as_str() {
        "" | "?" | "unknown" | "not known" | "not stated" => None,
        name => Text::new(name).ok(),
    }
}

/// A measure taken at a time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// When it was taken.
    pub when: When,
    /// What was measured, with its value or the reason why there is none.
    #[serde(flatten)]
    pub measure: Measure,
    /// Who told this or where it was read.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Score {
    const CALLED: Option<&'static str> = Some("score");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// The date must fit the patient's life, pain now looks back on no time, and a free measure is a number that its unit
    /// allows.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        if let Measure::Nrs {
            kind: Some(PainKind::Now),
            period: Some(_),
            ..
        } = self.measure
        {
            issues.push(Issue::at("period", Problem::PeriodOfNow));
        }
        if let Measure::Number { name, value, unit } = &self.measure
            && let Err(problem) = free::fits(name.as_str(), value.0, unit.as_str())
        {
            issues.push(Issue::at("value", problem));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;
    use std::collections::HashSet;

    #[test]
    fn a_rating_of_eleven_is_refused() {
        assert_eq!(Nrs::try_from(11), Err(Problem::OutOfRange { min: 0, max: 10 }));
        assert_eq!(Nrs::try_from(-1), Err(Problem::OutOfRange { min: 0, max: 10 }));
        assert_eq!(Nrs::try_from(10).map(Nrs::rating), Ok(10));
    }

    #[test]
    fn sites_and_versions_are_never_one_trend() {
        let read = |json: &str| serde_json::from_str::<Score>(json).unwrap().measure;
        let back = read(r#"{"measure":"nrs","site":"back","value":7}"#);
        let leg = read(r#"{"measure":"nrs","site":"leg","value":7}"#);
        assert_ne!(back.key(), leg.key(), "trap 13: back and leg pain stay apart");
        let left = read(r#"{"measure":"nrs","site":"leg","side":"left","value":7}"#);
        assert_ne!(
            left.key(),
            leg.key(),
            "trap 13: a leg whose side is not said is neither leg"
        );
        let old = read(r#"{"measure":"odi","value":40,"version":"1.0"}"#);
        let new = read(r#"{"measure":"odi","value":40,"version":"2.1a"}"#);
        assert_ne!(
            old.key(),
            new.key(),
            "trap 5: versions of the ODI are not trended together"
        );
    }
    #[rstest]
    #[case(r#""version":"v2.1a""#, r#""version":"2.1a""#, true)]
    #[case(r#""version":"ODI version 2.1A""#, r#""version":"2.1a""#, true)]
    #[case(r#""version":"unknown""#, r#""note":"x""#, true)]
    #[case(r#""version":"2.1a""#, r#""note":"x""#, false)]
    #[case(r#""version":"2.1a""#, r#""version":"2.0""#, false)]
    fn one_version_spelt_two_ways_is_one_line(#[case] one: &str, #[case] other: &str, #[case] same: bool) {
        let read = |more: &str| {
            let json = format!(r#"{{"measure":"odi","value":40,{more}}}"#);
            serde_json::from_str::<Score>(&json).unwrap().measure
        };
        let (one, other) = (read(one), read(other));
        assert_eq!(one.key() == other.key(), same);
        assert!(
            one.key().may_be(&other.key()),
            "the same measure whatever the version"
        );
    }

    #[rstest]
    #[case(
        r#""kind":"average","period":"7 days""#,
        r#""kind":"average","period":"1 week""#,
        true,
        true
    )]
    #[case(
        r#""kind":"average","period":"7 days""#,
        r#""kind":"average","period":"24 hours""#,
        false,
        true
    )]
    #[case(r#""kind":"average""#, r#""kind":"worst""#, false, false)]
    #[case(r#""kind":"now""#, r#""note":"x""#, false, true)]
    #[case(r#""side":"left""#, r#""side":"right""#, false, false)]
    #[case(r#""side":"left""#, r#""note":"x""#, false, true)]
    fn trap_37_a_rating_is_compared_only_with_its_like(
        #[case] one: &str,
        #[case] other: &str,
        #[case] same: bool,
        #[case] may_be: bool,
    ) {
        let read = |more: &str| {
            let json = format!(r#"{{"measure":"nrs","site":"leg","value":7,{more}}}"#);
            let score: Score = serde_json::from_str(&json).unwrap();
            let again: Score = serde_json::from_str(&serde_json::to_string(&score).unwrap()).unwrap();
            assert_eq!(again, score, "what is written reads back as the same");
            score.measure
        };
        let (one, other) = (read(one), read(other));
        assert_eq!(
            (one.key() == other.key(), one.key().may_be(&other.key())),
            (same, may_be)
        );
    }

    #[test]
    fn ratings_of_the_same_activities_are_one_line_and_of_others_another() {
        let read = |activities: &[&str], total: f64| {
            let json = serde_json::json!({
                "measure": "instrument", "instrument": "psfs", "activities": activities, "total": total
            });
            serde_json::from_value::<Score>(json).unwrap().measure
        };
        let first = read(&["Walking to the shop", "sitting at work"], 3.0);
        assert_eq!(
            first.key(),
            read(&["Sitting at work", "walking to the  shop"], 5.0).key()
        );
        let other = read(&["Walking to the shop", "driving"], 5.0);
        assert_ne!(
            first.key(),
            other.key(),
            "trap 47: another question is another score"
        );
        assert!(first.key().may_be(&other.key()));
        assert_ne!(first.key(), read(&[], 5.0).key());
    }

    #[test]
    fn an_index_is_nothing_without_its_value_set_and_two_value_sets_are_two_lines() {
        let read = |edition: Option<&str>| {
            let mut json =
                serde_json::json!({"measure": "instrument", "instrument": "eq-5d-index", "total": 0.71});
            if let Some(edition) = edition {
                json["edition"] = edition.into();
            }
            serde_json::from_value::<Score>(json)
        };
        assert!(read(None).is_err() && read(Some(" ")).is_err());
        let (one, other) = (
            read(Some("5L England 2018")).unwrap(),
            read(Some("3L UK 1997")).unwrap(),
        );
        assert_ne!(one.measure.key(), other.measure.key());
        assert!(one.measure.key().may_be(&other.measure.key()));
        let own = read(Some("5L Italy 2022")).unwrap();
        assert_eq!(
            own.measure.edition(),
            Some("5L Italy 2022"),
            "a value set that is not listed"
        );
        let written = serde_json::to_string(&own).unwrap();
        assert_eq!(serde_json::from_str::<Score>(&written).unwrap(), own);
    }

    #[test]
    fn free_measures_are_one_line_whatever_their_capitals() {
        let read = |name: &str| {
            let json = format!(r#"{{"measure":"number","name":"{name}","value":20,"unit":"min"}}"#);
            serde_json::from_str::<Score>(&json).unwrap().measure
        };
        let (one, other) = (read("Sitting tolerance"), read("sitting  tolerance"));
        assert_eq!(one.key(), other.key());
        assert_eq!(HashSet::from([one.key(), other.key()]).len(), 1);
        assert_ne!(one.key(), read("standing tolerance").key());
    }
}
