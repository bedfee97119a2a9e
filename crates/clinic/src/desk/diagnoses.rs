//! What the form of a diagnosis offers: the causes to choose from, the codes that fit, and the entries of the record that can
//! speak for or against. It offers and judges nothing.

use super::Desk;
use crate::{
    diagnoses::{kind, title},
    shown::{telling, told},
};
use lamina_api::{
    ApiError, Nothing,
    entry::{CodeChoice, DiagnosisChoice, EvidenceRow, SuggestCodes},
    patient::PatientKey,
};
use lamina_domain::{Clinical, Diagnosis, Link, Noun, coding::suggested, diagnosis::Kind};

impl Desk {
    /// Every diagnosis and cause that can be chosen, group by group.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_diagnoses(&self, _: Nothing) -> Result<Vec<DiagnosisChoice>, ApiError> {
        let term = self.get_settings(Nothing {}).await?.preferred_term;
        let choice = |one: Kind| DiagnosisChoice {
            kind: one,
            group: one.group(),
            word: kind(one, term),
            names: one.names().iter().map(|name| (*name).to_owned()).collect(),
        };
        Ok(Kind::ALL.map(choice).to_vec())
    }

    /// Codes that fit a diagnosis by its kind, levels and side.
    ///
    /// # Errors
    /// `locked`.
    pub async fn suggest_codes(&self, request: SuggestCodes) -> Result<Vec<CodeChoice>, ApiError> {
        let levels = request.levels.parse().unwrap_or_default();
        let codes = suggested(request.kind, &levels, &request.side).into_iter();
        Ok(codes
            .map(|code| CodeChoice {
                title: title(&code).unwrap_or_default(),
                code: code.to_string(),
            })
            .collect())
    }

    /// The entries of a record that can speak for or against a diagnosis, kind by kind, the newest of each first.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn list_evidence(&self, request: PatientKey) -> Result<Vec<EvidenceRow>, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let telling = telling(&facts.record, facts.term);
        let mut rows = Vec::new();
        for noun in Noun::ALL {
            let Some(called) = noun.called().filter(|called| Some(*called) != Diagnosis::CALLED) else {
                continue;
            };
            let list = (1..).zip(facts.record.list(noun)).collect::<Vec<(u32, _)>>();
            rows.extend(list.into_iter().rev().filter_map(|(number, kept)| {
                let id = kept.id()?;
                let shown = told(&kept.fact, &telling);
                Some(EvidenceRow {
                    entry: Link::to(called, id).to_string(),
                    id,
                    noun,
                    number,
                    when: shown.when,
                    title: shown.title,
                })
            }));
        }
        Ok(rows)
    }
}
