//! How the vertebrae were counted in one document: by what, by whom, and whether the anatomy between the low back and the
//! sacrum is the usual one. Each document keeps its own numbering; no level is ever changed to fit another's.
//! Source of the choices: general knowledge of the field on transitional vertebrae.

use crate::value::{answer::Answer, text::Text};
use serde::{Deserialize, Serialize};

/// A lumbosacral transitional vertebra. That there is none is `absent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransitionalVertebra"))]
#[serde(rename_all = "snake_case")]
pub enum Transition {
    /// The fifth lumbar vertebra is joined to the sacrum.
    SacralisedL5,
    /// The first sacral vertebra stands free like a lumbar one.
    LumbarisedS1,
    /// A transitional vertebra of another kind.
    Other,
}

/// From where the vertebrae were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// From C2 downwards, on an image of the whole spine.
    C2,
    /// From the last rib.
    T12Rib,
    /// By the height of the iliac crest.
    IliacCrest,
    /// The last mobile segment was taken for L5-S1.
    LumbosacralJunction,
}

/// How levels were numbered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbering {
    /// Transitional vertebra; `absent` means looked for and none.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub transition: Answer<Transition>,
    /// From where it was counted.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub counted_from: Answer<CountedFrom>,
    /// Who labelled the levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labelled_by: Option<Text>,
}

impl Numbering {
    /// Nothing was said of it.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// A transitional vertebra was named.
    pub fn is_transitional(&self) -> bool {
        self.transition.value().is_some()
    }

    /// Somebody asked, and how it was counted or whether the anatomy is the usual one is not known.
    pub fn is_unknown(&self) -> bool {
        use crate::value::answer::Missing::Unknown;
        self.transition == Answer::Missing(Unknown) || self.counted_from == Answer::Missing(Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("{}", true, false, false)]
    #[case(r#"{"transition":{"missing":"absent"}}"#, false, false, false)]
    #[case(r#"{"transition":{"missing":"unknown"}}"#, false, false, true)]
    #[case(r#"{"counted_from":{"missing":"unknown"}}"#, false, false, true)]
    #[case(r#"{"transition":{"value":"sacralised_l5"}}"#, false, true, false)]
    #[case(
        r#"{"counted_from":{"value":"c2"},"labelled_by":"Dr Exemple"}"#,
        false,
        false,
        false
    )]
    fn trap_15_not_asked_is_neither_unknown_nor_none(
        #[case] json: &str,
        #[case] empty: bool,
        #[case] transitional: bool,
        #[case] unknown: bool,
    ) {
        let numbering: Numbering = serde_json::from_str(json).unwrap();
        assert_eq!(
            (
                numbering.is_empty(),
                numbering.is_transitional(),
                numbering.is_unknown()
            ),
            (empty, transitional, unknown)
        );
        assert_eq!(serde_json::to_string(&numbering).unwrap(), json);
    }
}
