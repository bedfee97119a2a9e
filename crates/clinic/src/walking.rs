//! The walking programme of a record as it stands: the plan, the present week at a glance, what is proposed, and what
//! happened. The rules are the domain's; a proposal is shown and changes nothing.

mod care;
mod chart;

pub(crate) use crate::words::walking::{quota, ticked};
pub(crate) use care::care;
pub(crate) use chart::{Course, chart, short_chart, table};

use crate::{
    facts::Facts,
    flags,
    noun::{Written, walking_row::in_the_diary},
    record::Record,
    words::{
        Word, joined, message, rules::cited, say, say_with, sentence, spelled, taking, walking as words,
    },
};
use chrono::{Days, NaiveDate};
use lamina_api::{
    noun::walking::QuotaInput,
    walking::{
        ClearanceLine, WalkingDay, WalkingDayState, WalkingEntryView, WalkingEventView, WalkingLooseLine,
        WalkingPlanLine, WalkingPlanView, WalkingProposal, WalkingStatus, WalkingView, WalkingWeek,
    },
};
use lamina_domain::{
    Head, Kept, Reply,
    fact::walking::{Item, Row, WalkingEvent, WalkingHappened, row::WalkingEntry},
    red_flag::Assessment,
    walking::{
        Advice, Clearance, PlanStatus, Programme, Proposal, Settings, Start, Week, clearance,
        rows_without_plan, rules,
    },
};
use std::collections::BTreeMap;

/// The programme as it stands on `today`.
pub(crate) fn walking(facts: &Facts, today: NaiveDate) -> WalkingView {
    let record = &facts.record;
    let settings = &facts.rules.walking;
    let flags = flags::assess(record, &facts.rules.red_flags, today);
    let all = record.programmes();
    let plans = &record.walking_plans;
    let earlier = all.iter().rev().skip(1);
    WalkingView {
        plan: all.last().and_then(|programme| {
            let head = plans.get(programme.place)?.head.as_ref()?;
            let standing = Standing {
                programme,
                facts,
                flags: &flags,
                settings,
                today,
                by_day: by_day(programme, &record.walking_rows),
            };
            Some(standing.plan(head))
        }),
        earlier: earlier
            .filter_map(|programme| {
                Some(WalkingPlanLine {
                    entry: plans.get(programme.place)?.id()?,
                    text: words::in_short(programme),
                })
            })
            .collect(),
        without_plan: loose(record, &all)
            .into_iter()
            .filter_map(|(place, row, text)| {
                Some(WalkingLooseLine {
                    entry: record.walking_rows.get(place)?.id()?,
                    on: spelled(row.on),
                    text,
                    red: !row.red().is_empty(),
                })
            })
            .collect(),
        care: care(record, settings, today),
        evidence: say!("walking-evidence"),
        sources: rules()
            .iter()
            .map(cited)
            .chain(facts.rules.said("walking."))
            .collect(),
    }
}

/// The rows of days on which no plan ran, the latest first: each with its place in the record and in words.
pub(crate) fn loose<'a>(record: &'a Record, all: &[Programme<'_>]) -> Vec<(usize, &'a Row, String)> {
    let rows = &record.walking_rows;
    let places = rows_without_plan(all, rows).into_iter();
    let mut loose: Vec<(usize, &Row)> = places
        .filter_map(|place| Some((place, &rows.get(place)?.fact)))
        .collect();
    loose.sort_by_key(|(_, row)| (row.on, row.number()));
    let several = |day: NaiveDate| loose.iter().filter(|(_, row)| row.on == day).count() > 1;
    let said = loose
        .iter()
        .map(|(place, row)| (*place, *row, in_the_diary(row, several(row.on))));
    said.rev().collect()
}

/// Whether a plan may start, question by question.
pub(crate) fn clearance_of(programme: &Programme<'_>, flags: &Assessment) -> Clearance {
    clearance(&programme.plan.answers, flags)
}

/// A week in one row of a table: when, minutes, bouts, and how it was assessed with its reasons.
pub(crate) struct WeekLine {
    pub(crate) title: String,
    pub(crate) minutes: String,
    pub(crate) bouts: String,
    pub(crate) assessed: String,
    /// How far and on what ground; nothing where the diary tells neither.
    pub(crate) covered: Option<String>,
}

