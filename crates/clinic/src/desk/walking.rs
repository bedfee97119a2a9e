//! The walking programme at the window: what it says, whether what is typed fits the plan as it stands, and what a red
//! entry of the diary brings with it: a pause and an answer to the red flags, written in the same transaction.

use super::{
    Desk,
    errors::internal,
    progress::{in_width, palette},
};
use crate::{
    clock,
    facts::Facts,
    flags::{assess, view::title},
    progress::drawn,
    record::Record,
    rows,
    vault::{ClinicError, Vault},
    walking::{chart, table, walking},
    words::{
        joined, say, say_with, spelled,
        walking::{self as words, ticked},
    },
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    entry::FactInput,
    patient::PatientKey,
    walking::{WalkingChartRequest, WalkingChartView, WalkingView},
};
use lamina_domain::{
    Fact, Flag, Issue, Kept, Noun, Problem, Text, ToldBy,
    fact::walking::{DiarySymptom, Plan, Row, WalkingEvent},
    red_flag::Assessment,
    walking::{
        Programme,
        allowed::{self, Refusal},
        programmes,
    },
};
use lamina_store::{Change, Entry as Standing, Unit};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Whether a noun belongs to the programme or may pause it: its rules look at the whole record.
pub(super) fn looks_at_all(noun: Noun) -> bool {
    matches!(
        noun,
        Noun::WalkingPlan | Noun::WalkingEvent | Noun::WalkingRow | Noun::Flag
    )
}

impl Desk {
    /// The walking programme of a patient.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn walking(&self, request: PatientKey) -> Result<WalkingView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(walking(&facts, self.today()))
    }

    /// The drawing of the programme and its numbers.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn walking_chart(&self, request: WalkingChartRequest) -> Result<WalkingChartView, ApiError> {
        in_width(request.width)?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let record = &facts.record;
        let all = record.programmes();
        let Some(programme) = all.last() else {
            return Err(ApiError::NotFound);
        };
        let drawing = chart(record, programme, self.today());
        let (svg, points) = match drawing.is_empty() {
            true => (None, Vec::new()),
            false => {
                let drawn = drawn(&drawing, request.width, palette(request.paper));
                let (svg, points) = drawn.map_err(|error| internal(&error))?;
                (Some(svg), points)
            }
        };
        let (columns, rows) = table(programme);
        Ok(WalkingChartView {
            svg,
            summary: drawing.labels.description,
            points,
            columns,
            rows,
        })
    }
}

/// The record around a fact of the programme as it is without that fact.
struct Around<'a> {
    facts: &'a Facts,
    /// The entry that is written: not its own neighbour.
    own: Uuid,
    today: NaiveDate,
}

/// What else is to be written with a fact of the programme. The number of a bout that nobody typed is filled in.
///
/// # Errors
/// `invalid` where the fact does not fit the plan or the diary as they stand.
pub(super) fn fit(
    fact: &mut Fact,
    typed: &FactInput,
    facts: &Facts,
    own: Uuid,
    before: Option<&Fact>,
    today: NaiveDate,
) -> Result<Vec<Fact>, ApiError> {
    let around = Around { facts, own, today };
    match fact {
        Fact::WalkingPlan(plan) => around.plan(plan, before).map(|()| Vec::new()),
        Fact::WalkingEvent(event) => around.event(event, before).map(|()| Vec::new()),
        Fact::WalkingRow(row) => {
            let unnumbered = matches!(typed, FactInput::WalkingRow(input) if input.number.trim().is_empty());
            if unnumbered && before.is_none() {
                allowed::number(row, around.rows()).map_err(refused)?;
            }
            allowed::may_stand(row, around.rows()).map_err(refused)?;
            around.brought_by(row, before)
        }
        Fact::Flag(flag) => Ok(around.brought_by_flags(flag)?.into_iter().collect()),
        _ => Ok(Vec::new()),
    }
}

fn refused(issue: Issue) -> ApiError {
    ApiError::Invalid { issues: vec![issue] }
}

fn kept(words: &str) -> Result<Text, ApiError> {
    Text::new(words).map_err(|problem| internal(&problem))
}

