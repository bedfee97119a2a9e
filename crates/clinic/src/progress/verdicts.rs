//! What became of each measure between its first and its last score, in words that letter and screen share.
//!
//! Like is compared with like by the rules of [`lamina_domain::change`]. A verdict is about one person and says nothing
//! about why it went that way. It stands only where no newer score of the same measure is left out: what can't be
//! compared, came to no number or has no date is named, and then nothing is judged.

use super::{
    Origin,
    compared::{compared, judged, taken, way},
    lines::{DatedScore, End, Line, best, earliest, latest, lines, span, word},
};
use crate::words::{joined, message, say, say_with, taking};
use crate::{own_rules::OwnRules, record::Record, words};
use chrono::NaiveDate;
use lamina_api::progress::{Direction, Verdict, Way};
use lamina_domain::{Measure, Score, change::Thresholds};

/// The verdict of each measure of `record`, in the order in which the measures were first taken.
pub fn verdicts(record: &Record, rules: &OwnRules) -> Vec<Verdict> {
    verdicts_from(record, rules, &Origin::default())
}

/// As [`verdicts`], with change counted from the chosen score that is an earlier one of the measure.
pub(crate) fn verdicts_from(record: &Record, rules: &OwnRules, origin: &Origin<'_>) -> Vec<Verdict> {
    chosen(record, rules, origin, |_| true)
}

