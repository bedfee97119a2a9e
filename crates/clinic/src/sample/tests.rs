//! What must hold for every record of every synthetic clinic.

use super::*;
use crate::record::Document;
use lamina_domain::{
    Anchor, Answer, Interval, Missing, Unit, When,
    schedule::next_visit::{VisitTimes, unanswered},
    surgery::PainFree,
    treatment::StopReason,
    visit::Kind,
    when::{Order, Point, Reference},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn plan(patients: u32, seed: u64) -> Plan {
    Plan {
        patients,
        seed,
        as_of: day("2026-11-25"),
        years: None,
        facts: None,
    }
}

fn bytes(plan: Plan) -> Vec<u8> {
    let mut out = Vec::new();
    plan.write(&mut out, |_| {}).unwrap();
    out
}

fn days(by: Interval) -> i64 {
    i64::from(by.value)
        * match by.unit {
            Unit::Hour => 0,
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Year => 365,
        }
}

/// The first and last day that a time can mean.
fn span(record: &Record, when: &When) -> Option<(NaiveDate, NaiveDate)> {
    if let Point::Relative {
        by,
        order: Order::After,
        anchor: Anchor::Operation(Reference::Place(place)),
    } = when.point
    {
        let (from, to) = span(record, &record.surgeries[place as usize - 1].when)?;
        let by = days(by?);
        // Months and years have no fixed length; a unit more covers it.
        return Some((dates::later(from, by), dates::later(to, by * 2 + 31)));
    }
    when.span()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_record_is_valid_and_reads_back_as_the_same(
        seed: u64,
        number in 1_u32..5000,
        ahead in 0_i64..20_000,
        years in prop::option::of(1_u8..=40),
    ) {
        let as_of = dates::later(day("1995-01-31"), ahead);
        let plan = Plan { as_of, years, facts: years.map(|_| 100), ..plan(number, seed) };
        let record = plan.record(number).unwrap();
        prop_assert_eq!(record.check(as_of), vec![]);
        let json = Document::of(vec![record]).write().unwrap();
        let read = Document::read(json.as_bytes(), as_of).unwrap();
        prop_assert_eq!(read.write().unwrap(), json);
    }

    #[test]
    fn operations_come_before_what_follows_them(seed: u64, number in 1_u32..5000) {
        let record = plan(number, seed).record(number).unwrap();
        let operated: Vec<_> = record.surgeries.iter().filter_map(|one| span(&record, &one.when)).collect();
        prop_assert_eq!(operated.len(), record.surgeries.len(), "every operation can be placed");
        for pair in operated.windows(2) {
            prop_assert!(pair[0].0 <= pair[1].1, "operations are in order");
        }
        let first = operated[0].0;
        let born = record.patient.born.span();
        prop_assert!(born.is_none_or(|(_, born)| first.years_since(born).is_some_and(|age| age >= 18)), "adults");
        let after = record.scores.iter().map(|one| &one.when)
            .chain(record.treatments.iter().map(|one| &one.started))
            .chain(record.symptoms.iter().map(|one| &one.onset));
        for when in after {
            let (_, last) = span(&record, when).unwrap_or((first, first));
            prop_assert!(last >= first, "{} lies before the first operation", when);
        }
        let baseline = record.scores.iter().filter_map(|one| one.when.span()).map(|(from, _)| from).min();
        prop_assert!(baseline.is_some_and(|from| from >= first));
    }

    #[test]
    fn procedures_implants_and_intervals_agree(seed: u64, number in 1_u32..5000) {
        let record = plan(number, seed).record(number).unwrap();
        for (at, surgery) in record.surgeries.iter().enumerate() {
            let named = surgery.procedures.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let leaves = named.contains("fusion") || named.contains("replacement");
            prop_assert_eq!(leaves, !surgery.listed_implants().is_empty(), "{}", named);
            prop_assert!(surgery.levels.segments() > 0 && surgery.levels.segments() <= 6, "{}", surgery.levels);
            let letter = surgery.levels.to_string().chars().next().unwrap();
            prop_assert!(!named.contains("cervical") || letter == 'C', "{} at {}", named, surgery.levels);
            prop_assert!(!named.contains("lumbar") || letter == 'L', "{} at {}", named, surgery.levels);
            if let (Some(PainFree::For(free)), Some(next)) = (&surgery.pain_free, record.surgeries.get(at + 1)) {
                let (from, _) = span(&record, &surgery.when).unwrap();
                let (_, to) = span(&record, &next.when).unwrap();
                prop_assert!(days(*free) < (to - from).num_days(), "free of pain beyond the next operation");
            }
        }
        for treatment in &record.treatments {
            let told = treatment.responses.iter().filter_map(|one| one.relief.value());
            let relief = told.map(|relief| relief.percent()).max().unwrap_or(0);
            if treatment.stopped.value() == Some(&StopReason::Ineffective) {
                prop_assert!(relief < 20, "stopped as ineffective at {} percent", relief);
            }
            if treatment.stopped.value() == Some(&StopReason::AdverseEffect) {
                let mut told = treatment.responses.iter().map(|one| one.adverse_effects.value());
                prop_assert!(told.any(|effects| effects.is_some()));
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_another_seed_others(seed: u64) {
        let one = bytes(plan(5, seed));
        prop_assert!(one == bytes(plan(5, seed)));
        prop_assert!(one != bytes(plan(5, seed ^ 1)));
        let more: Vec<_> = plan(9, seed).records().take(5).collect();
        prop_assert_eq!(more, plan(5, seed).records().collect::<Vec<_>>(), "a larger clinic begins with the same people");
    }
}

#[test]
fn a_clinic_says_it_is_invented_and_uses_every_kind_of_missing_and_precision() {
    let json = String::from_utf8(bytes(plan(400, 7))).unwrap();
    let document = Document::read(json.as_bytes(), day("2026-11-25")).unwrap();
    assert_eq!(document.patients.len(), 400);
    for record in &document.patients {
        let note = record.patient.note.as_ref().unwrap().to_string();
        assert!(note.starts_with("Invented"), "{note}");
        assert!(record.patient.citation.is_none(), "no published case is claimed");
    }
    for kind in [
        Missing::Unknown,
        Missing::NotApplicable,
        Missing::Declined,
        Missing::Absent,
    ] {
        let word = serde_json::to_string(&kind).unwrap();
        assert!(
            json.contains(&format!("{{\"missing\":{word}}}")),
            "{word} is never used"
        );
    }
    let asked = |record: &Record| record.background.allergies == Answer::default();
    assert!(document.patients.iter().any(asked), "not asked is never used");
    for text in [
        "\"when\":\"20",
        "\"about ",
        "after operation 1\"",
        "after operation 2\"",
        "\"unknown\"",
    ] {
        assert!(json.contains(text), "{text} is never told");
    }
    for letter in ['Ł', 'ő', 'ș', 'Ø', 'Π', 'Д'] {
        assert!(json.contains(letter), "no name has {letter}");
    }
    let gaps = document
        .patients
        .iter()
        .filter(|record| record.surgeries.len() > 2)
        .count();
    assert!(gaps > 20, "several operations are common");
}

#[test]
fn scores_move_both_ways_and_visits_are_missed() {
    let records: Vec<Record> = plan(300, 3).records().collect::<Result<_, _>>().unwrap();
    let (mut better, mut worse, mut visits) = (0, 0, BTreeSet::new());
    for record in &records {
        let first = record.scores[0].measure.key();
        let line: Vec<f64> = record
            .scores
            .iter()
            .filter(|one| one.measure.key() == first)
            .filter_map(|one| one.measure.value())
            .collect();
        let change = line.last().unwrap() - line[0];
        better += i32::from(change <= -2.0);
        worse += i32::from(change >= 2.0);
        visits.insert(line.len());
    }
    assert!(better > 20 && worse > 5, "{better} better, {worse} worse");
    assert!(visits.len() > 5, "everyone came equally often: {visits:?}");
}

#[test]
fn visits_fit_the_days_of_scores_and_a_few_plans_have_lapsed() {
    let made = plan(300, 3);
    let records: Vec<Record> = made.records().collect::<Result<_, _>>().unwrap();
    let (mut missed, mut lapsed) = (0, 0);
    for record in &records {
        let scored: BTreeSet<NaiveDate> = record
            .scores
            .iter()
            .filter_map(|one| one.when.span())
            .map(|(day, _)| day)
            .collect();
        let visited: Vec<NaiveDate> = record
            .visits
            .iter()
            .filter_map(|one| one.when.span())
            .map(|(day, _)| day)
            .collect();
        assert!(visited.is_sorted_by(|one, next| one < next), "{visited:?}");
        assert_eq!(record.visits[0].kind, Kind::FirstVisit);
        for (day, visit) in visited.iter().zip(&record.visits) {
            assert!(
                visit.was_held() || !scored.contains(day),
                "scored, and not there on {day}"
            );
            missed += i32::from(!visit.was_held());
        }
        assert!(
            scored.iter().all(|day| visited.contains(day)),
            "{scored:?}: {visited:?}"
        );
        let times = record.numbered().visits.into_iter().map(|one| VisitTimes {
            entry: one.id().unwrap(),
            when: one.when,
            next: one.next,
        });
        let times: Vec<VisitTimes> = times.collect();
        lapsed += i32::from(unanswered(&times, made.as_of).is_some());
    }
    assert!(
        missed > 20 && (3..60).contains(&lapsed),
        "{missed} missed, {lapsed} lapsed"
    );
}

#[test]
fn one_full_record_has_the_facts_that_were_asked_for_over_its_years() {
    let full = Plan {
        years: Some(20),
        facts: Some(5000),
        ..plan(1, 1)
    };
    let record = full.record(1).unwrap();
    assert_eq!(record.facts().len(), 5000);
    assert_eq!(record.check(full.as_of), vec![]);
    let visits = record.visits.len();
    assert!(visits > 500, "{visits} visits");
    let scored: Vec<NaiveDate> = record
        .scores
        .iter()
        .filter_map(|one| one.when.span())
        .map(|(from, _)| from)
        .collect();
    assert!(scored.is_sorted());
    let years = scored.last().unwrap().years_since(scored[0]).unwrap();
    assert!(years >= 19, "only {years} years");
    let usual = Plan { facts: None, ..full };
    assert_eq!(
        usual.record(1).unwrap().facts().len(),
        5000,
        "250 facts a year unless told otherwise"
    );
}
