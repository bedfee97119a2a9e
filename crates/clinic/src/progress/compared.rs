//! One score set beside an earlier one of the same measure: whether the two may be compared, and the change in words.

use super::lines::DatedScore;
use crate::words::{self, joined};
use lamina_api::progress::{Direction, Verdict, Way};
use lamina_domain::{
    Measure,
    change::{self, Comparison, Reach, TakenScore, Thresholds, compare},
    instrument::Instrument,
    score::Key,
};

/// A measure as the rules of change know it; nothing for a free measure.
pub(crate) fn taken(measure: &Measure) -> Option<TakenScore<'_>> {
    let asked = match measure.key() {
        Key::Nrs(asked) => Some(asked),
        _ => None,
    };
    Some(TakenScore {
        instrument: measure.instrument()?,
        edition: measure.edition(),
        asked,
        value: measure.value(),
    })
}

/// How a score compares with an earlier one of the same measure; nothing where the two can't be compared.
pub(super) fn compared<'a>(
    first: &DatedScore<'a>,
    last: &DatedScore<'a>,
    thresholds: &Thresholds,
) -> Option<(Comparison, &'a Instrument)> {
    if first.score.measure.key() != last.score.measure.key() {
        return None;
    }
    let (from, to) = (taken(&first.score.measure)?, taken(&last.score.measure)?);
    let comparison = compare(from, to, thresholds).ok()?;
    Some((comparison, from.instrument))
}

/// How a score compares with an earlier one, in words without the two numbers: "16 points better, more than …".
pub(crate) fn change_words(
    first: &DatedScore<'_>,
    last: &DatedScore<'_>,
    thresholds: &Thresholds,
) -> Option<String> {
    if !first.surely_before(last) && !last.surely_before(first) {
        return None;
    }
    let (comparison, instrument) = compared(first, last, thresholds)?;
    Some(words::change::change(&comparison, instrument))
}

/// Which way it went, and whether by as much as matters. For the better that takes every figure and more than error of
/// measurement, for the worse the smallest figure.
pub(super) fn judged(comparison: &Comparison) -> (Direction, bool) {
    match (comparison.direction, comparison.reach()) {
        (change::Direction::Same, _) => (Direction::Same, false),
        (_, Reach::NotEstablished) => (Direction::None, false),
        (change::Direction::Better, Reach::Between) => (Direction::None, false),
        (change::Direction::Better, reach) => (
            Direction::Better,
            reach == Reach::Reached && !comparison.may_be_error(),
        ),
        (change::Direction::Worse, reach) => (Direction::Worse, reach != Reach::Below),
    }
}

/// Which way the number itself went.
pub(super) fn way(comparison: &Comparison) -> Way {
    match comparison.now.total_cmp(&comparison.baseline) {
        std::cmp::Ordering::Greater => Way::Up,
        std::cmp::Ordering::Less => Way::Down,
        std::cmp::Ordering::Equal => Way::Level,
    }
}

/// What became of a measure from one score to a later one, in words without the two; nothing where they can't be compared.
pub(crate) fn between(
    first: &DatedScore<'_>,
    last: &DatedScore<'_>,
    thresholds: &Thresholds,
) -> Option<Verdict> {
    let (comparison, instrument) = compared(first, last, thresholds)?;
    let relief = words::change::response(&comparison, instrument, thresholds.responders());
    let (direction, important) = judged(&comparison);
    Some(Verdict {
        text: joined(
            [Some(words::change::change(&comparison, instrument)), relief],
            "; ",
        )?,
        direction,
        important,
        way: way(&comparison),
    })
}
