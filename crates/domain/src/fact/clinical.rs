//! What is particular to a noun and asked of every one: who said it, what is wrong with it, its times, its place in the order
//! of time and the words by which the patient is found. Each noun answers in its own file.

use super::kept::Kept;
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    link::Link,
    when::{Anchor, When},
};
use chrono::{DateTime, NaiveDate, Utc};

/// What every noun tells of itself.
pub trait Clinical: Clone + PartialEq {
    /// How another fact calls it that names one of its entries: "operation 1"; nothing where none may.
    const CALLED: Option<&'static str> = None;

    /// Who said it; nothing for what is the clinic's own: the person, the background, decisions and plans.
    fn told_by(&self) -> Option<ToldBy>;

    /// Everything wrong with it that no field alone shows, each with the path of its field.
    fn check(&self, context: &Context) -> Vec<Issue>;

    /// Every point in time in it that may be counted from another fact, with the name of its field.
    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)>;

    /// Every other fact that it names as a whole, with the path of its field.
    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        Vec::new()
    }

    /// Every reference to another fact, with the name of its field: what its times are counted from, and what it names itself.
    fn anchors_mut(&mut self) -> Vec<(&'static str, &mut Anchor)> {
        self.whens_mut()
            .into_iter()
            .filter_map(|(field, when)| Some((field, when.anchor_mut()?)))
            .collect()
    }

    /// Its place in the order of time among its kind.
    fn in_time(&self) -> InTime<'_>;

    /// Texts by which the patient is found.
    fn words(&self) -> Vec<String> {
        Vec::new()
    }

    /// When it was put into the record, for what says so itself because its order against other facts matters. It is filled
    /// when it is read from a vault.
    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        None
    }

    /// Fills in what its place in a document alone tells, before it is kept with all others at one time.
    fn settle(&mut self) {}

    /// Places in a list of facts that can't stand beside those before them, and why.
    fn crowded(_list: &[Kept<Self>]) -> Vec<(usize, Problem)> {
        Vec::new()
    }
}

/// Where a fact stands among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTime<'a> {
    /// By a time that was told; where that is not known, behind the one it was recorded after.
    Told(&'a When),
    /// By the day or moment that each of its kind bears.
    Bears(Moment),
    /// It has no time of its own and stays as it was recorded.
    AsRecorded,
}

impl InTime<'_> {
    /// By first and last day.
    pub fn on(span: (NaiveDate, NaiveDate)) -> Self {
        Self::Bears(Moment {
            days: Some(span),
            ..Moment::default()
        })
    }

    /// By its day, as one that has neither moment nor number.
    pub fn day(day: NaiveDate) -> Self {
        Self::on((day, day))
    }

    /// By its moment alone; without one it stands first.
    pub fn at(at: Option<DateTime<Utc>>) -> Self {
        Self::Bears(Moment {
            at,
            ..Moment::default()
        })
    }

    /// The day or moment that it bears.
    pub(crate) fn moment(&self) -> Option<Moment> {
        match self {
            Self::Bears(moment) => Some(*moment),
            _ => None,
        }
    }

    /// Among those of one day, by this moment.
    pub fn then(self, at: DateTime<Utc>) -> Self {
        match self {
            Self::Bears(moment) => Self::Bears(Moment {
                at: Some(at),
                ..moment
            }),
            other => other,
        }
    }

    /// Among those of one day, by this number; 0 stands first.
    pub fn numbered(self, number: u16) -> Self {
        match self {
            Self::Bears(moment) => Self::Bears(Moment { number, ..moment }),
            other => other,
        }
    }
}

impl Moment {
    /// The first day of it, where it bears one.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.days
            .map(|(from, _)| from)
            .or_else(|| self.at.map(|at| at.date_naive()))
    }

    /// The day of it, where it bears exactly one.
    pub(crate) fn one_day(&self) -> Option<NaiveDate> {
        match self.days {
            Some((from, to)) => (from == to).then_some(from),
            None => self.day(),
        }
    }
}

/// A day or moment to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Moment {
    days: Option<(NaiveDate, NaiveDate)>,
    at: Option<DateTime<Utc>>,
    number: u16,
}
