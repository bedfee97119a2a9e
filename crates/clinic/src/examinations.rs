//! How an examination is told: what was found first, by side, then what was measured, then all that is normal in one line, and
//! what was not tested. What was carried forward from an earlier examination stands by itself. What was not examined is not
//! there, and never normal.

mod items;

use crate::{
    details,
    telling::Telling,
    words::{Message, Word, examination::course, joined, message, say, say_with, sentence},
};
use items::{Group, Item, Weight, items};
use lamina_api::shown::Detail;
use lamina_domain::{
    Examination, Fact, Link,
    examination::{
        behavioural::{BehaviouralCount, BehaviouralGroup, BehaviouralResult},
        measured::{Course, CourseValue},
        motion::Method,
        power::LimbSide,
    },
};

/// So many findings stand in the title.
const IN_TITLE: usize = 3;

/// What was examined then, and what was carried forward, each line under its label.
pub(crate) fn lines(examination: &Examination, telling: &Telling<'_>) -> Vec<Detail> {
    let examined = examination.examined();
    let all = items(&examined);
    let mut lines = findings(&all);
    let mut add = |label: String, text: Option<String>| {
        lines.extend(text.map(|text| Detail { label, text }));
    };
    add(say!("exam-measured"), measured(&examined));
    add(say!("exam-normal"), in_one_line(&all, Weight::Usual));
    add(say!("exam-not-tested"), in_one_line(&all, Weight::NotTested));
    for (from, part) in examination.carried_from() {
        let label = say_with!("exam-carried", [("when", source(from, telling).into())]);
        add(label, carried(&part));
    }
    lines
}

/// What was examined then, part by part: under each what was found, what is as usual of it and what was not tested of it. What
/// was carried forward is of another day.
pub(crate) fn by_part(examination: &Examination) -> Vec<Detail> {
    let examined = examination.examined();
    let all = items(&examined);
    let other = say!("exam-other-findings");
    let label = |one: &Item| {
        one.group
            .map_or_else(|| other.clone(), |group| sentence(&group.word()))
    };
    let mut labels: Vec<String> = Vec::new();
    for one in all.iter().map(label) {
        if !labels.contains(&one) {
            labels.push(one);
        }
    }
    let told = labels.into_iter().filter_map(|name| {
        let part: Vec<Item> = all.iter().filter(|one| label(one) == name).cloned().collect();
        let found = part.iter().filter(|one| one.weight == Weight::Notable);
        let found = joined(found.map(|one| Some(sided(one.side, &one.text))), "; ");
        let not_tested = in_one_line(&part, Weight::NotTested).map(|text| {
            say_with!(
                "exam-labelled",
                [("label", say!("exam-not-tested").into()), ("text", text.into())]
            )
        });
        let text = joined([found, in_one_line(&part, Weight::Usual), not_tested], "; ")?;
        Some(Detail { label: name, text })
    });
    let measured = measured(&examined).map(|text| Detail {
        label: say!("exam-measured"),
        text,
    });
    told.chain(measured).chain(behavioural(&examined)).collect()
}

/// Behavioural signs by their groups, how many of how many, and what they don't say. They are told on the screen alone: letters
/// take [`lines`].
pub(crate) fn behavioural(examination: &Examination) -> Option<Detail> {
    let named = |wanted: BehaviouralResult| {
        let groups = examination
            .behavioural
            .iter()
            .filter(move |one| one.found == wanted);
        joined(groups.map(|one| Some(one.group.word())), ", ")
    };
    let labelled = |label: Message, groups: Option<String>| {
        groups.map(|groups| {
            say_with!(
                "exam-labelled",
                [("label", say!(label).into()), ("text", groups.into())]
            )
        })
    };
    let count = BehaviouralCount::of(&examination.behavioural).map(|count| {
        say_with!(
            "exam-behavioural-count",
            [
                ("found", count.found.into()),
                ("examined", count.examined.into()),
                ("all", BehaviouralGroup::ALL.len().into()),
            ],
        )
    });
    let meaning = count.is_some().then(|| say!("exam-behavioural-meaning"));
    let parts = [
        count,
        labelled(message!("exam-behavioural-yes"), named(BehaviouralResult::Yes)),
        labelled(message!("exam-behavioural-no"), named(BehaviouralResult::No)),
        labelled(
            message!("exam-behavioural-not-examined"),
            named(BehaviouralResult::NotExamined),
        ),
        meaning,
    ];
    Some(Detail {
        label: say!("exam-behavioural"),
        text: joined(parts, ". ")?,
    })
}

