//! Injection sessions in each region over a rolling year, and steroid of each kind. Shown only: no limit is built in
//! but the payer's, which a clinic switches on. Different steroids are never added up into one number.
//!
//! What was recorded as agents with their milligrams is read first, then the words; where the two tell different amounts of one
//! steroid, that steroid is not counted but named.
//!
//! What must hold: a total is definite only where everything that was injected is told and read; otherwise it is "at least",
//! and what was not counted is named.
//!
//! Source: CMS local coverage L33906 family for the optional limit of four epidural sessions in twelve months.

mod agents;
mod names;
mod part;
mod read;
mod token;

pub use agents::{Particles, particles};
pub use names::source;
pub use read::{Contents, GivenSteroid, contents};

use crate::{
    fact::{
        surgery::Region,
        treatment::{Kind, Treatment, injection::Type},
    },
    value::{text::Text, when::When, within::Within},
};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Tenths of a milligram, 0 to 1000 mg.
pub type MilligramTenths = Within<0, 10_000>;

/// One injection, or another intervention in which a steroid is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Injection {
    /// When it was given, as exactly as it is known.
    pub when: When,
    /// Where; empty where no level is recorded, such as often in a caudal one.
    pub regions: Vec<Region>,
    /// It counts as a session.
    pub session: bool,
    /// Whether it was epidural.
    pub epidural: bool,
    /// What was injected, as far as name, dose and notes tell.
    pub contents: Contents,
    /// As it was recorded: its name and dose.
    pub text: String,
}

impl Injection {
    /// A treatment as an injection; nothing where it is none and names no steroid.
    pub fn of(treatment: &Treatment) -> Option<Self> {
        let session = matches!(treatment.kind, Kind::Injection | Kind::Block);
        let other = matches!(treatment.kind, Kind::Intervention | Kind::Radiofrequency);
        if !session && !other {
            return None;
        }
        let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        let (name, dose) = (treatment.name.as_str(), text(&treatment.dose));
        let prose: Vec<String> = [&treatment.target, &treatment.note]
            .into_iter()
            .filter_map(text)
            .collect();
        let prose: Vec<&str> = prose.iter().map(String::as_str).collect();
        let contents = agents::with(
            treatment.injection.as_ref(),
            contents(name, dose.as_deref(), &prose),
        );
        if other && !matches!(contents, Contents::Steroids(_)) {
            return None;
        }
        let mut regions: Vec<Region> = Vec::new();
        for region in treatment.levels.targets().iter().filter_map(Region::of) {
            if !regions.contains(&region) {
                regions.push(region);
            }
        }
        let parts = [Some(name.to_owned()), dose];
        Some(Injection {
            when: treatment.started,
            regions,
            session,
            epidural: is_epidural(treatment),
            contents,
            text: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    }
}

/// Words that make an epidural injection of it, each as a whole word or as the beginning of one ("epidurals").
const EPIDURAL: [&str; 3] = ["epidural", "peridural", "transforaminal"];
/// The same as abbreviations and short names, each a whole word.
const EPIDURAL_SHORT: [&str; 12] = [
    "esi",
    "esis",
    "tfesi",
    "tfesis",
    "ilesi",
    "lesi",
    "cesi",
    "tesi",
    "tfe",
    "interlaminar",
    "caudal",
    "peridurals",
];

/// Whether an injection or block is an epidural one: by its type where one was chosen, else by its name and its target: "ESI
/// L4/5", "TFESI", "caudal injection". A blood patch is none. The one reading for counts and for follow-up.
pub fn is_epidural(treatment: &Treatment) -> bool {
    let chosen = treatment.injection.as_ref().and_then(|one| one.of_type);
    if let Some(of_type) = chosen.filter(|one| *one != Type::Other) {
        return of_type.is_epidural() && matches!(treatment.kind, Kind::Injection | Kind::Block);
    }
    let texts = [Some(&treatment.name), treatment.target.as_ref()];
    let texts: Vec<&str> = texts.into_iter().flatten().map(Text::as_str).collect();
    names_epidural(treatment.kind, &texts)
}

/// As [`is_epidural`], from the parts that decide it.
pub fn names_epidural(kind: Kind, texts: &[&str]) -> bool {
    let all = texts.join(" ").to_lowercase();
    let word =
        |word: &str| EPIDURAL.iter().any(|begin| word.starts_with(begin)) || EPIDURAL_SHORT.contains(&word);
    matches!(kind, Kind::Injection | Kind::Block)
        && !all.contains("blood patch")
        && all.split(|c: char| !c.is_alphabetic()).any(word)
}

/// A payer's limit on epidural sessions in a region over twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerLimit {
    /// The number of sessions.
    pub sessions: Within<1, 24>,
}

impl PayerLimit {
    /// The limit of US payers: four.
    pub fn us() -> Self {
        PayerLimit {
            sessions: Within::clamped(4),
        }
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
    /// Those of the sessions that were epidural, which a payer's limit counts.
    pub epidural: Count,
}

/// An injection whose steroid is in no total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCounted {
    /// When it was given, as exactly as it is known.
    pub when: When,
    /// As it was recorded.
    pub text: String,
    /// It may lie in the year.
    pub in_year: bool,
}

/// Steroid of one kind, in tenths of a milligram.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SteroidTotal {
    /// Surely inside the year.
    pub year_least: u32,
    /// Possibly inside the year, by dates that are not exact or not known.
    pub year_most: u32,
    /// Everything read up to the day of counting, whatever its date.
    pub all: u32,
    /// Injections of this steroid whose amount was not read.
    pub not_counted: Vec<NotCounted>,
}

