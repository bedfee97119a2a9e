//! What follows from measured values: the body mass index of a weight with the height that goes with it. Units are converted
//! by [`crate::fact::reading::unit`], and a value is set against its own range by [`crate::fact::reading::range`].

use super::listed::{Rule, by_id};
use crate::{
    fact::{
        reading::{Reading, What},
        record::Record,
    },
    value::sure::Sure,
};

/// The rules of measured values.
pub(super) fn rules() -> Vec<Rule> {
    ["measured.units", "measured.range", "measured.body_mass"]
        .map(|id| by_id(id, 1, Sure::High))
        .to_vec()
}

/// A body mass index with what it was worked out from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BodyMass<'a> {
    /// Kilograms a square metre, to one decimal.
    pub value: f64,
    /// The height that it was worked out from.
    pub height: &'a Reading,
}

/// The body mass index that goes with a weight; nothing where no height is known. The height is the last one that was measured
/// by then, else the first one after it, else one whose date is not known.
pub fn body_mass<'a>(record: &'a Record, weight: &Reading) -> Option<BodyMass<'a>> {
    if weight.measured.what() != What::Weight {
        return None;
    }
    let kilograms = weight.measured.in_usual()?;
    let height = height(record, weight)?;
    let metres = height.measured.in_usual()? / 100.0;
    if metres <= 0.0 {
        return None;
    }
    let value = (kilograms / (metres * metres) * 10.0).round() / 10.0;
    Some(BodyMass { value, height })
}

fn height<'a>(record: &'a Record, weight: &Reading) -> Option<&'a Reading> {
    let all = record.readings.iter().map(|one| &one.fact);
    let heights: Vec<&Reading> = all.filter(|one| one.measured.what() == What::Height).collect();
    let dated = |one: &&'a Reading| Some((record.days_of(&one.when)?, *one));
    let placed: Vec<_> = heights.iter().filter_map(dated).collect();
    let by = record.days_of(&weight.when).map(|(_, to)| to);
    let before = placed
        .iter()
        .filter(|((from, _), _)| by.is_none_or(|by| *from <= by));
    let before = before.max_by_key(|((_, to), _)| *to);
    let nearest = before.or_else(|| placed.iter().min_by_key(|((from, _), _)| *from));
    nearest.map(|(_, one)| *one).or_else(|| heights.last().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::kept::Kept;
    use rstest::rstest;

    fn kept<T>(fact: T) -> Kept<T> {
        Kept { head: None, fact }
    }

    fn record(readings: &[(&str, f64, &str, &str)]) -> Record {
        let person = serde_json::from_str(r#"{"family":"Sample","born":"1970"}"#).unwrap();
        let mut record = Record::of(kept(person));
        for (what, value, unit, when) in readings {
            let json = serde_json::json!({"what": what, "value": value, "unit": unit, "when": when});
            record.readings.push(kept(serde_json::from_value(json).unwrap()));
        }
        record
    }

    #[rstest]
    #[case(&[("weight", 85.0, "kg", "3 May 2026"), ("height", 175.0, "cm", "2019")], Some((27.8, "2019")))]
    #[case(&[("weight", 187.0, "lb", "3 May 2026"), ("height", 69.0, "in", "2019")], Some((27.6, "2019")))]
    #[case(&[("weight", 85.0, "kg", "3 May 2026"), ("height", 1.7, "m", "2019"), ("height", 175.0, "cm", "Apr 2026")],
        Some((27.8, "Apr 2026")))]
    #[case(&[("weight", 85.0, "kg", "3 May 2020"), ("height", 175.0, "cm", "Apr 2026")], Some((27.8, "Apr 2026")))]
    #[case(&[("weight", 85.0, "kg", "3 May 2020"), ("height", 175.0, "cm", "unknown")], Some((27.8, "unknown")))]
    #[case(&[("weight", 85.0, "kg", "3 May 2020")], None)]
    fn trap_26_the_index_is_of_kilograms_and_metres_and_names_its_height(
        #[case] readings: &[(&str, f64, &str, &str)],
        #[case] wanted: Option<(f64, &str)>,
    ) {
        let record = record(readings);
        let found = body_mass(&record, &record.readings[0]);
        let told = found.map(|one| (one.value, one.height.when.to_string()));
        assert_eq!(told, wanted.map(|(value, when)| (value, when.to_owned())));
    }

    #[test]
    fn a_height_has_no_index_of_its_own() {
        let record = record(&[("height", 175.0, "cm", "2019")]);
        assert_eq!(body_mass(&record, &record.readings[0]), None);
    }
}
