//! The load in plain lines, for the command line and for print. It informs and never advises.

use super::{Because, Gap, LeftOut, Line, Load, Note, Opioid, Prompt, Pump, Reached, Reason, Total, Used};
use crate::rule::opioid::factor::Threshold;
use crate::value::listed::Sure;
use crate::value::medicine::kind::Route;
use crate::value::medicine::name::Class;
use crate::value::medicine::number::shown;
use rust_decimal::Decimal;

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "Total 62 MME a day (CDC 2022 table)"; without a value "No total in MME a day: ..." and never 0.
pub(super) fn sentence(
    value: Option<Decimal>,
    at_least: bool,
    unrecorded: usize,
    table: &Used,
    left_out: &[LeftOut],
    pumps: &[Pump],
) -> String {
    let inside = inside(unrecorded, table, left_out, pumps);
    match value {
        Some(value) => format!(
            "Total {}{} {} a day ({inside})",
            least(at_least),
            shown(value),
            table.unit
        ),
        None if at_least => none(table, &inside),
        None => format!("No opioid among the medicines that are taken ({inside})"),
    }
}

fn none(table: &Used, inside: &str) -> String {
    format!(
        "No total in {} a day: nothing could be counted ({inside})",
        table.unit
    )
}

/// Both totals in one sentence: "Total at least 62 MME a day as taken; at least 90 at most (CDC 2022 table; 1 medicine not
/// convertible)".
pub fn summary(load: &Load) -> String {
    let unrecorded = load.lines.iter().filter(|line| line.as_taken.is_none()).count();
    let inside = inside(unrecorded, &load.table, &load.left_out, &load.pumps);
    let (taken, most) = (&load.as_taken, &load.at_most);
    let Some(highest) = most.value else {
        return most.sentence.clone();
    };
    let number = |value: Decimal, total: &Total| format!("{}{}", least(total.at_least), shown(value));
    let unit = &load.table.unit;
    let at_most = number(highest, most);
    match taken.value {
        Some(value) if value == highest && taken.at_least == most.at_least => {
            format!("Total {at_most} {unit} a day as taken and at most ({inside})")
        }
        Some(value) => format!(
            "Total {} {unit} a day as taken; {at_most} at most ({inside})",
            number(value, taken)
        ),
        None => format!("No total as taken; {at_most} {unit} a day at most ({inside})"),
    }
}

fn least(at_least: bool) -> &'static str {
    if at_least { "at least " } else { "" }
}

/// The table, and how many medicines are missing from a total and why.
fn inside(unrecorded: usize, table: &Used, left_out: &[LeftOut], pumps: &[Pump]) -> String {
    let of = |is: &dyn Fn(&Reason) -> bool| {
        let mut places: Vec<usize> = left_out
            .iter()
            .filter(|one| is(&one.reason))
            .map(|one| one.medicine)
            .collect();
        places.dedup();
        places.len()
    };
    let said = [
        (of(&Reason::is_not_convertible), "not convertible"),
        (
            of(&|reason| matches!(reason, Reason::Missing { .. })),
            "not countable as recorded",
        ),
        (
            of(&|reason| matches!(reason, Reason::NotKnown { .. })),
            "not known to Lamina",
        ),
        (
            of(&|reason| matches!(reason, Reason::Doubtful { .. })),
            "not known to be still taken",
        ),
        (unrecorded, "taken as needed with actual use not recorded"),
    ];
    let mut inside = table.name.clone();
    for (number, what) in said.into_iter().filter(|(number, _)| *number > 0) {
        inside.push_str(&format!("; {} {what}", counted(number, "medicine", "medicines")));
    }
    let known = pumps.iter().filter(|pump| !pump.opioids.is_empty()).count();
    for (number, what) in [
        (known, "with an opioid"),
        (pumps.len() - known, "that may hold an opioid"),
    ] {
        if number > 0 {
            inside.push_str(&format!("; {} {what}", counted(number, "pump", "pumps")));
        }
    }
    inside
}

