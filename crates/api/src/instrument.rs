//! The questionnaires and tests that can be recorded, with all that a form needs to show them, and the score of what is
//! typed so far. Questions appear only where the wording is free.

use crate::noun::score::MeasureInput;
use lamina_domain::{
    Issue,
    instrument::{Algorithm, Better, Choice, Domain, Flag, Instrument, Item, Licence, instruments},
    rule::Sure,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an instrument is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentForm {
    /// Question by question, one answer each.
    Questions,
    /// Statements that are ticked, and the confirmation that all were read.
    Ticks,
    /// One question whose answer is a word.
    Word,
    /// A number as it was measured.
    Test,
    /// A total that was worked out elsewhere; the wording is the owner's.
    Total,
    /// The digits of a profile, never summed.
    Profile,
    /// The patient's own activities, each with its rating.
    Activities,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswerView {
    /// What is sent: points or the key of the word.
    pub value: String,
    /// The answer as printed.
    pub text: String,
}

/// One question of a form whose wording is free.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemView {
    /// The question in the wording of the form.
    pub text: String,
    /// Words at the low end of a scale.
    pub low: String,
    /// Words at the high end of a scale.
    pub high: String,
    /// The answers in order; points without words on a scale.
    pub answers: Vec<AnswerView>,
    /// False for a question that is not part of the score.
    pub counted: bool,
}

/// A score of some of the questions that is entered with the total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PartView {
    /// Stable key, by which its score is kept.
    pub key: String,
    /// The name as it is printed.
    pub name: String,
    /// The lowest score that the part can have.
    pub min: f64,
    /// The highest score of the part; none where there is no limit.
    pub max: Option<f64>,
}

/// An instrument as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InstrumentView {
    /// Stable id, such as `phq-9`.
    pub id: String,
    /// The name as printed.
    pub name: String,
    /// The name in full.
    pub full_name: String,
    /// What it measures, in a word.
    pub measures: String,
    /// How it is filled in.
    pub form: InstrumentForm,
    /// Whether the wording is free.
    pub free: bool,
    /// The line that is printed beside it.
    pub credit: String,
    /// What the owner allows.
    pub licence_note: String,
    /// The period it asks about.
    pub recall: String,
    /// The instruction above the questions.
    pub intro: String,
    /// The questions; none where the wording is not free.
    pub items: Vec<ItemView>,
    /// Printed versions, scores of which are never compared with each other.
    pub editions: Vec<String>,
    /// Whether a score is nothing without its version, which may then be one that is not listed.
    pub named_edition: bool,
    /// How many activities of their own a patient may name; 0 where none is asked for.
    pub activities: u32,
    /// Scores of parts that may be entered with the total.
    pub parts: Vec<PartView>,
    /// Lowest possible score, in `unit`.
    pub min: f64,
    /// Highest score; none where there is no limit.
    pub max: Option<f64>,
    /// The unit of the score as it is printed: `points`, `%`, `s`, `m`, `min`.
    pub unit: String,
    /// Which way is better, in words.
    pub direction: String,
    /// How it is scored and what happens to blanks, in a sentence.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// How sure the rule is.
    pub sure: Sure,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// Most blanks that are made up for on request; 0 where there is no such rule.
    pub blanks: u32,
    /// Whether "unable" can be the result.
    pub unable: bool,
}

/// Every instrument of the list, in the order of their names, without those that are kept with fields of their own. `measures`
/// says what an instrument measures, `direction` which way is better.
pub fn instrument_views(
    measures: impl Fn(Domain) -> String,
    direction: impl Fn(Better) -> String,
) -> Vec<InstrumentView> {
    let mut views: Vec<InstrumentView> = instruments()
        .iter()
        .filter(|one| one.measure.is_none())
        .map(|one| InstrumentView::of(one, measures(one.domain), direction(one.better)))
        .collect();
    views.sort_by_key(|view| view.name.to_lowercase());
    views
}

impl InstrumentView {
    /// The instrument as the window shows it, with what it measures and which way is better in words.
    pub fn of(instrument: &Instrument, measures: String, direction: String) -> Self {
        let form = form(instrument);
        let free = instrument.licence == Licence::FreeWording;
        let asked = free && !matches!(form, InstrumentForm::Test | InstrumentForm::Activities);
        Self {
            id: instrument.id.clone(),
            name: instrument.name.clone(),
            full_name: instrument.full_name.clone(),
            measures,
            form,
            free,
            credit: instrument.credit.clone(),
            licence_note: instrument.licence_note.clone(),
            recall: instrument.recall.clone(),
            intro: instrument.intro.clone().filter(|_| free).unwrap_or_default(),
            items: instrument
                .items
                .iter()
                .filter(|_| asked)
                .map(|item| question(instrument, item))
                .collect(),
            editions: instrument.editions.clone(),
            named_edition: instrument.named_edition,
            activities: match instrument.algorithm {
                Algorithm::Activities => u32::try_from(instrument.items.len()).unwrap_or(u32::MAX),
                _ => 0,
            },
            parts: instrument
                .subscales
                .iter()
                .filter(|part| !free && own_part(instrument, &part.key))
                .map(|part| {
                    let (min, max) = part.range(instrument);
                    PartView {
                        key: part.key.clone(),
                        name: part.name.clone(),
                        min,
                        max,
                    }
                })
                .collect(),
            min: instrument.min,
            max: instrument.max,
            unit: instrument.unit.clone(),
            direction,
            rule: instrument.words.clone(),
            source: instrument.source.clone(),
            sure: instrument.sure,
            notes: instrument.notes.clone(),
            blanks: match instrument.algorithm {
                Algorithm::Sum { blanks } => blanks,
                _ => 0,
            },
            unable: matches!(instrument.algorithm, Algorithm::Value { unable: true }),
        }
    }
}

