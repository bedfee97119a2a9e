//! One administration as typed cells: numbers, what says missing, and the few words that stand for an answer.

use crate::words::{
    refused::{refusal, refusals},
    say_with,
};
use lamina_api::reading::decimal;
use lamina_domain::instrument::{
    Algorithm, Capture, GivenAnswer, Instrument, Options, ScoreResult, entered, higher_box, says_missing,
    score,
};
use std::fmt;

/// A cell that is no answer. It says so in words for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct RefusedCell {
    /// Number of the question, from 1.
    pub number: usize,
    /// The cell as it was typed.
    pub cell: String,
}

impl fmt::Display for RefusedCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say_with!(
            "cli-score-answer-not-a-number",
            [
                ("number", self.number.to_string().into()),
                ("cell", self.cell.as_str().into())
            ]
        ))
    }
}

/// Scores the cells of one row, in the order of the form.
///
/// An empty cell is a blank, and so is what says missing in another way (`NA`, `.`, `-99`, `999` where it can't be an
/// answer). `unable` could not be done, `does not apply` is what it says; a statement takes `x`, `yes` and `no`; two boxes
/// marked in one section of a form in percent are written `3|4` and the higher counts. On a tick form an empty cell is no
/// tick, once the reader confirmed that all were read; a cell that says missing is missing there too, and so is every cell
/// of a row without any.
///
/// # Errors
/// Everything that is no answer to this form, in words.
pub fn score_cells<S: AsRef<str>>(
    instrument: &Instrument,
    cells: &[S],
    options: &Options,
) -> Result<ScoreResult, String> {
    let (answers, capture) = given(instrument, cells, options).map_err(|refused| refused.to_string())?;
    let options = Options {
        capture,
        ..options.clone()
    };
    score(instrument, &answers, &options).map_err(|all| refusals(&all))
}

/// A total that was worked out elsewhere, as typed. One that says missing is no score, with its reason.
///
/// # Errors
/// A total that this instrument can't have, in words.
pub fn score_total(
    instrument: &Instrument,
    cell: &str,
    edition: Option<&str>,
) -> Result<ScoreResult, String> {
    let cell = cell.trim();
    if says_missing(instrument, 0, cell) {
        let options = Options {
            capture: Capture::YesNo,
            edition: edition.map(str::to_owned),
            ..Options::default()
        };
        let blank = vec![None; instrument.items.len()];
        return score(instrument, &blank, &options).map_err(|all| refusals(&all));
    }
    let total = decimal(cell).map_err(|_| say_with!("cli-score-not-a-number", [("cell", cell.into())]))?;
    entered(instrument, total, edition).map_err(|one| refusal(&one))
}

/// Whether a cell could be an answer to question `number` (from 1), right or wrong; the name of a column is none.
pub(super) fn is_answer(instrument: &Instrument, number: usize, cell: &str) -> bool {
    let cell = cell.trim();
    let label = |given: &GivenAnswer| match given {
        GivenAnswer::Label(key) => instrument.answers.iter().any(|one| one.key.as_ref() == Some(key)),
        _ => true,
    };
    says_missing(instrument, number, cell)
        || one(instrument, number, cell).is_ok_and(|given| given.as_ref().is_none_or(label))
}

type Row = (Vec<Option<GivenAnswer>>, Capture);

fn given<S: AsRef<str>>(instrument: &Instrument, cells: &[S], options: &Options) -> Result<Row, RefusedCell> {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.as_ref().trim()).collect();
    let mut answers = (1..)
        .zip(&cells)
        .map(|(number, cell)| one(instrument, number, cell))
        .collect::<Result<Vec<_>, _>>()?;
    let ticks = matches!(instrument.algorithm, Algorithm::Ticks { .. }) && options.capture == Capture::Ticks;
    let says = |(answer, cell): (&Option<GivenAnswer>, &&str)| answer.is_none() && !cell.is_empty();
    let told = answers.iter().zip(&cells).any(says);
    let silent = answers.iter().all(Option::is_none);
    if !ticks || !silent && (!told || !options.confirmed) {
        return Ok((answers, options.capture));
    }
    // What says missing is no statement without a tick. The empty cells beside it are.
    for (answer, cell) in answers.iter_mut().zip(&cells) {
        if answer.is_none() && cell.is_empty() && !silent {
            *answer = Some(GivenAnswer::Number(0.0));
        }
    }
    Ok((answers, Capture::YesNo))
}

fn one(instrument: &Instrument, number: usize, cell: &str) -> Result<Option<GivenAnswer>, RefusedCell> {
    if says_missing(instrument, number, cell) {
        return Ok(None);
    }
    let word = cell.to_lowercase();
    let item = instrument.items.get(number.saturating_sub(1));
    let statement = item.is_some_and(|item| item.min == 0.0 && item.max == Some(1.0));
    Ok(Some(match word.as_str() {
        "does not apply" | "not applicable" | "not_applicable" => GivenAnswer::NotApplicable,
        "unable" => GivenAnswer::Unable,
        "x" | "yes" | "true" if statement => GivenAnswer::Number(1.0),
        "no" | "false" if statement => GivenAnswer::Number(0.0),
        _ if instrument.algorithm == Algorithm::Label && decimal(&word).is_err() => {
            GivenAnswer::Label(word.replace(' ', "_"))
        }
        _ => GivenAnswer::Number(number_in(instrument, &word).ok_or_else(|| RefusedCell {
            number,
            cell: cell.to_owned(),
        })?),
    }))
}

