//! The questions and rules, read from the data files beside the source. A catalogue that exists is whole: every
//! input of every rule is a question or a reading, and every level that a rule can reach has its wording.

use super::reading::DerivedReading;
use crate::fact::flag::answer::Level;
use crate::value::sure::Sure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const QUESTIONS: &str = include_str!("../../../red_flags/questions.toml");
const RULES: &str = include_str!("../../../red_flags/rules.toml");

/// How a question is answered, and how fast its answer ages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Said by the patient.
    Symptom,
    /// Found by whoever examines.
    Sign,
    /// Something that happened, such as a fall.
    Event,
    /// A standing fact about the person.
    Risk,
}

/// The part of the form a question stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FlagGroupName"))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the other groups name themselves")]
pub enum Group {
    /// Bladder, bowel, saddle area, both legs.
    BladderBowelSaddle,
    /// Clumsy hands, unsteady gait and signs of the long tracts.
    Cord,
    /// Nerves of the limbs.
    Nerves,
    Infection,
    /// Pattern of the pain.
    PainPattern,
    Tumour,
    Fracture,
    Wound,
    /// An implanted stimulator or pump and its pocket.
    Device,
    Inflammatory,
    Vessels,
    /// Thoughts of self-harm, and plans for it.
    Mind,
    Opioid,
}

/// One question about a red flag, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable id such as `bladder_leak`, by which rules and answers name it.
    pub id: String,
    /// In which part of the form it stands.
    pub group: Group,
    /// How it is answered.
    pub kind: Kind,
    /// The question in plain words.
    pub text: String,
    /// The finding in words, once answered with yes.
    pub words: String,
    /// Whether "known, long-standing, unchanged" is an answer.
    #[serde(default)]
    pub long_standing: bool,
    /// Whether "does not apply" is an answer.
    #[serde(default)]
    pub may_not_apply: bool,
    /// Whether a yes alone says too little: many people have had it for years, so that its course is asked for before
    /// anything fires on it alone. Beside another finding it counts.
    #[serde(default)]
    pub needs_course: bool,
}

/// How inputs combine. Nothing is ever negated, so more findings never lower a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// One input: a question, a reading or a set.
    Input(String),
    /// At least one of them.
    Any(AnyOf),
    /// Every one of them.
    All(AllOf),
}

/// At least one of several conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnyOf {
    /// The conditions, never empty in a catalogue that was read.
    pub any: Vec<Condition>,
}

/// All of several conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllOf {
    /// The conditions, never empty in a catalogue that was read.
    pub all: Vec<Condition>,
}

/// One way to reach a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The level that the rule reaches where the condition holds.
    pub level: Level,
    /// What has to be present.
    pub when: Condition,
    /// Whether only findings count that date from the procedure within days or later.
    #[serde(default)]
    pub since_procedure: bool,
}

/// One rule as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagRule {
    /// Stable id such as `red_flag.ces`.
    pub id: String,
    /// Raised whenever its result can differ.
    pub version: u32,
    /// What it does, in one sentence.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
    /// The ways to its levels.
    pub clause: Vec<Clause>,
    /// The suggested action for each level.
    pub wording: BTreeMap<Level, String>,
}

impl FlagRule {
    /// To which level somebody may lower it: the next one below that the rule has words for and never reaches by itself.
    pub fn may_lower(&self, level: Level) -> Option<Level> {
        let reached = |level: &Level| self.clause.iter().any(|clause| clause.level == *level);
        let mut below = self.wording.keys().rev().filter(|one| **one < level);
        below.find(|one| !reached(one)).copied()
    }

