//! One ingredient's part of the load: what a day amounts to, times its factor, with the arithmetic in words.
//! Divisions come last, so that a dose a week or every 72 hours is not rounded before it is multiplied.

use super::{Gap, Note, Sum};
use crate::rule::opioid::factor::Factor;
use crate::value::medicine::amount::{Amount, Strength, milligrams};
use crate::value::medicine::frequency::{Frequency, Span};
use crate::value::medicine::kind::Route;
use crate::value::medicine::number::{Exact, Number, shown};
use crate::value::medicine::{Ingredient, Medicine, Unit};
use rust_decimal::Decimal;

/// What an ingredient adds.
pub(super) struct Counted {
    pub(super) as_taken: Option<Sum>,
    pub(super) at_most: Sum,
    pub(super) notes: Vec<Note>,
}

/// Milligrams a day (or at a time) and how they come about.
#[derive(Clone)]
struct Milligrams {
    amount: Exact,
    text: String,
}

struct Reading<'a> {
    medicine: &'a Medicine,
    ingredient: &'a Ingredient,
}

/// Counts an ingredient by a factor for its route.
pub(super) fn count(medicine: &Medicine, ingredient: &Ingredient, factor: &Factor) -> Result<Counted, Gap> {
    let reading = Reading { medicine, ingredient };
    if factor.route == Route::Transdermal {
        reading.patch(factor)
    } else {
        reading.by_mouth(factor)
    }
}

fn sum(milligrams: Milligrams, factor: &Factor) -> Result<Sum, Gap> {
    let value = milligrams
        .amount
        .times(Exact::of(factor.factor))
        .and_then(Exact::value)
        .ok_or(Gap::Smaller)?;
    Ok(Sum {
        value,
        text: format!("{} × {} = {}", milligrams.text, factor.factor, shown(value)),
    })
}

impl Reading<'_> {
    /// The label's strength an hour stands for the whole day; patches and changes are not multiplied.
    fn patch(&self, factor: &Factor) -> Result<Counted, Gap> {
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
        let name = &self.ingredient.name;
        let worn = match by_label {
            Some(label) => Sum {
                value: label.result.value(),
                text: format!("{name} {strength} = {} in the table", label.result),
            },
            None => sum(
                Milligrams {
                    amount: micrograms,
                    text: format!("{name} {strength}"),
                },
                factor,
            )?,
        };
        let not_worn = parts.taken_a_day.is_some_and(|taken| taken.value == Number::ZERO);
        let mut notes = Vec::new();
        let as_taken = if not_worn {
            Some(Sum {
                value: Decimal::ZERO,
                text: format!("{name} {strength}: not taken = 0"),
            })
        } else if parts.as_needed {
            notes.push(Note::UseNotRecorded);
            None
        } else {
            notes.push(Note::AsPrescribed);
            Some(worn.clone())
        };
        Ok(Counted {
            as_taken,
            at_most: worn,
            notes,
        })
    }

    fn by_mouth(&self, factor: &Factor) -> Result<Counted, Gap> {
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
        Ok(Counted {
            as_taken: as_taken.map(|taken| sum(taken, factor)).transpose()?,
            at_most: sum(at_most, factor)?,
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
                text: format!("{}{}", dose.text, words(frequency, times, most)?),
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
            text: format!("{} {} mg", self.ingredient.name, shown(value)),
        })
    }

    /// So many mg, mL or pieces of it, in mg.
    fn of(&self, amount: Amount) -> Result<Milligrams, Gap> {
        if amount.unit.is_mass() {
            return self.mass(amount);
        }
        let of_one = match (self.ingredient.strength, amount.unit) {
            (Some(Strength::In { mass, millilitres }), Unit::Millilitre) => milligrams(mass)
                .zip(Exact::ratio(Number::ONE, millilitres))
                .and_then(|(mass, one)| mass.times(one))
                .map(|of_one| (of_one, self.ingredient.strength.map(|it| it.to_string()))),
            (Some(Strength::Each(mass)), unit) if unit.is_count() => {
                let shown = milligrams(mass).and_then(Exact::value).map(shown);
                milligrams(mass).map(|of_one| (of_one, shown.map(|mass| format!("{mass} mg"))))
            }
            (Some(Strength::In { .. }), _) => return Err(Gap::Dose),
            _ => return Err(Gap::Strength),
        };
        let (of_one, strength) = of_one.ok_or(Gap::Smaller)?;
        let text = format!("{} {}", self.ingredient.name, strength.unwrap_or_default());
        Ok(Milligrams {
            amount: of_one.times(Exact::of(amount.value)).ok_or(Gap::Smaller)?,
            text: if amount.unit == Unit::Piece && amount.value == Number::ONE {
                text
            } else {
                format!("{text} × {amount}")
            },
        })
    }

    /// So much in a day: a mass, a volume, pieces or whole doses.
    fn a_day(&self, amount: Amount) -> Result<Milligrams, Gap> {
        if amount.unit != Unit::Dose {
            let day = self.of(amount)?;
            return Ok(Milligrams {
                text: format!("{} a day", day.text),
                ..day
            });
        }
        if amount.value == Number::ZERO {
            return Ok(Milligrams {
                amount: Exact::of(Number::ZERO),
                text: format!("{} 0 mg a day", self.ingredient.name),
            });
        }
        let (_, many) = self.at_a_time()?;
        Ok(Milligrams {
            amount: many.amount.times(Exact::of(amount.value)).ok_or(Gap::Smaller)?,
            text: format!("{} × {} a day", many.text, amount.value),
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

/// " × 4 a day"; where that has no end, the division as it is: " × 3 a week ÷ 7".
fn words(frequency: Frequency, times: Exact, most: bool) -> Option<String> {
    let value = times.value()?;
    if value.scale() <= 4 {
        return Some(match frequency {
            Frequency::InTotal => " a day".to_owned(),
            _ => format!(" × {} a day", shown(value)),
        });
    }
    Some(match frequency {
        Frequency::Times { few, many, .. } => format!(" × {} a week ÷ 7", if most { many } else { few }),
        Frequency::Every { few, many, span } => {
            let gap = if most { few } else { many };
            match span {
                Span::Hour => format!(" × 24 ÷ {gap} a day"),
                Span::Day => format!(" ÷ {gap} days"),
                Span::Week => format!(" ÷ {} days", u32::from(gap) * 7),
            }
        }
        Frequency::InTotal => String::new(),
    })
}
