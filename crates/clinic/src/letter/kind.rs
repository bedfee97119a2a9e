//! The kinds of letter as data: each is an order of sections over one letter model, with its title and what its reader
//! misses where nothing is recorded. No kind has words or rules of its own beyond this table and its title.

use super::{fullness::Fullness, part::Part};
use crate::words::{Message, message};
use lamina_api::letter::LetterKind;
use lamina_letters::{Form, Size};

/// What a kind of letter is.
pub(super) struct Template {
    pub(super) kind: LetterKind,
    pub(super) title: Message,
    /// The sections in their order.
    pub(super) parts: &'static [Part],
    /// The sections that are told shorter last of all: what this reader asks for.
    pub(super) keeps: &'static [Part],
    /// What is named where nothing of it is recorded.
    pub(super) missed: &'static [Part],
    /// As fully as this reader is told anything.
    pub(super) fullest: Fullness,
    /// Whether the reader treats the patient: allergies, red flags, implants and blood thinners stand on the first page then.
    pub(super) treats: bool,
    /// Whether it speaks to the patient in plain words; how hard they are to read is then told beside it.
    pub(super) plain: bool,
    /// How large it is set, unless room is short.
    pub(super) size: Size,
}

/// A letter for somebody who treats the patient.
const TREATING: Template = Template {
    kind: LetterKind::Summary,
    title: message!("letter-title-summary"),
    parts: &[],
    keeps: &[],
    missed: &[],
    fullest: Fullness::Whole,
    treats: true,
    plain: false,
    size: Size::Usual,
};

const SUMMARY: Template = Template {
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Operations,
        Part::SpineMap,
        Part::Symptoms,
        Part::BodyMap,
        Part::Treatments,
        Part::Medicines,
        Part::Neuromodulation,
        Part::Examinations,
        Part::RedFlags,
        Part::Imaging,
        Part::Electrodiagnosis,
        Part::Safety,
        Part::Scores,
        Part::Chart,
        Part::Walking,
        Part::Background,
        Part::Goals,
        Part::Decisions,
        Part::Visits,
        Part::Plan,
        Part::FollowUp,
        Part::Documents,
    ],
    keeps: &[Part::Plan, Part::Diagnoses],
    missed: &[
        Part::Diagnoses,
        Part::Operations,
        Part::Symptoms,
        Part::Treatments,
        Part::Medicines,
        Part::Examinations,
        Part::Imaging,
        Part::Scores,
        Part::Background,
        Part::Goals,
        Part::Plan,
    ],
    ..TREATING
};

const SURGEON: Template = Template {
    kind: LetterKind::Surgeon,
    title: message!("letter-title-surgeon"),
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Operations,
        Part::SpineMap,
        Part::Symptoms,
        Part::Examinations,
        Part::RedFlags,
        Part::Imaging,
        Part::Electrodiagnosis,
        Part::Safety,
        Part::Treatments,
        Part::Medicines,
        Part::Neuromodulation,
        Part::Scores,
        Part::Chart,
        Part::Background,
        Part::Goals,
        Part::Decisions,
        Part::Plan,
        Part::Documents,
    ],
    keeps: &[
        Part::Imaging,
        Part::Examinations,
        Part::SpineMap,
        Part::Operations,
    ],
    missed: &[
        Part::Diagnoses,
        Part::Operations,
        Part::Symptoms,
        Part::Examinations,
        Part::Imaging,
        Part::Treatments,
        Part::Medicines,
        Part::Scores,
        Part::Background,
    ],
    ..TREATING
};

const PAIN_CLINIC: Template = Template {
    kind: LetterKind::PainClinic,
    title: message!("letter-title-pain-clinic"),
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Symptoms,
        Part::BodyMap,
        Part::Operations,
        Part::SpineMap,
        Part::Treatments,
        Part::Medicines,
        Part::Neuromodulation,
        Part::Safety,
        Part::RedFlags,
        Part::Examinations,
        Part::Imaging,
        Part::Electrodiagnosis,
        Part::Scores,
        Part::Chart,
        Part::Background,
        Part::Walking,
        Part::Goals,
        Part::Decisions,
        Part::Plan,
        Part::FollowUp,
        Part::Documents,
    ],
    keeps: &[Part::Chart, Part::Treatments, Part::Medicines],
    missed: &[
        Part::Diagnoses,
        Part::Symptoms,
        Part::Operations,
        Part::Treatments,
        Part::Medicines,
        Part::Examinations,
        Part::Imaging,
        Part::Scores,
        Part::Background,
        Part::Goals,
    ],
    ..TREATING
};

