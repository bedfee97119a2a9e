//! Injection sessions in each region over a rolling year, and steroid of each kind. Shown only: no limit is built in
//! but the payer's, which a clinic switches on. Different steroids are never added up into one number.
//!
//! Source: CMS local coverage L33906 family for the optional limit of four epidural sessions in twelve months.

use crate::{red_flag::within::Within, surgery::Region, text::Text, when::When};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Tenths of a milligram, 0 to 1000 mg.
pub type MilligramTenths = Within<0, 10_000>;

/// Steroid that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steroid {
    /// Its name.
    pub name: Text,
    /// How much, where it was recorded.
    pub amount: Option<MilligramTenths>,
}

/// One injection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Injection {
    /// When.
    #[serde(default)]
    pub when: When,
    /// Where.
    pub region: Region,
    /// Whether it was epidural.
    pub epidural: bool,
    /// The steroid; `None` where there was none.
    pub steroid: Option<Steroid>,
}

/// A payer's limit on epidural sessions in a region over twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerLimit {
    /// The name that is printed beside it, such as "US payers".
    pub name: Text,
    /// The number of sessions.
    pub sessions: Within<1, 24>,
}

impl PayerLimit {
    /// The limit of US payers: four.
    pub fn us() -> Option<Self> {
        Some(PayerLimit {
            name: Text::new("US payers").ok()?,
            sessions: Within::clamped(4),
        })
    }
}

/// At least and at most, where dates are not exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// Surely inside the year.
    pub least: usize,
    /// Possibly inside the year.
    pub most: usize,
}

/// What was given in a region within the year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RegionCount {
    /// Sessions of any injection; several targets of one day are one session.
    pub sessions: Count,
    /// Epidural sessions.
    pub epidural: Count,
}

/// Steroid of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SteroidTotal {
    /// Tenths of a milligram that are recorded and possibly inside the year.
    pub year_tenths: u32,
    /// The same over all time.
    pub all_tenths: u32,
    /// Injections without an amount; the totals are too low by them.
    pub without_amount: usize,
}

/// The counts as shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// By region name.
    pub regions: BTreeMap<String, RegionCount>,
    /// By steroid name, in lower case.
    pub steroids: BTreeMap<String, SteroidTotal>,
    /// Injections whose date is not known; they are in no year.
    pub undated: usize,
    /// Information about a payer's limit, where one is switched on.
    pub payer: Vec<String>,
}

fn name(region: Region) -> &'static str {
    match region {
        Region::Cervical => "cervical",
        Region::Thoracic => "thoracic",
        // One region for payers and for counting.
        Region::Lumbar | Region::Lumbosacral => "lumbar",
        Region::Sacroiliac => "sacroiliac",
    }
}