/// Epidural sessions in a region beside what a payer covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayerCount {
    /// The region by name.
    pub region: String,
    /// Sessions within twelve months.
    pub epidural: Count,
    /// Sessions that are usually covered.
    pub covered: u16,
}

/// The counts as shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Sessions by the name of the region, lumbar and lumbosacral as one.
    pub regions: BTreeMap<String, RegionCount>,
    /// By steroid name, in lower case.
    pub steroids: BTreeMap<String, SteroidTotal>,
    /// Injections with a steroid of a kind that is not told; each may add to any total.
    pub kind_not_told: Vec<NotCounted>,
    /// Injections of which nothing tells what was injected; each may add to any total.
    pub contents_not_told: Vec<NotCounted>,
    /// Sessions whose date is not known; they are in no year.
    pub undated: usize,
    /// Sessions without a level; they are in no region.
    pub unplaced: usize,
    /// Epidural sessions in each region beside what a payer covers, where that is switched on.
    pub payer: Vec<PayerCount>,
}

impl Counts {
    /// Whether something that is in no total may add to this one: over all time, or in the year.
    pub fn at_least(&self, total: &SteroidTotal, in_year: bool) -> bool {
        [&total.not_counted, &self.kind_not_told, &self.contents_not_told]
            .into_iter()
            .flatten()
            .any(|one| one.in_year || !in_year)
    }
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

/// What the record holds for the twelve months that end `today`. What lies after that day is not counted.
pub fn counts(injections: &[Injection], today: NaiveDate, limit: Option<&PayerLimit>) -> Counts {
    let after = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let mut counts = Counts::default();
    let mut seen: BTreeMap<&str, [BTreeSet<(NaiveDate, NaiveDate)>; 2]> = BTreeMap::new();
    for injection in injections {
        let span = injection.when.span();
        if span.is_some_and(|(from, _)| from > today) {
            continue;
        }
        let possibly = span.is_none_or(|(_, to)| to > after);
        let surely = span.is_some_and(|(from, to)| from > after && to <= today);
        let not_counted = || NotCounted {
            when: injection.when,
            text: injection.text.clone(),
            in_year: possibly,
        };
        match &injection.contents {
            Contents::NoSteroid => {}
            Contents::NotTold => counts.contents_not_told.push(not_counted()),
            Contents::Steroids(given) => {
                for one in given {
                    let Some(name) = &one.name else {
                        counts.kind_not_told.push(not_counted());
                        continue;
                    };
                    let total = counts.steroids.entry(name.clone()).or_default();
                    let Some(amount) = one.amount.map(|amount| u32::from(amount.get())) else {
                        total.not_counted.push(not_counted());
                        continue;
                    };
                    total.all += amount;
                    total.year_most += if possibly { amount } else { 0 };
                    total.year_least += if surely { amount } else { 0 };
                }
            }
        }
        if !injection.session {
            continue;
        }
        counts.undated += usize::from(span.is_none());
        counts.unplaced += usize::from(injection.regions.is_empty());
        let (Some(span), true) = (span, possibly) else {
            continue;
        };
        for region in &injection.regions {
            let [any, epidural] = seen.entry(name(*region)).or_default();
            any.insert(span);
            if injection.epidural {
                epidural.insert(span);
            }
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
            counts.payer.push(PayerCount {
                region: (*region).to_owned(),
                epidural: region_count.epidural,
                covered: limit.sessions.get(),
            });
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
            regions: vec![region],
            session: true,
            epidural: true,
            contents: steroid.map_or(Contents::NoSteroid, |(name, amount)| {
                Contents::Steroids(vec![GivenSteroid {
                    name: Some(name.to_owned()),
                    amount: amount.map(|mg| MilligramTenths::clamped(mg * 10)),
                }])
            }),
            text: "injection".to_owned(),
        }
    }

    fn treated(json: &str) -> Injection {
        let treatment: Treatment = serde_json::from_str(json).unwrap();
        Injection::of(&treatment).unwrap()
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
    fn steroids_are_added_up_by_kind_and_what_is_not_read_makes_it_at_least() {
        let list = [
            injection("2 Feb 2026", Region::Lumbar, Some(("dexamethasone", Some(10)))),
            injection("2 Mar 2020", Region::Lumbar, Some(("dexamethasone", Some(8)))),
            injection("2 Apr 2026", Region::Lumbar, Some(("dexamethasone", None))),
            injection("2 May 2026", Region::Lumbar, Some(("triamcinolone", Some(40)))),
            injection("24 Nov 2026", Region::Lumbar, Some(("triamcinolone", Some(40)))),
        ];
        let counts = counts(&list, today(), None);
        let dexamethasone = &counts.steroids["dexamethasone"];
        assert_eq!((dexamethasone.year_least, dexamethasone.year_most), (100, 100));
        assert_eq!((dexamethasone.all, dexamethasone.not_counted.len()), (180, 1));
        assert!(counts.at_least(dexamethasone, true) && counts.at_least(dexamethasone, false));
        let triamcinolone = &counts.steroids["triamcinolone"];
        assert_eq!(triamcinolone.all, 400, "what lies after the day is not counted");
        assert!(!counts.at_least(triamcinolone, false));
    }

    #[test]
    fn a_date_that_is_not_exact_gives_a_range_and_none_may_lie_in_the_year() {
        let list = [
            injection("Nov 2025", Region::Lumbar, Some(("dexamethasone", Some(10)))),
            injection("unknown", Region::Lumbar, Some(("dexamethasone", Some(8)))),
        ];
        let counts = counts(&list, today(), None);
        let total = &counts.steroids["dexamethasone"];
        assert_eq!((total.year_least, total.year_most, total.all), (0, 180, 180));
    }

    #[test]
    fn what_nobody_told_of_an_injection_may_add_to_every_total() {
        let silent = |when: &str| Injection {
            contents: Contents::NotTold,
            ..injection(when, Region::Lumbar, None)
        };
        let known = injection("2 Feb 2026", Region::Lumbar, Some(("dexamethasone", Some(10))));
        let of = |when: &str| {
            let counts = counts(&[known.clone(), silent(when)], today(), None);
            let total = &counts.steroids["dexamethasone"];
            (counts.at_least(total, true), counts.at_least(total, false))
        };
        assert_eq!(of("2 Mar 2026"), (true, true));
        assert_eq!(
            of("2 Mar 2020"),
            (false, true),
            "an old one adds to no sum of the year"
        );
        assert_eq!(of("unknown"), (true, true));
    }

    #[rstest]
    #[case(r#""kind":"injection","name":"ESI L4/5""#, true)]
    #[case(r#""kind":"injection","name":"TFESI L5""#, true)]
    #[case(r#""kind":"injection","name":"Caudal injection""#, true)]
    #[case(
        r#""kind":"injection","name":"Steroid injection","target":"epidural space""#,
        true
    )]
    #[case(r#""kind":"block","name":"caudal epidural block""#, true)]
    #[case(r#""kind":"injection","name":"Transforaminal injection""#, true)]
    #[case(r#""kind":"injection","name":"epidural blood patch""#, false)]
    #[case(r#""kind":"injection","name":"facet injection""#, false)]
    #[case(r#""kind":"injection","name":"Resist band injection""#, false)]
    #[case(
        r#""kind":"intervention","name":"epidural adhesiolysis with dexamethasone""#,
        false
    )]
    fn one_reading_says_what_is_epidural(#[case] json: &str, #[case] epidural: bool) {
        assert_eq!(treated(&format!("{{{json}}}")).epidural, epidural);
    }

    #[rstest]
    #[case(
        r#""kind":"injection","name":"ESI","injection":{"type":"facet_joint"}"#,
        false
    )]
    #[case(
        r#""kind":"block","name":"injection","injection":{"type":"transforaminal_epidural"}"#,
        true
    )]
    #[case(r#""kind":"injection","name":"caudal","injection":{"type":"other"}"#, true)]
    fn a_type_that_was_chosen_says_what_is_epidural(#[case] json: &str, #[case] epidural: bool) {
        assert_eq!(treated(&format!("{{{json}}}")).epidural, epidural);
    }

    #[test]
    fn a_caudal_injection_without_level_is_in_the_sum_and_in_no_region() {
        let one = treated(
            r#"{"kind":"injection","name":"caudal epidural","dose":"Kenalog 40 mg","started":"2 Feb 2026"}"#,
        );
        let counts = counts(&[one], today(), None);
        assert_eq!(counts.steroids["triamcinolone"].year_least, 400);
        assert_eq!((counts.unplaced, counts.regions.len()), (1, 0));
    }

    #[test]
    fn a_payers_limit_is_information_that_a_clinic_switches_on() {
        let list = [injection("2 Feb 2026", Region::Lumbar, None)];
        let limit = PayerLimit::us();
        assert_eq!(
            counts(&list, today(), Some(&limit)).payer,
            [PayerCount {
                region: "lumbar".to_owned(),
                epidural: Count { least: 1, most: 1 },
                covered: 4,
            }]
        );
    }
}
