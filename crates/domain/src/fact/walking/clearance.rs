//! What is asked before a walking programme starts, and the answers.

use crate::value::{reply::Reply, text::Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One question of the clearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ClearanceItem"))]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A doctor or surgeon has cleared walking.
    MedicalClearance,
    /// The surgeon's restrictions and fusion precautions are known.
    Restrictions,
    /// A fracture is excluded, where there was trauma.
    FractureExcluded,
    /// The person knows when to stop and whom to call.
    RedFlagsExplained,
    /// Shoes and ground are suitable.
    ShoesAndGround,
    /// Falls, gait and walking aid are looked at.
    FallsAndAid,
    /// Nothing from the heart speaks against it.
    Heart,
}

impl Item {
    /// Every question, in the order of the form.
    pub const ALL: [Item; 7] = [
        Item::MedicalClearance,
        Item::Restrictions,
        Item::FractureExcluded,
        Item::RedFlagsExplained,
        Item::ShoesAndGround,
        Item::FallsAndAid,
        Item::Heart,
    ];

    /// Whether "does not apply" is an answer: there was no trauma, or no operation.
    pub(crate) fn may_not_apply(self) -> bool {
        matches!(self, Item::FractureExcluded | Item::Restrictions)
    }
}

/// An answer of the clearance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswer {
    /// The question that is answered.
    pub item: Item,
    /// What was said to it, also that it is not known.
    pub reply: Reply,
    /// The day on which it was said.
    pub on: NaiveDate,
    /// By whom; medical clearance needs a name.
    pub by: Option<Text>,
}
