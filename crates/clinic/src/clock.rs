//! The one place that reads the clock and makes ids; everywhere else both are arguments.

use chrono::NaiveDate;

/// Today in local time.
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// A day written as YYYY-MM-DD.
pub fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// Now, in microseconds since 1970-01-01 UTC.
pub(crate) fn now_us() -> i64 {
    chrono::Local::now().timestamp_micros()
}

/// A new id; ids made later sort later. One that is made while the clock stands before 1970 sorts before all others.
pub(crate) fn new_id() -> uuid::Uuid {
    id_at(now_us())
}

#[allow(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
fn id_at(now_us: i64) -> uuid::Uuid {
    if now_us < 0 {
        // No id of this form holds such a time.
        let first = uuid::Timestamp::from_unix(uuid::NoContext, 0, 0);
        return uuid::Uuid::new_v7(first);
    }
    uuid::Uuid::now_v7()
}

/// A time in microseconds since 1970-01-01 UTC as people read it, in local time: "25 Nov 2026, 14:03".
pub fn shown(at_us: i64) -> String {
    chrono::DateTime::from_timestamp_micros(at_us).map_or_else(String::new, |at| {
        at.with_timezone(&chrono::Local)
            .format("%-d %b %Y, %H:%M")
            .to_string()
    })
}

/// The day of a time in microseconds since 1970-01-01 UTC as people read it, in local time: "25 Nov 2026".
pub(crate) fn shown_day(at_us: i64) -> String {
    local(at_us).map_or_else(String::new, |at| at.format("%-d %b %Y").to_string())
}

/// A time in microseconds since 1970-01-01 UTC as it stands in the names of files, in local time: "20261125-140309".
pub(crate) fn in_names(at_us: i64) -> String {
    local(at_us).map_or_else(String::new, |at| at.format("%Y%m%d-%H%M%S").to_string())
}

/// A time in microseconds since 1970-01-01 UTC by the clock on the wall.
pub(crate) fn local(at_us: i64) -> Option<chrono::NaiveDateTime> {
    let at = chrono::DateTime::from_timestamp_micros(at_us)?;
    Some(at.with_timezone(&chrono::Local).naive_local())
}

/// The first microsecond of a day by the clock on the wall, since 1970-01-01 UTC.
pub(crate) fn start_of(day: NaiveDate) -> i64 {
    day.pred_opt().map_or(i64::MIN, |before| end_of(before) + 1)
}

/// The last microsecond of a day by the clock on the wall, since 1970-01-01 UTC.
pub(crate) fn end_of(day: NaiveDate) -> i64 {
    let next = day.succ_opt().unwrap_or(day).and_time(chrono::NaiveTime::MIN);
    let local = next.and_local_timezone(chrono::Local);
    // Where the clock is set at midnight, the later of the two; where midnight is left out, as if by UTC.
    let at = local
        .latest()
        .map_or_else(|| next.and_utc().timestamp_micros(), |at| at.timestamp_micros());
    at - 1
}

/// A time in microseconds since 1970-01-01 UTC for other programs: "2026-11-25T13:03:09Z".
pub fn exact(at_us: i64) -> String {
    chrono::DateTime::from_timestamp_micros(at_us)
        .map_or_else(String::new, |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_makes_ids_and_times_and_ends_nothing() {
        let (one, other) = (id_at(-1), id_at(i64::MIN));
        assert_ne!(one, other);
        assert!(one < id_at(now_us()) && other < new_id());
        assert!(shown(-86_400_000_000 * 3_650).contains("1960"));
        assert!(end_of(day("1960-01-03").unwrap()) < 0);
        let one = day("2026-11-25").unwrap();
        assert_eq!(
            start_of(one.succ_opt().unwrap()),
            end_of(one) + 1,
            "a day follows the other"
        );
        assert_eq!(local(start_of(one)).unwrap().date(), one);
        assert_eq!(local(end_of(one)).unwrap().date(), one);
        assert_eq!(exact(-1_000_000), "1969-12-31T23:59:59Z");
    }
}
