//! What the nouns of walking have in common as typed: quotas, days and lengths.

use crate::reading::Reading;
use chrono::NaiveDate;
use lamina_domain::{
    PartialDate, Problem,
    fact::walking::{Pace, Quota},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A quota, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct QuotaInput {
    /// Length of a bout: "12", "12:30".
    pub minutes: String,
    /// Bouts a day, 1 to 4.
    pub bouts_a_day: String,
    /// Days a week, 1 to 7.
    pub days_a_week: String,
    /// How fast: easy, comfortable or brisk.
    pub pace: Pace,
}

impl QuotaInput {
    /// A quota as typed values.
    pub fn of(quota: &Quota) -> Self {
        Self {
            minutes: minutes(quota.seconds.get().into()),
            bouts_a_day: quota.bouts_a_day.to_string(),
            days_a_week: quota.days_a_week.to_string(),
            pace: quota.pace,
        }
    }

    pub(super) fn read(&self, reading: &mut Reading, path: &str) -> Option<Quota> {
        let seconds = seconds(&self.minutes).and_then(|seconds| in_minutes(seconds, 60, 10_800));
        let seconds = reading.keep(&format!("{path}.minutes"), seconds);
        let bouts_a_day = reading.whole(&format!("{path}.bouts_a_day"), &self.bouts_a_day);
        let days_a_week = reading.whole(&format!("{path}.days_a_week"), &self.days_a_week);
        Some(Quota {
            seconds: seconds?,
            bouts_a_day: bouts_a_day?,
            days_a_week: days_a_week?,
            pace: self.pace,
        })
    }
}

/// A day; today where nothing is typed.
pub(super) fn day(reading: &mut Reading, path: &str, typed: &str) -> Option<NaiveDate> {
    // An empty field is today as well, and stays that day in a draft.
    let typed = if typed.trim().is_empty() { "today" } else { typed };
    reading.day(path, typed)
}

pub(super) fn spelled(day: NaiveDate) -> String {
    PartialDate::Day(day).to_string()
}

/// A length of walking as people read it: "12", "12:30".
pub fn minutes(seconds: u32) -> String {
    match seconds % 60 {
        0 => (seconds / 60).to_string(),
        rest => format!("{}:{rest:02}", seconds / 60),
    }
}

/// Seconds of a length as typed: "12", "12.5", "12:30", "12 min", "90 s".
pub(super) fn seconds(typed: &str) -> Result<u32, Problem> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let not_a_number = || Problem::NotANumber {
        text: text.to_owned(),
    };
    if let Some((whole, rest)) = text.split_once(':') {
        let part = |text: &str| text.trim().parse::<u32>().map_err(|_| not_a_number());
        let (minutes, seconds) = (part(whole)?, part(rest)?);
        if seconds > 59 || minutes > 600 {
            return Err(not_a_number());
        }
        return Ok(minutes * 60 + seconds);
    }
    let strip = |units: &[&str]| {
        let low = text.to_lowercase();
        units
            .iter()
            .find_map(|unit| low.strip_suffix(unit).map(|rest| rest.trim().to_owned()))
    };
    let (number, factor) = match (
        strip(&["seconds", "sec", "s"]),
        strip(&["minutes", "minute", "min"]),
    ) {
        (_, Some(number)) => (number, 60.0),
        (Some(number), None) => (number, 1.0),
        (None, None) => (text.to_owned(), 60.0),
    };
    let number = crate::reading::decimal(&number).map_err(|_| not_a_number())?;
    let seconds = (number * factor).round();
    if (0.0..=36_000.0).contains(&seconds) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was just looked at"
        )]
        Ok(seconds as u32)
    } else {
        Err(Problem::OutOfRange { min: 0, max: 600 })
    }
}

/// A length of walking inside its limits, with the limits told in minutes.
pub(super) fn in_minutes<T: TryFrom<i64, Error = Problem>>(
    seconds: u32,
    least: i64,
    most: i64,
) -> Result<T, Problem> {
    T::try_from(seconds.into()).map_err(|_| Problem::OutOfRange {
        min: (least + 59) / 60,
        max: most / 60,
    })
}
