//! Which plan a treatment follows, from what its record says in so many words. Nothing is guessed: an injection follows
//! the plan of an epidural one only where it is called so, in full or as ESI, by the reading that counts sessions too.

use super::plan::IndexKind;
use crate::{
    fact::treatment::{Kind, Treatment, injection::Type},
    rule::gate::steroid::names_epidural,
    value::text::Text,
};

/// The kind of index that a treatment is. A walking programme that was told as a treatment is one only where no walking
/// plan was prescribed: then that plan is what follow-up counts from.
pub fn of_treatment(treatment: &Treatment) -> IndexKind {
    let texts = [Some(&treatment.name), treatment.target.as_ref()];
    let texts: Vec<&str> = texts.into_iter().flatten().map(Text::as_str).collect();
    let opioid = treatment
        .medicine
        .as_ref()
        .is_some_and(|medicine| medicine.has_opioid());
    let chosen = treatment.injection.as_ref().and_then(|one| one.of_type);
    of_parts(treatment.kind, chosen, &texts, opioid)
}

/// As [`of_treatment`] from what of a treatment decides it: its kind, the type of injection where one was chosen, its name and
/// target, and whether the medicine it was written down as holds an opioid.
pub fn of_parts(kind: Kind, chosen: Option<Type>, texts: &[&str], opioid: bool) -> IndexKind {
    let chosen = chosen.filter(|one| *one != Type::Other && matches!(kind, Kind::Injection | Kind::Block));
    if let Some(of_type) = chosen {
        return match of_type {
            _ if of_type.is_epidural() => IndexKind::EpiduralSteroid,
            _ if of_type.is_medial_branch() => IndexKind::MedialBranchBlock,
            _ => IndexKind::General,
        };
    }
    let says = |words: &str| texts.iter().any(|text| text.to_lowercase().contains(words));
    match kind {
        Kind::Injection | Kind::Block if names_epidural(kind, texts) => IndexKind::EpiduralSteroid,
        Kind::Block if says("medial branch") => IndexKind::MedialBranchBlock,
        Kind::Radiofrequency => IndexKind::Radiofrequency,
        Kind::NeuromodulationTrial => IndexKind::StimulatorTrial,
        Kind::NeuromodulationImplant => IndexKind::StimulatorImplant,
        Kind::Drug if opioid => IndexKind::Opioid,
        Kind::Physiotherapy if says("walking programme") || says("walking program") => IndexKind::Walking,
        _ => IndexKind::General,
    }
}

/// Whether follow-up counts from a treatment of this kind that follows this plan: an intervention, or what has a plan of
/// its own. Any other treatment is no index, and may still explain a change.
pub fn is_index(kind: Kind, plan: IndexKind) -> bool {
    let intervention = matches!(
        kind,
        Kind::Injection | Kind::Block | Kind::Intervention | Kind::IntrathecalTrial
    );
    plan != IndexKind::General || intervention
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        r#""injection","name":"Caudal epidural steroid injection""#,
        IndexKind::EpiduralSteroid
    )]
    #[case(
        r#""injection","name":"Steroid injection","target":"epidural space""#,
        IndexKind::EpiduralSteroid
    )]
    #[case(r#""injection","name":"ESI L4/5""#, IndexKind::EpiduralSteroid)]
    #[case(r#""block","name":"TFESI L5 left""#, IndexKind::EpiduralSteroid)]
    #[case(r#""injection","name":"Epidural blood patch""#, IndexKind::General)]
    #[case(r#""injection","name":"Facet joint injection""#, IndexKind::General)]
    #[case(r#""block","name":"Medial branch block""#, IndexKind::MedialBranchBlock)]
    #[case(r#""block","name":"Nerve root block""#, IndexKind::General)]
    #[case(
        r#""injection","name":"L5 left","injection":{"type":"transforaminal_epidural"}"#,
        IndexKind::EpiduralSteroid
    )]
    #[case(
        r#""injection","name":"ESI","injection":{"type":"facet_joint"}"#,
        IndexKind::General
    )]
    #[case(
        r#""injection","name":"Facet","injection":{"type":"medial_branch_diagnostic"}"#,
        IndexKind::MedialBranchBlock
    )]
    #[case(
        r#""radiofrequency","name":"Pulsed radiofrequency""#,
        IndexKind::Radiofrequency
    )]
    #[case(
        r#""neuromodulation_trial","name":"Spinal cord stimulation trial""#,
        IndexKind::StimulatorTrial
    )]
    #[case(
        r#""neuromodulation_implant","name":"Spinal cord stimulator""#,
        IndexKind::StimulatorImplant
    )]
    #[case(r#""physiotherapy","name":"Walking programme""#, IndexKind::Walking)]
    #[case(r#""drug","name":"tramadol""#, IndexKind::General)]
    #[case(
        r#""drug","name":"tramadol","medicine":{"ingredients":[{"name":"tramadol","strength":"50 mg"}]}"#,
        IndexKind::Opioid
    )]
    #[case(
        r#""drug","name":"pregabalin","medicine":{"ingredients":[{"name":"pregabalin","strength":"75 mg"}]}"#,
        IndexKind::General
    )]
    fn a_treatment_follows_the_plan_that_its_record_names(#[case] json: &str, #[case] wanted: IndexKind) {
        let treatment: Treatment = serde_json::from_str(&format!(r#"{{"kind":{json}}}"#)).unwrap();
        assert_eq!(of_treatment(&treatment), wanted);
        // What is done is counted from though it has no plan of its own; what is taken is not.
        let taken = wanted == IndexKind::General && treatment.kind == Kind::Drug;
        assert_eq!(is_index(treatment.kind, wanted), !taken);
    }
}