/// A load in words, part by part. Lines are told with the medicine's place in the list, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The arithmetic of each ingredient that was counted.
    pub lines: Vec<(usize, String)>,
    /// Each ingredient that was not counted, and why.
    pub left_out: Vec<(usize, String)>,
    /// Each pump that was not counted, and why.
    pub pumps: Vec<String>,
    /// Thresholds that were reached, with what limits them and where they come from.
    pub reached: Vec<String>,
    /// What the list should be looked at for; medicines are told by their place, from 1.
    pub prompts: Vec<String>,
    /// The table with its place, version and source.
    pub table: String,
}

/// The load in words, part by part.
pub fn said(load: &Load) -> Said {
    let table = &load.table;
    Said {
        lines: load
            .lines
            .iter()
            .map(|line| (line.medicine, arithmetic(line)))
            .collect(),
        left_out: load
            .left_out
            .iter()
            .map(|one| {
                (
                    one.medicine,
                    format!("{}: {}", one.ingredient, why(&one.reason, table)),
                )
            })
            .collect(),
        pumps: load.pumps.iter().map(pump).collect(),
        reached: load
            .reached
            .iter()
            .map(|one| threshold(one, table, load.at_most.at_least))
            .chain(load.open.iter().map(|one| open(one, table)))
            .collect(),
        prompts: prompts(load, &places),
        table: format!(
            "{} ({}), version {}. Source: {}",
            table.name, table.jurisdiction, table.version, table.source
        ),
    }
}

/// What a letter says beside the load: the thresholds that are reached or may be, as far as their source is sure enough to
/// be printed, and what the list was looked at for. Medicines are told by `names`, which stand in the order of the list.
pub fn information(load: &Load, names: &[String]) -> Vec<String> {
    let table = &load.table;
    let printed = |threshold: &Threshold| threshold.sure != Sure::Low;
    let reached = load.reached.iter().filter(|one| printed(&one.threshold));
    let open_one = load.open.iter().filter(|one| printed(one));
    let named = |list: &[usize]| {
        let names: Vec<&str> = list
            .iter()
            .filter_map(|at| names.get(*at))
            .map(String::as_str)
            .collect();
        names.join("; ")
    };
    reached
        .map(|one| threshold(one, table, load.at_most.at_least))
        .chain(open_one.map(|one| open(one, table)))
        .chain(prompts(load, &named))
        .collect()
}

/// How medicines are named, by their places in the list from 0.
type Naming<'a> = &'a dyn Fn(&[usize]) -> String;

fn prompts(load: &Load, named: Naming<'_>) -> Vec<String> {
    let each = load.prompts.iter();
    each.map(|prompt| prompted(prompt, load, named) + &doubt(prompt, load, named))
        .collect()
}

/// The load as lines of text: both totals, the arithmetic, what was not counted, and what is to be said beside it.
pub fn explain(load: &Load) -> Vec<String> {
    let said = said(load);
    let mut lines = vec![
        format!("As taken: {}", load.as_taken.sentence),
        format!(
            "At most, if every as-needed dose is used: {}",
            load.at_most.sentence
        ),
    ];
    lines.extend(said.lines.into_iter().map(|(_, text)| text));
    lines.extend(
        said.left_out
            .into_iter()
            .map(|(_, text)| text)
            .chain(said.pumps)
            .map(|text| format!("Not counted: {text}")),
    );
    lines.extend(said.reached);
    lines.extend(said.prompts);
    lines.extend(load.caveats.iter().cloned());
    lines.push(said.table);
    lines
}

/// "50 MME a day or more", "Above 90 mg oral morphine equivalent a day".
fn at(threshold: &Threshold, table: &Used) -> String {
    match (threshold.from, threshold.above) {
        (Some(from), _) => format!("{from} {} a day or more", table.unit),
        (None, above) => {
            let above = above.map(|above| above.to_string()).unwrap_or_default();
            format!("Above {above} {} a day", table.unit)
        }
    }
}

