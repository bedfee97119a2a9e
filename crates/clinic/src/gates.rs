//! The safety gates of a record: what they say before MRI and before an intervention. What is not recorded never counts
//! as safe.

mod counts;
pub(crate) mod implants;
#[cfg(test)]
mod tests;
mod thinners;

pub(crate) use counts::counts;
pub(crate) use implants::{implants_line, pumps, register, unexplained};
pub(crate) use thinners::{Disagreement, conflicts, said, thinners, thinners_line};

use crate::{
    allergies, conditions,
    record::Record,
    words::{rules::told, safety, say},
};
use chrono::NaiveDate;
use lamina_api::gate::{GateChoice, GateView};
use lamina_domain::gate::{
    self,
    bleeding::{self, ClassedIntervention},
    injection,
    mri::{self, Verdict},
};

/// The choice that is no intervention.
pub(crate) const MRI: &str = "mri";

/// An intervention in words; what is not on file as it was written.
pub(crate) fn intervention(id: &str) -> String {
    let known = bleeding::interventions().unwrap_or_default();
    let found = known.iter().find(|one| one.id == id);
    found.map_or_else(|| id.to_owned(), |one| one.name.clone())
}

/// What the record says before MRI or before the intervention with that id.
pub(crate) fn gate(record: &Record, wanted: &str, today: NaiveDate, payer: bool) -> GateView {
    let mut choices = vec![GateChoice {
        id: MRI.to_owned(),
        name: say!("gate-mri"),
    }];
    let known = bleeding::interventions().unwrap_or_default();
    choices.extend(known.iter().map(|one| GateChoice {
        id: one.id.clone(),
        name: crate::words::sentence(&one.name),
    }));
    let rules = gate::rules();
    let source = |id: &str| {
        let rule = rules.iter().find(|rule| rule.id == id).map(told);
        rule.map_or_else(String::new, |rule| {
            format!("{} {} (version {}).", rule.title, rule.source, rule.version)
        })
    };
    let mut view = GateView {
        choices,
        ..GateView::default()
    };
    if wanted == MRI {
        let register = register(record, today);
        let notice = mri::notice(&register);
        view.blocks = matches!(notice.verdict, Verdict::Warning | Verdict::NotAssessed);
        view.mri = Some(notice.verdict);
        view.headline = implants::headline(&notice);
        view.lines = implants::lines(record, &notice);
        view.lines.extend(recorded_before(record));
        view.sources = vec![source("gate.mri")];
        return view;
    }
    let register = thinners(record, today);
    let renal = bleeding::renal_function(
        record.readings.iter().map(|one| &one.fact),
        record.scores.iter().map(|one| &one.fact),
        today,
    );
    let notice = bleeding::notice(
        &register,
        wanted,
        &record.surgeries,
        &unexplained(record, today),
        renal,
    );
    let said = said(&notice, &record.surgeries);
    view.blocks = notice.holds_up();
    view.class = notice.class.as_ref().map(ClassedIntervention::class);
    view.headline = match said.class {
        None if wanted.is_empty() => say!("gate-choose"),
        Some(class) => class,
        None => say!("gate-class-not-on-file"),
    };
    view.lines = said.lines;
    view.lines.extend(recorded_before(record));
    view.missing = said.missing;
    view.checks = safety::checks(&injection::outcome(
        record.checks.iter().map(|one| &one.fact),
        wanted,
        today,
    ));
    view.counts = counts(record, today, payer);
    view.sources = ["gate.bleeding", "gate.kidney", "gate.injection", "gate.steroid"]
        .map(source)
        .to_vec();
    view
}

/// What the register of conditions and the allergies tell before MRI or an intervention; what they do not tell is asked on the
/// day.
fn recorded_before(record: &Record) -> Vec<String> {
    let mut lines = conditions::before(&record.background);
    lines.extend(allergies::before(&record.background.allergies));
    lines
}
