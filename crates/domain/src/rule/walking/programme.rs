//! A walking programme as it stands: a plan with what happened to it and the days of the diary that belong to it.
//!
//! Days of the diary belong to the plan that was prescribed last. Weeks have seven days and
//! are counted from the day on which it was started. Open red flags colour the present week alone: what fires today says
//! nothing about a week that is over.

use super::{
    diary::Diary,
    pause::{PlanStatus, status},
    quota::{Advice, Because, Proposal, propose},
    settings::Settings,
    week::{Colour, Week, assess},
};
use crate::{
    fact::{
        flag::answer::Level,
        walking::{
            event::{WalkingEvent, WalkingHappened},
            plan::Plan,
            quota::Quota,
            row::Row,
        },
    },
    rule::red_flag::Assessment,
};
use chrono::{Days, NaiveDate};
use std::borrow::Borrow;

/// A plan with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme<'a> {
    /// Its place in the list of plans.
    pub place: usize,
    /// The plan as it was prescribed.
    pub plan: &'a Plan,
    /// What happened, each with its place in the list, in the order in which it came into the record.
    pub events: Vec<(usize, &'a WalkingEvent)>,
    /// The rows of its days.
    pub diary: Diary,
    /// Places of those rows in the list, in the order of the diary's days.
    pub rows: Vec<usize>,
}

/// A time in which walking was paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The first day that is paused.
    pub from: NaiveDate,
    /// The day on which it was opened again; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

impl Pause {
    /// Whether walking was paused on that day. The day of reopening is not.
    pub fn holds(&self, day: NaiveDate) -> bool {
        day >= self.from && self.to.is_none_or(|to| day < to)
    }
}

/// Days of a week on which walking is planned where so many of its days are paused.
fn planned_days(quota: &Quota, paused: usize) -> u32 {
    let left = 7_u32.saturating_sub(u32::try_from(paused).unwrap_or(7));
    u32::from(quota.days_a_week.get()).min(left)
}

/// The programmes of a record, the earliest first.
///
/// What happened belongs to the plan that was recorded last before it. Where times of recording are not known, the end of
/// a plan comes before a plan of the same day and everything else after it.
pub fn programmes<'a>(
    plans: &'a [impl Borrow<Plan>],
    events: &'a [impl Borrow<WalkingEvent>],
    rows: &'a [impl Borrow<Row>],
) -> Vec<Programme<'a>> {
    let mut programmes: Vec<Programme<'a>> = plans
        .iter()
        .enumerate()
        .map(|(place, plan)| Programme {
            place,
            plan: plan.borrow(),
            events: Vec::new(),
            diary: Diary::default(),
            rows: Vec::new(),
        })
        .collect();
    programmes.sort_by_key(|one| (one.plan.prescribed_on, one.plan.moment()));
    let all = events.iter().map(Borrow::borrow);
    let mut ordered: Vec<(usize, &WalkingEvent)> = all.enumerate().collect();
    ordered.sort_by_key(|(_, one)| one.moment());
    for (place, one) in ordered {
        let follows = |plan: &Plan| match one.what {
            WalkingHappened::Ended => plan.moment() < one.moment(),
            _ => plan.moment() <= one.moment(),
        };
        // What happened before every plan happened to one that was taken back.
        let own = programmes.iter().rposition(|programme| follows(programme.plan));
        if let Some(programme) = own.and_then(|own| programmes.get_mut(own)) {
            programme.events.push((place, one));
        }
    }
    let all = rows.iter().map(Borrow::borrow);
    let mut ordered: Vec<(usize, &Row)> = all.enumerate().collect();
    ordered.sort_by_key(|(_, row)| (row.on, row.number()));
    let mut diaries: Vec<Vec<Row>> = vec![Vec::new(); programmes.len()];
    for (place, row) in ordered {
        // What was noted before the first plan belongs to the first.
        let own = programmes
            .iter()
            .rposition(|one| one.plan.prescribed_on <= row.on);
        let own = own.unwrap_or(0);
        if let (Some(programme), Some(diary)) = (programmes.get_mut(own), diaries.get_mut(own)) {
            programme.rows.push(place);
            diary.push(row.clone());
        }
    }
    for (programme, rows) in programmes.iter_mut().zip(diaries) {
        programme.diary = Diary::of(rows);
    }
    programmes
}

