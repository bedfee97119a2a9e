//! What a list of medicines should be looked at for, in words.

use super::from;
use crate::words::{joined, message, say, say_with};
use lamina_domain::{
    medicine::name::Class,
    opioid::{
        Load,
        load::{Because, Opioid, Prompt, UsedTable},
    },
};

/// How medicines are named, by their places in the list from 0.
pub(super) type Naming<'a> = &'a dyn Fn(&[usize]) -> String;

pub(super) fn prompts(load: &Load, named: Naming<'_>) -> Vec<String> {
    let each = load.prompts.iter();
    each.map(|prompt| {
        let text = prompted(prompt, &load.table, named);
        let doubtful = doubtful(prompt, load);
        match doubtful.is_empty() {
            true => text,
            false => say_with!(
                "opioid-doubtful",
                [("text", text.into()), ("which", named(&doubtful).into())],
            ),
        }
    })
    .collect()
}

/// "medicine 2", "medicines 1, 3".
pub(super) fn places(places: &[usize]) -> String {
    let numbers = places.iter().map(|place| Some((place + 1).to_string()));
    let numbers = joined(numbers, ", ").unwrap_or_default();
    say_with!(
        "opioid-places",
        [("count", places.len().into()), ("numbers", numbers.into())],
    )
}

fn sedative(class: Class) -> String {
    say!(match class {
        Class::Benzodiazepine => message!("opioid-class-benzodiazepine"),
        Class::Gabapentinoid => message!("opioid-class-gabapentinoid"),
        _ => message!("opioid-class-other"),
    })
}

fn prompted(prompt: &Prompt, table: &UsedTable, named: Naming<'_>) -> String {
    match prompt {
        Prompt::Duplicate {
            ingredient,
            medicines,
            releases_differ,
        } => {
            let id = match releases_differ {
                true => message!("opioid-twice-releases"),
                false => message!("opioid-twice"),
            };
            say_with!(
                id,
                [
                    ("ingredient", ingredient.as_str().into()),
                    ("count", medicines.len().into()),
                    ("which", named(medicines).into()),
                ],
            )
        }
        Prompt::WithSedative {
            class,
            medicines,
            opioid,
        } => {
            let id = match opioid {
                Opioid::Listed => message!("opioid-sedative"),
                Opioid::NameNotKnown => message!("opioid-sedative-name"),
                Opioid::InPump => message!("opioid-sedative-pump"),
                Opioid::PumpNotKnown => message!("opioid-sedative-pump-not-known"),
            };
            say_with!(
                id,
                [
                    ("class", sedative(*class).into()),
                    ("which", named(medicines).into()),
                ],
            )
        }
        Prompt::WithAntagonist { medicines } => {
            say_with!("opioid-antagonist", [("which", named(medicines).into())])
        }
        Prompt::NoNaloxone { because, source } => {
            let reasons = because.iter().map(|one| Some(reason(one, table)));
            say_with!(
                "opioid-naloxone",
                [
                    ("reasons", joined(reasons, "; ").unwrap_or_default().into()),
                    ("source", source.as_str().into()),
                ],
            )
        }
        Prompt::NoReview {
            last,
            since,
            days,
            source,
        } => match (last, since) {
            (Some(last), _) => say_with!(
                "opioid-review",
                [
                    ("last", last.as_str().into()),
                    ("days", (*days).into()),
                    ("source", source.as_str().into()),
                ],
            ),
            (None, Some(since)) => say_with!(
                "opioid-review-none",
                [
                    ("since", since.as_str().into()),
                    ("days", (*days).into()),
                    ("source", source.as_str().into()),
                ],
            ),
            (None, None) => say_with!(
                "opioid-review-not-known",
                [("days", (*days).into()), ("source", source.as_str().into())],
            ),
        },
    }
}

fn reason(because: &Because, table: &UsedTable) -> String {
    match because {
        Because::Total { from: total } => from(total, table),
        Because::Sedative { class } => sedative(*class),
        Because::Condition { what, said } => say_with!(
            "opioid-naloxone-condition",
            [("what", what.as_str().into()), ("said", said.as_str().into())],
        ),
        Because::Age { from } => say_with!("opioid-naloxone-age", [("from", (*from).into())]),
    }
}

/// Of which medicines of a prompt nobody knows whether they are still taken.
fn doubtful(prompt: &Prompt, load: &Load) -> Vec<usize> {
    let places = match prompt {
        Prompt::Duplicate { medicines, .. }
        | Prompt::WithSedative { medicines, .. }
        | Prompt::WithAntagonist { medicines } => medicines.as_slice(),
        Prompt::NoNaloxone { .. } | Prompt::NoReview { .. } => &[],
    };
    let doubtful = places.iter().filter(|place| load.doubtful.contains(place));
    doubtful.copied().collect()
}
