//! The treatments of one patient in the order of time: dose, relief, how long it lasted and why it ended, each in keeping
//! with the others. What they did to the pain goes on to the scores.

use super::{
    chance::Chance,
    dates,
    operations::Operation,
    remedies::{ANYWHERE, Aim, IMPLANT, LOW, Remedy, TRIAL},
    techniques,
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Levels, Missing, Problem, Response, Side, Status, Text, ToldBy, Treatment,
    response::Relief,
    surgery::Region,
    treatment::{Kind, StopReason},
};

/// What a treatment did to the pain, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effect {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// Percent of the pain that it took away; below zero where it made things worse.
    pub(super) percent: i64,
}

/// Percent of relief in a trial from which an implant follows; half is the usual criterion.
const ENOUGH: i64 = 50;

/// About `count` treatments between the first operation and `end`.
pub(super) fn treatments(
    chance: &mut Chance,
    operations: &[Operation],
    side: Side,
    end: NaiveDate,
    count: usize,
) -> Result<(Vec<Treatment>, Vec<Effect>), Problem> {
    let Some(first) = operations.first() else {
        return Ok((Vec::new(), Vec::new()));
    };
    let low =
        first.surgery.region == Some(Region::Lumbar) || first.surgery.region == Some(Region::Lumbosacral);
    let from = dates::later(first.day, 14);
    let room = (dates::earlier(end, 3) - from).num_days();
    let mut days: Vec<NaiveDate> = (0..count)
        .map(|_| dates::later(from, chance.between(0, room)))
        .collect();
    days.sort_unstable();
    let (mut made, mut effects) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let mut stimulator = false;
    for (number, day) in days.iter().copied().enumerate() {
        if made.len() >= count {
            break;
        }
        let late = number * 3 >= count * 2;
        let remedy = if low && !stimulator && late && chance.percent(14) {
            TRIAL
        } else if low && chance.percent(30) {
            LOW.get(chance.place(LOW.len())).copied().unwrap_or(TRIAL)
        } else {
            ANYWHERE
                .get(chance.place(ANYWHERE.len()))
                .copied()
                .unwrap_or(TRIAL)
        };
        let (treatment, effect) = treatment(chance, &remedy, operations, side, day, end)?;
        made.push(treatment);
        effects.push(effect);
        if remedy.kind == Kind::NeuromodulationTrial {
            stimulator = true;
            let then = dates::later(effect.to, 30);
            let fits = days.get(number + 1).is_none_or(|next| then <= *next);
            if effect.percent >= ENOUGH && then < dates::earlier(end, 14) && fits && made.len() < count {
                let (treatment, effect) = self::treatment(chance, &IMPLANT, operations, side, then, end)?;
                made.push(treatment);
                effects.push(effect);
            }
        }
    }
    Ok((made, effects))
}

