//! Plain words for what papers for the patient name: procedures, causes, places, treatments, what is planned. A procedure keeps
//! the name that the record has beside it; a level keeps its code.

use super::{Message, Word, joined, message, say, say_with};
use lamina_domain::{
    Answer, Levels, Side, diagnosis, plan_item,
    surgery::{Code, Procedure, Region},
    treatment,
};

/// "lower back, left (L4-S1)"; nothing where neither level nor side is known.
pub(crate) fn place(levels: &Levels, side: &Answer<Side>) -> Option<String> {
    let mut regions: Vec<String> = Vec::new();
    for target in levels.targets() {
        let Some(name) = Region::of(target).map(region) else {
            continue;
        };
        if !regions.contains(&name) {
            regions.push(name);
        }
    }
    let side = match side {
        Answer::Value(Side::Midline) | Answer::Missing(_) => None,
        Answer::Value(side) => Some(side.word()),
    };
    let named = joined(regions.into_iter().map(Some).chain([side]), ", ");
    match (named, levels.is_empty()) {
        (named, true) => named,
        (None, false) => Some(levels.to_string()),
        (Some(named), false) => Some(say_with!(
            "plain-place",
            [("place", named.into()), ("levels", levels.to_string().into())]
        )),
    }
}

/// A part of the spine.
pub(crate) fn region(region: Region) -> String {
    say!(match region {
        Region::Cervical => message!("plain-region-cervical"),
        Region::Thoracic => message!("plain-region-thoracic"),
        Region::Lumbar | Region::Lumbosacral => message!("plain-region-lumbar"),
        Region::Sacroiliac => message!("plain-region-sacroiliac"),
    })
}

/// "part of a disc taken out (microdiscectomy)"; the name alone where the record has no code for it.
pub(crate) fn procedure(procedure: &Procedure) -> String {
    let name = procedure.name.to_string();
    match procedure.code.and_then(of_code) {
        Some(plain) => say_with!(
            "plain-named",
            [("plain", say!(plain).into()), ("name", name.into())]
        ),
        None => name,
    }
}

fn of_code(code: Code) -> Option<Message> {
    Some(match code {
        Code::Microdiscectomy => message!("plain-procedure-microdiscectomy"),
        Code::OpenDiscectomy | Code::Discectomy => message!("plain-procedure-discectomy"),
        Code::EndoscopicDiscectomy => message!("plain-procedure-endoscopic-discectomy"),
        Code::Laminotomy => message!("plain-procedure-laminotomy"),
        Code::Laminectomy => message!("plain-procedure-laminectomy"),
        Code::Foraminotomy => message!("plain-procedure-foraminotomy"),
        Code::Decompression => message!("plain-procedure-decompression"),
        Code::InterspinousDevice => message!("plain-procedure-interspinous-device"),
        Code::Plf => message!("plain-procedure-fusion-behind"),
        Code::Plif | Code::Tlif => message!("plain-procedure-fusion-behind-spacer"),
        Code::Alif => message!("plain-procedure-fusion-front"),
        Code::Llif | Code::Ptp | Code::Olif => message!("plain-procedure-fusion-side"),
        Code::AxiaLif => message!("plain-procedure-fusion-below"),
        Code::Acdf => message!("plain-procedure-fusion-neck-front"),
        Code::PosteriorCervicalFusion => message!("plain-procedure-fusion-neck-behind"),
        Code::SacroiliacFusion => message!("plain-procedure-fusion-sacroiliac"),
        Code::Fusion => message!("plain-procedure-fusion"),
        Code::Fixation => message!("plain-procedure-fixation"),
        Code::Laminoplasty => message!("plain-procedure-laminoplasty"),
        Code::Corpectomy => message!("plain-procedure-corpectomy"),
        Code::CervicalDiscArthroplasty => message!("plain-procedure-disc-neck"),
        Code::LumbarDiscArthroplasty => message!("plain-procedure-disc-back"),
        Code::Augmentation => message!("plain-procedure-augmentation"),
        Code::DeformityCorrection => message!("plain-procedure-curve"),
        Code::Osteotomy => message!("plain-procedure-osteotomy"),
        Code::ScarRelease => message!("plain-procedure-scar-release"),
        Code::HardwareRemoval => message!("plain-procedure-hardware-removal"),
        Code::Revision => message!("plain-procedure-revision"),
        Code::Debridement => message!("plain-procedure-debridement"),
        Code::DuralRepair => message!("plain-procedure-dural-repair"),
        Code::StimulatorTrial => message!("plain-procedure-stimulator-trial"),
        Code::StimulatorImplant => message!("plain-procedure-stimulator-implant"),
        Code::StimulatorRevision => message!("plain-procedure-stimulator-revision"),
        Code::StimulatorRemoval => message!("plain-procedure-stimulator-removal"),
        Code::PumpImplant => message!("plain-procedure-pump-implant"),
        Code::PumpRevision => message!("plain-procedure-pump-revision"),
        Code::PumpRemoval => message!("plain-procedure-pump-removal"),
        Code::Other => return None,
    })
}