/// The part that is itself the score is entered as the total.
fn own_part(instrument: &Instrument, key: &str) -> bool {
    !matches!(&instrument.algorithm, Algorithm::Subscale { key: own } if own == key)
}

fn form(instrument: &Instrument) -> InstrumentForm {
    match (&instrument.algorithm, instrument.licence) {
        (Algorithm::Profile, _) => InstrumentForm::Profile,
        (Algorithm::Activities, _) => InstrumentForm::Activities,
        (_, Licence::TotalOnly) => InstrumentForm::Total,
        (Algorithm::Value { .. }, _) => InstrumentForm::Test,
        (Algorithm::Ticks { .. }, _) => InstrumentForm::Ticks,
        (Algorithm::Label, _) => InstrumentForm::Word,
        _ => InstrumentForm::Questions,
    }
}

fn question(instrument: &Instrument, item: &Item) -> ItemView {
    let choices = if item.answers.is_empty() {
        &instrument.answers
    } else {
        &item.answers
    };
    let mut answers: Vec<AnswerView> = choices.iter().filter_map(answer).collect();
    if answers.is_empty() {
        answers = points(item);
    }
    ItemView {
        text: item.text.clone().unwrap_or_default(),
        low: item.low.clone().unwrap_or_default(),
        high: item.high.clone().unwrap_or_default(),
        answers,
        counted: item.counted,
    }
}

fn answer(choice: &Choice) -> Option<AnswerView> {
    let value = match (&choice.key, choice.points) {
        (Some(key), _) => key.clone(),
        (None, Some(points)) => points.to_string(),
        (None, None) => return None,
    };
    Some(AnswerView {
        value,
        text: choice.text.clone(),
    })
}

fn points(item: &Item) -> Vec<AnswerView> {
    let Some(max) = item.max else { return Vec::new() };
    let mut answers = Vec::new();
    let mut value = item.min;
    while value <= max {
        let shown = value.to_string();
        answers.push(AnswerView {
            value: shown.clone(),
            text: shown,
        });
        value += 1.0;
    }
    answers
}

/// Asks for the score of what is typed so far. Nothing is saved.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScoreAnswers {
    /// The measure with its answers, as far as they are typed.
    pub measure: MeasureInput,
}

/// Something that must be seen at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagView {
    /// Which of the alerts it is, by its code.
    pub flag: Flag,
    /// What to do, in words.
    pub text: String,
}

/// The score of what is typed so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct LiveScore {
    /// The score, or none with a reason.
    pub score: Option<f64>,
    /// How many counted questions are answered.
    pub answered: u32,
    /// How many are not.
    pub missing: u32,
    /// The score in words with its unit and band; empty where there is none.
    pub text: String,
    /// The band with its label where blanks were made up for; empty where there is none.
    pub band: String,
    /// Why there is no score; empty where there is one.
    pub reason: String,
    /// What must be seen at once.
    pub flags: Vec<FlagView>,
    /// What is typed and can't be an answer, by field.
    pub issues: Vec<Issue>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_06_questions_appear_only_where_the_wording_is_free() {
        for view in instrument_views(|_| String::new(), |_| String::new()) {
            let texts = view.items.iter().all(|item| !item.text.is_empty());
            assert!(texts, "{}: a question without words", view.id);
            assert!(
                view.free || (view.items.is_empty() && view.intro.is_empty()),
                "{}",
                view.id
            );
            assert!(!view.credit.is_empty() && !view.source.is_empty(), "{}", view.id);
        }
    }

    #[test]
    fn every_question_has_answers_to_choose_from() {
        for view in instrument_views(|_| String::new(), |_| String::new()) {
            for item in &view.items {
                assert!(item.answers.len() >= 2, "{}: {}", view.id, item.text);
            }
        }
    }

    #[test]
    fn pain_ratings_and_the_odi_have_fields_of_their_own() {
        let ids: Vec<String> = instrument_views(|_| String::new(), |_| String::new())
            .into_iter()
            .map(|view| view.id)
            .collect();
        assert!(ids.contains(&"phq-9".to_owned()) && !ids.contains(&"odi".to_owned()));
    }
}
