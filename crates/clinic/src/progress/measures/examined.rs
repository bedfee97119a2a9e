//! Numbers that an examination gives, as axes. What an examination measures is told by [`Examination::measured`] alone.

use super::{Amount, Axis, GAP_DAYS, Value, Way, entry};
use crate::{
    progress::lines::span,
    record::Record,
    words::{Word, examination, say_with, sentence},
};
use lamina_api::progress::LineGroup;
use lamina_domain::{
    Examination, Noun,
    examination::{
        found::TensionTest,
        measured::{Course, CourseValue},
    },
};

/// Which way is better, where one is.
fn way(course: Course) -> Way {
    match course {
        Course::Tension(TensionTest::StraightLegRaise | TensionTest::CrossedStraightLegRaise) => Way::Higher,
        Course::Stance => Way::Higher,
        Course::Tension(_) | Course::Motion(..) => Way::Neither,
    }
}

/// What was found beside an angle: what the test brought about.
fn notes(examination: &Examination, of: &CourseValue) -> Vec<String> {
    let Course::Tension(test) = of.course else {
        return Vec::new();
    };
    let own = examination.tension.iter();
    let own = own.filter(|one| one.test == test && Some(one.side) == of.side);
    own.filter_map(|one| Some(one.reproduced?.word())).collect()
}

/// The axes of what was examined, in the order in which it was first measured.
pub(super) fn examined(record: &Record) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::new();
    for kept in &record.examinations {
        for number in kept.measured() {
            let course = number.course;
            // The key of a line is a code without dots.
            let key = format!("examination:{}", course.code().replace('.', "-"));
            let value = Value {
                line: number.side.map(|side| side.word()).unwrap_or_default(),
                amount: Amount::Number(number.value, None),
                at: span(record, &kept.when),
                shown: say_with!(
                    "chart-with-unit",
                    [
                        ("value", number.value.to_string().into()),
                        ("unit", course.unit().into())
                    ]
                ),
                when: kept.when,
                notes: notes(kept, &number),
                range: None,
                entry: entry(Noun::Examination, kept),
            };
            match axes.iter_mut().find(|axis| axis.key == key) {
                Some(axis) => axis.values.push(value),
                None => axes.push(Axis {
                    key,
                    group: LineGroup::Examination,
                    title: sentence(&examination::course(course)),
                    unit: course.unit().to_owned(),
                    way: way(course),
                    cut: false,
                    gap_days: GAP_DAYS,
                    values: vec![value],
                }),
            }
        }
    }
    axes
}
