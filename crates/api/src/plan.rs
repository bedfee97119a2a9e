//! What was agreed and asked for, as it stands on a day: of one patient, and of everyone in the clinic.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Where an open item stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanDue {
    /// Its time has passed.
    Overdue,
    /// Its time has come.
    Due,
    /// Its time is still to come.
    Ahead,
    /// It has none, or none that can be placed in time.
    NoDate,
}

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRow {
    /// The plan item, which opens by it.
    pub entry: Uuid,
    /// Kind and words: "Referral: pain clinic".
    pub title: String,
    /// Who sees to it, how urgent, by when.
    pub text: String,
    /// Where it stands on that day.
    pub is: PlanDue,
}

/// Asks for the open requests of everyone that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListRequests {
    /// Most requests to answer with.
    pub limit: u32,
}

/// An open request of somebody that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestRow {
    /// The patient whose plan it is in.
    pub patient: Uuid,
    /// Family name and given names, as in a list.
    pub name: String,
    /// Birth date as known; empty where it is not.
    pub born: String,
    /// The clinic's own record number.
    pub number: Option<String>,
    /// The plan item, which opens by it.
    pub entry: Uuid,
    /// What is asked for, by kind and words.
    pub title: String,
    /// Who sees to it; empty where nobody is named.
    pub owner: String,
    /// By when, in words.
    pub text: String,
    /// True where its time has passed.
    pub overdue: bool,
}

/// The open requests of the clinic that are due, the longest due before the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct RequestsView {
    /// The first of them, at most as many as were asked for.
    pub rows: Vec<RequestRow>,
    /// How many there are.
    pub total: u32,
}
