//! A symptom as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, when},
    details::{self, Details, side},
    words::{Word, joined, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::{Answer, Missing, Symptom};

impl Written for Symptom {
    fn columns(&self) -> Cells {
        when(&self.onset)
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let strength = match &self.intensity {
            Answer::Value(nrs) => Some(format!("{}/10", nrs.rating())),
            Answer::Missing(Missing::NotAsked) => None,
            Answer::Missing(missing) => Some(missing.word()),
        };
        details.add(&say!("shown-strength"), strength);
        details.text(&say!("shown-spreads-to"), &self.radiation);
        details.list(&say!("shown-what-it-is-like"), &self.qualities);
        details.list(&say!("shown-worse-with"), &self.aggravating);
        details.list(&say!("shown-better-with"), &self.relieving);
        details.text(&say!("shown-how-it-began"), &self.onset_words);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        let side = self
            .side_words
            .as_ref()
            .map(ToString::to_string)
            .or_else(|| side(&self.side));
        Shown {
            when: details::when(&self.onset, message!("shown-start-unknown")),
            title: joined([Some(self.site.to_string()), side], ", ").unwrap_or_default(),
            details: details.0,
        }
    }
}

impl Entered for Symptom {}
