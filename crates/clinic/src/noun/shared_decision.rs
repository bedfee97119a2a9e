//! A decision that was taken together as columns and in words: as it was said, and judged by nobody.

use super::{Entered, Written};
use crate::{
    cells::{Cells, when},
    details::{Details, asked},
    words::{self, Word, joined, say, say_with, words as coded},
};
use lamina_api::shown::Shown;
use lamina_domain::{
    Missing, Reply, SharedDecision,
    shared_decision::{Consent, ConsideredOption, Way},
};
use lamina_store::Cell;

coded! {
    Way {
        Treatment => "value-way-treatment",
        WatchfulWaiting => "value-way-watchful-waiting",
        NoTreatment => "value-way-no-treatment",
    }
    Consent {
        Given => "value-consent-given",
        Declined => "value-consent-declined",
        Deferred => "value-consent-deferred",
    }
}

impl Written for SharedDecision {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        let risks = serde_json::to_value(&self.risks);
        cells.push(("risks", risks.map_or(Cell::Null, Cell::Json)));
        cells
    }

    fn shown(&self) -> Shown {
        decided(self).ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        self.about.to_string()
    }
}

impl Entered for SharedDecision {}

/// What was discussed, told and decided, part by part, for screen and letter.
pub(crate) fn decided(decision: &SharedDecision) -> Details {
    let mut details = Details::default();
    let options = decision.options.iter().map(|one| Some(option(one)));
    details.add(&say!("shown-decision-options"), joined(options, "; "));
    if !decision.risks.is_not_asked() {
        details.add(&say!("shown-decision-risks"), Some(asked(&decision.risks)));
    }
    details.text(&say!("shown-decision-decision"), &decision.decision);
    details.add(&say!("shown-decision-consent"), words::answer(&decision.consent));
    details.text(&say!("shown-decision-by"), &decision.by);
    let document = (decision.document != Reply::NotAsked).then(|| decision.document.word());
    details.add(&say!("shown-decision-document"), document);
    details
}

/// "watchful waiting: the pain is easing (decided on)".
fn option(one: &ConsideredOption) -> String {
    let words = one.words.as_ref().map(ToString::to_string);
    let what = match one.way {
        Way::Treatment => words.unwrap_or_else(|| Missing::Unknown.word()),
        way => joined([Some(way.word()), words], ", ").unwrap_or_default(),
    };
    let what = match &one.reason {
        None => what,
        Some(reason) => say_with!(
            "decision-option",
            [("option", what.into()), ("reason", reason.to_string().into())]
        ),
    };
    match one.chosen {
        true => say_with!("decision-option-chosen", [("option", what.into())]),
        false => what,
    }
}
