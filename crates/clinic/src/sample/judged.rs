//! Why an invented patient has pain, as judged at the first visit: the diagnosis itself, and often a cause with what speaks for
//! it, beside one that was excluded.

use super::{chance::Chance, operations::Operation};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Diagnosis, Imaging, Levels, PartialDate, Problem, Side, Text, ToldBy, When,
    coding::suggested,
    diagnosis::{AssignedCode, Certainty, Evidence, Kind, Weighs},
    icd10cm::RELEASE,
};

/// Tells the stream of what was judged from the one of everything else.
pub(super) const STREAM: u64 = 0x4a55_4447;

/// Causes, what speaks for each, and the test that would settle it.
const CAUSES: &[(Kind, &str, &str)] = &[
    (
        Kind::EpiduralFibrosis,
        "pain of the old kind came back after some months",
        "MRI with contrast",
    ),
    (
        Kind::RecurrentHerniation,
        "leg pain came back at once after lifting",
        "MRI with contrast",
    ),
    (
        Kind::FacetJoint,
        "worse on bending back, none below the knee",
        "medial branch block",
    ),
    (
        Kind::ForaminalStenosis,
        "worse on walking, better on leaning forwards",
        "selective nerve root block",
    ),
    (
        Kind::AdjacentSegment,
        "new pain years after the operation",
        "flexion and extension films",
    ),
    (
        Kind::Muscle,
        "tender trigger points that reproduce it",
        "response to physiotherapy",
    ),
];

/// What was thought of and is not there.
const EXCLUDED: &[(Kind, &str)] = &[
    (Kind::Discitis, "no fever, CRP as in health"),
    (Kind::Pseudarthrosis, "bone bridges the segment on CT"),
    (Kind::HipOrPeripheral, "hip moves freely and without pain"),
];

/// The diagnosis for most, a cause for half, an excluded one for some.
pub(super) fn judged(
    chance: &mut Chance,
    operations: &[Operation],
    imaging: &[Imaging],
    side: Side,
    day: NaiveDate,
) -> Result<Vec<Diagnosis>, Problem> {
    let Some(last) = operations.last().filter(|_| chance.percent(80)) else {
        return Ok(Vec::new());
    };
    let levels = last.surgery.all_levels();
    let mut made = vec![diagnosis(
        Kind::PersistentPain,
        Certainty::Confirmed,
        levels.clone(),
        None,
        day,
    )];
    if chance.percent(60)
        && let Some((kind, speaks_for, test)) = picked(chance, CAUSES)
    {
        let certainty = match chance.between(1, 3) {
            1 => Certainty::Probable,
            _ => Certainty::Suspected,
        };
        let mut cause = diagnosis(kind, certainty, levels.clone(), Some(side), day);
        cause.speaks_for = vec![Text::new(speaks_for)?];
        cause.settled_by = chance.percent(60).then(|| Text::new(test)).transpose()?;
        cause.evidence = evidence(operations.len(), imaging.len())?;
        made.push(cause);
    }
    if chance.percent(30)
        && let Some((kind, against)) = picked(chance, EXCLUDED)
    {
        let mut excluded = diagnosis(kind, Certainty::Excluded, Levels::default(), None, day);
        excluded.speaks_against = vec![Text::new(against)?];
        excluded.icd10cm = None;
        made.push(excluded);
    }
    Ok(made)
}

/// One of a list; nothing where it is empty.
fn picked<T: Copy>(chance: &mut Chance, list: &[T]) -> Option<T> {
    list.get(chance.place(list.len())).copied()
}

/// The last operation and the last picture, where there is one.
fn evidence(operations: usize, imaging: usize) -> Result<Vec<Evidence>, Problem> {
    let named = [("operation", operations), ("imaging", imaging)];
    let named = named.into_iter().filter(|(_, count)| *count > 0);
    named
        .map(|(what, count)| {
            Ok(Evidence {
                entry: format!("{what} {count}").parse()?,
                weighs: Weighs::For,
            })
        })
        .collect()
}

fn diagnosis(
    kind: Kind,
    certainty: Certainty,
    levels: Levels,
    side: Option<Side>,
    day: NaiveDate,
) -> Diagnosis {
    let side = side.map_or_else(Answer::default, Answer::Value);
    let code = suggested(kind, &levels, &side).into_iter().next();
    Diagnosis {
        kind,
        words: None,
        certainty,
        levels,
        side,
        speaks_for: Vec::new(),
        speaks_against: Vec::new(),
        evidence: Vec::new(),
        settled_by: None,
        icd10cm: code.map(|code| AssignedCode {
            code,
            release: RELEASE.parse().ok(),
        }),
        judged: When::date(PartialDate::Day(day)),
        told_by: ToldBy::Clinician,
        note: None,
    }
}
