//! What an instrument file holds. The files in `instruments/` are read into these types and nothing else describes
//! an instrument; unknown keys are refused, so a slip of the pen can't pass for data.

use crate::value::sure::Sure;
use serde::{Deserialize, Serialize};

/// One instrument: what it is, how it is scored, and what a change of it means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Stable id, also the name of the file: `phq-9`.
    pub id: String,
    /// Version of the scoring rule, raised whenever its result can differ.
    pub version: u32,
    /// The name as it is printed.
    pub name: String,
    /// The name in full.
    pub full_name: String,
    /// What it measures, by which its place among the domains of a visit is found.
    pub domain: Domain,
    /// The measure of its own as which its scores are kept, with fields of their own; none where they are kept as those of any
    /// instrument.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub measure: Option<OwnMeasure>,
    /// The panel of the chart that stands before those of all others, with a title of its own.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub panel: Option<FirstPanel>,
    /// Instruments of one family look alike and are never compared with each other.
    #[serde(default)]
    pub family: Option<String>,
    /// Who holds the rights in it.
    pub owner: String,
    /// Whether the wording may be shown.
    pub licence: Licence,
    /// What the owner allows, in a sentence.
    pub licence_note: String,
    /// The line to print beside it.
    pub credit: String,
    /// The period it asks about.
    pub recall: String,
    /// Which way is better.
    pub better: Better,
    /// The lowest score that it can have.
    pub min: f64,
    /// Highest possible score; `None` where there is no limit.
    #[serde(default)]
    pub max: Option<f64>,
    /// The highest value that can be measured, where the score has no highest one: above it stands a slip of the pen. It is no
    /// end of a scale.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub most: Option<f64>,
    /// Points by which the owner's own files say that an answer is missing.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub missing: Vec<f64>,
    /// The unit of the score as it is printed: `points`, `%`, `s`, `m`, `min`.
    pub unit: String,
    /// Decimal places that are kept.
    pub decimals: u8,
    /// Printed versions or kinds that are never compared with each other, such as 2.1a.
    #[serde(default)]
    pub editions: Vec<String>,
    /// Whether a score is nothing without its edition, such as an index without its value set; then one that is not in the list
    /// may be named too.
    #[serde(default)]
    pub named_edition: bool,
    /// Sites that are kept apart; empty where there is none.
    #[serde(default)]
    pub sites: Vec<Site>,
    /// How the score comes about.
    pub algorithm: Algorithm,
    /// The same in one sentence, with what happens to blanks.
    pub words: String,
    /// Where the scoring rule comes from.
    pub source: String,
    /// How sure the scoring rule is.
    pub sure: Sure,
    /// The instruction above the questions, where the wording is free.
    #[serde(default)]
    pub intro: Option<String>,
    /// The answers that all questions share.
    #[serde(default)]
    pub answers: Vec<Choice>,
    /// Numbers of the questions that count backwards, from 1.
    #[serde(default)]
    pub reversed: Vec<u32>,
    /// The question about self-harm, from 1: any answer but the lowest prompts, a blank is never "no".
    #[serde(default)]
    pub safety_item: Option<u32>,
    /// The questions in order.
    pub items: Vec<Item>,
    /// Scores of some of the questions.
    #[serde(default)]
    pub subscales: Vec<Subscale>,
    /// Names for ranges of the score, from the lowest.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// Where the bands come from.
    #[serde(default)]
    pub bands_source: Option<String>,
    /// Whether a change of the score means anything, and whether percent of the baseline does.
    pub change: ChangeUse,
    /// Changes that matter, as published.
    #[serde(default)]
    pub important: Vec<Importance>,
    /// Changes that are more than chance, as published.
    #[serde(default)]
    pub reliable: Vec<Reliable>,
    /// Codes of the whole.
    #[serde(default)]
    pub codes: Codes,
    /// What a reader must know.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// Most characters of an edition that is not in the list.
const EDITION: usize = 100;

impl Instrument {
    /// Whether scores of it can be in this edition.
    pub fn has_edition(&self, edition: &str) -> bool {
        let named = self.named_edition && !edition.trim().is_empty() && edition.chars().count() <= EDITION;
        named || self.editions.iter().any(|known| known == edition)
    }
}

