//! What is measured on a picture: so many of a unit, or a grade of a scale, each a value of its own type. It is typed as one
//! line, "translation 4 mm, angulation 12°", and printed so that it reads back as the same.
//!
//! Ranges are what a slip of the pen or a wrong unit lies outside of; they say nothing about health. A number is never taken
//! from one unit into another.

mod read;

use crate::{fact::reading::Comparator, value::issue::Problem};
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};

/// What was measured or graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// How far a segment moves between two positions.
    Translation,
    /// By how much its angle changes between two positions.
    Angulation,
    /// How far a vertebra stands ahead of the next.
    Slip,
    /// The angle of a curve to the side.
    CobbAngle,
    /// Sagittal vertical axis: how far the spine leans forwards.
    Sva,
    /// Pelvic incidence less lumbar lordosis.
    PiLl,
    /// The canal from front to back.
    CanalDiameter,
    /// The cross-section of the sac.
    CanalArea,
    /// The height of a disc space.
    DiscHeight,
    /// The extent of a herniation, collection or growth.
    Size,
    /// Bone density in deviations from young adults.
    TScore,
    /// The pressure in a disc at which pain came.
    Pressure,
    /// Fusion by Bridwell, 1 (solid) to 4 (none).
    FusionGrade,
    /// Endplate changes by Modic, 1 to 3.
    ModicType,
    /// Disc degeneration by Pfirrmann, 1 to 5.
    PfirrmannGrade,
    /// Spondylolisthesis by Meyerding, 1 to 5.
    MeyerdingGrade,
}

/// A unit with the least and the highest number of it that can be measured.
struct Unit {
    /// As it is kept and printed; empty for what has none.
    name: &'static str,
    min: i32,
    max: i32,
}

const fn unit(name: &'static str, min: i32, max: i32) -> Unit {
    Unit { name, min, max }
}

impl Quantity {
    /// Everything that can be measured, in the order in which it is looked for.
    pub const ALL: [Self; 16] = [
        Self::Translation,
        Self::Angulation,
        Self::Slip,
        Self::CobbAngle,
        Self::Sva,
        Self::PiLl,
        Self::CanalDiameter,
        Self::CanalArea,
        Self::DiscHeight,
        Self::Size,
        Self::TScore,
        Self::Pressure,
        Self::FusionGrade,
        Self::ModicType,
        Self::PfirrmannGrade,
        Self::MeyerdingGrade,
    ];

    /// Names by which it is typed; the first is the one that is printed.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Translation => &["translation"],
            Self::Angulation => &["angulation"],
            Self::Slip => &["slip"],
            Self::CobbAngle => &["Cobb angle", "Cobb"],
            Self::Sva => &["SVA", "sagittal vertical axis"],
            Self::PiLl => &["PI-LL", "PI minus LL", "PI\u{2212}LL"],
            Self::CanalDiameter => &["canal diameter", "canal"],
            Self::CanalArea => &["canal area", "canal"],
            Self::DiscHeight => &["disc height"],
            Self::Size => &["size"],
            Self::TScore => &["T-score", "T score"],
            Self::Pressure => &["pressure"],
            Self::FusionGrade => &["fusion grade", "Bridwell grade", "Bridwell"],
            Self::ModicType => &["Modic type", "Modic"],
            Self::PfirrmannGrade => &["Pfirrmann grade", "Pfirrmann"],
            Self::MeyerdingGrade => &["Meyerding grade", "Meyerding"],
        }
    }

    /// The units in which it is given.
    fn units(self) -> &'static [Unit] {
        match self {
            Self::Translation => const { &[unit("mm", 0, 60)] },
            Self::Angulation => const { &[unit("°", 0, 90)] },
            Self::Slip => const { &[unit("mm", 0, 60), unit("%", 0, 150)] },
            Self::CobbAngle => const { &[unit("°", 0, 180)] },
            Self::Sva => const { &[unit("mm", -300, 500), unit("cm", -30, 50)] },
            Self::PiLl => const { &[unit("°", -100, 150)] },
            Self::CanalDiameter => const { &[unit("mm", 0, 50)] },
            Self::CanalArea => const { &[unit("mm²", 0, 700)] },
            Self::DiscHeight => const { &[unit("mm", 0, 40)] },
            Self::Size => const { &[unit("mm", 0, 300), unit("cm", 0, 30)] },
            Self::TScore => const { &[unit("", -10, 10)] },
            Self::Pressure => const { &[unit("psi", 0, 200), unit("kPa", 0, 1400)] },
            Self::FusionGrade => const { &[unit("", 1, 4)] },
            Self::ModicType => const { &[unit("", 1, 3)] },
            Self::PfirrmannGrade | Self::MeyerdingGrade => const { &[unit("", 1, 5)] },
        }
    }

    /// Whether it is a grade of a scale: whole, and in an order without distances.
    pub fn is_grade(self) -> bool {
        matches!(
            self,
            Self::FusionGrade | Self::ModicType | Self::PfirrmannGrade | Self::MeyerdingGrade
        )
    }
}

