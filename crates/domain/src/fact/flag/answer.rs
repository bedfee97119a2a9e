//! Answers to red-flag questions as they stand in the record: a history, never overwritten. Free text beside an
//! answer is kept and never read as one.

use crate::value::{context::ToldBy, date::PartialDate, text::Text, when::When};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How a finding behaves over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It is new.
    New,
    /// It was there and has changed.
    Changed,
    /// Known, long-standing, unchanged: the baseline that a change is measured from.
    LongStandingUnchanged,
    /// Nobody said. That is not "unchanged".
    #[default]
    NotSaid,
}

impl Course {
    /// In words; empty where nobody said.
    pub fn words(self) -> &'static str {
        match self {
            Course::New => "new",
            Course::Changed => "changed",
            Course::LongStandingUnchanged => "long-standing, unchanged",
            Course::NotSaid => "",
        }
    }
}

/// A reply. Only `Yes` and `No` answer; `DoesNotApply` does where the question allows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", from = "ReadReply")]
pub enum Reply {
    /// Yes, with its course and when it began.
    Yes {
        /// New, changed, unchanged or not said.
        course: Course,
        /// When it began.
        #[serde(skip_serializing_if = "When::is_unknown")]
        since: When,
    },
    /// No.
    No,
    /// The question makes no sense here: there is no wound, no pump.
    DoesNotApply,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
    /// Nobody asked.
    #[default]
    NotAsked,
}

/// A reply as it is read: one without fields has none beside its tag, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
enum ReadReply {
    Yes {
        #[serde(default)]
        course: Course,
        #[serde(default)]
        since: When,
    },
    No {},
    DoesNotApply {},
    Unknown {},
    Declined {},
    NotAsked {},
}

impl From<ReadReply> for Reply {
    fn from(read: ReadReply) -> Self {
        match read {
            ReadReply::Yes { course, since } => Self::Yes { course, since },
            ReadReply::No {} => Self::No,
            ReadReply::DoesNotApply {} => Self::DoesNotApply,
            ReadReply::Unknown {} => Self::Unknown,
            ReadReply::Declined {} => Self::Declined,
            ReadReply::NotAsked {} => Self::NotAsked,
        }
    }
}

/// One answer to one question on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagAnswer {
    /// Id of the question.
    pub question: String,
    /// What was said.
    pub reply: Reply,
    /// The day on which it was asked. Where only a month or a year is known the answer is old: it can raise a flag and
    /// never counts as a no.
    pub asked_on: PartialDate,
    /// When it was put into the record; what is newer than a resolution is told by this.
    pub recorded: DateTime<Utc>,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never evaluated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// How urgently a finding asks for action. Ordered by urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FlagLevel"))]
pub enum Level {
    /// Caution: a clinician is advised.
    #[serde(rename = "C")]
    Caution,
    /// Urgent: within days; the local limit is at most two weeks.
    #[serde(rename = "U")]
    Urgent,
    /// The same day.
    #[serde(rename = "E1")]
    SameDay,
    /// An emergency, now.
    #[serde(rename = "E0")]
    Emergency,
}

impl Level {
    /// In words, as printed beside a finding.
    pub fn words(self) -> &'static str {
        match self {
            Level::Caution => "caution",
            Level::Urgent => "urgent, within days",
            Level::SameDay => "same day",
            Level::Emergency => "emergency, now",
        }
    }

    /// True for what stays at the top until somebody with the right resolves it.
    pub fn stays(self) -> bool {
        self >= Level::SameDay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_reads_back_as_itself_and_an_unsaid_course_is_not_unchanged() {
        let json = r#"{"question":"saddle_numbness","reply":{"is":"yes"},"asked_on":"2026-11-03",
            "recorded":"2026-11-03T10:00:00Z","told_by":"patient"}"#;
        let answer: FlagAnswer = serde_json::from_str(json).unwrap();
        assert_eq!(
            answer.reply,
            Reply::Yes {
                course: Course::NotSaid,
                since: When::default()
            }
        );
        let again = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<FlagAnswer>(&again).unwrap(), answer);
    }

    #[test]
    fn urgency_has_an_order_and_the_two_highest_stay() {
        let order = [Level::Caution, Level::Urgent, Level::SameDay, Level::Emergency];
        assert!(order.windows(2).all(|two| two[0] < two[1]));
        assert_eq!(order.map(Level::stays), [false, false, true, true]);
    }
}
