//! The order of time in a record, as far as it is known: "operation 2" is the second in this order, on the screen, in
//! letters and in what people type.
//!
//! A fact whose time is not known stays behind the one it was recorded after. Days are estimated for sorting only
//! and never shown.

use crate::record::Record;
use chrono::{Datelike, Days, Months, NaiveDate};
use lamina_domain::{
    Anchor, Interval, Noun, Unit, When,
    when::{Order, Point, Reference},
};

/// References are followed so far; longer chains and circles count as unknown.
const DEPTH: u8 = 8;

impl Record {
    /// The record with every list in the order of time and references counted in that order; and where each fact
    /// of each list stood before.
    pub fn in_order(&self) -> (Record, Places) {
        let places = Places {
            surgeries: self.order_of(self.surgeries.iter().map(|one| &one.when)),
            symptoms: self.order_of(self.symptoms.iter().map(|one| &one.onset)),
            imaging: self.order_of(self.imaging.iter().map(|one| &one.when)),
            treatments: self.order_of(self.treatments.iter().map(|one| &one.started)),
            scores: self.order_of(self.scores.iter().map(|one| &one.when)),
            flags: sorted(&self.flags, |one| one.asked_on.span()),
            resolutions: sorted(&self.resolutions, |one| one.at),
            devices: self.order_of(self.devices.iter().map(|one| &one.implanted)),
            // What is taken has no time of its own and stays as it was recorded.
            anticoagulants: (0..self.anticoagulants.len()).collect(),
            checks: sorted(&self.checks, |one| one.asked_on),
            walking_plans: sorted(&self.walking_plans, |one| one.prescribed_on),
            walking_events: sorted(&self.walking_events, |one| (one.on, one.moment())),
            walking_rows: sorted(&self.walking_rows, |one| (one.on, one.number())),
        };
        let mut record = Record {
            surgeries: arranged(&self.surgeries, &places.surgeries),
            symptoms: arranged(&self.symptoms, &places.symptoms),
            imaging: arranged(&self.imaging, &places.imaging),
            treatments: arranged(&self.treatments, &places.treatments),
            scores: arranged(&self.scores, &places.scores),
            flags: arranged(&self.flags, &places.flags),
            resolutions: arranged(&self.resolutions, &places.resolutions),
            devices: arranged(&self.devices, &places.devices),
            anticoagulants: arranged(&self.anticoagulants, &places.anticoagulants),
            checks: arranged(&self.checks, &places.checks),
            walking_plans: arranged(&self.walking_plans, &places.walking_plans),
            walking_events: arranged(&self.walking_events, &places.walking_events),
            walking_rows: arranged(&self.walking_rows, &places.walking_rows),
            patient: self.patient.clone(),
            background: self.background.clone(),
        };
        for when in record.whens_mut() {
            if let Some(anchor) = when.anchor_mut() {
                let (reference, list) = match anchor {
                    Anchor::Operation(reference) => (reference, &places.surgeries),
                    Anchor::Treatment(reference) => (reference, &places.treatments),
                    Anchor::FirstVisit => continue,
                };
                if let Reference::Place(place) = *reference
                    && let Some(now) = list.iter().position(|was| was + 1 == place as usize)
                {
                    *reference = Reference::Place(u32::try_from(now + 1).unwrap_or(u32::MAX));
                }
            }
        }
        (record, places)
    }

