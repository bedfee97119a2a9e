//! Paths of neuromodulation and pumps at the window.

use super::{
    Desk,
    errors::internal,
    progress::{in_width, palette},
};
use crate::{
    neuromodulation::{chart, neuromodulation},
    progress::drawn_small,
    words::say,
};
use lamina_api::{
    ApiError,
    neuromodulation::{NeuromodulationView, TrialChartRequest, TrialChartView},
    patient::PatientKey,
};

impl Desk {
    /// Every path and pump of a record, with what each trial's diary comes to.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn neuromodulation(&self, request: PatientKey) -> Result<NeuromodulationView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(neuromodulation(&facts, self.today()))
    }

    /// The drawing of the diary of one path.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn trial_chart(&self, request: TrialChartRequest) -> Result<TrialChartView, ApiError> {
        in_width(request.width)?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let record = &facts.record;
        let path = record
            .neuromodulations
            .iter()
            .position(|one| one.is(request.path));
        let drawing = chart(record, path.ok_or(ApiError::NotFound)?);
        let summary = say!("trial-chart-description");
        let Some(drawing) = drawing else {
            return Ok(TrialChartView {
                svg: None,
                summary,
                points: Vec::new(),
            });
        };
        let drawn = drawn_small(&drawing, request.width, palette(request.paper));
        let (svg, points) = drawn.map_err(|error| internal(&error))?;
        Ok(TrialChartView {
            svg: Some(svg),
            summary,
            points,
        })
    }
}
