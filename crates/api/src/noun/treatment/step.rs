//! A change of dose, as typed: the medicine line from then on, and what is taken of it.

use crate::reading::{Reading, shown_time};
use lamina_domain::{
    Problem,
    medicine::{Fault, TypedMedicine},
    treatment::DoseStep,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A change of dose, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DoseStepInput {
    /// From when on it is so.
    pub when: String,
    /// The medicine as one line, as it is prescribed from then on.
    pub medicine: String,
    /// What is taken in a day from then on.
    pub taken_a_day: String,
}

impl DoseStepInput {
    /// The change as typed values.
    pub(super) fn of(step: &DoseStep) -> Self {
        let typed = TypedMedicine::of(&step.medicine);
        Self {
            when: shown_time(&step.when),
            medicine: typed.line,
            taken_a_day: typed.taken_a_day,
        }
    }

    /// Whether nothing was typed.
    pub(super) fn is_blank(&self) -> bool {
        let texts = [&self.when, &self.medicine, &self.taken_a_day];
        texts.iter().all(|text| text.trim().is_empty())
    }

    /// The change, with the marks that hold for the treatment as a whole.
    pub(super) fn read(
        &self,
        path: &str,
        over_the_counter: bool,
        for_opioid_use_disorder: bool,
        reading: &mut Reading,
    ) -> Option<DoseStep> {
        let when = reading.when(&format!("{path}.when"), &self.when);
        let at = format!("{path}.medicine");
        if self.medicine.trim().is_empty() {
            return reading.keep(&at, Err(Problem::Required));
        }
        let typed = TypedMedicine {
            line: self.medicine.clone(),
            taken_a_day: self.taken_a_day.clone(),
            over_the_counter,
            for_opioid_use_disorder,
        };
        let medicine = typed.read().map_err(|fault| match fault {
            Fault::Line(why) => (at, why),
            Fault::Taken(why) => (format!("{path}.taken_a_day"), why),
        });
        match medicine {
            Ok(medicine) => Some(DoseStep { when, medicine }),
            Err((at, why)) => reading.keep(&at, Err(Problem::NotAMedicine { why })),
        }
    }
}