/// What it is in one line: what was found, or that what was examined was as usual.
pub(crate) fn title(examination: &Examination) -> String {
    let examined = examination.examined();
    let all = items(&examined);
    let found: Vec<String> = all
        .iter()
        .filter(|one| one.weight == Weight::Notable)
        .map(|one| sided(one.side, &one.text))
        .collect();
    let (first, more) = found.split_at(found.len().min(IN_TITLE));
    let first = joined(first.iter().cloned().map(Some), "; ");
    match (first, more.len()) {
        (Some(first), 0) => sentence(&first),
        (Some(first), more) => say_with!(
            "exam-title-more",
            [("found", sentence(&first).into()), ("more", more.into())]
        ),
        (None, _) => {
            let told = |label: String, text: String| {
                say_with!("exam-labelled", [("label", label.into()), ("text", text.into())])
            };
            groups(&all, Weight::Usual)
                .map(|parts| told(say!("exam-title-normal"), parts))
                .or_else(|| measured(&examined).map(|values| sentence(&values)))
                .or_else(|| groups(&all, Weight::NotTested).map(|parts| told(say!("exam-not-tested"), parts)))
                .unwrap_or_else(|| sentence(&say!("noun-examination")))
        }
    }
}

/// What was found, a line for each side and one for what has none.
fn findings(all: &[Item]) -> Vec<Detail> {
    let of_side = |side: Option<LimbSide>| {
        let found = all
            .iter()
            .filter(|one| one.weight == Weight::Notable && one.side == side);
        joined(found.map(|one| Some(one.text.clone())), "; ")
    };
    let lines = [
        (say!("exam-left"), of_side(Some(LimbSide::Left))),
        (say!("exam-right"), of_side(Some(LimbSide::Right))),
        (say!("exam-other-findings"), of_side(None)),
    ];
    let lines = lines.into_iter();
    lines
        .filter_map(|(label, text)| Some(Detail { label, text: text? }))
        .collect()
}

/// All of one weight in one line, part by part: "muscle power 5: L2, L3 both sides, L5 right; gait normal".
fn in_one_line(all: &[Item], weight: Weight) -> Option<String> {
    let of_it: Vec<&Item> = all.iter().filter(|one| one.weight == weight).collect();
    let mut seen: Vec<Group> = Vec::new();
    for group in of_it.iter().filter_map(|one| one.group) {
        if !seen.contains(&group) {
            seen.push(group);
        }
    }
    let of_group = |group: Option<Group>| of_it.iter().copied().filter(move |one| one.group == group);
    let grouped = seen.iter().map(|group| {
        let found = both_sides(of_group(Some(*group)), ", ")?;
        let part = match weight {
            Weight::Usual => group.normal(),
            _ => group.word(),
        };
        Some(say_with!(
            "exam-part",
            [("part", part.into()), ("found", found.into())]
        ))
    });
    joined(grouped.chain([both_sides(of_group(None), "; ")]), "; ")
}

