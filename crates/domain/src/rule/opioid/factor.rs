//! Tables of factors from a daily dose to an oral morphine equivalent. The tables are data (`factors/*.toml`), each with
//! its version, jurisdiction and source; two tables are never mixed.

use crate::value::medicine::kind::Route;
use crate::value::medicine::number::Number;
use crate::value::sure::Sure;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A table of factors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Stable id such as `cdc-2022`.
    pub id: String,
    /// Raised whenever a result can differ.
    pub version: u32,
    /// As it is printed beside the total.
    pub name: String,
    /// Where it is in use.
    pub jurisdiction: String,
    /// The unit of its totals, a day.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
    /// What has to be said wherever its totals are shown.
    pub caveats: Vec<String>,
    /// One factor for each ingredient and route that it converts.
    pub factor: Vec<Factor>,
    /// Opioids that the table leaves out on purpose.
    #[serde(default)]
    pub excluded: Vec<Exclusion>,
    /// Totals from which something is said.
    pub threshold: Vec<Threshold>,
    /// When a missing naloxone is mentioned.
    #[serde(default)]
    pub naloxone: Option<Naloxone>,
    /// After how long a missing review is mentioned.
    #[serde(default)]
    pub review: Option<ReviewWithin>,
}

/// What turns one ingredient by one route into the table's unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Id of the ingredient in the list of medicine names.
    pub substance: String,
    /// `oral`: for each mg a day. `transdermal`: for each microgram an hour, which stands for the whole day.
    pub route: Route,
    /// What the daily amount is multiplied by; an exact decimal.
    pub factor: Number,
    /// Labels for which the table gives the result itself.
    #[serde(default)]
    pub label: Vec<Label>,
    /// Where it comes from, if not from where the table does.
    #[serde(default)]
    pub source: Option<String>,
    /// How sure it is, if not as the table.
    #[serde(default)]
    pub sure: Option<Sure>,
    /// What a reader should know of it.
    #[serde(default)]
    pub note: Option<String>,
}

/// A strength as labelled, and the table's result for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Micrograms an hour on the label.
    pub strength: Number,
    /// The result a day.
    pub result: Number,
}

/// An opioid that is left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Id of the ingredient in the list of medicine names.
    pub substance: String,
    /// Why it is left out, as half a sentence to be printed.
    pub why: String,
}

/// A total at which something is said. Exactly one of `from` and `above` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Said at this total and above.
    #[serde(default)]
    pub from: Option<Number>,
    /// Said above this total only.
    #[serde(default)]
    pub above: Option<Number>,
    /// What is said from there on, as a sentence.
    pub text: String,
    /// What keeps it from being read as a limit.
    pub caveat: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
}

impl Threshold {
    /// Its source is sure enough for it to stand in a letter.
    pub fn is_printed(&self) -> bool {
        self.sure != Sure::Low
    }
}

/// When a missing naloxone is mentioned: beside any opioid with another medicine that sedates, and where one of these holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Naloxone {
    /// At this total and above.
    pub from: Number,
    /// At this age in years and above.
    pub age: u32,
    /// Conditions by which the guideline names it.
    #[serde(default)]
    pub condition: Vec<Condition>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
}

/// A condition and the words that it is recorded in. They only ever add a line; where none of them stands, nothing is
/// concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// As it is printed.
    pub what: String,
    /// Whole words in small letters.
    pub words: Vec<String>,
}

/// After how long a missing review is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWithin {
    /// Days without a review after which it is mentioned.
    pub days: u32,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
}

const FILES: [&str; 2] = [
    include_str!("../../../factors/cdc-2022.toml"),
    include_str!("../../../factors/uk-2025.toml"),
];

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    FILES
        .iter()
        .filter_map(|text| toml::from_str(text).ok())
        .collect()
});

/// The tables that are built in, each with its version and source.
pub fn tables() -> &'static [Table] {
    &TABLES
}

/// The table with this id.
pub fn table(id: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.id == id)
}

impl Table {
    /// The factor of an ingredient by a route.
    pub fn factor(&self, substance: &str, route: Route) -> Option<&Factor> {
        self.factor
            .iter()
            .find(|one| one.substance == substance && one.route == route)
    }

    /// Why an ingredient is left out on purpose.
    pub fn excluded(&self, substance: &str) -> Option<&Exclusion> {
        self.excluded.iter().find(|one| one.substance == substance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::medicine::name;
    use rstest::rstest;

    #[test]
    fn every_file_is_a_table() {
        assert_eq!(tables().len(), FILES.len());
        for text in FILES {
            toml::from_str::<Table>(text).unwrap();
        }
    }

    #[test]
    fn trap_23_every_table_names_its_version_place_and_source() {
        for table in tables() {
            assert!(table.version >= 1 && !table.source.is_empty() && !table.jurisdiction.is_empty());
            assert!(table.caveats.iter().any(|one| one.contains("cancer")));
            for one in &table.threshold {
                assert!(one.from.is_some() != one.above.is_some());
            }
            for one in &table.factor {
                assert_eq!(name::substance(&one.substance).unwrap().id, one.substance);
                assert!(matches!(one.route, Route::Oral | Route::Transdermal));
                assert!(one.factor > Number::ZERO);
                let same = |other: &&Factor| other.substance == one.substance && other.route == one.route;
                assert_eq!(table.factor.iter().filter(same).count(), 1);
            }
        }
    }

    #[rstest]
    #[case("codeine", "0.15")]
    #[case("hydrocodone", "1")]
    #[case("hydromorphone", "5")]
    #[case("methadone", "4.7")]
    #[case("morphine", "1")]
    #[case("oxycodone", "1.5")]
    #[case("oxymorphone", "3")]
    #[case("tapentadol", "0.4")]
    #[case("tramadol", "0.2")]
    fn trap_21_factors_are_those_of_2022(#[case] substance: &str, #[case] factor: &str) {
        let found = table("cdc-2022").unwrap().factor(substance, Route::Oral).unwrap();
        assert_eq!(found.factor.to_string(), factor);
    }

    #[rstest]
    #[case("codeine", Route::Oral, "0.1")]
    #[case("tramadol", Route::Oral, "0.1")]
    #[case("buprenorphine", Route::Transdermal, "2.4")]
    #[case("fentanyl", Route::Transdermal, "2.4")]
    #[case("oxycodone", Route::Oral, "1.5")]
    #[case("dihydrocodeine", Route::Oral, "0.1")]
    #[case("tapentadol", Route::Oral, "0.4")]
    #[case("hydromorphone", Route::Oral, "5")]
    #[case("morphine", Route::Oral, "1")]
    fn trap_23_uk_factors_stand_in_a_table_of_their_own(
        #[case] substance: &str,
        #[case] route: Route,
        #[case] factor: &str,
    ) {
        let uk = table("uk-2025").unwrap();
        assert_eq!(uk.factor(substance, route).unwrap().factor.to_string(), factor);
        assert_eq!(uk.factor("methadone", Route::Oral), None);
        assert_eq!(uk.factor("buprenorphine", Route::Oral), None);
    }
}
