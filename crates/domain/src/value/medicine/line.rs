//! Reads one line as a medicine: "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day". The parts may come in any order after the
//! name. What is not understood is told with the place from where it is not; no part is dropped.

mod name;
#[cfg(test)]
mod numbers;
mod part;
#[cfg(test)]
mod tests;

use super::amount::{Amount, Strength};
use super::frequency::{self, Frequency};
use super::kind::{Form, Release, Route};
use super::word::{Cursor, Kind, characters, tokens};
use super::{Medicine, Number, Parts, Unit};
use crate::value::issue::Problem;
use crate::value::misread::{Hint, MedicineProblem};
use crate::value::text::Text;

/// The longest line, in characters.
pub const LONGEST_LINE: usize = 400;

/// Reads a line; the medicine keeps it as it was typed.
pub fn read_line(line: &str) -> Result<Medicine, MedicineProblem> {
    let given = Text::within(line, LONGEST_LINE).map_err(|problem| match problem {
        Problem::TooLong { limit } => MedicineProblem::TooLong { limit },
        Problem::ControlCharacter => MedicineProblem::ControlCharacter,
        _ => MedicineProblem::NoName,
    })?;
    let line = characters(given.as_str());
    let tokens = tokens(&line);
    let mut reading = Reading {
        cursor: Cursor::new(&line, &tokens),
        parts: Parts::default(),
        brand: None,
        interval: None,
        bare_most: false,
        bare_taken: None,
    };
    while !reading.cursor.is_at_end() {
        let here = reading.cursor.clone();
        match reading.step() {
            Ok(true) => {}
            Ok(false) => return Err(reading.not_understood(here.rest())),
            // Where reading stopped is told with what was said before already.
            Err(MedicineProblem::Twice { what, .. }) => {
                let text = here.rest();
                return Err(MedicineProblem::Twice { what, text });
            }
            Err(other) => return Err(other),
        }
    }
    reading.parts.as_given = Some(given);
    reading.finish()
}

/// What was understood so far.
struct Reading<'a> {
    cursor: Cursor<'a>,
    parts: Parts,
    brand: Option<&'static super::name::Brand>,
    /// A frequency, before it is known whether it is the time between changes of a patch.
    interval: Option<Frequency>,
    /// The maximum had no unit of its own.
    bare_most: bool,
    /// The actual use had no unit of its own; as typed.
    bare_taken: Option<String>,
}

fn once<T>(place: &mut Option<T>, value: T, what: &str) -> Result<(), MedicineProblem> {
    if place.is_some() {
        return Err(MedicineProblem::Twice {
            what: what.to_owned(),
            text: String::new(),
        });
    }
    *place = Some(value);
    Ok(())
}

fn same_or_first<T: PartialEq>(place: &mut T, value: T, none: T, what: &str) -> Result<(), MedicineProblem> {
    if *place != none && *place != value {
        return Err(MedicineProblem::Twice {
            what: what.to_owned(),
            text: String::new(),
        });
    }
    *place = value;
    Ok(())
}

