//! What the words of every noun are put together from: labelled details in reading order. A value that is missing says which
//! kind of missing it is; one that nobody asked for is left out.

pub(crate) mod answers;

use crate::words::{self, Message, Word, joined, message, say, say_with};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{Answer, Levels, Missing, Side, Text, ToldBy, When, background::AskedList};

/// Collects details, leaving out what is not there.
#[derive(Default)]
pub(crate) struct Details(pub(crate) Vec<Detail>);

impl Details {
    pub(crate) fn add(&mut self, label: &str, text: Option<String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.0.push(Detail {
                label: label.to_owned(),
                text,
            });
        }
    }

    pub(crate) fn text(&mut self, label: &str, text: &Option<Text>) {
        self.add(label, text.as_ref().map(ToString::to_string));
    }

    pub(crate) fn list(&mut self, label: &str, texts: &[Text]) {
        self.add(label, list(texts));
    }

    pub(crate) fn told_by(&mut self, told_by: ToldBy) {
        self.add(&say!("shown-said-by"), Some(told_by.word()));
    }

    /// What most nouns end with: the note and who told it, under the title and the date, or that none is known.
    pub(crate) fn ended(mut self, on: &When, title: String, note: &Option<Text>, told_by: ToldBy) -> Shown {
        self.text(&say!("shown-note"), note);
        self.told_by(told_by);
        Shown {
            when: when(on, message!("shown-date-unknown")),
            title,
            details: self.0,
        }
    }
}

/// Texts in one line.
pub(crate) fn list(texts: &[Text]) -> Option<String> {
    joined(texts.iter().map(|text| Some(text.to_string())), ", ")
}

/// Levels where there are any.
pub(crate) fn levels(levels: &Levels) -> Option<String> {
    (!levels.is_empty()).then(|| levels.to_string())
}

/// A time, or of what it is not known: a bare "unknown" says nothing.
pub(crate) fn when(time: &When, unknown: Message) -> String {
    if time.is_unknown() {
        say!(unknown)
    } else {
        time.to_string()
    }
}

/// A side, or that it is missing and how. Where there is none by nature, nothing is said of it.
pub(crate) fn side(answer: &Answer<Side>) -> Option<String> {
    match answer {
        Answer::Value(_) => words::answer(answer),
        Answer::Missing(Missing::NotApplicable) => None,
        Answer::Missing(_) => {
            words::answer(answer).map(|word| say_with!("shown-side", [("word", word.to_string().into())]))
        }
    }
}

/// A list that was asked for; "not asked" where nobody did.
pub(crate) fn asked(answer: &AskedList) -> String {
    match answer {
        Answer::Value(texts) => list(texts).unwrap_or_else(|| Missing::NotAsked.word()),
        Answer::Missing(missing) => missing.word(),
    }
}