    /// For each fact of one noun, in the order of its list, whether its place in the order of time is known or estimated.
    pub(crate) fn timed(&self, noun: Noun) -> Vec<bool> {
        fn of<'a>(record: &Record, whens: impl Iterator<Item = &'a When>) -> Vec<bool> {
            whens.map(|when| record.estimate(when, DEPTH).is_some()).collect()
        }
        match noun {
            Noun::Surgery => of(self, self.surgeries.iter().map(|one| &one.when)),
            Noun::Symptom => of(self, self.symptoms.iter().map(|one| &one.onset)),
            Noun::Imaging => of(self, self.imaging.iter().map(|one| &one.when)),
            Noun::Treatment => of(self, self.treatments.iter().map(|one| &one.started)),
            Noun::Score => of(self, self.scores.iter().map(|one| &one.when)),
            Noun::Device => of(self, self.devices.iter().map(|one| &one.implanted)),
            // What is taken has no time of its own.
            Noun::Anticoagulant => vec![false; self.anticoagulants.len()],
            // Everything else bears the day on which it was asked, written or decided.
            Noun::Flag => vec![true; self.flags.len()],
            Noun::Resolution => vec![true; self.resolutions.len()],
            Noun::Check => vec![true; self.checks.len()],
            Noun::WalkingPlan => vec![true; self.walking_plans.len()],
            Noun::WalkingEvent => vec![true; self.walking_events.len()],
            Noun::WalkingRow => vec![true; self.walking_rows.len()],
            Noun::Patient | Noun::Background => Vec::new(),
        }
    }

    fn whens_mut(&mut self) -> Vec<&mut When> {
        let mut whens: Vec<&mut When> = Vec::new();
        whens.extend(self.surgeries.iter_mut().map(|one| &mut one.when));
        whens.extend(self.symptoms.iter_mut().map(|one| &mut one.onset));
        whens.extend(self.imaging.iter_mut().map(|one| &mut one.when));
        for one in &mut self.treatments {
            whens.push(&mut one.started);
            whens.push(&mut one.ended);
            whens.extend(one.responses.iter_mut().map(|response| &mut response.when));
        }
        whens.extend(self.scores.iter_mut().map(|one| &mut one.when));
        for one in &mut self.devices {
            whens.push(&mut one.implanted);
            whens.push(&mut one.removed);
        }
        whens.extend(self.anticoagulants.iter_mut().map(|one| &mut one.last_dose));
        whens.extend(self.flags.iter_mut().flat_map(|one| one.whens_mut()));
        whens
    }

    /// Positions in the order of time.
    fn order_of<'a>(&'a self, whens: impl Iterator<Item = &'a When>) -> Vec<usize> {
        let mut groups: Vec<(Option<NaiveDate>, Vec<usize>)> = Vec::new();
        for (at, when) in whens.enumerate() {
            match (self.estimate(when, DEPTH), groups.last_mut()) {
                (None, Some((_, group))) => group.push(at),
                (day, _) => groups.push((day, vec![at])),
            }
        }
        groups.sort_by_key(|(day, _)| *day);
        groups.into_iter().flat_map(|(_, group)| group).collect()
    }

    /// A day near the time that `when` means.
    fn estimate(&self, when: &When, depth: u8) -> Option<NaiveDate> {
        match when.point {
            Point::Date(date) | Point::Between(date, _) => Some(date.span().0),
            Point::Before(_) | Point::After(_) => {
                let (from, to) = when.bounds();
                from.or(to)
            }
            Point::Age(years) => {
                let (born, _) = self.patient.born.span()?;
                NaiveDate::from_ymd_opt(born.year() + i32::from(years), 1, 1)
            }
            Point::Relative { .. } | Point::Loosely { .. } => {
                let (by, order, anchor) = match when.point {
                    Point::Relative { by, order, anchor } => (by, order, anchor),
                    // "Months" are at least two of them.
                    Point::Loosely { unit, order, anchor } => {
                        (Some(Interval { value: 2, unit }), order, anchor)
                    }
                    _ => return None,
                };
                let other = match anchor {
                    Anchor::Operation(Reference::Place(place)) => {
                        &self.surgeries.get(place.checked_sub(1)? as usize)?.when
                    }
                    Anchor::Treatment(Reference::Place(place)) => {
                        &self.treatments.get(place.checked_sub(1)? as usize)?.started
                    }
                    _ => return None,
                };
                let base = self.estimate(other, depth.checked_sub(1)?)?;
                moved(base, by, order)
            }
            Point::Unknown => None,
        }
    }
}

/// Where each fact of a list stood before it was put in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Operations.
    pub surgeries: Vec<usize>,
    /// Symptoms.
    pub symptoms: Vec<usize>,
    /// Imaging notes.
    pub imaging: Vec<usize>,
    /// Treatments.
    pub treatments: Vec<usize>,
    /// Scores.
    pub scores: Vec<usize>,
    /// Askings for red flags.
    pub flags: Vec<usize>,
    /// Decisions about red flags.
    pub resolutions: Vec<usize>,
    /// Implanted systems.
    pub devices: Vec<usize>,
    /// Blood thinners.
    pub anticoagulants: Vec<usize>,
    /// Checks before injections.
    pub checks: Vec<usize>,
    /// Walking plans.
    pub walking_plans: Vec<usize>,
    /// What happened to walking plans.
    pub walking_events: Vec<usize>,
    /// Rows of the walking diary.
    pub walking_rows: Vec<usize>,
}

/// The things of `list` in this order.
pub(crate) fn arranged<T: Clone>(list: &[T], order: &[usize]) -> Vec<T> {
    order.iter().filter_map(|at| list.get(*at).cloned()).collect()
}

/// Positions in the order of `key`; what is equal stays as it was recorded.
fn sorted<T, K: Ord>(list: &[T], key: impl Fn(&T) -> K) -> Vec<usize> {
    let mut places: Vec<(K, usize)> = list.iter().map(key).zip(0..).collect();
    places.sort();
    places.into_iter().map(|(_, at)| at).collect()
}

