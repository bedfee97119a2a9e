//! Facts on the wire: as they were typed, as rows of a list, as one entry, and as versions of a history.

pub use crate::noun::{
    diagnosis::{CodeChoice, DiagnosisChoice, EvidenceRow, SuggestCodes},
    reading::{ReadResults, ReadingKind, ResultsRead, kinds, results},
};

use crate::{noun::Typed, reading::Reading, shown::Shown};
use lamina_domain::{Context, Fact, Issue, Noun, Typing, noun_table};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! inputs {
    ([] $($kind:ident { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* })*) => {
        /// Any fact, as typed.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
        #[serde(tag = "noun", rename_all = "snake_case")]
        pub enum FactInput {
            $($($(#[$doc])* $Noun(<$type as Typed>::Input),)*)*
        }

        impl FactInput {
            /// A fact as typed values.
            pub fn of(fact: &Fact) -> Self {
                match fact { $($(Fact::$Noun(one) => Self::$Noun(one.typed()),)*)* }
            }

            /// The noun of the fact that was typed.
            pub fn noun(&self) -> Noun {
                match self { $($(Self::$Noun(_) => Noun::$Noun,)*)* }
            }

            fn read_with(&self, reading: &mut Reading) -> Option<Fact> {
                match self { $($(Self::$Noun(input) => <$type as Typed>::read(input, reading).map(Fact::from),)*)* }
            }
        }

        /// The TypeScript of what the forms of all nouns send.
        pub(crate) fn types(config: &ts_rs::Config) -> Vec<String> {
            [$($(<$type as Typed>::types(config),)*)*].concat()
        }

        /// Each noun that a form can begin with nothing typed, with the TypeScript function that makes what it begins with.
        pub(crate) fn makers(config: &ts_rs::Config) -> Vec<(Noun, String)> {
            let makers = [$($((
                Noun::$Noun,
                crate::declare::maker::<<$type as Typed>::Input>(config),
            ),)*)*];
            makers.into_iter().filter_map(|(noun, maker)| Some((noun, maker?))).collect()
        }
    };
}
noun_table!([inputs]);

impl FactInput {
    /// The fact as it was typed then, checked against the patient's birth where it is known.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn read(&self, typing: Typing, born: Option<lamina_domain::Birth>) -> Result<Fact, Vec<Issue>> {
        let mut reading = Reading::of(typing);
        let today = typing.today;
        let fact = self.read_with(&mut reading);
        let mut issues = std::mem::take(&mut reading.issues);
        if let Some(fact) = &fact {
            let born = match fact {
                Fact::Patient(patient) => Some(patient.born),
                _ => born,
            };
            if let Some(born) = born {
                for mut issue in lamina_domain::rule::check(fact, &Context { today, born }) {
                    issue.path = reading.as_typed(&issue.path);
                    // What could not be read at all is told once.
                    if !issues.iter().any(|known| known.path.starts_with(&issue.path)) {
                        issues.push(issue);
                    }
                }
            }
        }
        match fact {
            Some(fact) if issues.is_empty() => Ok(fact),
            _ => Err(issues),
        }
    }

    /// The same, with each date that another day or another order would read otherwise ("today", "-3w", "3/5/2019") spelled as
    /// it was meant, so that what is kept means the same whenever and by whatever order it is read again.
    pub fn settled(&self, typing: Typing) -> Self {
        let mut reading = Reading::of(typing);
        self.read_with(&mut reading);
        let Ok(mut fields) = serde_json::to_value(self) else {
            return self.clone();
        };
        for (path, text) in &reading.moving {
            let pointer: String = path.split('.').map(|part| format!("/{part}")).collect();
            if let Some(field) = fields.pointer_mut(&pointer).filter(|field| field.is_string()) {
                *field = text.as_str().into();
            }
        }
        serde_json::from_value(fields).unwrap_or_else(|_| self.clone())
    }
}

/// Asks for the entries of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListEntries {
    /// The patient whose entries are listed.
    pub patient: Uuid,
    /// The one kind that is listed.
    pub noun: Noun,
}

/// Asks for some entries of a list with all their details, as they come into sight.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TellEntries {
    /// The patient whose entries they are.
    pub patient: Uuid,
    /// The one kind that all of them are of.
    pub noun: Noun,
    /// Which; one that does not stand any more is left out of the answer.
    pub entries: Vec<Uuid>,
}

/// Names one entry, of whichever kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryKey {
    /// Id of the entry, the same in all of its versions.
    pub entry: Uuid,
}

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryRow {
    /// Id of the entry, the same in all of its versions.
    pub id: Uuid,
    /// What kind of entry it is.
    pub noun: Noun,
    /// Its number among its kind in the order of time, from 1: "operation 2".
    pub number: u32,
    /// Whether it has a place in the order of time, known or estimated; else it stands after what was recorded before it.
    pub timed: bool,
    /// The version that counts.
    #[ts(type = "number")]
    pub version: i64,
    /// The fact in words.
    pub shown: Shown,
    /// The details are not in `shown`: it lies between the ends of a long list. Left out otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub brief: bool,
    /// How often it was amended.
    #[ts(type = "number")]
    pub amendments: i64,
}