    /// The wording for `level`, or for the nearest level that has one (the more urgent first).
    pub fn wording_for(&self, level: Level) -> &str {
        let above = self.wording.range(level..).next();
        let nearest = above.or_else(|| self.wording.range(..level).next_back());
        nearest.map_or("", |(_, words)| words)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    sets: BTreeMap<String, Vec<String>>,
    rule: Vec<FlagRule>,
}

/// What is wrong with a data file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It can't be read.
    #[error("the file can't be read: {0}")]
    Unreadable(String),
    /// The same id twice.
    #[error("`{0}` stands there twice")]
    Double(String),
    /// An input that is neither a question nor a reading nor a set.
    #[error("rule `{rule}` names `{input}`, which is not a question, a reading or a set")]
    UnknownInput {
        /// Id of the rule that names it.
        rule: String,
        /// The name as it stands in the rule or in one of its sets.
        input: String,
    },
    /// Sets that contain each other, or a condition without inputs.
    #[error("a condition of rule `{0}` is empty or runs in a circle")]
    EmptyCondition(String),
    /// A level without wording.
    #[error("rule `{0}` reaches a level that has no wording")]
    NoWording(String),
}

/// All questions and rules, with the sets written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    questions: Vec<Question>,
    rules: Vec<FlagRule>,
}

impl Catalogue {
    /// The catalogue that is built in.
    ///
    /// # Errors
    /// The flaw of a data file; the tests of this module read the same files.
    pub fn built_in() -> Result<&'static Catalogue, &'static Flaw> {
        static BUILT_IN: LazyLock<Result<Catalogue, Flaw>> =
            LazyLock::new(|| Catalogue::read(QUESTIONS, RULES));
        BUILT_IN.as_ref()
    }

    /// Reads a file of questions and a file of rules.
    ///
    /// # Errors
    /// The first [`Flaw`].
    pub fn read(questions: &str, rules: &str) -> Result<Catalogue, Flaw> {
        let questions: QuestionFile =
            toml::from_str(questions).map_err(|error| Flaw::Unreadable(error.to_string()))?;
        let file: RuleFile = toml::from_str(rules).map_err(|error| Flaw::Unreadable(error.to_string()))?;
        let questions = questions.question;
        no_doubles(questions.iter().map(|question| &question.id))?;
        no_doubles(file.rule.iter().map(|rule| &rule.id))?;
        let mut rules = file.rule;
        for rule in &mut rules {
            for clause in &mut rule.clause {
                clause.when = written_out(&clause.when, &rule.id, &questions, &file.sets, 0)?;
            }
            let unworded = |clause: &Clause| !rule.wording.contains_key(&clause.level);
            if rule.clause.is_empty() || rule.clause.iter().any(unworded) {
                return Err(Flaw::NoWording(rule.id.clone()));
            }
        }
        Ok(Catalogue { questions, rules })
    }

    /// The questions, in the order of the form.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The rules in the order of the file, with the sets written out.
    pub fn rules(&self) -> &[FlagRule] {
        &self.rules
    }

    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

fn no_doubles<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), Flaw> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Flaw::Double(id.clone()));
        }
    }
    Ok(())
}

const DEEPEST: u8 = 8;

