//! The opioid load in words, for the window, print and the command line. It informs and never advises.

mod prompt;
mod sum;

use self::{
    prompt::{places, prompts},
    sum::{arithmetic, number, sum},
};
use super::{Word, joined, message, say, say_with, taking, words};
use lamina_domain::{
    medicine::{kind::Route, number::Number},
    opioid::{
        Load,
        factor::Threshold,
        load::{Gap, LeftOut, Line, Pump, ReachedThreshold, Reason, Total, UsedTable},
    },
};
use rust_decimal::Decimal;

words! {
    Route {
        Oral => "value-route-oral",
        Transdermal => "value-route-transdermal",
        Intravenous => "value-route-intravenous",
        Subcutaneous => "value-route-subcutaneous",
        Intramuscular => "value-route-intramuscular",
        Epidural => "value-route-epidural",
        Intrathecal => "value-route-intrathecal",
        Transmucosal => "value-route-transmucosal",
        Rectal => "value-route-rectal",
        Topical => "value-route-topical",
        Unknown => "value-route-unknown",
    }
    Gap {
        Strength => "opioid-missing-strength",
        StrengthAnHour => "opioid-missing-strength-an-hour",
        Dose => "opioid-missing-dose",
        Frequency => "opioid-missing-frequency",
        Route => "opioid-missing-route",
        OnePatch => "opioid-missing-one-patch",
        Smaller => "opioid-missing-smaller",
    }
}

/// The total as taken: "Total 62 MME a day (CDC 2022 table)"; without a value "No total in MME a day: ..." and never 0.
pub(crate) fn as_taken(load: &Load) -> String {
    total(load, &load.as_taken, unrecorded(load))
}

/// The total at most, in the same words.
pub(crate) fn at_most(load: &Load) -> String {
    total(load, &load.at_most, 0)
}

fn total(load: &Load, total: &Total, unrecorded: usize) -> String {
    let inside = inside(load, unrecorded);
    let unit = load.table.unit.as_str();
    match total.value {
        Some(value) => say_with!(
            "opioid-total",
            [
                ("amount", amount(value, total.at_least).into()),
                ("unit", unit.into()),
                ("inside", inside.into()),
            ],
        ),
        None if total.at_least => say_with!(
            "opioid-total-none",
            [("unit", unit.into()), ("inside", inside.into())],
        ),
        None => say_with!("opioid-total-no-opioid", [("inside", inside.into())]),
    }
}

/// Both totals in one sentence: "Total at least 62 MME a day as taken; at least 90 at most (CDC 2022 table; 1 medicine not
/// convertible)".
pub(crate) fn summary(load: &Load) -> String {
    let (taken, most) = (&load.as_taken, &load.at_most);
    let Some(highest) = most.value else {
        return at_most(load);
    };
    let (unit, inside) = (load.table.unit.as_str(), inside(load, unrecorded(load)));
    let at_most = amount(highest, most.at_least);
    match taken.value {
        Some(value) if value == highest && taken.at_least == most.at_least => say_with!(
            "opioid-both-alike",
            [
                ("amount", at_most.into()),
                ("unit", unit.into()),
                ("inside", inside.into()),
            ],
        ),
        Some(value) => say_with!(
            "opioid-both",
            [
                ("taken", amount(value, taken.at_least).into()),
                ("unit", unit.into()),
                ("most", at_most.into()),
                ("inside", inside.into()),
            ],
        ),
        None => say_with!(
            "opioid-both-none-as-taken",
            [
                ("most", at_most.into()),
                ("unit", unit.into()),
                ("inside", inside.into()),
            ],
        ),
    }
}

fn amount(value: Decimal, at_least: bool) -> String {
    match at_least {
        true => say_with!("opioid-at-least", [("amount", number(value).into())]),
        false => number(value),
    }
}

/// Medicines that are taken as needed and of which the actual use is not recorded.
fn unrecorded(load: &Load) -> usize {
    load.lines.iter().filter(|line| line.as_taken.is_none()).count()
}

