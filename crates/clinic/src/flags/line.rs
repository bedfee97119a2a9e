//! How the red flags stand in one line, the same for the banner and for the alerts of a letter. "None" is said only of what
//! was answered, never beside something that is open, and what is missing stands with it.

use super::{
    answers,
    view::{aged, last_screening},
};
use crate::{
    conditions,
    record::Record,
    words::{Word, flags as words, joined, message, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::flag::{FlagsLine, LineState};
use lamina_domain::{
    Answer, Missing, Reply,
    flag::answer::FlagAnswer,
    red_flag::{
        Assessment, Catalogue, Question, Settings,
        input::{Day, Input, read},
    },
};

pub(crate) fn line(
    record: &Record,
    assessment: &Assessment,
    settings: &Settings,
    today: NaiveDate,
) -> FlagsLine {
    let open = assessment.fired.len();
    let pinned = assessment.open().next().is_some();
    let asked = last_screening(record);
    let lacking = asked.map_or(0, |_| lacking(record, settings, today));
    let counts = asked.is_some() && lacking < questions().len();
    let to_ask = &assessment.asks_on;
    let noted = noted(record, open > 0 || !to_ask.is_empty());
    let documented = matches!(&record.background.red_flags, Answer::Value(texts) if !texts.is_empty());
    let parts = [
        (open > 0).then(|| say_with!("flag-line-open", [("count", open.into())])),
        joined(to_ask.iter().map(|one| Some(words::input(&one.question))), ", ")
            .map(|words| say_with!("flag-line-to-ask", [("words", words.into())])),
        noted.clone(),
        (open == 0 && to_ask.is_empty() && counts).then(|| say!("flag-line-none")),
        match (asked, &noted) {
            (Some(date), _) => {
                let id = match date.is_day() {
                    true => message!("flag-line-asked"),
                    false => message!("flag-line-asked-in"),
                };
                Some(say_with!(id, [("on", aged(date, today).into())]))
            }
            (None, None) if open == 0 => Some(Reply::NotAsked.word()),
            (None, _) => Some(say!("flag-line-not-asked")),
        },
        (lacking > 0).then(|| say_with!("flag-line-lacking", [("count", lacking.into())])),
    ];
    FlagsLine {
        state: match (pinned || documented, open, lacking) {
            (true, ..) => LineState::Listed,
            (false, 0, 0) if to_ask.is_empty() && (asked.is_some() || noted.is_some()) => LineState::None,
            (false, 0, _) => LineState::Open,
            (false, ..) => LineState::None,
        },
        text: joined(parts, "; ").unwrap_or_default(),
    }
}

/// What was noted in words, which is never read as an answer; a "none" is not repeated beside what is open.
fn noted(record: &Record, open: bool) -> Option<String> {
    let words = match &record.background.red_flags {
        Answer::Value(texts) => joined(texts.iter().map(|text| Some(text.to_string())), ", ")?,
        Answer::Missing(Missing::NotAsked) => return None,
        Answer::Missing(Missing::Absent | Missing::NotApplicable) if open => return None,
        Answer::Missing(missing) => missing.word(),
    };
    Some(say_with!("flag-line-noted", [("words", words.into())]))
}

fn questions() -> &'static [Question] {
    Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default()
}

/// Whether any question has an answer that counts today; of nothing, nothing is said to be not open.
pub(crate) fn counts_any(record: &Record, settings: &Settings, today: NaiveDate) -> bool {
    lacking(record, settings, today) < questions().len()
}

/// How many questions have no answer that counts today.
fn lacking(record: &Record, settings: &Settings, today: NaiveDate) -> usize {
    let register = conditions::red_flags(record, today);
    let all = answers(record, &register);
    let day = Day { at: today, today };
    questions()
        .iter()
        .filter(|question| {
            let of_it: Vec<&FlagAnswer> = all.iter().filter(|one| one.question == question.id).collect();
            matches!(read(question, &of_it, day, settings), Input::Missing(_))
        })
        .count()
}
