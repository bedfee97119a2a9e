//! The sections that a letter may have, as data: what each is called, how much of it can be left out, and who tells it.

use super::{
    About, background, chart, diagnoses, electrodiagnosis, examinations, flags,
    fullness::{Fullness, Omission, Passage},
    goals, imaging, implant_card, medicines, neuromodulation, operations, plan, safety, scores, spine,
    summary, symptoms, treatments, walking, work,
};
use crate::words::{Message, message};

/// A section of a letter, or a drawing that belongs to the section before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    /// The case in a few sentences.
    Summary,
    /// Diagnosis and suspected causes.
    Diagnoses,
    /// What is planned and asked for.
    Plan,
    /// Conditions and how somebody lives.
    Background,
    /// Work and occupation alone.
    Work,
    Operations,
    /// What was operated on and when, and nothing else of it.
    Procedures,
    /// The map of the spine.
    SpineMap,
    Symptoms,
    /// The map of the body.
    BodyMap,
    Examinations,
    /// How red flags stand.
    RedFlags,
    Imaging,
    /// Nerve and muscle tests.
    Electrodiagnosis,
    /// What was tried and what came of it.
    Treatments,
    /// Medicines now, with the opioid load.
    Medicines,
    /// Implants, blood thinners, checks.
    Safety,
    /// Scores and what became of them.
    Scores,
    /// Scores of pain and function alone.
    Function,
    Chart,
    Walking,
    Neuromodulation,
    /// The diary of a trial as a drawing.
    TrialChart,
    /// What was decided together.
    Decisions,
    Goals,
    /// What follow-up calls for.
    FollowUp,
    /// Every implant with its labelling.
    ImplantCard,
}

/// The order in which sections give way where a letter has too little room: the first is told shorter first.
pub(super) const GIVES_WAY: [Part; 27] = [
    Part::BodyMap,
    Part::Decisions,
    Part::Walking,
    Part::FollowUp,
    Part::Summary,
    Part::Background,
    Part::Electrodiagnosis,
    Part::Neuromodulation,
    Part::Scores,
    Part::Function,
    Part::Treatments,
    Part::Imaging,
    Part::RedFlags,
    Part::Symptoms,
    Part::Examinations,
    Part::Safety,
    Part::Medicines,
    Part::Operations,
    Part::Chart,
    Part::SpineMap,
    Part::TrialChart,
    Part::Goals,
    Part::Diagnoses,
    Part::Plan,
    Part::Work,
    Part::Procedures,
    Part::ImplantCard,
];

impl Part {
    /// Its heading; none for a drawing, which stands under the section before it.
    pub(super) fn heading(self) -> Option<Message> {
        Some(match self {
            Part::Summary => message!("letter-summary"),
            Part::Diagnoses => message!("letter-diagnoses"),
            Part::Plan => message!("letter-plan"),
            Part::Background => message!("letter-background"),
            Part::Work => message!("letter-work-heading"),
            Part::Operations | Part::Procedures => message!("letter-operations"),
            Part::Symptoms => message!("letter-symptoms"),
            Part::Examinations => message!("letter-readings"),
            Part::RedFlags => message!("letter-red-flags"),
            Part::Imaging => message!("letter-imaging"),
            Part::Electrodiagnosis => message!("letter-electrodiagnosis"),
            Part::Treatments => message!("letter-treatments-tried"),
            Part::Medicines => message!("letter-current-medicines"),
            Part::Safety => message!("letter-safety"),
            Part::Scores => message!("letter-scores"),
            Part::Function => message!("letter-function"),
            Part::Walking => message!("letter-walking"),
            Part::Neuromodulation => message!("letter-neuromodulation"),
            Part::Decisions => message!("letter-decisions"),
            Part::Goals => message!("letter-goals"),
            Part::FollowUp => message!("letter-follow-up"),
            Part::ImplantCard => message!("letter-implant-card"),
            Part::SpineMap | Part::BodyMap | Part::Chart | Part::TrialChart => return None,
        })
    }

