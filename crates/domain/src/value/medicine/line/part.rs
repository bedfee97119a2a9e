//! The parts of a line other than names and kinds: strengths, dose, limits, actual use, purpose and remarks.

use super::{Reading, begins_a_part, once};
use crate::value::medicine::amount::{self, Amount, Dose, Strength, Unit};
use crate::value::medicine::frequency::{self, Frequency, PER_DAY};
use crate::value::medicine::kind::Form;
use crate::value::medicine::number::Number;
use crate::value::medicine::word::{Cursor, Kind};
use crate::value::misread::MedicineProblem;
use crate::value::text::Text;
use rust_decimal::Decimal;

/// More at a time than this is not a count but an amount whose unit is missing.
const MOST_PIECES: u32 = 20;

/// The same where no strength stands: "2 qds" are two tablets, "10 bd" may be 10 mg.
const MOST_WITHOUT_STRENGTH: u32 = 4;

const REMARKS: &[&str] = &[
    "with food",
    "after food",
    "before food",
    "with meals",
    "after meals",
    "before meals",
    "with water",
];

const AS_NEEDED: &[&str] = &[
    "prn",
    "as needed",
    "as required",
    "when required",
    "when needed",
    "if needed",
    "if required",
];

impl Reading<'_> {
    pub(super) fn as_needed(&mut self) -> bool {
        let said = self.cursor.eat_any(AS_NEEDED);
        self.parts.as_needed |= said;
        if said && self.cursor.eat("pain") {
            self.keep("for pain");
        }
        said
    }

    /// "max 8/day", "at most 400 mg a day", "up to 4 times a day".
    pub(super) fn most(&mut self) -> Result<bool, MedicineProblem> {
        let mut here = self.cursor.clone();
        if !here.eat_any(&[
            "max",
            "maximum",
            "at most",
            "up to",
            "no more than",
            "not more than",
        ]) {
            return Ok(false);
        }
        here.eat_any(&["of", "."]);
        let most = match times_a_day(&mut here)? {
            Some(times) => Some((times, false)),
            None => a_day(&mut here)?,
        };
        let Some((most, bare)) = most else {
            return Ok(false);
        };
        once(&mut self.parts.most_a_day, most, "maximum")?;
        self.bare_most = bare;
        self.cursor = here;
        Ok(true)
    }

    /// "taking 3 a day", "takes about 40 mg a day", "not taking".
    pub(super) fn taken(&mut self) -> Result<bool, MedicineProblem> {
        let mut here = self.cursor.clone();
        let none = Amount {
            value: Number::ZERO,
            unit: Unit::Dose,
        };
        let taken = if here.eat_any(&[
            "not taking it",
            "not taking",
            "not taken",
            "taking none",
            "takes none",
        ]) {
            Some((none, false))
        } else if here.eat_any(&["actually taking", "taking", "takes", "taken", "using", "uses"]) {
            here.eat_any(&["about", "on average", "usually", "only", "around"]);
            a_day(&mut here)?
        } else {
            return Ok(false);
        };
        let Some((taken, bare)) = taken else {
            return Ok(false);
        };
        self.bare_taken = bare.then(|| self.cursor.typed(self.cursor.at(), here.at()));
        once(&mut self.parts.taken_a_day, taken, "actual use")?;
        self.cursor = here;
        Ok(true)
    }

    /// "change every 72 h".
    pub(super) fn changed(&mut self) -> Result<bool, MedicineProblem> {
        let mut here = self.cursor.clone();
        if !here.eat_any(&["changed", "change", "replace", "replaced", "changes"]) {
            return Ok(false);
        }
        let Some(gap) = frequency::read(&mut here)? else {
            return Ok(false);
        };
        once(&mut self.parts.changed, gap, "frequency")?;
        self.cursor = here;
        Ok(true)
    }

    /// "for opioid use disorder" is a field; another purpose is kept in words.
    pub(super) fn purpose(&mut self) -> Result<bool, MedicineProblem> {
        let disorder = [
            "for opioid use disorder",
            "for oud",
            "for opioid substitution",
            "for opioid dependence",
        ];
        if self.cursor.eat_any(&disorder) {
            self.parts.for_opioid_use_disorder = true;
            return Ok(true);
        }
        let start = self.cursor.at();
        let mut here = self.cursor.clone();
        if !here.eat("for") {
            return Ok(false);
        }
        while here.token(0).is_some_and(|token| token.kind == Kind::Word) && !begins_a_part(&here) {
            here.skip(1);
        }
        // A number may be a length of time or another dose.
        let ends = here.is_at_end() || here.token(0).is_some_and(|token| token.kind != Kind::Number);
        if here.at() == start + 1 || !ends {
            return Ok(false);
        }
        let said = here.typed(start, here.at());
        self.cursor = here;
        Ok(self.keep(&said))
    }

    pub(super) fn remark(&mut self) -> bool {
        if self
            .cursor
            .eat_any(&["take", "apply", "give", "regularly", "scheduled"])
        {
            return true;
        }
        let start = self.cursor.at();
        let hourly = self
            .parts
            .ingredients
            .iter()
            .any(|one| matches!(one.strength, Some(Strength::AnHour(_))));
        let goes_on = hourly && self.cursor.eat_any(&["continuously", "continuous"]);
        if !goes_on && !self.cursor.eat_any(REMARKS) {
            return false;
        }
        let said = self.cursor.typed(start, self.cursor.at());
        self.keep(&said)
    }

    fn keep(&mut self, said: &str) -> bool {
        let words: Vec<&str> = said.split_whitespace().collect();
        let said = words.join(" ");
        let before = self.parts.remark.as_ref().map(|remark| format!("{remark}, "));
        let all = before.unwrap_or_default() + &said;
        self.parts.remark = Text::new(&all).ok();
        true
    }

    /// "1-0-1": so many in the morning, at noon, in the evening and, where there is a fourth, at night. Unequal ones are told
    /// as the sum of the day.
    pub(super) fn scheme(&mut self) -> Result<bool, MedicineProblem> {
        let mut here = self.cursor.clone();
        let mut counts: Vec<Number> = Vec::new();
        while here.token(0).is_some_and(|token| token.kind == Kind::Number) {
            let Some(count) = here.number()? else {
                break;
            };
            counts.push(count);
            if !here.eat("-") {
                break;
            }
        }
        let small = counts.iter().all(|count| *count <= Number::whole(MOST_PIECES));
        let next = Unit::parse(here.peek(0));
        if !matches!(counts.len(), 3 | 4) || !small || next.is_some_and(|unit| !unit.is_count()) {
            return Ok(false);
        }
        let unit = next.unwrap_or(Unit::Piece);
        if next.is_some() {
            here.skip(1);
        }
        let taken: Vec<usize> = (0..counts.len())
            .filter(|at| counts.get(*at).is_some_and(|count| !count.is_zero()))
            .collect();
        let Some(first) = taken.first().and_then(|at| counts.get(*at)).copied() else {
            return Err(MedicineProblem::Zero);
        };
        let even = taken.iter().all(|at| counts.get(*at) == Some(&first));
        let times = u8::try_from(taken.len()).unwrap_or(1);
        let (each, frequency) = match (even, taken.as_slice()) {
            (true, [at]) => (
                first,
                Frequency::Times {
                    few: 1,
                    many: 1,
                    span: frequency::Span::Day,
                    time: match at {
                        0 => Some(frequency::Time::Morning),
                        2 => Some(frequency::Time::Evening),
                        3 => Some(frequency::Time::Night),
                        _ => None,
                    },
                },
            ),
            (true, _) => (first, Frequency::times(times, times, frequency::Span::Day)),
            (false, _) => {
                let sum: Decimal = counts.iter().map(|count| count.value()).sum();
                (sum.normalize().to_string().parse()?, Frequency::InTotal)
            }
        };
        once(
            &mut self.parts.dose,
            Dose {
                few: each,
                many: each,
                unit,
            },
            "dose",
        )?;
        once(&mut self.interval, frequency, "frequency")?;
        self.cursor = here;
        Ok(true)
    }

    /// "10 mg", "5/325 mg", "10 mg/5 mL", "25 mcg/h": a strength each, or a dose where the strength stands already.
    pub(super) fn strengths(&mut self) -> Result<bool, MedicineProblem> {
        let start = self.cursor.at();
        let mut here = self.cursor.clone();
        let waiting = self
            .parts
            .ingredients
            .iter()
            .filter(|one| one.strength.is_none())
            .count();
        let found = match mixture(&mut here, waiting)? {
            Some(found) => found,
            None => {
                let mut found = Vec::new();
                let mut next = here.clone();
                while let Some(strength) = amount::strength(&mut next)? {
                    found.push(strength);
                    here = next.clone();
                    if !next.eat("/") {
                        break;
                    }
                }
                found
            }
        };
        if found.is_empty() {
            return Ok(false);
        }
        self.in_total(&mut here)?;
        let names = self.parts.ingredients.len();
        let without: Vec<usize> = (0..names)
            .filter(|index| {
                self.parts
                    .ingredients
                    .get(*index)
                    .is_some_and(|one| one.strength.is_none())
            })
            .collect();
        match (found.as_slice(), without.as_slice()) {
            (_, []) if names == 0 => return Ok(false),
            ([Strength::Each(_)], []) if names == 1 && self.dose_is_told() => {
                return Err(self.second_amount());
            }
            ([Strength::Each(mass)], []) if names == 1 => {
                let dose = Dose {
                    few: mass.value,
                    many: mass.value,
                    unit: mass.unit,
                };
                once(&mut self.parts.dose, dose, "dose")?;
            }
            (_, []) => {
                return Err(MedicineProblem::Twice {
                    what: "strength".to_owned(),
                    text: self.cursor.rest(),
                });
            }
            (found, without) if found.len() == without.len() => {
                for (index, strength) in without.iter().zip(found) {
                    if let Some(one) = self.parts.ingredients.get_mut(*index) {
                        one.strength = Some(*strength);
                    }
                }
                let said = here.typed(start, here.at());
                let before = self
                    .parts
                    .strength_as_given
                    .as_ref()
                    .map(|given| format!("{given} + "));
                self.parts.strength_as_given = Text::new(&(before.unwrap_or_default() + &said)).ok();
            }
            (found, _) => {
                return Err(MedicineProblem::AmountsDontMatch {
                    names,
                    amounts: found.len(),
                });
            }
        }
        self.cursor = here;
        Ok(true)
    }

    /// "20 mg/day" and "2 tablets a day" are a day's whole, however it is divided.
    fn in_total(&mut self, here: &mut Cursor<'_>) -> Result<(), MedicineProblem> {
        if here.eat_any(&["/ day", "/ d", "/ 24 h", "/ 24 hours", "per day", "a day"]) {
            here.eat("in total");
            once(&mut self.interval, Frequency::InTotal, "frequency")?;
        }
        Ok(())
    }

    /// "1-2 tabs", "5 mL", "5-10 mg", "2 x 50 mg", "2 qds".
    pub(super) fn dose(&mut self) -> Result<bool, MedicineProblem> {
        let mut here = self.cursor.clone();
        if let Some(dose) = amount::dose(&mut here)? {
            let strong = self.parts.ingredients.iter().any(|one| one.strength.is_some());
            let as_needed = self.parts.as_needed || here.clone().eat_any(AS_NEEDED);
            // "10 mg bd, 5 mg" and "10 mg bd, 1 tablet prn" may be two doses.
            let count = dose.unit.is_count() && self.interval.is_some() && as_needed;
            let another = dose.unit.is_mass() && self.dose_is_told() || count;
            if strong && another {
                return Err(self.second_amount());
            }
            self.in_total(&mut here)?;
            once(&mut self.parts.dose, dose, "dose")?;
            self.cursor = here;
            return Ok(true);
        }
        let Some((few, many)) = here.range()? else {
            return Ok(false);
        };
        let mut counted = here.clone();
        let by_strength = counted.eat("x") && amount::strength(&mut counted.clone())?.is_some();
        if by_strength {
            here = counted;
        }
        // "5-325 q6h" is no number of tablets, nor is "10 bd" where no strength stands, nor any number of a patch.
        let strong = self.parts.ingredients.iter().any(|one| one.strength.is_some());
        let most = match (strong, self.is_patch()) {
            (true, _) => MOST_PIECES,
            (false, true) => 0,
            (false, false) => MOST_WITHOUT_STRENGTH,
        };
        let countable = many <= Number::whole(most);
        if countable && (by_strength || frequency::read(&mut here.clone())?.is_some()) {
            let unit = Unit::Piece;
            once(&mut self.parts.dose, Dose { few, many, unit }, "dose")?;
            self.cursor = here;
            return Ok(true);
        }
        if !countable || here.is_at_end() || begins_a_part(&here) {
            return Err(MedicineProblem::UnitMissing {
                text: self.cursor.typed(self.cursor.at(), here.at()),
                usual: self.usual_units(),
            });
        }
        Ok(false)
    }

    /// From here on another dose or medicine is told.
    pub(super) fn second_amount(&self) -> MedicineProblem {
        MedicineProblem::SecondAmount {
            text: self.cursor.rest(),
        }
    }

    fn is_patch(&self) -> bool {
        self.parts.form == Form::Patch || self.brand.is_some_and(|brand| brand.form == Form::Patch)
    }

    /// The units in which an amount of this medicine is written.
    fn usual_units(&self) -> String {
        let patch =
            self.parts.form == Form::Patch || self.brand.is_some_and(|brand| brand.form == Form::Patch);
        if patch {
            return "micrograms/h".to_owned();
        }
        let known = match self.parts.ingredients.as_slice() {
            [one] => one
                .substance()
                .map(|known| known.unit.as_slice())
                .unwrap_or_default(),
            _ => &[],
        };
        let units: Vec<String> = known
            .iter()
            .filter_map(|unit| Unit::parse(unit))
            .map(|unit| unit.name(Number::whole(2)).to_owned())
            .collect();
        match units.is_empty() {
            true => "mg, micrograms, g or mL".to_owned(),
            false => units.join(" or "),
        }
    }
}

