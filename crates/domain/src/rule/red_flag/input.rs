//! One input of a rule on one day: present with its evidence, without its course, quiet, or missing with the reason.
//! Quiet means only that this input says nothing; it never speaks for the absence of a condition.

use super::{
    catalogue::{Kind, Question},
    facts::Event,
    settings::Settings,
};
use crate::{
    fact::{
        examination::{
            found::{self, Sense, Tone},
            power::{Grade, KeyMuscle, LimbSide},
        },
        flag::answer::{Course, FlagAnswer},
    },
    value::{context::ToldBy, date::PartialDate, reply::Reply, text::Text, when::When},
};
use chrono::{DateTime, NaiveDate, Utc};

/// How the power of a muscle was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PowerBefore {
    /// Tested on an earlier day.
    Tested(Grade, PartialDate),
    /// Said to be known and unchanged.
    Known(Grade),
    /// Nothing to compare with.
    Unknown,
}

/// What an examination found that a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Sensation in the saddle.
    Saddle(Sense),
    /// How firm the anal sphincter was found.
    Tone(Tone),
    /// A sign of the long tracts that is there.
    Tract(found::Sign),
    /// The foot drops in walking.
    FootDrop,
}

/// What was found, as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// A question was answered with yes.
    Answer {
        /// The course, as it was said.
        course: Course,
        /// When it began, as it was said.
        since: When,
        /// Nobody has asked since, for longer than such an answer counts.
        old: bool,
    },
    /// Age in completed years, at least and at most.
    Age(u32, u32),
    /// Age at the first symptom that has a date, at least and at most.
    OnsetAge(u32, u32),
    /// Residual urine after voiding, in mL.
    ResidualUrine(u16),
    /// Temperature in tenths of a degree Celsius.
    Temperature(u16),
    /// Breaths a minute, fewer than the limit.
    Breaths(u16),
    /// Points of PHQ-9 item 9.
    ItemNine(u16),
    /// CRP in tenths of mg/L.
    Crp(u32),
    /// CRP in tenths of mg/L, before and now.
    CrpRising(u32, u32),
    /// ESR in mm/h, at or above the limit.
    Esr(u16),
    /// ESR in mm/h, before and now.
    EsrRising(u16, u16),
    /// ESR in mm/h some time after a recent operation.
    EsrLate(u16),
    /// An operation or another procedure at the spine.
    Procedure(Event, When),
    /// An operation on the neck or chest part of the spine.
    NeckOrChest(When),
    /// An active device such as a stimulator or pump, by its name.
    Device(Text),
    /// A lead or catheter of a trial that is in.
    TrialLead(Text, When),
    /// A blood thinner that is or may be taken, by its name.
    BloodThinner(Text),
    /// What an examination found beside muscle power.
    Examined(Sign),
    /// Power of a muscle.
    Power {
        /// Which key muscle it is.
        muscle: KeyMuscle,
        /// On which side the limb is.
        side: LimbSide,
        /// The grade by the newest test.
        grade: Grade,
        /// What that is compared with.
        before: PowerBefore,
    },
}

/// What was recorded that made a rule fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Id of the question or reading.
    pub input: String,
    /// What was found, without its date.
    pub found: Observation,
    /// The day it belongs to, or what is known of it, where it has one.
    pub on: Option<PartialDate>,
    /// When it was recorded; `None` for what follows from the calendar, such as age.
    pub recorded: Option<DateTime<Utc>>,
    /// Who said it, for answers.
    pub told_by: Option<ToldBy>,
}

impl Evidence {
    /// Whether both are the same thing recorded once, however it stands on the day.
    pub fn is_same(&self, other: &Evidence) -> bool {
        (&self.input, self.on, self.recorded, self.told_by)
            == (&other.input, other.on, other.recorded, other.told_by)
    }
}

/// Why an input is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nobody has asked, or nothing that was answered counts.
    NotAsked,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
    /// The fact that the rule needs is not in the record.
    NotRecorded,
    /// Not assessed since that day.
    NotSince {
        /// The last day on which it was, or what is known of it.
        day: PartialDate,
    },
    /// The only answer lies in the future.
    DatedAhead,
    /// It is there, and nobody said whether it is new, changed or long-standing.
    CourseNotSaid,
}

