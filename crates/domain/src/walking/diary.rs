//! The diary: one row for a bout, a rest day or a missed bout with its reason. A day without a row is no data. Two
//! bouts of a day are two rows with numbers of their own and are never counted twice.

use crate::{
    date::PartialDate,
    fact::{Context, ToldBy},
    issue::{Issue, Problem},
    red_flag::{Course, FlagAnswer, Reply, within::Within},
    score::Nrs,
    text::Text,
    when::When,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
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
    /// Before the bout.
    pub before: Option<Nrs>,
    /// During or after it, the highest.
    pub after: Option<Nrs>,
    /// The next morning.
    pub next_morning: Option<Nrs>,
}

/// What a person can tick beside a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DiarySymptom {
    /// New numbness.
    NewNumbness,
    /// New weakness.
    NewWeakness,
    /// Change of bladder or bowel.
    BladderOrBowel,
    /// Chest pain or breathlessness.
    ChestPain,
    /// A fall.
    Fall,
    /// Sudden severe pain.
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

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            DiarySymptom::NewNumbness => "new numbness",
            DiarySymptom::NewWeakness => "new weakness",
            DiarySymptom::BladderOrBowel => "change of bladder or bowel",
            DiarySymptom::ChestPain => "chest pain or breathlessness",
            DiarySymptom::Fall => "fall",
            DiarySymptom::SuddenSeverePain => "sudden severe pain",
            DiarySymptom::LegPainFurtherDown => "leg pain further down",
            DiarySymptom::LegPainFurtherUp => "leg pain further up",
        }
    }
}

