//! How far somebody walks until a symptom comes: so many metres, feet, yards, kilometres or miles, kept in the unit in which it
//! was told: "200 m", "600 ft". Metres are worked out beside it and never take its place.

use crate::value::issue::Problem;
use std::{fmt, str::FromStr};

/// A unit of length in which people tell how far they walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DistanceUnit {
    /// The metre, also of a number that was typed without a unit.
    Metre,
    /// The kilometre of 1000 m.
    Kilometre,
    /// The foot of 0.3048 m.
    Foot,
    /// The yard of 0.9144 m.
    Yard,
    /// The statute mile of 1609.344 m.
    Mile,
}

impl DistanceUnit {
    const ALL: [Self; 5] = [Self::Metre, Self::Kilometre, Self::Foot, Self::Yard, Self::Mile];

    /// The words by which it is typed; the first is the one that is printed.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Metre => &["m", "metre", "metres", "meter", "meters"],
            Self::Kilometre => &["km", "kilometre", "kilometres", "kilometer", "kilometers"],
            Self::Foot => &["ft", "foot", "feet"],
            Self::Yard => &["yd", "yds", "yard", "yards"],
            Self::Mile => &["mi", "mile", "miles"],
        }
    }

    /// Its length in millimetres.
    fn millimetres(self) -> f64 {
        match self {
            Self::Metre => 1000.0,
            Self::Kilometre => 1_000_000.0,
            Self::Foot => 304.8,
            Self::Yard => 914.4,
            Self::Mile => 1_609_344.0,
        }
    }
}

/// A distance of at most 50 km; nobody walks less than nothing, and none is "at once".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distance {
    /// Hundredths of the unit.
    hundredths: u32,
    unit: DistanceUnit,
}

/// The farthest that is kept, in metres.
const MOST: u32 = 50_000;

impl Distance {
    /// The unit in which it was told.
    pub fn unit(self) -> DistanceUnit {
        self.unit
    }

    /// The same in whole metres.
    pub fn metres(self) -> u32 {
        let metres = f64::from(self.hundredths) * self.unit.millimetres() / 100_000.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it lies between 0 and the most that is kept"
        )]
        {
            metres.round() as u32
        }
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = f64::from(self.hundredths) / 100.0;
        let name = self.unit.names().first().copied().unwrap_or_default();
        write!(f, "{number} {name}")
    }
}

impl FromStr for Distance {
    type Err = Problem;

    /// Understands "200", "200 m", "1.2 km", "1,2 km", "600 feet", "300 yards", "half a mile", "0.5 miles". A bare number is metres.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let low = text.trim().to_lowercase();
        let no = || Problem::NotADistance {
            text: text.trim().to_owned(),
        };
        let of = |word: &str| {
            let named = |unit: &DistanceUnit| unit.names().contains(&word.trim_end_matches('.'));
            DistanceUnit::ALL.into_iter().find(named)
        };
        let (hundredths, unit) = match low.strip_prefix("half a ") {
            Some(word) => (50, of(word.trim()).ok_or_else(no)?),
            None => {
                let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
                let end = low.find(|c: char| !is_number(c)).unwrap_or(low.len());
                let (number, word) = low.split_at(end);
                let unit = match word.trim() {
                    "" => Some(DistanceUnit::Metre),
                    word => of(word),
                };
                (hundredths(number).ok_or_else(no)?, unit.ok_or_else(no)?)
            }
        };
        let read = Self { hundredths, unit };
        let most = f64::from(MOST) * 100_000.0 / unit.millimetres();
        match f64::from(hundredths) <= most {
            true => Ok(read),
            false => Err(Problem::OutOfRange {
                min: 0,
                max: MOST.into(),
            }),
        }
    }
}

/// A number with at most two places behind its point or comma, in hundredths.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let rest = match rest.len() {
        1 => rest.parse::<u32>().ok()? * 10,
        2 => rest.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(rest)
}

crate::value::written::as_text!(Distance, "a distance as a text, such as \"200 m\" or \"600 ft\"");

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("200", "200 m", 200)]
    #[case("200m", "200 m", 200)]
    #[case("1,2 km", "1.2 km", 1200)]
    #[case("600 feet", "600 ft", 183)]
    #[case("300 Yards", "300 yd", 274)]
    #[case("0.25 miles", "0.25 mi", 402)]
    #[case("half a mile", "0.5 mi", 805)]
    #[case("0 m", "0 m", 0)]
    fn trap_26_it_is_kept_in_its_unit_and_read_in_metres_beside_it(
        #[case] typed: &str,
        #[case] shown: &str,
        #[case] metres: u32,
    ) {
        let distance: Distance = typed.parse().unwrap();
        assert_eq!(
            (distance.to_string().as_str(), distance.metres()),
            (shown, metres)
        );
        assert_eq!(shown.parse::<Distance>().unwrap(), distance);
    }

    #[rstest]
    #[case("a few steps")]
    #[case("200-300 m")]
    #[case("-5 m")]
    #[case("1.234 km")]
    #[case("5 min")]
    #[case("")]
    fn refuses_what_is_no_distance(#[case] typed: &str) {
        let text = typed.to_owned();
        assert_eq!(typed.parse::<Distance>(), Err(Problem::NotADistance { text }));
    }

    #[test]
    fn refuses_what_nobody_walks() {
        let far = Err(Problem::OutOfRange { min: 0, max: 50_000 });
        assert_eq!("51 km".parse::<Distance>(), far);
        assert!("5000000000".parse::<Distance>().is_err());
    }
}