/// What is the same on both sides is said once: "L2, L3 both sides, L5 right".
fn both_sides<'a>(items: impl Iterator<Item = &'a Item>, between: &str) -> Option<String> {
    const SIDES: [Option<LimbSide>; 2] = [Some(LimbSide::Left), Some(LimbSide::Right)];
    let mut texts: Vec<(&str, Vec<Option<LimbSide>>)> = Vec::new();
    for one in items {
        match texts.iter_mut().find(|(text, _)| *text == one.short) {
            Some((_, sides)) => sides.push(one.side),
            None => texts.push((one.short.as_str(), vec![one.side])),
        }
    }
    let is_both = |sides: &[Option<LimbSide>]| SIDES.iter().all(|side| sides.contains(side));
    let all_of = |of_it: &dyn Fn(&[Option<LimbSide>]) -> bool| {
        let found = texts.iter().filter(|(_, sides)| of_it(sides));
        joined(found.map(|(text, _)| Some((*text).to_owned())), between)
    };
    let one_side = |side: LimbSide| {
        let what = all_of(&|sides| !is_both(sides) && sides.contains(&Some(side)))?;
        Some(say_with!(
            "exam-one-side",
            [("what", what.into()), ("side", side.word().into())]
        ))
    };
    let both = all_of(&is_both).map(|what| say_with!("exam-both-sides", [("what", what.into())]));
    let without = all_of(&|sides| sides.contains(&None));
    joined(
        [both, one_side(LimbSide::Left), one_side(LimbSide::Right), without],
        between,
    )
}

/// What was examined with such a result, each kind once.
fn groups(all: &[Item], weight: Weight) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for one in all.iter().filter(|one| one.weight == weight) {
        let name = one.group.map_or_else(|| one.short.clone(), Group::word);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    joined(names.into_iter().map(Some), ", ")
}

/// What was measured, beside the angles, which stand with their tests, and full movements, which are normal.
fn measured(examination: &Examination) -> Option<String> {
    let values = examination.measured();
    let values = values.iter().filter(|one| match one.course {
        Course::Tension(_) => false,
        Course::Motion(_, _, Method::EstimatedShare) => one.value < 100.0,
        _ => true,
    });
    joined(values.map(|one| Some(value(one))), "; ")
}

fn value(one: &CourseValue) -> String {
    let number = one.value.to_string();
    let value = match one.course.unit() {
        "°" => say_with!("exam-angle", [("angle", number.into())]),
        unit => say_with!("shown-in-unit", [("value", number.into()), ("unit", unit.into())]),
    };
    sided(
        one.side,
        &say_with!(
            "exam-value",
            [("what", course(one.course).into()), ("value", value.into())]
        ),
    )
}

/// What was carried forward, in one line: findings, values, and what is normal of it.
fn carried(part: &Examination) -> Option<String> {
    let all = items(part);
    let found = all
        .iter()
        .filter(|one| one.weight == Weight::Notable)
        .map(|one| Some(sided(one.side, &one.text)));
    let labelled = |label: String, text: Option<String>| {
        text.map(|text| say_with!("exam-labelled", [("label", label.into()), ("text", text.into())]))
    };
    let rest = [
        measured(part),
        labelled(say!("exam-normal-then"), in_one_line(&all, Weight::Usual)),
        labelled(say!("exam-not-tested-then"), in_one_line(&all, Weight::NotTested)),
    ];
    joined(found.chain(rest), "; ")
}

/// When the examination was that something was carried forward from; its number where no record is at hand.
fn source(from: &Link, telling: &Telling<'_>) -> String {
    let Some(record) = telling.record() else {
        return from.to_string();
    };
    match record.entry(from).map(|kept| kept.fact) {
        Some(Fact::Examination(earlier)) => details::when(&earlier.when, message!("shown-date-unknown")),
        _ => say!("exam-carried-gone"),
    }
}

fn sided(side: Option<LimbSide>, what: &str) -> String {
    match side {
        Some(side) => say_with!(
            "exam-sided",
            [("side", side.word().into()), ("what", what.into())]
        ),
        None => what.to_owned(),
    }
}

#[cfg(test)]
mod tests;
