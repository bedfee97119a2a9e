//! The progress of a patient on the screen: drawing, table and verdicts from one reading of the record.

use super::{Desk, errors::internal};
use crate::{
    before_after::before_after,
    facts::Facts,
    follow_up,
    progress::{
        DatedScore, Line, Origin, Selection, can_be_baseline, change_words, choices, drawn, lines,
        measured_rows, periods, progress_from, sentences, taken, verdicts_from, with_tracks,
    },
    record::Record,
    words::{self, message, say_with, sentence},
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    patient::PatientKey,
    progress::{
        BaselineChoice, BeforeAfterView, BeforeChoice, ChartPaper, ProgressRequest, ProgressView, ScoreRow,
    },
};
use lamina_charts::Palette;
use lamina_domain::{Problem, Score, score::Key};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Narrowest and widest drawing in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=4000;

/// Refuses a drawing that is too narrow or too wide.
pub(super) fn in_width(width: u32) -> Result<(), ApiError> {
    if WIDTHS.contains(&width) {
        return Ok(());
    }
    let (min, max) = (i64::from(*WIDTHS.start()), i64::from(*WIDTHS.end()));
    Err(ApiError::issue("width", Problem::OutOfRange { min, max }))
}

/// The first day of a drawing.
fn first_day(typed: &str) -> Result<NaiveDate, ApiError> {
    let problem = |_| Problem::NotADate {
        text: typed.to_owned(),
    };
    let day = typed.parse::<NaiveDate>().map_err(problem);
    day.map_err(|problem| ApiError::issue("from", problem))
}

/// The colours for a page.
pub(super) fn palette(paper: ChartPaper) -> &'static Palette {
    match paper {
        ChartPaper::Light => &Palette::LIGHT,
        ChartPaper::Dark => &Palette::DARK,
    }
}

impl Desk {
    /// The progress of a patient.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range and a first day that is none.
    pub async fn progress_chart(&self, request: ProgressRequest) -> Result<ProgressView, ApiError> {
        in_width(request.width)?;
        let from = request.from.as_deref().map(first_day).transpose()?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let record = &facts.record;
        let before = follow_up::baselines(&facts, self.today());
        let origin = match request.before {
            Some(entry) => {
                let found = before.iter().find(|one| one.entry == entry);
                let found = found.ok_or(ApiError::NotFound)?;
                Origin {
                    scores: found.scores.clone(),
                    before: Some(found.words.clone()),
                }
            }
            None => Origin {
                scores: picked(&facts, request.baseline).into_iter().collect(),
                before: None,
            },
        };
        let chosen = Selection::of(&request.lines);
        let progress = progress_from(record, &facts.rules, self.today(), &origin, &chosen);
        let periods = match progress.sequence {
            true => Vec::new(),
            false => periods(record, progress.chart.start, self.today()),
        };
        let (mut chart, treatments_not_placed) = if progress.sequence {
            (progress.chart, 0)
        } else {
            with_tracks(progress.chart, record, self.today())
        };
        let earlier = from.map_or(0, |from| chart.begin_on(from));
        let (svg, points) = if chart.is_empty() {
            (None, Vec::new())
        } else {
            let (svg, points) =
                drawn(&chart, request.width, palette(request.paper)).map_err(|error| internal(&error))?;
            (Some(svg), points)
        };
        let verdicts = verdicts_from(record, &facts.rules, &origin);
        let compared = Compared::of(&lines(record), &origin);
        let rows = record
            .scores
            .iter()
            .filter_map(|kept| {
                let score = &kept.fact;
                let counts = can_be_baseline(record, score);
                let found = compared.beside(score).filter(|_| counts);
                let change = found.and_then(|(baseline, own)| {
                    if std::ptr::eq(baseline.score, score) {
                        return None;
                    }
                    change_words(&baseline, &own, &facts.rules.thresholds)
                });
                Some(ScoreRow {
                    id: kept.id()?,
                    when: score.when.to_string(),
                    measure: words::measure(&score.measure),
                    value: words::value(&score.measure),
                    change: change.unwrap_or_default(),
                    note: score.note.as_ref().map(ToString::to_string).unwrap_or_default(),
                    placed: record.days_of(&score.when).is_some(),
                    timed: record.timed(score),
                    baseline: found.is_some_and(|(baseline, _)| std::ptr::eq(baseline.score, score)),
                    can_be_baseline: counts,
                })
            })
            .collect();
        let summary = if verdicts.is_empty() {
            chart.labels.description.clone()
        } else {
            sentences(&verdicts).join(". ")
        };
        Ok(ProgressView {
            svg,
            summary,
            points,
            rows,
            lines: choices(record, &chosen),
            measured: measured_rows(record, &chosen),
            verdicts,
            baselines: baselines(&facts),
            periods,
            earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
            own_limits: own_limits(&facts),
            before: before
                .iter()
                .filter(|one| one.scores.iter().any(|score| can_be_baseline(record, score)))
                .map(|one| BeforeChoice {
                    entry: one.entry,
                    label: sentence(&one.words),
                })
                .collect(),
            not_placed: u32::try_from(progress.not_placed).unwrap_or(u32::MAX),
            sequence: progress.sequence,
            treatments_not_placed: u32::try_from(treatments_not_placed).unwrap_or(u32::MAX),
        })
    }
}

impl Desk {
    /// Everything that was done to a patient with what was measured before and after it, the newest first.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn before_after(&self, request: PatientKey) -> Result<BeforeAfterView, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(before_after(&facts, self.today()))
    }
}

