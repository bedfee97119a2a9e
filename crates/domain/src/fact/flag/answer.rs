//! Answers to red-flag questions as they stand in the record: a history, never overwritten. Free text beside an
//! answer is kept and never read as one.

use super::Flag;
use crate::value::{context::ToldBy, date::PartialDate, reply::Reply, when::When};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};

/// How a finding behaves over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It was not there before.
    New,
    /// It was there and has changed.
    Changed,
    /// Known, long-standing, unchanged: the baseline that a change is measured from.
    LongStandingUnchanged,
    /// Nobody said. That is not "unchanged".
    #[default]
    NotSaid,
}

/// A reply to a question about red flags: a yes also says its course and when it began.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct FlagReply {
    reply: Reply,
    course: Course,
    since: When,
}

impl FlagReply {
    /// Yes, with its course and when it began.
    pub fn yes(course: Course, since: When) -> Self {
        FlagReply {
            reply: Reply::Yes,
            course,
            since,
        }
    }

    /// What was replied, without the course that a yes has beside it.
    pub fn reply(&self) -> Reply {
        self.reply
    }

    /// Of a yes, its course and when it began.
    pub fn found(&self) -> Option<(Course, &When)> {
        (self.reply == Reply::Yes).then_some((self.course, &self.since))
    }

    /// Of a yes, when it began.
    pub(super) fn since_mut(&mut self) -> Option<&mut When> {
        (self.reply == Reply::Yes).then_some(&mut self.since)
    }
}

impl From<Reply> for FlagReply {
    /// A yes of which nobody said more.
    fn from(reply: Reply) -> Self {
        FlagReply {
            reply,
            ..FlagReply::default()
        }
    }
}

/// A reply as it is written: only a yes has fields beside its tag.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    is: Reply,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    course: Option<Course>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    since: Option<When>,
}

/// What is written is a value; what is not known is left out.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(reader: D) -> Result<Option<T>, D::Error> {
    T::deserialize(reader).map(Some)
}

impl From<FlagReply> for Written {
    fn from(reply: FlagReply) -> Self {
        let yes = reply.reply == Reply::Yes;
        Written {
            is: reply.reply,
            course: yes.then_some(reply.course),
            since: (yes && !reply.since.is_unknown()).then_some(reply.since),
        }
    }
}

impl TryFrom<Written> for FlagReply {
    type Error = String;
    fn try_from(written: Written) -> Result<Self, String> {
        let more = written.course.is_some() || written.since.is_some();
        if written.is != Reply::Yes && more {
            return Err("unknown field: only a yes has a course and a beginning".to_owned());
        }
        Ok(FlagReply {
            reply: written.is,
            course: written.course.unwrap_or_default(),
            since: written.since.unwrap_or_default(),
        })
    }
}

/// One answer of a screening: a question, what was replied, and the screening that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlagAnswer<'a> {
    /// Id of the question.
    pub question: &'a str,
    /// What was replied, of a yes with its course and when it began.
    pub reply: &'a FlagReply,
    /// The screening in which it was given, which tells its day and who answered.
    pub of: &'a Flag,
}

impl FlagAnswer<'_> {
    /// The day on which it was asked. Where only a month or a year is known the answer is old: it can raise a flag and
    /// never counts as a no.
    pub fn asked_on(&self) -> PartialDate {
        self.of.asked_on
    }

    /// When it was put into the record; what is newer than a resolution is told by this.
    pub fn recorded(&self) -> DateTime<Utc> {
        self.of.recorded_at()
    }

    /// Who answered in that screening.
    pub fn told_by(&self) -> ToldBy {
        self.of.told_by
    }
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
    /// To be seen to on the same day.
    #[serde(rename = "E1")]
    SameDay,
    /// An emergency, to be acted on now.
    #[serde(rename = "E0")]
    Emergency,
}

impl Level {
    /// True for what stays at the top until somebody with the right resolves it.
    pub fn stays(self) -> bool {
        self >= Level::SameDay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_reads_back_as_itself_and_an_unsaid_course_is_not_unchanged() {
        let yes: FlagReply = serde_json::from_str(r#"{"is":"yes"}"#).unwrap();
        assert_eq!(yes, FlagReply::yes(Course::NotSaid, When::default()));
        assert_eq!(yes, FlagReply::from(Reply::Yes));
        for written in [
            r#"{"is":"yes","course":"not_said"}"#,
            r#"{"is":"yes","course":"new","since":"Nov 2026"}"#,
            r#"{"is":"no"}"#,
            r#"{"is":"does_not_apply"}"#,
        ] {
            let reply: FlagReply = serde_json::from_str(written).unwrap();
            assert_eq!(serde_json::to_string(&reply).unwrap(), written);
        }
    }

    #[test]
    fn only_a_yes_has_a_course_and_a_beginning() {
        for wrong in [
            r#"{"is":"no","course":"new"}"#,
            r#"{"is":"unknown","since":"2026"}"#,
            r#"{"is":"yes","side":"left"}"#,
        ] {
            assert!(serde_json::from_str::<FlagReply>(wrong).is_err(), "{wrong}");
        }
        assert_eq!(FlagReply::from(Reply::No).found(), None);
    }

    #[test]
    fn urgency_has_an_order_and_the_two_highest_stay() {
        let order = [Level::Caution, Level::Urgent, Level::SameDay, Level::Emergency];
        assert!(order.windows(2).all(|two| two[0] < two[1]));
        assert_eq!(order.map(Level::stays), [false, false, true, true]);
    }
}
