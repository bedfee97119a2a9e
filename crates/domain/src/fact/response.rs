//! What came of a treatment, as it was told once. A treatment may have several: what helped in May may have worn off in
//! June, and both stand.

mod adverse;

pub use adverse::{AdverseAction, AdverseEffect, Severity};

use crate::{
    fact::surgery::{Outcome, PainFree},
    value::{
        answer::Answer,
        context::{Context, ToldBy},
        issue::{Issue, Problem},
        text::Text,
        when::When,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Relief in percent, 0 to 100, more is better. It is relief, not what is left of the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Relief(u8);

impl Relief {
    /// The relief in percent, from 0 to 100.
    pub fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Relief {
    type Error = Problem;
    fn try_from(percent: i64) -> Result<Self, Problem> {
        let out = Problem::OutOfRange { min: 0, max: 100 };
        u8::try_from(percent)
            .ok()
            .filter(|value| *value <= 100)
            .map(Relief)
            .ok_or(out)
    }
}

impl From<Relief> for i64 {
    fn from(relief: Relief) -> i64 {
        relief.0.into()
    }
}

/// What became of the need for pain medicines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Analgesics {
    /// None is taken any more.
    Stopped,
    /// Less is taken than before.
    Less,
    /// The same as before.
    Same,
    /// More is taken than before.
    More,
}

/// The patient's own impression of change (PGIC), by its words alone: it has an order and no distances, so it is never a number
/// that could be turned round or averaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Impression {
    /// Very much better than before.
    VeryMuchBetter,
    /// Much better than before it.
    MuchBetter,
    /// A little better than before.
    LittleBetter,
    /// No change from before it.
    NoChange,
    /// A little worse than before.
    LittleWorse,
    /// Much worse than before it.
    MuchWorse,
    /// Very much worse than before.
    VeryMuchWorse,
}

/// What came of a treatment, as told once.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// When it was told or found.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// How much of the pain went away, in percent; a worsening excludes more than 0.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub relief: Answer<Relief>,
    /// It made things worse.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub worsened: bool,
    /// The response in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// How long the response lasted, in words or as "6 weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasted: Option<Text>,
    /// For how long half of the pain or more was gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_relief: Option<PainFree>,
    /// What became of what the patient can do.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub function: Answer<Outcome>,
    /// What became of the need for pain medicines.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub analgesics: Answer<Analgesics>,
    /// The patient's own impression of change.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub impression: Answer<Impression>,
    /// Adverse effects; `absent` means asked and none.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub adverse_effects: Answer<Vec<AdverseEffect>>,
    /// Who judged it, by name or role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed_by: Option<Text>,
    /// Who said it, where that is another than who told of the treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<ToldBy>,
}

impl Response {
    fn says_nothing(&self) -> bool {
        let words = self.words.is_none() && self.lasted.is_none() && self.half_relief.is_none();
        let judged = [self.function.is_not_asked(), self.analgesics.is_not_asked()];
        self.relief.is_not_asked()
            && !self.worsened
            && words
            && judged == [true, true]
            && self.impression.is_not_asked()
            && self.adverse_effects.is_not_asked()
    }

    /// It says something; relief and worsening exclude each other; it fits the
    /// patient's life and does not lie before the start of the treatment.
    pub(crate) fn check(&self, started: &When, context: &Context, path: &str, issues: &mut Vec<Issue>) {
        if self.says_nothing() {
            issues.push(Issue::at(format!("{path}.relief"), Problem::Required));
        }
        if self.worsened && self.relief.value().is_some_and(|relief| relief.percent() > 0) {
            issues.push(Issue::at(format!("{path}.relief"), Problem::ReliefAndWorse));
        }
        let at = format!("{path}.when");
        if self.when.is_before(started) {
            issues.push(Issue::at(at.as_str(), Problem::ResponseBeforeStart));
        }
        context.judge(&at, &self.when, issues);
    }
}

/// The responses of one treatment as far as their order is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Course<'t> {
    /// The last: the only one, or the one whose date surely lies after the dates of all others. Nothing where that is not
    /// known. One without a date is never taken for the last beside others.
    pub last: Option<&'t Response>,
    /// All others, the latest first; those without a date at the end, as they were recorded.
    pub others: Vec<&'t Response>,
}

impl<'t> Course<'t> {
    /// The order of these.
    pub fn of(responses: &'t [Response]) -> Self {
        if let [only] = responses {
            return Self {
                last: Some(only),
                others: Vec::new(),
            };
        }
        let (told, undated): (Vec<_>, Vec<_>) = responses.iter().partition(|one| !one.when.is_unknown());
        let (mut dated, loose): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|one| one.when.span().is_some());
        // What is told of the same day keeps the order in which it was recorded.
        dated.reverse();
        dated.sort_by_key(|one| std::cmp::Reverse(one.when.span().map(|(from, to)| (to, from))));
        let mut others = dated.clone();
        others.extend(loose.iter().chain(&undated));
        let last = dated
            .split_first()
            .filter(|(last, before)| loose.is_empty() && before.iter().all(|one| follows(last, one)))
            .map(|(last, _)| *last);
        if last.is_some() {
            others.remove(0);
        }
        Self { last, others }
    }
}

