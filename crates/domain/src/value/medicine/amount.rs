//! Units and amounts: a strength (per tablet, per mL, per hour), a dose (how many at a time) and a sum for a day.
//!
//! Each is stored as the text that people read ("10 mg/5 mL", "1 to 2 tablets"), and reads back as itself.
//! Micrograms are always spelled out.

use super::number::{Exact, Number};
use super::word::{Cursor, Kind, characters, tokens};
use crate::value::misread::MedicineProblem;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the other units name themselves")]
pub enum Unit {
    /// Spelled out wherever it is printed.
    Microgram,
    Milligram,
    Gram,
    Millilitre,
    Tablet,
    Capsule,
    Patch,
    Spray,
    Drop,
    Suppository,
    Lozenge,
    Film,
    Ampoule,
    /// So many of whatever the strength belongs to.
    Piece,
    /// One taking of it, however many pieces that is.
    Dose,
}

/// Unit, one, many, and other ways to write it.
const UNITS: &[(Unit, &str, &str, &[&str])] = &[
    (
        Unit::Microgram,
        "microgram",
        "micrograms",
        &["mcg", "mcgs", "ug", "mikrogram"],
    ),
    (Unit::Milligram, "mg", "mg", &["mgs", "milligram", "milligrams"]),
    (Unit::Gram, "g", "g", &["gm", "gram", "grams"]),
    (
        Unit::Millilitre,
        "mL",
        "mL",
        &[
            "ml",
            "mls",
            "cc",
            "millilitre",
            "millilitres",
            "milliliter",
            "milliliters",
        ],
    ),
    (Unit::Tablet, "tablet", "tablets", &["tab", "tabs"]),
    (Unit::Capsule, "capsule", "capsules", &["cap", "caps"]),
    (Unit::Patch, "patch", "patches", &[]),
    (Unit::Spray, "spray", "sprays", &["puff", "puffs"]),
    (Unit::Drop, "drop", "drops", &["gtt"]),
    (Unit::Suppository, "suppository", "suppositories", &["supp"]),
    (Unit::Lozenge, "lozenge", "lozenges", &[]),
    (Unit::Film, "film", "films", &[]),
    (Unit::Ampoule, "ampoule", "ampoules", &["amp", "amps"]),
    (Unit::Piece, "piece", "pieces", &[]),
    (Unit::Dose, "dose", "doses", &[]),
];

impl Unit {
    /// A mass: micrograms, milligrams or grams.
    pub fn is_mass(self) -> bool {
        matches!(self, Unit::Microgram | Unit::Milligram | Unit::Gram)
    }

    /// Pieces that can be counted; neither a mass nor a volume nor whole doses.
    pub fn is_count(self) -> bool {
        !self.is_mass() && !matches!(self, Unit::Millilitre | Unit::Dose)
    }

    /// How many milligrams one is, over and under the line.
    pub(super) fn milligrams(self) -> Option<(u32, u32)> {
        match self {
            Unit::Microgram => Some((1, 1000)),
            Unit::Milligram => Some((1, 1)),
            Unit::Gram => Some((1000, 1)),
            _ => None,
        }
    }

    pub(super) fn parse(word: &str) -> Option<Unit> {
        UNITS
            .iter()
            .find(|(_, one, many, others)| {
                one.eq_ignore_ascii_case(word) || many.eq_ignore_ascii_case(word) || others.contains(&word)
            })
            .map(|(unit, ..)| *unit)
    }

    /// The word for one or for many.
    pub fn name(self, number: Number) -> &'static str {
        UNITS
            .iter()
            .find(|(unit, ..)| *unit == self)
            .map_or(
                "",
                |(_, one, many, _)| if number <= Number::ONE { one } else { many },
            )
    }
}

/// So much of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Amount {
    /// How many of the unit.
    pub value: Number,
    /// What the value is counted in.
    pub unit: Unit,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value, self.unit.name(self.value))
    }
}

