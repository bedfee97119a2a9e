//! Symptoms and imaging notes of one patient: back and limb as rows of their own that begin after the operation that
//! they follow, and pictures whose findings lie at the operated segment and the one beside it.

use super::{
    chance::Chance,
    dates,
    operations::{Operation, is_neck, texts},
};
use chrono::NaiveDate;
use lamina_domain::{
    Anchor, Answer, Imaging, Levels, Missing, Numbering, Problem, Reply, Side, Symptom, Text, ToldBy, When,
    imaging::{Finding, Modality, Position},
    score::Nrs,
    symptom::{
        Tolerance,
        area::{Area, Feeling},
        course::{Pattern, Relation, TimeOfDay, Trend},
    },
    when::Reference,
};

const ACHE: &[&str] = &["aching", "dull ache", "cramping", "stiffness", "sharp"];
const NERVE: &[&str] = &[
    "burning",
    "shooting",
    "electric shocks",
    "tingling",
    "numbness",
    "sharp",
];
const WORSE: &[&str] = &[
    "sitting",
    "standing",
    "walking",
    "bending",
    "lifting",
    "coughing",
    "turning in bed",
];
const BETTER: &[&str] = &[
    "lying down",
    "changing position",
    "warmth",
    "short walks",
    "leaning forwards",
];
const BEGAN: &[&str] = &[
    "slowly, over weeks",
    "on the first day at home",
    "after a fall",
    "after lifting",
    "without a reason",
];
const LEG: &[&str] = &[
    "to the foot",
    "to the knee",
    "to the outer calf",
    "to the big toe",
];
const ARM: &[&str] = &["to the hand", "to the elbow", "to the thumb"];

/// Back and limb after the last operation, and `more` later spells.
pub(super) fn symptoms(
    chance: &mut Chance,
    operations: &[Operation],
    side: Side,
    end: NaiveDate,
    more: usize,
) -> Result<Vec<Symptom>, Problem> {
    let mut made = Vec::with_capacity(more + 2);
    let Some(last) = operations.last() else {
        return Ok(made);
    };
    for limb in [false, true] {
        made.push(symptom(
            chance,
            operations.len(),
            last,
            limb,
            side,
            last.pain_back,
        )?);
    }
    let room = (end - last.pain_back).num_days();
    let mut days: Vec<NaiveDate> = (0..more)
        .map(|_| dates::later(last.pain_back, chance.between(0, room)))
        .collect();
    days.sort_unstable();
    for day in days {
        let limb = chance.percent(50);
        let mut spell = symptom(chance, operations.len(), last, limb, side, day)?;
        // A later spell passes, most of the time.
        let over = dates::later(day, chance.between(30, 300));
        if over < end && chance.percent(70) {
            spell.resolved = Some(dates::exact(over));
        }
        made.push(spell);
    }
    Ok(made)
}

