//! The treatments of a letter, by the ladder: what was tried, what came of it, and why it ended. Each keeps the number by which
//! the rest of the record speaks of it.

use super::{
    About,
    fullness::{Fullness, Passage, differ},
    listed, side,
    source::Sources,
    table,
};
use crate::{
    overview,
    record::Record,
    responses,
    treatments::{injection, medicine, therapy, untried},
    words::{self, Word, joined, message, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Kept, Missing, Standing, Treatment,
    ladder::{Effect, Rung, effect},
    treatment::StopReason,
};
use lamina_letters::{Block, Column};

/// So many of the latest of each rung a short letter tells; a tight one tells the last of each.
const SHORT: usize = 4;
const TIGHT: usize = 1;

/// From so many treatments on, what came of them is counted first.
const COUNTED: usize = 4;

/// A treatment with the number under which the record knows it.
type Numbered<'a> = (usize, &'a Kept<Treatment>);

/// Everything; or of what was done again the last time, each with its last response; or the latest of each rung in lines; or of
/// each rung what came of all on it, and the last.
pub(super) fn treatments(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let all = record.treatments.len();
    let chosen = chosen(record, fullness);
    let sources = Sources::of(chosen.iter().map(|(_, one)| one.told_by));
    let mut blocks: Vec<Block> = of_all(record, fullness).into_iter().collect();
    let cut = match fullness {
        Fullness::Whole | Fullness::Usual => {
            let rows = |fullness| -> Vec<Vec<String>> {
                let row = |(number, one): &Numbered<'_>| row(*number, one, about, &sources, fullness);
                chosen.iter().map(row).collect()
            };
            let told = rows(fullness);
            let cut = differ(&told, &rows(Fullness::Whole));
            let columns = vec![
                Column::right(say!("letter-no"), 0.5),
                Column::left(say!("letter-when"), 1.7),
                Column::left(say!("letter-treatment"), 3.0),
                Column::left(say!("letter-response"), 2.6),
                Column::left(say!("letter-adverse-effects-why-it-ended"), 2.0),
            ];
            blocks.extend(sources.under(table(columns, told)));
            cut
        }
        _ => {
            let rungs = Rung::ALL.into_iter();
            blocks.extend(listed(
                rungs.filter_map(|rung| on_rung(rung, &chosen, about, fullness)),
            ));
            if lines_have_others(record, &chosen) {
                blocks.push(Block::Note(say!("letter-others-between")));
            }
            blocks = sources.under(blocks);
            chosen.len()
        }
    };
    let list = joined(
        record.untried.iter().map(|one| Some(untried::in_the_letter(one))),
        "; ",
    );
    blocks.extend(list.map(|list| Block::List(vec![say_with!("letter-not-tried", [("list", list.into())])])));
    let rule = match fullness {
        Fullness::Whole | Fullness::Usual => message!("letter-rule-treatments-usual"),
        Fullness::Short => message!("letter-rule-treatments-short"),
        Fullness::Tight | Fullness::Gone => message!("letter-rule-treatments-tight"),
    };
    Passage::from(blocks)
        .chosen(rule, message!("letter-left-treatments"), chosen.len(), all)
        .shortened(message!("letter-left-treatments"), cut)
}

/// What is told, the least invasive first, on one rung in the order of the record.
pub(super) fn chosen(record: &Record, fullness: Fullness) -> Vec<Numbered<'_>> {
    let mut all: Vec<Numbered<'_>> = (1..).zip(&record.treatments).collect();
    if fullness > Fullness::Whole {
        let same = |one: &Treatment, other: &Treatment| {
            let name = |of: &Treatment| of.name.as_str().to_lowercase();
            one.kind == other.kind
                && one.levels == other.levels
                && one.side == other.side
                && name(one) == name(other)
        };
        let mut last: Vec<Numbered<'_>> = Vec::new();
        for one in all.into_iter().rev() {
            if !last.iter().any(|(_, known)| same(known, one.1)) {
                last.push(one);
            }
        }
        last.reverse();
        all = last;
    }
    all.sort_by_key(|(_, one)| Rung::of(one.kind));
    let most = match fullness {
        Fullness::Whole | Fullness::Usual => return all,
        Fullness::Short => SHORT,
        Fullness::Tight | Fullness::Gone => TIGHT,
    };
    Rung::ALL
        .into_iter()
        .flat_map(|rung| {
            let on = all.iter().filter(move |(_, one)| Rung::of(one.kind) == rung);
            let on: Vec<Numbered<'_>> = on.copied().collect();
            let before = on.len().saturating_sub(most);
            on.into_iter().skip(before)
        })
        .collect()
}

