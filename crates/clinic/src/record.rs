//! Lamina's record format: one JSON document with any number of patients, each with all facts. Reading is all or
//! nothing and tells the path of what is wrong; what is written reads back as the same.
//!
//! References between facts are places counted from 1 in the order of the document ("2 months after operation 1").

pub(crate) mod circle;
mod stream;
mod unreadable;
mod written;

pub use stream::read_each;
pub use unreadable::Unreadable;
pub use written::Writer;

use crate::record::circle::circles;
use chrono::NaiveDate;
use lamina_domain::{
    Anchor, Anticoagulant, Background, Checking, Context, Device, Fact, Flag, Imaging, Issue, Patient,
    Problem, Resolving, Score, Surgery, Symptom, Treatment,
    fact::walking::{Happening, Plan, Row},
    walking,
    when::Reference,
};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};

/// The longest text of one patient in a document that is read, in bytes. The document itself may have any length.
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

/// Everything about one patient, in the order in which it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The person.
    pub patient: Patient,
    /// Allergies, alerts, conditions.
    #[serde(default)]
    pub background: Background,
    /// Operations, in order.
    #[serde(default)]
    pub surgeries: Vec<Surgery>,
    /// Symptoms.
    #[serde(default)]
    pub symptoms: Vec<Symptom>,
    /// Imaging notes.
    #[serde(default)]
    pub imaging: Vec<Imaging>,
    /// Treatments tried, in order.
    #[serde(default)]
    pub treatments: Vec<Treatment>,
    /// Scores and measures.
    #[serde(default)]
    pub scores: Vec<Score>,
    /// Askings for red flags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Decisions about red flags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<Resolving>,
    /// Implanted systems.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Device>,
    /// Blood thinners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anticoagulants: Vec<Anticoagulant>,
    /// What was asked before injections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Checking>,
    /// Walking plans as prescribed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walking_plans: Vec<Plan>,
    /// What happened to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walking_events: Vec<Happening>,
    /// The walking diary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walking_rows: Vec<Row>,
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

impl Record {
    /// Every fact with its path, the person first.
    pub fn facts(&self) -> Vec<(String, Fact)> {
        let mut facts = vec![("patient".to_owned(), Fact::Patient(self.patient.clone()))];
        if self.background != Background::default() {
            facts.push(("background".to_owned(), Fact::Background(self.background.clone())));
        }
        fn each<T: Clone>(name: &str, list: &[T], fact: impl Fn(T) -> Fact) -> Vec<(String, Fact)> {
            list.iter()
                .enumerate()
                .map(|(at, one)| (format!("{name}[{at}]"), fact(one.clone())))
                .collect()
        }
        facts.extend(each("surgeries", &self.surgeries, |one| {
            Fact::Surgery(Box::new(one))
        }));
        facts.extend(each("symptoms", &self.symptoms, |one| {
            Fact::Symptom(Box::new(one))
        }));
        facts.extend(each("imaging", &self.imaging, |one| Fact::Imaging(Box::new(one))));
        facts.extend(each("treatments", &self.treatments, |one| {
            Fact::Treatment(Box::new(one))
        }));
        facts.extend(each("scores", &self.scores, Fact::Score));
        facts.extend(each("flags", &self.flags, |one| Fact::Flag(Box::new(one))));
        facts.extend(each("resolutions", &self.resolutions, |one| {
            Fact::Resolution(Box::new(one))
        }));
        facts.extend(each("devices", &self.devices, |one| Fact::Device(Box::new(one))));
        facts.extend(each("anticoagulants", &self.anticoagulants, |one| {
            Fact::Anticoagulant(Box::new(one))
        }));
        facts.extend(each("checks", &self.checks, |one| Fact::Check(Box::new(one))));
        facts.extend(each("walking_plans", &self.walking_plans, |one| {
            Fact::WalkingPlan(Box::new(one))
        }));
        facts.extend(each("walking_events", &self.walking_events, |one| {
            Fact::WalkingEvent(Box::new(one))
        }));
        facts.extend(each("walking_rows", &self.walking_rows, |one| {
            Fact::WalkingRow(Box::new(one))
        }));
        facts
    }

    /// Its walking programmes, the earliest first.
    pub(crate) fn programmes(&self) -> Vec<walking::Programme<'_>> {
        walking::programmes(&self.walking_plans, &self.walking_events, &self.walking_rows)
    }

    /// Everything wrong with it, by path: facts against the calendar and the birth, and references to facts that
    /// are not there.
    pub fn check(&self, today: NaiveDate) -> Vec<Issue> {
        let context = Context {
            today,
            born: self.patient.born,
        };
        let mut issues = Vec::new();
        for (path, mut fact) in self.facts() {
            issues.extend(
                lamina_domain::rule::check(&fact, &context)
                    .into_iter()
                    .map(|issue| Issue {
                        path: inside(&path, &issue.path),
                        problem: issue.problem,
                    }),
            );
            for (field, anchor) in fact.anchors_mut() {
                let (what, list, reference) = match anchor {
                    Anchor::Operation(reference) => ("operation", self.surgeries.len(), reference),
                    Anchor::Treatment(reference) => ("treatment", self.treatments.len(), reference),
                    Anchor::FirstVisit => continue,
                };
                let number = match reference {
                    Reference::Place(place) => *place,
                    Reference::Id(_) => 0,
                };
                if number == 0 || number as usize > list {
                    let problem = Problem::NoSuchAnchor {
                        what: what.into(),
                        number,
                    };
                    issues.push(Issue::at(format!("{path}.{field}"), problem));
                }
            }
        }
        issues.extend(circles(self));
        for (at, row) in self.walking_rows.iter().enumerate() {
            if self.walking_rows.iter().take(at).any(|other| row.clashes(other)) {
                issues.push(Issue::at(format!("walking_rows[{at}]"), Problem::SameBout));
            }
        }
        issues
    }
}

/// The path of a field of a fact as a document has it: `responses.1.when` is `responses[1].when` there.
fn inside(fact: &str, field: &str) -> String {
    field
        .split('.')
        .fold(fact.to_owned(), |path, step| match step.parse::<usize>() {
            Ok(at) => format!("{path}[{at}]"),
            Err(_) => format!("{path}.{step}"),
        })
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
            &vec![r#"{"patient":{"family":"Sample","born":"1970"}}"#; 3]
                .join(&" ".repeat(LARGEST / 2))
                .replace("} ", "}, "),
        );
        assert_eq!(
            read(&more).map(|read| read.patients.len()),
            Ok(3),
            "its length alone is no fault"
        );
    }
}