/// One measured value, which can be measured in its unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(into = "Written")]
pub struct FindingMeasure {
    quantity: Quantity,
    comparator: Option<Comparator>,
    value: f64,
    unit: UnitName,
}

/// A unit of the list by its name.
#[derive(Debug, Clone, Copy, PartialEq)]
struct UnitName(&'static str);

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    what: Quantity,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comparator: Option<Comparator>,
    value: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
}

impl From<FindingMeasure> for Written {
    fn from(one: FindingMeasure) -> Self {
        Self {
            what: one.quantity,
            comparator: one.comparator,
            value: one.value,
            unit: one.unit.0.to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for FindingMeasure {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        Self::try_from(Written::deserialize(reader)?).map_err(D::Error::custom)
    }
}

impl TryFrom<Written> for FindingMeasure {
    type Error = Problem;

    fn try_from(written: Written) -> Result<Self, Problem> {
        Self::new(written.what, written.comparator, written.value, &written.unit)
    }
}

impl FindingMeasure {
    /// A value of a quantity in one of its units; a grade is whole and no limit.
    ///
    /// # Errors
    /// [`Problem::NotAMeasurement`] for a unit that is none of its, [`Problem::NotWhole`], [`Problem::OutOfRange`].
    pub fn new(
        quantity: Quantity,
        comparator: Option<Comparator>,
        value: f64,
        unit: &str,
    ) -> Result<Self, Problem> {
        let known = quantity.units().iter().find(|one| one.name == unit);
        let no = || Problem::NotAMeasurement {
            text: format!("{value} {unit}").trim().to_owned(),
        };
        let known = known.ok_or_else(no)?;
        if quantity.is_grade() && comparator.is_some() {
            return Err(no());
        }
        if quantity.is_grade() && value.fract() != 0.0 {
            return Err(Problem::NotWhole);
        }
        match value >= f64::from(known.min) && value <= f64::from(known.max) {
            true => Ok(Self {
                quantity,
                comparator,
                // "-0" is zero.
                value: value + 0.0,
                unit: UnitName(known.name),
            }),
            false => Err(Problem::OutOfRange {
                min: known.min.into(),
                max: known.max.into(),
            }),
        }
    }

    /// What kind of value it is.
    pub fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// Whether it surely is this number of its unit or less.
    pub fn is_at_most(&self, limit: f64) -> bool {
        !matches!(self.comparator, Some(Comparator::Above | Comparator::AtLeast)) && self.value <= limit
    }

    /// The number with its unit as they are read: "4 mm", "<3 mm", "12°", "-2.5".
    pub fn figure(&self) -> String {
        let sign = self.comparator.map_or("", Comparator::sign);
        let UnitName(unit) = self.unit;
        let between = match unit {
            "" | "°" => "",
            _ => " ",
        };
        format!("{sign}{}{between}{unit}", self.value)
    }
}

impl fmt::Display for FindingMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.quantity.names().first().copied().unwrap_or_default();
        write!(f, "{name} {}", self.figure())
    }
}

/// What was measured for one finding, in the order in which it was told.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FindingMeasures(Vec<FindingMeasure>);