/// What a cause is in plain words. Nothing of those that are talked over and not read: that another level or side was operated
/// on, what is between a person and a life; of the pain itself, which is told by its name; and of what only words tell.
pub(crate) fn cause(kind: diagnosis::Kind) -> Option<String> {
    use diagnosis::Kind;
    Some(say!(match kind {
        Kind::PersistentPain | Kind::OtherLevelOrSide | Kind::Psychosocial | Kind::Other => return None,
        Kind::OtherSource => message!("plain-cause-other-source"),
        Kind::Residual => message!("plain-cause-residual"),
        Kind::RecurrentHerniation => message!("plain-cause-recurrent-herniation"),
        Kind::RootCompression => message!("plain-cause-root-compression"),
        Kind::Stenosis | Kind::CentralStenosis => message!("plain-cause-stenosis"),
        Kind::LateralRecessStenosis | Kind::ForaminalStenosis => message!("plain-cause-stenosis-of-exit"),
        Kind::DiscDegeneration => message!("plain-cause-disc-degeneration"),
        Kind::DiscSpaceNarrowing => message!("plain-cause-disc-space-narrowing"),
        Kind::Instability => message!("plain-cause-instability"),
        Kind::AdjacentSegment => message!("plain-cause-adjacent-segment"),
        Kind::FacetJoint => message!("plain-cause-facet-joint"),
        Kind::SacroiliacJoint => message!("plain-cause-sacroiliac-joint"),
        Kind::Muscle => message!("plain-cause-muscle"),
        Kind::EpiduralFibrosis => message!("plain-cause-epidural-fibrosis"),
        Kind::NeuropathicPain => message!("plain-cause-neuropathic-pain"),
        Kind::NerveInjury => message!("plain-cause-nerve-injury"),
        Kind::Arachnoiditis => message!("plain-cause-arachnoiditis"),
        Kind::Pseudarthrosis => message!("plain-cause-pseudarthrosis"),
        Kind::HardwareFailure => message!("plain-cause-hardware-failure"),
        Kind::HardwareMalposition => message!("plain-cause-hardware-malposition"),
        Kind::SagittalImbalance => message!("plain-cause-sagittal-imbalance"),
        Kind::Infection => message!("plain-cause-infection"),
        Kind::Discitis => message!("plain-cause-discitis"),
        Kind::DuralLeak => message!("plain-cause-dural-leak"),
        Kind::Pseudomeningocele => message!("plain-cause-pseudomeningocele"),
        Kind::Crps => message!("plain-cause-crps"),
        Kind::HipOrPeripheral => message!("plain-cause-hip-or-peripheral"),
        Kind::CentralSensitisation => message!("plain-cause-central-sensitisation"),
    }))
}

/// The kind of a treatment.
pub(crate) fn treatment(kind: treatment::Kind) -> String {
    use treatment::Kind;
    say!(match kind {
        Kind::Drug => message!("plain-treatment-drug"),
        Kind::Injection => message!("plain-treatment-injection"),
        Kind::Block => message!("plain-treatment-block"),
        Kind::Radiofrequency => message!("plain-treatment-radiofrequency"),
        Kind::Intervention => message!("plain-treatment-intervention"),
        Kind::Physiotherapy => message!("plain-treatment-physiotherapy"),
        Kind::ManualTherapy => message!("plain-treatment-manual-therapy"),
        Kind::PhysicalModality => message!("plain-treatment-physical-modality"),
        Kind::Psychology => message!("plain-treatment-psychology"),
        Kind::PainManagement => message!("plain-treatment-pain-management"),
        Kind::NeuromodulationTrial => message!("plain-treatment-stimulator-trial"),
        Kind::NeuromodulationImplant => message!("plain-treatment-stimulator"),
        Kind::IntrathecalTrial => message!("plain-treatment-pump-trial"),
        Kind::Other => message!("plain-treatment-other"),
    })
}

/// What kind of thing is planned.
pub(crate) fn planned(kind: plan_item::Kind) -> String {
    use plan_item::Kind;
    say!(match kind {
        Kind::Referral => message!("plain-plan-referral"),
        Kind::SecondOpinion => message!("plain-plan-second-opinion"),
        Kind::Imaging => message!("plain-plan-imaging"),
        Kind::Test => message!("plain-plan-test"),
        Kind::OperationConsidered => message!("plain-plan-operation"),
        Kind::TreatmentStart => message!("plain-plan-treatment-start"),
        Kind::TreatmentStop => message!("plain-plan-treatment-stop"),
        Kind::TreatmentChange => message!("plain-plan-treatment-change"),
        Kind::Review => message!("plain-plan-review"),
        Kind::Advice => message!("plain-plan-advice"),
        Kind::Information => message!("plain-plan-information"),
        Kind::Other => message!("plain-plan-other"),
    })
}
