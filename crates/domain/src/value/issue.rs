//! What can be wrong with what was typed: a closed list with data and no prose. Words come from the message tree.

use crate::value::{coded::coded, misread::MedicineProblem};
use serde::{Deserialize, Serialize};

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Issue {
    /// The field, as a path from the fact: `levels`, `findings.0.levels`.
    pub path: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Issue {
    /// An issue at `path`.
    pub fn at(path: impl Into<String>, problem: Problem) -> Self {
        Issue {
            path: path.into(),
            problem,
        }
    }
}

/// Everything that parsing and checking can object to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// A value that must be given is not there.
    Required,
    /// Longer than the limit, in characters.
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// Holds a character that text can't hold (NUL or another control character).
    ControlCharacter,
    /// Not a date in any form that is understood.
    NotADate {
        /// What was typed in place of one.
        text: String,
    },
    /// Names a day that the calendar does not have.
    NoSuchDay,
    /// A month or a year where a day is needed.
    DayNeeded,
    /// A year in two digits could be two years.
    TwoDigitYear,
    /// A winter named by one year could be two winters.
    TwoWinters {
        /// The winter that ends in that year.
        one: String,
        /// The winter that begins in it.
        other: String,
    },
    /// Later than now, where only the past makes sense.
    InFuture,
    /// Earlier than the patient's birth.
    BeforeBirth,
    /// Outside the years that a record can hold (1850 to ten years ahead).
    YearOutOfRange,
    /// Points to an entry that is not in the record.
    NoSuchAnchor {
        /// `operation`, `treatment`, `imaging`: as the kind is called there.
        what: String,
        /// The number that was typed.
        number: u32,
    },
    /// Not a reference to another entry of the record.
    NotALink {
        /// What was typed in place of one.
        text: String,
    },
    /// Names an entry that no longer stands.
    EntryGone {
        /// `imaging`, `operation`: as the kind is called there.
        what: String,
    },
    /// The same entry is named a second time.
    NamedTwice,
    /// Not of the form of a code of ICD-10-CM.
    NotIcd10Cm {
        /// What was typed in place of one.
        text: String,
    },
    /// The heading of more exact codes, which is not coded itself.
    CodeNotWhole {
        /// The heading as a code is written.
        typed: String,
        /// More exact codes, the first few.
        instead: Vec<String>,
    },
    /// A code whose chapter asks for a seventh character, without a right one.
    SeventhMissing {
        /// The code without it, or with a wrong one.
        typed: String,
        /// The same for a first treatment.
        instead: String,
    },
    /// The time of this fact is counted, over others or at once, from itself.
    CircularTimes {
        /// The circle: "operation 1 from operation 2 from operation 1".
        chain: String,
    },
    /// Other entries count their time from this one or name it, so it can't be taken back before they are changed.
    NamedByOthers {
        /// How many entries do so.
        count: u32,
    },
    /// The walking diary has this bout already, or has a rest day where a bout is, or the other way round.
    SameBout,
    /// The diary of this trial has this day already.
    SameDay,
    /// No medicine was changed, and a change is told.
    ChangedAndNot,
    /// A baseline is three comfortable bouts on different days, at least one of them a bad day and one not.
    BaselineIncomplete,
    /// Not a time of day.
    NotATime {
        /// What was typed in place of one.
        text: String,
    },
    /// The gate of the walking programme does not let it start.
    NotClear {
        /// What is open, as a sentence.
        why: String,
    },
    /// The last walking plan has not ended.
    PlanNotEnded,
    /// The first quota of a plan that has started stays, so that past weeks keep what was planned for them.
    QuotaRuns,
    /// This can't happen to a plan as it stands.
    PlanState,
    /// A pause is not taken back.
    PauseStays,
    /// A date in numbers alone, in which either may be the day, where no clinic's order tells which.
    DayOrMonth {
        /// With the day first.
        one: String,
        /// With the month first.
        other: String,
    },
    /// Not a span of time that is understood.
    NotAnInterval {
        /// What was typed in place of one.
        text: String,
    },
    /// Not a level of the spine.
    NotALevel {
        /// The part that was not understood.
        text: String,
    },
    /// The range runs upwards.
    LevelsReversed {
        /// The same levels in the right order.
        right: String,
    },
    /// A disc or joint lies between neighbours only.
    NotNeighbours {
        /// The level as it was typed.
        text: String,
        /// How many segments it spans.
        segments: usize,
    },
    /// A side among the levels, where the side has a field of its own.
    SideInLevels {
        /// The levels without it, in their normal form.
        levels: String,
        /// The word for the side.
        side: String,
    },
    /// Levels that can be read in two ways.
    LevelsUnclear {
        /// The part as it was typed.
        text: String,
        /// One reading in its normal form.
        one: String,
        /// The other reading in its normal form.
        other: String,
    },
    /// A number of levels beside as many others that are named.
    LevelCount {
        /// The number that was said.
        said: usize,
        /// How many are named.
        named: usize,
    },
    /// The side is missing where the fact has no meaning without it.
    SideNeeded,
    /// A number outside its range.
    OutOfRange {
        /// The lowest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        min: i64,
        /// The highest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max: i64,
    },
    /// A figure that is nothing, or larger than what it is measured on.
    NotAboveZero {
        /// The highest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max: i64,
    },
    /// A window around a point in time that reaches past its neighbours.
    WindowTooWide {
        /// The most days before.
        early: u32,
        /// The most days after.
        late: u32,
    },
    /// Two figures or lengths of time of which the first has to be the smaller one.
    FirstNotSmaller,
    /// A number was expected.
    NotANumber {
        /// What was typed in place of one.
        text: String,
    },
    /// Not a grade of muscle power.
    NotAGrade {
        /// What was typed in place of one.
        text: String,
    },
    /// Percent of the baseline on a scale that has no true zero.
    NoPercent,
    /// Only whole numbers are answers here.
    NotWhole,
    /// Relief and worsening at once.
    ReliefAndWorse,
    /// Pain now with a time that it looks back on.
    PeriodOfNow,
    /// The end lies before the start.
    EndBeforeStart,
    /// It began before an operation, and is said to be new after it.
    OnsetBeforeOperation {
        /// The number of that operation.
        number: u32,
    },
    /// It began after an operation, and is said to have been there before it.
    OnsetAfterOperation {
        /// The number of that operation.
        number: u32,
    },
    /// A fusion without two neighbouring vertebrae that it joins.
    FusionNeedsSegment,
    /// A further stage or a revision that lies before the operation that it names.
    BeforeItsOperation {
        /// Which operation it names.
        number: u32,
    },
    /// An operation is said to be a stage or a revision of itself, over others or at once.
    OfItself,
    /// A code was chosen for a line that holds several procedures.
    OneProcedureALine,
    /// A level that is no nerve root, where a dermatome is asked for.
    NotARoot {
        /// The level that was given.
        text: String,
    },
    /// Not a region of the body map.
    NotARegion {
        /// What was given in place of one.
        text: String,
    },
    /// Not a measured value that is known, or without a unit that it needs.
    NotAMeasurement {
        /// What was typed in place of one.
        text: String,
    },
    /// A nerve or muscle that is said to be normal or not tested, with a change that was seen in it.
    ChangedAndNormal,
    /// Not a number of minutes, and not "unlimited".
    NotMinutes {
        /// What was typed in place of them.
        text: String,
    },
    /// Not a distance with a unit of length that is known.
    NotADistance {
        /// What was typed in place of one.
        text: String,
    },
    /// A response before the treatment that it is told of.
    ResponseBeforeStart,
    /// A line that is not understood as a medicine.
    NotAMedicine {
        /// Why it is not understood.
        why: MedicineProblem,
    },
    /// Not a mass in a millilitre with its unit.
    NotAConcentration {
        /// What was typed in place of one.
        text: String,
    },
    /// Not a mass a day with its unit.
    NotADailyDose {
        /// What was typed in place of one.
        text: String,
    },
    /// A treatment is said to go on and to have ended.
    RunningAndEnded,
    /// A medicine in a treatment of another kind.
    MedicineOfOtherKind,
    /// Two things that exclude each other.
    DoNotGoTogether,
    /// What is told of an injection, in a treatment of another kind.
    InjectionOfOtherKind,
    /// What is told of a therapy, in a treatment of another kind.
    TherapyOfOtherKind,
    /// A change of dose names another medicine.
    OtherMedicine,
    /// Not the SHA-256 of a file as 64 hexadecimal digits in small letters.
    NotAContentHash,
    /// The file is not one that was chosen since the vault was opened.
    FileNotAtHand,
    /// The record has this very file already.
    FileInRecord,
    /// The file names another person than the record, and nobody said that it belongs here all the same.
    NamesAnotherPerson,
    /// More files than a record holds.
    TooManyFiles {
        /// The most of one record.
        most: usize,
    },
    /// More bytes of files than a vault holds.
    NoRoomForFiles {
        /// The most of a vault, in GiB.
        most: u32,
    },
}

coded!("problem": Problem);
