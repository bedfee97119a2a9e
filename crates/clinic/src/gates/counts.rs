//! Injection sessions and steroid of a record over twelve months, a line each. A total stands as it is only where everything
//! that was injected could be read; otherwise it is "at least", and what is not in it is named.

use crate::{
    record::Record,
    words::{joined, message, say, say_with, taking},
};
use chrono::NaiveDate;
use lamina_domain::gate::steroid::{self, Counts, Injection, NotCounted, PayerLimit, SteroidTotal};

/// The injections of a record, and other interventions in which a steroid is named.
pub(super) fn injections(record: &Record) -> Vec<Injection> {
    record
        .treatments
        .iter()
        .filter_map(|one| Injection::of(one))
        .collect()
}

/// Tenths of a milligram as people write them.
fn number(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

/// Sessions and steroid over twelve months, a line each, and what a payer covers where the clinic wants to see that.
pub(crate) fn counts(record: &Record, today: NaiveDate, payer: bool) -> Vec<String> {
    let limit = payer.then(PayerLimit::us);
    let counts = steroid::counts(&injections(record), today, limit.as_ref());
    let mut lines: Vec<String> = counts
        .regions
        .iter()
        .map(|(region, count)| {
            say_with!(
                "gate-sessions",
                [
                    ("region", region.clone().into()),
                    ("sessions", count.sessions.to_string().into()),
                    ("epidural", count.epidural.to_string().into()),
                ],
            )
        })
        .collect();
    let some =
        |id: taking!["count"], count: usize| (count > 0).then(|| say_with!(id, [("count", count.into())]));
    lines.extend(some(message!("gate-unplaced"), counts.unplaced));
    lines.extend(some(message!("gate-undated"), counts.undated));
    if lines.is_empty() {
        lines.push(say!("gate-no-sessions"));
    }
    lines.extend(
        counts
            .steroids
            .iter()
            .map(|(name, total)| steroid_line(name, total, &counts)),
    );
    let rest = [
        (message!("gate-steroid-kind-not-told"), &counts.kind_not_told),
        (
            message!("gate-steroid-contents-not-told"),
            &counts.contents_not_told,
        ),
    ];
    for (id, list) in rest {
        lines.extend(named(list).map(|list| say_with!(id, [("list", list.into())])));
    }
    lines.extend(counts.payer.iter().map(|one| {
        say_with!(
            "gate-payer-us",
            [
                ("region", one.region.clone().into()),
                ("sessions", one.epidural.to_string().into()),
                ("covered", one.covered.into()),
            ],
        )
    }));
    lines
}

fn steroid_line(name: &str, total: &SteroidTotal, counts: &Counts) -> String {
    let amount = |least: u32, most: u32, in_year: bool| {
        let amount = match least == most {
            true => number(most),
            false => say_with!(
                "gate-steroid-range",
                [("least", number(least).into()), ("most", number(most).into())],
            ),
        };
        match counts.at_least(total, in_year) {
            true => say_with!("gate-steroid-at-least", [("amount", amount.into())]),
            false => amount,
        }
    };
    let line = match total.all {
        0 => say_with!("gate-steroid-unread", [("name", name.to_owned().into())]),
        all => say_with!(
            "gate-steroid",
            [
                ("name", name.to_owned().into()),
                ("year", amount(total.year_least, total.year_most, true).into()),
                ("all", amount(all, all, false).into()),
            ],
        ),
    };
    let without =
        named(&total.not_counted).map(|list| say_with!("gate-steroid-not-counted", [("list", list.into())]));
    joined([Some(line), without], " ").unwrap_or_default()
}

/// What was not counted, each with its date and as it was recorded; nothing where everything was.
fn named(list: &[NotCounted]) -> Option<String> {
    let one = |one: &NotCounted| {
        say_with!(
            "gate-steroid-one",
            [
                ("when", one.when.to_string().into()),
                ("text", one.text.clone().into()),
            ],
        )
    };
    joined(list.iter().map(|each| Some(one(each))), "; ")
}
