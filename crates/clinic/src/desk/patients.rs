//! Finding people, opening a record, and everything that happened in it.

use super::{Desk, answers::kind, errors::IntoApi, listing::row};
use crate::{
    allergies, clock,
    facts::Facts,
    flags::{assess, line::line, view::fired},
    gates,
    glance::glance,
    people::{age, hit},
    progress::verdicts,
    shown::{telling, titled},
    telling::Telling,
    vault::ClinicError,
    words::{joined, sentence},
};
use lamina_api::{
    ApiError, Nothing,
    entry::{ChangeRow, EntryRow},
    flag::FlagsLine,
    patient::{
        Counts, FoundBy, FoundPatient, GlancePatients, PatientGlance, PatientHit, PatientKey, PatientView,
        PatientsFound, SearchPatients, SimilarPatient, SimilarPatients,
    },
    reading::shown_asked,
    shown::Alerts,
};
use lamina_domain::{Birth, Fact, Noun, Problem, diagnosis::Term, operations::operations, patient::Citation};
use lamina_store::{FoundPerson, Status, StoreError};
use std::collections::HashMap;
use uuid::Uuid;

/// Most hits that one search answers with.
const MOST: u32 = 1000;
/// How many people the list of recent ones holds.
const RECENT: u32 = 10;
/// Most patients that one call tells of.
const GLANCED: usize = 50;
/// How many of the last scores stand beside the work.
const LAST_SCORES: usize = 4;

impl Desk {
    /// Patients that match what was typed, each with what they were found by; everyone by name where nothing was typed.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn search_patients(&self, request: SearchPatients) -> Result<PatientsFound, ApiError> {
        let session = self.session().await?;
        let today = self.today();
        let limit = request.limit.clamp(1, MOST);
        let store = session.vault()?.store();
        if request.text.trim().is_empty() {
            let everyone = store.first(limit).await.map_err(IntoApi::into_api)?;
            return Ok(PatientsFound {
                total: store.count_people().await.map_err(IntoApi::into_api)?,
                found: everyone
                    .into_iter()
                    .map(|one| FoundPatient {
                        hit: hit(one, today),
                        by: Vec::new(),
                    })
                    .collect(),
            });
        }
        let found = store
            .find(&request.text, self.typing().order, limit)
            .await
            .map_err(IntoApi::into_api)?;
        let settings = session.vault()?.settings().await?;
        let titles = Titles::of(&found.facts, settings.preferred_term)?;
        let person = |one: FoundPerson| FoundPatient {
            by: one.by.into_iter().filter_map(|by| titles.found_by(by)).collect(),
            hit: hit(one.hit, today),
        };
        let view = PatientsFound {
            total: found.total,
            found: found.people.into_iter().map(person).collect(),
        };
        Ok(view)
    }

    /// The patients opened last, newest first; where nobody opened any yet, the first by name.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn recent_patients(&self, _: Nothing) -> Result<Vec<PatientHit>, ApiError> {
        let session = self.session().await?;
        let today = self.today();
        let vault = session.vault()?;
        let mut found = vault
            .store()
            .recent(&vault.actor().id, RECENT)
            .await
            .map_err(IntoApi::into_api)?;
        if found.is_empty() {
            found = vault.store().first(RECENT).await.map_err(IntoApi::into_api)?;
        }
        Ok(found.into_iter().map(|found| hit(found, today)).collect())
    }

    /// What a list tells of each of these patients, in the order asked; who is no longer there is left out.
    ///
    /// # Errors
    /// `invalid` for more than 50, `locked`, or a damaged file.
    pub async fn glance_patients(&self, request: GlancePatients) -> Result<Vec<PatientGlance>, ApiError> {
        if request.patients.len() > GLANCED {
            let most = i64::try_from(GLANCED).unwrap_or(i64::MAX);
            return Err(ApiError::issue(
                "patients",
                Problem::OutOfRange { min: 0, max: most },
            ));
        }
        let session = self.session().await?;
        let vault = session.vault()?;
        let mut told = Vec::with_capacity(request.patients.len());
        for patient in request.patients {
            match vault.facts_anew(patient).await {
                Ok(facts) => told.push(glance(&facts, self.today())),
                Err(ClinicError::Store(StoreError::NotFound)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(told)
    }

    /// People who may be the one about to be entered.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn similar_patients(&self, request: SimilarPatients) -> Result<Vec<SimilarPatient>, ApiError> {
        let session = self.session().await?;
        let today = self.today();
        let born = match Birth::parse(&request.born, self.typing()) {
            Ok(Birth::Date(date)) => Some(date.iso()),
            _ => None,
        };
        let store = session.vault()?.store();
        let found = store
            .similar(&request.family, &request.given, born.as_deref())
            .await
            .map_err(IntoApi::into_api)?;
        Ok(found
            .into_iter()
            .map(|similar| SimilarPatient {
                hit: hit(similar.hit, today),
                same_name: similar.same_name,
                like_name: similar.like_name,
                same_born: similar.same_born,
                swapped_born: similar.swapped_born,
                within_born: similar.within_born,
            })
            .collect())
    }

    /// What every screen of a patient shows; notes in the log that the record was opened.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn open_patient(&self, request: PatientKey) -> Result<PatientView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let facts = vault.opened(request.patient).await?;
        Ok(patient_view(&facts, self.today()))
    }

    /// Everything that was recorded, changed and taken back, newest first.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn list_changes(&self, request: PatientKey) -> Result<Vec<ChangeRow>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let changes = vault
            .store()
            .changes(request.patient)
            .await
            .map_err(IntoApi::into_api)?;
        if changes.is_empty() {
            return Err(ApiError::NotFound);
        }
        let telling = Telling::alone(vault.settings().await?.preferred_term);
        changes
            .into_iter()
            .map(|change| {
                let what = serde_json::from_str(&change.version.content).map_err(ClinicError::from)?;
                Ok(ChangeRow {
                    entry: change.id,
                    noun: change.noun,
                    version: change.version.version,
                    kind: kind(&change.version),
                    title: titled(&what, &telling),
                    reason: change.version.reason,
                    recorded_by: change.version.recorded_by,
                    recorded_at: clock::shown(change.version.recorded_at_us),
                    stands: change.status == Status::Active,
                })
            })
            .collect()
    }
}

