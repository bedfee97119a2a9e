//! What a list of medicines should be looked at for beside its total: data, not advice. What may be taken counts as taken
//! here, so that nothing goes unnoticed; the sentences say of which that is not known.

use super::{ListedMedicine, Load, Pump};
use crate::rule::opioid::factor::{Naloxone, Table};
use crate::value::date::PartialDate;
use crate::value::medicine::kind::Release;
use crate::value::medicine::name::Class;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

/// What is known of the person beside the list. It only ever adds a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The age in completed years that is reached for certain.
    pub least_age: Option<u32>,
    /// Conditions as recorded, in words.
    pub conditions: Vec<String>,
    /// Pumps in the body that hold an opioid or may hold one, beside the medicines of the list.
    pub pumps: Vec<Pump>,
}

/// Where the opioid is that another medicine stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Opioid {
    /// An opioid that may be taken is on the list.
    Listed,
    /// A pump in the body holds a named opioid.
    InPump,
    /// Only names are on the list that may be one.
    NameNotKnown,
    /// What a pump holds is not recorded.
    PumpNotKnown,
}

/// One thing to look at. Medicines are told by their place in the list, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Prompt {
    /// The same opioid stands on the list more than once and none was stopped. All that can be counted
    /// are in the sum.
    Duplicate {
        /// The opioid by its international name.
        ingredient: String,
        /// Its places in the list, at least two.
        medicines: Vec<usize>,
        /// One is immediate and one modified release, which may be meant.
        releases_differ: bool,
    },
    /// An opioid stands beside another medicine that sedates.
    WithSedative {
        /// The kind of medicine that sedates, such as benzodiazepines.
        class: Class,
        /// Places of the medicines of that kind.
        medicines: Vec<usize>,
        /// Where the opioid is, or what may be one.
        opioid: Opioid,
    },
    /// An opioid stands beside a medicine that blocks opioids.
    WithAntagonist {
        /// Places of those that hold no opioid themselves.
        medicines: Vec<usize>,
    },
    /// No naloxone on the list where the table's guideline mentions it.
    NoNaloxone {
        /// Why it mentions it.
        because: Vec<Because>,
        /// Where that comes from.
        source: String,
    },
    /// No review is recorded within the days that the table's guideline names.
    NoReview {
        /// The last review, as precise as it is known.
        last: Option<String>,
        /// Where there is none: the start that is counted from, as precise as it is known.
        since: Option<String>,
        /// After how many days without a review this is said.
        days: u32,
        /// Where they come from.
        source: String,
    },
}

/// Why a guideline mentions naloxone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Because {
    /// The total has reached this.
    Total {
        /// The total it speaks of.
        from: Decimal,
    },
    /// A medicine that sedates stands beside the opioid.
    Sedative {
        /// The kind of medicine that sedates.
        class: Class,
    },
    /// A condition is recorded.
    Condition {
        /// What the guideline calls it.
        what: String,
        /// The words that were recorded.
        said: String,
    },
    /// The person has reached an age for certain.
    Age {
        /// The age it speaks of.
        from: u32,
    },
}

pub(super) fn prompts(
    medicines: &[ListedMedicine<'_>],
    table: &Table,
    person: &Person,
    higher: Option<Decimal>,
) -> Vec<Prompt> {
    let mut prompts = duplicates(medicines);
    let current = || medicines.iter().enumerate().filter(|(_, one)| one.may_run());
    let holding = |class: Class| -> Vec<usize> {
        let holds =
            |one: &ListedMedicine<'_>| one.medicine.parts().ingredients.iter().any(|part| part.is(class));
        current()
            .filter(|(_, one)| holds(one))
            .map(|(place, _)| place)
            .collect()
    };
    let opioid = current().any(|(_, one)| one.medicine.has_opioid());
    let unknown = |one: &ListedMedicine<'_>| {
        let parts = one.medicine.parts();
        parts.ingredients.iter().any(|part| part.substance().is_none())
    };
    let pump_with_opioid = person.pumps.iter().any(|pump| !pump.opioids.is_empty());
    let beside = if opioid {
        Some(Opioid::Listed)
    } else if pump_with_opioid {
        Some(Opioid::InPump)
    } else if current().any(|(_, one)| unknown(one)) {
        Some(Opioid::NameNotKnown)
    } else {
        (!person.pumps.is_empty()).then_some(Opioid::PumpNotKnown)
    };
    let mut sedatives = Vec::new();
    if let Some(beside) = beside {
        for class in [Class::Benzodiazepine, Class::Gabapentinoid, Class::Sedative] {
            let medicines = holding(class);
            if !medicines.is_empty() {
                sedatives.push(Because::Sedative { class });
                prompts.push(Prompt::WithSedative {
                    class,
                    medicines,
                    opioid: beside,
                });
            }
        }
    }
    // In one medicine with an opioid it is there against misuse.
    let blocking: Vec<usize> = holding(Class::Antagonist)
        .into_iter()
        .filter(|place| {
            medicines
                .get(*place)
                .is_some_and(|one| !one.medicine.has_opioid())
        })
        .collect();
    if opioid && !blocking.is_empty() {
        prompts.push(Prompt::WithAntagonist { medicines: blocking });
    }
    // Naloxone inside a combination is there against misuse, not for an overdose.
    let naloxone = current().any(|(_, one)| match one.medicine.parts().ingredients.as_slice() {
        [only] => only.is(Class::Naloxone),
        _ => false,
    });
    if let Some(rule) = table
        .naloxone
        .as_ref()
        .filter(|_| (opioid || pump_with_opioid) && !naloxone)
    {
        let because = because(rule, person, higher, sedatives);
        if !because.is_empty() {
            prompts.push(Prompt::NoNaloxone {
                because,
                source: rule.source.clone(),
            });
        }
    }
    prompts
}

