//! The dose of a medicine over time: what was changed and when, without its being another treatment.

use crate::value::{
    issue::{Issue, Problem},
    medicine::Medicine,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A change of dose: from then on the medicine is this.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoseStep {
    /// From when on it is so.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// The medicine as prescribed and taken from then on.
    pub medicine: Medicine,
}

/// The medicine that holds on that day: of the steps, which stand in their order, the last that has begun, and before all of
/// them what the treatment began with. A step whose date is not known has begun, as it was told of.
pub(super) fn holding<'t>(
    first: Option<&'t Medicine>,
    steps: &'t [DoseStep],
    today: NaiveDate,
) -> Option<&'t Medicine> {
    let begun = |step: &&DoseStep| step.when.span().is_none_or(|(from, _)| from <= today);
    let last = steps.iter().rev().find(begun);
    last.map(|step| &step.medicine).or(first)
}

/// Steps change a medicine that is there and stays the same one; none lies before the start or before the step above it.
pub(super) fn check(first: Option<&Medicine>, started: &When, steps: &[DoseStep], issues: &mut Vec<Issue>) {
    let mut before = started.span();
    for (at, step) in steps.iter().enumerate() {
        if first.is_none_or(|first| names(first) != names(&step.medicine)) {
            issues.push(Issue::at(format!("steps.{at}.medicine"), Problem::OtherMedicine));
        }
        let span = step.when.span();
        if let (Some((from, _)), Some((_, to))) = (before, span)
            && to < from
        {
            issues.push(Issue::at(format!("steps.{at}.when"), Problem::EndBeforeStart));
        }
        before = span.or(before);
    }
}

/// The ingredients, by their international names where these are known.
fn names(medicine: &Medicine) -> BTreeSet<String> {
    let name = |one: &crate::value::medicine::Ingredient| {
        let known = one.substance().map(|known| known.id.clone());
        known.unwrap_or_else(|| one.name.as_str().to_lowercase())
    };
    medicine.parts().ingredients.iter().map(name).collect()
}
