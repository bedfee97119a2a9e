//! The walking programme at the window: what it says, its drawing and its numbers.

use super::{
    Desk,
    errors::internal,
    progress::{in_width, palette},
};
use crate::{
    progress::drawn,
    walking::{chart, table, walking},
};
use lamina_api::{
    ApiError,
    patient::PatientKey,
    walking::{WalkingChartRequest, WalkingChartView, WalkingView},
};

impl Desk {
    /// The walking programme of a patient.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn walking(&self, request: PatientKey) -> Result<WalkingView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(walking(&facts, self.today()))
    }

    /// The drawing of the programme and its numbers.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn walking_chart(&self, request: WalkingChartRequest) -> Result<WalkingChartView, ApiError> {
        in_width(request.width)?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let record = &facts.record;
        let all = record.programmes();
        let Some(programme) = all.last() else {
            return Err(ApiError::NotFound);
        };
        let drawing = chart(record, programme, self.today());
        let (svg, points) = match drawing.is_empty() {
            true => (None, Vec::new()),
            false => {
                let drawn = drawn(&drawing, request.width, palette(request.paper));
                let (svg, points) = drawn.map_err(|error| internal(&error))?;
                (Some(svg), points)
            }
        };
        let (columns, rows) = table(programme);
        Ok(WalkingChartView {
            svg,
            summary: drawing.labels.description,
            points,
            columns,
            rows,
        })
    }
}
