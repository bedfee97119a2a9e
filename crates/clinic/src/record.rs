//! Lamina's record format: one JSON document with any number of patients, each with all facts. Reading is all or
//! nothing and tells the path of what is wrong; what is written reads back as the same.
//!
//! References between facts are places counted from 1 in the order of the document ("2 months after operation 1").

mod reader;
mod stream;
mod unreadable;
mod written;

pub use stream::read_each;
pub use unreadable::Unreadable;
pub use written::Writer;

use chrono::NaiveDate;
pub use lamina_domain::Record;
use serde::{Deserialize, Serialize};
use std::io::{self, Read};

/// The longest text of one patient in a document that is read, in bytes. The document itself may have any length.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// A document of the record format: any number of patients.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always `lamina-record`; anything else is refused.
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// The records, one for each patient.
    pub patients: Vec<Record>,
}

impl Document {
    /// A document of these records.
    pub fn of(patients: Vec<Record>) -> Self {
        Document {
            format: "lamina-record".into(),
            version: VERSION,
            patients,
        }
    }

    /// Reads a document; `today` decides what lies in the future.
    pub fn read(json: impl Read, today: NaiveDate) -> Result<Self, Unreadable> {
        let mut patients = Vec::new();
        read_each(json, today, |record| {
            patients.push(record);
            true
        })?;
        Ok(Document::of(patients))
    }

