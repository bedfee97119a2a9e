//! Which column of a table holds which answer. Names are read; without names the order counts only where it leaves no doubt.

use super::{
    cells::is_answer,
    unclear::{Expectation, Unclear},
};
use crate::words::say_with;
use lamina_domain::instrument::Instrument;

/// Where the answers of a row stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Columns {
    /// The first row holds names: the place of each question, from 0, and how many columns there are.
    Named {
        /// Places in the order of the form; a question that is not counted may have none at the end.
        places: Vec<usize>,
        /// Columns that are named.
        width: usize,
    },
    /// There are no names: so many answers in the order of the form, from the first row on.
    InOrder {
        /// How many answers a row has.
        width: usize,
    },
}

impl Columns {
    /// The cells of a row in the order of the form, or why it has none.
    ///
    /// # Errors
    /// A row with another number of cells, in words.
    pub fn pick<'c>(&self, row: &[&'c str]) -> Result<Vec<&'c str>, String> {
        let found = row.len();
        match self {
            Columns::Named { places, width } if found == *width => Ok(places
                .iter()
                .filter_map(|place| row.get(*place).copied())
                .collect()),
            Columns::Named { width, .. } => Err(say_with!(
                "cli-score-width-named",
                [("width", (*width).into()), ("found", found.into())]
            )),
            Columns::InOrder { width } if found == *width => Ok(row.to_vec()),
            Columns::InOrder { width: 1 } => Err(say_with!("cli-score-width-one", [("found", found.into())])),
            Columns::InOrder { width } => Err(say_with!(
                "cli-score-width",
                [("width", (*width).into()), ("found", found.into())]
            )),
        }
    }

    /// Whether the first row holds names.
    pub fn are_named(&self) -> bool {
        matches!(self, Columns::Named { .. })
    }
}