/// "5/325 mg", "30/500", "5-325 mg": one mass for each ingredient. Combinations are written in mg. A dash is a range unless
/// it stands between as many amounts as ingredients wait for theirs.
fn mixture(cursor: &mut Cursor<'_>, waiting: usize) -> Result<Option<Vec<Strength>>, MedicineProblem> {
    let mut here = cursor.clone();
    let mut values = Vec::new();
    let mut dashed = false;
    while let Some(token) = here.token(0).filter(|token| token.kind == Kind::Number) {
        let value: Number = token.text.parse()?;
        if value == Number::ZERO {
            return Err(MedicineProblem::Zero);
        }
        values.push(value);
        here.skip(1);
        dashed |= here.peek(0) == "-";
        if !here.eat_any(&["/", "-"]) {
            break;
        }
    }
    if values.len() < 2 || dashed && values.len() != waiting {
        return Ok(None);
    }
    let unit = match Unit::parse(here.peek(0)) {
        Some(unit) if unit.is_mass() => {
            here.skip(1);
            unit
        }
        // "1/2 tab" is a dose, and "10/5 mL" leaves open of what.
        Some(Unit::Tablet) if values == [Number::ONE, Number::whole(2)] => return Ok(None),
        Some(Unit::Tablet) if values == [Number::ONE, Number::whole(4)] => return Ok(None),
        Some(Unit::Millilitre) => return Ok(None),
        _ if dashed => return Ok(None),
        _ => Unit::Milligram,
    };
    *cursor = here;
    let each = |value| Strength::Each(Amount { value, unit });
    Ok(Some(values.into_iter().map(each).collect()))
}

