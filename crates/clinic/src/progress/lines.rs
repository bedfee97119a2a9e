//! The scores of a record as lines: what may be compared stands in one line, in the order of time, whatever the order in
//! which it was recorded.
//!
//! Which of two scores came first is often not known: both may be of one day, or one of a month and one of a day in it.
//! Then each of them may be the end of the line. For the last the worse one is taken, for the first the better one, so
//! that a change for the better is never larger than it surely is; whoever prints it names them all.

use super::{Origin, taken};
use crate::{record::Record, words};
use lamina_charts::Span;
use lamina_domain::{
    Measure, Score, When,
    instrument::{Better, ChangeUse, FirstPanel},
    score::Key,
};

/// A score with its place in time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DatedScore<'a> {
    pub(crate) score: &'a Score,
    pub(crate) at: Span,
}

impl DatedScore<'_> {
    /// Whether this one was taken before `other`, whatever days their dates may mean.
    pub(crate) fn surely_before(&self, other: &DatedScore<'_>) -> bool {
        self.at.to < other.at.from
    }
}

/// One end of a line: the score that is taken, and where several may be it, all of them.
#[derive(Debug, Clone)]
pub(crate) struct End<'a> {
    pub(crate) score: DatedScore<'a>,
    /// Every score that may be it, where their values differ; else empty.
    pub(crate) among: Vec<DatedScore<'a>>,
}

/// Scores that may be compared.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) key: Key<'a>,
    /// Numbers, and words that are their own verdict, in the order of time.
    pub(crate) dated: Vec<DatedScore<'a>>,
    /// What was taken and came to no number.
    pub(crate) blank: Vec<DatedScore<'a>>,
    /// Numbers and words without a place in time, in the order of the record.
    pub(crate) open: Vec<&'a Score>,
}

/// The days of a time on an axis.
pub(crate) fn span(record: &Record, when: &When) -> Option<Span> {
    record.days_of(when).map(|(from, to)| Span { from, to })
}

/// The lines of a record, in the order in which they begin; those that begin on one day, by their names.
pub(crate) fn lines(record: &Record) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for score in &record.scores {
        let key = score.measure.key();
        let place = lines.iter().position(|line| line.key == key);
        let at = place.unwrap_or(lines.len());
        if place.is_none() {
            lines.push(Line {
                key,
                dated: Vec::new(),
                blank: Vec::new(),
                open: Vec::new(),
            });
        }
        let Some(line) = lines.get_mut(at) else { continue };
        let told = score.measure.value().is_some() || word(&score.measure).is_some();
        match (span(record, &score.when), told) {
            (Some(at), true) => line.dated.push(DatedScore { score, at }),
            (Some(at), false) => line.blank.push(DatedScore { score, at }),
            (None, true) => line.open.push(score),
            (None, false) => {}
        }
    }
    for line in &mut lines {
        line.dated.sort_by(|one, other| {
            let place = |dated: &DatedScore<'_>| (dated.at.from, dated.at.to);
            place(one)
                .cmp(&place(other))
                .then(badness(one.score).total_cmp(&badness(other.score)))
                .then_with(|| one.score.note.cmp(&other.score.note))
        });
    }
    lines.sort_by_cached_key(|line| {
        let first = line.dated.first();
        let name = first.map(|one| &one.score.measure);
        let name = name.or_else(|| line.open.first().map(|one| &one.measure));
        (
            first.is_none(),
            first.map(|one| one.at.from),
            name.map_or(Rank::Instrument, rank),
            name.map(words::measure),
        )
    });
    lines
}

/// The place of a measure among those that begin on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Before all others, as the instrument says.
    First(FirstPanel),
    /// A questionnaire or test.
    Instrument,
    /// A measure without an instrument.
    Free,
}

/// What has a place of its own (pain, disability) comes first, then questionnaires and tests, then free measures.
pub(crate) fn rank(measure: &Measure) -> Rank {
    match measure.instrument().map(|one| one.panel) {
        Some(Some(panel)) => Rank::First(panel),
        Some(None) => Rank::Instrument,
        None if matches!(measure, Measure::Number { .. }) => Rank::Free,
        None => Rank::Instrument,
    }
}

/// The key by which the axis of a measure is chosen: the same in every record, without a word of a patient.
pub(crate) fn choice(measure: &Measure) -> String {
    match measure.instrument() {
        Some(instrument) => format!("score:{}", instrument.id),
        None => "score:number".to_owned(),
    }
}

