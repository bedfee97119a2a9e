//! Values: marks, the lines between neighbours that are close enough, and bars for values whose day is not known.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::Sheet;
use crate::layout::{Frame, PanelPlan, SMALL, SWATCH};
use crate::model::{Panel, Point, Series};
use crate::pen::{Place, Stroke};
use crate::text::{SUBUNITS, printable};
use crate::time::day;
use crate::{ChartError, Face, Mark, MarkKind, Rgb};

const DASHES: [&[f64]; 6] = [
    &[],
    &[7.0, 3.0],
    &[2.0, 2.5],
    &[8.0, 2.5, 2.0, 2.5],
    &[12.0, 3.0],
    &[4.0, 2.0, 1.5, 2.0, 1.5, 2.0],
];

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn stroke(&self, style: usize) -> Stroke {
        let dash = DASHES.get(style % DASHES.len()).copied().unwrap_or_default();
        Stroke {
            color: self.palette.series(style),
            width: 1.5,
            dash,
        }
    }

    /// Draws every series of a panel and records where its values lie.
    pub(super) fn values(
        &self,
        index: usize,
        panel: &Panel,
        places: &PanelPlan,
        marks: &mut Vec<Mark>,
    ) -> Result<(), ChartError> {
        for series in &panel.series {
            let width = 1.5 * self.room(series, places).max(0.5);
            for run in runs(series) {
                let path: Vec<Place> = run
                    .iter()
                    .map(|p| places.place(day(p.at.from), p.value))
                    .collect();
                if path.len() > 1 {
                    self.pen.line(
                        &path,
                        Stroke {
                            width,
                            ..self.stroke(series.style)
                        },
                    )?;
                }
            }
        }
        let many = panel.series.len() > 1;
        // Where values lie and names stand, so that a name is written over neither.
        let mut taken: Vec<(i32, i32, i32)> = Vec::new();
        for point in panel.series.iter().flat_map(|series| &series.points) {
            let from = places.place(day(point.at.from), point.value);
            taken.push((from.0, places.place(day(point.at.to), point.value).0, from.1));
        }
        for (number, series) in panel.series.iter().enumerate() {
            let share = self.room(series, places);
            for (position, point) in series.points.iter().enumerate() {
                let from = places.place(day(point.at.from), point.value);
                let to = places.place(day(point.at.to), point.value);
                let room = (places.frame.top, places.frame.bottom);
                match (point.limit, point.at.is_day()) {
                    // The arrow is the whole of it: a mark would claim the number itself.
                    (Some(limit), is_day) => {
                        let middle = ((from.0 + to.0) / 2, from.1);
                        self.limit(series.style, middle, limit, room)?;
                        if !is_day {
                            self.bar(from, to.0, self.palette.series(series.style))?;
                        }
                    }
                    (None, true) => self.mark(series.style, from, share)?,
                    (None, false) => {
                        self.bar(from, to.0, self.palette.series(series.style))?;
                        // A mark would look like a value of its own, so the bar carries its name.
                        if many {
                            self.name(series, places, ((from.0 + to.0) / 2, from.1), &mut taken)?;
                        }
                    }
                }
                let unit = |subunits: i32| f64::from(subunits) / SUBUNITS;
                marks.push(Mark {
                    panel: index,
                    kind: MarkKind::Value,
                    series: number,
                    index: position,
                    x: unit(from.0 + to.0) / 2.0,
                    y: unit(from.1),
                    x_from: unit(from.0),
                    x_to: unit(to.0),
                    y_to: unit(from.1),
                });
            }
            for (point, count) in repeated(series) {
                let (x, y) = places.place(day(point.at.to), point.value);
                let ink = (10.0, Face::Semibold, self.palette.series(series.style));
                let place = (x + self.len(6.0), y - self.len(8.0));
                self.pen.text(&format!("×{count}"), place, HPos::Left, ink)?;
            }
        }
        Ok(())
    }

    /// Line and mark of a style, as the legend shows them.
    pub(super) fn sample(&self, style: usize, (x, y): Place) -> Result<(), ChartError> {
        let right = x + self.len(SWATCH);
        self.pen.line(&[(x, y), (right, y)], self.stroke(style))?;
        self.mark(style, ((x + right) / 2, y), 1.0)
    }

    /// A value somewhere between two days.
    pub(super) fn bar(&self, (x, y): Place, right: i32, color: Rgb) -> Result<(), ChartError> {
        let half = self.len(4.5);
        let line = Stroke {
            color,
            width: 2.5,
            dash: &[],
        };
        self.pen.line(&[(x, y), (right, y)], line)?;
        let cap = Stroke { width: 1.5, ..line };
        self.pen.line(&[(x, y - half), (x, y + half)], cap)?;
        self.pen.line(&[(right, y - half), (right, y + half)], cap)
    }

    /// The share of their full size that marks can have without hiding each other, as in a daily diary: 0.35 to 1.
    fn room(&self, series: &Series, places: &PanelPlan) -> f64 {
        let days = series.points.iter().map(|point| day(point.at.from));
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
            return 1.0;
        };
        let across = f64::from(places.place(last, 0.0).0 - places.place(first, 0.0).0);
        let count = series.points.len().saturating_sub(1) as f64;
        let spacing = across / (count * f64::from(self.len(8.0)));
        if count < 12.0 {
            1.0
        } else {
            spacing.clamp(0.35, 1.0)
        }
    }

    /// The name of a series above or below one of its bars, inside the plot and where nothing else stands.
    fn name(
        &self,
        series: &Series,
        places: &PanelPlan,
        (middle, y): Place,
        taken: &mut Vec<(i32, i32, i32)>,
    ) -> Result<(), ChartError> {
        let name = printable(&series.name);
        let half = self.pen.measure.width(&name, SMALL, Face::Regular) / 2 + self.len(3.0);
        let Frame {
            left,
            right,
            top,
            bottom,
        } = places.frame;
        let x = middle.clamp(left + half, (right - half).max(left + half));
        let (near, room) = (self.len(11.0), self.len(6.0));
        let free = |place: &i32| {
            let inside = place - room >= top && place + room <= bottom;
            let covers = |(from, to, at): &(i32, i32, i32)| {
                *from <= x + half && *to >= x - half && (at - place).abs() < self.len(9.0)
            };
            inside && !taken.iter().any(covers)
        };
        let above = y - near;
        let candidates = [above, y + near, y - 2 * near, y + 2 * near];
        let fallback = if above - room < top { y + near } else { above };
        let place = candidates.into_iter().find(free).unwrap_or(fallback);
        taken.push((x - half, x + half, place));
        let ink = (SMALL, Face::Regular, self.palette.series(series.style));
        self.pen.text(&name, (x, place), HPos::Center, ink)
    }

    /// The mark of a style. Open marks are larger than the filled one, so that equal values of two series both show.
    fn mark(&self, style: usize, (x, y): Place, share: f64) -> Result<(), ChartError> {
        let color = self.palette.series(style);
        let stroke = Stroke {
            color,
            width: 1.75 * share.max(0.6),
            dash: &[],
        };
        let r = self.len(5.0 * share);
        match style % DASHES.len() {
            0 => self.pen.disc((x, y), self.len(3.75 * share), color),
            1 => {
                let r = self.len(4.5 * share);
                self.pen.outline(
                    &[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
                    stroke,
                )
            }
            2 => self.pen.fill(
                &[(x, y - r), (x + r, y + r * 4 / 5), (x - r, y + r * 4 / 5)],
                color,
            ),
            3 => {
                let r = self.len(6.0 * share);
                self.pen
                    .outline(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], stroke)
            }
            4 => {
                self.pen.line(&[(x - r, y - r), (x + r, y + r)], stroke)?;
                self.pen.line(&[(x - r, y + r), (x + r, y - r)], stroke)
            }
            _ => {
                self.pen.line(&[(x - r, y), (x + r, y)], stroke)?;
                self.pen.line(&[(x, y - r), (x, y + r)], stroke)
            }
        }
    }
}