/// A measure that is kept with fields of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnMeasure {
    /// Ratings of pain: their site, side, kind and period tell which are compared.
    Nrs,
    /// A total in percent with its version.
    Odi,
}

/// A panel that stands before those of the other instruments, in the order of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstPanel {
    /// Ratings of pain, the first panel of the chart.
    Pain,
    /// Disability, the panel that follows that of pain.
    Disability,
}

/// What an instrument measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InstrumentDomain"))]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// How strong pain is and how much it interferes.
    Pain,
    /// Which kind of pain it is, such as that of a nerve.
    PainKind,
    /// Function and disability, as the person answers.
    Function,
    /// What a person can do when watched.
    Performance,
    /// Mood and worry, as the person answers.
    Mood,
    /// Beliefs about pain, such as fear of movement.
    Beliefs,
    /// Sleep and what disturbs it.
    Sleep,
    /// The person's own judgement of the change.
    Global,
    /// Quality of life as a whole.
    Life,
    /// Risk of a long course.
    Risk,
}

/// Whether the wording may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Licence {
    /// The wording may be shown with its credit line.
    FreeWording,
    /// Only points and totals are kept; the wording is the owner's.
    TotalOnly,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// A lower score is better.
    Lower,
    /// A higher score is better.
    Higher,
    /// Neither: it sorts or describes.
    Neither,
}

/// Where a pain rating belongs. Ratings of different sites are never joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sites name themselves")]
pub enum Site {
    Back,
    Leg,
    Neck,
    Arm,
    /// One figure for several sites together, as the source gives it.
    NotSplit,
}

/// How a score comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Algorithm {
    /// The sum of the points. Blanks up to `blanks` are made up for in proportion, and only where that is asked for.
    Sum {
        /// Most blanks that may be made up for; 0 where there is no rule.
        blanks: u32,
    },
    /// The mean of the points; every question is needed.
    Mean,
    /// The sum in percent of the most that the answered questions could give.
    Percent {
        /// Computed without a label from this many answers.
        plain: u32,
        /// Computed and labelled as prorated from this many answers.
        least: u32,
    },
    /// The number of ticked statements.
    Ticks {
        /// Most blanks of a yes and no form that are made up for.
        blanks: u32,
    },
    /// One number as it was measured.
    Value {
        /// Whether "unable" can be the result.
        unable: bool,
    },
    /// One of the answers, kept as a word.
    Label,
    /// The digits side by side, never summed.
    Profile,
    /// The mean of the person's own activities, as many as were named, up to the number of questions; each is needed.
    Activities,
    /// The score is that of a subscale.
    Subscale {
        /// Key of that subscale.
        key: String,
    },
    /// The sum, and a risk group from the sum together with the subscale `psych`.
    StartBack {
        /// What the lowest group is called.
        low: String,
        /// What the middle one is called.
        medium: String,
        /// What the highest one is called.
        high: String,
    },
}

/// One question of the form, or several alike before the file is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// How many questions of this kind follow each other; 1 once the file is read.
    #[serde(default = "one", skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub count: u32,
    /// The question, where the wording is free.
    #[serde(default)]
    pub text: Option<String>,
    /// Words at the low end of a scale.
    #[serde(default)]
    pub low: Option<String>,
    /// Words at the high end of a scale.
    #[serde(default)]
    pub high: Option<String>,
    /// Names under which the column of this question stands in a table, beside its number; lower case.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub names: Vec<String>,
    /// The fewest points that it can give.
    pub min: f64,
    /// Most points; `None` where there is no limit.
    #[serde(default)]
    pub max: Option<f64>,
    /// The only points possible, where they are not all whole numbers from `min` to `max`.
    #[serde(default)]
    pub allowed: Vec<f64>,
    /// The answer counts as one point from here up, and as none below.
    #[serde(default)]
    pub counts_from: Option<f64>,
    /// Whether fractions are possible.
    #[serde(default)]
    pub fractions: bool,
    /// False for a question that stands on the form and is not part of the score.
    #[serde(default = "yes")]
    pub counted: bool,
    /// Answers of this question alone.
    #[serde(default)]
    pub answers: Vec<Choice>,
    /// LOINC code of the question.
    #[serde(default)]
    pub loinc: Option<String>,
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored where the answer is a word.
    #[serde(default)]
    pub key: Option<String>,
    /// The answer as it is printed.
    pub text: String,
    /// Its points; `None` where the answer is kept as a word.
    #[serde(default)]
    pub points: Option<f64>,
    /// LOINC code of this answer.
    #[serde(default)]
    pub loinc: Option<String>,
}

