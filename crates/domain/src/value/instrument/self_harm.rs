//! The stop at PHQ-9 item 9: 1 or more shows a safety prompt whatever the total; a blank item is not assessed.
//!
//! Source: Kroenke, Spitzer and Williams 2001 for the item; the prompt is general knowledge of the field.

use serde::{Deserialize, Serialize};

/// What item 9 asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfHarm {
    /// Blank, declined or not asked. It is not zero.
    NotAssessed,
    /// Scored 0, and nothing is asked for.
    NothingRecorded,
    /// Scored 1 or more.
    Prompt,
}

/// What the item asks for, whatever the total is. `points` are those of the item, 0 to 3; nothing where it is blank.
pub fn self_harm(points: Option<f64>) -> SelfHarm {
    match points {
        None => SelfHarm::NotAssessed,
        Some(points) if points >= 1.0 => SelfHarm::Prompt,
        Some(_) => SelfHarm::NothingRecorded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(None, SelfHarm::NotAssessed)]
    #[case(Some(0.0), SelfHarm::NothingRecorded)]
    #[case(Some(1.0), SelfHarm::Prompt)]
    #[case(Some(3.0), SelfHarm::Prompt)]
    fn trap_03_a_blank_item_is_not_no(#[case] points: Option<f64>, #[case] told: SelfHarm) {
        assert_eq!(self_harm(points), told);
    }
}
