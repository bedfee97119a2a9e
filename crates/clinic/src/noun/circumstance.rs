//! How somebody lives as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, when},
    circumstances, details,
    words::{joined, message, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::Circumstance;

impl Written for Circumstance {
    fn columns(&self) -> Cells {
        when(&self.when)
    }

    fn shown(&self) -> Shown {
        let mut details = circumstances::details(self);
        let about = joined(details.0.iter().map(|one| Some(one.label.clone())), ", ");
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.when, message!("shown-date-unknown")),
            title: match about {
                None => say!("circumstance-what"),
                Some(about) => say_with!("circumstance-title", [("about", about.into())]),
            },
            details: details.0,
        }
    }
}

impl Entered for Circumstance {}
