//! One administration as typed cells: numbers, blanks, and the few words that stand for an answer.

use lamina_domain::instrument::{Algorithm, Given, Instrument, higher_box};

/// A cell that is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("answer {number}: `{cell}` is not a number")]
pub struct Refused {
    /// Number of the question, from 1.
    pub number: usize,
    /// What was typed.
    pub cell: String,
}

/// Reads the cells of one row. An empty cell is a blank; `na` does not apply; `unable` could not be done; a statement
/// takes `x`, `yes` and `no`; two boxes marked in one section of a form in percent are written `3|4` and the higher
/// counts.
///
/// # Errors
/// The first cell that is none of these.
pub fn given<S: AsRef<str>>(instrument: &Instrument, cells: &[S]) -> Result<Vec<Option<Given>>, Refused> {
    (1..)
        .zip(cells)
        .map(|(number, cell)| one(instrument, number, cell.as_ref().trim()))
        .collect()
}

fn one(instrument: &Instrument, number: usize, cell: &str) -> Result<Option<Given>, Refused> {
    let word = cell.to_lowercase();
    let item = instrument.items.get(number.saturating_sub(1));
    let statement = item.is_some_and(|item| item.min == 0.0 && item.max == Some(1.0));
    Ok(Some(match word.as_str() {
        "" => return Ok(None),
        "na" | "n/a" => Given::NotApplicable,
        "unable" => Given::Unable,
        "x" | "yes" if statement => Given::Number(1.0),
        "no" if statement => Given::Number(0.0),
        _ if instrument.algorithm == Algorithm::Label && word.parse::<f64>().is_err() => {
            Given::Label(word.replace(' ', "_"))
        }
        _ => Given::Number(number_in(instrument, &word).ok_or_else(|| Refused {
            number,
            cell: cell.to_owned(),
        })?),
    }))
}

fn number_in(instrument: &Instrument, word: &str) -> Option<f64> {
    if matches!(instrument.algorithm, Algorithm::Percent { .. }) && word.contains('|') {
        let boxes: Option<Vec<f64>> = word.split('|').map(|part| part.trim().parse().ok()).collect();
        return higher_box(&boxes?);
    }
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::instrument::instrument;

    fn cell(id: &str, text: &str) -> Result<Option<Given>, Refused> {
        given(instrument(id).unwrap(), &[text]).map(|mut read| read.remove(0))
    }

    #[test]
    fn words_that_stand_for_an_answer() {
        assert_eq!(cell("rmdq-24", "x"), Ok(Some(Given::Number(1.0))));
        assert_eq!(cell("rmdq-24", "No"), Ok(Some(Given::Number(0.0))));
        assert_eq!(cell("rmdq-24", "n/a"), Ok(Some(Given::NotApplicable)));
        assert_eq!(cell("tug", "unable"), Ok(Some(Given::Unable)));
        assert_eq!(
            cell("pgic", "Much better"),
            Ok(Some(Given::Label("much_better".to_owned())))
        );
        assert_eq!(
            cell("pgic", "2"),
            Ok(Some(Given::Number(2.0))),
            "refused when it is scored"
        );
        assert_eq!(cell("nrs", " 7 "), Ok(Some(Given::Number(7.0))));
        assert_eq!(cell("nrs", "  "), Ok(None));
        assert!(cell("nrs", "yes").is_err(), "only a statement takes yes");
    }

    #[test]
    fn trap_47_a_decimal_comma_is_told_and_not_guessed() {
        let refused = cell("peg", "7,5").unwrap_err();
        assert_eq!(refused.to_string(), "answer 1: `7,5` is not a number");
    }

    #[test]
    fn trap_05_two_boxes_are_one_answer_on_the_odi_alone() {
        assert_eq!(cell("odi", "3|4"), Ok(Some(Given::Number(4.0))));
        assert_eq!(cell("odi", "4 | 1"), Ok(Some(Given::Number(4.0))));
        assert!(cell("odi", "3|").is_err());
        assert!(cell("gad-7", "1|2").is_err());
    }
}