const PHYSIOTHERAPIST: Template = Template {
    kind: LetterKind::Physiotherapist,
    title: message!("letter-title-physiotherapist"),
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Goals,
        Part::Operations,
        Part::SpineMap,
        Part::Symptoms,
        Part::BodyMap,
        Part::RedFlags,
        Part::Examinations,
        Part::Walking,
        Part::Treatments,
        Part::Scores,
        Part::Chart,
        Part::Background,
        Part::Imaging,
        Part::Medicines,
        Part::Safety,
        Part::Plan,
        Part::FollowUp,
        Part::Documents,
    ],
    keeps: &[Part::Examinations, Part::Symptoms, Part::Walking, Part::Goals],
    missed: &[
        Part::Goals,
        Part::Operations,
        Part::Symptoms,
        Part::Examinations,
        Part::Treatments,
        Part::Scores,
        Part::Background,
    ],
    ..TREATING
};

const FAMILY_DOCTOR: Template = Template {
    kind: LetterKind::FamilyDoctor,
    title: message!("letter-title-family-doctor"),
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Plan,
        Part::Medicines,
        Part::Symptoms,
        Part::Treatments,
        Part::RedFlags,
        Part::Examinations,
        Part::Scores,
        Part::Chart,
        Part::Operations,
        Part::SpineMap,
        Part::Neuromodulation,
        Part::Safety,
        Part::Imaging,
        Part::Goals,
        Part::Walking,
        Part::Decisions,
        Part::Visits,
        Part::Background,
        Part::FollowUp,
        Part::Documents,
    ],
    keeps: &[Part::Medicines, Part::Plan],
    missed: &[
        Part::Diagnoses,
        Part::Plan,
        Part::Medicines,
        Part::Scores,
        Part::Goals,
    ],
    ..TREATING
};

const DISCHARGE: Template = Template {
    kind: LetterKind::Discharge,
    title: message!("letter-title-discharge"),
    parts: &[
        Part::Summary,
        Part::Diagnoses,
        Part::Operations,
        Part::SpineMap,
        Part::Treatments,
        Part::Medicines,
        Part::Neuromodulation,
        Part::Safety,
        Part::RedFlags,
        Part::Examinations,
        Part::Imaging,
        Part::Scores,
        Part::Chart,
        Part::Background,
        Part::Goals,
        Part::Walking,
        Part::Decisions,
        Part::Visits,
        Part::Plan,
        Part::FollowUp,
        Part::Documents,
    ],
    keeps: &[Part::Medicines, Part::FollowUp, Part::Plan],
    missed: &[
        Part::Diagnoses,
        Part::Treatments,
        Part::Medicines,
        Part::Examinations,
        Part::Scores,
        Part::Goals,
        Part::Plan,
    ],
    ..TREATING
};

const INSURER: Template = Template {
    kind: LetterKind::Insurer,
    title: message!("letter-title-insurer"),
    parts: &[Part::Diagnoses, Part::Procedures, Part::Function, Part::Work],
    keeps: &[Part::Function],
    missed: &[Part::Diagnoses, Part::Procedures, Part::Function, Part::Work],
    fullest: Fullness::Tight,
    treats: false,
    ..TREATING
};

const TRIAL: Template = Template {
    kind: LetterKind::Trial,
    title: message!("letter-title-trial"),
    parts: &[
        Part::Diagnoses,
        Part::Neuromodulation,
        Part::TrialChart,
        Part::Medicines,
    ],
    keeps: &[Part::TrialChart, Part::Neuromodulation],
    missed: &[Part::Diagnoses, Part::Neuromodulation, Part::Medicines],
    ..TREATING
};

