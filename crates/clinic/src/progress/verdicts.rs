//! What became of each measure between its first and its last dated score, in words that letter and screen share.
//!
//! Like is compared with like by the rules of [`lamina_domain::change`]. A verdict is about one person and says nothing
//! about why it went that way.

use super::Origin;
use crate::words::{joined, say_with};
use crate::{own_rules::OwnRules, record::Record, words};
use lamina_api::progress::{Direction, Verdict, Way};
use lamina_domain::{
    Measure, Score,
    change::{self, Comparison, Taken, Thresholds, compare},
    instrument::{Instrument, instrument},
    score::Key,
};

/// A measure as the rules of change know it; nothing for a free measure.
pub(crate) fn taken(measure: &Measure) -> Option<Taken<'_>> {
    match measure {
        Measure::Nrs { site, .. } => Some(Taken {
            instrument: instrument("nrs")?,
            edition: None,
            site: Some(*site),
            value: measure.value(),
        }),
        Measure::Odi { version, .. } => Some(Taken {
            instrument: instrument("odi")?,
            edition: version.as_ref().map(|version| version.as_str()),
            site: None,
            value: measure.value(),
        }),
        Measure::Instrument(administered) => Some(Taken {
            instrument: administered.instrument()?,
            edition: administered.scored().edition.as_deref(),
            site: None,
            value: measure.value(),
        }),
        Measure::Number { .. } => None,
    }
}

/// How a score compares with an earlier one of the same measure; nothing where the two can't be compared.
fn compared<'a>(
    first: &'a Score,
    last: &'a Score,
    thresholds: &Thresholds,
) -> Option<(Comparison, &'a Instrument)> {
    if first.measure.key() != last.measure.key() {
        return None;
    }
    let (from, to) = (taken(&first.measure)?, taken(&last.measure)?);
    let comparison = compare(from, to, thresholds).ok()?;
    Some((comparison, from.instrument))
}

/// How a score compares with an earlier one, in words without the two numbers: "16 points better, more than …".
pub(crate) fn change_words(first: &Score, last: &Score, thresholds: &Thresholds) -> Option<String> {
    if !surely_before(first, last) && !surely_before(last, first) {
        return None;
    }
    let (comparison, instrument) = compared(first, last, thresholds)?;
    let sentence = comparison.sentence(instrument);
    let (_, change) = sentence.split_once(": ")?;
    Some(change.to_owned())
}

/// The verdict of each measure of `record`, in the order in which the measures were first taken.
pub fn verdicts(record: &Record, rules: &OwnRules) -> Vec<Verdict> {
    verdicts_from(record, rules, &Origin::default())
}

