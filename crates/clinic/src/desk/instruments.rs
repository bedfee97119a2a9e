//! The questionnaires and tests that can be recorded, and the score of what is typed so far.

use super::Desk;
use crate::words::{self, Word};
use lamina_api::{
    ApiError, Nothing,
    instrument::{InstrumentView, LiveScore, ScoreAnswers, instrument_views},
    patient::PatientKey,
    reading::Reading,
    score::LastAsked,
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
        let mut live = LiveScore::of(&request.measure, self.typing());
        if let Some(taken) = request.measure.administered(&mut Reading::of(self.typing())) {
            live.text = words::scored(taken.scored());
        }
        Ok(live)
    }
}
