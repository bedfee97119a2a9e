//! The words for a comparison of two scores, the same in letter, chart and window.

use super::{joined, message, say, say_with};
use lamina_domain::{
    change::{Against, Comparison, Criterion, Direction, Reach, Responders, Source, Than, number},
    instrument::{Domain, Instrument},
};

/// Where the shares that count as a response are published.
const SHARES: &str = "Dworkin 2008";

/// The change in a sentence: "58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)".
pub(crate) fn sentence(comparison: &Comparison, instrument: &Instrument) -> String {
    say_with!(
        "change-from-to",
        [
            ("from", number(comparison.baseline).into()),
            ("to", number(comparison.now).into()),
            ("change", change(comparison, instrument).into()),
        ],
    )
}

/// The same without the two numbers: "16 points better, more than the 10 that matters (Ostelo 2008)".
pub(crate) fn change(comparison: &Comparison, instrument: &Instrument) -> String {
    let size = amount(instrument, comparison.points.abs());
    let size = match comparison.direction {
        Direction::Better => say_with!("change-better", [("size", size.into())]),
        Direction::Worse => say_with!("change-worse", [("size", size.into())]),
        Direction::Same => return say!("change-none"),
    };
    let percent = || percent(comparison).unwrap_or_default();
    let against = match (comparison.by_points.as_slice(), &comparison.by_percent) {
        ([], None) => None,
        ([], Some(_)) => Some(percent()),
        ([one], _) if comparison.by_percent_alone().is_some() => Some(say_with!(
            "change-points-below",
            [
                ("amount", number(one.amount).into()),
                ("percent", percent().into()),
            ],
        )),
        ([one], _) => Some(against(one)),
        (figures, _) => Some(several(comparison, figures)),
    };
    let change = match against {
        Some(against) => say_with!(
            "change-against",
            [("size", size.into()), ("against", against.into())],
        ),
        None => say_with!("change-not-established", [("size", size.into())]),
    };
    match &comparison.reliable {
        Some(reliable) if comparison.may_be_error() => say_with!(
            "change-error",
            [
                ("change", change.into()),
                ("amount", number(reliable.amount).into()),
                ("source", source(&reliable.source).into()),
            ],
        ),
        _ => change,
    }
}

/// Against several figures: "between the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter, so sources
/// differ on whether it matters".
fn several(comparison: &Comparison, figures: &[Against]) -> String {
    let one_source = figures.windows(2).all(|pair| match pair {
        [one, other] => one.source == other.source,
        _ => true,
    });
    let named = figures.iter().map(|one| {
        let amount = number(one.amount);
        match one_source {
            true => say_with!("change-figure", [("amount", amount.into())]),
            false => say_with!(
                "change-figure-of",
                [("amount", amount.into()), ("source", source(&one.source).into())],
            ),
        }
    });
    let both =
        |one: String, other: String| say_with!("change-and", [("one", one.into()), ("other", other.into())]);
    let named = named.reduce(both).unwrap_or_default();
    let figures = match (one_source, figures.first()) {
        (true, Some(one)) => say_with!(
            "change-that-matter-of",
            [("figures", named.into()), ("source", source(&one.source).into())],
        ),
        _ => say_with!("change-that-matter", [("figures", named.into())]),
    };
    let id = match comparison.reach() {
        Reach::Between => message!("change-several-between"),
        Reach::Reached => message!("change-several-reached"),
        Reach::Below | Reach::NotEstablished => message!("change-several-below"),
    };
    say_with!(id, [("figures", figures.into())])
}

/// The change in percent of the baseline: "27.5 %, less than the 30 % that matters (Ostelo 2008)". The figure is cut off
/// after one decimal, so that it never looks like more than it is.
fn percent(comparison: &Comparison) -> Option<String> {
    let against = comparison.by_percent.as_ref().map(against);
    let against = against.filter(|_| comparison.direction != Direction::Same);
    joined([Some(percent_shown(comparison)?), against], ", ")
}

fn percent_shown(comparison: &Comparison) -> Option<String> {
    let tenths = comparison.tenths_of_percent()?;
    let shown = match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    };
    Some(say_with!("change-percent", [("number", shown.into())]))
}

/// Relief against the shares that count as moderate and as substantial: "42.8 % better, at least the 30 % that count as
/// moderate (Dworkin 2008)". Only for pain that became less, the measure for which the shares are published.
pub(crate) fn response(
    comparison: &Comparison,
    instrument: &Instrument,
    responders: Responders,
) -> Option<String> {
    let reached = (comparison.responder_moderate?, comparison.responder_substantial?);
    if instrument.domain != Domain::Pain || comparison.direction != Direction::Better {
        return None;
    }
    let shown = percent_shown(comparison)?;
    let source = match responders == Responders::default() {
        true => SHARES.to_owned(),
        false => say!("change-source-own-shares"),
    };
    let (id, share) = match reached {
        (_, true) => (message!("change-substantial"), responders.substantial),
        (true, false) => (message!("change-moderate"), responders.moderate),
        (false, false) => (message!("change-less"), responders.moderate),
    };
    let share = say_with!("change-percent", [("number", number(share).into())]);
    Some(say_with!(
        id,
        [
            ("percent", shown.into()),
            ("share", share.into()),
            ("source", source.into()),
        ],
    ))
}

/// "more than the 10 that matters (Ostelo 2008)".
fn against(against: &Against) -> String {
    let id = match against.than {
        Than::More => message!("change-more-than"),
        Than::Equal => message!("change-as-much-as"),
        Than::Less => message!("change-less-than"),
    };
    let amount = number(against.amount);
    let amount = match against.criterion {
        Criterion::Points => amount,
        Criterion::Percent => say_with!("change-percent", [("number", amount.into())]),
    };
    say_with!(
        id,
        [
            ("amount", amount.into()),
            ("source", source(&against.source).into()),
        ],
    )
}

/// Where a figure comes from.
pub(crate) fn source(source: &Source) -> String {
    match source {
        Source::Published { cited } => cited.clone(),
        Source::Clinic { who, when } => say_with!(
            "rules-own-source",
            [("who", who.as_str().into()), ("when", when.as_str().into())],
        ),
    }
}

/// A size with the unit of the instrument: "1 point", "16 points", "1.3 s".
pub(crate) fn amount(instrument: &Instrument, size: f64) -> String {
    match instrument.unit.as_str() {
        "points" | "%" | "T" => say_with!(
            "change-points",
            [("count", size.into()), ("amount", number(size).into())],
        ),
        unit => say_with!(
            "change-amount",
            [("amount", number(size).into()), ("unit", unit.into())],
        ),
    }
}

#[cfg(test)]
mod tests;
