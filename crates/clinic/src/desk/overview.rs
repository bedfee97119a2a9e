//! The overview of a record at the window.

use super::{
    Desk,
    errors::internal,
    progress::{in_width, palette},
};
use crate::{overview, progress};
use lamina_api::{
    ApiError,
    overview::{LadderView, OverviewRequest, OverviewView},
    patient::PatientKey,
};

impl Desk {
    /// A record at a glance, from one reading of it.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn overview(&self, request: OverviewRequest) -> Result<OverviewView, ApiError> {
        in_width(request.width)?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let (record, today) = (&facts.record, self.today());
        let small = progress::small(record, today);
        let drawn = small
            .as_ref()
            .map(|chart| progress::drawn_small(chart, request.width, palette(request.paper)))
            .transpose()
            .map_err(|error| internal(&error))?;
        let (svg, points) = drawn.map_or((None, Vec::new()), |(svg, points)| (Some(svg), points));
        let year = progress::within_a_year(record, &facts.rules, today);
        let year: Vec<_> = year.into_iter().map(|(_, verdict)| verdict).collect();
        Ok(OverviewView {
            story: overview::story(record),
            summary: match year.is_empty() {
                true => small.map(|chart| chart.labels.description).unwrap_or_default(),
                false => progress::sentences(&year).join(". "),
            },
            svg,
            points,
            year,
            gaps: overview::missing(record, today),
        })
    }

    /// Every treatment and what was not tried, the least invasive first, on one rung the latest first.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn ladder(&self, request: PatientKey) -> Result<LadderView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(overview::ladder(&facts.record, self.today()))
    }
}
