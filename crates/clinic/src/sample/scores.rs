//! Scores of one patient at baseline and at follow-ups of 6 weeks, 3, 6, 12 and 24 months and yearly after that. Pain
//! drifts, gives way to a treatment for as long as that works, and sometimes grows; a missed visit leaves a gap.

use super::{chance::Chance, dates, treatments::Effect};
use chrono::NaiveDate;
use lamina_domain::{
    Interval, Measure, Problem, Score, Side, Text, ToldBy, Unit,
    score::{Finite, Nrs, PainKind, Percent, Site},
};

/// What the visits of one patient have in common.
pub(super) struct Visits<'a> {
    /// The first visit to the clinic.
    pub(super) first: NaiveDate,
    pub(super) end: NaiveDate,
    /// Neck and arm instead of back and leg.
    pub(super) neck: bool,
    /// The side of the limb that hurts.
    pub(super) side: Side,
    /// What treatments did to the pain, each with its time.
    pub(super) effects: &'a [Effect],
}

/// How strong the pain is without treatment, in tenths of a point, and how it moves in a year.
struct Pain {
    site: Site,
    start: i64,
    drift: i64,
}

impl Pain {
    fn at(&self, chance: &mut Chance, visits: &Visits<'_>, day: NaiveDate) -> i64 {
        let bare = self.start + self.drift * (day - visits.first).num_days() / 365;
        let working = visits
            .effects
            .iter()
            .filter(|one| one.from <= day && day <= one.to);
        let taken: i64 = working.map(|one| one.percent).fold(0, |most, one| {
            // Two treatments at once do not add up; the stronger one shows.
            if one < 0 { most + one } else { most.max(one) }
        });
        let left = bare * (100 - taken) / 100 + chance.between(-9, 9);
        left.clamp(0, 100)
    }
}

/// Trunk, limb, disability, walking.
pub(super) const MEASURES: usize = 4;

/// Scores on the usual schedule.
pub(super) fn scheduled(chance: &mut Chance, visits: &Visits<'_>) -> Result<Vec<Score>, Problem> {
    let mut days = vec![visits.first];
    let due = [(42, 10), (91, 20), (182, 30), (365, 45), (730, 70)].into_iter();
    let yearly = (3..).map(|years| (years * 365, 70));
    for (after, window) in due.chain(yearly) {
        let day = dates::later(visits.first, after + chance.between(-window, window));
        if day > visits.end {
            break;
        }
        let missed = chance.percent(18);
        if !missed {
            days.push(day);
        }
    }
    let mut course = Course::new(chance, visits);
    let mut made = Vec::new();
    for day in days {
        for measure in 0..MEASURES {
            let skipped = chance.percent(if measure == 3 { 55 } else { 7 });
            if !skipped {
                made.push(course.score(chance, visits, measure, day)?);
            }
        }
    }
    Ok(made)
}

/// Exactly `count` scores, spread over the whole time with some long gaps.
pub(super) fn dense(chance: &mut Chance, visits: &Visits<'_>, count: usize) -> Result<Vec<Score>, Problem> {
    let span = (visits.end - visits.first).num_days();
    let gaps: Vec<(i64, i64)> = (0..span / 1200)
        .map(|_| {
            let from = chance.between(0, span);
            (from, from + chance.between(60, 200))
        })
        .collect();
    let open: Vec<i64> = (0..=span)
        .filter(|day| !gaps.iter().any(|(from, to)| from < day && day < to))
        .collect();
    let mut course = Course::new(chance, visits);
    let mut made = Vec::with_capacity(count);
    for number in 0..count {
        let visit = number / MEASURES;
        let place = visit * open.len() / count.div_ceil(MEASURES).max(1);
        let day = dates::later(visits.first, open.get(place).copied().unwrap_or(span));
        made.push(course.score(chance, visits, number % MEASURES, day)?);
    }
    Ok(made)
}

struct Course {
    trunk: Pain,
    limb: Pain,
    side: Side,
}