/// What the record holds for the twelve months that end `today`.
pub fn counts(injections: &[Injection], today: NaiveDate, limit: Option<&PayerLimit>) -> Counts {
    let after = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let mut counts = Counts::default();
    let mut seen: BTreeMap<&str, [BTreeSet<(NaiveDate, NaiveDate)>; 2]> = BTreeMap::new();
    for injection in injections {
        let span = injection.when.span();
        let possibly = span.is_some_and(|(from, to)| to > after && from <= today);
        counts.undated += usize::from(span.is_none());
        if let Some(steroid) = &injection.steroid {
            let total = counts
                .steroids
                .entry(steroid.name.as_str().to_lowercase())
                .or_default();
            let amount = steroid.amount.map_or(0, |amount| u32::from(amount.get()));
            total.without_amount += usize::from(steroid.amount.is_none());
            total.all_tenths += amount;
            total.year_tenths += if possibly { amount } else { 0 };
        }
        let (Some(span), true) = (span, possibly) else {
            continue;
        };
        let [any, epidural] = seen.entry(name(injection.region)).or_default();
        any.insert(span);
        if injection.epidural {
            epidural.insert(span);
        }
    }
    let count = |spans: &BTreeSet<(NaiveDate, NaiveDate)>| Count {
        least: spans
            .iter()
            .filter(|(from, to)| *from > after && *to <= today)
            .count(),
        most: spans.len(),
    };
    for (region, [any, epidural]) in &seen {
        let region_count = RegionCount {
            sessions: count(any),
            epidural: count(epidural),
        };
        if let Some(limit) = limit {
            counts.payer.push(format!(
                "{region}: {} epidural sessions in twelve months; {} usually cover {}. Information only.",
                region_count.epidural, limit.name, limit.sessions
            ));
        }
        counts.regions.insert((*region).to_owned(), region_count);
    }
    counts
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(f, "{}", self.most)
        } else {
            write!(f, "{} to {}", self.least, self.most)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn injection(when: &str, region: Region, steroid: Option<(&str, Option<u16>)>) -> Injection {
        Injection {
            when: when.parse().unwrap(),
            region,
            epidural: true,
            steroid: steroid.map(|(name, amount)| Steroid {
                name: Text::new(name).unwrap(),
                amount: amount.map(|mg| MilligramTenths::clamped(mg * 10)),
            }),
        }
    }

    fn lumbar(whens: &[&str]) -> Count {
        let list: Vec<Injection> = whens
            .iter()
            .map(|when| injection(when, Region::Lumbar, None))
            .collect();
        counts(&list, today(), None)
            .regions
            .get("lumbar")
            .map(|count| count.sessions)
            .unwrap_or_default()
    }

    #[rstest]
    #[case(&["24 Nov 2025"], 1, 1)]
    #[case(&["23 Nov 2025"], 0, 0)]
    #[case(&["23 Nov 2026"], 1, 1)]
    #[case(&["24 Nov 2026"], 0, 0)]
    #[case(&["Nov 2025"], 0, 1)]
    #[case(&["2026"], 0, 1)]
    #[case(&["2 Feb 2026", "2 Feb 2026"], 1, 1)]
    #[case(&["2 Feb 2026", "3 Feb 2026"], 2, 2)]
    #[case(&["unknown"], 0, 0)]
    fn trap_18_the_year_rolls_and_an_inexact_date_gives_a_range(
        #[case] whens: &[&str],
        #[case] least: usize,
        #[case] most: usize,
    ) {
        assert_eq!(lumbar(whens), Count { least, most });
    }

    #[test]
    fn regions_are_counted_apart_and_undated_injections_are_named() {
        let list = [
            injection("2 Feb 2026", Region::Lumbar, None),
            injection("2 Mar 2026", Region::Lumbosacral, None),
            injection("2 Mar 2026", Region::Cervical, None),
            injection("unknown", Region::Cervical, None),
        ];
        let counts = counts(&list, today(), None);
        assert_eq!(counts.regions["lumbar"].sessions.most, 2);
        assert_eq!(counts.regions["cervical"].sessions.most, 1);
        assert_eq!(counts.undated, 1);
        assert!(counts.payer.is_empty(), "no limit is built in");
    }

    #[test]
    fn an_injection_that_is_not_epidural_is_a_session_only() {
        let mut facet = injection("2 Feb 2026", Region::Lumbar, None);
        facet.epidural = false;
        let counts = counts(&[facet], today(), None);
        assert_eq!(counts.regions["lumbar"].sessions.most, 1);
        assert_eq!(counts.regions["lumbar"].epidural.most, 0);
    }

    #[test]
    fn steroids_are_added_up_by_kind_and_a_missing_amount_is_not_zero() {
        let list = [
            injection("2 Feb 2026", Region::Lumbar, Some(("Dexamethasone", Some(10)))),
            injection("2 Mar 2020", Region::Lumbar, Some(("dexamethasone", Some(8)))),
            injection("2 Apr 2026", Region::Lumbar, Some(("dexamethasone", None))),
            injection("2 May 2026", Region::Lumbar, Some(("triamcinolone", Some(40)))),
        ];
        let counts = counts(&list, today(), None);
        assert_eq!(
            counts.steroids["dexamethasone"],
            SteroidTotal {
                year_tenths: 100,
                all_tenths: 180,
                without_amount: 1
            }
        );
        assert_eq!(counts.steroids["triamcinolone"].year_tenths, 400);
    }

    #[test]
    fn a_payers_limit_is_information_that_a_clinic_switches_on() {
        let list = [injection("2 Feb 2026", Region::Lumbar, None)];
        let limit = PayerLimit::us().unwrap();
        assert_eq!(
            counts(&list, today(), Some(&limit)).payer,
            vec![
                "lumbar: 1 epidural sessions in twelve months; US payers usually cover 4. Information only."
            ]
        );
    }
}
