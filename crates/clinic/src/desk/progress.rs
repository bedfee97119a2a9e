//! The progress of a patient on the screen: drawing, table and verdicts from one reading of the record.

use super::{Desk, errors::internal};
use crate::{
    progress::{change_words, drawn, progress_from, verdicts},
    words,
};
use lamina_api::{
    ApiError,
    progress::{ChartPaper, ProgressRequest, ProgressView, ScoreRow},
};
use lamina_charts::Palette;
use lamina_domain::{Issue, Problem, Score};

/// Narrowest and widest drawing in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=4000;

impl Desk {
    /// The progress of a patient.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range.
    pub async fn progress_chart(&self, request: ProgressRequest) -> Result<ProgressView, ApiError> {
        if !WIDTHS.contains(&request.width) {
            let (min, max) = (i64::from(*WIDTHS.start()), i64::from(*WIDTHS.end()));
            return Err(ApiError::Invalid {
                issues: vec![Issue::at("width", Problem::OutOfRange { min, max })],
            });
        }
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let record = &facts.record;
        let chosen = request
            .baseline
            .and_then(|id| facts.heads.scores.iter().position(|head| head.id == id));
        let progress = progress_from(record, self.today(), chosen);
        let palette = match request.paper {
            ChartPaper::Light => Palette::LIGHT,
            ChartPaper::Dark => Palette::DARK,
        };
        let svg = if progress.chart.is_empty() {
            None
        } else {
            Some(drawn(&progress.chart, request.width, &palette).map_err(|error| internal(&error))?)
        };
        let verdicts = verdicts(record);
        let rows = facts
            .heads
            .scores
            .iter()
            .zip(&record.scores)
            .map(|(head, score)| {
                let baseline = baseline_of(&record.scores, score, chosen);
                ScoreRow {
                    id: head.id,
                    when: score.when.to_string(),
                    measure: words::measure(&score.measure),
                    value: words::value(&score.measure),
                    change: baseline
                        .filter(|first| *first != score)
                        .and_then(|first| change_words(first, score))
                        .unwrap_or_default(),
                    note: score.note.as_ref().map(ToString::to_string).unwrap_or_default(),
                    placed: score.when.span().is_some(),
                    baseline: baseline == Some(score),
                }
            })
            .collect();
        let summary = if verdicts.is_empty() {
            progress.chart.labels.description.clone()
        } else {
            verdicts.join(". ")
        };
        Ok(ProgressView {
            svg,
            summary,
            rows,
            verdicts,
            not_placed: u32::try_from(progress.not_placed).unwrap_or(u32::MAX),
        })
    }
}

/// The score that `score` is compared with: the chosen one where it is of the same measure, else the first dated one.
fn baseline_of<'a>(scores: &'a [Score], score: &Score, chosen: Option<usize>) -> Option<&'a Score> {
    let key = score.measure.key();
    let same = |other: &&Score| other.measure.key() == key;
    chosen.and_then(|at| scores.get(at)).filter(same).or_else(|| {
        scores
            .iter()
            .filter(same)
            .find(|other| other.when.span().is_some())
    })
}
