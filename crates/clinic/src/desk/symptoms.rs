//! What the symptoms of a patient say together.

use super::Desk;
use crate::record::Record;
use lamina_api::{
    ApiError,
    noun::symptom::{AsksOn, SymptomsToday},
    patient::PatientKey,
};
use lamina_domain::{Symptom, instrument, symptom::quality::QualityCounts};

/// Questionnaires that ask whether pain may be neuropathic.
const NERVE_PAIN: [&str; 2] = ["dn4", "pain-detect"];

impl Desk {
    /// What the symptoms say together: how many there are, how many words of each pattern, and what asks on about them.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn symptoms_today(&self, request: PatientKey) -> Result<SymptomsToday, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(today(&facts.record))
    }
}

fn today(record: &Record) -> SymptomsToday {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let (present, over): (Vec<&Symptom>, Vec<&Symptom>) = record
        .symptoms
        .iter()
        .map(|one| &one.fact)
        .partition(|one| one.is_present());
    let counts = QualityCounts::of(present.iter().flat_map(|one| &one.qualities));
    SymptomsToday {
        present: count(present.len()),
        over: count(over.len()),
        muscular: count(counts.muscular),
        neuropathic: count(counts.neuropathic),
        asks_on: asks_on(record),
    }
}

/// The questionnaires about nerve pain, where the record holds none of them.
fn asks_on(record: &Record) -> Vec<AsksOn> {
    let is_taken = record.scores.iter().any(|one| {
        let used = one.measure.instrument();
        used.is_some_and(|used| NERVE_PAIN.contains(&used.id.as_str()))
    });
    match is_taken {
        true => Vec::new(),
        false => NERVE_PAIN
            .into_iter()
            .filter_map(instrument::instrument)
            .map(|one| AsksOn {
                instrument: one.id.clone(),
                name: one.name.clone(),
            })
            .collect(),
    }
}
