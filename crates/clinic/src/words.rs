//! Words for coded values, taken from the message tree. A value prints as a word, a kind of missing as which kind.

pub(crate) mod audit;
pub(crate) mod change;
pub(crate) mod document;
pub(crate) mod electrodiagnosis;
pub(crate) mod examination;
pub(crate) mod faults;
pub(crate) mod flags;
pub(crate) mod imaging;
pub mod message;
pub(crate) mod neuromodulation;
pub(crate) mod opioid;
pub(crate) mod plain;
pub(crate) mod points;
pub(crate) mod refused;
pub(crate) mod rules;
pub(crate) mod safety;
pub(crate) mod score;
pub(crate) mod surgery;
pub(crate) mod symptom;
pub(crate) mod treatment;
pub mod tree;
pub(crate) mod walking;

pub use message::Message;
pub(crate) use message::{message, say, say_with, taking};
pub use refused::medicine as misread;
pub use score::{flags, scored};
pub(crate) use tree::say_within;

use lamina_domain::{
    Answer, Missing, Reply, Side, Standing, Status, ToldBy,
    background::MedicinesAsked,
    imaging::{Modality, Position},
    instrument::{Better, Domain},
    ladder::Rung,
    patient::Sex,
    resolution::Role,
    score::{Measure, PainKind, Site},
    surgery::{Approach, Outcome, PainFree, Region, ResultFor},
    treatment::{Kind, StopReason},
};

/// A coded value that has a word.
pub trait Word {
    /// The word, in sentence case where it stands alone.
    fn word(&self) -> String;
}

macro_rules! words {
    ($($kind:ty { $($value:ident => $word:literal),+ $(,)? })+) => {
        $(impl $crate::words::Word for $kind {
            fn word(&self) -> String {
                $crate::words::say!(match self { $(Self::$value => $crate::words::message!($word)),+ })
            }
        })+
    };
}

pub(crate) use words;

