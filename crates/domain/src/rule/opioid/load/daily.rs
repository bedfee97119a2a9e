//! One ingredient's part of the load: what a day amounts to, times its factor, with every figure of the arithmetic.
//! Divisions come last, so that a dose a week or every 72 hours is not rounded before it is multiplied.

use super::{Gap, Note, Sum};
use crate::rule::opioid::factor::Factor;
use crate::value::medicine::amount::{Amount, Strength, milligrams};
use crate::value::medicine::frequency::{Frequency, Span};
use crate::value::medicine::kind::Route;
use crate::value::medicine::number::{Exact, Number};
use crate::value::medicine::{Ingredient, Medicine, Unit};
use rust_decimal::Decimal;
use serde::Serialize;

/// What an ingredient adds.
pub(super) struct Contribution {
    pub(super) as_taken: Option<Sum>,
    pub(super) at_most: Sum,
    pub(super) notes: Vec<Note>,
}

/// How a sum comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum How {
    /// What a day amounts to, times the factor of the table.
    Factor {
        /// What a day amounts to.
        day: Daily,
        /// What the day's amount is multiplied by, from the table.
        factor: Number,
    },
    /// The table gives the result for this label.
    Label {
        /// The ingredient by the name that was recorded.
        ingredient: String,
        /// What the label says.
        strength: Strength,
    },
    /// A patch that is not worn.
    NotWorn {
        /// The ingredient by the name that was recorded.
        ingredient: String,
        /// What the label says.
        strength: Strength,
    },
}

/// What of an ingredient a day amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Daily {
    /// The ingredient by the name that was recorded.
    pub ingredient: String,
    /// How much at a time, or in a day.
    pub taken: SingleDose,
    /// How often that much is taken.
    pub times: Times,
}

/// How much is taken at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum SingleDose {
    /// A mass in mg.
    Mass {
        /// The mass itself, converted from whatever unit it was written in.
        milligrams: Decimal,
    },
    /// Several pieces of one strength, such as two tablets.
    Pieces {
        /// The mg in one.
        milligrams: Decimal,
        /// How many pieces, with their unit.
        amount: Amount,
    },
    /// So much of a liquid.
    Liquid {
        /// The mass in a volume.
        strength: Strength,
        /// The volume that is taken, in mL.
        amount: Amount,
    },
    /// What a patch lets go.
    AnHour {
        /// What the label says.
        strength: Strength,
    },
}

/// How often it is taken, with the division where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Times {
    /// All the time, as a patch.
    Always,
    /// All that is taken in a day together.
    InTotal,
    /// So many times a day.
    ADay {
        /// How many times a day; a fraction where it is less than daily.
        times: Decimal,
    },
    /// So many times a week, a seventh of it a day.
    AWeek {
        /// How many times a week; of a range the end that is counted.
        times: u8,
    },
    /// Every so many hours, where that is no whole number of times a day.
    EveryHours {
        /// The hours from one dose to the next.
        hours: u32,
    },
    /// Every so many days.
    EveryDays {
        /// The days from one dose to the next; of a weekly dose multiples of seven.
        days: u32,
    },
}

/// Milligrams a day (or at a time) and how they come about.
#[derive(Clone)]
struct Milligrams {
    amount: Exact,
    taken: SingleDose,
    times: Times,
}

struct Reading<'a> {
    medicine: &'a Medicine,
    ingredient: &'a Ingredient,
}

/// Counts an ingredient by a factor for its route.
pub(super) fn count(
    medicine: &Medicine,
    ingredient: &Ingredient,
    factor: &Factor,
) -> Result<Contribution, Gap> {
    let reading = Reading { medicine, ingredient };
    if factor.route == Route::Transdermal {
        reading.patch(factor)
    } else {
        reading.by_mouth(factor)
    }
}

