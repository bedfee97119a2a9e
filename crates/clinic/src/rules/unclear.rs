//! Why the columns of a table can't be told, and what its first row is expected to name.

use crate::words::{Word, joined, say, say_with};
use std::fmt;

/// What the first row of a table is expected to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// The total of a form.
    Total {
        /// The form, as a column would be called after it.
        form: String,
    },
    /// The one number that a form has.
    Number {
        /// The form, as a column would be called after it.
        form: String,
    },
    /// The questions of a form.
    Questions {
        /// The form, as columns would be called after it.
        form: String,
        /// How many, from 2.
        count: usize,
    },
}

/// Why the columns can't be told. It says so in words for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// The first row names none or not all of the questions.
    NotNamed {
        /// Which questions, from 1; none where it is the score as a whole.
        missing: Vec<usize>,
        /// What the first row ought to name.
        expected: Expectation,
    },
    /// Two columns are named for one question.
    Twice {
        /// Which question, from 1; none where it is the score as a whole.
        question: Option<usize>,
        /// The name of the column that comes first.
        one: String,
        /// The name of the other column.
        other: String,
    },
    /// The first row was said to hold names and holds answers.
    NoNames {
        /// What the first row ought to name.
        expected: Expectation,
    },
    /// As many columns as could be two things.
    TwoReadings {
        /// How many columns there are.
        width: usize,
        /// Questions that are counted.
        counted: usize,
        /// What the first row ought to name.
        expected: Expectation,
    },
}

/// "question 3", "question 3, 5", or "the score" where none is named.
fn asked(questions: &[usize]) -> String {
    match joined(questions.iter().map(|one| Some(one.to_string())), ", ") {
        None => say!("cli-score-whole"),
        Some(numbers) => say_with!("cli-score-questions", [("numbers", numbers.into())]),
    }
}

impl Word for Expectation {
    fn word(&self) -> String {
        let names = match self {
            Self::Total { form } => say_with!("cli-score-expected-total", [("form", form.as_str().into())]),
            Self::Number { form } => say_with!("cli-score-expected-number", [("form", form.as_str().into())]),
            Self::Questions { form, count } => say_with!(
                "cli-score-expected-questions",
                [("form", form.as_str().into()), ("count", (*count).into())]
            ),
        };
        say_with!("cli-score-expected", [("names", names.into())])
    }
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NotNamed { missing, expected } => say_with!(
                "cli-score-not-named",
                [
                    ("missing", asked(missing).into()),
                    ("expected", expected.word().into())
                ]
            ),
            Self::Twice { question, one, other } => say_with!(
                "cli-score-named-twice",
                [
                    ("what", asked(question.as_slice()).into()),
                    ("one", one.as_str().into()),
                    ("other", other.as_str().into())
                ]
            ),
            Self::NoNames { expected } => {
                say_with!("cli-score-no-names", [("expected", expected.word().into())])
            }
            Self::TwoReadings {
                width,
                counted,
                expected,
            } => say_with!(
                "cli-score-two-readings",
                [
                    ("width", (*width).into()),
                    ("counted", (*counted).into()),
                    ("expected", expected.word().into())
                ]
            ),
        })
    }
}