/// The table, and how many medicines are missing from a total and why.
fn inside(load: &Load, unrecorded: usize) -> String {
    let of = |is: &dyn Fn(&Reason) -> bool| {
        let left_out = load.left_out.iter().filter(|one| is(&one.reason));
        let mut places: Vec<usize> = left_out.map(|one| one.medicine).collect();
        places.dedup();
        places.len()
    };
    let known = load.pumps.iter().filter(|pump| !pump.opioids.is_empty()).count();
    let counts: [(usize, taking!["count"]); 7] = [
        (
            of(&Reason::is_not_convertible),
            message!("opioid-count-not-convertible"),
        ),
        (
            of(&|reason| matches!(reason, Reason::Missing { .. })),
            message!("opioid-count-not-countable"),
        ),
        (
            of(&|reason| matches!(reason, Reason::NotKnown { .. })),
            message!("opioid-count-not-known"),
        ),
        (
            of(&|reason| matches!(reason, Reason::Doubtful { .. })),
            message!("opioid-count-doubtful"),
        ),
        (unrecorded, message!("opioid-count-use-not-recorded")),
        (known, message!("opioid-count-pumps")),
        (load.pumps.len() - known, message!("opioid-count-pumps-not-known")),
    ];
    let counts = counts
        .into_iter()
        .map(|(count, id)| (count > 0).then(|| say_with!(id, [("count", count.into())])));
    let table = Some(load.table.name.clone());
    joined(std::iter::once(table).chain(counts), "; ").unwrap_or_default()
}

/// A load in words, part by part. Lines are told with the medicine's place in the list, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LoadText {
    /// The arithmetic of each ingredient that was counted.
    pub(crate) lines: Vec<(usize, String)>,
    /// Each ingredient that was not counted, and why.
    pub(crate) left_out: Vec<(usize, String)>,
    /// Each pump that was not counted, and why.
    pub(crate) pumps: Vec<String>,
    /// Thresholds that were reached, with what limits them and where they come from.
    pub(crate) reached: Vec<String>,
    /// What the list should be looked at for; medicines are told by their place, from 1.
    pub(crate) prompts: Vec<String>,
    /// The table with its place, version and source.
    pub(crate) table: String,
}

/// The load in words, part by part.
pub(crate) fn said(load: &Load) -> LoadText {
    let table = &load.table;
    let lines = load.lines.iter();
    let left = load.left_out.iter();
    LoadText {
        lines: lines.map(|line| (line.medicine, arithmetic(line))).collect(),
        left_out: left.map(|one| (one.medicine, left_out(one, table))).collect(),
        pumps: load.pumps.iter().map(pump).collect(),
        reached: load
            .reached
            .iter()
            .map(|one| threshold(one, table, load.at_most.at_least))
            .chain(load.open.iter().map(|one| open(one, table)))
            .collect(),
        prompts: prompts(load, &places),
        table: say_with!(
            "opioid-table",
            [
                ("name", table.name.as_str().into()),
                ("jurisdiction", table.jurisdiction.as_str().into()),
                ("version", table.version.into()),
                ("source", table.source.as_str().into()),
            ],
        ),
    }
}

/// What a letter says beside the load: the thresholds that are reached or may be, as far as their source is sure enough to
/// be printed, and what the list was looked at for. Medicines are told by `names`, which stand in the order of the list.
pub(crate) fn information(load: &Load, names: &[String]) -> Vec<String> {
    let table = &load.table;
    let reached = load.reached.iter().filter(|one| one.threshold.is_printed());
    let open_one = load.open.iter().filter(|one| one.is_printed());
    let named = |list: &[usize]| {
        let names = list.iter().map(|at| names.get(*at).cloned());
        joined(names, "; ").unwrap_or_default()
    };
    reached
        .map(|one| threshold(one, table, load.at_most.at_least))
        .chain(open_one.map(|one| open(one, table)))
        .chain(prompts(load, &named))
        .collect()
}

/// The load as lines of text: both totals, the arithmetic, what was not counted, and what is to be said beside it.
pub fn explain(load: &Load) -> Vec<String> {
    let said = said(load);
    let mut lines = vec![
        say_with!("opioid-explain-taken", [("total", as_taken(load).into())]),
        say_with!("opioid-explain-most", [("total", at_most(load).into())]),
    ];
    lines.extend(said.lines.into_iter().map(|(_, text)| text));
    let left_out = said.left_out.into_iter().map(|(_, text)| text);
    lines.extend(
        left_out
            .chain(said.pumps)
            .map(|text| say_with!("opioid-explain-left-out", [("text", text.into())])),
    );
    lines.extend(said.reached);
    lines.extend(said.prompts);
    lines.extend(load.caveats.iter().cloned());
    lines.push(said.table);
    lines
}

/// "50 MME a day or more", "Above 90 mg oral morphine equivalent a day".
fn at(threshold: &Threshold, table: &UsedTable) -> String {
    match (threshold.from, threshold.above) {
        (Some(number), _) => from(number, table),
        (None, above) => say_with!(
            "opioid-above",
            [
                ("above", limit(above).into()),
                ("unit", table.unit.as_str().into())
            ],
        ),
    }
}