impl Reading<'_> {
    /// Understands one part where the cursor stands and steps over it; false where there is none.
    fn step(&mut self) -> Result<bool, MedicineProblem> {
        let here = self.cursor.peek(0);
        if matches!(here, "," | ";" | "." | ":") || here == "-" {
            self.cursor.skip(1);
            return Ok(true);
        }
        Ok(self.as_needed()
            || self.most()?
            || self.taken()?
            || self.changed()?
            || self.purpose()?
            || self.remark()
            || self.scheme()?
            || self.often()?
            || self.strengths()?
            || self.dose()?
            || self.kind()?
            || self.names()?)
    }

    /// Something was said that belongs to one dose: how often, as needed, at most or what is taken. A further amount would be
    /// another dose, which must not take the place of the first.
    fn dose_is_told(&self) -> bool {
        let parts = &self.parts;
        self.interval.is_some()
            || parts.as_needed
            || parts.most_a_day.is_some()
            || parts.taken_a_day.is_some()
    }

    /// Why reading stopped here, with what would be clear where that can be said.
    fn not_understood(&self, text: String) -> MedicineProblem {
        let low = text.to_lowercase();
        let words: Vec<&str> = low.split_whitespace().collect();
        let hint = match words.as_slice() {
            ["once", ..] => Hint::Once,
            ["stat" | "single", ..] => Hint::Single,
            ["continuous" | "continuously", ..] => Hint::Continuous,
            [
                "takes" | "taking" | "uses" | "using" | "taken",
                "half" | "some" | "less" | "more",
                ..,
            ] => Hint::AmountADay,
            [
                "and" | "then" | "plus" | "also" | "or" | "each" | "with" | "&" | "+",
                ..,
            ] => Hint::OwnLine,
            _ => return MedicineProblem::NotUnderstood { text },
        };
        MedicineProblem::NotClear { text, hint }
    }

    fn often(&mut self) -> Result<bool, MedicineProblem> {
        match frequency::read(&mut self.cursor)? {
            Some(frequency) => once(&mut self.interval, frequency, "frequency").map(|()| true),
            None => Ok(false),
        }
    }

    fn kind(&mut self) -> Result<bool, MedicineProblem> {
        if self.cursor.peek(0) == "pr" {
            return Err(MedicineProblem::TwoMeanings {
                text: "PR".to_owned(),
                one: Route::Rectal.words().to_owned(),
                other: "prolonged release".to_owned(),
            });
        }
        if self.cursor.eat_any(&["otc", "over the counter"]) {
            self.parts.over_the_counter = true;
            return Ok(true);
        }
        if let Some(route) = Route::read(&mut self.cursor) {
            same_or_first(&mut self.parts.route, route, Route::Unknown, "route")?;
            return Ok(true);
        }
        if let Some(release) = Release::read(&mut self.cursor) {
            same_or_first(&mut self.parts.release, release, Release::Unknown, "release")?;
            return Ok(true);
        }
        if let Some(form) = Form::read(&mut self.cursor) {
            same_or_first(&mut self.parts.form, form, Form::Unknown, "form")?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Puts together what only makes sense once the whole line is known.
    fn finish(mut self) -> Result<Medicine, MedicineProblem> {
        if self.parts.ingredients.is_empty() {
            return Err(MedicineProblem::NoName);
        }
        if let Some(brand) = self.brand {
            if self.parts.release == Release::Unknown {
                self.parts.release = brand.release;
            }
            if self.parts.form == Form::Unknown {
                self.parts.form = brand.form;
            }
            if self.parts.route == Route::Unknown {
                self.parts.route = brand.route;
            }
            self.parts.for_opioid_use_disorder |= brand.opioid_use_disorder;
        }
        if self.parts.form == Form::Unknown {
            self.parts.form = self.parts.dose.map_or(Form::Unknown, |dose| form_of(dose.unit));
        }
        self.settle_lone_mass();
        self.settle_interval()?;
        self.settle_counts()?;
        Medicine::new(self.parts)
    }

    /// "Half mg" of one medicine says what "0.5 mg" says: where no strength stands, one mass is it.
    fn settle_lone_mass(&mut self) {
        let ([one], Some(dose)) = (self.parts.ingredients.as_mut_slice(), self.parts.dose) else {
            return;
        };
        if one.strength.is_none() && dose.few == dose.many && dose.unit.is_mass() {
            one.strength = Some(Strength::Each(Amount {
                value: dose.few,
                unit: dose.unit,
            }));
            self.parts.dose = None;
        }
    }

    /// A strength per hour that is renewed after a day or more is a patch, and what stands there is when it is changed.
    fn settle_interval(&mut self) -> Result<(), MedicineProblem> {
        let hourly = matches!(
            self.parts.ingredients.first().and_then(|one| one.strength),
            Some(Strength::AnHour(_))
        );
        let nothing_said = self.parts.route == Route::Unknown && self.parts.form == Form::Unknown;
        let long = self
            .interval
            .or(self.parts.changed)
            .is_some_and(Frequency::is_a_day_or_longer);
        if hourly && nothing_said && long {
            self.parts.form = Form::Patch;
        }
        let patch = self.parts.form == Form::Patch || self.parts.route == Route::Transdermal;
        match self.interval {
            Some(interval) if patch => once(&mut self.parts.changed, interval, "frequency"),
            interval => {
                self.parts.frequency = interval;
                Ok(())
            }
        }
    }

    /// "max 8/day" counts what the dose counts. "Taking 3 a day" does so only where the dose is one of them.
    fn settle_counts(&mut self) -> Result<(), MedicineProblem> {
        let piece = form_unit(self.parts.form);
        let Some(dose) = self.parts.dose.as_mut().filter(|dose| dose.unit.is_count()) else {
            return Ok(());
        };
        if dose.unit == Unit::Piece
            && let Some(unit) = piece
        {
            dose.unit = unit;
        }
        let unit = dose.unit;
        if self.bare_most
            && let Some(most) = &mut self.parts.most_a_day
        {
            most.unit = unit;
        }
        if let (Some(said), Some(taken)) = (&self.bare_taken, &mut self.parts.taken_a_day) {
            if dose.many != Number::ONE {
                return Err(MedicineProblem::TwoMeanings {
                    text: said.clone(),
                    one: Amount { unit, ..*taken }.to_string(),
                    other: Amount {
                        unit: Unit::Dose,
                        ..*taken
                    }
                    .to_string(),
                });
            }
            taken.unit = unit;
        }
        Ok(())
    }
}

fn form_of(unit: Unit) -> Form {
    match unit {
        Unit::Tablet => Form::Tablet,
        Unit::Capsule => Form::Capsule,
        Unit::Patch => Form::Patch,
        Unit::Spray => Form::Spray,
        Unit::Suppository => Form::Suppository,
        Unit::Lozenge => Form::Lozenge,
        Unit::Film => Form::Film,
        Unit::Ampoule => Form::Injection,
        _ => Form::Unknown,
    }
}

fn form_unit(form: Form) -> Option<Unit> {
    Some(match form {
        Form::Tablet => Unit::Tablet,
        Form::Capsule => Unit::Capsule,
        Form::Patch => Unit::Patch,
        Form::Suppository => Unit::Suppository,
        Form::Lozenge => Unit::Lozenge,
        Form::Film => Unit::Film,
        _ => return None,
    })
}

/// A word that begins a part, so that a name or a purpose ends before it.
fn begins_a_part(cursor: &Cursor<'_>) -> bool {
    let Some(token) = cursor.token(0) else {
        return true;
    };
    let known = [
        "prn",
        "as",
        "when",
        "if",
        "max",
        "maximum",
        "at",
        "up",
        "no",
        "not",
        "taking",
        "takes",
        "taken",
        "using",
        "uses",
        "change",
        "changed",
        "for",
        "with",
        "every",
        "each",
        "q",
        "otc",
        "over",
        "pr",
        "take",
        "apply",
        "in",
        "on",
        "half",
        "a",
        "once",
        "twice",
        "thrice",
        "mg",
        "mcg",
        "g",
        "ml",
        "before",
        "after",
        "morning",
        "alternate",
        "then",
        "plus",
        "also",
        "stat",
        "continuous",
        "continuously",
    ];
    let mut try_it = cursor.clone();
    token.kind != Kind::Word
        || known.contains(&token.text.as_str())
        || frequency::is_abbreviation(&token.text, token.capitals)
        || Route::read(&mut try_it).is_some()
        || Release::read(&mut try_it).is_some()
        || Form::read(&mut try_it).is_some()
}
