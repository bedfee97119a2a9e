//! The safety gates at the window.

use super::Desk;
use crate::gates::gate;
use lamina_api::{
    ApiError, Nothing,
    gate::{GateRequest, GateView},
};

impl Desk {
    /// What the record says before MRI or before an intervention, worked out anew from what stands.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn safety_gates(&self, request: GateRequest) -> Result<GateView, ApiError> {
        let payer = self.get_settings(Nothing {}).await?.payer_limit;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(gate(&facts.record, &request.before, self.today(), payer))
    }
}
