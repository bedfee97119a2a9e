//! What examinations of muscle power say: a drop since the last tested grade, on both sides, within days, or a low
//! grade that is not known. Not tested is skipped, never read as 0.
//!
//! Source: concept general knowledge of the field; the grades are Lamina's own and can be set.

use super::{
    facts::Facts,
    input::{Day, Evidence, Input, Observation, PowerBefore, Why},
    reading::DerivedReading,
    settings::Settings,
};
use crate::fact::examination::power::{Grade, KeyMuscle, LimbSide, PowerExam};
use std::collections::BTreeMap;

struct Tested<'a> {
    exam: &'a PowerExam,
    grade: Grade,
}

struct Course<'a> {
    muscle: KeyMuscle,
    side: LimbSide,
    known: Option<Grade>,
    last: Tested<'a>,
    before: Option<Tested<'a>>,
}

impl Course<'_> {
    fn dropped(&self, steps: usize) -> bool {
        let since_last = self
            .before
            .as_ref()
            .is_some_and(|before| before.grade.steps_down_to(self.last.grade) >= steps);
        // A change from the known state fires whatever the setting.
        since_last || self.known.is_some_and(|known| self.last.grade < known)
    }

    fn fast(&self, days: i64) -> bool {
        self.before.as_ref().is_some_and(|before| {
            let (then, now) = (before.exam.on(), self.last.exam.on());
            // Without both days nobody knows how fast it was.
            before.grade > self.last.grade
                && then.is_day()
                && now.is_day()
                && (now.last() - then.last()).num_days() <= days
        })
    }

    fn low(&self) -> bool {
        self.last.grade <= Grade::Three && self.known.is_none_or(|known| self.last.grade < known)
    }

    fn evidence(&self, derived: DerivedReading) -> Evidence {
        let before = match (&self.before, self.known) {
            (Some(before), _) => PowerBefore::Tested(before.grade, before.exam.on()),
            (None, Some(known)) => PowerBefore::Known(known),
            (None, None) => PowerBefore::Unknown,
        };
        let found = Observation::Power {
            muscle: self.muscle,
            side: self.side,
            grade: self.last.grade,
            before,
        };
        derived.evidence(found, Some(self.last.exam.on()), Some(self.last.exam.recorded()))
    }
}

/// What the examinations up to `day` say of `derived`.
pub fn read(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Input {
    let seen = facts.power.iter().filter(|exam| day.sees(exam.on().last()));
    let mut exams: Vec<&PowerExam> = seen.collect();
    exams.sort_by_key(|exam| (exam.on().last(), exam.recorded()));
    let Some(newest) = exams.last().map(|exam| exam.on()) else {
        return Input::Missing(Why::NotRecorded);
    };
    let courses = courses(&exams);
    let steps = usize::from(settings.power_steps.get());
    let dropped: Vec<&Course> = courses.iter().filter(|course| course.dropped(steps)).collect();
    let on = |side: LimbSide| dropped.iter().any(|course| course.side == side);
    let found: Vec<&Course> = match derived {
        DerivedReading::PowerLow => courses.iter().filter(|course| course.low()).collect(),
        DerivedReading::PowerDroppedBothSides if on(LimbSide::Left) && on(LimbSide::Right) => dropped,
        DerivedReading::PowerDroppedBothSides => Vec::new(),
        DerivedReading::PowerDroppedFast => {
            let days = i64::from(settings.power_fast_days.get());
            dropped.into_iter().filter(|course| course.fast(days)).collect()
        }
        _ => dropped,
    };
    if !found.is_empty() {
        return Input::Present(found.iter().map(|course| course.evidence(derived)).collect());
    }
    if !newest.is_day() || day.since(newest.last()) > i64::from(settings.sign_days.get()) {
        return Input::Missing(Why::NotSince { day: newest });
    }
    Input::Quiet
}

/// The last two tested grades of every muscle and side, and the best one that was said to be known and unchanged.
fn courses<'a>(exams: &[&'a PowerExam]) -> Vec<Course<'a>> {
    let mut tested: BTreeMap<(KeyMuscle, LimbSide), Vec<Tested<'a>>> = BTreeMap::new();
    let mut known: BTreeMap<(KeyMuscle, LimbSide), Grade> = BTreeMap::new();
    for exam in exams {
        for finding in exam.findings() {
            let place = (finding.muscle, finding.side);
            if let Some(grade) = finding.power.grade() {
                tested.entry(place).or_default().push(Tested { exam, grade });
                if finding.known {
                    let best = known.entry(place).or_insert(grade);
                    *best = grade.max(*best);
                }
            }
        }
    }
    tested
        .into_iter()
        .filter_map(|((muscle, side), mut grades)| {
            let last = grades.pop()?;
            Some(Course {
                muscle,
                side,
                known: known.get(&(muscle, side)).copied(),
                last,
                before: grades.pop(),
            })
        })
        .collect()
}
