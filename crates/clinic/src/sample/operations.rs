//! The operations of one patient in the order of time, each with its levels, implants and results, and with a
//! pain-free interval that ends before whatever came next.

use super::{
    chance::Chance,
    dates,
    procedures::{self, Procedure, ProcedureSide},
    spine::Stretch,
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Implant, Missing, Problem, Side, Surgery, Text, ToldBy,
    implant::Implants,
    surgery::{Complication, Outcome, PainFree, Region, ResultFor},
};

/// An operation with what the rest of the record builds on.
pub(super) struct Operation {
    /// The day, whatever the record tells of it.
    pub(super) day: NaiveDate,
    /// The day on which the pain was back, or the operation's own where it never went.
    pub(super) pain_back: NaiveDate,
    pub(super) at: Stretch,
    pub(super) surgery: Surgery,
}

/// The part of the spine that a patient has trouble with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Lumbar,
    Cervical,
    Thoracic,
}

impl Part {
    fn first(self) -> (&'static [Procedure], Procedure) {
        match self {
            Part::Lumbar => (procedures::LUMBAR, procedures::LUMBAR_FUSION),
            Part::Cervical => (procedures::CERVICAL, procedures::CERVICAL_FUSION),
            Part::Thoracic => (procedures::THORACIC, procedures::THORACIC_FUSION),
        }
    }
}

/// Up to `most` operations from `first` on, all of them at least eight weeks before `end`.
pub(super) fn operations(
    chance: &mut Chance,
    part: Part,
    side: Side,
    first: NaiveDate,
    end: NaiveDate,
    most: usize,
) -> Result<Vec<Operation>, Problem> {
    let (firsts, fusion) = part.first();
    let Some(start) = firsts.get(chance.place(firsts.len())).copied() else {
        return Ok(Vec::new());
    };
    let (upper, lower) = start
        .stretches
        .get(chance.place(start.stretches.len()))
        .copied()
        .unwrap_or(("L5", "S1"));
    let mut plan = vec![(first, start, Stretch::new(upper, lower))];
    let mut metal = !start.implants.is_empty();
    while plan.len() < most
        && let Some((day, last, at)) = plan.last().copied()
    {
        let mut choices = procedures::following(&last, fusion, at, metal);
        let next = choices.swap_remove(chance.place(choices.len()));
        let then = dates::later(day, chance.between(next.days.0, next.days.1));
        if then > dates::earlier(end, 56) {
            break;
        }
        metal = !next.procedure.implants.is_empty();
        plan.push((then, next.procedure, next.at));
    }
    let after: Vec<NaiveDate> = plan.iter().skip(1).map(|(day, ..)| *day).chain([end]).collect();
    let mut made: Vec<Operation> = Vec::with_capacity(plan.len());
    for (number, ((day, procedure, at), next)) in plan.into_iter().zip(after).enumerate() {
        let last = number.checked_sub(1).and_then(|at| made.get(at));
        let earlier = last.map(|one| (number, one.day));
        let told_before = last.and_then(|one| one.surgery.when.span());
        let mut one = operation(chance, &procedure, at, side, day, next, earlier)?;
        if one.surgery.when.span().map(|(from, _)| from) < told_before.map(|(from, _)| from) {
            // A year alone would put it before the operation that it follows.
            one.surgery.when = dates::exact(day);
        }
        made.push(one);
    }
    Ok(made)
}

