//! The gate at PHQ-9 item 9: 1 or more shows a safety prompt whatever the total; a blank item is not assessed.
//!
//! Source: Kroenke, Spitzer and Williams 2001 for the item; the prompt is general knowledge of the field.

use crate::{answer::Answer, red_flag::facts::ItemNine};
use serde::{Deserialize, Serialize};

/// What item 9 asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfHarm {
    /// Blank, declined or not asked. It is not zero.
    NotAssessed,
    /// Scored 0.
    NothingRecorded,
    /// Scored 1 or more.
    Prompt,
}

impl SelfHarm {
    /// As shown beside the score.
    pub fn words(self) -> &'static str {
        match self {
            SelfHarm::NotAssessed => "Item 9 (self-harm): not assessed.",
            SelfHarm::NothingRecorded => "Item 9 (self-harm): scored 0.",
            SelfHarm::Prompt => "Self-harm item positive. Follow the local risk protocol now.",
        }
    }
}

/// What the item asks for, whatever the total is.
pub fn self_harm(item: &Answer<ItemNine>) -> SelfHarm {
    match item.value().map(|item| item.get()) {
        None => SelfHarm::NotAssessed,
        Some(0) => SelfHarm::NothingRecorded,
        Some(_) => SelfHarm::Prompt,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Missing;
    use rstest::rstest;

    #[rstest]
    #[case(Answer::Missing(Missing::NotAsked), SelfHarm::NotAssessed)]
    #[case(Answer::Missing(Missing::Declined), SelfHarm::NotAssessed)]
    #[case(Answer::Missing(Missing::Absent), SelfHarm::NotAssessed)]
    #[case(Answer::Value(ItemNine::clamped(0)), SelfHarm::NothingRecorded)]
    #[case(Answer::Value(ItemNine::clamped(1)), SelfHarm::Prompt)]
    #[case(Answer::Value(ItemNine::clamped(3)), SelfHarm::Prompt)]
    fn trap_03_a_blank_item_is_not_no(#[case] item: Answer<ItemNine>, #[case] gate: SelfHarm) {
        assert_eq!(self_harm(&item), gate);
    }

    #[test]
    fn a_blank_item_does_not_read_as_reassuring() {
        assert!(SelfHarm::NotAssessed.words().contains("not assessed"));
        assert!(ItemNine::try_from(4).is_err());
    }
}
