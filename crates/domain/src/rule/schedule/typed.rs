//! Windows and ages of a baseline as people type them, and as they are printed: two lengths of time beside each other.

use crate::value::{interval::Interval, issue::Problem};

/// How much earlier and how much later still counts, from "2 weeks before to 4 weeks after", "2 weeks / 4 weeks", or
/// "2 weeks" for both.
///
/// # Errors
/// Anything else than one or two lengths of time.
pub fn read_window(typed: &str) -> Result<(Interval, Interval), Problem> {
    match two(typed, &[" to ", "/", ";", ","])? {
        (first, Some(second)) => Ok((length(first, &["before"])?, length(second, &["after"])?)),
        (both, None) => {
            let both = length(both, &["before and after", "either side"])?;
            Ok((both, both))
        }
    }
}

/// A window as it is printed; [`read_window`] reads it.
pub fn window_words(early: Interval, late: Interval) -> String {
    format!("{early} before to {late} after")
}

/// How long a baseline is fresh and after how long it is stale, from "fresh for 4 weeks, stale after 2 months" or
/// "4 weeks / 2 months".
///
/// # Errors
/// Anything else than two lengths of time.
pub fn read_ages(typed: &str) -> Result<(Interval, Interval), Problem> {
    match two(typed, &["/", ";", ",", " and ", " to "])? {
        (first, Some(second)) => {
            let words = ["fresh for", "fresh", "stale after", "stale"];
            Ok((length(first, &words)?, length(second, &words)?))
        }
        (text, None) => Err(Problem::NotAnInterval {
            text: text.to_owned(),
        }),
    }
}

/// The ages of a baseline as they are printed; [`read_ages`] reads them.
pub fn ages_words(within: Interval, stale: Interval) -> String {
    format!("fresh for {within}, stale after {stale}")
}

fn two<'a>(typed: &'a str, between: &[&str]) -> Result<(&'a str, Option<&'a str>), Problem> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let split = between.iter().find_map(|sign| text.split_once(sign));
    Ok(split.map_or((text, None), |(first, second)| (first, Some(second))))
}

/// A length of time, with one of `words` before or after it or alone.
fn length(part: &str, words: &[&str]) -> Result<Interval, Problem> {
    let part = part.trim();
    let plain = words
        .iter()
        .find_map(|word| part.strip_suffix(word).or_else(|| part.strip_prefix(word)));
    plain.unwrap_or(part).parse()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2 weeks before to 4 weeks after", "2 weeks before to 4 weeks after")]
    #[case("2w/4w", "2 weeks before to 4 weeks after")]
    #[case("3 days, 1 week", "3 days before to 1 week after")]
    #[case("2 weeks", "2 weeks before to 2 weeks after")]
    #[case(" 2 weeks before and after ", "2 weeks before to 2 weeks after")]
    fn a_window_is_read_back_as_it_is_printed(#[case] typed: &str, #[case] shown: &str) {
        let (early, late) = read_window(typed).unwrap();
        assert_eq!(window_words(early, late), shown);
        assert_eq!(read_window(shown), Ok((early, late)));
    }

    #[rstest]
    #[case("4 weeks / 2 months")]
    #[case("fresh for 4 weeks, stale after 2 months")]
    #[case("4 weeks to 2 months")]
    fn ages_are_read_back_as_they_are_printed(#[case] typed: &str) {
        let (within, stale) = read_ages(typed).unwrap();
        assert_eq!(
            ages_words(within, stale),
            "fresh for 4 weeks, stale after 2 months"
        );
    }

    #[rstest]
    #[case("soon")]
    #[case("2")]
    #[case("2 weeks / 3 weeks / 4 weeks")]
    #[case("2 weeks after to 4 weeks before")]
    fn what_is_no_length_of_time_is_told(#[case] typed: &str) {
        assert!(matches!(read_window(typed), Err(Problem::NotAnInterval { .. })));
        assert!(read_ages(typed).is_err());
    }
}