/// A bout that was walked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walked {
    /// When it began.
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
    /// Ground or treadmill.
    #[serde(default)]
    pub surface: Option<Text>,
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
    /// What was ticked.
    #[serde(default)]
    pub symptoms: BTreeSet<DiarySymptom>,
    /// Walking aid.
    #[serde(default)]
    pub aid: Option<Text>,
    /// Mood.
    #[serde(default)]
    pub mood: Option<Text>,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Entry {
    /// A bout.
    Walked {
        /// Its number within the day.
        number: BoutNumber,
        /// The bout.
        bout: Box<Walked>,
    },
    /// Zero minutes, with the reason.
    Missed {
        /// Its number within the day.
        number: BoutNumber,
        /// Why.
        reason: Text,
        /// What was ticked.
        #[serde(default)]
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A day of rest, as planned or chosen.
    Rest {
        /// What was ticked.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        symptoms: BTreeSet<DiarySymptom>,
    },
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The day.
    pub on: NaiveDate,
    /// What it says.
    pub entry: Entry,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a symptom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Row {
    /// A row belongs to a day of the patient's life that has come.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("on", &When::date(PartialDate::Day(self.on)), &mut issues);
        issues
    }

    /// What was ticked and is a red flag.
    pub fn red(&self) -> BTreeSet<DiarySymptom> {
        self.symptoms().filter(|one| one.question().is_some()).collect()
    }

    /// Whether both can't stand in one diary: the same bout twice, or a rest day with a bout.
    pub fn clashes(&self, other: &Row) -> bool {
        other.on == self.on
            && (other.number().is_none() || self.number().is_none() || other.number() == self.number())
    }

    /// What was ticked.
    pub fn symptoms(&self) -> impl Iterator<Item = DiarySymptom> {
        let ticked = match &self.entry {
            Entry::Walked { bout, .. } => Some(&bout.symptoms),
            Entry::Missed { symptoms, .. } | Entry::Rest { symptoms } => Some(symptoms),
        };
        ticked.into_iter().flatten().copied()
    }

    /// The red-flag answers that this row gives: a red entry counts as if it had been phoned in at `recorded`.
    pub fn flag_answers(&self, recorded: DateTime<Utc>) -> Vec<FlagAnswer> {
        self.symptoms()
            .filter_map(DiarySymptom::question)
            .map(|question| FlagAnswer {
                question: question.to_owned(),
                reply: Reply::Yes {
                    course: Course::New,
                    since: When::default(),
                },
                asked_on: self.on.into(),
                recorded,
                told_by: self.told_by,
                note: None,
            })
            .collect()
    }

    /// The number of its bout; nothing on a rest day.
    pub fn number(&self) -> Option<BoutNumber> {
        match &self.entry {
            Entry::Walked { number, .. } | Entry::Missed { number, .. } => Some(*number),
            Entry::Rest { .. } => None,
        }
    }
}

/// Rows in which no bout stands twice and no rest day has a bout.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Row>", into = "Vec<Row>")]
pub struct Diary(Vec<Row>);

impl Diary {
    /// A diary from its rows.
    ///
    /// # Errors
    /// An issue at every row that repeats another one or contradicts it.
    pub fn new(rows: Vec<Row>) -> Result<Self, Vec<Issue>> {
        let clash = |place: usize, row: &Row| rows.iter().take(place).any(|other| row.clashes(other));
        let issues: Vec<Issue> = rows
            .iter()
            .enumerate()
            .filter(|(place, row)| clash(*place, row))
            .map(|(place, _)| Issue::at(format!("{place}.entry"), Problem::SameBout))
            .collect();
        if issues.is_empty() {
            Ok(Diary::sorted(rows))
        } else {
            Err(issues)
        }
    }

    /// A diary of the rows that can stand together, given in the order of their days. Of rows that say the same bout the
    /// first counts: nothing is counted twice, and which came later can be seen in the list of entries.
    pub fn of(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut kept: Vec<Row> = Vec::new();
        for row in rows {
            if !kept
                .iter()
                .rev()
                .take_while(|other| other.on == row.on)
                .any(|other| row.clashes(other))
            {
                kept.push(row);
            }
        }
        Diary::sorted(kept)
    }

    fn sorted(mut rows: Vec<Row>) -> Self {
        rows.sort_by_key(|row| (row.on, row.number()));
        Diary(rows)
    }

    /// The rows in the order of their days.
    pub fn rows(&self) -> &[Row] {
        &self.0
    }

    /// The rows of the seven days that begin on `first`.
    pub fn week(&self, first: NaiveDate) -> impl Iterator<Item = &Row> {
        let from = self.0.partition_point(|row| row.on < first);
        let rows = self.0.get(from..).unwrap_or_default();
        rows.iter().take_while(move |row| (row.on - first).num_days() < 7)
    }
}

impl TryFrom<Vec<Row>> for Diary {
    type Error = Problem;
    fn try_from(rows: Vec<Row>) -> Result<Self, Problem> {
        Diary::new(rows).map_err(|issues| {
            issues
                .into_iter()
                .next()
                .map_or(Problem::Required, |issue| issue.problem)
        })
    }
}

impl From<Diary> for Vec<Row> {
    fn from(diary: Diary) -> Vec<Row> {
        diary.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::red_flag::Catalogue;

    fn row(on: &str, entry: &str) -> Row {
        let text = format!(r#"{{"on":"{on}","entry":{entry}}}"#);
        serde_json::from_str(&text).unwrap()
    }

    const ONE: &str = r#"{"is":"walked","number":1,"bout":{"seconds":300}}"#;
    const TWO: &str = r#"{"is":"walked","number":2,"bout":{"seconds":300}}"#;
    const REST: &str = r#"{"is":"rest"}"#;
    const MISSED: &str = r#"{"is":"missed","number":1,"reason":"rain"}"#;

    #[test]
    fn trap_35_a_bout_stands_once_and_two_bouts_are_two_rows() {
        let diary =
            |rows: &[(&str, &str)]| Diary::new(rows.iter().map(|(on, entry)| row(on, entry)).collect());
        assert!(diary(&[("2026-11-02", ONE), ("2026-11-02", TWO)]).is_ok());
        assert!(diary(&[("2026-11-02", ONE), ("2026-11-03", ONE)]).is_ok());
        for clash in [ONE, REST, MISSED] {
            let issues = diary(&[("2026-11-02", ONE), ("2026-11-02", clash)]).unwrap_err();
            assert_eq!(issues[0].path, "1.entry");
        }
        assert!(diary(&[("2026-11-02", REST), ("2026-11-02", TWO)]).is_err());
        assert!(diary(&[("2026-11-02", REST), ("2026-11-02", REST)]).is_err());
    }

    #[test]
    fn trap_35_zero_minutes_is_a_missed_bout_with_a_reason() {
        let zero = r#"{"is":"walked","number":1,"bout":{"seconds":0}}"#;
        assert!(serde_json::from_str::<Entry>(zero).is_err());
        let silent = r#"{"is":"missed","number":1,"reason":""}"#;
        assert!(serde_json::from_str::<Entry>(silent).is_err());
        assert!(serde_json::from_str::<Entry>(MISSED).is_ok());
    }

    #[test]
    fn a_week_has_seven_days() {
        let diary = Diary::new(vec![
            row("2026-11-01", ONE),
            row("2026-11-02", ONE),
            row("2026-11-08", ONE),
            row("2026-11-09", ONE),
        ])
        .unwrap();
        let days: Vec<String> = diary
            .week(NaiveDate::from_ymd_opt(2026, 11, 2).unwrap())
            .map(|row| row.on.to_string())
            .collect();
        assert_eq!(days, ["2026-11-02", "2026-11-08"]);
    }

    #[test]
    fn a_red_entry_is_a_red_flag_answer_of_that_day() {
        let rest = row("2026-11-02", r#"{"is":"rest","symptoms":["fall"]}"#);
        assert_eq!(
            rest.flag_answers(DateTime::UNIX_EPOCH).len(),
            1,
            "a day of rest too"
        );
        let entry = r#"{"is":"missed","number":1,"reason":"fell","symptoms":["fall","leg_pain_further_up"]}"#;
        let mut row = row("2026-11-02", entry);
        row.told_by = ToldBy::Patient;
        let answers = row.flag_answers(DateTime::UNIX_EPOCH);
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].question, "fall_or_accident");
        assert_eq!(
            (answers[0].asked_on, answers[0].told_by),
            (row.on.into(), ToldBy::Patient)
        );
        assert!(matches!(
            answers[0].reply,
            Reply::Yes {
                course: Course::New,
                ..
            }
        ));
    }

    #[test]
    fn every_red_entry_answers_a_question_that_there_is() {
        let all = [
            DiarySymptom::NewNumbness,
            DiarySymptom::NewWeakness,
            DiarySymptom::BladderOrBowel,
            DiarySymptom::ChestPain,
            DiarySymptom::Fall,
            DiarySymptom::SuddenSeverePain,
        ];
        for symptom in all {
            let question = symptom.question().unwrap();
            assert!(
                Catalogue::built_in().unwrap().question(question).is_some(),
                "{question}"
            );
        }
        assert_eq!(DiarySymptom::LegPainFurtherDown.question(), None);
        assert_eq!(DiarySymptom::LegPainFurtherUp.question(), None);
    }
}
