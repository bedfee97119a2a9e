//! Lamina's record format: one JSON document with any number of patients, each with all facts. Reading is all or
//! nothing and tells the path of what is wrong; what is written reads back as the same.
//!
//! References between facts are places counted from 1 in the order of the document ("2 months after operation 1").

mod unreadable;

pub use unreadable::Unreadable;

use chrono::NaiveDate;
use lamina_domain::Issue;
pub use lamina_domain::Record;
use serde::{Deserialize, Serialize};

/// The longest document that is read, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always `lamina-record`.
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// The patients.
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
    pub fn read(json: &[u8], today: NaiveDate) -> Result<Self, Unreadable> {
        if json.len() > LARGEST {
            return Err(Unreadable::TooLarge);
        }
        let mut reader = serde_json::Deserializer::from_slice(json);
        let document: Document =
            serde_path_to_error::deserialize(&mut reader).map_err(|error| Unreadable::at(json, &error))?;
        reader.end().map_err(|error| Unreadable::Value {
            path: "end of file".into(),
            message: error.to_string(),
        })?;
        if document.format != "lamina-record" {
            return Err(Unreadable::Foreign);
        }
        if document.version > VERSION {
            return Err(Unreadable::Newer {
                found: document.version,
            });
        }
        let mut issues = Vec::new();
        for (at, record) in document.patients.iter().enumerate() {
            issues.extend(record.check(today).into_iter().map(|issue| Issue {
                path: format!("patients[{at}].{}", issue.path),
                problem: issue.problem,
            }));
        }
        if issues.is_empty() {
            Ok(document)
        } else {
            Err(Unreadable::Issues(issues))
        }
    }

    /// Writes the document, indented, with a line break at its end.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
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
            Document::read(&vec![b' '; LARGEST + 1], today()),
            Err(Unreadable::TooLarge)
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