/// "4 times a day" after "up to": whole doses.
fn times_a_day(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, MedicineProblem> {
    let mut here = cursor.clone();
    let mut after = here.clone();
    if after.number()?.is_some() && after.eat_any(PER_DAY) {
        return Ok(None);
    }
    let Some(frequency @ Frequency::Times { .. }) = frequency::read(&mut here)? else {
        return Ok(None);
    };
    let most = frequency.most_a_day();
    if !most.fract().is_zero() || most < Decimal::ONE {
        return Ok(None);
    }
    *cursor = here;
    Ok(Some(Amount {
        value: most.to_string().parse()?,
        unit: Unit::Dose,
    }))
}

/// "8/day", "8 tablets a day", "400 mg in 24 h"; true where no unit was given.
fn a_day(cursor: &mut Cursor<'_>) -> Result<Option<(Amount, bool)>, MedicineProblem> {
    let Some(value) = cursor.number()? else {
        return Ok(None);
    };
    let unit = Unit::parse(cursor.peek(0));
    if unit.is_some() {
        cursor.skip(1);
    }
    if !cursor.eat_any(PER_DAY) {
        return Ok(None);
    }
    let amount = Amount {
        value,
        unit: unit.unwrap_or(Unit::Dose),
    };
    Ok(Some((amount, unit.is_none())))
}