/// What the clinic set for the measures of the record.
fn own_limits(facts: &Facts) -> Vec<String> {
    let scores = facts.record.scores.iter();
    let ids: BTreeSet<&str> = scores
        .filter_map(|score| Some(taken(&score.measure)?.instrument.id.as_str()))
        .collect();
    ids.into_iter()
        .flat_map(|id| facts.rules.said_of(&format!("change.matters.{id}")))
        .collect()
}

fn picked(facts: &Facts, id: Option<Uuid>) -> Option<&Score> {
    let id = id?;
    let picked = facts.record.scores.iter().find(|one| one.is(id));
    picked.map(|one| &one.fact)
}

/// What each score of the lines is compared with.
struct Compared<'a> {
    /// The baseline of each line.
    baselines: Vec<Option<DatedScore<'a>>>,
    /// The line of each score, and the score with its place in time.
    scores: HashMap<*const Score, (usize, DatedScore<'a>)>,
}

impl<'a> Compared<'a> {
    fn of(lines: &[Line<'a>], origin: &Origin<'_>) -> Self {
        let baseline = |line: &Line<'a>| line.baseline(origin).map(|end| end.score);
        let dated = lines.iter().enumerate();
        let dated = dated.flat_map(|(at, line)| line.dated.iter().map(move |one| (at, *one)));
        Self {
            baselines: lines.iter().map(baseline).collect(),
            scores: dated
                .map(|(at, one)| (std::ptr::from_ref(one.score), (at, one)))
                .collect(),
        }
    }

    /// The score that `score` is compared with, as the verdict of its line takes it, and `score` itself with its place in
    /// time.
    fn beside(&self, score: &Score) -> Option<(DatedScore<'a>, DatedScore<'a>)> {
        let (line, own) = *self.scores.get(&std::ptr::from_ref(score))?;
        let baseline = (*self.baselines.get(line)?)?;
        Some((baseline, own))
    }
}

/// The last score of each measure before each operation and each treatment, where a later one can be compared with it.
fn baselines(facts: &Facts) -> Vec<BaselineChoice> {
    let record = &facts.record;
    let operations = (1..)
        .zip(&record.surgeries)
        .map(|(number, one): (u32, _)| (message!("progress-operation"), number, &one.when));
    let treatments = (1..)
        .zip(&record.treatments)
        .map(|(number, one): (u32, _)| (message!("progress-treatment"), number, &one.started));
    let measures = Earlier::of_each(record);
    let mut found: Vec<(Uuid, Vec<String>, String)> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    for (what, number, when) in operations.chain(treatments) {
        let Some((from, _)) = record.days_of(when) else {
            continue;
        };
        let mut last: Vec<usize> = measures.iter().filter_map(|one| one.last_before(from)).collect();
        last.sort_unstable();
        for at in last {
            let Some((id, score)) = record.scores.get(at).and_then(|one| Some((one.id()?, one))) else {
                continue;
            };
            let place = *places.entry(at).or_insert_with(|| {
                let score = say_with!(
                    "progress-score",
                    [
                        ("measure", words::measure(&score.measure).into()),
                        ("value", words::value(&score.measure).into()),
                        ("when", score.when.to_string().into()),
                    ],
                );
                found.push((id, Vec::new(), score));
                found.len() - 1
            });
            if let Some((_, events, _)) = found.get_mut(place) {
                events.push(say_with!(what, [("number", number.to_string().into())]));
            }
        }
    }
    let both = |one: String, other: String| {
        say_with!("progress-and", [("one", one.into()), ("other", other.into())])
    };
    found
        .into_iter()
        .map(|(score, events, words)| {
            let events = events.into_iter().reduce(both).unwrap_or_default();
            BaselineChoice {
                score,
                label: say_with!(
                    "progress-last-before",
                    [("events", events.into()), ("score", words.into())],
                ),
            }
        })
        .collect()
}

/// The scores of one measure that change can be counted from, in the order of the record.
#[derive(Debug, Default)]
struct Earlier {
    /// The place of each in the record, and the first of the last days that its date and those after it can mean.
    scores: Vec<(usize, NaiveDate)>,
    /// The last day that any of their dates can mean.
    end: Option<NaiveDate>,
}

impl Earlier {
    fn of_each(record: &Record) -> Vec<Self> {
        let mut of_key: HashMap<Key<'_>, usize> = HashMap::new();
        let mut measures: Vec<Self> = Vec::new();
        for (at, score) in record.scores.iter().enumerate() {
            let Some((_, last_day)) = record
                .days_of(&score.when)
                .filter(|_| can_be_baseline(record, score))
            else {
                continue;
            };
            let place = *of_key.entry(score.measure.key()).or_insert_with(|| {
                measures.push(Self::default());
                measures.len() - 1
            });
            if let Some(one) = measures.get_mut(place) {
                one.scores.push((at, last_day));
                one.end = one.end.max(Some(last_day));
            }
        }
        for one in &mut measures {
            let mut first = NaiveDate::MAX;
            for (_, day) in one.scores.iter_mut().rev() {
                first = first.min(*day);
                *day = first;
            }
        }
        measures
    }

    /// The place of the last score that was surely taken before the day `from`, where there is a later one.
    fn last_before(&self, from: NaiveDate) -> Option<usize> {
        let count = self.scores.partition_point(|(_, first)| *first < from);
        let (at, _) = self.scores.get(count.checked_sub(1)?)?;
        self.end.filter(|end| *end >= from).map(|_| *at)
    }
}