impl Reading<'_> {
    fn sum(&self, milligrams: Milligrams, factor: &Factor) -> Result<Sum, Gap> {
        let value = milligrams
            .amount
            .times(Exact::of(factor.factor))
            .and_then(Exact::value)
            .ok_or(Gap::Smaller)?;
        Ok(Sum {
            value,
            how: How::Factor {
                day: Daily {
                    ingredient: self.ingredient.name.to_string(),
                    taken: milligrams.taken,
                    times: milligrams.times,
                },
                factor: factor.factor,
            },
        })
    }

    /// The label's strength an hour stands for the whole day; patches and changes are not multiplied.
    fn patch(&self, factor: &Factor) -> Result<Contribution, Gap> {
        let Some(strength @ Strength::AnHour(mass)) = self.ingredient.strength else {
            return Err(Gap::StrengthAnHour);
        };
        let parts = self.medicine.parts();
        let one = |dose: crate::value::medicine::Dose| dose.many == Number::ONE && dose.unit.is_count();
        let used = parts.taken_a_day.is_some_and(|taken| taken.value != Number::ZERO);
        if used || parts.dose.is_some_and(|dose| !one(dose)) {
            return Err(Gap::OnePatch);
        }
        let micrograms = milligrams(mass)
            .and_then(|mass| mass.times(Exact::of(Number::whole(1000))))
            .ok_or(Gap::Smaller)?;
        let by_label = factor
            .label
            .iter()
            .find(|label| Some(label.strength.value()) == micrograms.value());
        let ingredient = || self.ingredient.name.to_string();
        let worn = match by_label {
            Some(label) => Sum {
                value: label.result.value(),
                how: How::Label {
                    ingredient: ingredient(),
                    strength,
                },
            },
            None => self.sum(
                Milligrams {
                    amount: micrograms,
                    taken: SingleDose::AnHour { strength },
                    times: Times::Always,
                },
                factor,
            )?,
        };
        let not_worn = parts.taken_a_day.is_some_and(|taken| taken.value == Number::ZERO);
        let mut notes = Vec::new();
        let as_taken = if not_worn {
            Some(Sum {
                value: Decimal::ZERO,
                how: How::NotWorn {
                    ingredient: ingredient(),
                    strength,
                },
            })
        } else if parts.as_needed {
            notes.push(Note::UseNotRecorded);
            None
        } else {
            notes.push(Note::AsPrescribed);
            Some(worn.clone())
        };
        Ok(Contribution {
            as_taken,
            at_most: worn,
            notes,
        })
    }

    fn by_mouth(&self, factor: &Factor) -> Result<Contribution, Gap> {
        let parts = self.medicine.parts();
        let mut notes = Vec::new();
        if self.medicine.route() == Route::Unknown {
            notes.push(Note::RouteTakenAsOral);
        }
        let prescribed = self.prescribed();
        let limit = parts.most_a_day.map(|most| self.a_day(most)).transpose()?;
        let taken = parts.taken_a_day.map(|taken| self.a_day(taken)).transpose()?;
        let (few, many) = match (&prescribed, &limit) {
            (Ok((few, many)), Some(limit)) => {
                let lower = |one: &Milligrams| one.lower(limit).ok_or(Gap::Smaller);
                let limited = lower(many)?;
                if limited.amount != many.amount {
                    notes.push(Note::Limited);
                }
                (Some(lower(few)?), Some(limited))
            }
            (Ok((few, many)), None) => (Some(few.clone()), Some(many.clone())),
            (Err(_), Some(limit)) => (None, Some(limit.clone())),
            (Err(_), None) => (None, None),
        };
        let as_taken = match (&taken, few) {
            (Some(taken), _) => Some(taken.clone()),
            (None, Some(few)) if !parts.as_needed => {
                notes.push(Note::AsPrescribed);
                if many
                    .as_ref()
                    .is_some_and(|many| many.amount.value() != few.amount.value())
                {
                    notes.push(Note::LowerEnd);
                }
                Some(few)
            }
            (None, _) => {
                notes.push(Note::UseNotRecorded);
                None
            }
        };
        let at_most = match (many, taken) {
            (Some(many), Some(taken)) if taken.amount.value() <= many.amount.value() => many,
            (Some(_), Some(taken)) => {
                notes.push(Note::MoreThanPrescribed);
                taken
            }
            (Some(many), None) => many,
            (None, Some(taken)) => {
                notes.push(Note::MostNotKnown);
                taken
            }
            (None, None) => return Err(prescribed.err().unwrap_or(Gap::Frequency)),
        };
        Ok(Contribution {
            as_taken: as_taken.map(|taken| self.sum(taken, factor)).transpose()?,
            at_most: self.sum(at_most, factor)?,
            notes,
        })
    }

    /// The least and the most a day by dose and frequency.
    fn prescribed(&self) -> Result<(Milligrams, Milligrams), Gap> {
        let (few, many) = self.at_a_time()?;
        let frequency = self.medicine.parts().frequency.ok_or(Gap::Frequency)?;
        let (seldom, often) = frequency.a_day().ok_or(Gap::Frequency)?;
        let by = |dose: Milligrams, times: Exact, most: bool| {
            Some(Milligrams {
                amount: dose.amount.times(times)?,
                taken: dose.taken,
                times: often_as(frequency, times, most)?,
            })
        };
        let few = by(few, seldom, false).ok_or(Gap::Smaller)?;
        let many = by(many, often, true).ok_or(Gap::Smaller)?;
        Ok((few, many))
    }

    /// The least and the most at a time.
    fn at_a_time(&self) -> Result<(Milligrams, Milligrams), Gap> {
        match (self.medicine.parts().dose, self.ingredient.strength) {
            (None, Some(Strength::Each(mass))) => {
                let one = self.mass(mass)?;
                Ok((one.clone(), one))
            }
            (None, Some(Strength::In { .. })) => Err(Gap::Dose),
            (None, _) => Err(Gap::Strength),
            (Some(dose), _) => {
                let end = |value| {
                    self.of(Amount {
                        value,
                        unit: dose.unit,
                    })
                };
                Ok((end(dose.few)?, end(dose.many)?))
            }
        }
    }

    fn mass(&self, mass: Amount) -> Result<Milligrams, Gap> {
        let amount = milligrams(mass).ok_or(Gap::Strength)?;
        let value = amount.value().ok_or(Gap::Smaller)?;
        Ok(Milligrams {
            amount,
            taken: SingleDose::Mass { milligrams: value },
            times: Times::InTotal,
        })
    }

    /// So many mg, mL or pieces of it, in mg.
    fn of(&self, amount: Amount) -> Result<Milligrams, Gap> {
        if amount.unit.is_mass() {
            return self.mass(amount);
        }
        let (of_one, taken) = match (self.ingredient.strength, amount.unit) {
            (Some(strength @ Strength::In { mass, millilitres }), Unit::Millilitre) => {
                let of_one = milligrams(mass)
                    .zip(Exact::ratio(Number::ONE, millilitres))
                    .and_then(|(mass, one)| mass.times(one))
                    .ok_or(Gap::Smaller)?;
                (of_one, SingleDose::Liquid { strength, amount })
            }
            (Some(Strength::Each(mass)), unit) if unit.is_count() => {
                let of_one = milligrams(mass).ok_or(Gap::Smaller)?;
                let milligrams = of_one.value().ok_or(Gap::Smaller)?;
                let one = amount.unit == Unit::Piece && amount.value == Number::ONE;
                let taken = match one {
                    true => SingleDose::Mass { milligrams },
                    false => SingleDose::Pieces { milligrams, amount },
                };
                (of_one, taken)
            }
            (Some(Strength::In { .. }), _) => return Err(Gap::Dose),
            _ => return Err(Gap::Strength),
        };
        Ok(Milligrams {
            amount: of_one.times(Exact::of(amount.value)).ok_or(Gap::Smaller)?,
            taken,
            times: Times::InTotal,
        })
    }

    /// So much in a day: a mass, a volume, pieces or whole doses.
    fn a_day(&self, amount: Amount) -> Result<Milligrams, Gap> {
        if amount.unit != Unit::Dose {
            return self.of(amount);
        }
        if amount.value == Number::ZERO {
            return Ok(Milligrams {
                amount: Exact::of(Number::ZERO),
                taken: SingleDose::Mass {
                    milligrams: Decimal::ZERO,
                },
                times: Times::InTotal,
            });
        }
        let (_, many) = self.at_a_time()?;
        Ok(Milligrams {
            amount: many.amount.times(Exact::of(amount.value)).ok_or(Gap::Smaller)?,
            taken: many.taken,
            times: Times::ADay {
                times: amount.value.value(),
            },
        })
    }
}

impl Milligrams {
    fn lower(&self, other: &Milligrams) -> Option<Milligrams> {
        let lower = self.amount.lower(other.amount)?;
        Some(if lower == self.amount {
            self.clone()
        } else {
            other.clone()
        })
    }
}

/// So often; where a day's times have no end, the division as it is.
fn often_as(frequency: Frequency, times: Exact, most: bool) -> Option<Times> {
    let value = times.value()?;
    Some(match frequency {
        Frequency::InTotal => Times::InTotal,
        _ if value.scale() <= 4 => Times::ADay { times: value },
        Frequency::Times { few, many, .. } => Times::AWeek {
            times: if most { many } else { few },
        },
        Frequency::Every { few, many, span } => {
            let gap = u32::from(if most { few } else { many });
            match span {
                Span::Hour => Times::EveryHours { hours: gap },
                Span::Day => Times::EveryDays { days: gap },
                Span::Week => Times::EveryDays { days: gap * 7 },
            }
        }
    })
}
