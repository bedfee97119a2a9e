//! What is asked before a walking programme starts, and the answers.

use crate::value::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One question of the gate.
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
    /// Every question.
    pub const ALL: [Item; 7] = [
        Item::MedicalClearance,
        Item::Restrictions,
        Item::FractureExcluded,
        Item::RedFlagsExplained,
        Item::ShoesAndGround,
        Item::FallsAndAid,
        Item::Heart,
    ];

    /// In words, as the statement that has to be true.
    pub fn words(self) -> &'static str {
        match self {
            Item::MedicalClearance => "walking is cleared by a doctor or surgeon",
            Item::Restrictions => "restrictions after the operation are known",
            Item::FractureExcluded => "a fracture is excluded after trauma",
            Item::RedFlagsExplained => "when to stop and whom to call has been explained",
            Item::ShoesAndGround => "shoes and ground are suitable",
            Item::FallsAndAid => "falls, gait and walking aid have been looked at",
            Item::Heart => "nothing from the heart speaks against walking",
        }
    }

    /// Whether "does not apply" is an answer: there was no trauma, or no operation.
    pub(crate) fn may_not_apply(self) -> bool {
        matches!(self, Item::FractureExcluded | Item::Restrictions)
    }
}

/// A reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ClearanceReply"))]
#[serde(rename_all = "snake_case")]
pub enum ItemReply {
    /// The statement is true.
    Yes,
    /// It is not.
    No,
    /// It makes no sense here; somebody said so.
    DoesNotApply,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
    /// Nobody asked.
    #[default]
    NotAsked,
}

/// An answer of the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswer {
    /// Which question.
    pub item: Item,
    /// What was said.
    pub reply: ItemReply,
    /// On which day.
    pub on: NaiveDate,
    /// By whom; medical clearance needs a name.
    pub by: Option<Text>,
}
