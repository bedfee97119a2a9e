//! Where the programme starts, by two ways that a clinician chooses from.
//!
//! Sources: 80 % of mean tolerance (eTG pacing plan); middle of a good and a bad day (The Naked Physio: 20 and 5
//! minutes give 12.5); 5 to 10 minutes without a baseline (patient-education texts). The limits are Lamina's own.

use super::settings::Settings;
use crate::fact::walking::baseline::{Baseline, Bout};
use serde::{Deserialize, Serialize};

/// Where the programme starts: minutes of one bout by each way. A clinician chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// By the share of the mean, within the limits; `None` without a baseline.
    pub by_share: Option<u16>,
    /// By the middle, within the limits; `None` without a baseline.
    pub by_middle: Option<u16>,
    /// What the clinic has set for a start without a baseline.
    pub without_baseline: u16,
}

impl Start {
    /// The start for a baseline, or without one.
    pub fn of(baseline: Option<&Baseline>, settings: &Settings) -> Start {
        let (least, most) = (
            settings.start_least.get(),
            settings.start_most.get().max(settings.start_least.get()),
        );
        let minutes = |seconds: u32| {
            let rounded = seconds.saturating_add(30) / 60;
            u16::try_from(rounded).unwrap_or(u16::MAX).clamp(least, most)
        };
        Start {
            by_share: baseline.map(|baseline| minutes(by_share(baseline, settings))),
            by_middle: baseline.map(|baseline| minutes(by_middle(baseline))),
            without_baseline: settings.start_unknown.get(),
        }
    }
}

/// The start by the share of the mean, in seconds, before limits.
fn by_share(baseline: &Baseline, settings: &Settings) -> u32 {
    let share = u64::from(settings.start_percent.get());
    u32::try_from(u64::from(baseline.mean_seconds()) * share / 100).unwrap_or(u32::MAX)
}

/// The middle between the best day and the worst bad day, in seconds, before limits.
fn by_middle(baseline: &Baseline) -> u32 {
    let of = |bad: bool| {
        let bouts = baseline.bouts().iter().filter(move |bout| bout.bad_day == bad);
        bouts.map(|bout: &Bout| bout.seconds)
    };
    of(false).max().unwrap_or(0).midpoint(of(true).min().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use rstest::rstest;

    fn bouts(minutes: &[(u32, bool)]) -> Vec<Bout> {
        minutes
            .iter()
            .enumerate()
            .map(|(place, (minutes, bad_day))| Bout {
                on: NaiveDate::from_ymd_opt(2026, 11, 2 + place as u32).unwrap(),
                seconds: minutes * 60,
                bad_day: *bad_day,
            })
            .collect()
    }

    fn baseline(minutes: &[(u32, bool)]) -> Baseline {
        Baseline::new(bouts(minutes)).unwrap()
    }

    #[test]
    fn the_middle_of_twenty_and_five_is_twelve_and_a_half() {
        let baseline = baseline(&[(20, false), (12, false), (5, true)]);
        assert_eq!(by_middle(&baseline), 750);
    }

    #[test]
    fn eighty_per_cent_of_the_mean() {
        let baseline = baseline(&[(10, false), (8, false), (6, true)]);
        assert_eq!(baseline.mean_seconds(), 480);
        assert_eq!(by_share(&baseline, &Settings::default()), 384);
    }

    #[rstest]
    #[case(&[(10, false), (8, false), (6, true)], 6, 8)]
    #[case(&[(40, false), (30, false), (20, true)], 10, 10)]
    #[case(&[(1, false), (1, false), (1, true)], 2, 2)]
    #[case(&[(9, false), (7, false), (5, true)], 6, 7)]
    fn the_start_is_rounded_and_kept_within_two_and_ten(
        #[case] minutes: &[(u32, bool)],
        #[case] by_share: u16,
        #[case] by_middle: u16,
    ) {
        let start = Start::of(Some(&baseline(minutes)), &Settings::default());
        assert_eq!(
            (start.by_share, start.by_middle),
            (Some(by_share), Some(by_middle))
        );
    }

    #[test]
    fn without_a_baseline_it_starts_with_five_minutes_and_nothing_is_computed() {
        let start = Start::of(None, &Settings::default());
        assert_eq!(
            (start.by_share, start.by_middle, start.without_baseline),
            (None, None, 5)
        );
    }

    #[test]
    fn a_baseline_has_three_days_one_of_them_bad() {
        let paths = |bouts: Vec<Bout>| {
            let issues = Baseline::new(bouts).unwrap_err();
            issues.into_iter().map(|issue| issue.path).collect::<Vec<_>>()
        };
        assert_eq!(paths(bouts(&[(9, false), (5, true)])), ["bouts"]);
        assert_eq!(paths(bouts(&[(9, false), (9, false), (9, false)])), ["bouts"]);
        assert_eq!(paths(bouts(&[(9, true), (9, true), (9, true)])), ["bouts"]);
        let mut same_day = bouts(&[(9, false), (7, false), (5, true), (5, true)]);
        same_day[3].on = same_day[2].on;
        assert_eq!(paths(same_day), ["bouts"]);
        assert_eq!(
            paths(bouts(&[(9, false), (0, false), (5, true)])),
            ["bouts.1.seconds"]
        );
        assert!(serde_json::from_str::<Baseline>(r#"{"bouts":[]}"#).is_err());
    }
}