/// A week of a programme in one row.
pub(crate) fn week_line(
    programme: &Programme<'_>,
    first: NaiveDate,
    flags: &Assessment,
    settings: &Settings,
    today: NaiveDate,
) -> WeekLine {
    let week = programme.week_so_far(first, today, flags, settings);
    let reasons = week.reasons.iter().map(|one| Some(sentence(&words::reason(one))));
    WeekLine {
        title: words::week_title(first),
        minutes: words::week_minutes(programme, &week),
        bouts: words::adherence(week.adherence),
        covered: words::covered(programme.diary.week(first)),
        assessed: joined([Some(words::colour(week.colour)), joined(reasons, "; ")], ". ").unwrap_or_default(),
    }
}

struct Standing<'a> {
    programme: &'a Programme<'a>,
    facts: &'a Facts,
    flags: &'a Assessment,
    settings: &'a Settings,
    today: NaiveDate,
    /// The rows of each day with their places in the record.
    by_day: BTreeMap<NaiveDate, Vec<(usize, &'a Row)>>,
}

/// The rows of a programme by day.
fn by_day<'a>(
    programme: &Programme<'_>,
    rows: &'a [Kept<Row>],
) -> BTreeMap<NaiveDate, Vec<(usize, &'a Row)>> {
    let mut days: BTreeMap<NaiveDate, Vec<(usize, &Row)>> = BTreeMap::new();
    for place in &programme.rows {
        if let Some(row) = rows.get(*place) {
            days.entry(row.on).or_default().push((*place, row));
        }
    }
    days
}

