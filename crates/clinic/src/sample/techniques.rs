//! How the treatments of the sample are done, by their names, as far as the name alone says so.

use lamina_domain::{
    Answer,
    treatment::{
        Injection, Therapy,
        injection::{Guidance, Type},
        therapy::Content,
    },
};

const INJECTIONS: [(&str, Type); 10] = [
    ("trigger point injection", Type::TriggerPoint),
    ("facet joint injection", Type::FacetJoint),
    ("medial branch block", Type::MedialBranchDiagnostic),
    (
        "radiofrequency of the medial branches",
        Type::RadiofrequencyConventional,
    ),
    ("transforaminal epidural steroid", Type::TransforaminalEpidural),
    ("interlaminar epidural steroid", Type::InterlaminarEpidural),
    ("caudal epidural steroid", Type::CaudalEpidural),
    ("sacroiliac joint injection", Type::SacroiliacJoint),
    (
        "pulsed radiofrequency of the dorsal root ganglion",
        Type::RadiofrequencyPulsed,
    ),
    ("epidural adhesiolysis", Type::Adhesiolysis),
];

const THERAPIES: [(&str, Content); 8] = [
    ("core strengthening", Content::CoreStrength),
    ("graded walking programme", Content::GradedActivity),
    ("exercise in water", Content::Hydrotherapy),
    ("mobilisation of soft tissue", Content::ManualTechniques),
    ("TENS at home", Content::Tens),
    ("cognitive behavioural therapy", Content::CognitiveBehavioural),
    ("pain management programme", Content::PainProgramme),
    ("acupuncture", Content::Acupuncture),
];

/// How what bears this name is injected.
pub(super) fn injection(name: &str) -> Option<Injection> {
    let (_, of_type) = INJECTIONS.iter().find(|(one, _)| *one == name)?;
    let guidance = match of_type {
        Type::TriggerPoint => Answer::default(),
        _ => Answer::Value(Guidance::Fluoroscopy),
    };
    Some(Injection {
        of_type: Some(*of_type),
        guidance,
        ..Injection::default()
    })
}

/// What is done in the therapy that bears this name.
pub(super) fn therapy(name: &str) -> Option<Therapy> {
    let (_, content) = THERAPIES.iter().find(|(one, _)| *one == name)?;
    Some(Therapy {
        content: vec![*content],
        ..Therapy::default()
    })
}
