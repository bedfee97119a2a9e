//! Behavioural signs, in the five groups in which they are looked for. They are counted as groups that were examined and say
//! nothing of a cause: they neither prove that there is none nor exclude one.
//!
//! Source: Waddell and others, Spine 1980;5:117, who warn of reading them as more than a reason to look further. They are told on the
//! screen alone and stand in no letter.

use serde::{Deserialize, Serialize};

/// A group of behavioural signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BehaviouralGroup {
    /// Tenderness of the skin, or over an area that no single structure explains.
    Tenderness,
    /// Pain when a movement is only suggested: load on the head, turning shoulders and pelvis together.
    Simulation,
    /// A finding that is not there when attention is elsewhere.
    Distraction,
    /// Weakness or altered sensation over a region that no nerve explains.
    Regional,
    /// A reaction out of proportion to the examination.
    Overreaction,
}

impl BehaviouralGroup {
    /// Every group, in the order in which they were published.
    pub const ALL: [Self; 5] = [
        Self::Tenderness,
        Self::Simulation,
        Self::Distraction,
        Self::Regional,
        Self::Overreaction,
    ];
}

/// Whether a group was examined and found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BehaviouralResult {
    /// At least one sign of the group was found.
    Yes,
    /// It was examined, and no sign of it was found.
    No,
    /// It was not examined; that is not "no".
    NotExamined,
}

/// What was found of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BehaviouralSign {
    /// Which group was looked at.
    pub group: BehaviouralGroup,
    /// What was found of it.
    pub found: BehaviouralResult,
}

/// How many groups were found of how many that were examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BehaviouralCount {
    /// Groups of which a sign was found.
    pub found: usize,
    /// Groups that were examined.
    pub examined: usize,
}

impl BehaviouralCount {
    /// The count; nothing where no group was examined.
    pub fn of(signs: &[BehaviouralSign]) -> Option<Self> {
        let count = |wanted: BehaviouralResult| signs.iter().filter(|one| one.found == wanted).count();
        let found = count(BehaviouralResult::Yes);
        let examined = found + count(BehaviouralResult::No);
        (examined > 0).then_some(Self { found, examined })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(signs: &str) -> Option<(usize, usize)> {
        let signs: Vec<BehaviouralSign> = serde_json::from_str(signs).unwrap();
        BehaviouralCount::of(&signs).map(|count| (count.found, count.examined))
    }

    #[test]
    fn groups_are_counted_of_those_that_were_examined() {
        assert_eq!(
            count(
                r#"[{"group":"tenderness","found":"yes"},{"group":"simulation","found":"no"},
                {"group":"regional","found":"not_examined"}]"#
            ),
            Some((1, 2))
        );
        assert_eq!(count(r#"[{"group":"regional","found":"not_examined"}]"#), None);
        assert_eq!(count("[]"), None);
    }

    #[test]
    fn the_groups_stand_in_their_order() {
        assert!(BehaviouralGroup::ALL.is_sorted());
    }
}
