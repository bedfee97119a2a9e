//! A chart narrowed to its last stretch of time, so that a long record can be read closely.

use chrono::NaiveDate;

use super::{Panel, ProgressChart, Span};

impl ProgressChart {
    /// Makes `from` the first day. What surely lies before it goes, what reaches over it begins there, and a panel or a track that
    /// is left with nothing goes whole. Returns how many values and bars went. A sequence has no days and stays as it is.
    pub fn begin_on(&mut self, from: NaiveDate) -> usize {
        if !self.sequence.is_empty() {
            return 0;
        }
        let gone = self.panels.iter_mut().map(|panel| panel.begin_on(from)).sum();
        self.panels.retain(|panel| !panel.is_empty());
        self.events.retain_mut(|event| reaches(&mut event.at, from));
        for track in &mut self.tracks {
            track
                .spells
                .retain(|spell| spell.reach().1.is_none_or(|last| last >= from));
        }
        self.tracks.retain(|track| !track.spells.is_empty());
        self.start = from.min(self.end);
        gone
    }
}

impl Panel {
    fn begin_on(&mut self, from: NaiveDate) -> usize {
        let before = self.count();
        for series in &mut self.series {
            series.points.retain_mut(|point| reaches(&mut point.at, from));
        }
        self.series.retain(|series| !series.points.is_empty());
        // A bar stands for all of its days, so one that reaches over the first day keeps them.
        self.bars.retain(|bar| bar.to >= from);
        self.planned.retain_mut(|piece| {
            piece.from = piece.from.max(from);
            piece.to >= from
        });
        self.tags.retain(|tag| tag.at >= from);
        if let Some(band) = &mut self.band {
            band.baseline_date = band.baseline_date.max(from);
        }
        before - self.count()
    }

    fn count(&self) -> usize {
        let points = self.series.iter().map(|series| series.points.len());
        points.sum::<usize>() + self.bars.len()
    }
}

/// Whether a span may lie on or after a day; then it begins there at the earliest.
fn reaches(span: &mut Span, from: NaiveDate) -> bool {
    span.from = span.from.max(from);
    span.to >= from
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::chart;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_lies_before_the_first_day_goes_and_is_counted() {
        let mut narrowed = chart();
        let all: usize = narrowed.panels.iter().map(Panel::count).sum();
        let from = day("2019-06-01");
        let gone = narrowed.begin_on(from);
        let left: usize = narrowed.panels.iter().map(Panel::count).sum();
        // Back pain four times, leg pain three times, disability twice.
        assert_eq!((gone, left), (all - 9, 9));
        assert_eq!(narrowed.start, from);
        let numbers: Vec<u32> = narrowed.events.iter().map(|event| event.number).collect();
        assert_eq!(numbers, [6], "what is left keeps its number");
        let points = narrowed.panels.iter().flat_map(|panel| &panel.series);
        let points = points.flat_map(|series| &series.points);
        assert!(points.into_iter().all(|point| point.at.from >= from));
        let band = narrowed.panels[1].band.as_ref().unwrap();
        assert_eq!((band.baseline_date, band.baseline_value), (from, 58.0));
    }

    #[test]
    fn what_reaches_over_the_first_day_begins_there_and_a_panel_without_a_value_goes() {
        let mut narrowed = chart();
        let from = day("2017-07-01");
        assert_eq!(narrowed.begin_on(from), 0);
        let year = narrowed.panels[0].series[0].points.last().unwrap().at;
        assert_eq!((year.from, year.to), (from, day("2017-12-31")));
        let mut empty = chart();
        empty.begin_on(day("2020-03-01"));
        assert!(empty.panels.is_empty());
    }
}
