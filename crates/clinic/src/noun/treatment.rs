//! A treatment tried as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{self, Cells, code, plain, until, when},
    details::{self, Details, levels, side},
    responses,
    words::{self, Word, joined, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::{
    Response, Treatment,
    medicine::{Medicine, Route},
};
use lamina_store::Cell;

impl Written for Treatment {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.started);
        cells.push(("levels", cells::levels(&self.levels)));
        cells.extend(until(["until_text", "until_to"], &self.ended));
        if let Ok(kind) = serde_json::to_value(self.kind) {
            cells.push(("category", plain(&kind)));
        }
        if let Some(medicine) = &self.medicine {
            cells.extend(prescribed(medicine));
        }
        cells.extend(self.course().last.map(responded).unwrap_or_default());
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(
            &say!("shown-as-prescribed"),
            self.medicine.as_ref().map(ToString::to_string),
        );
        details.text(&say!("shown-dose"), &self.dose);
        let target = [
            levels(&self.levels),
            side(&self.side),
            self.target.as_ref().map(ToString::to_string),
        ];
        details.add(&say!("shown-target"), joined(target, ", "));
        let ended = (!self.ended.is_unknown()).then(|| self.ended.to_string());
        details.add(&say!("shown-until"), ended);
        details.add(&say!("shown-status"), self.status.map(|status| status.word()));
        for response in responses::on_the_screen(self) {
            details.add(&say!("shown-response"), Some(response));
        }
        let why = [
            words::answer(&self.stopped),
            self.stopped_words.as_ref().map(ToString::to_string),
        ];
        details.add(&say!("shown-ended-because"), joined(why, "; "));
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.started, message!("shown-start-unknown")),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        format!("{}: {}", self.kind.word(), self.name)
    }
}

impl Entered for Treatment {}

/// The last response, where it is known which is the last.
fn responded(last: &Response) -> Vec<(&'static str, Cell)> {
    let text = |text: &Option<lamina_domain::Text>| text.as_ref().map(ToString::to_string).into();
    vec![
        ("responded_text", Cell::Text(last.when.to_string())),
        ("relief", code(serde_json::to_value(&last.relief))),
        ("worsened", Cell::Bool(last.worsened)),
        ("response", text(&last.words)),
        ("response_lasted", text(&last.lasted)),
        (
            "adverse_effects",
            code(serde_json::to_value(&last.adverse_effects)),
        ),
    ]
}

/// Ingredients with their strengths, route and frequency. A route that the form leaves no doubt about is the route.
fn prescribed(medicine: &Medicine) -> Vec<(&'static str, Cell)> {
    let parts = medicine.parts();
    vec![
        ("ingredients", code(serde_json::to_value(&parts.ingredients))),
        (
            "route",
            match medicine.route() {
                Route::Unknown => Cell::Null,
                route => code(serde_json::to_value(route)),
            },
        ),
        (
            "frequency",
            parts
                .frequency
                .or(parts.changed)
                .map(|frequency| frequency.to_string())
                .into(),
        ),
    ]
}