/// What came of all that was tried; nothing where everything stands in the table, or each rung says it of its own.
fn of_all(record: &Record, fullness: Fullness) -> Option<Block> {
    let all = record.treatments.len();
    if !matches!(fullness, Fullness::Usual | Fullness::Short) || all < COUNTED {
        return None;
    }
    let list = tally(record.treatments.iter().map(|one| &one.fact))?;
    Some(Block::Paragraph(say_with!(
        "letter-tally",
        [("all", all.into()), ("list", list.into())]
    )))
}

/// What came of these, by the last response to each: "half of the pain or more gone 2; helped 3".
fn tally<'a>(treatments: impl Iterator<Item = &'a Treatment>) -> Option<String> {
    let effects: Vec<Effect> = treatments.map(effect).collect();
    let order = [
        (Effect::Halved, message!("letter-tally-halved")),
        (Effect::Helped, message!("letter-tally-helped")),
        (Effect::Little, message!("letter-tally-little")),
        (Effect::None, message!("letter-tally-none")),
        (Effect::Worse, message!("letter-tally-worse")),
        (Effect::InWords, message!("letter-tally-in-words")),
        (Effect::Unordered, message!("letter-tally-unordered")),
        (Effect::NotRecorded, message!("letter-tally-not-recorded")),
    ];
    let counted = order.into_iter().filter_map(|(which, words)| {
        let count = effects.iter().filter(|one| **one == which).count();
        (count > 0).then(|| {
            Some(say_with!(
                "letter-tally-part",
                [("what", say!(words).into()), ("count", count.into())]
            ))
        })
    });
    joined(counted, "; ")
}

