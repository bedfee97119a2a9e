//! Allergies, alerts and conditions as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::Cells,
    details::{Details, asked},
    words::{self, say},
};
use lamina_api::{ApiError, noun::background::BackgroundInput, shown::Shown};
use lamina_domain::{Answer, Background, Fact, gate::bleeding};
use lamina_store::Cell;

/// Columns that hold an answer whole, also which kind of missing it is.
const NAMES: [&str; 6] = [
    "allergies",
    "red_flags",
    "implants_mri",
    "anticoagulants",
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
        for (label, answer) in [
            (say!("shown-allergies"), &self.allergies),
            (say!("shown-red-flags"), &self.red_flags),
            (say!("shown-implants-and-mri"), &self.implants_mri),
            (say!("shown-other-conditions"), &self.conditions),
        ] {
            details.add(&label, Some(asked(answer)));
        }
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
    /// stays only that they were asked about.
    fn fit(
        &mut self,
        _: &BackgroundInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let Answer::Value(texts) = &self.anticoagulants else {
            return Ok(Vec::new());
        };
        let (new, stay) = bleeding::become_listed(&around.record.anticoagulants, texts);
        self.anticoagulants = Answer::Value(stay);
        Ok(new.into_iter().map(Fact::from).collect())
    }
}
