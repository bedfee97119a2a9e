//! Points of a follow-up schedule in words.

use super::{say, say_with};

/// "6_weeks" is "6 weeks", "year_2" is "Yearly visit 2".
pub(crate) fn point_words(id: &str) -> String {
    match id {
        "same_day" => say!("follow-up-same-day"),
        "review" => say!("follow-up-review"),
        "end" => say!("follow-up-end"),
        _ => match numbered(id) {
            Some(("day", number)) => say_with!("follow-up-day", [("number", number.into())]),
            Some(("week", number)) => say_with!("follow-up-week", [("number", number.into())]),
            Some(("year", number)) => say_with!("follow-up-year", [("number", number.into())]),
            _ => id.replace('_', " "),
        },
    }
}

/// The name and number of a point that comes again and again: "week_3"; nothing for one of the fixed points.
pub(crate) fn numbered(id: &str) -> Option<(&str, &str)> {
    id.split_once('_')
        .filter(|(name, _)| matches!(*name, "day" | "week" | "year"))
}
