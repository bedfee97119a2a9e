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
    walking::{chart, gate, table, walking},
    words::{joined, say, say_with, spelled, walking::ticked},
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    entry::FactInput,
    patient::PatientKey,
    walking::{WalkingChartRequest, WalkingChartView, WalkingView},
};
use lamina_domain::{
    Fact, Flag, Kept, Noun, Problem, Text, ToldBy,
    fact::walking::{DiarySymptom, Happening, Plan, Row, What, row::Entry},
    walking::{PlanStatus, Programme, programmes},
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
        Fact::WalkingPlan(plan) => {
            match before {
                Some(Fact::WalkingPlan(before)) => around.amendment_fits(plan, before)?,
                _ => around.plan_fits(plan.prescribed_on)?,
            }
            Ok(Vec::new())
        }
        Fact::WalkingEvent(happening) => {
            around.happening_fits(happening, before)?;
            Ok(Vec::new())
        }
        Fact::WalkingRow(row) => {
            let unnumbered = matches!(typed, FactInput::WalkingRow(input) if input.number.trim().is_empty());
            if unnumbered && before.is_none() {
                around.number(row)?;
            }
            if around.others().any(|other| row.clashes(other)) {
                let field = if row.number().is_some() { "number" } else { "entry" };
                return Err(ApiError::issue(field, Problem::SameBout));
            }
            around.brought_by(row, before)
        }
        Fact::Flag(flag) => Ok(around.brought_by_flags(flag)?.into_iter().collect()),
        _ => Ok(Vec::new()),
    }
}