impl<'a> Line<'a> {
    /// A score of it; there is one.
    pub(crate) fn any(&self) -> Option<&'a Score> {
        let dated = self.dated.first().or(self.blank.first());
        dated.map(|one| one.score).or(self.open.first().copied())
    }

    /// Whether a change along the line means anything.
    pub(crate) fn is_of_change(&self) -> bool {
        let any = self.dated.first().map(|one| one.score);
        any.or(self.open.first().copied())
            .is_some_and(|score| of_change(score) || word(&score.measure).is_some())
    }

    /// The score that change is counted from: the better of the chosen ones of this line, else of those that may be the
    /// first.
    pub(crate) fn baseline(&self, origin: &Origin<'_>) -> Option<End<'a>> {
        let chosen: Vec<DatedScore<'a>> = self.chosen(origin);
        match chosen.is_empty() {
            true => best(&self.first()),
            false => best(&chosen),
        }
    }

    /// The two ends to be compared, and whether the first was chosen; none where the order of the two is not known.
    pub(crate) fn ends(&self, origin: &Origin<'_>) -> Option<(End<'a>, End<'a>, bool)> {
        let last = self.last();
        let before = |first: &[DatedScore<'a>]| {
            let pairs = first
                .iter()
                .flat_map(|first| last.iter().map(move |last| (first, last)));
            !first.is_empty() && pairs.into_iter().all(|(first, last)| first.surely_before(last))
        };
        let chosen = self.chosen(origin);
        let picked = before(&chosen);
        let first = if picked { chosen } else { self.first() };
        if !before(&first) {
            return None;
        }
        Some((best(&first)?, worst(&last)?, picked))
    }

    fn chosen(&self, origin: &Origin<'_>) -> Vec<DatedScore<'a>> {
        let all = self.dated.iter();
        all.filter(|one| origin.scores.contains(&one.score))
            .copied()
            .collect()
    }

    /// Every score that may be the first.
    fn first(&self) -> Vec<DatedScore<'a>> {
        earliest(&self.dated)
    }

    /// Every score that may be the last.
    pub(crate) fn last(&self) -> Vec<DatedScore<'a>> {
        latest(&self.dated)
    }
}

/// Those of `scores` before which none surely lies.
pub(crate) fn earliest<'a>(scores: &[DatedScore<'a>]) -> Vec<DatedScore<'a>> {
    let end = scores.iter().map(|one| one.at.to).min();
    let all = scores
        .iter()
        .filter(|one| end.is_some_and(|end| one.at.from <= end));
    all.copied().collect()
}

/// Those of `scores` after which none surely lies.
pub(crate) fn latest<'a>(scores: &[DatedScore<'a>]) -> Vec<DatedScore<'a>> {
    let start = scores.iter().map(|one| one.at.from).max();
    let all = scores
        .iter()
        .filter(|one| start.is_some_and(|start| one.at.to >= start));
    all.copied().collect()
}

/// The better one of scores any of which may be meant.
pub(crate) fn best<'a>(scores: &[DatedScore<'a>]) -> Option<End<'a>> {
    let found = scores
        .iter()
        .min_by(|a, b| badness(a.score).total_cmp(&badness(b.score)))?;
    Some(end(*found, scores))
}

/// The worse one of scores any of which may be meant.
pub(crate) fn worst<'a>(scores: &[DatedScore<'a>]) -> Option<End<'a>> {
    let found = scores
        .iter()
        .max_by(|a, b| badness(a.score).total_cmp(&badness(b.score)))?;
    Some(end(*found, scores))
}

fn end<'a>(score: DatedScore<'a>, scores: &[DatedScore<'a>]) -> End<'a> {
    let differ =
        |one: &DatedScore<'_>| words::value(&one.score.measure) != words::value(&score.score.measure);
    let among = if scores.iter().any(differ) {
        scores.to_vec()
    } else {
        Vec::new()
    };
    End { score, among }
}

/// A number of an instrument whose change means something.
pub(crate) fn of_change(score: &Score) -> bool {
    score.measure.value().is_some()
        && taken(&score.measure).is_some_and(|one| one.instrument.change != ChangeUse::Nothing)
}

/// The key of an answer that is kept as a word.
pub(crate) fn word(measure: &Measure) -> Option<&str> {
    match measure {
        Measure::Instrument(administered) => administered.scored().label.as_deref(),
        _ => None,
    }
}

/// Higher is worse, whichever way the instrument runs. Only scores of one line are set beside each other.
fn badness(score: &Score) -> f64 {
    if let Some(word) = word(&score.measure) {
        let size = if word.contains("much") { 2.0 } else { 1.0 };
        return match word {
            word if word.ends_with("better") => -size,
            word if word.ends_with("worse") => size,
            _ => 0.0,
        };
    }
    let value = score.measure.value().unwrap_or_default();
    match taken(&score.measure).map(|one| one.instrument.better) {
        Some(Better::Higher) => -value,
        _ => value,
    }
}
