//! A file that was attached, as typed. The file itself is chosen and never typed.

use super::{Typed, typed};
use crate::{
    field::{Field, fields, has_to_be_chosen},
    reading::Reading,
};
use lamina_domain::{
    Document, Levels, Link, Problem, Text, ToldBy, When,
    document::{DocumentKind, Media, StoredFile},
};

typed!(Document as DocumentInput, with DocumentKind, Media, StoredFile);

has_to_be_chosen!(DocumentKind);

/// The file as it was looked at when it was chosen; there is no document without one.
impl Field for StoredFile {
    type Fact = Self;
    type Typed = Option<Self>;

    fn typed(fact: &Self) -> Option<Self> {
        Some(fact.clone())
    }

    fn read(typed: &Option<Self>, path: &str, reading: &mut Reading) -> Option<Self> {
        reading.keep(path, typed.clone().ok_or(Problem::Required))
    }
}

fields! {
    /// A file that was attached, as typed.
    #[derive(Eq)]
    Document as DocumentInput {
        /// The file, as it was looked at when it was chosen.
        file: StoredFile,
        /// What kind of paper or picture it is; has to be chosen.
        kind: DocumentKind,
        /// What it is, in a few words.
        title: Option<Text>,
        /// The date of the study, the operation or the letter.
        when: When,
        /// The levels that it tells of.
        levels: Levels,
        /// What it says, in one line.
        conclusion: Option<Text>,
        /// The entry that it belongs to, as that is named.
        about: Option<Link>,
        /// The file names somebody else and belongs here all the same.
        names_another: bool,
        /// Who said so, mostly the document itself.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;
    use serde_json::json;

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_file_and_kind_are_needed() {
        let mut reading = Reading::of(Typing::on("2026-11-30".parse().unwrap()));
        let typed: DocumentInput = serde_json::from_value(json!({
            "file": {"name": "mri.pdf", "media": "pdf", "bytes": 10, "sha256": "ab".repeat(32)},
            "kind": "imaging_report", "title": "MRI lumbar spine", "when": "May 2026", "levels": "L4-S1",
            "conclusion": "no new prolapse", "about": "imaging 1", "told_by": "document", "note": "second reading"
        }))
        .unwrap();
        let document = typed.read(&mut reading).unwrap();
        assert_eq!(DocumentInput::of(&document), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(DocumentInput::default().read(&mut reading), None);
        let paths: Vec<&str> = reading.issues.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths, ["file", "kind"]);
    }
}