/// One entry with what a form needs to change it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EntryView {
    /// Id of the entry, the same in all of its versions.
    pub id: Uuid,
    /// The patient in whose record it stands.
    pub patient: Uuid,
    /// What kind of entry it is.
    pub noun: Noun,
    /// The version that counts.
    #[ts(type = "number")]
    pub version: i64,
    /// False where it was marked as entered in error.
    pub stands: bool,
    /// Who recorded this version.
    pub recorded_by: String,
    /// Left out unless it is the one who asks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub own: bool,
    /// When, in local time: "25 Nov 2026, 14:03".
    pub recorded_at: String,
    /// The fact as typed values.
    pub input: FactInput,
    /// The fact in words.
    pub shown: Shown,
}

/// What a version did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// Recorded for the first time.
    Record,
    /// Changed, with a reason; also by bringing back what an earlier version said.
    Amend,
    /// Marked as entered in error.
    Retract,
    /// Put back after that.
    Reinstate,
}

/// A version of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub version: i64,
    /// What it did to the entry.
    pub kind: VersionKind,
    /// Why it was done; none for a first recording.
    pub reason: Option<String>,
    /// Who recorded this version.
    pub recorded_by: String,
    /// When, in local time.
    pub recorded_at: String,
    /// The fact in words, as it was then.
    pub shown: Shown,
    /// Labels of what differs from the version before.
    pub differs: Vec<String>,
}

/// A change in the history of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeRow {
    /// The entry that was changed.
    pub entry: Uuid,
    /// What kind of entry it is.
    pub noun: Noun,
    /// The number of the version that the change made.
    #[ts(type = "number")]
    pub version: i64,
    /// What it did to the entry.
    pub kind: VersionKind,
    /// What it is about, in one line.
    pub title: String,
    /// Why it was done; none for a first recording.
    pub reason: Option<String>,
    /// Who recorded the change.
    pub recorded_by: String,
    /// When, in local time.
    pub recorded_at: String,
    /// False where the entry was marked as entered in error since.
    pub stands: bool,
}

/// Records a new fact.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordEntry {
    /// Made by the form; the same request sent again is done once.
    pub request: Uuid,
    /// The new entry's id, made by the form.
    pub entry: Uuid,
    /// The patient; for a new patient the same as `entry`.
    pub patient: Uuid,
    /// What was typed into the form, all of its fields.
    pub input: FactInput,
    /// The draft that this save takes the place of.
    pub draft: Option<Uuid>,
}

/// Records several new facts of one kind about one patient: all of them, or none.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordEntries {
    /// The patient, whom each of the facts has to name as well.
    pub patient: Uuid,
    /// The facts, each with its own request and id.
    pub entries: Vec<RecordEntry>,
}

/// Changes a fact by a new version of it.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendEntry {
    /// Made by the form; the same request sent again is done once.
    pub request: Uuid,
    /// The entry that is to be changed.
    pub entry: Uuid,
    /// The version that was on the screen.
    #[ts(type = "number")]
    pub base_version: i64,
    /// All fields of the form, not only those that differ.
    pub input: FactInput,
    /// Why, at least three characters.
    pub reason: String,
    /// The draft that this save takes the place of.
    pub draft: Option<Uuid>,
}

/// Marks a fact as entered in error.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetractEntry {
    /// Made by the form; the same request sent again is done once.
    pub request: Uuid,
    /// The entry that is to be marked.
    pub entry: Uuid,
    /// The version that was on the screen.
    #[ts(type = "number")]
    pub base_version: i64,
    /// Why, at least three characters.
    pub reason: String,
}

/// Puts back an entry that was marked as entered in error.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReinstateEntry {
    /// Made by the dialog; the same request sent again is done once.
    pub request: Uuid,
    /// The entry that is to be put back.
    pub entry: Uuid,
    /// The version that was on the screen.
    #[ts(type = "number")]
    pub base_version: i64,
    /// Why, at least three characters.
    pub reason: String,
}

/// Makes an entry say again what one of its versions said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreVersion {
    /// Made by the dialog; the same request sent again is done once.
    pub request: Uuid,
    /// The entry that is to say it.
    pub entry: Uuid,
    /// The version whose words come back.
    #[ts(type = "number")]
    pub version: i64,
    /// The version that was on the screen.
    #[ts(type = "number")]
    pub base_version: i64,
    /// Why, at least three characters.
    pub reason: String,
}

/// What this person saved last in a record, and what is left of it to take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastChange {
    /// The moment by which it is told from other changes, in microseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// The same in local time: "25 Nov 2026, 14:03".
    pub recorded_at: String,
    /// What was saved together, one or more.
    pub versions: Vec<LastVersion>,
}

/// One entry of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastVersion {
    /// The entry that was written.
    pub entry: Uuid,
    /// What kind of entry it is.
    pub noun: Noun,
    /// What was done to it.
    pub kind: VersionKind,
    /// What it is about, in one line.
    pub title: String,
}

/// Takes the last change back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoChange {
    /// The patient in whose record it was saved.
    pub patient: Uuid,
    /// The moment of the change, as [`LastChange`] says it.
    #[ts(type = "number")]
    pub at: i64,
}

#[cfg(test)]
mod tests;