    /// Writes the document, indented, with a line break at its end.
    pub fn write(&self) -> io::Result<String> {
        let mut writer = Writer::begin(Vec::new())?;
        for record in &self.patients {
            writer.add(record)?;
        }
        String::from_utf8(writer.end()?).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod every_field;

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn document(patient: &str) -> String {
        format!(r#"{{"format":"lamina-record","version":1,"patients":[{patient}]}}"#)
    }

    #[test]
    fn what_is_written_reads_back_as_the_same() {
        let json = document(
            r#"{"patient":{"family":"Sample","born":"1970-05"},
                "surgeries":[{"procedures":["microdiscectomy"],"levels":"L5/1","when":"2009"}],
                "devices":[{"name":"Stimulator","parts":[{"kind":"lead","name":null,"state":"abandoned",
                    "mri":{"conditional":{"field":"1.5 T","body":null,"mode":null}}}],"implanted":"after operation 1"}],
                "anticoagulants":[{"name":"Aspirin","class":"aspirin","taking":{"stopped":{"agreed_by":null,"restart":"cardiology decides"}}}],
                "checks":[{"asked_on":"2026-11-20","intervention":"epidural_interlaminar","replies":{"infection":"no"}}],
                "walking_plans":[{"prescribed_on":"2026-10-01","by":"Dr Sample","quota":{"seconds":300,"bouts_a_day":1,"days_a_week":4},
                    "target":{"minutes":30,"days":5},"answers":[{"item":"heart","reply":"yes","on":"2026-10-01","by":null}],
                    "baseline":{"bouts":[{"on":"2026-09-27","seconds":600,"bad_day":false},{"on":"2026-09-28","seconds":400,"bad_day":false},
                    {"on":"2026-09-29","seconds":200,"bad_day":true}]}}],
                "walking_events":[{"on":"2026-10-02","what":{"is":"started"},"by":"Dr Sample","role":"clinician"}],
                "walking_rows":[{"on":"2026-10-02","entry":{"is":"walked","number":1,"bout":{"seconds":300}}},
                    {"on":"2026-10-03","entry":{"is":"rest"}}],
                "scores":[{"measure":"nrs","site":"leg","value":7,"when":"2 weeks after operation 1"}]}"#,
        );
        let read = Document::read(json.as_bytes(), today()).unwrap();
        assert_eq!(read.patients[0].surgeries[0].levels.to_string(), "L5-S1");
        assert_eq!(
            Document::read(read.write().unwrap().as_bytes(), today()).unwrap(),
            read
        );
    }

    #[test]
    fn a_wrong_value_is_told_with_its_path() {
        let json = document(
            r#"{"patient":{"family":"Sample","born":"1970"},"surgeries":[{"procedures":["fusion"],"levels":"L7"}]}"#,
        );
        let Err(Unreadable::Value { path, message }) = Document::read(json.as_bytes(), today()) else {
            panic!("an impossible level must be refused");
        };
        assert_eq!(path, "patients[0].surgeries[0].levels");
        assert!(message.contains("`L7` is not a level"), "{message}");
    }

    #[test]
    fn a_reference_to_nothing_and_a_birth_ahead_are_told_together() {
        let json = document(
            r#"{"patient":{"family":"Sample","born":"2027"},
                "scores":[{"measure":"nrs","site":"leg","value":7,"when":"after operation 2"}]}"#,
        );
        let Err(Unreadable::Issues(issues)) = Document::read(json.as_bytes(), today()) else {
            panic!("both must be refused");
        };
        let paths: Vec<_> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["patients[0].patient.born", "patients[0].scores[0].when"]);
    }

    #[test]
    fn a_fault_is_told_by_its_place_however_many_patients_stand_before_and_after_it() {
        let whole = r#"{"patient":{"family":"Sa}mple \"x\" [","born":"1970"},"surgeries":[{"procedures":["fusion"],"levels":"L4-S1"}]}"#;
        let faulty = r#"{"patient":{"family":"Sample","born":"1970"},"scores":[{"measure":"nrs","sites":"leg","value":7}],"note":[{"]":1}]}"#;
        let json = document(&format!("{whole},\n{whole},{faulty},{whole}"));
        let Err(Unreadable::Value { path, message }) = Document::read(json.as_bytes(), today()) else {
            panic!("an unknown field must be refused");
        };
        assert_eq!(path, "patients[2].scores[0].sites");
        assert!(message.contains("did you mean `site`?"), "{message}");
        let cut = json.get(..json.len() - 150).unwrap();
        let Err(Unreadable::Value { path, message }) = Document::read(cut.as_bytes(), today()) else {
            panic!("half a document must be refused");
        };
        assert!(path.starts_with("patients[2]"), "{path}: {message}");
        let mut told = 0;
        let wanted = document(&format!("{whole},{whole},{whole}"));
        let read = read_each(wanted.as_bytes(), today(), |_| {
            told += 1;
            told < 2
        });
        assert_eq!((told, read), (2, Ok(VERSION)));
    }

    #[test]
    fn foreign_newer_and_oversized_files_are_refused_in_their_own_words() {
        let read = |json: &str| Document::read(json.as_bytes(), today());
        assert_eq!(
            read(r#"{"format":"x","version":1,"patients":[]}"#),
            Err(Unreadable::Foreign)
        );
        assert_eq!(
            read(r#"{"format":"lamina-record","version":9,"patients":[]}"#),
            Err(Unreadable::Newer { found: 9 })
        );
        assert_eq!(
            Document::read(io::repeat(b' '), today()),
            Err(Unreadable::TooLarge),
            "one that never ends"
        );
        let more = document(
            &[r#"{"patient":{"family":"Sample","born":"1970"}}"#; 3]
                .join(&" ".repeat(LARGEST / 2))
                .replace("} ", "}, "),
        );
        assert_eq!(
            read(&more).map(|read| read.patients.len()),
            Ok(3),
            "its length alone is no fault"
        );
    }

    fn operation(what: &str, when: &str) -> String {
        format!(r#"{{"procedures":["{what}"],"when":"{when}"}}"#)
    }

    #[test]
    fn times_in_a_circle_are_refused_with_the_way_round() {
        let refused = |surgeries: &str, treatments: &str| {
            let json = format!(
                r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},
                "surgeries":[{surgeries}],"treatments":[{treatments}]}}]}}"#
            );
            let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
            Document::read(json.as_bytes(), today).unwrap_err().to_string()
        };
        let two = [
            operation("a", "1 week after operation 2"),
            operation("b", "after operation 1"),
        ];
        let told = refused(&two.join(","), "");
        assert!(
            told.contains("at patients[0].surgeries[0].when: the times count in a circle: operation 1 from operation 2 from operation 1;"),
            "{told}"
        );
        let itself = refused(&operation("a", "months after operation 1"), "");
        assert!(itself.contains("operation 1 from operation 1"), "{itself}");
        let mixed = refused(
            &operation("a", "before treatment 1"),
            r#"{"kind":"drug","name":"x","started":"after operation 1","ended":"6 weeks after treatment 1"}"#,
        );
        assert!(
            mixed.contains("operation 1 from treatment 1 from operation 1"),
            "{mixed}"
        );
        let many: Vec<String> = (1..=3000)
            .map(|at| operation("x", &format!("1 day after operation {}", at % 3000 + 1)))
            .collect();
        let long = refused(&many.join(","), "");
        assert!(long.contains('…') && long.len() < 400, "{long}");
    }
}