/// What the entries by which people were found are called.
struct Titles(HashMap<Uuid, String>);

impl Titles {
    fn of(facts: &HashMap<Uuid, String>, term: Term) -> Result<Self, ApiError> {
        let telling = Telling::alone(term);
        let title = |(entry, content): (&Uuid, &String)| {
            let what: Fact = serde_json::from_str(content).map_err(ClinicError::from)?;
            Ok((*entry, titled(&what, &telling)))
        };
        Ok(Self(facts.iter().map(title).collect::<Result<_, ApiError>>()?))
    }

    fn found_by(&self, by: lamina_store::FoundBy) -> Option<FoundBy> {
        Some(match by {
            lamina_store::FoundBy::Name => FoundBy::Name,
            lamina_store::FoundBy::Born => FoundBy::Born,
            lamina_store::FoundBy::Number => FoundBy::Number,
            lamina_store::FoundBy::Entry(noun, entry) => FoundBy::Fact {
                noun,
                title: self.0.get(&entry)?.clone(),
            },
        })
    }
}

fn patient_view(facts: &Facts, today: chrono::NaiveDate) -> PatientView {
    let record = &facts.record;
    let background = &record.background;
    let settings = &facts.rules.red_flags;
    let assessment = assess(record, settings, today);
    let flags_line = line(record, &assessment, settings, today);
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    PatientView {
        id: facts.person.id,
        version: facts.person.current.version,
        name: record.patient.shown_name(),
        born: record.patient.born.to_string(),
        age: age(record.patient.born, today),
        number: record.patient.record_number.as_ref().map(ToString::to_string),
        alerts: Alerts {
            allergies: allergies::in_short(&background.allergies),
            red_flags: shown_asked(&background.red_flags),
            implants_mri: gates::implants_line(record, today),
            anticoagulants: gates::thinners_line(record, today),
        },
        flags: fired(&assessment),
        flags_line: FlagsLine {
            text: sentence(&flags_line.text),
            ..flags_line
        },
        background: record.background.id(),
        citation: record.patient.citation.as_ref().map(citation),
        counts: Counts {
            surgery: count(operations(record).len()),
            symptom: count(record.symptoms.len()),
            imaging: count(record.imaging.len()),
            treatment: count(record.treatments.len()),
            score: count(record.scores.len()),
            flag: count(record.flags.len()),
        },
        last_scores: last_scores(facts),
        verdicts: verdicts(record, &facts.rules),
    }
}

fn last_scores(facts: &Facts) -> Vec<EntryRow> {
    let record = &facts.record;
    let telling = telling(record, facts.term);
    let count = record.scores.len();
    let last = (1..).zip(&record.scores).skip(count.saturating_sub(LAST_SCORES));
    let mut rows: Vec<EntryRow> = last
        .filter_map(|(number, kept)| {
            let head = kept.head.as_ref()?;
            Some(row(
                record,
                &telling,
                Noun::Score,
                number,
                head,
                &kept.fact,
                false,
            ))
        })
        .collect();
    rows.reverse();
    rows
}

/// Where a published case comes from, in one line.
fn citation(citation: &Citation) -> String {
    joined(
        [
            citation.authors.as_ref().map(ToString::to_string),
            citation.title.as_ref().map(ToString::to_string),
            Some(citation.source.to_string()),
            citation.year.map(|year| year.to_string()),
            citation.locator.as_ref().map(ToString::to_string),
        ],
        ". ",
    )
    .unwrap_or_default()
}
