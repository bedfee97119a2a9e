//! A person as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::Cells,
    details::Details,
    words::{Word, joined, say},
};
use lamina_api::shown::Shown;
use lamina_domain::{Birth, Patient};
use lamina_store::Cell;

impl Written for Patient {
    fn columns(&self) -> Cells {
        let born = match self.born {
            Birth::Date(date) => date.iso(),
            told => told.to_string(),
        };
        vec![("born", Cell::Text(born))]
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-born"), Some(self.born.to_string()));
        details.add(&say!("shown-sex"), self.sex.map(|sex| sex.word()));
        details.text(&say!("shown-record-number"), &self.record_number);
        details.list(&say!("shown-contact"), &self.contact);
        details.text(&say!("shown-occupation"), &self.occupation);
        let team = self
            .care_team
            .iter()
            .map(|member| Some(format!("{} ({})", member.name, member.role)));
        details.add(&say!("shown-care-team"), joined(team, ", "));
        details.text(&say!("shown-note"), &self.note);
        Shown {
            when: String::new(),
            title: self.shown_name(),
            details: details.0,
        }
    }
}

impl Entered for Patient {}
