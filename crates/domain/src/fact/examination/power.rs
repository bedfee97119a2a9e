//! Muscle power on the MRC scale: an ordinal grade, never a number to add or average. Not tested is no grade and
//! has no place in the order.
//!
//! Sources: Medical Research Council grading; key muscles of the International Standards for Neurological
//! Classification of Spinal Cord Injury (L5 is the great-toe extensor).

use crate::value::{
    date::PartialDate,
    issue::{Issue, Problem},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt, str::FromStr};

/// A grade, in ascending order: 4- lies below 4, and 4 below 4+.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Grade 0: no contraction.
    Zero,
    /// Grade 1: a flicker of contraction.
    One,
    /// Movement with gravity eliminated.
    Two,
    /// Grade 3: movement against gravity.
    Three,
    /// Grade 4-: movement against slight resistance.
    FourMinus,
    /// Grade 4: movement against some resistance.
    Four,
    /// Grade 4+: movement against strong resistance.
    FourPlus,
    /// Grade 5: normal power, and no finding.
    Five,
}

const GRADES: [(Grade, &str); 8] = [
    (Grade::Zero, "0"),
    (Grade::One, "1"),
    (Grade::Two, "2"),
    (Grade::Three, "3"),
    (Grade::FourMinus, "4-"),
    (Grade::Four, "4"),
    (Grade::FourPlus, "4+"),
    (Grade::Five, "5"),
];

impl Grade {
    /// The place on the scale, 0 to 7; for counting steps only.
    fn place(self) -> usize {
        GRADES.iter().position(|(grade, _)| *grade == self).unwrap_or(0)
    }

    /// How many steps `later` lies below this grade; 0 where it does not.
    pub fn steps_down_to(self, later: Grade) -> usize {
        self.place().saturating_sub(later.place())
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(GRADES.get(self.place()).map_or("", |(_, text)| text))
    }
}

/// What an examination says of one muscle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Power {
    /// Tested, with its grade.
    Graded(Grade),
    /// Not tested; that is not grade 0.
    NotTested,
}

impl Power {
    /// The grade, where it was tested.
    pub fn grade(self) -> Option<Grade> {
        match self {
            Power::Graded(grade) => Some(grade),
            Power::NotTested => None,
        }
    }
}

impl PartialOrd for Power {
    /// Only tested grades have an order.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Power::NotTested, Power::NotTested) => Some(Ordering::Equal),
            _ => Some(self.grade()?.cmp(&other.grade()?)),
        }
    }
}

impl fmt::Display for Power {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Power::Graded(grade) => write!(f, "{grade}"),
            Power::NotTested => f.write_str("NT"),
        }
    }
}

impl FromStr for Power {
    type Err = Problem;

    /// Reads the eight grades and "NT", with a minus of any kind. "4.5" and "3+" are not on the scale.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let plain = text.trim().replace(['–', '−'], "-").to_uppercase();
        if plain == "NT" {
            return Ok(Power::NotTested);
        }
        GRADES
            .iter()
            .find(|(_, name)| *name == plain)
            .map(|(grade, _)| Power::Graded(*grade))
            .ok_or(Problem::NotAGrade {
                text: text.trim().to_owned(),
            })
    }
}

impl TryFrom<String> for Power {
    type Error = Problem;
    fn try_from(raw: String) -> Result<Self, Problem> {
        raw.parse()
    }
}

impl From<Power> for String {
    fn from(power: Power) -> String {
        power.to_string()
    }
}

/// The ten key muscles, named by their root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum KeyMuscle {
    /// The elbow flexors, which bend the arm.
    C5,
    /// The wrist extensors, which lift the hand.
    C6,
    /// The elbow extensors, which straighten the arm.
    C7,
    /// The finger flexors, which bend the last joint of the fingers.
    C8,
    /// The finger abductors, which spread the fingers.
    T1,
    /// The hip flexors, which lift the thigh.
    L2,
    /// The knee extensors, which straighten the leg.
    L3,
    /// The ankle dorsiflexors, which lift the foot.
    L4,
    /// The great-toe extensor, which lifts the big toe.
    L5,
    /// The ankle plantar flexors, which push the foot down.
    S1,
}

impl KeyMuscle {
    /// Every key muscle from the neck down.
    pub const ALL: [KeyMuscle; 10] = [
        KeyMuscle::C5,
        KeyMuscle::C6,
        KeyMuscle::C7,
        KeyMuscle::C8,
        KeyMuscle::T1,
        KeyMuscle::L2,
        KeyMuscle::L3,
        KeyMuscle::L4,
        KeyMuscle::L5,
        KeyMuscle::S1,
    ];

    /// The word in which it is stored: its root.
    pub fn name(self) -> &'static str {
        match self {
            KeyMuscle::C5 => "c5",
            KeyMuscle::C6 => "c6",
            KeyMuscle::C7 => "c7",
            KeyMuscle::C8 => "c8",
            KeyMuscle::T1 => "t1",
            KeyMuscle::L2 => "l2",
            KeyMuscle::L3 => "l3",
            KeyMuscle::L4 => "l4",
            KeyMuscle::L5 => "l5",
            KeyMuscle::S1 => "s1",
        }
    }
}

/// The patient's side of a limb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LimbSide {
    /// The patient's left, not that of whoever looks on.
    Left,
    /// The patient's right, not that of whoever looks on.
    Right,
}

impl LimbSide {
    /// The word in which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            LimbSide::Left => "left",
            LimbSide::Right => "right",
        }
    }
}