/// An input that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Id of the question or reading.
    pub input: String,
    /// Why it is missing.
    pub why: Why,
}

/// The state of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// It is there and fires by itself.
    Present(Vec<Evidence>),
    /// It is there, and nobody said its course: it counts beside another finding and not alone.
    WithoutCourse(Vec<Evidence>),
    /// It says nothing, which is never a sign of absence.
    Quiet,
    /// It could not be read.
    Missing(Why),
}

/// How a question stands that does not fire: the finding is known and unchanged, or of unsaid course, or the answer is no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Id of the question.
    pub question: String,
    /// When it was last answered.
    pub on: PartialDate,
    /// Who gave that answer.
    pub told_by: ToldBy,
}

impl Standing {
    fn of(question: &Question, answer: &FlagAnswer) -> Self {
        Standing {
            question: question.id.clone(),
            on: answer.asked_on(),
            told_by: answer.told_by(),
        }
    }
}

/// The day up to which the record is read, and today itself.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// The day that is looked at.
    pub at: NaiveDate,
    /// The day on which it is read, whatever day is looked at.
    pub today: NaiveDate,
}

impl Day {
    /// Whether something of `on` is seen. What is dated ahead is seen today: a wrong year must not hide a finding.
    pub fn sees(self, on: NaiveDate) -> bool {
        on <= self.at || (self.at == self.today && on > self.today)
    }

    /// Days since `on`, not below zero.
    pub fn since(self, on: NaiveDate) -> i64 {
        (self.at - on).num_days().max(0)
    }
}

/// What one answer says by itself.
#[derive(PartialEq, Eq)]
enum Says {
    /// It is there, and new, changed or of a course that does not matter.
    Fires,
    /// It is there, and its course decides and is not said.
    AsksOn,
    /// It is known and unchanged.
    Baseline,
    /// It is not there.
    Not,
    Nothing,
}

fn says(question: &Question, answer: &FlagAnswer, settings: &Settings) -> Says {
    if let Some((course, since)) = answer.reply.found() {
        let began_lately = since.span().is_some_and(|(from, _)| {
            (answer.asked_on().last() - from).num_days() < i64::from(settings.new_days.get())
        });
        return match course {
            _ if began_lately => Says::Fires,
            Course::LongStandingUnchanged if question.long_standing => Says::Baseline,
            Course::NotSaid if question.needs_course => Says::AsksOn,
            _ => Says::Fires,
        };
    }
    match answer.reply.reply() {
        Reply::No => Says::Not,
        Reply::DoesNotApply if question.may_not_apply => Says::Not,
        _ => Says::Nothing,
    }
}

/// What the answers to `question` say on `day`. A yes stays until a later definite answer; a no grows old, and one without
/// a day is old already.
pub fn read(question: &Question, answers: &[&FlagAnswer], day: Day, settings: &Settings) -> Input {
    let says = |one: &FlagAnswer| says(question, one, settings);
    let on = |one: &FlagAnswer| one.asked_on().last();
    let yes: Vec<&FlagAnswer> = answers
        .iter()
        .copied()
        .filter(|one| day.sees(on(one)) && matches!(says(one), Says::Fires | Says::AsksOn))
        .collect();
    // What reassures needs its day, and it has to have come.
    let quiet: Vec<&FlagAnswer> = answers
        .iter()
        .copied()
        .filter(|one| on(one) <= day.at && one.asked_on().is_day())
        .filter(|one| matches!(says(one), Says::Not | Says::Baseline))
        .collect();
    let cleared = quiet.iter().map(|one| on(one)).max();
    let last = yes.iter().map(|one| on(one)).chain(cleared).max();
    // On the same day a yes outweighs a no.
    let stands = |one: &&&FlagAnswer| cleared.is_none_or(|cleared| on(one) >= cleared);
    let found = |wanted: Says| -> Vec<Evidence> {
        yes.iter()
            .filter(stands)
            .filter(|one| says(one) == wanted)
            .map(|one| {
                let old = Some(on(one)) == last && too_old(question, one.asked_on(), day, settings);
                evidence(question, one, old)
            })
            .collect()
    };
    let fires = found(Says::Fires);
    if !fires.is_empty() {
        return Input::Present(fires);
    }
    let open = found(Says::AsksOn);
    if !open.is_empty() {
        return Input::WithoutCourse(open);
    }
    let later: Vec<&FlagAnswer> = answers
        .iter()
        .copied()
        .filter(|one| cleared.is_none_or(|cleared| one.asked_on().span().0 > cleared))
        .collect();
    if let Some(why) = missing(question, &later, day, settings) {
        return Input::Missing(why);
    }
    match cleared {
        Some(cleared) if too_old(question, cleared.into(), day, settings) => {
            Input::Missing(Why::NotSince { day: cleared.into() })
        }
        Some(_) => Input::Quiet,
        None if answers.iter().any(|one| on(one) > day.today) => Input::Missing(Why::DatedAhead),
        None => Input::Missing(Why::NotAsked),
    }
}

