//! What was examined and measured at the first visit of an invented patient: power, a reflex and nerve tension on the side of
//! the pain, weight and height. Nothing in it raises a red flag.

use super::chance::Chance;
use chrono::NaiveDate;
use lamina_domain::{
    Examination, Fact, PartialDate, Problem, Reading, Side, Text, ToldBy, When,
    examination::{
        found::{Briskness, Reflex, ReproducedPain, Tendon, Tension, TensionTest},
        power::{KeyMuscle, LimbSide, MuscleFinding, Power},
    },
    reading::{Measurement, What},
};

/// Tells the stream of what was examined from the one of everything else.
pub(super) const STREAM: u64 = 0x4558_414d;

/// An examination for most, and weight and height for half.
pub(super) fn examined(chance: &mut Chance, side: Side, day: NaiveDate) -> Result<Vec<Fact>, Problem> {
    let when = When::date(PartialDate::Day(day));
    // On the day, at noon: a vault keeps such a moment, and what it gives out tells it.
    let recorded = day.and_hms_opt(12, 0, 0).map(|noon| noon.and_utc());
    let mut facts = Vec::new();
    let sore = match side {
        Side::Right => LimbSide::Right,
        _ => LimbSide::Left,
    };
    if chance.percent(70) {
        let grade = |muscle: KeyMuscle, side: LimbSide, grade: &str| -> Result<MuscleFinding, Problem> {
            Ok(MuscleFinding {
                muscle,
                side,
                power: grade.parse::<Power>()?,
                known: false,
            })
        };
        let weaker = if chance.percent(30) { "4+" } else { "5" };
        let mut power = Vec::new();
        for muscle in [KeyMuscle::L4, KeyMuscle::L5, KeyMuscle::S1] {
            for limb in [LimbSide::Left, LimbSide::Right] {
                let weak = limb == sore && muscle == KeyMuscle::L5;
                power.push(grade(muscle, limb, if weak { weaker } else { "5" })?);
            }
        }
        let reflex = |side: LimbSide, grade: Briskness| Reflex {
            reflex: Tendon::Ankle,
            side,
            grade,
        };
        let reduced = if chance.percent(40) {
            Briskness::Reduced
        } else {
            Briskness::Usual
        };
        let reflexes = [LimbSide::Left, LimbSide::Right]
            .map(|limb| reflex(limb, if limb == sore { reduced } else { Briskness::Usual }));
        let raised = chance.between(4, 9) * 10;
        facts.push(Fact::from(Examination {
            when,
            power,
            reflexes: reflexes.to_vec(),
            tension: vec![Tension {
                test: TensionTest::StraightLegRaise,
                side: sore,
                angle: Some(raised.try_into()?),
                reproduced: Some(if raised < 70 {
                    ReproducedPain::LegPain
                } else {
                    ReproducedPain::Nothing
                }),
            }],
            recorded,
            ..Examination::default()
        }));
    }
    if chance.percent(50) {
        let tall = chance.between(152, 192);
        let heavy = tall - chance.between(85, 105);
        for (what, value, unit) in [(What::Weight, heavy, "kg"), (What::Height, tall, "cm")] {
            let value = f64::from(u32::try_from(value).unwrap_or_default());
            let measured = Measurement::new(what, None, None, value, Some(Text::new(unit)?));
            facts.push(Fact::from(Reading {
                told_by: ToldBy::Clinician,
                recorded,
                ..Reading::of(measured.map_err(|wrong| wrong.problem)?, when)
            }));
        }
    }
    Ok(facts)
}