/// The power of one muscle on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MuscleFinding {
    /// The key muscle that was tested.
    pub muscle: KeyMuscle,
    /// On which side of the patient.
    pub side: LimbSide,
    /// Its grade, or that it was not tested.
    pub power: Power,
    /// Said to be known, long-standing and unchanged: a grade below it is a change.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub known: bool,
}

impl MuscleFinding {
    /// The field in which it is typed: `l5_left`.
    pub fn field(&self) -> String {
        format!("{}_{}", self.muscle.name(), self.side.name())
    }
}

/// The places of `findings` that repeat the muscle and side of an earlier one.
pub fn repeated(findings: &[MuscleFinding]) -> impl Iterator<Item = usize> {
    let same =
        |one: &MuscleFinding, other: &MuscleFinding| (one.muscle, one.side) == (other.muscle, other.side);
    findings
        .iter()
        .enumerate()
        .filter(move |(place, one)| findings.iter().take(*place).any(|other| same(one, other)))
        .map(|(place, _)| place)
}

/// Muscle power as examined on a day, or on what is known of it. No muscle of a side stands in it twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawExam", into = "RawExam")]
pub struct PowerExam {
    on: PartialDate,
    recorded: DateTime<Utc>,
    findings: Vec<MuscleFinding>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExam {
    on: PartialDate,
    recorded: DateTime<Utc>,
    findings: Vec<MuscleFinding>,
}

impl PowerExam {
    /// An examination on `on`, put into the record at `recorded`.
    ///
    /// # Errors
    /// An issue at the finding that repeats the muscle and side of an earlier one.
    pub fn new(
        on: PartialDate,
        recorded: DateTime<Utc>,
        findings: Vec<MuscleFinding>,
    ) -> Result<Self, Issue> {
        if let Some(place) = repeated(&findings).next() {
            return Err(Issue::at(
                format!("findings.{place}.muscle"),
                Problem::OutOfRange { min: 1, max: 1 },
            ));
        }
        Ok(PowerExam {
            on,
            recorded,
            findings,
        })
    }

    /// The day of the examination, or what is known of it.
    pub fn on(&self) -> PartialDate {
        self.on
    }

    /// When it was put into the record.
    pub fn recorded(&self) -> DateTime<Utc> {
        self.recorded
    }

    /// What was found, each muscle of a side once.
    pub fn findings(&self) -> &[MuscleFinding] {
        &self.findings
    }
}

impl TryFrom<RawExam> for PowerExam {
    type Error = Problem;
    fn try_from(raw: RawExam) -> Result<Self, Problem> {
        PowerExam::new(raw.on, raw.recorded, raw.findings).map_err(|issue| issue.problem)
    }
}

impl From<PowerExam> for RawExam {
    fn from(exam: PowerExam) -> RawExam {
        RawExam {
            on: exam.on,
            recorded: exam.recorded,
            findings: exam.findings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn power(text: &str) -> Power {
        text.parse().unwrap()
    }

    #[test]
    fn trap_12_four_minus_lies_below_four_and_not_tested_is_not_zero() {
        let order = ["0", "1", "2", "3", "4-", "4", "4+", "5"].map(power);
        assert!(order.windows(2).all(|two| two[0] < two[1]));
        let not_tested = power("NT");
        assert_ne!(not_tested, power("0"));
        assert_eq!(not_tested.partial_cmp(&power("0")), None);
        assert_eq!(power("5").partial_cmp(&not_tested), None);
        assert_eq!(not_tested.grade(), None);
    }

    #[rstest]
    #[case("4.5")]
    #[case("3+")]
    #[case("6")]
    #[case("")]
    #[case("-1")]
    fn trap_12_what_is_not_on_the_scale_is_refused(#[case] text: &str) {
        assert!(text.parse::<Power>().is_err());
    }

    #[test]
    fn grades_read_back_as_themselves() {
        for text in ["0", "1", "2", "3", "4-", "4", "4+", "5", "NT"] {
            assert_eq!(power(text).to_string(), text);
        }
        assert_eq!(power("4−"), power("4-"), "a typographic minus is a minus");
        assert_eq!(power("nt"), Power::NotTested);
    }

    #[rstest]
    #[case("5", "4+", 1)]
    #[case("5", "3", 4)]
    #[case("4", "4", 0)]
    #[case("3", "5", 0)]
    fn steps_are_counted_downwards_only(#[case] from: &str, #[case] to: &str, #[case] steps: usize) {
        let grade = |text| power(text).grade().unwrap();
        assert_eq!(grade(from).steps_down_to(grade(to)), steps);
    }

    #[test]
    fn an_examination_holds_each_muscle_of_a_side_once() {
        let finding = |side| MuscleFinding {
            muscle: KeyMuscle::L5,
            side,
            power: power("4"),
            known: false,
        };
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        let exam = |findings| PowerExam::new(day.into(), DateTime::UNIX_EPOCH, findings);
        assert!(exam(vec![finding(LimbSide::Left), finding(LimbSide::Right)]).is_ok());
        let twice = exam(vec![finding(LimbSide::Left), finding(LimbSide::Left)]);
        assert_eq!(twice.unwrap_err().path, "findings.1.muscle");
        let json = r#"{"on":"2026-11-02","recorded":"2026-11-02T09:00:00Z","findings":[
            {"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"left","power":"5"}]}"#;
        assert!(serde_json::from_str::<PowerExam>(json).is_err());
    }
}