/// As [`verdicts`], of the chosen measures alone.
pub(crate) fn verdicts_of(
    record: &Record,
    rules: &OwnRules,
    choose: impl Fn(&Line<'_>) -> bool,
) -> Vec<Verdict> {
    chosen(record, rules, &Origin::default(), choose)
}

fn chosen(
    record: &Record,
    rules: &OwnRules,
    origin: &Origin<'_>,
    choose: impl Fn(&Line<'_>) -> bool,
) -> Vec<Verdict> {
    let lines = lines(record);
    let of_change = lines.iter().filter(|line| line.is_of_change() && choose(line));
    of_change
        .flat_map(|line| match newer(line, &lines) {
            Some(other) => vec![withheld(line, &other)],
            None => {
                let left_out = left_out(record, line, &lines);
                let main = verdict(line, &rules.thresholds, origin);
                let since = since_operation(record, line, &rules.thresholds, origin);
                let both = main.into_iter().chain(since);
                both.map(|verdict| unless(&left_out, verdict)).collect()
            }
        })
        .collect()
}

/// The verdicts of pain and disability from the first score on or after the day `from` to the last, where both lie in that time and
/// their order is known; each with that first score.
pub(super) fn verdicts_since<'r>(
    record: &'r Record,
    rules: &OwnRules,
    from: NaiveDate,
) -> Vec<(&'r Score, Verdict)> {
    let lines = lines(record);
    let main = lines
        .iter()
        .filter(|line| line.is_of_change() && line.dated.iter().all(|one| super::is_main(one.score)));
    main.filter_map(|line| {
        let inside: Vec<DatedScore<'_>> = line
            .dated
            .iter()
            .filter(|one| one.at.from >= from)
            .copied()
            .collect();
        let first = best(&earliest(&inside))?;
        let before = |last: &DatedScore<'_>| first.score.surely_before(last);
        if !line.last().iter().all(before) {
            return None;
        }
        let score = first.score.score;
        if let Some(other) = newer(line, &lines) {
            return Some((score, withheld(line, &other)));
        }
        let origin = Origin {
            scores: vec![first.score.score],
            before: None,
        };
        let verdict = verdict(line, &rules.thresholds, &origin)?;
        Some((score, unless(&left_out(record, line, &lines), verdict)))
    })
    .collect()
}

/// The verdicts as sentences.
pub(crate) fn sentences(verdicts: &[Verdict]) -> Vec<String> {
    verdicts.iter().map(|verdict| verdict.text.clone()).collect()
}

/// A score of the same measure in another line that may be newer than everything in `line`.
fn newer<'a>(line: &Line<'a>, lines: &[Line<'a>]) -> Option<DatedScore<'a>> {
    let end = line.dated.iter().map(|one| one.at.to).max()?;
    let others = lines
        .iter()
        .filter(|other| other.key != line.key && other.key.may_be(&line.key));
    let later = others
        .flat_map(|other| other.dated.iter())
        .filter(|one| one.at.to > end);
    later
        .max_by(|one, other| {
            let place = |dated: &DatedScore<'_>| (dated.at.to, dated.at.from);
            let name = |dated: &DatedScore<'_>| named(&dated.score.measure);
            place(one)
                .cmp(&place(other))
                .then_with(|| name(other).cmp(&name(one)))
        })
        .copied()
}

/// That there is no verdict while a newer score of the same measure can't be compared.
fn withheld(line: &Line<'_>, other: &DatedScore<'_>) -> Verdict {
    let last = line.dated.last().map(|one| one.score);
    let text = |score: Option<&Score>, what: fn(&Score) -> String| score.map(what).unwrap_or_default();
    Verdict {
        text: say_with!(
            "verdict-withheld",
            [
                ("name", text(last, |one| named(&one.measure)).into()),
                ("value", text(last, |one| words::value(&one.measure)).into()),
                ("when", text(last, |one| one.when.to_string()).into()),
                ("other", named(&other.score.measure).into()),
                ("other-value", words::value(&other.score.measure).into()),
                ("other-when", other.score.when.to_string().into()),
            ],
        ),
        direction: Direction::None,
        important: false,
        way: Way::Level,
    }
}

/// What is measured, and that its version was not said where the instrument has versions.
fn named(measure: &Measure) -> String {
    let name = words::measure(measure);
    let versions = taken(measure).is_some_and(|one| {
        one.edition.is_none() && one.asked.is_none() && !one.instrument.editions.is_empty()
    });
    if versions {
        say_with!("verdict-version-not-said", [("name", name.into())])
    } else {
        name
    }
}

/// What may be newer than the last score of `line` and is no part of the verdict, in sentences.
fn left_out(record: &Record, line: &Line<'_>, lines: &[Line<'_>]) -> Vec<String> {
    let last = line.last();
    let (Some(start), Some(end)) = (
        last.iter().map(|one| one.at.from).max(),
        last.iter().map(|one| one.at.to).max(),
    ) else {
        return Vec::new();
    };
    let blank = line.blank.iter().filter(|one| one.at.to > end);
    let blank = blank.map(|one| {
        say_with!(
            "verdict-newer-blank",
            [
                ("when", one.score.when.to_string().into()),
                ("value", words::value(&one.score.measure).into()),
            ],
        )
    });
    let same = lines
        .iter()
        .filter(|other| other.key == line.key || other.key.may_be(&line.key));
    let open = same
        .flat_map(|other| other.open.iter())
        .filter(|score| record.last_day_of(&score.when).is_none_or(|day| day > start))
        .map(|score| {
            say_with!(
                "verdict-undated",
                [
                    ("name", named(&score.measure).into()),
                    ("value", words::value(&score.measure).into()),
                    ("when", when(score).into()),
                ],
            )
        });
    let mut all: Vec<String> = blank.chain(open).collect();
    all.sort();
    all.dedup();
    all
}

/// When a score was taken, in words that also fit where nothing is known.
fn when(score: &Score) -> String {
    match score.when.is_unknown() {
        true => say!("verdict-no-date"),
        false => score.when.to_string(),
    }
}

fn verdict(line: &Line<'_>, thresholds: &Thresholds, origin: &Origin<'_>) -> Option<Verdict> {
    if line.last().iter().any(|one| word(&one.score.measure).is_some()) {
        return own_judgement(line);
    }
    let (first, last, picked) = line.ends(origin)?;
    let before = origin.before.as_ref().filter(|_| picked);
    let (id, from) = match before {
        Some(before) => (message!("verdict-before"), before.clone()),
        None => (message!("verdict-to"), first.score.score.when.to_string()),
    };
    told(id, &from, (&first, &last), thresholds)
}

/// The verdict, which judges nothing where something is left out that may be newer.
fn unless(left_out: &[String], verdict: Verdict) -> Verdict {
    if left_out.is_empty() {
        return verdict;
    }
    let text = std::iter::once(verdict.text).chain(left_out.iter().cloned());
    Verdict {
        text: joined(text.map(Some), ". ").unwrap_or_default(),
        direction: Direction::None,
        important: false,
        way: verdict.way,
    }
}

/// A verdict between two ends of a line; `id` is its message and `from` says when the first of them was.
fn told(
    id: taking!["name", "when", "when-more", "sentence"],
    from: &str,
    (first, last): (&End<'_>, &End<'_>),
    thresholds: &Thresholds,
) -> Option<Verdict> {
    let (comparison, instrument) = compared(&first.score, &last.score, thresholds)?;
    let relief = words::change::response(&comparison, instrument, thresholds.responders());
    let several = [
        (message!("verdict-several-first"), &first.among),
        (message!("verdict-several-last"), &last.among),
    ];
    let several = several
        .into_iter()
        .filter(|(_, among)| !among.is_empty())
        .map(|(id, among)| Some(say_with!(id, [("scores", listed(among).into())])));
    let parts = [Some(words::change::sentence(&comparison, instrument)), relief];
    let sentence = joined(parts.into_iter().chain(several), "; ").unwrap_or_default();
    let (direction, important) = judged(&comparison);
    Some(Verdict {
        text: say_with!(
            id,
            [
                ("name", words::measure(&first.score.score.measure).into()),
                ("when", from.to_owned().into()),
                ("when-more", last.score.score.when.to_string().into()),
                ("sentence", sentence.into()),
            ],
        ),
        direction,
        important,
        way: way(&comparison),
    })
}

/// "42 % (3 May 2024), 38 % (3 May 2024)".
fn listed(scores: &[DatedScore<'_>]) -> String {
    let each = scores.iter().map(|one| {
        Some(format!(
            "{} ({})",
            words::value(&one.score.measure),
            one.score.when
        ))
    });
    joined(each, ", ").unwrap_or_default()
}

/// That a score is worse than the last one before the latest operation, or than the first one after it, where that is not
/// what the verdict itself compares with.
fn since_operation(
    record: &Record,
    line: &Line<'_>,
    thresholds: &Thresholds,
    origin: &Origin<'_>,
) -> Option<Verdict> {
    let (first, last, _) = line.ends(origin)?;
    let operations = (1_u32..).zip(&record.surgeries).filter_map(|(number, surgery)| {
        let at = span(record, &surgery.when)?;
        (at.to < last.score.at.from).then_some((at, number))
    });
    let (at, number) = operations.max_by_key(|(at, number)| (at.to, at.from, *number))?;
    let before: Vec<DatedScore<'_>> = line
        .dated
        .iter()
        .filter(|one| one.at.to < at.from)
        .copied()
        .collect();
    let after: Vec<DatedScore<'_>> = line
        .dated
        .iter()
        .filter(|one| one.at.from > at.to)
        .copied()
        .collect();
    let bases = [
        (message!("verdict-worse-than-before"), best(&latest(&before))),
        (message!("verdict-worse-than-after"), best(&earliest(&after))),
    ];
    bases.into_iter().find_map(|(id, base)| {
        let base = base?;
        if std::ptr::eq(base.score.score, first.score.score) || !base.score.surely_before(&last.score) {
            return None;
        }
        let from = say_with!(
            "verdict-operation",
            [
                ("number", number.into()),
                ("when", base.score.score.when.to_string().into()),
            ],
        );
        told(id, &from, (&base, &last), thresholds)
            .filter(|verdict| verdict.direction == Direction::Worse && verdict.important)
    })
}

/// The person's own judgement is a change already: much better and much worse are read as important. Of several that may
/// be the last all are told, and nothing is judged where they differ.
fn own_judgement(line: &Line<'_>) -> Option<Verdict> {
    let last = line.last();
    let key = word(&last.first()?.score.measure)?;
    let differ = last.iter().any(|one| word(&one.score.measure) != Some(key));
    let direction = match key {
        _ if differ => Direction::None,
        key if key.ends_with("better") => Direction::Better,
        key if key.ends_with("worse") => Direction::Worse,
        _ => Direction::Same,
    };
    let said = last.iter().map(|one| {
        Some(format!(
            "{}, {}: {}",
            words::measure(&one.score.measure),
            one.score.when,
            words::value(&one.score.measure).to_lowercase()
        ))
    });
    let text = match differ {
        true => joined(said.chain([Some(say!("verdict-words-differ"))]), "; ")?,
        false => said.flatten().next()?,
    };
    Some(Verdict {
        text,
        direction,
        important: !differ && key.contains("much"),
        way: Way::Level,
    })
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
                Direction::Worse,
                Way::Down,
                "5 points worse",
            ),
            ("6mwt", 400.0, 360.0, Direction::Worse, Way::Down, "40 m worse"),
            ("tug", 14.0, 12.0, Direction::None, Way::Down, "2 s better"),
            ("tug", 14.0, 10.0, Direction::Better, Way::Down, "4 s better"),
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
                let sourced = text.contains('(') && text.contains("that matter");
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
    fn trap_05_scores_of_two_versions_have_no_verdict_and_say_so() {
        let list = r#"{"measure":"odi","value":58,"version":"1.0","when":"2023"},
            {"measure":"odi","value":42,"version":"2.1a","when":"2024"}"#;
        let told = of(list);
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].1, told[0].2), (Direction::None, false));
        assert_eq!(
            told[0].0,
            "ODI 1.0, 58 % (2023): no verdict. Newer is ODI 2.1a, 42 % (2024), and the two cannot be compared"
        );
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
