//! The arithmetic of one ingredient in words: "oxycodone 10 mg × 2 a day × 1.5 = 30".

use crate::words::{Word, joined, message, say_with, taking, words};
use lamina_domain::{
    medicine::number::rounded,
    opioid::load::{Daily, How, Line, Note, SingleDose, Sum, Times},
};
use rust_decimal::Decimal;

words! {
    Note {
        AsPrescribed => "opioid-note-as-prescribed",
        UseNotRecorded => "opioid-note-use-not-recorded",
        LowerEnd => "opioid-note-lower-end",
        Limited => "opioid-note-limited",
        RouteTakenAsOral => "opioid-note-route",
        MoreThanPrescribed => "opioid-note-more",
        MostNotKnown => "opioid-note-most-not-known",
    }
}

/// As it is shown: whole where it ends within four decimals, else rounded and said to be.
pub(super) fn number(value: Decimal) -> String {
    match rounded(value) {
        (number, false) => number.to_string(),
        (number, true) => say_with!("opioid-about", [("number", number.to_string().into())]),
    }
}

/// A line as taken and at most, with what the sums rest on.
pub(super) fn arithmetic(line: &Line) -> String {
    let most = sum(&line.at_most);
    let text = match &line.as_taken {
        Some(taken) if *taken == line.at_most => most,
        Some(taken) => say_with!(
            "opioid-line-both",
            [("taken", sum(taken).into()), ("most", most.into())],
        ),
        None => say_with!("opioid-line-at-most", [("most", most.into())]),
    };
    let notes = line.notes.iter().map(|note| Some(note.word()));
    joined(std::iter::once(Some(text)).chain(notes), "; ").unwrap_or_default()
}

/// "oxycodone 10 mg × 2 a day × 1.5 = 30".
pub(super) fn sum(sum: &Sum) -> String {
    let result = number(sum.value);
    let label = |id: taking!["dose", "sum"], ingredient: &str, strength: String| {
        let dose = say_with!(
            "opioid-dose-an-hour",
            [
                ("ingredient", ingredient.to_owned().into()),
                ("strength", strength.into()),
            ],
        );
        say_with!(id, [("dose", dose.into()), ("sum", result.clone().into())])
    };
    match &sum.how {
        How::Factor { day, factor } => say_with!(
            "opioid-sum",
            [
                ("day", daily(day).into()),
                ("factor", factor.to_string().into()),
                ("sum", result.into()),
            ],
        ),
        How::Label { ingredient, strength } => {
            label(message!("opioid-sum-label"), ingredient, strength.to_string())
        }
        How::NotWorn { ingredient, strength } => {
            label(message!("opioid-sum-not-worn"), ingredient, strength.to_string())
        }
    }
}

/// "oxycodone 10 mg × 4 a day"; where that has no end, the division as it is: "methadone 7 mg × 3 a week ÷ 7".
fn daily(day: &Daily) -> String {
    let dose = dose(day);
    match day.times {
        Times::Always => dose,
        Times::InTotal => say_with!("opioid-day-in-total", [("dose", dose.into())]),
        Times::ADay { times } => say_with!(
            "opioid-day-times",
            [("dose", dose.into()), ("times", number(times).into())],
        ),
        Times::AWeek { times } => say_with!(
            "opioid-day-a-week",
            [("dose", dose.into()), ("times", times.to_string().into())],
        ),
        Times::EveryHours { hours } => say_with!(
            "opioid-day-every-hours",
            [("dose", dose.into()), ("hours", hours.to_string().into())],
        ),
        Times::EveryDays { days } => say_with!(
            "opioid-day-every-days",
            [("dose", dose.into()), ("days", days.to_string().into())],
        ),
    }
}

fn dose(day: &Daily) -> String {
    let ingredient = day.ingredient.as_str();
    match &day.taken {
        SingleDose::Mass { milligrams } => say_with!(
            "opioid-dose-mass",
            [
                ("ingredient", ingredient.into()),
                ("mass", number(*milligrams).into()),
            ],
        ),
        SingleDose::Pieces { milligrams, amount } => say_with!(
            "opioid-dose-pieces",
            [
                ("ingredient", ingredient.into()),
                ("mass", number(*milligrams).into()),
                ("amount", amount.to_string().into()),
            ],
        ),
        SingleDose::Liquid { strength, amount } => say_with!(
            "opioid-dose-of",
            [
                ("ingredient", ingredient.into()),
                ("strength", strength.to_string().into()),
                ("amount", amount.to_string().into()),
            ],
        ),
        SingleDose::AnHour { strength } => say_with!(
            "opioid-dose-an-hour",
            [
                ("ingredient", ingredient.into()),
                ("strength", strength.to_string().into()),
            ],
        ),
    }
}
