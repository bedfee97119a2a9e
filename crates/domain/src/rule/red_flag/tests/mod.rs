//! Tests of the red flags as a whole: a small record is built, evaluated and looked at.

mod course;
mod levels;
mod power;
mod procedures;
mod properties;
mod readings;
mod resolutions;
mod traps;

use super::{
    catalogue::Catalogue,
    evaluate::{Assessment, FiredFlag, Record, evaluate},
    facts::{Event, Facts, SpineEvent},
    input::{Gap, Observation, Why},
    settings::Settings,
};
use crate::fact::{
    flag::{
        Flag,
        answer::{Course, FlagReply, Level},
    },
    resolution::{Decision, Resolution, Role},
};
use crate::value::{answer::Answer, level::Levels, reply::Reply, text::Text, when::When};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

/// The day that the tests take for today.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// So many days before today.
fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// Ten in the morning of a day.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap()).and_utc()
}

/// A record in the making.
#[derive(Debug, Clone, Default)]
struct Case {
    /// Screenings with one answer each.
    flags: Vec<Flag>,
    facts: Facts,
    resolutions: Vec<Resolution>,
    settings: Settings,
}

impl Case {
    fn reply(mut self, question: &str, reply: impl Into<FlagReply>, days_ago: u64) -> Self {
        let mut flag = Flag::on(ago(days_ago));
        flag.recorded = Some(morning(ago(days_ago)));
        flag.answers.insert(question.to_owned(), reply.into());
        self.flags.push(flag);
        self
    }

    fn yes(self, question: &str, days_ago: u64) -> Self {
        self.course(question, Course::New, days_ago)
    }

    fn course(self, question: &str, course: Course, days_ago: u64) -> Self {
        let since = When::default();
        self.reply(question, FlagReply::yes(course, since), days_ago)
    }

    fn no(self, question: &str, days_ago: u64) -> Self {
        self.reply(question, Reply::No, days_ago)
    }

    fn event(mut self, event: Event, when: &str, levels: &str) -> Self {
        let mut events = self.facts.events.value().cloned().unwrap_or_default();
        events.push(SpineEvent {
            event,
            when: when.parse().unwrap(),
            region: Answer::default(),
            levels: levels.parse::<Levels>().unwrap(),
            recorded: morning(ago(400)),
        });
        self.facts.events = Answer::Value(events);
        self
    }

    fn operated(self, when: &str) -> Self {
        self.event(Event::Operation { implant: false }, when, "L4-L5")
    }

    fn decide(mut self, rule: &str, decision: Decision, role: Role, at: DateTime<Utc>) -> Self {
        self.resolutions.push(Resolution {
            rule: format!("red_flag.{rule}"),
            version: 1,
            decision,
            by: Text::new("Dr Okafor").unwrap(),
            role,
            role_words: None,
            at: Some(at),
            reason: Text::new("Seen and examined").unwrap(),
        });
        self
    }

    fn assess(&self) -> Assessment {
        evaluate(&Record {
            catalogue: Catalogue::built_in().unwrap(),
            flags: &self.flags.iter().collect::<Vec<_>>(),
            facts: &self.facts,
            resolutions: &self.resolutions.iter().collect::<Vec<_>>(),
            settings: &self.settings,
            today: today(),
        })
    }

    fn fired(&self, rule: &str) -> Option<FiredFlag> {
        let id = format!("red_flag.{rule}");
        self.assess().fired.into_iter().find(|fired| fired.rule == id)
    }

    fn level(&self, rule: &str) -> Option<Level> {
        self.fired(rule).map(|fired| fired.level)
    }

    /// What the rule lacks, as printed; `None` where it is not among the rules that are not assessed.
    fn lacks(&self, rule: &str) -> Option<Vec<String>> {
        let id = format!("red_flag.{rule}");
        let found = self
            .assess()
            .not_assessed
            .into_iter()
            .find(|one| one.rule == id)?;
        Some(found.missing.iter().map(lack).collect())
    }
}

/// What is missing and why: by the words of the question, or by the id of the reading.
fn lack(gap: &Gap) -> String {
    let question = Catalogue::built_in().unwrap().question(&gap.input);
    let what = question.map_or(gap.input.as_str(), |one| one.words.as_str());
    let why = match gap.why {
        Why::NotAsked => "not asked".to_owned(),
        Why::Unknown => "asked, not known".to_owned(),
        Why::Declined => "asked, declined".to_owned(),
        Why::NotRecorded => "not recorded".to_owned(),
        Why::NotSince { day } => format!("not assessed since {day}"),
        Why::DatedAhead => "dated in the future".to_owned(),
        Why::CourseNotSaid => "course not said".to_owned(),
    };
    format!("{what}: {why}")
}

/// Whether the rule fired on something that was answered so long ago that it has to be asked again.
fn is_old(fired: &FiredFlag) -> bool {
    fired
        .evidence
        .iter()
        .any(|one| matches!(one.found, Observation::Answer { old: true, .. }))
}
