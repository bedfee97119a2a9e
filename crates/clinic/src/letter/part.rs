//! The sections that a letter may have, as data: what each is called, how much of it can be left out, and who tells it.

use super::{
    About, background, chart, copy, diagnoses, documents, electrodiagnosis, examinations, flags,
    fullness::{Fullness, Omission, Passage},
    goals, imaging, implant_card, medicines, neuromodulation, operations, plan, safety, scores, spine,
    summary, symptoms, treatments, visits, walking, walking_page, work,
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
    /// The last visits and what was decided at them.
    Visits,
    /// The attached files by title and date.
    Documents,
    Goals,
    /// What follow-up calls for.
    FollowUp,
    /// Every implant with its labelling.
    ImplantCard,
    /// What the patient's copy is.
    CopyAbout,
    /// What was operated on, in plain words.
    CopyOperations,
    /// What the pain is called and what is thought of.
    CopyCauses,
    /// What was tried and what came of it, in the patient's own scores.
    CopyTried,
    /// Pain and daily life in numbers.
    CopyScores,
    /// Medicines now, as recorded.
    CopyMedicines,
    /// What the patient wants to reach.
    CopyGoals,
    /// What comes next, when, and who sees to it.
    CopyPlan,
    /// Who takes part in treatment.
    CopyTeam,
    /// What to show before a scan, an injection or an operation.
    CopyShow,
    /// What walking is for, how, and when less.
    CopyWalking,
    /// When to call whom.
    CopyCall,
    /// What was agreed about walking.
    WalkingPlan,
    /// The course of walking as a drawing.
    WalkingCourse,
    /// How to walk: posture, shoes, ground.
    WalkingHow,
    /// When to walk less.
    WalkingLess,
    /// When to stop and seek help.
    WalkingStop,
    /// Lines to write on.
    WalkingDiary,
}

/// The order in which sections give way where a letter has too little room: the first is told shorter first.
pub(super) const GIVES_WAY: [Part; 47] = [
    Part::Documents,
    Part::BodyMap,
    Part::Visits,
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
    Part::CopyTeam,
    Part::CopyTried,
    Part::CopyScores,
    Part::CopyWalking,
    Part::CopyOperations,
    Part::CopyAbout,
    Part::CopyCauses,
    Part::CopyMedicines,
    Part::CopyPlan,
    Part::CopyGoals,
    Part::CopyShow,
    Part::CopyCall,
    Part::WalkingCourse,
    Part::WalkingHow,
    Part::WalkingPlan,
    Part::WalkingLess,
    Part::WalkingDiary,
    Part::WalkingStop,
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
            Part::Visits => message!("letter-visits"),
            Part::Documents => message!("letter-documents"),
            Part::Goals => message!("letter-goals"),
            Part::FollowUp => message!("letter-follow-up"),
            Part::ImplantCard => message!("letter-implant-card"),
            Part::CopyAbout => message!("copy-about"),
            Part::CopyOperations => message!("copy-operations"),
            Part::CopyCauses => message!("copy-causes"),
            Part::CopyTried => message!("copy-tried"),
            Part::CopyScores => message!("copy-scores"),
            Part::CopyMedicines => message!("copy-medicines"),
            Part::CopyGoals => message!("copy-goals"),
            Part::CopyPlan => message!("copy-plan"),
            Part::CopyTeam => message!("copy-team"),
            Part::CopyShow => message!("copy-show"),
            Part::CopyWalking => message!("copy-walking"),
            Part::CopyCall => message!("copy-call"),
            Part::WalkingPlan => message!("walking-page-plan"),
            Part::WalkingHow => message!("walking-page-how"),
            Part::WalkingLess => message!("walking-page-less"),
            Part::WalkingStop => message!("walking-page-stop"),
            Part::WalkingDiary => message!("walking-page-diary"),
            Part::SpineMap | Part::BodyMap | Part::Chart | Part::TrialChart | Part::WalkingCourse => {
                return None;
            }
        })
    }

    /// What it is called where it is named as left out.
    pub(super) fn name(self) -> Message {
        match self {
            Part::SpineMap => message!("letter-name-spine-map"),
            Part::BodyMap => message!("letter-name-body-map"),
            Part::Chart | Part::TrialChart | Part::WalkingCourse => message!("letter-name-chart"),
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
            (Part::WalkingCourse, _) => matches!(fullness, Fullness::Usual | Fullness::Tight),
            (Part::CopyAbout, Fullness::Gone) => true,
            (
                Part::CopyAbout
                | Part::CopyCauses
                | Part::CopyMedicines
                | Part::CopyShow
                | Part::CopyCall
                | Part::WalkingPlan
                | Part::WalkingHow
                | Part::WalkingLess
                | Part::WalkingStop
                | Part::WalkingDiary,
                _,
            ) => false,
            (_, Fullness::Usual | Fullness::Short | Fullness::Tight) => true,
            (
                Part::Walking
                | Part::Decisions
                | Part::Visits
                | Part::Documents
                | Part::FollowUp
                | Part::Electrodiagnosis,
                Fullness::Gone,
            ) => true,
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
            Part::Visits => visits::visits(about, fullness),
            Part::Documents => documents::documents(about.record, fullness),
            Part::Goals => goals::goals(about.record, fullness),
            Part::FollowUp => plan::follow_up(about, fullness),
            Part::ImplantCard => implant_card::implant_card(about).into(),
            Part::CopyAbout => copy::about().into(),
            Part::CopyOperations => copy::operations(about.record, fullness).into(),
            Part::CopyCauses => copy::causes(about).into(),
            Part::CopyTried => copy::tried(about, fullness).into(),
            Part::CopyScores => copy::scores(about.record, fullness).into(),
            Part::CopyMedicines => copy::medicines(about).into(),
            Part::CopyGoals => goals::in_plain_words(about.record, fullness).into(),
            Part::CopyPlan => copy::plan(about, fullness).into(),
            Part::CopyTeam => copy::team(about.record, fullness).into(),
            Part::CopyShow => copy::show(about).into(),
            Part::CopyWalking => copy::walking(about, fullness).into(),
            Part::CopyCall => copy::call(about).into(),
            Part::WalkingPlan => walking_page::plan(about).into(),
            Part::WalkingCourse => walking_page::course(about, fullness).into(),
            Part::WalkingHow => walking_page::how(about).into(),
            Part::WalkingLess => walking_page::less(about).into(),
            Part::WalkingStop => walking_page::stop(about).into(),
            Part::WalkingDiary => walking_page::diary(about).into(),
        }
    }
}
