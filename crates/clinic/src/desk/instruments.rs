//! The questionnaires and tests that can be recorded, and the score of what is typed so far.

use super::Desk;
use crate::words;
use lamina_api::{
    ApiError, Nothing,
    instrument::{InstrumentView, LiveScore, ScoreAnswers, instrument_views},
    reading::Reading,
};

impl Desk {
    /// Every questionnaire and test, in the order of their names.
    ///
    /// # Errors
    /// `locked`.
    pub async fn list_instruments(&self, _: Nothing) -> Result<Vec<InstrumentView>, ApiError> {
        Ok(instrument_views())
    }

    /// The score of what is typed so far; nothing is saved.
    ///
    /// # Errors
    /// `locked`.
    pub async fn score_answers(&self, request: ScoreAnswers) -> Result<LiveScore, ApiError> {
        let mut live = LiveScore::of(&request.measure, self.today());
        if let Some(taken) = request.measure.administered(&mut Reading::on(self.today())) {
            live.text = words::scored(taken.scored());
        }
        Ok(live)
    }
}
