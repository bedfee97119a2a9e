//! What the red flags say, in the words of the window and of the letter: the questions by group, what fired with its
//! inputs, what is not assessed, what was decided, and how old each answer is.

use crate::words::{Message, message, say, say_with, sentence, taking};
use crate::{
    clock, conditions,
    flags::{answers, assess},
    own_rules::OwnRules,
    record::Record,
    words::{Word, flags as words, joined},
};
use chrono::NaiveDate;
use lamina_api::flag::{
    FiredView, FlagGroup, FlagQuestion, LastAnswer, NotAssessedView, RedFlagsView, ResolvedView, StandingView,
};
use lamina_domain::{
    Answer, Missing, PartialDate, Reply,
    flag::answer::{FlagAnswer, FlagReply},
    red_flag::{
        Assessment, Catalogue, FiredFlag, FlagRule, Question, Settings,
        catalogue::Group,
        input::{Day, Evidence, Input, Standing, Why, read},
    },
};

use super::measured;

/// The questions of the form by group, in their order.
pub(crate) fn questions() -> Vec<FlagGroup> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    let mut groups: Vec<FlagGroup> = Vec::new();
    for question in questions {
        let shown = FlagQuestion {
            id: question.id.clone(),
            text: question.text.clone(),
            words: question.words.clone(),
            long_standing: question.long_standing,
            may_not_apply: question.may_not_apply,
            needs_course: question.needs_course,
        };
        match groups.iter_mut().find(|group| group.group == question.group) {
            Some(group) => group.questions.push(shown),
            None => groups.push(FlagGroup {
                group: question.group,
                title: question.group.word(),
                questions: vec![shown],
            }),
        }
    }
    groups
}

impl Word for Group {
    fn word(&self) -> String {
        say!(match self {
            Group::BladderBowelSaddle => message!("value-group-bladder-bowel-saddle"),
            Group::Cord => message!("value-group-cord"),
            Group::Nerves => message!("value-group-nerves"),
            Group::Infection => message!("value-group-infection"),
            Group::PainPattern => message!("value-group-pain-pattern"),
            Group::Tumour => message!("value-group-tumour"),
            Group::Fracture => message!("value-group-fracture"),
            Group::Wound => message!("value-group-wound"),
            Group::Device => message!("value-group-device"),
            Group::Inflammatory => message!("value-group-inflammatory"),
            Group::Vessels => message!("value-group-vessels"),
            Group::Mind => message!("value-group-mind"),
            Group::Opioid => message!("value-group-opioid"),
        })
    }
}

/// What a rule is about, in a word or two; it names no diagnosis.
pub(crate) fn title(rule: &str) -> String {
    let id = format!("flag-title-{}", rule.trim_start_matches("red_flag."));
    match (Message::found(&id), rule_of(rule)) {
        (Some(title), _) => say!(title),
        (None, Some(rule)) => rule.title.clone(),
        (None, None) => say!("flag-title-other"),
    }
}

fn rule_of(id: &str) -> Option<&'static FlagRule> {
    let rules = Catalogue::built_in().map(Catalogue::rules).unwrap_or_default();
    rules.iter().find(|rule| rule.id == id)
}

/// A day with how long ago it is: "3 May 2026, 7 months ago"; where no day is known "2009, 16 years ago or more".
pub(crate) fn aged(day: impl Into<PartialDate>, today: NaiveDate) -> String {
    let day: PartialDate = day.into();
    let days = (today - day.last()).num_days();
    let ago = |id: taking!["count"], count: i64| say_with!(id, [("count", count.into())]);
    let age = match days {
        ..0 => say!("flag-dated-in-the-future"),
        0 => say!("flag-today"),
        1 => say!("flag-yesterday"),
        2..=13 => ago(message!("flag-ago-days"), days),
        14..=69 => ago(message!("flag-ago-weeks"), days / 7),
        70..=729 => ago(message!("flag-ago-months"), days / 30),
        _ => ago(message!("flag-ago-years"), days / 365),
    };
    let spelled = day.to_string();
    match (day.is_day(), days) {
        (true, _) => format!("{spelled}, {age}"),
        (false, 1..) => say_with!(
            "flag-at-least",
            [("spelled", spelled.into()), ("age", age.into())],
        ),
        (false, _) => say_with!("flag-no-day", [("spelled", spelled.into())]),
    }
}

/// What fired, the most urgent first.
pub(crate) fn fired(assessment: &Assessment) -> Vec<FiredView> {
    assessment.fired.iter().map(one_fired).collect()
}

fn one_fired(fired: &FiredFlag) -> FiredView {
    let rule = rule_of(&fired.rule);
    FiredView {
        rule: fired.rule.clone(),
        version: fired.version,
        title: title(&fired.rule),
        level: fired.level,
        level_words: sentence(&fired.level.word()),
        stays: fired.level.stays(),
        wording: fired.wording.clone(),
        inputs: inputs(&fired.evidence),
        since: fired.since.map(|since| since.to_string()).unwrap_or_default(),
        missing: fired.missing.iter().map(words::gap).collect(),
        no_diagnosis: say!("flag-no-diagnosis"),
        may_lower_to: rule.and_then(|rule| rule.may_lower(fired.level)),
        rule_title: rule.map(|rule| rule.title.clone()).unwrap_or_default(),
        source: rule.map(|rule| rule.source.clone()).unwrap_or_default(),
    }
}