const IMPLANT_CARD: Template = Template {
    kind: LetterKind::ImplantCard,
    title: message!("letter-title-implant-card"),
    parts: &[Part::ImplantCard],
    ..TREATING
};

/// In plain words, for the patient: what was done, what it is called, what was tried, what comes next, and when to call.
const PATIENT: Template = Template {
    kind: LetterKind::Patient,
    title: message!("letter-title-patient"),
    parts: &[
        Part::CopyAbout,
        Part::CopyCauses,
        Part::CopyOperations,
        Part::CopyTried,
        Part::CopyScores,
        Part::CopyMedicines,
        Part::CopyGoals,
        Part::CopyPlan,
        Part::CopyTeam,
        Part::CopyWalking,
        Part::CopyCall,
        Part::CopyShow,
    ],
    keeps: &[Part::CopyGoals, Part::CopyPlan],
    treats: false,
    plain: true,
    size: Size::Large,
    ..TREATING
};

const WALKING: Template = Template {
    kind: LetterKind::Walking,
    title: message!("walking-page-title"),
    parts: &[
        Part::WalkingPlan,
        Part::WalkingCourse,
        Part::WalkingHow,
        Part::WalkingLess,
        Part::WalkingStop,
        Part::WalkingDiary,
    ],
    treats: false,
    plain: true,
    ..TREATING
};

impl Template {
    /// What letters of this kind are.
    pub(super) fn of(kind: LetterKind) -> &'static Self {
        match kind {
            LetterKind::Summary => &SUMMARY,
            LetterKind::Surgeon => &SURGEON,
            LetterKind::PainClinic => &PAIN_CLINIC,
            LetterKind::Physiotherapist => &PHYSIOTHERAPIST,
            LetterKind::FamilyDoctor => &FAMILY_DOCTOR,
            LetterKind::Discharge => &DISCHARGE,
            LetterKind::Insurer => &INSURER,
            LetterKind::Trial => &TRIAL,
            LetterKind::Patient => &PATIENT,
            LetterKind::Walking => &WALKING,
            LetterKind::ImplantCard => &IMPLANT_CARD,
        }
    }

    /// The most pages, whatever is asked for, unless it is everything.
    pub(super) fn pages(&self) -> u32 {
        self.kind.pages()
    }

    /// A letter to somebody, or a page that is handed over.
    pub(super) fn form(&self) -> Form {
        match self.kind.is_for_the_patient() {
            true => Form::Handout,
            false => Form::Letter,
        }
    }

    /// What other letters tell and this one has no place for. Some sections stand for a part of others.
    pub(super) fn has_no_place_for(&self) -> impl Iterator<Item = Part> {
        let stands = |part: &Part| {
            let for_it = match part {
                Part::Scores => Part::Function,
                Part::Operations => Part::Procedures,
                part => *part,
            };
            self.parts.contains(part) || self.parts.contains(&for_it)
        };
        SUMMARY
            .parts
            .iter()
            .copied()
            .filter(move |part| part.heading().is_some() && *part != Part::Summary && !stands(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_kind_names_each_section_once_and_misses_and_keeps_only_what_it_has() {
        for kind in LetterKind::ALL {
            let template = Template::of(kind);
            assert_eq!(template.kind, kind);
            let parts: BTreeSet<Part> = template.parts.iter().copied().collect();
            assert_eq!(parts.len(), template.parts.len(), "{kind:?}");
            for part in template.missed.iter().chain(template.keeps) {
                assert!(parts.contains(part), "{kind:?}: {part:?}");
            }
            assert!(
                template
                    .parts
                    .first()
                    .is_some_and(|part| part.heading().is_some()),
                "{kind:?}: a drawing needs a section before it"
            );
        }
    }

    #[test]
    fn the_summary_has_no_place_for_nothing_and_every_reader_who_treats_is_told_of_red_flags_or_has_one_page()
    {
        assert_eq!(Template::of(LetterKind::Summary).has_no_place_for().count(), 0);
        for kind in LetterKind::ALL {
            let template = Template::of(kind);
            let told = template.parts.contains(&Part::RedFlags) && template.parts.contains(&Part::Safety);
            assert!(told || template.pages() == 1 || !template.treats, "{kind:?}");
        }
    }
}
