//! The opioid load of typed lines. A line that is not understood stops the whole: a total that leaves a medicine out
//! without saying so would be too low.

use crate::words::{say, say_with};
use lamina_domain::{
    medicine::read_line,
    misread::MedicineProblem,
    opioid::{ListedMedicine, Load, Table, load, table, tables},
};
use std::fmt;

/// Why there is no load. It says so in words for people.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoLoad {
    /// The table is not known.
    Table {
        /// What was asked for.
        name: String,
        /// The names of the tables that there are.
        known: String,
    },
    /// Lines that were not understood, each with its number from 1.
    Lines(Vec<(usize, MedicineProblem)>),
}

impl fmt::Display for NoLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Table { name, known } => say_with!(
                "cli-mme-no-such-table",
                [("name", name.as_str().into()), ("known", known.as_str().into())]
            ),
            Self::Lines(_) => say!("cli-mme-no-total"),
        })
    }
}

/// Short names for the tables, as the command line takes them.
const SHORT: &[(&str, &str)] = &[("us-cdc-2022", "cdc-2022"), ("uk", "uk-2025")];

/// The table named `us-cdc-2022`, `uk` or by its id.
///
/// # Errors
/// [`NoLoad::Table`] for a table that is not known.
pub fn factors(name: &str) -> Result<&'static Table, NoLoad> {
    let id = SHORT
        .iter()
        .find(|(short, _)| *short == name)
        .map_or(name, |(_, id)| *id);
    table(id).ok_or_else(|| {
        let short = SHORT.iter().map(|(short, _)| *short);
        let known: Vec<&str> = short
            .chain(tables().iter().map(|table| table.id.as_str()))
            .collect();
        NoLoad::Table {
            name: name.to_owned(),
            known: known.join(", "),
        }
    })
}

/// The load of medicine lines such as "oxycodone 10 mg q12h", by a table named `us-cdc-2022`, `uk` or by its id.
///
/// # Errors
/// A table that is not known, or every line that was not understood.
pub fn opioid_load<S: AsRef<str>>(lines: &[S], name: &str) -> Result<Load, NoLoad> {
    let table = factors(name)?;
    let mut medicines = Vec::new();
    let mut refused = Vec::new();
    for (number, line) in (1..).zip(lines) {
        match read_line(line.as_ref()) {
            Ok(medicine) => medicines.push(medicine),
            Err(problem) => refused.push((number, problem)),
        }
    }
    if !refused.is_empty() {
        return Err(NoLoad::Lines(refused));
    }
    let listed: Vec<ListedMedicine<'_>> = medicines.iter().map(ListedMedicine::from).collect();
    Ok(load(&listed, table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_23_the_table_decides_and_is_named() {
        let us = opioid_load(&["tramadol 50 mg qid"], "us-cdc-2022").unwrap();
        let uk = opioid_load(&["tramadol 50 mg qid"], "uk").unwrap();
        assert_eq!(us.as_taken.value.unwrap().to_string(), "40");
        assert_eq!(uk.as_taken.value.unwrap().to_string(), "20");
        assert_ne!(us.table.unit, uk.table.unit);
        let unknown = opioid_load(&["tramadol 50 mg qid"], "2016").unwrap_err();
        assert!(unknown.to_string().contains("us-cdc-2022"), "{unknown}");
    }

    #[test]
    fn a_line_that_is_not_understood_leaves_no_total() {
        let refused = opioid_load(&["oxycodone 10 mg q12h", "nonsense of the day 7"], "uk").unwrap_err();
        let NoLoad::Lines(lines) = refused else {
            panic!("{refused}")
        };
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].0, 2);
    }
}
