//! Two scores of one instrument, one of them the baseline.

use super::{Direction, Source, Thresholds};
use crate::{
    fact::score::RatingScope,
    value::instrument::{Better, ChangeUse, Importance, Instrument},
};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A score as it was taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TakenScore<'a> {
    /// The instrument it was taken with; two of different ones are not compared.
    pub instrument: &'a Instrument,
    /// The printed version or kind, where it is known.
    pub edition: Option<&'a str>,
    /// Where, on which side, and which pain over which time, where the instrument keeps them apart.
    pub asked: Option<RatingScope>,
    /// The score; `None` where there is none.
    pub value: Option<f64>,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhichScore"))]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// The score that the change is counted from.
    Baseline,
    /// The score that is compared with it.
    Now,
}

/// Why two scores are not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NotCompared"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Apart {
    /// Two instruments that are not forms of one family.
    Instruments {
        /// Name of the baseline's.
        baseline: String,
        /// Name of the later one's.
        now: String,
    },
    /// Two forms of one family, such as three and five levels.
    Forms {
        /// Name of the baseline's.
        baseline: String,
        /// Name of the later one's.
        now: String,
    },
    /// Two versions or kinds of one instrument.
    Editions {
        /// The baseline's, where it is known.
        baseline: Option<String>,
        /// The later one's, where it is known.
        now: Option<String>,
    },
    /// Two sites or two sides.
    Sites,
    /// Two kinds of rating, such as now and worst, or two periods.
    Kinds,
    /// The instrument does not measure change.
    NotForChange {
        /// Name of the instrument.
        name: String,
    },
    /// There is no score.
    NoScore {
        /// Which one lacks its value; the baseline where both do.
        which: Which,
    },
}

/// What a change is measured in where it is set against a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Points on the scale of the instrument.
    Points,
    /// Percent of the baseline.
    Percent,
}

/// How a change compares with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Than {
    /// The change is larger than the figure.
    More,
    /// Exactly as much as the figure, which reaches it.
    Equal,
    /// Less than the figure, which does not reach it.
    Less,
}

/// A change set against a figure, in either direction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Against {
    /// What kind of figure.
    pub criterion: Criterion,
    /// The figure itself, in points or percent as `criterion` says.
    pub amount: f64,
    /// How the change compares with it.
    pub than: Than,
    /// Where the figure comes from.
    pub source: Source,
}

impl Against {
    /// Whether the change reaches the figure.
    pub fn met(&self) -> bool {
        self.than != Than::Less
    }
}

/// A change from the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comparison {
    /// The score that the change is counted from.
    pub baseline: f64,
    /// The score that is compared with it, on the same scale.
    pub now: f64,
    /// Points; positive is better, whichever way the instrument runs.
    pub points: f64,
    /// Percent of the baseline, positive is better; `None` at a baseline of zero and where the scale has no true zero.
    pub percent: Option<f64>,
    /// Which way it went, as the sign of `points` tells too.
    pub direction: Direction,
    /// Against the points that matter: each published figure that is used, the smallest first. Empty where there is none.
    pub by_points: Vec<Against>,
    /// Against the percent that matter, where there are such and percent exists.
    pub by_percent: Option<Against>,
    /// Against the change that is more than measurement error, where it is published.
    pub reliable: Option<Against>,
    /// Better by at least the share that counts as moderate, 30 % unless the clinic set its own; `None` where percent does
    /// not exist.
    pub responder_moderate: Option<bool>,
    /// Better by at least the share that counts as substantial, 50 % unless the clinic set its own; `None` where percent
    /// does not exist.
    pub responder_substantial: Option<bool>,
}

/// How far a change reaches into the figures that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// How much matters is not established.
    NotEstablished,
    /// Less than every figure.
    Below,
    /// At least one figure and less than another: sources differ on whether it matters.
    Between,
    /// At least every figure.
    Reached,
}

impl Comparison {
    /// How far the change reaches: by points where there are such, else by percent. Where both are published, an improvement
    /// that reaches either matters; of getting worse only the points are published.
    pub fn reach(&self) -> Reach {
        if self.by_percent_alone().is_some() {
            return Reach::Reached;
        }
        let figures: Vec<&Against> = match self.by_points.as_slice() {
            [] => self.by_percent.iter().collect(),
            points => points.iter().collect(),
        };
        match (figures.len(), figures.iter().filter(|one| one.met()).count()) {
            (0, _) => Reach::NotEstablished,
            (_, 0) => Reach::Below,
            (all, met) if met < all => Reach::Between,
            _ => Reach::Reached,
        }
    }

    /// The percent of the baseline, where the improvement reaches it and none of the points beside it.
    pub fn by_percent_alone(&self) -> Option<&Against> {
        let below = !self.by_points.is_empty() && self.by_points.iter().all(|one| !one.met());
        self.by_percent
            .as_ref()
            .filter(|percent| below && self.direction == Direction::Better && percent.met())
    }

    /// The size of the change in tenths of a percent of the baseline, cut off and not rounded, so that it never looks like
    /// more than it is; nothing where there is no percent.
    pub fn tenths_of_percent(&self) -> Option<i64> {
        self.percent?;
        let (part, base) = (Milli::of(self.points).0.abs(), Milli::of(self.baseline).0);
        (part * 1000).checked_div(base)
    }

    /// Whether the change may be nothing but error of measurement, as far as that is published.
    pub fn may_be_error(&self) -> bool {
        self.direction != Direction::Same && self.reliable.as_ref().is_some_and(|against| !against.met())
    }
}