fn symptom(
    chance: &mut Chance,
    number: usize,
    operation: &Operation,
    limb: bool,
    side: Side,
    onset: NaiveDate,
) -> Result<Symptom, Problem> {
    let neck = is_neck(operation.surgery.region);
    let site = match (neck, limb) {
        (false, false) => "low back",
        (false, true) => "leg",
        (true, false) => "neck",
        (true, true) => "arm",
    };
    let reach = if neck { ARM } else { LEG };
    let radiation = limb.then(|| chance.word(reach));
    let roots = if neck {
        ["C6 root", "C7 root"]
    } else {
        ["L5 root", "S1 root"]
    };
    let relation = match chance.between(1, 4) {
        1 if onset > operation.day => Relation::New,
        2 => Relation::Worse,
        _ => Relation::BetterThenBack,
    };
    let minutes = |chance: &mut Chance| match chance.between(1, 6) {
        1 => Answer::Value(Tolerance::Unlimited),
        2..=4 => Answer::Value(Tolerance::Minutes(
            5 * u16::try_from(chance.between(1, 12)).unwrap_or(1),
        )),
        _ => Answer::default(),
    };
    Ok(Symptom {
        levels: Levels::default(),
        areas: marked(chance, neck, limb, side)?,
        dermatomes: match radiation {
            Some(_) if chance.percent(60) => chance.word(&roots).parse()?,
            _ => Levels::default(),
        },
        below_knee: match radiation {
            Some(_) if neck => Reply::DoesNotApply,
            Some("to the knee") => Reply::No,
            Some(_) => Reply::Yes,
            None => Reply::NotAsked,
        },
        below_elbow: Reply::NotAsked,
        resolved: None,
        operation: Some(Anchor::Operation(Reference::Place(
            u32::try_from(number).unwrap_or(u32::MAX),
        ))),
        relation: Answer::Value(relation),
        pattern: match chance.between(1, 5) {
            1 => Answer::Value(Pattern::Intermittent),
            2 => Answer::Value(Pattern::ConstantWithAttacks),
            3..=4 => Answer::Value(Pattern::Constant),
            _ => Answer::default(),
        },
        trend: match chance.between(1, 4) {
            1 => Answer::Value(Trend::Better),
            2 => Answer::Value(Trend::Worse),
            3 => Answer::Value(Trend::Same),
            _ => Answer::default(),
        },
        time_of_day: match chance.between(1, 4) {
            1 => Answer::Value(TimeOfDay::Morning),
            2 => Answer::Value(TimeOfDay::Evening),
            _ => Answer::default(),
        },
        sitting: minutes(chance),
        standing: minutes(chance),
        walking: minutes(chance),
        walking_distance: Answer::default(),
        intensity_kind: None,
        intensity_period: None,
        intensity_when: When::default(),
        site: Text::new(site)?,
        side: match (limb, chance.between(1, 10)) {
            (_, 1) => Answer::Missing(Missing::Unknown),
            (true, _) => Answer::Value(side),
            (false, 2..=3) => Answer::Value(Side::Midline),
            (false, _) => Answer::Value(Side::Bilateral),
        },
        side_words: (!limb && chance.percent(12))
            .then(|| {
                Text::new(if side == Side::Left {
                    "more on the left"
                } else {
                    "more on the right"
                })
            })
            .transpose()?,
        radiation: radiation.map(Text::new).transpose()?,
        qualities: texts(&chance.words(if limb { NERVE } else { ACHE }, 1, 3))?,
        onset: match chance.between(1, 10) {
            1 => When::default(),
            2..=5 if onset > operation.day => dates::after_operation(number, operation.day, onset),
            _ => dates::told(chance, onset),
        },
        onset_words: chance
            .percent(40)
            .then(|| Text::new(chance.word(BEGAN)))
            .transpose()?,
        aggravating: texts(&chance.words(WORSE, 0, 3))?,
        relieving: texts(&chance.words(BETTER, 0, 2))?,
        intensity: match chance.between(1, 20) {
            1 => Answer::Missing(Missing::Declined),
            2 => Answer::Missing(Missing::Unknown),
            3..=5 => Answer::default(),
            _ => Answer::Value(Nrs::try_from(chance.between(4, 9))?),
        },
        told_by: ToldBy::Patient,
        note: None,
    })
}

/// What a pain of that kind marks on the body map, of some patients.
fn marked(chance: &mut Chance, neck: bool, limb: bool, side: Side) -> Result<Vec<Area>, Problem> {
    let parts: &[(&str, Feeling)] = match (neck, limb) {
        (false, false) => &[("back.low_back", Feeling::Pain), ("back.buttock", Feeling::Pain)],
        (false, true) => &[
            ("back.outer_thigh", Feeling::Pain),
            ("front.outer_shin", Feeling::Burning),
            ("foot_top.big_toe", Feeling::Numbness),
        ],
        (true, false) => &[("back.neck", Feeling::Pain), ("back.shoulder", Feeling::Pain)],
        (true, true) => &[
            ("front.forearm", Feeling::Tingling),
            ("palm.thumb", Feeling::Numbness),
        ],
    };
    if !chance.percent(60) {
        return Ok(Vec::new());
    }
    let side = if side == Side::Right { "right" } else { "left" };
    let area = |(part, feeling): &(&str, Feeling)| {
        Ok(Area {
            region: format!("{part}.{side}").parse()?,
            feeling: *feeling,
            intensity: None,
            depth: None,
        })
    };
    parts.iter().map(area).collect()
}