/// How strong it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Strength {
    /// A mass in each tablet, capsule or other piece.
    Each(Amount),
    /// A mass in so many mL.
    In {
        /// The mass in that volume.
        mass: Amount,
        /// The volume in mL, not zero.
        millilitres: Number,
    },
    /// A mass an hour, as patches are labelled. The label's value is kept.
    AnHour(Amount),
    /// Percent, as creams and plasters are labelled.
    Percent(Number),
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strength::Each(mass) => write!(f, "{mass}"),
            Strength::In { mass, millilitres } if *millilitres == Number::ONE => write!(f, "{mass}/mL"),
            Strength::In { mass, millilitres } => write!(f, "{mass}/{millilitres} mL"),
            Strength::AnHour(mass) => write!(f, "{mass}/h"),
            Strength::Percent(value) => write!(f, "{value}%"),
        }
    }
}

/// How much at a time, with both ends where a range was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Dose {
    /// The least at a time.
    pub few: Number,
    /// The most at a time; the same as `few` where no range was given.
    pub many: Number,
    /// What both ends are counted in.
    pub unit: Unit,
}

impl fmt::Display for Dose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.few != self.many {
            write!(f, "{} to ", self.few)?;
        }
        write!(f, "{} {}", self.many, self.unit.name(self.many))
    }
}