fn operation(
    chance: &mut Chance,
    procedure: &Procedure,
    at: Stretch,
    side: Side,
    day: NaiveDate,
    next: NaiveDate,
    earlier: Option<(usize, NaiveDate)>,
) -> Result<Operation, Problem> {
    let free = chance.between(7, ((next - day).num_days() * 2 / 3).clamp(7, 900));
    let (pain_free, pain_back) = match chance.between(1, 100) {
        1..=28 => (Some(PainFree::Never), day),
        29..=34 => (None, dates::later(day, free)),
        35..=39 => (
            Some(PainFree::Words(Text::new("a few weeks, not sure")?)),
            dates::later(day, free.min(35)),
        ),
        _ => {
            let back = dates::later(day, free);
            (Some(PainFree::For(dates::length(day, back))), back)
        }
    };
    let good = pain_back > day;
    let judged = |chance: &mut Chance| match (good, chance.between(1, 10)) {
        (_, 1) => Answer::Missing(Missing::Unknown),
        (true, 2..=6) => Answer::Value(Outcome::Better),
        (true, _) => Answer::Value(Outcome::MuchBetter),
        (false, 2..=7) => Answer::Value(Outcome::Same),
        (false, _) => Answer::Value(Outcome::Worse),
    };
    let result_back = ResultFor {
        judged: judged(chance),
        words: None,
    };
    let words = if good {
        "leg or arm pain clearly less at first"
    } else {
        "no change that lasted"
    };
    let result_limb = ResultFor {
        judged: judged(chance),
        words: chance.percent(20).then(|| Text::new(words)).transpose()?,
    };
    let complication = chance.percent(12).then(|| chance.word(procedure.complications));
    let when = match earlier {
        Some((number, before)) if chance.percent(15) => dates::after_operation(number, before, day),
        _ => dates::told(chance, day),
    };
    let complication = complication.map(Text::new).transpose()?.map(Complication::from);
    let surgery = Surgery {
        when,
        region: Some(at.region()),
        levels: at.levels()?,
        side: match procedure.sided {
            ProcedureSide::One if chance.percent(6) => Answer::Missing(Missing::Unknown),
            ProcedureSide::One => Answer::Value(side),
            ProcedureSide::Both => Answer::Value(Side::Bilateral),
            ProcedureSide::Neither => Answer::Missing(Missing::NotApplicable),
        },
        approach: Some(procedure.approach),
        surgeon: chance
            .percent(75)
            .then(|| Text::new(chance.word(SURGEONS)))
            .transpose()?,
        facility: chance
            .percent(70)
            .then(|| Text::new(chance.word(HOSPITALS)))
            .transpose()?,
        indication: Some(Text::new(chance.word(procedure.indications))?),
        implants: left(procedure)?,
        complications: complication.map_or_else(Answer::default, |one| Answer::Value(vec![one])),
        result_back,
        result_limb,
        pain_free,
        told_by: match chance.between(1, 10) {
            1..=5 => ToldBy::Document,
            6..=8 => ToldBy::Patient,
            _ => ToldBy::Clinician,
        },
        ..Surgery::of(texts(procedure.names)?.into_iter().map(Into::into).collect())
    };
    Ok(Operation {
        day,
        pain_back,
        at,
        surgery,
    })
}

/// What a procedure leaves; of one that leaves nothing, that it was asked.
fn left(procedure: &Procedure) -> Result<Implants, Problem> {
    let mut left = Vec::with_capacity(procedure.implants.len());
    for (kind, name) in procedure.implants {
        left.push(Implant {
            kind: *kind,
            name: Some(Text::new(name)?),
            ..Implant::default()
        });
    }
    Ok(match left.is_empty() {
        true => Answer::Missing(Missing::Absent),
        false => Answer::Value(left),
    })
}

const SURGEONS: &[&str] = &[
    "Dr Sample-Messer",
    "Mr Sample-Scalpel",
    "Dr Exemple-Lame",
    "Ms Sample-Suture",
];
const HOSPITALS: &[&str] = &[
    "Sample General Hospital",
    "Musterklinik",
    "Hôpital Exemple",
    "Sample Spine Centre",
];

pub(super) fn texts(words: &[&str]) -> Result<Vec<Text>, Problem> {
    words.iter().map(|word| Text::new(word)).collect()
}

/// True where the region is the neck.
pub(super) fn is_neck(region: Option<Region>) -> bool {
    region == Some(Region::Cervical)
}
