//! A day of the diary around a trial of neuromodulation, before it and during it. A day without a row is no data and never
//! zero; so is a pain that nobody rated on it.

use super::{Pain, names_a_path};
use crate::fact::{
    clinical::{Clinical, InTime},
    kept::Kept,
    score::{Nrs, PainKind},
};
use crate::value::{
    context::{Context, ToldBy},
    date::PartialDate,
    issue::{Issue, Problem},
    link::Link,
    reply::Reply,
    text::Text,
    when::When,
    within::Within,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How something was on a day, against the time before the trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TrialCompared"))]
#[serde(rename_all = "snake_case")]
pub enum DayComparison {
    /// Better than before the trial.
    Better,
    /// As before the trial.
    Same,
    /// Worse than before the trial.
    Worse,
}

/// Satisfaction with the day, 0 not at all to 10 fully.
pub type Satisfaction = Within<0, 10>;

fn average() -> PainKind {
    PainKind::Average
}

/// A day of the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialDay {
    /// The path of the trial.
    pub neuromodulation: Link,
    /// The day that it is of.
    pub on: NaiveDate,
    /// Which pain of the day was rated.
    #[serde(default = "average")]
    pub kind: PainKind,
    /// Pain of the back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<Nrs>,
    /// Pain of the leg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg: Option<Nrs>,
    /// Pain of the neck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neck: Option<Nrs>,
    /// Pain of the arm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arm: Option<Nrs>,
    /// What the patient could do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<DayComparison>,
    /// Sleep of the night before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<DayComparison>,
    /// Whether any medicine was changed.
    #[serde(default)]
    pub medicine_changed: Reply,
    /// Which of them was changed, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine_words: Option<Text>,
    /// How satisfied the patient was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<Satisfaction>,
    /// Who said it, or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl TrialDay {
    /// The rating of one pain; nothing where nobody rated it.
    pub fn rating(&self, pain: Pain) -> Option<Nrs> {
        match pain {
            Pain::Back => self.back,
            Pain::Leg => self.leg,
            Pain::Neck => self.neck,
            Pain::Arm => self.arm,
        }
    }

    /// Whether both are the same day of the same diary.
    pub fn clashes(&self, other: &Self) -> bool {
        self.on == other.on && self.neuromodulation == other.neuromodulation
    }
}

impl Clinical for TrialDay {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A day of the patient's life that has come, of a path; what was changed is told only where something was.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues: Vec<Issue> = names_a_path(&self.neuromodulation).into_iter().collect();
        context.judge("on", &When::date(PartialDate::Day(self.on)), &mut issues);
        if self.medicine_changed == Reply::No && self.medicine_words.is_some() {
            issues.push(Issue::at("medicine_changed", Problem::ChangedAndNot));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        vec![("neuromodulation".to_owned(), &mut self.neuromodulation)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::day(self.on)
    }

    /// No day stands twice in one diary.
    fn crowded(list: &[Kept<Self>]) -> Vec<(usize, Problem)> {
        let clash = |at: usize, day: &Self| list.iter().take(at).any(|other| day.clashes(other));
        let all = list.iter().enumerate();
        all.filter(|(at, day)| clash(*at, day))
            .map(|(at, _)| (at, Problem::SameDay))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(more: &str) -> TrialDay {
        let json = format!(r#"{{"neuromodulation":"neuromodulation 1","on":"2026-11-20"{more}}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn what_nobody_rated_is_no_data_and_zero_is_a_rating() {
        let one = day(r#","leg":0"#);
        assert_eq!(one.rating(Pain::Leg).map(Nrs::rating), Some(0));
        assert_eq!(one.rating(Pain::Back), None);
        assert_eq!(
            (one.kind, one.medicine_changed),
            (PainKind::Average, Reply::NotAsked)
        );
    }

    #[test]
    fn a_day_stands_once_in_a_diary_and_a_change_is_told_where_there_was_one() {
        let other = TrialDay {
            neuromodulation: "neuromodulation 2".parse().unwrap(),
            ..day("")
        };
        let list = [day("").into(), other.into(), day("").into()];
        assert_eq!(TrialDay::crowded(&list), [(2, Problem::SameDay)]);
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let told = day(r#","medicine_changed":"no","medicine_words":"less tramadol""#);
        assert_eq!(told.check(&context)[0].path, "medicine_changed");
    }
}