/// A mass, and the unit as it stands here.
fn mass(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, MedicineProblem> {
    let mut here = cursor.clone();
    let Some(value) = here.number()? else {
        return Ok(None);
    };
    let Some(unit) = Unit::parse(here.peek(0)).filter(|unit| unit.is_mass()) else {
        return Ok(None);
    };
    here.skip(1);
    if value.is_zero() {
        return Err(MedicineProblem::Zero);
    }
    *cursor = here;
    Ok(Some(Amount { value, unit }))
}

/// A strength that is not a range: "10 mg", "10 mg/5 mL", "25 mcg/h", "5%".
pub(super) fn strength(cursor: &mut Cursor<'_>) -> Result<Option<Strength>, MedicineProblem> {
    let mut percent = cursor.clone();
    if let Some(value) = percent.number()?
        && percent.eat("%")
    {
        *cursor = percent;
        return Ok(Some(Strength::Percent(value)));
    }
    let Some(mass) = mass(cursor)? else {
        return Ok(None);
    };
    let mut here = cursor.clone();
    if here.eat_any(&["/", "per", "an", "in"]) {
        if here.eat_any(&["h", "hr", "hour"]) {
            *cursor = here;
            return Ok(Some(Strength::AnHour(mass)));
        }
        let millilitres = here.number()?.unwrap_or(Number::ONE);
        if Unit::parse(here.peek(0)) == Some(Unit::Millilitre) {
            here.skip(1);
            if millilitres.is_zero() {
                return Err(MedicineProblem::Zero);
            }
            *cursor = here;
            return Ok(Some(Strength::In { mass, millilitres }));
        }
    }
    Ok(Some(Strength::Each(mass)))
}

/// A number or a range with a unit: "1-2 tabs", "5 mL", "half a tablet", "1/2 tab", "5 to 10 mg".
pub(super) fn dose(cursor: &mut Cursor<'_>) -> Result<Option<Dose>, MedicineProblem> {
    let mut here = cursor.clone();
    let (few, many) = if here.eat_any(&["half a", "half of a", "half"]) || here.eat("1 / 2") {
        (Number::hundredths(50), Number::hundredths(50))
    } else if here.eat("1 / 4") {
        (Number::hundredths(25), Number::hundredths(25))
    } else if here.token(0).is_some_and(|token| token.kind == Kind::Word) && here.eat_any(&["a", "an"]) {
        (Number::ONE, Number::ONE)
    } else if let Some(range) = here.range()? {
        range
    } else {
        return Ok(None);
    };
    let Some(unit) = Unit::parse(here.peek(0)).filter(|unit| *unit != Unit::Dose) else {
        return Ok(None);
    };
    here.skip(1);
    if few.is_zero() {
        return Err(MedicineProblem::Zero);
    }
    *cursor = here;
    Ok(Some(Dose { few, many, unit }))
}

/// Reads all of `text` with `read`.
pub(super) fn whole<T>(
    text: &str,
    read: impl Fn(&mut Cursor<'_>) -> Result<Option<T>, MedicineProblem>,
) -> Result<T, MedicineProblem> {
    let line = characters(text);
    let tokens = tokens(&line);
    let mut cursor = Cursor::new(&line, &tokens);
    match read(&mut cursor)? {
        Some(value) if cursor.is_at_end() => Ok(value),
        _ => Err(MedicineProblem::NotUnderstood {
            text: text.to_owned(),
        }),
    }
}

fn amount(cursor: &mut Cursor<'_>) -> Result<Option<Amount>, MedicineProblem> {
    let Some(value) = cursor.number()? else {
        return Ok(None);
    };
    let unit = Unit::parse(cursor.peek(0));
    cursor.skip(1);
    Ok(unit.map(|unit| Amount { value, unit }))
}

impl FromStr for Amount {
    type Err = MedicineProblem;
    fn from_str(text: &str) -> Result<Self, MedicineProblem> {
        whole(text, amount)
    }
}

impl FromStr for Strength {
    type Err = MedicineProblem;
    fn from_str(text: &str) -> Result<Self, MedicineProblem> {
        whole(text, strength)
    }
}

impl FromStr for Dose {
    type Err = MedicineProblem;
    fn from_str(text: &str) -> Result<Self, MedicineProblem> {
        whole(text, dose)
    }
}

macro_rules! as_text {
    ($($kind:ty),*) => {$(
        impl TryFrom<String> for $kind {
            type Error = MedicineProblem;
            fn try_from(raw: String) -> Result<Self, MedicineProblem> {
                raw.parse()
            }
        }

        impl From<$kind> for String {
            fn from(value: $kind) -> String {
                value.to_string()
            }
        }
    )*};
}
as_text!(Amount, Strength, Dose);

/// A mass in mg; nothing for what is no mass.
pub(crate) fn milligrams(amount: Amount) -> Option<Exact> {
    let (over, under) = amount.unit.milligrams()?;
    Exact::of(amount.value).times(Exact::ratio(Number::whole(over), Number::whole(under))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("10mg", "10 mg")]
    #[case("10 mg/5 mL", "10 mg/5 mL")]
    #[case("2 mg/ml", "2 mg/mL")]
    #[case("2 mg / 1 mL", "2 mg/mL")]
    #[case("25 mcg/hr", "25 micrograms/h")]
    #[case("12 µg/h", "12 micrograms/h")]
    #[case("12 ug per hour", "12 micrograms/h")]
    #[case("0.5 MG", "0.5 mg")]
    #[case("1,5 g", "1.5 g")]
    #[case("1 mcg", "1 microgram")]
    #[case("5%", "5%")]
    fn trap_24_a_strength_prints_its_unit_spelled_out(#[case] typed: &str, #[case] printed: &str) {
        let strength: Strength = typed.parse().unwrap();
        assert_eq!(strength.to_string(), printed);
        assert_eq!(printed.parse(), Ok(strength));
    }

    #[rstest]
    #[case("1-2 tabs", "1 to 2 tablets")]
    #[case("half a tablet", "0.5 tablet")]
    #[case("1/2 tab", "0.5 tablet")]
    #[case("½ tab", "0.5 tablet")]
    #[case("1/4 tab", "0.25 tablet")]
    #[case("one capsule", "1 capsule")]
    #[case("5 to 10 mg", "5 to 10 mg")]
    #[case("2.5 mL", "2.5 mL")]
    fn a_dose_keeps_both_ends(#[case] typed: &str, #[case] printed: &str) {
        let dose: Dose = typed.parse().unwrap();
        assert_eq!(dose.to_string(), printed);
        assert_eq!(printed.parse(), Ok(dose));
    }

    #[test]
    fn refuses_zero_reversed_and_unknown() {
        assert_eq!("0 mg".parse::<Strength>(), Err(MedicineProblem::Zero));
        assert_eq!("5 mg/0 mL".parse::<Strength>(), Err(MedicineProblem::Zero));
        assert_eq!("0 tabs".parse::<Dose>(), Err(MedicineProblem::Zero));
        let reversed = "2-1 tabs".parse::<Dose>();
        assert!(matches!(reversed, Err(MedicineProblem::RangeReversed { .. })));
        for text in ["10", "10 mg mg", "10 stones", "", "mg"] {
            assert!(text.parse::<Strength>().is_err(), "{text}");
            assert!(text.parse::<Dose>().is_err(), "{text}");
            assert!(text.parse::<Amount>().is_err(), "{text}");
        }
    }
}
