//! Diagnoses in words: the pain itself by the name that the clinic prefers, causes by theirs, codes with what they stand for.

use crate::{
    telling::Telling,
    words::{Message, Word, answer, joined, message, say, say_with, words},
};
use lamina_domain::{
    Answer, Diagnosis, Icd10Cm, Link, Missing,
    diagnosis::{Certainty, Kind, Term, Weighs},
};

words! {
    Certainty {
        Confirmed => "diagnosis-certainty-confirmed",
        Probable => "diagnosis-certainty-probable",
        Suspected => "diagnosis-certainty-suspected",
        Excluded => "diagnosis-certainty-excluded",
    }
    Term {
        Psps => "diagnosis-term-psps",
        Fbss => "diagnosis-term-fbss",
        PostLaminectomy => "diagnosis-term-post_laminectomy",
    }
}

/// What a kind is called in a clinic that prefers this term.
pub(crate) fn kind(kind: Kind, term: Term) -> String {
    say!(match kind {
        Kind::PersistentPain => return term.word(),
        Kind::OtherSource => message!("diagnosis-kind-other_source"),
        Kind::OtherLevelOrSide => message!("diagnosis-kind-other_level_or_side"),
        Kind::Residual => message!("diagnosis-kind-residual"),
        Kind::RecurrentHerniation => message!("diagnosis-kind-recurrent_herniation"),
        Kind::RootCompression => message!("diagnosis-kind-root_compression"),
        Kind::Stenosis => message!("diagnosis-kind-stenosis"),
        Kind::CentralStenosis => message!("diagnosis-kind-central_stenosis"),
        Kind::LateralRecessStenosis => message!("diagnosis-kind-lateral_recess_stenosis"),
        Kind::ForaminalStenosis => message!("diagnosis-kind-foraminal_stenosis"),
        Kind::DiscDegeneration => message!("diagnosis-kind-disc_degeneration"),
        Kind::DiscSpaceNarrowing => message!("diagnosis-kind-disc_space_narrowing"),
        Kind::Instability => message!("diagnosis-kind-instability"),
        Kind::AdjacentSegment => message!("diagnosis-kind-adjacent_segment"),
        Kind::FacetJoint => message!("diagnosis-kind-facet_joint"),
        Kind::SacroiliacJoint => message!("diagnosis-kind-sacroiliac_joint"),
        Kind::Muscle => message!("diagnosis-kind-muscle"),
        Kind::EpiduralFibrosis => message!("diagnosis-kind-epidural_fibrosis"),
        Kind::NeuropathicPain => message!("diagnosis-kind-neuropathic_pain"),
        Kind::NerveInjury => message!("diagnosis-kind-nerve_injury"),
        Kind::Arachnoiditis => message!("diagnosis-kind-arachnoiditis"),
        Kind::Pseudarthrosis => message!("diagnosis-kind-pseudarthrosis"),
        Kind::HardwareFailure => message!("diagnosis-kind-hardware_failure"),
        Kind::HardwareMalposition => message!("diagnosis-kind-hardware_malposition"),
        Kind::SagittalImbalance => message!("diagnosis-kind-sagittal_imbalance"),
        Kind::Infection => message!("diagnosis-kind-infection"),
        Kind::Discitis => message!("diagnosis-kind-discitis"),
        Kind::DuralLeak => message!("diagnosis-kind-dural_leak"),
        Kind::Pseudomeningocele => message!("diagnosis-kind-pseudomeningocele"),
        Kind::Crps => message!("diagnosis-kind-crps"),
        Kind::HipOrPeripheral => message!("diagnosis-kind-hip_or_peripheral"),
        Kind::CentralSensitisation => message!("diagnosis-kind-central_sensitisation"),
        Kind::Psychosocial => message!("diagnosis-kind-psychosocial"),
        Kind::Other => message!("diagnosis-kind-other"),
    })
}

/// What a diagnosis says: "Epidural fibrosis, around the root". Another one is its words alone.
pub(crate) fn named(diagnosis: &Diagnosis, term: Term) -> Option<String> {
    let words = diagnosis.words.as_ref().map(ToString::to_string);
    let named = match (diagnosis.kind, &words) {
        (Kind::Other, Some(_)) => None,
        (of, _) => Some(kind(of, term)),
    };
    joined([named, words], ", ")
}

/// The same and where: "Epidural fibrosis, around the root, L5 root, left".
pub(crate) fn what(diagnosis: &Diagnosis, term: Term) -> String {
    joined([named(diagnosis, term), place(diagnosis)], ", ").unwrap_or_default()
}

/// Levels and side. Where there is no side by nature, nothing is said of it.
pub(crate) fn place(diagnosis: &Diagnosis) -> Option<String> {
    let levels = (!diagnosis.levels.is_empty()).then(|| diagnosis.levels.to_string());
    let side = match &diagnosis.side {
        Answer::Missing(Missing::NotApplicable) => None,
        Answer::Value(side) => Some(side.word()),
        missing => answer(missing).map(|word| say_with!("shown-side", [("word", word.into())])),
    };
    joined([levels, side], ", ")
}

/// The words and the entries of the record that weigh this way, in one line.
pub(crate) fn weighing(diagnosis: &Diagnosis, which: Weighs, telling: &Telling<'_>) -> Option<String> {
    let texts = match which {
        Weighs::For => &diagnosis.speaks_for,
        Weighs::Against => &diagnosis.speaks_against,
    };
    let texts = texts.iter().map(|text| Some(text.to_string()));
    joined(texts.chain([entries(diagnosis, which, telling)]), "; ")
}

/// The entries of the record that weigh this way, in one line.
pub(crate) fn entries(diagnosis: &Diagnosis, which: Weighs, telling: &Telling<'_>) -> Option<String> {
    let found = diagnosis.evidence.iter().filter(|one| one.weighs == which);
    joined(found.map(|one| Some(entry(&one.entry, telling))), "; ")
}

/// An entry of the record in one line, by its number alone where the record is not at hand.
pub(crate) fn entry(link: &Link, telling: &Telling<'_>) -> String {
    match (telling.entry(link), telling.record()) {
        (Some(shown), _) => say_with!(
            "diagnosis-entry",
            [
                ("title", shown.title.into()),
                ("when", shown.when.into()),
                ("entry", link.to_string().into())
            ]
        ),
        (None, Some(_)) => say!("diagnosis-entry-gone"),
        (None, None) => link.to_string(),
    }
}

/// A code with what it stands for, where that is known here.
pub(crate) fn code(code: &Icd10Cm) -> String {
    let line = match title(code) {
        Some(title) => say_with!(
            "diagnosis-code-titled",
            [("code", code.to_string().into()), ("title", title.into())]
        ),
        None => code.to_string(),
    };
    say_with!("diagnosis-code", [("code", line.into())])
}

/// What a code stands for, in short.
pub(crate) fn title(code: &Icd10Cm) -> Option<String> {
    let id = format!("code-{}", code.as_str().to_lowercase().replace('.', "-"));
    Message::found(&id).map(|title| say!(title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Levels, Side, coding::suggested};

    #[test]
    fn every_code_that_is_offered_says_what_it_stands_for() {
        for kind in Kind::ALL {
            for levels in ["", "C5-C6", "T7-T8", "L4-L5", "L5-S1"] {
                let levels: Levels = levels.parse().unwrap_or_default();
                for side in [Side::Left, Side::Right, Side::Bilateral, Side::Midline] {
                    for code in suggested(kind, &levels, &Answer::Value(side)) {
                        assert!(title(&code).is_some(), "{code}");
                    }
                }
            }
        }
    }
}
