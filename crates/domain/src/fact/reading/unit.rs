//! The units in which values are given: as they are printed, as UCUM writes them, how people type them, and the factor that
//! leads from each to the usual unit of the same kind.
//!
//! Sources of the factors: the molar masses of creatinine (113.12 g/mol), glucose (180.16 g/mol) and 25-hydroxyvitamin D3
//! (400.64 g/mol), the haemoglobin monomer (16,114.5 g/mol), the international pound and inch, and for HbA1c the master
//! equation of IFCC and NGSP: NGSP % = 0.09148 × IFCC mmol/mol + 2.152.

use super::measured::What;

/// A unit in which a value is given, with the least and the highest number of it that can be measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// As it is kept and printed; empty for a ratio.
    pub name: &'static str,
    /// The same in UCUM.
    pub ucum: &'static str,
    /// The least that it can be.
    pub min: i64,
    /// The highest that it can be.
    pub max: i64,
    /// What a number of it is in the usual unit; none where it measures something else than the usual one.
    pub to_usual: Option<Line>,
}

/// A straight line from one unit to another: so many times the number, and so much more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// By what the number is multiplied first.
    pub times: f64,
    /// What is added to that product.
    pub plus: f64,
}

impl Line {
    const SAME: Self = Self {
        times: 1.0,
        plus: 0.0,
    };

    /// The number in the usual unit.
    pub fn there(self, value: f64) -> f64 {
        value * self.times + self.plus
    }

    /// The number of the usual unit in this one.
    pub fn back(self, value: f64) -> f64 {
        (value - self.plus) / self.times
    }
}

const fn unit(
    name: &'static str,
    ucum: &'static str,
    (min, max): (i64, i64),
    to_usual: Option<Line>,
) -> Unit {
    Unit {
        name,
        ucum,
        min,
        max,
        to_usual,
    }
}

/// The unit that a number is usually given in.
const fn usual(name: &'static str, ucum: &'static str, range: (i64, i64)) -> Unit {
    unit(name, ucum, range, Some(Line::SAME))
}

/// A unit of which one is so many of the usual: 1 mg/dL is 10 mg/L.
const fn times(name: &'static str, ucum: &'static str, range: (i64, i64), times: f64) -> Unit {
    unit(name, ucum, range, Some(Line { times, plus: 0.0 }))
}

impl What {
    /// The units in which it is given, the usual one first; none for what has a name of its own alone, which may have any, and for
    /// what is told in words.
    pub fn units(self) -> &'static [Unit] {
        match self {
            Self::Temperature => {
                const FAHRENHEIT: Line = Line {
                    times: 5.0 / 9.0,
                    plus: -160.0 / 9.0,
                };
                const {
                    &[
                        usual("°C", "Cel", (25, 45)),
                        unit("°F", "[degF]", (77, 113), Some(FAHRENHEIT)),
                    ]
                }
            }
            Self::ResidualUrine => const { &[usual("mL", "mL", (0, 5000))] },
            Self::Breaths => const { &[usual("/min", "/min", (0, 80))] },
            Self::Crp => {
                const {
                    &[
                        usual("mg/L", "mg/L", (0, 6000)),
                        times("mg/dL", "mg/dL", (0, 600), 10.0),
                    ]
                }
            }
            Self::Esr => const { &[usual("mm/h", "mm/h", (0, 200))] },
            Self::WhiteCells | Self::Neutrophils => {
                const {
                    &[
                        usual("10^9/L", "10*9/L", (0, 1000)),
                        times("10^3/\u{b5}L", "10*3/uL", (0, 1000), 1.0),
                        times("/\u{b5}L", "/uL", (0, 1_000_000), 0.001),
                    ]
                }
            }
            Self::Haemoglobin => {
                const {
                    &[
                        usual("g/L", "g/L", (20, 250)),
                        times("g/dL", "g/dL", (2, 25), 10.0),
                        times("mmol/L", "mmol/L", (1, 16), 16.1145),
                    ]
                }
            }
            Self::Platelets => {
                const {
                    &[
                        usual("10^9/L", "10*9/L", (0, 5000)),
                        times("10^3/\u{b5}L", "10*3/uL", (0, 5000), 1.0),
                    ]
                }
            }
            Self::Inr => const { &[usual("", "{INR}", (0, 20))] },
            Self::Creatinine => {
                const {
                    &[
                        usual("\u{b5}mol/L", "umol/L", (5, 3000)),
                        times("mg/dL", "mg/dL", (0, 35), 88.4),
                    ]
                }
            }
            // The second is not standardised to a body surface and is another number.
            Self::Egfr => {
                const {
                    &[
                        usual("mL/min/1.73 m²", "mL/min/{1.73_m2}", (0, 250)),
                        unit("mL/min", "mL/min", (0, 250), None),
                    ]
                }
            }
            Self::Hba1c => {
                const NGSP: Line = Line {
                    times: 1.0 / 0.09148,
                    plus: -2.152 / 0.09148,
                };
                const {
                    &[
                        usual("mmol/mol", "mmol/mol", (5, 250)),
                        unit("%", "%", (2, 25), Some(NGSP)),
                    ]
                }
            }
            Self::Glucose => {
                const {
                    &[
                        usual("mmol/L", "mmol/L", (0, 110)),
                        times("mg/dL", "mg/dL", (0, 2000), 1.0 / 18.016),
                    ]
                }
            }
            Self::VitaminD => {
                const {
                    &[
                        usual("nmol/L", "nmol/L", (0, 1000)),
                        times("ng/mL", "ng/mL", (0, 400), 2.496),
                    ]
                }
            }
            Self::Psa => {
                const {
                    &[
                        usual("\u{b5}g/L", "ug/L", (0, 20_000)),
                        times("ng/mL", "ng/mL", (0, 20_000), 1.0),
                    ]
                }
            }
            Self::Weight => {
                const {
                    &[
                        usual("kg", "kg", (1, 600)),
                        times("lb", "[lb_av]", (2, 1300), 0.453_592_37),
                    ]
                }
            }
            Self::Height => {
                const {
                    &[
                        usual("cm", "cm", (30, 260)),
                        times("m", "m", (0, 3), 100.0),
                        times("in", "[in_i]", (12, 102), 2.54),
                    ]
                }
            }
            Self::BloodCulture | Self::Electrophoresis | Self::Other | Self::Finding => &[],
        }
    }

    /// The unit of this name, also as it is typed: "mg/l", "x10*9/L", "umol/L".
    pub fn unit(self, typed: &str) -> Option<&'static Unit> {
        let units = self.units();
        let exact = units.iter().find(|one| one.name == typed);
        exact.or_else(|| {
            let typed = folded(typed);
            let same = |one: &&Unit| folded(one.name) == typed || folded(one.ucum) == typed;
            let also = || {
                ALSO.iter()
                    .find(|(known, _)| *known == typed)
                    .map(|(_, name)| *name)
            };
            units
                .iter()
                .find(same)
                .or_else(|| units.iter().find(|one| also() == Some(one.name)))
        })
    }
}