fn threshold(reached: &Reached, table: &Used, at_least: bool) -> String {
    let threshold = &reached.threshold;
    let by = match (reached.as_taken, reached.at_most) {
        (true, true) => "as taken and at most",
        (true, false) => "as taken",
        (false, _) => "at most only",
    };
    let least = match at_least {
        true => " The total is at least this: not everything could be counted.",
        false => "",
    };
    format!(
        "Information: {} ({by}).{least} {} {} Source: {}",
        at(threshold, table),
        threshold.text,
        threshold.caveat,
        threshold.source
    )
}

fn open(threshold: &Threshold, table: &Used) -> String {
    let at = at(threshold, table);
    format!("Information: whether it is {at} is not known, because not everything could be counted.")
        .replace("Above", "above")
}

fn arithmetic(line: &Line) -> String {
    let mut text = match &line.as_taken {
        Some(taken) if taken.text == line.at_most.text => taken.text.clone(),
        Some(taken) => format!("As taken {}; at most {}", taken.text, line.at_most.text),
        None => format!("At most {}", line.at_most.text),
    };
    for note in &line.notes {
        let said = match note {
            Note::AsPrescribed => "actual use not recorded, counted as prescribed",
            Note::UseNotRecorded => "taken as needed, actual use not recorded, so not in the first total",
            Note::LowerEnd => "a range was prescribed, its lower end is in the first total",
            Note::Limited => "limited by the maximum for a day",
            Note::RouteTakenAsOral => "route not given, counted as by mouth",
            Note::MoreThanPrescribed => "more is taken than was prescribed at most",
            Note::MostNotKnown => "how much it can be at most is not recorded",
        };
        text.push_str("; ");
        text.push_str(said);
    }
    text
}

fn why(reason: &Reason, table: &Used) -> String {
    match reason {
        Reason::Stopped => "stopped".to_owned(),
        Reason::NotBegun => "not begun".to_owned(),
        Reason::Once => "given for one occasion".to_owned(),
        Reason::Doubtful {
            may_have_ended,
            would_add,
        } => {
            let doubt = match may_have_ended {
                true => "may have ended",
                false => "not known whether it is still taken",
            };
            match would_add {
                Some(sum) => format!("{doubt}; if it is taken, at most {sum}"),
                None => doubt.to_owned(),
            }
        }
        Reason::NotAnOpioid => "not counted as an opioid".to_owned(),
        Reason::NotKnown { resembles, .. } if !resembles.is_empty() => format!(
            "the name is not known to Lamina, so that it may be an opioid; it resembles {}, please check the spelling",
            resembles.join(" and ")
        ),
        Reason::NotKnown { hourly: true, .. } => {
            "the name is not known to Lamina; a strength an hour is mostly that of an opioid patch".to_owned()
        }
        Reason::NotKnown { .. } => "the name is not known to Lamina, so that it may be an opioid".to_owned(),
        Reason::OpioidUseDisorder => {
            "given for opioid use disorder, to which the total does not apply".to_owned()
        }
        Reason::Excluded { why } => format!("excluded from {} by the table: {why}", table.unit),
        Reason::Route { route } => format!("not converted: the table has no factor for it {}", way(*route)),
        Reason::Injected => "not converted: the table has no factor for injections or pumps".to_owned(),
        Reason::NoFactor => "not converted: the table has no factor for it".to_owned(),
        Reason::Missing { what } => format!("{} not recorded", gap(*what)),
    }
}

fn pump(pump: &Pump) -> String {
    let name = pump.name.as_deref().unwrap_or("a pump");
    match pump.opioids.is_empty() {
        true => {
            format!("{name}: a pump in the body; what it holds is not recorded, so that it may be an opioid")
        }
        false => format!(
            "{name}: a pump in the body, recorded with {}; not converted: the table has no factor for injections or pumps",
            pump.opioids.join(" and ")
        ),
    }
}

fn way(route: Route) -> &'static str {
    match route {
        Route::Unknown => "by this route",
        known => known.words(),
    }
}

fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Strength => "strength",
        Gap::StrengthAnHour => "strength of the patch an hour",
        Gap::Dose => "amount at a time",
        Gap::Frequency => "frequency or maximum a day",
        Gap::Route => "route",
        Gap::OnePatch => "what the patches worn at a time give an hour together",
        Gap::Smaller => "an amount small enough to count",
    }
}

/// "medicine 2", "medicines 1, 3".
fn places(places: &[usize]) -> String {
    let word = if places.len() == 1 {
        "medicine"
    } else {
        "medicines"
    };
    let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    format!("{word} {}", numbers.join(", "))
}

fn class_words(class: Class) -> &'static str {
    match class {
        Class::Benzodiazepine => "a benzodiazepine",
        Class::Gabapentinoid => "a gabapentinoid",
        _ => "another medicine that sedates",
    }
}

fn prompted(prompt: &Prompt, load: &Load, named: Naming<'_>) -> String {
    let table = &load.table;
    match prompt {
        Prompt::Duplicate {
            ingredient,
            medicines,
            releases_differ,
        } => {
            let meant = if *releases_differ {
                " One is immediate and one modified release, which may be meant."
            } else {
                ""
            };
            format!(
                "Please check the list: {ingredient} stands on it {} times ({}) and none was stopped. All that \
                 can be counted are in the total.{meant}",
                medicines.len(),
                named(medicines)
            )
        }
        Prompt::WithSedative {
            class,
            medicines,
            opioid,
        } => {
            let (class, which) = (class_words(*class), named(medicines));
            let listed = |what| format!("Information: {what} and {class} are on the list ({which}).");
            let in_pump = |holds| {
                format!(
                    "Information: {class} is on the list ({which}), and a pump is recorded that {holds} an opioid."
                )
            };
            match opioid {
                Opioid::Listed => listed("an opioid"),
                Opioid::NameNotKnown => listed("a medicine that may be an opioid, its name not being known,"),
                Opioid::InPump => in_pump("holds"),
                Opioid::PumpNotKnown => in_pump("may hold"),
            }
        }
        Prompt::WithAntagonist { medicines } => format!(
            "Please check the list: an opioid and a medicine that blocks opioids are on it ({}).",
            named(medicines)
        ),
        Prompt::NoNaloxone { because, source } => {
            let reasons: Vec<String> = because.iter().map(|one| reason_words(one, table)).collect();
            format!(
                "Information: naloxone is not on the list. It is mentioned for an opioid with: {}. Source: {source}",
                reasons.join("; ")
            )
        }
        Prompt::NoReview {
            last,
            since,
            days,
            source,
        } => {
            let said = match (last, since) {
                (Some(last), _) => {
                    format!("the last review recorded is of {last}, more than {days} days ago")
                }
                (None, Some(since)) => format!(
                    "no review of the opioid is recorded since its start ({since}), more than {days} days ago"
                ),
                (None, None) => format!(
                    "no review of the opioid is recorded, and since when it is taken is not known (review within {days} \
                     days)"
                ),
            };
            format!("Information: {said}. Source: {source}")
        }
    }
}

fn reason_words(because: &Because, table: &Used) -> String {
    match because {
        Because::Total { from } => format!("{from} {} a day or more", table.unit),
        Because::Sedative { class } => class_words(*class).to_owned(),
        Because::Condition { what, said } => format!("{what} (recorded: “{said}”)"),
        Because::Age { from } => format!("an age of {from} or more"),
    }
}

/// Of which medicines of a prompt nobody knows whether they are still taken.
fn doubt(prompt: &Prompt, load: &Load, named: Naming<'_>) -> String {
    let places = match prompt {
        Prompt::Duplicate { medicines, .. }
        | Prompt::WithSedative { medicines, .. }
        | Prompt::WithAntagonist { medicines } => medicines.as_slice(),
        Prompt::NoNaloxone { .. } | Prompt::NoReview { .. } => &[],
    };
    let doubtful: Vec<usize> = places
        .iter()
        .copied()
        .filter(|place| load.doubtful.contains(place))
        .collect();
    match doubtful.is_empty() {
        true => String::new(),
        false => format!(" Not known to be still taken: {}.", named(&doubtful)),
    }
}