/// Whether `later` was surely told after `earlier`, or later on the same day.
fn follows(later: &Response, earlier: &Response) -> bool {
    let days = |one: &Response| -> Option<(NaiveDate, NaiveDate)> { one.when.span() };
    match (days(later), days(earlier)) {
        (Some((from, _)), Some((_, to))) => to <= from,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn trap_09_relief_is_zero_to_hundred_and_worse_is_said_apart() {
        for out in [130, -30] {
            assert_eq!(
                Relief::try_from(out),
                Err(Problem::OutOfRange { min: 0, max: 100 })
            );
        }
        assert_eq!(Relief::try_from(50).map(Relief::percent), Ok(50));
        let worse: Response = serde_json::from_str(r#"{"worsened":true}"#).unwrap();
        assert_eq!(worse.relief, Answer::default(), "worse is no percentage");
    }

    #[test]
    fn trap_52_relief_is_a_whole_percentage_and_none_is_rounded_to_it() {
        assert!(serde_json::from_str::<Response>(r#"{"relief":{"value":29.6}}"#).is_err());
        let told: Response = serde_json::from_str(r#"{"relief":{"value":29}}"#).unwrap();
        assert_eq!(told.relief.value().map(|relief| relief.percent()), Some(29));
    }

    #[rstest]
    #[case(r#"{"function":{"value":"better"}}"#)]
    #[case(r#"{"analgesics":{"value":"less"}}"#)]
    #[case(r#"{"impression":{"value":"much_better"}}"#)]
    #[case(r#"{"half_relief":{"for":"6 weeks"}}"#)]
    #[case(r#"{"adverse_effects":{"missing":"absent"}}"#)]
    fn each_part_of_a_response_says_something(#[case] json: &str) {
        let response: Response = serde_json::from_str(json).unwrap();
        assert!(!response.says_nothing());
        assert_eq!(serde_json::to_string(&response).unwrap(), json);
    }

    fn told(whens: &str) -> Vec<Response> {
        whens
            .split(", ")
            .enumerate()
            .map(|(at, when)| Response {
                when: when.parse().unwrap(),
                words: Text::new(&at.to_string()).ok(),
                ..Response::default()
            })
            .collect()
    }

    #[rstest]
    #[case::only_one_counts_without_a_date("unknown", Some("0"), "")]
    #[case::the_last_by_date_not_by_place("3 May 2026, 1 Mar 2026", Some("0"), "1")]
    #[case::an_undated_one_is_never_the_last("3 May 2026, unknown", Some("0"), "1")]
    #[case::of_two_undated_none_is_the_last("unknown, unknown", None, "0 1")]
    #[case::the_same_day_in_the_order_of_recording("3 May 2026, 3 May 2026", Some("1"), "0")]
    #[case::a_month_that_may_be_before_or_after("3 May 2026, May 2026", None, "1 0")]
    #[case::a_year_that_is_over("2025, 3 May 2026", Some("1"), "0")]
    #[case::an_order_that_is_not_told("3 May 2026, 6 weeks after operation 1", None, "0 1")]
    #[case::three("1 Mar 2026, unknown, 3 May 2026", Some("2"), "0 1")]
    fn the_last_is_told_by_the_dates_or_not_at_all(
        #[case] whens: &str,
        #[case] last: Option<&str>,
        #[case] others: &str,
    ) {
        let responses = told(whens);
        let course = Course::of(&responses);
        let name = |one: &Response| one.words.as_ref().map(ToString::to_string).unwrap();
        assert_eq!(course.last.map(name).as_deref(), last);
        let rest: Vec<String> = course.others.iter().map(|one| name(one)).collect();
        assert_eq!(rest.join(" "), others);
        assert_eq!(course.others.len() + usize::from(last.is_some()), responses.len());
    }

    #[rstest]
    #[case(r#"{"when":"3 May 2026"}"#, "responses.0.relief", Problem::Required)]
    #[case(
        r#"{"worsened":true,"relief":{"value":30}}"#,
        "responses.0.relief",
        Problem::ReliefAndWorse
    )]
    #[case(
        r#"{"when":"2018","worsened":true}"#,
        "responses.0.when",
        Problem::ResponseBeforeStart
    )]
    #[case(
        r#"{"when":"3 May 2027","worsened":true}"#,
        "responses.0.when",
        Problem::InFuture
    )]
    fn what_cannot_be_is_told_at_its_field(#[case] json: &str, #[case] path: &str, #[case] problem: Problem) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let response: Response = serde_json::from_str(json).unwrap();
        let mut issues = Vec::new();
        response.check(&"May 2019".parse().unwrap(), &context, "responses.0", &mut issues);
        assert_eq!(issues, [Issue::at(path, problem)]);
    }
}
