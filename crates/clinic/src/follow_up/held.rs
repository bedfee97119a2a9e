//! Up to which day holds what follow-up worked out, while nobody writes to the record.

use super::counted::CountedIndex;
use chrono::{NaiveDate, TimeDelta};
use std::collections::HashMap;
use uuid::Uuid;

/// The days on which a treatment that may have been given once is looked at anew: its begin and its end.
pub(super) fn days_of_standing(one: &CountedIndex) -> impl Iterator<Item = NaiveDate> {
    let times = [Some(one.index.when), one.index.ended];
    let asked = one.status_not_said;
    let spans = times.into_iter().flatten().filter_map(|when| when.span());
    spans.filter(move |_| asked).flat_map(|(from, to)| [from, to])
}

/// Notes that something may change on each of these days: what is known holds up to the day before the first that is still
/// to come.
pub(super) fn hold_until(
    until: &mut HashMap<Uuid, NaiveDate>,
    patient: Uuid,
    days: impl Iterator<Item = NaiveDate>,
    today: NaiveDate,
) {
    let next = days.filter(|day| *day > today).min();
    if let Some(last) = next.and_then(|next| next.pred_opt()) {
        let held = until.entry(patient).or_insert(last);
        *held = last.min(*held);
    }
}

/// The first day after `today` up to `last` on which something is true that, once true, stays so.
pub(super) fn first_day(
    today: NaiveDate,
    last: NaiveDate,
    is: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    // Nothing is called for that long; what goes on is never over.
    const FAR: i64 = 100 * 366;
    let mut low = 0;
    let mut high = (last - today).num_days().clamp(0, FAR);
    let day = |days: i64| today.checked_add_signed(TimeDelta::days(days));
    if !is(day(high)?) {
        return None;
    }
    while low + 1 < high {
        let middle = low.midpoint(high);
        if is(day(middle)?) {
            high = middle;
        } else {
            low = middle;
        }
    }
    day(high)
}
