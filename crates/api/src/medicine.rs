//! The opioid load of a patient's medicines, in words: information with its arithmetic and its table, never advice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The table of factors that the clinic uses. Two tables are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum OpioidTable {
    /// The United States' table of 2022.
    #[default]
    #[serde(rename = "us-cdc-2022")]
    UsCdc2022,
    /// The United Kingdom's table of 2025.
    #[serde(rename = "uk")]
    Uk,
}

impl OpioidTable {
    /// Every table that can be chosen.
    pub const ALL: [Self; 2] = [Self::UsCdc2022, Self::Uk];

    /// The name by which the table is asked for; the same word as on the wire and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::UsCdc2022 => "us-cdc-2022",
            Self::Uk => "uk",
        }
    }
}

/// A table that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpioidTableView {
    /// Which of the tables it is.
    pub table: OpioidTable,
    /// As it is printed beside a total: "CDC 2022 table".
    pub name: String,
    /// Where it is in use.
    pub jurisdiction: String,
    /// Raised whenever a result by it can differ.
    pub version: u32,
    /// The unit of its totals, a day.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
}

/// A line about one medicine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoadLine {
    /// Its number in the list, from 1; prompts name medicines by it.
    pub number: u32,
    /// The treatment that it is recorded in.
    pub entry: Uuid,
    /// The medicine in normal form.
    pub medicine: String,
    /// The arithmetic, or why it was not counted.
    pub text: String,
}

/// The opioid load of what is taken now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpioidLoadView {
    /// An opioid, or a name that resembles one, is among what is taken now. Where there is none, nothing needs showing.
    pub present: bool,
    /// Both totals in one sentence with table and what is missing.
    pub summary: String,
    /// The total as taken, as a sentence.
    pub as_taken: String,
    /// The total if every as-needed dose is used, as a sentence.
    pub at_most: String,
    /// What was counted, with its arithmetic.
    pub counted: Vec<LoadLine>,
    /// What was not counted, and why.
    pub left_out: Vec<LoadLine>,
    /// Pumps in the body that were not counted, and why: each holds an opioid or may hold one.
    pub pumps: Vec<String>,
    /// Thresholds that were reached, as information with their source.
    pub reached: Vec<String>,
    /// What the list should be looked at for.
    pub prompts: Vec<String>,
    /// What has to be said beside every total.
    pub caveats: Vec<String>,
    /// The table with its place, version and source.
    pub table: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_one_name_everywhere() {
        for table in OpioidTable::ALL {
            assert_eq!(serde_json::to_value(table).unwrap(), table.name());
        }
        assert_eq!(OpioidTable::default(), OpioidTable::UsCdc2022);
    }
}
