//! A walking programme for some of the invented patients: a plan, weeks of diary, and the steps that the rules propose
//! from it.

use super::{chance::Chance, dates};
use chrono::{Days, NaiveDate};
use lamina_domain::{
    Problem, Reply, Text, ToldBy,
    fact::walking::{
        Baseline, Bout, Caution, Item, ItemAnswer, Plan, Quota, Row, Step, Target, WalkingEvent,
        WalkingHappened,
        row::{PainAround, WalkedBout, WalkingEntry},
    },
    red_flag::Assessment,
    resolution::Role,
    walking::{Advice, Settings, programmes},
};

/// Everything about walking in one record.
#[derive(Default)]
pub(super) struct Walking {
    pub(super) plans: Vec<Plan>,
    pub(super) events: Vec<WalkingEvent>,
    pub(super) rows: Vec<Row>,
}

const MISSED: [&str; 5] = ["rain", "visitors", "too tired", "work", "a cold"];

/// A programme of so many weeks that still runs on `as_of`.
pub(super) fn programme(chance: &mut Chance, as_of: NaiveDate, weeks: i64) -> Result<Walking, Problem> {
    let start = dates::earlier(as_of, weeks * 7 - chance.between(0, 6));
    let prescribed_on = dates::earlier(start, chance.between(0, 5));
    let by = Text::new("Physio Sample-Muster")?;
    let mut walking = Walking {
        plans: vec![plan(chance, prescribed_on, by.clone())?],
        events: vec![event(start, WalkingHappened::Started, by.clone())],
        rows: Vec::new(),
    };
    let (back, leg) = (chance.between(2, 6), chance.between(0, 6));
    let (settings, flags) = (Settings::default(), Assessment::default());
    let mut first = start;
    while first <= as_of {
        let quota = {
            let all = programmes(&walking.plans, &walking.events, &walking.rows);
            all.last().map(|programme| programme.quota_on(first))
        };
        let Some(quota) = quota else { break };
        for number in 0..7_u64 {
            let on = first.checked_add_days(Days::new(number)).unwrap_or(first);
            if on <= as_of {
                walking.rows.extend(row(chance, on, &quota, (back, leg))?);
            }
        }
        let next = first.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
        let proposal = {
            let all = programmes(&walking.plans, &walking.events, &walking.rows);
            all.last()
                .and_then(|programme| programme.proposal(next, &flags, &settings))
        };
        if let Some(proposal) = proposal
            && matches!(proposal.advice, Advice::Raise | Advice::Cut)
            && next <= as_of
        {
            let step = WalkingHappened::Quota {
                quota: proposal.quota,
            };
            walking.events.push(event(next, step, by.clone()));
        }
        first = next;
    }
    // As a vault keeps it, so that what goes in comes out the same.
    for plan in &mut walking.plans {
        plan.at = Some(plan.moment());
    }
    for event in &mut walking.events {
        event.at = Some(event.moment());
    }
    Ok(walking)
}

fn event(on: NaiveDate, what: WalkingHappened, by: Text) -> WalkingEvent {
    WalkingEvent {
        on,
        what,
        by,
        role: Some(Role::Clinician),
        role_words: Text::new("physiotherapist").ok(),
        at: None,
        reason: None,
    }
}

fn plan(chance: &mut Chance, prescribed_on: NaiveDate, by: Text) -> Result<Plan, Problem> {
    let answer = |item: Item| -> Result<ItemAnswer, Problem> {
        Ok(ItemAnswer {
            item,
            reply: match item {
                Item::FractureExcluded => Reply::DoesNotApply,
                _ => Reply::Yes,
            },
            on: prescribed_on,
            by: (item == Item::MedicalClearance)
                .then(|| Text::new("Dr Sample-Arzt"))
                .transpose()?,
        })
    };
    let minutes = chance.between(4, 14);
    let mut bout = |days: i64, share: i64, bad_day: bool| Bout {
        on: dates::earlier(prescribed_on, days),
        seconds: u32::try_from(minutes * share * 60 / 10 / 10 * 10 + chance.between(0, 3) * 10)
            .unwrap_or(300)
            .max(60),
        bad_day,
    };
    let bouts = vec![bout(6, 10, false), bout(4, 9, false), bout(2, 5, true)];
    let baseline = Baseline::new(bouts).map_err(|_| Problem::BaselineIncomplete)?;
    let start = lamina_domain::walking::Start::of(Some(&baseline), &Settings::default());
    let seconds = i64::from(start.by_share.unwrap_or(start.without_baseline)) * 60;
    let cautions = match chance.between(1, 6) {
        1 => Some(Caution::Claudication),
        2 => Some(Caution::RecentFusion),
        3 => Some(Caution::Ground),
        _ => None,
    };
    Ok(Plan {
        prescribed_on,
        by,
        answers: Item::ALL.into_iter().map(answer).collect::<Result<_, _>>()?,
        baseline: Some(baseline),
        quota: Quota {
            seconds: seconds.try_into()?,
            bouts_a_day: chance.between(1, 2).try_into()?,
            days_a_week: chance.between(4, 5).try_into()?,
            pace: Default::default(),
        },
        step: Step::Duration,
        target: Target {
            minutes: 30.try_into()?,
            days: 5.try_into()?,
        },
        cautions: cautions.into_iter().collect(),
        at: None,
        precautions: None,
        note: None,
    })
}

/// The lines of one day; most days of rest are not written down, as happens.
fn row(
    chance: &mut Chance,
    on: NaiveDate,
    quota: &Quota,
    (back, leg): (i64, i64),
) -> Result<Vec<Row>, Problem> {
    let walks = chance.between(1, 7) <= i64::from(quota.days_a_week.get());
    if !walks {
        let rest = chance.percent(25);
        return Ok(rest
            .then(|| {
                line(
                    on,
                    WalkingEntry::Rest {
                        symptoms: Default::default(),
                    },
                )
            })
            .into_iter()
            .collect());
    }
    if chance.percent(8) {
        let missed = WalkingEntry::Missed {
            number: 1.try_into()?,
            reason: Text::new(chance.word(&MISSED))?,
            symptoms: Default::default(),
        };
        return Ok(vec![line(on, missed)]);
    }
    let mut lines = Vec::new();
    for number in 1..=i64::from(quota.bouts_a_day.get()) {
        let seconds = i64::from(quota.seconds.get()) * chance.between(88, 112) / 100 / 10 * 10;
        let mut around = |usual: i64| -> Result<PainAround, Problem> {
            let before = (usual + chance.between(-1, 1)).clamp(0, 10);
            let rise = if chance.percent(4) {
                3
            } else {
                chance.between(0, 2)
            };
            Ok(PainAround {
                before: Some(before.try_into()?),
                after: Some((before + rise).min(10).try_into()?),
                next_morning: None,
            })
        };
        let bout = WalkedBout {
            start: None,
            seconds: seconds.max(60).try_into()?,
            metres: None,
            steps: None,
            surface: None,
            exertion: None,
            back: around(back)?,
            leg: around(leg)?,
            settled: Some(!chance.percent(3)),
            symptoms: Default::default(),
            aid: None,
            mood: None,
        };
        let entry = WalkingEntry::Walked {
            number: number.try_into()?,
            bout: Box::new(bout),
        };
        lines.push(line(on, entry));
    }
    Ok(lines)
}

fn line(on: NaiveDate, entry: WalkingEntry) -> Row {
    Row {
        on,
        entry,
        told_by: ToldBy::Patient,
        note: None,
    }
}