/// Patients are asked for the average of a week.
const WEEK: Interval = Interval {
    value: 7,
    unit: Unit::Day,
};

impl Course {
    fn new(chance: &mut Chance, visits: &Visits<'_>) -> Self {
        let (trunk, limb) = if visits.neck {
            (Site::Neck, Site::Arm)
        } else {
            (Site::Back, Site::Leg)
        };
        let years = ((visits.end - visits.first).num_days() / 365).max(1);
        let mut pain = |site| Pain {
            site,
            start: chance.between(55, 90),
            // Over the whole time at most two points either way, so that long records stay plausible.
            drift: chance.between(-20, 20) / years,
        };
        Course {
            trunk: pain(trunk),
            limb: pain(limb),
            side: visits.side,
        }
    }

    fn score(
        &mut self,
        chance: &mut Chance,
        visits: &Visits<'_>,
        measure: usize,
        day: NaiveDate,
    ) -> Result<Score, Problem> {
        let trunk = self.trunk.at(chance, visits, day);
        let measure = match measure {
            0 => Measure::Nrs {
                site: self.trunk.site,
                side: None,
                kind: Some(PainKind::Average),
                period: Some(WEEK),
                value: Nrs::try_from((trunk + 5) / 10)?,
            },
            1 => Measure::Nrs {
                site: self.limb.site,
                side: Some(self.side),
                kind: Some(PainKind::Average),
                period: Some(WEEK),
                value: Nrs::try_from((self.limb.at(chance, visits, day) + 5) / 10)?,
            },
            2 if !visits.neck => Measure::Odi {
                // Ten questions of 0 to 5: whole steps of 2 percent.
                value: Percent::try_from(f64::from(
                    u8::try_from(trunk * 7 / 20 * 2 + 6).unwrap_or(100).min(100),
                ))?,
                version: Some(Text::new("2.1a")?),
            },
            2 => number("sitting tolerance", (120 - trunk).max(5), "min")?,
            _ => number("walking tolerance", (110 - trunk).max(5), "min")?,
        };
        Ok(Score {
            when: dates::exact(day),
            measure,
            told_by: ToldBy::Patient,
            note: chance.percent(2).then(|| Text::new("a bad week")).transpose()?,
        })
    }
}

fn number(name: &str, value: i64, unit: &str) -> Result<Measure, Problem> {
    let value = f64::from(u8::try_from(value / 5 * 5).unwrap_or(u8::MAX));
    Ok(Measure::Number {
        name: Text::new(name)?,
        value: Finite::try_from(value)?,
        unit: Text::new(unit)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::score::Key;

    #[test]
    fn pain_gives_way_while_a_treatment_works_and_comes_back_after_it() {
        let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        let effect = Effect {
            from: dates::later(first, 300),
            to: dates::later(first, 500),
            percent: 70,
        };
        let visits = Visits {
            first,
            end: dates::later(first, 800),
            neck: false,
            side: Side::Left,
            effects: &[effect],
        };
        for seed in 0..20 {
            let scores = dense(&mut Chance::new(seed, 1), &visits, 800).unwrap();
            let mean = |from: i64, to: i64| {
                let within = |score: &&Score| {
                    let day = score.when.span().unwrap().0;
                    let asked = |key: Key<'_>| matches!(key, Key::Nrs(asked) if asked.site == Site::Back);
                    asked(score.measure.key())
                        && day >= dates::later(first, from)
                        && day <= dates::later(first, to)
                };
                let line: Vec<f64> = scores
                    .iter()
                    .filter(within)
                    .filter_map(|score| score.measure.value())
                    .collect();
                assert!(line.len() > 20, "few scores from day {from} to {to}");
                line.iter().sum::<f64>() / f64::from(u32::try_from(line.len()).unwrap())
            };
            let (before, during, after) = (mean(0, 299), mean(300, 500), mean(501, 800));
            assert!(
                during < before - 2.0 && during < after - 2.0,
                "{before} {during} {after}"
            );
        }
    }
}