/// Whether something else began before the response to one of these.
fn lines_have_others(record: &Record, chosen: &[Numbered<'_>]) -> bool {
    chosen
        .iter()
        .any(|(_, one)| responses::briefly(one, record).is_some_and(|told| told.others))
}

/// "Medicines: 3. pregabalin (Jan 2022 to Aug 2022): 30 % relief, drowsy; …", and tightly what came of all on the rung before it.
fn on_rung(rung: Rung, chosen: &[Numbered<'_>], about: &About<'_>, fullness: Fullness) -> Option<String> {
    let (record, today) = (about.record, about.today);
    let of_it = chosen.iter().filter(|(_, one)| Rung::of(one.kind) == rung);
    let told = of_it.map(|(number, one)| Some(in_a_line(*number, one, record, today)));
    let told = joined(told, "; ")?;
    let on_it = record.treatments.iter().map(|one| &one.fact);
    let on_it: Vec<&Treatment> = on_it.filter(|one| Rung::of(one.kind) == rung).collect();
    let count = on_it.len();
    let text = match tally(on_it.into_iter()) {
        Some(list) if fullness > Fullness::Short && count > TIGHT => say_with!(
            "letter-tally-rung",
            [
                ("count", count.into()),
                ("list", list.into()),
                ("last", told.into())
            ]
        ),
        _ => told,
    };
    Some(say_with!(
        "letter-decision-part",
        [("label", rung.word().into()), ("text", text.into())]
    ))
}

/// "3. pregabalin (Jan 2022 to Aug 2022): 30 % relief, drowsy".
fn in_a_line(number: usize, one: &Treatment, record: &Record, today: NaiveDate) -> String {
    let response = responses::briefly(one, record).map_or_else(
        || say!("letter-response-not-recorded"),
        |told| {
            let text = told.text.replace('\n', ", ");
            match told.others {
                true => say_with!("letter-with-others", [("text", text.into())]),
                false => text,
            }
        },
    );
    let what = one
        .medicine_on(today)
        .map_or_else(|| overview::name(one), ToString::to_string);
    let ended = joined(why_ended(one, today), ", ");
    say_with!(
        "letter-treatment-short",
        [
            ("number", number.to_string().into()),
            ("what", what.into()),
            ("when", overview::when(one).into()),
            (
                "response",
                joined([Some(response), ended], ", ").unwrap_or_default().into()
            ),
        ],
    )
}

/// That it goes on or may, or why it ended; that it was done once or completed says nothing more.
fn why_ended(treatment: &Treatment, today: NaiveDate) -> [Option<String>; 3] {
    let standing = treatment.standing(today);
    let told = matches!(
        standing,
        Standing::Running | Standing::MayHaveEnded | Standing::Unknown
    );
    let completed = treatment.stopped.value() == Some(&StopReason::Completed);
    let none_applies = treatment.stopped == Answer::Missing(Missing::NotApplicable);
    [
        told.then(|| standing.word()),
        words::answer(&treatment.stopped).filter(|_| !completed && !none_applies),
        treatment.stopped_words.as_ref().map(ToString::to_string),
    ]
}

/// Adverse effects, whether it goes on, why it ended.
fn ended(treatment: &Treatment, today: NaiveDate) -> [Option<String>; 4] {
    let standing = match treatment.standing(today) {
        Standing::MayHaveEnded => Some(Standing::MayHaveEnded.word()),
        _ => treatment.status.map(|status| status.word()),
    };
    [
        responses::effects_in_the_letter(treatment),
        standing,
        words::answer(&treatment.stopped),
        treatment.stopped_words.as_ref().map(ToString::to_string),
    ]
}

fn row(
    number: usize,
    treatment: &Treatment,
    about: &About<'_>,
    sources: &Sources,
    fullness: Fullness,
) -> Vec<String> {
    let (record, today) = (about.record, about.today);
    let until = (!treatment.ended.is_unknown())
        .then(|| say_with!("letter-until", [("ended", treatment.ended.to_string().into())]));
    let levels = (!treatment.levels.is_empty()).then(|| treatment.levels.to_string());
    let whole = fullness == Fullness::Whole;
    let medicine = match whole {
        true => medicine::in_the_letter(treatment),
        false => treatment.medicine_on(today).map(ToString::to_string),
    };
    let details = [
        medicine::class_of(treatment, today),
        medicine,
        treatment.dose.as_ref().map(ToString::to_string),
        levels,
        side(&treatment.side),
        treatment.target.as_ref().map(ToString::to_string),
    ];
    let more = || {
        [
            treatment.injection.as_ref().and_then(injection::in_short),
            treatment.therapy.as_ref().and_then(therapy::in_short),
            given(treatment),
            treatment.note.as_ref().map(ToString::to_string),
        ]
    };
    let details = details.into_iter().chain(whole.then(more).into_iter().flatten());
    let response = match whole {
        true => responses::in_the_letter(treatment, record),
        false => responses::last_in_the_letter(treatment, record),
    };
    vec![
        number.to_string(),
        joined([Some(treatment.started.to_string()), until], " ").unwrap_or_default(),
        joined(
            [
                Some(format!("{}: {}", treatment.kind.word(), treatment.name)),
                joined(details, "; "),
                sources.mark(treatment.told_by),
            ],
            "\n",
        )
        .unwrap_or_default(),
        response.unwrap_or_else(|| say!("letter-response-not-recorded")),
        joined(ended(treatment, today), "; ").unwrap_or_default(),
    ]
}

/// Who gives it, why, and how closely it is followed.
fn given(treatment: &Treatment) -> Option<String> {
    let by = treatment
        .provider
        .as_ref()
        .map(|who| say_with!("letter-provider", [("who", who.to_string().into())]));
    let why = treatment
        .indication
        .as_ref()
        .map(|why| say_with!("letter-indication", [("why", why.to_string().into())]));
    let how = treatment
        .adherence
        .value()
        .map(|how| say_with!("letter-adherence", [("how", how.word().into())]));
    joined([by, why, how], ", ")
}
