//! The English words for coded values, in one place. A value prints as a word, a kind of missing as which kind.

use lamina_domain::{
    Answer, Missing, Side, ToldBy,
    imaging::{Modality, Position},
    patient::Sex,
    score::{Measure, Site},
    surgery::{Approach, Outcome, PainFree, Region, ResultFor},
    treatment::{Kind, Stopped},
};

/// A coded value that has a word.
pub trait Word {
    /// The word, in sentence case where it stands alone.
    fn word(&self) -> String;
}

macro_rules! words {
    ($($kind:ty { $($value:ident => $word:literal),+ $(,)? })+) => {
        $(impl Word for $kind {
            fn word(&self) -> String {
                match self { $(Self::$value => $word),+ }.to_owned()
            }
        })+
    };
}

words! {
    Missing { NotAsked => "not asked", Unknown => "unknown", NotApplicable => "not applicable",
        Declined => "declined", Absent => "none" }
    Side { Left => "left", Right => "right", Bilateral => "both sides", Midline => "midline" }
    ToldBy { Patient => "patient", Clinician => "clinician", Document => "document", Device => "device" }
    Sex { Female => "female", Male => "male", Other => "other" }
    Region { Cervical => "cervical", Thoracic => "thoracic", Lumbar => "lumbar", Lumbosacral => "lumbosacral",
        Sacroiliac => "sacroiliac" }
    Approach { Posterior => "posterior", Posterolateral => "posterolateral", Anterior => "anterior",
        Lateral => "lateral", Oblique => "oblique", ProneTranspsoas => "prone transpsoas", Combined => "combined",
        Endoscopic => "endoscopic" }
    Outcome { MuchBetter => "much better", Better => "better", Same => "the same", Worse => "worse" }
    Modality { Mri => "MRI", Ct => "CT", XRay => "X-ray", Myelogram => "Myelogram", BoneScan => "Bone scan",
        Dexa => "DEXA", Ultrasound => "Ultrasound", NotStated => "Imaging, kind not stated" }
    Position { Supine => "lying", Standing => "standing", Sitting => "sitting",
        FlexionExtension => "flexion and extension" }
    Kind { Drug => "Medicine", Injection => "Injection", Block => "Block", Radiofrequency => "Radiofrequency",
        Intervention => "Intervention", Physiotherapy => "Physiotherapy", ManualTherapy => "Manual therapy",
        PhysicalModality => "Physical modality", Psychology => "Psychology", PainManagement => "Pain management",
        NeuromodulationTrial => "Neuromodulation trial", NeuromodulationImplant => "Neuromodulation implant",
        IntrathecalTrial => "Intrathecal trial", Other => "Other" }
    Stopped { Ineffective => "did not help", AdverseEffect => "adverse effects", PatientChoice => "patient's choice",
        Completed => "completed", Cost => "cost or coverage", Contraindication => "contraindicated",
        LostToFollowUp => "lost to follow-up" }
    Site { Back => "back", Leg => "leg", Neck => "neck", Arm => "arm", NotSplit => "one figure, sites not split" }
}

/// The word of an answer; an answer that nobody asked for has none.
pub fn answer<T: Word>(answer: &Answer<T>) -> Option<String> {
    match answer {
        Answer::Value(value) => Some(value.word()),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    }
}

/// What is measured, without the number: "NRS, leg", "ODI 2.1a", "sitting tolerance".
pub fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Nrs { site, .. } => format!("Pain 0–10, {}", site.word()),
        Measure::Odi {
            version: Some(version),
            ..
        } => format!("ODI {version}"),
        Measure::Odi { version: None, .. } => "ODI".to_owned(),
        Measure::Number { name, .. } => name.to_string(),
    }
}

/// The number with its unit: "7/10", "42 %", "20 min".
pub fn value(measure: &Measure) -> String {
    match measure {
        Measure::Nrs { value, .. } => format!("{}/10", value.rating()),
        Measure::Odi { value, .. } => format!("{} %", f64::from(*value)),
        Measure::Number { value, unit, .. } => format!("{} {unit}", f64::from(*value)),
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
        PainFree::Never => "never pain-free".to_owned(),
        PainFree::Ongoing => "still pain-free".to_owned(),
        PainFree::For(interval) => format!("pain-free for {interval}"),
        PainFree::Words(words) => format!("pain-free: {words}"),
    }
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
