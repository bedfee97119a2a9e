//! Follow-up at the window.

use super::Desk;
use crate::follow_up::{called_for, due, schedule_of};
use lamina_api::{
    ApiError,
    follow_up::{DueView, FollowUpKey, FollowUpSchedule, FollowUpView, ListDue},
    patient::PatientKey,
};

/// Most people that one list of who is due answers with.
const MOST: u32 = 1000;

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

    /// The whole schedule of one operation or treatment.
    ///
    /// # Errors
    /// `not_found` also where follow-up does not count from the entry; `locked`, or a damaged file.
    pub async fn follow_up_of(&self, request: FollowUpKey) -> Result<FollowUpSchedule, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        schedule_of(&facts, request.entry, self.today()).ok_or(ApiError::NotFound)
    }

    /// Who is due for follow-up in the clinic, the window that closes first before the others.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_due(&self, request: ListDue) -> Result<DueView, ApiError> {
        let session = self.session().await?;
        let limit = request.limit.clamp(1, MOST) as usize;
        Ok(due(session.vault()?, self.today(), limit).await?)
    }
}
