//! What can be wrong with what was typed: a closed list with data and no prose. Words come from the message tree.

use crate::value::misread::MedicineProblem;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// A value that must be given is not there.
    #[error("this has to be filled in")]
    Required,
    /// Longer than the limit, in characters.
    #[error("too long: at most {limit} characters")]
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// Holds a character that text can't hold (NUL or another control character).
    #[error("holds a control character")]
    ControlCharacter,
    /// Not a date in any form that is understood.
    #[error(
        "`{text}` is not a date that Lamina understands; try 3 May 2019, May 2019, summer 2019, 2019, about 2019, \
         before 2019, between 2004 and 2008, age 38, or 2 months after operation 1"
    )]
    NotADate {
        /// What was typed.
        text: String,
    },
    /// Names a day that the calendar does not have.
    #[error("there is no such day")]
    NoSuchDay,
    /// A month or a year where a day is needed.
    #[error("give the day, such as 3 May 2019")]
    DayNeeded,
    /// A year in two digits could be two years.
    #[error("write the year with four digits")]
    TwoDigitYear,
    /// A winter named by one year could be two winters.
    #[error("a winter belongs to two years; write {one} or {other}")]
    TwoWinters {
        /// The winter that ends in that year.
        one: String,
        /// The winter that begins in it.
        other: String,
    },
    /// Later than now, where only the past makes sense.
    #[error("this lies in the future")]
    InFuture,
    /// Earlier than the patient's birth.
    #[error("this lies before the birth date")]
    BeforeBirth,
    /// Outside the years that a record can hold (1850 to ten years ahead).
    #[error("the year is outside 1850 to ten years from now")]
    YearOutOfRange,
    /// Points to an operation or treatment that is not in the record.
    #[error("there is no {what} {number} in this record")]
    NoSuchAnchor {
        /// `operation` or `treatment`.
        what: String,
        /// The number that was typed.
        number: u32,
    },
    /// The time of this fact is counted, over others or at once, from itself.
    #[error("the times count in a circle: {chain}; give one of them a date, or write unknown")]
    CircularTimes {
        /// The circle: "operation 1 from operation 2 from operation 1".
        chain: String,
    },
    /// Other entries count their time from this one, so it can't be taken back before they are changed.
    #[error("{count} other entries count their time from this one")]
    NamedByOthers {
        /// How many.
        count: u32,
    },
    /// The walking diary has this bout already, or has a rest day where a bout is, or the other way round.
    #[error("the diary has an entry for this bout or a rest day on this day already")]
    SameBout,
    /// A baseline is three comfortable bouts on different days, at least one of them a bad day and one not.
    #[error(
        "a baseline is at least three bouts on different days, one of them on a bad day and one on another"
    )]
    BaselineIncomplete,
    /// Not a time of day.
    #[error("`{text}` is not a time; try 10:30")]
    NotATime {
        /// What was typed.
        text: String,
    },
    /// The gate of the walking programme does not let it start.
    #[error("walking can't start or go on yet: {why}")]
    NotClear {
        /// What is open, as a sentence.
        why: String,
    },
    /// The last walking plan has not ended.
    #[error("the last plan has not ended; end it first")]
    PlanNotEnded,
    /// The first quota of a plan that has started stays, so that past weeks keep what was planned for them.
    #[error("the plan has started; change the quota from a day on, so that earlier weeks keep theirs")]
    QuotaRuns,
    /// This can't happen to a plan as it stands.
    #[error("this does not fit the plan as it stands")]
    PlanState,
    /// A pause is not taken back.
    #[error("a pause is not taken back or changed; a clinician reopens the plan")]
    PauseStays,
    /// A date in numbers alone, in which either may be the day, where no clinic's order tells which.
    #[error("this can be {one} or {other}; write the year first, as in 2019-05-03, or the month in letters")]
    DayOrMonth {
        /// With the day first.
        one: String,
        /// With the month first.
        other: String,
    },
    /// Not a span of time that is understood.
    #[error("`{text}` is not a length of time; try 6 weeks or 3 months")]
    NotAnInterval {
        /// What was typed.
        text: String,
    },
    /// Not a level of the spine.
    #[error("`{text}` is not a level; try L4-S1, C5/6, L3, L2-pelvis, L5 root or 3 levels")]
    NotALevel {
        /// The part that was not understood.
        text: String,
    },
    /// The range runs upwards.
    #[error("levels run from the upper to the lower one: {right}")]
    LevelsReversed {
        /// The same levels in the right order.
        right: String,
    },
    /// A disc or joint lies between neighbours only.
    #[error("a disc lies between neighbouring vertebrae; {text} spans {segments} segments")]
    NotNeighbours {
        /// What was typed.
        text: String,
        /// How many segments it spans.
        segments: usize,
    },
    /// A side among the levels, where the side has a field of its own.
    #[error("`{side}` is a side, which has a field of its own; write the levels alone: {levels}")]
    SideInLevels {
        /// The levels without it, in their normal form.
        levels: String,
        /// The word for the side.
        side: String,
    },
    /// Levels that can be read in two ways.
    #[error("`{text}` can mean two things; write {one} or {other}")]
    LevelsUnclear {
        /// What was typed.
        text: String,
        /// One reading.
        one: String,
        /// The other.
        other: String,
    },
    /// A number of levels beside as many others that are named.
    #[error("{said} levels are said and {named} are named")]
    LevelCount {
        /// The number said.
        said: usize,
        /// How many are named.
        named: usize,
    },
    /// The side is missing where the fact has no meaning without it.
    #[error("say which side")]
    SideNeeded,
    /// A number outside its range.
    #[error("must lie between {min} and {max}")]
    OutOfRange {
        /// The lowest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        min: i64,
        /// The highest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max: i64,
    },
    /// A figure that is nothing, or larger than what it is measured on.
    #[error("must be above 0 and at most {max}")]
    NotAboveZero {
        /// The highest value allowed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max: i64,
    },
    /// A window around a point in time that reaches past its neighbours.
    #[error("can begin at most {early} days before and end at most {late} days after")]
    WindowTooWide {
        /// The most days before.
        early: u32,
        /// The most days after.
        late: u32,
    },
    /// Two figures or lengths of time of which the first has to be the smaller one.
    #[error("the first has to be the smaller one")]
    FirstNotSmaller,
    /// A number was expected.
    #[error("`{text}` is not a number")]
    NotANumber {
        /// What was typed.
        text: String,
    },
    /// Not a grade of muscle power.
    #[error("`{text}` is not a grade of muscle power; try 0, 1, 2, 3, 4-, 4, 4+, 5 or NT")]
    NotAGrade {
        /// What was typed.
        text: String,
    },
    /// Percent of the baseline on a scale that has no true zero.
    #[error("this scale has no true zero, so only points can be set")]
    NoPercent,
    /// Only whole numbers are answers here.
    #[error("only whole numbers are possible")]
    NotWhole,
    /// Relief and worsening at once.
    #[error("relief and worsening exclude each other")]
    ReliefAndWorse,
    /// Pain now with a time that it looks back on.
    #[error("pain now looks back on no time; leave the period out or choose average, worst or least")]
    PeriodOfNow,
    /// The end lies before the start.
    #[error("the end lies before the start")]
    EndBeforeStart,
    /// A response before the treatment that it is told of.
    #[error("the response lies before the start of the treatment")]
    ResponseBeforeStart,
    /// A line that is not understood as a medicine.
    #[error("{why}")]
    NotAMedicine {
        /// Why not.
        why: MedicineProblem,
    },
    /// A treatment is said to go on and to have ended.
    #[error("it can't go on and have ended; take the reason back, or say that it has ended")]
    RunningAndEnded,
    /// A medicine in a treatment of another kind.
    #[error("a medicine belongs to a treatment of the kind medicine")]
    MedicineOfOtherKind,
}