fn because(
    rule: &Naloxone,
    person: &Person,
    higher: Option<Decimal>,
    sedatives: Vec<Because>,
) -> Vec<Because> {
    let mut because = Vec::new();
    let from = rule.from.value();
    if higher.is_some_and(|total| total >= from) {
        because.push(Because::Total { from });
    }
    because.extend(sedatives);
    for condition in &rule.condition {
        let said = person
            .conditions
            .iter()
            .find(|text| condition.words.iter().any(|words| says(text, words)));
        because.extend(said.map(|said| Because::Condition {
            what: condition.what.clone(),
            said: said.clone(),
        }));
    }
    if person.least_age.is_some_and(|age| age >= rule.age) {
        because.push(Because::Age { from: rule.age });
    }
    because
}

/// Whether a text says these words and doesn't deny them: "denies sleep apnoea", "no history of overdose".
fn says(text: &str, words: &str) -> bool {
    let low = text.to_lowercase();
    let said: Vec<&str> = low
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let wanted: Vec<&str> = words.split(['-', ' ']).collect();
    (0..said.len()).any(|at| {
        let here = said.get(at..at + wanted.len()).is_some_and(|here| here == wanted);
        let before = said.get(..at).unwrap_or_default().iter().rev();
        let denied = before
            .copied()
            .find(|word| {
                !matches!(
                    *word,
                    "history" | "of" | "known" | "any" | "previous" | "evidence"
                )
            })
            .is_some_and(|word| {
                matches!(
                    word,
                    "no" | "not" | "denies" | "denied" | "without" | "never" | "nil"
                )
            });
        here && !denied
    })
}

fn duplicates(medicines: &[ListedMedicine<'_>]) -> Vec<Prompt> {
    let mut found: Vec<(&str, Vec<usize>, Vec<Release>)> = Vec::new();
    for (place, listed) in medicines.iter().enumerate().filter(|(_, one)| one.may_run()) {
        let parts = listed.medicine.parts();
        for ingredient in parts.ingredients.iter().filter(|one| one.is(Class::Opioid)) {
            let Some(known) = ingredient.substance() else {
                continue;
            };
            match found.iter_mut().find(|(id, ..)| *id == known.id) {
                Some((_, places, _)) if places.contains(&place) => {}
                Some((_, places, releases)) => {
                    places.push(place);
                    releases.push(parts.release);
                }
                None => found.push((&known.id, vec![place], vec![parts.release])),
            }
        }
    }
    found
        .into_iter()
        .filter(|(_, places, _)| places.len() > 1)
        .map(|(ingredient, medicines, releases)| Prompt::Duplicate {
            ingredient: ingredient.to_owned(),
            medicines,
            releases_differ: releases.contains(&Release::Immediate) && releases.contains(&Release::Modified),
        })
        .collect()
}

/// When an opioid was last looked at, or since when it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastReview {
    /// The last visit since its start.
    Last(PartialDate),
    /// No visit since this start.
    Since(PartialDate),
    /// No visit, and the start is not known.
    Never,
}

impl LastReview {
    /// When an opioid that began at `started` was last looked at: at the last of the `visits` up to `today` that may lie after
    /// its start.
    pub fn of(started: Option<PartialDate>, visits: &[PartialDate], today: NaiveDate) -> Self {
        let past = visits.iter().filter(|visit| visit.span().0 <= today);
        let since = |visit: &&PartialDate| started.is_none_or(|start| visit.span().1 > start.span().0);
        let last = past.filter(since).max_by_key(|visit| visit.span().1);
        match (last, started) {
            (Some(last), _) => LastReview::Last(*last),
            (None, Some(start)) => LastReview::Since(start),
            (None, None) => LastReview::Never,
        }
    }
}

impl Load {
    /// Adds what is to be said of the last review of an opioid that is taken, by the one that has gone longest without.
    /// Nothing is said where the last possible day lies within the table's days, or where no opioid is taken.
    pub fn with_review(mut self, table: &Table, reviewed: &[LastReview], today: NaiveDate) -> Load {
        let Some(rule) = table.review.as_ref().filter(|_| self.opioids > 0) else {
            return self;
        };
        let day = |one: &LastReview| match one {
            LastReview::Last(date) | LastReview::Since(date) => Some(date.span().1),
            LastReview::Never => None,
        };
        let late = |one: &&LastReview| {
            day(one).is_none_or(|day| today.signed_duration_since(day).num_days() > rule.days.into())
        };
        if let Some(longest) = reviewed.iter().filter(late).min_by_key(|one| day(one)) {
            let (last, since) = match longest {
                LastReview::Last(date) => (Some(date.to_string()), None),
                LastReview::Since(date) => (None, Some(date.to_string())),
                LastReview::Never => (None, None),
            };
            self.prompts.push(Prompt::NoReview {
                last,
                since,
                days: rule.days,
                source: rule.source.clone(),
            });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Sleep apnoea on CPAP", true)]
    #[case("obstructive sleep-apnoea", true)]
    #[case("denies sleep apnoea", false)]
    #[case("no history of sleep apnoea", false)]
    #[case("no CPAP for sleep apnoea", true)]
    #[case("sleeps badly", false)]
    fn words_only_add_a_line_and_a_denial_adds_none(#[case] text: &str, #[case] found: bool) {
        assert_eq!(says(text, "sleep apnoea"), found);
    }
}
