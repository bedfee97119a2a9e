//! What was recorded on the day of a visit, and two such days side by side, at the window.

use super::{Desk, entries::entry_and_facts};
use crate::{clock, visits};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    entry::EntryKey,
    visit::{CompareVisits, VisitDay, VisitsCompared},
};
use lamina_domain::Problem;

impl Desk {
    /// What the record holds of the day of a visit, beside the visit itself.
    ///
    /// # Errors
    /// `not_found` for what is no visit that stands, `locked`, or a damaged file.
    pub async fn visit_day(&self, request: EntryKey) -> Result<VisitDay, ApiError> {
        let session = self.session().await?;
        let (_, facts) = entry_and_facts(session.vault()?, request.entry).await?;
        visits::of_visit(&facts, request.entry).ok_or(ApiError::NotFound)
    }

    /// Two days of a record side by side, the earlier first.
    ///
    /// # Errors
    /// `invalid` for what is no day, `not_found`, `locked`, or a damaged file.
    pub async fn compare_visits(&self, request: CompareVisits) -> Result<VisitsCompared, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let asked = [day("one", &request.one)?, day("other", &request.other)?];
        Ok(visits::compared(&facts, asked, self.today()))
    }
}

/// A day as a choice names it; nothing where none is asked for.
fn day(field: &str, asked: &str) -> Result<Option<NaiveDate>, ApiError> {
    match asked {
        "" => Ok(None),
        asked => clock::day(asked).map(Some).ok_or_else(|| {
            ApiError::issue(
                field,
                Problem::NotADate {
                    text: asked.to_owned(),
                },
            )
        }),
    }
}
