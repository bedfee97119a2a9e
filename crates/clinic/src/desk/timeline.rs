//! The events of a record at the window.

use super::{Desk, errors::IntoApi};
use crate::{clock, timeline::timeline, words::spelled};
use lamina_api::{
    ApiError,
    timeline::{TimelineRequest, TimelineView},
};
use lamina_domain::{PartialDate, Problem};

impl Desk {
    /// Everything that the record holds in one order of time, as it is known now or as it was known at the end of a past day.
    ///
    /// # Errors
    /// `invalid` for a day that can't be read or lies ahead, `not_found`, `locked`, or a damaged file.
    pub async fn timeline(&self, request: TimelineRequest) -> Result<TimelineView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        if request.known_on.trim().is_empty() {
            let facts = vault.facts(request.patient).await?;
            return Ok(TimelineView {
                known_on: String::new(),
                entered: true,
                rows: timeline(&facts, self.today()),
            });
        }
        let day = PartialDate::parse(&request.known_on, self.typing())
            .map_err(|problem| ApiError::issue("known_on", problem))?
            .last();
        if day > self.today() {
            return Err(ApiError::issue("known_on", Problem::InFuture));
        }
        // Who is not there at all is told as such.
        vault
            .store()
            .get(request.patient)
            .await
            .map_err(IntoApi::into_api)?;
        let known = vault.facts_known_at(request.patient, clock::end_of(day)).await?;
        Ok(TimelineView {
            known_on: spelled(day),
            entered: known.is_some(),
            rows: known.map(|facts| timeline(&facts, day)).unwrap_or_default(),
        })
    }
}