/// How `question` stands on `day`, where its newest answer is current and nothing fires; true for a finding that is
/// known and unchanged, false for a no.
pub fn standing(
    question: &Question,
    answers: &[&FlagAnswer],
    day: Day,
    settings: &Settings,
) -> Option<(bool, Standing)> {
    if !matches!(read(question, answers, day, settings), Input::Quiet) {
        return None;
    }
    let last = |wanted: &dyn Fn(&FlagAnswer) -> bool| {
        answers
            .iter()
            .filter(|one| one.asked_on().is_day() && one.asked_on().last() <= day.at && wanted(one))
            .max_by_key(|one| (one.asked_on().last(), one.recorded()))
    };
    let baseline = last(&|one| says(question, one, settings) == Says::Baseline);
    let no = last(&|one| one.reply.reply() == Reply::No);
    let newer =
        baseline.filter(|baseline| no.is_none_or(|no| baseline.asked_on().last() >= no.asked_on().last()));
    let answer = newer.or(no)?;
    Some((newer.is_some(), Standing::of(question, answer)))
}

/// The answer to `question` whose course has to be asked for, where nothing fires on it by itself.
pub fn asks_on(
    question: &Question,
    answers: &[&FlagAnswer],
    day: Day,
    settings: &Settings,
) -> Option<Standing> {
    if !matches!(read(question, answers, day, settings), Input::WithoutCourse(_)) {
        return None;
    }
    let open = answers
        .iter()
        .filter(|one| day.sees(one.asked_on().last()) && says(question, one, settings) == Says::AsksOn);
    let newest = open.max_by_key(|one| (one.asked_on().last(), one.recorded()))?;
    Some(Standing::of(question, newest))
}

/// What the newest of `answers` that is no answer, or one without a day, leaves open.
fn missing(question: &Question, answers: &[&FlagAnswer], day: Day, settings: &Settings) -> Option<Why> {
    answers
        .iter()
        .filter(|one| one.asked_on().last() <= day.at || !one.asked_on().is_day())
        .filter_map(|one| {
            let why = match one.reply.reply() {
                Reply::Unknown => Why::Unknown,
                Reply::Declined => Why::Declined,
                _ if one.asked_on().is_day() => return None,
                _ if matches!(says(question, one, settings), Says::Not | Says::Baseline) => {
                    Why::NotSince { day: one.asked_on() }
                }
                _ => return None,
            };
            Some((one.asked_on().span().0, why))
        })
        .max_by_key(|(on, _)| *on)
        .map(|(_, why)| why)
}

fn too_old(question: &Question, last: PartialDate, day: Day, settings: &Settings) -> bool {
    let limit = match question.kind {
        Kind::Symptom | Kind::Event => settings.symptom_days,
        Kind::Sign => settings.sign_days,
        Kind::Risk => settings.risk_days,
    };
    !last.is_day() || day.since(last.last()) > i64::from(limit.get())
}

fn evidence(question: &Question, answer: &FlagAnswer, old: bool) -> Evidence {
    let (course, since) = answer
        .reply
        .found()
        .map(|(course, since)| (course, *since))
        .unwrap_or_default();
    Evidence {
        input: question.id.clone(),
        found: Observation::Answer { course, since, old },
        on: Some(answer.asked_on()),
        recorded: Some(answer.recorded()),
        told_by: Some(answer.told_by()),
    }
}
