//! Implants before an MRI request. The system counts as a whole: generator, every lead in the body whether it is
//! used or not, pump. One part that is unknown or unsafe warns. Fusion metal alone is no contraindication where it was
//! recorded as fusion metal and other implants were asked about.
//!
//! Sources: mrimplant.org; Boston Scientific 1.5 T guideline; fusion metal: general knowledge of the field.

use super::register::{Doubt, Entry, Register, Source, Standing};
use crate::value::{
    answer::{Answer, Missing},
    implant::{Conditions, Family, ImplantKind, MriStatus, Part, PartState},
};
use serde::{Deserialize, Serialize};

/// What to show on an MRI request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MriVerdict"))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nobody asked about implants, or nobody knows; also where only some are recorded.
    NotAssessed,
    /// Asked, and there is none.
    NoneRecorded,
    /// Fusion metal only, or every part is labelled safe.
    Note,
    /// Allowed by its label under conditions.
    Conditional,
    /// Something is unknown, unsafe, abandoned or broken, or the record contradicts itself.
    Warning,
}

/// One condition of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// How strong the magnet's field may be.
    Field,
    /// Part of the body.
    Body,
    /// Mode of the device.
    Mode,
}

/// What there is to say of one thing in the register or of one part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Its label says that it is unsafe in MRI.
    Unsafe,
    /// Its MRI status is not known.
    Unknown,
    /// Its label allows MRI under conditions, of which these are not recorded.
    ConditionsLacking(Vec<Condition>),
    /// Left in the body unconnected.
    Abandoned,
    /// Fractured, as the state of the part is recorded.
    Broken,
    /// Nobody recorded what became of it.
    StateNotRecorded,
    /// One of these is in the register without the other.
    Incomplete(ImplantKind, ImplantKind),
    /// What was noted still names what was taken out, or a name says more than the chosen kind.
    Doubt(Doubt),
    /// Its label allows MRI under these conditions.
    Conditions(Conditions),
    /// Its label says that it is safe in MRI.
    Safe,
    /// Metal of a fusion, cement or graft, as somebody chose it.
    Passive,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It holds the request up and makes the verdict a warning.
    Reason,
    /// MRI is allowed by its label under conditions.
    Condition,
    /// It holds nothing up.
    Note,
}

impl Finding {
    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Finding::Conditions(_) => Weight::Condition,
            Finding::Safe | Finding::Passive => Weight::Note,
            Finding::Doubt(Doubt::OutNotCertain(_) | Doubt::OutNotSaid(_)) => Weight::Note,
            _ => Weight::Reason,
        }
    }
}

/// A finding with what it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement<'a> {
    /// The thing in the register that it is told of.
    pub entry: &'a Entry,
    /// The part, where it is of one.
    pub part: Option<&'a Part>,
    /// What there is to say.
    pub finding: Finding,
}

/// The notice for an MRI request, as data; its words are the reader's.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice<'a> {
    /// The strongest thing to say.
    pub verdict: Verdict,
    /// Why nobody knows of others than those recorded; nothing where they were asked about. It is to be said first.
    pub others: Option<Missing>,
    /// What there is to say, the weightiest first.
    pub told: Vec<Statement<'a>>,
}

/// Why others are not known of; an answer of "none" or a list is an answer.
fn not_known(others: &Answer<()>) -> Option<Missing> {
    match others {
        Answer::Value(()) | Answer::Missing(Missing::Absent) => None,
        Answer::Missing(missing) => Some(*missing),
    }
}

/// The verdict on one thing alone.
pub fn of(entry: &Entry) -> Verdict {
    let mut told = Vec::new();
    look_at(entry, &mut told);
    strongest(&told)
}

fn strongest(told: &[Statement]) -> Verdict {
    match told.iter().map(|one| one.finding.weight()).min() {
        Some(Weight::Reason) => Verdict::Warning,
        Some(Weight::Condition) => Verdict::Conditional,
        _ => Verdict::Note,
    }
}

