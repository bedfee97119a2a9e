//! Follow-up at the window.

use super::Desk;
use crate::follow_up::called_for;
use lamina_api::{ApiError, follow_up::FollowUpView, patient::PatientKey};

impl Desk {
    /// What follow-up calls for today, worked out anew from what stands.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn follow_up(&self, request: PatientKey) -> Result<FollowUpView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(called_for(&facts, self.today()))
    }
}
