//! What a procedure leaves in the body and takes out of it by its code, where its words do not tell.

use super::words::{NO_METAL, Remnant, Removal, has, left_by, taken_by, tokens};
use crate::{
    fact::surgery::{Code, Procedure},
    value::implant::{Family, ImplantKind},
};

fn left_by_code(code: Code) -> Option<Remnant> {
    let left = |family: Family, named: bool, trial: bool| Some(Remnant { family, named, trial });
    match code {
        Code::CervicalDiscArthroplasty | Code::LumbarDiscArthroplasty => left(Family::Disc, true, false),
        Code::InterspinousDevice => left(Family::Interspinous, true, false),
        Code::StimulatorTrial => left(Family::Stimulator, true, true),
        Code::StimulatorImplant | Code::StimulatorRevision => left(Family::Stimulator, true, false),
        Code::PumpImplant | Code::PumpRevision => left(Family::Pump, true, false),
        Code::Fixation => left(Family::Metal, true, false),
        code if code.joins() => left(Family::Metal, false, false),
        _ => None,
    }
}

/// What a procedure leaves in the body, by its words and, where they don't tell of such a thing and don't deny it, by its code.
pub(super) fn left(procedure: &Procedure) -> Vec<Remnant> {
    let mut all = left_by(procedure.as_str());
    let denied = has(&tokens(procedure.as_str()), &NO_METAL);
    if let Some(coded) = procedure.code.and_then(left_by_code) {
        let told = all.iter().any(|left| left.family == coded.family);
        let is_denied = denied && coded.family == Family::Metal;
        if !told && !is_denied {
            all.push(coded);
        }
    }
    all
}

/// What a procedure takes out, by its words or else by its code: of hardware the code alone does not say which. `more` is what
/// else the operation says of itself.
pub(super) fn taken(procedure: &Procedure, more: &[String]) -> Option<Removal> {
    taken_by(procedure.as_str(), more).or_else(|| procedure.code.and_then(taken_by_code))
}

fn taken_by_code(code: Code) -> Option<Removal> {
    let (kinds, any) = match code {
        Code::HardwareRemoval => (Vec::new(), true),
        Code::StimulatorRemoval => (vec![ImplantKind::Generator, ImplantKind::Lead], false),
        Code::PumpRemoval => (vec![ImplantKind::Pump, ImplantKind::Catheter], false),
        _ => return None,
    };
    Some(Removal {
        kinds,
        any,
        hedged: any,
    })
}