fn number_in(instrument: &Instrument, word: &str) -> Option<f64> {
    if matches!(instrument.algorithm, Algorithm::Percent { .. }) && word.contains('|') {
        let boxes: Option<Vec<f64>> = word.split('|').map(|part| decimal(part).ok()).collect();
        return higher_box(&boxes?);
    }
    decimal(word).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::instrument::{Reason, instrument, instruments};

    fn cell(id: &str, text: &str) -> Result<Option<GivenAnswer>, RefusedCell> {
        one(instrument(id).unwrap(), 1, text.trim())
    }

    #[test]
    fn words_that_stand_for_an_answer() {
        assert_eq!(cell("rmdq-24", "x"), Ok(Some(GivenAnswer::Number(1.0))));
        assert_eq!(cell("rmdq-24", "No"), Ok(Some(GivenAnswer::Number(0.0))));
        assert_eq!(cell("rmdq-24", "n/a"), Ok(None));
        assert_eq!(
            cell("rmdq-24", "does not apply"),
            Ok(Some(GivenAnswer::NotApplicable))
        );
        assert_eq!(cell("tug", "unable"), Ok(Some(GivenAnswer::Unable)));
        assert_eq!(
            cell("pgic", "Much better"),
            Ok(Some(GivenAnswer::Label("much_better".to_owned())))
        );
        assert_eq!(
            cell("pgic", "2"),
            Ok(Some(GivenAnswer::Number(2.0))),
            "refused when it is scored"
        );
        assert_eq!(cell("nrs", " 7 "), Ok(Some(GivenAnswer::Number(7.0))));
        assert_eq!(cell("nrs", "  "), Ok(None));
        assert!(cell("nrs", "yes").is_err(), "only a statement takes yes");
        assert!(
            cell("nrs", "none").is_err(),
            "none is neither nothing said nor zero"
        );
    }

    #[test]
    fn trap_47_a_decimal_comma_is_read_and_a_thousand_is_not_guessed() {
        assert_eq!(cell("tug", "12,4"), Ok(Some(GivenAnswer::Number(12.4))));
        let refused = cell("walking-minutes", "1,200").unwrap_err();
        assert_eq!(refused.to_string(), "answer 1: `1,200` is not a number");
    }

    #[test]
    fn trap_05_two_boxes_are_one_answer_on_the_odi_alone() {
        assert_eq!(cell("odi", "3|4"), Ok(Some(GivenAnswer::Number(4.0))));
        assert_eq!(cell("odi", "4 | 1"), Ok(Some(GivenAnswer::Number(4.0))));
        assert!(cell("odi", "3|").is_err());
        assert!(cell("gad-7", "1|2").is_err());
    }

    #[test]
    fn what_says_missing_is_no_score_whatever_the_form_and_however_it_was_taken_down() {
        for one in instruments() {
            for confirmed in [false, true] {
                let options = Options {
                    confirmed,
                    prorate: true,
                    ..Options::default()
                };
                for word in ["NA", "", "missing", ".", "-99", "null"] {
                    let cells = vec![word; one.items.len()];
                    let scored = score_cells(one, &cells, &options).unwrap();
                    assert_eq!(scored.score, None, "{} {word}", one.id);
                    assert_eq!(scored.reason, Some(Reason::NotAnswered), "{} {word}", one.id);
                    assert!(
                        scored.subscales.iter().all(|part| part.score.is_none()),
                        "{} {word}",
                        one.id
                    );
                }
            }
        }
    }

    #[test]
    fn a_tick_form_counts_empty_as_no_tick_and_missing_as_missing() {
        let one = instrument("rmdq-24").unwrap();
        let confirmed = Options {
            confirmed: true,
            ..Options::default()
        };
        let mut cells = vec![""; 24];
        cells[0] = "x";
        let plain = score_cells(one, &cells, &confirmed).unwrap();
        assert_eq!((plain.score, plain.missing), (Some(1.0), 0));
        cells[5] = "NA";
        let missing = score_cells(one, &cells, &confirmed).unwrap();
        assert_eq!(
            (missing.answered, missing.missing, missing.prorated),
            (23, 1, true)
        );
        for cell in cells.iter_mut().skip(1).take(5) {
            *cell = "999";
        }
        let few = score_cells(one, &cells, &confirmed).unwrap();
        assert_eq!((few.score, few.missing), (None, 5));
        cells[0] = "0";
        cells[1..6].fill("");
        let zero = score_cells(one, &cells, &confirmed).unwrap().score.unwrap();
        assert!(zero == 0.0 && zero.is_sign_positive(), "{zero}");
    }
}