/// Compares a score with the baseline that was picked for it.
///
/// # Errors
/// Why the two are not compared.
pub fn compare(baseline: TakenScore<'_>, now: TakenScore<'_>, own: &Thresholds) -> Result<Comparison, Apart> {
    let instrument = baseline.instrument;
    alike(&baseline, &now)?;
    let missing = |which| Apart::NoScore { which };
    let from = baseline.value.ok_or(missing(Which::Baseline))?;
    let to = now.value.ok_or(missing(Which::Now))?;
    let (start, end) = (Milli::of(from), Milli::of(to));
    let better = if instrument.better == Better::Higher {
        end.0 - start.0
    } else {
        start.0 - end.0
    };
    let base = (instrument.change == ChangeUse::PointsAndPercent && start.0 > 0).then_some(start.0);
    let figures = figures(instrument, from, own);
    let points = figures.points.into_iter().map(|(amount, source)| Against {
        criterion: Criterion::Points,
        amount,
        than: than(better.abs().cmp(&Milli::of(amount).0)),
        source,
    });
    let by_points = points.collect();
    let by_percent = figures.percent.zip(base).map(|((amount, source), base)| Against {
        criterion: Criterion::Percent,
        amount,
        than: than(share(better.abs(), base, amount)),
        source,
    });
    let reliable = instrument.reliable.first().map(|reliable| Against {
        criterion: Criterion::Points,
        amount: reliable.points,
        than: than(better.abs().cmp(&Milli::of(reliable.points).0)),
        source: Source::published(&reliable.source),
    });
    let responder = |percent| base.map(|base| share(better, base, percent) != Ordering::Less);
    Ok(Comparison {
        baseline: from,
        now: to,
        points: Milli(better).value(),
        percent: base.map(|base| Milli(better).value() / Milli(base).value() * 100.0),
        direction: match better.cmp(&0) {
            Ordering::Greater => Direction::Better,
            Ordering::Equal => Direction::Same,
            Ordering::Less => Direction::Worse,
        },
        by_points,
        by_percent,
        reliable,
        responder_moderate: responder(own.responders().moderate),
        responder_substantial: responder(own.responders().substantial),
    })
}

fn alike(baseline: &TakenScore<'_>, now: &TakenScore<'_>) -> Result<(), Apart> {
    let (first, second) = (baseline.instrument, now.instrument);
    if first.id != second.id {
        let names = (first.name.clone(), second.name.clone());
        return Err(if first.family.is_some() && first.family == second.family {
            Apart::Forms {
                baseline: names.0,
                now: names.1,
            }
        } else {
            Apart::Instruments {
                baseline: names.0,
                now: names.1,
            }
        });
    }
    if first.change == ChangeUse::Nothing {
        return Err(Apart::NotForChange {
            name: first.name.clone(),
        });
    }
    if baseline.edition != now.edition {
        return Err(Apart::Editions {
            baseline: baseline.edition.map(str::to_owned),
            now: now.edition.map(str::to_owned),
        });
    }
    if baseline.asked != now.asked {
        let place = |taken: &TakenScore<'_>| taken.asked.map(|asked| (asked.site, asked.side));
        return Err(if place(baseline) == place(now) {
            Apart::Kinds
        } else {
            Apart::Sites
        });
    }
    Ok(())
}

/// The figures that matter, each with its source.
struct Figures {
    points: Vec<(f64, Source)>,
    percent: Option<(f64, Source)>,
}

fn figures(instrument: &Instrument, baseline: f64, thresholds: &Thresholds) -> Figures {
    if let Some(own) = thresholds.get(&instrument.id) {
        let sourced = |figure: f64| (figure, own.source());
        return Figures {
            points: own.points.map(sourced).into_iter().collect(),
            percent: own.percent.map(sourced),
        };
    }
    // A figure for high baselines goes before the general one; several of the same reach stand side by side.
    let holding = |figure: fn(&Importance) -> Option<f64>| {
        let holding = instrument.important.iter().filter(move |one| {
            one.used && figure(one).is_some() && one.baseline_above.is_none_or(|above| baseline > above)
        });
        let bound = |one: &Importance| one.baseline_above.unwrap_or(f64::NEG_INFINITY);
        let highest = holding.clone().map(bound).fold(f64::NEG_INFINITY, f64::max);
        let best = holding.filter(move |one| bound(one) >= highest);
        let mut found: Vec<(f64, Source)> = best
            .filter_map(|one| Some((figure(one)?, Source::published(&one.source))))
            .collect();
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        found
    };
    Figures {
        points: holding(|one| one.points),
        percent: holding(|one| one.percent).into_iter().next(),
    }
}

/// Thousandths, so that comparing is exact: scores have at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Milli(i64);

impl Milli {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast of a float saturates, and no score comes near the limit"
    )]
    fn of(value: f64) -> Self {
        Milli((value * 1000.0).round() as i64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "thousandths of a score are far below 2^53"
    )]
    fn value(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

/// How `part` of `base` compares with `percent`, without a division.
fn share(part: i64, base: i64, percent: f64) -> Ordering {
    let left = i128::from(part) * 100_000;
    let right = i128::from(base) * i128::from(Milli::of(percent).0);
    left.cmp(&right)
}

fn than(ordering: Ordering) -> Than {
    match ordering {
        Ordering::Greater => Than::More,
        Ordering::Equal => Than::Equal,
        Ordering::Less => Than::Less,
    }
}