/// Neighbours that may be joined: both on a known day, fewer days apart than the series allows. A value whose day is
/// not known, or of which only a limit is known, is never joined and never passed over.
fn runs(series: &Series) -> Vec<Vec<&Point>> {
    let mut points: Vec<&Point> = series.points.iter().collect();
    points.sort_by_key(|point| (point.at.from, point.at.to));
    points
        .chunk_by(|a, b| {
            let days = i64::from(day(b.at.from)) - i64::from(day(a.at.from));
            let known = a.limit.is_none() && b.limit.is_none();
            known && a.at.is_day() && b.at.is_day() && days < i64::from(series.gap_days)
        })
        .map(<[&Point]>::to_vec)
        .collect()
}

/// Values recorded more than once at the same time, which lie exactly on each other.
fn repeated(series: &Series) -> Vec<(&Point, usize)> {
    let mut points: Vec<&Point> = series.points.iter().collect();
    points.sort_by(|a, b| {
        (a.at.from, a.at.to)
            .cmp(&(b.at.from, b.at.to))
            .then(a.value.total_cmp(&b.value))
    });
    points
        .chunk_by(|a, b| a.at == b.at && a.value.total_cmp(&b.value).is_eq())
        .filter_map(|same| same.first().map(|point| (*point, same.len())))
        .filter(|(_, count)| *count > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::tests::{day_point, span_point};

    fn lengths(points: Vec<Point>, gap_days: u32) -> Vec<usize> {
        let series = Series {
            name: String::new(),
            style: 0,
            points,
            gap_days,
        };
        runs(&series).iter().map(Vec::len).collect()
    }

    #[test]
    fn gaps_stay_open() {
        let points = vec![
            day_point("2019-01-01", 8.0),
            day_point("2019-01-31", 6.0),
            day_point("2019-05-01", 5.0),
            day_point("2019-05-20", 4.0),
        ];
        assert_eq!(lengths(points.clone(), 31), [2, 2]);
        assert_eq!(
            lengths(points.clone(), 30),
            [1, 1, 2],
            "a distance equal to the limit is a gap"
        );
        assert_eq!(lengths(points.clone(), 0), [1, 1, 1, 1]);
        assert_eq!(lengths(points, 400), [4]);
    }

    #[test]
    fn an_imprecise_value_is_neither_joined_nor_passed_over() {
        let points = vec![
            day_point("2019-01-01", 8.0),
            day_point("2019-06-10", 4.0),
            span_point("2019-05-01", "2019-05-31", 6.0),
        ];
        assert_eq!(lengths(points, 1000), [1, 1, 1]);
    }

    #[test]
    fn trap_46_a_limit_is_neither_joined_nor_passed_over() {
        let mut points = vec![
            day_point("2019-01-01", 8.0),
            day_point("2019-01-10", 5.0),
            day_point("2019-01-20", 6.0),
        ];
        assert_eq!(lengths(points.clone(), 30), [3]);
        points[1].limit = Some(crate::Limit::Below);
        assert_eq!(lengths(points, 30), [1, 1, 1]);
    }

    #[test]
    fn two_values_on_one_day_are_both_kept() {
        let two = vec![day_point("2019-01-01", 8.0), day_point("2019-01-01", 3.0)];
        assert_eq!(lengths(two.clone(), 10), [2]);
        let series = |points| Series {
            name: String::new(),
            style: 0,
            points,
            gap_days: 10,
        };
        assert!(repeated(&series(two)).is_empty());
        let same = series(vec![day_point("2019-01-01", 8.0), day_point("2019-01-01", 8.0)]);
        assert_eq!(repeated(&same)[0].1, 2);
        assert_eq!(repeated(&same)[0].0.at, Span::day("2019-01-01".parse().unwrap()));
    }
}