words! {
    Rung {
        Exercise => "ladder-rung-exercise",
        Passive => "ladder-rung-passive",
        Psychology => "ladder-rung-psychology",
        Medicine => "ladder-rung-medicine",
        Injection => "ladder-rung-injection",
        Radiofrequency => "ladder-rung-radiofrequency",
        Intervention => "ladder-rung-intervention",
        Stimulation => "ladder-rung-stimulation",
        Intrathecal => "ladder-rung-intrathecal",
        Unplaced => "ladder-rung-unplaced",
    }
    Missing {
        NotAsked => "value-missing-not-asked",
        Unknown => "value-missing-unknown",
        NotApplicable => "value-missing-not-applicable",
        Declined => "value-missing-declined",
        Absent => "value-missing-absent",
    }
    Side {
        Left => "value-side-left",
        Right => "value-side-right",
        Bilateral => "value-side-bilateral",
        Midline => "value-side-midline",
    }
    Role {
        Clinician => "value-role-clinician",
        Assistant => "value-role-assistant",
        ReadOnly => "value-role-read-only",
    }
    ToldBy {
        Patient => "value-told-by-patient",
        Clinician => "value-told-by-clinician",
        Document => "value-told-by-document",
        Device => "value-told-by-device",
    }
    Reply {
        Yes => "value-reply-yes",
        No => "value-reply-no",
        DoesNotApply => "value-reply-does-not-apply",
        Unknown => "value-reply-unknown",
        Declined => "value-reply-declined",
        NotAsked => "value-reply-not-asked",
    }
    Domain {
        Pain => "value-measures-pain",
        PainKind => "value-measures-pain-kind",
        Function => "value-measures-function",
        Performance => "value-measures-performance",
        Mood => "value-measures-mood",
        Beliefs => "value-measures-beliefs",
        Sleep => "value-measures-sleep",
        Global => "value-measures-global",
        Life => "value-measures-life",
        Risk => "value-measures-risk",
    }
    Better {
        Lower => "value-better-lower",
        Higher => "value-better-higher",
        Neither => "value-better-neither",
    }
    Sex {
        Female => "value-sex-female",
        Male => "value-sex-male",
        Other => "value-sex-other",
    }
    Region {
        Cervical => "value-region-cervical",
        Thoracic => "value-region-thoracic",
        Lumbar => "value-region-lumbar",
        Lumbosacral => "value-region-lumbosacral",
        Sacroiliac => "value-region-sacroiliac",
    }
    Approach {
        Posterior => "value-approach-posterior",
        Posterolateral => "value-approach-posterolateral",
        Anterior => "value-approach-anterior",
        Lateral => "value-approach-lateral",
        Oblique => "value-approach-oblique",
        ProneTranspsoas => "value-approach-prone-transpsoas",
        Combined => "value-approach-combined",
        Endoscopic => "value-approach-endoscopic",
    }
    Outcome {
        MuchBetter => "value-outcome-much-better",
        Better => "value-outcome-better",
        Same => "value-outcome-same",
        Worse => "value-outcome-worse",
    }
    Modality {
        Mri => "value-modality-mri",
        Ct => "value-modality-ct",
        XRay => "value-modality-x-ray",
        FlexionExtension => "value-modality-flexion-extension",
        WholeSpine => "value-modality-whole-spine",
        Myelogram => "value-modality-myelogram",
        CtMyelogram => "value-modality-ct-myelogram",
        Discography => "value-modality-discography",
        BoneScan => "value-modality-bone-scan",
        SpectCt => "value-modality-spect-ct",
        Dexa => "value-modality-dexa",
        Ultrasound => "value-modality-ultrasound",
        NotStated => "value-modality-not-stated",
    }
    Position {
        Supine => "value-position-supine",
        Standing => "value-position-standing",
        Sitting => "value-position-sitting",
        FlexionExtension => "value-position-flexion-extension",
    }
    Kind {
        Drug => "value-kind-drug",
        Injection => "value-kind-injection",
        Block => "value-kind-block",
        Radiofrequency => "value-kind-radiofrequency",
        Intervention => "value-kind-intervention",
        Physiotherapy => "value-kind-physiotherapy",
        ManualTherapy => "value-kind-manual-therapy",
        PhysicalModality => "value-kind-physical-modality",
        Psychology => "value-kind-psychology",
        PainManagement => "value-kind-pain-management",
        NeuromodulationTrial => "value-kind-neuromodulation-trial",
        NeuromodulationImplant => "value-kind-neuromodulation-implant",
        IntrathecalTrial => "value-kind-intrathecal-trial",
        Other => "value-kind-other",
    }
    StopReason {
        Ineffective => "value-stopped-ineffective",
        AdverseEffect => "value-stopped-adverse-effect",
        PatientChoice => "value-stopped-patient-choice",
        Completed => "value-stopped-completed",
        Cost => "value-stopped-cost",
        Contraindication => "value-stopped-contraindication",
        LostToFollowUp => "value-stopped-lost-to-follow-up",
        Other => "value-stopped-other",
    }
    Status {
        Running => "value-status-running",
        Ended => "value-status-ended",
        OneOff => "value-status-one-off",
        Unknown => "value-status-unknown",
    }
    Standing {
        Running => "value-status-running",
        NotBegun => "value-status-not-begun",
        Ended => "value-status-ended",
        MayHaveEnded => "value-status-may-have-ended",
        OneOff => "value-status-one-off",
        Unknown => "value-status-unknown",
    }
    MedicinesAsked {
        Listed => "value-medicines-listed",
    }
    PainKind {
        Now => "value-pain-now",
        Average => "value-pain-average",
        Worst => "value-pain-worst",
        Least => "value-pain-least",
    }
    Site {
        Back => "value-site-back",
        Leg => "value-site-leg",
        Neck => "value-site-neck",
        Arm => "value-site-arm",
        NotSplit => "value-site-not-split",
    }
}

/// The word of an answer; an answer that nobody asked for has none.
pub fn answer<T: Word>(answer: &Answer<T>) -> Option<String> {
    match answer {
        Answer::Value(value) => Some(value.word()),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    }
}

