//! The figures of change: one just below and one that reaches it are judged differently.

use super::*;

/// What the verdict says of a change of so many points for the better, without its numbers.
fn judged(one: &Instrument, from: f64, points: f64) -> String {
    let to = if one.better == Better::Higher {
        from + points
    } else {
        from - points
    };
    let round = |value: f64| (value * 100.0).round() / 100.0;
    let scores = [
        total(one, "4 May 2026", round(from)),
        total(one, "4 Nov 2026", round(to)),
    ];
    let record = record(&json!({ "scores": scores }));
    let all = verdicts(&record, &OwnRules::default());
    let [verdict] = all.as_slice() else {
        panic!("{}: {all:?}", one.id)
    };
    assert!(letter(&record, &OwnRules::default()).contains(&verdict.text));
    verdict.text.clone()
}

/// The smallest step of a score.
fn step(one: &Instrument) -> f64 {
    0.1_f64.powi(one.decimals.min(1).into())
}

/// Where the change begins, so that the figure of `important` and no other is the one that holds.
fn start(one: &Instrument, important: &Importance) -> f64 {
    let bounds = one.important.iter().filter_map(|other| other.baseline_above);
    // Beside points a share decides alone where it is less than they are.
    let points = one
        .important
        .iter()
        .filter(|other| other.used)
        .find_map(|other| other.points);
    if let (Some(points), Some(percent), None) = (points, important.percent, important.points)
        && one.better != Better::Higher
    {
        return (points / percent * 100.0 * 0.8).floor();
    }
    match (one.max, important.baseline_above) {
        (_, Some(above)) => above + 2.0,
        (Some(max), None) if one.better != Better::Higher => bounds.fold(max, f64::min),
        (Some(_), None) => one.min,
        (None, None) => one.min + 100.0,
    }
}

/// A change just below the figure and one that reaches it are judged differently.
pub(super) fn figure_matters(id: &str, name: &str) {
    let one = instruments()
        .iter()
        .filter(|one| name == one.id || name.starts_with(&format!("{}.", one.id)))
        .max_by_key(|one| one.id.len())
        .unwrap();
    let ending = name.strip_prefix(&one.id).unwrap();
    let used = || one.important.iter().filter(|important| important.used);
    let figure = |important: &Importance| important.points.or(important.percent).unwrap();
    let important = match ending.trim_start_matches('.').split_once('_') {
        None => used().find(|important| important.baseline_above.is_none()),
        Some(("above", bound)) => {
            used().find(|important| important.baseline_above.map(number).as_deref() == Some(bound))
        }
        Some(("or", amount)) => used().find(|important| number(figure(important)) == amount),
        Some(other) => panic!("{other:?}"),
    }
    .unwrap_or_else(|| panic!("{id} names no figure that is used"));
    let from = start(one, important);
    let step = step(one);
    let least = match important.points {
        Some(points) => points,
        None => from * important.percent.unwrap() / 100.0,
    };
    let reached = (least / step - 1e-9).ceil() * step;
    let amount = number(important.points.or(important.percent).unwrap());
    let kind = |said: &str| {
        let words = [
            "less than the",
            "between the",
            "at least the",
            "as much as the",
            "more than the",
        ];
        // What follows the semicolon is about relief and about errors of measurement.
        let sentence = said
            .split_once(" better")
            .and_then(|(_, rest)| rest.split(';').next());
        let sentence = sentence.unwrap_or_default();
        assert!(sentence.contains(&amount), "{id}: {said}");
        words.into_iter().find(|words| sentence.contains(words))
    };
    let there = judged(one, from, reached);
    let beside_points = used().any(|other| other.points.is_some());
    if important.points.is_none() && beside_points {
        // Below both, the points are named; from the share on, the share.
        let below = judged(one, from, reached - step);
        let share = format!("{amount} %");
        assert!(
            there.contains(&share) && !below.contains(&share),
            "{id}: {below} / {there}"
        );
        return;
    }
    if reached - step <= 0.0 {
        // The smallest step there is reaches it: nothing lies below.
        assert_eq!(kind(&there), Some("as much as the"), "{id}: {there}");
        return;
    }
    let below = judged(one, from, reached - step);
    assert_ne!(kind(&below), kind(&there), "{id}: {below} / {there}");
}

/// A change for the better is told to be perhaps an error of measurement until it reaches the figure.
pub(super) fn figure_is_error(one: &Instrument) {
    let error = one.reliable.first().unwrap().points;
    let step = step(one);
    let reached = (error / step - 1e-9).ceil() * step;
    let from = match one.better {
        Better::Higher => one.min,
        _ => one.max.unwrap(),
    };
    let said = |points: f64| judged(one, from, points).contains("it may be error of measurement");
    assert!(said(reached - step) && !said(reached), "{}", one.id);
}
