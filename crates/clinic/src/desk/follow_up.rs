//! Follow-up at the window.

use super::Desk;
use crate::follow_up::{called_for, schedule_of};
use lamina_api::{
    ApiError,
    follow_up::{FollowUpKey, FollowUpSchedule, FollowUpView},
    patient::PatientKey,
};

impl Desk {
    /// What follow-up calls for today, worked out anew from what stands.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn follow_up(&self, request: PatientKey) -> Result<FollowUpView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(called_for(&facts, &facts.rules.plans, self.today()))
    }

    /// The whole schedule of one operation or treatment.
    ///
    /// # Errors
    /// `not_found` also where follow-up does not count from the entry; `locked`, or a damaged file.
    pub async fn follow_up_of(&self, request: FollowUpKey) -> Result<FollowUpSchedule, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        schedule_of(&facts, &facts.rules.plans, request.entry, self.today()).ok_or(ApiError::NotFound)
    }
}