impl FindingMeasures {
    /// Each of them, in the order in which it was told.
    pub fn iter(&self) -> impl Iterator<Item = &FindingMeasure> {
        self.0.iter()
    }

    /// True where nothing was measured.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<FindingMeasure>> for FindingMeasures {
    fn from(all: Vec<FindingMeasure>) -> Self {
        Self(all)
    }
}

impl fmt::Display for FindingMeasures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&all.join(", "))
    }
}

impl FromStr for FindingMeasures {
    type Err = Problem;

    /// Understands "translation 4 mm, angulation 12°", "canal 80 mm2; disc height <5 mm", "Modic II", "T-score -2,5".
    fn from_str(text: &str) -> Result<Self, Problem> {
        read::measures(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("translation 4 mm, angulation 12°", "translation 4 mm, angulation 12°")]
    #[case(
        "Translation: 4,5mm; Angulation of 12 deg",
        "translation 4.5 mm, angulation 12°"
    )]
    #[case("canal 80 mm2", "canal area 80 mm²")]
    #[case("canal 8 mm", "canal diameter 8 mm")]
    #[case("cobb 30", "Cobb angle 30°")]
    #[case("t score \u{2212}2.5", "T-score -2.5")]
    #[case("PI-LL 22 degrees, SVA 6 cm", "PI-LL 22°, SVA 6 cm")]
    #[case("disc height < 5 mm", "disc height <5 mm")]
    #[case("Modic II, pfirrmann 4", "Modic type 2, Pfirrmann grade 4")]
    #[case("bridwell 1", "fusion grade 1")]
    #[case("pressure 45 psi", "pressure 45 psi")]
    #[case("slip 25 %", "slip 25 %")]
    #[case("", "")]
    fn a_line_is_read_and_printed_in_one_form(#[case] typed: &str, #[case] shown: &str) {
        let read: FindingMeasures = typed.parse().unwrap();
        assert_eq!(read.to_string(), shown);
        assert_eq!(shown.parse::<FindingMeasures>().unwrap(), read);
    }

    #[rstest]
    #[case("4 mm", None)]
    #[case("translation", None)]
    #[case("translation 4 cm", None)]
    #[case("SVA 60", None)]
    #[case("pressure 45", None)]
    #[case("translation 4 mm angulation 12", None)]
    #[case("slip 3", None)]
    #[case("canal 12", None)]
    #[case("Modic <2", None)]
    #[case("Modic 2.5", Some(Problem::NotWhole))]
    #[case("fusion grade 5", Some(Problem::OutOfRange { min: 1, max: 4 }))]
    #[case("T-score -25", Some(Problem::OutOfRange { min: -10, max: 10 }))]
    #[case("translation 1,200 mm", None)]
    fn trap_26_what_does_not_fit_its_unit_or_is_not_known_is_refused(
        #[case] typed: &str,
        #[case] wanted: Option<Problem>,
    ) {
        let problem = typed.parse::<FindingMeasures>().unwrap_err();
        match wanted {
            Some(wanted) => assert_eq!(problem, wanted),
            None => assert!(matches!(problem, Problem::NotAMeasurement { .. }), "{problem:?}"),
        }
    }

    #[test]
    fn in_a_record_each_is_a_value_with_its_unit() {
        let json = r#"[{"what":"translation","comparator":">","value":4.0,"unit":"mm"},{"what":"modic_type","value":2.0}]"#;
        let read: FindingMeasures = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        for wrong in [
            r#"[{"what":"translation","value":4}]"#,
            r#"[{"what":"translation","value":4,"unit":"in"}]"#,
            r#"[{"what":"translation","value":4,"unit":"mm","side":"left"}]"#,
        ] {
            assert!(serde_json::from_str::<FindingMeasures>(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_is_printed_as_the_same(text in "\\PC{0,60}") {
            if let Ok(read) = text.parse::<FindingMeasures>() {
                prop_assert_eq!(read.to_string().parse::<FindingMeasures>().unwrap(), read);
            }
        }
    }
}