/// Where a pain rating was asked for: "left leg", "back (left)", "leg".
pub(crate) fn place(measure: &Measure) -> Option<String> {
    let Measure::Nrs { site, side, .. } = measure else {
        return None;
    };
    Some(match side {
        // "left leg", yet "leg (both sides)" and "back (left)".
        Some(side @ (Side::Left | Side::Right)) if matches!(site, Site::Leg | Site::Arm) => say_with!(
            "asked-sided-limb",
            [("side", side.word().into()), ("site", site.word().into())],
        ),
        Some(side) => say_with!(
            "asked-sided",
            [("side", side.word().into()), ("site", site.word().into())],
        ),
        None => site.word(),
    })
}

/// What a pain rating asked for: "left leg, average of 7 days", "back, now", "leg, kind not said".
pub(crate) fn asked(measure: &Measure) -> Option<String> {
    let Measure::Nrs { kind, period, .. } = measure else {
        return None;
    };
    let place = place(measure)?;
    let kind = kind.map_or_else(|| say!("value-pain-kind-not-said"), |kind| kind.word());
    let what = match period {
        Some(period) => say_with!(
            "asked-over",
            [("kind", kind.into()), ("period", period.to_string().into())],
        ),
        None => kind,
    };
    joined([Some(place), Some(what)], ", ")
}

/// What is measured, without the number: "Pain 0–10, left leg, now", "ODI 2.1a", "sitting tolerance".
pub fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Nrs { .. } => say_with!(
            "measure-pain",
            [("site", asked(measure).unwrap_or_default().into())],
        ),
        Measure::Number { name, .. } => name.to_string(),
        Measure::Odi { .. } | Measure::Instrument(_) => {
            let kept = match measure {
                Measure::Instrument(taken) => taken.scored().instrument.clone(),
                _ => String::new(),
            };
            let name = measure.instrument().map_or(kept, |one| one.name.clone());
            let name = joined([Some(name), measure.edition().map(str::to_owned)], " ").unwrap_or_default();
            match activities(measure) {
                Some(activities) => format!("{name} ({activities})"),
                None => name,
            }
        }
    }
}

/// The patient's own activities that were rated: "walking to the shop; sitting at work".
fn activities(measure: &Measure) -> Option<String> {
    let Measure::Instrument(taken) = measure else {
        return None;
    };
    let all = taken.activities().iter().map(|one| Some(one.to_string()));
    joined(all, "; ")
}

/// The number with its unit: "7/10", "42 %", "20 min".
pub fn value(measure: &Measure) -> String {
    match measure {
        Measure::Nrs { value, .. } => format!("{}/10", value.rating()),
        Measure::Odi { value, .. } => format!("{} %", f64::from(*value)),
        Measure::Number { value, unit, .. } => format!("{} {unit}", f64::from(*value)),
        Measure::Instrument(taken) => scored(taken.scored()),
    }
}

/// A result of an operation: the judgement and the words it was told in.
pub fn result(result: &ResultFor) -> Option<String> {
    let words = result.words.as_ref().map(ToString::to_string);
    joined([answer(&result.judged), words], ", ")
}

/// How long the patient was free of pain.
pub fn pain_free(pain_free: &PainFree) -> String {
    match pain_free {
        PainFree::Never => say!("pain-free-never"),
        PainFree::Ongoing => say!("pain-free-still"),
        PainFree::For(interval) => say_with!("pain-free-for", [("time", interval.to_string().into())]),
        PainFree::Words(words) => say_with!("pain-free-words", [("words", words.to_string().into())]),
    }
}

/// Who decided: "Dr Okafor, pain consultant", and said once where the name is the role.
pub(crate) fn name_and_role(name: &str, role: &str) -> String {
    if name.to_lowercase() == role.to_lowercase() {
        return name.to_owned();
    }
    format!("{name}, {role}")
}

/// What is there, joined; nothing where nothing is there.
pub fn joined(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> Option<String> {
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
/// "Reason: worse leg pain": a text with what it tells before it.
pub(crate) fn detail(label: &str, text: &str) -> String {
    say_with!(
        "entry-detail",
        [
            ("label", label.to_owned().into()),
            ("text", text.to_owned().into())
        ]
    )
}

/// A day spelled out.
pub(crate) fn spelled(day: chrono::NaiveDate) -> String {
    lamina_domain::PartialDate::Day(day).to_string()
}

/// With a capital at its beginning.
pub(crate) fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|first| first.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}
