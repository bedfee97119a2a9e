//! A line of the walking diary: a bout that was walked or missed, or a rest day. A day without a line is no data and never
//! zero.

use super::surface::Surface;
use crate::{
    fact::{
        clinical::{Clinical, InTime},
        flag::{
            Flag,
            answer::{Course, FlagReply},
        },
        kept::Kept,
        score::Nrs,
    },
    value::{
        context::{Context, ToldBy},
        date::PartialDate,
        issue::{Issue, Problem},
        text::Text,
        when::When,
        within::Within,
    },
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Number of a bout within its day, 1 to 9.
pub type BoutNumber = Within<1, 9>;
/// Seconds of walking, 1 second to 6 hours; a bout that was not walked is a missed one.
pub type WalkedSeconds = Within<1, 21600>;

/// Pain around a bout at one site; back and leg are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PainAround {
    /// The pain before the bout.
    pub before: Option<Nrs>,
    /// During or after it, the highest.
    pub after: Option<Nrs>,
    /// The pain on the next morning.
    pub next_morning: Option<Nrs>,
}

/// What a person can tick beside a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DiarySymptom {
    /// Numbness that is new; a red flag.
    NewNumbness,
    /// Weakness that is new; a red flag.
    NewWeakness,
    /// Change of bladder or bowel.
    BladderOrBowel,
    /// Chest pain or breathlessness.
    ChestPain,
    /// A fall, which is a red flag.
    Fall,
    /// Pain that is sudden and severe; a red flag.
    SuddenSeverePain,
    /// Leg pain reaches further down than before.
    LegPainFurtherDown,
    /// Leg pain has moved up towards the back.
    LegPainFurtherUp,
}

impl DiarySymptom {
    /// Every one, the red ones first.
    pub const ALL: [DiarySymptom; 8] = [
        DiarySymptom::NewNumbness,
        DiarySymptom::NewWeakness,
        DiarySymptom::BladderOrBowel,
        DiarySymptom::ChestPain,
        DiarySymptom::Fall,
        DiarySymptom::SuddenSeverePain,
        DiarySymptom::LegPainFurtherDown,
        DiarySymptom::LegPainFurtherUp,
    ];

    /// The red-flag question that this entry answers with yes; `None` for what is no red flag.
    pub fn question(self) -> Option<&'static str> {
        match self {
            DiarySymptom::NewNumbness => Some("numbness"),
            DiarySymptom::NewWeakness => Some("weakness"),
            DiarySymptom::BladderOrBowel => Some("bladder_difficulty"),
            DiarySymptom::ChestPain => Some("chest_pain_breathless"),
            DiarySymptom::Fall => Some("fall_or_accident"),
            DiarySymptom::SuddenSeverePain => Some("sudden_severe_pain"),
            DiarySymptom::LegPainFurtherDown | DiarySymptom::LegPainFurtherUp => None,
        }
    }
}

/// A bout that was walked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkedBout {
    /// The time of day at which it began.
    #[serde(default)]
    pub start: Option<NaiveTime>,
    /// How long it lasted.
    pub seconds: WalkedSeconds,
    /// Metres, where they are known.
    #[serde(default)]
    pub metres: Option<u32>,
    /// Steps, where they are known.
    #[serde(default)]
    pub steps: Option<u32>,
    /// On what ground it was walked.
    #[serde(default)]
    pub surface: Option<Surface>,
    /// Exertion as felt, Borg 6 to 20.
    #[serde(default)]
    pub exertion: Option<Within<6, 20>>,
    /// Pain of the back.
    #[serde(default)]
    pub back: PainAround,
    /// Pain of the leg.
    #[serde(default)]
    pub leg: PainAround,
    /// Whether pain was back to usual within 24 hours; `None` where nobody said.
    #[serde(default)]
    pub settled: Option<bool>,
    /// What was ticked beside the bout.
    #[serde(default)]
    pub symptoms: BTreeSet<DiarySymptom>,
    /// The walking aid that was used.
    #[serde(default)]
    pub aid: Option<Text>,
    /// The patient's mood, in words.
    #[serde(default)]
    pub mood: Option<Text>,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum WalkingEntry {
    /// A bout that was walked.
    Walked {
        /// Its number within the day.
        number: BoutNumber,
        /// How it was walked and what it brought.
        bout: Box<WalkedBout>,
    },
    /// Zero minutes, with the reason.
    Missed {
        /// Its number within the day.
        number: BoutNumber,
        /// Why it was not walked.
        reason: Text,
        /// What was ticked beside the reason.
        #[serde(default)]
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A day of rest, as planned or chosen.
    Rest {
        /// What was ticked on the day of rest.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        symptoms: BTreeSet<DiarySymptom>,
    },
}

/// One row of the walking diary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The day that it tells of.
    pub on: NaiveDate,
    /// What happened: a bout, a missed one or rest.
    pub entry: WalkingEntry,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a symptom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Row {
    /// What was ticked and is a red flag.
    pub fn red(&self) -> BTreeSet<DiarySymptom> {
        self.symptoms().filter(|one| one.question().is_some()).collect()
    }

    /// Whether both can't stand in one diary: the same bout twice, or a rest day with a bout.
    pub fn clashes(&self, other: &Row) -> bool {
        other.on == self.on
            && (other.number().is_none() || self.number().is_none() || other.number() == self.number())
    }

    /// The bout, where one was walked.
    pub fn walked(&self) -> Option<&WalkedBout> {
        match &self.entry {
            WalkingEntry::Walked { bout, .. } => Some(bout),
            _ => None,
        }
    }

    /// What was ticked, whether it is a red flag or not.
    pub fn symptoms(&self) -> impl Iterator<Item = DiarySymptom> {
        let ticked = match &self.entry {
            WalkingEntry::Walked { bout, .. } => Some(&bout.symptoms),
            WalkingEntry::Missed { symptoms, .. } | WalkingEntry::Rest { symptoms } => Some(symptoms),
        };
        ticked.into_iter().flatten().copied()
    }

    /// The red-flag screening that its red entries are: a red entry counts as if it had been phoned in that day. Nothing
    /// where none is ticked.
    pub fn screening(&self) -> Option<Flag> {
        let mut flag = Flag::on(self.on);
        flag.told_by = self.told_by;
        let questions = self.symptoms().filter_map(DiarySymptom::question);
        flag.answers = questions
            .map(|question| (question.to_owned(), FlagReply::yes(Course::New, When::default())))
            .collect();
        (!flag.answers.is_empty()).then_some(flag)
    }

    /// The number of its bout; nothing on a rest day.
    pub fn number(&self) -> Option<BoutNumber> {
        match &self.entry {
            WalkingEntry::Walked { number, .. } | WalkingEntry::Missed { number, .. } => Some(*number),
            WalkingEntry::Rest { .. } => None,
        }
    }
}

impl Clinical for Row {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A row belongs to a day of the patient's life that has come.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("on", &When::date(PartialDate::Day(self.on)), &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::day(self.on).numbered(self.number().map_or(0, |number| number.get()))
    }

    /// No bout stands twice in a diary.
    fn crowded(list: &[Kept<Self>]) -> Vec<(usize, Problem)> {
        let clash = |at: usize, row: &Row| list.iter().take(at).any(|other| row.clashes(other));
        let all = list.iter().enumerate();
        all.filter(|(at, row)| clash(*at, row))
            .map(|(at, _)| (at, Problem::SameBout))
            .collect()
    }
}