/// As [`verdicts`], with change counted from the chosen score that is an earlier one of the measure.
pub(crate) fn verdicts_from(record: &Record, rules: &OwnRules, origin: &Origin<'_>) -> Vec<Verdict> {
    let mut by_measure: Vec<(Key<'_>, Vec<&Score>)> = Vec::new();
    for score in record.scores.iter().filter(|score| score.when.span().is_some()) {
        // A score without a number is no end of a line; a word is its own verdict.
        if score.measure.value().is_none() && word(&score.measure).is_none() {
            continue;
        }
        let key = score.measure.key();
        match by_measure.iter_mut().find(|(known, _)| *known == key) {
            Some((_, scores)) => scores.push(score),
            None => by_measure.push((key, vec![score])),
        }
    }
    by_measure
        .into_iter()
        .filter_map(|(_, scores)| verdict(scores, &rules.thresholds, origin))
        .collect()
}

/// The verdicts as sentences.
pub(crate) fn sentences(verdicts: &[Verdict]) -> Vec<String> {
    verdicts.iter().map(|verdict| verdict.text.clone()).collect()
}

fn verdict(mut scores: Vec<&Score>, thresholds: &Thresholds, origin: &Origin<'_>) -> Option<Verdict> {
    scores.sort_by_key(|score| score.when.span());
    let last = scores.last()?;
    if let Some(key) = word(&last.measure) {
        return Some(own_judgement(last, key));
    }
    let (_, earlier) = scores.split_last()?;
    let picked = earlier.iter().find(|score| origin.scores.contains(score));
    let first = picked.or(earlier.first())?;
    // "2024" may lie before or after "3 March 2024": which came first has to be known before a direction is told.
    if !surely_before(first, last) {
        return None;
    }
    let (comparison, instrument) = compared(first, last, thresholds)?;
    let name = words::measure(&first.measure);
    let relief = comparison.responder_words(instrument, thresholds.responders());
    let sentence = joined([Some(comparison.sentence(instrument)), relief], "; ").unwrap_or_default();
    let (direction, important) = judged(&comparison);
    let before = origin.before.as_ref().filter(|_| picked.is_some());
    Some(Verdict {
        text: say_with(
            if before.is_some() {
                "verdict-before"
            } else {
                "verdict-to"
            },
            [
                ("name", name.to_string().into()),
                (
                    "when",
                    before.cloned().unwrap_or_else(|| first.when.to_string()).into(),
                ),
                ("when-more", last.when.to_string().into()),
                ("sentence", sentence.to_string().into()),
            ],
        ),
        direction,
        important,
        way: match comparison.now.total_cmp(&comparison.baseline) {
            std::cmp::Ordering::Greater => Way::Up,
            std::cmp::Ordering::Less => Way::Down,
            std::cmp::Ordering::Equal => Way::Level,
        },
    })
}

/// Whether `first` was taken before `last`, whatever days their dates may mean.
pub(crate) fn surely_before(first: &Score, last: &Score) -> bool {
    match (first.when.span(), last.when.span()) {
        (Some((_, first)), Some((last, _))) => first < last,
        _ => false,
    }
}

fn judged(comparison: &Comparison) -> (Direction, bool) {
    let against = comparison.by_points.as_ref().or(comparison.by_percent.as_ref());
    let direction = match (comparison.direction, against) {
        (change::Direction::Same, _) => Direction::Same,
        (_, None) => Direction::None,
        (change::Direction::Better, _) => Direction::Better,
        (change::Direction::Worse, _) => Direction::Worse,
    };
    let moved = direction != Direction::Same;
    (direction, moved && against.is_some_and(change::Against::met))
}

/// The key of an answer that is kept as a word.
fn word(measure: &Measure) -> Option<&str> {
    match measure {
        Measure::Instrument(administered) => administered.scored().label.as_deref(),
        _ => None,
    }
}

/// The person's own judgement is a change already: much better and much worse are read as important.
fn own_judgement(score: &Score, key: &str) -> Verdict {
    let direction = match key {
        key if key.ends_with("better") => Direction::Better,
        key if key.ends_with("worse") => Direction::Worse,
        _ => Direction::Same,
    };
    Verdict {
        text: format!(
            "{}, {}: {}",
            words::measure(&score.measure),
            score.when,
            words::value(&score.measure).to_lowercase()
        ),
        direction,
        important: key.contains("much"),
        way: Way::Level,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::tests::record;

    fn of(scores: &str) -> Vec<(String, Direction, bool, Way)> {
        let list = verdicts(&record(scores), &OwnRules::default()).into_iter();
        list.map(|one| (one.text, one.direction, one.important, one.way))
            .collect()
    }

    fn two(id: &str, from: f64, to: f64) -> String {
        let one = |total: f64, year: u32| {
            format!(r#"{{"measure":"instrument","instrument":"{id}","total":{total},"when":"{year}"}}"#)
        };
        [one(from, 2023), one(to, 2024)].join(",")
    }

    #[test]
    fn the_verdict_says_points_and_what_matters() {
        let text = "ODI, 3 May 2024 to Nov 2024, 58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)";
        assert_eq!(
            of(crate::progress::tests::TWO),
            [(text.to_owned(), Direction::Better, true, Way::Down)]
        );
    }

    #[test]
    fn trap_07_each_instrument_has_its_own_better_way() {
        for (id, from, to, direction, way, words) in [
            ("eq-vas", 50.0, 70.0, Direction::None, Way::Up, "20 points better"),
            (
                "promis-physical-function",
                40.0,
                35.0,
                Direction::None,
                Way::Down,
                "5 points worse",
            ),
            ("6mwt", 400.0, 360.0, Direction::None, Way::Down, "40 m worse"),
            ("tug", 14.0, 12.0, Direction::Better, Way::Down, "2 s better"),
            ("5xsts", 12.0, 15.0, Direction::None, Way::Up, "3 s worse"),
            ("gad-7", 10.0, 16.0, Direction::Worse, Way::Up, "6 points worse"),
        ] {
            let verdict = of(&two(id, from, to)).remove(0);
            assert_eq!((verdict.1, verdict.3), (direction, way), "{id}");
            assert!(verdict.0.contains(words), "{}", verdict.0);
        }
    }

    #[test]
    fn change_is_counted_from_the_chosen_score_where_it_is_of_the_measure() {
        let one = |total: u32, when: &str| {
            format!(r#"{{"measure":"instrument","instrument":"gad-7","total":{total},"when":"{when}"}}"#)
        };
        let record = record(&[one(18, "2021"), one(14, "2022"), one(8, "2023")].join(","));
        let from = |at: usize| {
            let origin = Origin {
                scores: vec![&record.scores[at]],
                before: None,
            };
            verdicts_from(&record, &OwnRules::default(), &origin)
                .remove(0)
                .text
        };
        assert!(from(1).starts_with("GAD-7, 2022 to 2023, 14 to 8"), "{}", from(1));
        assert!(
            from(2).starts_with("GAD-7, 2021 to 2023, 18 to 8"),
            "the last is no baseline of itself"
        );
    }

    #[test]
    fn less_than_what_matters_is_not_important_and_one_point_is_one_point() {
        let verdict = of(&two("gad-7", 10.0, 9.0)).remove(0);
        assert_eq!((verdict.1, verdict.2), (Direction::Better, false));
        assert!(
            verdict.0.contains("1 point better, less than the 4"),
            "{}",
            verdict.0
        );
    }

    #[test]
    fn trap_28_a_verdict_names_its_source_and_no_cause() {
        for id in ["gad-7", "tug", "6mwt", "isi", "tsk-11"] {
            for (text, ..) in of(&two(id, 30.0_f64.min(20.0), 14.0)) {
                let sourced = text.contains('(') && text.contains("that matters");
                assert!(
                    sourced || text.contains("how much matters is not established"),
                    "{text}"
                );
                assert!(!text.contains("treatment") && !text.contains("work"), "{text}");
            }
        }
    }

    #[test]
    fn trap_18_no_direction_is_told_where_the_order_of_two_dates_is_not_known() {
        let of = |first: &str, last: &str| {
            let list = format!(
                r#"{{"measure":"odi","value":80,"when":"{first}"}},{{"measure":"odi","value":40,"when":"{last}"}}"#
            );
            verdicts(&record(&list), &OwnRules::default()).len()
        };
        assert_eq!(of("2024", "3 Mar 2024"), 0, "the year may mean November");
        assert_eq!(of("2023", "3 Mar 2024"), 1);
        assert_eq!(of("Feb 2024", "3 Mar 2024"), 1);
    }

    #[test]
    fn trap_05_scores_of_two_versions_have_no_verdict() {
        let list = r#"{"measure":"odi","value":58,"version":"1.0","when":"2023"},
            {"measure":"odi","value":42,"version":"2.1a","when":"2024"}"#;
        assert_eq!(of(list), []);
    }

    #[test]
    fn trap_01_a_score_without_a_number_is_no_end_of_a_line() {
        let blank = r#"{"measure":"instrument","instrument":"phq-2","answers":[1,null],"when":"2025"}"#;
        let list = [two("phq-2", 5.0, 2.0), blank.to_owned()].join(",");
        let verdict = of(&list).remove(0);
        assert!(
            verdict.0.starts_with("PHQ-2, 2023 to 2024, 5 to 2"),
            "{}",
            verdict.0
        );
    }

    #[test]
    fn trap_08_the_global_impression_is_its_own_verdict_in_its_word() {
        let one = r#"{"measure":"instrument","instrument":"pgic","answers":["much_better"],"when":"2024"}"#;
        assert_eq!(
            of(one),
            [(
                "PGIC, 2024: much better".to_owned(),
                Direction::Better,
                true,
                Way::Level
            )]
        );
    }

    #[test]
    fn a_single_score_has_no_verdict() {
        assert!(of(r#"{"measure":"odi","value":58,"when":"2024"}"#).is_empty());
    }
}
