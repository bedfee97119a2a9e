//! The values of a drawing for whoever points at them: where they lie and what is told of them.

use lamina_api::progress::ChartPoint;
use lamina_charts::{Mark, MarkKind, ProgressChart};

/// The values of `chart` that lie at `marks`, line by line from the top, each line in the order of time.
pub(super) fn points(chart: &ProgressChart, marks: &[Mark]) -> Vec<ChartPoint> {
    let line = |mark: &Mark| {
        let rank = match mark.kind {
            MarkKind::Bar => 0_u8,
            MarkKind::Tag => 1,
            MarkKind::Value => 2,
            MarkKind::Spell => 3,
        };
        (mark.panel, rank, mark.series)
    };
    let mut marks: Vec<&Mark> = marks.iter().collect();
    marks.sort_by(|one, other| {
        line(one)
            .cmp(&line(other))
            .then(one.x.total_cmp(&other.x))
            .then(one.y.total_cmp(&other.y))
    });
    let mut lines = Vec::new();
    marks
        .into_iter()
        .filter_map(|mark| {
            let told = chart.told(mark)?.clone();
            if lines.last() != Some(&line(mark)) {
                lines.push(line(mark));
            }
            Some(ChartPoint {
                line: u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_sub(1),
                x: pixels(mark.x),
                y: pixels(mark.y),
                left: pixels(mark.x_from),
                right: pixels(mark.x_to),
                bottom: pixels(mark.y_to),
                measure: told.measure,
                value: told.value,
                when: told.when,
                notes: told.notes,
            })
        })
        .collect()
}

/// Whole pixels; a drawing is far smaller than what the type holds.
fn pixels(place: f64) -> i32 {
    place.round() as i32
}

#[cfg(test)]
mod tests {
    use super::super::{drawn, progress, tests::record};
    use crate::own_rules::OwnRules;
    use chrono::NaiveDate;
    use lamina_charts::Palette;

    #[test]
    fn every_value_drawn_is_told_with_its_unit_its_date_as_recorded_and_its_note_in_the_order_of_time() {
        let record = record(
            r#"{"measure":"nrs","site":"leg","value":3,"when":"4 May 2024","note":"after a long walk"},
            {"measure":"nrs","site":"leg","value":7,"when":"2022"},
            {"measure":"nrs","site":"back","value":5,"when":"4 May 2024"},
            {"measure":"odi","value":42,"version":"2.1a","when":"Nov 2023"},
            {"measure":"odi","value":40,"version":"2.1a","when":"unknown"}"#,
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let chart = progress(&record, &OwnRules::default(), today).chart;
        let (_, points) = drawn(&chart, 800, &Palette::LIGHT).unwrap();
        let told: Vec<(u32, &str, &str, &str, Vec<&str>)> = points
            .iter()
            .map(|one| {
                let notes = one.notes.iter().map(String::as_str).collect();
                (
                    one.line,
                    one.measure.as_str(),
                    one.value.as_str(),
                    one.when.as_str(),
                    notes,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (0, "Pain 0–10, leg, kind not said", "7/10", "2022", vec![]),
                (
                    0,
                    "Pain 0–10, leg, kind not said",
                    "3/10",
                    "4 May 2024",
                    vec!["after a long walk"]
                ),
                (1, "Pain 0–10, back, kind not said", "5/10", "4 May 2024", vec![]),
                (2, "ODI 2.1a", "42 %", "Nov 2023", vec![]),
            ]
        );
        let year = &points[0];
        assert!(
            year.left < year.x && year.x < year.right,
            "a year is as wide as it is not known"
        );
        assert!(points[1].y > year.y, "three lies below seven");
        assert!(
            points
                .iter()
                .all(|one| one.bottom >= one.y && one.y > 0 && one.right <= 800)
        );
    }
}