/// A picture before the first operation, some after each, and `more` later ones.
pub(super) fn imaging(
    chance: &mut Chance,
    operations: &[Operation],
    side: Side,
    end: NaiveDate,
    more: usize,
) -> Result<Vec<Imaging>, Problem> {
    let mut plan: Vec<(NaiveDate, usize, bool)> = Vec::with_capacity(more + operations.len() + 1);
    for (number, operation) in operations.iter().enumerate() {
        if number == 0 || chance.percent(40) {
            let floor = number
                .checked_sub(1)
                .and_then(|at| operations.get(at))
                .map(|one| one.day);
            let day = dates::earlier(operation.day, chance.between(7, 70));
            if floor.is_none_or(|floor| floor < day) {
                plan.push((day, number, true));
            }
        }
        let next = operations.get(number + 1).map_or(end, |one| one.day);
        let day = dates::later(operation.day, chance.between(20, 500));
        if day < next {
            plan.push((day, number, false));
        }
    }
    for _ in 0..more {
        let first = operations.first().map_or(end, |one| one.day);
        let day = dates::later(first, chance.between(20, (end - first).num_days().max(20))).min(end);
        let number = operations.iter().filter(|one| one.day < day).count().max(1) - 1;
        plan.push((day, number, false));
    }
    plan.sort_unstable();
    plan.into_iter()
        .filter_map(|(day, number, before)| Some((day, number, operations.get(number)?, before)))
        .map(|(day, number, operation, before)| picture(chance, number + 1, operation, side, day, before))
        .collect()
}

fn picture(
    chance: &mut Chance,
    number: usize,
    operation: &Operation,
    side: Side,
    day: NaiveDate,
    before: bool,
) -> Result<Imaging, Problem> {
    let metal = !operation.surgery.listed_implants().is_empty();
    let modality = match chance.between(1, 10) {
        _ if before => Modality::Mri,
        1..=5 => Modality::Mri,
        6..=7 if metal => Modality::Ct,
        _ => Modality::XRay,
    };
    let position = match modality {
        Modality::XRay if chance.percent(50) => Answer::Value(Position::FlexionExtension),
        Modality::XRay => Answer::Value(Position::Standing),
        _ if chance.percent(80) => Answer::Value(Position::Supine),
        _ => Answer::default(),
    };
    let find = |what: &str, levels: &str, side: Answer<Side>| -> Result<Finding, Problem> {
        Ok(Finding {
            what: Some(Text::new(what)?),
            levels: levels.parse()?,
            side,
            ..Finding::default()
        })
    };
    let here = operation.at.lowest().text();
    let beside = operation.at.adjacent().text();
    let sided = Answer::Value(side);
    let plain = Answer::Missing(Missing::NotApplicable);
    let mut findings = Vec::new();
    let conclusion = match modality {
        _ if before => {
            findings.push(find(
                chance.word(&["disc herniation", "narrow canal", "disc height lost"]),
                &here,
                sided,
            )?);
            None
        }
        Modality::Mri => {
            findings.push(match chance.between(1, 4) {
                1 => find("scar around the nerve root", &operation.at.root(), sided)?,
                2 => find("small recurrent disc herniation", &here, sided)?,
                3 => find("foraminal narrowing", &here, sided)?,
                _ => find("no remaining compression", &here, plain.clone())?,
            });
            if chance.percent(60) {
                let what = chance.word(&["disc degeneration", "facet joint degeneration", "disc bulge"]);
                findings.push(find(what, &beside, plain)?);
            }
            chance
                .percent(50)
                .then_some("no new finding that explains the pain fully")
        }
        Modality::Ct => {
            let what = ["solid fusion", "fusion not complete", "halo around a screw"];
            findings.push(find(chance.word(&what), &operation.at.text(), plain)?);
            None
        }
        _ if metal => {
            findings.push(find("hardware in place", &operation.at.text(), plain)?);
            chance
                .percent(40)
                .then_some("no movement between flexion and extension")
        }
        _ => {
            let what = chance.word(&["disc space narrowed", "no instability", "slip of 3 mm, stable"]);
            findings.push(find(what, &here, plain)?);
            None
        }
    };
    let when = if !before && chance.percent(15) {
        dates::after_operation(number, operation.day, day)
    } else {
        dates::told(chance, day)
    };
    Ok(Imaging {
        position,
        numbering: Numbering::default(),
        findings,
        conclusion: conclusion.map(Text::new).transpose()?,
        told_by: ToldBy::Document,
        ..Imaging::of(modality, when)
    })
}