impl Standing<'_> {
    fn plan(&self, head: &Head) -> WalkingPlanView {
        let programme = self.programme;
        let clear = clearance_of(programme, self.flags);
        let quota = programme.quota_on(self.today);
        let starts = programme.week_starts(self.today);
        let weeks = (1..)
            .zip(&starts)
            .map(|(number, first)| self.week(number, *first));
        let mut weeks: Vec<WalkingWeek> = weeks.collect();
        let present = starts
            .last()
            .is_some_and(|first| (self.today - *first).num_days() < 7);
        let week = if present { weeks.pop() } else { None };
        weeks.reverse();
        let status = programme.status();
        WalkingPlanView {
            entry: head.id,
            version: head.version,
            shown: programme.plan.shown(),
            status: match status {
                PlanStatus::NotStarted => WalkingStatus::NotStarted,
                PlanStatus::Active => WalkingStatus::Active,
                PlanStatus::Paused { .. } => WalkingStatus::Paused,
                PlanStatus::Ended => WalkingStatus::Ended,
            },
            status_words: words::status(programme, self.today),
            clear: clear.is_given(),
            clearance: words::clearance(&clear),
            questions: self.questions(&clear),
            cautions: programme
                .plan
                .cautions
                .iter()
                .map(|caution| caution.word())
                .collect(),
            quota: words::quota(&quota),
            quota_input: QuotaInput::of(&quota),
            start: words::start(
                &Start::of(programme.plan.baseline.as_ref(), self.settings),
                self.settings,
            ),
            week,
            weeks,
            proposal: programme
                .proposal(self.today, self.flags, self.settings)
                .filter(|_| matches!(status, PlanStatus::Active | PlanStatus::Paused { .. }))
                .map(|proposal| self.proposal(proposal, &starts)),
            events: self.events(),
        }
    }

    fn questions(&self, clear: &Clearance) -> Vec<ClearanceLine> {
        let line = |item: Item| {
            let answer = self.programme.plan.answers.iter().find(|one| one.item == item);
            ClearanceLine {
                item,
                words: sentence(&item.word()),
                reply: answer.map(|one| one.reply).unwrap_or_default(),
                text: answer.map_or_else(|| Reply::NotAsked.word(), words::said),
                open: clear.open.contains(&item) || clear.against.contains(&item),
            }
        };
        Item::ALL.into_iter().map(line).collect()
    }

    fn week(&self, number: u32, first: NaiveDate) -> WalkingWeek {
        let programme = self.programme;
        let week = programme.week_so_far(first, self.today, self.flags, self.settings);
        let days = self.days(first);
        let quota = programme.quota_on(first);
        WalkingWeek {
            number,
            title: words::week_title(first),
            colour: week.colour,
            colour_words: words::colour(week.colour),
            reasons: week
                .reasons
                .iter()
                .map(|one| sentence(&words::reason(one)))
                .collect(),
            adherence: say_with!(
                "walking-week-bouts",
                [("adherence", words::adherence(week.adherence).into())],
            ),
            minutes: words::week_minutes(programme, &week),
            covered: words::covered(programme.diary.week(first)).unwrap_or_default(),
            quota: words::quota(&quota),
            leg: leg(&week),
            days,
        }
    }

    fn days(&self, first: NaiveDate) -> Vec<WalkingDay> {
        (0..7)
            .filter_map(|number| first.checked_add_days(Days::new(number)))
            .map(|on| self.day(on))
            .collect()
    }

    fn day(&self, on: NaiveDate) -> WalkingDay {
        let none = Vec::new();
        let of_day = self.by_day.get(&on).unwrap_or(&none);
        let walked = |row: &Row| match &row.entry {
            WalkingEntry::Walked { bout, .. } => u32::from(bout.seconds.get()),
            _ => 0,
        };
        let seconds: u32 = of_day.iter().map(|(_, row)| walked(row)).sum();
        let any = |kind: fn(&WalkingEntry) -> bool| of_day.iter().any(|(_, row)| kind(&row.entry));
        let state = if seconds > 0 {
            WalkingDayState::Walked
        } else if any(|entry| matches!(entry, WalkingEntry::Missed { .. })) {
            WalkingDayState::Missed
        } else if any(|entry| matches!(entry, WalkingEntry::Rest { .. })) {
            WalkingDayState::Rest
        } else if on > self.today {
            WalkingDayState::Ahead
        } else {
            WalkingDayState::NoEntry
        };
        let several = of_day.len() > 1;
        WalkingDay {
            on: spelled(on),
            label: on.format("%a %-d %b").to_string(),
            state,
            seconds,
            planned_seconds: self.programme.quota_on(on).day_seconds(),
            entries: of_day
                .iter()
                .filter_map(|(place, row)| {
                    Some(WalkingEntryView {
                        entry: self.facts.record.walking_rows.get(*place)?.id()?,
                        text: in_the_diary(row, several),
                        red: !row.red().is_empty(),
                    })
                })
                .collect(),
            today: on == self.today,
        }
    }

    fn proposal(&self, proposal: Proposal, starts: &[NaiveDate]) -> WalkingProposal {
        let same = proposal.quota == self.programme.quota_on(self.today);
        let last = starts
            .iter()
            .rfind(|first| (self.today - **first).num_days() >= 6);
        let from = last.and_then(|first| first.checked_add_days(Days::new(7)));
        let mut because: Vec<String> = proposal
            .because
            .iter()
            .map(|one| sentence(&words::because(one)))
            .collect();
        if proposal.advice == Advice::Cut {
            because.push(say!("walking-amber-also"));
        }
        WalkingProposal {
            advice: proposal.advice,
            text: words::advice(&proposal),
            quota: (!same).then(|| QuotaInput::of(&proposal.quota)),
            from: spelled(from.unwrap_or(self.today).max(self.today)),
            because,
        }
    }

    fn events(&self) -> Vec<WalkingEventView> {
        let events = &self.facts.record.walking_events;
        let view = |(place, one): &(usize, &WalkingEvent)| {
            Some(WalkingEventView {
                entry: events.get(*place)?.id()?,
                text: words::happened(&one.what),
                on: spelled(one.on),
                by: words::done_by(one),
                reason: one.reason.as_ref().map(ToString::to_string).unwrap_or_default(),
                can_be_retracted: !matches!(one.what, WalkingHappened::Paused { .. }),
            })
        };
        self.programme.events.iter().rev().filter_map(view).collect()
    }
}

/// Leg pain further down and further up are told apart.
fn leg(week: &Week) -> String {
    let told = |days: u32, key: taking!["days"]| (days > 0).then(|| say_with!(key, [("days", days.into())]));
    joined(
        [
            told(week.further_down, message!("walking-leg-down")),
            told(week.further_up, message!("walking-leg-up")),
        ],
        ". ",
    )
    .unwrap_or_default()
}
