//! The spine map at the window.

use super::{Desk, errors::internal, progress::palette};
use crate::spine::view;
use lamina_api::{
    ApiError,
    spine::{SpineMapRequest, SpineMapView},
};
use lamina_domain::Problem;

/// Narrowest and widest drawing in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 240..=4000;
/// Lowest and highest one.
const HEIGHTS: std::ops::RangeInclusive<u32> = 160..=4000;

impl Desk {
    /// The spine map of a patient, made anew from what stands.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width or height out of range.
    pub async fn spine_map(&self, request: SpineMapRequest) -> Result<SpineMapView, ApiError> {
        for (field, value, range) in [
            ("width", request.width, WIDTHS),
            ("height", request.height, HEIGHTS),
        ] {
            if !range.contains(&value) {
                let (min, max) = (i64::from(*range.start()), i64::from(*range.end()));
                return Err(ApiError::issue(field, Problem::OutOfRange { min, max }));
            }
        }
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let size = (request.width, request.height);
        view(&facts.record, self.today(), size, palette(request.paper)).map_err(|error| internal(&error))
    }
}