/// The findings that fired, each once with its days and who said it.
pub(crate) fn inputs(evidence: &[Evidence]) -> Vec<String> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for one in evidence {
        let who = one
            .told_by
            .map(|told_by| say_with!("flag-said-by", [("told-by", (told_by.word()).to_string().into())]));
        let day = joined([one.on.map(|on| on.to_string()), who], ", ");
        let words = words::found(one);
        let at = found.iter().position(|(known, _)| *known == words);
        let days = match at.and_then(|at| found.get_mut(at)) {
            Some((_, days)) => days,
            None => {
                found.push((words, Vec::new()));
                match found.last_mut() {
                    Some((_, days)) => days,
                    None => continue,
                }
            }
        };
        if let Some(day) = day
            && !days.contains(&day)
        {
            days.push(day);
        }
    }
    found
        .into_iter()
        .map(|(words, days)| {
            let days = days.join("; ");
            match words.strip_suffix(')') {
                _ if days.is_empty() => words,
                Some(words) => format!("{words}; {days})"),
                None => format!("{words} ({days})"),
            }
        })
        .collect()
}

/// What the red flags of `record` say. `by` and `role` are those under which a flag would be resolved.
pub(crate) fn red_flags(
    record: &Record,
    rules: &OwnRules,
    today: NaiveDate,
    (by, role): (String, String),
) -> RedFlagsView {
    let assessment = assess(record, &rules.red_flags, today);
    let register = conditions::red_flags(record, today);
    let standing = |list: &[Standing]| {
        list.iter()
            .map(|one| StandingView {
                words: words::input(&one.question),
                on: aged(one.on, today),
            })
            .collect()
    };
    RedFlagsView {
        fired: fired(&assessment),
        not_assessed: assessment
            .not_assessed
            .iter()
            .map(|one| NotAssessedView {
                rule: one.rule.clone(),
                title: title(&one.rule),
                missing: one.missing.iter().map(words::gap).collect(),
            })
            .collect(),
        asks_on: standing(&assessment.asks_on),
        noted: noted(record),
        measured: measured::by_kind(record, measured::Extent::All),
        unchanged: standing(&assessment.unchanged),
        answered_no: standing(&assessment.answered_no),
        resolved: resolved(record, &assessment),
        last: last(&answers(record, &register), &rules.red_flags, today),
        baseline: conditions::bladder_baseline(&record.background).unwrap_or_default(),
        asked: asked_on(record, today),
        unknown_questions: u32::try_from(assessment.unknown_questions.len()).unwrap_or(u32::MAX),
        own_limits: rules.said("red_flag."),
        by,
        role,
    }
}

/// The day of the last screening with its age.
pub(crate) fn asked_on(record: &Record, today: NaiveDate) -> Option<String> {
    Some(aged(last_screening(record)?, today))
}

/// The date of the last screening. One without a day counts as early as it can have been, so that it never makes the red flags
/// look fresher than they are.
pub(crate) fn last_screening(record: &Record) -> Option<PartialDate> {
    let dates = record.flags.iter().map(|flag| flag.asked_on);
    dates.max_by_key(|on| (on.span().0, on.is_day()))
}

/// What was noted in words beside the questions; empty where nothing was.
pub(crate) fn noted(record: &Record) -> Vec<String> {
    match &record.background.red_flags {
        Answer::Value(texts) => texts.iter().map(ToString::to_string).collect(),
        Answer::Missing(Missing::NotAsked) => Vec::new(),
        Answer::Missing(missing) => vec![missing.word()],
    }
}

/// What was resolved, with who, when and why. `entries` are the ids of the decisions in the order of the record, where it
/// comes from a vault.
pub(crate) fn resolved(record: &Record, assessment: &Assessment) -> Vec<ResolvedView> {
    assessment
        .resolved
        .iter()
        .filter_map(|place| record.resolutions.get(*place))
        .map(|resolution| {
            let words = resolution.role_words.as_ref().map(ToString::to_string);
            ResolvedView {
                rule: resolution.rule.clone(),
                title: title(&resolution.rule),
                by: resolution.by.to_string(),
                role: words.unwrap_or_else(|| resolution.role.word()),
                at: resolution
                    .at
                    .map(|at| clock::shown(at.timestamp_micros()))
                    .unwrap_or_default(),
                reason: resolution.reason.to_string(),
                entry: resolution.id(),
            }
        })
        .collect()
}

/// The last answer to each question, in the order of the form.
fn last(answers: &[FlagAnswer], settings: &Settings, today: NaiveDate) -> Vec<LastAnswer> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    questions
        .iter()
        .filter_map(|question| {
            let of_it: Vec<&FlagAnswer> = answers
                .iter()
                .filter(|one| one.question == question.id && one.reply.reply() != Reply::NotAsked)
                .collect();
            let newest = of_it
                .iter()
                .max_by_key(|one| (one.asked_on().span().0, one.asked_on().is_day(), one.recorded()))?;
            Some(LastAnswer {
                question: question.id.clone(),
                answer: sentence(&reply(newest.reply)),
                on: aged(newest.asked_on(), today),
                stale: stale(question, &of_it, settings, today),
            })
        })
        .collect()
}

/// "not assessed since 3 May 2026" where the last answer is too old to count.
fn stale(
    question: &Question,
    answers: &[&FlagAnswer],
    settings: &Settings,
    today: NaiveDate,
) -> Option<String> {
    let day = Day { at: today, today };
    match read(question, answers, day, settings) {
        Input::Missing(Why::NotSince { day }) => Some(say_with!(
            "flag-not-assessed-since",
            [("spelled", day.to_string().into())],
        )),
        _ => None,
    }
}

/// A reply in words: "yes, new, since 20 Nov 2026".
pub(crate) fn reply(reply: &FlagReply) -> String {
    let (course, since) = match reply.found() {
        Some((course, since)) => {
            let since =
                (!since.is_unknown()).then(|| say_with!("flag-since", [("since", since.to_string().into())]));
            (words::course(course), since)
        }
        None => (None, None),
    };
    joined([Some(reply.reply().word()), course, since], ", ").unwrap_or_default()
}
