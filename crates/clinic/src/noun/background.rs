//! Allergies, alerts and conditions as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::Cells,
    details::{Details, asked},
    words::{self, say},
};
use lamina_api::shown::Shown;
use lamina_domain::Background;
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
            (say!("shown-anticoagulants"), &self.anticoagulants),
            (say!("shown-other-conditions"), &self.conditions),
        ] {
            details.add(&label, Some(asked(answer)));
        }
        details.add(&say!("shown-medicines-asked"), words::answer(&self.medicines));
        Shown {
            when: String::new(),
            title: say!("shown-alerts-and-conditions"),
            details: details.0,
        }
    }
}

impl Entered for Background {}