fn moved(base: NaiveDate, by: Option<Interval>, order: Order) -> Option<NaiveDate> {
    // Where only the order is known, a day is enough to sort by.
    let by = by.unwrap_or(Interval {
        value: 1,
        unit: Unit::Day,
    });
    let count = u32::from(by.value);
    let forward = match order {
        Order::At => return Some(base),
        Order::After => true,
        Order::Before => false,
    };
    let days = |days: u64| {
        if forward {
            base.checked_add_days(Days::new(days))
        } else {
            base.checked_sub_days(Days::new(days))
        }
    };
    let months = |months: u32| {
        if forward {
            base.checked_add_months(Months::new(months))
        } else {
            base.checked_sub_months(Months::new(months))
        }
    };
    match by.unit {
        Unit::Hour => Some(base),
        Unit::Day => days(count.into()),
        Unit::Week => days(u64::from(count) * 7),
        Unit::Month => months(count),
        Unit::Year => months(count.checked_mul(12)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Document;

    fn record(facts: &str) -> Record {
        let json = format!(
            r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},{facts}}}]}}"#
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        Document::read(json.as_bytes(), today).unwrap().patients.remove(0)
    }

    fn operation(what: &str, when: &str) -> String {
        format!(r#"{{"procedures":["{what}"],"when":"{when}"}}"#)
    }

    fn names(record: &Record) -> Vec<String> {
        record
            .surgeries
            .iter()
            .map(|one| one.procedures[0].to_string())
            .collect()
    }

    #[test]
    fn an_older_operation_recorded_later_becomes_the_first_and_references_follow() {
        let list = [operation("fusion", "2019"), operation("discectomy", "May 2012")].join(",");
        let record = record(&format!(
            r#""surgeries":[{list}],"symptoms":[{{"site":"leg","onset":"2 months after operation 1"}}]"#
        ));
        let (ordered, places) = record.in_order();
        assert_eq!(names(&ordered), ["discectomy", "fusion"]);
        assert_eq!(places.surgeries, [1, 0]);
        assert_eq!(
            ordered.symptoms[0].onset.to_string(),
            "2 months after operation 2"
        );
    }

    #[test]
    fn relative_times_and_ages_are_sorted_where_they_can_be_told() {
        let list = [
            operation("third", "2015"),
            operation("second", "3 months before operation 1"),
            operation("first", "age 40"),
        ];
        let (ordered, _) = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["first", "second", "third"]);
    }

    #[test]
    fn what_is_not_known_stays_where_it_was_recorded() {
        let list = [
            operation("a", "unknown"),
            operation("c", "2015"),
            operation("d", "unknown"),
            operation("b", "2010"),
        ];
        let (ordered, _) = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["a", "b", "c", "d"]);
    }

    #[test]
    fn what_has_a_place_in_time_is_told_from_what_was_only_recorded_somewhere() {
        let list = [
            operation("a", "unknown"),
            operation("b", "2015"),
            operation("c", "months after operation 2"),
            operation("d", "2 weeks after operation 1"),
        ];
        let record = record(&format!(
            r#""surgeries":[{}],"anticoagulants":[{{"name":"apixaban","class":"factor_xa_inhibitor","taking":"yes"}}]"#,
            list.join(",")
        ));
        assert_eq!(record.timed(Noun::Surgery), [false, true, true, false]);
        assert_eq!(record.timed(Noun::Anticoagulant), [false]);
    }

    #[test]
    fn what_is_bounded_or_loose_is_sorted_where_it_can_be_told() {
        let list = [
            operation("d", "after 2015"),
            operation("a", "before 2004"),
            operation("c", "months after operation 4"),
            operation("b", "between 2004 and 2008"),
            operation("e", "winter 2016/17"),
        ];
        let (ordered, _) = record(&format!(r#""surgeries":[{}]"#, list.join(","))).in_order();
        assert_eq!(names(&ordered), ["a", "b", "c", "d", "e"]);
        assert_eq!(ordered.surgeries[2].when.to_string(), "months after operation 2");
    }

    #[test]
    fn times_in_a_circle_are_refused_with_the_way_round() {
        let refused = |surgeries: &str, treatments: &str| {
            let json = format!(
                r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},
                "surgeries":[{surgeries}],"treatments":[{treatments}]}}]}}"#
            );
            let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
            Document::read(json.as_bytes(), today).unwrap_err().to_string()
        };
        let two = [
            operation("a", "1 week after operation 2"),
            operation("b", "after operation 1"),
        ];
        let told = refused(&two.join(","), "");
        assert!(
            told.contains("at patients[0].surgeries[0].when: the times count in a circle: operation 1 from operation 2 from operation 1;"),
            "{told}"
        );
        let itself = refused(&operation("a", "months after operation 1"), "");
        assert!(itself.contains("operation 1 from operation 1"), "{itself}");
        let mixed = refused(
            &operation("a", "before treatment 1"),
            r#"{"kind":"drug","name":"x","started":"after operation 1","ended":"6 weeks after treatment 1"}"#,
        );
        assert!(
            mixed.contains("operation 1 from treatment 1 from operation 1"),
            "{mixed}"
        );
        let many: Vec<String> = (1..=3000)
            .map(|at| operation("x", &format!("1 day after operation {}", at % 3000 + 1)))
            .collect();
        let long = refused(&many.join(","), "");
        assert!(long.contains('…') && long.len() < 400, "{long}");
    }
}
