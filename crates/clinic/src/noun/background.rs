//! Allergies, alerts and conditions as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    allergies,
    cells::Cells,
    conditions,
    details::{Details, asked},
    words::{self, say},
};
use lamina_api::{ApiError, noun::background::BackgroundInput, shown::Shown};
use lamina_domain::{Answer, Background, Fact, Reply, gate::bleeding};
use lamina_store::Cell;

/// Columns that hold an answer whole, also which kind of missing it is.
const NAMES: [&str; 7] = [
    "allergies",
    "red_flags",
    "implants_mri",
    "anticoagulants",
    "comorbidities",
    "conditions",
    "medicines",
];

impl Written for Background {
    fn columns(&self) -> Cells {
        let fields = serde_json::to_value(self).unwrap_or_default();
        NAMES
            .into_iter()
            .filter_map(|name| Some((name, Cell::Json(fields.get(name)?.clone()))))
            .collect()
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&allergies::label(), Some(allergies::told(&self.allergies)));
        for (label, answer) in [
            (say!("shown-red-flags"), &self.red_flags),
            (say!("shown-implants-and-mri"), &self.implants_mri),
        ] {
            details.add(&label, Some(asked(answer)));
        }
        for (label, reply) in [
            (say!("shown-conditions-present"), Reply::Yes),
            (say!("shown-conditions-not-known"), Reply::Unknown),
            (say!("shown-conditions-declined"), Reply::Declined),
            (say!("shown-conditions-not-there"), Reply::No),
            (say!("shown-conditions-does-not-apply"), Reply::DoesNotApply),
        ] {
            details.add(&label, conditions::with(self, reply));
        }
        details.add(&say!("shown-other-conditions"), Some(asked(&self.conditions)));
        let thinners = match &self.anticoagulants {
            // They stand in their own list, which tells more of each.
            Answer::Value(texts) if texts.is_empty() => say!("shown-asked-listed"),
            answer => asked(answer),
        };
        details.add(&say!("shown-anticoagulants"), Some(thinners));
        details.add(&say!("shown-medicines-asked"), words::answer(&self.medicines));
        Shown {
            when: String::new(),
            title: say!("shown-alerts-and-conditions"),
            details: details.0,
        }
    }
}

impl Entered for Background {
    const LOOKS_AT_ALL: bool = true;

    /// The blood thinners that were typed are entries of their own list, each with its class where the name tells it; here
    /// stays only that they were asked about. A condition that opens a red flag pauses walking.
    fn fit(
        &mut self,
        _: &BackgroundInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let mut beside = Vec::new();
        if let Answer::Value(texts) = &self.anticoagulants {
            let (new, stay) = bleeding::become_listed(&around.record.anticoagulants, texts);
            self.anticoagulants = Answer::Value(stay);
            beside.extend(new.into_iter().map(Fact::from));
        }
        around.raised(around.today, self.clone().into(), beside)
    }
}