/// A score of some of the questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Subscale {
    /// Stable key such as `psych`.
    pub key: String,
    /// The name as it is printed.
    pub name: String,
    /// Numbers of the questions, from 1.
    pub items: Vec<u32>,
    /// Whether it is a sum or a mean.
    pub how: How,
    /// Fewest answers from which it is computed; all where it is not given.
    #[serde(default)]
    pub least: Option<u32>,
    /// Names for ranges of its score, from the lowest.
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// How the score of a subscale comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The sum of what was answered.
    Sum,
    /// The mean of what was answered.
    Mean,
}

/// A name for a range of the score. The range begins where the one before it ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The name of the range.
    pub label: String,
    /// The highest score that belongs to it.
    #[serde(default)]
    pub upto: Option<f64>,
    /// The lowest score that no longer belongs to it.
    #[serde(default)]
    pub below: Option<f64>,
}

impl Band {
    /// Whether `score` lies below the band's upper end. The last band of a list has none.
    pub fn holds(&self, score: f64) -> bool {
        self.upto.is_none_or(|end| score <= end) && self.below.is_none_or(|end| score < end)
    }
}

/// What a difference between two scores may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeUse {
    /// Points, and percent of the baseline.
    PointsAndPercent,
    /// Points alone: the scale has no true zero.
    Points,
    /// Nothing: it sorts, describes or is itself a change.
    Nothing,
}

/// A change that matters to the person, as published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Importance {
    /// Points on the scale of the instrument.
    #[serde(default)]
    pub points: Option<f64>,
    /// Percent of the baseline.
    #[serde(default)]
    pub percent: Option<f64>,
    /// Holds only where the baseline lies above this.
    #[serde(default)]
    pub baseline_above: Option<f64>,
    /// The source in short, as a sentence names it: Ostelo 2008.
    pub source: String,
    /// The source in full.
    pub cited: String,
    /// In whom it was found.
    pub population: String,
    /// Whether Lamina judges by it; the others are listed and not used.
    pub used: bool,
    /// How sure the figure is.
    pub sure: Sure,
}

/// A change larger than measurement error, as published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Reliable {
    /// Points on the scale of the instrument.
    pub points: f64,
    /// What the figure is: minimal detectable change at 90 %.
    pub kind: String,
    /// The source in short.
    pub source: String,
    /// In whom it was found.
    pub population: String,
}

/// Codes of an instrument as a whole. Where LOINC has none, its generic panels for a score stand in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// LOINC code of the panel.
    #[serde(default)]
    pub loinc_panel: Option<String>,
    /// LOINC code of the score.
    #[serde(default)]
    pub loinc_score: Option<String>,
    /// Further LOINC codes with what each stands for.
    #[serde(default)]
    pub loinc_more: Vec<MoreCode>,
    /// The generic LOINC panel to use where the instrument has no code of its own.
    #[serde(default)]
    pub generic: Option<Generic>,
}

/// A code and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MoreCode {
    /// The LOINC code itself.
    pub code: String,
    /// What it stands for.
    pub of: String,
}

/// LOINC's panels for any measure: with the name of the measure, its score and its interpretation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Generic {
    /// A questionnaire: 89196-0 with 89195-2, 89194-5 and 89193-7.
    Questionnaire,
    /// A performance test: 89197-8 with 89190-3, 89191-1 and 89192-9.
    Performance,
}

impl Generic {
    /// The panel and its three parts. For a questionnaire these are name, score and interpretation in this order.
    pub fn loinc(self) -> [&'static str; 4] {
        match self {
            Generic::Questionnaire => ["89196-0", "89195-2", "89194-5", "89193-7"],
            Generic::Performance => ["89197-8", "89190-3", "89191-1", "89192-9"],
        }
    }
}