    /// What it is called where it is named as left out.
    pub(super) fn name(self) -> Message {
        match self {
            Part::SpineMap => message!("letter-name-spine-map"),
            Part::BodyMap => message!("letter-name-body-map"),
            Part::Chart | Part::TrialChart => message!("letter-name-chart"),
            part => part.heading().unwrap_or(message!("letter-word-not-recorded")),
        }
    }

    /// Whether there is so full a form of it in a letter of so many pages. Drawings are there or not. What harms if it is missed,
    /// and what the letter is about, never goes as a whole; other sections go from a single page alone.
    pub(super) fn has(self, fullness: Fullness, pages: u32) -> bool {
        match (self, fullness) {
            (Part::SpineMap | Part::BodyMap | Part::TrialChart, _) => fullness == Fullness::Tight,
            (Part::Summary, Fullness::Gone) => true,
            (Part::Summary | Part::Work | Part::Procedures | Part::ImplantCard, _) => false,
            (_, Fullness::Usual | Fullness::Short | Fullness::Tight) => true,
            (Part::Walking | Part::Decisions | Part::FollowUp | Part::Electrodiagnosis, Fullness::Gone) => {
                true
            }
            (
                Part::Symptoms
                | Part::Examinations
                | Part::Imaging
                | Part::Treatments
                | Part::Neuromodulation
                | Part::Scores
                | Part::Goals,
                Fullness::Gone,
            ) => pages == 1,
            _ => false,
        }
    }

    /// Whether it is left out as a whole at that fullness.
    pub(super) fn is_gone(self, fullness: Fullness) -> bool {
        let drawing = self.heading().is_none();
        fullness == Fullness::Gone || drawing && fullness == Fullness::Tight
    }

    /// It left out, and named as that where there is something of it.
    pub(super) fn gone(self, whole: &Passage) -> Passage {
        let is_there = !whole.body.is_empty();
        Passage {
            body: Vec::new(),
            left: is_there
                .then(|| Omission::Section(self.name()))
                .into_iter()
                .collect(),
        }
    }

    /// It in words, so fully; of one that is left out, see [`Part::gone`].
    pub(super) fn told(self, about: &About<'_>, fullness: Fullness) -> Passage {
        match self {
            Part::Summary => summary::summary(about.record).into(),
            Part::Diagnoses => diagnoses::diagnoses(about, fullness),
            Part::Plan => plan::plan(about, fullness),
            Part::Background => background::background(about.record, fullness),
            Part::Work => work::work(about.record).into(),
            Part::Operations => operations::operations(about, fullness),
            Part::Procedures => operations::procedures(about.record).into(),
            Part::SpineMap => spine::spine(about).into(),
            Part::Symptoms => symptoms::symptoms(about, fullness),
            Part::BodyMap => symptoms::map(about.record).into(),
            Part::Examinations => examinations::examinations(about, fullness),
            Part::RedFlags => flags::statement(about, fullness),
            Part::Imaging => imaging::imaging(about, fullness),
            Part::Electrodiagnosis => electrodiagnosis::electrodiagnosis(about.record, fullness),
            Part::Treatments => treatments::treatments(about, fullness),
            Part::Medicines => medicines::current_medicines(about, fullness),
            Part::Safety => safety::safety(about, fullness),
            Part::Scores => scores::scores(about, scores::Which::All, fullness),
            Part::Function => scores::scores(about, scores::Which::PainAndFunction, fullness),
            Part::Chart => chart::chart(about, fullness),
            Part::Walking => walking::walking(about, fullness),
            Part::Neuromodulation => neuromodulation::neuromodulation(about, fullness),
            Part::TrialChart => neuromodulation::charts(about.record).into(),
            Part::Decisions => plan::decisions(about.record, fullness),
            Part::Goals => goals::goals(about.record, fullness),
            Part::FollowUp => plan::follow_up(about, fullness),
            Part::ImplantCard => implant_card::implant_card(about).into(),
        }
    }
}