impl Around<'_> {
    fn except<'b, T>(&self, list: &'b [Kept<T>]) -> impl Iterator<Item = &'b Kept<T>> + use<'b, T> {
        let own = self.own;
        list.iter().filter(move |one| !one.is(own))
    }

    fn others(&self) -> impl Iterator<Item = &Kept<Row>> {
        self.except(&self.facts.record.walking_rows)
    }

    /// Calls `look` with the programme that was prescribed last.
    fn last<T>(&self, look: impl FnOnce(Option<&Programme<'_>>) -> T) -> T {
        let record = &self.facts.record;
        let events: Vec<_> = self.except(&record.walking_events).cloned().collect();
        let plans: Vec<_> = self.except(&record.walking_plans).cloned().collect();
        let all = programmes(&plans, &events, &record.walking_rows);
        look(all.last())
    }

    /// One plan at a time: the last one has ended before another begins.
    fn plan_fits(&self, prescribed_on: NaiveDate) -> Result<(), ApiError> {
        self.last(|last| match last {
            None => Ok(()),
            Some(last) if last.status() != PlanStatus::Ended => {
                Err(ApiError::issue("prescribed_on", Problem::PlanNotEnded))
            }
            Some(last) if last.plan.prescribed_on > prescribed_on => {
                Err(ApiError::issue("prescribed_on", Problem::PlanState))
            }
            Some(_) => Ok(()),
        })
    }

    /// An amended plan keeps its place among the plans and before what happened to it; once it started, its first quota
    /// stays.
    fn amendment_fits(&self, plan: &Plan, before: &Plan) -> Result<(), ApiError> {
        let record = &self.facts.record;
        let others = self.except(&record.walking_plans);
        for other in others {
            let was = other.prescribed_on.cmp(&before.prescribed_on);
            if was != other.prescribed_on.cmp(&plan.prescribed_on) {
                return Err(ApiError::issue("prescribed_on", Problem::PlanState));
            }
        }
        let all = record.programmes();
        let Some(programme) = all.iter().find(|one| is_of(record, one, self.own)) else {
            return Ok(());
        };
        let first = programme.happenings.iter().map(|(_, one)| one.on).min();
        if first.is_some_and(|first| plan.prescribed_on > first) {
            return Err(ApiError::issue("prescribed_on", Problem::PlanState));
        }
        if programme.first_day().is_some() && plan.quota != before.quota {
            return Err(ApiError::issue("quota.minutes", Problem::QuotaRuns));
        }
        Ok(())
    }

    fn happening_fits(&self, happening: &Happening, before: Option<&Fact>) -> Result<(), ApiError> {
        if let Some(Fact::WalkingEvent(before)) = before {
            if before.is_pause() || happening.is_pause() {
                return Err(ApiError::issue("what", Problem::PauseStays));
            }
            if std::mem::discriminant(&before.what) != std::mem::discriminant(&happening.what) {
                return Err(ApiError::issue("what", Problem::PlanState));
            }
        }
        let flags = assess(&self.facts.record, &self.facts.rules.red_flags, self.today);
        self.last(|last| {
            let Some(last) = last else {
                return Err(ApiError::issue("what", Problem::PlanState));
            };
            if happening.on < last.plan.prescribed_on {
                return Err(ApiError::issue("on", Problem::PlanState));
            }
            if before.is_some() {
                return Ok(());
            }
            let clearance = gate(last, &flags);
            let status = last.status();
            let fits = match happening.what {
                What::Started => status == PlanStatus::NotStarted,
                What::Paused { .. } => matches!(status, PlanStatus::NotStarted | PlanStatus::Active),
                What::Reopened => matches!(status, PlanStatus::Paused { .. }),
                What::Quota { .. } => matches!(status, PlanStatus::Active | PlanStatus::NotStarted),
                What::Ended => status != PlanStatus::Ended,
            };
            if !fits {
                return Err(ApiError::issue("what", Problem::PlanState));
            }
            let open = match happening.what {
                What::Started => !clearance.is_given(),
                What::Reopened => !clearance.flags.is_empty(),
                _ => false,
            };
            if open {
                let why = clearance.text();
                return Err(ApiError::issue("what", Problem::NotClear { why }));
            }
            Ok(())
        })
    }

    /// The next free number of the day.
    fn number(&self, row: &mut Row) -> Result<(), ApiError> {
        let Some(free) = (1..=9).find_map(|number| {
            let number = lamina_domain::fact::walking::row::BoutNumber::try_from(number).ok()?;
            let taken = self
                .others()
                .any(|other| other.on == row.on && other.number().is_none_or(|other| other == number));
            (!taken).then_some(number)
        }) else {
            return Err(ApiError::issue("number", Problem::SameBout));
        };
        match &mut row.entry {
            Entry::Walked { number, .. } | Entry::Missed { number, .. } => *number = free,
            Entry::Rest { .. } => {}
        }
        Ok(())
    }

    /// A red entry is an answer to the red flags and pauses the plan that stands.
    fn brought_by(&self, row: &Row, before: Option<&Fact>) -> Result<Vec<Fact>, ApiError> {
        let known: BTreeSet<DiarySymptom> = match before {
            Some(Fact::WalkingRow(before)) => before.red(),
            _ => BTreeSet::new(),
        };
        let red: BTreeSet<DiarySymptom> = row.red().difference(&known).copied().collect();
        if red.is_empty() {
            return Ok(Vec::new());
        }
        let text = |words: String| Text::new(&words).map_err(|problem| internal(&problem));
        let day = spelled(row.on);
        let mut flag = Flag::on(row.on);
        flag.told_by = row.told_by;
        flag.note = Some(text(say_with(
            "walking-diary-flag-note",
            [("on", day.clone().into())],
        ))?);
        let now = chrono::DateTime::from_timestamp_micros(clock::now_us()).unwrap_or_default();
        for answer in row.flag_answers(now) {
            flag.answers.insert(answer.question, answer.reply);
        }
        let mut facts = vec![Fact::from(flag)];
        let symptoms = ticked(&red).unwrap_or_default();
        let reason = say_with(
            "walking-diary-reason",
            [("on", day.into()), ("symptoms", symptoms.into())],
        );
        let pause = self.pause(row.on, red, say("walking-diary"), reason)?;
        facts.extend(pause.map(Fact::from));
        Ok(facts)
    }

    /// What opens a red flag of the same-day or emergency level pauses the plan that stands.
    fn brought_by_flags(&self, flag: &Flag) -> Result<Option<Fact>, ApiError> {
        if self.runs_since().is_none() {
            return Ok(None);
        }
        let facts = self.facts;
        let open = |record: &Record| assess(record, &facts.rules.red_flags, self.today);
        let mut now = facts.record.clone();
        let mut flag = flag.clone();
        flag.recorded = flag
            .recorded
            .or_else(|| chrono::DateTime::from_timestamp_micros(clock::now_us()));
        match now.flags.iter_mut().find(|one| one.is(self.own)) {
            Some(standing) => standing.fact = flag.clone(),
            None => now.flags.push(flag.clone().into()),
        }
        let before = open(&facts.record);
        let now = open(&now);
        let fresh = now
            .open()
            .filter(|one| !before.open().any(|known| known.rule == one.rule));
        let Some(names) = joined(fresh.map(|one| Some(title(&one.rule))), ", ") else {
            return Ok(None);
        };
        let reason = say_with("walking-flags-reason", [("flags", names.into())]);
        let on = flag.asked_on.last().min(self.today);
        let pause = self.pause(on, BTreeSet::new(), say("walking-flags"), reason)?;
        Ok(pause.map(Fact::from))
    }

    /// When the plan was prescribed that a pause would stop; nothing where there is none.
    fn runs_since(&self) -> Option<NaiveDate> {
        self.last(|last| {
            let last = last?;
            let runs = matches!(last.status(), PlanStatus::Active | PlanStatus::NotStarted);
            runs.then_some(last.plan.prescribed_on)
        })
    }

    /// The pause of the plan that stands; nothing where none runs. What comes late stops what runs today, not what ran
    /// then.
    fn pause(
        &self,
        on: NaiveDate,
        symptoms: BTreeSet<DiarySymptom>,
        by: String,
        reason: String,
    ) -> Result<Option<Happening>, ApiError> {
        let text = |words: String| Text::new(&words).map_err(|problem| internal(&problem));
        let Some(prescribed_on) = self.runs_since() else {
            return Ok(None);
        };
        let on = on.max(prescribed_on);
        Ok(Some(Happening::paused_by(on, symptoms, text(by)?, text(reason)?)))
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

/// A pause is not taken back: only a reopening ends it. A plan to which something happened stays, or its events would
/// belong to another one.
pub(super) async fn can_be_retracted(vault: &Vault, standing: &Standing) -> Result<(), ApiError> {
    match serde_json::from_str(&standing.current.content).map_err(ClinicError::from)? {
        Fact::WalkingEvent(happening) if happening.is_pause() => {
            Err(ApiError::issue("entry", Problem::PauseStays))
        }
        Fact::WalkingPlan(_) => {
            let facts = vault.facts(standing.patient_id).await?;
            let record = &facts.record;
            let all = record.programmes();
            let own = all.iter().find(|one| is_of(record, one, standing.id));
            match own.map_or(0, |own| own.happenings.len()) {
                0 => Ok(()),
                count => {
                    let count = u32::try_from(count).unwrap_or(u32::MAX);
                    Err(ApiError::issue("entry", Problem::NamedByOthers { count }))
                }
            }
        }
        _ => Ok(()),
    }
}
