//! What holds for every instrument and every set of answers.

use super::{data::Algorithm, points::small, *};
use proptest::prelude::*;

/// Answers that fit the form, some of them blank.
fn answers(one: &Instrument) -> impl Strategy<Value = Vec<Option<GivenAnswer>>> + use<> {
    let cells: Vec<BoxedStrategy<Option<GivenAnswer>>> = one
        .items
        .iter()
        .map(|item| {
            let (min, max) = (item.min.ceil() as i64, item.max.unwrap_or(600.0) as i64);
            let allowed = item.allowed.clone();
            let number = (min..=max).prop_map(move |value| {
                let value = value as f64;
                let fits = allowed.is_empty() || allowed.contains(&value);
                GivenAnswer::Number(if fits { value } else { allowed[0] })
            });
            proptest::option::weighted(0.85, number).boxed()
        })
        .collect();
    cells
}

fn one_and_answers() -> impl Strategy<Value = (&'static Instrument, Vec<Option<GivenAnswer>>)> {
    let scored: Vec<&'static Instrument> = instruments()
        .iter()
        .filter(|one| one.algorithm != Algorithm::Label)
        .collect();
    proptest::sample::select(scored).prop_flat_map(|one| answers(one).prop_map(move |given| (one, given)))
}

fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(prorate, confirmed, ticks)| Options {
        prorate,
        confirmed,
        capture: if ticks { Capture::Ticks } else { Capture::YesNo },
        edition: None,
    })
}

proptest! {
    #[test]
    fn there_is_a_score_or_a_reason((one, given) in one_and_answers(), options in options()) {
        let scored = score(one, &given, &options).unwrap();
        prop_assert_ne!(scored.score.is_some(), scored.reason.is_some());
        for part in &scored.subscales {
            prop_assert_ne!(part.score.is_some(), part.reason.is_some());
        }
    }

    #[test]
    fn a_score_lies_in_the_range((one, given) in one_and_answers(), options in options()) {
        if let Some(value) = score(one, &given, &options).unwrap().score {
            prop_assert!(value >= one.min && one.max.is_none_or(|max| value <= max), "{}: {}", one.id, value);
        }
    }

    #[test]
    fn answered_and_missing_are_the_whole_form((one, given) in one_and_answers(), options in options()) {
        let scored = score(one, &given, &options).unwrap();
        let counted = one.items.iter().filter(|item| item.counted).count();
        prop_assert_eq!(scored.answered + scored.missing, small(counted));
    }

    #[test]
    fn trap_01_a_blank_never_lowers_a_score_to_zero((one, given) in one_and_answers(), options in options()) {
        let nothing = given.iter().all(Option::is_none);
        let scored = score(one, &given, &options).unwrap();
        let ticks = matches!(one.algorithm, Algorithm::Ticks { .. }) && options.capture == Capture::Ticks;
        prop_assert!(!nothing || ticks || scored.score.is_none());
    }

    #[test]
    fn trap_02_what_was_made_up_for_is_labelled((one, given) in one_and_answers(), options in options()) {
        let scored = score(one, &given, &options).unwrap();
        if scored.prorated {
            prop_assert!(scored.score.is_some());
            if let Some(band) = &scored.band {
                prop_assert!(band.made_up > 0 && !band.label.is_empty());
            }
        }
        if scored.score.is_some() && scored.missing > 0 && !matches!(one.algorithm, Algorithm::Subscale { .. }) {
            // One blank section of the ODI and of the NDI is within its rule.
            prop_assert!(scored.prorated || ["odi", "ndi"].contains(&one.id.as_str()) && scored.missing == 1);
        }
    }

    #[test]
    fn asking_to_make_up_for_blanks_never_takes_a_score_away((one, given) in one_and_answers()) {
        let ask = |prorate| score(one, &given, &Options { prorate, ..Options::default() }).unwrap().score;
        let (strict, asked) = (ask(false), ask(true));
        prop_assert!(strict.is_none() || strict == asked);
    }

    #[test]
    fn a_worse_answer_never_improves_a_sum((one, given) in one_and_answers(), at in 0_usize..24) {
        let Algorithm::Sum { .. } = one.algorithm else { return Ok(()) };
        let at = at % one.items.len();
        let item = &one.items[at];
        let (Some(Some(GivenAnswer::Number(value))), Some(max)) = (given.get(at), item.max) else { return Ok(()) };
        if value + 1.0 > max || !item.allowed.is_empty() || !item.counted {
            return Ok(());
        }
        let mut more = given.clone();
        more[at] = Some(GivenAnswer::Number(value + 1.0));
        let (Some(before), Some(after)) = (
            score(one, &given, &Options::default()).unwrap().score,
            score(one, &more, &Options::default()).unwrap().score,
        ) else { return Ok(()) };
        let reversed = one.reversed.contains(&small(at + 1));
        prop_assert_eq!(after - before, if reversed { -1.0 } else { 1.0 });
    }

    #[test]
    fn the_odi_is_the_share_of_what_was_answered(given in answers(instrument("odi").unwrap())) {
        let scored = score(instrument("odi").unwrap(), &given, &Options::default()).unwrap();
        let points: Vec<f64> = given
            .iter()
            .filter_map(|cell| match cell { Some(GivenAnswer::Number(value)) => Some(*value), _ => None })
            .collect();
        match scored.score {
            Some(value) => {
                prop_assert!(points.len() >= 8);
                let exact = points.iter().sum::<f64>() / (5.0 * points.len() as f64) * 100.0;
                prop_assert!((value - exact).abs() <= 0.05 + 1e-9);
            }
            None => prop_assert!(points.len() < 8),
        }
    }

    #[test]
    fn order_within_a_plain_sum_is_nothing(mut given in answers(instrument("gad-7").unwrap())) {
        let before = score(instrument("gad-7").unwrap(), &given, &Options::default()).unwrap();
        given.reverse();
        let after = score(instrument("gad-7").unwrap(), &given, &Options::default()).unwrap();
        prop_assert_eq!(before.score, after.score);
    }

    #[test]
    fn a_result_survives_being_written_down((one, given) in one_and_answers(), options in options()) {
        let scored = score(one, &given, &options).unwrap();
        let json = serde_json::to_string(&scored).unwrap();
        prop_assert_eq!(serde_json::from_str::<ScoreResult>(&json).unwrap(), scored);
    }
}