/// Letters and digits alone, lower case.
fn bare(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Words between the name of a form and the number of a question.
const QUESTION: [&str; 14] = [
    "question",
    "statement",
    "section",
    "answer",
    "item",
    "qu",
    "q",
    "i",
    "s",
    "a",
    "no",
    "nr",
    "n",
    "",
];
/// Names of a score as a whole.
const TOTAL: [&str; 8] = [
    "total",
    "score",
    "sum",
    "result",
    "value",
    "totalscore",
    "sumscore",
    "percent",
];

/// The names under which a form itself is known, the longest first: `phq9`, `phq`.
fn forms(one: &Instrument) -> Vec<String> {
    let id = bare(&one.id);
    let letters: String = id.chars().take_while(|c| c.is_alphabetic()).collect();
    let mut forms = vec![id, bare(&one.name), letters];
    forms.extend(one.family.as_deref().map(bare));
    forms.retain(|form| !form.is_empty());
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}

/// The question that a name belongs to, from 0.
fn question(one: &Instrument, name: &str) -> Option<usize> {
    let name = bare(name);
    let named = one.items.iter().position(|item| {
        let wording = item.text.as_deref().map(bare).filter(|text| !text.is_empty());
        let code = item.loinc.as_deref().map(bare);
        item.names.iter().any(|other| bare(other) == name) || [wording, code].contains(&Some(name.clone()))
    });
    let forms = forms(one);
    let rest = forms
        .iter()
        .filter_map(|form| name.strip_prefix(form.as_str()))
        .chain([name.as_str()]);
    let numbered = rest.into_iter().find_map(|rest| {
        let number = QUESTION
            .iter()
            .find_map(|word| rest.strip_prefix(word)?.parse::<usize>().ok())?;
        number.checked_sub(1).filter(|at| *at < one.items.len())
    });
    named.or(numbered)
}

fn is_whole(one: &Instrument, name: &str) -> bool {
    let name = bare(name);
    forms(one).iter().any(|form| {
        name == *form
            || name
                .strip_prefix(form.as_str())
                .is_some_and(|rest| TOTAL.contains(&rest))
    })
}

/// The questions, or the total, as a person is asked to name them.
fn expected(one: &Instrument, total: bool) -> Expectation {
    let form = bare(&one.id);
    match (total, one.items.len()) {
        (true, _) => Expectation::Total { form },
        (false, 1) => Expectation::Number { form },
        (false, count) => Expectation::Questions { form, count },
    }
}

/// Reads the first row of a table. `named` where it was said to hold names; `total` where each row is one total.
///
/// # Errors
/// [`Unclear`], where any row could be read wrongly.
pub fn columns(one: &Instrument, first: &[&str], named: bool, total: bool) -> Result<Columns, Unclear> {
    let counted = one.items.iter().filter(|item| item.counted).count();
    let number = |at: usize| if total { 0 } else { at + 1 };
    let numbers_in_order = first
        .iter()
        .enumerate()
        .all(|(at, cell)| *cell == (at + 1).to_string());
    let answers = first
        .iter()
        .enumerate()
        .all(|(at, cell)| is_answer(one, number(at.min(one.items.len().saturating_sub(1))), cell));
    if answers && !named {
        return match (total, first.len()) {
            (true, _) => Ok(Columns::InOrder { width: 1 }),
            (false, width) if width == one.items.len() && width != counted => Err(Unclear::TwoReadings {
                width,
                counted,
                expected: expected(one, total),
            }),
            (false, _) => Ok(Columns::InOrder { width: counted }),
        };
    }
    if answers && !(numbers_in_order && first.len() == one.items.len() && first.len() > 1) {
        return Err(Unclear::NoNames {
            expected: expected(one, total),
        });
    }
    let places = if total || one.items.len() == 1 {
        vec![Some(whole(one, first, total)?)]
    } else {
        questions(one, first)?
    };
    let missing: Vec<usize> = places
        .iter()
        .zip(&one.items)
        .enumerate()
        .filter(|(_, (place, item))| place.is_none() && item.counted)
        .map(|(at, _)| at + 1)
        .collect();
    if !missing.is_empty() {
        return Err(Unclear::NotNamed {
            missing,
            expected: expected(one, total),
        });
    }
    Ok(Columns::Named {
        places: places.into_iter().flatten().collect(),
        width: first.len(),
    })
}

/// The column of a score that is one number.
fn whole(one: &Instrument, first: &[&str], total: bool) -> Result<usize, Unclear> {
    let plain = |name: &str| TOTAL.contains(&bare(name).as_str());
    let answer = |name: &str| !total && question(one, name).is_some();
    // The form's own name says it best; "score" may be another form's.
    let ranks: [&dyn Fn(&str) -> bool; 3] = [&|name| is_whole(one, name), &answer, &plain];
    for fits in ranks {
        let mut found = first.iter().enumerate().filter(|(_, name)| fits(name));
        match (found.next(), found.next()) {
            (Some((place, _)), None) => return Ok(place),
            (Some((_, one)), Some((_, other))) => {
                return Err(Unclear::Twice {
                    question: None,
                    one: (*one).to_owned(),
                    other: (*other).to_owned(),
                });
            }
            (None, _) => {}
        }
    }
    Err(Unclear::NotNamed {
        missing: Vec::new(),
        expected: expected(one, total),
    })
}

/// The column of each question. A column named as the whole form is its total, unless only it can be the question.
fn questions(one: &Instrument, first: &[&str]) -> Result<Vec<Option<usize>>, Unclear> {
    let mut places: Vec<Option<usize>> = vec![None; one.items.len()];
    let mut later: Vec<(usize, usize)> = Vec::new();
    for (column, name) in first.iter().enumerate() {
        let Some(at) = question(one, name) else {
            continue;
        };
        if is_whole(one, name) {
            later.push((column, at));
            continue;
        }
        let Some(place) = places.get_mut(at) else {
            continue;
        };
        if let Some(before) = *place {
            return Err(Unclear::Twice {
                question: Some(at + 1),
                one: first
                    .get(before)
                    .map(|name| (*name).to_owned())
                    .unwrap_or_default(),
                other: (*name).to_owned(),
            });
        }
        *place = Some(column);
    }
    for (column, at) in later {
        if let Some(place) = places.get_mut(at) {
            place.get_or_insert(column);
        }
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::instrument::{instrument, instruments};

    fn named(id: &str, names: &[&str]) -> Result<Columns, Unclear> {
        columns(instrument(id).unwrap(), names, false, false)
    }

    fn places(id: &str, names: &[&str]) -> Vec<usize> {
        match named(id, names) {
            Ok(Columns::Named { places, .. }) => places,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_form_is_found_by_number_in_any_order_beside_other_columns() {
        for one in instruments().iter().filter(|one| one.items.len() > 1) {
            let count = one.items.len();
            let form = one.id.replace('-', "_");
            for write in [
                &|n: usize| format!("q{n}"),
                &|n: usize| format!("Item {n:02}"),
                &|n: usize| format!("{form}_{n}"),
                &|n: usize| format!("{} Q{n}", one.name),
            ] as [&dyn Fn(usize) -> String; 4]
            {
                let mut names: Vec<String> = (1..=count).rev().map(write).collect();
                names.insert(0, "patient_id".to_owned());
                names.push("date".to_owned());
                names.push(bare(&one.id));
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let wanted: Vec<usize> = (1..=count).rev().collect();
                assert_eq!(places(&one.id, &names), wanted, "{}: {names:?}", one.id);
            }
        }
    }

    #[test]
    fn a_single_number_is_found_by_its_own_name_first() {
        assert_eq!(places("tug", &["id", "seconds"]), [1]);
        assert_eq!(places("tug", &["score", "tug", "seconds"]), [1]);
        assert_eq!(places("nrs", &["week", "pain"]), [1]);
        assert_eq!(places("pgic", &["pgic"]), [0]);
        assert!(matches!(
            named("tug", &["time", "seconds"]),
            Err(Unclear::Twice { .. })
        ));
        assert!(matches!(
            named("tug", &["id", "date"]),
            Err(Unclear::NotNamed { .. })
        ));
    }

    #[test]
    fn without_names_the_order_counts_only_where_it_leaves_no_doubt() {
        assert_eq!(named("peg", &["7", "8", "6"]), Ok(Columns::InOrder { width: 3 }));
        assert_eq!(
            named("peg", &["NA", "", "999"]),
            Ok(Columns::InOrder { width: 3 })
        );
        assert_eq!(named("pgic", &["much better"]), Ok(Columns::InOrder { width: 1 }));
        let ten = ["1", "0", "1", "2", "3", "0", "0", "1", "0", "0"];
        assert!(matches!(named("phq-9", &ten), Err(Unclear::TwoReadings { .. })));
        assert_eq!(named("phq-9", &ten[1..]), Ok(Columns::InOrder { width: 9 }));
        assert!(matches!(
            named("peg", &["7a", "8", "6"]),
            Err(Unclear::NotNamed { .. })
        ));
        let peg = instrument("peg").unwrap();
        assert!(matches!(
            columns(peg, &["7", "8", "6"], true, false),
            Err(Unclear::NoNames { .. })
        ));
        assert!(columns(peg, &["1", "2", "3"], true, false).unwrap().are_named());
    }

    #[test]
    fn a_question_that_is_not_counted_may_be_left_out_and_a_counted_one_may_not() {
        let names: Vec<String> = (1..=9).map(|n| format!("phq{n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(places("phq-9", &names), (0..9).collect::<Vec<_>>());
        let refused = named("phq-9", &names[..8]).unwrap_err().to_string();
        assert!(
            refused.contains("question 9") && refused.contains("`q1` to `q10`"),
            "{refused}"
        );
    }

    #[test]
    fn a_total_is_found_by_name() {
        let odi = instrument("odi").unwrap();
        let of = |names: &[&str]| columns(odi, names, false, true);
        assert_eq!(
            of(&["id", "odi_total"]),
            Ok(Columns::Named {
                places: vec![1],
                width: 2
            })
        );
        assert_eq!(of(&["42"]), Ok(Columns::InOrder { width: 1 }));
        assert!(of(&["id", "age"]).is_err());
    }
}