/// Places of the rows on whose day no plan ran: before the first, between two, after the last, or without any. Nothing was
/// planned for such a day and no week counts it.
pub fn rows_without_plan(programmes: &[Programme<'_>], rows: &[impl Borrow<Row>]) -> Vec<usize> {
    let ran = |place: usize, row: &Row| {
        programmes
            .iter()
            .any(|one| one.rows.contains(&place) && one.ran_on(row.on))
    };
    let all = rows.iter().map(Borrow::borrow).enumerate();
    all.filter(|(place, row)| !ran(*place, row))
        .map(|(place, _)| place)
        .collect()
}

impl Programme<'_> {
    /// Whether it had begun and not ended on that day; a pause is a part of it.
    pub fn ran_on(&self, day: NaiveDate) -> bool {
        self.first_day().is_some_and(|first| first <= day) && self.ended_on().is_none_or(|end| day <= end)
    }

    /// Where it stands after all that happened to it.
    pub fn status(&self) -> PlanStatus {
        status(self.events.iter().map(|(_, one)| *one))
    }

    /// The first day, where it was started.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let mut started = self
            .events
            .iter()
            .filter(|(_, one)| one.what == WalkingHappened::Started);
        started.next().map(|(_, one)| one.on)
    }

    /// The day on which it ended, where it did.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        let ended = self
            .events
            .iter()
            .filter(|(_, one)| one.what == WalkingHappened::Ended);
        let first = ended.map(|(_, one)| one.on).min();
        first.filter(|_| self.status() == PlanStatus::Ended)
    }

    /// The quota that holds on a day.
    pub fn quota_on(&self, day: NaiveDate) -> Quota {
        let mut quota = self.plan.quota;
        let mut since = NaiveDate::MIN;
        for (_, one) in &self.events {
            // Of one day the one recorded last holds.
            if let WalkingHappened::Quota { quota: changed } = &one.what
                && one.on <= day
                && one.on >= since
            {
                (quota, since) = (*changed, one.on);
            }
        }
        quota
    }

    /// First days of its weeks up to the one that holds `today`; none before it begins. An ended plan has no weeks after
    /// its end.
    pub fn week_starts(&self, today: NaiveDate) -> Vec<NaiveDate> {
        let last = self.ended_on().map_or(today, |end| end.min(today));
        let Some(first) = self.first_day() else {
            return Vec::new();
        };
        std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(7)))
            .take_while(|day| *day <= last)
            .collect()
    }

    /// The week that begins on `first`. `flags` are the red flags as they stand today. Days of a pause are not planned, and
    /// nobody misses an entry on them.
    pub fn week(&self, first: NaiveDate, today: NaiveDate, flags: &Assessment, settings: &Settings) -> Week {
        let present = (0..7).contains(&(today - first).num_days());
        let none = Assessment::default();
        let flags = if present { flags } else { &none };
        let mut week = assess(&self.diary, first, |day| self.quota_on(day), flags, settings);
        let pauses = self.pauses();
        let paused: Vec<NaiveDate> = first
            .iter_days()
            .take(7)
            .filter(|day| pauses.iter().any(|pause| pause.holds(*day)))
            .collect();
        let quota = self.quota_on(first);
        week.adherence.planned = u32::from(quota.bouts_a_day.get()) * planned_days(&quota, paused.len());
        let written = |day: &&NaiveDate| self.diary.week(first).any(|row| row.on == **day);
        let unwritten = paused.len() - paused.iter().filter(written).count();
        let unwritten = u32::try_from(unwritten).unwrap_or(7);
        week.adherence.days_without_row = week.adherence.days_without_row.saturating_sub(unwritten);
        week
    }

    /// The week that begins on `first` as far as it has come. A day that has not come, and today as long as it lasts, can't
    /// lack its entry.
    pub fn week_so_far(
        &self,
        first: NaiveDate,
        today: NaiveDate,
        flags: &Assessment,
        settings: &Settings,
    ) -> Week {
        let mut week = self.week(first, today, flags, settings);
        let written = |day: NaiveDate| self.diary.week(first).any(|row| row.on == day);
        let days = first.iter_days().take(7);
        let open = days.filter(|day| *day >= today && !written(*day)).count();
        let lacking = &mut week.adherence.days_without_row;
        *lacking = lacking.saturating_sub(u32::try_from(open).unwrap_or(7));
        week
    }

    /// Seconds planned for the week that begins on `first`; days of a pause are not planned.
    pub fn planned_seconds(&self, first: NaiveDate) -> u32 {
        let pauses = self.pauses();
        let paused = first.iter_days().take(7);
        let paused = paused.filter(|day| pauses.iter().any(|pause| pause.holds(*day)));
        let quota = self.quota_on(first);
        quota.day_seconds() * planned_days(&quota, paused.count())
    }

    /// What is proposed for the week after the last one that is over on `today`; nothing before a week is over.
    pub fn proposal(&self, today: NaiveDate, flags: &Assessment, settings: &Settings) -> Option<Proposal> {
        let over: Vec<NaiveDate> = self
            .week_starts(today)
            .into_iter()
            .filter(|first| (today - *first).num_days() >= 6)
            .collect();
        let last = *over.last()?;
        let now = self.quota_on(today);
        let only = |advice: Advice, because: Because| {
            Some(Proposal {
                advice,
                quota: now,
                because: vec![because],
            })
        };
        if flags.open().next().is_some() {
            return only(Advice::Pause, Because::FlagWaits);
        }
        // What a clinic calls too many amber weeks in a row can't be seen in fewer weeks.
        let looked_at = usize::from(settings.amber_weeks.get()) + 1;
        let mut weeks: Vec<Week> = over
            .iter()
            .skip(over.len().saturating_sub(looked_at))
            .map(|first| self.week(*first, today, flags, settings))
            .collect();
        if let Some(week) = weeks.last_mut() {
            week.flag_open = week.flag_open || flags.fired.iter().any(|one| one.level >= Level::Urgent);
        }
        let status = self.status();
        if status == PlanStatus::Active {
            if weeks.last().is_some_and(|week| week.colour == Colour::Red) {
                // A clinician has looked at what was red; it must not propose the pause again.
                return only(Advice::Hold, Because::Reopened);
            }
            let changed = |one: &WalkingEvent| matches!(one.what, WalkingHappened::Quota { .. });
            if self
                .events
                .iter()
                .any(|(_, one)| changed(one) && one.on > last && one.on <= today)
            {
                return only(Advice::Hold, Because::QuotaChanged);
            }
        }
        let settings = Settings {
            target_day: self.plan.target.minutes,
            ..settings.clone()
        };
        let baseline = self
            .plan
            .baseline
            .as_ref()
            .map(crate::fact::walking::baseline::Baseline::mean_seconds);
        let proposal = propose(&weeks, &now, self.plan.step, baseline, &status, &settings);
        Some(self.within_target(proposal, &now))
    }

    /// Days a week rise to those of the target; what is still missing of it is said.
    fn within_target(&self, mut proposal: Proposal, now: &Quota) -> Proposal {
        let target = self.plan.target.days.get();
        if proposal.advice == Advice::Raise
            && proposal.quota.days_a_week.get() > target.max(now.days_a_week.get())
        {
            return Proposal {
                advice: Advice::Maintain,
                quota: *now,
                because: vec![Because::DaysReached],
            };
        }
        if proposal.advice == Advice::Maintain && now.days_a_week.get() < target {
            let plan = now.days_a_week.get();
            proposal.because.push(Because::DaysLacking { target, plan });
        }
        proposal
    }

    /// Times of pause, in order.
    pub fn pauses(&self) -> Vec<Pause> {
        let mut events: Vec<&WalkingEvent> = Vec::new();
        let mut pauses: Vec<Pause> = Vec::new();
        for (_, one) in &self.events {
            let before = matches!(status(events.iter().copied()), PlanStatus::Paused { .. });
            events.push(one);
            let after = matches!(status(events.iter().copied()), PlanStatus::Paused { .. });
            match (before, after) {
                (false, true) => pauses.push(Pause {
                    from: one.on,
                    to: None,
                }),
                (true, false) => {
                    if let Some(pause) = pauses.last_mut() {
                        pause.to = Some(one.on);
                    }
                }
                _ => {}
            }
        }
        pauses
    }
}

#[cfg(test)]
mod tests;
