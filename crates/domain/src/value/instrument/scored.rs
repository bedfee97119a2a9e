//! What scoring gives back. There is either a score or a reason why there is none.

use serde::{Deserialize, Deserializer, Serialize};

/// How the answers were taken down, and what the reader asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ScoreOptions"))]
#[serde(default, rename_all = "snake_case")]
pub struct Options {
    /// Make up for blanks where the instrument has a rule for it; the score is then labelled.
    pub prorate: bool,
    /// The person confirmed that every statement of a tick form was read.
    pub confirmed: bool,
    /// How the answers were taken down.
    pub capture: Capture,
    /// The printed version, such as 2.1a.
    pub edition: Option<String>,
}

/// How statements were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Capture {
    /// Tick what is true; no tick is none.
    #[default]
    Ticks,
    /// Yes or no for each; a blank is a blank.
    YesNo,
}

/// The result of scoring one administration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ScoreResult {
    /// Id of the instrument.
    pub instrument: String,
    /// Version of the scoring rule.
    pub rule_version: u32,
    /// The printed version that was used, where it is known.
    pub edition: Option<String>,
    /// The score, or `None` with a reason.
    pub score: Option<f64>,
    /// How many of the counted questions were answered.
    pub answered: u32,
    /// How many were not.
    pub missing: u32,
    /// Blanks were made up for; the score carries the label wherever it is shown.
    pub prorated: bool,
    /// True where the total was entered and the answers are not known.
    pub entered: bool,
    /// The range the score lies in.
    pub band: Option<NamedBand>,
    /// Why there is no score.
    pub reason: Option<Reason>,
    /// What a reader must see at once.
    pub flags: Vec<Flag>,
    /// Scores of some of the questions.
    pub subscales: Vec<SubScored>,
    /// The digits of a profile.
    pub profile: Option<String>,
    /// The key of the answer, where it is kept as a word.
    pub label: Option<String>,
}

/// The name of a range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamedBand {
    /// The name of the range.
    pub label: String,
    /// How many blanks were made up for; 0 where none was.
    pub made_up: u32,
}

/// The score of a part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SubScored {
    /// Key of the subscale.
    pub key: String,
    /// The name as it is printed.
    pub name: String,
    /// Its score, or `None` with a reason.
    pub score: Option<f64>,
    /// How many of its questions were answered.
    pub answered: u32,
    /// How many were not.
    pub missing: u32,
    /// Blanks were made up for.
    pub prorated: bool,
    /// The range that its score lies in.
    pub band: Option<NamedBand>,
    /// Why there is no score.
    pub reason: Option<Reason>,
}

/// Why there is no score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NoScore"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// None of the questions was answered.
    NotAnswered,
    /// Fewer answers than the rule needs.
    TooFew {
        /// How many questions were answered.
        answered: u32,
        /// How many questions there are.
        of: u32,
        /// The fewest answers that would do.
        needed: u32,
    },
    /// Nobody confirmed that every statement was read.
    NotConfirmed,
    /// The person could not do it.
    Unable,
    /// The digits are not summed.
    NotSummed,
    /// The answer is a word.
    Word,
}

impl Reason {
    /// The code under which it is kept and told, as serde writes it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnswered => "not_answered",
            Self::TooFew { .. } => "too_few",
            Self::NotConfirmed => "not_confirmed",
            Self::Unable => "unable",
            Self::NotSummed => "not_summed",
            Self::Word => "word",
        }
    }
}

/// A reason as it is read: one without fields has none beside its code, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "code", rename_all = "snake_case", deny_unknown_fields)]
enum ReadReason {
    NotAnswered {},
    TooFew { answered: u32, of: u32, needed: u32 },
    NotConfirmed {},
    Unable {},
    NotSummed {},
    Word {},
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadReason::deserialize(reader).map(Self::from)
    }
}

impl From<ReadReason> for Reason {
    fn from(read: ReadReason) -> Self {
        match read {
            ReadReason::NotAnswered {} => Self::NotAnswered,
            ReadReason::TooFew { answered, of, needed } => Self::TooFew { answered, of, needed },
            ReadReason::NotConfirmed {} => Self::NotConfirmed,
            ReadReason::Unable {} => Self::Unable,
            ReadReason::NotSummed {} => Self::NotSummed,
            ReadReason::Word {} => Self::Word,
        }
    }
}

/// What a reader must see at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ScoreFlag"))]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The question about self-harm has an answer above the lowest, whatever the total.
    SafetyPrompt,
    /// The question about self-harm was not answered, which is not "no".
    SafetyNotAssessed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_reason_is_the_one_it_is_written_with() {
        let too_few = Reason::TooFew {
            answered: 1,
            of: 2,
            needed: 2,
        };
        let others = [
            Reason::NotAnswered,
            Reason::NotConfirmed,
            Reason::Unable,
            Reason::NotSummed,
            Reason::Word,
        ];
        for reason in std::iter::once(too_few).chain(others) {
            assert_eq!(serde_json::to_value(&reason).unwrap()["code"], reason.code());
        }
    }
}
