//! Pain ratings: the number, and what was asked for: where, on which side, now or over which time.
//!
//! What was not said stays not said and is compared only with its like.

use crate::value::{
    instrument::Site,
    interval::{Interval, Length},
    issue::Problem,
    level::Side,
};
use serde::{Deserialize, Serialize};

/// A pain rating from 0 (none) to 10 (worst imaginable), whole numbers, higher is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Nrs(u8);

impl Nrs {
    /// The rating, from 0 to 10.
    pub fn rating(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Nrs {
    type Error = Problem;
    fn try_from(rating: i64) -> Result<Self, Problem> {
        let out = Problem::OutOfRange { min: 0, max: 10 };
        u8::try_from(rating)
            .ok()
            .filter(|value| *value <= 10)
            .map(Nrs)
            .ok_or(out)
    }
}

impl From<Nrs> for i64 {
    fn from(nrs: Nrs) -> i64 {
        nrs.0.into()
    }
}

/// Which pain was asked for (IMMPACT: ratings of different kinds answer different questions and are not compared).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PainKind {
    /// At the moment of asking; has no period.
    Now,
    /// On average over the period.
    Average,
    /// At its worst in the period.
    Worst,
    /// At its least in the period.
    Least,
}

/// What a pain rating asked for. Two ratings are compared only where all of it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RatingScope {
    /// Where the pain is that was rated.
    pub site: Site,
    /// Which side of the patient; `None` where it was not said.
    pub side: Option<Side>,
    /// Which pain; `None` where it was not said.
    pub kind: Option<PainKind>,
    /// The time looked back on, so that "1 week" is "7 days"; `None` where it was not said, and for pain now.
    pub period: Option<Length>,
}

impl RatingScope {
    /// What a rating asked for, with the period as it was given.
    pub fn of(site: Site, side: Option<Side>, kind: Option<PainKind>, period: Option<Interval>) -> Self {
        RatingScope {
            site,
            side,
            kind,
            period: period.map(Interval::length),
        }
    }

    /// Of one site alone, nothing else said.
    pub fn site(site: Site) -> Self {
        Self::of(site, None, None, None)
    }

    /// Whether both may be ratings of one pain although they can't be compared: what one says, the other leaves open or says
    /// too. Another period is another way of asking for the same.
    pub fn may_be(self, other: Self) -> bool {
        fn open<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        self.site == other.site && open(self.side, other.side) && open(self.kind, other.kind)
    }
}