fn treatment(
    chance: &mut Chance,
    remedy: &Remedy,
    operations: &[Operation],
    side: Side,
    day: NaiveDate,
    end: NaiveDate,
) -> Result<(Treatment, Effect), Problem> {
    let before = operations.iter().filter(|one| one.day < day).count().max(1);
    let operated = operations.get(before - 1);
    let levels: Levels = match (remedy.aim, operated) {
        (Aim::Nothing, _) | (_, None) => Levels::default(),
        (Aim::Segment, Some(one)) => one.at.lowest().levels()?,
        (Aim::Root, Some(one)) => one.at.root().parse()?,
        (Aim::Facet, Some(one)) => one.at.facet().parse()?,
        (Aim::Branches, Some(one)) => one.at.medial_branches().parse()?,
        (Aim::Sacroiliac, Some(_)) => "SI joint".parse()?,
    };
    let worse = chance.percent(5);
    let percent = if worse {
        0
    } else if remedy.kind == Kind::NeuromodulationImplant {
        chance.between(5, 7) * 10
    } else {
        // Most things tried in these patients help a little; a few help much.
        (chance.between(0, 5) * chance.between(0, 20)).min(90) / 10 * 10
    };
    let harm = chance.percent(if worse { 70 } else { 18 });
    let adverse_effects = if harm {
        Answer::Value(vec![Text::new(chance.word(remedy.effects))?.into()])
    } else if chance.percent(55) {
        Answer::Missing(Missing::Absent)
    } else {
        Answer::default()
    };
    let (runs_to, ongoing) = match remedy.runs {
        None => (day, false),
        Some((least, most)) => {
            let bad = worse || harm || percent < 20;
            let longest = if bad && remedy.kind == Kind::Drug {
                least + 40
            } else {
                most
            };
            let to = dates::later(day, chance.between(least, longest));
            if to < end { (to, false) } else { (end, true) }
        }
    };
    let lasted = match remedy.runs {
        None if percent > 0 => dates::later(day, chance.between(5, 30 + percent * 4)),
        _ => dates::later(runs_to, if ongoing { 0 } else { chance.between(3, 60) }),
    }
    .min(end);
    let stopped = stopped(chance, remedy, ongoing, worse, harm, percent);
    let tells_relief = chance.percent(82);
    let mut treatment = Treatment {
        kind: remedy.kind,
        name: Text::new(remedy.name)?,
        side: if levels.is_empty() {
            Answer::default()
        } else if chance.percent(90) {
            Answer::Value(side)
        } else {
            Answer::Missing(Missing::Unknown)
        },
        levels,
        target: None,
        medicine: None,
        steps: Vec::new(),
        injection: techniques::injection(remedy.name),
        therapy: techniques::therapy(remedy.name),
        provider: None,
        indication: None,
        adherence: Answer::default(),
        dose: chance
            .percent(90)
            .then(|| Text::new(chance.word(remedy.doses)))
            .transpose()?,
        started: match operated {
            Some(one) if chance.percent(10) && one.day < day => dates::after_operation(before, one.day, day),
            _ => dates::told(chance, day),
        },
        ended: if ongoing || remedy.runs.is_none() || chance.percent(15) {
            Default::default()
        } else {
            dates::told(chance, runs_to)
        },
        status: match (ongoing, remedy.runs, stopped) {
            (true, ..) => Some(Status::Running),
            (false, None, _) => Some(Status::OneOff),
            (false, Some(_), Some(_)) => Some(Status::Ended),
            (false, Some(_), None) => None,
        },
        responses: vec![Response {
            // Who could not say how much it helped was not asked on a day that anyone noted.
            when: if tells_relief {
                dates::exact(lasted)
            } else {
                Default::default()
            },
            relief: if tells_relief {
                Answer::Value(Relief::try_from(percent)?)
            } else {
                Answer::Missing(if chance.percent(70) {
                    Missing::Unknown
                } else {
                    Missing::Declined
                })
            },
            worsened: worse,
            words: chance
                .percent(40)
                .then(|| Text::new(in_words(worse, percent)))
                .transpose()?,
            lasted: (percent > 0 && !ongoing)
                .then(|| Text::new(&dates::length(day, lasted).to_string()))
                .transpose()?,
            adverse_effects,
            told_by: None,
            ..Response::default()
        }],
        stopped: stopped.map_or(Answer::Missing(Missing::NotApplicable), Answer::Value),
        stopped_words: None,
        told_by: match chance.between(1, 10) {
            1..=5 => ToldBy::Patient,
            6..=8 => ToldBy::Clinician,
            _ => ToldBy::Document,
        },
        note: (ongoing && chance.percent(30))
            .then(|| Text::new("Goes on."))
            .transpose()?,
    };
    // What helped for long was asked about before it ended, too.
    let asked = dates::later(day, 28);
    if tells_relief && percent >= 30 && asked < dates::earlier(lasted, 28) {
        let early = Response {
            when: dates::exact(asked),
            relief: Answer::Value(Relief::try_from(percent)?),
            ..Response::default()
        };
        treatment.responses.insert(0, early);
    }
    let effect = Effect {
        from: day,
        to: lasted,
        percent: if worse { -15 } else { percent },
    };
    Ok((treatment, effect))
}

fn stopped(
    chance: &mut Chance,
    remedy: &Remedy,
    ongoing: bool,
    worse: bool,
    harm: bool,
    percent: i64,
) -> Option<StopReason> {
    if ongoing {
        return None;
    }
    if remedy.kind != Kind::Drug && !worse && chance.percent(75) {
        return Some(StopReason::Completed);
    }
    Some(match (harm, worse || percent < 20) {
        (true, _) => StopReason::AdverseEffect,
        (false, true) => StopReason::Ineffective,
        (false, false) => match chance.between(1, 10) {
            1..=5 => StopReason::PatientChoice,
            6..=7 => StopReason::Completed,
            8 => StopReason::Cost,
            9 => StopReason::Contraindication,
            _ => StopReason::LostToFollowUp,
        },
    })
}

fn in_words(worse: bool, percent: i64) -> &'static str {
    match (worse, percent) {
        (true, _) => "more pain than before",
        (_, 0) => "no change",
        (_, ..=20) => "a little better",
        (_, ..=40) => "somewhat better",
        _ => "clearly better",
    }
}