fn from(number: impl ToString, table: &UsedTable) -> String {
    say_with!(
        "opioid-from",
        [
            ("from", number.to_string().into()),
            ("unit", table.unit.as_str().into()),
        ],
    )
}

fn limit(number: Option<Number>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn threshold(reached: &ReachedThreshold, table: &UsedTable, at_least: bool) -> String {
    let threshold = &reached.threshold;
    let by = say!(match (reached.as_taken, reached.at_most) {
        (true, true) => message!("opioid-by-both"),
        (true, false) => message!("opioid-by-taken"),
        (false, _) => message!("opioid-by-most"),
    });
    let id = match at_least {
        true => message!("opioid-threshold-at-least"),
        false => message!("opioid-threshold"),
    };
    say_with!(
        id,
        [
            ("at", at(threshold, table).into()),
            ("by", by.into()),
            ("text", threshold.text.as_str().into()),
            ("caveat", threshold.caveat.as_str().into()),
            ("source", threshold.source.as_str().into()),
        ],
    )
}

fn open(threshold: &Threshold, table: &UsedTable) -> String {
    let unit = table.unit.as_str();
    match (threshold.from, threshold.above) {
        (Some(from), _) => say_with!(
            "opioid-open-from",
            [("from", from.to_string().into()), ("unit", unit.into())],
        ),
        (None, above) => say_with!(
            "opioid-open-above",
            [("above", limit(above).into()), ("unit", unit.into())],
        ),
    }
}

fn left_out(one: &LeftOut, table: &UsedTable) -> String {
    say_with!(
        "opioid-left-out",
        [
            ("ingredient", one.ingredient.as_str().into()),
            ("why", why(&one.reason, table).into()),
        ],
    )
}

/// What an ingredient that may still be taken would add at most, where that can be counted.
pub(crate) fn would_add(reason: &Reason) -> Option<String> {
    match reason {
        Reason::Doubtful {
            would_add: Some(most),
            ..
        } => Some(sum(most)),
        _ => None,
    }
}

/// The arithmetic of both parts of a line, as taken and at most.
pub(crate) fn sums(line: &Line) -> (Option<String>, String) {
    (line.as_taken.as_ref().map(sum), sum(&line.at_most))
}

fn why(reason: &Reason, table: &UsedTable) -> String {
    match reason {
        Reason::Stopped => say!("opioid-why-stopped"),
        Reason::NotBegun => say!("opioid-why-not-begun"),
        Reason::Once => say!("opioid-why-once"),
        Reason::Doubtful { may_have_ended, .. } => {
            let doubt = say!(match may_have_ended {
                true => message!("opioid-why-may-have-ended"),
                false => message!("opioid-why-still-taken"),
            });
            match would_add(reason) {
                Some(sum) => say_with!(
                    "opioid-why-would-add",
                    [("doubt", doubt.into()), ("sum", sum.into())],
                ),
                None => doubt,
            }
        }
        Reason::NotAnOpioid => say!("opioid-why-no-opioid"),
        Reason::NotKnown { resembles, .. } if !resembles.is_empty() => {
            say_with!("opioid-why-resembles", [("names", all(resembles).into())])
        }
        Reason::NotKnown { hourly: true, .. } => say!("opioid-why-hourly"),
        Reason::NotKnown { .. } => say!("opioid-why-not-known"),
        Reason::OpioidUseDisorder => say!("opioid-why-use-disorder"),
        Reason::Excluded { why } => say_with!(
            "opioid-why-excluded",
            [("unit", table.unit.as_str().into()), ("why", why.as_str().into()),],
        ),
        Reason::Route { route } => {
            let way = match route {
                Route::Unknown => say!("opioid-why-this-route"),
                known => known.word(),
            };
            say_with!("opioid-why-route", [("way", way.into())])
        }
        Reason::Injected => say!("opioid-why-injected"),
        Reason::NoFactor => say!("opioid-why-no-factor"),
        Reason::Missing { what } => what.word(),
    }
}

/// "one and another and a third".
fn all(names: &[String]) -> String {
    let both =
        |one: String, other: String| say_with!("opioid-and", [("one", one.into()), ("other", other.into())]);
    names.iter().cloned().reduce(both).unwrap_or_default()
}

fn pump(pump: &Pump) -> String {
    let name = pump.name.clone().unwrap_or_else(|| say!("opioid-pump-not-named"));
    match pump.opioids.is_empty() {
        true => say_with!("opioid-pump-not-known", [("name", name.into())]),
        false => say_with!(
            "opioid-pump",
            [("name", name.into()), ("opioids", all(&pump.opioids).into())],
        ),
    }
}

#[cfg(test)]
mod tests;
