//! What a list of medicines should be looked at for beside its total: data, not advice.

use super::{Listed, Load};
use crate::date::PartialDate;
use crate::medicine::factor::Table;
use crate::medicine::kind::Release;
use crate::medicine::name::Class;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

/// One thing to look at. Medicines are told by their place in the list, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Prompt {
    /// The same opioid stands on the list more than once and none was stopped. All that can be counted
    /// are in the sum.
    Duplicate {
        /// The ingredient.
        ingredient: String,
        /// Where.
        medicines: Vec<usize>,
        /// One is immediate and one modified release, which may be meant.
        releases_differ: bool,
    },
    /// An opioid stands beside another medicine that sedates.
    WithSedative {
        /// What kind.
        class: Class,
        /// Which.
        medicines: Vec<usize>,
    },
    /// No naloxone on the list at a total from which the table's guideline mentions it.
    NoNaloxone {
        /// The total it speaks of.
        from: Decimal,
    },
    /// No review is recorded within the days that the table's guideline names.
    NoReview {
        /// The last review, as precise as it is known.
        last: String,
        /// The days.
        days: u32,
    },
}

pub(super) fn prompts(medicines: &[Listed<'_>], table: &Table, higher: Decimal) -> Vec<Prompt> {
    let mut prompts = duplicates(medicines);
    let current = || medicines.iter().enumerate().filter(|(_, one)| one.current);
    if current().any(|(_, one)| one.medicine.has_opioid()) {
        for class in [Class::Benzodiazepine, Class::Gabapentinoid, Class::Sedative] {
            let holds = |one: &Listed<'_>| one.medicine.parts().ingredients.iter().any(|part| part.is(class));
            let medicines: Vec<usize> = current()
                .filter(|(_, one)| holds(one))
                .map(|(place, _)| place)
                .collect();
            if !medicines.is_empty() {
                prompts.push(Prompt::WithSedative { class, medicines });
            }
        }
    }
    // Naloxone inside a combination is there against misuse, not for an overdose.
    let naloxone = current().any(|(_, one)| match one.medicine.parts().ingredients.as_slice() {
        [only] => only.is(Class::Naloxone),
        _ => false,
    });
    if let Some(rule) = &table.naloxone
        && higher >= rule.from.value()
        && !naloxone
    {
        prompts.push(Prompt::NoNaloxone {
            from: rule.from.value(),
        });
    }
    prompts
}

fn duplicates(medicines: &[Listed<'_>]) -> Vec<Prompt> {
    let mut found: Vec<(&str, Vec<usize>, Vec<Release>)> = Vec::new();
    for (place, listed) in medicines.iter().enumerate().filter(|(_, one)| one.current) {
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

impl Load {
    /// Adds what is to be said of the last review. Nothing is said where the last possible day of `last` lies within the
    /// table's days, or where no opioid is taken.
    pub fn with_review(mut self, table: &Table, last: PartialDate, today: NaiveDate) -> Load {
        if let Some(rule) = &table.review
            && self.opioids > 0
            && today.signed_duration_since(last.span().1).num_days() > rule.days.into()
        {
            self.prompts.push(Prompt::NoReview {
                last: last.iso(),
                days: rule.days,
            });
        }
        self
    }
}
