//! A treatment tried as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{self, Cells, code, plain, until, when},
    day::Day,
    details::{self, Details, levels, side},
    record::Record,
    responses,
    telling::Telling,
    treatments::{injection, medicine, therapy},
    words::{self, Word, joined, message, say},
};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{
    Response, Standing, Treatment,
    medicine::{Medicine, Route},
    treatment::therapy::Sessions,
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
        if let Some(medicine) = self.medicines().last() {
            cells.extend(prescribed(medicine));
        }
        if let Some(injection) = &self.injection {
            cells.push(("injection_type", code(serde_json::to_value(injection.of_type))));
            cells.push(("guidance", code(serde_json::to_value(&injection.guidance))));
            cells.push(("agents", code(serde_json::to_value(&injection.agents))));
        }
        if let Some(therapy) = &self.therapy {
            let count = |one: Option<Sessions>| one.map(|one| i64::from(one.get())).into();
            cells.push(("sessions_planned", count(therapy.planned)));
            cells.push(("sessions_attended", count(therapy.attended)));
            cells.push(("therapy_content", code(serde_json::to_value(&therapy.content))));
        }
        cells.extend(self.course().last.map(responded).unwrap_or_default());
        cells
    }

    fn shown(&self) -> Shown {
        within(self, None)
    }

    /// With what else of the record began before a response was told.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        within(self, telling.record())
    }

    fn title(&self) -> String {
        format!("{}: {}", self.kind.word(), self.name)
    }

    /// With what was told of it on that day; that it began where it goes on from then.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let told = responses::told_on(self, |when| day.is(when));
        let begun = (self.standing(day.date()) != Standing::OneOff).then(|| say!("happened-begun"));
        day.line(self.title(), told, begun)
    }
}

/// The treatment in words, within this record where one is at hand.
fn within(of: &Treatment, record: Option<&Record>) -> Shown {
    let mut details = Details::default();
    let changed = medicine::steps(of);
    let prescribed = match changed.is_empty() {
        true => say!("shown-as-prescribed"),
        false => say!("shown-as-begun"),
    };
    details.add(&prescribed, of.medicine.as_ref().map(ToString::to_string));
    for step in changed {
        details.add(&say!("shown-dose-changes"), Some(step));
    }
    details.add(&say!("shown-drug-class"), medicine::class(of));
    details.text(&say!("shown-dose"), &of.dose);
    let target = [
        levels(&of.levels),
        side(&of.side),
        of.target.as_ref().map(ToString::to_string),
    ];
    details.add(&say!("shown-target"), joined(target, ", "));
    if let Some(one) = &of.injection {
        injection::add(&mut details, one);
    }
    if let Some(one) = &of.therapy {
        therapy::add(&mut details, one);
    }
    details.text(&say!("shown-provider"), &of.provider);
    details.text(&say!("shown-indication"), &of.indication);
    details.add(&say!("shown-adherence"), words::answer(&of.adherence));
    let ended = (!of.ended.is_unknown()).then(|| of.ended.to_string());
    details.add(&say!("shown-until"), ended);
    details.add(&say!("shown-status"), of.status.map(|status| status.word()));
    for response in responses::on_the_screen(of, record) {
        details.add(&say!("shown-response"), Some(response));
    }
    let why = [
        words::answer(&of.stopped),
        of.stopped_words.as_ref().map(ToString::to_string),
    ];
    details.add(&say!("shown-ended-because"), joined(why, "; "));
    details.text(&say!("shown-note"), &of.note);
    details.told_by(of.told_by);
    Shown {
        when: details::when(&of.started, message!("shown-start-unknown")),
        title: of.title(),
        details: details.0,
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
        ("half_relief", code(serde_json::to_value(&last.half_relief))),
        ("function", code(serde_json::to_value(&last.function))),
        ("analgesics", code(serde_json::to_value(&last.analgesics))),
        ("impression", code(serde_json::to_value(&last.impression))),
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