impl Around<'_> {
    fn except<'b, T>(&self, list: &'b [Kept<T>]) -> impl Iterator<Item = &'b Kept<T>> + use<'b, T> {
        let own = self.own;
        list.iter().filter(move |one| !one.is(own))
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.except(&self.facts.record.walking_rows).map(|one| &one.fact)
    }

    /// Calls `look` with the programme that was prescribed last.
    fn last<T>(&self, look: impl FnOnce(Option<&Programme<'_>>) -> T) -> T {
        let record = &self.facts.record;
        let events: Vec<_> = self.except(&record.walking_events).cloned().collect();
        let plans: Vec<_> = self.except(&record.walking_plans).cloned().collect();
        look(programmes(&plans, &events, &record.walking_rows).last())
    }

    fn flags_of(&self, record: &Record) -> Assessment {
        assess(record, &self.facts.rules.red_flags, self.today)
    }

    fn plan(&self, plan: &Plan, before: Option<&Fact>) -> Result<(), ApiError> {
        let allowed = match before {
            Some(Fact::WalkingPlan(before)) => {
                let record = &self.facts.record;
                let all = record.programmes();
                let own = all.iter().find(|one| is_of(record, one, self.own));
                let others = self.except(&record.walking_plans).map(|one| &one.fact);
                allowed::may_amend(plan, before, own, others)
            }
            _ => self.last(|last| allowed::may_prescribe(last, plan.prescribed_on)),
        };
        allowed.map_err(refused)
    }

    fn event(&self, event: &WalkingEvent, before: Option<&Fact>) -> Result<(), ApiError> {
        let before = match before {
            Some(Fact::WalkingEvent(before)) => Some(&**before),
            _ => None,
        };
        let flags = self.flags_of(&self.facts.record);
        self.last(|last| allowed::may_happen(event, before, last, &flags))
            .map_err(|refusal| match refusal {
                Refusal::Unfit(issue) => refused(issue),
                Refusal::NotClear(clearance) => {
                    let why = words::clearance(&clearance);
                    ApiError::issue("what", Problem::NotClear { why })
                }
            })
    }

    /// A red entry is a screening for red flags and pauses the plan that stands.
    fn brought_by(&self, row: &Row, before: Option<&Fact>) -> Result<Vec<Fact>, ApiError> {
        let before = match before {
            Some(Fact::WalkingRow(before)) => Some(&**before),
            _ => None,
        };
        let red = allowed::fresh_red(row, before);
        let Some(mut flag) = row.screening().filter(|_| !red.is_empty()) else {
            return Ok(Vec::new());
        };
        let day = spelled(row.on);
        let note = say_with("walking-diary-flag-note", [("on", day.clone().into())]);
        flag.note = Some(kept(&note)?);
        let symptoms = ticked(&red).unwrap_or_default();
        let reason = say_with(
            "walking-diary-reason",
            [("on", day.into()), ("symptoms", symptoms.into())],
        );
        let pause = self.pause(row.on, red, &say("walking-diary"), &reason)?;
        Ok([Fact::from(flag)].into_iter().chain(pause).collect())
    }

    /// What opens a red flag of the same-day or emergency level pauses the plan that stands.
    fn brought_by_flags(&self, flag: &Flag) -> Result<Option<Fact>, ApiError> {
        let on = flag.asked_on.last().min(self.today);
        if self.last(|last| allowed::pause_from(last, on)).is_none() {
            return Ok(None);
        }
        let facts = self.facts;
        let mut now = facts.record.clone();
        let mut flag = flag.clone();
        flag.recorded = flag
            .recorded
            .or_else(|| chrono::DateTime::from_timestamp_micros(clock::now_us()));
        match now.flags.iter_mut().find(|one| one.is(self.own)) {
            Some(standing) => standing.fact = flag,
            None => now.flags.push(flag.into()),
        }
        let (before, now) = (self.flags_of(&facts.record), self.flags_of(&now));
        let fresh = allowed::fresh_flags(&before, &now).into_iter();
        let Some(names) = joined(fresh.map(|one| Some(title(&one.rule))), ", ") else {
            return Ok(None);
        };
        let reason = say_with("walking-flags-reason", [("flags", names.into())]);
        self.pause(on, BTreeSet::new(), &say("walking-flags"), &reason)
    }

    /// The pause of the plan that stands, for what was found on a day; nothing where none runs.
    fn pause(
        &self,
        on: NaiveDate,
        symptoms: BTreeSet<DiarySymptom>,
        by: &str,
        reason: &str,
    ) -> Result<Option<Fact>, ApiError> {
        let Some(from) = self.last(|last| allowed::pause_from(last, on)) else {
            return Ok(None);
        };
        let pause = WalkingEvent::paused_by(from, symptoms, kept(by)?, kept(reason)?);
        Ok(Some(Fact::WalkingEvent(Box::new(pause))))
    }
}

/// Whether a programme is that of the plan of this entry.
fn is_of(record: &Record, programme: &Programme<'_>, plan: Uuid) -> bool {
    let kept = record.walking_plans.get(programme.place);
    kept.is_some_and(|one| one.is(plan))
}

/// Writes what a fact brings with it.
pub(super) async fn bring(unit: &mut Unit, patient: Uuid, facts: &[Fact]) -> Result<(), ApiError> {
    use super::errors::IntoApi;
    for fact in facts {
        let change = Change {
            request_id: clock::new_id(),
            told_by: fact.told_by().map(|told_by: ToldBy| told_by.name().to_owned()),
            reason: None,
        };
        let row = rows::row(fact).map_err(ClinicError::from)?;
        unit.record(&change, patient, clock::new_id(), &row)
            .await
            .map_err(IntoApi::into_api)?;
    }
    Ok(())
}

/// Whether an event or a plan may be taken back.
pub(super) async fn can_be_retracted(vault: &Vault, standing: &Standing) -> Result<(), ApiError> {
    match serde_json::from_str(&standing.current.content).map_err(ClinicError::from)? {
        Fact::WalkingEvent(event) => allowed::may_retract_event(&event).map_err(refused),
        Fact::WalkingPlan(_) => {
            let facts = vault.facts(standing.patient_id).await?;
            let record = &facts.record;
            let all = record.programmes();
            let own = all.iter().find(|one| is_of(record, one, standing.id));
            allowed::may_retract_plan(own).map_err(refused)
        }
        _ => Ok(()),
    }
}
