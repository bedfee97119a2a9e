//! The load in plain lines, for the command line and for print. It informs and never advises.

use super::{Gap, LeftOut, Line, Load, Note, Prompt, Reached, Reason, Total, Used};
use crate::medicine::kind::Route;
use crate::medicine::name::Class;
use crate::medicine::number::shown;
use rust_decimal::Decimal;

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "Total 62 MME a day (CDC 2022 table; 1 medicine not convertible)".
pub(super) fn sentence(
    value: Decimal,
    at_least: bool,
    unrecorded: usize,
    table: &Used,
    left_out: &[LeftOut],
) -> String {
    format!(
        "Total {}{} {} a day ({})",
        least(at_least),
        shown(value),
        table.unit,
        inside(unrecorded, table, left_out)
    )
}

/// Both totals in one sentence: "Total 62 MME a day as taken; 90 at most (CDC 2022 table; 1 medicine not convertible)".
pub fn summary(load: &Load) -> String {
    let unrecorded = load.lines.iter().filter(|line| line.as_taken.is_none()).count();
    let inside = inside(unrecorded, &load.table, &load.left_out);
    let (taken, most) = (&load.as_taken, &load.at_most);
    if load.lines.is_empty() {
        return format!(
            "No total in {} a day: nothing could be counted ({inside})",
            load.table.unit
        );
    }
    let number = |total: &Total| format!("{}{}", least(total.at_least), shown(total.value));
    let unit = &load.table.unit;
    if taken.value == most.value && taken.at_least == most.at_least {
        return format!(
            "Total {} {unit} a day as taken and at most ({inside})",
            number(taken)
        );
    }
    format!(
        "Total {} {unit} a day as taken; {} at most ({inside})",
        number(taken),
        number(most)
    )
}

fn least(at_least: bool) -> &'static str {
    if at_least { "at least " } else { "" }
}

/// The table, and how many medicines are missing from a total and why.
fn inside(unrecorded: usize, table: &Used, left_out: &[LeftOut]) -> String {
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
        (unrecorded, "taken as needed with actual use not recorded"),
    ];
    let mut inside = table.name.clone();
    for (number, what) in said.into_iter().filter(|(number, _)| *number > 0) {
        inside.push_str(&format!("; {} {what}", counted(number, "medicine", "medicines")));
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
        reached: load.reached.iter().map(|one| threshold(one, table)).collect(),
        prompts: load
            .prompts
            .iter()
            .map(|prompt| prompted(prompt, table))
            .collect(),
        table: format!(
            "{} ({}), version {}. Source: {}",
            table.name, table.jurisdiction, table.version, table.source
        ),
    }
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
            .map(|(_, text)| format!("Not counted: {text}")),
    );
    lines.extend(said.reached);
    lines.extend(said.prompts);
    lines.extend(load.caveats.iter().cloned());
    lines.push(said.table);
    lines
}

fn threshold(reached: &Reached, table: &Used) -> String {
    let threshold = &reached.threshold;
    let at = match (threshold.from, threshold.above) {
        (Some(from), _) => format!("{from} {} a day or more", table.unit),
        (None, above) => {
            let above = above.map(|above| above.to_string()).unwrap_or_default();
            format!("Above {above} {} a day", table.unit)
        }
    };
    let by = match (reached.as_taken, reached.at_most) {
        (true, true) => "as taken and at most",
        (true, false) => "as taken",
        (false, _) => "at most only",
    };
    format!(
        "Information: {at} ({by}). {} {} Source: {}",
        threshold.text, threshold.caveat, threshold.source
    )
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
        Reason::NotAnOpioid => "not an opioid".to_owned(),
        Reason::NotKnown { resembles } if resembles.is_empty() => {
            "the name is not known to Lamina".to_owned()
        }
        Reason::NotKnown { resembles } => format!(
            "the name is not known to Lamina; it resembles {}, please check the spelling",
            resembles.join(" and ")
        ),
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

fn places(places: &[usize]) -> String {
    let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    numbers.join(", ")
}

fn prompted(prompt: &Prompt, table: &Used) -> String {
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
                "Please check the list: {ingredient} stands on it {} times (medicines {}) and none was stopped. All that \
                 can be counted are in the total.{meant}",
                medicines.len(),
                places(medicines)
            )
        }
        Prompt::WithSedative { class, medicines } => {
            let what = match class {
                Class::Benzodiazepine => "a benzodiazepine",
                Class::Gabapentinoid => "a gabapentinoid",
                _ => "another medicine that sedates",
            };
            format!(
                "Information: an opioid and {what} are on the list (medicine {}).",
                places(medicines)
            )
        }
        Prompt::NoNaloxone { from } => {
            format!(
                "Information: {from} {} a day or more, and naloxone is not on the list.",
                table.unit
            )
        }
        Prompt::NoReview { last, days } => {
            format!("Information: the last review recorded is of {last}, more than {days} days ago.")
        }
    }
}
