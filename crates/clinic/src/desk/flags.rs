//! Red flags at the window: what is asked, what fires, and what goes into a decision beside what was typed.

use super::Desk;
use crate::{
    flags::view::{questions, red_flags},
    noun::{self, Entered},
    vault::{ClinicError, Vault},
};
use chrono::DateTime;
use lamina_api::{
    ApiError, Nothing,
    entry::{FactInput, ReadResults, ReadingKind, ResultsRead, kinds, results},
    flag::{FlagGroup, RedFlagsView},
    patient::PatientKey,
    settings::Settings,
};
use lamina_domain::{Fact, of_noun};
use lamina_store::{Entry, Status};

/// The role where the clinic has set none.
const ROLE: &str = "clinician";

impl Desk {
    /// The questions of the form, by group.
    ///
    /// # Errors
    /// `locked`.
    pub async fn flag_questions(&self, _: Nothing) -> Result<Vec<FlagGroup>, ApiError> {
        Ok(questions())
    }

    /// What can be measured, and the units in which it is given.
    ///
    /// # Errors
    /// `locked`.
    pub async fn reading_kinds(&self, _: Nothing) -> Result<Vec<ReadingKind>, ApiError> {
        Ok(kinds())
    }

    /// The results in a text that was typed or pasted; nothing is saved.
    ///
    /// # Errors
    /// `locked`.
    pub async fn read_results(&self, request: ReadResults) -> Result<ResultsRead, ApiError> {
        Ok(results(&request.text))
    }

    /// What the red flags of a patient say today.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn red_flags(&self, request: PatientKey) -> Result<RedFlagsView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let settings = vault.author_settings().await?;
        let facts = vault.facts(request.patient).await?;
        let who = decider(&settings, vault);
        Ok(red_flags(&facts.record, &facts.rules, self.today(), who))
    }

    /// What was typed, with who decides and in which role filled in where a decision leaves it open.
    pub(super) async fn with_decider(
        &self,
        mut input: FactInput,
        vault: &Vault,
    ) -> Result<FactInput, ApiError> {
        if !of_noun!(input.noun(), T => <T as Entered>::SIGNED) {
            return Ok(input);
        }
        let settings = vault.author_settings().await?;
        let (by, role) = decider(&settings, vault);
        noun::sign(&mut input, &by, &role);
        Ok(input)
    }
}

/// Under which name and role a flag is resolved.
pub(super) fn decider(settings: &Settings, vault: &Vault) -> (String, String) {
    let or = |set: &str, other: &str| if set.trim().is_empty() { other } else { set }.trim().to_owned();
    (
        or(&settings.author_name, &vault.actor().id),
        or(&settings.author_role, ROLE),
    )
}

/// What is amended keeps the time at which it was made where the order of times matters: new words of a decision must not
/// cover newer findings, and a walking plan stays before what happened to it.
pub(super) fn keep_time(fact: &mut Fact, standing: &Entry) -> Result<(), ApiError> {
    if !of_noun!(fact.noun(), T => <T as Entered>::KEEPS_MOMENT) || standing.status != Status::Active {
        return Ok(());
    }
    let mut before: Fact = serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
    let kept = before.moment_mut().and_then(|moment| *moment);
    if let Some(at) = fact.moment_mut() {
        *at = kept.or_else(|| DateTime::from_timestamp_micros(standing.current.recorded_at_us));
    }
    Ok(())
}