/// Spellings that are more than capitals and signs, folded, with the name that they mean.
const ALSO: [(&str, &str); 19] = [
    ("celsius", "°C"),
    ("fahrenheit", "°F"),
    ("breaths/min", "/min"),
    ("mm", "mm/h"),
    ("mm/hr", "mm/h"),
    ("mm/1h", "mm/h"),
    ("g/l", "10^9/L"),
    ("gpt/l", "10^9/L"),
    ("/nl", "10^9/L"),
    ("k/ul", "10^3/\u{b5}L"),
    ("/mm3", "/\u{b5}L"),
    ("cells/ul", "/\u{b5}L"),
    ("g%", "g/dL"),
    ("ml/min/1.73", "mL/min/1.73 m²"),
    ("kgs", "kg"),
    ("lbs", "lb"),
    ("pounds", "lb"),
    ("inches", "in"),
    ("inr", ""),
];

/// A unit without what is spelt in many ways: capitals, spaces, signs of power and multiplication, the three letters for a
/// millionth.
fn folded(unit: &str) -> String {
    unit.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '^' | '*' | '×' | '°' | '[' | ']' | '{' | '}' | '_'))
        .map(|c| match c {
            '\u{b5}' | '\u{3bc}' => 'u',
            '²' => '2',
            '³' => '3',
            '⁹' => '9',
            ',' => '.',
            other => other.to_ascii_lowercase(),
        })
        .collect::<String>()
        .trim_start_matches('x')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(What::Crp, "MG/L", Some("mg/L"))]
    #[case(What::Crp, "mg/dl", Some("mg/dL"))]
    #[case(What::Crp, "g/L", None)]
    #[case(What::Creatinine, "umol/l", Some("\u{b5}mol/L"))]
    #[case(What::Creatinine, "\u{3bc}mol/L", Some("\u{b5}mol/L"))]
    #[case(What::WhiteCells, "x10*9/L", Some("10^9/L"))]
    #[case(What::WhiteCells, "G/l", Some("10^9/L"))]
    #[case(What::Haemoglobin, "g/l", Some("g/L"))]
    #[case(What::Platelets, "K/uL", Some("10^3/\u{b5}L"))]
    #[case(What::Egfr, "mL/min/1.73m2", Some("mL/min/1.73 m²"))]
    #[case(What::Temperature, "C", Some("°C"))]
    #[case(What::Weight, "lbs", Some("lb"))]
    #[case(What::Inr, "", Some(""))]
    #[case(What::Esr, "", None)]
    fn a_unit_is_known_by_its_spellings_and_only_where_it_can_be_meant(
        #[case] what: What,
        #[case] typed: &str,
        #[case] name: Option<&str>,
    ) {
        assert_eq!(what.unit(typed).map(|one| one.name), name);
    }

    #[test]
    fn no_two_units_of_a_kind_are_spelt_alike_and_the_usual_one_is_itself() {
        for what in What::ALL {
            for (at, one) in what.units().iter().enumerate() {
                assert!(one.min < one.max && !one.ucum.is_empty(), "{what:?} {}", one.name);
                assert!(at > 0 || one.to_usual == Some(Line::SAME), "{what:?}");
                let alike = what
                    .units()
                    .iter()
                    .filter(|other| folded(other.name) == folded(one.name));
                assert_eq!(alike.count(), 1, "{what:?} {}", one.name);
                assert_eq!(what.unit(one.ucum), Some(one), "{what:?} {}", one.ucum);
            }
        }
    }
}
