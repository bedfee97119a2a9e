//! A step of a path of neuromodulation as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, text, until, when},
    details::{self, Details},
    telling::Telling,
    words::{Word, joined, message, neuromodulation as words, say, say_with},
};
use lamina_api::{noun::neuromodulation_step::StepKind, shown::Shown};
use lamina_domain::{
    Text, When,
    neuromodulation::{
        Step, What,
        step::{Complication, ImplantedSystem, Trial},
    },
};
use lamina_store::Cell;

impl Written for Step {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("step", code(serde_json::to_value(StepKind::of(&self.what)))));
        cells.push(("by_whom", text(&self.by)));
        if !self.leads().is_empty() {
            cells.push(("leads", Cell::from(serde_json::json!(self.leads()))));
        }
        cells.extend(of_kind(&self.what));
        cells
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    /// With the path that it belongs to, and the entries that tell of the same.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        let path = telling.entry(&self.neuromodulation).map(|path| path.title);
        details.add(&say!("shown-neuromodulation-path"), path);
        told_of_kind(&self.what, &mut details);
        details.text(&say!("shown-neuromodulation-by"), &self.by);
        let same = self.entries.iter().map(|link| {
            let shown = telling.entry(link)?;
            joined([Some(shown.title), Some(shown.when)], ", ")
        });
        details.add(&say!("shown-neuromodulation-entries"), joined(same, "; "));
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        let named = |id: crate::words::taking!["what"], what: String| say_with!(id, [("what", what.into())]);
        match &self.what {
            What::Assessment(one) => named(
                message!("neuromodulation-step-assessment"),
                words::small(&one.kind.word()),
            ),
            What::Trial(_) => say!("neuromodulation-step-trial"),
            What::Decision(one) => named(
                message!("neuromodulation-step-decision"),
                words::small(&one.kind.word()),
            ),
            What::Implant(_) => say!("neuromodulation-step-implant"),
            What::Programming(_) => say!("neuromodulation-step-programming"),
            What::Complication(one) => {
                named(message!("neuromodulation-step-complication"), complication(one))
            }
            What::Revision(one) => named(message!("neuromodulation-step-revision"), one.words.to_string()),
            What::Explant(one) => match one.extent {
                Some(extent) => named(
                    message!("neuromodulation-step-explant"),
                    words::small(&extent.word()),
                ),
                None => say!("neuromodulation-step-explant-alone"),
            },
        }
    }
}

impl Entered for Step {}

/// What went wrong, in its own words where it is on no list.
fn complication(one: &Complication) -> String {
    let told = one.words.as_ref().map(ToString::to_string);
    let other = one.kind == lamina_domain::neuromodulation::step::DeviceComplication::Other;
    let kind = (!other || told.is_none()).then(|| words::small(&one.kind.word()));
    joined([kind, told], ", ").unwrap_or_default()
}

fn known(when: &When) -> Option<String> {
    (!when.is_unknown()).then(|| when.to_string())
}

/// The columns that a kind of step has of its own.
fn of_kind(what: &What) -> Cells {
    let words = |words: &Option<Text>| ("words", text(words));
    match what {
        What::Assessment(one) => vec![
            ("kind", code(serde_json::to_value(one.kind))),
            ("outcome", code(serde_json::to_value(&one.outcome))),
            words(&one.words),
        ],
        What::Trial(one) => {
            let mut cells = vec![words(&one.words)];
            cells.extend(until(["ended_text", "ended_to"], &one.ended));
            cells.extend(until(["leads_out_text", "leads_out_to"], &one.leads_out));
            if !one.waveforms.is_empty() {
                cells.push(("waveforms", code(serde_json::to_value(&one.waveforms))));
            }
            cells
        }
        What::Decision(one) => vec![
            ("kind", code(serde_json::to_value(one.kind))),
            ("outcome", code(serde_json::to_value(&one.wish))),
            words(&one.why),
        ],
        What::Implant(one) => vec![
            ("battery", code(serde_json::to_value(one.battery))),
            words(&one.words),
        ],
        What::Programming(one) => vec![
            (
                "waveforms",
                code(serde_json::to_value(one.waveform.map(|wave| [wave]))),
            ),
            ("battery", code(serde_json::to_value(one.battery))),
            words(&one.settings),
        ],
        What::Complication(one) => {
            let mut cells = vec![("kind", code(serde_json::to_value(one.kind))), words(&one.words)];
            cells.extend(until(["ended_text", "ended_to"], &one.resolved));
            cells
        }
        What::Revision(one) => vec![("words", Cell::Text(one.words.to_string()))],
        What::Explant(one) => vec![("kind", code(serde_json::to_value(one.extent))), words(&one.why)],
    }
}

fn told_of_kind(what: &What, details: &mut Details) {
    match what {
        What::Assessment(one) => {
            details.add(
                &say!("neuromodulation-outcome"),
                crate::words::answer(&one.outcome),
            );
            details.text(&say!("neuromodulation-words"), &one.words);
        }
        What::Trial(one) => trial(one, details),
        What::Decision(one) => {
            details.text(&say!("shown-neuromodulation-why"), &one.why);
            details.add(&say!("neuromodulation-wish"), crate::words::answer(&one.wish));
        }
        What::Implant(one) => implanted(one, details),
        What::Programming(one) => {
            details.text(&say!("neuromodulation-programme"), &one.programme);
            details.add(
                &say!("neuromodulation-waveform"),
                one.waveform.map(|wave| wave.word()),
            );
            details.text(&say!("neuromodulation-settings"), &one.settings);
            details.add(
                &say!("neuromodulation-status"),
                one.battery.map(|found| found.word()),
            );
            details.text(&say!("neuromodulation-words"), &one.words);
        }
        What::Complication(one) => {
            details.text(&say!("neuromodulation-treatment"), &one.treatment);
            details.add(&say!("neuromodulation-resolved"), known(&one.resolved));
        }
        What::Revision(one) => details.add(&say!("neuromodulation-leads"), words::leads(&one.leads)),
        What::Explant(one) => details.text(&say!("shown-neuromodulation-why"), &one.why),
    }
}

fn trial(one: &Trial, details: &mut Details) {
    details.add(&say!("neuromodulation-ended"), known(&one.ended));
    let out = known(&one.leads_out).unwrap_or_else(|| say!("neuromodulation-leads-out-missing"));
    details.add(&say!("neuromodulation-leads-out"), Some(out));
    details.add(&say!("neuromodulation-leads"), words::leads(&one.leads));
    let waveforms = one.waveforms.iter().map(|wave| Some(wave.word()));
    details.add(&say!("neuromodulation-waveform"), joined(waveforms, ", "));
    details.text(&say!("neuromodulation-words"), &one.words);
}

fn implanted(one: &ImplantedSystem, details: &mut Details) {
    details.add(&say!("neuromodulation-leads"), words::leads(&one.leads));
    let site = one.site.as_ref().map(ToString::to_string);
    let lies = joined([site, details::side(&one.side)], ", ");
    details.add(&say!("neuromodulation-site"), lies);
    details.add(
        &say!("neuromodulation-battery"),
        one.battery.map(|kind| kind.word()),
    );
    let card = one.card.map(|has| {
        say!(match has {
            true => message!("neuromodulation-card-yes"),
            false => message!("neuromodulation-card-no"),
        })
    });
    details.add(&say!("neuromodulation-card"), card);
    details.text(&say!("neuromodulation-words"), &one.words);
}