fn written_out(
    condition: &Condition,
    rule: &str,
    questions: &[Question],
    sets: &BTreeMap<String, Vec<String>>,
    depth: u8,
) -> Result<Condition, Flaw> {
    let empty = || Flaw::EmptyCondition(rule.to_owned());
    if depth > DEEPEST {
        return Err(empty());
    }
    let all = |of: &[Condition]| -> Result<Vec<Condition>, Flaw> {
        if of.is_empty() {
            return Err(empty());
        }
        of.iter()
            .map(|one| written_out(one, rule, questions, sets, depth + 1))
            .collect()
    };
    match condition {
        Condition::Any(of) => Ok(Condition::Any(AnyOf { any: all(&of.any)? })),
        Condition::All(of) => Ok(Condition::All(AllOf { all: all(&of.all)? })),
        Condition::Input(name) => {
            if let Some(members) = name.strip_prefix("set.").and_then(|set| sets.get(set)) {
                let members: Vec<Condition> = members.iter().cloned().map(Condition::Input).collect();
                return Ok(Condition::Any(AnyOf { any: all(&members)? }));
            }
            let known = questions.iter().any(|question| question.id == *name)
                || DerivedReading::named(name).is_some();
            known
                .then(|| condition.clone())
                .ok_or_else(|| Flaw::UnknownInput {
                    rule: rule.to_owned(),
                    input: name.clone(),
                })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(condition: &Condition, into: &mut Vec<String>) {
        match condition {
            Condition::Input(name) => into.push(name.clone()),
            Condition::Any(of) => of.any.iter().for_each(|one| names(one, into)),
            Condition::All(of) => of.all.iter().for_each(|one| names(one, into)),
        }
    }

    #[test]
    fn the_built_in_files_hold_the_fifteen_rules() {
        let catalogue = Catalogue::built_in().unwrap();
        let ids: Vec<&str> = catalogue.rules().iter().map(|rule| rule.id.as_str()).collect();
        let wanted = [
            "ces",
            "cord",
            "motor",
            "neuro",
            "procedure",
            "infect",
            "tumour",
            "fract",
            "wound",
            "device",
            "sudden",
            "inflam",
            "vasc",
            "mind",
            "opioid",
        ];
        assert_eq!(ids, wanted.map(|name| format!("red_flag.{name}")));
    }

    #[test]
    fn every_question_and_every_reading_is_used_by_a_rule() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut used = Vec::new();
        for clause in catalogue.rules().iter().flat_map(|rule| &rule.clause) {
            names(&clause.when, &mut used);
        }
        for question in catalogue.questions() {
            assert!(
                used.contains(&question.id),
                "{} is asked for nothing",
                question.id
            );
            assert!(question.text.ends_with(['?', ')']), "{}", question.id);
        }
        for derived in DerivedReading::ALL {
            assert!(used.contains(&derived.id().to_owned()), "{}", derived.id());
        }
    }

    #[test]
    fn no_wording_states_a_diagnosis_or_a_dose() {
        for rule in Catalogue::built_in().unwrap().rules() {
            for words in rule.wording.values() {
                let low = words.to_lowercase();
                for never in [
                    "diagnos",
                    " mg",
                    "patient has",
                    "you have",
                    "!",
                    "rule out",
                    "safe",
                ] {
                    assert!(!low.contains(never), "{}: {words}", rule.id);
                }
                assert!(low.contains("recorded"), "{}: {words}", rule.id);
            }
        }
    }

    #[test]
    fn flawed_files_are_refused_with_the_reason() {
        let question = "[[question]]\nid='a'\ngroup='cord'\nkind='sign'\ntext='A?'\nwords='a'\n";
        let rule = |when: &str, wording: &str| {
            format!(
                "[sets]\nx=['set.x']\n[[rule]]\nid='r'\nversion=1\ntitle='t'\nsource='s'\nsure='low'\n\
                 [[rule.clause]]\nlevel='E1'\nwhen={when}\n[rule.wording]\n{wording}='w'\n"
            )
        };
        let read = |questions: &str, when: &str, wording: &str| {
            Catalogue::read(questions, &rule(when, wording)).unwrap_err()
        };
        assert!(Catalogue::read(question, &rule("{any=['a']}", "E1")).is_ok());
        assert_eq!(
            read(question, "{any=['b']}", "E1"),
            Flaw::UnknownInput {
                rule: "r".into(),
                input: "b".into()
            }
        );
        assert_eq!(read(question, "{any=['a']}", "E0"), Flaw::NoWording("r".into()));
        assert_eq!(read(question, "{any=[]}", "E1"), Flaw::EmptyCondition("r".into()));
        assert_eq!(
            read(question, "{any=['set.x']}", "E1"),
            Flaw::EmptyCondition("r".into())
        );
        let twice = format!("{question}{question}");
        assert_eq!(read(&twice, "{any=['a']}", "E1"), Flaw::Double("a".into()));
        assert!(matches!(
            read("question = 1", "{any=['a']}", "E1"),
            Flaw::Unreadable(_)
        ));
    }

    #[test]
    fn wording_falls_to_the_nearest_level_the_more_urgent_first() {
        let rules = Catalogue::built_in().unwrap().rules();
        let fract = rules.iter().find(|rule| rule.id == "red_flag.fract").unwrap();
        for level in [Level::Caution, Level::Urgent, Level::SameDay, Level::Emergency] {
            assert!(fract.wording_for(level).starts_with("Possible fracture risk"));
        }
        let infect = rules.iter().find(|rule| rule.id == "red_flag.infect").unwrap();
        assert_eq!(
            infect.wording_for(Level::Caution),
            infect.wording_for(Level::Urgent)
        );
    }
}
