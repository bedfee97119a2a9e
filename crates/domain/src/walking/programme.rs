//! A walking programme as it stands: a plan with what happened to it and the days of the diary that belong to it.
//!
//! Days of the diary belong to the plan that was prescribed last. Weeks have seven days and
//! are counted from the day on which it was started. Open red flags colour the present week alone: what fires today says
//! nothing about a week that is over.

use super::{
    diary::{Diary, Row},
    happening::{Happening, What},
    pause::{PlanEvent, PlanStatus, status},
    plan::Plan,
    quota::{Advice, Proposal, Quota, propose},
    settings::Settings,
    week::{Colour, Week, assess},
};
use crate::red_flag::{Assessment, Level, within::Within};
use chrono::{Days, NaiveDate};

/// A plan with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme<'a> {
    /// Its place in the list of plans.
    pub place: usize,
    /// The plan.
    pub plan: &'a Plan,
    /// What happened, each with its place in the list, in the order in which it came into the record.
    pub happenings: Vec<(usize, &'a Happening)>,
    /// The rows of its days.
    pub diary: Diary,
    /// Places of those rows in the list, in the order of the diary's days.
    pub rows: Vec<usize>,
}

/// A time in which walking was paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Its first day.
    pub from: NaiveDate,
    /// The day on which it was opened again; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

/// The programmes of a record, the earliest first.
///
/// What happened belongs to the plan that was recorded last before it. Where times of recording are not known, the end of
/// a plan comes before a plan of the same day and everything else after it.
pub fn programmes<'a>(plans: &'a [Plan], happenings: &'a [Happening], rows: &'a [Row]) -> Vec<Programme<'a>> {
    let mut programmes: Vec<Programme<'a>> = plans
        .iter()
        .enumerate()
        .map(|(place, plan)| Programme {
            place,
            plan,
            happenings: Vec::new(),
            diary: Diary::default(),
            rows: Vec::new(),
        })
        .collect();
    programmes.sort_by_key(|one| (one.plan.prescribed_on, one.plan.moment()));
    let mut ordered: Vec<(usize, &Happening)> = happenings.iter().enumerate().collect();
    ordered.sort_by_key(|(_, one)| one.moment());
    for (place, one) in ordered {
        let follows = |plan: &Plan| match one.what {
            What::Ended => plan.moment() < one.moment(),
            _ => plan.moment() <= one.moment(),
        };
        let own = programmes.iter().rposition(|programme| follows(programme.plan));
        if let Some(programme) = programmes.get_mut(own.unwrap_or(0)) {
            programme.happenings.push((place, one));
        }
    }
    let mut ordered: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
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

impl Programme<'_> {
    /// Where it stands.
    pub fn status(&self) -> PlanStatus {
        let events: Vec<PlanEvent> = self
            .happenings
            .iter()
            .filter_map(|(_, one)| one.event())
            .collect();
        status(&events)
    }

    /// The first day, where it was started.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let mut started = self
            .happenings
            .iter()
            .filter(|(_, one)| one.what == What::Started);
        started.next().map(|(_, one)| one.on)
    }

    /// Whether it is paused.
    pub fn is_paused(&self) -> bool {
        matches!(self.status(), PlanStatus::Paused { .. })
    }

    /// The day on which it ended, where it did.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        let ended = self.happenings.iter().filter(|(_, one)| one.what == What::Ended);
        let first = ended.map(|(_, one)| one.on).min();
        first.filter(|_| self.status() == PlanStatus::Ended)
    }

    /// The quota that holds on a day.
    pub fn quota_on(&self, day: NaiveDate) -> Quota {
        let mut quota = self.plan.quota;
        let mut since = NaiveDate::MIN;
        for (_, one) in &self.happenings {
            // Of one day the one recorded last holds.
            if let What::Quota { quota: changed } = &one.what
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

    /// The week that begins on `first`. `flags` are the red flags as they stand today.
    pub fn week(&self, first: NaiveDate, today: NaiveDate, flags: &Assessment, settings: &Settings) -> Week {
        let present = (0..7).contains(&(today - first).num_days());
        let none = Assessment::default();
        let flags = if present { flags } else { &none };
        assess(&self.diary, first, &self.quota_on(first), flags, settings)
    }

    /// What is proposed for the week after the last one that is over on `today`; nothing before a week is over.
    pub fn proposal(&self, today: NaiveDate, flags: &Assessment, settings: &Settings) -> Option<Proposal> {
        let over: Vec<NaiveDate> = self
            .week_starts(today)
            .into_iter()
            .filter(|first| (today - *first).num_days() >= 6)
            .collect();
        let last = *over.last()?;
        let mut weeks: Vec<Week> = over
            .iter()
            .map(|first| self.week(*first, today, flags, settings))
            .collect();
        if let Some(week) = weeks.last_mut() {
            week.flag_open = week.flag_open || flags.fired.iter().any(|one| one.level >= Level::Urgent);
        }
        let status = self.status();
        let quota = self.quota_on(last);
        let over_red = weeks.last().is_some_and(|week| week.colour == Colour::Red);
        if over_red && status == PlanStatus::Active && flags.open().next().is_none() {
            // A clinician has looked at what was red; it must not propose the pause again.
            return Some(Proposal {
                advice: Advice::Hold,
                quota,
                because: vec!["the last week had a red entry and the plan was reopened since".to_owned()],
            });
        }
        let settings = Settings {
            target_day: self.plan.target.minutes,
            ..settings.clone()
        };
        let baseline = self.plan.baseline.as_ref().map(super::Baseline::mean_seconds);
        Some(propose(
            &weeks,
            &quota,
            self.plan.step,
            baseline,
            &status,
            &settings,
        ))
    }

    /// Times of pause, in order.
    pub fn pauses(&self) -> Vec<Pause> {
        let mut events: Vec<PlanEvent> = Vec::new();
        let mut pauses: Vec<Pause> = Vec::new();
        for (_, one) in &self.happenings {
            let Some(event) = one.event() else { continue };
            let before = matches!(status(&events), PlanStatus::Paused { .. });
            events.push(event);
            let after = matches!(status(&events), PlanStatus::Paused { .. });
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

    /// The number that the next bout of a day gets; nothing where the day is full or a rest day.
    pub fn next_number(&self, day: NaiveDate) -> Option<Within<1, 9>> {
        let numbers: Vec<Option<u16>> = self
            .diary
            .rows()
            .iter()
            .filter(|row| row.on == day)
            .map(|row| row.number().map(Within::get))
            .collect();
        if numbers.contains(&None) {
            return None;
        }
        (1..=9_u16)
            .find(|number| !numbers.contains(&Some(*number)))
            .map(Within::clamped)
    }
}

#[cfg(test)]
mod tests;
