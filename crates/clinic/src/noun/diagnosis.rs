//! A diagnosis or suspected cause as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, levels, when},
    details::Details,
    diagnoses,
    telling::Telling,
    words::{Word, say, say_with},
};
use lamina_api::{
    noun::diagnosis::DiagnosisInput,
    shown::{Detail, Shown},
};
use lamina_domain::{
    Diagnosis,
    coding::{CodeConflict, conflicts},
    diagnosis::Weighs,
};

impl Written for Diagnosis {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.judged);
        cells.push(("levels", levels(&self.levels)));
        if let Some(coded) = &self.icd10cm {
            cells.push(("icd10cm", code(serde_json::to_value(&coded.code))));
            cells.push(("icd10cm_release", code(serde_json::to_value(coded.release))));
        }
        cells
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    fn titled(&self, telling: &Telling<'_>) -> String {
        self.told(telling).title
    }

    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        let weighing = |which| diagnoses::weighing(self, which, telling);
        details.add(&say!("shown-diagnosis-for"), weighing(Weighs::For));
        details.add(&say!("shown-diagnosis-against"), weighing(Weighs::Against));
        details.text(&say!("shown-diagnosis-settled-by"), &self.settled_by);
        let coded = self.icd10cm.as_ref();
        details.add(
            &say!("shown-diagnosis-code"),
            coded.map(|coded| diagnoses::code(&coded.code)),
        );
        let told = telling.record().map(|record| conflicts(self, record));
        details.0.extend(told.into_iter().flatten().map(|one| Detail {
            label: say!("shown-diagnosis-code-conflict"),
            text: conflict(&one),
        }));
        let title = say_with!(
            "diagnosis-title",
            [
                ("what", diagnoses::what(self, telling.term).into()),
                ("certainty", self.certainty.word().into())
            ]
        );
        details.ended(&self.judged, title, &self.note, self.told_by)
    }
}

impl Entered for Diagnosis {
    /// A code that stays keeps the release by which it was chosen.
    fn amended(&mut self, _: &DiagnosisInput, before: &Self) {
        let code = |one: &Self| one.icd10cm.as_ref().map(|coded| coded.code.clone());
        if code(self) == code(before) {
            self.icd10cm = before.icd10cm.clone();
        }
    }
}

fn conflict(conflict: &CodeConflict) -> String {
    match conflict {
        CodeConflict::Excludes { other } => {
            say_with!("diagnosis-code-excludes", [("other", other.to_string().into())])
        }
        CodeConflict::NoOperation => say!("diagnosis-code-no-operation"),
    }
}
