//! The progress of a patient on the screen: drawing, table and verdicts from one reading of the record.

use super::{Desk, errors::internal};
use crate::{
    facts::Facts,
    follow_up,
    progress::{
        Dated, Line, Origin, briefly, can_be_baseline, change_words, drawn, lines, progress_from, sentences,
        taken, verdicts_from,
    },
    words::{self, sentence},
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    progress::{BaselineChoice, BeforeChoice, ChartPaper, ProgressRequest, ProgressView, ScoreRow},
};
use lamina_charts::Palette;
use lamina_domain::{Problem, Score, score::Key};
use std::collections::{BTreeSet, HashMap, HashSet};
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
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn progress_chart(&self, request: ProgressRequest) -> Result<ProgressView, ApiError> {
        in_width(request.width)?;
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
        let progress = progress_from(record, &facts.rules, self.today(), &origin);
        let (chart, events_left_out) = if request.every_event {
            (progress.chart, 0)
        } else {
            briefly(progress.chart)
        };
        let (svg, points) = if chart.is_empty() {
            (None, Vec::new())
        } else {
            let (svg, points) =
                drawn(&chart, request.width, palette(request.paper)).map_err(|error| internal(&error))?;
            (Some(svg), points)
        };
        let verdicts = verdicts_from(record, &facts.rules, &origin);
        let lines = lines(record);
        let rows = record
            .scores
            .iter()
            .filter_map(|kept| {
                let score = &kept.fact;
                let counts = can_be_baseline(record, score);
                let found = beside(&lines, score, &origin).filter(|_| counts);
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
            verdicts,
            baselines: baselines(&facts),
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
            events_left_out: u32::try_from(events_left_out).unwrap_or(u32::MAX),
        })
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

/// The score that `score` is compared with, as the verdict of its line takes it, and `score` itself with its place in time.
fn beside<'a>(lines: &[Line<'a>], score: &Score, origin: &Origin<'_>) -> Option<(Dated<'a>, Dated<'a>)> {
    let key = score.measure.key();
    let line = lines.iter().find(|line| line.key == key)?;
    let own = line.dated.iter().find(|one| std::ptr::eq(one.score, score))?;
    Some((line.baseline(origin)?.score, *own))
}

/// The last score of each measure before each operation and each treatment, where a later one can be compared with it.
fn baselines(facts: &Facts) -> Vec<BaselineChoice> {
    let record = &facts.record;
    let operations = (1..)
        .zip(&record.surgeries)
        .map(|(number, one): (u32, _)| ("operation", number, &one.when));
    let treatments = (1..)
        .zip(&record.treatments)
        .map(|(number, one): (u32, _)| ("treatment", number, &one.started));
    let candidates: Vec<Candidate<'_>> = record
        .scores
        .iter()
        .enumerate()
        .filter(|(_, score)| can_be_baseline(record, score))
        .filter_map(|(at, score)| {
            let (_, last_day) = record.days_of(&score.when)?;
            Some(Candidate {
                at,
                key: score.measure.key(),
                last_day,
            })
        })
        .collect();
    let mut found: Vec<(Uuid, Vec<String>, String)> = Vec::new();
    for (what, number, when) in operations.chain(treatments) {
        let Some((from, _)) = record.days_of(when) else {
            continue;
        };
        for at in last_before(&candidates, from) {
            let Some((id, score)) = record.scores.get(at).and_then(|one| Some((one.id()?, one))) else {
                continue;
            };
            let event = format!("{what} {number}");
            match found.iter_mut().find(|(known, ..)| *known == id) {
                Some((_, events, _)) => events.push(event),
                None => {
                    let score = format!(
                        "{} {}, {}",
                        words::measure(&score.measure),
                        words::value(&score.measure),
                        score.when
                    );
                    found.push((id, vec![event], score));
                }
            }
        }
    }
    found
        .into_iter()
        .map(|(score, events, words)| BaselineChoice {
            score,
            label: format!("Last before {}: {words}", events.join(" and ")),
        })
        .collect()
}

/// A score that change can be counted from.
struct Candidate<'a> {
    /// Its place in the record.
    at: usize,
    key: Key<'a>,
    /// The last day that its date can mean.
    last_day: NaiveDate,
}

/// Places of the last scores that were surely taken before the day `from`, one of each measure that has a later score.
fn last_before(candidates: &[Candidate<'_>], from: NaiveDate) -> Vec<usize> {
    // The list stands in the order of time, so the last one before is the one that stays in its place.
    let mut last: HashMap<Key<'_>, usize> = HashMap::new();
    let mut goes_on: HashSet<Key<'_>> = HashSet::new();
    for one in candidates {
        if one.last_day < from {
            last.insert(one.key, one.at);
        } else {
            goes_on.insert(one.key);
        }
    }
    let mut places: Vec<usize> = last
        .into_iter()
        .filter(|(key, _)| goes_on.contains(key))
        .map(|(_, at)| at)
        .collect();
    places.sort_unstable();
    places
}
