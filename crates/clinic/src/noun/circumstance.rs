//! How somebody lives as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, when},
    circumstances,
    words::{joined, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::Circumstance;

impl Written for Circumstance {
    fn columns(&self) -> Cells {
        when(&self.when)
    }

    fn shown(&self) -> Shown {
        let details = circumstances::details(self);
        let about = joined(details.0.iter().map(|one| Some(one.label.clone())), ", ");
        let title = match about {
            None => say!("circumstance-what"),
            Some(about) => say_with!("circumstance-title", [("about", about.into())]),
        };
        details.ended(&self.when, title, &self.note, self.told_by)
    }
}

impl Entered for Circumstance {}