/// What the register says before an MRI request.
pub fn notice(register: &Register) -> Notice<'_> {
    let mut told = Vec::new();
    for entry in register.present() {
        look_at(entry, &mut told);
    }
    told.sort_by_key(|one| one.finding.weight());
    let others = not_known(&register.others);
    let verdict = match (strongest(&told), others) {
        (Verdict::Warning, _) => Verdict::Warning,
        (_, Some(_)) => Verdict::NotAssessed,
        // What was listed in words and is gone leaves nothing that was answered with "none".
        (_, None) if told.is_empty() && register.others.value().is_some() => Verdict::NotAssessed,
        (_, None) if told.is_empty() => Verdict::NoneRecorded,
        (verdict, None) => verdict,
    };
    Notice {
        verdict,
        others,
        told,
    }
}

fn look_at<'a>(entry: &'a Entry, told: &mut Vec<Statement<'a>>) {
    let mut tell = |part: Option<&'a Part>, finding: Finding| told.push(Statement { entry, part, finding });
    for doubt in &entry.doubts {
        tell(None, Finding::Doubt(doubt.clone()));
    }
    let more = entry.doubts.contains(&Doubt::NameSaysMore);
    for part in entry.inside() {
        let passive = part.kind.is_passive() && !more;
        let conditions = match &part.mri {
            MriStatus::Unsafe => vec![Finding::Unsafe],
            MriStatus::Unknown if passive => Vec::new(),
            MriStatus::Unknown => vec![Finding::Unknown],
            MriStatus::Safe if passive => Vec::new(),
            MriStatus::Safe => vec![Finding::Safe],
            MriStatus::Conditional(conditions) => labelled(conditions),
        };
        for finding in conditions {
            tell(Some(part), finding);
        }
        if passive {
            tell(Some(part), Finding::Passive);
            continue;
        }
        match part.state {
            PartState::Abandoned => tell(Some(part), Finding::Abandoned),
            PartState::Fractured => tell(Some(part), Finding::Broken),
            PartState::Unknown => tell(Some(part), Finding::StateNotRecorded),
            PartState::InUse | PartState::Removed => {}
        }
    }
    if entry.standing != Standing::Trial {
        incomplete(entry, &mut tell);
    }
}

fn labelled(conditions: &Conditions) -> Vec<Finding> {
    let named = [
        (Condition::Field, &conditions.field),
        (Condition::Body, &conditions.body),
        (Condition::Mode, &conditions.mode),
    ];
    let lacking: Vec<Condition> = named
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(name, _)| *name)
        .collect();
    let mut found = Vec::new();
    if lacking.len() < named.len() {
        found.push(Finding::Conditions(conditions.clone()));
    }
    if !lacking.is_empty() {
        found.push(Finding::ConditionsLacking(lacking));
    }
    found
}

/// A stimulator or pump of which only one half is in the register.
fn incomplete<'a>(entry: &'a Entry, tell: &mut impl FnMut(Option<&'a Part>, Finding)) {
    let has = |kind: ImplantKind| entry.inside().any(|part| part.kind == kind);
    for (one, other) in [
        (ImplantKind::Generator, ImplantKind::Lead),
        (ImplantKind::Lead, ImplantKind::Generator),
        (ImplantKind::Pump, ImplantKind::Catheter),
        (ImplantKind::Catheter, ImplantKind::Pump),
    ] {
        if has(one) && !has(other) {
            tell(None, Finding::Incomplete(one, other));
        }
    }
}

/// What red flags ask of the register: the stimulators, pumps and devices of the heart, also those taken out, or why they
/// are not known.
pub fn active(register: &Register) -> Answer<Vec<&Entry>> {
    let found: Vec<&Entry> = register
        .entries
        .iter()
        .filter(|entry| entry.is_active())
        .collect();
    let unclear = register
        .present()
        .any(|entry| entry.family == Family::Other && !entry.is_passive());
    match &register.others {
        _ if !found.is_empty() => Answer::Value(found),
        _ if unclear => Answer::Missing(Missing::Unknown),
        Answer::Missing(missing) => Answer::Missing(*missing),
        Answer::Value(()) => Answer::Value(found),
    }
}

/// True where nothing but words tells of a thing.
pub fn is_in_words(entry: &Entry) -> bool {
    entry.sources.iter().all(|source| {
        matches!(
            source,
            Source::OperationName(_) | Source::Background | Source::Condition
        )
    })
}

#[cfg(test)]
mod tests;
