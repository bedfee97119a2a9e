//! The questionnaires and tests that can be recorded, and the score of what is typed so far.

use super::Desk;
use crate::words::{self, Word};
use lamina_api::{
    ApiError, Nothing,
    instrument::{FlagView, InstrumentView, LiveScore, ScoreAnswers, instrument_views},
    noun::score::{LastAsked, MeasureInput},
    patient::PatientKey,
    reading::Reading,
};

impl Desk {
    /// Every questionnaire and test, in the order of their names.
    ///
    /// # Errors
    /// `locked`.
    pub async fn list_instruments(&self, _: Nothing) -> Result<Vec<InstrumentView>, ApiError> {
        Ok(instrument_views(|domain| domain.word(), |better| better.word()))
    }

    /// What the latest scores of a patient asked for: kind and period of ratings, sides, versions of forms.
    ///
    /// # Errors
    /// `not_found`, `locked`.
    pub async fn last_asked(&self, request: PatientKey) -> Result<LastAsked, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(LastAsked::of(&facts.record.scores))
    }

    /// The score of what is typed so far; nothing is saved.
    ///
    /// # Errors
    /// `locked`.
    pub async fn score_answers(&self, request: ScoreAnswers) -> Result<LiveScore, ApiError> {
        Ok(live(&request.measure, Reading::of(self.typing())))
    }
}

/// The score of what is typed so far, in words; what is typed and can't be an answer by field.
fn live(measure: &MeasureInput, mut reading: Reading) -> LiveScore {
    let taken = measure.administered(&mut reading);
    let Some(scored) = taken.as_ref().map(|taken| taken.scored()) else {
        return LiveScore {
            issues: reading.issues,
            ..LiveScore::default()
        };
    };
    let flags = scored.flags.iter().map(|flag| FlagView {
        flag: *flag,
        text: flag.word(),
    });
    LiveScore {
        score: scored.score,
        answered: scored.answered,
        missing: scored.missing,
        text: words::scored(scored),
        band: scored.band.as_ref().map(words::score::band).unwrap_or_default(),
        reason: scored
            .reason
            .as_ref()
            .map(words::score::reason)
            .unwrap_or_default(),
        flags: flags.collect(),
        issues: reading.issues,
    }
}
